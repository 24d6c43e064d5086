/* What it costs to end a page where it is proposed: the lowest sum over all pages wins. */
#ifndef TZ_LAYOUT_TABLE_BREAK_COST_H
#define TZ_LAYOUT_TABLE_BREAK_COST_H

#include "layout/table/break_cut.h"

/* Of the page that FILL fills, if it ends after ROW, its last part, and so splits N_SPLIT merged cells. */
gint64 tz_cost_of_end (const TzFill *fill, int row, int n_split);
/* If it ends inside ROW, its last part, so cut. */
gint64 tz_cost_of_cut (const TzFill *fill, int row, const TzCutSides *sides);
/* More, for a page that keeps no rule. */
gint64 tz_cost_of_force (void);

/* Thousandths of a page's room that the page leaves blank; over TZ_BLANK_MUCH it does not look full. */
enum { TZ_BLANK_MUCH = 100 };
int tz_fill_blank (const TzFill *fill);

/* Whether the table's notes have room below ROW, the last part. TRUE if it is not the table's last row. */
gboolean tz_fill_has_room_for_notes (const TzFill *fill, int row);
/* Whether ROW asked not to be cut, and fits on a page of its own, with the notes if they follow it. */
gboolean tz_fill_keeps_whole (const TzFill *fill, int row);

#endif
