/* Texts that stand on more than one page. */
#ifndef TZ_OUTPUT_XLSX_FRAGMENT_H
#define TZ_OUTPUT_XLSX_FRAGMENT_H

#include "output/xlsx/plan.h"

/* Pages end in PLAN's table, which begins at sheet row TOP, at BREAKS (as tz_xlsx_breaks). */
void tz_xlsx_break_table (TzXlsxPlan *plan, const GArray *breaks, int top);
/* Whether cell I is written as a cell on each of its pages. */
gboolean tz_xlsx_is_fragmented (const TzXlsxPlan *plan, int i);
/* Whether the text of cell I stands in several cells, fragments or slices. */
gboolean tz_xlsx_goes_on (const TzXlsxPlan *plan, int i);
/* The fragment of cell I, which is fragmented, that begins at sheet row ROW of the table: bytes of TEXT,
 * the text that is left, and the row behind it. */
gsize tz_xlsx_fragment (const TzXlsxPlan *plan, int i, const char *text, int row, int *end);
/* The text of cell I as it stands in cells, each one char *. g_ptr_array_unref. */
GPtrArray *tz_xlsx_fragments (const TzXlsxPlan *plan, int i);
/* Makes rows higher where the last fragment of a text needs it. FALSE: none did. */
gboolean tz_xlsx_fit_fragments (TzXlsxPlan *plan);

#endif
