/* A text and a width become lines, as the text's style wants them: a paragraph's, or a title's.
 * Whatever stands on a page is set by these and not by the measure itself, so that every room
 * breaks every kind of text alike. */
#ifndef TZ_LAYOUT_WRAP_WRAP_H
#define TZ_LAYOUT_WRAP_WRAP_H

#include "layout/measure.h"

/* The lines of TEXT, paragraphs separated by LF, in WIDTH: lent by the measure. Where a title was
 * broken they hold its text with an LF at the end of each line. */
const TzLines *tz_wrap (const TzMeasure *measure, const char *text, const TzTextStyle *style, TzLen width);
/* The same for a text with N_RUNS parts of their own weight, colour or role; RUNS may be NULL if
 * there are none. */
const TzLines *tz_wrap_runs (const TzMeasure *measure, const char *text, const TzTextRun *runs, int n_runs,
                             const TzTextStyle *style, TzLen width);
/* As tz_typeset_count: how many lines TEXT takes in each of N widths. Titles have no flaws, for they are
 * broken as well as a width allows. */
void tz_wrap_count (const TzMeasure *measure, const char *text, const TzTextStyle *style, TzLen first,
                    TzLen step, int n, guint32 *lines, guint32 *flaws);

#endif
