#include "base/ratio.h"

static gint64 divisor_of (gint64 a, gint64 b)
{
  while (b != 0) {
    gint64 rest = a % b;
    a = b;
    b = rest;
  }
  return ABS (a);
}

static gint64 power_of_ten (int n)
{
  gint64 power = 1;
  while (n-- > 0)
    power *= 10;
  return power;
}

/* NUM / DEN in lowest terms. */
static gboolean settle (gint64 num, gint64 den, TzRatio *ratio)
{
  if (den == 0 || num == G_MININT64 || den == G_MININT64)
    return FALSE;
  gint64 divisor = divisor_of (num, den);
  ratio->num = den < 0 ? -num / divisor : num / divisor;
  ratio->den = ABS (den) / divisor;
  return TRUE;
}

gboolean tz_ratio_from_decimal (const TzDecimal *decimal, TzRatio *ratio)
{
  gint64 number;
  int scale;
  return tz_decimal_get (decimal, &number, &scale) && scale <= 17 &&
         settle (number, power_of_ten (scale), ratio);
}

/* a/b ± c/d = (ad ± cb) / bd */
static gboolean add (const TzRatio *a, const TzRatio *b, int sign, TzRatio *result)
{
  gint64 left, right, num, den;
  return !__builtin_mul_overflow (a->num, b->den, &left) &&
         !__builtin_mul_overflow (sign * b->num, a->den, &right) &&
         !__builtin_add_overflow (left, right, &num) && !__builtin_mul_overflow (a->den, b->den, &den) &&
         settle (num, den, result);
}

static gboolean multiply (const TzRatio *a, const TzRatio *b, TzRatio *result)
{
  gint64 num, den;
  return !__builtin_mul_overflow (a->num, b->num, &num) && !__builtin_mul_overflow (a->den, b->den, &den) &&
         settle (num, den, result);
}

gboolean tz_ratio_combine (TzRatioSign sign, const TzRatio *a, const TzRatio *b, TzRatio *result)
{
  TzRatio upside_down = { b->den, b->num };
  switch (sign) {
  case TZ_RATIO_ADD:
    return add (a, b, 1, result);
  case TZ_RATIO_SUBTRACT:
    return add (a, b, -1, result);
  case TZ_RATIO_MULTIPLY:
    return multiply (a, b, result);
  default:
    return b->num != 0 && multiply (a, &upside_down, result);
  }
}

gboolean tz_ratio_equal (const TzRatio *a, const TzRatio *b)
{
  return a->num == b->num && a->den == b->den;
}

int tz_ratio_digits (const TzRatio *ratio, int most)
{
  int digits = 0;
  for (gint64 power = 1; digits < most && power % ratio->den != 0; digits++)
    power *= 10;
  return digits;
}

char *tz_ratio_to_string (const TzRatio *ratio, int digits)
{
  gint64 size = ABS (ratio->num), whole = size / ratio->den, rest = size % ratio->den;
  gint64 power = power_of_ten (CLAMP (digits, 0, TZ_RATIO_MAX_DIGITS)), part = 0;
  for (gint64 p = power; p > 1; p /= 10) {
    /* A digit at a time, in 128 bits: REST is less than DEN. */
    __int128 ten = (__int128)rest * 10;
    part = part * 10 + (gint64)(ten / ratio->den);
    rest = (gint64)(ten % ratio->den);
  }
  if (rest >= ratio->den - rest && ++part == power) {
    whole++;
    part = 0;
  }
  const char *sign = ratio->num < 0 && (whole > 0 || part > 0) ? "-" : "";
  if (power == 1)
    return g_strdup_printf ("%s%" G_GINT64_FORMAT, sign, whole);
  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%0*" G_GINT64_FORMAT, sign, whole, digits, part);
}
