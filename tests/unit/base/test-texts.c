#include "base/texts.h"

#include <string.h>

static const char *once (TzTexts *texts, const char *text)
{
  gsize n = strlen (text);
  memcpy (tz_texts_begin (texts, n), text, n);
  return tz_texts_end (texts, n);
}

static void test_alike (void)
{
  TzTexts *texts = tz_texts_new ();
  const char *first = once (texts, "示例省能源局"), *other = once (texts, "示例省能源");
  g_assert_cmpstr (first, ==, "示例省能源局");
  g_assert_cmpstr (other, ==, "示例省能源");
  g_assert_true (once (texts, "示例省能源局") == first);
  g_assert_true (*once (texts, "") == '\0');
  tz_texts_unref (texts);
}

/* Through many blocks and larger tables, some texts larger than a block. */
static void test_many (void)
{
  enum { N = 20000 };
  TzTexts *texts = tz_texts_new ();
  const char **kept = g_new (const char *, N);
  char *large = g_strnfill (100000, 'x');
  for (int turn = 0; turn < 2; turn++)
    for (int i = 0; i < N; i++) {
      char *text = i % 5000 == 0 ? g_strdup_printf ("%s%d", large, i) : g_strdup_printf ("第%d项", i);
      const char *found = once (texts, text);
      if (turn == 0)
        kept[i] = found;
      g_assert_true (found == kept[i]);
      g_assert_cmpstr (found, ==, text);
      g_free (text);
    }
  g_free (large);
  g_free (kept);
  tz_texts_unref (texts);
}

/* Less may be taken than was lent, and what was lent last is lent again. */
static void test_shorter (void)
{
  TzTexts *texts = tz_texts_new ();
  memcpy (tz_texts_begin (texts, 6), "abcdef", 6);
  const char *abc = tz_texts_end (texts, 3);
  memcpy (tz_texts_begin (texts, 3), "abc", 3);
  g_assert_true (tz_texts_end (texts, 3) == abc);
  g_assert_cmpstr (abc, ==, "abc");
  tz_texts_unref (texts);
}

static void test_settled (void)
{
  TzTexts *texts = tz_texts_new ();
  const char *first = once (texts, "a");
  tz_texts_settle (texts);
  g_assert_cmpstr (tz_texts_keep (texts, "b"), ==, "b");
  g_assert_true (once (texts, "a") != first);
  g_assert_cmpstr (first, ==, "a");
  tz_texts_unref (texts);
}

static void test_shared (void)
{
  TzTexts *texts = tz_texts_new (), *same = tz_texts_ref (texts);
  const char *kept = tz_texts_keep (texts, "台账");
  tz_texts_unref (texts);
  g_assert_cmpstr (kept, ==, "台账");
  tz_texts_unref (same);
  tz_texts_unref (NULL);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/texts/alike", test_alike);
  g_test_add_func ("/texts/many", test_many);
  g_test_add_func ("/texts/shorter", test_shorter);
  g_test_add_func ("/texts/settled", test_settled);
  g_test_add_func ("/texts/shared", test_shared);
  return g_test_run ();
}
