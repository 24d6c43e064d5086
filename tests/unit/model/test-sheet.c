/* Tables as offices have them: tests/golden/sheet holds one after the other, "# name", then a line a row, its
 * class before the first bar, the cells behind it, and for each table with a head "> the paths of its columns".
 */
#include <glib.h>
#include <string.h>

#include "help/rows.h"

/* ---- the tables of the golden files ---- */

typedef struct {
  char *classes, *text, *paths; /* paths of several tables in lines */
} Sample;

static void sample_free (gpointer data)
{
  Sample *sample = data;
  g_free (sample->classes);
  g_free (sample->text);
  g_free (sample->paths);
  g_free (sample);
}

static Sample *read_sample (char **lines)
{
  GString *classes = g_string_new (NULL), *text = g_string_new (NULL), *paths = g_string_new (NULL);
  Sample *sample = g_new0 (Sample, 1);
  for (; *lines != NULL && **lines != '#'; lines++) {
    const char *bar = strchr (*lines, '|');
    if (g_str_has_prefix (*lines, "> ")) {
      g_string_append_printf (paths, "%s%s", paths->len > 0 ? "\n" : "", *lines + 2);
    } else if (bar != NULL) {
      g_string_append_printf (text, "%s%s", classes->len > 0 ? "\n" : "", bar + 1);
      g_string_append_printf (classes, "%s%.*s", classes->len > 0 ? " " : "", (int)(bar - *lines), *lines);
    }
  }
  sample->classes = g_string_free (classes, FALSE);
  sample->text = g_string_free (text, FALSE);
  sample->paths = g_string_free (paths, FALSE);
  return sample;
}

static void test_sample (gconstpointer data)
{
  const Sample *sample = data;
  TestRows *rows = test_rows_new (sample->text);
  TzSheet *sheet = tz_sheet_recognise (&rows->rows, NULL);
  g_autofree char *classes = test_rows_classes (sheet);
  g_assert_cmpstr (classes, ==, sample->classes);

  g_autoptr (GString) all = g_string_new (NULL);
  for (int i = 0; i < tz_sheet_n_tables (sheet); i++) {
    g_autofree char *paths = test_rows_paths (sheet, i);
    if (tz_sheet_table (sheet, i)->n_head > 0)
      g_string_append_printf (all, "%s%s", all->len > 0 ? "\n" : "", paths);
  }
  g_assert_cmpstr (all->str, ==, sample->paths);
  tz_sheet_free (sheet);
  test_rows_free (rows);
}

static void add_samples (const char *file)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", "sheet", file, NULL), *text = NULL;
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *kind = g_strndup (file, strcspn (file, "."));
  for (int i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "# ")) {
      g_autofree char *name = g_strconcat ("/sheet/", kind, "/", lines[i] + 2, NULL);
      g_test_add_data_func_full (name, read_sample (lines + i + 1), test_sample, sample_free);
    }
}

/* ---- counts ---- */

static void test_counts (void)
{
  TestRows *rows =
      test_rows_new ("附件1\n清运台账\n||单位：车\n序号|地点|车数\n|一、城东|\n1|甲街|3\n2|乙街|4\n|合计|7\n"
                     "注：不含零星清运。\n填表人：甲某||审核人：乙某");
  TzSheet *sheet = tz_sheet_recognise (&rows->rows, NULL);
  const TzSheetTable *table = tz_sheet_table (sheet, 0);
  g_assert_cmpint (tz_sheet_n_tables (sheet), ==, 1);
  g_assert_cmpint (table->first, ==, 0);
  g_assert_cmpint (table->head, ==, 3);
  g_assert_cmpint (table->n_head, ==, 1);
  g_assert_cmpint (table->body, ==, 4);
  g_assert_cmpint (table->body_end, ==, 8);
  g_assert_cmpint (table->n_body, ==, 2);
  g_assert_cmpint (table->n_total, ==, 1);
  g_assert_cmpint (table->end, ==, 10);
  g_assert_cmpint (table->n_columns, ==, 3);
  tz_sheet_free (sheet);
  test_rows_free (rows);
}

static void test_nothing (void)
{
  static const char *const texts[] = { "", "\n\n", "||\n||", "仅此一行" };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    TestRows *rows = test_rows_new (texts[i]);
    TzSheet *sheet = tz_sheet_recognise (&rows->rows, NULL);
    g_assert_cmpint (tz_sheet_n_tables (sheet), ==, i == 3 ? 1 : 0);
    tz_sheet_free (sheet);
    test_rows_free (rows);
  }
}

/* ---- what a workbook knows ---- */

#define MERGED(row, col, across, down)                                                                         \
  {                                                                                                            \
    row, col,                                                                                                  \
    {                                                                                                          \
      0, across, down                                                                                          \
    }                                                                                                          \
  }

static void test_merged_head (void)
{
  /* Blanks alone would give 投资 the last column, too. */
  static const TestFact facts[] = { MERGED (0, 0, 5, 1), MERGED (1, 0, 1, 2), MERGED (1, 1, 1, 2),
                                    MERGED (1, 2, 2, 1) };
  TestRows *rows =
      test_rows_with_facts ("园林项目表||||\n序号|名称|投资||\n||计划|完成|\n1|甲园|30|20|已验收\n2|乙园|5|5|",
                            facts, G_N_ELEMENTS (facts));
  TzSheet *sheet = tz_sheet_recognise (&rows->rows, NULL);
  g_autofree char *classes = test_rows_classes (sheet), *paths = test_rows_paths (sheet, 0);
  g_assert_cmpstr (classes, ==, "title head head body body");
  g_assert_cmpstr (paths, ==, "序号; 名称; 投资/计划; 投资/完成; ");
  tz_sheet_free (sheet);
  test_rows_free (rows);
}

static void test_merged_across_only (void)
{
  static const TestFact facts[] = { MERGED (0, 1, 2, 1) };
  TestRows *rows =
      test_rows_with_facts ("镇|人口|\n|男|女\n甲镇|12|13\n乙镇|20|19", facts, G_N_ELEMENTS (facts));
  TzSheet *sheet = tz_sheet_recognise (&rows->rows, NULL);
  int n;
  const TzSheetTitle *titles = tz_sheet_titles (sheet, 0, &n);
  g_assert_cmpint (n, ==, 4);
  g_assert_cmpstr (titles[0].text, ==, "镇");
  g_assert_cmpint (titles[0].down, ==, 2);
  g_assert_cmpint (titles[1].across, ==, 2);
  g_assert_cmpint (titles[1].down, ==, 1);
  g_assert_cmpint (titles[3].level, ==, 1);
  g_assert_cmpint (titles[3].col, ==, 2);
  tz_sheet_free (sheet);
  test_rows_free (rows);
}

static void test_covered_text (void)
{
  /* What lies under a merged cell is not shown, so it is no part of the sheet. */
  static const TestFact facts[] = { MERGED (0, 0, 3, 1) };
  TestRows *rows = test_rows_with_facts ("巡查表|旧标题|旧标题\n编号|地点|次数\n1|甲桥|2\n2|乙桥|3", facts,
                                         G_N_ELEMENTS (facts));
  TzSheet *sheet = tz_sheet_recognise (&rows->rows, NULL);
  g_autofree char *classes = test_rows_classes (sheet);
  g_assert_cmpstr (classes, ==, "title head body body");
  tz_sheet_free (sheet);
  test_rows_free (rows);
}

static void test_typed_number (void)
{
  /* 〇 would be words; the workbook says that it is a number as shown. */
  static const TestFact facts[] = { { 1, 1, { TZ_FACT_NUMBER, 1, 1 } },
                                    { 2, 1, { TZ_FACT_NUMBER, 1, 1 } },
                                    { 3, 1, { TZ_FACT_NUMBER, 1, 1 } } };
  TestRows *rows = test_rows_with_facts ("班次|出勤\n早|满勤\n中|缺一\n晚|缺二", facts, G_N_ELEMENTS (facts));
  TzSheet *sheet = tz_sheet_recognise (&rows->rows, NULL);
  g_autofree char *classes = test_rows_classes (sheet);
  g_assert_cmpstr (classes, ==, "head body body body");
  g_assert_cmpfloat (tz_sheet_table (sheet, 0)->sure, >, 0.9);
  tz_sheet_free (sheet);
  test_rows_free (rows);
}

/* ---- what is known beforehand ---- */

/* The classes of TEXT with GIVEN (one class a row, or NULL) and TITLES (NULL-ended, or NULL). g_free. */
static char *classes_with (const char *text, const int *given, const char *const *titles)
{
  TestRows *rows = test_rows_new (text);
  TzSheetHints hints = { .given = given, .titles = titles };
  TzSheet *sheet = tz_sheet_recognise (&rows->rows, &hints);
  char *classes = test_rows_classes (sheet);
  tz_sheet_free (sheet);
  test_rows_free (rows);
  return classes;
}

static void test_given_head (void)
{
  static const int given[] = { -1, TZ_SHEET_HEAD, TZ_SHEET_HEAD, -1, -1 };
  g_autofree char *classes = classes_with ("收发表\n名称|数量\n甲|2\n乙|3\n丙|4", given, NULL);
  g_assert_cmpstr (classes, ==, "title head head body body");
}

static void test_given_rows (void)
{
  static const int given[] = { TZ_SHEET_BLANK, -1, -1, -1, TZ_SHEET_NOTE };
  g_autofree char *classes = classes_with ("草稿，勿用\n名称|数量\n甲|2\n乙|3\n丙|4", given, NULL);
  g_assert_cmpstr (classes, ==, "blank head body body note");
}

static void test_template_titles (void)
{
  /* Without its titles the first row of words is the head. */
  static const char *const titles[] = { "编号", "情形/轻微", "情形/严重", NULL };
  static const char text[] = "说明|按季度报|县局汇总\n编号|轻微|严重\nA|口头提醒|停岗\nB|书面检查|调离";
  g_autofree char *plain = classes_with (text, NULL, NULL), *known = classes_with (text, NULL, titles);
  g_assert_false (g_str_has_prefix (plain, "meta"));
  g_assert_true (g_str_has_suffix (known, "head body body"));
  g_assert_false (g_str_has_prefix (known, "body"));
  g_assert_false (g_str_has_prefix (known, "head"));
}

/* ---- words about it ---- */

static void test_describe (void)
{
  TestRows *rows =
      test_rows_new ("附件2\n清运台账\n||单位：车\n序号|地点|车数\n1|甲街|3\n2|乙街|4\n注：不含零星清运。");
  TzSheet *sheet = tz_sheet_recognise (&rows->rows, NULL);
  g_autofree char *text = tz_sheet_describe (sheet, 0), *doubt = tz_sheet_doubt (sheet, 0);
  g_assert_cmpstr (
      text, ==, "rows 1–3 taken as label, title and unit line; row 4 taken as the head; row 7 taken as notes");
  g_assert_null (doubt);
  tz_sheet_free (sheet);
  test_rows_free (rows);
}

static void test_doubt (void)
{
  /* A list of words: the first row may be titles of columns or the first of the list. */
  TestRows *rows = test_rows_new ("红星|东坪|甲\n青石|西坪|甲\n望江|石桥|乙");
  TzSheet *sheet = tz_sheet_recognise (&rows->rows, NULL);
  g_autofree char *doubt = tz_sheet_doubt (sheet, 0);
  g_assert_cmpstr (
      doubt, ==,
      "the head can be read in two ways: row 1, as is done here, or no row; if the second is right, set "
      "header-rows = 0 in [input]");
  tz_sheet_free (sheet);
  test_rows_free (rows);
}

/* Where rows are named no others are head, so the heads of the other tables are named, too. */
static void test_doubt_of_a_further_table (void)
{
  TestRows *rows = test_rows_new (
      "养护一览表\n路段|长度|备注\n一段|3|好\n二段|4|好\n\n桥名|年份|备注\n甲桥|1998|好\n乙桥|2004|好");
  TzSheet *sheet = tz_sheet_recognise (&rows->rows, NULL);
  g_autofree char *doubt = tz_sheet_doubt (sheet, 1);
  g_assert_cmpstr (
      doubt, ==,
      "the head can be read in two ways: row 6, as is done here, or no row; if the second is right, set "
      "header-rows = 2 in [input]");
  tz_sheet_free (sheet);
  test_rows_free (rows);
}

/* ---- size ---- */

static void test_many_rows (void)
{
  enum { N_ROWS = 20000 };
  g_autoptr (GString) text = g_string_new ("物资表\n编号|名称|件数");
  for (int i = 1; i <= N_ROWS; i++)
    g_string_append_printf (text, "\n%d|物资%d|%d", i, i % 97, i % 13);
  TestRows *rows = test_rows_new (text->str);
  TzSheet *sheet = tz_sheet_recognise (&rows->rows, NULL);
  g_assert_cmpint (tz_sheet_table (sheet, 0)->n_body, ==, N_ROWS);
  g_assert_cmpint (tz_sheet_table (sheet, 0)->head, ==, 1);
  tz_sheet_free (sheet);
  test_rows_free (rows);
}

int main (int argc, char **argv)
{
  static const char *const files[] = { "above.txt", "below.txt",    "cards.txt",   "english.txt", "levels.txt",
                                       "plain.txt", "sections.txt", "several.txt", "totals.txt" };
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    add_samples (files[i]);
  g_test_add_func ("/sheet/counts-of-a-table", test_counts);
  g_test_add_func ("/sheet/no-rows-no-table", test_nothing);
  g_test_add_func ("/sheet/merged-head", test_merged_head);
  g_test_add_func ("/sheet/head-merged-across-only", test_merged_across_only);
  g_test_add_func ("/sheet/text-under-a-merged-cell", test_covered_text);
  g_test_add_func ("/sheet/number-by-type", test_typed_number);
  g_test_add_func ("/sheet/head-as-said", test_given_head);
  g_test_add_func ("/sheet/rows-as-said", test_given_rows);
  g_test_add_func ("/sheet/titles-of-a-template", test_template_titles);
  g_test_add_func ("/sheet/description", test_describe);
  g_test_add_func ("/sheet/doubt", test_doubt);
  g_test_add_func ("/sheet/doubt-of-a-further-table", test_doubt_of_a_further_table);
  g_test_add_func ("/sheet/many-rows", test_many_rows);
  return g_test_run ();
}
