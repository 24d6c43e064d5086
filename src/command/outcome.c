#include "command/command.h"

#include "base/codes.h"
#include "base/data.h"
#include "base/intl.h"
#include "command/own.h"

#include <stdarg.h>
#include <string.h>

TzOutcome *tz_outcome_new (void)
{
  TzOutcome *outcome = g_new0 (TzOutcome, 1);
  outcome->diag = tz_diag_new ();
  outcome->paths = g_ptr_array_new_with_free_func (g_free);
  outcome->text = g_string_new (NULL);
  outcome->trouble = g_string_new (NULL);
  return outcome;
}

void tz_outcome_free (TzOutcome *outcome)
{
  if (!outcome)
    return;
  tz_diag_free (outcome->diag);
  g_ptr_array_unref (outcome->paths);
  g_string_free (outcome->text, TRUE);
  g_string_free (outcome->trouble, TRUE);
  g_free (outcome);
}

void tz_outcome_fail (TzOutcome *outcome, int status, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_string_append (outcome->trouble, "taizhang: ");
  g_string_append_vprintf (outcome->trouble, format, args);
  g_string_append_c (outcome->trouble, '\n');
  va_end (args);
  outcome->status = MAX (outcome->status, status);
}

/* The findings of an input, each with a place, which INTO does not hold yet. What an input itself repeats is
 * left as it is. tz_diag_free. */
static TzDiag *new_findings (const TzOutcome *into, const TzDiag *diag, const char *input)
{
  TzDiag *fresh = tz_diag_new ();
  for (guint i = 0; i < tz_diag_count (diag); i++) {
    const TzFinding *finding = tz_diag_get (diag, i);
    TzFinding told = *finding;
    g_autofree char *own = tz_own_message (finding, input, &told.place);
    if (!told.place.file)
      told.place = tz_place_file (input);
    if (own)
      told.message = own;
    if (!tz_diag_holds (into->diag, &told))
      tz_diag_add_copy (fresh, &told, &told.place, told.message);
  }
  return fresh;
}

void tz_outcome_take (TzOutcome *into, TzOutcome *take_from, const char *input)
{
  TzDiag *fresh = new_findings (into, take_from->diag, input);
  for (guint i = 0; i < tz_diag_count (fresh); i++) {
    const TzFinding *finding = tz_diag_get (fresh, i);
    tz_diag_add_copy (into->diag, finding, &finding->place, finding->message);
  }
  tz_diag_free (fresh);
  for (guint i = 0; i < take_from->paths->len; i++)
    g_ptr_array_add (into->paths, g_strdup (take_from->paths->pdata[i]));
  g_string_append (into->text, take_from->text->str);
  g_string_append (into->trouble, take_from->trouble->str);
  into->status = MAX (into->status, take_from->status);
  tz_outcome_free (take_from);
}

/* A file that is there but may not be read, or a disk that fails, is not the data's fault. */
static gboolean is_system (const char *code)
{
  const TzCode *entry = tz_code_lookup (code);
  return entry && entry->system;
}

static gboolean has_failure (const TzDiag *diag)
{
  for (guint i = 0; i < tz_diag_count (diag); i++)
    if (is_system (tz_diag_get (diag, i)->code))
      return TRUE;
  return FALSE;
}

void tz_outcome_judge (TzOutcome *outcome, gboolean strict)
{
  if (tz_diag_n_errors (outcome->diag) > 0 || (strict && tz_diag_n_warnings (outcome->diag) > 0))
    outcome->status = MAX (outcome->status, TZ_EXIT_DATA);
  if (has_failure (outcome->diag))
    outcome->status = MAX (outcome->status, TZ_EXIT_SYSTEM);
}

gboolean tz_command_find_data (TzOutcome *outcome)
{
  static const struct {
    const char *folder, *file;
  } wanted[] = { { "templates", "generic.ini" },
                 { "templates", "report.txt" },
                 { "templates/calendar", "china.ini" },
                 { "templates/words", "counters.ini" },
                 { "fonts", "fonts.ini" } };
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++) {
    g_autofree char *folder = tz_data_path (wanted[i].folder);
    g_autofree char *path = g_build_filename (folder, wanted[i].file, NULL);
    if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
      continue;
    tz_outcome_fail (
        outcome, TZ_EXIT_SYSTEM,
        _ ("a part of this program is missing: %s. Install it again, or let TAIZHANG_DATA name the "
           "folder that holds templates and fonts"),
        path);
    return FALSE;
  }
  return TRUE;
}

/* ---- JSON (RFC 8259) ---- */

static void add_string (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (const char *p = text; *p; p++) {
    guchar c = (guchar)*p;
    if (c == '"' || c == '\\')
      g_string_append_printf (json, "\\%c", c);
    else if (c < 0x20)
      g_string_append_printf (json, "\\u%04x", c);
    else
      g_string_append_c (json, (char)c);
  }
  g_string_append_c (json, '"');
}

static void add_field (GString *json, const char *name, const char *text)
{
  g_string_append_printf (json, ", \"%s\": ", name);
  add_string (json, text);
}

/* File names need not be UTF-8; JSON must. */
static void add_path (GString *json, const char *path)
{
  g_autofree char *shown = g_utf8_make_valid (path, -1);
  add_string (json, shown);
}

static void add_finding (GString *json, const TzFinding *finding)
{
  char address[16];
  g_string_append (json, "    { \"severity\": ");
  add_string (json, tz_severity_word (finding->severity));
  add_field (json, "code", finding->code);
  if (finding->place.file) {
    g_string_append (json, ", \"file\": ");
    add_path (json, finding->place.file);
  }
  if (finding->place.line > 0)
    g_string_append_printf (json, ", \"line\": %d", finding->place.line);
  if (finding->place.column > 0)
    g_string_append_printf (json, ", \"column\": %d", finding->place.column);
  if (*tz_place_address (&finding->place, address))
    add_field (json, "cell", address);
  add_field (json, "message", finding->message);
  g_string_append (json, " }");
}

char *tz_outcome_to_json (const TzOutcome *outcome)
{
  GString *json = g_string_new ("{\n  \"findings\": [");
  for (guint i = 0; i < tz_diag_count (outcome->diag); i++) {
    g_string_append (json, i ? ",\n" : "\n");
    add_finding (json, tz_diag_get (outcome->diag, i));
  }
  g_string_append (json, "\n  ],\n  \"files\": [");
  for (guint i = 0; i < outcome->paths->len; i++) {
    g_string_append (json, i ? ",\n    " : "\n    ");
    add_path (json, outcome->paths->pdata[i]);
  }
  g_string_append (json, "\n  ],\n  \"text\": ");
  add_string (json, outcome->text->str);
  g_string_append (json, ",\n  \"trouble\": ");
  add_path (json, outcome->trouble->str);
  g_string_append_printf (json, ",\n  \"status\": %d\n}\n", outcome->status);
  return g_string_free (json, FALSE);
}
