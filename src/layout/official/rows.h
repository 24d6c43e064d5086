/* All rows of an official document, from the first page to the last. */
#ifndef TZ_LAYOUT_OFFICIAL_ROWS_H
#define TZ_LAYOUT_OFFICIAL_ROWS_H

#include "layout/official/row.h"

/* All rows of the pieces of FRAME's document, in order; of TzOfficialRow, g_ptr_array_unref. Marks
 * are made so low that a first page shows a line of the text (GB/T 9704-2012, 7.3.3). Findings
 * where a piece does not fit a page. */
GPtrArray *tz_official_rows (const TzOfficialFrame *frame, TzDiag *diag);

#endif
