/* A short text taken apart into characters, and how wide any stretch of it is when set on a line of
 * its own. For the files that break titles. */
#ifndef TZ_LAYOUT_WRAP_TEXT_H
#define TZ_LAYOUT_WRAP_TEXT_H

#include "layout/measure.h"

enum { TZ_TITLE_MOST_CHARS = 200 }; /* a longer text is no title */

typedef struct {
  int n;         /* characters */
  gunichar *c;   /* white space of any kind as ' ' */
  guint32 *byte; /* n + 1: where each begins in the text; the last is the text's length */
  TzLen em;      /* of the type it is set in */
  TzLen room;    /* of a line */
  const char *source;
  const TzMeasure *measure;
  TzTextStyle style; /* without what changes the width of a line: indent, shrinking */
  TzLen *widths;     /* [from × (n + 1) + to]: those asked for already; -1: not yet */
} TzTitleText;

/* NULL if SOURCE is empty or longer than TZ_TITLE_MOST_CHARS. SOURCE and MEASURE must outlive it. */
TzTitleText *tz_title_text_new (const TzMeasure *measure, const char *source, const TzTextStyle *style,
                                TzLen room);
void tz_title_text_free (TzTitleText *text);

/* The width of a line with the characters FROM up to, not including, TO; a blank at its end is not
 * part of it. Asks the measure once for each pair. */
TzLen tz_title_text_width (TzTitleText *text, int from, int to);
gboolean tz_title_text_fits (TzTitleText *text, int from, int to);

/* Whether the characters of WORD stand at I. */
gboolean tz_title_text_has (const TzTitleText *text, int i, const char *word);

#endif
