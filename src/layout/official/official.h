/* Pages in an official frame (GB/T 9704-2012): a grid of lines with pieces on it,
 * the pages of attached documents behind, and a block pinned to the end. */
#ifndef TZ_LAYOUT_OFFICIAL_OFFICIAL_H
#define TZ_LAYOUT_OFFICIAL_OFFICIAL_H

#include "base/diag.h"
#include "layout/layout.h"
#include "layout/measure.h"

/* How a document of blocks becomes pages without numbers; NULL with a finding. */
typedef TzLayout *(*TzLayOut) (const TzDoc *doc, const TzMeasure *measure, TzDiag *diag);

/* Fills LAYOUT->pages from its document's official part; LAY_OUT makes the pages of attached
 * documents. FALSE with a finding when one of these does not fit its paper. */
gboolean tz_official_lay_out (TzLayout *layout, const TzMeasure *measure, TzLayOut lay_out, TzDiag *diag);

#endif
