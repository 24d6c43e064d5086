#include "base/utf8.h"

#include <string.h>

static void test_han (void)
{
  static const gunichar han[] = { 0x4E00,  0x9FFF,  0x3400,  0x3007, 0x3005,
                                  0x20000, 0x2A700, 0x31350, 0xF900, 0x2F800 };
  for (gsize i = 0; i < G_N_ELEMENTS (han); i++)
    g_assert_true (tz_char_is_han (han[i]));
}

static void test_not_han (void)
{
  static const gunichar others[] = { 'a', '1', 0x3001, 0xFF0C, 0x3042, 0xAC00, 0x2FFFE };
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (tz_char_is_han (others[i]));
}

static void test_printable (void)
{
  static const gunichar good[] = { '\n', '\t', ' ', 0x4E00, 0xE000, 0xFFFD, 0x10FFFD };
  static const gunichar bad[] = { 0,      7,      '\v',   '\r',   0x7F,    0x85,
                                  0xD800, 0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFE, 0x110000 };
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (tz_char_is_printable (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (tz_char_is_printable (bad[i]));
}

static void test_blank (void)
{
  static const gunichar blanks[] = { ' ', '\t', '\n', 0xA0, 0x3000, 0x200B, 0xFEFF };
  for (gsize i = 0; i < G_N_ELEMENTS (blanks); i++)
    g_assert_true (tz_char_is_blank (blanks[i]));
  g_assert_false (tz_char_is_blank ('_'));
  g_assert_false (tz_char_is_blank (0x3001));
}

static void assert_trimmed (const char *text, const char *expected)
{
  const char *end = tz_utf8_drop_blanks (text, text + strlen (text));
  const char *start = tz_utf8_skip_blanks (text, end);
  char *trimmed = g_strndup (start, (gsize)(end - start));
  g_assert_cmpstr (trimmed, ==, expected);
  g_free (trimmed);
}

static void test_trim (void)
{
  assert_trimmed (" \t　\302\240办 电\357\273\277 　\n", "办 电");
  assert_trimmed ("　 　", "");
  assert_trimmed ("", "");
}

static void test_trim_leaves_broken_bytes (void)
{
  assert_trimmed (" \343\200", "\343\200");
  assert_trimmed ("\200\200 ", "\200\200");
}

static void test_columns (void)
{
  g_assert_cmpint (tz_utf8_columns ("办电 ok"), ==, 7);
  g_assert_cmpint (tz_utf8_columns ("，。"), ==, 4);
  g_assert_cmpint (tz_utf8_columns ("e\314\201"), ==, 1);
}

static void assert_excerpt (const char *text, int n, const char *expected)
{
  char *excerpt = tz_utf8_excerpt (text, n);
  g_assert_cmpstr (excerpt, ==, expected);
  g_free (excerpt);
}

static void test_excerpt (void)
{
  assert_excerpt ("获得电力", 4, "获得电力");
  assert_excerpt ("获得电力服务", 4, "获得电力…");
  assert_excerpt ("", 4, "");
}

static void test_excerpt_is_one_line (void)
{
  assert_excerpt ("一\n二\t三", 9, "一 二 三");
}

static void assert_squeezed (const char *text, const char *drop, const char *expected)
{
  g_autofree char *squeezed = tz_utf8_squeeze (text, drop);
  g_assert_cmpstr (squeezed, ==, expected);
}

static void test_squeeze (void)
{
  assert_squeezed ("２０２１ 年　６月", "", "2021年6月");
  assert_squeezed ("Ｑ２（一）～", "", "Q2(一)~");
  assert_squeezed ("“十四五” '期间'", "“”'", "十四五期间");
  assert_squeezed ("\n", "", "");
}

static void assert_folds_alike (const char *a, const char *b, gboolean alike)
{
  g_autofree char *first = tz_utf8_fold_name (a), *second = tz_utf8_fold_name (b);
  g_assert_cmpint (g_str_equal (first, second), ==, alike);
}

static void test_fold_name (void)
{
  assert_folds_alike ("Q3.PDF", "q3.pdf", TRUE);
  assert_folds_alike ("\xC3\xA4.pdf", "A\xCC\x88.pdf", TRUE); /* ä, and A with its dots behind it */
  assert_folds_alike ("台账.pdf", "台帐.pdf", FALSE);
  assert_folds_alike ("\xFF.pdf", "\xFF.PDF", TRUE); /* no UTF-8, and no crash */
}

static void test_figure (void)
{
  static const char *const figures[] = { "5", "-1,234.5%", "2021-06-30", "SG-10000/220" };
  static const char *const others[] = { "", "1 2", "5个", "km", "１２" };
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    g_assert_true (tz_utf8_is_figure (figures[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (tz_utf8_is_figure (others[i]));
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/utf8/han", test_han);
  g_test_add_func ("/utf8/not-han", test_not_han);
  g_test_add_func ("/utf8/printable", test_printable);
  g_test_add_func ("/utf8/blank", test_blank);
  g_test_add_func ("/utf8/trim", test_trim);
  g_test_add_func ("/utf8/trim-broken-bytes", test_trim_leaves_broken_bytes);
  g_test_add_func ("/utf8/columns", test_columns);
  g_test_add_func ("/utf8/excerpt", test_excerpt);
  g_test_add_func ("/utf8/excerpt-one-line", test_excerpt_is_one_line);
  g_test_add_func ("/utf8/squeeze", test_squeeze);
  g_test_add_func ("/utf8/fold-name", test_fold_name);
  g_test_add_func ("/utf8/figure", test_figure);
  return g_test_run ();
}
