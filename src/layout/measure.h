/* What layout asks of typesetting. Pango and HarfBuzz answer in the program
 * (layout/measure.c over typeset); tests answer with a toy (hanzi 1 em, ASCII
 * 1/2 em), so that widths, heights and breaks are tested with plain numbers. */
#ifndef TZ_LAYOUT_MEASURE_H
#define TZ_LAYOUT_MEASURE_H

#include "typeset/paragraph.h"
#include "typeset/words.h"

typedef struct TzMeasure {
  gpointer self;
  /* As tz_typeset_widths, tz_typeset_count and tz_typeset. */
  void (*widths) (gpointer self, const char *text, const TzTextStyle *style, TzLen *narrow, TzLen *wide);
  void (*count) (gpointer self, const char *text, const TzTextStyle *style, TzLen first, TzLen step, int n,
                 guint32 *lines, guint32 *flaws);
  const TzLines *(*set) (gpointer self, const char *text, const TzTextStyle *style, TzLen width);
  /* A text with runs; NULL where a toy has none, then SET serves. */
  const TzLines *(*set_runs) (gpointer self, const char *text, const TzTextRun *runs, int n_runs,
                              const TzTextStyle *style, TzLen width);
  /* As tz_words_find. */
  void (*words) (gpointer self, const gunichar *text, int n, const TzNameSet *names, TzWordEdge *edges,
                 int *of_name);
} TzMeasure;

/* Answers from SETTER, which must outlive it. */
TzMeasure tz_measure_typeset (TzTypesetter *setter);

#endif
