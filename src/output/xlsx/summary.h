/* The sheet that counts. */
#ifndef TZ_OUTPUT_XLSX_SUMMARY_H
#define TZ_OUTPUT_XLSX_SUMMARY_H

#include "output/xlsx/workbook.h"

/* Counts with live formulas over TABLE; nothing if there is nothing to count. */
void tz_xlsx_add_summary (TzXlsx *xlsx, const TzXlsxTable *table);

#endif
