#include "read/separator.h"

#include <string.h>

#include "base/intl.h"

/* In the order of preference when two stand equally often: a tab is hardly ever part of a title. */
static const char separators[] = { '\t', ',', ';' };
#define N_SEPARATORS G_N_ELEMENTS (separators)

static const char *skip_blank_lines (const char *p, const char *end)
{
  while (p < end && (*p == '\n' || *p == ' ' || *p == '\t'))
    p++;
  return p;
}

/* A tab beside another separator or at the line's end is a blank there, typed or pasted. */
static gboolean is_mere_blank (const char *text, const char *p, const char *end)
{
  if (*p != '\t')
    return FALSE;
  return p + 1 == end || strchr (",;\n", p[1]) != NULL || (p > text && strchr (",;", p[-1]) != NULL);
}

/* Goes through the first record and counts each separator in it; FULL_WIDTH is the first "，" or "；", if any.
 * Returns the record's end. */
static const char *count_separators (const char *text, const char *end, gsize counts[N_SEPARATORS],
                                     const char **full_width)
{
  gboolean quoted = FALSE;
  const char *p = text;
  for (; p < end && (quoted || *p != '\n'); p++) {
    if (*p == '"')
      quoted = !quoted;
    if (quoted || is_mere_blank (text, p, end))
      continue;
    for (gsize i = 0; i < N_SEPARATORS; i++)
      counts[i] += *p == separators[i];
    if (*full_width == NULL && end - p >= 3 && (memcmp (p, "，", 3) == 0 || memcmp (p, "；", 3) == 0))
      *full_width = p;
  }
  return p;
}

/* Placed at the line's beginning, before all other findings about the line, which this one explains. */
static void warn_about_full_width (const char *text, const char *mark, int line, const char *shown,
                                   TzDiag *diag)
{
  TzPlace place = tz_place_file (shown);
  place.line = line;
  for (const char *p = text; p < mark; p++)
    place.line += *p == '\n';
  place.column = 1;
  tz_diag_add (
      diag, TZ_WARNING, &place, "full-width-separator",
      _ ("the first line has no separator but the full-width “%.3s”; separate cells by half-width commas, "
         "tabs or semicolons"),
      mark);
}

static gsize most (const gsize counts[N_SEPARATORS])
{
  gsize best = 0;
  for (gsize i = 1; i < N_SEPARATORS; i++)
    if (counts[i] > counts[best])
      best = i;
  return best;
}

char tz_separator_guess (const char *text, gsize length, int line, int n_records, const char *shown,
                         TzDiag *diag)
{
  gsize counts[N_SEPARATORS] = { 0 };
  const char *full_width = NULL;
  const char *end = text + length;

  /* Tabs in blank lines before a record separate nothing. */
  const char *p = text;
  for (int i = 0; i < n_records && p < end && counts[most (counts)] == 0; i++)
    p = count_separators (skip_blank_lines (p, end), end, counts, &full_width);
  if (counts[most (counts)] > 0)
    return separators[most (counts)];
  if (full_width != NULL)
    warn_about_full_width (text, full_width, line, shown, diag);
  return ',';
}

gsize tz_separator_skip_line (const char *text, gsize length, char *separator)
{
  static const char *const forms[] = { "sep=", "\"sep=" };
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++) {
    gsize n = strlen (forms[i]);
    gboolean quoted = forms[i][0] == '"';
    if (length < n + 1 + quoted || g_ascii_strncasecmp (text, forms[i], n) != 0)
      continue;
    guchar c = (guchar)text[n];
    gsize used = n + 1 + quoted;
    if (c >= 0x80 || c == '"' || c == '\n' || c == '\0' || (quoted && text[n + 1] != '"'))
      continue;
    /* Excel pads the line with the separators of the columns beside it. */
    while (used < length && text[used] == (char)c)
      used++;
    if (used < length && text[used] != '\n')
      continue;
    *separator = (char)c;
    return MIN (used + 1, length);
  }
  return 0;
}
