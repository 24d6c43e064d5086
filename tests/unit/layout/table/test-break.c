/* Where pages end, and what stands on them: lines of 10 pt, columns of five hanzi,
 * pages counted in lines. */
#include "help/cutting.h"

/* ---- whole rows ---- */

static void test_all_fit (void)
{
  assert_cuts (". 甲\n. 乙\n. 丙\n", 3, 3, 0, "1-3");
}

static void test_no_rows (void)
{
  assert_cuts ("h 甲\n", 3, 3, 0, "none");
}

static void test_pages_are_filled (void)
{
  assert_cuts (". 甲\n. 乙\n. 丙\n. 丁\n. 戊\n", 2, 3, 0, "1-2 3-5");
}

static void test_last_row_not_alone (void)
{
  assert_cuts (". 1\n. 2\n. 3\n. 4\n. 5\n. 6\n. 7\n. 8\n. 9\n. 10\n. 11\n", 10, 10, 0, "1-9 10-11");
}

/* A page looks full with nine tenths. */
static void test_little_blank_rather_than_a_cut (void)
{
  assert_cuts (". *185\n. *40\n", 40, 40, 0, "1 2");
  assert_cuts (". *175\n. *40\n", 40, 40, 0, "1-2+ +2");
}

/* Two lines are much of the twelve that the first page has left for the table, but little of a page. */
static void test_table_begins_low (void)
{
  assert_cuts (". *50\n. *50\n", 12, 40, 0, "1 2");
}

static void test_section_is_carried_over (void)
{
  assert_cuts (". 甲\n. 乙\ns 一、\n. 丙\n", 3, 3, 0, "1-2 3-4");
}

static void test_sections_of_two_levels_are_carried_over (void)
{
  assert_cuts (". 甲\ns 一、\ns （一）\n. 丙\n", 3, 3, 0, "1 2-4");
}

/* More headings in a row than a page holds: as few pages as they need. */
static void test_many_sections (void)
{
  assert_cuts ("s 1\ns 2\ns 3\ns 4\ns 5\ns 6\n. 7\n", 3, 3, 0, "1-3 4-6 7");
}

static void test_row_moves_rather_than_leaving_one_line (void)
{
  assert_cuts (". 甲\n. 乙\n. *15\n", 4, 4, 0, "1-2 3");
}

/* However blank the pages, and even if it would save one. */
static void test_whole_row_is_not_cut (void)
{
  assert_cuts ("w *30\nw *30\nw *30\nw *30\nw *30\n", 10, 10, 0, "1 2 3 4 5");
  assert_cuts (". *10\nw *30\n", 7, 7, 0, "1 2");
  assert_cuts (". *10\n. *30\n", 7, 7, 0, "1-2+ +2");
}

static void test_notes_need_room (void)
{
  assert_cuts (". 1\n. 2\n. 3\n. 4\n", 4, 4, 0, "1-4");
  assert_cuts (". 1\n. 2\n. 3\n. 4\n", 4, 4, 1, "1-3 4");
}

/* One long row: its last lines go with the notes. */
static void test_notes_pull_lines_over (void)
{
  assert_cuts (". *50\n", 10, 10, 3, "1+ +1");
}

/* ---- merged cells ---- */

static void test_label_is_repeated (void)
{
  Cutting *k = cutting_new (cutting_grid (". 部|1\n. ^|2\n. ^|3\n. ^|4\n"), 2, 2, 0);
  assert_cutting (k, "1-2 3-4");
  assert_cutting_page (k, 1, "部|3|4");
  cutting_free (k);
}

static void test_label_is_marked (void)
{
  TzGrid *grid = cutting_grid (". 部|1\n. ^|2\n. ^|3\n. ^|4\n");
  tz_grid_set_continued (grid, TZ_CONTINUED_MARK);
  Cutting *k = cutting_new (grid, 2, 2, 0);
  assert_cutting_page (k, 0, "部|1|2");
  assert_cutting_page (k, 1, "部（续）|3|4");
  cutting_free (k);
}

/* 五个字的部（续） needs two lines; its part has one. */
static void test_mark_without_room (void)
{
  TzGrid *grid = cutting_grid (". 五个字的部|1\n. ^|2\n. ^|3\n");
  tz_grid_set_continued (grid, TZ_CONTINUED_MARK);
  Cutting *k = cutting_new (grid, 2, 2, 0);
  assert_cutting_page (k, 1, "五个字的部|3");
  cutting_free (k);
}

static void test_label_is_not_repeated (void)
{
  TzGrid *grid = cutting_grid (". 部|1\n. ^|2\n. ^|3\n. ^|4\n");
  tz_grid_set_continued (grid, TZ_CONTINUED_EMPTY);
  Cutting *k = cutting_new (grid, 2, 2, 0);
  assert_cutting_page (k, 0, "部|1|2");
  assert_cutting_page (k, 1, "3|4");
  cutting_free (k);
}

/* The label's three lines stand in its one row on the first page, which grows. */
static void assert_label_grows (TzContinued continued, const char *second)
{
  TzGrid *grid = cutting_grid (". 甲|乙\n. *15|1\n. ^|*14\n. ^|3\n");
  tz_grid_set_continued (grid, continued);
  Cutting *k = cutting_new (grid, 4, 6, 0);
  assert_cutting (k, "1-2 3-4");
  g_assert_cmpint (cutting_height (k, 1), ==, 30);
  assert_cutting_page (k, 0, "甲|乙|一二三四五/六七八九十/一二三四完|1");
  assert_cutting_page (k, 1, second);
  cutting_free (k);
}

static void test_label_grows_its_part (void)
{
  assert_label_grows (TZ_CONTINUED_REPEAT, "一二三四五/六七八九十/一二三四完|"
                                           "一二三四五/六七八九十/一二三完|3");
  assert_label_grows (TZ_CONTINUED_EMPTY, "一二三四五/六七八九十/一二三完|3");
}

static void test_label_ending_in_cut_row (void)
{
  Cutting *k = cutting_new (cutting_grid (". 部|1\n. ^|*40\n"), 5, 5, 0);
  assert_cutting (k, "1-2+ +2");
  assert_cutting_page (k, 0, "部|1|一二三四五/六七八九十/一二三四五/六七八九十");
  assert_cutting_page (k, 1, "部|一二三四五/六七八九十/一二三四五/六七八九完");
  cutting_free (k);
}

/* Text of twelve lines over two rows that need one each, on pages of five: the rows
 * grow for it, but only as far as a page goes. */
static void test_merged_text_longer_than_pages (void)
{
  Cutting *k = cutting_new (cutting_grid (". *60|1\n. ^|2\n"), 5, 5, 0);
  assert_cutting (k, "1 2+ +2");
  assert_cutting_page (k, 0, "一二三四五/六七八九十/一二三四五/六七八九十/一二三四五|1");
  assert_cutting_page (k, 1, "六七八九十/一二三四五/六七八九十/一二三四五/六七八九十|2");
  assert_cutting_page (k, 2, "一二三四五/六七八九完");
  cutting_free (k);
}

/* The first of those rows begins on a page that holds only part of it. */
static void test_merged_text_begins_low_on_page (void)
{
  Cutting *k = cutting_new (cutting_grid (". 甲|1\n. *60|2\n. ^|3\n"), 5, 5, 0);
  assert_cutting (k, "1-2 3+ +3");
  g_assert_cmpint (cutting_height (k, 1), ==, 40);
  cutting_free (k);
}

/* Of a long merged text, two lines at least stand on each side of a break between rows. */
static void test_merged_text_leaves_two_lines (void)
{
  Cutting *k = cutting_new (cutting_grid (". 甲|1\n. *40|2\n. ^|*35\n"), 2, 8, 0);
  assert_cutting (k, "1-2 3");
  assert_cutting_page (k, 0, "甲|1|2");
  cutting_free (k);
}

static void test_nested_merges (void)
{
  Cutting *k = cutting_new (cutting_grid (". 部|处|1\n. ^|^|2\n. ^|科|3\n. ^|^|4\n"), 3, 3, 0);
  assert_cutting (k, "1-3 4");
  assert_cutting_page (k, 0, "部|处|1|2|科|3");
  assert_cutting_page (k, 1, "部|科|4");
  cutting_free (k);
}

/* ---- heights ---- */

static void test_merged_cell_shares_its_lack (void)
{
  Cutting *k = cutting_new (cutting_grid (". *40|*5\n. ^|*15\n"), 9, 9, 0);
  g_assert_cmpint (k->sized->height[0] / TZ_PT, ==, 20);
  g_assert_cmpint (k->sized->height[1] / TZ_PT, ==, 60);
  cutting_free (k);
}

static void test_row_without_cells_shows (void)
{
  Cutting *k = cutting_new (cutting_grid (". -|-\n"), 9, 9, 0);
  g_assert_cmpint (k->sized->height[0], ==, 6 * TZ_PT);
  cutting_free (k);
}

static TzGrid *handwriting (int height)
{
  TzGrid *grid = tz_grid_new (1);
  TzCellStyle style = sketch_style ();
  int id = tz_grid_add_style (grid, &style);
  tz_grid_column (grid, 0)->width = 50 * TZ_PT;
  for (int r = 0; r < 3; r++) {
    tz_grid_add_row (grid, 0, r == 1 ? height * TZ_PT : 0);
    tz_grid_put (grid, r, 0, 1, 1, id, "甲");
  }
  return grid;
}

static void test_room_for_handwriting (void)
{
  Cutting *k = cutting_new (handwriting (45), 5, 5, 0);
  assert_cutting (k, "1 2 3");
  g_assert_cmpint (cutting_height (k, 1), ==, 45);
  cutting_free (k);
}

static void test_handwriting_taller_than_page (void)
{
  Cutting *k = cutting_new (handwriting (500), 5, 5, 0);
  assert_cutting (k, "1 2 3");
  g_assert_cmpint (cutting_height (k, 1), ==, 50);
  cutting_free (k);
}

/* ---- many ---- */

static void append_rows (GString *rows, int n, const char *row)
{
  for (int i = 0; i < n; i++)
    g_string_append (rows, row);
}

static void test_many_rows (void)
{
  GString *rows = g_string_new (NULL);
  append_rows (rows, 20000, ". 甲|乙\n");
  Cutting *k = cutting_new (cutting_grid (rows->str), 50, 50, 0);
  g_assert_cmpuint (k->cuts->slices->len, ==, 400);
  cutting_free (k);
  g_string_free (rows, TRUE);
}

/* One label over all of 20,000 rows, and long texts going on beside it. */
static void test_many_merged_rows (void)
{
  GString *rows = g_string_new (". 部|*60|甲\n");
  append_rows (rows, 19999, ". ^|^|乙\n");
  Cutting *k = cutting_new (cutting_grid (rows->str), 50, 50, 0);
  g_assert_cmpuint (k->cuts->slices->len, ==, 400);
  cutting_free (k);
  g_string_free (rows, TRUE);
}

static void test_many_lines (void)
{
  Cutting *k = cutting_new (cutting_grid (". *100000\n"), 50, 50, 0);
  g_assert_cmpuint (k->cuts->slices->len, ==, 400);
  cutting_free (k);
}

int main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/break/all-fit", test_all_fit);
  g_test_add_func ("/break/no-rows", test_no_rows);
  g_test_add_func ("/break/pages-are-filled", test_pages_are_filled);
  g_test_add_func ("/break/last-row-not-alone", test_last_row_not_alone);
  g_test_add_func ("/break/little-blank-rather-than-a-cut", test_little_blank_rather_than_a_cut);
  g_test_add_func ("/break/table-begins-low", test_table_begins_low);
  g_test_add_func ("/break/section-is-carried-over", test_section_is_carried_over);
  g_test_add_func ("/break/sections-of-two-levels", test_sections_of_two_levels_are_carried_over);
  g_test_add_func ("/break/many-sections", test_many_sections);
  g_test_add_func ("/break/row-moves-rather-than-leaving-one-line",
                   test_row_moves_rather_than_leaving_one_line);
  g_test_add_func ("/break/whole-row-is-not-cut", test_whole_row_is_not_cut);
  g_test_add_func ("/break/notes-need-room", test_notes_need_room);
  g_test_add_func ("/break/notes-pull-lines-over", test_notes_pull_lines_over);
  g_test_add_func ("/break/label-is-repeated", test_label_is_repeated);
  g_test_add_func ("/break/label-is-marked", test_label_is_marked);
  g_test_add_func ("/break/mark-without-room", test_mark_without_room);
  g_test_add_func ("/break/label-is-not-repeated", test_label_is_not_repeated);
  g_test_add_func ("/break/label-grows-its-part", test_label_grows_its_part);
  g_test_add_func ("/break/label-ending-in-cut-row", test_label_ending_in_cut_row);
  g_test_add_func ("/break/merged-text-longer-than-pages", test_merged_text_longer_than_pages);
  g_test_add_func ("/break/merged-text-begins-low-on-page", test_merged_text_begins_low_on_page);
  g_test_add_func ("/break/merged-text-leaves-two-lines", test_merged_text_leaves_two_lines);
  g_test_add_func ("/break/nested-merges", test_nested_merges);
  g_test_add_func ("/row/merged-cell-shares-its-lack", test_merged_cell_shares_its_lack);
  g_test_add_func ("/row/without-cells", test_row_without_cells_shows);
  g_test_add_func ("/row/handwriting", test_room_for_handwriting);
  g_test_add_func ("/row/handwriting-taller-than-page", test_handwriting_taller_than_page);
  g_test_add_func ("/break/many-rows", test_many_rows);
  g_test_add_func ("/break/many-merged-rows", test_many_merged_rows);
  g_test_add_func ("/break/many-lines", test_many_lines);
  return g_test_run ();
}
