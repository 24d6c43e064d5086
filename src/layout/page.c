#include "layout/page.h"

TzPage *tz_page_new (TzLen width, TzLen height)
{
  TzPage *page = g_new0 (TzPage, 1);
  page->width = width;
  page->height = height;
  page->texts = g_array_new (FALSE, FALSE, sizeof (TzPageText));
  page->rules = g_array_new (FALSE, FALSE, sizeof (TzPageRule));
  page->fills = g_array_new (FALSE, FALSE, sizeof (TzPageFill));
  page->shapes = g_array_new (FALSE, FALSE, sizeof (TzPageShape));
  page->points = g_array_new (FALSE, FALSE, sizeof (TzPagePoint));
  return page;
}

void tz_page_free (TzPage *page)
{
  if (!page)
    return;
  g_array_unref (page->texts);
  g_array_unref (page->rules);
  g_array_unref (page->fills);
  g_array_unref (page->shapes);
  g_array_unref (page->points);
  g_free (page);
}

static void clear_outline_entry (gpointer entry)
{
  g_free (((TzOutlineEntry *)entry)->title);
}

TzPages *tz_pages_new (void)
{
  TzPages *pages = g_new0 (TzPages, 1);
  pages->pages = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_page_free);
  pages->outline = g_array_new (FALSE, FALSE, sizeof (TzOutlineEntry));
  g_array_set_clear_func (pages->outline, clear_outline_entry);
  return pages;
}

void tz_pages_free (TzPages *pages)
{
  if (!pages)
    return;
  g_ptr_array_unref (pages->pages);
  g_array_unref (pages->outline);
  if (pages->nodes)
    g_array_unref (pages->nodes);
  g_free (pages);
}

TzPage *tz_pages_add (TzPages *pages, TzLen width, TzLen height)
{
  TzPage *page = tz_page_new (width, height);
  g_ptr_array_add (pages->pages, page);
  return page;
}

void tz_page_add_text (TzPage *page, const TzLines *lines, int first, int n, TzLen x, TzLen y)
{
  TzPageText text = { .lines = lines, .first = first, .n = n, .node = page->node, .x = x, .y = y };
  if (n > 0)
    g_array_append_val (page->texts, text);
}

void tz_page_add_turned (TzPage *page, const TzLines *lines, int first, int n, TzLen x, TzLen y)
{
  guint before = page->texts->len;
  tz_page_add_text (page, lines, first, n, x, y);
  for (guint i = before; i < page->texts->len; i++)
    g_array_index (page->texts, TzPageText, i).turned = TRUE;
}

void tz_page_add_rule (TzPage *page, TzLen x0, TzLen y0, TzLen x1, TzLen y1, TzLen thickness, guint32 colour)
{
  TzPageRule rule = { .x0 = x0, .y0 = y0, .x1 = x1, .y1 = y1, .thickness = thickness, .colour = colour };
  g_array_append_val (page->rules, rule);
}

void tz_page_add_fill (TzPage *page, TzLen x, TzLen y, TzLen width, TzLen height, guint32 colour)
{
  TzPageFill fill = { .x = x, .y = y, .width = width, .height = height, .colour = colour };
  g_array_append_val (page->fills, fill);
}

void tz_page_add_shape (TzPage *page, const TzPagePoint *points, int n, const TzPageShape *look)
{
  TzPageShape shape = *look;
  shape.first = page->points->len;
  shape.n = (guint32)n;
  if (n == 0)
    return;
  g_array_append_vals (page->points, points, (guint)n);
  g_array_append_val (page->shapes, shape);
}

static void add_shapes (TzPage *page, const TzPage *drawing, TzLen x, TzLen y)
{
  guint32 before = page->points->len;
  for (guint i = 0; i < drawing->points->len; i++) {
    TzPagePoint point = g_array_index (drawing->points, TzPagePoint, i);
    point.x += x;
    point.y += y;
    g_array_append_val (page->points, point);
  }
  for (guint i = 0; i < drawing->shapes->len; i++) {
    TzPageShape shape = g_array_index (drawing->shapes, TzPageShape, i);
    shape.first += before;
    g_array_append_val (page->shapes, shape);
  }
}

void tz_page_add_drawing (TzPage *page, const TzPage *drawing, TzLen x, TzLen y)
{
  for (guint i = 0; i < drawing->fills->len; i++) {
    const TzPageFill *fill = &g_array_index (drawing->fills, TzPageFill, i);
    tz_page_add_fill (page, fill->x + x, fill->y + y, fill->width, fill->height, fill->colour);
  }
  for (guint i = 0; i < drawing->rules->len; i++) {
    const TzPageRule *rule = &g_array_index (drawing->rules, TzPageRule, i);
    tz_page_add_rule (page, rule->x0 + x, rule->y0 + y, rule->x1 + x, rule->y1 + y, rule->thickness,
                      rule->colour);
  }
  add_shapes (page, drawing, x, y);
  for (guint i = 0; i < drawing->texts->len; i++) {
    const TzPageText *text = &g_array_index (drawing->texts, TzPageText, i);
    tz_page_add_text (page, text->lines, text->first, text->n, text->x + x, text->y + y);
  }
}

void tz_pages_add_outline (TzPages *pages, int level, const char *title, int page, TzLen y)
{
  TzOutlineEntry entry = { .level = level, .title = g_strdup (title), .page = page, .y = y };
  g_array_append_val (pages->outline, entry);
}
