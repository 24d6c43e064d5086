/* Words of units: which one a text begins with. */
#include "typeset/counters.h"

#include <string.h>

static TzCounters *counters_of (const char *units, const char *multiples, const char *none)
{
  const char *const lists[] = { units, multiples, none };
  static const TzCounter kinds[] = { TZ_COUNTER_UNIT, TZ_COUNTER_MULTIPLE, TZ_COUNTER_NONE };
  TzCounters *counters = tz_counters_new ();
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    g_auto (GStrv) words = g_strsplit (lists[i], " ", -1);
    for (char **word = words; *word; word++)
      tz_counters_add (counters, *word, strlen (*word), kinds[i]);
  }
  return counters;
}

static void assert_found (const TzCounters *counters, const char *text, TzCounter kind, int length)
{
  glong n;
  int found;
  g_autofree gunichar *characters = g_utf8_to_ucs4_fast (text, -1, &n);
  g_assert_cmpint (tz_counters_find (counters, characters, (int)n, &found), ==, kind);
  g_assert_cmpint (found, ==, length);
}

static void test_longest_word_counts (void)
{
  TzCounters *counters = counters_of ("个 个月 个月份", "万", "");
  assert_found (counters, "个月前", TZ_COUNTER_UNIT, 2);
  assert_found (counters, "个月", TZ_COUNTER_UNIT, 2);
  assert_found (counters, "个人", TZ_COUNTER_UNIT, 1);
  assert_found (counters, "万户", TZ_COUNTER_MULTIPLE, 1);
  assert_found (counters, "户", TZ_COUNTER_NONE, 0);
  assert_found (counters, "", TZ_COUNTER_NONE, 0);
  tz_counters_free (counters);
}

static void test_none_hides_a_shorter_unit (void)
{
  TzCounters *counters = counters_of ("成 起", "", "成立");
  assert_found (counters, "成以上", TZ_COUNTER_UNIT, 1);
  assert_found (counters, "成立", TZ_COUNTER_NONE, 2);
  tz_counters_free (counters);
}

static void test_later_word_overrules (void)
{
  TzCounters *counters = counters_of ("段 处", "", "段");
  assert_found (counters, "段", TZ_COUNTER_NONE, 1);
  tz_counters_add (counters, "段", strlen ("段"), TZ_COUNTER_UNIT);
  assert_found (counters, "段", TZ_COUNTER_UNIT, 1);
  tz_counters_free (counters);
}

static void test_latin_units_are_whole_runs (void)
{
  TzCounters *counters = counters_of ("m mg MPa ㎡", "", "");
  assert_found (counters, "mg/L", TZ_COUNTER_UNIT, 2);
  assert_found (counters, "mm", TZ_COUNTER_NONE, 0);
  assert_found (counters, "m长", TZ_COUNTER_UNIT, 1);
  assert_found (counters, "m3", TZ_COUNTER_UNIT, 1);
  assert_found (counters, "㎡m", TZ_COUNTER_UNIT, 1);
  tz_counters_free (counters);
}

/* First characters that fall together in the table are no trouble. */
static void test_many_first_characters (void)
{
  TzCounters *counters = tz_counters_new ();
  for (gunichar c = 0x4E00; c < 0x4E00 + 5000; c++) {
    char word[7] = { 0 };
    tz_counters_add (counters, word, (gsize)g_unichar_to_utf8 (c, word), TZ_COUNTER_UNIT);
  }
  assert_found (counters, "一", TZ_COUNTER_UNIT, 1);
  assert_found (counters, "与", TZ_COUNTER_UNIT, 1);
  assert_found (counters, "鿋", TZ_COUNTER_NONE, 0);
  tz_counters_free (counters);
}

static void test_nothing_is_known_without_words (void)
{
  assert_found (NULL, "个", TZ_COUNTER_NONE, 0);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/counters/longest", test_longest_word_counts);
  g_test_add_func ("/counters/none", test_none_hides_a_shorter_unit);
  g_test_add_func ("/counters/later", test_later_word_overrules);
  g_test_add_func ("/counters/latin", test_latin_units_are_whole_runs);
  g_test_add_func ("/counters/many", test_many_first_characters);
  g_test_add_func ("/counters/no-words", test_nothing_is_known_without_words);
  return g_test_run ();
}
