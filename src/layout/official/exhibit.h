/* Tables and charts in an official text: as wide as the type area, tables cut where
 * pages end, and the text behind them on the grid of lines again. */
#ifndef TZ_LAYOUT_OFFICIAL_EXHIBIT_H
#define TZ_LAYOUT_OFFICIAL_EXHIBIT_H

#include "base/diag.h"
#include "layout/official/row.h"

/* Adds the rows of a piece that is a table or a chart: a row, or one a panel of a
 * table that goes on sideways, or a part of a chart higher than a page. Findings where it does not fit a page.
 */
void tz_official_add_exhibit (const TzOfficialFrame *frame, const TzPiece *piece, GPtrArray *rows,
                              TzDiag *diag);
void tz_official_exhibit_free (TzOfficialExhibit *exhibit);

/* Row I of ROWS would stand at Y of a page. A table that is too high for the rest of
 * it, and worth cutting, is cut: the row keeps the first part, those of the others
 * follow it, each beginning a page. At the TOP of a page whatever is too high is cut. */
void tz_official_cut_exhibit (const TzOfficialFrame *frame, GPtrArray *rows, guint i, TzLen y, gboolean top);

/* How far below Y the exhibit of ROW begins: it stands in the middle between the texts
 * above and below. */
TzLen tz_official_exhibit_lead (const TzOfficialFrame *frame, const TzOfficialRow *row, TzLen y);

/* Draws the exhibit of ROW on the last page of PAGES, its upper left corner at X, Y; as
 * a kid of the node PARENT. */
void tz_official_draw_exhibit (const TzOfficialFrame *frame, const TzOfficialRow *row, TzPages *pages,
                               guint32 parent, TzLen x, TzLen y, TzDiag *diag);

#endif
