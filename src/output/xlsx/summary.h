/* The sheet that counts. */
#ifndef TZ_OUTPUT_XLSX_SUMMARY_H
#define TZ_OUTPUT_XLSX_SUMMARY_H

#include "output/xlsx/workbook.h"

/* Counts with live formulas over PLACED; nothing if there is nothing to count. */
void tz_xlsx_add_summary (TzXlsx *xlsx, const TzXlsxPlaced *placed);

#endif
