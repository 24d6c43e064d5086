/* The lines of a title: all ways to break it into as many lines as it needs are tried, and those
 * that already cost more than the best one are given up. A title has few places to be broken, at
 * most TZ_TITLE_MOST_LINES lines, and lines of some twenty characters: these are thousands of ways
 * at worst. The cost of a way is that of its breaks (cost.h) and of its outline (shape.h). */
#include "layout/wrap/title.h"

#include "layout/wrap/cost.h"
#include "layout/wrap/shape.h"

#include <string.h>

/* What a further line must save: a word cut, or an outline that is none, but not a step. */
enum { COST_LINE = 1800 };

typedef struct {
  TzTitleText *text;
  const int *costs;            /* of a break before each character */
  int n;                       /* lines wanted */
  int at[TZ_TITLE_MOST_LINES]; /* the characters that lines begin with, in the way being tried */
  TzLen length[TZ_TITLE_MOST_LINES];
  int best[TZ_TITLE_MOST_LINES];
  int least; /* what BEST costs; before there is one, what a way must cost less than */
  gboolean found;
} Search;

static void keep_if_best (Search *s, int cost)
{
  cost += tz_shape_cost (s->length, s->n, s->text->em);
  if (cost >= s->least)
    return;
  s->least = cost;
  s->found = TRUE;
  memcpy (s->best, s->at, sizeof s->best);
}

/* Tries all lines from LINE on; those before it cost COST.
 * NOLINTNEXTLINE(misc-no-recursion): no deeper than a title has lines */
static void search (Search *s, int line, int cost)
{
  TzTitleText *text = s->text;
  int start = s->at[line];
  if (cost >= s->least)
    return;
  if (line == s->n - 1) {
    s->length[line] = tz_title_text_width (text, start, text->n);
    if (s->length[line] <= text->room)
      keep_if_best (s, cost);
    return;
  }
  for (int end = start + 1; end < text->n; end++) {
    if (s->costs[end] >= TZ_TITLE_NEVER)
      continue;
    s->length[line] = tz_title_text_width (text, start, end);
    if (s->length[line] > text->room)
      break;
    s->at[line + 1] = end;
    search (s, line + 1, cost + s->costs[end]);
  }
}

/* The best way, cheaper than MOST, for the fewest lines that allow any, or for one more if that is better by
 * COST_LINE. The result's N is 0 where no number of lines allows any. */
static Search best_lines (TzTitleText *text, const int *costs, int most)
{
  TzLen whole = tz_title_text_width (text, 0, text->n);
  int fewest = (int)MIN ((whole + text->room - 1) / text->room, TZ_TITLE_MOST_LINES + 1);
  Search best = { .least = most };
  for (int n = MAX (fewest, 1); n <= TZ_TITLE_MOST_LINES; n++) {
    Search s = { .text = text, .costs = costs, .n = n, .least = best.found ? best.least - COST_LINE : most };
    gboolean further = best.found;
    search (&s, 0, 0);
    if (s.found)
      best = s;
    if (further)
      break;
  }
  return best;
}

/* As tz_title_breaks, of the ways that cost less than MOST. */
static int find_breaks (const TzMeasure *measure, const char *text, const TzTextStyle *style, TzLen width,
                        int most, TzTitleBreak *breaks)
{
  if (strchr (text, '\n'))
    return 0;
  TzTitleText *title = tz_title_text_new (measure, text, style, MAX (width, 1));
  int n = 0;
  if (title && !tz_title_text_fits (title, 0, title->n)) {
    g_autofree int *costs = g_new0 (int, title->n);
    tz_title_costs (title, costs);
    Search best = best_lines (title, costs, most);
    for (int line = 1; line < best.n; line++) {
      int start = best.best[line], end = start - (title->c[start - 1] == ' ');
      breaks[n++] = (TzTitleBreak){ .end = title->byte[end], .next = title->byte[start] };
    }
  }
  tz_title_text_free (title);
  return n;
}

int tz_title_breaks (const TzMeasure *measure, const char *text, const TzTextStyle *style, TzLen width,
                     TzTitleBreak *breaks)
{
  return find_breaks (measure, text, style, width, G_MAXINT, breaks);
}

char *tz_title_join (const char *text, const TzTitleBreak *breaks, int n)
{
  GString *lines = g_string_new (NULL);
  guint32 from = 0;
  for (int i = 0; i < n; i++) {
    g_string_append_len (lines, text + from, breaks[i].end - from);
    g_string_append_c (lines, '\n');
    from = breaks[i].next;
  }
  g_string_append (lines, text + from);
  return g_string_free (lines, FALSE);
}

char *tz_title_halve (const TzMeasure *measure, const char *text, const TzTextStyle *style)
{
  TzTitleBreak breaks[TZ_TITLE_MOST_LINES - 1];
  TzLen narrow, whole;
  if (g_utf8_strlen (text, -1) <= 5)
    return NULL;
  measure->widths (measure->self, text, style, &narrow, &whole);
  /* A character off the middle at first; then as far as words ask for. */
  if (find_breaks (measure, text, style, whole / 2 + style->size * 11 / 10, TZ_TITLE_INSIDE, breaks) == 1 ||
      find_breaks (measure, text, style, whole * 7 / 10, TZ_TITLE_INSIDE, breaks) == 1)
    return tz_title_join (text, breaks, 1);
  return NULL;
}
