/* Where the lines of a paragraph end: chosen over the whole paragraph, so that
 * the worst line is as good as it can be. Works on boxes; knows no fonts. */
#ifndef TZ_TYPESET_LINEBREAK_H
#define TZ_TYPESET_LINEBREAK_H

#include "typeset/box.h"
#include "typeset/line_cost.h"

/* A line from box START up to, not including, END; NATURAL is their width as it
 * falls, trimmed at both ends. */
typedef struct {
  int start, end;
  TzLen natural;
  gboolean last;
} TzBreak;

typedef struct TzBreaker TzBreaker;

TzBreaker *tz_breaker_new (void);
void tz_breaker_free (TzBreaker *breaker);

/* The lines of BOXES as SPEC asks for them: an array of TzBreak, lent until the next call; at
 * least one line, even for no boxes. No line is wider than SPEC says unless a single box is. */
const GArray *tz_breaker_run (TzBreaker *breaker, const TzBoxes *boxes, const TzLineSpec *spec);

/* For the following two: takes up BOXES, which must stay as they are. */
void tz_breaker_load (TzBreaker *breaker, const TzBoxes *boxes);

/* The widest indivisible piece, and the width of the whole on one line. */
void tz_breaker_widths (const TzBreaker *breaker, TzLen first_indent, TzLen *narrow, TzLen *wide);

/* How many lines the boxes need at least (filled one after the other, shrunk as far as they go), and what
 * a wider column would mend: 3 for a last line of one character, 1 for a list's name broken inside, 2 or 4 for
 * a hole in a narrow column. Much cheaper than tz_breaker_run. */
int tz_breaker_count (const TzBreaker *breaker, const TzLineSpec *spec, int *flaws);

/* The same for the lines that tz_breaker_run makes of BOXES; 3 also for a label's word that is cut. */
int tz_breaker_count_exactly (TzBreaker *breaker, const TzBoxes *boxes, const TzLineSpec *spec, int *flaws);

/* The least width into which a line from START to END can be shrunk. */
TzLen tz_breaker_least (const TzBreaker *breaker, int start, int end);

#endif
