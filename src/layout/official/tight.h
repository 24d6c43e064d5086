/* Lines of a text on a grid of characters, or closer where that saves a page. */
#ifndef TZ_LAYOUT_OFFICIAL_TIGHT_H
#define TZ_LAYOUT_OFFICIAL_TIGHT_H

#include "layout/measure.h"

/* Answers as INNER, which must outlive it, but paragraphs that keep to so many characters
 * a line give way where it saves one. */
TzMeasure tz_measure_tight (const TzMeasure *inner);

#endif
