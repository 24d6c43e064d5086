/* A chart becomes rules, fills, shapes and texts of a page. */
#ifndef TZ_LAYOUT_CHART_H
#define TZ_LAYOUT_CHART_H

#include "content/chart.h"
#include "layout/measure.h"
#include "layout/page.h"

typedef struct TzSizedChart TzSizedChart;

/* CHART set for WIDTH; its height follows from what it shows. CHART must outlive it. */
TzSizedChart *tz_sized_chart_new (const TzChart *chart, TzLen width, const TzMeasure *measure);
void tz_sized_chart_free (TzSizedChart *sized);
/* With its title. */
TzLen tz_sized_chart_height (const TzSizedChart *sized);
/* Draws it with its upper left corner at X, Y. */
void tz_sized_chart_draw (const TzSizedChart *sized, TzPage *page, TzLen x, TzLen y);

#endif
