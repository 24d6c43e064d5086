/* Tables and charts of official documents, each on a worksheet of its own. */
#ifndef TZ_OUTPUT_XLSX_EXHIBIT_H
#define TZ_OUTPUT_XLSX_EXHIBIT_H

#include "output/xlsx/workbook.h"

void tz_xlsx_add_exhibit (TzXlsx *xlsx, const TzLayoutTable *exhibit);

#endif
