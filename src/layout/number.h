/* Page numbers, when the number of pages is known. */
#ifndef TZ_LAYOUT_NUMBER_H
#define TZ_LAYOUT_NUMBER_H

#include "content/block.h"
#include "layout/measure.h"
#include "layout/page.h"

/* Writes SETUP's number form with the number of one page, of PAGES in all. On a page
 * that is printed turned it stands where upright pages have it (GB/T 9704-2012, clause
 * 8): under the type area of the paper. */
void tz_number_add (const TzPageSetup *setup, const TzMeasure *measure, TzPage *page, int number, int pages);

/* Whether a page of WIDTH by HEIGHT is printed turned on upright paper: a landscape page of up to A4 of
 * a document that is bound. A larger paper is folded in as it lies. */
gboolean tz_page_is_turned (const TzPageSetup *setup, TzLen width, TzLen height);

#endif
