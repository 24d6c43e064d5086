/* One paragraph as boxes with gaps between them. A box is what is never taken apart: a hanzi, a mark,
 * a letter of a word, ——. A gap is what TeX calls glue, with the penalty of a break there. Line
 * breaking works on these alone.
 *
 *     box     gap   box   gap    box
 *   +-----+-      +-----+      +-----+
 *   | 示  |  - -  |  例 | - -  | ，  |     a gap's natural width is mostly 0; where two marks meet it
 *   +-----+-      +-----+      +-----+     is less, between hanzi and Latin letters more */
#ifndef TZ_TYPESET_BOX_H
#define TZ_TYPESET_BOX_H

#include "typeset/counters.h"
#include "typeset/glyphs.h"

typedef struct {
  guint32 text;  /* byte offset in the paragraph */
  guint32 glyph; /* first of its glyphs in the pool */
  guint16 n_bytes, n_glyphs;
  guint8 class; /* TzCharClass */
  guint8 bold;
  guint8 inner;   /* goes on with a word of a script that is shaped as a whole */
  gint32 advance; /* TzLen, as all below */
  gint32 blank_left, blank_right;
  gunichar c; /* its first character */
} TzBox;

/* In which order the gaps of a line give way (clreq, shrinking and stretching). A
 * typed space is set at 1/4 em, its floor, and does not shrink. */
typedef enum {
  TZ_SHRINK_SPACE, /* typed space, to 1/8 em (it is set at 1/4) */
  TZ_SHRINK_INTERPUNCT,
  TZ_SHRINK_BRACKET,
  TZ_SHRINK_COMMA,
  TZ_SHRINK_LATIN, /* hanzi beside Latin: from 1/4 to 1/8 em */
  TZ_SHRINK_STOP,
  TZ_N_SHRINKS
} TzShrink;

typedef enum {
  TZ_STRETCH_NEVER,
  TZ_STRETCH_SPACE, /* typed space, to 1/2 em */
  TZ_STRETCH_LATIN, /* hanzi beside Latin, to 1/2 em */
  TZ_STRETCH_ANY    /* all other gaps, equally, last */
} TzStretch;

/* Why what stands on both sides is better not parted, beginning with what gives way first. */
typedef enum {
  TZ_BOND_NONE,
  TZ_BOND_JOINED,  /* 6|～|8 */
  TZ_BOND_COUNTED, /* 5|个 */
  TZ_BOND_KEPT,    /* 工|作|日, 第|3, 〔2021〕|8 */
  TZ_BOND_FIGURE   /* 3| |000 */
} TzBond;

/* Between box k and box k + 1. */
typedef struct {
  gint32 natural; /* added to the advances: negative where two marks meet */
  gint32 shrink;  /* at most this much less */
  gint32 stretch; /* SPACE and LATIN: at most this much more */
  gint32 penalty; /* of a break here */
  guint8 shrink_class, stretch_class;
  guint8 bond; /* TzBond */
} TzGap;

/* What a break costs, by what it breaks. What costs least is given up first when
 * a column is too narrow to keep everything: first the bond of a number with its
 * unit, then the marks at line ends and starts, last words and numbers. */
enum {
  TZ_BREAK_FREE = 0,
  TZ_BREAK_SOFT = 120,        /* allowed, but a neighbour would be better */
  TZ_BREAK_NAME = 900,        /* inside a name that a line would hold whole, */
  TZ_BREAK_NAME_LABEL = 2500, /* and in a label, which has rather a line more */
  TZ_BREAK_HOLE = 5900,       /* a bond in a narrow column: dearer than a hole of about three em */
  TZ_BREAK_BOND = 20000,      /* 1.|任务, and in a narrow column 工|作日 */
  TZ_BREAK_MEASURE = 60000,   /* 5|个 in a wide column: only where a line does not hold it */
  TZ_BREAK_PART = 500000,   /* inside a number or an address, behind a mark of it: 2021-|06, example.|invalid */
  TZ_BREAK_END = 1000000,   /* a line would end with an opening mark */
  TZ_BREAK_START = 1100000, /* a line would begin with a closing mark */
  TZ_BREAK_INSIDE = 10000000 /* inside a word, a number, —— */
};

/* A glyph of a box, X from the box's left edge. */
typedef struct {
  guint32 glyph;
  gint32 x;
  TzFace face;
  guint16 text, n_bytes; /* what of the box's text it stands for; no bytes: what the glyph before it does */
} TzBoxGlyph;

typedef struct {
  GArray *boxes;              /* TzBox */
  GArray *gaps;               /* TzGap, one fewer than boxes */
  GArray *glyphs;             /* TzBoxGlyph */
  int n_missing;              /* boxes without a font */
  const TzCounters *counters; /* lent; NULL: no unit is known */
} TzBoxes;

TzBoxes *tz_boxes_new (const TzCounters *counters); /* COUNTERS must outlive it */
void tz_boxes_free (TzBoxes *boxes);

/* Makes the boxes of TEXT (LENGTH bytes of valid UTF-8 without LF), replacing
 * what BOXES held. RUNS' offsets count from TEXT - RUNS_BASE. LINE: how wide
 * a line is, for the prohibition level and the treatment of lists. WORDS: where it is narrow, words are looked
 * for, which takes time; in labels they always are. */
void tz_boxes_make (TzBoxes *boxes, TzGlyphs *glyphs, TzFonts *fonts, const char *text, gsize length,
                    const TzTextRun *runs, int n_runs, guint32 runs_base, const TzTextStyle *style, TzLen line,
                    gboolean words);

/* The gaps between the BOXES that are there, replacing those that were; called by tz_boxes_make. */
void tz_gaps_make (TzBoxes *boxes, const TzTextStyle *style, TzLen line, gboolean words);

/* Boxes of a paragraph's own number, "1." "（一）" "①" "一、" "1）", after which a hanging indent begins; 0 if
 * it has none. */
int tz_boxes_label (const TzBoxes *boxes);

#endif
