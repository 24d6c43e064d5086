#include "layout/measure.h"

static void measure_widths (gpointer self, const char *text, const TzTextStyle *style, TzLen *narrow,
                            TzLen *wide)
{
  tz_typeset_widths (self, text, style, narrow, wide);
}

static void measure_count (gpointer self, const char *text, const TzTextStyle *style, TzLen first, TzLen step,
                           int n, guint32 *lines, guint32 *flaws)
{
  tz_typeset_count (self, text, style, first, step, n, lines, flaws);
}

static const TzLines *measure_set (gpointer self, const char *text, const TzTextStyle *style, TzLen width)
{
  return tz_typeset (self, text, NULL, 0, style, width);
}

static const TzLines *measure_set_runs (gpointer self, const char *text, const TzTextRun *runs, int n_runs,
                                        const TzTextStyle *style, TzLen width)
{
  return tz_typeset (self, text, runs, n_runs, style, width);
}

static void measure_words (gpointer self G_GNUC_UNUSED, const gunichar *text, int n, const TzNameSet *names,
                           TzWordEdge *edges, int *of_name)
{
  tz_words_find (text, n, names, edges, of_name);
}

TzMeasure tz_measure_typeset (TzTypesetter *setter)
{
  return (TzMeasure){ .self = setter,
                      .widths = measure_widths,
                      .count = measure_count,
                      .set = measure_set,
                      .set_runs = measure_set_runs,
                      .words = measure_words };
}
