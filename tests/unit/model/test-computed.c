/* Columns with a formula: computed where empty, checked where given. */
#include "help/findings.h"
#include "help/office.h"

#include <locale.h>
#include <string.h>

#define PLAIN "[template]\nkind = table\n[table]\nsection-rows = no\n"
#define SUM                                                                                                    \
  PLAIN "[column name]\n[column a]\n[column b]\nneed = optional\n[column total]\nneed = blank\ncompute = a + " \
        "b\n"
#define CUT                                                                                                    \
  PLAIN "[column before]\n[column after]\n[column cut]\ntype = percent\ndigits = 0\ncompute = (before - "      \
        "after) / before\n"

static void test_computed (void)
{
  assert_grid (SUM, "name,a,b,total\n甲,1,3,\n乙,--,2,\n丙,,,\n丁,0.1,0.2,\n",
               "name|a|b|total\n甲|1|3|4\n乙|--|2|2\n丙|||\n丁|0.1|0.2|0.3\n", "");
}

/* The form prints the column although the data have none. */
static void test_missing_column (void)
{
  assert_grid (SUM, "name,a,b\n甲,1,3\n", "name|a|b|total\n甲|1|3|4\n", "");
}

/* A column that the data lack adds nothing. */
static void test_missing_term (void)
{
  assert_grid (SUM, "name,a,total\n甲,1,\n乙,1,2\n", "name|a|total\n甲|1|1\n乙|1|2\n",
               "warning formula-mismatch 3:5 C3");
}

static void test_checked (void)
{
  assert_grid (SUM, "name,a,b,total\n甲,1,3,4\n乙,1,3,5\n丙,1,3,--\n丁,1,3,另计\n",
               "name|a|b|total\n甲|1|3|4\n乙|1|3|5\n丙|1|3|--\n丁|1|3|另计\n",
               "warning formula-mismatch 3:7 D3");
}

static void test_message (void)
{
  Office *office = office_new ();
  office_write (office, "form.ini", SUM);
  office_write (office, "data.csv", "name,a,b,total\n甲,1,3*,5\n");
  tz_doc_free (office_compose (office, "data.csv", 0, "form.ini", NULL));
  g_assert_nonnull (strstr (tz_diag_get (office->diag, 0)->message,
                            "“5” in column “total” does not agree with 1 + 3* = 1(4*)"));
  office_free (office);
}

/* Starred steps belong to some cases only. */
static void test_stars (void)
{
  assert_grid (SUM, "name,a,b,total\n甲,1,3*,1(4*)\n乙,1,3*,1\n丙,1,3*,4\n丁,1,3*,4*\n戊,1,3*,\n己,1*,3*,\n",
               "name|a|b|total\n甲|1|3*|1(4*)\n乙|1|3*|1\n丙|1|3*|4\n丁|1|3*|4*\n戊|1|3*|1(4*)\n己|1*|3*|4*\n",
               "");
  assert_grid (
      SUM, "name,a,b,total\n甲,1,3*,1(5*)\n乙,1,3*,2(4*)\n丙,1,3*,1*\n丁,1,3,1\n",
      "name|a|b|total\n甲|1|3*|1(5*)\n乙|1|3*|2(4*)\n丙|1|3*|1*\n丁|1|3|1\n",
      "warning formula-mismatch 2:8 D2; warning formula-mismatch 3:8 D3; warning formula-mismatch 4:8 D4; "
      "warning formula-mismatch 5:7 D5");
}

static void test_units_and_ranges (void)
{
  assert_grid (
      SUM,
      "name,a,b,total\n甲,1个工作日,3工作日,\n乙,1-2,3,\n丙,1-2天,3天,4-5天\n丁,1天,3个工作日,\n戊,1,3天,4\n",
      "name|a|b|total\n甲|1个工作日|3工作日|4个工作日\n乙|1-2|3|4-5\n丙|1-2天|3天|4-5天\n丁|1天|3个工作日|\n"
      "戊|1|3天|4\n",
      "warning formula-unchecked 5:6 C5");
}

static void test_words (void)
{
  assert_grid (SUM, "name,a,b,total\n甲,若干,3,\n乙,若干,3,另计\n",
               "name|a|b|total\n甲|若干|3|\n乙|若干|3|另计\n", "warning formula-unchecked 2:3 B2");
}

static void test_percent (void)
{
  assert_grid (CUT,
               "before,after,cut\n18,6,\n18,6,67%\n18,6,66.7%\n18,6,66.6%\n18,6,67\n18,6,66%\n--,6,\n0,6,\n",
               "before|after|cut\n18|6|67%\n18|6|67%\n18|6|66.7%\n18|6|66.6%\n18|6|67\n18|6|66%\n--|6|\n0|6|\n",
               "warning formula-mismatch 5:6 C5; warning formula-mismatch 7:6 C7");
}

/* A formula over a computed column, which stands behind it in the form. */
static void test_chain (void)
{
  assert_grid (PLAIN "[column d]\nneed = blank\ncompute = c * 2\n[column a]\n[column b]\n"
                     "[column c]\nneed = blank\ncompute = a + b\n",
               "a,b\n1,2\n", "d|a|b|c\n6|1|2|3\n", "");
}

/* A merged cell counts in each of its rows; computed cells are summed by totals. */
static void test_merged_and_totals (void)
{
  assert_grid (PLAIN "[column name]\n[column a]\nmerge = down\n[column b]\ntype = number\n"
                     "[column c]\ntype = number\ncompute = a + b\n[total all]\nlabels = 合计\n",
               "name,a,b,c\n甲,1,3,\n乙,,3,\n合计,2,6,9\n", "name|a|b|c\n甲|1|3|4\n乙|^|3|4\n合计|2|6|9\n",
               "warning formula-mismatch 4:8 D4; warning total-mismatch 4:8 D4");
}

static void test_bad_formulas (void)
{
  assert_grid (PLAIN "[column a]\n[column b]\ncompute = a +\n", "a,b\n1,2\n", NULL, "error bad-value 7:11");
  assert_grid (PLAIN "[column a]\n[column b]\ncompute = a + c\n", "a,b\n1,2\n", NULL,
               "error unknown-column 7:11");
  assert_grid (PLAIN "[column a]\ncompute = b\n[column b]\ncompute = a\n", "a,b\n1,2\n", NULL,
               "error bad-value 6:11");
  assert_grid (PLAIN "[column a]\ncompute = a + 1\n", "a\n1\n", NULL, "error bad-value 6:11");
  assert_grid (PLAIN "[column a]\n[column b]\ncompute = a\ndigits = 12\n", "a,b\n1,2\n", NULL,
               "error bad-value 8:10");
}

/* A column of the template that a book does not print may stay in the formula. */
static void test_left_out (void)
{
  static const char *const sets[] = { "table.columns=name,a,total", NULL };
  Office *office = office_new ();
  office_write (office, "form.ini", SUM);
  office_write (office, "data.csv", "name,a,total\n甲,1,\n");
  TzDoc *doc = office_compose (office, "data.csv", 0, "form.ini", sets);
  assert_findings (office->diag, "");
  g_autofree char *text = office_grid_text (office_table (doc)->grid);
  g_assert_cmpstr (text, ==, "name|a|total\n甲|1|1\n");
  tz_doc_free (doc);
  office_free (office);
}

/* ── the form of time limits ─────────────────────────────────────────────── */

static void check_limits (const char *csv, const char *rows, const char *findings)
{
  Office *office = office_new ();
  office_write (office, "limits.csv", csv);
  TzDoc *doc = office_compose (office, "limits.csv", 0, "time-limits", NULL);
  assert_findings (office->diag, findings);
  g_autofree char *text = office_grid_text (office_table (doc)->grid);
  g_assert_true (g_str_has_suffix (text, rows));
  tz_doc_free (doc);
  office_free (office);
}

static void test_limits (void)
{
  check_limits (
      "用户类型,业务受理,供电方案答复,设计审查,中间检查,竣工检验,装表接电,合计办理时间,现行规定时限,压减比例\n"
      "低压,1,3,--,--,--,2,6,18,67%\n高压,1,10,3,2,3,3,,38,\n双电源,1,20,3,2,3,3,31,53,42%\n",
      "低压|1|3|--|--|--|2|6|18|67%\n高压|1|10|3|2|3|3|22|38|42%\n双电源|1|20|3|2|3|3|31|53|42%\n",
      "warning formula-mismatch 4:18 H4");
  check_limits ("用户类型,业务受理,供电方案答复,设计审查*,中间检查*,竣工检验和装表接电\n低压,1,2,—,—,2\n高压,1,"
                "10,3*,2*,6\n",
                "低压|1|2|—|—|2|5\n高压|1|10|3*|2*|6|17(22*)\n", "");
}

int main (int argc, char **argv)
{
  setlocale (LC_CTYPE, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/computed/computed", test_computed);
  g_test_add_func ("/computed/missing-column", test_missing_column);
  g_test_add_func ("/computed/missing-term", test_missing_term);
  g_test_add_func ("/computed/checked", test_checked);
  g_test_add_func ("/computed/message", test_message);
  g_test_add_func ("/computed/stars", test_stars);
  g_test_add_func ("/computed/units-and-ranges", test_units_and_ranges);
  g_test_add_func ("/computed/words", test_words);
  g_test_add_func ("/computed/percent", test_percent);
  g_test_add_func ("/computed/chain", test_chain);
  g_test_add_func ("/computed/merged-and-totals", test_merged_and_totals);
  g_test_add_func ("/computed/bad-formulas", test_bad_formulas);
  g_test_add_func ("/computed/left-out", test_left_out);
  g_test_add_func ("/computed/time-limits", test_limits);
  return g_test_run ();
}
