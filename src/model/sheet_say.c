/* What was recognised, in words. Rows are counted from 1 here, as Excel does. */
#include "base/intl.h"
#include "base/list.h"
#include "model/sheet_data.h"

/* Below this a second reading of the head is named. */
#define PLAIN 0.75

/* What the classes are called in a sentence; NULL: not told. */
static const char *const class_names[TZ_N_SHEET_CLASSES] = {
  [TZ_SHEET_LABEL] = N_ ("label"),    [TZ_SHEET_TITLE] = N_ ("title"),   [TZ_SHEET_SUBTITLE] = N_ ("subtitle"),
  [TZ_SHEET_UNIT] = N_ ("unit line"), [TZ_SHEET_META] = N_ ("entries"),  [TZ_SHEET_LEAD] = N_ ("lead-in"),
  [TZ_SHEET_NOTE] = N_ ("notes"),     [TZ_SHEET_SIGN] = N_ ("sign-off"),
};

/* The N rows from FIRST on, by their numbers in the file. g_free. */
static char *say_rows (const TzSheet *sheet, int first, int n)
{
  if (n == 0)
    return g_strdup (_ ("no row"));
  int from = sheet->lines[first].number, to = sheet->lines[first + n - 1].number;
  return from == to ? g_strdup_printf (_ ("row %d"), from) : g_strdup_printf (_ ("rows %d–%d"), from, to);
}

/* "label, title and unit line". g_free. */
static char *say_classes (guint classes)
{
  const char *names[TZ_N_SHEET_CLASSES + 1] = { NULL };
  int n = 0;
  for (int cls = 0; cls < TZ_N_SHEET_CLASSES; cls++)
    if ((classes & 1u << cls) != 0)
      names[n++] = _ (class_names[cls]);
  return tz_list_and (names);
}

/* Translators: between the clauses of a sentence about the rows of a table. */
static void begin_clause (GString *text)
{
  if (text->len > 0)
    g_string_append (text, _ ("; "));
}

/* Adds what rows FIRST … END-1 were taken for, if any of them was taken for something that has a name. */
static void add_range (const TzSheet *sheet, int first, int end, GString *text)
{
  guint classes = 0;
  int from = -1, to = -1;
  for (int row = first; row < end; row++) {
    int cls = sheet->lines[row].cls;
    if (class_names[cls] == NULL)
      continue;
    classes |= 1u << cls;
    from = from < 0 ? row : from;
    to = row;
  }
  if (classes == 0)
    return;
  char *rows = say_rows (sheet, from, to + 1 - from), *names = say_classes (classes);
  begin_clause (text);
  g_string_append_printf (text, _ ("%s taken as %s"), rows, names);
  g_free (rows);
  g_free (names);
}

static void add_head (const TzSheet *sheet, const TzSheetTable *table, GString *text)
{
  begin_clause (text);
  if (table->n_head == 0) {
    g_string_append (text, _ ("no row taken as the head"));
    return;
  }
  char *rows = say_rows (sheet, table->head, table->n_head);
  g_string_append_printf (text, _ ("%s taken as the head"), rows);
  g_free (rows);
}

char *tz_sheet_describe (const TzSheet *sheet, int i)
{
  const TzSheetTable *table = tz_sheet_table (sheet, i);
  GString *text = g_string_new (NULL);
  int top = table->n_head > 0 ? table->head : table->body;
  add_range (sheet, table->first, top, text);
  add_head (sheet, table, text);
  add_range (sheet, top, table->end, text);
  return g_string_free (text, FALSE);
}

/* Adds N rows as the key takes them. */
static void add_to_key (const TzSheet *sheet, int first, int n, GString *key)
{
  if (n == 0)
    return;
  int from = sheet->lines[first].number, to = sheet->lines[first + n - 1].number;
  g_string_append_printf (key, "%s%d", key->len > 0 ? ", " : "", from);
  if (to > from)
    g_string_append_printf (key, "-%d", to);
}

/* The heads of all tables, that of table I in its other reading: where rows are named no others are head.
 * g_free.
 */
static char *other_key (const TzSheet *sheet, int i)
{
  GString *key = g_string_new (NULL);
  for (int k = 0; k < tz_sheet_n_tables (sheet); k++) {
    const TzSheetTable *table = tz_sheet_table (sheet, k);
    if (k == i)
      add_to_key (sheet, table->other_head, table->other_n_head, key);
    else
      add_to_key (sheet, table->head, table->n_head, key);
  }
  if (key->len == 0)
    g_string_append_c (key, '0');
  return g_string_free (key, FALSE);
}

char *tz_sheet_doubt (const TzSheet *sheet, int i)
{
  const TzSheetTable *table = tz_sheet_table (sheet, i);
  if (table->sure >= PLAIN)
    return NULL;
  g_autofree char *chosen = say_rows (sheet, table->head, table->n_head);
  g_autofree char *other = say_rows (sheet, table->other_head, table->other_n_head);
  g_autofree char *key = other_key (sheet, i);
  return g_strdup_printf (
      _ ("the head can be read in two ways: %s, as is done here, or %s; if the second is right, set "
         "header-rows = %s in [input]"),
      chosen, other, key);
}
