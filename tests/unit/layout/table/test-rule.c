/* What is drawn of a table: rules, boxes and where texts stand in them. Lines are
 * 10 pt, columns 50 pt, the table's corner is at 0, 0; rules are 2 and 1 pt. */
#include "help/sketch.h"

#include <string.h>

typedef struct {
  Toy *toy;
  TzMeasure measure;
  TzDoc *doc;
  TzSized *sized;
  TzCuts *cuts;
  TzPages *pages;
} Drawn;

static Drawn *draw (TzGrid *take_grid, int lines_a_page, gboolean double_head)
{
  Drawn *d = g_new0 (Drawn, 1);
  TzRules rules = { .outer = 2 * TZ_PT, .inner = TZ_PT, .double_head = double_head };
  tz_grid_set_rules (take_grid, &rules);
  d->toy = toy_new ();
  d->measure = toy_measure (d->toy);
  d->doc = sketch_doc (take_grid, 0, 0);
  TzLen *edges = g_new0 (TzLen, tz_grid_n_cols (take_grid) + 1);
  for (int c = 0; c < tz_grid_n_cols (take_grid); c++)
    edges[c + 1] = edges[c] + tz_grid_get_column (take_grid, c)->width;
  d->sized = tz_sized_new (sketch_table (d->doc), edges, &d->measure);
  TzRoom room = { .first = lines_a_page * 10 * TZ_PT, .later = lines_a_page * 10 * TZ_PT };
  d->cuts = tz_cuts_new (d->sized, &room);
  d->pages = tz_pages_new ();
  for (guint i = 0; i < d->cuts->slices->len; i++)
    tz_table_draw (d->sized, d->cuts, (int)i, TRUE, tz_pages_add (d->pages, 0, 0), 0, 0, &d->measure);
  return d;
}

static void drawn_free (Drawn *d)
{
  tz_pages_free (d->pages);
  tz_cuts_free (d->cuts);
  tz_sized_free (d->sized);
  tz_doc_free (d->doc);
  toy_free (d->toy);
  g_free (d);
}

static const TzPage *page_of (const Drawn *d, guint number)
{
  g_assert_cmpuint (number, <, d->pages->pages->len);
  return d->pages->pages->pdata[number];
}

/* "x 50: 0-20 (1)" for upright rules, "y …" for lying ones, "/" for others. */
static char *rules_text (const TzPage *page)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < page->rules->len; i++) {
    const TzPageRule *r = &g_array_index (page->rules, TzPageRule, i);
    double x0 = tz_len_to_pt (r->x0), y0 = tz_len_to_pt (r->y0), x1 = tz_len_to_pt (r->x1),
           y1 = tz_len_to_pt (r->y1), thick = tz_len_to_pt (r->thickness);
    if (x0 == x1)
      g_string_append_printf (out, "x %g: %g to %g (%g)\n", x0, y0, y1, thick);
    else if (y0 == y1)
      g_string_append_printf (out, "y %g: %g to %g (%g)\n", y0, x0, x1, thick);
    else
      g_string_append_printf (out, "/ %g,%g to %g,%g (%g)\n", x0, y0, x1, y1, thick);
  }
  return g_string_free (out, FALSE);
}

static void assert_rules_on (const Drawn *d, guint number, const char *expected)
{
  char *got = rules_text (page_of (d, number));
  g_assert_cmpstr (got, ==, expected);
  g_free (got);
}

static void assert_rules (const char *rows, const char *expected)
{
  Drawn *d = draw (sketch_grid (rows, 50 * TZ_PT, NULL), 100, FALSE);
  assert_rules_on (d, 0, expected);
  drawn_free (d);
}

/* ---- rules ---- */

/* Lines run through, and end half an outer rule beyond the edge, so that corners close. */
static void test_lines_run_through (void)
{
  assert_rules (". 甲|乙\n. 丙|丁\n", "x 0: -1 to 21 (2)\nx 50: -1 to 21 (1)\nx 100: -1 to 21 (2)\n"
                                      "y 0: -1 to 101 (2)\ny 10: -1 to 101 (1)\ny 20: -1 to 101 (2)\n");
}

static void test_none_through_rows_merged (void)
{
  assert_rules (". 甲|乙\n. ^|丁\n", "x 0: -1 to 21 (2)\nx 50: -1 to 21 (1)\nx 100: -1 to 21 (2)\n"
                                     "y 0: -1 to 101 (2)\ny 10: 49.5 to 101 (1)\ny 20: -1 to 101 (2)\n");
}

static void test_none_through_columns_merged (void)
{
  assert_rules (". 甲|<\n. 丙|丁\n", "x 0: -1 to 21 (2)\nx 50: 9.5 to 21 (1)\nx 100: -1 to 21 (2)\n"
                                     "y 0: -1 to 101 (2)\ny 10: -1 to 101 (1)\ny 20: -1 to 101 (2)\n");
}

static void test_places_without_cell_are_boxed (void)
{
  assert_rules (". -|-\n", "x 0: -1 to 7 (2)\nx 50: -1 to 7 (1)\nx 100: -1 to 7 (2)\n"
                           "y 0: -1 to 101 (2)\ny 6: -1 to 101 (2)\n");
}

static void test_thick_rule_under_head (void)
{
  Drawn *d = draw (sketch_grid ("h 甲\nh 乙\n. 丙\n", 50 * TZ_PT, NULL), 100, TRUE);
  assert_rules_on (d, 0,
                   "x 0: -1 to 31 (2)\nx 50: -1 to 31 (2)\n"
                   "y 0: -1 to 51 (2)\ny 10: -1 to 51 (1)\ny 20: -1 to 51 (2)\ny 30: -1 to 51 (2)\n");
  drawn_free (d);
}

/* The second page: head, the rest of a cut row, another row; thick all around. */
static void test_later_page_is_closed (void)
{
  Drawn *d = draw (sketch_grid ("h 头\n. *35\n. 尾\n", 50 * TZ_PT, NULL), 5, FALSE);
  assert_rules_on (d, 0,
                   "x 0: -1 to 61 (2)\nx 50: -1 to 61 (2)\n"
                   "y 0: -1 to 51 (2)\ny 10: -1 to 51 (1)\ny 60: -1 to 51 (2)\n");
  assert_rules_on (d, 1,
                   "x 0: -1 to 41 (2)\nx 50: -1 to 41 (2)\n"
                   "y 0: -1 to 51 (2)\ny 10: -1 to 51 (1)\ny 30: -1 to 51 (1)\ny 40: -1 to 51 (2)\n");
  drawn_free (d);
}

/* A merged cell that goes on is closed below, and no line crosses its other part. */
static void test_merged_cell_over_pages (void)
{
  Drawn *d = draw (sketch_grid (". 部|1\n. ^|2\n. ^|3\n. ^|4\n", 50 * TZ_PT, NULL), 2, FALSE);
  assert_rules_on (d, 1,
                   "x 0: -1 to 21 (2)\nx 50: -1 to 21 (1)\nx 100: -1 to 21 (2)\n"
                   "y 0: -1 to 101 (2)\ny 10: 49.5 to 101 (1)\ny 20: -1 to 101 (2)\n");
  drawn_free (d);
}

/* ---- boxes ---- */

static const TzPageText *text_of (const Drawn *d, const char *text)
{
  const GArray *texts = page_of (d, 0)->texts;
  for (guint i = 0; i < texts->len; i++)
    if (g_str_equal (g_array_index (texts, TzPageText, i).lines->text, text))
      return &g_array_index (texts, TzPageText, i);
  g_error ("no text %s", text);
}

/* The cell's own text below on the left, the other above on the right, set apart from
 * the sides by half the padding. */
static void test_diagonal_head (void)
{
  TzCellStyle style = sketch_style ();
  style.text.align = TZ_ALIGN_CENTER;
  style.pad_x = 4 * TZ_PT;
  TzGrid *grid = sketch_grid ("h 单位|甲\n", 80 * TZ_PT, &style);
  tz_grid_set_corner (grid, 0, "指标值");
  Drawn *d = draw (grid, 100, FALSE);
  char *rules = rules_text (page_of (d, 0));
  g_assert_nonnull (strstr (rules, "/ 0,0 to 80,20 (1)\n"));
  g_free (rules);
  const TzPageText *low = text_of (d, "单位"), *high = text_of (d, "指标值");
  const TzGlyph *first = low->lines->glyphs, *last = &high->lines->glyphs[2];
  g_assert_cmpint (low->x + first->x, ==, 2 * TZ_PT);
  g_assert_cmpint (low->y, ==, 10 * TZ_PT);
  g_assert_cmpint (high->x + last->x + 10 * TZ_PT, ==, 78 * TZ_PT);
  g_assert_cmpint (high->y, ==, 0);
  drawn_free (d);
}

static void test_decimal_points_align (void)
{
  TzCellStyle style = sketch_style ();
  style.text.align = TZ_ALIGN_DECIMAL;
  Drawn *d = draw (sketch_grid (". 12.5\n. 3\n. --\n", 100 * TZ_PT, &style), 100, FALSE);
  g_assert_cmpint (text_of (d, "12.5")->x, ==, 40 * TZ_PT);
  g_assert_cmpint (text_of (d, "3")->x, ==, 45 * TZ_PT);
  g_assert_cmpint (text_of (d, "--")->x, ==, 45 * TZ_PT);
  drawn_free (d);
}

/* 1234567 and 0.234567 cannot both stand on one point in 40 pt. */
static void test_decimal_points_give_way_to_the_box (void)
{
  TzCellStyle style = sketch_style ();
  style.text.align = TZ_ALIGN_DECIMAL;
  Drawn *d = draw (sketch_grid (". 1234567\n. 0.234567\n", 40 * TZ_PT, &style), 100, FALSE);
  g_assert_cmpint (text_of (d, "1234567")->x, ==, 0);
  g_assert_cmpint (text_of (d, "0.234567")->x, ==, 0);
  drawn_free (d);
}

/* All lines stand under the first one. */
static void test_indent (void)
{
  TzCellStyle style = sketch_style ();
  style.indent = 20 * TZ_PT;
  Drawn *d = draw (sketch_grid (". 一二三四\n", 50 * TZ_PT, &style), 100, FALSE);
  const TzPageText *text = text_of (d, "一二三四");
  g_assert_cmpint (text->x, ==, 20 * TZ_PT);
  g_assert_cmpint (text->lines->n_lines, ==, 2);
  drawn_free (d);
}

static void test_indent_leaves_half (void)
{
  TzCellStyle style = sketch_style ();
  style.indent = 90 * TZ_PT;
  Drawn *d = draw (sketch_grid (". 一\n", 50 * TZ_PT, &style), 100, FALSE);
  g_assert_cmpint (text_of (d, "一")->x, ==, 25 * TZ_PT);
  drawn_free (d);
}

static void assert_top (TzVAlign valign, int expected)
{
  TzCellStyle style = sketch_style ();
  style.valign = valign;
  style.pad_y = 3 * TZ_PT;
  Drawn *d = draw (sketch_grid (". 甲|*15\n", 50 * TZ_PT, &style), 100, FALSE);
  g_assert_cmpint (text_of (d, "甲")->y, ==, expected * TZ_PT);
  drawn_free (d);
}

static void test_texts_stand_as_asked (void)
{
  assert_top (TZ_VALIGN_TOP, 3);
  assert_top (TZ_VALIGN_MIDDLE, 13);
  assert_top (TZ_VALIGN_BOTTOM, 23);
}

static void test_em_box_stands_in_the_middle_of_its_line (void)
{
  TzCellStyle style = sketch_style ();
  style.text.pitch = 16 * TZ_PT;
  Drawn *d = draw (sketch_grid (". 甲\n", 50 * TZ_PT, &style), 100, FALSE);
  g_assert_cmpint (text_of (d, "甲")->y, ==, 3 * TZ_PT);
  drawn_free (d);
}

static void test_background (void)
{
  TzCellStyle style = sketch_style ();
  style.background = 0xDDEEFF;
  Drawn *d = draw (sketch_grid (". 甲|<\n. ^|^\n", 50 * TZ_PT, &style), 100, FALSE);
  const GArray *fills = page_of (d, 0)->fills;
  g_assert_cmpuint (fills->len, ==, 1);
  const TzPageFill *fill = &g_array_index (fills, TzPageFill, 0);
  g_assert_cmpint (fill->width, ==, 100 * TZ_PT);
  g_assert_cmpint (fill->height, ==, d->sized->height[0] + d->sized->height[1]);
  g_assert_cmphex (fill->colour, ==, 0xDDEEFF);
  drawn_free (d);
}

/* Cells may be put in any order. */
static void test_head_put_last (void)
{
  TzGrid *grid = tz_grid_new (1);
  TzCellStyle style = sketch_style ();
  int id = tz_grid_add_style (grid, &style);
  tz_grid_column (grid, 0)->width = 50 * TZ_PT;
  tz_grid_add_row (grid, TZ_ROW_HEAD, 0);
  tz_grid_add_row (grid, 0, 0);
  tz_grid_put (grid, 1, 0, 1, 1, id, "身");
  tz_grid_put (grid, 0, 0, 1, 1, id, "头");
  Drawn *d = draw (grid, 100, FALSE);
  g_assert_cmpint (text_of (d, "头")->y, ==, 0);
  drawn_free (d);
}

int main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rule/lines-run-through", test_lines_run_through);
  g_test_add_func ("/rule/none-through-rows-merged", test_none_through_rows_merged);
  g_test_add_func ("/rule/none-through-columns-merged", test_none_through_columns_merged);
  g_test_add_func ("/rule/places-without-cell", test_places_without_cell_are_boxed);
  g_test_add_func ("/rule/thick-under-head", test_thick_rule_under_head);
  g_test_add_func ("/rule/later-page-is-closed", test_later_page_is_closed);
  g_test_add_func ("/rule/merged-cell-over-pages", test_merged_cell_over_pages);
  g_test_add_func ("/box/diagonal-head", test_diagonal_head);
  g_test_add_func ("/box/decimal-points-align", test_decimal_points_align);
  g_test_add_func ("/box/decimal-points-give-way", test_decimal_points_give_way_to_the_box);
  g_test_add_func ("/box/vertical-alignment", test_texts_stand_as_asked);
  g_test_add_func ("/box/em-box-in-its-line", test_em_box_stands_in_the_middle_of_its_line);
  g_test_add_func ("/box/indent", test_indent);
  g_test_add_func ("/box/indent-leaves-half", test_indent_leaves_half);
  g_test_add_func ("/box/background", test_background);
  g_test_add_func ("/box/head-put-last", test_head_put_last);
  return g_test_run ();
}
