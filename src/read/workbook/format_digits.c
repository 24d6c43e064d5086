/* Numbers by a format. What is shown is rounded as Excel does it: half a unit goes away from zero, seen on
 * the fifteen digits that it keeps of a number. */
#include "base/utf8.h"
#include "read/workbook/format_data.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PRECISION = 15 };

/* ── digits ──────────────────────────────────────────────────────────────── */

/* VALUE, not below zero, in decimal: its digits before and behind the point, the first without zeros
 * ahead ("" for zero), the second DECIMALS long. */
static void round_decimal (double value, int decimals, GString *whole, GString *part)
{
  char text[PRECISION + 16], digits[PRECISION + 1];
  g_snprintf (text, sizeof text, "%.*e", PRECISION - 1, value);
  digits[0] = text[0];
  memcpy (digits + 1, text + 2, PRECISION - 1);
  digits[PRECISION] = '\0';
  int exponent = (int)strtol (strchr (text, 'e') + 1, NULL, 10);
  int keep = exponent + 1 + decimals; /* digits that are kept */
  g_autoptr (GString) all = g_string_new (NULL);
  for (int i = 0; i < keep; i++)
    g_string_append_c (all, i < PRECISION ? digits[i] : '0');
  if (keep >= 0 && keep < PRECISION && digits[keep] >= '5') {
    gssize i = (gssize)all->len - 1;
    while (i >= 0 && all->str[i] == '9')
      all->str[i--] = '0';
    if (i >= 0)
      all->str[i]++;
    else
      g_string_prepend_c (all, '1');
  }
  while ((int)all->len < decimals)
    g_string_prepend_c (all, '0');
  gsize n = all->len - (gsize)decimals;
  gsize zeros = strspn (all->str, "0");
  g_string_append_len (whole, all->str + MIN (zeros, n), (gssize)(n - MIN (zeros, n)));
  g_string_append_len (part, all->str + n, decimals);
}

static const TzFormatToken *token_at (const TzFormatSection *section, guint i)
{
  return &g_array_index (section->tokens, TzFormatToken, i);
}

static int count_digits (const TzFormatSection *section, guint from, guint end)
{
  int n = 0;
  for (guint i = from; i < end; i++)
    n += token_at (section, i)->kind == TZ_TOKEN_DIGIT;
  return n;
}

/* Zero where nothing is: 0 shows it, ? leaves its room, # nothing. */
static void add_filler (int placeholder, GString *out)
{
  if (placeholder == '0' || placeholder == '?')
    g_string_append_c (out, placeholder == '0' ? '0' : ' ');
}

/* ── stretches of tokens ─────────────────────────────────────────────────── */

static void add_plain (const TzFormatToken *token, GString *out)
{
  if (token->kind == TZ_TOKEN_LITERAL)
    g_string_append (out, token->text);
  else if (token->kind == TZ_TOKEN_SPACE)
    g_string_append_c (out, ' ');
  else if (token->kind == TZ_TOKEN_PERCENT)
    g_string_append_c (out, '%');
  else if (token->kind == TZ_TOKEN_POINT)
    g_string_append_c (out, '.');
  else if (token->kind == TZ_TOKEN_SLASH)
    g_string_append_c (out, '/');
}

/* The digits WHOLE at the placeholders of the tokens from FROM to END, aligned to the right; the first
 * placeholder takes what is more. */
static void add_whole (const TzFormatSection *section, guint from, guint end, const char *whole,
                       gboolean thousands, GString *out)
{
  int places = count_digits (section, from, end), n = (int)strlen (whole), at = places;
  for (guint i = from; i < end; i++) {
    const TzFormatToken *token = token_at (section, i);
    if (token->kind != TZ_TOKEN_DIGIT) {
      add_plain (token, out);
      continue;
    }
    for (int place = at == places ? MAX (n, places) : at; place >= at; place--) {
      gsize before = out->len;
      if (place <= n)
        g_string_append_c (out, whole[n - place]);
      else
        add_filler (token->n, out);
      if (thousands && out->len > before && place > 1 && place % 3 == 1)
        g_string_append_c (out, token->n == '?' && place > n ? ' ' : ',');
    }
    at--;
  }
}

/* The digits PART behind the point at the placeholders from FROM to END. */
static void add_part (const TzFormatSection *section, guint from, guint end, const char *part, GString *out)
{
  int at = 0;
  for (guint i = from; i < end; i++) {
    const TzFormatToken *token = token_at (section, i);
    if (token->kind != TZ_TOKEN_DIGIT) {
      add_plain (token, out);
      continue;
    }
    gboolean rest_zero = strspn (part + at, "0") == strlen (part + at);
    if (rest_zero && token->n != '0')
      add_filler (token->n, out);
    else
      g_string_append_c (out, part[at]);
    at++;
  }
}

static void add_decimal (const TzFormatSection *section, guint end, double value, GString *out)
{
  g_autoptr (GString) whole = g_string_new (NULL), part = g_string_new (NULL);
  guint point = MIN (section->point, end);
  round_decimal (value, count_digits (section, point, end), whole, part);
  add_whole (section, 0, point, whole->str, section->thousands, out);
  add_part (section, point, end, part->str, out);
}

/* ── powers of ten ───────────────────────────────────────────────────────── */

/* With several places before the point the exponent is a multiple of their number. */
static void add_scientific (const TzFormatSection *section, double value, GString *out)
{
  guint mark = section->exponent, n = section->tokens->len;
  int places = MAX (1, count_digits (section, 0, MIN (section->point, mark)));
  int decimals = section->point < mark ? count_digits (section, section->point, mark) : 0;
  int exponent = 0;
  if (value > 0) {
    char text[64];
    exponent = (int)floor (log10 (value));
    exponent = (int)floor ((double)exponent / places) * places;
    /* 9.99 may round up to 10.0. */
    g_snprintf (text, sizeof text, "%.*f", decimals, value / pow (10, exponent));
    if (g_ascii_strtod (text, NULL) >= pow (10, places))
      exponent += places;
  }
  add_decimal (section, mark, value / pow (10, exponent), out);
  g_string_append_c (out, 'E');
  if (exponent < 0 || token_at (section, mark)->n == '+')
    g_string_append_c (out, exponent < 0 ? '-' : '+');
  char digits[16];
  g_snprintf (digits, sizeof digits, "%d", abs (exponent));
  add_whole (section, mark + 1, n, digits, FALSE, out);
}

/* ── fractions ───────────────────────────────────────────────────────────── */

/* The fraction nearest to VALUE (below 1) whose lower number is at most LIMIT. */
static void find_fraction (double value, int limit, int *upper, int *lower)
{
  double best = 2;
  for (int d = 1; d <= limit; d++) {
    int u = (int)floor (value * d + 0.5);
    double gap = fabs (value - (double)u / d);
    if (gap < best - 1e-12) {
      best = gap;
      *upper = u;
      *lower = d;
    }
  }
}

/* A lower number that the format names: # ?/8. 0: none. */
static int named_lower (const TzFormatSection *section)
{
  for (guint i = section->slash + 1; i < section->tokens->len; i++) {
    const TzFormatToken *token = token_at (section, i);
    if (token->kind == TZ_TOKEN_LITERAL && g_ascii_isdigit (*token->text))
      return (int)strtol (token->text, NULL, 10);
  }
  return 0;
}

static void add_fraction (const TzFormatSection *section, double value, GString *out)
{
  guint slash = section->slash, n = section->tokens->len, upper_at = slash, end = slash + 1;
  while (upper_at > 0 && token_at (section, upper_at - 1)->kind == TZ_TOKEN_DIGIT)
    upper_at--;
  while (end < n && token_at (section, end)->kind == TZ_TOKEN_DIGIT)
    end++;
  gboolean mixed = count_digits (section, 0, upper_at) > 0; /* whole and part: 1 1/2 */
  double whole = mixed ? floor (value) : 0;
  int named = named_lower (section), part = 0, lower = 1;
  double upper = 0; /* of an improper fraction it may be larger than any int */
  int limit = count_digits (section, slash, end) > 2 ? 999 : count_digits (section, slash, end) == 2 ? 99 : 9;
  if (named > 0) {
    lower = named;
    upper = floor ((value - whole) * named + 0.5);
  } else {
    double rest = value - whole;
    find_fraction (rest - floor (rest), limit, &part, &lower);
    upper = part + floor (rest) * lower;
  }
  if (mixed && upper >= lower) {
    whole += 1;
    upper = 0;
  }
  char text[G_ASCII_DTOSTR_BUF_SIZE + 320];
  if (mixed) {
    g_snprintf (text, sizeof text, "%.0f", whole);
    add_whole (section, 0, upper_at, whole == 0 && upper > 0 ? "" : text, section->thousands, out);
  }
  if (mixed && upper == 0)
    return; /* a whole number shows no fraction, only its room */
  g_snprintf (text, sizeof text, "%.0f", upper);
  add_whole (section, mixed ? upper_at : 0, slash, text, FALSE, out);
  g_string_append_c (out, '/');
  g_snprintf (text, sizeof text, "%d", lower);
  g_string_append (out, text);
}

/* ── the whole ───────────────────────────────────────────────────────────── */

static void to_hanzi (const TzFormatSection *section, gsize start, GString *out)
{
  if (section->hanzi == 0)
    return;
  g_autofree char *plain = g_strdup (out->str + start);
  g_string_truncate (out, start);
  tz_format_hanzi (plain, section->hanzi, TRUE, out);
}

void tz_format_digits (const TzFormatSection *section, double value, gboolean minus, GString *out)
{
  gsize start = out->len, n = section->tokens->len;
  for (int i = 0; i < section->percent && section->has_digits; i++)
    value *= 100;
  for (int i = 0; i < section->scale; i++)
    value /= 1000;
  value = MIN (value, DBL_MAX); /* the largest numbers have no percentage */
  if (!section->has_digits) {
    for (guint i = 0; i < n; i++)
      add_plain (token_at (section, i), out);
  } else if (section->exponent < n) {
    add_scientific (section, value, out);
  } else if (section->slash < n) {
    add_fraction (section, value, out);
  } else {
    add_decimal (section, (guint)n, value, out);
  }
  /* -0.4 by the format 0 is 0, not -0. */
  if (minus && strpbrk (out->str + start, "123456789"))
    g_string_insert_c (out, (gssize)start, '-');
  to_hanzi (section, start, out);
}

void tz_format_general (const TzFormatSection *section, double value, GString *out)
{
  gsize start = out->len;
  for (guint i = 0; i < section->tokens->len; i++) {
    const TzFormatToken *token = token_at (section, i);
    if (token->kind == TZ_TOKEN_GENERAL || token->kind == TZ_TOKEN_TEXT)
      tz_number_general (value, out);
    else
      add_plain (token, out);
  }
  to_hanzi (section, start, out);
}

/* ── without a format ────────────────────────────────────────────────────── */

/* 1.50000 becomes 1.5, 1.50000E+12 becomes 1.5E+12. */
static void drop_zeros (char *text)
{
  char *mark = text + strcspn (text, "eE"), *end = mark;
  if (!memchr (text, '.', (gsize)(mark - text)))
    return;
  while (end[-1] == '0')
    end--;
  if (end[-1] == '.')
    end--;
  memmove (end, mark, strlen (mark) + 1);
}

void tz_number_general (double value, GString *out)
{
  enum { WIDTH = 11 }; /* characters, the sign not counted */
  char text[64] = "";
  double size = fabs (value);
  int magnitude = size > 0 ? (int)floor (log10 (size)) : 0;
  if (size == 0) {
    g_string_append_c (out, '0');
    return;
  }
  if (magnitude >= -4 && magnitude <= -1) {
    g_snprintf (text, sizeof text, "%.*f", 9, value);
    drop_zeros (text);
  } else if (abs (magnitude) <= 9) {
    g_snprintf (text, sizeof text, "%.12f", value);
    drop_zeros (text);
    if (strlen (text) > WIDTH + (value < 0) && magnitude >= 0) {
      g_snprintf (text, sizeof text, "%.*f", MAX (0, 9 - magnitude), value);
      drop_zeros (text);
    }
  } else if (magnitude == 10) {
    g_snprintf (text, sizeof text, "%.0f", value);
  }
  if (magnitude > 10 || magnitude < -9 || strlen (text) > WIDTH + (value < 0)) {
    g_snprintf (text, sizeof text, "%.5E", value);
    drop_zeros (text);
  }
  g_string_append (out, text);
}
