#include "layout/wrap/wrap.h"

#include "layout/wrap/title.h"

const TzLines *tz_wrap (const TzMeasure *measure, const char *text, const TzTextStyle *style, TzLen width)
{
  return tz_wrap_runs (measure, text, NULL, 0, style, width);
}

static const TzLines *set (const TzMeasure *measure, const char *text, const TzTextRun *runs, int n_runs,
                           const TzTextStyle *style, TzLen width)
{
  if (n_runs > 0 && measure->set_runs)
    return measure->set_runs (measure->self, text, runs, n_runs, style, width);
  return measure->set (measure->self, text, style, width);
}

/* Where byte AT of a text is, once it is joined at its BREAKS. */
static guint32 moved (guint32 at, const TzTitleBreak *breaks, int n)
{
  guint32 to = at;
  for (int i = 0; i < n && breaks[i].end < at; i++)
    to = to - (breaks[i].next - breaks[i].end) + 1;
  return to;
}

const TzLines *tz_wrap_runs (const TzMeasure *measure, const char *text, const TzTextRun *runs, int n_runs,
                             const TzTextStyle *style, TzLen width)
{
  TzTitleBreak breaks[TZ_TITLE_MOST_LINES - 1];
  int n = style->wrap == TZ_WRAP_TITLE ? tz_title_breaks (measure, text, style, width, breaks) : 0;
  if (n == 0)
    return set (measure, text, runs, n_runs, style, width);
  g_autofree char *lines = tz_title_join (text, breaks, n);
  g_autofree TzTextRun *parts = g_memdup2 (runs, sizeof *runs * (gsize)n_runs);
  for (int i = 0; i < n_runs; i++) {
    parts[i].start = moved (parts[i].start, breaks, n);
    parts[i].end = moved (parts[i].end, breaks, n);
  }
  return set (measure, lines, parts, n_runs, style, width);
}

void tz_wrap_count (const TzMeasure *measure, const char *text, const TzTextStyle *style, TzLen first,
                    TzLen step, int n, guint32 *lines, guint32 *flaws)
{
  if (style->wrap != TZ_WRAP_TITLE) {
    measure->count (measure->self, text, style, first, step, n, lines, flaws);
    return;
  }
  for (int i = 0; i < n; i++)
    lines[i] += (guint32)tz_wrap (measure, text, style, first + i * step)->n_lines;
}
