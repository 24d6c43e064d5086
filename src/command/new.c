/* new: a folder with a book to start from. */
#include "base/intl.h"
#include "command/command.h"
#include "command/new_folder.h"
#include "command/new_from.h"
#include "compose/book/start.h"
#include "read/file.h"

#include <string.h>

/* ---- the folder ---- */

static gboolean is_free (const char *path, TzOutcome *outcome)
{
  TzPlace place = tz_place_file (path);
  if (tz_folder_is_free (path))
    return TRUE;
  tz_diag_add (outcome->diag, TZ_ERROR, &place, "folder-taken",
               _ ("there is something already, and nothing of it was touched; name a folder that is not "
                  "there yet, or an empty one"));
  return FALSE;
}

/* ---- a form with data to try ---- */

static void make_example (const TzWords *words, TzOutcome *outcome)
{
  g_autofree char *form = tz_new_settle_form (words->template_name);
  g_autoptr (GPtrArray) files = tz_start_example (form ? form : "ledger", outcome->diag);
  tz_outcome_judge (outcome, FALSE);
  TzFolder *folder =
      files && outcome->status == TZ_EXIT_DONE ? tz_new_fill_folder (words->inputs[0], files, outcome) : NULL;
  if (folder)
    tz_new_give_name (folder, outcome);
  tz_folder_free (folder);
}

/* ---- the command ---- */

static gboolean check_words (const TzWords *words, TzOutcome *outcome)
{
  guint n = g_strv_length (words->inputs);
  if (n != 1 || **words->inputs == '\0')
    tz_outcome_fail (outcome, TZ_EXIT_USAGE,
                     _ ("name one folder for the new book, such as: taizhang new 台账"));
  if (words->from && (tz_file_is_stdin (words->from) || g_str_has_suffix (words->from, ".ini")))
    tz_outcome_fail (outcome, TZ_EXIT_USAGE, _ ("--from takes the file of a table, such as --from 台账.xlsx"));
  return outcome->status == TZ_EXIT_DONE;
}

void tz_command_new (const TzWords *words, TzOutcome *outcome)
{
  outcome->json = words->json;
  if (!check_words (words, outcome) || !tz_command_find_data (outcome))
    return;
  if (is_free (words->inputs[0], outcome)) {
    if (words->from)
      tz_new_from (words, outcome);
    else
      make_example (words, outcome);
  }
  tz_outcome_judge (outcome, FALSE);
}
