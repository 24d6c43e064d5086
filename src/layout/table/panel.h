/* A table too wide for any paper goes on sideways: panels of columns, each as wide
 * as a page, with the key columns repeated.
 *
 *   the table      k a b c d e f g          k: key column
 *
 *   panel 1        k a b c                  its pages first,
 *   panel 2        k d e f                  then those of the next; a row is equally high in all, so that
 *   panel 3        k g                      page 2 of each has the same rows
 *                  notes                    only below the last */
#ifndef TZ_LAYOUT_TABLE_PANEL_H
#define TZ_LAYOUT_TABLE_PANEL_H

#include "layout/table/table.h"

/* Whether panels of TABLE can stand in ROOM: its key columns and any one other. */
gboolean tz_panels_fit (const TzTable *table, const TzDemand *demand, TzLen room);

/* The panels of TABLE, an array of TzSized whose tables are panels that borrow
 * TABLE's paragraphs. Rows are equally high in all of them and are not cut where
 * they fit a page, so that the parts of a row stand on corresponding pages. To be
 * ended with tz_panels_free. */
GPtrArray *tz_panels_new (const TzTable *table, const TzDemand *demand, TzLen room, const TzMeasure *measure);
void tz_panels_free (GPtrArray *panels);

#endif
