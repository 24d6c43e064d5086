/* Texts in runs (ECMA-376 part 1, 18.4.8 and 18.4.12). */
#include "read/workbook/data.h"

#include <string.h>

void tz_rich_begin (TzRichText *rich)
{
  if (!rich->text) {
    rich->text = g_string_new (NULL);
    rich->runs = g_array_new (FALSE, FALSE, sizeof (TzBoldRun));
  }
  g_string_truncate (rich->text, 0);
  g_array_set_size (rich->runs, 0);
  rich->in_text = rich->bold = FALSE;
  rich->phonetic = 0;
}

void tz_rich_clear (TzRichText *rich)
{
  if (rich->text) {
    g_string_free (rich->text, TRUE);
    g_array_unref (rich->runs);
  }
}

gboolean tz_rich_start (TzRichText *rich, const char *name, const char *const *attributes)
{
  if (g_str_equal (name, "rPh"))
    rich->phonetic++;
  else if (g_str_equal (name, "r"))
    rich->bold = FALSE;
  else if (g_str_equal (name, "b"))
    rich->bold = tz_xml_flag (attributes, "val", TRUE);
  else if (g_str_equal (name, "t"))
    rich->in_text = rich->phonetic == 0;
  else
    return FALSE;
  return TRUE;
}

void tz_rich_end (TzRichText *rich, const char *name)
{
  if (g_str_equal (name, "rPh"))
    rich->phonetic--;
  else if (g_str_equal (name, "r"))
    rich->bold = FALSE;
  else if (g_str_equal (name, "t"))
    rich->in_text = FALSE;
}

void tz_rich_text (TzRichText *rich, const char *text, int n)
{
  if (!rich->in_text)
    return;
  guint start = (guint)rich->text->len;
  g_string_append_len (rich->text, text, n);
  if (!rich->bold)
    return;
  TzBoldRun run = { start, (guint)rich->text->len };
  TzBoldRun *last = rich->runs->len > 0 ? &g_array_index (rich->runs, TzBoldRun, rich->runs->len - 1) : NULL;
  if (last && last->end == start)
    last->end = run.end;
  else
    g_array_append_val (rich->runs, run);
}

/* The character that _xHHHH_ at P stands for; 0: it is plain text. */
static gunichar escaped (const char *p)
{
  gunichar c = 0;
  if (p[0] != '_' || p[1] != 'x')
    return 0;
  for (int i = 2; i < 6; i++) {
    if (!g_ascii_isxdigit (p[i]))
      return 0;
    c = c * 16 + (gunichar)g_ascii_xdigit_value (p[i]);
  }
  return p[6] == '_' && g_unichar_validate (c) ? c : 0;
}

/* Where the runs begin and end, in order. */
static guint *bound (TzRichText *rich, guint i)
{
  TzBoldRun *run = &g_array_index (rich->runs, TzBoldRun, i / 2);
  return i % 2 == 0 ? &run->start : &run->end;
}

/* Those from NEXT on that lie at or before END move as the text from FROM on, which goes to TO. What lies in a
 * text that became a character goes behind it. The first that stays is returned. */
static guint move_bounds (TzRichText *rich, guint next, gsize from, gsize end, gsize to)
{
  for (; next < 2 * rich->runs->len && *bound (rich, next) <= end; next++)
    *bound (rich, next) = (guint)(to + MAX (*bound (rich, next), from) - from);
  return next;
}

void tz_rich_finish (TzRichText *rich)
{
  char *text = rich->text->str;
  gsize from = 0, to = 0;
  guint next = 0;
  for (;;) {
    gsize plain = strcspn (text + from, "_\r");
    next = move_bounds (rich, next, from, from + plain, to);
    if (from != to)
      memmove (text + to, text + from, plain);
    from += plain;
    to += plain;
    if (text[from] == '\0')
      break;
    gunichar c = escaped (text + from);
    gsize taken = c > 0 ? 7 : 1;
    c = c > 0 ? c : (gunichar)text[from];
    if (c == '\r') {
      taken += text[from + taken] == '\n';
      c = '\n';
    }
    from += taken;
    to += (gsize)g_unichar_to_utf8 (c, text + to); /* never more bytes than were taken */
  }
  g_string_truncate (rich->text, to);
}
