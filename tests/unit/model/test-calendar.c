/* Working days, and the calendar that comes with the program. */
#include "base/data.h"
#include "base/date.h"
#include "help/findings.h"
#include "model/calendar.h"
#include "read/ini.h"

#include <string.h>

static GDate day (const char *text)
{
  GDate date;
  g_assert_true (tz_date_parse (text, &date));
  return date;
}

static void check_after (const TzCalendar *calendar, const char *from, int n, const char *expected)
{
  GDate start = day (from), wanted = day (expected), result;
  tz_calendar_add_workdays (calendar, &start, n, &result);
  g_assert_cmpint (g_date_compare (&result, &wanted), ==, 0);
}

static int count (const TzCalendar *calendar, const char *from, const char *to)
{
  GDate first = day (from), last = day (to);
  return tz_calendar_count (calendar, &first, &last);
}

static void test_weekends (void)
{
  check_after (NULL, "2021-07-02", 0, "2021-07-02");
  check_after (NULL, "2021-07-02", 1, "2021-07-05");
  check_after (NULL, "2021-07-03", 5, "2021-07-09");
  g_assert_cmpint (count (NULL, "2021-07-01", "2021-07-31"), ==, 22);
  g_assert_cmpint (count (NULL, "2021-07-31", "2021-07-01"), ==, 0);
}

static void test_add (void)
{
  TzDiag *diag = tz_diag_new ();
  TzCalendar *calendar = tz_calendar_new ();
  g_assert_false (tz_calendar_knows (calendar, 2021));
  g_assert_true (tz_calendar_add (calendar, "2021", "7.5-7.6、7.8；7.9", FALSE, NULL, diag));
  g_assert_true (tz_calendar_add (calendar, "2021", "7.10, 7.8", TRUE, NULL, diag));
  g_assert_true (tz_calendar_knows (calendar, 2021));
  check_after (calendar, "2021-07-02", 1, "2021-07-07");
  check_after (calendar, "2021-07-02", 2, "2021-07-08");
  check_after (calendar, "2021-07-02", 3, "2021-07-10");
  assert_findings (diag, "");
  tz_calendar_free (calendar);
  tz_diag_free (diag);
}

static void test_bad (void)
{
  static const char *const days[] = { "13.1",     "2.30", "x",   "1.1-",         "1.1-9.9",
                                      "1.1-1.2x", "1",    "0.1", "99999999999.1" };
  TzCalendar *calendar = tz_calendar_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++) {
    TzDiag *diag = tz_diag_new ();
    g_assert_false (tz_calendar_add (calendar, "2021", days[i], FALSE, NULL, diag));
    assert_findings (diag, "error bad-calendar");
    tz_diag_free (diag);
  }
  TzDiag *diag = tz_diag_new ();
  g_assert_false (tz_calendar_add (calendar, "next", "1.1", FALSE, NULL, diag));
  assert_findings (diag, "error bad-calendar");
  tz_diag_free (diag);
  tz_calendar_free (calendar);
}

/* ── the calendar that comes along ───────────────────────────────────────── */

static void add_section (TzCalendar *calendar, const TzIni *ini, const char *kind, gboolean working,
                         TzDiag *diag)
{
  const TzIniSection *section = tz_ini_lookup_section (ini, kind, "");
  g_assert_nonnull (section);
  for (int i = 0; i < section->n_keys; i++)
    tz_calendar_add (calendar, section->keys[i].key, section->keys[i].value, working, &section->keys[i].place,
                     diag);
}

static TzCalendar *load_china (void)
{
  TzDiag *diag = tz_diag_new ();
  TzCalendar *calendar = tz_calendar_new ();
  g_autofree char *folder = tz_data_path ("templates");
  g_autofree char *path = g_build_filename (folder, "calendar", "china.ini", NULL);
  TzIni *ini = tz_ini_load (path, path, diag);
  g_assert_nonnull (ini);
  add_section (calendar, ini, "days-off", FALSE, diag);
  add_section (calendar, ini, "days-on", TRUE, diag);
  assert_findings (diag, "");
  tz_ini_free (ini);
  tz_diag_free (diag);
  return calendar;
}

/* Around the holidays of which the notices are well known. */
static void test_china_days (void)
{
  TzCalendar *calendar = load_china ();
  check_after (calendar, "2020-01-23", 1, "2020-02-03");
  check_after (calendar, "2021-02-10", 1, "2021-02-18");
  check_after (calendar, "2021-02-10", 3, "2021-02-20");
  check_after (calendar, "2021-09-30", 1, "2021-10-08");
  check_after (calendar, "2022-12-30", 1, "2023-01-03");
  check_after (calendar, "2026-02-13", 2, "2026-02-24");
  g_assert_false (tz_calendar_knows (calendar, 2019));
  tz_calendar_free (calendar);
}

/* A holiday or an exchange that is missing or too many shows in the year's working
 * days: the weekdays less the statutory days off (11, since 2025 13), which are made
 * up for when they fall on weekends, but for exchanges over the turn of the year. */
static void test_china_is_even (void)
{
  static const struct {
    int year, workdays;
  } years[] = { { 2020, 249 }, { 2021, 250 }, { 2022, 249 }, { 2023, 249 },
                { 2024, 251 }, { 2025, 248 }, { 2026, 248 } };
  TzCalendar *calendar = load_china ();
  for (gsize i = 0; i < G_N_ELEMENTS (years); i++) {
    g_autofree char *first = g_strdup_printf ("%d-01-01", years[i].year);
    g_autofree char *last = g_strdup_printf ("%d-12-31", years[i].year);
    g_assert_true (tz_calendar_knows (calendar, years[i].year));
    g_test_message ("%d: %d working days", years[i].year, count (calendar, first, last));
    g_assert_cmpint (count (calendar, first, last), ==, years[i].workdays);
  }
  tz_calendar_free (calendar);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/weekends", test_weekends);
  g_test_add_func ("/calendar/own-days", test_add);
  g_test_add_func ("/calendar/bad-days", test_bad);
  g_test_add_func ("/calendar/china-days", test_china_days);
  g_test_add_func ("/calendar/china-is-even", test_china_is_even);
  return g_test_run ();
}
