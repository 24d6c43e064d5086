#include "compose/form/emphasis.h"

#include <string.h>

#define MARK "**"

static void add_bold (GArray *runs, gsize start, gsize end, const TzTextStyle *style)
{
  TzTextRun run = { .start = (guint32)start, .end = (guint32)end, .bold = TRUE, .colour = style->colour };
  g_array_append_val (runs, run);
}

/* ---- marks ---- */

/* Appends the paragraph TEXT … END to OUT without its pairs of marks. A mark that has no
 * partner, or one with nothing between, is text. */
static void take_marks (GString *out, const char *text, const char *end, const TzTextStyle *style, GArray *runs)
{
  const char *open;
  while ((open = g_strstr_len (text, end - text, MARK)) != NULL) {
    const char *inner = open + strlen (MARK), *close = g_strstr_len (inner, end - inner, MARK);
    if (!close)
      break;
    if (close == inner) {
      g_string_append_len (out, text, close + strlen (MARK) - text);
    } else {
      g_string_append_len (out, text, open - text);
      add_bold (runs, out->len, out->len + (gsize)(close - inner), style);
      g_string_append_len (out, inner, close - inner);
    }
    text = close + strlen (MARK);
  }
  g_string_append_len (out, text, end - text);
}

/* ---- lead-ins ---- */

/* Characters; a longer first sentence is text like any other. */
#define LONGEST_LEAD 30

static gboolean ends_lead (gunichar c)
{
  return c == 0x3002 /* 。 */ || c == 0xFF1A /* ： */ || c == ':';
}

/* The lead-in of the paragraph P … END ends with its first 。 or ：, if more text follows there. */
static void find_lead (const char *text, const char *p, const char *end, const TzTextStyle *style, GArray *runs)
{
  const char *start = p;
  for (int n = 0; p < end && n < LONGEST_LEAD; n++) {
    const char *next = g_utf8_next_char (p);
    if (ends_lead (g_utf8_get_char (p))) {
      if (next < end && p > start)
        add_bold (runs, (gsize)(start - text), (gsize)(next - text), style);
      return;
    }
    p = next;
  }
}

char *tz_emphasis_apply (TzEmphasis how, const char *text, const TzTextStyle *style, GArray *runs)
{
  GString *out = g_string_sized_new (strlen (text) + 1);
  for (const char *p = text;;) {
    const char *feed = strchr (p, '\n'), *end = feed ? feed : p + strlen (p);
    if (how == TZ_EMPHASIS_MARKS) {
      take_marks (out, p, end, style, runs);
    } else {
      if (how == TZ_EMPHASIS_LEAD)
        find_lead (text, p, end, style, runs);
      g_string_append_len (out, p, end - p);
    }
    if (!feed)
      break;
    g_string_append_c (out, '\n');
    p = feed + 1;
  }
  return g_string_free (out, FALSE);
}
