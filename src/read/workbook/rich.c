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

static void shift_runs (TzRichText *rich, guint at, guint by)
{
  for (guint i = 0; i < rich->runs->len; i++) {
    TzBoldRun *run = &g_array_index (rich->runs, TzBoldRun, i);
    if (run->start > at)
      run->start -= MIN (by, run->start - at);
    if (run->end > at)
      run->end -= MIN (by, run->end - at);
  }
}

/* N bytes at AT become the character C, or nothing for 0. */
static void replace (TzRichText *rich, gsize at, gsize n, gunichar c)
{
  g_string_erase (rich->text, (gssize)at, (gssize)n);
  if (c > 0)
    g_string_insert_unichar (rich->text, (gssize)at, c);
  gsize length = c > 0 ? (gsize)g_unichar_to_utf8 (c, NULL) : 0;
  shift_runs (rich, (guint)(at + length), (guint)(n - length));
}

void tz_rich_finish (TzRichText *rich)
{
  for (gsize i = 0; i < rich->text->len; i++) {
    i += strcspn (rich->text->str + i, "_\r");
    const char *p = rich->text->str + i;
    if (*p == '_' && escaped (p))
      replace (rich, i, 7, escaped (p));
    p = rich->text->str + i;
    if (*p == '\r')
      replace (rich, i, p[1] == '\n' ? 2 : 1, '\n');
  }
}
