/* Rows that stay on one page beside the text of a merged cell. */
#ifndef TZ_OUTPUT_XLSX_KEEP_H
#define TZ_OUTPUT_XLSX_KEEP_H

#include "output/xlsx/plan.h"

/* Marks in ROWS (of TzXlsxRow; the table's begin at TOP) those beside the text of a merged
 * cell: no page ends there. */
void tz_xlsx_keep_texts (const TzXlsxPlan *plan, GArray *rows, int top);
/* Looks for a page that BREAKS (as tz_xlsx_breaks has them for ROWS) leaves blank to a large
 * part, only because of such a text, and makes rows of PLAN so much higher that the text
 * ends within them and the page can end there. FREE_ROWS: the table's rows as they were
 * before tz_xlsx_keep_texts. FALSE: there is none. */
gboolean tz_xlsx_fill_page (TzXlsxPlan *plan, const GArray *rows, const GArray *free_rows, int top,
                            const GArray *breaks, double room, int repeat_first, int repeat_last);

#endif
