#include "base/decimal.h"

static void assert_parsed (const char *text, const char *expected)
{
  TzDecimal *decimal = tz_decimal_parse (text);
  g_assert_nonnull (decimal);
  char *string = tz_decimal_to_string (decimal);
  g_assert_cmpstr (string, ==, expected);
  g_free (string);
  tz_decimal_free (decimal);
}

static void test_plain (void)
{
  assert_parsed ("17", "17");
  assert_parsed ("-1.50", "-1.5");
  assert_parsed ("+007", "7");
  assert_parsed ("0.05", "0.05");
  assert_parsed ("100", "100");
  assert_parsed ("-0.00", "0");
}

static void test_thousands (void)
{
  assert_parsed ("-1,234.50", "-1234.5");
  assert_parsed ("12，345，678", "12345678");
}

static void test_full_width_and_percent (void)
{
  assert_parsed ("＋３", "3");
  assert_parsed ("９０", "90");
  assert_parsed ("－１２．５％", "-12.5");
  assert_parsed ("67%", "67");
  assert_parsed (" 　67 ", "67");
}

static void test_no_number (void)
{
  static const char *const texts[] = { "",     "--",       "——",     "17(22*)", "3*", "1.2.3",
                                       "1,23", "1234,567", "1,2345", ",123",    "5.", ".5",
                                       "1e5",  "0x10",     "- 5",    "%",       "十", "٣" };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_null (tz_decimal_parse (texts[i]));
}

static void assert_sum (const char *const *terms, const char *expected)
{
  TzDecimal *sum = tz_decimal_new_zero ();
  for (gsize i = 0; terms[i] != NULL; i++) {
    TzDecimal *term = tz_decimal_parse (terms[i]);
    tz_decimal_add (sum, term);
    tz_decimal_free (term);
  }
  char *string = tz_decimal_to_string (sum);
  g_assert_cmpstr (string, ==, expected);
  g_free (string);
  tz_decimal_free (sum);
}

/* The sum that binary fractions get wrong. */
static void test_sums_are_exact (void)
{
  static const char *const tenths[] = { "0.1", "0.2", NULL };
  assert_sum (tenths, "0.3");
}

static void test_sums_carry_and_borrow (void)
{
  static const char *const carry[] = { "999.99", "0.01", NULL };
  static const char *const borrow[] = { "1000", "-0.001", NULL };
  static const char *const below_zero[] = { "5", "-7.25", NULL };
  static const char *const to_zero[] = { "-3.50", "3.5", NULL };
  assert_sum (carry, "1000");
  assert_sum (borrow, "999.999");
  assert_sum (below_zero, "-2.25");
  assert_sum (to_zero, "0");
}

static void test_more_digits_than_any_integer (void)
{
  static const char *const terms[] = { "123456789012345678901234567890", "0.000000000000000000000000000001",
                                       NULL };
  assert_sum (terms, "123456789012345678901234567890.000000000000000000000000000001");
}

static void assert_equal (const char *a, const char *b, gboolean expected)
{
  TzDecimal *x = tz_decimal_parse (a), *y = tz_decimal_parse (b);
  g_assert_cmpint (tz_decimal_equal (x, y), ==, expected);
  tz_decimal_free (x);
  tz_decimal_free (y);
}

static void test_equal (void)
{
  assert_equal ("1.50", "1.5", TRUE);
  assert_equal ("1,000", "1000.0", TRUE);
  assert_equal ("0", "-0", TRUE);
  assert_equal ("5", "-5", FALSE);
  assert_equal ("10", "1", FALSE);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decimal/plain", test_plain);
  g_test_add_func ("/decimal/thousands", test_thousands);
  g_test_add_func ("/decimal/full-width", test_full_width_and_percent);
  g_test_add_func ("/decimal/no-number", test_no_number);
  g_test_add_func ("/decimal/exact", test_sums_are_exact);
  g_test_add_func ("/decimal/carry", test_sums_carry_and_borrow);
  g_test_add_func ("/decimal/many-digits", test_more_digits_than_any_integer);
  g_test_add_func ("/decimal/equal", test_equal);
  return g_test_run ();
}
