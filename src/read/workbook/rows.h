/* A worksheet as rows, like those of a CSV. */
#ifndef TZ_READ_WORKBOOK_ROWS_H
#define TZ_READ_WORKBOOK_ROWS_H

#include "read/rows.h"
#include "read/workbook/workbook.h"

/* What is hidden is left out, with a warning that counts it (hidden-rows, hidden-columns), unless
 * KEEP_HIDDEN. Errors of Excel's in cells (error-value) and formulas that were never reckoned
 * (formula-no-value) are findings, the first of each kind with its cell. A picture is named in a warning
 * (pictures). NULL with a finding beyond Excel's limits. tz_rows_unref. */
TzRows *tz_worksheet_rows (const TzWorkbook *workbook, const TzWorksheet *sheet, gboolean keep_hidden,
                           TzDiag *diag);

#endif
