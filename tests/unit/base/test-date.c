#include "base/date.h"

#include <glib/gstdio.h>
#include <utime.h>

static void assert_day (const char *text, int year, int month, int day)
{
  GDate date;
  g_assert_true (tz_date_parse (text, &date));
  g_assert_cmpint (g_date_get_year (&date), ==, year);
  g_assert_cmpint (g_date_get_month (&date), ==, month);
  g_assert_cmpint (g_date_get_day (&date), ==, day);
}

static void test_forms (void)
{
  assert_day ("2021-06-30", 2021, 6, 30);
  assert_day ("2021/6/3", 2021, 6, 3);
  assert_day ("2021.6.30", 2021, 6, 30);
  assert_day ("2021年6月30日", 2021, 6, 30);
}

static void test_blanks_and_full_width_digits (void)
{
  assert_day (" ２０２１ 年 6 月30　日 ", 2021, 6, 30);
}

static void test_no_such_day (void)
{
  static const char *const texts[] = { "2021-02-29", "2021-13-01", "2021-00-10", "0021-01-01" };
  GDate date;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (tz_date_parse (texts[i], &date));
}

static void test_no_date (void)
{
  static const char *const texts[] = { "",         "2021",       "2021年6月", "2021-06/30", "2021-06-30x",
                                       "20210630", "2021年6月30" };
  GDate date;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (tz_date_parse (texts[i], &date));
}

static void test_leap_day (void)
{
  assert_day ("2020-02-29", 2020, 2, 29);
}

/* A file last written at that moment; its name is to be freed. */
static char *make_file (gint64 seconds)
{
  char *path = NULL;
  int fd = g_file_open_tmp ("test-date-XXXXXX", &path, NULL);
  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  struct utimbuf times = { seconds, seconds };
  g_assert_cmpint (utime (path, &times), ==, 0);
  return path;
}

static void test_outputs_take_the_newest_day (void)
{
  g_unsetenv ("SOURCE_DATE_EPOCH");
  char *older = make_file (1000000000);
  char *newer = make_file (1625000000); /* 2021-06-29 20:53:20 UTC */
  const char *files[] = { newer, older, NULL };
  g_assert_cmpint (tz_date_of_outputs (files), ==, 1624924800);
  g_remove (older);
  g_remove (newer);
  g_free (older);
  g_free (newer);
}

static void test_outputs_obey_source_date_epoch (void)
{
  static const char *const files[] = { "/", NULL };
  g_setenv ("SOURCE_DATE_EPOCH", "1600000001", TRUE);
  g_assert_cmpint (tz_date_of_outputs (files), ==, 1600000001);
  g_unsetenv ("SOURCE_DATE_EPOCH");
}

static void test_outputs_ignore_a_wrong_epoch (void)
{
  static const char *const files[] = { NULL };
  g_setenv ("SOURCE_DATE_EPOCH", "-5", TRUE);
  g_assert_cmpint (tz_date_of_outputs (files), ==, 0);
  g_setenv ("SOURCE_DATE_EPOCH", "today", TRUE);
  g_assert_cmpint (tz_date_of_outputs (files), ==, 0);
  g_unsetenv ("SOURCE_DATE_EPOCH");
}

static void test_outputs_without_files_never_ask_the_clock (void)
{
  static const char *const files[] = { "/no/such/file", NULL };
  g_unsetenv ("SOURCE_DATE_EPOCH");
  g_assert_cmpint (tz_date_of_outputs (files), ==, 0);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/forms", test_forms);
  g_test_add_func ("/date/blanks", test_blanks_and_full_width_digits);
  g_test_add_func ("/date/no-such-day", test_no_such_day);
  g_test_add_func ("/date/no-date", test_no_date);
  g_test_add_func ("/date/leap-day", test_leap_day);
  g_test_add_func ("/date/outputs-newest-day", test_outputs_take_the_newest_day);
  g_test_add_func ("/date/outputs-source-date-epoch", test_outputs_obey_source_date_epoch);
  g_test_add_func ("/date/outputs-wrong-epoch", test_outputs_ignore_a_wrong_epoch);
  g_test_add_func ("/date/outputs-no-clock", test_outputs_without_files_never_ask_the_clock);
  return g_test_run ();
}
