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

gboolean tz_page_is_turned (const TzPageSetup *setup, TzLen width, TzLen height)
{
  return setup->binding == TZ_BINDING_PRINT && width > height && height <= tz_len_from_mm (211);
}

/* The paper that a page is printed on, with the margins as they are there. */
typedef struct {
  TzLen width, height, bottom, left, right;
} Side;

static Side side_of (const TzPageSetup *setup, const TzPage *page)
{
  if (page->turned)
    return (Side){ page->height, page->width, setup->left, setup->top, setup->bottom };
  return (Side){ page->width, page->height, setup->bottom, setup->left, setup->right };
}

void tz_number_add (const TzPageSetup *setup, const TzMeasure *measure, TzPage *page, int number, int pages)
{
  if (setup->number_place == TZ_NUMBER_NONE || !setup->number_form)
    return;
  g_autofree char *text = number_text (setup->number_form, number, pages);
  Side side = side_of (setup, page);
  TzTextStyle style = setup->number_style;
  style.align = align_of_number (setup->number_place, number);
  TzLen width = side.width - side.left - side.right - 2 * setup->number_inset;
  const TzLines *lines = measure->set (measure->self, text, &style, width);
  /* The em box ends 0.12 em under the baseline. */
  TzLen y = side.height - side.bottom + setup->number_gap - style.size * 88 / 100;
  TzLen x = side.left + setup->number_inset;
  if (page->turned)
    tz_page_add_turned (page, lines, 0, 1, page->width - y, x);
  else
    tz_page_add_text (page, lines, 0, 1, x, y);
}
