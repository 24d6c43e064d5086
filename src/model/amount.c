#include "model/amount.h"

#include "base/utf8.h"

#include <string.h>

/* What stands in a cell, part by part. */
typedef struct {
  const char *p;
  TzCellAmount *amount;
} Scan;

static gboolean skip (const char **p, const char *const *words)
{
  for (; *words; words++)
    if (g_str_has_prefix (*p, *words)) {
      *p += strlen (*words);
      return TRUE;
    }
  return FALSE;
}

static const char *const dashes[] = { "——", "—", "–", "--", "-", "~", "至", "到", NULL };

static gboolean is_nothing (const char *text)
{
  static const char *const words[] = { "", "无", "/", "\\", NULL };
  const char *p = text;
  if (g_strv_contains (words, text))
    return TRUE;
  while (*p != '\0' && g_utf8_strchr ("-—–−", -1, g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return *p == '\0';
}

static gboolean read_number (Scan *s, TzRatio *ratio)
{
  const char *end = s->p + (*s->p == '-' || *s->p == '+');
  if (!g_ascii_isdigit (*end))
    return FALSE;
  end += strspn (end, "0123456789.,");
  g_autofree char *digits = g_strndup (s->p, (gsize)(end - s->p));
  TzDecimal *decimal = tz_decimal_parse (digits);
  const char *point = strchr (digits, '.');
  gboolean good = decimal && tz_ratio_from_decimal (decimal, ratio);
  tz_decimal_free (decimal);
  s->amount->digits = MAX (s->amount->digits, point ? (int)strlen (point + 1) : 0);
  s->p = end;
  return good;
}

gboolean tz_amount_unit_equal (const char *a, const char *b)
{
  static const char counter[] = "个";
  a += g_str_has_prefix (a, "个工作日") ? strlen (counter) : 0;
  b += g_str_has_prefix (b, "个工作日") ? strlen (counter) : 0;
  return g_str_equal (a, b);
}

/* 个工作日以内 is 个工作日. FALSE if it is another unit than before, or too long for one. */
static gboolean keep_unit (TzCellAmount *amount, const char *start, gsize length)
{
  static const char *const tails[] = { "以内", "之内", "内", "左右" };
  char unit[sizeof amount->unit] = "";
  for (gsize i = 0; i < G_N_ELEMENTS (tails); i++) {
    gsize n = strlen (tails[i]);
    if (length >= n && memcmp (start + length - n, tails[i], n) == 0)
      length -= n;
  }
  if (length >= sizeof unit)
    return FALSE;
  memcpy (unit, start, length);
  if (*unit == '\0' || *amount->unit != '\0')
    return *unit == '\0' || tz_amount_unit_equal (unit, amount->unit);
  memcpy (amount->unit, unit, sizeof unit);
  return TRUE;
}

/* Stars, a percent sign, a unit, in any order. */
static gboolean read_marks (Scan *s, gboolean *starred)
{
  static const char *const stars[] = { "*", "※", "★", "☆", NULL }, *const percents[] = { "%", NULL };
  for (;;) {
    const char *start = s->p;
    if (skip (&s->p, stars)) {
      *starred = TRUE;
      continue;
    }
    if (skip (&s->p, percents)) {
      s->amount->percent = TRUE;
      continue;
    }
    while (g_unichar_isalpha (g_utf8_get_char (s->p)) && !g_str_has_prefix (s->p, "至") &&
           !g_str_has_prefix (s->p, "到"))
      s->p = g_utf8_next_char (s->p);
    if (s->p == start)
      return TRUE;
    if (!keep_unit (s->amount, start, (gsize)(s->p - start)))
      return FALSE;
  }
}

/* 3, 3*, 3-5个工作日, 3天至5天 */
static gboolean read_amount (Scan *s, TzAmount *amount, gboolean *starred)
{
  *starred = FALSE;
  if (!read_number (s, &amount->low) || !read_marks (s, starred))
    return FALSE;
  amount->kind = TZ_AMOUNT_NUMBER;
  amount->high = amount->low;
  return !skip (&s->p, dashes) || (read_number (s, &amount->high) && read_marks (s, starred));
}

static gboolean has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

/* （22*）; or words about the number. */
static gboolean read_brackets (Scan *s)
{
  TzCellAmount *amount = s->amount;
  gboolean starred;
  if (*s->p == '\0')
    return TRUE;
  if (*s->p != '(' || !g_str_has_suffix (s->p, ")"))
    return FALSE;
  if (!has_digit (s->p))
    return TRUE;
  s->p++;
  if (!read_amount (s, &amount->full, &starred) || !g_str_equal (s->p, ")"))
    return FALSE;
  amount->bracketed = TRUE;
  return !amount->starred; /* 17*(22) has no known meaning */
}

static gboolean to_hundredths (TzAmount *amount)
{
  static const TzRatio hundred = { 100, 1 };
  return amount->kind != TZ_AMOUNT_NUMBER ||
         (tz_ratio_combine (TZ_RATIO_DIVIDE, &amount->low, &hundred, &amount->low) &&
          tz_ratio_combine (TZ_RATIO_DIVIDE, &amount->high, &hundred, &amount->high));
}

static gboolean read_cell (const char *text, TzCellAmount *amount)
{
  Scan s = { text, amount };
  if (!read_amount (&s, &amount->plain, &amount->starred))
    return FALSE;
  amount->full = amount->plain;
  if (!read_brackets (&s))
    return FALSE;
  if (amount->starred)
    amount->plain.kind = TZ_AMOUNT_NOTHING;
  return !amount->percent || (to_hundredths (&amount->plain) && to_hundredths (&amount->full));
}

void tz_amount_parse (const char *text, TzCellAmount *amount)
{
  g_autofree char *words = tz_utf8_squeeze (text, "");
  *amount = (TzCellAmount){ .plain = { .kind = TZ_AMOUNT_NOTHING } };
  if (is_nothing (words) || read_cell (words, amount))
    return;
  *amount = (TzCellAmount){ .plain = { .kind = TZ_AMOUNT_OTHER }, .full = { .kind = TZ_AMOUNT_OTHER } };
}

static char *ratio_text (const TzRatio *ratio, int digits, gboolean percent)
{
  static const TzRatio hundred = { 100, 1 };
  TzRatio shown = *ratio;
  if (percent && !tz_ratio_combine (TZ_RATIO_MULTIPLY, ratio, &hundred, &shown))
    percent = FALSE; /* far beyond any percentage */
  if (digits < 0)
    digits = tz_ratio_digits (&shown, 2);
  g_autofree char *number = tz_ratio_to_string (&shown, digits);
  return g_strconcat (number, percent ? "%" : "", NULL);
}

char *tz_amount_to_string (const TzAmount *amount, int digits, gboolean percent)
{
  g_autofree char *low = ratio_text (&amount->low, digits, percent);
  g_autofree char *high = ratio_text (&amount->high, digits, percent);
  return g_str_equal (low, high) ? g_steal_pointer (&low) : g_strconcat (low, "-", high, NULL);
}
