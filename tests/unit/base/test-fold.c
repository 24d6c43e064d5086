#include "base/fold.h"

#include <string.h>

/* Adds N findings of CODE in lines 1 to N of FILE. */
static void add (TzDiag *diag, TzSeverity severity, const char *file, const char *code, int n)
{
  TzPlace place = tz_place_file (file);
  for (place.line = 1; place.line <= n; place.line++)
    tz_diag_add (diag, severity, &place, code, "here");
}

static void assert_lines (TzDiag *take_diag, gboolean all, const char *expected)
{
  tz_diag_sort (take_diag);
  g_autofree char *lines = tz_fold_findings (take_diag, all);
  g_assert_cmpstr (lines, ==, expected);
  tz_diag_free (take_diag);
}

static void test_five_are_shown (void)
{
  TzDiag *diag = tz_diag_new ();
  add (diag, TZ_WARNING, "a.csv", "odd-space", 5);
  assert_lines (diag, FALSE,
                "a.csv:1: warning: here [odd-space]\n"
                "a.csv:2: warning: here [odd-space]\n"
                "a.csv:3: warning: here [odd-space]\n"
                "a.csv:4: warning: here [odd-space]\n"
                "a.csv:5: warning: here [odd-space]\n");
}

static void test_others_are_counted (void)
{
  TzDiag *diag = tz_diag_new ();
  add (diag, TZ_WARNING, "a.csv", "odd-space", 8);
  assert_lines (diag, FALSE,
                "a.csv:1: warning: here [odd-space]\n"
                "a.csv:2: warning: here [odd-space]\n"
                "a.csv:3: warning: here [odd-space]\n"
                "a.csv:4: warning: here [odd-space]\n"
                "a.csv:5: warning: here [odd-space]\n"
                "a.csv: warning: …and 3 more of this kind; --all shows them [odd-space]\n");
}

static void test_all_shows_all (void)
{
  TzDiag *diag = tz_diag_new ();
  add (diag, TZ_NOTE, "a.csv", "odd-space", 7);
  assert_lines (diag, TRUE,
                "a.csv:1: note: here [odd-space]\n"
                "a.csv:2: note: here [odd-space]\n"
                "a.csv:3: note: here [odd-space]\n"
                "a.csv:4: note: here [odd-space]\n"
                "a.csv:5: note: here [odd-space]\n"
                "a.csv:6: note: here [odd-space]\n"
                "a.csv:7: note: here [odd-space]\n");
}

static int count (const char *lines, const char *part)
{
  int n = 0;
  for (const char *p = lines; (p = strstr (p, part)) != NULL; p += strlen (part))
    n++;
  return n;
}

/* An error must not be hidden by warnings, nor one file's by another's. */
static void test_kinds_are_folded_apart (void)
{
  TzDiag *diag = tz_diag_new ();
  add (diag, TZ_WARNING, "a.csv", "odd-space", 6);
  add (diag, TZ_ERROR, "a.csv", "odd-space", 1);
  add (diag, TZ_WARNING, "a.csv", "stray-space", 1);
  add (diag, TZ_WARNING, "b.csv", "odd-space", 1);
  tz_diag_sort (diag);
  g_autofree char *lines = tz_fold_findings (diag, FALSE);
  g_assert_cmpint (count (lines, "here"), ==, 8);
  g_assert_cmpint (count (lines, "a.csv: warning: …and 1 more of this kind; --all shows it [odd-space]\n"), ==,
                   1);
  g_assert_nonnull (strstr (lines, "a.csv:1: error"));
  g_assert_nonnull (strstr (lines, "b.csv:1: warning"));
  tz_diag_free (diag);
}

/* What was not even kept is counted with the rest. */
static void test_uncounted_are_counted (void)
{
  TzDiag *diag = tz_diag_new ();
  add (diag, TZ_WARNING, "a.csv", "odd-space", TZ_DIAG_NAMED + 15);
  tz_diag_sort (diag);
  g_autofree char *lines = tz_fold_findings (diag, FALSE);
  g_assert_cmpint (count (lines, "\n"), ==, 6);
  g_assert_nonnull (strstr (lines, "…and 10010 more"));
  tz_diag_free (diag);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fold/five-are-shown", test_five_are_shown);
  g_test_add_func ("/fold/others-are-counted", test_others_are_counted);
  g_test_add_func ("/fold/all", test_all_shows_all);
  g_test_add_func ("/fold/kinds-apart", test_kinds_are_folded_apart);
  g_test_add_func ("/fold/uncounted", test_uncounted_are_counted);
  return g_test_run ();
}
