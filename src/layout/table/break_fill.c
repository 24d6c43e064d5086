#include "layout/table/break_fill.h"

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

/* ---- what of a cell stands on the page ---- */

static int before (const TzFill *fill, const TzBreakCell *cell)
{
  gboolean began = cell->row < fill->row || (cell->row == fill->row && fill->cut);
  return began ? fill->before[cell->col] : 0;
}

int tz_fill_lines_before (const TzFill *fill, const TzBreakCell *cell)
{
  return MAX (before (fill, cell), 0);
}

gboolean tz_fill_was_said (const TzFill *fill, const TzBreakCell *cell)
{
  return before (fill, cell) == TZ_SAID_AGAIN;
}

int tz_fill_lines_in (const TzFill *fill, const TzBreakCell *cell, TzLen height)
{
  TzLen fit = (height - cell->padding) / cell->pitch;
  return (int)CLAMP (fit, 0, cell->n_lines - tz_fill_lines_before (fill, cell));
}

int tz_fill_lines_above (const TzFill *fill, const TzBreakCell *cell, TzLen height, int least)
{
  int rest = cell->n_lines - tz_fill_lines_before (fill, cell);
  int fit = tz_fill_lines_in (fill, cell, height);
  if (fit >= rest || least == 1)
    return fit;
  least = rest >= 2 * least ? least : 2;
  fit = MIN (fit, rest - least);
  return fit < least ? 0 : fit;
}

/* Where a short text of a merged cell is not repeated on the next page, the cell's first part is made
 * high enough for all of it. */
gboolean tz_fill_stays_whole (const TzFill *fill, const TzBreakCell *cell)
{
  return cell->repeats || (cell->brief && tz_fill_lines_before (fill, cell) == 0);
}

TzLen tz_fill_height_above (const TzFill *fill, const TzBreakCell *cell)
{
  return tz_fill_used (fill) - g_array_index (fill->tops, TzLen, MAX (cell->row - fill->row, 0));
}

/* ---- the next row ---- */

TzLen tz_fill_text_height (const TzFill *fill, int row)
{
  const TzBreakRow *at = tz_break_row (fill->rows, row);
  TzLen height = 6 * TZ_PT;
  for (int i = 0; i < at->n; i++) {
    const TzBreakCell *cell = at->cells[i];
    if (cell->end != row + 1)
      continue;
    TzLen above = cell->merged ? tz_fill_height_above (fill, cell) : 0;
    TzLen need = tz_break_cell_height (cell, cell->n_lines - tz_fill_lines_before (fill, cell));
    height = MAX (height, need - above);
  }
  return height;
}

TzLen tz_fill_row_height (const TzFill *fill, int row)
{
  const TzBreakRow *at = tz_break_row (fill->rows, row);
  if (is_rest (fill, row))
    return tz_fill_text_height (fill, row);
  return at->ends_merge ? MAX (tz_fill_text_height (fill, row), at->height) : at->height;
}

static gboolean in_long_merge (const TzBreakRow *at)
{
  for (int i = 0; i < at->n; i++)
    if (at->cells[i]->merged && !at->cells[i]->brief)
      return TRUE;
  return FALSE;
}

TzLen tz_fill_least_height (const TzFill *fill, int row)
{
  const TzBreakRow *at = tz_break_row (fill->rows, row);
  TzLen wanted = in_long_merge (at) ? at->min_height : at->height;
  if (is_rest (fill, row))
    wanted = 0;
  return MAX (tz_fill_text_height (fill, row), MIN (wanted, fill->rooms->later));
}

/* ---- ending after a row ---- */

TzLen tz_fill_extension (const TzFill *fill, int row)
{
  const TzBreakRow *at = tz_break_row (fill->rows, row);
  TzLen more = 0;
  for (int i = 0; at->goes_on && i < at->n; i++) {
    const TzBreakCell *cell = at->cells[i];
    if (cell->end > row + 1 && tz_fill_stays_whole (fill, cell))
      more = MAX (more, tz_break_cell_height (cell, cell->n_lines) - tz_fill_height_above (fill, cell));
  }
  return more;
}

int tz_fill_carry_merged (const TzFill *fill, int row, int *after)
{
  const TzBreakRow *at = tz_break_row (fill->rows, row);
  int n_split = 0;
  for (int i = 0; at->goes_on && i < at->n; i++) {
    const TzBreakCell *cell = at->cells[i];
    if (cell->end <= row + 1)
      continue;
    n_split++;
    if (!cell->repeats)
      after[cell->col] = tz_fill_lines_before (fill, cell) +
                         tz_fill_lines_above (fill, cell, tz_fill_height_above (fill, cell), 2);
  }
  return n_split;
}
