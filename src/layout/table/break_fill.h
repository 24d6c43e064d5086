/* A page of a table being filled with rows: how high each is there, and where one may
 * be cut. Arithmetic on heights and lines; knows no fonts and draws nothing. */
#ifndef TZ_LAYOUT_TABLE_BREAK_FILL_H
#define TZ_LAYOUT_TABLE_BREAK_FILL_H

#include "layout/table/table.h"

typedef struct {
  const TzSized *sized;
  const TzRoom *rooms;
  int n_cols;
  /* Where the page begins: with ROW, or with the rest of it if it was CUT; and for cells
   * that began on an earlier page how many of their lines were set there, by column. */
  int row;
  gboolean cut;
  const int *before;
  TzLen room;
  GArray *parts; /* TzPart */
  GArray *tops;  /* TzLen, one more than parts */
} TzFill;

/* An empty page; PARTS and TOPS are there already. */
void tz_fill_begin (TzFill *fill, int row, gboolean cut, const int *before, TzLen room);
/* The height of all parts. */
TzLen tz_fill_used (const TzFill *fill);
void tz_fill_add (TzFill *fill, int row, TzLen height, gboolean cut_below);
void tz_fill_drop (TzFill *fill);

/* ---- the next row ---- */

/* The whole row, or what is left of it. */
TzLen tz_fill_row_height (const TzFill *fill, int row);
/* Height for what is left of every cell that ends in ROW. */
TzLen tz_fill_text_height (const TzFill *fill, int row);
/* How low the row may be as the last on its page. A row that is higher than its own
 * texts because a long merged cell needs the height gives it up: that cell goes on. So
 * does one with more room for handwriting than a page has. */
TzLen tz_fill_least_height (const TzFill *fill, int row);
/* Tries to cut ROW in the room left: fills AFTER, adds the part. FALSE, changing
 * nothing, if no line would move. FORCED: wherever a line ends. */
gboolean tz_fill_cut_row (TzFill *fill, int row, gboolean forced, int *after);

/* ---- ending after ROW, the last part's ---- */

/* Merged cells that go on say their text in this part, too, if it is short: how much
 * higher the last row must be for that. */
TzLen tz_fill_extension (const TzFill *fill, int row);
/* Lines set up to this page's end of the cells that go on below ROW; returns how many
 * such cells there are. */
int tz_fill_carry_merged (const TzFill *fill, int row, int *after);

#endif
