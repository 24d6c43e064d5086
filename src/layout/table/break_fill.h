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
/* Tries to cut ROW between lines so that its upper part fits the room that is left: adds that part and
 * fills AFTER with the lines set then, by column. FALSE, and nothing is changed, if there is no
 * good cut. FORCED: any line may be the last, else two stay together on each side. */
gboolean tz_fill_cut_row (TzFill *fill, int row, gboolean forced, int *after);

/* ---- ending after ROW, the last part's ---- */

/* A merged cell with a short text that goes on below ROW shows its text whole on this page, too: how
 * much higher ROW, the last one, must be for that. 0: it is high enough. */
TzLen tz_fill_extension (const TzFill *fill, int row);
/* Sets AFTER, by column, to the lines that are set up to this page's end of the merged cells that go
 * on below ROW; returns how many such cells there are. */
int tz_fill_carry_merged (const TzFill *fill, int row, int *after);

#endif
