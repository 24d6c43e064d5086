/* Tables and charts of an official document, sized once more for a workbook. */
#ifndef TZ_LAYOUT_EXHIBIT_H
#define TZ_LAYOUT_EXHIBIT_H

#include "layout/layout.h"
#include "layout/measure.h"

/* Fills LAYOUT->tables: with what its document names, else with what stands in its text. */
void tz_layout_add_exhibits (TzLayout *layout, const TzMeasure *measure);

#endif
