#include "layout/table/break_cost.h"

/* What stands higher decides, unless it is weighed against very many of what stands lower. */
#define COST_WHOLE ((gint64)1000 * COST_PAGE)   /* a row is cut that asked to stay whole: a promise */
#define COST_PAGE  ((gint64)1000 * 1000 * 1000) /* nothing else is worth another page */
enum {
  COST_NOTES = 500000,   /* the notes stand on a page without rows; besides that page */
  COST_MUCH = 60000,     /* more than a tenth of the page stays blank */
  COST_STUB = 12000,     /* less than three lines of a cut row stand on one side; each side */
  COST_UNNAMED = 3000,   /* a row goes on without its number or name, or with half of it */
  COST_LONE = 3000,      /* a single low row on the last page */
  COST_CUT = 1500,       /* a row cut between two of its lines */
  COST_CUT_SMALL = 1000, /* more, if the row would fit on a page of its own */
  COST_HEADED = 400,     /* a single row under its section's heading at a page's end */
  COST_SPLIT = 150       /* each merged cell that the end splits */
};

int tz_fill_blank (const TzFill *fill)
{
  /* Of a page in full, where the table begins low on one. */
  TzLen page = MAX (MAX (fill->room, fill->rooms->later), 1), blank = fill->room - tz_fill_used (fill);
  return blank <= 0 ? 0 : (int)((blank * 1000 + page - 1) / page);
}

/* A tenth is worth as much as the cut that would avoid it, half of that a quarter. With more the page does not
 * look full, and less so the more is blank. */
static gint64 cost_of_blank (const TzFill *fill)
{
  gint64 blank = tz_fill_blank (fill), little = MIN (blank, TZ_BLANK_MUCH);
  gint64 cost = little * little * (COST_CUT + COST_CUT_SMALL) / TZ_BLANK_MUCH / TZ_BLANK_MUCH;
  return blank <= TZ_BLANK_MUCH ? cost : cost + COST_MUCH + (blank - TZ_BLANK_MUCH) * 100;
}

static guint flags_of (const TzFill *fill, int row)
{
  return tz_break_row (fill->rows, row)->flags;
}

gboolean tz_fill_has_room_for_notes (const TzFill *fill, int row)
{
  return row + 1 < fill->end_row || tz_fill_used (fill) + fill->rooms->notes <= fill->room;
}

gboolean tz_fill_keeps_whole (const TzFill *fill, int row)
{
  TzLen notes = row + 1 == fill->end_row ? fill->rooms->notes : 0;
  return (flags_of (fill, row) & TZ_ROW_WHOLE) &&
         tz_break_row (fill->rows, row)->height + notes <= fill->rooms->later;
}

/* Nothing stands on the page but ROW, and that takes less than a fifth of it. */
static gboolean is_lone (const TzFill *fill, int row)
{
  return row == fill->row && tz_fill_used (fill) * 5 < fill->room;
}

gint64 tz_cost_of_end (const TzFill *fill, int row, int n_split)
{
  gint64 cost = COST_PAGE + (gint64)n_split * COST_SPLIT;
  if (!tz_fill_has_room_for_notes (fill, row))
    cost += COST_PAGE + COST_NOTES;
  if (row + 1 == fill->end_row)
    return cost + (is_lone (fill, row) && fill->end_row - fill->first_row > 1 ? COST_LONE : 0);
  if (row > fill->first_row && (flags_of (fill, row - 1) & TZ_ROW_SECTION))
    cost += COST_HEADED;
  return cost + cost_of_blank (fill);
}

gint64 tz_cost_of_cut (const TzFill *fill, int row, const TzCutSides *sides)
{
  enum { STUB = 3 }; /* lines */
  gint64 cost = COST_PAGE + COST_CUT + cost_of_blank (fill);
  cost += sides->above < STUB ? COST_STUB : 0;
  cost += sides->below < STUB ? COST_STUB : 0;
  cost += sides->named ? 0 : COST_UNNAMED;
  if (tz_break_row (fill->rows, row)->height > fill->rooms->later)
    return cost;
  return cost + COST_CUT_SMALL + (tz_fill_keeps_whole (fill, row) ? COST_WHOLE : 0);
}

gint64 tz_cost_of_force (void)
{
  return COST_PAGE;
}
