/* Exact decimal numbers, for checking declared totals: as many digits as the
 * text has, no binary fractions. */
#ifndef TZ_BASE_DECIMAL_H
#define TZ_BASE_DECIMAL_H

#include <glib.h>

typedef struct TzDecimal TzDecimal;

/* "-1,234.50", "＋３", "67%": sign, digits (half or full width) with thousands
 * commas in groups of three, one point, an optional % or ％. NULL when TEXT is
 * not a number as a whole, e.g. "--" or "17(22*)". The % is a mark without
 * weight: "67%" is 67, as a table's declared total is written like its parts.
 * Free with tz_decimal_free. */
TzDecimal *tz_decimal_parse (const char *text);
void tz_decimal_free (TzDecimal *decimal);

/* *SUM = *SUM + TERM; starts at zero with tz_decimal_new_zero. */
TzDecimal *tz_decimal_new_zero (void);
void tz_decimal_add (TzDecimal *sum, const TzDecimal *term);

gboolean tz_decimal_equal (const TzDecimal *a, const TzDecimal *b);

/* DECIMAL as NUMBER × 10^-SCALE, without superfluous zeros. FALSE if it has more than 17 digits. */
gboolean tz_decimal_get (const TzDecimal *decimal, gint64 *number, int *scale);

/* Plain digits without superfluous zeros: "1234.5". Free with g_free. */
char *tz_decimal_to_string (const TzDecimal *decimal);

#endif
