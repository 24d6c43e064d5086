/* The grid, and what stands around it. */
#include "help/sketch.h"

static TzGrid *grid_of (const char *rows)
{
  return sketch_grid (rows, 40 * TZ_PT, NULL);
}

static void test_merged_area_is_one_cell (void)
{
  TzGrid *grid = grid_of (". 甲|<|乙\n. ^|<|丙\n");
  g_assert_cmpint (tz_grid_n_cells (grid), ==, 3);
  int index = tz_grid_index_at (grid, 0, 0);
  g_assert_cmpint (tz_grid_index_at (grid, 0, 1), ==, index);
  g_assert_cmpint (tz_grid_index_at (grid, 1, 0), ==, index);
  g_assert_cmpint (tz_grid_index_at (grid, 1, 1), ==, index);
  g_assert_cmpint (tz_grid_cell (grid, index)->row_span, ==, 2);
  g_assert_cmpint (tz_grid_cell (grid, index)->col_span, ==, 2);
  tz_grid_free (grid);
}

static void test_place_without_cell (void)
{
  TzGrid *grid = grid_of (". 甲|-\n");
  g_assert_cmpint (tz_grid_index_at (grid, 0, 1), ==, -1);
  tz_grid_free (grid);
}

static void test_head_rows_are_counted (void)
{
  TzGrid *grid = grid_of ("h 甲\nh 乙\ns 一\n. 丙\n");
  g_assert_cmpint (tz_grid_n_head (grid), ==, 2);
  g_assert_cmpint (tz_grid_n_rows (grid), ==, 4);
  tz_grid_free (grid);
}

static void test_equal_styles_are_one (void)
{
  TzGrid *grid = tz_grid_new (1);
  TzCellStyle style = sketch_style (), other = sketch_style ();
  other.pad_y = 1;
  int first = tz_grid_add_style (grid, &style);
  g_assert_cmpint (tz_grid_add_style (grid, &other), !=, first);
  g_assert_cmpint (tz_grid_add_style (grid, &style), ==, first);
  tz_grid_free (grid);
}

static void test_texts_are_copied (void)
{
  TzGrid *grid = tz_grid_new (1);
  TzCellStyle style = sketch_style ();
  char text[] = "abc";
  tz_grid_add_row (grid, 0, 0);
  tz_grid_put (grid, 0, 0, 1, 1, tz_grid_add_style (grid, &style), text);
  text[0] = 'x';
  g_assert_cmpstr (tz_grid_cell (grid, 0)->text, ==, "abc");
  tz_grid_free (grid);
}

static void test_runs_belong_to_their_cells (void)
{
  TzGrid *grid = grid_of (". 甲甲|乙|丙\n. 丁|戊戊|己\n");
  TzTextRun first = { .start = 0, .end = 3, .bold = TRUE }, second = { .start = 3, .end = 6, .bold = TRUE };
  gboolean kept[] = { FALSE, TRUE, TRUE };
  int n;
  tz_grid_set_runs (grid, 0, &first, 1);
  tz_grid_set_runs (grid, 4, &second, 1);
  g_assert_cmpuint (tz_grid_runs (grid, 0, &n)->end, ==, 3);
  g_assert_null (tz_grid_runs (grid, 3, &n));
  g_assert_cmpint (n, ==, 0);
  g_assert_cmpuint (tz_grid_runs (grid, 4, &n)->start, ==, 3);
  TzGrid *panel = tz_grid_panel (grid, kept);
  g_assert_null (tz_grid_runs (panel, 0, &n));
  g_assert_cmpuint (tz_grid_runs (panel, tz_grid_index_at (panel, 1, 0), &n)->start, ==, 3);
  tz_grid_free (panel);
  tz_grid_free (grid);
}

static void test_values_belong_to_their_cells (void)
{
  TzGrid *grid = grid_of (". 甲|8|丙\n. 丁|￥5|己\n");
  gboolean kept[] = { FALSE, TRUE, TRUE };
  double value = 0;
  const char *format = NULL;
  tz_grid_set_value (grid, 1, 8.25, "0");
  tz_grid_set_value (grid, 4, 5, "\"￥\"0");
  g_assert_false (tz_grid_value (grid, 0, &value, &format));
  g_assert_false (tz_grid_value (grid, 2, &value, &format));
  g_assert_true (tz_grid_value (grid, 1, &value, &format));
  g_assert_cmpfloat (value, ==, 8.25);
  TzGrid *panel = tz_grid_panel (grid, kept);
  g_assert_true (tz_grid_value (panel, tz_grid_index_at (panel, 1, 0), &value, &format));
  g_assert_cmpstr (format, ==, "\"￥\"0");
  g_assert_false (tz_grid_value (panel, tz_grid_index_at (panel, 1, 1), &value, &format));
  tz_grid_free (panel);
  tz_grid_free (grid);
}

static void test_panel_keeps_columns (void)
{
  TzGrid *grid = grid_of ("h 序号|指标|<|<\nh ^|甲|乙|丙\n. 1|2|3|4\n. 5|6|<|-\n");
  gboolean kept[] = { TRUE, FALSE, TRUE, TRUE };
  TzGrid *panel = tz_grid_panel (grid, kept);
  g_assert_cmpint (tz_grid_n_cols (panel), ==, 3);
  g_assert_cmpint (tz_grid_n_head (panel), ==, 2);
  const TzCell *heading = tz_grid_cell (panel, tz_grid_index_at (panel, 0, 1));
  g_assert_cmpstr (heading->text, ==, "指标");
  g_assert_cmpint (heading->col_span, ==, 2);
  g_assert_cmpint (tz_grid_index_at (panel, 0, 0), ==, tz_grid_index_at (panel, 1, 0));
  g_assert_cmpstr (tz_grid_cell (panel, tz_grid_index_at (panel, 2, 2))->text, ==, "4");
  g_assert_cmpstr (tz_grid_cell (panel, tz_grid_index_at (panel, 3, 1))->text, ==, "6");
  g_assert_cmpint (tz_grid_index_at (panel, 3, 2), ==, -1);
  tz_grid_free (panel);
  tz_grid_free (grid);
}

static void assert_paper (const char *text, gboolean landscape, int width, int height)
{
  TzPaper paper;
  g_assert_true (tz_paper_parse (text, landscape, &paper));
  g_assert_cmpint (paper.width, ==, tz_len_from_mm (width));
  g_assert_cmpint (paper.height, ==, tz_len_from_mm (height));
}

static void test_papers (void)
{
  assert_paper ("A4", FALSE, 210, 297);
  assert_paper ("a3", TRUE, 420, 297);
  assert_paper ("16开", FALSE, 184, 260);
  assert_paper ("210x297mm", FALSE, 210, 297);
  assert_paper ("100X200", TRUE, 200, 100);
}

static void test_no_papers (void)
{
  static const char *const texts[] = { "",          "A9",    "210",      "210x",   "x297",
                                       "210x297cm", "10x10", "9000x100", "nanxnan" };
  TzPaper paper;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (tz_paper_parse (texts[i], FALSE, &paper));
}

int main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grid/merged-area-is-one-cell", test_merged_area_is_one_cell);
  g_test_add_func ("/grid/place-without-cell", test_place_without_cell);
  g_test_add_func ("/grid/head-rows-are-counted", test_head_rows_are_counted);
  g_test_add_func ("/grid/equal-styles-are-one", test_equal_styles_are_one);
  g_test_add_func ("/grid/texts-are-copied", test_texts_are_copied);
  g_test_add_func ("/grid/panel-keeps-columns", test_panel_keeps_columns);
  g_test_add_func ("/paper/known", test_papers);
  g_test_add_func ("/paper/unknown", test_no_papers);
  g_test_add_func ("/grid/runs", test_runs_belong_to_their_cells);
  g_test_add_func ("/grid/values-belong-to-their-cells", test_values_belong_to_their_cells);
  return g_test_run ();
}
