/* What is filled in: drop-downs, messages, colours and locks. */
#ifndef TZ_OUTPUT_XLSX_FILL_H
#define TZ_OUTPUT_XLSX_FILL_H

#include "output/xlsx/workbook.h"

/* Whether there is something to fill in. */
gboolean tz_xlsx_has_fills (const TzGrid *grid);
/* Drop-downs, messages, colours for what is done or late, and locks. */
void tz_xlsx_add_fills (TzXlsx *xlsx, const TzXlsxTable *table);
/* Locks SHEET but for cells whose format says otherwise, if the document wants so;
 * FORM: there is something to fill in. */
void tz_xlsx_protect (TzXlsx *xlsx, lxw_worksheet *sheet, gboolean form);
/* The number format in which Excel takes what is typed into such a cell. Interned, or NULL. */
const char *tz_xlsx_fill_format (TzFillKind fill);

#endif
