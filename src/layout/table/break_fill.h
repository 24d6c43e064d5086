/* A page of a table being filled with rows: how high each is there, and where one may
 * be cut. Arithmetic on heights and lines; knows no fonts and draws nothing.
 *
 *   tops[0]  +---------+
 *            | part 0  |   ROW, or what is left of it if it was CUT on the page before
 *   tops[1]  +---------+
 *            | part 1  |   ROW + 1
 *   tops[2]  +---------+   tz_fill_used: here the next row begins
 *            |  left   |
 *   room     +---------+ */
#ifndef TZ_LAYOUT_TABLE_BREAK_FILL_H
#define TZ_LAYOUT_TABLE_BREAK_FILL_H

#include "layout/table/break_row.h"

typedef struct {
  const TzBreakRows *rows;
  const TzRoom *rooms;
  int first_row, end_row; /* of the table, without its head */
  /* Where the page begins: with ROW, or with the rest of it if it was CUT; and for cells
   * that began on an earlier page how many of their lines were set there, by column. */
  int row;
  gboolean cut;
  const int *before;
  TzLen room;
  GArray *parts; /* TzPart */
  GArray *tops;  /* TzLen, one more than parts */
} TzFill;

/* Begins an empty page of height ROOM; PARTS and TOPS are arrays already. BEFORE is lent. */
void tz_fill_begin (TzFill *fill, int row, gboolean cut, const int *before, TzLen room);
/* The height of all parts so far. */
TzLen tz_fill_used (const TzFill *fill);
/* Adds ROW, or the part of it above its cut, below what is there. */
void tz_fill_add (TzFill *fill, int row, TzLen height, gboolean cut_below);
/* Takes the last part off again. */
void tz_fill_drop (TzFill *fill);

/* ---- the next row ---- */

/* The whole row, or what is left of it. */
TzLen tz_fill_row_height (const TzFill *fill, int row);
/* Height for what is left of every cell that ends in ROW. */
TzLen tz_fill_text_height (const TzFill *fill, int row);
/* How low ROW may be made as the last one on its page. Where it is higher than its own texts only
 * because a long merged cell needs the height, it may do without, for that cell goes on on the next
 * page. A row with more room for handwriting than a page has may be as low as a page. */
TzLen tz_fill_least_height (const TzFill *fill, int row);

/* ---- ending after ROW, the last part's ---- */

/* A merged cell with a short text that goes on below ROW shows its text whole on this page, too: how
 * much higher ROW, the last one, must be for that. 0: it is high enough. */
TzLen tz_fill_extension (const TzFill *fill, int row);
/* Sets AFTER, by column, to the lines that are set up to this page's end of the merged cells that go
 * on below ROW; returns how many such cells there are. */
int tz_fill_carry_merged (const TzFill *fill, int row, int *after);

/* ---- what of a cell stands on the page ---- */

/* Lines of CELL set before the page; none of a name that is said again. */
int tz_fill_lines_before (const TzFill *fill, const TzBreakCell *cell);
/* Whether CELL is a name that stood whole before the page and is said again on it. */
gboolean tz_fill_was_said (const TzFill *fill, const TzBreakCell *cell);
/* How many more lines of CELL stand in HEIGHT, at most what is left of it. */
int tz_fill_lines_in (const TzFill *fill, const TzBreakCell *cell, TzLen height);
/* The same above a page's end: at least so many, or two, on each side of it where the cell has them.
 * LEAST 1: as many as there is room for. */
int tz_fill_lines_above (const TzFill *fill, const TzBreakCell *cell, TzLen height, int least);
/* Whether the text of CELL is short and must stand whole on this page. */
gboolean tz_fill_stays_whole (const TzFill *fill, const TzBreakCell *cell);
/* The height of CELL, a merged one, above ROW. */
TzLen tz_fill_height_above (const TzFill *fill, const TzBreakCell *cell);

#endif
