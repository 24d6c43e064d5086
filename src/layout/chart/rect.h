/* Rectangles and straight lines of a chart: what touches what. */
#ifndef TZ_LAYOUT_CHART_RECT_H
#define TZ_LAYOUT_CHART_RECT_H

#include "layout/page.h"

typedef struct {
  TzLen x0, y0, x1, y1;
} TzRect;

typedef struct {
  TzPagePoint from, to;
} TzStretch;

/* More than at an edge. */
gboolean tz_rect_overlaps (const TzRect *a, const TzRect *b);
gboolean tz_rect_is_crossed (const TzRect *box, const TzStretch *line);

#endif
