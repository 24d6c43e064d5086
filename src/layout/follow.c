#include "layout/follow.h"

#include "layout/number.h"

/* The pages of LAYOUT's own document, which begin at page FIRST of PAGES. */
static void add_numbers (const TzLayout *layout, const TzMeasure *measure, const TzPages *pages, guint first)
{
  for (guint i = first; i < first + tz_layout_n_own_pages (layout); i++)
    tz_number_add (&layout->doc->page, measure, pages->pages->pdata[i], (int)i + 1, (int)pages->pages->len);
}

static void join_pages (TzLayout *layout)
{
  for (guint i = 0; i < layout->following->len; i++)
    tz_layout_take_pages (layout, layout->following->pdata[i]);
}

void tz_follow_join (TzLayout *layout, const TzMeasure *measure)
{
  join_pages (layout);
  guint first = tz_layout_n_own_pages (layout);
  add_numbers (layout, measure, layout->pages, 0);
  for (guint i = 0; i < layout->following->len; i++) {
    const TzLayout *next = layout->following->pdata[i];
    add_numbers (next, measure, layout->pages, first);
    first += tz_layout_n_own_pages (next);
  }
}
