/* A table or a chart that does not fit the rest of its page floats: text that follows it stands before it. */
#ifndef TZ_LAYOUT_OFFICIAL_FLOAT_H
#define TZ_LAYOUT_OFFICIAL_FLOAT_H

#include "layout/official/row.h"

/* Row I of ROWS, an exhibit, does not fit at Y of its page: the paragraph behind it, or behind the exhibits
 * that follow it, is moved before it if it may stand there and begins on the page. FALSE if none may: the page
 * ends above the exhibit. */
gboolean tz_official_float (const TzOfficialFrame *frame, GPtrArray *rows, guint i, TzLen y);

#endif
