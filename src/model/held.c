#include "model/held.h"

#include "base/decimal.h"

#include <math.h>
#include <string.h>

/* What a decimal TEXT says, a percentage in hundredths. */
static gboolean read_text (const char *text, double *number)
{
  TzDecimal *decimal = tz_decimal_parse (text);
  if (!decimal)
    return FALSE;
  g_autofree char *digits = tz_decimal_to_string (decimal);
  tz_decimal_free (decimal);
  *number = g_ascii_strtod (digits, NULL) / (strchr (text, '%') || strstr (text, "％") ? 100 : 1);
  return TRUE;
}

gboolean tz_held_number (const TzLedger *ledger, const TzLedgerCell *cell, double *number)
{
  const TzLedgerValue *value = tz_ledger_value (ledger, cell);
  if (!value)
    return read_text (cell->text, number);
  *number = value->value;
  return value->type == TZ_VALUE_NUMBER || value->type == TZ_VALUE_PERCENT;
}

/* What one unit of the number that CELL shows is worth: 0.01 in percentages, 1000 where a format shows
 * thousands. */
static double unit_of (const TzLedgerCell *cell, double number)
{
  double shown;
  const char *first = cell->text + strcspn (cell->text, "0123456789");
  g_autofree char *figures = g_strndup (first, strspn (first, "0123456789.,"));
  if (strchr (cell->text, '%'))
    return 0.01;
  if (number == 0 || !read_text (figures, &shown) || shown == 0)
    return 1;
  double unit = pow (1000, round (log10 (fabs (number / shown)) / 3));
  return unit > 1 ? unit : 1;
}

static int places_of (const char *text)
{
  const char *point = strchr (text, '.');
  return point ? (int)strspn (point + 1, "0123456789") : 0;
}

gboolean tz_held_agrees (const TzLedger *ledger, const TzLedgerCell *cell, double computed)
{
  double declared;
  if (!tz_held_number (ledger, cell, &declared))
    return FALSE;
  /* Half of the last digit that is shown, and what doubles lose in adding up. */
  double rounding = unit_of (cell, declared) * pow (10, -places_of (cell->text)) / 2;
  return fabs (declared - computed) <= rounding + 1e-9 * MAX (1, fabs (computed));
}

/* SUM as CELL, the total, would show it. */
static void show_sum (const TzLedger *ledger, const TzLedgerCell *cell, double sum, char *shown, int size)
{
  double declared = 0;
  char format[16];
  tz_held_number (ledger, cell, &declared);
  g_snprintf (format, sizeof format, "%%.%df", MIN (places_of (cell->text), 12));
  g_ascii_formatd (shown, size, format, sum / unit_of (cell, declared));
}

gboolean tz_held_sum (const TzLedger *ledger, int col, const TzLedgerCell *cell, int first, int last,
                      TzHeldSum *sum)
{
  double total = 0, term;
  gboolean known = tz_ledger_value (ledger, cell) != NULL;
  *sum = (TzHeldSum){ .bad = NULL };
  if (!tz_held_number (ledger, cell, &term))
    return FALSE;
  for (int i = first; i < last; i++) {
    const TzRecord *record = &ledger->records[i];
    const TzLedgerCell *part = &record->cells[col];
    if (record->kind == TZ_RECORD_SECTION || record->kind == TZ_RECORD_TOTAL || tz_text_is_dash (part->text))
      continue;
    known |= tz_ledger_value (ledger, part) != NULL;
    if (tz_held_number (ledger, part, &term))
      total += term;
    else if (!sum->bad)
      sum->bad = part;
  }
  show_sum (ledger, cell, total, sum->computed, sizeof sum->computed);
  sum->agrees = tz_held_agrees (ledger, cell, total);
  return known;
}
