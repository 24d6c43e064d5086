/* The pages of an official document while they are made, for the files that fill them. */
#ifndef TZ_LAYOUT_OFFICIAL_PAGES_H
#define TZ_LAYOUT_OFFICIAL_PAGES_H

#include "layout/official/official.h"
#include "layout/official/row.h"

typedef struct {
  TzLayout *layout;
  const TzDoc *doc;
  const TzOfficial *official;
  TzOfficialFrame frame;
  TzDiag *diag;
  GArray *numbers;     /* of const TzPageSetup *, by page; NULL: none */
  TzLen end;           /* of what stands on the last page of the text */
  guint32 part;        /* node of the document that is being set */
  int level;           /* of its last heading; 0: none yet */
  guint32 list;        /* of a list that may go on; TZ_NODE_NONE: none */
  guint32 label, text; /* of the piece that is being set */
  TzLayOut lay_out;    /* of attached documents */
} TzOfficialPages;

/* A new page at the end; it has no number unless NUMBERED. */
TzPage *tz_official_add_page (TzOfficialPages *made, gboolean numbered);
int tz_official_n_pages (const TzOfficialPages *made);

/* ---- structure (layout/official/node.c) ---- */

/* The text goes on with another document: a part of its own. */
void tz_official_begin_part (TzOfficialPages *made);
/* The text goes on with PIECE: its node is made. */
void tz_official_begin_piece (TzOfficialPages *made, const TzPiece *piece);
/* The node of text I of ROW. */
guint32 tz_official_node_of (const TzOfficialPages *made, const TzOfficialRow *row, guint i);

/* ---- text (layout/official/fill.c) ---- */

/* The row that begins the page behind the one that begins with row FIRST. Tables that reach the
 * page's end are cut, which adds rows; or text that follows an exhibit is moved before it. */
guint tz_official_page_end (const TzOfficialPages *made, GPtrArray *rows, guint first);
/* Fills as many pages as ROWS take: at least one. */
void tz_official_fill_pages (TzOfficialPages *made, GPtrArray *rows);

/* ---- the block at the end of the last page (layout/official/imprint.c) ---- */

/* FALSE with the finding imprint-too-long if no page holds it. */
gboolean tz_official_put_imprint (TzOfficialPages *made);

#endif
