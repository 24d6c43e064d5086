/* Blanks before a label are its level. */
#include "compose/table/grid.h"
#include "compose/table/look.h"
#include "help/office.h"

#include <string.h>

static void assert_indent (const char *text, int indent, const char *rest)
{
  gsize skipped;
  g_assert_cmpint (tz_table_indent (text, &skipped), ==, indent);
  g_assert_cmpstr (text + skipped, ==, rest);
}

static void test_levels (void)
{
  assert_indent ("一、总计", 0, "一、总计");
  assert_indent ("　（一）甲", 1, "（一）甲");
  assert_indent ("　　其中：乙", 2, "其中：乙");
}

static void test_paragraph_is_no_level (void)
{
  assert_indent ("　　一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十", 2,
                 "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十");
  assert_indent ("　　一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一", 0,
                 "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一");
}

/* The grid of CSV, whose blanks are kept, with FORM. */
static TzGrid *grid_of (const char *form, const char *csv)
{
  Office *office = office_new ();
  office_write (office, "form.ini", form);
  TzTemplate *loaded = tz_template_load (office_path (office, "form.ini"), NULL, NULL, office->diag);
  TzRecords *records =
      tz_records_from_first_row (tz_csv_rows (csv, strlen (csv), "data.csv", 0, office->diag), office->diag);
  TzTemplate *adapted = tz_template_adapt (loaded, records, &(TzFormSource){ .stem = "data" }, office->diag);
  TzLedger *ledger = tz_ledger_load (records, tz_template_schema (adapted), office->diag);
  TzGrid *grid = tz_ledger_grid (adapted, ledger, NULL, NULL);
  tz_ledger_free (ledger);
  tz_template_free (adapted);
  tz_records_free (records);
  tz_template_free (loaded);
  office_free (office);
  return grid;
}

static const TzCell *cell_at (const TzGrid *grid, int row, int col)
{
  return tz_grid_cell (grid, tz_grid_index_at (grid, row, col));
}

static const TzCellStyle *style_at (const TzGrid *grid, int row, int col)
{
  return tz_grid_style (grid, cell_at (grid, row, col)->style);
}

static void test_cells_are_indented (void)
{
  TzGrid *grid = grid_of ("[column a]\nsize = 12pt\n[column b]\n", "a,b\n甲,1\n　　乙,2\n");
  g_assert_cmpstr (cell_at (grid, 2, 0)->text, ==, "乙");
  g_assert_cmpint (style_at (grid, 2, 0)->indent, ==, 24 * TZ_PT);
  g_assert_cmpint (style_at (grid, 1, 0)->indent, ==, 0);
  tz_grid_free (grid);
}

/* In the middle levels would not show; the highest one follows the others to the left. */
static void test_levels_stand_on_the_left (void)
{
  TzGrid *grid = grid_of ("[column a]\nalign = center\n[column b]\nalign = center\n", "a,b\n甲,1\n　乙,2\n");
  g_assert_cmpint (style_at (grid, 1, 0)->text.align, ==, TZ_ALIGN_LEFT);
  g_assert_cmpint (style_at (grid, 2, 0)->text.align, ==, TZ_ALIGN_LEFT);
  g_assert_cmpint (style_at (grid, 1, 1)->text.align, ==, TZ_ALIGN_CENTER);
  tz_grid_free (grid);
}

int main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indent/levels", test_levels);
  g_test_add_func ("/indent/paragraph-is-no-level", test_paragraph_is_no_level);
  g_test_add_func ("/indent/cells", test_cells_are_indented);
  g_test_add_func ("/indent/levels-stand-on-the-left", test_levels_stand_on_the_left);
  return g_test_run ();
}
