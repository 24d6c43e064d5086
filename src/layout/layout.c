#include "layout/layout.h"

#include "layout/structure.h"
#include "layout/table/panel.h"

static void layout_table_free (TzLayoutTable *table)
{
  tz_sized_free (table->sized);
  if (table->panels)
    tz_panels_free (table->panels);
  tz_table_free (table->own);
  g_free (table);
}

TzLayoutTable *tz_layout_add_table (TzLayout *layout, TzSized *take_sized)
{
  TzLayoutTable *table = g_new0 (TzLayoutTable, 1);
  table->sized = take_sized;
  g_ptr_array_add (layout->tables, table);
  return table;
}

TzSized *tz_layout_sized (const TzLayout *layout, guint i)
{
  return ((const TzLayoutTable *)layout->tables->pdata[i])->sized;
}

static void take_outline (TzPages *to, const TzPages *from)
{
  for (guint i = 0; i < from->outline->len; i++) {
    const TzOutlineEntry *entry = &g_array_index (from->outline, TzOutlineEntry, i);
    tz_pages_add_outline (to, entry->level, entry->title, entry->page + (int)to->pages->len, entry->y);
  }
}

void tz_layout_take_pages (TzLayout *to, TzLayout *from)
{
  take_outline (to->pages, from->pages);
  tz_structure_take (to->pages, TZ_NODE_ROOT, from->pages);
  from->n_given += from->pages->pages->len;
  while (from->pages->pages->len > 0)
    g_ptr_array_add (to->pages->pages, g_ptr_array_steal_index (from->pages->pages, 0));
}

guint tz_layout_n_own_pages (const TzLayout *layout)
{
  guint n = layout->pages->pages->len + layout->n_given;
  for (guint i = 0; i < layout->following->len; i++)
    n -= ((const TzLayout *)layout->following->pdata[i])->n_given;
  return n;
}

TzLayout *tz_layout_begin (const TzDoc *doc)
{
  TzLayout *layout = g_new0 (TzLayout, 1);
  layout->doc = doc;
  layout->tables = g_ptr_array_new_with_free_func ((GDestroyNotify)layout_table_free);
  layout->following = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_layout_free);
  layout->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_layout_free);
  layout->pages = tz_pages_new ();
  layout->pages->title = doc->title;
  layout->pages->author = doc->author;
  layout->pages->subject = doc->subject;
  layout->pages->lang = doc->lang;
  layout->pages->date = doc->date;
  if (doc->page.tagged)
    tz_structure_begin (layout->pages);
  return layout;
}

void tz_layout_free (TzLayout *layout)
{
  if (!layout)
    return;
  g_ptr_array_unref (layout->tables);
  g_ptr_array_unref (layout->following);
  g_ptr_array_unref (layout->sheets);
  tz_pages_free (layout->pages);
  g_free (layout);
}
