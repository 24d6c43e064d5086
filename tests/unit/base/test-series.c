#include "base/series.h"

#include "help/findings.h"

/* Adds N findings of CODE, in lines 1 to N. */
static void add (TzSeries *series, TzSeverity severity, const char *code, int n)
{
  TzPlace place = tz_place_file ("tasks.csv");
  for (int i = 1; i <= n; i++) {
    place.line = i;
    tz_series_add (series, severity, &place, code, "line %d", i);
  }
}

static void test_few_are_all_named (void)
{
  TzDiag *diag = tz_diag_new ();
  TzSeries *series = tz_series_new (diag, "tasks.csv");
  add (series, TZ_WARNING, "odd-space", TZ_SERIES_NAMED);
  tz_series_free (series);
  g_assert_cmpuint (tz_diag_count (diag), ==, TZ_SERIES_NAMED);
  g_assert_cmpstr (tz_diag_get (diag, 19)->message, ==, "line 20");
  tz_diag_free (diag);
}

static void test_the_rest_is_counted (void)
{
  TzDiag *diag = tz_diag_new ();
  TzSeries *series = tz_series_new (diag, "tasks.csv");
  add (series, TZ_WARNING, "odd-space", TZ_SERIES_NAMED + 7);
  tz_series_free (series);
  g_assert_cmpuint (tz_diag_count (diag), ==, TZ_SERIES_NAMED + 1);
  const TzFinding *rest = tz_diag_get (diag, TZ_SERIES_NAMED);
  g_assert_cmpstr (rest->message, ==,
                   "[odd-space] was found in 7 more places, which are not listed; correct them, too");
  g_assert_cmpstr (rest->place.file, ==, "tasks.csv");
  g_assert_cmpint (rest->place.line, ==, 0);
  tz_diag_free (diag);
}

static void test_codes_are_counted_apart (void)
{
  TzDiag *diag = tz_diag_new ();
  TzSeries *series = tz_series_new (diag, "tasks.csv");
  add (series, TZ_WARNING, "odd-space", TZ_SERIES_NAMED + 1);
  add (series, TZ_WARNING, "stray-space", 1);
  g_assert_false (tz_series_is_named (series, "odd-space"));
  g_assert_true (tz_series_is_named (series, "stray-space"));
  g_assert_true (tz_series_is_named (series, "doubled-space"));
  tz_series_free (series);
  g_assert_cmpuint (tz_diag_count (diag), ==, TZ_SERIES_NAMED + 2);
  tz_diag_free (diag);
}

/* Errors that are not named must not pass for warnings. */
static void test_rest_is_as_grave (void)
{
  TzDiag *diag = tz_diag_new ();
  TzSeries *series = tz_series_new (diag, "tasks.csv");
  add (series, TZ_WARNING, "stray-quote", TZ_SERIES_NAMED);
  add (series, TZ_ERROR, "stray-quote", 1);
  g_assert_cmpuint (tz_diag_n_errors (diag), ==, 0);
  tz_series_free (series);
  g_assert_cmpuint (tz_diag_n_errors (diag), ==, 1);
  tz_diag_free (diag);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/series/few-are-all-named", test_few_are_all_named);
  g_test_add_func ("/series/rest-is-counted", test_the_rest_is_counted);
  g_test_add_func ("/series/codes-apart", test_codes_are_counted_apart);
  g_test_add_func ("/series/rest-as-grave", test_rest_is_as_grave);
  return g_test_run ();
}
