/* CSV records become a ledger: columns, merges, sections, ids, totals. */
#include <string.h>

#include "help/findings.h"
#include "help/office.h"

#define TITLES(...) ((char *[]){ __VA_ARGS__, NULL })
#define SCHEMA(list)                                                                                           \
  {                                                                                                            \
    .n_columns = G_N_ELEMENTS (list), .columns = list                                                          \
  }

/* Loads CSV with SCHEMA and compares records (NULL: no ledger) and findings. */
static void check (const TzSchema *schema, const char *text, const char *expected, const char *findings)
{
  TzDiag *diag = tz_diag_new ();
  TzRecords *csv = tz_csv_parse (text, strlen (text), "data.csv", 0, diag);
  g_assert_nonnull (csv);
  TzLedger *ledger = tz_ledger_load (csv, schema, diag);
  tz_diag_sort (diag);
  assert_findings (diag, findings);
  char *records = ledger ? office_ledger_text (ledger) : NULL;
  g_assert_cmpstr (records, ==, expected);
  g_free (records);
  tz_ledger_free (ledger);
  tz_records_free (csv);
  tz_diag_free (diag);
}

/* ── columns ─────────────────────────────────────────────────────────────── */

static TzSchemaColumn plain_columns[] = {
  { .key = "number", .titles = TITLES ("序号", "编号"), .means = TZ_MEANS_NUMBER },
  { .key = "owner", .titles = TITLES ("责任单位（部门）") },
  { .key = "remark", .titles = TITLES ("备注"), .need = TZ_NEED_OPTIONAL },
};
static const TzSchema plain = SCHEMA (plain_columns);

static void test_titles (void)
{
  check (&plain, "\"责任单位(部\n 门)\",编号\n甲局,1\n", "1 |1|甲局\n", "");
  check (&plain, "owner,number\n甲局,1\n", "1 |1|甲局\n", "");
}

static void test_missing (void)
{
  TzDiag *diag = tz_diag_new ();
  const char *text = "序号,责任单位\n1,甲局\n";
  TzRecords *csv = tz_csv_parse (text, strlen (text), "data.csv", 0, diag);
  g_assert_null (tz_ledger_load (csv, &plain, diag));
  g_assert_nonnull (strstr (tz_diag_get (diag, 0)->message, "did you mean “责任单位”"));
  tz_records_free (csv);
  tz_diag_free (diag);
}

/* A column that may be missing is not reported as such: the title is what gives it away. */
/* Nobody can tell which of the two is meant: an error, so that none is lost. */
static void test_title_stands_twice (void)
{
  check (&plain, "序号,责任单位（部门）,责任单位 (部门)\n1,甲局,乙局\n", "1 |1|甲局\n",
         "error duplicate-title 1:13 C1");
}

static void test_two_titles_of_one_column (void)
{
  check (&plain, "序号,owner,编号\n1,甲局,A7\n", "1 |1|甲局\n", "warning extra-column 1:10 C1");
}

/* There is nothing to tell of a column that is empty from top to bottom. */
static void test_column_without_title (void)
{
  check (&plain, "序号,,owner,备注\n1,,甲局,无\n", "1 |1|甲局|无\n", "");
  check (&plain, "序号,,owner,备注\n1,乙局,甲局,无\n", "1 |1|甲局|无\n", "warning extra-column 1:4 B1");
}

static void test_extra_guessed (void)
{
  TzDiag *diag = tz_diag_new ();
  const char *text = "序号,责任单位（部门）,备住\n1,甲局,无\n";
  TzRecords *csv = tz_csv_parse (text, strlen (text), "data.csv", 0, diag);
  TzLedger *ledger = tz_ledger_load (csv, &plain, diag);
  g_assert_cmpuint (tz_diag_count (diag), ==, 1);
  g_assert_nonnull (strstr (tz_diag_get (diag, 0)->message, "did you mean “备注”"));
  tz_ledger_free (ledger);
  tz_records_free (csv);
  tz_diag_free (diag);
}

static void test_extra (void)
{
  TzDiag *diag = tz_diag_new ();
  const char *text = "序号,电话,责任单位（部门）\n1,123,甲局\n";
  TzRecords *csv = tz_csv_parse (text, strlen (text), "data.csv", 0, diag);
  TzLedger *ledger = tz_ledger_load (csv, &plain, diag);
  assert_findings (diag, "warning extra-column 1:4 B1");
  g_assert_cmpstr (tz_ledger_extra_titles (ledger)[0], ==, "电话");
  g_assert_cmpstr (tz_ledger_extra_text (ledger, 0, 0), ==, "123");
  tz_ledger_free (ledger);
  tz_records_free (csv);
  tz_diag_free (diag);
}

static void test_blank_column (void)
{
  TzSchemaColumn columns[] = {
    { .key = "name", .titles = TITLES ("任务") },
    { .key = "done", .titles = TITLES ("完成情况"), .need = TZ_NEED_BLANK },
    { .key = "remark", .titles = TITLES ("备注"), .need = TZ_NEED_OPTIONAL },
  };
  const TzSchema schema = SCHEMA (columns);
  check (&schema, "任务,x\n甲,1\n", "1 |甲|\n", "warning extra-column 1:4 B1");
}

/* ── merges ──────────────────────────────────────────────────────────────── */

static TzSchemaColumn merged_columns[] = {
  { .key = "number", .titles = TITLES ("序号"), .means = TZ_MEANS_NUMBER, .merge = TZ_MERGE_DOWN },
  { .key = "name", .titles = TITLES ("任务"), .merge = TZ_MERGE_DOWN },
  { .key = "national", .titles = TITLES ("国家"), .merge = TZ_MERGE_DOWN },
  { .key = "local", .titles = TITLES ("本省") },
};
static const TzSchema merged = SCHEMA (merged_columns);

static void test_merge_down (void)
{
  check (&merged, "序号,任务,国家,本省\n1,甲,a,x\n,,b,y\n,,,z\n", "1 |1|甲|a|x\n1-2 |^|^|b|y\n1-3 |^|^|^|z\n",
         "");
}

static void test_merge_fresh (void)
{
  check (&merged, "序号,任务,国家,本省\n1,甲,a,x\n2,乙,,y\n", "1 |1|甲|a|x\n2 |2|乙||y\n", "");
}

static void test_merge_section (void)
{
  check (&merged, "序号,任务,国家,本省\n一、总则,,,\n1,甲,a,x\n二、任务,,,\n,,,y\n",
         "section 一 |一、总则\n一-1 |1|甲|a|x\nsection 二 |二、任务\n二-1 ||||y\n", "");
}

static void test_merge_alone (void)
{
  TzSchemaColumn columns[] = {
    { .key = "number", .titles = TITLES ("序号"), .merge = TZ_MERGE_DOWN },
    { .key = "owner", .titles = TITLES ("单位"), .merge = TZ_MERGE_DOWN | TZ_MERGE_ALONE },
    { .key = "x", .titles = TITLES ("x") },
  };
  const TzSchema schema = SCHEMA (columns);
  check (&schema, "序号,单位,x\n1,甲局,a\n2,,b\n", "1 |1|甲局|a\n2 |2|^|b\n", "");
}

static TzSchemaColumn wide_columns[] = {
  { .key = "a", .titles = TITLES ("a"), .merge = TZ_MERGE_DOWN },
  { .key = "b", .titles = TITLES ("b"), .merge = TZ_MERGE_DOWN | TZ_MERGE_ACROSS },
  { .key = "c", .titles = TITLES ("c"), .merge = TZ_MERGE_DOWN | TZ_MERGE_ACROSS },
  { .key = "d", .titles = TITLES ("d") },
};
static const TzSchema wide = SCHEMA (wide_columns);

/* An empty cell continues the one above within the task, whatever stands on its left, but not that of another
 * task. */
static void test_merge_task (void)
{
  TzSchemaColumn columns[] = {
    { .key = "number", .titles = TITLES ("序号"), .merge = TZ_MERGE_DOWN },
    { .key = "item", .titles = TITLES ("事项"), .merge = TZ_MERGE_DOWN },
    { .key = "owner", .titles = TITLES ("单位"), .merge = TZ_MERGE_DOWN | TZ_MERGE_ALONE | TZ_MERGE_TASK },
    { .key = "x", .titles = TITLES ("x") },
  };
  const TzSchema schema = SCHEMA (columns);
  check (&schema, "序号,事项,单位,x\n1,甲,一处,a\n,乙,,b\n2,丙,,c\n,,二处,d\n,,,e\n",
         "1 |1|甲|一处|a\n1-2 |^|乙|^|b\n2 |2|丙||c\n2-2 |^|^|二处|d\n2-3 |^|^|^|e\n", "");
}

/* It may stand left of the column that tells where tasks begin. */
static void test_merge_task_before (void)
{
  TzSchemaColumn columns[] = {
    { .key = "owner", .titles = TITLES ("单位"), .merge = TZ_MERGE_DOWN | TZ_MERGE_ALONE | TZ_MERGE_TASK },
    { .key = "number", .titles = TITLES ("序号"), .means = TZ_MEANS_NUMBER, .merge = TZ_MERGE_DOWN },
    { .key = "x", .titles = TITLES ("x") },
  };
  const TzSchema schema = SCHEMA (columns);
  check (&schema, "单位,序号,x\n一处,1,a\n,,b\n,2,c\n", "1 |一处|1|a\n1-2 |^|^|b\n2 ||2|c\n", "");
}

static void test_merge_across (void)
{
  check (&wide, "a,b,c,d\n甲,,,1\n乙,丙,,2\n", "1 |甲|<|<|1\n2 |乙|丙|<|2\n", "");
}

/* A wide cell goes down whole or not at all: merged areas are rectangles. */
static void test_merge_rectangle (void)
{
  check (&wide, "a,b,c,d\n甲,,,1\n,,,2\n,乙,,3\n", "1 |甲|<|<|1\n1-2 |^|^<|^<|2\n2 ||乙|<|3\n", "");
}

/* ── sections, tasks, numbering ──────────────────────────────────────────── */

static TzSchemaColumn task_columns[] = {
  { .key = "number", .titles = TITLES ("序号"), .means = TZ_MEANS_NUMBER },
  { .key = "name", .titles = TITLES ("任务") },
};
static const TzSchema tasks = SCHEMA (task_columns);

static void test_section_ids (void)
{
  check (&tasks, "序号,任务\n总体要求,\n1,甲\n（五）措施,\n1,乙\n3.保障,\n1,丙\n",
         "section 一 |总体要求\n一-1 |1|甲\nsection 五 |（五）措施\n五-1 |1|乙\nsection 3 |3.保障\n3-1 |1|丙\n",
         "");
}

static void test_gap (void)
{
  check (&tasks, "序号,任务\n1,甲\n3,乙\n2,丙\n", "1 |1|甲\n3 |3|乙\n2 |2|丙\n",
         "warning number-gap 3:1 A3; warning number-gap 4:1 A4");
}

static void test_duplicate (void)
{
  check (&tasks, "序号,任务\n1,甲\n1,乙\n", "1 |1|甲\n1 |1|乙\n", "warning duplicate-number 3:1 A3");
}

/* ① and （1） below a task are its sub-rows: each task begins them with 1 again. */
static void test_numbers_below (void)
{
  check (&tasks, "序号,任务\n1,甲\n①,a\n②,b\n2,乙\n①,c\n（1）,d\n3,丙\n（1）,e\n（2）,f\n",
         "1 |1|甲\n1-2 |①|a\n1-3 |②|b\n2 |2|乙\n2-2 |①|c\n2-3 |（1）|d\n3 |3|丙\n3-2 |（1）|e\n3-3 "
         "|（2）|f\n",
         "warning number-gap 7:1 A7");
  check (&tasks, "序号,任务\n1,甲\n①,a\n③,b\n", "1 |1|甲\n1-2 |①|a\n1-3 |③|b\n", "warning number-gap 4:1 A4");
}

/* Where there is nothing above them they are the tasks. */
static void test_circled_numbers (void)
{
  check (&tasks, "序号,任务\n①,甲\n②,乙\n", "① |①|甲\n② |②|乙\n", "");
}

/* （一） belongs to 一. Where its tasks go on counting the section's number is enough, */
static void test_subsections (void)
{
  check (&tasks, "序号,任务\n一、甲,\n（一）子,\n1,x\n（二）丑,\n2,y\n二、乙,\n（一）寅,\n1,z\n",
         "section 一 |一、甲\nsection 一（一） |（一）子\n一-1 |1|x\nsection 一（二） |（二）丑\n一-2 |2|y\n"
         "section 二 |二、乙\nsection 二（一） |（一）寅\n二-1 |1|z\n",
         "");
}

/* where each begins with 1 again, the sub-section names them, too. */
static void test_subsections_restart (void)
{
  check (&tasks, "序号,任务\n一、甲,\n（一）子,\n1,x\n（二）丑,\n1,y\n二、乙,\n1,z\n",
         "section 一 |一、甲\nsection 一（一） |（一）子\n一（一）-1 |1|x\nsection 一（二） |（二）丑\n"
         "一（二）-1 |1|y\nsection 二 |二、乙\n二-1 |1|z\n",
         "");
}

static void test_running_numbers (void)
{
  check (&tasks, "序号,任务\n一、甲,\n1,x\n2,y\n二、乙,\n3,z\n",
         "section 一 |一、甲\n一-1 |1|x\n一-2 |2|y\nsection 二 |二、乙\n二-3 |3|z\n", "");
}

static void test_id_column (void)
{
  TzSchemaColumn columns[] = {
    { .key = "id", .titles = TITLES ("编码"), .means = TZ_MEANS_ID, .merge = TZ_MERGE_DOWN },
    { .key = "x", .titles = TITLES ("x") },
  };
  const TzSchema schema = SCHEMA (columns);
  check (&schema, "编码,x\nGD-7,a\n,b\nGD-9,c\n", "GD-7 |GD-7|a\nGD-7-2 |^|b\nGD-9 |GD-9|c\n", "");
}

static void test_number_alone (void)
{
  check (&tasks, "序号,任务\n1,\n2,\n3,甲\n", "1 |1|\n2 |2|\n3 |3|甲\n", "");
}

static void test_only_sections (void)
{
  check (&tasks, "序号,任务\n甲县,\n乙县,\n", "甲县 |甲县|\n乙县 |乙县|\n", "");
}

static void test_plain_table (void)
{
  static TzSchema table;
  table = tasks;
  table.plain = TRUE;
  check (&table, "序号,任务\n5,甲\n5,乙\n", "5 |5|甲\n5 |5|乙\n", "");
}

/* ── totals ──────────────────────────────────────────────────────────────── */

static TzSchemaColumn sum_columns[] = {
  { .key = "city", .titles = TITLES ("市"), .merge = TZ_MERGE_DOWN },
  { .key = "county", .titles = TITLES ("县") },
  { .key = "money", .titles = TITLES ("金额"), .type = TZ_VALUE_NUMBER },
};

static TzSchema sum_schema (TzSchemaTotal *totals, int n)
{
  return (TzSchema){ .n_columns = 3, .columns = sum_columns, .n_totals = n, .totals = totals, .plain = TRUE };
}

static void test_total_exact (void)
{
  TzSchemaTotal total = { .labels = TITLES ("合计"), .scope = TZ_TOTAL_TABLE, .check = TZ_CHECK_YES };
  TzSchema schema = sum_schema (&total, 1);
  check (&schema, "市,县,金额\n甲,a,0.1\n甲,b,0.2\n乙,c,--\n合 计,,0.3\n",
         "1 |甲|a|0.1\n2 |甲|b|0.2\n3 |乙|c|--\ntotal |合 计||0.3\n", "");
  check (&schema, "市,县,金额\n甲,a,0.1\n甲,b,0.2\n合计,,0.31\n",
         "1 |甲|a|0.1\n2 |甲|b|0.2\ntotal |合计||0.31\n", "warning total-mismatch 4:5 C4");
}

static void test_total_message (void)
{
  TzDiag *diag = tz_diag_new ();
  const char *text = "市,县,金额\n甲,a,\"1,000.5\"\n甲,b,2\n合计,,1002\n";
  TzSchemaTotal total = { .labels = TITLES ("合计"), .scope = TZ_TOTAL_TABLE, .check = TZ_CHECK_YES };
  TzSchema schema = sum_schema (&total, 1);
  TzRecords *csv = tz_csv_parse (text, strlen (text), "data.csv", 0, diag);
  TzLedger *ledger = tz_ledger_load (csv, &schema, diag);
  const char *message = tz_diag_get (diag, 0)->message;
  g_assert_nonnull (strstr (message, "says 1002"));
  g_assert_nonnull (strstr (message, "the sum of rows 2–3 is 1002.5"));
  tz_ledger_free (ledger);
  tz_records_free (csv);
  tz_diag_free (diag);
}

/* A table in which every row claims to be the total of all: the checks end, and that is told once. */
static void test_total_budget (void)
{
  TzSchemaTotal total = { .labels = TITLES ("合计"), .scope = TZ_TOTAL_TABLE, .check = TZ_CHECK_YES };
  TzSchema schema = sum_schema (&total, 1);
  GString *text = g_string_new ("市,县,金额\n");
  TzDiag *diag = tz_diag_new ();
  for (int i = 0; i < 5000; i++)
    g_string_append (text, "合计,,0\n");
  TzRecords *csv = tz_csv_parse (text->str, text->len, "data.csv", 0, diag);
  tz_ledger_free (tz_ledger_load (csv, &schema, diag));
  /* 20 million rows: 4,000 totals of 5,000. */
  assert_findings (diag, "warning totals-not-checked 4002:1 A4002");
  tz_records_free (csv);
  tz_diag_free (diag);
  g_string_free (text, TRUE);
}

static void test_total_groups (void)
{
  TzSchemaTotal totals[] = {
    { .labels = TITLES ("小计"), .column = (char *)"county", .scope = TZ_TOTAL_GROUP, .check = TZ_CHECK_YES },
    { .labels = TITLES ("总计"), .scope = TZ_TOTAL_TABLE, .check = TZ_CHECK_YES },
  };
  TzSchema schema = sum_schema (totals, 2);
  check (&schema, "市,县,金额\n甲,a,1\n,b,2\n,小计,3\n乙,c,4\n,小计,5\n总计,,7\n",
         "1 |甲|a|1\n1-2 |^|b|2\ntotal |^|小计|3\n2 |乙|c|4\ntotal |^|小计|5\ntotal |总计||7\n",
         "warning total-mismatch 6:5 C6");
}

static void test_total_first (void)
{
  TzSchemaTotal totals[] = {
    { .labels = TITLES ("小计"),
      .column = (char *)"county",
      .scope = TZ_TOTAL_GROUP,
      .first = TRUE,
      .check = TZ_CHECK_YES },
  };
  TzSchema schema = sum_schema (totals, 1);
  check (&schema, "市,县,金额\n甲,小计,3\n,a,1\n,b,2\n乙,小计,9\n,c,4\n",
         "total |甲|小计|3\n1 |^|a|1\n1-2 |^|b|2\ntotal |乙|小计|9\n2 |^|c|4\n",
         "warning total-mismatch 5:6 C5");
}

static void test_total_section (void)
{
  TzSchemaTotal total = { .labels = TITLES ("合计"), .scope = TZ_TOTAL_SECTION, .check = TZ_CHECK_YES };
  TzSchema schema = sum_schema (&total, 1);
  check (&schema, "市,县,金额\n一、甲类,,\n甲,a,1\n合计,,1\n二、乙类,,\n乙,b,2\n合计,,3\n",
         "section 一 |一、甲类\n一-1 |甲|a|1\ntotal |合计||1\nsection 二 |二、乙类\n二-1 |乙|b|2\ntotal "
         "|合计||3\n",
         "warning total-mismatch 7:5 C7");
}

static void test_total_unchecked (void)
{
  TzSchemaTotal total = { .labels = TITLES ("合计"), .scope = TZ_TOTAL_TABLE, .check = TZ_CHECK_YES };
  TzSchema schema = sum_schema (&total, 1);
  check (&schema, "市,县,金额\n甲,a,17(22*)\n合计,,17\n", "1 |甲|a|17(22*)\ntotal |合计||17\n",
         "warning total-unchecked 2:5 C2");
}

/* A cell below a total's label does not go on with it. */
static void test_total_ends_merge (void)
{
  TzSchemaTotal total = { .labels = TITLES ("合计"), .scope = TZ_TOTAL_TABLE, .first = TRUE };
  TzSchema schema = sum_schema (&total, 1);
  check (&schema, "市,县,金额\n合计,,1\n,a,1\n", "total |合计||1\n1 ||a|1\n", "");
}

/* ── texts ───────────────────────────────────────────────────────────────── */

static void test_flaws_reported (void)
{
  check (&tasks, "序号,任务\n1,<p>推进</p>\n2,推进 项目\n", "1 |1|<p>推进</p>\n2 |2|推进 项目\n",
         "warning leftover-tags 2:3 B2; warning stray-space 3:3 B3");
}

static void test_clean (void)
{
  TzSchema schema = tasks;
  schema.clean = TZ_CLEAN_TAGS;
  check (&schema, "序号,任务\n1,<p>推进</p>\n2,推进 项目\n", "1 |1|推进\n2 |2|推进 项目\n",
         "warning stray-space 3:3 B3");
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger/columns-by-title-or-key", test_titles);
  g_test_add_func ("/ledger/missing-column-is-guessed", test_missing);
  g_test_add_func ("/ledger/title-stands-twice", test_title_stands_twice);
  g_test_add_func ("/ledger/two-titles-of-one-column", test_two_titles_of_one_column);
  g_test_add_func ("/ledger/column-without-title", test_column_without_title);
  g_test_add_func ("/ledger/extra-column-is-guessed", test_extra_guessed);
  g_test_add_func ("/ledger/extra-column-is-kept", test_extra);
  g_test_add_func ("/ledger/blank-column-is-printed", test_blank_column);
  g_test_add_func ("/ledger/merge-down", test_merge_down);
  g_test_add_func ("/ledger/merge-stops-at-a-new-cell-on-the-left", test_merge_fresh);
  g_test_add_func ("/ledger/merge-stops-at-a-section", test_merge_section);
  g_test_add_func ("/ledger/merge-alone", test_merge_alone);
  g_test_add_func ("/ledger/merge-within-the-task", test_merge_task);
  g_test_add_func ("/ledger/merge-within-the-task-left-of-its-number", test_merge_task_before);
  g_test_add_func ("/ledger/merge-across", test_merge_across);
  g_test_add_func ("/ledger/merges-are-rectangles", test_merge_rectangle);
  g_test_add_func ("/ledger/section-ids", test_section_ids);
  g_test_add_func ("/ledger/number-gap", test_gap);
  g_test_add_func ("/ledger/duplicate-number", test_duplicate);
  g_test_add_func ("/ledger/numbers-below-a-task", test_numbers_below);
  g_test_add_func ("/ledger/circled-numbers-of-tasks", test_circled_numbers);
  g_test_add_func ("/ledger/sub-sections", test_subsections);
  g_test_add_func ("/ledger/sub-sections-that-count-anew", test_subsections_restart);
  g_test_add_func ("/ledger/numbers-run-through-sections", test_running_numbers);
  g_test_add_func ("/ledger/id-column", test_id_column);
  g_test_add_func ("/ledger/number-alone-is-a-row", test_number_alone);
  g_test_add_func ("/ledger/nothing-but-sections-are-rows", test_only_sections);
  g_test_add_func ("/ledger/a-table-has-no-numbering", test_plain_table);
  g_test_add_func ("/ledger/total-is-exact", test_total_exact);
  g_test_add_func ("/ledger/total-message-has-both-values", test_total_message);
  g_test_add_func ("/ledger/total-of-groups", test_total_groups);
  g_test_add_func ("/ledger/total-budget", test_total_budget);
  g_test_add_func ("/ledger/total-before-its-rows", test_total_first);
  g_test_add_func ("/ledger/total-of-sections", test_total_section);
  g_test_add_func ("/ledger/total-of-what-is-no-number", test_total_unchecked);
  g_test_add_func ("/ledger/total-ends-a-merge", test_total_ends_merge);
  g_test_add_func ("/ledger/flaws-are-reported", test_flaws_reported);
  g_test_add_func ("/ledger/clean-on-request", test_clean);
  return g_test_run ();
}
