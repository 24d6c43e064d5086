/* Texts that stand on more than one page. */
#ifndef TZ_OUTPUT_XLSX_PART_H
#define TZ_OUTPUT_XLSX_PART_H

#include "output/xlsx/plan.h"

/* The pages of PLAN's table, which begins at sheet row TOP, end at BREAKS (as tz_xlsx_breaks). */
void tz_xlsx_set_ends (TzXlsxPlan *plan, const GArray *breaks, int top);
/* Whether cell I ends where pages do, its text going on behind. */
gboolean tz_xlsx_is_parted (const TzXlsxPlan *plan, int i);
/* Whether the text of cell I stands in several cells, parted or cut. */
gboolean tz_xlsx_goes_on (const TzXlsxPlan *plan, int i);
/* The part of the text of cell I, which is parted, that begins at sheet row ROW of the table:
 * bytes of TEXT, and the row behind it. */
gsize tz_xlsx_part (const TzXlsxPlan *plan, int i, const char *text, int row, int *end);
/* The text of cell I as it stands in cells, each one char *. g_ptr_array_unref. */
GPtrArray *tz_xlsx_parts (const TzXlsxPlan *plan, int i);
/* Makes rows higher where the last part of a text needs it. FALSE: none did. */
gboolean tz_xlsx_fit_parts (TzXlsxPlan *plan);

#endif
