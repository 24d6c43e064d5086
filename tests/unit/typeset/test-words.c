/* Where words end, as far as the list of words knows. */
#include "typeset/words.h"

/* EXPECTED has a letter for each character, for what lies before it: M words meet, E one of them is
 * known, U nothing is known, I inside a word. */
static void assert_edges (const char *text, const char *expected)
{
  glong n;
  g_autofree gunichar *characters = g_utf8_to_ucs4_fast (text, -1, &n);
  g_autofree TzWordEdge *edges = g_new0 (TzWordEdge, n + 1);
  GString *got = g_string_new (NULL);
  tz_words_find (characters, (int)n, edges);
  for (glong i = 0; i < n; i++)
    g_string_append_c (got, "MEUI"[edges[i]]);
  g_assert_cmpstr (got->str, ==, expected);
  g_string_free (got, TRUE);
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
  return g_test_run ();
}
