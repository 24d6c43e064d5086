#include "command/sheets.h"

#include <string.h>

#include "base/intl.h"
#include "model/sheet_rows.h"
#include "model/stray.h"
#include "output/dump.h"
#include "read/source.h"

#define SHEET "sheet"

const char *const *tz_command_dump_names (void)
{
  enum { MAX_NAMES = 8 };
  static const char *names[MAX_NAMES + 1] = { SHEET };
  const char *const *products = tz_dump_names ();
  for (int i = 0; products[i] != NULL && i + 1 < MAX_NAMES; i++)
    names[i + 1] = products[i];
  return names;
}

static void dump_rows (TzRows *rows, GString *text)
{
  TzPlace place;
  const char *stray;
  tz_rows_set_aside (rows, &place, &stray);
  TzSheetRows lent = tz_sheet_rows (rows);
  TzSheet *sheet = tz_sheet_recognise (&lent, NULL);
  g_autofree char *dump = tz_sheet_dump (sheet);
  g_string_append (text, dump);
  tz_sheet_free (sheet);
}

/* Several sheets one after the other, each below its name. */
static void dump_file (const char *input, TzOutcome *outcome)
{
  g_autofree char *shown = g_utf8_make_valid (input, -1);
  if (g_str_has_suffix (input, ".ini")) {
    tz_outcome_fail (outcome, TZ_EXIT_USAGE, _ ("--dump=sheet takes tables, not the book %s"), shown);
    return;
  }
  g_autoptr (GPtrArray) sheets = tz_source_load (input, shown, NULL, outcome->diag);
  for (guint i = 0; sheets != NULL && i < sheets->len; i++) {
    if (sheets->len > 1)
      g_string_append_printf (outcome->text, "%s\n", tz_rows_file (sheets->pdata[i]));
    dump_rows (sheets->pdata[i], outcome->text);
  }
}

gboolean tz_command_dump_sheets (const char *dump, char **inputs, TzOutcome *outcome)
{
  if (dump == NULL || strcmp (dump, SHEET) != 0)
    return TRUE;
  for (char **input = inputs; *input != NULL; input++)
    dump_file (*input, outcome);
  tz_outcome_judge (outcome, FALSE);
  return FALSE;
}
