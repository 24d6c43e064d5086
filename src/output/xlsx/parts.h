/* Texts side by side above or below a table: each in a cell merged over some of the table's columns. */
#ifndef TZ_OUTPUT_XLSX_PARTS_H
#define TZ_OUTPUT_XLSX_PARTS_H

#include "output/xlsx/sheet_plan.h"

/* Fills CELLS, one for each of PARA's parts, but for their rows; all columns belong to one of them. Returns how
 * many points the texts need, or 0 if they find no room beside each other: then they had better stand in a row
 * as one text. */
double tz_xlsx_plan_parts (const TzXlsxSheetPlan *s, const TzPara *para, TzXlsxParaCell *cells);

#endif
