/* Names that are looked for at the beginning of a text. */
#include "base/name_set.h"

/* The longest of NAMES, with ; between, that TEXT begins with. */
static void assert_longest (const char *names, const char *text, int expected)
{
  g_auto (GStrv) list = g_strsplit (names, ";", -1);
  TzNameSet *set = tz_name_set_new ();
  for (char **name = list; *name; name++)
    tz_name_set_add (set, *name);
  glong n;
  g_autofree gunichar *characters = g_utf8_to_ucs4_fast (text, -1, &n);
  g_assert_cmpint (tz_name_set_longest (set, characters, (int)n), ==, expected);
  tz_name_set_unref (set);
}

static void test_longest (void)
{
  assert_longest ("县供电;县供电公司;县供", "县供电公司负责", 5);
  assert_longest ("县供;县供电公司;县供电", "县供电所", 3);
}

static void test_none (void)
{
  assert_longest ("县供电公司", "县供水公司", 0);
  assert_longest ("县供电公司", "县供电", 0); /* the text ends within it */
  assert_longest ("", "县供电", 0);
  assert_longest ("县供电公司", "", 0);
}

/* Single characters are no names, and sentences are none. */
static void test_length (void)
{
  assert_longest ("县", "县供电", 0);
  assert_longest ("各单位要按照职责分工抓好落实并按时上报情况", "各单位要按照职责分工抓好落实并按时上报情况",
                  0);
}

static void test_references (void)
{
  TzNameSet *set = tz_name_set_new ();
  tz_name_set_add (set, "东江");
  tz_name_set_ref (set);
  tz_name_set_unref (set);
  static const gunichar text[] = { 0x4E1C, 0x6C5F };
  g_assert_cmpint (tz_name_set_longest (set, text, 2), ==, 2);
  tz_name_set_unref (set);
  tz_name_set_unref (NULL);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name-set/longest", test_longest);
  g_test_add_func ("/name-set/none", test_none);
  g_test_add_func ("/name-set/length", test_length);
  g_test_add_func ("/name-set/references", test_references);
  return g_test_run ();
}
