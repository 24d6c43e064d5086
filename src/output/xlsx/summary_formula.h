/* The formulas of a summary, for its next row; those about states name the cells of the latest head. */
#ifndef TZ_OUTPUT_XLSX_SUMMARY_FORMULA_H
#define TZ_OUTPUT_XLSX_SUMMARY_FORMULA_H

#include "output/xlsx/summary_sheet.h"

/* Column COL of the table rows FIRST to LAST on the ledger's sheet, or of all rows of its body. g_free. */
char *tz_summary_range (const TzXlsxSummary *s, int col, int first, int last);
char *tz_summary_body_range (const TzXlsxSummary *s, int col);

/* COUNTA(…) of RANGE, column COL of the table's ROWS; texts that go on in further cells count once:
 * COUNTA(…)-2. */
void tz_summary_append_count (const TzXlsxSummary *s, GString *formula, const char *range, int col,
                              TzXlsxSpan rows);

/* COUNTA(…)+COUNTA(…), or COUNTIF(…,state)+… for state STATE (-1: none), over the rows of GROUP. g_free. */
char *tz_summary_group_formula (const TzXlsxSummary *s, const TzXlsxGroup *group, int state);

/* Where texts stand on the hidden sheet that are counted for a unit beside those in which its name is found;
 * and that are not, although it is. NULL: there are none. */
typedef struct {
  char *more, *less;
} TzSummaryTexts;

/* Cells of the ledger that name the unit of this row. g_free. */
char *tz_summary_unit_formula (const TzXlsxSummary *s, int state, const TzSummaryTexts *texts);

#endif
