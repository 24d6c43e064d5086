/* What stands on one height of an official page: a line of a paragraph, a mark, a
 * rule, a signature. Rows are made first, then pages are filled with them. */
#ifndef TZ_LAYOUT_OFFICIAL_ROW_H
#define TZ_LAYOUT_OFFICIAL_ROW_H

#include "base/diag.h"
#include "content/block.h"
#include "layout/measure.h"
#include "layout/page.h"

/* Lines FIRST … FIRST+N-1 at X, Y from the row's upper left corner. */
typedef struct {
  const TzLines *lines;
  int first, n;
  TzLen x, y;
} TzPlaced;

typedef struct TzOfficialExhibit TzOfficialExhibit;

typedef struct {
  const TzPiece *piece;
  TzLen before;  /* room above, unless the row begins a page */
  TzLen top;     /* no higher than this; TZ_LEN_UNSET: anywhere */
  TzLen ink;     /* what must fit on the page */
  TzLen advance; /* to the top of a row that follows without room between */
  gboolean sheet, keep, beside, pinned, first;
  gboolean page;              /* begins a page */
  TzOfficialExhibit *exhibit; /* a table or a chart, lent; NULL: none */
  int slice;                  /* of its cuts; -1: it is whole */
  GArray *placed;             /* of TzPlaced */
} TzOfficialRow;

typedef struct {
  const TzOfficial *official;
  const TzMeasure *measure;
  TzLen width, height; /* of the type area */
  GPtrArray *exhibits; /* of TzOfficialExhibit: those of the rows */
} TzOfficialFrame;

/* A row's own parts, for the files that make them. */
TzOfficialRow *tz_official_row_new (const TzPiece *piece);
void tz_official_row_free (TzOfficialRow *row);
void tz_official_row_place (TzOfficialRow *row, const TzLines *lines, int first, int n, TzLen x, TzLen y);
TzLen tz_official_text_width (const TzOfficialFrame *frame, const char *text, const TzTextStyle *style);
/* The same where more text follows: a mark at its end is a whole em wide. */
TzLen tz_official_label_width (const TzOfficialFrame *frame, const char *text, const TzTextStyle *style);

#endif
