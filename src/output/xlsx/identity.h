/* The hidden sheet by which a workbook is known again: what stands in it, base/identity.h tells. */
#ifndef TZ_OUTPUT_XLSX_IDENTITY_H
#define TZ_OUTPUT_XLSX_IDENTITY_H

#include "output/xlsx/workbook.h"

void tz_xlsx_add_identity (TzXlsx *xlsx);

#endif
