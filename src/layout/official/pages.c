#include "layout/official/pages.h"

TzPage *tz_official_add_page (TzOfficialPages *made, gboolean numbered)
{
  const TzPageSetup *setup = numbered ? &made->doc->page : NULL;
  g_array_append_val (made->numbers, setup);
  return tz_pages_add (made->layout->pages, made->layout->paper.width, made->layout->paper.height);
}

int tz_official_n_pages (const TzOfficialPages *made)
{
  return (int)made->layout->pages->pages->len;
}
