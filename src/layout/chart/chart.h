/* A chart becomes rules, fills, shapes and texts of a page. */
#ifndef TZ_LAYOUT_CHART_CHART_H
#define TZ_LAYOUT_CHART_CHART_H

#include "content/chart.h"
#include "layout/measure.h"
#include "layout/page.h"

typedef struct TzSizedChart TzSizedChart;

/* CHART drawn for WIDTH; its height follows from what it shows. CHART must outlive it. tz_sized_chart_free.
 * From some 150 pt on all texts stand inside and apart; sizes of type are the chart's own
 * (9 pt where it names none), but never under 7.5 pt. */
TzSizedChart *tz_sized_chart_new (const TzChart *chart, TzLen width, const TzMeasure *measure);
/* The same no higher than HEIGHT, and hardly lower, as far as that can be read well: lying bars stand closer or
 * wider, a trend is flatter or steeper. */
TzSizedChart *tz_sized_chart_new_high (const TzChart *chart, TzLen width, TzLen height,
                                       const TzMeasure *measure);
/* The same cut so that no part is higher than ROOM, if that can be: bars and progress bars
 * have as many categories as they have, and stand closer when there are many. The parts
 * share their scale; the titles of all but the first say so. Of TzSizedChart, at least
 * one; the caller's: g_ptr_array_unref. */
GPtrArray *tz_sized_chart_parts (const TzChart *chart, TzLen width, TzLen room, const TzMeasure *measure);
void tz_sized_chart_free (TzSizedChart *sized);
/* With its title. */
TzLen tz_sized_chart_height (const TzSizedChart *sized);
/* Draws it with its upper left corner at X, Y. */
void tz_sized_chart_draw (const TzSizedChart *sized, TzPage *page, TzLen x, TzLen y);

#endif
