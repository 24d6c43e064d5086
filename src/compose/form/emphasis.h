/* Bold parts of a cell's text: CSV has none, so they are marked in the text or follow
 * from its shape. */
#ifndef TZ_COMPOSE_FORM_EMPHASIS_H
#define TZ_COMPOSE_FORM_EMPHASIS_H

#include "base/text.h"

typedef enum {
  TZ_EMPHASIS_NONE,
  TZ_EMPHASIS_MARKS, /* what stands between ** and ** within a paragraph; the marks are not printed */
  TZ_EMPHASIS_LEAD   /* the words that lead a paragraph in: 1.压减时间。 主要目标： */
} TzEmphasis;

/* TEXT as it is printed in STYLE; appends the bold parts to RUNS (of TzTextRun). g_free. */
char *tz_emphasis_apply (TzEmphasis how, const char *text, const TzTextStyle *style, GArray *runs);

#endif
