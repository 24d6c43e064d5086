/* A document becomes pages. */
#ifndef TZ_LAYOUT_FLOW_H
#define TZ_LAYOUT_FLOW_H

#include "layout/layout.h"
#include "layout/measure.h"

/* Sizes every table and cuts pages. Never fails for any content; what cannot fit
 * (a paper too small for one line) is a finding and NULL. Characters that no
 * font has are warnings that name their cells. */
TzLayout *tz_layout_new (const TzDoc *doc, const TzMeasure *measure, TzDiag *diag);
/* The same for a document of blocks, page numbers still missing. */
TzLayout *tz_layout_unnumbered (const TzDoc *doc, const TzMeasure *measure, TzDiag *diag);
/* The same where nobody draws: of a document with a table of more than TZ_LONG_TABLE
 * rows, for which a workbook does not ask how many pages it takes, only the column
 * edges are found. No text is broken, no page filled, so the time and memory that it
 * takes do not grow with the texts. So it is, too, with a table that no paper holds: a worksheet needs none. */
TzLayout *tz_layout_undrawn (const TzDoc *doc, const TzMeasure *measure, TzDiag *diag);

#endif
