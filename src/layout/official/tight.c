#include "layout/official/tight.h"

static void widths (gpointer self, const char *text, const TzTextStyle *style, TzLen *narrow, TzLen *wide)
{
  const TzMeasure *inner = self;
  inner->widths (inner->self, text, style, narrow, wide);
}

static void count (gpointer self, const char *text, const TzTextStyle *style, TzLen first, TzLen step, int n,
                   guint32 *lines, guint32 *flaws)
{
  const TzMeasure *inner = self;
  inner->count (inner->self, text, style, first, step, n, lines, flaws);
}

static TzEven saving (const TzTextStyle *style)
{
  return style->even == TZ_EVEN_YES ? TZ_EVEN_SAVING : style->even;
}

static const TzLines *set (gpointer self, const char *text, const TzTextStyle *style, TzLen width)
{
  const TzMeasure *inner = self;
  TzTextStyle tight = *style;
  tight.even = saving (style);
  return inner->set (inner->self, text, &tight, width);
}

static const TzLines *set_runs (gpointer self, const char *text, const TzTextRun *runs, int n_runs,
                                const TzTextStyle *style, TzLen width)
{
  const TzMeasure *inner = self;
  TzTextStyle tight = *style;
  tight.even = saving (style);
  return inner->set_runs (inner->self, text, runs, n_runs, &tight, width);
}

static void words (gpointer self, const gunichar *text, int n, const TzNameSet *names, TzWordEdge *edges,
                   int *of_name)
{
  const TzMeasure *inner = self;
  inner->words (inner->self, text, n, names, edges, of_name);
}

TzMeasure tz_measure_tight (const TzMeasure *inner)
{
  TzMeasure measure = { (gpointer)inner, widths, count, set, inner->set_runs ? set_runs : NULL, words };
  return measure;
}
