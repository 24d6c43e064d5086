/* Paragraphs and tables of a document one below the other, on as many pages as they take. */
#ifndef TZ_LAYOUT_TABLE_BLOCKS_H
#define TZ_LAYOUT_TABLE_BLOCKS_H

#include "base/diag.h"
#include "layout/layout.h"
#include "layout/measure.h"

/* Fills LAYOUT->pages with its document's blocks, whose tables are sized and whose paper is chosen.
 * FALSE with the finding paper-too-small where a head and one row do not fit on a page. */
gboolean tz_blocks_fill_pages (TzLayout *layout, const TzMeasure *measure, TzDiag *diag);

#endif
