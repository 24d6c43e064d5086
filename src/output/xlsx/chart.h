/* Excel's own charts. */
#ifndef TZ_OUTPUT_XLSX_CHART_H
#define TZ_OUTPUT_XLSX_CHART_H

#include "output/xlsx/workbook.h"

/* Sheet rows from 0 of the table of a chart's values: its head, its first and last row
 * of values; and where the chart stands, WIDTH pixels and HEIGHT points large. */
typedef struct {
  lxw_worksheet *sheet;
  int head, first, last;
  int row, width;
  double height;
} TzXlsxChartPlace;

/* Points, as near to ROOM as the bars allow; 0: too much or nothing to draw. */
double tz_xlsx_chart_height (const TzChart *chart, double room);
void tz_xlsx_insert_chart (TzXlsx *xlsx, const TzChart *from, const TzXlsxChartPlace *place);
/* What SERIES, whose values are N cells with formulas, shows in programs that do not
 * reckon; the library itself keeps only what stands in cells without formulas. */
void tz_xlsx_keep_values (lxw_chart_series *series, const int *values, int n);

#endif
