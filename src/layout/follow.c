#include "layout/follow.h"

#include "layout/number.h"

/* The first table of DOC; NULL: none. */
static const TzTable *first_table (const TzDoc *doc)
{
  for (guint i = 0; i < doc->blocks->len; i++) {
    const TzBlock *block = doc->blocks->pdata[i];
    if (block->kind == TZ_BLOCK_TABLE)
      return block->table;
  }
  return NULL;
}

/* A table without a title is found by the name of its worksheet; its sections stand below that. */
static void name_untitled (TzLayout *layout)
{
  const TzTable *table = first_table (layout->doc);
  GArray *outline = layout->pages->outline;
  if (!table || !table->sheet_name || tz_table_is_titled (table))
    return;
  for (guint i = 0; i < outline->len; i++)
    g_array_index (outline, TzOutlineEntry, i).level++;
  TzOutlineEntry entry = {
    .level = 1, .title = g_strdup (table->sheet_name), .page = 0, .y = layout->doc->page.top
  };
  g_array_prepend_val (outline, entry);
}

/* The pages of LAYOUT's own document, which begin at page FIRST of PAGES. */
static void add_numbers (const TzLayout *layout, const TzMeasure *measure, const TzPages *pages, guint first)
{
  for (guint i = first; i < first + tz_layout_n_own_pages (layout); i++)
    tz_number_add (&layout->doc->page, measure, pages->pages->pdata[i], (int)i + 1, (int)pages->pages->len);
}

static void join_pages (TzLayout *layout)
{
  if (layout->following->len > 0)
    name_untitled (layout);
  for (guint i = 0; i < layout->following->len; i++) {
    TzLayout *next = layout->following->pdata[i];
    name_untitled (next);
    tz_layout_take_pages (layout, next);
  }
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
