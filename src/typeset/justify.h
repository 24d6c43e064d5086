/* A chosen line gets its exact positions. */
#ifndef TZ_TYPESET_JUSTIFY_H
#define TZ_TYPESET_JUSTIFY_H

#include "typeset/linebreak.h"

/* Places the boxes of LINE: X of box k (k - line->start in X, room for all of
 * the line's boxes) from the line box's left edge. Returns the right end of the
 * ink. FIRST: the paragraph's first line. */
TzLen tz_justify (const TzBoxes *boxes, const TzBreak *line, gboolean first, const TzLineSpec *spec, gint32 *x);

#endif
