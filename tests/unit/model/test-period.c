/* Periods: names, order, neighbours, days. */
#include "model/period.h"

static void test_parse (void)
{
  static const struct {
    const char *text, *name, *words;
  } cases[] = {
    { "2021Q2", "2021Q2", "2021年第二季度" },
    { "2021q2", "2021Q2", "2021年第二季度" },
    { "2021年二季度", "2021Q2", "2021年第二季度" },
    { "２０２１年第２季度", "2021Q2", "2021年第二季度" },
    { "2021 年 第四季度", "2021Q4", "2021年第四季度" },
    { "2021-Q1", "2021Q1", "2021年第一季度" },
    { "2021H1", "2021H1", "2021年上半年" },
    { "2021年下半年", "2021H2", "2021年下半年" },
    { "2021-06", "2021-06", "2021年6月" },
    { "2021年6月", "2021-06", "2021年6月" },
    { "2021.6", "2021-06", "2021年6月" },
    { "2021年12月份", "2021-12", "2021年12月" },
    { "2021", "2021", "2021年" },
    { "2021年度", "2021", "2021年" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    TzPeriod period;
    g_assert_true (tz_period_parse (cases[i].text, &period));
    g_autofree char *name = tz_period_to_string (&period), *words = tz_period_to_words (&period);
    g_assert_cmpstr (name, ==, cases[i].name);
    g_assert_cmpstr (words, ==, cases[i].words);
  }
}

static void test_none (void)
{
  static const char *const texts[] = {
    "",      "Q2",          "2021Q5",  "2021Q0", "2021-13",  "2021Q", "2021Q2x", "21Q2", "2021年五季度",
    "20210", "2021年6月底", "99999Q1", "2021H3", "2021-6-5", "一季度"
  };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    TzPeriod period;
    g_assert_false (tz_period_parse (texts[i], &period));
  }
}

static TzPeriod period_of (const char *text)
{
  TzPeriod period;
  g_assert_true (tz_period_parse (text, &period));
  return period;
}

static void check_shift (const char *from, int n, const char *expected)
{
  TzPeriod period = period_of (from), shifted = tz_period_shift (&period, n);
  g_autofree char *name = tz_period_to_string (&shifted);
  g_assert_cmpstr (name, ==, expected);
}

static void test_shift (void)
{
  check_shift ("2021Q2", -1, "2021Q1");
  check_shift ("2021Q1", -1, "2020Q4");
  check_shift ("2021Q4", 1, "2022Q1");
  check_shift ("2021-12", 1, "2022-01");
  check_shift ("2021H1", -3, "2019H2");
  check_shift ("2021", 1, "2022");
}

static void test_order (void)
{
  static const char *const sorted[] = { "2020Q4", "2021-01", "2021Q1", "2021-06", "2021Q2", "2021H1", "2021" };
  for (gsize i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (sorted); k++) {
      TzPeriod a = period_of (sorted[i]), b = period_of (sorted[k]);
      g_assert_cmpint (tz_period_compare (&a, &b) < 0, ==, i < k);
      g_assert_cmpint (tz_period_compare (&a, &b) == 0, ==, i == k);
    }
}

static void check_days (const char *text, int first_month, int last_month, int last_day)
{
  TzPeriod period = period_of (text);
  GDate first, last;
  tz_period_first_day (&period, &first);
  tz_period_last_day (&period, &last);
  g_assert_cmpint (g_date_get_month (&first), ==, first_month);
  g_assert_cmpint (g_date_get_day (&first), ==, 1);
  g_assert_cmpint (g_date_get_month (&last), ==, last_month);
  g_assert_cmpint (g_date_get_day (&last), ==, last_day);
}

static void test_days (void)
{
  check_days ("2021Q1", 1, 3, 31);
  check_days ("2021Q2", 4, 6, 30);
  check_days ("2020-02", 2, 2, 29);
  check_days ("2021H2", 7, 12, 31);
  check_days ("2021", 1, 12, 31);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/period/parse", test_parse);
  g_test_add_func ("/period/none", test_none);
  g_test_add_func ("/period/shift", test_shift);
  g_test_add_func ("/period/order", test_order);
  g_test_add_func ("/period/days", test_days);
  return g_test_run ();
}
