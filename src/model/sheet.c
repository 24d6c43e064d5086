#include "model/sheet.h"

#include "base/utf8.h"
#include "model/sheet_data.h"

static const char *const class_words[TZ_N_SHEET_CLASSES] = { "blank", "label", "title", "subtitle", "unit",
                                                             "meta",  "lead",  "head",  "colnum",   "section",
                                                             "body",  "total", "note",  "sign" };

const char *tz_sheet_class_word (TzSheetClass cls)
{
  return class_words[cls];
}

/* ---- the whole ---- */

static TzSheet *sheet_new (const TzSheetRows *rows)
{
  TzSheet *sheet = g_new0 (TzSheet, 1);
  sheet->rows = rows;
  sheet->n_rows = rows->n_rows;
  for (int row = 0; row < rows->n_rows; row++)
    sheet->n_cols = MAX (sheet->n_cols, MIN (rows->n_cells (rows->data, row), G_MAXUINT16));
  sheet->kinds = g_new0 (guint8, (gsize)sheet->n_rows * (gsize)sheet->n_cols + 1);
  sheet->lines = g_new0 (TzSheetLine, (gsize)sheet->n_rows + 1);
  sheet->tables = g_array_new (FALSE, TRUE, sizeof (TzSheetTable));
  sheet->titles = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  return sheet;
}

void tz_sheet_free (TzSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_free (sheet->kinds);
  g_free (sheet->lines);
  g_array_free (sheet->tables, TRUE);
  g_ptr_array_free (sheet->titles, TRUE);
  g_free (sheet);
}

/* The very classes that were said, where they differ from those of the rules. Notes may turn out to be
 * sign-off. */
static void take_given (TzSheet *sheet, const TzSheetHints *hints)
{
  for (int row = 0; hints != NULL && hints->given != NULL && row < sheet->n_rows; row++) {
    TzSheetLine *line = &sheet->lines[row];
    if (hints->given[row] < 0 || line->filled == 0)
      continue;
    if (!(hints->given[row] == TZ_SHEET_NOTE && line->cls == TZ_SHEET_SIGN) &&
        !(hints->given[row] == TZ_SHEET_HEAD && line->cls == TZ_SHEET_COLNUM))
      line->cls = (guint8)hints->given[row];
  }
}

TzSheet *tz_sheet_recognise (const TzSheetRows *rows, const TzSheetHints *hints)
{
  TzSheet *sheet = sheet_new (rows);
  tz_sheet_read_lines (sheet, hints);
  /* Twice: once it is known which rows are body, they alone tell the columns' types. */
  for (int known = 0; known < 2; known++) {
    tz_sheet_find_rules (sheet, known);
    tz_sheet_find_path (sheet, hints, known);
  }
  tz_sheet_name_rows (sheet);
  tz_sheet_find_totals (sheet);
  take_given (sheet, hints);
  tz_sheet_find_tables (sheet);
  return sheet;
}

int tz_sheet_n_rows (const TzSheet *sheet)
{
  return sheet->n_rows;
}

TzSheetClass tz_sheet_class (const TzSheet *sheet, int row)
{
  return (TzSheetClass)sheet->lines[row].cls;
}

double tz_sheet_sure (const TzSheet *sheet, int row)
{
  return sheet->lines[row].filled > 0 ? sheet->lines[row].sure / 255.0 : 1.0;
}

int tz_sheet_n_tables (const TzSheet *sheet)
{
  return (int)sheet->tables->len;
}

const TzSheetTable *tz_sheet_table (const TzSheet *sheet, int i)
{
  return &g_array_index (sheet->tables, TzSheetTable, i);
}

const TzSheetTitle *tz_sheet_titles (const TzSheet *sheet, int i, int *n)
{
  const GArray *titles = sheet->titles->pdata[i];
  *n = (int)titles->len;
  return (const TzSheetTitle *)(gconstpointer)titles->data;
}

char *tz_sheet_path (const TzSheet *sheet, int i, int col)
{
  GString *path = g_string_new (NULL);
  int n;
  const TzSheetTitle *titles = tz_sheet_titles (sheet, i, &n);
  for (int k = 0; k < n; k++) {
    const TzSheetTitle *title = &titles[k];
    if (col < title->col || col >= title->col + title->across || *title->text == '\0')
      continue;
    g_string_append_printf (path, "%s%s", path->len > 0 ? "/" : "", title->text);
  }
  return g_string_free (path, FALSE);
}

/* ---- dump ---- */

static void add_texts (GString *out, const TzSheet *sheet, int row)
{
  enum { N_TEXTS = 4, LENGTH = 16 };
  const TzSheetLine *line = &sheet->lines[row];
  int n = 0;
  for (int col = line->first; col <= line->last && n < N_TEXTS && line->filled > 0; col++) {
    if (!tz_sheet_filled (sheet, row, col))
      continue;
    char *text = tz_utf8_excerpt (tz_sheet_text (sheet, row, col), LENGTH);
    g_string_append_printf (out, "%s%s", n++ == 0 ? " " : " | ", text);
    g_free (text);
  }
}

static void add_blanks (GString *out, int from, int end)
{
  for (int number = from; number < end; number++)
    g_string_append_printf (out, "%d %s\n", number, class_words[TZ_SHEET_BLANK]);
}

char *tz_sheet_dump (const TzSheet *sheet)
{
  GString *out = g_string_new (NULL);
  int next = 1;
  for (int row = 0; row < sheet->n_rows; row++) {
    const TzSheetLine *line = &sheet->lines[row];
    add_blanks (out, next, line->number);
    g_string_append_printf (out, "%d %s", line->number, class_words[line->cls]);
    add_texts (out, sheet, row);
    g_string_append_c (out, '\n');
    next = line->number + 1;
  }
  add_blanks (out, next, sheet->rows->last + 1);
  return g_string_free (out, FALSE);
}
