#include "command/command.h"

#include <string.h>

static TzOutcome *outcome_with (TzSeverity severity)
{
  TzOutcome *outcome = tz_outcome_new ();
  tz_diag_add (outcome->diag, severity, NULL, "odd-space", "x");
  return outcome;
}

static int judged (TzSeverity severity, gboolean strict)
{
  TzOutcome *outcome = outcome_with (severity);
  tz_outcome_judge (outcome, strict);
  int status = outcome->status;
  tz_outcome_free (outcome);
  return status;
}

static void test_strict_counts_warnings (void)
{
  g_assert_cmpint (judged (TZ_WARNING, FALSE), ==, TZ_EXIT_DONE);
  g_assert_cmpint (judged (TZ_WARNING, TRUE), ==, TZ_EXIT_DATA);
}

static void test_strict_lets_notes_pass (void)
{
  g_assert_cmpint (judged (TZ_NOTE, TRUE), ==, TZ_EXIT_DONE);
}

static void test_note_in_json (void)
{
  TzOutcome *outcome = outcome_with (TZ_NOTE);
  g_autofree char *json = tz_outcome_to_json (outcome);
  g_assert_nonnull (strstr (json, "\"severity\": \"note\""));
  tz_outcome_free (outcome);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outcome/strict-counts-warnings", test_strict_counts_warnings);
  g_test_add_func ("/outcome/strict-lets-notes-pass", test_strict_lets_notes_pass);
  g_test_add_func ("/outcome/note-in-json", test_note_in_json);
  return g_test_run ();
}
