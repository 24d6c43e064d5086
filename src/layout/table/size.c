#include "layout/table/size.h"

#include "layout/table/frame.h"

/* Of a longer table only the best widths are tried: a page more or less does not show. */
#define MOST_ROWS_TRIED   300
#define MOST_WIDTHS_TRIED 40

/* Pages that SIZED takes from the top of a page, and the fewest it could take by
 * its height alone; both 0 if it does not fit the paper. */
static guint count_pages (const TzSized *sized, TzLen width, TzLen page, const TzMeasure *measure, guint *least)
{
  TzTableFrame frame;
  *least = 0;
  if (!tz_table_frame (sized, measure, width, page, &frame))
    return 0;
  TzRoom room = { .first = page - frame.above_first - frame.head,
                  .later = page - frame.above_later - (frame.repeat_head ? frame.head : 0) };
  if (room.first < tz_sized_least_room (sized) || frame.below > MIN (room.first, room.later) / 2)
    return 0;
  room.notes = frame.below;
  TzLen height = frame.below - room.first;
  for (int r = tz_grid_n_head (sized->grid); r < sized->n_rows; r++)
    height += sized->height[r];
  *least = 1 + (guint)(MAX (height, 0) + room.later - 1) / (guint)room.later;
  TzCuts *cuts = tz_cuts_new (sized, &room);
  guint n = cuts->slices->len;
  tz_cuts_free (cuts);
  return n;
}

TzSized *tz_sized_new_best (const TzTable *table, const TzDemand *demand, TzLen width, TzLen page,
                            const TzMeasure *measure)
{
  gboolean small = tz_grid_n_rows (table->grid) <= MOST_ROWS_TRIED;
  g_autoptr (GPtrArray) edges = tz_demand_solutions (demand, width, small ? MOST_WIDTHS_TRIED : 1);
  TzSized *best = tz_sized_new (table, g_steal_pointer (&edges->pdata[0]), measure);
  guint least = 0, pages = small ? count_pages (best, width, page, measure, &least) : 0;
  for (guint i = 1; i < edges->len && pages > least; i++) {
    TzSized *other = tz_sized_new (table, g_steal_pointer (&edges->pdata[i]), measure);
    guint other_least, other_pages = count_pages (other, width, page, measure, &other_least);
    if (other_pages > 0 && other_pages < pages) {
      TzSized *swap = best;
      best = other;
      other = swap;
      pages = other_pages;
    }
    tz_sized_free (other);
  }
  return best;
}
