/* What titles say of their columns. */
#include "model/title.h"

static void check (gboolean (*says) (const char *), const char *const *yes, const char *const *no)
{
  for (; *yes; yes++)
    if (!says (*yes))
      g_error ("“%s” does not say so", *yes);
  for (; *no; no++)
    if (says (*no))
      g_error ("“%s” says so", *no);
}

static void test_codes (void)
{
  static const char *const yes[] = { "编号",   "身份证号码", "联系电话",     "电话2",    "手机（必填）",
                                     "年份",   "文 号",      "邮编",         "所属年度", "Phone",
                                     "ID No.", "人员/工号",  "Project code", NULL };
  static const char *const no[] = { "序号", "年度投资",        "电话数量", "户数", "Paid",
                                    "号召", "Number of sites", "",         NULL };
  check (tz_title_names_codes, yes, no);
}

static void test_days (void)
{
  static const char *const yes[] = { "完成时限", "开工日期", "Due date", NULL };
  static const char *const no[] = { "时数", "天数", NULL };
  check (tz_title_names_days, yes, no);
}

static void test_amounts (void)
{
  static const char *const yes[] = { "投资（万元）", "数 量", "Unit price", NULL };
  static const char *const no[] = { "完成时限", "备注", NULL };
  check (tz_title_names_amounts, yes, no);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/title/codes", test_codes);
  g_test_add_func ("/title/days", test_days);
  g_test_add_func ("/title/amounts", test_amounts);
  return g_test_run ();
}
