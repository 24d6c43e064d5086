/* What stands around the rows of a table: its paragraphs and its head. */
#ifndef TZ_LAYOUT_TABLE_FRAME_H
#define TZ_LAYOUT_TABLE_FRAME_H

#include "layout/table/table.h"

typedef struct {
  TzLen above_first, above_later, below; /* heights of the paragraphs */
  TzLen head;
  gboolean repeat_above, repeat_head;
} TzTableFrame;

/* A page must hold this much of any row: its tallest single line, or short merged
 * cell. */
TzLen tz_sized_least_room (const TzSized *sized);

/* The frame of SIZED on pages of WIDTH by HEIGHT. Where the repeated parts would leave
 * too little room for rows, first the title and then the head is no longer repeated.
 * FALSE when head and one row do not fit on a page. */
gboolean tz_table_frame (const TzSized *sized, const TzMeasure *measure, TzLen width, TzLen height,
                         TzTableFrame *frame);

#endif
