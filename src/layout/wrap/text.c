#include "layout/wrap/text.h"

#include "base/utf8.h"

#include <string.h>

static void take_apart (TzTitleText *text)
{
  int i = 0;
  for (const char *p = text->source; *p != '\0'; p = g_utf8_next_char (p), i++) {
    gunichar c = tz_utf8_get (p);
    text->c[i] = tz_char_is_blank (c) ? ' ' : c;
    text->byte[i] = (guint32)(p - text->source);
  }
  text->byte[i] = (guint32)strlen (text->source);
}

TzTitleText *tz_title_text_new (const TzMeasure *measure, const char *source, const TzTextStyle *style,
                                TzLen room)
{
  glong n = g_utf8_strlen (source, -1);
  if (n == 0 || n > TZ_TITLE_MOST_CHARS)
    return NULL;
  TzTitleText *text = g_new0 (TzTitleText, 1);
  gsize pairs = (gsize)(n + 1) * (gsize)(n + 1);
  text->n = (int)n;
  text->c = g_new0 (gunichar, n);
  text->byte = g_new0 (guint32, n + 1);
  text->widths = g_new (TzLen, pairs);
  memset (text->widths, 0xFF, pairs * sizeof (TzLen)); /* all -1 */
  text->em = MAX (style->size, 1);
  text->room = room;
  text->source = source;
  text->measure = measure;
  text->style = *style;
  text->style.first_indent = 0;
  text->style.shrink_floor = 0;
  take_apart (text);
  return text;
}

void tz_title_text_free (TzTitleText *text)
{
  if (!text)
    return;
  g_free (text->c);
  g_free (text->byte);
  g_free (text->widths);
  g_free (text);
}

TzLen tz_title_text_width (TzTitleText *text, int from, int to)
{
  if (to > from && text->c[to - 1] == ' ')
    to--;
  TzLen *width = &text->widths[(gsize)from * (gsize)(text->n + 1) + (gsize)to];
  if (*width >= 0)
    return *width;
  g_autofree char *line = g_strndup (text->source + text->byte[from], text->byte[to] - text->byte[from]);
  TzLen narrow;
  text->measure->widths (text->measure->self, line, &text->style, &narrow, width);
  return *width;
}

gboolean tz_title_text_fits (TzTitleText *text, int from, int to)
{
  return tz_title_text_width (text, from, to) <= text->room;
}

gboolean tz_title_text_has (const TzTitleText *text, int i, const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p), i++)
    if (i < 0 || i >= text->n || text->c[i] != tz_utf8_get (p))
      return FALSE;
  return TRUE;
}
