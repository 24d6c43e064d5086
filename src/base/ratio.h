/* Exact fractions, for what is computed from numbers in tables. */
#ifndef TZ_BASE_RATIO_H
#define TZ_BASE_RATIO_H

#include "base/decimal.h"

/* In lowest terms; DEN is positive. */
typedef struct {
  gint64 num, den;
} TzRatio;

/* FALSE if it has too many digits. */
gboolean tz_ratio_from_decimal (const TzDecimal *decimal, TzRatio *ratio);

typedef enum { TZ_RATIO_ADD, TZ_RATIO_SUBTRACT, TZ_RATIO_MULTIPLY, TZ_RATIO_DIVIDE } TzRatioSign;

/* FALSE if the result would be too large (18 digits above or below the line), or for a division by zero. */
gboolean tz_ratio_combine (TzRatioSign sign, const TzRatio *a, const TzRatio *b, TzRatio *result);

gboolean tz_ratio_equal (const TzRatio *a, const TzRatio *b);

/* Digits behind the point that write RATIO exactly; MOST, if it needs more. */
int tz_ratio_digits (const TzRatio *ratio, int most);

enum { TZ_RATIO_MAX_DIGITS = 9 };

/* Rounded to DIGITS (0 … TZ_RATIO_MAX_DIGITS) behind the point, halves away from zero: "66.7", "-0.5", "6".
 * g_free. */
char *tz_ratio_to_string (const TzRatio *ratio, int digits);

#endif
