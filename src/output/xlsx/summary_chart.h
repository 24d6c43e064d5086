/* A summary's chart. */
#ifndef TZ_OUTPUT_XLSX_SUMMARY_CHART_H
#define TZ_OUTPUT_XLSX_SUMMARY_CHART_H

#include "output/xlsx/summary_sheet.h"

#define TZ_SUMMARY_BARS 40 /* most that are drawn */

/* What the formulas of a row give. */
typedef struct {
  int tasks, states[TZ_SUMMARY_STATES];
} TzXlsxCounts;

typedef struct {
  int row;
  TzXlsxCounts counts;
} TzXlsxRowCounts;

/* Bars for the sheet's rows FIRST to LAST, stacked by state, of which S->kept has the figures; below the
 * next row. */
void tz_summary_add_chart (TzXlsxSummary *s, int first, int last);

#endif
