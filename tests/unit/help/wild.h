/* Tables as no office would make them, from a seed. */
#ifndef TEST_WILD_H
#define TEST_WILD_H

#include "layout/flow.h"

typedef enum {
  WILD_FIXED, /* fixed columns only */
  WILD_SOLVED /* some columns, or all, are solved */
} WildColumns;

/* One table: spans of rows and columns anywhere, 0 to 5 head rows, section, total and
 * whole rows, places without a cell, rows for handwriting, texts of 0 to 3,000
 * characters, titles, notes, page numbers; pages from smaller than A6 up to A3. No
 * two texts are equal unless both are empty. */
TzDoc *wild_doc (guint32 seed, WildColumns columns);

#endif
