/* Where a table's pages end. Arithmetic on heights and lines; knows no fonts and
 * draws nothing.
 *
 * A page begins at a place: a row, and for cells that began on an earlier page how
 * many of their lines were set there. From a place some pages can follow: ending
 * after any of the last rows that fit, or cutting the first row that does not. The
 * cheapest chain of pages to the table's end is found over all places (there are
 * about as many places as rows, so the work grows with the rows times the rows on
 * a page). */
#include "layout/table/break_fill.h"

#include <string.h>

enum {
  COST_PAGE = 1000000,    /* nothing is worth another sheet of paper */
  COST_CUT = 1500,        /* a row cut between lines, where unavoidable */
  COST_CUT_SMALL = 1000,  /* more if it would fit on a page of its own */
  COST_CUT_WHOLE = 50000, /* more if the row asked to stay whole */
  COST_TORN = 150,        /* a merged cell in two parts */
  COST_LONE = 400,        /* one row by itself at a page's end or on the last page */
  COST_NOTES = 50000      /* notes on a page after the last row's, besides that page */
};

/* Pages may end that much earlier than they must, in thousandths of the room, to
 * avoid something worse. */
#define MOST_BLANK        450
#define MOST_PLACES_A_ROW 12

typedef struct Place {
  int row;
  gboolean cut;       /* ROW itself began on the page before */
  int *before;        /* by column: lines of its cell set already */
  gint64 cost;        /* of the pages up to here */
  struct Place *from; /* the place where the page before began */
  int end;            /* that page's last row */
  TzLen end_height;   /* and how high it is there */
  gboolean end_cut;
} Place;

typedef struct {
  const TzSized *sized;
  const TzRoom *room;
  int first_row, end_row, n_cols;
  GPtrArray **places; /* by row: of Place */
  GPtrArray *all;     /* every Place, to free */
  GArray *queue;      /* places of the present row still to do */
  Place *start;       /* where the page that is being filled begins */
  Place *best;        /* at the table's end */
} Breaker;

/* ---- places ---- */

static gboolean same_place (const Breaker *b, const Place *place, gboolean cut, const int *before)
{
  return place->cut == cut && memcmp (place->before, before, sizeof (int) * (gsize)b->n_cols) == 0;
}

static Place *place_new (Breaker *b, int row, gboolean cut, const int *before)
{
  Place *place = g_new0 (Place, 1);
  place->row = row;
  place->cut = cut;
  place->before = g_memdup2 (before, sizeof (int) * (gsize)b->n_cols);
  g_ptr_array_add (b->all, place);
  return place;
}

/* The page filled, whose last part is the last in FILL, leads to the next row or, if
 * that part is cut, to its rest, at COST in all. FALSE if that place was left out
 * because the row has many others. */
static gboolean relax (Breaker *b, const TzFill *fill, const int *before, gint64 cost)
{
  const TzPart *last = &g_array_index (fill->parts, TzPart, fill->parts->len - 1);
  gboolean end_cut = last->cut_below;
  int row = end_cut ? last->row : last->row + 1;
  GPtrArray **list = &b->places[row - b->first_row];
  if (!*list)
    *list = g_ptr_array_new ();
  Place *place = NULL;
  for (guint i = 0; i < (*list)->len && !place; i++)
    if (same_place (b, (*list)->pdata[i], end_cut, before))
      place = (*list)->pdata[i];
  if (place && place->cost <= cost)
    return TRUE;
  if (!place) {
    if ((*list)->len >= MOST_PLACES_A_ROW && !end_cut)
      return FALSE;
    place = place_new (b, row, end_cut, before);
    g_ptr_array_add (*list, place);
  }
  place->cost = cost;
  place->from = b->start;
  place->end = last->row;
  place->end_height = last->height;
  place->end_cut = end_cut;
  if (row == b->start->row) /* the row is being worked on: do this place, too */
    g_array_append_val (b->queue, place);
  return TRUE;
}

/* ---- one page ---- */

static gint64 cost_of_blank (const TzFill *fill)
{
  gint64 blank = (fill->room - tz_fill_used (fill)) * 1000 / MAX (fill->room, 1);
  return blank <= 0 ? 0 : blank * blank / 50;
}

static guint flags_of (const Breaker *b, int row)
{
  return tz_grid_row (b->sized->grid, row)->flags;
}

static gboolean notes_fit (const Breaker *b, const TzFill *fill, int row)
{
  return row + 1 < b->end_row || tz_fill_used (fill) + b->room->notes <= fill->room;
}

static gint64 cost_of_end (const Breaker *b, const TzFill *fill, int row, int torn)
{
  gint64 cost = COST_PAGE + torn * COST_TORN;
  if (!notes_fit (b, fill, row))
    cost += COST_PAGE + COST_NOTES;
  if (row + 1 == b->end_row)
    return cost + (row == b->start->row && b->end_row - b->first_row > 1 ? COST_LONE : 0);
  if (row > b->first_row && (flags_of (b, row - 1) & TZ_ROW_SECTION))
    cost += COST_LONE;
  return cost + cost_of_blank (fill);
}

/* Ends the page after the last part, if it may end there or if FORCED. FALSE also if
 * that leaves no room for the notes: a better end may be found. */
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
  int torn = tz_fill_carry_merged (fill, part.row, after);
  gint64 cost = b->start->cost + cost_of_end (b, fill, part.row, torn) + (forced ? COST_PAGE : 0);
  gboolean led = relax (b, fill, after, cost) && notes_fit (b, fill, part.row);
  tz_fill_drop (fill);
  tz_fill_add (fill, part.row, part.height, FALSE);
  return led;
}

/* Ends the page after ROW, which is given the rest of the page though it wants more. */
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

/* Whether ROW asked not to be cut, and a page can hold it. */
static gboolean fits_whole (const Breaker *b, int row)
{
  return (flags_of (b, row) & TZ_ROW_WHOLE) && b->sized->height[row] <= b->room->later;
}

static gint64 cost_of_cut (const Breaker *b, const TzFill *fill, int row)
{
  gint64 cost = COST_PAGE + COST_CUT + cost_of_blank (fill);
  if (b->sized->height[row] > b->room->later)
    return cost;
  return cost + COST_CUT_SMALL + (fits_whole (b, row) ? COST_CUT_WHOLE : 0);
}

static gboolean try_cut (Breaker *b, TzFill *fill, int row, gboolean forced, int *after)
{
  memset (after, 0, sizeof (int) * (gsize)b->n_cols);
  if (flags_of (b, row) & TZ_ROW_SECTION && !forced)
    return FALSE;
  if (!tz_fill_cut_row (fill, row, FALSE, after) && !(forced && tz_fill_cut_row (fill, row, TRUE, after)))
    return FALSE;
  gint64 cost = b->start->cost + cost_of_cut (b, fill, row) + (forced ? COST_PAGE : 0);
  gboolean led = relax (b, fill, after, cost);
  tz_fill_drop (fill);
  return led;
}

static void begin_page (Breaker *b, TzFill *fill, Place *start)
{
  gboolean first = start->row == b->first_row && !start->cut;
  b->start = start;
  tz_fill_begin (fill, start->row, start->cut, start->before, first ? b->room->first : b->room->later);
}

/* A page from which nothing follows by the rules: the rules give way. The first row
 * that does not fit is made low, or cut wherever a line ends, or the page ends
 * after a row that should not be last. */
static void force (Breaker *b, TzFill *fill, int *after)
{
  Place *start = b->start;
  begin_page (b, fill, start);
  int row = start->row;
  for (; row < b->end_row && tz_fill_used (fill) + tz_fill_row_height (fill, row) <= fill->room; row++)
    tz_fill_add (fill, row, tz_fill_row_height (fill, row), FALSE);
  if (row < b->end_row && (try_low_end (b, fill, row, TRUE, after) || try_cut (b, fill, row, TRUE, after)))
    return;
  for (; fill->parts->len > 0; tz_fill_drop (fill))
    if (try_end (b, fill, TRUE, after))
      return;
  /* Not even one line fits: only where the caller gave too little room. */
  tz_fill_add (fill, start->row, MAX (fill->room, 1), FALSE);
  memset (after, 0, sizeof (int) * (gsize)b->n_cols);
  tz_fill_carry_merged (fill, start->row, after);
  relax (b, fill, after, start->cost + 2 * (gint64)COST_PAGE);
}

/* All rows from there fit, but not with the notes: part of the last one goes with
 * the notes to the next page. */
static gboolean try_making_room (Breaker *b, TzFill *fill, int *after)
{
  int row = b->end_row - 1;
  tz_fill_drop (fill);
  gboolean led = try_low_end (b, fill, row, FALSE, after);
  fill->room -= b->room->notes;
  led |= try_cut (b, fill, row, FALSE, after);
  fill->room += b->room->notes;
  return led;
}

/* All pages that can begin at START. */
static void pages_from (Breaker *b, Place *start, TzFill *fill, int *after)
{
  begin_page (b, fill, start);
  int row = start->row;
  gboolean followed = FALSE, made_room = FALSE;
  for (; row < b->end_row; row++) {
    TzLen height = tz_fill_row_height (fill, row);
    if (tz_fill_used (fill) + height > fill->room)
      break;
    tz_fill_add (fill, row, height, FALSE);
    TzLen blank = (fill->room - tz_fill_used (fill)) * 1000 / MAX (fill->room, 1);
    if (blank <= MOST_BLANK || row + 1 == b->end_row)
      followed |= try_end (b, fill, FALSE, after);
  }
  if (row < b->end_row) {
    followed |= try_low_end (b, fill, row, FALSE, after);
    if (fits_whole (b, row)) /* better to end early, however blank */
      made_room = try_cut (b, fill, row, FALSE, after);
    else
      followed |= try_cut (b, fill, row, FALSE, after);
  } else if (!followed) {
    made_room = try_making_room (b, fill, after);
  }
  /* A row that does not fit and cannot be cut: end early, however blank. */
  for (; !followed && fill->parts->len > 0; tz_fill_drop (fill))
    followed = try_end (b, fill, FALSE, after);
  if (!followed && !made_room)
    force (b, fill, after);
}

/* ---- the chain ---- */

static void search (Breaker *b, TzFill *fill)
{
  int *after = g_new0 (int, b->n_cols);
  b->places[0] = g_ptr_array_new ();
  g_ptr_array_add (b->places[0], place_new (b, b->first_row, FALSE, after));
  for (int row = b->first_row; row < b->end_row; row++) {
    GPtrArray *list = b->places[row - b->first_row];
    g_array_set_size (b->queue, 0);
    for (guint i = 0; list && i < list->len; i++)
      g_array_append_val (b->queue, list->pdata[i]);
    for (guint i = 0; i < b->queue->len; i++)
      pages_from (b, g_array_index (b->queue, Place *, i), fill, after);
  }
  g_free (after);
  GPtrArray *ends = b->places[b->end_row - b->first_row];
  for (guint i = 0; ends && i < ends->len; i++) {
    Place *place = ends->pdata[i];
    if (!b->best || place->cost < b->best->cost)
      b->best = place;
  }
}

/* Fills the page that ends at END once more, to keep it. */
static void keep_slice (TzCuts *cuts, Breaker *b, const Place *end, TzFill *fill)
{
  Place *start = end->from;
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
  for (Place *place = b->best; place && place->from; place = place->from)
    g_ptr_array_add (chain, place);
  for (guint i = chain->len; i > 0; i--)
    keep_slice (cuts, b, chain->pdata[i - 1], fill);
  g_ptr_array_unref (chain);
}

static void place_free (Place *place)
{
  g_free (place->before);
  g_free (place);
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
  Breaker b = { .sized = sized, .room = room, .n_cols = sized->n_cols };
  b.first_row = tz_grid_n_head (sized->grid);
  b.end_row = sized->n_rows;
  if (b.first_row == b.end_row) {
    add_empty_slice (cuts, b.n_cols);
    return cuts;
  }
  b.places = g_new0 (GPtrArray *, b.end_row - b.first_row + 1);
  b.all = g_ptr_array_new_with_free_func ((GDestroyNotify)place_free);
  b.queue = g_array_new (FALSE, FALSE, sizeof (Place *));
  TzFill fill = { .sized = sized,
                  .rooms = room,
                  .n_cols = sized->n_cols,
                  .parts = g_array_new (FALSE, FALSE, sizeof (TzPart)),
                  .tops = g_array_new (FALSE, FALSE, sizeof (TzLen)) };
  search (&b, &fill);
  collect (cuts, &b, &fill);
  for (int row = b.first_row; row <= b.end_row; row++)
    if (b.places[row - b.first_row])
      g_ptr_array_unref (b.places[row - b.first_row]);
  g_free (b.places);
  g_ptr_array_unref (b.all);
  g_array_unref (b.queue);
  g_array_unref (fill.parts);
  g_array_unref (fill.tops);
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
