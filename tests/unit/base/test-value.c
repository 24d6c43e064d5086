#include "base/value.h"

static void test_values_that_round_trip (void)
{
  static const struct {
    const char *text;
    TzValueType type;
    double value;
    const char *num_format;
  } rows[] = {
    { "0", TZ_VALUE_NUMBER, 0, "0" },
    { "1", TZ_VALUE_NUMBER, 1, "0" },
    { "-12.50", TZ_VALUE_NUMBER, -12.5, "0.00" },
    { "1,234,567.8", TZ_VALUE_NUMBER, 1234567.8, "#,##0.0" },
    { "999999999999999", TZ_VALUE_NUMBER, 999999999999999.0, "0" },
    { "+3", TZ_VALUE_NUMBER, 3, "+0;-0;0" },
    { "+33.3", TZ_VALUE_NUMBER, 33.3, "+0.0;-0.0;0.0" },
    { "67%", TZ_VALUE_PERCENT, 0.67, "0%" },
    { "100.0%", TZ_VALUE_PERCENT, 1, "0.0%" },
    { "2021-06-30", TZ_VALUE_DATE, 44377, "yyyy\\-mm\\-dd" },
    { "2021/6/3", TZ_VALUE_DATE, 44350, "yyyy\\/m\\/d" },
    { "2021年6月30日", TZ_VALUE_DATE, 44377, "yyyy\"年\"m\"月\"d\"日\"" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    double value = -1;
    const char *num_format = NULL;
    g_assert_true (tz_value_of_text (rows[i].text, rows[i].type, &value, &num_format));
    g_assert_cmpfloat (value, ==, rows[i].value);
    g_assert_cmpstr (num_format, ==, rows[i].num_format);
  }
}

static void test_values_that_stay_texts (void)
{
  static const struct {
    const char *text;
    TzValueType type;
  } rows[] = {
    { "1", TZ_VALUE_TEXT },
    { "", TZ_VALUE_NUMBER },
    { "007", TZ_VALUE_NUMBER },
    { "+0", TZ_VALUE_NUMBER },
    { "+-5", TZ_VALUE_NUMBER },
    { "++5", TZ_VALUE_NUMBER },
    { "-0", TZ_VALUE_NUMBER },
    { "-0.00", TZ_VALUE_NUMBER },
    { "1.", TZ_VALUE_NUMBER },
    { ".5", TZ_VALUE_NUMBER },
    { "1e3", TZ_VALUE_NUMBER },
    { "12,34", TZ_VALUE_NUMBER },
    { "1234,567", TZ_VALUE_NUMBER },
    { "1,234,56", TZ_VALUE_NUMBER },
    { ",123", TZ_VALUE_NUMBER },
    { "１２", TZ_VALUE_NUMBER },
    { "1234567890123456", TZ_VALUE_NUMBER },
    { "——", TZ_VALUE_NUMBER },
    { "5", TZ_VALUE_PERCENT },
    { "5%", TZ_VALUE_NUMBER },
    { "5 %", TZ_VALUE_PERCENT },
    { "=1", TZ_VALUE_NUMBER },
    { "2021-02-30", TZ_VALUE_DATE },
    { "1900-01-01", TZ_VALUE_DATE },
    { "2021年6月底前", TZ_VALUE_DATE },
    { "2021-6-03", TZ_VALUE_DATE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    double value;
    const char *num_format;
    if (tz_value_of_text (rows[i].text, rows[i].type, &value, &num_format))
      g_error ("“%s” became a number", rows[i].text);
  }
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/value/round-trip", test_values_that_round_trip);
  g_test_add_func ("/value/texts", test_values_that_stay_texts);
  return g_test_run ();
}
