/* Tables and charts of an official document, sized once more for a workbook. */
#ifndef TZ_LAYOUT_FIGURE_H
#define TZ_LAYOUT_FIGURE_H

#include "layout/flow.h"

/* An empty list of TzFigure that owns them. g_ptr_array_unref. */
GPtrArray *tz_layout_figures_new (void);
/* Fills LAYOUT->figures: with what its document names, else with what stands in its text. */
void tz_layout_add_figures (TzLayout *layout, const TzMeasure *measure);

#endif
