#include "base/codes.h"

#include "help/findings.h"

static void add (TzDiag *diag, const char *file, int line, int column, const char *code)
{
  TzPlace place = tz_place_file (file);
  place.line = line;
  place.column = column;
  tz_diag_add (diag, TZ_ERROR, &place, code, "%s", "message");
}

static void test_counts_by_severity (void)
{
  TzDiag *diag = tz_diag_new ();
  tz_diag_add (diag, TZ_ERROR, NULL, "bad-date", "x");
  tz_diag_add (diag, TZ_WARNING, NULL, "bad-number", "x");
  tz_diag_add (diag, TZ_WARNING, NULL, "bad-percent", "x");
  g_assert_cmpuint (tz_diag_n_errors (diag), ==, 1);
  g_assert_cmpuint (tz_diag_n_warnings (diag), ==, 2);
  tz_diag_free (diag);
}

/* What was understood is no fault, however strict the run. */
static void test_note_is_not_counted (void)
{
  TzDiag *diag = tz_diag_new ();
  tz_diag_add (diag, TZ_NOTE, NULL, "odd-space", "x");
  g_assert_cmpuint (tz_diag_n_errors (diag), ==, 0);
  g_assert_cmpuint (tz_diag_n_warnings (diag), ==, 0);
  assert_findings (diag, "note odd-space");
  tz_diag_free (diag);
}

/* What is quoted may have lines of its own. */
static void test_one_line (void)
{
  TzDiag *diag = tz_diag_new ();
  tz_diag_add (diag, TZ_ERROR, NULL, "bad-date", "%s", "甲\n乙\r\n丙");
  g_assert_cmpstr (tz_diag_get (diag, 0)->message, ==, "甲 乙  丙");
  tz_diag_free (diag);
}

static void test_sorts_by_line_then_column (void)
{
  TzDiag *diag = tz_diag_new ();
  add (diag, "f", 10, 1, "bad-period");
  add (diag, "f", 2, 7, "bad-percent");
  add (diag, "f", 2, 3, "bad-number");
  add (diag, "f", 0, 0, "bad-date");
  tz_diag_sort (diag);
  assert_findings (diag, "error bad-date; error bad-number 2:3; error bad-percent 2:7; error bad-period 10:1");
  tz_diag_free (diag);
}

/* A run over tasks.csv and then its progress should be told in that order. */
static void test_files_in_order_of_first_mention (void)
{
  TzDiag *diag = tz_diag_new ();
  add (diag, "tasks.csv", 9, 0, "bad-date");
  add (diag, "progress.csv", 1, 0, "bad-percent");
  add (diag, "tasks.csv", 12, 0, "bad-number");
  tz_diag_sort (diag);
  assert_findings (diag, "error bad-date 9; error bad-number 12; error bad-percent 1");
  tz_diag_free (diag);
}

static void test_same_place_keeps_order (void)
{
  TzDiag *diag = tz_diag_new ();
  add (diag, "f", 1, 1, "unknown-task");
  add (diag, "f", 1, 1, "bad-date");
  add (diag, "f", 1, 1, "missing-task");
  tz_diag_sort (diag);
  assert_findings (diag, "error unknown-task 1:1; error bad-date 1:1; error missing-task 1:1");
  tz_diag_free (diag);
}

static void test_sorting_keeps_repeats (void)
{
  TzDiag *diag = tz_diag_new ();
  add (diag, "f", 1, 2, "bad-date");
  add (diag, "f", 1, 1, "bad-date");
  add (diag, "f", 1, 2, "bad-date");
  tz_diag_sort (diag);
  assert_findings (diag, "error bad-date 1:1; error bad-date 1:2; error bad-date 1:2");
  tz_diag_free (diag);
}

static void test_merge_drops_repeats (void)
{
  TzDiag *diag = tz_diag_new (), *found = tz_diag_new ();
  add (diag, "f", 1, 1, "bad-date");
  add (found, "f", 1, 2, "bad-date");
  add (found, "f", 1, 1, "bad-date");
  add (found, "g", 1, 1, "bad-date");
  add (found, "f", 1, 2, "bad-date");
  tz_diag_merge (diag, found);
  assert_findings (diag, "error bad-date 1:1; error bad-date 1:2; error bad-date 1:1");
  g_assert_cmpuint (tz_diag_n_errors (diag), ==, 3);
  tz_diag_free (diag);
}

/* An error that was told before is none the less one. */
static void test_merge_tells_of_errors (void)
{
  TzDiag *diag = tz_diag_new (), *wrong = tz_diag_new (), *warned = tz_diag_new ();
  add (diag, "f", 1, 1, "bad-date");
  add (wrong, "f", 1, 1, "bad-date");
  tz_diag_add (warned, TZ_WARNING, NULL, "bad-number", "x");
  g_assert_false (tz_diag_merge (diag, wrong));
  g_assert_true (tz_diag_merge (diag, warned));
  assert_findings (diag, "error bad-date 1:1; warning bad-number");
  tz_diag_free (diag);
}

static void add_many (TzDiag *diag, TzSeverity severity, int n)
{
  TzPlace place = tz_place_file ("tasks.csv");
  for (place.line = 1; place.line <= n; place.line++)
    tz_diag_add (diag, severity, &place, "odd-space", "line %d", place.line);
}

/* A file of a million cells must not fill the memory with findings; none goes uncounted. */
static void test_beyond_the_limit_is_counted (void)
{
  TzDiag *diag = tz_diag_new ();
  add_many (diag, TZ_WARNING, TZ_DIAG_NAMED + 7);
  g_assert_cmpuint (tz_diag_count (diag), ==, TZ_DIAG_NAMED + 1);
  g_assert_cmpuint (tz_diag_n_warnings (diag), ==, TZ_DIAG_NAMED + 7);
  const TzFinding *rest = tz_diag_get (diag, TZ_DIAG_NAMED);
  g_assert_cmpstr (rest->message, ==,
                   "[odd-space] was found in 7 more places, which are not listed; correct them, too");
  g_assert_cmpstr (rest->place.file, ==, "tasks.csv");
  g_assert_cmpint (rest->place.line, ==, 0);
  g_assert_cmpint (rest->n_places, ==, 7);
  tz_diag_free (diag);
}

/* Warnings that fill the limit leave an error its place. */
static void test_limit_is_of_a_severity (void)
{
  TzDiag *diag = tz_diag_new ();
  add_many (diag, TZ_WARNING, TZ_DIAG_NAMED + 1);
  add_many (diag, TZ_ERROR, 1);
  g_assert_cmpstr (tz_diag_get (diag, TZ_DIAG_NAMED + 1)->message, ==, "line 1");
  tz_diag_free (diag);
}

/* What was counted stays counted when it is handed on, and what is told again is not counted twice. */
static void test_merge_keeps_the_count (void)
{
  TzDiag *diag = tz_diag_new ();
  for (int i = 0; i < 2; i++) {
    TzDiag *found = tz_diag_new ();
    add_many (found, TZ_WARNING, TZ_DIAG_NAMED + 3);
    tz_diag_merge (diag, found);
  }
  g_assert_cmpuint (tz_diag_count (diag), ==, TZ_DIAG_NAMED + 1);
  g_assert_cmpint (tz_diag_get (diag, TZ_DIAG_NAMED)->n_places, ==, 3);
  tz_diag_free (diag);
}

static void assert_string (TzSeverity severity, TzPlace place, const char *expected)
{
  TzDiag *diag = tz_diag_new ();
  tz_diag_add (diag, severity, &place, "ragged-row", "do %s", "this");
  char *string = tz_finding_to_string (tz_diag_get (diag, 0));
  g_assert_cmpstr (string, ==, expected);
  g_free (string);
  tz_diag_free (diag);
}

static void test_string_names_file_line_column_cell (void)
{
  TzPlace place = { g_intern_string ("a.csv"), 5, 3, 5, 3 };
  assert_string (TZ_ERROR, place, "a.csv:5:3: error: do this (cell C5) [ragged-row]");
}

static void test_string_of_a_note (void)
{
  TzPlace place = { g_intern_string ("a.csv"), 2, 1, 0, 0 };
  assert_string (TZ_NOTE, place, "a.csv:2:1: note: do this [ragged-row]");
}

static void test_string_leaves_out_what_is_unknown (void)
{
  TzPlace nothing = { 0 };
  TzPlace file = tz_place_file ("a.csv");
  TzPlace line = file;
  line.line = 4;
  assert_string (TZ_WARNING, nothing, "warning: do this [ragged-row]");
  assert_string (TZ_WARNING, file, "a.csv: warning: do this [ragged-row]");
  assert_string (TZ_WARNING, line, "a.csv:4: warning: do this [ragged-row]");
}

static void assert_address (int row, int col, const char *expected)
{
  char buffer[16];
  TzPlace place = { NULL, 0, 0, row, col };
  g_assert_cmpstr (tz_place_address (&place, buffer), ==, expected);
}

static void test_address (void)
{
  assert_address (7, 3, "C7");
  assert_address (1, 26, "Z1");
  assert_address (1, 27, "AA1");
  assert_address (1, 702, "ZZ1");
  assert_address (1, 703, "AAA1");
  assert_address (1048576, 16384, "XFD1048576");
  assert_address (0, 3, "");
  assert_address (3, 0, "");
}

static void test_largest_address_fits_its_buffer (void)
{
  char buffer[16];
  TzPlace place = { NULL, 0, 0, G_MAXINT, G_MAXINT };
  g_assert_true (g_str_has_prefix (tz_place_address (&place, buffer), "FXSHRXW"));
}

/* A fault of the program, which tests are to stop at. */
static void test_unknown_code (void)
{
  TzDiag *diag = tz_diag_new ();
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*no-such-code*");
  tz_diag_add (diag, TZ_ERROR, NULL, "no-such-code", "x");
  g_test_assert_expected_messages ();
  assert_findings (diag, "error no-such-code");
  tz_diag_free (diag);
}

static void test_codes_are_found (void)
{
  int n = 0;
  for (const TzCode *code = tz_codes; code->code; code++, n++) {
    g_assert_true (tz_code_lookup (code->code) == code);
    g_assert_cmpstr (code->meaning, !=, "");
  }
  g_assert_cmpint (n, >, 100);
  g_assert_null (tz_code_lookup ("no-such-code"));
}

/* That a file may not be read is nobody's data. */
static void test_code_of_the_system (void)
{
  g_assert_true (tz_code_lookup ("file-unreadable")->system);
  g_assert_false (tz_code_lookup ("file-missing")->system);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diag/counts", test_counts_by_severity);
  g_test_add_func ("/diag/note-not-counted", test_note_is_not_counted);
  g_test_add_func ("/diag/one-line", test_one_line);
  g_test_add_func ("/diag/string-of-a-note", test_string_of_a_note);
  g_test_add_func ("/diag/sorts", test_sorts_by_line_then_column);
  g_test_add_func ("/diag/files-by-first-mention", test_files_in_order_of_first_mention);
  g_test_add_func ("/diag/same-place", test_same_place_keeps_order);
  g_test_add_func ("/diag/sorting-repeats", test_sorting_keeps_repeats);
  g_test_add_func ("/diag/merge-repeats", test_merge_drops_repeats);
  g_test_add_func ("/diag/merge-errors", test_merge_tells_of_errors);
  g_test_add_func ("/diag/beyond-the-limit", test_beyond_the_limit_is_counted);
  g_test_add_func ("/diag/limit-of-a-severity", test_limit_is_of_a_severity);
  g_test_add_func ("/diag/merge-keeps-the-count", test_merge_keeps_the_count);
  g_test_add_func ("/diag/string", test_string_names_file_line_column_cell);
  g_test_add_func ("/diag/string-without-place", test_string_leaves_out_what_is_unknown);
  g_test_add_func ("/diag/address", test_address);
  g_test_add_func ("/diag/address-largest", test_largest_address_fits_its_buffer);
  g_test_add_func ("/diag/unknown-code", test_unknown_code);
  g_test_add_func ("/codes/are-found", test_codes_are_found);
  g_test_add_func ("/codes/of-the-system", test_code_of_the_system);
  return g_test_run ();
}
