/* The numbers of a chart as a table, for outputs that show them beside the chart. */
#ifndef TZ_CONTENT_CHART_TABLE_H
#define TZ_CONTENT_CHART_TABLE_H

#include "content/chart.h"
#include "content/table.h"

/* A row for each category, a column for each series, a last one with the sum of those that are stacked;
 * CHART's title above. A value that nobody reported is an empty cell. tz_table_free. */
TzTable *tz_chart_table (const TzChart *chart);

#endif
