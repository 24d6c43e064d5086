#include "help/toy.h"

#include <string.h>

struct Toy {
  GHashTable *answers; /* the question in words → TzLines */
};

static void lines_free (gpointer data)
{
  TzLines *lines = data;
  g_free ((char *)lines->text);
  g_free (lines->lines);
  g_free (lines->glyphs);
  g_free (lines);
}

Toy *toy_new (void)
{
  Toy *toy = g_new0 (Toy, 1);
  toy->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, lines_free);
  return toy;
}

void toy_free (Toy *toy)
{
  g_hash_table_unref (toy->answers);
  g_free (toy);
}

static TzLen advance_of (gunichar c, TzLen em)
{
  return c < 0x80 ? em / 2 : em;
}

/* The end of the line from START, which lies in the paragraph ending at END. */
static const char *fill_line (const char *start, const char *end, TzLen em, TzLen room)
{
  const char *p = start;
  for (TzLen used = 0; p < end; p = g_utf8_next_char (p)) {
    used += advance_of (g_utf8_get_char (p), em);
    if (used > room && p > start)
      break;
  }
  return p;
}

static const char *paragraph_end (const char *start)
{
  const char *feed = strchr (start, '\n');
  return feed ? feed : start + strlen (start);
}

/* ---- setting ---- */

typedef struct {
  const char *text;
  const TzTextStyle *style;
  TzLen width;
  GArray *lines, *glyphs;
  TzLen anchor;
  int n_missing;
} Setting;

static TzLen indent_of (const TzTextStyle *style, TzLen width, TzLen ink)
{
  if (style->align == TZ_ALIGN_CENTER)
    return MAX ((width - ink) / 2, 0);
  return style->align == TZ_ALIGN_RIGHT ? MAX (width - ink, 0) : 0;
}

static void set_line (Setting *s, const char *start, const char *end, TzLen indent, gboolean last)
{
  TzLen ink = indent;
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    ink += advance_of (g_utf8_get_char (p), s->style->size);
  TzLen x = indent + indent_of (s->style, s->width, ink);
  TzLine line = { .start = (guint32)(start - s->text), .end = (guint32)(end - s->text), .last = last };
  line.glyph = s->glyphs->len;
  for (const char *p = start; p < end; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    gboolean missing = c >= 0xE000 && c <= 0xF8FF;
    TzGlyph glyph = { .glyph = c, .x = (gint32)x, .text = (guint32)(p - s->text) };
    glyph.n_bytes = (guint16)(g_utf8_next_char (p) - p);
    glyph.face = missing ? TZ_FACE_NONE : 0;
    s->n_missing += missing;
    g_array_append_val (s->glyphs, glyph);
    if (s->style->align == TZ_ALIGN_DECIMAL && c == '.')
      s->anchor = x;
    x += advance_of (c, s->style->size);
  }
  line.n_glyphs = s->glyphs->len - line.glyph;
  line.width = x;
  if (s->style->align == TZ_ALIGN_DECIMAL && s->anchor < 0 && end > start && g_ascii_isdigit (end[-1]))
    s->anchor = x;
  g_array_append_val (s->lines, line);
}

static void set_paragraph (Setting *s, const char *start, const char *end)
{
  TzLen indent = s->style->first_indent;
  do {
    const char *stop = fill_line (start, end, s->style->size, s->width - indent);
    set_line (s, start, stop, indent, stop == end);
    start = stop;
    indent = 0;
  } while (start < end);
}

static TzLines *set_text (const char *text, const TzTextStyle *style, TzLen width)
{
  Setting s = { .text = text, .style = style, .width = width, .anchor = -1 };
  s.lines = g_array_new (FALSE, FALSE, sizeof (TzLine));
  s.glyphs = g_array_new (FALSE, FALSE, sizeof (TzGlyph));
  for (const char *start = text, *end;; start = end + 1) {
    end = paragraph_end (start);
    set_paragraph (&s, start, end);
    if (!*end)
      break;
  }
  TzLines *lines = g_new0 (TzLines, 1);
  lines->text = text;
  lines->n_lines = (int)s.lines->len;
  lines->n_glyphs = s.glyphs->len;
  lines->lines = (TzLine *)(gpointer)g_array_free (s.lines, FALSE);
  lines->glyphs = (TzGlyph *)(gpointer)g_array_free (s.glyphs, FALSE);
  lines->size = style->size;
  lines->pitch = style->pitch;
  lines->width = width;
  for (int i = 0; i < lines->n_lines; i++)
    lines->widest = MAX (lines->widest, lines->lines[i].width);
  lines->anchor = s.anchor;
  lines->colour = style->colour;
  lines->n_missing = s.n_missing;
  return lines;
}

static const TzLines *toy_set (gpointer self, const char *text, const TzTextStyle *style, TzLen width)
{
  Toy *toy = self;
  char *question =
      g_strdup_printf ("%d %d %ld %ld %ld %ld %x %s", style->role, style->align, (long)style->size,
                       (long)style->pitch, (long)style->first_indent, (long)width, style->colour, text);
  TzLines *lines = g_hash_table_lookup (toy->answers, question);
  if (lines) {
    g_free (question);
    return lines;
  }
  lines = set_text (g_strdup (text), style, width);
  g_hash_table_insert (toy->answers, question, lines);
  return lines;
}

/* ---- measuring ---- */

static void toy_widths (gpointer self, const char *text, const TzTextStyle *style, TzLen *narrow, TzLen *wide)
{
  (void)self;
  TzLen used = style->first_indent;
  *narrow = *wide = 0;
  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    if (*p == '\n') {
      used = style->first_indent;
      continue;
    }
    TzLen advance = advance_of (g_utf8_get_char (p), style->size);
    used += advance;
    *narrow = MAX (*narrow, advance);
    *wide = MAX (*wide, used);
  }
}

static void count_lines (const char *text, const TzTextStyle *style, TzLen width, guint32 *lines,
                         guint32 *flaws)
{
  for (const char *start = text, *end;; start = end + 1) {
    end = paragraph_end (start);
    TzLen indent = style->first_indent;
    const char *stop = start, *from = start;
    guint32 n = 0;
    do {
      from = stop;
      stop = fill_line (from, end, style->size, width - indent);
      indent = 0;
      n++;
    } while (stop < end);
    *lines += n;
    *flaws += n > 1 && g_utf8_next_char (from) == stop ? 3 : 0; /* one character alone */
    if (!*end)
      return;
  }
}

static void toy_count (gpointer self, const char *text, const TzTextStyle *style, TzLen first, TzLen step,
                       int n, guint32 *lines, guint32 *flaws)
{
  (void)self;
  for (int k = 0; k < n; k++)
    count_lines (text, style, first + k * step, &lines[k], &flaws[k]);
}

static void toy_words (gpointer self, const gunichar *text, int n, const TzNameSet *names, TzWordEdge *edges,
                       int *of_name)
{
  (void)self;
  tz_words_find (text, n, names, edges, of_name);
}

TzMeasure toy_measure (Toy *toy)
{
  return (
      TzMeasure){ .self = toy, .widths = toy_widths, .count = toy_count, .set = toy_set, .words = toy_words };
}
