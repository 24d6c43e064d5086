/* Where a table's pages end. Arithmetic on heights and lines; knows no fonts and draws nothing.
 *
 *              no.  task       unit
 *   page 1   +----+----------+------+     room->first high, the head taken off
 *            | 1  | aaaa aaa | bbbb |
 *            |    |----------|      |     bbbb is merged over three rows: the page's end splits it.
 *            |    | cccc     |      |     A short text is said again on page 2, a long one goes on
 *            +----+----------+------+   1 a break after a row
 *   page 2   +----+----------+------+     room->later high
 *            |    | dddd     | bbbb |
 *            |----|----------|------|
 *            | 2  | eeee eee | ffff |
 *            |    | eeee eee |      |
 *            +----+----------+------+   2 a break inside a row: two lines of "task" are set, all of
 *   page 3   +----+----------+------+     the others; its number is said again
 *            | 2  | eeee     |      |
 *            +----+----------+------+
 *            notes                        room->notes kept free below the last row
 *
 * A break is a row and, for every column, how many lines of the cell that covers it are set before.
 * From a break some pages can follow: those that end after any of the last rows that fit, and those
 * that cut the first row that does not, as low as can be or a line higher. Every way is kept with its cost at
 * the break that it leads to, the cheaper one where two lead to the same, and the cheapest chain of pages to
 * the table's end is taken (break_cost.c): Knuth and Plass's method for lines, used for pages. There are about
 * as many breaks as rows, so the work grows with the rows times the rows on a page. */
#include "layout/table/break_cost.h"

#include <string.h>

/* So much of a page may stay blank to avoid something worse, in thousandths of its room; a page that
 * nothing else can follow may stay blank beyond that. */
#define MOST_BLANK        300
#define MOST_BREAKS_A_ROW 12

typedef struct Break {
  int row;
  gboolean cut;       /* inside ROW: it began on the page before */
  int *before;        /* by column: lines of the cell there that are set already */
  gint64 cost;        /* of the pages up to here */
  struct Break *from; /* the break that the page before began at */
  int end;            /* that page's last row */
  TzLen end_height;   /* and how high it is there */
  gboolean end_cut;
} Break;

typedef struct {
  TzBreakRows *rows;
  const TzRoom *room;
  int first_row, end_row, n_cols;
  GPtrArray **breaks; /* by row: of Break, those at or in that row */
  GPtrArray *all;     /* every Break; it frees them */
  GArray *queue;      /* Break *: those of the present row from which pages are still to be tried */
  Break *start;       /* where the page that is being filled begins */
  Break *best;        /* at the table's end */
} Breaker;

/* ---- breaks ---- */

static gboolean is_same (const Breaker *b, const Break *found, gboolean cut, const int *before)
{
  return found->cut == cut && memcmp (found->before, before, sizeof (int) * (gsize)b->n_cols) == 0;
}

static Break *break_new (Breaker *b, int row, gboolean cut, const int *before)
{
  Break *found = g_new0 (Break, 1);
  found->row = row;
  found->cut = cut;
  found->before = g_memdup2 (before, sizeof (int) * (gsize)b->n_cols);
  g_ptr_array_add (b->all, found);
  return found;
}

/* The page in FILL leads to the break after its last part, or inside it if that is cut, with so many
 * lines set BEFORE, at COST for all pages so far. Keeps that way if it is the cheapest to this break.
 * FALSE if the break was left out because the row has many others. */
static gboolean reach (Breaker *b, const TzFill *fill, const int *before, gint64 cost)
{
  const TzPart *last = &g_array_index (fill->parts, TzPart, fill->parts->len - 1);
  gboolean end_cut = last->cut_below;
  int row = end_cut ? last->row : last->row + 1;
  GPtrArray **list = &b->breaks[row - b->first_row];
  if (!*list)
    *list = g_ptr_array_new ();
  Break *found = NULL;
  int n_whole = 0; /* breaks before the row, not in it */
  for (guint i = 0; i < (*list)->len && !found; i++) {
    Break *other = (*list)->pdata[i];
    n_whole += !other->cut;
    if (is_same (b, other, end_cut, before))
      found = other;
  }
  if (found && found->cost <= cost)
    return TRUE;
  if (!found) {
    if (n_whole >= MOST_BREAKS_A_ROW && !end_cut)
      return FALSE;
    found = break_new (b, row, end_cut, before);
    g_ptr_array_add (*list, found);
  }
  found->cost = cost;
  found->from = b->start;
  found->end = last->row;
  found->end_height = last->height;
  found->end_cut = end_cut;
  if (row == b->start->row) /* it is in the row being worked on: its pages are tried, too */
    g_array_append_val (b->queue, found);
  return TRUE;
}

/* ---- one page ---- */

static guint flags_of (const Breaker *b, int row)
{
  return tz_break_row (b->rows, row)->flags;
}

/* Ends the page after its last part, if a page may end there or if FORCED. FALSE if not, and also if
 * the notes then have no room: the way is kept, but the caller may find a better one. */
static gboolean try_end (Breaker *b, TzFill *fill, gboolean forced, int *after)
{
  TzPart part = g_array_index (fill->parts, TzPart, fill->parts->len - 1);
  TzLen more = tz_fill_extension (fill, part.row);
  if (tz_fill_used (fill) + more > fill->room)
    return FALSE;
  if (part.row + 1 < b->end_row && !forced && (flags_of (b, part.row) & TZ_ROW_KEEP_NEXT))
    return FALSE;
  tz_fill_drop (fill);
  tz_fill_add (fill, part.row, part.height + more, FALSE);
  memset (after, 0, sizeof (int) * (gsize)b->n_cols);
  int n_split = tz_fill_carry_merged (fill, part.row, after);
  gint64 cost = b->start->cost + tz_cost_of_end (fill, part.row, n_split) + (forced ? tz_cost_of_force () : 0);
  gboolean led = reach (b, fill, after, cost) && tz_fill_has_room_for_notes (fill, part.row);
  tz_fill_drop (fill);
  tz_fill_add (fill, part.row, part.height, FALSE);
  return led;
}

/* Ends the page after ROW, made lower than it asks to be so that it fits the rest of the page. */
static gboolean try_low_end (Breaker *b, TzFill *fill, int row, gboolean forced, int *after)
{
  TzLen least = forced ? tz_fill_text_height (fill, row) : tz_fill_least_height (fill, row);
  TzLen left = fill->room - tz_fill_used (fill), notes = row + 1 == b->end_row ? b->room->notes : 0;
  if (least > left)
    return FALSE;
  tz_fill_add (fill, row, MAX (least, left - notes), FALSE);
  gboolean led = try_end (b, fill, forced, after);
  tz_fill_drop (fill);
  return led;
}

/* Ends the page inside ROW, so that what stands of it above the cut fits HEIGHT. */
static gboolean try_cut_in (Breaker *b, TzFill *fill, int row, TzLen height, TzCutCare care, int *after,
                            TzCutSides *sides)
{
  memset (after, 0, sizeof (int) * (gsize)b->n_cols);
  if (!tz_cut_row (fill, row, height, care, after, sides))
    return FALSE;
  gint64 cost = b->start->cost + tz_cost_of_cut (fill, row, sides);
  sides->eased |= tz_fill_blank (fill) > TZ_BLANK_MUCH;
  reach (b, fill, after, cost + (care == TZ_CUT_FORCED ? tz_cost_of_force () : 0));
  tz_fill_drop (fill);
  return TRUE;
}

/* Ends the page inside ROW: as low as can be done well; a line above that, which may serve the pages after it
 * better; and less well, where the page could take more then. */
static gboolean try_cut (Breaker *b, TzFill *fill, int row, int *after)
{
  TzLen left = fill->room - tz_fill_used (fill);
  TzCutSides low = { 0 }, other;
  if (flags_of (b, row) & TZ_ROW_SECTION)
    return FALSE;
  gboolean led = try_cut_in (b, fill, row, left, TZ_CUT_WELL, after, &low);
  if (led)
    try_cut_in (b, fill, row, low.height - 1, TZ_CUT_WELL, after, &other);
  if (!led || low.eased)
    led |= try_cut_in (b, fill, row, left, TZ_CUT_POORLY, after, &other);
  return led;
}

/* Ends it between any two lines of ROW, if there is no other way. */
static gboolean try_forced_cut (Breaker *b, TzFill *fill, int row, int *after)
{
  TzLen left = fill->room - tz_fill_used (fill);
  TzCutSides sides;
  return try_cut (b, fill, row, after) || try_cut_in (b, fill, row, left, TZ_CUT_POORLY, after, &sides) ||
         try_cut_in (b, fill, row, left, TZ_CUT_FORCED, after, &sides);
}

static void begin_page (Breaker *b, TzFill *fill, Break *start)
{
  gboolean first = start->row == b->first_row && !start->cut;
  b->start = start;
  tz_fill_begin (fill, start->row, start->cut, start->before, first ? b->room->first : b->room->later);
}

/* No page that begins at the break keeps all rules, so one must be broken: the first row that does
 * not fit is made as low as its text, or cut between any two lines, or the page ends after a row
 * that should not be last. */
static void force (Breaker *b, TzFill *fill, int *after)
{
  Break *start = b->start;
  begin_page (b, fill, start);
  int row = start->row;
  for (; row < b->end_row && tz_fill_used (fill) + tz_fill_row_height (fill, row) <= fill->room; row++)
    tz_fill_add (fill, row, tz_fill_row_height (fill, row), FALSE);
  if (row < b->end_row && (try_low_end (b, fill, row, TRUE, after) || try_forced_cut (b, fill, row, after)))
    return;
  for (; fill->parts->len > 0; tz_fill_drop (fill))
    if (try_end (b, fill, TRUE, after))
      return;
  /* Not even a line fits, which the caller should have prevented (tz_sized_least_room). The row is
   * drawn over the edge, so that every page places something and the search ends. */
  tz_fill_add (fill, start->row, MAX (fill->room, 1), FALSE);
  memset (after, 0, sizeof (int) * (gsize)b->n_cols);
  tz_fill_carry_merged (fill, start->row, after);
  reach (b, fill, after, start->cost + 2 * tz_cost_of_force ());
}

/* All rows that are left fit on the page, but the notes below them do not. Part of the last row, or
 * all of it, goes to the next page with the notes, so that they do not stand there alone. */
static gboolean try_making_room (Breaker *b, TzFill *fill, int *after)
{
  int row = b->end_row - 1;
  tz_fill_drop (fill);
  gboolean led = try_low_end (b, fill, row, FALSE, after);
  fill->room -= b->room->notes;
  led |= try_cut (b, fill, row, after);
  fill->room += b->room->notes;
  return led;
}

/* Tries all pages that can begin at START. */
static void pages_from (Breaker *b, Break *start, TzFill *fill, int *after)
{
  begin_page (b, fill, start);
  int row = start->row;
  gboolean followed = FALSE, made_room = FALSE;
  for (; row < b->end_row; row++) {
    TzLen height = tz_fill_row_height (fill, row);
    if (tz_fill_used (fill) + height > fill->room)
      break;
    tz_fill_add (fill, row, height, FALSE);
    if (tz_fill_blank (fill) <= MOST_BLANK || row + 1 == b->end_row)
      followed |= try_end (b, fill, FALSE, after);
  }
  if (row < b->end_row) {
    followed |= try_low_end (b, fill, row, FALSE, after);
    if (tz_fill_keeps_whole (fill, row)) /* it is better to end before it, however blank the page */
      made_room = try_cut (b, fill, row, after);
    else
      followed |= try_cut (b, fill, row, after);
  } else if (!followed) {
    made_room = try_making_room (b, fill, after);
  }
  /* The row does not fit and cannot be cut: the page ends before it, however blank. */
  for (; !followed && fill->parts->len > 0; tz_fill_drop (fill))
    followed = try_end (b, fill, FALSE, after);
  if (!followed && !made_room)
    force (b, fill, after);
}

/* ---- the chain ---- */

static void search (Breaker *b, TzFill *fill)
{
  int *after = g_new0 (int, b->n_cols);
  b->breaks[0] = g_ptr_array_new ();
  g_ptr_array_add (b->breaks[0], break_new (b, b->first_row, FALSE, after));
  for (int row = b->first_row; row < b->end_row; row++) {
    GPtrArray *list = b->breaks[row - b->first_row];
    g_array_set_size (b->queue, 0);
    for (guint i = 0; list && i < list->len; i++)
      g_array_append_val (b->queue, list->pdata[i]);
    for (guint i = 0; i < b->queue->len; i++)
      pages_from (b, g_array_index (b->queue, Break *, i), fill, after);
  }
  g_free (after);
  GPtrArray *ends = b->breaks[b->end_row - b->first_row];
  for (guint i = 0; ends && i < ends->len; i++) {
    Break *found = ends->pdata[i];
    if (!b->best || found->cost < b->best->cost)
      b->best = found;
  }
}

/* Fills the page that ends at END once more, now to keep its parts. */
static void keep_slice (TzCuts *cuts, Breaker *b, const Break *end, TzFill *fill)
{
  Break *start = end->from;
  begin_page (b, fill, start);
  for (int row = start->row; row < end->end; row++)
    tz_fill_add (fill, row, tz_fill_row_height (fill, row), FALSE);
  tz_fill_add (fill, end->end, end->end_height, end->end_cut);
  TzSlice slice = { .first = (int)cuts->parts->len, .n = (int)fill->parts->len };
  slice.before = g_memdup2 (start->before, sizeof (int) * (gsize)b->n_cols);
  slice.after = g_memdup2 (end->before, sizeof (int) * (gsize)b->n_cols);
  g_array_append_vals (cuts->parts, fill->parts->data, fill->parts->len);
  g_array_append_val (cuts->slices, slice);
}

static void collect (TzCuts *cuts, Breaker *b, TzFill *fill)
{
  GPtrArray *chain = g_ptr_array_new ();
  for (Break *found = b->best; found && found->from; found = found->from)
    g_ptr_array_add (chain, found);
  for (guint i = chain->len; i > 0; i--)
    keep_slice (cuts, b, chain->pdata[i - 1], fill);
  g_ptr_array_unref (chain);
}

static void break_free (Break *found)
{
  g_free (found->before);
  g_free (found);
}

static void clear_slice (gpointer data)
{
  g_free (((TzSlice *)data)->before);
  g_free (((TzSlice *)data)->after);
}

static void add_empty_slice (TzCuts *cuts, int n_cols)
{
  TzSlice slice = { .before = g_new0 (int, n_cols), .after = g_new0 (int, n_cols) };
  g_array_append_val (cuts->slices, slice);
}

TzCuts *tz_cuts_new (const TzSized *sized, const TzRoom *room)
{
  TzCuts *cuts = g_new0 (TzCuts, 1);
  cuts->parts = g_array_new (FALSE, FALSE, sizeof (TzPart));
  cuts->slices = g_array_new (FALSE, FALSE, sizeof (TzSlice));
  g_array_set_clear_func (cuts->slices, clear_slice);
  Breaker b = { .room = room, .n_cols = sized->n_cols };
  b.first_row = tz_grid_n_head (sized->grid);
  b.end_row = sized->n_rows;
  if (b.first_row == b.end_row) {
    add_empty_slice (cuts, b.n_cols);
    return cuts;
  }
  b.breaks = g_new0 (GPtrArray *, b.end_row - b.first_row + 1);
  b.all = g_ptr_array_new_with_free_func ((GDestroyNotify)break_free);
  b.queue = g_array_new (FALSE, FALSE, sizeof (Break *));
  b.rows = tz_break_rows_new (sized);
  TzFill fill = { .rows = b.rows,
                  .rooms = room,
                  .first_row = b.first_row,
                  .end_row = b.end_row,
                  .parts = g_array_new (FALSE, FALSE, sizeof (TzPart)),
                  .tops = g_array_new (FALSE, FALSE, sizeof (TzLen)) };
  search (&b, &fill);
  collect (cuts, &b, &fill);
  for (int row = b.first_row; row <= b.end_row; row++)
    if (b.breaks[row - b.first_row])
      g_ptr_array_unref (b.breaks[row - b.first_row]);
  g_free (b.breaks);
  g_ptr_array_unref (b.all);
  g_array_unref (b.queue);
  g_array_unref (fill.parts);
  g_array_unref (fill.tops);
  tz_break_rows_free (b.rows);
  return cuts;
}

void tz_cuts_free (TzCuts *cuts)
{
  if (!cuts)
    return;
  g_array_unref (cuts->slices);
  g_array_unref (cuts->parts);
  g_free (cuts);
}
