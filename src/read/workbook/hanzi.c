/* Numbers in hanzi, as [DBNum1] and the like ask for. */
#include "read/workbook/format_data.h"

#include <string.h>

static const char *const figures[][10] = {
  { "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九" },
  { "零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖" },
  { "０", "１", "２", "３", "４", "５", "６", "７", "８", "９" },
};
static const char *const tens[][4] = { { "", "十", "百", "千" }, { "", "拾", "佰", "仟" } };
static const char *const groups[] = { "", "万", "亿", "万亿" };

/* Up to four DIGITS: 一百零二. LEADS: nothing stands before them. */
static void add_group (const char *digits, int n, int form, gboolean leads, GString *out)
{
  gboolean gap = FALSE, any = !leads;
  for (int i = 0; i < n; i++) {
    int digit = digits[i] - '0', place = n - 1 - i;
    if (digit == 0) {
      gap = TRUE;
      continue;
    }
    if (gap && any)
      g_string_append (out, form == 1 ? "零" : figures[form - 1][0]);
    /* 十二, but 一百一十二; capital numerals always name the one. */
    if (!(form == 1 && digit == 1 && place == 1 && !any))
      g_string_append (out, figures[form - 1][digit]);
    g_string_append (out, tens[form - 1][place]);
    gap = FALSE;
    any = TRUE;
  }
}

static void add_number (const char *digits, int n, int form, GString *out)
{
  gboolean leads = TRUE, gap = FALSE;
  gsize start = out->len;
  for (int i = 0; i < n;) {
    int left = n - i, size = left % 4 == 0 ? 4 : left % 4;
    gboolean empty = strspn (digits + i, "0") >= (gsize)size;
    if (!empty) {
      if (gap && digits[i] != '0')
        g_string_append (out, "零");
      add_group (digits + i, size, form, leads, out);
      g_string_append (out, groups[(left - size) / 4]);
      leads = FALSE;
    }
    gap = empty && !leads;
    i += size;
  }
  if (out->len == start)
    g_string_append (out, form == 1 ? "〇" : "零");
}

void tz_format_hanzi (const char *digits, int form, gboolean as_number, GString *out)
{
  for (const char *p = digits; *p != '\0';) {
    int n = (int)strspn (p, "0123456789");
    gboolean behind_point = p > digits && p[-1] == '.';
    if (n == 0) {
      g_string_append_c (out, *p++);
    } else if (as_number && form <= 2 && n <= 16 && !behind_point) {
      add_number (p, n, form, out);
      p += n;
    } else {
      for (; n > 0; n--, p++)
        g_string_append (out, figures[form - 1][*p - '0']);
    }
  }
}
