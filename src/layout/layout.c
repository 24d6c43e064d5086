#include "layout/layout.h"

#include "layout/structure.h"
#include "layout/table/panel.h"

static void exhibit_free (TzExhibit *exhibit)
{
  tz_sized_free (exhibit->sized);
  tz_table_free (exhibit->own);
  g_free (exhibit);
}

static void panels_free (gpointer panels)
{
  if (panels)
    tz_panels_free (panels);
}

TzLayout *tz_layout_begin (const TzDoc *doc)
{
  TzLayout *layout = g_new0 (TzLayout, 1);
  layout->doc = doc;
  layout->tables = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_sized_free);
  layout->panels = g_ptr_array_new_with_free_func (panels_free);
  layout->exhibits = g_ptr_array_new_with_free_func ((GDestroyNotify)exhibit_free);
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
  g_ptr_array_unref (layout->panels);
  g_ptr_array_unref (layout->exhibits);
  g_ptr_array_unref (layout->sheets);
  tz_pages_free (layout->pages);
  g_free (layout);
}
