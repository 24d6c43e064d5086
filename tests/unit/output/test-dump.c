#include "help/fixture.h"
#include "output/dump.h"

#include <string.h>

static void assert_has_line (const char *dump, const char *line)
{
  char *wanted = g_strconcat ("\n", line, "\n", NULL), *framed = g_strconcat ("\n", dump, NULL);
  if (!strstr (framed, wanted))
    g_error ("no line “%s” in\n%s", line, dump);
  g_free (wanted);
  g_free (framed);
}

static char *dump_fixture (const char *what)
{
  TzDoc *doc = tz_fixture_doc ();
  TzLayout *layout = tz_fixture_layout (doc, 60 * TZ_PT, 2);
  char *dump = tz_dump (layout, what);
  tz_fixture_layout_free (layout);
  tz_doc_free (doc);
  return dump;
}

static void test_merges_are_pictured (void)
{
  char *dump = dump_fixture ("grid");
  assert_has_line (dump, "row 1 oo<oo head");
  assert_has_line (dump, "row 2 ^oo^^ head");
  assert_has_line (dump, "row 3 o<<<< section keep-next");
  assert_has_line (dump, "row 5 ^^ooo whole at least 40.00");
  g_free (dump);
}

static void test_block_and_gap_are_pictured (void)
{
  TzGrid *grid = tz_grid_new (3);
  TzCellStyle style = tz_fixture_style (TZ_CELL_BODY);
  int body = tz_grid_add_style (grid, &style);
  tz_grid_add_row (grid, 0, 0);
  tz_grid_add_row (grid, 0, 0);
  tz_grid_put (grid, 0, 0, 2, 2, body, "x");
  char *dump = tz_dump_grid (grid);
  assert_has_line (dump, "row 1 o<.");
  assert_has_line (dump, "row 2 ^`.");
  assert_has_line (dump, "  A1:B2 s0 \"x\"");
  g_free (dump);
  tz_grid_free (grid);
}

static void test_texts_are_escaped (void)
{
  TzGrid *grid = tz_grid_new (1);
  TzCellStyle style = tz_fixture_style (TZ_CELL_BODY);
  int body = tz_grid_add_style (grid, &style);
  tz_grid_add_row (grid, 0, 0);
  tz_grid_put (grid, 0, 0, 1, 1, body, "甲\n\"乙\"\\\t\xE3\x80\x80 .");
  tz_grid_set_corner (grid, 0, "角");
  char *dump = tz_dump_grid (grid);
  assert_has_line (dump, "  A1 s0 \"甲\\n\\\"乙\\\"\\\\\\u{9}\\u{3000} .\" corner \"角\"");
  g_free (dump);
  tz_grid_free (grid);
}

static void test_grid_names_styles (void)
{
  char *dump = dump_fixture ("grid");
  assert_has_line (dump, "style s0 head hei 10.00/14.00 center middle pad 2.00x1.00");
  assert_has_line (dump, "style s1 section song 10.00/14.00 bold justify middle pad 2.00x1.00");
  assert_has_line (dump, "above hei 10.00/14.00 center repeat \"重点任务台账\"");
  assert_has_line (dump, "  B4:B5 s2 \"压减时间\"");
  g_free (dump);
}

static void test_table_shows_sizes_and_lines (void)
{
  char *dump = dump_fixture ("table");
  assert_has_line (dump, "paper A4 841.89x595.28");
  assert_has_line (dump, "widths 60.00 60.00 60.00 60.00 60.00");
  assert_has_line (dump, "row 4 ooooo height 30.00");
  assert_has_line (dump, "  C5 lines 3");
  assert_has_line (dump, "    line 50.00 \"第二段“引\"");
  g_free (dump);
}

static void test_pages_show_positions (void)
{
  char *dump = dump_fixture ("pages");
  assert_has_line (dump, "outline 1 page 1 y 20.00 \"一、总体要求\"");
  assert_has_line (dump, "page 2 size 841.89x595.28");
  assert_has_line (dump, "  rule 10.00 20.00 to 40.00 20.00 thick 0.50");
  assert_has_line (dump, "  text 12.00 22.25 size 10.00 width 20.00 \"序号\"");
  g_free (dump);
}

/* Every byte, so that a change of form is noticed. */
static void test_grid_golden (void)
{
  TzGrid *grid = tz_grid_new (2);
  TzCellStyle style = tz_fixture_style (TZ_CELL_BODY);
  style.text.shrink_floor = 8 * TZ_PT;
  style.type = TZ_VALUE_PERCENT;
  style.background = 0xFFEE00;
  int body = tz_grid_add_style (grid, &style);
  *tz_grid_column (grid, 0) =
      (TzColumn){ .policy = TZ_WIDTH_FIXED, .width = 30 * TZ_PT + TZ_PT / 2, .key = TRUE };
  tz_grid_add_row (grid, TZ_ROW_TOTAL, 0);
  tz_grid_put (grid, 0, 0, 1, 2, body, "67%");
  char *dump = tz_dump_grid (grid);
  g_assert_cmpstr (
      dump, ==,
      "grid 2 columns, 1 rows, 0 head repeated, continued repeat, rules outer 1.00 inner 0.50\n"
      "column 1 fixed 30.50 key\n"
      "column 2 auto floor 0.00 weight 1.00\n"
      "style s0 body song 10.00/14.00 justify shrink 8.00 middle pad 2.00x1.00 type percent on #FFEE00\n"
      "row 1 o< total\n"
      "  A1:B1 s0 \"67%\"\n");
  g_free (dump);
  tz_grid_free (grid);
}

/* Texts side by side, and a label's level. */
static void test_parts_and_levels (void)
{
  TzDoc *doc = tz_fixture_table (0, 1);
  TzTable *table = ((TzBlock *)doc->blocks->pdata[0])->table;
  TzCellStyle style = tz_fixture_style (TZ_CELL_BODY);
  const char *const texts[] = { "填表人：甲", "审核人：乙", NULL };
  tz_table_add_parts_below (table, texts, &style.text);
  style.indent = 20 * TZ_PT;
  tz_grid_add_row (table->grid, 0, 0);
  tz_grid_put (table->grid, 1, 0, 1, 1, tz_grid_add_style (table->grid, &style), "其中");
  TzLayout *layout = tz_fixture_layout (doc, 60 * TZ_PT, 0);
  char *dump = tz_dump (layout, "grid");
  g_assert_nonnull (strstr (dump, "below song 10.00/14.00 justify \"填表人：甲\" | \"审核人：乙\"\n"));
  g_assert_nonnull (strstr (dump, " pad 2.00x1.00 inset 20.00\n"));
  g_free (dump);
  tz_fixture_layout_free (layout);
  tz_doc_free (doc);
}

static void test_unknown_product (void)
{
  g_assert_null (dump_fixture ("cells"));
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dump/merges-are-pictured", test_merges_are_pictured);
  g_test_add_func ("/dump/block-and-gap-are-pictured", test_block_and_gap_are_pictured);
  g_test_add_func ("/dump/texts-are-escaped", test_texts_are_escaped);
  g_test_add_func ("/dump/grid-names-styles", test_grid_names_styles);
  g_test_add_func ("/dump/table-shows-sizes-and-lines", test_table_shows_sizes_and_lines);
  g_test_add_func ("/dump/pages-show-positions", test_pages_show_positions);
  g_test_add_func ("/dump/grid-golden", test_grid_golden);
  g_test_add_func ("/dump/parts-and-levels", test_parts_and_levels);
  g_test_add_func ("/dump/unknown-product", test_unknown_product);
  return g_test_run ();
}
