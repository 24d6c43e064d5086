/* Which parts of a cell's text are bold. */
#include "compose/form/emphasis.h"

/* What is printed, with [ ] around what is bold. */
static void expect (TzEmphasis how, const char *text, const char *wanted)
{
  TzTextStyle style = { .size = 10 * TZ_PT, .colour = 0xC00000 };
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (TzTextRun));
  char *plain = tz_emphasis_apply (how, text, &style, runs);
  GString *shown = g_string_new (plain);
  for (guint i = runs->len; i-- > 0;) {
    const TzTextRun *run = &g_array_index (runs, TzTextRun, i);
    g_assert_true (run->bold);
    g_assert_cmphex (run->colour, ==, 0xC00000);
    g_string_insert (shown, run->end, "]");
    g_string_insert (shown, run->start, "[");
  }
  g_assert_cmpstr (shown->str, ==, wanted);
  g_string_free (shown, TRUE);
  g_array_unref (runs);
  g_free (plain);
}

static void test_no_emphasis_changes_nothing (void)
{
  expect (TZ_EMPHASIS_NONE, "**一**：二。三", "**一**：二。三");
}

static void test_marks_vanish (void)
{
  expect (TZ_EMPHASIS_MARKS, "压减**办电时间**和**费用**。", "压减[办电时间]和[费用]。");
  expect (TZ_EMPHASIS_MARKS, "**全部**", "[全部]");
}

static void test_marks_hold_within_a_paragraph (void)
{
  expect (TZ_EMPHASIS_MARKS, "**一\n二**\n**三**", "**一\n二**\n[三]");
}

static void test_odd_marks_are_text (void)
{
  expect (TZ_EMPHASIS_MARKS, "**一**二**三", "[一]二**三");
  expect (TZ_EMPHASIS_MARKS, "**", "**");
  expect (TZ_EMPHASIS_MARKS, "17*(22*)", "17*(22*)");
}

static void test_nothing_between_marks_is_text (void)
{
  expect (TZ_EMPHASIS_MARKS, "a****b", "a****b");
  expect (TZ_EMPHASIS_MARKS, "****一**二**", "****一[二]");
}

static void test_lead_ends_at_the_first_mark (void)
{
  expect (TZ_EMPHASIS_LEAD, "1.压减时间。各单位落实。", "[1.压减时间。]各单位落实。");
  expect (TZ_EMPHASIS_LEAD, "主要目标：30天。", "[主要目标：]30天。");
}

static void test_each_paragraph_has_its_lead (void)
{
  expect (TZ_EMPHASIS_LEAD, "一：甲\n二：乙\n\n丙", "[一：]甲\n[二：]乙\n\n丙");
}

static void test_a_paragraph_of_one_sentence_has_none (void)
{
  expect (TZ_EMPHASIS_LEAD, "公布收费目录。", "公布收费目录。");
  expect (TZ_EMPHASIS_LEAD, "：甲", "：甲");
  expect (TZ_EMPHASIS_LEAD, "", "");
}

static void test_a_long_sentence_is_no_lead (void)
{
  expect (TZ_EMPHASIS_LEAD, "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九。乙",
          "[一二三四五六七八九十一二三四五六七八九十一二三四五六七八九。]乙");
  expect (TZ_EMPHASIS_LEAD, "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十。乙",
          "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十。乙");
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/emphasis/none", test_no_emphasis_changes_nothing);
  g_test_add_func ("/emphasis/marks", test_marks_vanish);
  g_test_add_func ("/emphasis/marks/paragraphs", test_marks_hold_within_a_paragraph);
  g_test_add_func ("/emphasis/marks/odd", test_odd_marks_are_text);
  g_test_add_func ("/emphasis/marks/empty", test_nothing_between_marks_is_text);
  g_test_add_func ("/emphasis/lead", test_lead_ends_at_the_first_mark);
  g_test_add_func ("/emphasis/lead/paragraphs", test_each_paragraph_has_its_lead);
  g_test_add_func ("/emphasis/lead/whole", test_a_paragraph_of_one_sentence_has_none);
  g_test_add_func ("/emphasis/lead/long", test_a_long_sentence_is_no_lead);
  return g_test_run ();
}
