/* Border lines of one page's part of a table. */
#ifndef TZ_LAYOUT_TABLE_RULE_H
#define TZ_LAYOUT_TABLE_RULE_H

#include "layout/table/table.h"

/* One row as it stands on a page, from Y to the next row's Y. */
typedef struct {
  int row; /* of the grid */
  TzLen y;
} TzRuleRow;

/* Draws the rules of N rows (ROWS holds n + 1 entries; the last is only the
 * bottom edge) with the table's left edge at X. Segments in one line are joined,
 * so that corners meet without gaps. */
void tz_rules_draw (const TzSized *sized, const TzRuleRow *rows, int n, TzLen x, TzPage *page);

#endif
