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
  TzLen before;      /* room above, unless the row begins a page */
  TzLen top;         /* it stands no higher than this below the type area's top; TZ_LEN_UNSET: anywhere */
  TzLen ink;         /* height that must fit on the page */
  TzLen advance;     /* from its top to the top of a row that follows without room between */
  gboolean new_part; /* begins a page, and another document of those that the text consists of */
  gboolean page;     /* begins a page */
  gboolean keep;     /* on the page of the row that follows */
  gboolean beside;   /* at the height of the row before */
  gboolean pinned;   /* at TOP of its page, outside the flow */
  gboolean first;    /* of its piece */
  TzOfficialExhibit *exhibit; /* a table or a chart, lent; NULL: none */
  int slice;                  /* the part of the exhibit that was cut; -1: it is whole */
  GArray *placed;             /* of TzPlaced */
} TzOfficialRow;

/* What all rows of a document are made for. */
typedef struct {
  const TzOfficial *official;
  const TzMeasure *measure;
  TzLen width, height; /* of the type area */
  GPtrArray *exhibits; /* of TzOfficialExhibit: those of the rows */
} TzOfficialFrame;

/* Whether row I of ROWS is all that there is of its piece. */
gboolean tz_official_is_whole (const GPtrArray *rows, guint i);

/* ---- for the files that make rows ---- */

/* An empty row, the first of PIECE, which must outlive it. */
TzOfficialRow *tz_official_row_new (const TzPiece *piece);
void tz_official_row_free (TzOfficialRow *row);
/* Puts N LINES from FIRST on at X, Y from the row's upper left corner. */
void tz_official_row_place (TzOfficialRow *row, const TzLines *lines, int first, int n, TzLen x, TzLen y);
/* The width of TEXT on one line, without an indent; what a mark at its end has blank is not counted. */
TzLen tz_official_text_width (const TzOfficialFrame *frame, const char *text, const TzTextStyle *style);
/* The same where more text follows on the line: a mark at its end is a whole em wide. */
TzLen tz_official_label_width (const TzOfficialFrame *frame, const char *text, const TzTextStyle *style);

#endif
