#include "layout/table/break_cut.h"

typedef struct {
  const TzFill *fill;
  TzCutCare care;
  TzContinued continued;
  int *after;
  int longest;  /* lines of the longest text that may go on below */
  int moved;    /* lines above the cut, of all such texts together */
  int rest;     /* and below it, of the one with most there */
  TzLen height; /* of the part above the cut */
  TzLen below;  /* of the part below: what its texts need, */
  TzLen names;  /* and its names */
  TzCutSides sides;
} Cut;

/* A text that goes on: FIT of its ALL lines stand above the cut. */
static void cut_text (Cut *cut, const TzBreakCell *cell, int fit, int all)
{
  cut->after[cell->col] = tz_fill_lines_before (cut->fill, cell) + fit;
  cut->moved += fit;
  cut->rest = MAX (cut->rest, all - fit);
  cut->below = MAX (cut->below, tz_break_cell_height (cell, all - fit));
  if (all > cut->longest) {
    cut->longest = all;
    cut->sides.above = fit;
  }
}

/* A number or name stands whole above the cut, and is said again below it. Where it cannot stand whole it
 * is cut as other texts are, or not said again. Returns its lines above the cut, or -1. */
static int cut_name (Cut *cut, const TzBreakCell *cell, TzLen room)
{
  int all = cell->n_lines;
  gboolean said = tz_fill_was_said (cut->fill, cell);
  gboolean whole = tz_fill_lines_in (cut->fill, cell, room) == all;
  gboolean again = cut->care == TZ_CUT_WELL && cut->continued != TZ_CONTINUED_EMPTY;
  if (cut->care == TZ_CUT_WELL && !whole)
    return -1;
  cut->sides.named &= whole;
  cut->names = MAX (cut->names, tz_break_cell_height (cell, all));
  cut->after[cell->col] = again ? TZ_SAID_AGAIN : all;
  if (said || (whole && cut->care != TZ_CUT_FORCED))
    return whole ? all : 0;
  int fit = whole ? all : tz_fill_lines_above (cut->fill, cell, room, cut->care == TZ_CUT_FORCED ? 1 : 2);
  cut_text (cut, cell, fit, all);
  return fit;
}

/* CELL ends in the row that is cut and has ROOM above the cut. Returns its lines there, or -1 if it cannot
 * be cut so. */
static int cut_cell (Cut *cut, const TzBreakCell *cell, TzLen room)
{
  static const int leasts[] = { [TZ_CUT_WELL] = 3, [TZ_CUT_POORLY] = 2, [TZ_CUT_FORCED] = 1 };
  int all = cell->n_lines - tz_fill_lines_before (cut->fill, cell);
  if (cell->name && all == cell->n_lines)
    return cut_name (cut, cell, room);
  if (tz_fill_stays_whole (cut->fill, cell)) {
    if (tz_fill_lines_in (cut->fill, cell, room) < all)
      return -1;
    if (!cell->repeats)
      cut_text (cut, cell, all, all);
    return all;
  }
  int fit = tz_fill_lines_above (cut->fill, cell, room, leasts[cut->care]);
  cut->sides.eased |= cut->care == TZ_CUT_WELL && fit < tz_fill_lines_above (cut->fill, cell, room, 2);
  cut_text (cut, cell, fit, all);
  return fit;
}

/* A cut that leaves only the row's number above it, or one line of its longest text, is none. */
static gboolean is_cut (const Cut *cut)
{
  return cut->moved > 0 && cut->rest > 0 && cut->height > 0 &&
         (cut->care == TZ_CUT_FORCED || cut->sides.above >= 2);
}

gboolean tz_cut_row (TzFill *fill, int row, TzLen height, TzCutCare care, int *after, TzCutSides *sides)
{
  const TzBreakRow *at = tz_break_row (fill->rows, row);
  Cut cut = { .fill = fill, .care = care, .after = after, .sides = { .named = TRUE } };
  cut.continued = tz_break_rows_continued (fill->rows);
  for (int i = 0; i < at->n; i++) {
    const TzBreakCell *cell = at->cells[i];
    if (cell->end != row + 1)
      continue;
    TzLen above = cell->merged ? tz_fill_height_above (fill, cell) : 0;
    int fit = cut_cell (&cut, cell, height + above);
    if (fit < 0)
      return FALSE;
    cut.height = MAX (cut.height, tz_break_cell_height (cell, fit) - above);
  }
  if (!is_cut (&cut))
    return FALSE;
  tz_fill_add (fill, row, cut.height, TRUE);
  TzLen more = tz_fill_extension (fill, row);
  tz_fill_drop (fill);
  if (cut.height + more > height)
    return FALSE;
  tz_fill_add (fill, row, cut.height + more, TRUE);
  tz_fill_carry_merged (fill, row, after);
  *sides = cut.sides;
  sides->below = cut.rest;
  sides->height = cut.height;
  sides->eased |= cut.names > cut.below;
  sides->named &= care == TZ_CUT_WELL || cut.names <= cut.below;
  return TRUE;
}
