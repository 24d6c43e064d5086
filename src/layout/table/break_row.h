/* The rows of a table as the search for pages sees them: found once, since each is looked at for many pages. */
#ifndef TZ_LAYOUT_TABLE_BREAK_ROW_H
#define TZ_LAYOUT_TABLE_BREAK_ROW_H

#include "layout/table/table.h"

typedef struct {
  int row, end; /* its rows; END is the one after the last */
  int col;      /* its first column */
  int n_lines;
  TzLen pitch, padding; /* from line to line; above and below the text together */
  gboolean merged;      /* over several rows: */
  gboolean brief;       /* merged, with a text so short that it stands whole on one page, */
  gboolean repeats;     /* and on each that the cell stands on */
  gboolean name; /* number or name of its row alone, short enough to be said again where the row is cut */
} TzBreakCell;

typedef struct {
  guint flags; /* of the grid's row */
  TzLen height, min_height;
  gboolean ends_merge; /* a merged cell ends in the row */
  gboolean goes_on;    /* a cell goes on below it */
  int n;
  const TzBreakCell *const *cells; /* that the row shows, merged ones in each of their rows */
} TzBreakRow;

typedef struct TzBreakRows TzBreakRows;

/* Of SIZED, which must outlive it. tz_break_rows_free. */
TzBreakRows *tz_break_rows_new (const TzSized *sized);
void tz_break_rows_free (TzBreakRows *rows);
/* ROW counts as in the grid and is not of the head. */
const TzBreakRow *tz_break_row (const TzBreakRows *rows, int row);

/* The grid's. */
TzContinued tz_break_rows_continued (const TzBreakRows *rows);

/* Height of N lines of CELL; 0 for none. */
TzLen tz_break_cell_height (const TzBreakCell *cell, int n);

#endif
