#include "layout/table/size.h"

#include "layout/table/frame.h"

/* Of a longer table only the best widths are tried: a page more or less does not show. */
#define MOST_ROWS_TRIED   300
#define MOST_WIDTHS_TRIED 40
#define MOST_BETTER_TRIED 2

/* A table of several pages whose last one would hold no more rows than this, and less than a fifth of it, is
 * set tighter, so that it has a page less: first closer rules, down to half of the padding; then closer lines,
 * which the eye minds more. */
#define MOST_ROWS_DRAWN_IN 3
static const TzTightness tightnesses[] = { { 80, 100 }, { 65, 100 }, { 50, 100 }, { 50, 98 }, { 50, 96 } };

/* How much flaws may count against height, the least first. */
static const int weights[] = { 4, 7, 10, 14, 20, 28, 40, 56, 80 };

typedef struct {
  const TzTable *table;
  const TzDemand *demand;
  TzLen width, page;
  const TzMeasure *measure;
  guint tightness; /* tables are set at least so tight: tightnesses[tightness - 1]; 0: as the form says */
  TzSized *best;
  guint pages;        /* that it takes; 0: it does not fit the paper */
  gint64 most_height; /* of rows that could still be set on so many */
} Choice;

/* How a table is cut into pages. */
typedef struct {
  guint pages;   /* 0: it does not fit the paper */
  guint least;   /* it could take by its height alone */
  gboolean rest; /* the last one holds next to nothing */
} Count;

static gboolean is_rest (const TzCuts *cuts, const TzRoom *room)
{
  const TzSlice *last = &g_array_index (cuts->slices, TzSlice, cuts->slices->len - 1);
  TzLen height = room->notes;
  for (int i = 0; i < last->n; i++)
    height += g_array_index (cuts->parts, TzPart, last->first + i).height;
  return cuts->slices->len > 1 && last->n <= MOST_ROWS_DRAWN_IN && height * 5 < room->later;
}

static Count count_pages (const Choice *c, const TzSized *sized)
{
  TzTableFrame frame;
  Count count = { 0 };
  if (!tz_table_frame (sized, c->measure, c->width, c->page, &frame))
    return count;
  TzRoom room = { .first = c->page - frame.above_first - frame.head,
                  .later = c->page - frame.above_later - (frame.repeat_head ? frame.head : 0) };
  if (room.first < tz_sized_least_room (sized) || frame.below > MIN (room.first, room.later) / 2)
    return count;
  room.notes = frame.below;
  TzLen height = frame.below - room.first;
  for (int r = tz_grid_n_head (sized->grid); r < sized->n_rows; r++)
    height += sized->height[r];
  count.least = 1 + (guint)(MAX (height, 0) + room.later - 1) / (guint)room.later;
  TzCuts *cuts = tz_cuts_new (sized, &room);
  count.pages = cuts->slices->len;
  count.rest = is_rest (cuts, &room);
  tz_cuts_free (cuts);
  return count;
}

static TzSized *set_tight (const Choice *c, TzLen *take_edges, guint tightness, Count *count)
{
  const TzTightness *by = tightness > 0 ? &tightnesses[tightness - 1] : NULL;
  TzSized *sized = tz_sized_new_tight (c->table, take_edges, by, c->measure);
  *count = count_pages (c, sized);
  return sized;
}

/* Sizes the table with the EDGES, which are taken; where its last page would hold but a few rows, so much
 * tighter than the table must be anyway as it takes to do without that. */
static TzSized *set (const Choice *c, TzLen *take_edges, guint *tightness, Count *count)
{
  *tightness = c->tightness;
  TzSized *sized = set_tight (c, take_edges, *tightness, count);
  if (!count->rest || (c->best && count->pages != c->pages + 1))
    return sized;
  for (guint i = c->tightness + 1; i <= G_N_ELEMENTS (tightnesses); i++) {
    Count after;
    TzSized *tight =
        set_tight (c, g_memdup2 (sized->x, sizeof (TzLen) * (gsize)(sized->n_cols + 1)), i, &after);
    if (after.pages > 0 && after.pages < count->pages) {
      tz_sized_free (sized);
      *tightness = i;
      *count = after;
      return tight;
    }
    tz_sized_free (tight);
  }
  return sized;
}

/* Takes the first of MOST tables with columns that answer WEIGHT if it has at most as many pages as the best
 * one so far; or, if only FEWER pages count, that with the fewest. Those that are much higher need not be set
 * to know. */
static gboolean choose (Choice *c, int weight, int most, gboolean fewer)
{
  g_autoptr (GArray) found = tz_demand_solutions (c->demand, c->width, weight, most);
  gboolean taken = FALSE;
  for (guint i = 0, least = 0; i < found->len && (!taken || (fewer && c->pages > least)); i++) {
    TzSolution *solution = &g_array_index (found, TzSolution, i);
    if (!fewer && solution->height > c->most_height)
      continue;
    guint tightness;
    Count count;
    TzSized *other = set (c, g_steal_pointer (&solution->edges), &tightness, &count);
    if (!c->best || (count.pages > 0 && (fewer ? count.pages < c->pages : count.pages <= c->pages))) {
      TzSized *swap = c->best;
      c->best = other;
      other = swap;
      c->pages = count.pages;
      c->tightness = fewer ? tightness : c->tightness;
      c->most_height = MAX (c->most_height, solution->height + c->page / 2);
      least = i == 0 ? count.least : least;
      taken = TRUE;
    }
    tz_sized_free (other);
  }
  return taken;
}

/* First the fewest pages, then the fewest flaws that take no more: the greatest weight that does is looked for
 * by halving, since more weight makes higher tables. */
TzSized *tz_sized_new_best (const TzTable *table, const TzDemand *demand, TzLen width, TzLen page,
                            const TzMeasure *measure)
{
  if (tz_grid_n_rows (table->grid) > MOST_ROWS_TRIED)
    return tz_sized_new (table, tz_demand_solve (demand, width), measure);
  Choice c = { .table = table, .demand = demand, .width = width, .page = page, .measure = measure };
  choose (&c, TZ_FLAWS_NOT, MOST_WIDTHS_TRIED, TRUE);
  int most = (int)G_N_ELEMENTS (weights) - 1;
  if (c.pages == 0 || choose (&c, weights[most], MOST_BETTER_TRIED, FALSE))
    return c.best;
  for (int low = -1, high = most; high - low > 1;) {
    int middle = (low + high) / 2;
    if (choose (&c, weights[middle], MOST_BETTER_TRIED, FALSE))
      low = middle;
    else
      high = middle;
  }
  return c.best;
}
