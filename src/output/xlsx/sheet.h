/* One worksheet: what stands where. */
#ifndef TZ_OUTPUT_XLSX_SHEET_H
#define TZ_OUTPUT_XLSX_SHEET_H

#include "output/xlsx/workbook.h"

typedef struct {
  const char *name;                /* wanted; NULL: the document's title */
  const TzSized *sized;            /* NULL: paragraphs alone */
  const TzChart *chart;            /* of SIZED's values, stands below it; NULL: none */
  const GPtrArray *before, *after; /* of TzPara */
} TzXlsxContent;

void tz_xlsx_add_sheet (TzXlsx *xlsx, const TzXlsxContent *content);
/* A sheet with the instructions for filling in. */
void tz_xlsx_add_instructions (TzXlsx *xlsx, const char *text);

#endif
