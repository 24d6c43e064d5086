/* Which of the good column widths a table gets: those with which it takes the fewest pages. */
#ifndef TZ_LAYOUT_TABLE_SIZE_H
#define TZ_LAYOUT_TABLE_SIZE_H

#include "layout/table/table.h"

/* TABLE with the widths, of those that DEMAND finds best for WIDTH, that take the fewest pages of
 * height PAGE; of those the lowest table. Of a long table only the lowest is tried. tz_sized_free. */
TzSized *tz_sized_new_best (const TzTable *table, const TzDemand *demand, TzLen width, TzLen page,
                            const TzMeasure *measure);

#endif
