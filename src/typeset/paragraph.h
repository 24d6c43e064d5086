/* A text and a width become lines. The same lines are measured, dumped and
 * drawn, so they cannot disagree. */
#ifndef TZ_TYPESET_PARAGRAPH_H
#define TZ_TYPESET_PARAGRAPH_H

#include "typeset/counters.h"
#include "typeset/font.h"

typedef struct {
  guint32 glyph; /* glyph index of FACE; with face TZ_FACE_NONE: the character, drawn as a box */
  gint32 x;      /* TzLen from the line's left edge to the glyph's origin */
  guint32 text;  /* byte offset of its cluster in the text */
  TzFace face;
  guint16 n_bytes; /* of its cluster; 0: further glyph of the cluster before */
  guint16 flags;   /* TZ_GLYPH_ bits */
} TzGlyph;

enum {
  TZ_GLYPH_BOLD = 1 << 0,
  TZ_GLYPH_GAP_BEFORE = 1 << 1, /* a Western glyph with the quarter em to hanzi before it, */
  TZ_GLYPH_GAP_AFTER = 1 << 2   /* or after it: a gap that is no space of the text */
};

typedef struct {
  guint32 start, end;      /* bytes of the text, without the line feed */
  guint32 glyph, n_glyphs; /* range of TzLines.glyphs */
  TzLen width;             /* from the line's left edge to the end of its ink box */
  gboolean last;           /* of its paragraph */
} TzLine;

typedef struct {
  const char *text; /* the source text; the typesetter's copy */
  int n_lines;      /* at least 1 */
  TzLine *lines;
  guint32 n_glyphs;
  TzGlyph *glyphs;
  TzLen size, pitch;     /* after shrinking */
  TzLen width;           /* broken for this width */
  TzLen widest;          /* right end of the widest line */
  TzLen anchor;          /* TZ_ALIGN_DECIMAL: from the left edge to the decimal point; -1: no number */
  guint32 colour;        /* of what no run colours */
  const TzTextRun *runs; /* parts with a colour of their own */
  int n_runs;
  int n_missing; /* characters no font has */
} TzLines;

typedef struct TzTypesetter TzTypesetter;

/* TAKE_COUNTERS may be NULL: then no unit is kept with its number. */
TzTypesetter *tz_typesetter_new (TzFonts *take_fonts, TzCounters *take_counters);
void tz_typesetter_free (TzTypesetter *setter);
TzFonts *tz_typesetter_fonts (TzTypesetter *setter);

/* Forgets all lines handed out, so that a long run does not grow. */
void tz_typesetter_reset (TzTypesetter *setter);

/* A number, date, code or percentage that its column cannot hold is set smaller, to so many hundredths. */
enum { TZ_FIGURE_LEAST = 70 };

/* TEXT holds paragraphs separated by LF. RUNS may be NULL. The lines are lent and
 * live until SETTER is reset or freed; equal questions get the same answer. */
const TzLines *tz_typeset (TzTypesetter *setter, const char *text, const TzTextRun *runs, int n_runs,
                           const TzTextStyle *style, TzLen width);

/* NARROW: the width under which something indivisible would stick out. WIDE: the
 * width from which on every paragraph stands on one line. */
void tz_typeset_widths (TzTypesetter *setter, const char *text, const TzTextStyle *style, TzLen *narrow,
                        TzLen *wide);

/* How many lines TEXT needs at least in each of the N widths FIRST, FIRST + STEP …,
 * added to LINES[0 … n-1], and what a wider column would mend, added to FLAWS: 3
 * for a last line of one character, 1 for a list's name broken inside. For trying
 * out columns: cheaper than typesetting. */
void tz_typeset_count (TzTypesetter *setter, const char *text, const TzTextStyle *style, TzLen first,
                       TzLen step, int n, guint32 *lines, guint32 *flaws);

#endif
