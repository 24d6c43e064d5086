/* What a table's pages lack: characters that no font on this machine has, room for numbers. */
#ifndef TZ_LAYOUT_TABLE_MISSING_H
#define TZ_LAYOUT_TABLE_MISSING_H

#include "layout/missing.h"
#include "layout/table/table.h"

/* The warning missing-glyph at the place of each cell of SIZED that has any. */
void tz_sized_report_missing (const TzSized *sized, TzDiag *diag);
/* The warning figure-cut at the first number, date or code that stands on several lines. */
void tz_sized_report_cut (const TzSized *sized, TzDiag *diag);
/* As tz_sized_report_missing for a table of which no text was broken. */
void tz_grid_report_missing (const TzGrid *grid, const TzMeasure *measure, TzDiag *diag);

#endif
