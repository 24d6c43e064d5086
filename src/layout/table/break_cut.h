/* A row cut between its lines at a page's end. */
#ifndef TZ_LAYOUT_TABLE_BREAK_CUT_H
#define TZ_LAYOUT_TABLE_BREAK_CUT_H

#include "layout/table/break_fill.h"

typedef enum {
  TZ_CUT_WELL,   /* three lines of each text on either side, number and name of the row whole on both */
  TZ_CUT_POORLY, /* two lines; number and name where there is room */
  TZ_CUT_FORCED  /* between any two lines */
} TzCutCare;

typedef struct {
  int above, below; /* lines of the longest text there */
  TzLen height;     /* of the part above, but for what merged cells need */
  gboolean named;   /* number and name stand whole above the cut, and below it where they are said again */
  gboolean eased;   /* cut with less care, the page could take more of the row, or the next need less for it */
} TzCutSides;

/* Tries to cut ROW so that its upper part fits HEIGHT: adds that part, and fills AFTER with the lines set
 * then, by column. FALSE, and nothing is changed but AFTER, if it cannot be cut with such CARE. Of a
 * short text what CARE asks for is two lines, where it has them. */
gboolean tz_cut_row (TzFill *fill, int row, TzLen height, TzCutCare care, int *after, TzCutSides *sides);

#endif
