/* Paragraphs around a table: where texts side by side stand. 10 pt a hanzi and a line. */
#include "layout/table/para.h"

#include "help/sketch.h"

/* PARTS, separated by "|", set WIDTH points wide: "x,y text" for each, then the height. */
static void assert_set (const char *parts, int width, const char *expected)
{
  Toy *toy = toy_new ();
  TzMeasure measure = toy_measure (toy);
  TzTextStyle style = sketch_text_style ();
  TzTable *table = tz_table_new (tz_grid_new (1));
  g_auto (GStrv) texts = g_strsplit (parts, "|", -1);
  TzPara *para = tz_table_add_parts_above (table, (const char *const *)texts, &style);
  para->space_before = 3 * TZ_PT;
  TzLen height;
  GArray *set = tz_para_texts (para, &measure, width * TZ_PT, &height);
  GString *got = g_string_new (NULL);
  for (guint i = 0; i < set->len; i++) {
    const TzParaText *text = &g_array_index (set, TzParaText, i);
    g_string_append_printf (got, "%g,%g %s; ", tz_len_to_pt (text->x), tz_len_to_pt (text->y),
                            text->lines->text);
  }
  g_string_append_printf (got, "%g", tz_len_to_pt (height));
  g_assert_cmpstr (got->str, ==, expected);
  g_assert_cmpint (tz_para_height (para, &measure, width * TZ_PT), ==, height + 3 * TZ_PT);
  g_string_free (got, TRUE);
  g_array_unref (set);
  tz_table_free (table);
  toy_free (toy);
}

static void test_left_and_right (void)
{
  assert_set ("一二|三四五", 100, "0,0 一二; 70,0 三四五; 10");
}

static void test_middle (void)
{
  assert_set ("一二|三|四五", 100, "0,0 一二; 45,0 三; 80,0 四五; 10");
}

/* In the middle of the width the second text would stand too near to the first. */
static void test_even_distances (void)
{
  assert_set ("一二三四五|六七|八", 100, "0,0 一二三四五; 60,0 六七; 90,0 八; 10");
}

static void test_on_lines_of_their_own (void)
{
  assert_set ("一二三|四五|六七八", 60, "0,0 一二三; 40,0 四五; 0,10 六七八; 20");
}

static void test_longer_than_a_line (void)
{
  assert_set ("一二三四五|六", 30, "0,0 一二三四五; 0,20 六; 30");
}

/* One text is an ordinary paragraph, as its style says. */
static void test_single_part (void)
{
  TzTextStyle style = sketch_text_style ();
  TzTable *table = tz_table_new (tz_grid_new (1));
  const char *const one[] = { "一", NULL };
  g_assert_null (tz_table_add_parts_below (table, one, &style)->parts);
  tz_table_free (table);
}

int main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/para/left-and-right", test_left_and_right);
  g_test_add_func ("/para/middle", test_middle);
  g_test_add_func ("/para/even-distances", test_even_distances);
  g_test_add_func ("/para/on-lines-of-their-own", test_on_lines_of_their_own);
  g_test_add_func ("/para/longer-than-a-line", test_longer_than_a_line);
  g_test_add_func ("/para/single-part", test_single_part);
  return g_test_run ();
}
