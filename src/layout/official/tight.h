/* A measure for texts on a grid of characters (28 a line, GB/T 9704-2012, 5.2.3) that may be set closer. */
#ifndef TZ_LAYOUT_OFFICIAL_TIGHT_H
#define TZ_LAYOUT_OFFICIAL_TIGHT_H

#include "layout/measure.h"

/* Answers as INNER, which must outlive it; but paragraphs on the grid (TZ_EVEN_YES) are set as
 * TZ_EVEN_SAVING: with more characters on some lines where that saves a line. */
TzMeasure tz_measure_tight (const TzMeasure *inner);

#endif
