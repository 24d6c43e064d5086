/* A text in an official frame: pieces that stand one below the other on a grid of
 * lines, and what is pinned to the end of the last page. What a piece means (a
 * title, a signature) is known where it is made; here it is geometry. */
#ifndef TZ_CONTENT_OFFICIAL_H
#define TZ_CONTENT_OFFICIAL_H

#include "base/diag.h"
#include "content/chart.h"
#include "content/table.h"

typedef enum {
  TZ_PIECE_TEXT,     /* a paragraph; or several, separated by LF */
  TZ_PIECE_MARK,     /* large names, one a line, with LABEL beside their block */
  TZ_PIECE_RULE,     /* as wide as the type area, or WIDTH */
  TZ_PIECE_SIGN,     /* names, one a line, with a date below; kept whole */
  TZ_PIECE_NEW_PAGE, /* what follows begins a new page */
  TZ_PIECE_TABLE,    /* TABLE, as wide as the type area; goes on over pages */
  TZ_PIECE_CHART     /* CHART, as wide as the type area, kept whole */
} TzPieceKind;

typedef struct {
  TzPieceKind kind;
  char *text;
  char *label; /* TEXT: before the first line, and TEXT stands right of it; SIGN: the date */
  TzTextStyle style, label_style;
  GArray *runs;         /* of TzTextRun; NULL: none */
  TzLen left, right;    /* between the type area's sides and the piece */
  TzLen before;         /* room above; none at the top of a page */
  TzLen top;            /* no higher than this below the type area's top (negative: above it) */
  gboolean flush_right; /* TEXT: the block of label and text ends at the right side */
  gboolean beside;      /* TEXT: on the last line of the piece before */
  int keep;             /* so many of its last lines stay with the next piece */
  gboolean body;        /* TEXT: the first page must show a line of such a piece */
  gboolean sealed;      /* SIGN: room for seals, names centred over the date */
  TzLen seal, seal_row; /* SIGN: diameter; from row to row of several */
  /* SIGN: room for a stamp beside each name (0: none); in it, in LABEL_STYLE, what stands behind a \v */
  TzLen stamp_width, stamp_height;
  TzLen thick, thin;   /* RULE: thickness; a second, thin rule under it (0: none) */
  TzLen width;         /* RULE: 0: the type area's */
  gboolean pinned;     /* RULE: on the first page at TOP, outside the flow */
  gboolean thin_first; /* RULE: the thin rule is the upper one */
  int outline;         /* level in the PDF outline; 0: none */
  int heading;         /* TEXT: level of a piece that is a heading and nothing else; 0: none */
  gboolean item;       /* TEXT: of a list; LABEL is its number */
  /* Where tables and charts may float: TABLE and CHART with FLOATS may stand behind TEXT that follows, if they
   * do not fit where they are; not behind one that begins a SECTION of the level of theirs or a higher one, or
   * LOOKS_UP, that is, speaks of what stands above it; and not between one that GOES_ON and the next. */
  gboolean floats;
  int section; /* TEXT: level of what it begins, 1 the highest; 0: it begins nothing */
  gboolean looks_up, goes_on;
  char *outline_text;
  TzPlace place;  /* where it is written, for findings; all 0: not known */
  TzTable *table; /* TABLE: owned; its paragraphs above and below stand with it */
  TzChart *chart; /* CHART: owned; its title stands below it */
} TzPiece;

/* A row of the block at the end of the last page. */
typedef struct {
  char *label, *text; /* TEXT stands right of LABEL, which may be NULL */
  char *right;        /* at the right side of the same line; may be NULL */
  gboolean rule;      /* a rule above it */
} TzImprintRow;

typedef struct {
  GPtrArray *pieces;  /* of TzPiece */
  TzLen em, pitch;    /* of the grid of lines: a line's glyphs, and line to line */
  GPtrArray *imprint; /* of TzImprintRow */
  TzTextStyle imprint_style;
  TzLen imprint_inset;               /* of its texts, on both sides */
  TzLen imprint_thick, imprint_thin; /* first and last rule, inner rules; 0: no rules */
  gboolean imprint_even;             /* stands on an even page */
  gboolean first_unnumbered;         /* no number on page 1 */
} TzOfficial;

TzOfficial *tz_official_new (void);
void tz_official_free (TzOfficial *official); /* NULL is allowed */
/* TEXT is copied, may be NULL. Lent. */
TzPiece *tz_official_add (TzOfficial *official, TzPieceKind kind, const char *text, const TzTextStyle *style);
TzImprintRow *tz_official_add_imprint (TzOfficial *official, const char *label, const char *text);

#endif
