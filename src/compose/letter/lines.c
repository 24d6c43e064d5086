/* A text as lines, and what a line looks like. */
#include "base/utf8.h"
#include "compose/letter/data.h"

#include <string.h>

/* ── words ───────────────────────────────────────────────────────────────── */

TzLetterWords tz_letter_words_slice (const TzLetterWords *words, gsize from, gsize to)
{
  return (TzLetterWords){ g_strndup (words->text + from, to - from), g_strndup (words->own + from, to - from),
                          g_strndup (words->named + from, to - from) };
}

void tz_letter_words_clear (TzLetterWords *words)
{
  g_clear_pointer (&words->text, g_free);
  g_clear_pointer (&words->own, g_free);
  g_clear_pointer (&words->named, g_free);
}

/* Patterns are the program's own, so one that is wrong is a fault of the program. g_regex_unref. */
static GRegex *regex_of (const char *pattern)
{
  GRegex *regex = g_regex_new (pattern, G_REGEX_DOLLAR_ENDONLY, 0, NULL);
  g_assert (regex);
  return regex;
}

gboolean tz_letter_match (const char *pattern, const char *text, char *groups[3])
{
  GMatchInfo *info;
  GRegex *regex = regex_of (pattern);
  gboolean found = g_regex_match (regex, text, 0, &info);
  for (int i = 0; found && groups && i < 3; i++)
    groups[i] = g_match_info_fetch (info, i + 1);
  g_match_info_free (info);
  g_regex_unref (regex);
  return found;
}

gboolean tz_letter_find (const char *pattern, const TzLetterWords *words, const char *as_read,
                         TzLetterWords groups[2])
{
  GMatchInfo *info;
  GRegex *regex = regex_of (pattern);
  gboolean found = g_regex_match (regex, as_read, 0, &info);
  for (int i = 0; found && i < 2; i++) {
    int from = 0, to = 0;
    g_match_info_fetch_pos (info, i + 1, &from, &to);
    groups[i] = tz_letter_words_slice (words, (gsize)MAX (from, 0), (gsize)MAX (to, 0));
  }
  g_match_info_free (info);
  g_regex_unref (regex);
  return found;
}

void tz_letter_split (const char *pattern, const TzLetterWords *words, GPtrArray *parts)
{
  GMatchInfo *info;
  GRegex *regex = regex_of (pattern);
  gsize start = 0, length = strlen (words->text);
  int from = 0, to = 0;
  for (gboolean more = g_regex_match (regex, words->named, 0, &info); more;
       more = g_match_info_next (info, NULL)) {
    g_match_info_fetch_pos (info, 0, &from, &to);
    if ((gsize)from > start)
      g_ptr_array_add (parts, g_strndup (words->text + start, (gsize)from - start));
    start = (gsize)to;
  }
  if (length > start)
    g_ptr_array_add (parts, g_strndup (words->text + start, length - start));
  g_match_info_free (info);
  g_regex_unref (regex);
}

/* ── who wrote what ──────────────────────────────────────────────────────── */

/* Signs that stand for a character of as many bytes and that no pattern is like: control signs, signs of
 * private use. They are only ever read, never printed. */
static const char *const stand_ins[] = { "", "\x1a", "\xc2\x80", "\xee\x80\x80", "\xf3\xb0\x80\x80" };

gboolean tz_letter_ends_inserted (const char *own)
{
  for (gsize i = 1; i < G_N_ELEMENTS (stand_ins); i++)
    if (g_str_has_suffix (own, stand_ins[i]))
      return TRUE;
  return FALSE;
}

/* The text as it can be read where nothing of HIDDEN and what follows it is known. g_free. */
static char *read_without (const TzFilledText *filled, TzFrom hidden)
{
  GString *shape = g_string_sized_new (filled->text->len);
  const char *p = filled->text->str;
  for (guint i = 0; i < filled->inserted->len; i++) {
    const TzInserted *inserted = &g_array_index (filled->inserted, TzInserted, i);
    const char *start = filled->text->str + inserted->start, *end = filled->text->str + inserted->end;
    if (inserted->from < hidden)
      continue;
    g_string_append_len (shape, p, start - p);
    for (p = start; p < end; p = g_utf8_next_char (p))
      g_string_append (shape, stand_ins[g_utf8_next_char (p) - p]);
  }
  g_string_append (shape, p);
  return g_string_free (shape, FALSE);
}

/* ── lines ───────────────────────────────────────────────────────────────── */

static void line_free (TzLetterLine *line)
{
  tz_letter_words_clear (&line->words);
  g_free (line);
}

/* The line that stands in bytes FROM … TO of ALL, without blanks around it; nothing if it is blank. */
static void add_line (GPtrArray *lines, const TzLetterWords *all, gsize from, gsize to, int number)
{
  const char *start = all->text + from, *end = all->text + to;
  const char *first = tz_utf8_skip_blanks (start, end), *last = tz_utf8_drop_blanks (first, end);
  if (last <= first)
    return;
  TzLetterLine *line = g_new0 (TzLetterLine, 1);
  line->words = tz_letter_words_slice (all, (gsize)(first - all->text), (gsize)(last - all->text));
  g_strdelimit (line->words.text, "\t", ' ');
  g_strdelimit (line->words.own, "\t", ' ');
  g_strdelimit (line->words.named, "\t", ' ');
  line->line = number;
  line->column = (int)g_utf8_pointer_to_offset (start, first) + 1;
  g_ptr_array_add (lines, line);
}

GPtrArray *tz_letter_split_lines (const TzFilledText *filled)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify)line_free);
  TzLetterWords all = { .text = filled->text->str };
  all.own = read_without (filled, TZ_FROM_BOOK);
  all.named = read_without (filled, TZ_FROM_DATA);
  for (gsize from = 0, n = 0; from < filled->text->len; n++) {
    gsize to = from + strcspn (all.own + from, "\n");
    int number = n < filled->lines->len ? g_array_index (filled->lines, int, n) : (int)n + 1;
    add_line (lines, &all, from, to, number);
    from = to + 1;
  }
  g_free (all.own);
  g_free (all.named);
  return lines;
}

const TzLetterLine *tz_letter_peek (const TzLetterReader *reader, guint ahead)
{
  return reader->next + ahead < reader->lines->len ? reader->lines->pdata[reader->next + ahead] : NULL;
}

TzPlace tz_letter_place (const TzLetterReader *reader, int line)
{
  TzPlace place = tz_place_file (reader->file);
  place.line = line;
  return place;
}
