/* Exact fractions: arithmetic and rounding. */
#include "base/ratio.h"

static TzRatio ratio_of (const char *text)
{
  TzRatio ratio;
  TzDecimal *decimal = tz_decimal_parse (text);
  g_assert_nonnull (decimal);
  g_assert_true (tz_ratio_from_decimal (decimal, &ratio));
  tz_decimal_free (decimal);
  return ratio;
}

static void check (const char *a, char sign, const char *b, int digits, const char *expected)
{
  TzRatio left = ratio_of (a), right = ratio_of (b), result;
  TzRatioSign signs[] = {
    ['+'] = TZ_RATIO_ADD, ['-'] = TZ_RATIO_SUBTRACT, ['*'] = TZ_RATIO_MULTIPLY, ['/'] = TZ_RATIO_DIVIDE
  };
  gboolean done = tz_ratio_combine (signs[(guint8)sign], &left, &right, &result);
  g_autofree char *text = done ? tz_ratio_to_string (&result, digits) : g_strdup ("none");
  g_assert_cmpstr (text, ==, expected);
}

static void test_arithmetic (void)
{
  check ("0.1", '+', "0.2", 1, "0.3");
  check ("18", '-', "6", 0, "12");
  check ("6", '-', "18", 0, "-12");
  check ("1.5", '*', "-2", 0, "-3");
  check ("12", '/', "18", 0, "1");
  check ("12", '/', "18", 4, "0.6667");
  check ("1", '/', "0", 0, "none");
  check ("-1", '/', "-3", 2, "0.33");
}

static void test_rounding (void)
{
  check ("0.5", '+', "0", 0, "1");
  check ("-0.5", '+', "0", 0, "-1");
  check ("0.49", '+', "0", 0, "0");
  check ("-0.4", '+', "0", 0, "0");
  check ("0.995", '+', "0", 2, "1.00");
  check ("2.675", '+', "0", 2, "2.68");
  check ("1.005", '*', "100", 1, "100.5");
  check ("99.96", '+', "0", 1, "100.0");
}

/* What does not fit is told, never wrong. */
static void test_limits (void)
{
  TzRatio ratio;
  TzDecimal *many = tz_decimal_parse ("123456789012345678");
  g_assert_false (tz_ratio_from_decimal (many, &ratio));
  tz_decimal_free (many);
  check ("12345678901234567", '*', "12345678901234567", 0, "none");
  check ("12345678901234567", '+', "12345678901234567", 0, "24691357802469134");
  check ("12345678901234567", '/', "3", 9, "4115226300411522.333333333");
  check ("0.00000000000000001", '*', "0.00000000000000001", 0, "none");
}

static void check_digits (const char *a, const char *b, int expected)
{
  TzRatio left = ratio_of (a), right = ratio_of (b), result;
  g_assert_true (tz_ratio_combine (TZ_RATIO_DIVIDE, &left, &right, &result));
  g_assert_cmpint (tz_ratio_digits (&result, 3), ==, expected);
}

static void test_digits (void)
{
  check_digits ("6", "3", 0);
  check_digits ("1", "2", 1);
  check_digits ("1", "8", 3);
  check_digits ("1", "3", 3);
  check_digits ("-1", "4", 2);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ratio/arithmetic", test_arithmetic);
  g_test_add_func ("/ratio/rounding", test_rounding);
  g_test_add_func ("/ratio/limits", test_limits);
  g_test_add_func ("/ratio/digits", test_digits);
  return g_test_run ();
}
