#include "layout/number.h"

static char *replace_all (const char *text, const char *what, const char *with)
{
  g_auto (GStrv) parts = g_strsplit (text, what, -1);
  return g_strjoinv (with, parts);
}

static char *number_text (const char *form, int page, int pages)
{
  char digits[16];
  g_snprintf (digits, sizeof digits, "%d", page);
  g_autofree char *first = replace_all (form, "{page}", digits);
  g_snprintf (digits, sizeof digits, "%d", pages);
  return replace_all (first, "{pages}", digits);
}

static TzAlign align_of_number (TzNumberPlace place, int page)
{
  switch (place) {
  case TZ_NUMBER_LEFT:
    return TZ_ALIGN_LEFT;
  case TZ_NUMBER_RIGHT:
    return TZ_ALIGN_RIGHT;
  case TZ_NUMBER_OUTER:
    return page % 2 ? TZ_ALIGN_RIGHT : TZ_ALIGN_LEFT;
  default:
    return TZ_ALIGN_CENTER;
  }
}

void tz_numbers_add (const TzPageSetup *setup, const TzMeasure *measure, TzPages *to)
{
  const GPtrArray *pages = to->pages;
  if (setup->number_place == TZ_NUMBER_NONE || !setup->number_form)
    return;
  for (guint i = 0; i < pages->len; i++) {
    TzPage *page = pages->pdata[i];
    g_autofree char *text = number_text (setup->number_form, (int)i + 1, (int)pages->len);
    TzTextStyle style = setup->number_style;
    style.align = align_of_number (setup->number_place, (int)i + 1);
    const TzLines *lines = measure->set (measure->self, text, &style, page->width - setup->left - setup->right);
    TzLen baseline = page->height - setup->bottom + setup->number_gap;
    /* The em box ends 0.12 em under the baseline. */
    tz_page_add_text (page, lines, 0, 1, setup->left, baseline - style.size * 88 / 100);
  }
}
