/* What the columns hold near a row: a window that moves down with it. */
#include "model/sheet_look.h"

#include <string.h>

enum { WINDOW = 12 }; /* rows on each side that tell what a column holds */

static gboolean tells_types (const TzSheetLook *look, int row)
{
  const TzSheetLine *line = &look->sheet->lines[row];
  if (look->known)
    return line->part == TZ_PART_BODY;
  if (line->filled >= 2)
    return TRUE;
  return line->filled == 1 && tz_cell_is_figure (tz_sheet_kind (look->sheet, row, line->first));
}

/* Takes ROW into the census (BY 1) or out (-1). Rows below weigh double: a head is known by what follows. */
static void count_row (TzSheetLook *look, int row, int by)
{
  if (row < look->table_first || row >= look->table_end || !tells_types (look, row))
    return;
  const TzSheetLine *line = &look->sheet->lines[row];
  for (int col = line->first; col <= line->last; col++) {
    TzCellKind kind = tz_sheet_kind (look->sheet, row, col);
    TzSheetCensus *near = &look->near[col];
    if (tz_cell_is_figure (kind))
      near->figures += 2 * by;
    else if (kind == TZ_CELL_MARK)
      near->figures += by;
    else if (kind == TZ_CELL_WORDS)
      near->words += 2 * by;
    else if (tz_cell_is_filled (kind))
      near->others += 2 * by;
  }
}

/* A table begins where a title or a head follows upon anything else. */
static int find_table_end (const TzSheetLook *look, int row)
{
  const TzSheet *sheet = look->sheet;
  gboolean begun = FALSE;
  for (; row < sheet->n_rows && look->known; row++) {
    guint8 part = sheet->lines[row].part;
    if (begun && (part == TZ_PART_ABOVE || part == TZ_PART_HEAD))
      return row;
    begun = begun || part == TZ_PART_BODY || part == TZ_PART_BELOW;
  }
  return sheet->n_rows;
}

/* Puts the window around the first ROW of a table: nothing above counts. */
static void open_window (TzSheetLook *look, int row)
{
  look->table_first = row;
  look->table_end = find_table_end (look, row);
  memset (look->near, 0, (gsize)look->sheet->n_cols * sizeof *look->near);
  for (int below = row + 1; below <= row + WINDOW; below++)
    count_row (look, below, 2);
  look->row = row;
}

/* Moves the window on to ROW, the next one: rows below count twice, ROW itself not at all. */
static void move_window (TzSheetLook *look, int row)
{
  if (row == look->table_end) {
    open_window (look, row);
    return;
  }
  count_row (look, row - 1, 1); /* has become a row above */
  count_row (look, row - 1 - WINDOW, -1);
  count_row (look, row, -2);
  count_row (look, row + WINDOW, 2);
  look->row = row;
}

gboolean tz_look_holds_figures (const TzSheetLook *look, int col)
{
  const TzSheetCensus *near = &look->near[col];
  return near->figures > 1 && near->figures >= near->words + near->others;
}

gboolean tz_look_holds_dates (const TzSheetLook *look, int col)
{
  const TzSheetCensus *near = &look->near[col];
  return near->others > near->words + near->figures;
}

static gboolean is_used (const TzSheetLook *look, int col)
{
  const TzSheetCensus *near = &look->near[col];
  return near->figures + near->words + near->others > 0;
}

static void look_at_columns (TzSheetLook *look)
{
  look->label = -1;
  look->n_used = look->last = 0;
  for (int col = 0; col < look->sheet->n_cols; col++)
    if (is_used (look, col)) {
      look->n_used++;
      look->last = col;
      if (look->label < 0)
        look->label = col;
    }
  look->label = MAX (look->label, 0);
}

void tz_look_open (TzSheetLook *look, TzSheet *sheet, gboolean known)
{
  *look = (TzSheetLook){ .sheet = sheet, .known = known };
  look->near = g_new0 (TzSheetCensus, (gsize)sheet->n_cols + 1);
}

void tz_look_close (TzSheetLook *look)
{
  g_free (look->near);
}

void tz_look_move (TzSheetLook *look, int row)
{
  move_window (look, row);
  look->line = &look->sheet->lines[row];
  if (look->line->filled > 0)
    look_at_columns (look);
}
