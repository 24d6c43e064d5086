/* Texts side by side share the columns of a worksheet. */
#include "output/xlsx/parts.h"

#include "help/fixture.h"
#include "output/xlsx/break.h"

/* The columns of each of PARTS, separated by "|", over N_COLS columns of WIDTH points: "0-2 3-5"; "": none, the
 * texts had better stand in a row. */
static void assert_columns (const char *parts, int n_cols, int width, const char *expected)
{
  TzDoc *doc = tz_fixture_table (1, n_cols);
  TzTable *table = ((TzBlock *)doc->blocks->pdata[0])->table;
  TzTextStyle style = tz_fixture_style (TZ_CELL_BODY).text;
  g_auto (GStrv) texts = g_strsplit (parts, "|", -1);
  const TzPara *para = tz_table_add_parts_above (table, (const char *const *)texts, &style);
  TzLayout *layout = tz_fixture_layout (doc, width * TZ_PT, 0);
  TzXlsxSheetPlan plan = { .sized = tz_layout_sized (layout, 0), .n_cols = n_cols, .widen = 1 };
  plan.pixels = n_cols * width * 4 / 3;
  plan.rows = g_array_new (FALSE, FALSE, sizeof (TzXlsxRow));
  TzXlsxParaCell cells[8];
  double height = tz_xlsx_plan_parts (&plan, para, cells);
  GString *got = g_string_new (NULL);
  for (int i = 0; height > 0 && texts[i]; i++)
    g_string_append_printf (got, "%s%d-%d", i > 0 ? " " : "", cells[i].col0, cells[i].col1);
  g_assert_cmpstr (got->str, ==, expected);
  g_string_free (got, TRUE);
  g_array_unref (plan.rows);
  tz_fixture_layout_free (layout);
  tz_doc_free (doc);
}

static void test_halves (void)
{
  assert_columns ("甲|乙", 6, 60, "0-2 3-5");
}

static void test_thirds (void)
{
  assert_columns ("甲|乙|丙", 6, 60, "0-1 2-3 4-5");
}

/* Thirteen hanzi need three columns. */
static void test_a_long_text_takes_more (void)
{
  assert_columns ("填报单位：某某市能源与发展局|乙|丙", 6, 60, "0-2 3-3 4-5");
}

static void test_too_few_columns (void)
{
  assert_columns ("甲|乙|丙", 2, 60, "");
}

/* Beside each other they would take two lines each, in a row one. */
static void test_better_in_a_row (void)
{
  assert_columns ("一二三四五六|七|八", 3, 60, "");
}

int main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parts/halves", test_halves);
  g_test_add_func ("/parts/thirds", test_thirds);
  g_test_add_func ("/parts/a-long-text-takes-more", test_a_long_text_takes_more);
  g_test_add_func ("/parts/too-few-columns", test_too_few_columns);
  g_test_add_func ("/parts/better-in-a-row", test_better_in_a_row);
  return g_test_run ();
}
