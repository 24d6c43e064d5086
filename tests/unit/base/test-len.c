#include "base/len.h"

static const TzLen EM = 12 * TZ_PT;

/* In points, or -1 if TEXT is no length. */
static double parse (const char *text)
{
  TzLen len = -TZ_PT;
  gboolean known = tz_len_parse (text, EM, &len);
  g_assert_true (known || len == -TZ_PT);
  return tz_len_to_pt (len);
}

static void test_units (void)
{
  g_assert_cmpfloat (parse ("10pt"), ==, 10);
  g_assert_cmpfloat (parse ("2.5em"), ==, 30);
  g_assert_cmpfloat_with_epsilon (parse ("25.4mm"), 72, 1e-3);
  g_assert_cmpfloat_with_epsilon (parse ("2.54cm"), 72, 1e-3);
}

static void test_blanks (void)
{
  g_assert_cmpfloat (parse (" 10 pt "), ==, 10);
}

static void test_negative (void)
{
  g_assert_cmpfloat (parse ("-0.5em"), ==, -6);
}

static void test_word_processor_sizes (void)
{
  g_assert_cmpfloat (parse ("初号"), ==, 42);
  g_assert_cmpfloat (parse ("小初"), ==, 36);
  g_assert_cmpfloat (parse ("三号"), ==, 16);
  g_assert_cmpfloat (parse ("五号"), ==, 10.5);
  g_assert_cmpfloat (parse ("七号"), ==, 5.5);
}

static void test_small_sizes_with_or_without_hao (void)
{
  g_assert_cmpfloat (parse ("小四"), ==, 12);
  g_assert_cmpfloat (parse ("小四号"), ==, 12);
}

static void test_bare_number_is_no_length (void)
{
  g_assert_cmpfloat (parse ("12"), ==, -1);
}

static void test_unknown_words_are_no_length (void)
{
  static const char *const words[] = { "",      "pt",     "12px",  "四",    "四号字", "三号号",
                                       "1e3pt", "0x10pt", "infpt", "nanmm", "1 2pt" };
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_cmpfloat (parse (words[i]), ==, -1);
}

static void test_absurd_length_is_refused (void)
{
  g_assert_cmpfloat (parse ("99999999999999999999pt"), ==, -1);
}

/* A page of 297 mm must not lose a unit on its way through the inner measure. */
static void test_millimetres_survive (void)
{
  for (int mm = 0; mm <= 420; mm++)
    g_assert_cmpfloat_with_epsilon (tz_len_to_mm (tz_len_from_mm (mm)), mm, 0.0002);
}

static void test_points_are_exact (void)
{
  g_assert_cmpint (tz_len_from_pt (10.5), ==, 10752);
  g_assert_cmpint (tz_len_from_pt (-10.5), ==, -10752);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/len/units", test_units);
  g_test_add_func ("/len/blanks", test_blanks);
  g_test_add_func ("/len/negative", test_negative);
  g_test_add_func ("/len/word-processor-sizes", test_word_processor_sizes);
  g_test_add_func ("/len/small-sizes-with-or-without-hao", test_small_sizes_with_or_without_hao);
  g_test_add_func ("/len/bare-number", test_bare_number_is_no_length);
  g_test_add_func ("/len/unknown-words", test_unknown_words_are_no_length);
  g_test_add_func ("/len/absurd", test_absurd_length_is_refused);
  g_test_add_func ("/len/millimetres-survive", test_millimetres_survive);
  g_test_add_func ("/len/points-exact", test_points_are_exact);
  return g_test_run ();
}
