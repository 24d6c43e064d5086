/* Tables and charts in an official text: as wide as the type area, tables cut where
 * pages end, and the text behind them on the grid of lines again. */
#ifndef TZ_LAYOUT_OFFICIAL_EXHIBIT_H
#define TZ_LAYOUT_OFFICIAL_EXHIBIT_H

#include "base/diag.h"
#include "layout/official/row.h"

/* Adds the rows of PIECE, a table or a chart, to ROWS: one row; or one for each panel of a table that goes
 * on sideways, or for each part of a chart higher than a page; and rows of text for paragraphs that
 * are too high to stand with their table. Findings table-too-wide, table-too-high, table-squeezed. */
void tz_official_add_exhibit (const TzOfficialFrame *frame, const TzPiece *piece, GPtrArray *rows,
                              TzDiag *diag);
/* FRAME->exhibits ends its exhibits with this. */
void tz_official_exhibit_free (TzOfficialExhibit *exhibit);

/* Row I of ROWS, an exhibit, would stand at Y of a page. If it does not fit: it is set closer; a long table, or
 * one that no page holds, is cut; text that follows is moved before it (float.h); and a short table is cut
 * where more than a quarter of the page would stay blank. TRUE if row I is another row now, or another height.
 * TOP: it begins the page. */
gboolean tz_official_fit_exhibit (const TzOfficialFrame *frame, GPtrArray *rows, guint i, TzLen y,
                                  gboolean top);

/* How far below Y the exhibit of ROW begins: it stands in the middle between the texts
 * above and below. */
TzLen tz_official_exhibit_lead (const TzOfficialFrame *frame, const TzOfficialRow *row, TzLen y);

/* Draws the exhibit of ROW on the last page of PAGES, its upper left corner at X, Y; its
 * texts below the node PARENT. Findings missing-glyph. */
void tz_official_draw_exhibit (const TzOfficialFrame *frame, const TzOfficialRow *row, TzPages *pages,
                               guint32 parent, TzLen x, TzLen y, TzDiag *diag);

#endif
