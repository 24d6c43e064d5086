#include "layout/table/break_fill.h"

static const TzCell *cell_at (const TzFill *fill, int row, int col)
{
  int index = tz_grid_index_at (fill->sized->grid, row, col);
  const TzCell *cell = index >= 0 ? tz_grid_cell (fill->sized->grid, index) : NULL;
  return cell && cell->col == col ? cell : NULL; /* once, at its first column */
}

static int n_lines (const TzFill *fill, const TzCell *cell)
{
  return fill->sized->lines[tz_grid_index_at (fill->sized->grid, cell->row, cell->col)]->n_lines;
}

static int end_of (const TzCell *cell)
{
  return cell->row + cell->row_span;
}

static gboolean is_short_merge (const TzSized *sized, const TzCell *cell)
{
  return cell->row_span > 1 && sized->lines[tz_grid_index_at (sized->grid, cell->row, cell->col)]->n_lines <= 6;
}

/* A short text of a merged cell, of up to six lines, is repeated in every part of the cell; a longer
 * one goes on from part to part. */
gboolean tz_cell_repeats (const TzSized *sized, const TzCell *cell)
{
  return is_short_merge (sized, cell) && tz_grid_continued (sized->grid) != TZ_CONTINUED_EMPTY;
}

int tz_cell_least_lines (const TzSized *sized, const TzCell *cell)
{
  int n = sized->lines[tz_grid_index_at (sized->grid, cell->row, cell->col)]->n_lines;
  return is_short_merge (sized, cell) ? n : 1;
}

/* Lines of CELL set before the page that FILL fills. */
static int lines_before (const TzFill *fill, const TzCell *cell)
{
  gboolean began = cell->row < fill->row || (cell->row == fill->row && fill->cut);
  return began ? fill->before[cell->col] : 0;
}

/* A short text of a merged cell stands whole on one page: where it is not repeated on the next, the
 * cell's first part is made high enough for all of it. */
static gboolean stays_whole (const TzFill *fill, const TzCell *cell)
{
  return tz_cell_repeats (fill->sized, cell) ||
         (is_short_merge (fill->sized, cell) && lines_before (fill, cell) == 0);
}

/* Height that the rest of CELL needs; nothing when all of it was set. */
static TzLen need_of (const TzFill *fill, const TzCell *cell)
{
  int rest = n_lines (fill, cell) - lines_before (fill, cell);
  return rest > 0 ? tz_sized_height_of (fill->sized, cell, rest) : 0;
}

static TzLen top_of_row (const TzFill *fill, int row)
{
  return g_array_index (fill->tops, TzLen, MAX (row - fill->row, 0));
}

void tz_fill_begin (TzFill *fill, int row, gboolean cut, const int *before, TzLen room)
{
  TzLen zero = 0;
  fill->row = row;
  fill->cut = cut;
  fill->before = before;
  fill->room = room;
  g_array_set_size (fill->parts, 0);
  g_array_set_size (fill->tops, 0);
  g_array_append_val (fill->tops, zero);
}

TzLen tz_fill_used (const TzFill *fill)
{
  return g_array_index (fill->tops, TzLen, fill->tops->len - 1);
}

static gboolean is_rest (const TzFill *fill, int row)
{
  return row == fill->row && fill->cut;
}

TzLen tz_fill_text_height (const TzFill *fill, int row)
{
  TzLen height = 6 * TZ_PT;
  for (int c = 0; c < fill->n_cols; c++) {
    const TzCell *cell = cell_at (fill, row, c);
    if (!cell || end_of (cell) != row + 1)
      continue;
    TzLen above = cell->row_span > 1 ? tz_fill_used (fill) - top_of_row (fill, cell->row) : 0;
    height = MAX (height, need_of (fill, cell) - above);
  }
  return height;
}

TzLen tz_fill_row_height (const TzFill *fill, int row)
{
  TzLen height = tz_fill_text_height (fill, row);
  return is_rest (fill, row) ? height : MAX (height, fill->sized->height[row]);
}

static gboolean in_long_merge (const TzFill *fill, int row)
{
  for (int c = 0; c < fill->n_cols; c++) {
    const TzCell *cell = cell_at (fill, row, c);
    if (cell && cell->row_span > 1 && !is_short_merge (fill->sized, cell))
      return TRUE;
  }
  return FALSE;
}

TzLen tz_fill_least_height (const TzFill *fill, int row)
{
  TzLen wanted =
      in_long_merge (fill, row) ? tz_grid_row (fill->sized->grid, row)->min_height : fill->sized->height[row];
  if (is_rest (fill, row))
    wanted = 0;
  return MAX (tz_fill_text_height (fill, row), MIN (wanted, fill->rooms->later));
}

void tz_fill_add (TzFill *fill, int row, TzLen height, gboolean cut_below)
{
  TzPart part = { .row = row, .height = height, .cut_below = cut_below };
  part.cut_above = is_rest (fill, row);
  TzLen bottom = tz_fill_used (fill) + height;
  g_array_append_val (fill->parts, part);
  g_array_append_val (fill->tops, bottom);
}

void tz_fill_drop (TzFill *fill)
{
  g_array_set_size (fill->parts, fill->parts->len - 1);
  g_array_set_size (fill->tops, fill->tops->len - 1);
}

/* ---- ending after a row ---- */

TzLen tz_fill_extension (const TzFill *fill, int row)
{
  TzLen more = 0;
  for (int c = 0; c < fill->n_cols; c++) {
    const TzCell *cell = cell_at (fill, row, c);
    if (!cell || end_of (cell) <= row + 1 || !stays_whole (fill, cell))
      continue;
    TzLen have = tz_fill_used (fill) - top_of_row (fill, cell->row);
    more = MAX (more, tz_sized_height_of (fill->sized, cell, n_lines (fill, cell)) - have);
  }
  return more;
}

/* How many more lines of CELL stand in HEIGHT, at most what is left of it. */
static int lines_in (const TzFill *fill, const TzCell *cell, TzLen height)
{
  const TzLines *lines = fill->sized->lines[tz_grid_index_at (fill->sized->grid, cell->row, cell->col)];
  const TzCellStyle *style = tz_sized_style (fill->sized, cell);
  TzLen fit = (height - 2 * style->pad_y) / lines->pitch;
  return (int)CLAMP (fit, 0, lines->n_lines - lines_before (fill, cell));
}

/* Lines of CELL that stand in HEIGHT above a page's end: at least two on each side
 * where the cell has them, unless FORCED. */
static int lines_above_end (const TzFill *fill, const TzCell *cell, TzLen height, gboolean forced)
{
  int rest = n_lines (fill, cell) - lines_before (fill, cell);
  int fit = lines_in (fill, cell, height);
  if (fit >= rest || forced)
    return fit;
  fit = MIN (fit, rest - 2);
  return fit < 2 ? 0 : fit;
}

int tz_fill_carry_merged (const TzFill *fill, int row, int *after)
{
  int n_split = 0;
  for (int c = 0; c < fill->n_cols; c++) {
    const TzCell *cell = cell_at (fill, row, c);
    if (!cell || end_of (cell) <= row + 1)
      continue;
    n_split++;
    if (tz_cell_repeats (fill->sized, cell))
      continue;
    TzLen height = tz_fill_used (fill) - top_of_row (fill, cell->row);
    after[c] = lines_before (fill, cell) + lines_above_end (fill, cell, height, FALSE);
  }
  return n_split;
}

/* ---- cutting a row ---- */

gboolean tz_fill_cut_row (TzFill *fill, int row, gboolean forced, int *after)
{
  TzLen left = fill->room - tz_fill_used (fill), height = 0;
  gboolean rest = FALSE;
  int moved = 0, tallest = 0, tallest_moved = 0;
  for (int c = 0; c < fill->n_cols; c++) {
    const TzCell *cell = cell_at (fill, row, c);
    if (!cell || end_of (cell) != row + 1)
      continue;
    TzLen above = cell->row_span > 1 ? tz_fill_used (fill) - top_of_row (fill, cell->row) : 0;
    gboolean repeats = tz_cell_repeats (fill->sized, cell);
    gboolean whole = stays_whole (fill, cell);
    int all = n_lines (fill, cell) - lines_before (fill, cell);
    int fit = whole ? lines_in (fill, cell, left + above) : lines_above_end (fill, cell, left + above, forced);
    if (whole && fit < all)
      return FALSE;
    after[c] = repeats ? 0 : lines_before (fill, cell) + fit;
    rest |= !repeats && fit < all;
    moved += repeats ? 0 : fit;
    if (!repeats && all > tallest) {
      tallest = all;
      tallest_moved = fit;
    }
    if (fit > 0)
      height = MAX (height, tz_sized_height_of (fill->sized, cell, fit) - above);
  }
  /* A cut that leaves only the row's number above it, or one line of its longest text, is none. */
  if (moved == 0 || !rest || height <= 0 || (!forced && tallest_moved < 2))
    return FALSE;
  tz_fill_add (fill, row, height, TRUE);
  TzLen more = tz_fill_extension (fill, row);
  tz_fill_drop (fill);
  if (tz_fill_used (fill) + height + more > fill->room)
    return FALSE;
  tz_fill_add (fill, row, height + more, TRUE);
  tz_fill_carry_merged (fill, row, after);
  return TRUE;
}
