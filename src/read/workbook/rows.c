#include "read/workbook/rows.h"

#include "base/intl.h"
#include "base/utf8.h"

#include <string.h>

typedef struct {
  const TzWorkbook *workbook;
  const TzWorksheet *sheet;
  gboolean keep_hidden;
  TzDiag *diag;
  TzTexts *texts;
  TzRowsMaker *maker;
  int *columns;         /* by column of the sheet, from 1: that of the rows, from 0; -1: left out */
  GArray *shown;        /* of int: the columns of the sheet that are not left out */
  int n_hidden_columns; /* that show something */
  int n_hidden_rows;
  guint run; /* the next of the sheet's bold parts */
} Maker;

static TzPlace place_of (const Maker *m, int row, int col)
{
  TzPlace place = { m->sheet->file, row, col, row, col };
  return place;
}

/* ── hidden ──────────────────────────────────────────────────────────────── */

static gboolean is_hidden_row (const Maker *m, int row)
{
  return !m->keep_hidden && tz_worksheet_in_ranges (m->sheet->hidden_rows, row);
}

/* Columns in which something is shown. g_free. */
static gboolean *used_columns (const TzWorksheet *sheet)
{
  gboolean *used = g_new0 (gboolean, (gsize)sheet->n_cols + 2);
  for (guint i = 0; i < sheet->cells->len; i++)
    used[g_array_index (sheet->cells, TzWorksheetCell, i).col] = TRUE;
  return used;
}

/* What was typed far to the right by mistake would make a table as wide as that: of many empty columns in a row
 * a few stay, so that it still stands apart. */
static void choose_columns (Maker *m)
{
  enum { MOST_EMPTY = 10 };
  int n = m->sheet->n_cols, at = 0, n_empty = 0;
  gboolean *used = used_columns (m->sheet);
  m->columns = g_new0 (int, (gsize)n + 2);
  for (int col = 1; col <= n; col++) {
    gboolean hidden = !m->keep_hidden && tz_worksheet_in_ranges (m->sheet->hidden_columns, col);
    n_empty = used[col] ? 0 : n_empty + 1;
    m->columns[col] = hidden || n_empty > MOST_EMPTY ? -1 : at++;
    if (m->columns[col] < 0)
      continue;
    tz_rows_maker_number (m->maker, m->columns[col], col);
    g_array_append_val (m->shown, col);
  }
  g_free (used);
}

/* How many columns before COL of the sheet are not left out: that of the rows where the next one stands. */
static int shown_before (const Maker *m, int col)
{
  guint low = 0, high = m->shown->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (g_array_index (m->shown, int, middle) < col)
      low = middle + 1;
    else
      high = middle;
  }
  return (int)low;
}

static void report_hidden (const Maker *m)
{
  TzPlace place = tz_place_file (m->sheet->file);
  if (m->n_hidden_rows > 0)
    tz_rows_maker_hide (m->maker);
  if (m->n_hidden_rows > 0)
    tz_diag_add (
        m->diag, TZ_WARNING, &place, "hidden-rows",
        m->sheet->has_filter
            ? ngettext ("%d row is hidden by a filter and left out; show all rows, or write hidden = keep "
                        "under [input]",
                        "%d rows are hidden by a filter and left out; show all rows, or write hidden = keep "
                        "under [input]",
                        (gulong)m->n_hidden_rows)
            : ngettext ("%d row is hidden and left out; show it, or write hidden = keep under [input]",
                        "%d rows are hidden and left out; show them, or write hidden = keep under [input]",
                        (gulong)m->n_hidden_rows),
        m->n_hidden_rows);
  if (m->n_hidden_columns > 0)
    tz_diag_add (
        m->diag, TZ_WARNING, &place, "hidden-columns",
        ngettext ("%d column is hidden and left out; show it, or write hidden = keep under [input]",
                  "%d columns are hidden and left out; show them, or write hidden = keep under [input]",
                  (gulong)m->n_hidden_columns),
        m->n_hidden_columns);
}

/* ── cells ───────────────────────────────────────────────────────────────── */

enum { FROM_1900 = 1462 }; /* days from the day 0 of Excel's usual calendar to that of 1904 */

static TzFieldFacts facts_of (const Maker *m, const TzWorksheetCell *cell)
{
  static const guint8 kinds[] = {
    [TZ_WORKSHEET_TEXT] = TZ_FIELD_TEXT,   [TZ_WORKSHEET_NUMBER] = TZ_FIELD_NUMBER,
    [TZ_WORKSHEET_DATE] = TZ_FIELD_DATE,   [TZ_WORKSHEET_BOOLEAN] = TZ_FIELD_BOOLEAN,
    [TZ_WORKSHEET_ERROR] = TZ_FIELD_ERROR, [TZ_WORKSHEET_UNKNOWN] = TZ_FIELD_MISSING
  };
  const TzWorksheetStyle *style = tz_workbook_style (m->workbook, cell->style);
  TzFieldFacts facts = {
    .value = cell->value, .format = style->written, .kind = kinds[cell->kind], .typed = TRUE
  };
  if (cell->kind == TZ_WORKSHEET_DATE && style->has_day && tz_workbook_is_1904 (m->workbook))
    facts.value += FROM_1900;
  facts.bold = style->bold ? 1 : 0;
  facts.indent = (guint8)MIN (style->indent, G_MAXUINT8);
  return facts;
}

/* Blanks at the ends of the cell and of its lines go, but full-width ones right before the text. */
static const char *trim (const Maker *m, const char *text, gsize *dropped)
{
  const char *end = text + strlen (text), *last = tz_utf8_drop_blanks (text, end);
  const char *start = tz_utf8_back_to_indent (text, tz_utf8_skip_blanks (text, last));
  *dropped = (gsize)(start - text);
  if (start == text && *last == '\0')
    return text;
  gsize n = (gsize)(last - start);
  char *room = tz_texts_begin (m->texts, n + 1);
  memcpy (room, start, n);
  return tz_texts_end (m->texts, n);
}

static void add_bold (Maker *m, guint index, const TzWorksheetCell *cell, int col, gsize dropped)
{
  const GArray *runs = m->sheet->runs;
  while (m->run < runs->len && g_array_index (runs, TzWorksheetRun, m->run).cell < index)
    m->run++;
  for (; m->run < runs->len && g_array_index (runs, TzWorksheetRun, m->run).cell == index; m->run++) {
    const TzWorksheetRun *run = &g_array_index (runs, TzWorksheetRun, m->run);
    TzBold bold = { cell->row, col, run->start - MIN (run->start, (guint)dropped),
                    run->end - MIN (run->end, (guint)dropped) };
    if (bold.start < bold.end)
      tz_rows_maker_bold (m->maker, bold);
  }
}

/* Nothing is shown in the columns of the sheet from FROM to before TO. */
static void add_gap (Maker *m, int row, int from, int to)
{
  if (from == to)
    return;
  int end = shown_before (m, to);
  for (int i = shown_before (m, from); i < end; i++)
    tz_rows_maker_add (m->maker, "", row, g_array_index (m->shown, int, i), NULL);
}

/* The cells from FIRST to END of the sheet are one row. */
static void add_row (Maker *m, guint first, guint end)
{
  const TzWorksheetCell *cells = (const TzWorksheetCell *)(gconstpointer)m->sheet->cells->data;
  int row = cells[first].row, next = 1;
  tz_rows_maker_begin (m->maker, row, row);
  for (guint i = first; i < end; i++) {
    int col = m->columns[cells[i].col];
    add_gap (m, row, next, cells[i].col);
    next = cells[i].col + 1;
    if (col < 0) {
      m->n_hidden_columns = MAX (m->n_hidden_columns, 1);
      continue;
    }
    gsize dropped;
    TzFieldFacts facts = facts_of (m, &cells[i]);
    tz_rows_maker_add (m->maker, trim (m, cells[i].text, &dropped), row, cells[i].col, &facts);
    add_bold (m, i, &cells[i], col, dropped);
  }
  tz_rows_maker_end (m->maker, row);
}

static void add_rows (Maker *m)
{
  const TzWorksheetCell *cells = (const TzWorksheetCell *)(gconstpointer)m->sheet->cells->data;
  for (guint first = 0, end; first < m->sheet->cells->len && !tz_rows_maker_is_full (m->maker); first = end) {
    for (end = first; end < m->sheet->cells->len && cells[end].row == cells[first].row;)
      end++;
    if (is_hidden_row (m, cells[first].row))
      m->n_hidden_rows++;
    else
      add_row (m, first, end);
  }
}

/* Hidden columns that show something anywhere. */
static void count_hidden_columns (Maker *m)
{
  if (m->n_hidden_columns == 0)
    return;
  gboolean *seen = g_new0 (gboolean, (gsize)m->sheet->n_cols + 1);
  m->n_hidden_columns = 0;
  for (guint i = 0; i < m->sheet->cells->len; i++) {
    int col = g_array_index (m->sheet->cells, TzWorksheetCell, i).col;
    if (m->columns[col] < 0 && !seen[col]) {
      seen[col] = TRUE;
      m->n_hidden_columns++;
    }
  }
  g_free (seen);
}

/* ── merges and widths ───────────────────────────────────────────────────── */

/* The merged cells, without what is hidden of them. Where the first row or column of one is hidden, its text,
 * which stands there, is hidden, too, as on the screen. */
static void add_merges (Maker *m)
{
  for (guint i = 0; i < m->sheet->merges->len; i++) {
    const TzWorksheetMerge *merge = &g_array_index (m->sheet->merges, TzWorksheetMerge, i);
    int last_col = MIN (merge->last_col, m->sheet->n_cols);
    if (merge->col > last_col || m->columns[merge->col] < 0 || is_hidden_row (m, merge->row))
      continue;
    int first = m->columns[merge->col], last = shown_before (m, last_col + 1) - 1;
    tz_rows_maker_merge (m->maker, (TzMerge){ merge->row, first, merge->last_row, last });
  }
}

static void add_widths (Maker *m)
{
  const GArray *widths = m->sheet->widths;
  double usual = m->sheet->usual_width > 0 ? m->sheet->usual_width : 8.43;
  for (int col = 1; col <= m->sheet->n_cols; col++) {
    double width = col < (int)widths->len ? g_array_index (widths, double, col) : 0;
    if (m->columns[col] >= 0)
      tz_rows_maker_width (m->maker, m->columns[col], width > 0 ? width : usual);
  }
}

/* ── what is wrong in cells ──────────────────────────────────────────────── */

typedef struct {
  const TzWorksheetCell *first;
  int n;
} Count;

/* Cells of KIND that are shown, by column from 1. g_free. */
static Count *count_kind (const Maker *m, TzWorksheetKind kind)
{
  Count *counts = g_new0 (Count, (gsize)m->sheet->n_cols + 2);
  for (guint i = 0; i < m->sheet->cells->len; i++) {
    const TzWorksheetCell *cell = &g_array_index (m->sheet->cells, TzWorksheetCell, i);
    if (cell->kind != kind || m->columns[cell->col] < 0 || is_hidden_row (m, cell->row))
      continue;
    Count *count = &counts[cell->col];
    count->first = count->n++ == 0 ? cell : count->first;
  }
  return counts;
}

static void tell_error (const Maker *m, const TzPlace *place, const Count *count)
{
  tz_diag_add (
      m->diag, TZ_WARNING, place, "error-value",
      _ ("“%s” (cells in this column: %d): a formula fails in Excel; correct it there, or type the value"),
      count->first->text, count->n);
}

static void tell_missing (const Maker *m, const TzPlace *place, const Count *count)
{
  tz_diag_add (
      m->diag, TZ_WARNING, place, "formula-no-value",
      _ ("the file does not hold what the formula gives here (cells in this column: %d); open it in Excel or "
         "WPS, save it, and give it again"),
      count->n);
}

/* Tells once for a column of cells of KIND. */
static void report_kind (const Maker *m, TzWorksheetKind kind,
                         void (*tell) (const Maker *m, const TzPlace *place, const Count *count))
{
  Count *counts = count_kind (m, kind);
  for (int col = 1; col <= m->sheet->n_cols; col++) {
    if (counts[col].n == 0)
      continue;
    TzPlace place = place_of (m, counts[col].first->row, counts[col].first->col);
    tell (m, &place, &counts[col]);
  }
  g_free (counts);
}

/* ── what is not taken over ──────────────────────────────────────────────── */

/* The background that all cells FIRST … END-1 have, 0 if they differ. */
static int common_fill (const Maker *m, const TzWorksheetCell *cells, guint first, guint end)
{
  int fill = tz_workbook_style (m->workbook, cells[first].style)->fill;
  for (guint i = first + 1; i < end; i++)
    if (tz_workbook_style (m->workbook, cells[i].style)->fill != fill)
      return 0;
  return fill;
}

/* The first cell below the head that has a background, and in *N how many there are: 红色为滞后. Coloured rows
 * before the first that is not are the head. */
static const TzWorksheetCell *find_coloured (const Maker *m, int *n)
{
  const TzWorksheetCell *cells = (const TzWorksheetCell *)(gconstpointer)m->sheet->cells->data, *found = NULL;
  gboolean below_head = FALSE;
  for (guint first = 0, end; first < m->sheet->cells->len; first = end) {
    for (end = first; end < m->sheet->cells->len && cells[end].row == cells[first].row;)
      end++;
    below_head = below_head || (end - first > 1 && common_fill (m, cells, first, end) == 0);
    for (guint i = first; i < end && below_head && !is_hidden_row (m, cells[first].row); i++) {
      const TzWorksheetStyle *style = tz_workbook_style (m->workbook, cells[i].style);
      if (style->fill == 0 || style->bold || m->columns[cells[i].col] < 0)
        continue;
      found = found ? found : &cells[i];
      (*n)++;
    }
  }
  return found;
}

static void report_not_taken (const Maker *m)
{
  TzPlace place = tz_place_file (m->sheet->file);
  int n = 0;
  const TzWorksheetCell *coloured = find_coloured (m, &n);
  if (m->sheet->n_pictures > 0)
    tz_diag_add (m->diag, TZ_WARNING, &place, "pictures",
                 _ ("pictures, charts and text boxes over the cells are not read; put in by hand what belongs "
                    "to the table"));
  if (m->sheet->n_comments > 0)
    tz_diag_add (m->diag, TZ_NOTE, &place, "comments",
                 ngettext ("%d comment (cell %s) is not read",
                           "%d comments (the first in cell %s) are not read", (gulong)m->sheet->n_comments),
                 m->sheet->n_comments, m->sheet->first_comment);
  if (!coloured)
    return;
  place = place_of (m, coloured->row, coloured->col);
  tz_diag_add (m->diag, TZ_NOTE, &place, "colours",
               ngettext ("%d cell is coloured; colours are not taken over, so say in words what they mean",
                         "%d cells are coloured; colours are not taken over, so say in words what they mean",
                         (gulong)n),
               n);
}

static void report_cells (const Maker *m)
{
  report_kind (m, TZ_WORKSHEET_ERROR, tell_error);
  report_kind (m, TZ_WORKSHEET_UNKNOWN, tell_missing);
  report_not_taken (m);
}

TzRows *tz_worksheet_rows (const TzWorkbook *workbook, const TzWorksheet *sheet, gboolean keep_hidden,
                           TzDiag *diag)
{
  Maker m = { .workbook = workbook, .sheet = sheet, .keep_hidden = keep_hidden, .diag = diag };
  m.texts = tz_workbook_texts (workbook);
  m.maker = tz_rows_maker_new (sheet->file, m.texts, TRUE);
  tz_rows_maker_set_sheet (m.maker, sheet->numbered ? NULL : sheet->name);
  m.shown = g_array_new (FALSE, FALSE, sizeof (int));
  choose_columns (&m);
  add_rows (&m);
  add_merges (&m);
  add_widths (&m);
  count_hidden_columns (&m);
  report_hidden (&m);
  report_cells (&m);
  g_array_unref (m.shown);
  g_free (m.columns);
  return tz_rows_maker_finish (m.maker, diag);
}
