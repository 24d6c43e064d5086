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
  gint64 flaws;       /* that it has */
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
  TzLen height = 0;
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

static TzSized *set_tight (const Choice *c, const TzLen *edges, guint tightness, Count *count)
{
  const TzTightness *by = tightness > 0 ? &tightnesses[tightness - 1] : NULL;
  gsize n_edges = (gsize)tz_grid_n_cols (c->table->grid) + 1;
  TzSized *sized = tz_sized_new_tight (c->table, g_memdup2 (edges, sizeof *edges * n_edges), by, c->measure);
  *count = count_pages (c, sized);
  return sized;
}

/* Sizes the table with the EDGES; where its last page would hold but a few rows, so much
 * tighter than the table must be anyway as it takes to do without that. */
static TzSized *set (const Choice *c, const TzLen *edges, guint *tightness, Count *count)
{
  *tightness = c->tightness;
  TzSized *sized = set_tight (c, edges, *tightness, count);
  if (!count->rest || (c->best && count->pages != c->pages + 1))
    return sized;
  for (guint i = c->tightness + 1; i <= G_N_ELEMENTS (tightnesses); i++) {
    Count after;
    TzSized *tight = set_tight (c, edges, i, &after);
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

static GArray *solutions (const Choice *c, int weight, int most)
{
  TzAsk ask = { .room = c->width, .weight = weight, .most = most };
  if (tz_grid_repeat_head (c->table->grid))
    ask.page = c->page;
  return tz_demand_solutions (c->demand, &ask);
}

static void take (Choice *c, TzSized *take_sized, const TzSolution *solution, guint pages)
{
  tz_sized_free (c->best);
  c->best = take_sized;
  c->pages = pages;
  c->flaws = solution->flaws;
  c->most_height = MAX (c->most_height, solution->height + c->page / 2);
}

/* Takes the first of the SOLUTIONS with the fewest pages; no more are tried when it has no more than its height
 * needs. */
static void choose_pages (Choice *c, GArray *solutions)
{
  for (guint i = 0, least = 0; i < solutions->len && (i == 0 || c->pages > least); i++) {
    TzSolution *solution = &g_array_index (solutions, TzSolution, i);
    guint tightness;
    Count count;
    TzSized *sized = set (c, solution->edges, &tightness, &count);
    if (i == 0 || (count.pages > 0 && count.pages < c->pages)) {
      take (c, sized, solution, count.pages);
      c->tightness = tightness;
      least = i == 0 ? count.least : least;
    } else {
      tz_sized_free (sized);
    }
  }
}

/* Takes that of the SOLUTIONS with the fewest flaws, if it has as few pages. */
static void choose_calmest (Choice *c, GArray *solutions)
{
  for (guint i = 0; i < solutions->len; i++) {
    TzSolution *solution = &g_array_index (solutions, TzSolution, i);
    guint tightness;
    Count count;
    if (solution->flaws >= c->flaws)
      continue;
    TzSized *sized = set (c, solution->edges, &tightness, &count);
    if (count.pages > 0 && count.pages <= c->pages)
      take (c, sized, solution, count.pages);
    else
      tz_sized_free (sized);
  }
}

/* Takes the first table with columns that answer WEIGHT that has at most as many pages. Those that are much
 * higher need not be set to know. */
static gboolean choose (Choice *c, int weight)
{
  g_autoptr (GArray) found = solutions (c, weight, MOST_BETTER_TRIED);
  for (guint i = 0; i < found->len; i++) {
    TzSolution *solution = &g_array_index (found, TzSolution, i);
    guint tightness;
    Count count;
    if (solution->height > c->most_height)
      continue;
    TzSized *sized = set (c, solution->edges, &tightness, &count);
    if (count.pages > 0 && count.pages <= c->pages) {
      take (c, sized, solution, count.pages);
      return TRUE;
    }
    tz_sized_free (sized);
  }
  return FALSE;
}

/* First the fewest pages, then the fewest flaws that take no more: the greatest weight that does is looked for
 * by halving, since more weight makes higher tables. */
TzSized *tz_sized_new_best (const TzTable *table, const TzDemand *demand, TzLen width, TzLen page,
                            const TzMeasure *measure)
{
  if (tz_grid_n_rows (table->grid) > MOST_ROWS_TRIED)
    return tz_sized_new (table, tz_demand_solve (demand, width), measure);
  Choice c = { .table = table, .demand = demand, .width = width, .page = page, .measure = measure };
  g_autoptr (GArray) lowest = solutions (&c, TZ_FLAWS_NOT, MOST_WIDTHS_TRIED);
  choose_pages (&c, lowest);
  int low = -1, high = (int)G_N_ELEMENTS (weights) - 1;
  if (c.pages == 0 || choose (&c, weights[high]))
    return c.best;
  while (high - low > 1) {
    int middle = (low + high) / 2;
    if (choose (&c, weights[middle]))
      low = middle;
    else
      high = middle;
  }
  if (low < 0)
    choose_calmest (&c, lowest);
  return c.best;
}
