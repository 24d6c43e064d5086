/* What cells show by their number formats, against what a Chinese Excel shows. */
#include "read/workbook/format.h"

#include <string.h>

typedef struct {
  const char *code;
  double value;
  const char *shown;
} Example;

static void check (const Example *examples, gsize n, gboolean date_1904)
{
  for (gsize i = 0; i < n; i++) {
    TzNumberFormat *format = tz_number_format_new (examples[i].code);
    g_autoptr (GString) shown = g_string_new (NULL);
    tz_number_format_number (format, examples[i].value, date_1904, shown);
    if (!g_str_equal (shown->str, examples[i].shown))
      g_test_message ("%.15g by %s", examples[i].value, examples[i].code);
    g_assert_cmpstr (shown->str, ==, examples[i].shown);
    tz_number_format_free (format);
  }
}

static void test_general (void)
{
  static const Example examples[] = {
    { "General", 0, "0" },
    { "General", 1, "1" },
    { "General", -7.25, "-7.25" },
    { "General", 0.1, "0.1" },
    { "General", 66.7, "66.7" },
    { "General", 1.0 / 3, "0.333333333" },
    { "General", 1234567.891234, "1234567.891" },
    { "General", 12345678901, "12345678901" },
    { "General", 123456789012, "1.23457E+11" },
    { "General", 371581199001011234.0, "3.71581E+17" },
    { "General", 0.00012, "0.00012" },
    { "General", 1e-12, "1E-12" },
    { "G/通用格式", 2.5, "2.5" },
    { "", 2.5, "2.5" },
  };
  check (examples, G_N_ELEMENTS (examples), FALSE);
}

static void test_digits (void)
{
  static const Example examples[] = {
    { "0", 2.5, "3" },
    { "0", -0.4, "0" },
    { "0.00", 1.005, "1.01" },
    { "0.00", 1234.5, "1234.50" },
    { "000000", 42, "000042" },
    { "0.##", 3.5, "3.5" },
    { "#.00", 0.5, ".50" },
    { "#,##0", 1234567, "1,234,567" },
    { "#,##0", 12, "12" },
    { "#,##0.00", 999999.995, "1,000,000.00" },
    { "0,000", 5, "0,005" },
    { "0%", 0.8, "80%" },
    { "0.0E+0%", 1.7e308, "1.8E+308%" },
    { "0.0%", 0.667, "66.7%" },
    { "0.0%", 1.05, "105.0%" },
    { "0.00E+00", 12345, "1.23E+04" },
    { "0.00E+00", 0.00012, "1.20E-04" },
    { "0.00E+00", 0, "0.00E+00" },
    { "##0.0E+0", 12345, "12.3E+3" },
    { "0.0,\"万元\"", 12345, "12.3万元" },
    { "0000-0000", 12345678, "1234-5678" },
  };
  check (examples, G_N_ELEMENTS (examples), FALSE);
}

static void test_fractions (void)
{
  static const Example examples[] = {
    { "# ?/?", 0.5, "1/2" },       { "# ?/?", 1.25, "1 1/4" }, { "# ?/?", 2, "2" },
    { "# ?\?/?\?", 0.28, "7/25" }, { "?/?", 1.5, "3/2" },      { "# ?/8", 0.5, "4/8" },
  };
  check (examples, G_N_ELEMENTS (examples), FALSE);
}

static void test_sections (void)
{
  static const Example examples[] = {
    { "0.0;(0.0);\"—\"", 3, "3.0" },
    { "0.0;(0.0);\"—\"", -3, "(3.0)" },
    { "0.0;(0.0);\"—\"", 0, "—" },
    { "#,##0;[Red]-#,##0", -1234, "-1,234" },
    { "[>=10000]0.0,\"千\";0", 12345, "12.3千" },
    { "[>=10000]0.0,\"千\";0", 99, "99" },
    { "[=1]\"是\";[=0]\"否\";General", 1, "是" },
    { "[=1]\"是\";[=0]\"否\";General", 0, "否" },
    { "[=1]\"是\";[=0]\"否\";General", 7, "7" },
    { "[$¥-804]#,##0.00", 12.5, "¥12.50" },
    { "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"?\?_ ;_ @_ ", 12345.6, "12,345.60" },
    { "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"?\?_ ;_ @_ ", 0, "-" },
    { "0_);\\(0\\)", -5, "(5)" },
    { "\"第\"0\"名\"", 3, "第3名" },
    { ";;;", 3, "" },
  };
  check (examples, G_N_ELEMENTS (examples), FALSE);
}

static void test_dates (void)
{
  static const Example examples[] = {
    { "yyyy/m/d", 44377, "2021/6/30" },
    { "yyyy-mm-dd", 44378, "2021-07-01" },
    { "yyyy\"年\"m\"月\"d\"日\"", 44377, "2021年6月30日" },
    { "yy.m.d", 44377, "21.6.30" },
    { "m\"月\"d\"日\";@", 44377, "6月30日" },
    { "mmm-yy", 44377, "Jun-21" },
    { "aaaa", 44377, "星期三" },
    { "dddd", 44377, "Wednesday" },
    { "yyyy/m/d", 59, "1900/2/28" },
    { "yyyy/m/d", 60, "1900/2/29" },
    { "yyyy/m/d", 61, "1900/3/1" },
    { "yyyy/m/d", -1, "########" },
    { "yyyy/m/d h:mm", 44377.75, "2021/6/30 18:00" },
    { "h:mm:ss", 0.999999, "0:00:00" },
    { "上午/下午h\"时\"mm\"分\"", 0.6, "下午2时24分" },
    { "h:mm AM/PM", 0, "12:00 AM" },
    { "[h]:mm", 1.5, "36:00" },
    { "[mm]:ss", 0.0625, "90:00" },
    { "mm:ss.0", 0.00012, "00:10.4" },
    { "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", 44377, "二〇二一年六月三十日" },
  };
  check (examples, G_N_ELEMENTS (examples), FALSE);
}

static void test_1904 (void)
{
  static const Example examples[] = { { "yyyy/m/d", 0, "1904/1/1" }, { "yyyy/m/d", 42915, "2021/6/30" } };
  check (examples, G_N_ELEMENTS (examples), TRUE);
}

static void test_hanzi (void)
{
  static const Example examples[] = {
    { "[DBNum1]General", 12, "十二" },
    { "[DBNum1]General", 110, "一百一十" },
    { "[DBNum1]General", 1000010, "一百万零一十" },
    { "[DBNum1]General", 0, "〇" },
    { "[DBNum2]General", 10, "壹拾" },
    { "[DBNum2]General", 120345678, "壹亿贰仟零叁拾肆万伍仟陆佰柒拾捌" },
    { "[DBNum2]0.00", 3.05, "叁.零伍" },
    { "[DBNum3]General", 105, "１０５" },
  };
  check (examples, G_N_ELEMENTS (examples), FALSE);
}

static void test_builtin (void)
{
  g_assert_cmpstr (tz_number_format_builtin (0), ==, "General");
  g_assert_cmpstr (tz_number_format_builtin (14), ==, "yyyy/m/d");
  g_assert_cmpstr (tz_number_format_builtin (31), ==, "yyyy\"年\"m\"月\"d\"日\"");
  g_assert_cmpstr (tz_number_format_builtin (49), ==, "@");
  g_assert_cmpstr (tz_number_format_builtin (23), ==, "General");
}

static void test_kind (void)
{
  static const struct {
    const char *code;
    TzFormatKind kind;
  } examples[] = {
    { "General", TZ_FORMAT_GENERAL }, { "0.0", TZ_FORMAT_NUMBER },    { "# ?/?", TZ_FORMAT_NUMBER },
    { "0%", TZ_FORMAT_PERCENT },      { "yyyy/m/d", TZ_FORMAT_DATE }, { "[h]:mm", TZ_FORMAT_DATE },
    { "@", TZ_FORMAT_TEXT },          { "\"d\"0", TZ_FORMAT_NUMBER }, { "[Red]0", TZ_FORMAT_NUMBER },
  };
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++) {
    TzNumberFormat *format = tz_number_format_new (examples[i].code);
    g_assert_cmpint (tz_number_format_kind (format), ==, examples[i].kind);
    tz_number_format_free (format);
  }
}

static void test_text (void)
{
  static const struct {
    const char *code, *text, *shown;
  } examples[] = {
    { "@", "0012", "0012" },
    { "General", "甲", "甲" },
    { "0;-0;0;\"编号\"@", "7", "编号7" },
    { "0.00", "无", "无" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++) {
    TzNumberFormat *format = tz_number_format_new (examples[i].code);
    g_autoptr (GString) shown = g_string_new (NULL);
    tz_number_format_text (format, examples[i].text, shown);
    g_assert_cmpstr (shown->str, ==, examples[i].shown);
    tz_number_format_free (format);
  }
}

/* Whatever a file says its format is: no crash, and an answer. */
static void test_any_code (void)
{
  static const char letters[] = "0#?.,%/E+-@_*\\\"[]hmsydae;$<>=AP 1";
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  for (int i = 0; i < 20000; i++) {
    char code[16];
    int n = g_rand_int_range (rand, 0, 15);
    for (int k = 0; k < n; k++)
      code[k] = letters[g_rand_int_range (rand, 0, (gint32)sizeof letters - 1)];
    code[n] = '\0';
    TzNumberFormat *format = tz_number_format_new (code);
    g_autoptr (GString) shown = g_string_new (NULL);
    tz_number_format_number (format, g_rand_double_range (rand, -1e6, 1e6), FALSE, shown);
    tz_number_format_text (format, "文", shown);
    g_assert_true (g_utf8_validate (shown->str, -1, NULL));
    const char *written = tz_number_format_write (format);
    g_assert_true (!written || (strlen (written) <= 127 && g_utf8_validate (written, -1, NULL)));
    tz_number_format_free (format);
  }
}

/* What is written into a workbook that anybody may open. */
static void test_written (void)
{
  static const struct {
    const char *code, *written;
  } rows[] = {
    { "General", NULL },
    { "@", NULL },
    { "0.00", "0.00" },
    { "#,##0.0,", "#,##0.0," },
    { "0.0%", "0.0%" },
    { "0.00E+00", "0.00E+00" },
    { "# ?/8", "#\\ ?/8" },
    { "# ?\?/??", "#\\ ?\?/??" },
    { "yyyy/m/d", "yyyy\\/m\\/d" },                 /* not the region's mark */
    { "yyyy年m月d日", "yyyy\"年\"m\"月\"d\"日\"" }, /* nothing bare */
    { "h:mm", "h\\:mm" },
    { "h:mm AM/PM", "[$-409]h\\:mm\\ AM/PM" },
    { "上午/下午h\"时\"", "[$-804]AM/PMh\"时\"" },
    { "[$-804]AM/PMh\"时\"", "[$-804]AM/PMh\"时\"" },
    { "mmm-yy", "[$-409]mmm\\-yy" },
    { "aaaa", "[$-804]aaaa" },
    { "mmm aaaa", NULL }, /* two languages */
    { "[DBNum2]0", "[DBNum2][$-804]0" },
    { "[Red]0;[Blue]-0", "0;\\-0" },
    { "[>=90]0;0.0", "[>=90]0;0.0" },
    { "[$￥-804]#,##0", "\"￥\"#,##0" },
    { "_ ¥* #,##0_ ;_ ¥* \"-\"?\?_ ;_ @_ ", "\"¥\"#,##0;\"¥-\"##;@" },
    { "0.0?\"元\"", "0.0?\"元\"" }, /* ? leaves room within what is shown */
    { "0\\\"", "0\\\"" },
    { "[h]:mm:ss", "[h]\\:mm\\:ss" },
    { "=1+1", "\"=1+1\"" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    TzNumberFormat *format = tz_number_format_new (rows[i].code);
    if (g_strcmp0 (tz_number_format_write (format), rows[i].written) != 0)
      g_test_message ("of %s", rows[i].code);
    g_assert_cmpstr (tz_number_format_write (format), ==, rows[i].written);
    tz_number_format_free (format);
  }
}

/* More than libxlsxwriter takes would be cut anywhere. */
static void test_written_is_short (void)
{
  g_autofree char *text = g_strnfill (130, 'x'), *code = g_strdup_printf ("0\"%s\"", text);
  TzNumberFormat *format = tz_number_format_new (code);
  g_assert_null (tz_number_format_write (format));
  tz_number_format_free (format);
}

static char *shown_by (const char *code, double value)
{
  TzNumberFormat *format = tz_number_format_new (code);
  GString *shown = g_string_new (NULL);
  tz_number_format_number (format, value, FALSE, shown);
  tz_number_format_free (format);
  return g_string_free (shown, FALSE);
}

/* Whatever the code, what is written shows the same. */
static void test_written_shows_the_same (void)
{
  static const char *const codes[] = { "0.00",
                                       "#,##0.0;(#,##0.0);\"零\"",
                                       "0.0%",
                                       "# ?\?/??",
                                       "yyyy/m/d h:mm:ss.0",
                                       "yyyy年m月",
                                       "dddd",
                                       "aaa",
                                       "0.0E+0",
                                       "_ * #,##0.00_ ;_ * -#,##0.00_ ",
                                       "[h]:mm",
                                       "[>10]\"多\"0;[>=0]\"少\"0;0",
                                       "[DBNum1]0",
                                       "0\"件\"0",
                                       "AM/PM h:mm",
                                       "0.0 \"元\"" };
  static const double values[] = { 0, 1, -1, 0.5, 12.345, 44377.75, -1234.5 };
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++) {
    TzNumberFormat *format = tz_number_format_new (codes[i]);
    const char *written = tz_number_format_write (format);
    g_assert_nonnull (written);
    for (gsize k = 0; k < G_N_ELEMENTS (values); k++) {
      g_autofree char *first = shown_by (codes[i], values[k]), *second = shown_by (written, values[k]);
      g_assert_cmpstr (first, ==, second);
    }
    tz_number_format_free (format);
  }
}

static void test_has_day (void)
{
  static const struct {
    const char *code;
    gboolean has_day;
  } rows[] = { { "yyyy-mm-dd", TRUE }, { "m\"月\"", TRUE }, { "aaaa", TRUE },
               { "h:mm", FALSE },      { "[h]:mm", FALSE }, { "0", FALSE } };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    TzNumberFormat *format = tz_number_format_new (rows[i].code);
    g_assert_cmpint (tz_number_format_has_day (format), ==, rows[i].has_day);
    tz_number_format_free (format);
  }
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/general", test_general);
  g_test_add_func ("/format/digits", test_digits);
  g_test_add_func ("/format/fractions", test_fractions);
  g_test_add_func ("/format/sections", test_sections);
  g_test_add_func ("/format/dates", test_dates);
  g_test_add_func ("/format/1904", test_1904);
  g_test_add_func ("/format/hanzi", test_hanzi);
  g_test_add_func ("/format/builtin", test_builtin);
  g_test_add_func ("/format/kind", test_kind);
  g_test_add_func ("/format/text", test_text);
  g_test_add_func ("/format/any-code", test_any_code);
  g_test_add_func ("/format/written", test_written);
  g_test_add_func ("/format/written-is-short", test_written_is_short);
  g_test_add_func ("/format/written-shows-the-same", test_written_shows_the_same);
  g_test_add_func ("/format/has-day", test_has_day);
  return g_test_run ();
}
