/* Pages in an official frame (GB/T 9704-2012): a grid of lines with pieces on it,
 * the pages of attached documents behind, and a block pinned to the end. */
#ifndef TZ_LAYOUT_OFFICIAL_H
#define TZ_LAYOUT_OFFICIAL_H

#include "layout/flow.h"

/* Fills LAYOUT->pages from its document's official part. FALSE with a finding when
 * an attached document does not fit its paper. */
gboolean tz_official_lay_out (TzLayout *layout, const TzMeasure *measure, TzDiag *diag);

#endif
