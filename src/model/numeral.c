#include "model/numeral.h"

#include <string.h>

enum { LIMIT = 99999 };

static int han_digit (gunichar c)
{
  static const gunichar digits[] = { 0x3007 /* 〇 */, 0x4E00 /* 一 */, 0x4E8C /* 二 */, 0x4E09 /* 三 */,
                                     0x56DB /* 四 */, 0x4E94 /* 五 */, 0x516D /* 六 */, 0x4E03 /* 七 */,
                                     0x516B /* 八 */, 0x4E5D /* 九 */ };
  for (int i = 0; i < (int)G_N_ELEMENTS (digits); i++)
    if (digits[i] == c)
      return i;
  return c == 0x96F6 /* 零 */ ? 0 : -1;
}

static int han_unit (gunichar c)
{
  switch (c) {
  case 0x5341: /* 十 */
    return 10;
  case 0x767E: /* 百 */
    return 100;
  case 0x5343: /* 千 */
    return 1000;
  case 0x4E07: /* 万 */
    return 10000;
  default:
    return 0;
  }
}

static int ascii_digit (gunichar c)
{
  if (c >= '0' && c <= '9')
    return (int)(c - '0');
  return c >= 0xFF10 && c <= 0xFF19 ? (int)(c - 0xFF10) : -1;
}

/* Reads digits of either width at *P; -1 if there are none. */
static int read_arabic (const char **p)
{
  int number = -1;
  for (int d; (d = ascii_digit (g_utf8_get_char (*p))) >= 0; *p = g_utf8_next_char (*p))
    number = MIN (LIMIT + 1, MAX (number, 0) * 10 + d);
  return number;
}

/* Reads a number in hanzi at *P; -1 if there is none. */
static int read_han (const char **p)
{
  int sum = 0, digit = -1, n = 0;
  for (;; n++, *p = g_utf8_next_char (*p)) {
    gunichar c = g_utf8_get_char (*p);
    int unit = han_unit (c), d = han_digit (c);
    if (d >= 0) {
      digit = digit > 0 ? MIN (LIMIT, digit * 10 + d) : d; /* 二〇二一 counts by place */
    } else if (unit == 10000) {
      sum = MIN (LIMIT + 1, (sum + MAX (digit, 0)) * unit);
      digit = -1;
    } else if (unit > 0) {
      sum = MIN (LIMIT + 1, sum + (digit < 0 ? 1 : digit) * unit);
      digit = -1;
    } else {
      break;
    }
  }
  return n == 0 ? -1 : sum + MAX (digit, 0);
}

static int read_number (const char **p, gboolean *is_han)
{
  int number = read_arabic (p);
  *is_han = number < 0;
  if (*is_han)
    number = read_han (p);
  return number <= LIMIT ? number : -1;
}

int tz_numeral_read (const char **p)
{
  int number = read_arabic (p);
  if (number < 0)
    number = read_han (p);
  return MIN (number, LIMIT + 1);
}

static gboolean skip_any (const char **p, const char *marks)
{
  gunichar c = g_utf8_get_char (*p);
  if (c == 0 || !g_utf8_strchr (marks, -1, c))
    return FALSE;
  *p = g_utf8_next_char (*p);
  return TRUE;
}

int tz_numeral_parse (const char *text)
{
  const char *p = text;
  gboolean is_han;
  while (skip_any (&p, "(（第 "))
    ;
  int number = read_number (&p, &is_han);
  while (skip_any (&p, ")）.．、项条号 "))
    ;
  return *p == '\0' ? number : -1;
}

int tz_numeral_leading (const char *text, gboolean *is_han)
{
  static const char *const nouns[] = { "部分", "章", "节", "篇", "类", "条" };
  const char *p = text;
  gboolean ordinal = g_str_has_prefix (p, "第");
  if (ordinal)
    p += strlen ("第");
  gboolean open = !ordinal && skip_any (&p, "(（");
  int number = read_number (&p, is_han);
  if (number < 0)
    return -1;
  for (gsize i = 0; ordinal && i < G_N_ELEMENTS (nouns); i++)
    if (g_str_has_prefix (p, nouns[i]))
      return number;
  if (ordinal)
    return -1;
  if (open)
    return skip_any (&p, ")）") ? number : -1;
  /* "1.5万千瓦" begins with a decimal, not with an item's number. */
  return skip_any (&p, "、.．") && ascii_digit (g_utf8_get_char (p)) < 0 ? number : -1;
}

char *tz_numeral_to_han (int number)
{
  static const char *const digits[] = { "零", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  static const char *const units[] = { "", "十", "百", "千", "万" };
  static const int powers[] = { 1, 10, 100, 1000, 10000 };
  g_return_val_if_fail (number >= 1 && number <= LIMIT, NULL);
  GString *text = g_string_new (NULL);
  gboolean gap = FALSE;
  for (int k = 4; k >= 0; k--) {
    int d = number / powers[k] % 10;
    if (d == 0) {
      gap = text->len > 0;
      continue;
    }
    if (gap)
      g_string_append (text, digits[0]);
    gap = FALSE;
    if (!(d == 1 && k == 1 && text->len == 0)) /* 十二, not 一十二 */
      g_string_append (text, digits[d]);
    g_string_append (text, units[k]);
  }
  return g_string_free (text, FALSE);
}
