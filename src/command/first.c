#include "command/first.h"

#include "base/intl.h"
#include "base/suggest.h"
#include "read/file.h"
#include "read/source.h"

/* Of books, tables, workbooks and Word documents. */
static const char *const extensions[] = { ".ini", ".csv", ".tsv",  ".txt", ".xlsx", ".xlsm",
                                          ".xls", ".et",  ".xlsb", ".ods", ".docx", NULL };

static gboolean ends_as_input (const char *path)
{
  for (const char *const *extension = extensions; *extension; extension++)
    if (g_str_has_suffix (path, *extension) && !g_str_equal (path, *extension))
      return TRUE;
  return FALSE;
}

gboolean tz_first_is_input (const char *word)
{
  g_autofree char *sheet = NULL, *path = tz_source_path (word, &sheet);
  if (tz_file_is_stdin (word))
    return TRUE;
  return *word != '-' && (g_file_test (path, G_FILE_TEST_IS_REGULAR) || ends_as_input (path));
}

/* The file that lacks nothing but its ending in WORD. g_free; NULL: there is none. */
static char *without_ending (const char *word)
{
  for (const char *const *extension = extensions; *extension; extension++) {
    char *path = g_strconcat (word, *extension, NULL);
    if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
      return path;
    g_free (path);
  }
  return NULL;
}

static const char *near_command (const char *word)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (const TzCommand *command = tz_commands; command->name; command++)
    g_ptr_array_add (names, (gpointer)command->name);
  g_ptr_array_add (names, (gpointer) "help");
  g_ptr_array_add (names, NULL);
  return tz_suggest (word, (const char *const *)names->pdata);
}

static void report_option (const char *word, TzOutcome *outcome)
{
  static const char *const options[] = { "--help", "--version", NULL };
  const char *near = tz_suggest (word, options);
  if (g_ascii_strcasecmp (word, "-v") == 0)
    near = "-V";
  if (near)
    tz_outcome_fail (outcome, TZ_EXIT_USAGE, _ ("there is no option “%s”; did you mean “%s”?"), word, near);
  else
    tz_outcome_fail (outcome, TZ_EXIT_USAGE,
                     _ ("options stand behind the command, such as taizhang build tasks.csv -f pdf, and “%s” "
                        "stands in front; taizhang --help lists the commands"),
                     word);
}

void tz_first_report_unknown (const char *word, TzOutcome *outcome)
{
  g_autofree char *shown = g_utf8_make_valid (word, -1), *file = without_ending (word);
  const char *near = near_command (shown);
  if (*word == '-')
    report_option (shown, outcome);
  else if (g_file_test (word, G_FILE_TEST_IS_DIR))
    tz_outcome_fail (outcome, TZ_EXIT_USAGE, _ ("“%s” is a folder; name a file in it"), shown);
  else if (file)
    tz_outcome_fail (outcome, TZ_EXIT_USAGE, _ ("there is no file “%s”; did you mean “%s”?"), shown, file);
  else if (near)
    tz_outcome_fail (outcome, TZ_EXIT_USAGE, _ ("there is no command “%s”; did you mean “%s”?"), shown, near);
  else
    tz_outcome_fail (outcome, TZ_EXIT_USAGE,
                     _ ("there is neither a command nor a file “%s”; check the name and folder of a file; "
                        "taizhang --help lists the commands"),
                     shown);
}
