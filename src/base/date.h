/* Calendar days, and the one date that goes into written files. */
#ifndef TZ_BASE_DATE_H
#define TZ_BASE_DATE_H

#include <glib.h>

/* "2021-06-30", "2021/6/30", "2021.6.30" or "2021年6月30日", digits of half or full
 * width, blanks between the parts allowed. FALSE if there is no such day. */
gboolean tz_date_parse (const char *text, GDate *date);

/* The moment written into files: SOURCE_DATE_EPOCH if set (0 <= value), else the
 * day (00:00 UTC) of the newest of FILES, so that a copy of an input made the
 * same day gives the same bytes; never the clock. Seconds since 1970. */
gint64 tz_date_of_outputs (const char *const *files);

#endif
