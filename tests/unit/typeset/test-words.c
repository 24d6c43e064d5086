/* Where words end, as far as the list of words knows. */
#include "typeset/words.h"

/* EXPECTED has a letter for each character, for what lies before it: M words meet, E one of them is
 * known, U nothing is known, I inside a word. */
static void assert_edges_with (const char *name, const char *text, const char *expected)
{
  TzNameSet *names = tz_name_set_new ();
  tz_name_set_add (names, name);
  glong n;
  g_autofree gunichar *characters = g_utf8_to_ucs4_fast (text, -1, &n);
  g_autofree TzWordEdge *edges = g_new0 (TzWordEdge, n + 1);
  GString *got = g_string_new (NULL);
  g_autofree int *of_name = g_new (int, n + 1);
  tz_words_find (characters, (int)n, names, edges, of_name);
  for (glong i = 0; i < n; i++)
    g_string_append_c (got, "MEUI"[edges[i]]);
  g_assert_cmpstr (got->str, ==, expected);
  g_string_free (got, TRUE);
  tz_name_set_unref (names);
}

static void assert_edges (const char *text, const char *expected)
{
  assert_edges_with ("", text, expected);
}

static void test_known (void)
{
  assert_edges ("能源局印发办法", "EIIMIMI");
}

static void test_unknown (void)
{
  assert_edges ("亍乜丏", "UUU");
  assert_edges ("", "");
}

/* Only one of the two is known. */
static void test_beside (void)
{
  assert_edges ("亍供电乜丏", "UEIEU");
}

/* The longest word at a place: 发展改革委 and not 发展. */
static void test_longest (void)
{
  assert_edges ("发展改革委发展", "EIIIIMI");
}

/* A word that the text breaks off is none. */
static void test_at_the_end (void)
{
  assert_edges ("供电企", "EIE");
  assert_edges ("供", "U");
}

/* What the dictionary knows. */
static void test_dictionary (void)
{
  assert_edges ("协同推进单位", "EIMIMI");
}

/* A character that makes a longer word of the one before. */
static void test_suffix (void)
{
  assert_edges ("透明度高", "EIIE");
  assert_edges ("明江市财政厅", "EIIMII");
}

/* What the dictionary cuts, and compounds of this field. */
static void test_own (void)
{
  assert_edges ("营商环境", "EIII");
  assert_edges ("提高办电便利度", "EIMIMII");
  assert_edges ("比上年同期", "EMIMI");
}

/* 布局 and not 公布. */
static void test_across (void)
{
  assert_edges ("办公布局", "EIMI");
}

static void test_particles (void)
{
  assert_edges ("工作和任务", "EIMUI"); /* a line ends before 和, not behind it */
  assert_edges ("任务的", "EII");
}

/* A name begins and ends as words do, whatever the words within it are. */
static void test_name (void)
{
  assert_edges ("丏亍乜能源局亍", "UUUEIIE");
  assert_edges_with ("亍乜能源局", "丏亍乜能源局亍", "UEUEIIE");
  assert_edges_with ("丏亍", "丏亍亍", "EUE");
  assert_edges_with ("亍乜能源局", "供电亍乜能源局", "EIMUEII");
}

/* A short name that begins or ends within a word is none. */
static void test_name_within (void)
{
  assert_edges_with ("电公", "供电公司", "EIII");
  assert_edges_with ("亍乜", "供亍乜丏", "UEUE");
}

/* To which names the characters belong. */
static void test_of_name (void)
{
  static const gunichar text[] = { 0x4E8D, 0x4E5C, 0x4E8D, 0x4E5C, 0x4E0F };
  TzNameSet *names = tz_name_set_new ();
  tz_name_set_add (names, "亍乜");
  TzWordEdge edges[5];
  int of_name[5];
  static const int expected[5] = { 0, 0, 2, 2, -1 };
  tz_words_find (text, 5, names, edges, of_name);
  for (int i = 0; i < 5; i++)
    g_assert_cmpint (of_name[i], ==, expected[i]);
  g_assert_cmpint (edges[2], ==, TZ_WORD_MEETS);
  tz_name_set_unref (names);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/known", test_known);
  g_test_add_func ("/words/unknown", test_unknown);
  g_test_add_func ("/words/beside", test_beside);
  g_test_add_func ("/words/longest", test_longest);
  g_test_add_func ("/words/at-the-end", test_at_the_end);
  g_test_add_func ("/words/dictionary", test_dictionary);
  g_test_add_func ("/words/suffix", test_suffix);
  g_test_add_func ("/words/own", test_own);
  g_test_add_func ("/words/across", test_across);
  g_test_add_func ("/words/particles", test_particles);
  g_test_add_func ("/words/name", test_name);
  g_test_add_func ("/words/name-within", test_name_within);
  g_test_add_func ("/words/of-name", test_of_name);
  return g_test_run ();
}
