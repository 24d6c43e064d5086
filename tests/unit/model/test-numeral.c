#include <glib.h>

#include "model/numeral.h"

static void test_parse (void)
{
  static const struct {
    const char *text;
    int number;
  } cases[] = { { "3", 3 },         { "12.", 12 },       { "３", 3 },    { "（三）", 3 }, { "(十二)", 12 },
                { "二十一、", 21 }, { "一百零五", 105 }, { "第2项", 2 }, { "十", 10 },    { "二〇二一", 2021 },
                { "", -1 },         { "abc", -1 },       { "1.5", -1 },  { "3项目", -1 }, { "1万", -1 },
                { "999999", -1 },   { "——", -1 } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_assert_cmpint (tz_numeral_parse (cases[i].text), ==, cases[i].number);
  }
}

static void test_leading (void)
{
  static const struct {
    const char *text;
    int number;
    gboolean is_han;
  } cases[] = {
    { "二、工作任务", 2, TRUE },  { "（一）总体要求", 1, TRUE }, { "3.保障措施", 3, FALSE },
    { "第三部分 保障", 3, TRUE }, { "第2章", 2, FALSE },         { "1.5万千瓦项目", -1, FALSE },
    { "总体要求", -1, TRUE },     { "一般项目", -1, TRUE },      { "十二个项目", -1, TRUE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    gboolean is_han;
    g_assert_cmpint (tz_numeral_leading (cases[i].text, &is_han), ==, cases[i].number);
    if (cases[i].number > 0)
      g_assert_cmpint (is_han, ==, cases[i].is_han);
  }
}

static void test_round_trip (void)
{
  static const struct {
    int number;
    const char *han;
  } cases[] = { { 1, "一" },         { 10, "十" },        { 12, "十二" },   { 20, "二十" },
                { 101, "一百零一" }, { 110, "一百一十" }, { 2000, "二千" }, { 10010, "一万零一十" } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    char *han = tz_numeral_to_han (cases[i].number);
    g_assert_cmpstr (han, ==, cases[i].han);
    g_assert_cmpint (tz_numeral_parse (han), ==, cases[i].number);
    g_free (han);
  }
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numeral/whole-text", test_parse);
  g_test_add_func ("/numeral/leading-number-of-a-title", test_leading);
  g_test_add_func ("/numeral/hanzi-and-back", test_round_trip);
  return g_test_run ();
}
