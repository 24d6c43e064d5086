#include "layout/table/break_row.h"

struct TzBreakRows {
  int first;
  TzContinued continued;
  TzBreakRow *rows;
  TzBreakCell *cells;          /* by index of the grid's */
  const TzBreakCell **covered; /* of all rows, one after the other */
};

/* ---- cells ---- */

static const TzLines *lines_of (const TzSized *sized, const TzCell *cell)
{
  return sized->lines[tz_grid_index_at (sized->grid, cell->row, cell->col)];
}

static gboolean is_brief (const TzCell *cell, const TzLines *lines)
{
  enum { MOST_LINES = 6 };
  return cell->row_span > 1 && lines->n_lines <= MOST_LINES;
}

gboolean tz_cell_repeats (const TzSized *sized, const TzCell *cell)
{
  return is_brief (cell, lines_of (sized, cell)) && tz_grid_continued (sized->grid) != TZ_CONTINUED_EMPTY;
}

int tz_cell_least_lines (const TzSized *sized, const TzCell *cell)
{
  const TzLines *lines = lines_of (sized, cell);
  return is_brief (cell, lines) ? lines->n_lines : 1;
}

/* A longer one is content, whatever its column is called. */
static gboolean is_name (const TzCell *cell, const TzLines *lines)
{
  enum { MOST_LINES = 12, MOST_CHARACTERS = 50 };
  return cell->label && cell->row_span == 1 && lines->n_lines <= MOST_LINES &&
         lines->n_glyphs <= MOST_CHARACTERS;
}

static void set_cell (TzBreakCell *to, const TzSized *sized, const TzCell *cell, const TzLines *lines)
{
  to->row = cell->row;
  to->end = cell->row + cell->row_span;
  to->col = cell->col;
  to->n_lines = lines->n_lines;
  to->pitch = lines->pitch;
  to->padding = 2 * tz_sized_style (sized, cell)->pad_y;
  to->merged = cell->row_span > 1;
  to->brief = is_brief (cell, lines);
  to->repeats = to->brief && tz_grid_continued (sized->grid) != TZ_CONTINUED_EMPTY;
  to->name = is_name (cell, lines);
}

TzLen tz_break_cell_height (const TzBreakCell *cell, int n)
{
  return n > 0 ? n * cell->pitch + cell->padding : 0;
}

/* ---- rows ---- */

static void set_row (TzBreakRow *to, const TzSized *sized, const TzBreakCell *cells, int row,
                     const TzBreakCell **covered)
{
  const TzGridRow *grid_row = tz_grid_row (sized->grid, row);
  to->flags = grid_row->flags;
  to->height = sized->height[row];
  to->min_height = grid_row->min_height;
  to->cells = covered;
  for (int c = 0; c < sized->n_cols; c++) {
    int index = tz_grid_index_at (sized->grid, row, c);
    const TzBreakCell *cell = index >= 0 ? &cells[index] : NULL;
    if (!cell || cell->col != c)
      continue;
    covered[to->n++] = cell;
    to->ends_merge |= cell->merged && cell->end == row + 1;
    to->goes_on |= cell->end > row + 1;
  }
}

TzBreakRows *tz_break_rows_new (const TzSized *sized)
{
  TzBreakRows *rows = g_new0 (TzBreakRows, 1);
  int n_cells = tz_grid_n_cells (sized->grid);
  rows->first = tz_grid_n_head (sized->grid);
  rows->continued = tz_grid_continued (sized->grid);
  rows->rows = g_new0 (TzBreakRow, sized->n_rows - rows->first);
  rows->cells = g_new0 (TzBreakCell, n_cells);
  rows->covered = g_new (const TzBreakCell *, (gsize)(sized->n_rows - rows->first) * (gsize)sized->n_cols);
  for (int i = 0; i < n_cells; i++)
    set_cell (&rows->cells[i], sized, tz_grid_cell (sized->grid, i), sized->lines[i]);
  const TzBreakCell **covered = rows->covered;
  for (int row = rows->first; row < sized->n_rows; row++) {
    TzBreakRow *to = &rows->rows[row - rows->first];
    set_row (to, sized, rows->cells, row, covered);
    covered += to->n;
  }
  return rows;
}

void tz_break_rows_free (TzBreakRows *rows)
{
  g_free (rows->rows);
  g_free (rows->cells);
  g_free (rows->covered);
  g_free (rows);
}

const TzBreakRow *tz_break_row (const TzBreakRows *rows, int row)
{
  return &rows->rows[row - rows->first];
}

TzContinued tz_break_rows_continued (const TzBreakRows *rows)
{
  return rows->continued;
}
