/* What layout asks of typesetting. Pango and HarfBuzz answer in the program
 * (layout/measure.c over typeset); tests answer with a toy (hanzi 1 em, ASCII
 * 1/2 em), so that widths, heights and breaks are tested with plain numbers. */
#ifndef TZ_LAYOUT_MEASURE_H
#define TZ_LAYOUT_MEASURE_H

#include "typeset/paragraph.h"

typedef struct TzMeasure {
  gpointer self;
  /* As tz_typeset_widths. */
  TzLen (*widths) (gpointer self, const char *text, const TzTextStyle *style, GArray *wide);
  const TzLines *(*set) (gpointer self, const char *text, const TzTextStyle *style, TzLen width);
} TzMeasure;

/* Answers from SETTER, which must outlive it. */
TzMeasure tz_measure_typeset (TzTypesetter *setter);

#endif
