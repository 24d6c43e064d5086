/* Characters in the cells of a table that no font on this machine has. */
#ifndef TZ_LAYOUT_TABLE_MISSING_H
#define TZ_LAYOUT_TABLE_MISSING_H

#include "layout/missing.h"
#include "layout/table/table.h"

/* The warning missing-glyph at the place of each cell of SIZED that has any. */
void tz_sized_report_missing (const TzSized *sized, TzDiag *diag);
/* The same for a table of which no text was broken. */
void tz_grid_report_missing (const TzGrid *grid, const TzMeasure *measure, TzDiag *diag);

#endif
