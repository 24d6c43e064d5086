/* Single values as users write them: lengths, dates, decimals, amounts, formulas, roles. */
#include "base/date.h"
#include "base/decimal.h"
#include "base/len.h"
#include "base/text.h"
#include "base/utf8.h"
#include "model/formula.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* TEXT as a formula over columns that all hold AMOUNT. */
static void try_formula (const char *text, const TzAmount *amount)
{
  TzFormula *formula = tz_formula_parse (text);
  int n = formula ? tz_formula_n_names (formula) : 0;
  TzAmount *values = g_new (TzAmount, (gsize)n + 1), result;
  const char **texts = g_new0 (const char *, (gsize)n + 1);
  for (int i = 0; i < n; i++)
    values[i] = *amount;
  if (formula) {
    tz_formula_value (formula, values, &result);
    g_free (tz_formula_show (formula, texts));
    if (result.kind == TZ_AMOUNT_NUMBER)
      g_free (tz_amount_to_string (&result, -1, TRUE));
  }
  g_free (values);
  g_free (texts);
  tz_formula_free (formula);
}

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  char *text = g_strndup ((const char *)data, size);
  TzLen len;
  GDate date;
  TzRole role;
  tz_role_parse (text, &role);
  /* The others are asked only about text that has been decoded. */
  if (g_utf8_validate (text, -1, NULL)) {
    tz_len_parse (text, 12 * TZ_PT, &len);
    tz_date_parse (text, &date);
    g_free (tz_utf8_excerpt (text, 8));
    TzCellAmount amount;
    tz_amount_parse (text, &amount);
    try_formula (text, &amount.full);
    if (amount.full.kind == TZ_AMOUNT_NUMBER)
      g_free (tz_amount_to_string (&amount.full, -1, FALSE));
    TzDecimal *decimal = tz_decimal_parse (text);
    if (decimal != NULL) {
      TzDecimal *sum = tz_decimal_new_zero ();
      tz_decimal_add (sum, decimal);
      g_assert_true (tz_decimal_equal (sum, decimal));
      g_free (tz_decimal_to_string (sum));
      tz_decimal_free (sum);
    }
    tz_decimal_free (decimal);
  }
  g_free (text);
  return 0;
}
