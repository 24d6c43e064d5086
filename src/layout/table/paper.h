/* The paper a document is printed on. */
#ifndef TZ_LAYOUT_TABLE_PAPER_H
#define TZ_LAYOUT_TABLE_PAPER_H

#include "content/block.h"
#include "layout/table/column.h"

/* Between the side margins. */
TzLen tz_paper_room (const TzDoc *doc, const TzPaper *paper);

/* The first of the document's papers on which the text of all TABLES (of TzTable)
 * is readable, else the last that holds them; DEMANDS has what each needs. FALSE
 * with the finding table-too-wide when none holds them; DIAG may be NULL. */
gboolean tz_paper_choose (const TzDoc *doc, const GPtrArray *tables, const GPtrArray *demands, TzPaper *paper,
                          TzDiag *diag);

/* Whether TABLE must go on sideways in ROOM, and may. */
gboolean tz_paper_needs_panels (const TzTable *table, const TzDemand *demand, TzLen room);

#endif
