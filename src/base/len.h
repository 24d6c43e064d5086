/* Lengths. One unit for the whole program, so that sums are exact: 1/1024 pt,
 * signed, so that differences of widths cannot wrap. Millimetres and ems exist
 * only in templates, character widths only in output/xlsx. */
#ifndef TZ_BASE_LEN_H
#define TZ_BASE_LEN_H

#include <glib.h>

typedef gint64 TzLen; /* 1/1024 pt */

#define TZ_PT        G_GINT64_CONSTANT (1024) /* TzLen units in a point */
#define TZ_LEN_UNSET G_MININT64

TzLen tz_len_from_pt (double pt);
TzLen tz_len_from_mm (double mm);
double tz_len_to_pt (TzLen len);
double tz_len_to_mm (TzLen len);

/* Reads "20mm", "1.5cm", "10pt", "2.5em" (of EM), "小四" or "四号" (a 号 size, in
 * the word processors' points). White space around the number is allowed, a bare
 * number is not, nor are 10 million points and more. FALSE leaves *LEN untouched. */
gboolean tz_len_parse (const char *text, TzLen em, TzLen *len);

#endif
