#include "output/pdf/content.h"

#include "output/pdf/flate.h"

#include <string.h>

/* Whether TEXT has an operator that paints. A word of a string that looks like one
 * does no harm. */
static gboolean paints (const char *text, const char *end)
{
  static const char *const painting[] = { "ET", "S", "s", "f", "f*", "B", "B*", "b", "b*", "Do", "sh" };
  while (text < end) {
    gsize n = strcspn (text, " \n");
    for (gsize i = 0; i < G_N_ELEMENTS (painting); i++)
      if (strlen (painting[i]) == n && strncmp (text, painting[i], n) == 0)
        return TRUE;
    text += n + 1;
  }
  return FALSE;
}

static void add_gap (GString *to, const char *text, const char *end)
{
  gboolean artifact = paints (text, end);
  if (artifact)
    g_string_append (to, "/Artifact BMC\n");
  g_string_append_len (to, text, end - text);
  if (artifact)
    g_string_append (to, "EMC\n");
}

void tz_pdf_add_string (GString *to, const char *text, gssize n)
{
  glong count = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, n, NULL, &count, NULL);
  g_string_append (to, "<FEFF");
  for (glong i = 0; i < count; i++)
    g_string_append_printf (to, "%04X", units[i]);
  g_string_append_c (to, '>');
}

typedef struct {
  const TzPdfMark *marks;
  guint n, next; /* marks; the one that comes next */
  GString *to;
  const char *gap; /* what was not written yet begins here */
  int spans;       /* that are open */
} Marking;

/* LINE begins a mark: what stands before it is done. */
static void begin_mark (Marking *m, const char *line, const char *next)
{
  const TzPdfMark *mark = m->next < m->n ? &m->marks[m->next] : NULL;
  add_gap (m->to, m->gap, line);
  m->next++;
  m->gap = line;
  if (!mark || !mark->actual)
    return;
  g_string_append_printf (m->to, "/Span << /MCID %d /ActualText ", mark->number);
  tz_pdf_add_string (m->to, mark->actual, mark->n);
  g_string_append (m->to, " >> BDC\n");
  m->gap = next;
}

/* Cairo begins and ends marked content on lines of their own, outside text objects. The
 * spans in which it says itself what glyphs stand for are marked content too, within a
 * text object. */
static void mark_lines (Marking *m, const char *text)
{
  const char *next;
  m->gap = text;
  for (const char *line = text; *line != '\0'; line = next) {
    const char *end = strchr (line, '\n');
    end = end ? end : line + strlen (line);
    next = *end == '\n' ? end + 1 : end;
    if (end - line > 4 && strncmp (end - 4, " BDC", 4) == 0) {
      if (g_strstr_len (line, end - line, "/MCID "))
        begin_mark (m, line, next);
      else
        m->spans++;
    } else if (end - line == 3 && strncmp (line, "EMC", 3) == 0) {
      if (m->spans > 0) {
        m->spans--;
        continue;
      }
      g_string_append_len (m->to, m->gap, next - m->gap);
      m->gap = next;
    }
  }
  add_gap (m->to, m->gap, m->gap + strlen (m->gap));
}

GByteArray *tz_pdf_content_mark (const GByteArray *stream, const TzPdfMark *marks, guint n)
{
  GString *text = g_string_new (NULL);
  GByteArray *result = NULL;
  if (tz_pdf_inflate (stream, text)) {
    Marking m = { .marks = marks, .n = n, .to = g_string_sized_new (text->len + text->len / 8) };
    mark_lines (&m, text->str);
    if (m.next == n)
      result = tz_pdf_deflate (m.to->str, m.to->len);
    g_string_free (m.to, TRUE);
  }
  g_string_free (text, TRUE);
  return result;
}
