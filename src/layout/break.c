/* Where a table's pages end. Arithmetic on heights and lines; knows no fonts and
 * draws nothing.
 *
 * A page begins at a place: a row, and for cells that began on an earlier page how
 * many of their lines were set there. From a place some pages can follow: ending
 * after any of the last rows that fit, or cutting the first row that does not. The
 * cheapest chain of pages to the table's end is found over all places (there are
 * about as many places as rows, so the work grows with the rows times the rows on
 * a page). */
#include "layout/table.h"

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
  Place *best;        /* at the table's end */
} Breaker;

/* A page being filled. */
typedef struct {
  const Breaker *b;
  const Place *start;
  TzLen room;
  GArray *parts; /* TzPart */
  GArray *tops;  /* TzLen, one more than parts */
} Fill;

static const TzCell *cell_at (const Breaker *b, int row, int col)
{
  int index = tz_grid_index_at (b->sized->grid, row, col);
  const TzCell *cell = index >= 0 ? tz_grid_cell (b->sized->grid, index) : NULL;
  return cell && cell->col == col ? cell : NULL; /* once, at its first column */
}

static int n_lines (const Breaker *b, const TzCell *cell)
{
  return b->sized->lines[tz_grid_index_at (b->sized->grid, cell->row, cell->col)]->n_lines;
}

static int end_of (const TzCell *cell)
{
  return cell->row + cell->row_span;
}

static gboolean is_short_merge (const TzSized *sized, const TzCell *cell)
{
  return cell->row_span > 1 && sized->lines[tz_grid_index_at (sized->grid, cell->row, cell->col)]->n_lines <= 6;
}

/* A short text of a merged cell is said again in every part: up to six lines. A
 * longer one goes on. */
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
static int lines_before (const Fill *fill, const TzCell *cell)
{
  gboolean began = cell->row < fill->start->row || (cell->row == fill->start->row && fill->start->cut);
  return began ? fill->start->before[cell->col] : 0;
}

/* A short text of a merged cell is never divided: where it is not said again, its
 * first part holds all of it. */
static gboolean stays_whole (const Fill *fill, const TzCell *cell)
{
  return tz_cell_repeats (fill->b->sized, cell) ||
         (is_short_merge (fill->b->sized, cell) && lines_before (fill, cell) == 0);
}

/* Height that the rest of CELL needs; nothing when all of it was set. */
static TzLen need_of (const Fill *fill, const TzCell *cell)
{
  int rest = n_lines (fill->b, cell) - lines_before (fill, cell);
  return rest > 0 ? tz_sized_height_of (fill->b->sized, cell, rest) : 0;
}

static TzLen top_of_row (const Fill *fill, int row)
{
  return g_array_index (fill->tops, TzLen, MAX (row - fill->start->row, 0));
}

static TzLen used (const Fill *fill)
{
  return g_array_index (fill->tops, TzLen, fill->tops->len - 1);
}

static gboolean is_rest (const Fill *fill, int row)
{
  return row == fill->start->row && fill->start->cut;
}

/* Height for what is left of every cell that ends in ROW. */
static TzLen text_height (const Fill *fill, int row)
{
  const Breaker *b = fill->b;
  TzLen height = 6 * TZ_PT;
  for (int c = 0; c < b->n_cols; c++) {
    const TzCell *cell = cell_at (b, row, c);
    if (!cell || end_of (cell) != row + 1)
      continue;
    TzLen above = cell->row_span > 1 ? used (fill) - top_of_row (fill, cell->row) : 0;
    height = MAX (height, need_of (fill, cell) - above);
  }
  return height;
}

/* The whole row, or what is left of it. */
static TzLen row_height (const Fill *fill, int row)
{
  TzLen height = text_height (fill, row);
  return is_rest (fill, row) ? height : MAX (height, fill->b->sized->height[row]);
}

static gboolean in_long_merge (const Breaker *b, int row)
{
  for (int c = 0; c < b->n_cols; c++) {
    const TzCell *cell = cell_at (b, row, c);
    if (cell && cell->row_span > 1 && !is_short_merge (b->sized, cell))
      return TRUE;
  }
  return FALSE;
}

/* How low the row may be as the last on its page. A row that is higher than its
 * own texts because a long merged cell needs the height gives it up: that cell goes
 * on. So does one with more room for handwriting than a page has. */
static TzLen least_height (const Fill *fill, int row)
{
  const Breaker *b = fill->b;
  TzLen wanted = in_long_merge (b, row) ? tz_grid_row (b->sized->grid, row)->min_height : b->sized->height[row];
  if (is_rest (fill, row))
    wanted = 0;
  return MAX (text_height (fill, row), MIN (wanted, fill->b->room->later));
}

static void add_part (Fill *fill, int row, TzLen height, gboolean cut_below)
{
  TzPart part = { .row = row, .height = height, .cut_below = cut_below };
  part.cut_above = is_rest (fill, row);
  TzLen bottom = used (fill) + height;
  g_array_append_val (fill->parts, part);
  g_array_append_val (fill->tops, bottom);
}

static void drop_part (Fill *fill)
{
  g_array_set_size (fill->parts, fill->parts->len - 1);
  g_array_set_size (fill->tops, fill->tops->len - 1);
}

/* ---- ending after a row ---- */

/* Merged cells that go on say their text in this part, too, if it is short: how
 * much higher the last row must be for that. */
static TzLen extension (const Fill *fill, int row)
{
  const Breaker *b = fill->b;
  TzLen more = 0;
  for (int c = 0; c < b->n_cols; c++) {
    const TzCell *cell = cell_at (b, row, c);
    if (!cell || end_of (cell) <= row + 1 || !stays_whole (fill, cell))
      continue;
    TzLen have = used (fill) - top_of_row (fill, cell->row);
    more = MAX (more, tz_sized_height_of (b->sized, cell, n_lines (b, cell)) - have);
  }
  return more;
}

/* How many more lines of CELL stand in HEIGHT, at most what is left of it. */
static int lines_in (const Fill *fill, const TzCell *cell, TzLen height)
{
  const TzLines *lines = fill->b->sized->lines[tz_grid_index_at (fill->b->sized->grid, cell->row, cell->col)];
  const TzCellStyle *style = tz_grid_style (fill->b->sized->grid, cell->style);
  TzLen fit = (height - 2 * style->pad_y) / lines->pitch;
  return (int)CLAMP (fit, 0, lines->n_lines - lines_before (fill, cell));
}

/* Lines of CELL that stand in HEIGHT above a page's end: at least two on each side
 * where the cell has them, unless FORCED. */
static int lines_above_end (const Fill *fill, const TzCell *cell, TzLen height, gboolean forced)
{
  int rest = n_lines (fill->b, cell) - lines_before (fill, cell);
  int fit = lines_in (fill, cell, height);
  if (fit >= rest || forced)
    return fit;
  fit = MIN (fit, rest - 2);
  return fit < 2 ? 0 : fit;
}

/* Lines set up to this page's end of the cells that go on below ROW; returns how
 * many such cells there are. */
static int carry_merged (const Fill *fill, int row, int *after)
{
  const Breaker *b = fill->b;
  int torn = 0;
  for (int c = 0; c < b->n_cols; c++) {
    const TzCell *cell = cell_at (b, row, c);
    if (!cell || end_of (cell) <= row + 1)
      continue;
    torn++;
    if (tz_cell_repeats (b->sized, cell))
      continue;
    TzLen height = used (fill) - top_of_row (fill, cell->row);
    after[c] = lines_before (fill, cell) + lines_above_end (fill, cell, height, FALSE);
  }
  return torn;
}

/* ---- cutting a row ---- */

/* Tries to cut ROW in the room left: fills AFTER, adds the part. FALSE, changing
 * nothing, if no line would move. */
static gboolean cut_row (Fill *fill, int row, gboolean forced, int *after)
{
  const Breaker *b = fill->b;
  TzLen left = fill->room - used (fill), height = 0;
  gboolean rest = FALSE;
  int moved = 0, tallest = 0, tallest_moved = 0;
  for (int c = 0; c < b->n_cols; c++) {
    const TzCell *cell = cell_at (b, row, c);
    if (!cell || end_of (cell) != row + 1)
      continue;
    TzLen above = cell->row_span > 1 ? used (fill) - top_of_row (fill, cell->row) : 0;
    gboolean repeats = tz_cell_repeats (b->sized, cell);
    gboolean whole = stays_whole (fill, cell);
    int all = n_lines (b, cell) - lines_before (fill, cell);
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
      height = MAX (height, tz_sized_height_of (b->sized, cell, fit) - above);
  }
  /* A sliver with the number alone above the cut helps nobody. */
  if (moved == 0 || !rest || height <= 0 || (!forced && tallest_moved < 2))
    return FALSE;
  add_part (fill, row, height, TRUE);
  TzLen more = extension (fill, row);
  drop_part (fill);
  if (used (fill) + height + more > fill->room)
    return FALSE;
  add_part (fill, row, height + more, TRUE);
  carry_merged (fill, row, after);
  return TRUE;
}

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
static gboolean relax (Breaker *b, const Fill *fill, const int *before, gint64 cost)
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
  place->from = (Place *)fill->start;
  place->end = last->row;
  place->end_height = last->height;
  place->end_cut = end_cut;
  if (row == fill->start->row) /* the row is being worked on: do this place, too */
    g_array_append_val (b->queue, place);
  return TRUE;
}

/* ---- one page ---- */

static gint64 cost_of_blank (const Fill *fill)
{
  gint64 blank = (fill->room - used (fill)) * 1000 / MAX (fill->room, 1);
  return blank <= 0 ? 0 : blank * blank / 50;
}

static guint flags_of (const Breaker *b, int row)
{
  return tz_grid_row (b->sized->grid, row)->flags;
}

static gboolean notes_fit (const Fill *fill, int row)
{
  return row + 1 < fill->b->end_row || used (fill) + fill->b->room->notes <= fill->room;
}

static gint64 cost_of_end (const Fill *fill, int row, int torn)
{
  const Breaker *b = fill->b;
  gint64 cost = COST_PAGE + torn * COST_TORN;
  if (!notes_fit (fill, row))
    cost += COST_PAGE + COST_NOTES;
  if (row + 1 == b->end_row)
    return cost + (row == fill->start->row && b->end_row - b->first_row > 1 ? COST_LONE : 0);
  if (row > b->first_row && (flags_of (b, row - 1) & TZ_ROW_SECTION))
    cost += COST_LONE;
  return cost + cost_of_blank (fill);
}

/* Ends the page after the last part, if it may end there or if FORCED. FALSE also if
 * that leaves no room for the notes: a better end may be found. */
static gboolean try_end (Breaker *b, Fill *fill, gboolean forced, int *after)
{
  TzPart part = g_array_index (fill->parts, TzPart, fill->parts->len - 1);
  TzLen more = extension (fill, part.row);
  if (used (fill) + more > fill->room)
    return FALSE;
  if (part.row + 1 < b->end_row && !forced && (flags_of (b, part.row) & TZ_ROW_KEEP_NEXT))
    return FALSE;
  drop_part (fill);
  add_part (fill, part.row, part.height + more, FALSE);
  memset (after, 0, sizeof (int) * (gsize)b->n_cols);
  int torn = carry_merged (fill, part.row, after);
  gint64 cost = fill->start->cost + cost_of_end (fill, part.row, torn) + (forced ? COST_PAGE : 0);
  gboolean led = relax (b, fill, after, cost) && notes_fit (fill, part.row);
  drop_part (fill);
  add_part (fill, part.row, part.height, FALSE);
  return led;
}

/* Ends the page after ROW, which is given the rest of the page though it wants more. */
static gboolean try_low_end (Breaker *b, Fill *fill, int row, gboolean forced, int *after)
{
  TzLen least = forced ? text_height (fill, row) : least_height (fill, row);
  TzLen left = fill->room - used (fill), notes = row + 1 == b->end_row ? b->room->notes : 0;
  if (least > left)
    return FALSE;
  add_part (fill, row, MAX (least, left - notes), FALSE);
  gboolean led = try_end (b, fill, forced, after);
  drop_part (fill);
  return led;
}

/* Whether ROW asked not to be cut, and a page can hold it. */
static gboolean fits_whole (const Breaker *b, int row)
{
  return (flags_of (b, row) & TZ_ROW_WHOLE) && b->sized->height[row] <= b->room->later;
}

static gint64 cost_of_cut (const Fill *fill, int row)
{
  const Breaker *b = fill->b;
  gint64 cost = COST_PAGE + COST_CUT + cost_of_blank (fill);
  if (b->sized->height[row] > b->room->later)
    return cost;
  return cost + COST_CUT_SMALL + (fits_whole (b, row) ? COST_CUT_WHOLE : 0);
}

static gboolean try_cut (Breaker *b, Fill *fill, int row, gboolean forced, int *after)
{
  memset (after, 0, sizeof (int) * (gsize)b->n_cols);
  if (flags_of (b, row) & TZ_ROW_SECTION && !forced)
    return FALSE;
  if (!cut_row (fill, row, FALSE, after) && !(forced && cut_row (fill, row, TRUE, after)))
    return FALSE;
  gint64 cost = fill->start->cost + cost_of_cut (fill, row) + (forced ? COST_PAGE : 0);
  gboolean led = relax (b, fill, after, cost);
  drop_part (fill);
  return led;
}

static void fill_begin (Fill *fill, const Breaker *b, const Place *start)
{
  TzLen zero = 0;
  fill->b = b;
  fill->start = start;
  fill->room = start->row == b->first_row && !start->cut ? b->room->first : b->room->later;
  g_array_set_size (fill->parts, 0);
  g_array_set_size (fill->tops, 0);
  g_array_append_val (fill->tops, zero);
}

/* A page from which nothing follows by the rules: the rules give way. The first row
 * that does not fit is made low, or cut wherever a line ends, or the page ends
 * after a row that should not be last. */
static void force (Breaker *b, Fill *fill, int *after)
{
  const Place *start = fill->start;
  fill_begin (fill, b, start);
  int row = start->row;
  for (; row < b->end_row && used (fill) + row_height (fill, row) <= fill->room; row++)
    add_part (fill, row, row_height (fill, row), FALSE);
  if (row < b->end_row && (try_low_end (b, fill, row, TRUE, after) || try_cut (b, fill, row, TRUE, after)))
    return;
  for (; fill->parts->len > 0; drop_part (fill))
    if (try_end (b, fill, TRUE, after))
      return;
  /* Not even one line fits: only where the caller gave too little room. */
  add_part (fill, start->row, MAX (fill->room, 1), FALSE);
  memset (after, 0, sizeof (int) * (gsize)b->n_cols);
  carry_merged (fill, start->row, after);
  relax (b, fill, after, start->cost + 2 * (gint64)COST_PAGE);
}

/* All rows from there fit, but not with the notes: part of the last one goes with
 * the notes to the next page. */
static gboolean try_making_room (Breaker *b, Fill *fill, int *after)
{
  int row = b->end_row - 1;
  drop_part (fill);
  gboolean led = try_low_end (b, fill, row, FALSE, after);
  fill->room -= b->room->notes;
  led |= try_cut (b, fill, row, FALSE, after);
  fill->room += b->room->notes;
  return led;
}

/* All pages that can begin at START. */
static void pages_from (Breaker *b, const Place *start, Fill *fill, int *after)
{
  fill_begin (fill, b, start);
  int row = start->row;
  gboolean followed = FALSE, made_room = FALSE;
  for (; row < b->end_row; row++) {
    TzLen height = row_height (fill, row);
    if (used (fill) + height > fill->room)
      break;
    add_part (fill, row, height, FALSE);
    TzLen blank = (fill->room - used (fill)) * 1000 / MAX (fill->room, 1);
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
  for (; !followed && fill->parts->len > 0; drop_part (fill))
    followed = try_end (b, fill, FALSE, after);
  if (!followed && !made_room)
    force (b, fill, after);
}

/* ---- the chain ---- */

static void search (Breaker *b, Fill *fill)
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
static void keep_slice (TzCuts *cuts, Breaker *b, const Place *end, Fill *fill)
{
  const Place *start = end->from;
  fill_begin (fill, b, start);
  for (int row = start->row; row < end->end; row++)
    add_part (fill, row, row_height (fill, row), FALSE);
  add_part (fill, end->end, end->end_height, end->end_cut);
  TzSlice slice = { .first = (int)cuts->parts->len, .n = (int)fill->parts->len };
  slice.before = g_memdup2 (start->before, sizeof (int) * (gsize)b->n_cols);
  slice.after = g_memdup2 (end->before, sizeof (int) * (gsize)b->n_cols);
  g_array_append_vals (cuts->parts, fill->parts->data, fill->parts->len);
  g_array_append_val (cuts->slices, slice);
}

static void collect (TzCuts *cuts, Breaker *b, Fill *fill)
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
  Fill fill = { .parts = g_array_new (FALSE, FALSE, sizeof (TzPart)),
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
