/* A text as lines, and what a line looks like. */
#include "base/utf8.h"
#include "compose/letter/data.h"

#include <string.h>

static void line_free (TzLetterLine *line)
{
  g_free (line->text);
  g_free (line);
}

/* NUMBERS (of int, NULL: as they stand) are the lines' places. */
GPtrArray *tz_letter_split_lines (const char *text, const GArray *numbers)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify)line_free);
  int number = 0;
  for (const char *p = text; *p != '\0';) {
    const char *end = strchrnul (p, '\n');
    number++;
    const char *first = tz_utf8_skip_blanks (p, end), *last = tz_utf8_drop_blanks (first, end);
    if (last > first) {
      TzLetterLine *line = g_new0 (TzLetterLine, 1);
      line->text = g_strdelimit (g_strndup (first, (gsize)(last - first)), "\t", ' ');
      line->line = numbers ? g_array_index (numbers, int, number - 1) : number;
      line->column = (int)g_utf8_pointer_to_offset (p, first) + 1;
      g_ptr_array_add (lines, line);
    }
    p = *end == '\0' ? end : end + 1;
  }
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

gboolean tz_letter_match (const char *pattern, const char *text, char *groups[3])
{
  GMatchInfo *info;
  GRegex *regex = g_regex_new (pattern, G_REGEX_DOLLAR_ENDONLY, 0, NULL);
  g_assert (regex);
  gboolean found = g_regex_match (regex, text, 0, &info);
  for (int i = 0; found && groups && i < 3; i++)
    groups[i] = g_match_info_fetch (info, i + 1);
  g_match_info_free (info);
  g_regex_unref (regex);
  return found;
}
