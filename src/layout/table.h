/* The sized table: a grid with column widths, row heights and broken texts. The
 * second product. Workbooks are written from it, pages are cut from it. */
#ifndef TZ_LAYOUT_TABLE_H
#define TZ_LAYOUT_TABLE_H

#include "content/block.h"
#include "layout/measure.h"
#include "layout/page.h"

typedef struct {
  const TzTable *table;
  const TzGrid *grid;
  int n_cols, n_rows;
  TzLen *x;               /* n_cols + 1 column edges from 0; x[n_cols] is the table's width */
  TzLen *height;          /* n_rows */
  const TzLines **lines;  /* one per cell of the grid */
  const TzLines **corner; /* one per cell, NULL but for diagonal heads; the array is NULL if there are none */
} TzSized;

void tz_sized_free (TzSized *sized);

/* Where the text of CELL stands inside the box of WIDTH: its left edge. */
TzLen tz_sized_text_x (const TzSized *sized, const TzCell *cell, TzLen box_width);

#endif
