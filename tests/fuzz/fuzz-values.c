/* Single values as users write them: lengths, dates, decimals, roles. */
#include "base/date.h"
#include "base/decimal.h"
#include "base/len.h"
#include "base/text.h"
#include "base/utf8.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

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
