/* Which rows a total may add up: the readings of a total. */
#ifndef TZ_MODEL_TOTAL_PARTS_H
#define TZ_MODEL_TOTAL_PARTS_H

#include "model/total_table.h"

/* In the order in which one is preferred where several fit alike. */
typedef enum {
  TZ_READ_GROUP,     /* the rows of the merged or repeated cell on its left */
  TZ_READ_PARTS,     /* what belongs to it by codes, numbers or indents */
  TZ_READ_TOP,       /* the rows of the topmost level */
  TZ_READ_SECTION,   /* the rows of its section */
  TZ_READ_ABOVE,     /* the rows above, up to another total or a heading */
  TZ_READ_BELOW,     /* those below */
  TZ_READ_ALL_ABOVE, /* all rows above, up to a total with the same word */
  TZ_READ_ALL_BELOW,
  TZ_READ_TABLE,
  TZ_READ_TOTALS, /* the totals between it and one with its own word: 小计 for 合计 */
  TZ_N_READINGS
} TzReading;

typedef struct {
  int n;
  int *rows; /* rising */
} TzSumParts;

/* The rows that total ROW adds up in READING; n is 0 where the table does not offer it. *BUDGET goes down by
 * the rows looked at. Clear with tz_sum_parts_clear. */
TzSumParts tz_sum_parts_find (const TzSumTable *table, int row, TzReading reading, gint64 *budget);
void tz_sum_parts_clear (TzSumParts *parts);
gboolean tz_sum_parts_equal (const TzSumParts *a, const TzSumParts *b);

/* "row 7", "rows 2–4, 6": by the numbers that they have in the file. Translated; g_free. */
char *tz_sum_parts_say (const TzLedger *ledger, const TzSumParts *parts);

#endif
