/* Boxes and straight lines of a chart: what touches what. */
#ifndef TZ_LAYOUT_CHART_BOX_H
#define TZ_LAYOUT_CHART_BOX_H

#include "layout/page.h"

typedef struct {
  TzLen x0, y0, x1, y1;
} TzBox;

typedef struct {
  TzPagePoint from, to;
} TzStretch;

/* More than at an edge. */
gboolean tz_box_overlaps (const TzBox *a, const TzBox *b);
gboolean tz_box_is_crossed (const TzBox *box, const TzStretch *line);

#endif
