/* Titles and labels: short texts that are broken between words into few lines. */
#ifndef TZ_LAYOUT_WRAP_TITLE_H
#define TZ_LAYOUT_WRAP_TITLE_H

#include "layout/measure.h"

enum { TZ_TITLE_MOST_LINES = 5 };

/* Where a line ends and the next begins, in bytes of the text: a blank between them is left out. */
typedef struct {
  guint32 end, next;
} TzTitleBreak;

/* The breaks of TEXT in lines of at most WIDTH, set in STYLE:
 * BREAKS has room for TZ_TITLE_MOST_LINES - 1. Returns how many there are; 0 if one line holds it, and where it
 * is no title to be broken: its author broke it by hand (LF), it is longer than TZ_TITLE_MOST_CHARS, or no
 * TZ_TITLE_MOST_LINES hold it. As few lines as it needs, or one more where that saves cutting words. */
int tz_title_breaks (const TzMeasure *measure, const char *text, const TzTextStyle *style, TzLen width,
                     TzTitleBreak *breaks);

/* TEXT with an LF at each of N BREAKS. g_free. */
char *tz_title_join (const char *text, const TzTitleBreak *breaks, int n);

/* TEXT, a name, in two lines about equally long, separated by LF: for names beside each other
 * that have no room to stand on one line. NULL if it has no good place to be broken, or
 * up to five characters. g_free. */
char *tz_title_halve (const TzMeasure *measure, const char *text, const TzTextStyle *style);

#endif
