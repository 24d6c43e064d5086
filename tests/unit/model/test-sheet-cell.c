/* What single cells are by their texts, and the words that tell rows apart. */
#include <glib.h>

#include "model/sheet_cell.h"
#include "model/sheet_words.h"

static void test_kinds (void)
{
  static const struct {
    TzCellKind kind;
    const char *texts[14]; /* NULL-ended */
  } cases[] = {
    { TZ_CELL_EMPTY, { "", "　", " " } },
    { TZ_CELL_NUMBER,
      { "3", "1,286.40", "-2.6", "+4.1", "（12）", "95.06%", "3 000", "≥85%", "不低于0.5%", "12万元",
        "3—5个工作日", "￥1200", "8.5 \\3" } },
    { TZ_CELL_YEAR, { "2021", "1998年", "2007.0", "2020 \\1" } },
    { TZ_CELL_DATE,
      { "2021-06-30", "2021年6月底前", "6月30日", "30/06/2021", "2018—2022", "2021.10.1", "5月", "2021Q3" } },
    { TZ_CELL_MARK, { "—", "…", "--", "(NA)", "(X)", "无", "/", "n/a", "缺考" } },
    { TZ_CELL_FOOTMARK, { "\\1", "[2]", "3/" } },
    { TZ_CELL_CODE, { "001", "110101199001011234", "13800000000", "S261", "HT-2022-001" } },
    { TZ_CELL_WORDS, { "更换配电箱", "Total", "2021年投资", "3项任务", "（人）", "第1号", "10.0.0.1号机" } },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int k = 0; cases[i].texts[k] != NULL; k++)
      if (tz_cell_kind (cases[i].texts[k]) != cases[i].kind)
        g_error ("“%s” is of kind %d, not %d", cases[i].texts[k], tz_cell_kind (cases[i].texts[k]),
                 cases[i].kind);
}

static void test_values (void)
{
  static const struct {
    const char *text;
    double value;
    int places;
  } cases[] = { { "1,286.40", 1286.4, 1 }, { "-2.6", -2.6, 1 }, { "（12）", -12, 0 },
                { "95.06%", 95.06, 2 },    { "￥30", 30, 0 },   { "２１", 21, 0 } };
  double value;
  int places;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_assert_true (tz_cell_value (cases[i].text, &value, &places));
    g_assert_cmpfloat_with_epsilon (value, cases[i].value, 1e-9);
    g_assert_cmpint (places, ==, cases[i].places);
  }
  g_assert_false (tz_cell_value ("3—5", &value, &places));
  g_assert_false (tz_cell_value ("若干", &value, &places));
}

static void test_fold (void)
{
  static const char *const cases[][2] = {
    { "总　计", "总计" }, { "单位：万元", "单位:万元" }, { "Grand  Total", "grand total" }, { " 表 1 ", "表1" }
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    char folded[32];
    tz_cell_fold (cases[i][0], folded, sizeof folded);
    g_assert_cmpstr (folded, ==, cases[i][1]);
  }
  char small[8];
  tz_cell_fold ("甲乙丙丁", small, sizeof small);
  g_assert_cmpstr (small, ==, "甲乙");
}

static void test_words (void)
{
  static const struct {
    guint word;
    const char *yes[8], *no[6]; /* NULL-ended */
  } cases[] = {
    { TZ_WORD_LABEL, { "附件2", "附表1-2:", "表3", "公开05表", "table 12. x" }, { "表格", "表", "附件名称" } },
    { TZ_WORD_UNIT, { "单位:万元", "计量单位:人", "thousands" }, { "单位", "责任单位" } },
    { TZ_WORD_NOTE, { "注:甲", "备注:乙", "资料来源:丙", "source: x", "*不含" }, { "备注", "注册资本" } },
    { TZ_WORD_SIGN, { "填表人:甲某", "审核:乙", "负责人:丙" }, { "负责人", "联系人" } },
    { TZ_WORD_TOTAL,
      { "合计", "合计(7个)", "全市小计:", "总分", "本年收入合计", "total \\3", "manufacturing, total" },
      { "percent of total", "会计", "设计" } },
    { TZ_WORD_COLUMN, { "序号", "责任单位", "金额(元)", "备注" }, { "填报单位:", "甲镇" } },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    for (int k = 0; cases[i].yes[k] != NULL; k++)
      g_assert_true ((tz_sheet_words (cases[i].yes[k]) & cases[i].word) != 0);
    for (int k = 0; cases[i].no[k] != NULL; k++)
      g_assert_true ((tz_sheet_words (cases[i].no[k]) & cases[i].word) == 0);
  }
}

static void test_numbering (void)
{
  static const struct {
    const char *text;
    TzNumbering numbering;
    int number;
    gboolean whole;
  } cases[] = { { "一", TZ_NUMBERING_HAN, 1, TRUE },           { "二、交通类", TZ_NUMBERING_HAN, 2, FALSE },
                { "(三)", TZ_NUMBERING_BRACKET, 3, TRUE },     { "4.清运", TZ_NUMBERING_ARABIC, 4, FALSE },
                { "(5)", TZ_NUMBERING_INNER, 5, TRUE },        { "⑥摸底", TZ_NUMBERING_INNER, 6, FALSE },
                { "第七章 附则", TZ_NUMBERING_PART, 7, FALSE } };
  int number;
  gboolean whole;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_assert_cmpint (tz_sheet_numbering (cases[i].text, &number, &whole), ==, cases[i].numbering);
    g_assert_cmpint (number, ==, cases[i].number);
    g_assert_cmpint (whole, ==, cases[i].whole);
  }
  g_assert_cmpint (tz_sheet_numbering ("一般项目", &number, &whole), ==, TZ_NUMBERING_NONE);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-cell/kinds", test_kinds);
  g_test_add_func ("/sheet-cell/values", test_values);
  g_test_add_func ("/sheet-cell/folded", test_fold);
  g_test_add_func ("/sheet-cell/words", test_words);
  g_test_add_func ("/sheet-cell/numbering", test_numbering);
  return g_test_run ();
}
