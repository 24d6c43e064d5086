/* Page numbers, when the number of pages is known. */
#ifndef TZ_LAYOUT_NUMBER_H
#define TZ_LAYOUT_NUMBER_H

#include "content/block.h"
#include "layout/measure.h"
#include "layout/page.h"

/* Writes SETUP's number form with the number of one page, of PAGES in all. */
void tz_number_add (const TzPageSetup *setup, const TzMeasure *measure, TzPage *page, int number, int pages);

/* Writes SETUP's number form under the type area of every page. */
void tz_numbers_add (const TzPageSetup *setup, const TzMeasure *measure, TzPages *pages);

#endif
