/* The table that stands beside a chart: its values, as the chart has them. */
#include "content/chart_table.h"

#include "help/sketch.h"

static TzChart *chart_of (TzChartKind kind, const char *unit, int n_series)
{
  static const char *const names[] = { "已完成", "逾期", "进行中" };
  TzChart *chart = tz_chart_new (kind, "small", "图1 情况", unit);
  chart->axis = g_strdup ("责任单位");
  chart->label_style.size = 9 * TZ_PT;
  for (int i = 0; i < n_series; i++)
    tz_chart_add_series (chart, names[i], (TzTone)i);
  return chart;
}

static void add (TzChart *chart, const char *category, const int *values)
{
  tz_chart_add_category (chart, category);
  for (guint i = 0; i < chart->series->len; i++)
    g_array_append_val (((TzChartSeries *)chart->series->pdata[i])->values, values[i]);
}

/* Rows separated by LF, cells by |. */
static void assert_cells (TzChart *take_chart, const char *expected)
{
  TzTable *table = tz_chart_table (take_chart);
  GString *text = g_string_new (NULL);
  for (int row = 0; row < tz_grid_n_rows (table->grid); row++)
    for (int col = 0; col < tz_grid_n_cols (table->grid); col++)
      g_string_append_printf (text, "%s%s",
                              col > 0   ? "|"
                              : row > 0 ? "\n"
                                        : "",
                              tz_grid_cell (table->grid, tz_grid_index_at (table->grid, row, col))->text);
  g_assert_cmpstr (text->str, ==, expected);
  g_string_free (text, TRUE);
  tz_table_free (table);
  tz_chart_free (take_chart);
}

/* A row a category, a column a series, and the whole of what is stacked. */
static void test_stacked (void)
{
  TzChart *chart = chart_of (TZ_CHART_BARS, "项", 2);
  add (chart, "甲局", (const int[]){ 3, 4 });
  add (chart, "乙局", (const int[]){ 0, 1 });
  assert_cells (chart, "责任单位|已完成|逾期|合计\n甲局|3|4|7\n乙局|0|1|1");
}

static void test_one_series_has_no_sum (void)
{
  TzChart *chart = chart_of (TZ_CHART_BARS, "项", 1);
  add (chart, "甲局", (const int[]){ 3 });
  assert_cells (chart, "责任单位|已完成\n甲局|3");
}

/* Lines and times are not parts of a whole; the days of a calendar are. */
static void test_kinds_with_a_sum (void)
{
  static const struct {
    TzChartKind kind;
    int columns;
  } kinds[] = {
    { TZ_CHART_BARS, 4 }, { TZ_CHART_PROGRESS, 3 }, { TZ_CHART_TREND, 3 }, { TZ_CHART_CALENDAR, 4 }
  };
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    TzChart *chart = chart_of (kinds[i].kind, "项", 2);
    TzTable *table = tz_chart_table (chart);
    g_assert_cmpint (tz_grid_n_cols (table->grid), ==, kinds[i].columns);
    tz_table_free (table);
    tz_chart_free (chart);
  }
}

/* What nobody reported is an empty cell, and takes nothing from the sum. */
static void test_unknown (void)
{
  TzChart *chart = chart_of (TZ_CHART_BARS, "项", 2);
  add (chart, "甲局", (const int[]){ TZ_CHART_UNKNOWN, 4 });
  assert_cells (chart, "责任单位|已完成|逾期|合计\n甲局||4|4");
}

/* Percentages are counted in tenths. */
static void test_percent (void)
{
  TzChart *chart = chart_of (TZ_CHART_PROGRESS, "%", 2);
  add (chart, "甲局", (const int[]){ 455, 1000 });
  assert_cells (chart, "责任单位|已完成|逾期\n甲局|45.5%|100.0%");
}

static const TzCellStyle *style_at (const TzTable *table, int row, int col)
{
  const TzCell *cell = tz_grid_cell (table->grid, tz_grid_index_at (table->grid, row, col));
  return tz_grid_style (table->grid, cell->style);
}

/* Numbers stay numbers in a workbook. */
static void test_types (void)
{
  static const struct {
    const char *unit;
    TzValueType type;
  } units[] = { { "项", TZ_VALUE_NUMBER }, { "%", TZ_VALUE_PERCENT }, { NULL, TZ_VALUE_NUMBER } };
  for (guint i = 0; i < G_N_ELEMENTS (units); i++) {
    TzChart *chart = chart_of (TZ_CHART_TREND, units[i].unit, 1);
    add (chart, "甲局", (const int[]){ 3 });
    TzTable *table = tz_chart_table (chart);
    g_assert_cmpint (style_at (table, 1, 1)->type, ==, units[i].type);
    g_assert_cmpint (style_at (table, 1, 0)->type, ==, TZ_VALUE_TEXT);
    g_assert_cmpint (style_at (table, 0, 1)->kind, ==, TZ_CELL_HEAD);
    g_assert_cmpint (style_at (table, 1, 1)->text.align, ==, TZ_ALIGN_CENTER);
    tz_table_free (table);
    tz_chart_free (chart);
  }
}

/* The chart's title above, and the unit, where there is one, at the right. */
static void test_above (void)
{
  TzChart *chart = chart_of (TZ_CHART_BARS, "项", 1), *bare = chart_of (TZ_CHART_BARS, NULL, 1);
  TzTable *table = tz_chart_table (chart), *without = tz_chart_table (bare);
  const TzPara *title = table->above->pdata[0], *unit = table->above->pdata[1];
  g_assert_cmpstr (title->text, ==, "图1 情况");
  g_assert_cmpstr (unit->text, ==, "单位：项");
  g_assert_cmpint (unit->style.align, ==, TZ_ALIGN_RIGHT);
  g_assert_cmpstr (table->sheet_name, ==, "图1 情况");
  g_assert_cmpuint (without->above->len, ==, 1);
  tz_table_free (table);
  tz_table_free (without);
  tz_chart_free (chart);
  tz_chart_free (bare);
}

static void test_head_stays (void)
{
  TzChart *chart = chart_of (TZ_CHART_BARS, "项", 2);
  add (chart, "甲局", (const int[]){ 3, 4 });
  TzTable *table = tz_chart_table (chart);
  g_assert_cmpint (tz_grid_n_head (table->grid), ==, 1);
  g_assert_true (table->freeze);
  g_assert_true (tz_grid_row (table->grid, 1)->flags & TZ_ROW_WHOLE);
  tz_table_free (table);
  tz_chart_free (chart);
}

/* Names get twice the room of numbers, which are capped. */
static void test_columns (void)
{
  TzChart *chart = chart_of (TZ_CHART_BARS, "项", 1);
  TzTable *table = tz_chart_table (chart);
  const TzColumn *name = tz_grid_column (table->grid, 0), *number = tz_grid_column (table->grid, 1);
  g_assert_cmpint (name->floor, ==, 72 * TZ_PT);
  g_assert_cmpint (name->cap, ==, 0);
  g_assert_cmpint (number->floor, ==, 36 * TZ_PT);
  g_assert_cmpint (number->cap, ==, 90 * TZ_PT);
  tz_table_free (table);
  tz_chart_free (chart);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-table/stacked", test_stacked);
  g_test_add_func ("/chart-table/one-series-has-no-sum", test_one_series_has_no_sum);
  g_test_add_func ("/chart-table/kinds-with-a-sum", test_kinds_with_a_sum);
  g_test_add_func ("/chart-table/unknown", test_unknown);
  g_test_add_func ("/chart-table/percent", test_percent);
  g_test_add_func ("/chart-table/types", test_types);
  g_test_add_func ("/chart-table/above", test_above);
  g_test_add_func ("/chart-table/head-stays", test_head_stays);
  g_test_add_func ("/chart-table/columns", test_columns);
  return g_test_run ();
}
