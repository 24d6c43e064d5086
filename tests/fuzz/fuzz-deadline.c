/* Deadlines, periods and lists of units: whatever stands in a cell. */
#include "base/utf8.h"
#include "model/deadline.h"
#include "model/period.h"
#include "model/unit.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void check_deadline (const char *text)
{
  TzDeadline deadline;
  GDate day, due;
  tz_deadline_parse (text, 2021, &deadline);
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 30, G_DATE_JUNE, 2021);
  if (tz_deadline_next (&deadline, &day, &due))
    g_assert_cmpint (g_date_compare (&due, &day), >, 0);
  if (tz_deadline_last (&deadline, &day, NULL, &due))
    g_assert_true (g_date_valid (&due));
  tz_deadline_is_late (&deadline, &day, NULL, &day);
  for (int i = 1; i < deadline.n_dates; i++)
    g_assert_cmpint (g_date_compare (&deadline.dates[i - 1], &deadline.dates[i]), <, 0);
  g_free (tz_deadline_to_string (&deadline));
}

static void check_period (const char *text)
{
  TzPeriod period, again;
  if (!tz_period_parse (text, &period))
    return;
  g_autofree char *name = tz_period_to_string (&period), *words = tz_period_to_words (&period);
  g_assert_true (tz_period_parse (name, &again));
  g_assert_cmpint (tz_period_compare (&period, &again), ==, 0);
  g_assert_true (tz_period_parse (words, &again));
  g_assert_cmpint (tz_period_compare (&period, &again), ==, 0);
}

static void check_units (const char *text)
{
  TzDiag *diag = tz_diag_new ();
  TzAliases *units = tz_aliases_new ("units");
  g_auto (GStrv) names = tz_unit_split (text);
  int n = (int)g_strv_length (names);
  g_autofree TzUnitUse *uses = g_new0 (TzUnitUse, (gsize)n + 1);
  for (int i = 0; i < n; i++) {
    g_assert_true (g_utf8_validate (names[i], -1, NULL));
    uses[i].name = names[i];
  }
  tz_units_check_similar (NULL, uses, MIN (n, 50), diag);
  tz_aliases_add (units, n > 0 ? names[0] : "a", text, NULL, diag);
  g_strfreev (tz_units_list (units, text));
  tz_aliases_free (units);
  tz_diag_free (diag);
}

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);
  if (!g_utf8_validate (text, -1, NULL))
    return 0; /* cells are decoded before */
  check_deadline (text);
  check_period (text);
  check_units (text);
  return 0;
}
