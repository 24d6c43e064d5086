/* The inside of what checks of totals look at. */
#ifndef TZ_MODEL_TOTAL_TABLE_DATA_H
#define TZ_MODEL_TOTAL_TABLE_DATA_H

#include "model/total_table.h"

/* Finds the levels of the rows, and with them what belongs to what. */
void tz_sum_table_find_levels (TzSumTable *table);

/* The full-width blanks before TEXT. */
int tz_sum_indent (const char *text);

#endif
