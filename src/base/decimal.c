#include "base/decimal.h"

#include <string.h>

#include "base/utf8.h"

/* digits × 10^-scale. The digits are values 0 to 9, the lowest first, without zeros at the high end, so that
 * zero has none; there is no negative zero. */
struct TzDecimal {
  gboolean negative;
  GByteArray *digits;
  guint scale;
};

TzDecimal *tz_decimal_new_zero (void)
{
  TzDecimal *decimal = g_new0 (TzDecimal, 1);
  decimal->digits = g_byte_array_new ();
  return decimal;
}

void tz_decimal_free (TzDecimal *decimal)
{
  if (decimal == NULL)
    return;
  g_byte_array_unref (decimal->digits);
  g_free (decimal);
}

static void trim_high_zeros (TzDecimal *decimal)
{
  GByteArray *digits = decimal->digits;
  guint n = digits->len;
  while (n > 0 && digits->data[n - 1] == 0)
    n--;
  g_byte_array_set_size (digits, n);
  if (n == 0)
    decimal->negative = FALSE;
}

static void skip_blanks (const char **p)
{
  while (**p != '\0' && tz_char_is_blank (g_utf8_get_char (*p)))
    *p = g_utf8_next_char (*p);
}

static gboolean skip_one_of (const char **p, const char *const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (*p, words[i])) {
      *p += strlen (words[i]);
      return TRUE;
    }
  return FALSE;
}

/* Appends digits, the highest first, and returns their number. Only ASCII and full-width digits: other scripts'
 * digits do not occur in offices' tables. */
static guint read_digits (const char **p, GByteArray *digits)
{
  guint n = 0;
  for (;; n++) {
    gunichar c = g_utf8_get_char (*p);
    guint8 digit;
    if (c >= '0' && c <= '9')
      digit = (guint8)(c - '0');
    else if (c >= 0xFF10 && c <= 0xFF19)
      digit = (guint8)(c - 0xFF10);
    else
      return n;
    g_byte_array_append (digits, &digit, 1);
    *p = g_utf8_next_char (*p);
  }
}

/* "1234", "1,234": once a comma is used, every group behind it has three digits and the first at most three. */
static gboolean read_whole_part (const char **p, GByteArray *digits)
{
  static const char *const commas[] = { ",", "，", NULL };
  guint n = read_digits (p, digits);
  if (n == 0)
    return FALSE;
  gboolean grouped = FALSE;
  while (skip_one_of (p, commas)) {
    if (n > 3 || read_digits (p, digits) != 3)
      return FALSE;
    grouped = TRUE;
  }
  return !grouped || n <= 3;
}

static gboolean read_fraction (const char **p, TzDecimal *decimal)
{
  static const char *const points[] = { ".", "．", NULL };
  if (!skip_one_of (p, points))
    return TRUE;
  decimal->scale = read_digits (p, decimal->digits);
  return decimal->scale > 0;
}

static gboolean read_decimal (const char *p, TzDecimal *decimal)
{
  static const char *const minuses[] = { "-", "－", "−", NULL };
  static const char *const pluses[] = { "+", "＋", NULL };
  static const char *const percents[] = { "%", "％", NULL };

  skip_blanks (&p);
  decimal->negative = skip_one_of (&p, minuses);
  if (!decimal->negative)
    skip_one_of (&p, pluses);
  if (!read_whole_part (&p, decimal->digits) || !read_fraction (&p, decimal))
    return FALSE;
  skip_one_of (&p, percents);
  skip_blanks (&p);
  return *p == '\0';
}

static void reverse (GByteArray *digits)
{
  for (guint i = 0, j = digits->len; i + 1 < j; i++) {
    j--;
    guint8 digit = digits->data[i];
    digits->data[i] = digits->data[j];
    digits->data[j] = digit;
  }
}

TzDecimal *tz_decimal_parse (const char *text)
{
  TzDecimal *decimal = tz_decimal_new_zero ();
  if (!read_decimal (text, decimal)) {
    tz_decimal_free (decimal);
    return NULL;
  }
  reverse (decimal->digits);
  trim_high_zeros (decimal);
  return decimal;
}

/* The digit that stands for 10^(PLACE - SCALE). */
static int digit_at (const TzDecimal *decimal, guint place, guint scale)
{
  guint shift = scale - decimal->scale;
  return place >= shift && place - shift < decimal->digits->len ? decimal->digits->data[place - shift] : 0;
}

static int compare_magnitudes (const TzDecimal *a, const TzDecimal *b, guint scale)
{
  guint n = MAX (a->digits->len + scale - a->scale, b->digits->len + scale - b->scale);
  for (guint i = n; i-- > 0;) {
    int difference = digit_at (a, i, scale) - digit_at (b, i, scale);
    if (difference != 0)
      return difference;
  }
  return 0;
}

/* BIG + SIGN × SMALL by magnitude; for SIGN -1 BIG must not be the smaller. */
static GByteArray *combine (const TzDecimal *big, const TzDecimal *small, int sign, guint scale)
{
  guint n = MAX (big->digits->len + scale - big->scale, small->digits->len + scale - small->scale) + 1;
  GByteArray *digits = g_byte_array_sized_new (n);
  int carry = 0;
  for (guint i = 0; i < n; i++) {
    int value = digit_at (big, i, scale) + sign * digit_at (small, i, scale) + carry;
    carry = value < 0 ? -1 : value / 10;
    guint8 digit = (guint8)(value - 10 * carry);
    g_byte_array_append (digits, &digit, 1);
  }
  g_assert (carry == 0);
  return digits;
}

void tz_decimal_add (TzDecimal *sum, const TzDecimal *term)
{
  guint scale = MAX (sum->scale, term->scale);
  gboolean term_is_bigger = compare_magnitudes (sum, term, scale) < 0;
  const TzDecimal *big = term_is_bigger ? term : sum;
  const TzDecimal *small = term_is_bigger ? sum : term;

  GByteArray *digits = combine (big, small, sum->negative == term->negative ? 1 : -1, scale);
  sum->negative = big->negative;
  sum->scale = scale;
  g_byte_array_unref (sum->digits);
  sum->digits = digits;
  trim_high_zeros (sum);
}

gboolean tz_decimal_equal (const TzDecimal *a, const TzDecimal *b)
{
  return a->negative == b->negative && compare_magnitudes (a, b, MAX (a->scale, b->scale)) == 0;
}

gboolean tz_decimal_get (const TzDecimal *decimal, gint64 *number, int *scale)
{
  g_autofree char *text = tz_decimal_to_string (decimal);
  char *point = strchr (text, '.');
  *scale = point ? (int)strlen (point + 1) : 0;
  if (point)
    memmove (point, point + 1, strlen (point));
  return g_ascii_string_to_signed (text, 10, -99999999999999999, 99999999999999999, number, NULL);
}

char *tz_decimal_to_string (const TzDecimal *decimal)
{
  GString *text = g_string_new (decimal->negative ? "-" : "");
  guint lowest = 0;
  while (lowest < decimal->scale && digit_at (decimal, lowest, decimal->scale) == 0)
    lowest++;
  for (guint i = MAX (decimal->digits->len, decimal->scale + 1); i-- > lowest;) {
    g_string_append_c (text, (char)('0' + digit_at (decimal, i, decimal->scale)));
    if (i == decimal->scale && i > lowest)
      g_string_append_c (text, '.');
  }
  return g_string_free (text, FALSE);
}
