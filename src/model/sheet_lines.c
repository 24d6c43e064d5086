/* The rows of a sheet as lines: which cells are filled, and with what. */
#include <string.h>

#include "model/sheet_data.h"

const char *tz_sheet_text (const TzSheet *sheet, int row, int col)
{
  return col < sheet->rows->n_cells (sheet->rows->data, row) ? sheet->rows->text (sheet->rows->data, row, col)
                                                             : "";
}

void tz_sheet_facts (const TzSheet *sheet, int row, int col, TzSheetFacts *facts)
{
  *facts = (TzSheetFacts){ 0 };
  if (sheet->rows->facts != NULL && col < sheet->rows->n_cells (sheet->rows->data, row))
    sheet->rows->facts (sheet->rows->data, row, col, facts);
}

/* What the workbook says a cell is goes before what it looks like. */
static TzCellKind read_kind (const TzSheet *sheet, int row, int col)
{
  TzSheetFacts facts;
  TzCellKind kind = tz_cell_kind (tz_sheet_text (sheet, row, col));
  if (sheet->rows->facts == NULL || !tz_cell_is_filled (kind))
    return kind;
  tz_sheet_facts (sheet, row, col, &facts);
  if (facts.flags & TZ_FACT_COVERED)
    return TZ_CELL_EMPTY;
  if (facts.flags & TZ_FACT_DATE)
    return TZ_CELL_DATE;
  if ((facts.flags & TZ_FACT_NUMBER) && kind != TZ_CELL_YEAR)
    return TZ_CELL_NUMBER;
  return kind;
}

/* Widths beyond what any rule asks for are alike. */
enum { MAX_WIDTH = 80 };

static void read_line (TzSheet *sheet, int row)
{
  TzSheetLine *line = &sheet->lines[row];
  guint8 *kinds = sheet->kinds + (gsize)row * (gsize)sheet->n_cols;
  int n_cells = sheet->rows->n_cells (sheet->rows->data, row);
  for (int col = 0; col < n_cells; col++) {
    kinds[col] = (guint8)read_kind (sheet, row, col);
    if (!tz_cell_is_filled ((TzCellKind)kinds[col]))
      continue;
    if (line->filled++ == 0)
      line->first = (guint16)col;
    line->last = (guint16)col;
    if (kinds[col] != TZ_CELL_WORDS)
      continue;
    int width = tz_cell_width (tz_sheet_text (sheet, row, col), MAX_WIDTH);
    line->widest = (guint8)MAX (line->widest, width);
    if (line->filled == 1)
      line->width = (guint8)width;
  }
}

/* Tells each row which is the next that is not blank. */
static void chain_lines (TzSheet *sheet)
{
  int above = -1;
  for (int row = 0; row < sheet->n_rows; row++) {
    TzSheetLine *line = &sheet->lines[row];
    line->next = -1;
    line->part = TZ_PART_NONE;
    line->number = sheet->rows->number != NULL ? sheet->rows->number (sheet->rows->data, row) : row + 1;
    if (line->filled == 0)
      continue;
    line->gap = above >= 0 && sheet->lines[above].number < line->number - 1;
    if (above >= 0)
      sheet->lines[above].next = row;
    above = row;
  }
}

/* ---- what is known beforehand ---- */

/* Rows that are to be skipped count as blank. */
static void skip_rows (TzSheet *sheet, const TzSheetHints *hints)
{
  for (int row = 0; hints != NULL && hints->given != NULL && row < sheet->n_rows; row++)
    if (hints->given[row] == TZ_SHEET_BLANK) {
      memset (sheet->kinds + (gsize)row * (gsize)sheet->n_cols, TZ_CELL_EMPTY, (gsize)sheet->n_cols);
      sheet->lines[row] = (TzSheetLine){ .part = TZ_PART_NONE, .next = -1 };
    }
}

/* All levels of the template's titles, folded. */
static GHashTable *fold_titles (const char *const *titles)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (; *titles != NULL; titles++) {
    g_auto (GStrv) levels = g_strsplit (*titles, "/", -1);
    for (char **level = levels; *level != NULL; level++) {
      char folded[160];
      tz_cell_fold (*level, folded, sizeof folded);
      if (*folded != '\0')
        g_hash_table_add (known, g_strdup (folded));
    }
  }
  return known;
}

/* Counts the cells of each of the first rows that bear a title of the template. */
static void count_titled (TzSheet *sheet, const char *const *titles)
{
  enum { N_ROWS = 15 }; /* a head stands among the first 15 rows */
  GHashTable *known = fold_titles (titles);
  for (int row = 0; row < MIN (sheet->n_rows, N_ROWS); row++) {
    TzSheetLine *line = &sheet->lines[row];
    for (int col = line->first; col <= line->last && line->filled > 0; col++) {
      char folded[160];
      if (!tz_sheet_filled (sheet, row, col) || line->titled == G_MAXUINT8)
        continue;
      tz_cell_fold (tz_sheet_text (sheet, row, col), folded, sizeof folded);
      if (g_hash_table_contains (known, folded))
        line->titled++;
    }
  }
  g_hash_table_destroy (known);
}

/* ---- all lines ---- */

void tz_sheet_read_lines (TzSheet *sheet, const TzSheetHints *hints)
{
  for (int row = 0; row < sheet->n_rows; row++)
    read_line (sheet, row);
  skip_rows (sheet, hints);
  chain_lines (sheet);
  if (hints != NULL && hints->titles != NULL)
    count_titled (sheet, hints->titles);
}
