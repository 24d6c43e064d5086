#include "base/suggest.h"

static const char *const keys[] = { "title", "label", "width", "orientation", "责任单位", "完成时间", NULL };

static void assert_suggestion (const char *word, const char *expected)
{
  g_assert_cmpstr (tz_suggest (word, keys), ==, expected);
}

static void test_each_kind_of_edit (void)
{
  assert_suggestion ("titl", "title");   /* a letter left out */
  assert_suggestion ("tittle", "title"); /* one too many */
  assert_suggestion ("tutle", "title");  /* another one */
  assert_suggestion ("tilte", "title");  /* two swapped */
}

static void test_hanzi_count_as_characters (void)
{
  assert_suggestion ("责任部位", "责任单位");
  assert_suggestion ("完成日期", NULL);
}

static void test_case_does_not_matter (void)
{
  assert_suggestion ("TITLE", "title");
}

static void test_far_words_give_nothing (void)
{
  assert_suggestion ("colour", NULL);
  assert_suggestion ("", NULL);
}

static void test_long_words_allow_a_third (void)
{
  assert_suggestion ("oreintatoin", "orientation");
}

static void test_nearer_one_wins (void)
{
  static const char *const words[] = { "widest", "width", NULL };
  g_assert_cmpstr (tz_suggest ("widht", words), ==, "width");
}

static void test_ties_go_to_the_earlier (void)
{
  static const char *const words[] = { "page", "pale", NULL };
  g_assert_cmpstr (tz_suggest ("pace", words), ==, "page");
}

/* One letter for another has nothing of the word left. */
static void test_single_letters_are_not_alike (void)
{
  static const char *const words[] = { "a", NULL };
  g_assert_null (tz_suggest ("b", words));
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suggest/each-kind-of-edit", test_each_kind_of_edit);
  g_test_add_func ("/suggest/hanzi", test_hanzi_count_as_characters);
  g_test_add_func ("/suggest/case", test_case_does_not_matter);
  g_test_add_func ("/suggest/far", test_far_words_give_nothing);
  g_test_add_func ("/suggest/long", test_long_words_allow_a_third);
  g_test_add_func ("/suggest/nearer", test_nearer_one_wins);
  g_test_add_func ("/suggest/ties", test_ties_go_to_the_earlier);
  g_test_add_func ("/suggest/single-letters", test_single_letters_are_not_alike);
  return g_test_run ();
}
