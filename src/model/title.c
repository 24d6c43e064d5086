#include "model/title.h"

#include "base/utf8.h"

#include <string.h>

/* TITLE in small letters and half width, without blanks, without what stands in brackets at its end and without
 * figures behind (电话2). g_free. */
static char *core_of (const char *title)
{
  g_autofree char *squeezed = tz_utf8_squeeze (title, "");
  const char *level = strrchr (squeezed, '/'); /* the lowest of a head with several */
  char *core = g_utf8_strdown (level ? level + 1 : squeezed, -1), *bracket = strrchr (core, '(');
  if (bracket && bracket > core && g_str_has_suffix (core, ")"))
    *bracket = '\0';
  gsize n = strlen (core);
  while (n > 0 && g_ascii_isdigit (core[n - 1]))
    n--;
  core[n] = '\0';
  return core;
}

static gboolean ends_with (const char *text, const char *const *words)
{
  for (; *words; words++)
    if (g_str_has_suffix (text, *words))
      return TRUE;
  return FALSE;
}

static gboolean contains (const char *text, const char *const *words)
{
  for (; *words; words++)
    if (strstr (text, *words))
      return TRUE;
  return FALSE;
}

/* Latin letters are short, and ends of other words: paid, piano. Blanks are gone. */
static gboolean is_latin_code (const char *core)
{
  static const char *const whole[] = { "no", "no.", "id",   "tel",  "fax",    "zip",    "year",
                                       "sn", "qq",  "isbn", "code", "number", "mobile", NULL };
  static const char *const ends[] = { "phone",  "telephone", "code",       "phoneno.", "idno.",  "phonenumber",
                                      "idcard", "serialno.", "fiscalyear", "zipcode",  "mobile", NULL };
  return g_strv_contains (whole, core) || ends_with (core, ends);
}

gboolean tz_title_names_codes (const char *title)
{
  static const char *const ends[] = { "号",   "码",   "年份", "年度",   "电话",     "手机", "传真", "邮编",
                                      "编码", "代码", "文号", "身份证", "联系方式", "微信", NULL };
  static const char *const rows[] = { "序号", "行号", NULL };
  g_autofree char *core = core_of (title);
  return (ends_with (core, ends) && !ends_with (core, rows)) || is_latin_code (core);
}

gboolean tz_title_names_days (const char *title)
{
  static const char *const words[] = { "日期", "时限", "时间", "期限", "date", NULL };
  g_autofree char *core = core_of (title);
  return contains (core, words);
}

gboolean tz_title_names_amounts (const char *title)
{
  static const char *const words[] = { "元",     "金额", "投资",  "资金",  "预算", "决算",
                                       "收入",   "支出", "产值",  "单价",  "数量", "面积",
                                       "amount", "cost", "price", "total", NULL };
  g_autofree char *all = tz_utf8_squeeze (title, ""), *folded = g_utf8_strdown (all, -1);
  return contains (folded, words);
}
