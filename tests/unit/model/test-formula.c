/* Amounts as cells write them, and formulas over them. */
#include "model/formula.h"

#include <locale.h>
#include <string.h>

/* ── amounts ─────────────────────────────────────────────────────────────── */

static char *show (const TzAmount *amount, gboolean percent)
{
  if (amount->kind == TZ_AMOUNT_NUMBER)
    return tz_amount_to_string (amount, -1, percent);
  return g_strdup (amount->kind == TZ_AMOUNT_NOTHING ? "nothing" : "words");
}

static void test_amounts (void)
{
  static const struct {
    const char *text, *plain, *full, *unit;
    int digits;
  } cases[] = {
    { "6", "6", "6", "", 0 },
    { " ６ ", "6", "6", "", 0 },
    { "-1.50", "-1.5", "-1.5", "", 2 },
    { "1,234", "1234", "1234", "", 0 },
    { "3*", "nothing", "3", "", 0 },
    { "3＊", "nothing", "3", "", 0 },
    { "17(22*)", "17", "22", "", 0 },
    { "17（22*）", "17", "22", "", 0 },
    { "3个工作日", "3", "3", "个工作日", 0 },
    { "3工作日以内", "3", "3", "工作日", 0 },
    { "5天*", "nothing", "5", "天", 0 },
    { "3-5", "3-5", "3-5", "", 0 },
    { "3天至5天", "3-5", "3-5", "天", 0 },
    { "3～5个工作日", "3-5", "3-5", "个工作日", 0 },
    { "3工作日至5个工作日", "3-5", "3-5", "工作日", 0 },
    { "3—5", "3-5", "3-5", "", 0 },
    { "6（含验收）", "6", "6", "", 0 },
    { "67%", "67%", "67%", "", 0 },
    { "66.7％", "66.7%", "66.7%", "", 1 },
    { "", "nothing", "nothing", "", 0 },
    { "--", "nothing", "nothing", "", 0 },
    { "—", "nothing", "nothing", "", 0 },
    { "——", "nothing", "nothing", "", 0 },
    { "无", "nothing", "nothing", "", 0 },
    { "/", "nothing", "nothing", "", 0 },
    { "约6", "words", "words", "", 0 },
    { "6(", "words", "words", "", 0 },
    { "6(7", "words", "words", "", 0 },
    { "6*(7)", "words", "words", "", 0 },
    { "3天5个工作日", "words", "words", "", 0 },
    { "3天至5个工作日", "words", "words", "", 0 },
    { "1.2.3", "words", "words", "", 0 },
    { "6一二三四五六七八九十", "words", "words", "", 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    TzCellAmount amount;
    tz_amount_parse (cases[i].text, &amount);
    g_autofree char *plain = show (&amount.plain, amount.percent), *full = show (&amount.full, amount.percent);
    g_test_message ("%s -> %s, %s", cases[i].text, plain, full);
    g_assert_cmpstr (plain, ==, cases[i].plain);
    g_assert_cmpstr (full, ==, cases[i].full);
    g_assert_cmpstr (amount.unit, ==, cases[i].unit);
    g_assert_cmpint (amount.digits, ==, cases[i].digits);
  }
}

static void check_text (const char *text, int digits, gboolean percent, const char *expected)
{
  TzCellAmount amount;
  tz_amount_parse (text, &amount);
  g_autofree char *shown = tz_amount_to_string (&amount.full, digits, percent);
  g_assert_cmpstr (shown, ==, expected);
}

static void test_texts (void)
{
  check_text ("6.50", -1, FALSE, "6.5");
  check_text ("6.125", -1, FALSE, "6.13");
  check_text ("0.5", 0, TRUE, "50%");
  check_text ("66.67%", 1, TRUE, "66.7%");
  check_text ("3-5", 1, FALSE, "3.0-5.0");
  check_text ("3.1-3.2", 0, FALSE, "3");
}

/* ── formulas ────────────────────────────────────────────────────────────── */

static void test_forms (void)
{
  static const char *const good[] = { "a", "a + b", "(a-b - c) / a", "a*2", "((a))", "a+b", "a/3 + 0.5*b" };
  static const char *const bad[] = { "",
                                     "1 + 2",
                                     "a +",
                                     "+ a",
                                     "(a",
                                     "a)",
                                     "a b",
                                     "a ++ b",
                                     "甲 + 乙",
                                     "a $ b",
                                     "a + 1.2.3",
                                     "()",
                                     "a + 99999999999999999999" };
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++) {
    TzFormula *formula = tz_formula_parse (good[i]);
    g_test_message ("%s", good[i]);
    g_assert_nonnull (formula);
    tz_formula_free (formula);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_test_message ("%s", bad[i]);
    g_assert_null (tz_formula_parse (bad[i]));
  }
  g_autofree char *deep = g_strnfill (1000, '('), *deeper = g_strconcat (deep, "a", NULL);
  g_assert_null (tz_formula_parse (deeper));
}

static void test_names (void)
{
  TzFormula *formula = tz_formula_parse ("(y-1 - y2) / y-1");
  g_assert_cmpint (tz_formula_n_names (formula), ==, 2);
  g_assert_cmpstr (tz_formula_name (formula, 0), ==, "y-1");
  g_assert_cmpstr (tz_formula_name (formula, 1), ==, "y2");
  g_assert_true (tz_formula_divides (formula));
  g_assert_false (tz_formula_is_sum (formula));
  tz_formula_free (formula);
  formula = tz_formula_parse ("a + b - c");
  g_assert_false (tz_formula_divides (formula));
  g_assert_true (tz_formula_is_sum (formula));
  tz_formula_free (formula);
}

/* CELLS, parted by bars, are the names in their order; the value without and with starred cells. */
static void check (const char *text, const char *cells, const char *plain, const char *full)
{
  TzFormula *formula = tz_formula_parse (text);
  g_auto (GStrv) texts = g_strsplit (cells, "|", -1);
  TzAmount values[2][8], results[2];
  g_assert_nonnull (formula);
  g_assert_cmpint (tz_formula_n_names (formula), ==, (int)g_strv_length (texts));
  for (int i = 0; texts[i]; i++) {
    TzCellAmount amount;
    tz_amount_parse (texts[i], &amount);
    values[0][i] = amount.plain;
    values[1][i] = amount.full;
  }
  for (int i = 0; i < 2; i++)
    tz_formula_value (formula, values[i], &results[i]);
  g_autofree char *shown_plain = show (&results[0], FALSE), *shown_full = show (&results[1], FALSE);
  g_assert_cmpstr (shown_plain, ==, plain);
  g_assert_cmpstr (shown_full, ==, full);
  tz_formula_free (formula);
}

static void test_values (void)
{
  check ("office + user + state", "1|3|2", "6", "6");
  check ("a + b + c", "1|--|2", "3", "3");
  check ("a + b", "--|", "nothing", "nothing");
  check ("a + b", "0.1|0.2", "0.3", "0.3");
  check ("a + b + c", "10|3*|2*", "10", "15");
  check ("a + b", "1-2|3", "4-5", "4-5");
  check ("a - b", "10-12|3-4", "6-9", "6-9");
  check ("(a - b) / a", "18|6", "0.67", "0.67");
  check ("(a - b) / a", "--|6", "nothing", "nothing");
  check ("(a - b) / a", "18|--", "nothing", "nothing");
  check ("a / b", "1|0", "nothing", "nothing");
  check ("a * 2 + b", "3|1", "7", "7");
  check ("a - b - c", "9|2|3", "4", "4");
  check ("a / b / c", "12|2|3", "2", "2");
  check ("a * b", "1-2|3", "words", "words");
  check ("a + b", "多|3", "words", "words");
  check ("a * a", "99999999999999", "words", "words");
}

static void check_show (const char *text, const char *cells, const char *expected)
{
  TzFormula *formula = tz_formula_parse (text);
  g_auto (GStrv) texts = g_strsplit (cells, "|", -1);
  const char *shown[8] = { NULL };
  for (int i = 0; texts[i]; i++)
    shown[i] = *texts[i] != '\0' ? texts[i] : NULL;
  g_autofree char *result = tz_formula_show (formula, shown);
  g_assert_cmpstr (result, ==, expected);
  tz_formula_free (formula);
}

static void test_show (void)
{
  check_show ("a + b + c", "1|3*|2", "1 + 3* + 2");
  check_show ("a + b + c", "|3*|2", "3* + 2");
  check_show ("a + b + c", "1||", "1");
  check_show ("(a - b) / a", "18|6", "(18 - 6) ÷ 18");
  check_show ("(a - b) / a", "|6", "(— - 6) ÷ —");
  check_show ("(a + b) * 2", "|6", "(6) × 2");
}

int main (int argc, char **argv)
{
  setlocale (LC_CTYPE, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formula/amounts", test_amounts);
  g_test_add_func ("/formula/amount-texts", test_texts);
  g_test_add_func ("/formula/forms", test_forms);
  g_test_add_func ("/formula/names", test_names);
  g_test_add_func ("/formula/values", test_values);
  g_test_add_func ("/formula/show", test_show);
  return g_test_run ();
}
