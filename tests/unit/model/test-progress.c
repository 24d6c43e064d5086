/* Progress: names of tasks, statuses, percentages, and what is wrong with them. */
#include "help/desk.h"
#include "help/findings.h"

#include <locale.h>
#include <string.h>

static const char two_sections[] =
    "一、办电,,,\n1,压时间,省能源局,2021年6月底前\n2,压成本,省电力公司,2021年底前\n"
    "二、保障,,,\n3,强监管,省能源局,持续推进\n,,省电力公司,2021年9月底前\n";

/* Loads PROGRESS for PERIOD and compares records ("task/row region status percent") and findings. */
static void check (const char *period, const char *progress, const char *expected, const char *findings)
{
  Desk *desk = desk_new (two_sections);
  g_autoptr (GString) all = g_string_new (NULL);
  desk_add (desk, "p.csv", period, progress);
  for (int i = 0; i < tz_progress_n_records (desk->progress); i++) {
    const TzProgressRecord *record = tz_progress_record (desk->progress, i);
    g_autofree char *when = tz_period_to_string (&record->period);
    g_string_append_printf (all, "%s %d/%d %s %s %d\n", when, record->task, record->row,
                            record->region < 0 ? "-" : tz_progress_region (desk->progress, record->region),
                            tz_status_key (record->status), record->percent);
  }
  g_assert_cmpstr (all->str, ==, expected);
  tz_diag_sort (desk->diag);
  assert_findings (desk->diag, findings);
  desk_free (desk);
}

static void test_plain (void)
{
  check (NULL,
         "period,task,region,status,percent,done,problems,next\n"
         "2021Q2,一-1,东江市,推进中,60%,甲,乙,丙\n2021Q2,一-1,南湖市,已完成,100,,,\n2021Q1,二-3,,未启动,0,,,\n",
         "2021Q2 0/-1 东江市 ongoing 6000\n2021Q2 0/-1 南湖市 done 10000\n2021Q1 2/-1 - not-started 0\n", "");
}

static void test_chinese_titles (void)
{
  check (NULL,
         "报送期,任务编号,地区,状态,完成率（%）,完成情况,存在问题,下一步计划\n2021年二季度,一-2,,办结,100,,,\n",
         "2021Q2 1/-1 - done 10000\n", "");
}

static void test_texts (void)
{
  Desk *desk = desk_new (two_sections);
  TzPeriod period = { TZ_PERIOD_QUARTER, 2021, 2 };
  desk_add (desk, "p.csv", "2021Q2", "task,status,done,problems,next\n一-1,推进中,做了甲,缺乙,再做丙\n");
  const TzProgressRecord *record = tz_progress_lookup (desk->progress, &period, 0, -1, -1);
  g_assert_nonnull (record);
  g_assert_cmpstr (record->done, ==, "做了甲");
  g_assert_cmpstr (record->problems, ==, "缺乙");
  g_assert_cmpstr (record->next, ==, "再做丙");
  g_assert_cmpint (record->place.line, ==, 2);
  g_assert_null (tz_progress_lookup (desk->progress, &period, 1, -1, -1));
  desk_free (desk);
}

static void test_default_period (void)
{
  check ("2021Q3", "task,status\n一-1,推进中\n", "2021Q3 0/-1 - ongoing -1\n", "");
  check ("2021Q3", "period,task,status\n,一-1,推进中\n2021-08,一-1,推进中\n",
         "2021Q3 0/-1 - ongoing -1\n2021-08 0/-1 - ongoing -1\n", "");
}

static void test_names (void)
{
  static const struct {
    const char *name;
    int task, row;
  } cases[] = { { "一-1", 0, -1 },     { "一－2", 1, -1 }, { "一、2", 1, -1 }, { "（一）-2", 1, -1 },
                { " 一 - 2 ", 1, -1 }, { "二-3-2", 2, 1 }, { "二-3-1", 2, 0 }, { "二—3", 2, -1 },
                { "3", 2, -1 },        { "３", 2, -1 },    { "二-1", -1, -1 }, { "一-1-1", -1, -1 },
                { "二-3-3", -1, -1 },  { "9", -1, -1 },    { "", -1, -1 } };
  Desk *desk = desk_new (two_sections);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    int task, row;
    g_test_message ("%s", cases[i].name);
    g_assert_cmpint (tz_progress_find_task (desk->progress, cases[i].name, &task, &row), ==,
                     cases[i].task >= 0);
    g_assert_cmpint (task, ==, cases[i].task);
    g_assert_cmpint (row, ==, cases[i].row);
  }
  desk_free (desk);
}

/* A number that two sections have is no name. */
static void test_ambiguous (void)
{
  Desk *desk = desk_new ("一、办电,,,\n1,甲,,\n2,乙,,\n二、保障,,,\n1,丙,,\n");
  int task, row;
  g_assert_false (tz_progress_find_task (desk->progress, "1", &task, &row));
  g_assert_true (tz_progress_find_task (desk->progress, "2", &task, &row));
  g_assert_true (tz_progress_find_task (desk->progress, "二-1", &task, &row));
  desk_free (desk);
}

static void test_id_column (void)
{
  Desk *desk = desk_new_with_ids ("JZ-01,1,甲,,\nJZ-02,2,乙,,\n");
  int task, row;
  g_assert_true (tz_progress_find_task (desk->progress, "jz-02", &task, &row));
  g_assert_cmpint (task, ==, 1);
  desk_free (desk);
}

static void test_statuses (void)
{
  static const struct {
    const char *word;
    TzStatus status;
  } cases[] = { { "未启动", TZ_STATUS_NOT_STARTED }, { "未开展", TZ_STATUS_NOT_STARTED },
                { "推进中", TZ_STATUS_ONGOING },     { "正在推进", TZ_STATUS_ONGOING },
                { "慢序时", TZ_STATUS_ONGOING },     { "已完成", TZ_STATUS_DONE },
                { "办结", TZ_STATUS_DONE },          { "已 销 号", TZ_STATUS_CLOSED },
                { "验收销号", TZ_STATUS_CLOSED },    { "逾期", TZ_STATUS_LATE },
                { "超期未完成", TZ_STATUS_LATE },    { "late", TZ_STATUS_LATE } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    TzStatus status;
    g_assert_true (tz_status_parse (cases[i].word, &status));
    g_assert_cmpint (status, ==, cases[i].status);
  }
  for (int s = 0; s < TZ_N_STATUSES; s++) {
    TzStatus status;
    g_assert_true (tz_status_parse (tz_status_word ((TzStatus)s), &status));
    g_assert_cmpint (status, ==, s);
  }
}

static void test_percents (void)
{
  check (
      "2021Q2",
      "task,percent,region\n一-1,33.335,a\n一-1,99.999%,b\n一-1,８５％,c\n一-1,100.00,d\n一-1,0,e\n一-1,--,f\n",
      "2021Q2 0/-1 a ongoing 3334\n2021Q2 0/-1 b ongoing 9999\n2021Q2 0/-1 c ongoing 8500\n"
      "2021Q2 0/-1 d done 10000\n2021Q2 0/-1 e not-started 0\n2021Q2 0/-1 f ongoing -1\n",
      "warning missing-status 7:1 A7");
}

static void test_bad_percent (void)
{
  check (
      "2021Q2", "task,percent\n一-1,101\n一-2,-5\n二-3,大半\n一-1,100.001\n", "",
      "error bad-percent 2:5 B2; error bad-percent 3:5 B3; error bad-percent 4:5 B4; error bad-percent 5:5 B5");
}

static void test_contradictions (void)
{
  check ("2021Q2",
         "task,status,percent,region\n一-1,已完成,60%,a\n一-1,未启动,5,b\n一-1,逾期,100,c\n一-1,推进中,100,d\n",
         "2021Q2 0/-1 d ongoing 10000\n",
         "error status-percent 2:9 C2; error status-percent 3:9 C3; error status-percent 4:8 C4");
}

static void test_unknown (void)
{
  check ("2021Q2", "task,status\n一-11,推进中\n一-2,推近中\n二-3,xyz\n,推进中\n", "",
         "error unknown-task 2:1 A2; error unknown-status 3:5 B3; error unknown-status 4:5 B4; error "
         "missing-task 5:1 A5");
}

static void test_suggestion (void)
{
  Desk *desk = desk_new (two_sections);
  desk_add (desk, "p.csv", "2021Q2", "task,status\n一-11,推进中\n一-2,推近中\n");
  g_assert_nonnull (strstr (tz_diag_get (desk->diag, 0)->message, "did you mean “一-1”"));
  g_assert_nonnull (strstr (tz_diag_get (desk->diag, 1)->message, "did you mean “推进中”"));
  desk_free (desk);
}

static void test_periods (void)
{
  check (NULL, "period,task,status\n,一-1,推进中\n二季度,一-1,推进中\n", "",
         "error missing-period 2:1 A2; error bad-period 3:1 A3");
  check (NULL, "task,status\n一-1,推进中\n一-2,推进中\n", "", "error missing-column 1:1 A1");
}

static void test_period_order (void)
{
  Desk *desk = desk_new (two_sections);
  desk_add (
      desk, "p.csv", NULL,
      "period,task,status\n2021Q3,一-1,推进中\n2020Q4,一-1,推进中\n2021-09,一-1,推进中\n2021Q3,一-2,推进中\n");
  g_autoptr (GString) all = g_string_new (NULL);
  for (int i = 0; i < tz_progress_n_periods (desk->progress); i++) {
    g_autofree char *name = tz_period_to_string (tz_progress_period (desk->progress, i));
    g_string_append_printf (all, "%s ", name);
  }
  g_assert_cmpstr (all->str, ==, "2020Q4 2021-09 2021Q3 ");
  desk_free (desk);
}

/* In two files as within one. */
static void test_duplicates (void)
{
  Desk *desk = desk_new (two_sections);
  desk_add (desk, "a.csv", "2021Q2", "task,region,status\n一-1,甲市,推进中\n一-1,乙市,推进中\n");
  desk_add (desk, "b.csv", "2021Q2", "task,region,status\n一-2,甲市,推进中\n1,乙市,已完成\n");
  assert_findings (desk->diag, "error duplicate-progress 3:1 A3");
  g_assert_nonnull (strstr (tz_diag_get (desk->diag, 0)->message, "a.csv, line 3"));
  desk_add (desk, "c.csv", "2021Q3", "task,region,status\n一-1,甲市,推进中\n");
  g_assert_cmpint (tz_progress_n_records (desk->progress), ==, 4);
  g_assert_cmpint (tz_progress_n_regions (desk->progress), ==, 2);
  desk_free (desk);
}

/* The same record again changes nothing. */
static void test_repeated (void)
{
  check ("2021Q2", "task,status,percent,done\n一-1,推进中,60,甲\n一-1,进行中,60%,甲\n一-1,推进中,60,乙\n",
         "2021Q2 0/-1 - ongoing 6000\n", "warning duplicate-progress 3:1 A3; error duplicate-progress 4:1 A4");
}

static void test_range (void)
{
  Desk *desk = desk_new (two_sections);
  TzPeriod last = { TZ_PERIOD_QUARTER, 2021, 2 };
  GDate first;
  g_date_clear (&first, 1);
  g_date_set_dmy (&first, 1, G_DATE_MARCH, 2021);
  tz_progress_set_range (desk->progress, &first, &last);
  desk_add (
      desk, "p.csv", NULL,
      "period,task,status\n2020Q4,一-1,推进中\n2021Q1,一-1,推进中\n2021H1,一-1,推进中\n2021Q3,一-1,推进中\n"
      "2021-02,一-1,推进中\n");
  assert_findings (desk->diag,
                   "error period-range 2:1 A2; warning period-range 5:1 A5; error period-range 6:1 A6");
  g_assert_cmpint (tz_progress_n_records (desk->progress), ==, 3);
  desk_free (desk);
}

static void test_columns (void)
{
  check ("2021Q2", "task,region,done\n一-1,甲市,甲\n一-2,甲市,乙\n", "", "error missing-column 1:1 A1");
  check ("2021Q2", "task,percent\n一-1,50\n", "2021Q2 0/-1 - ongoing 5000\n", "");
  check ("2021Q2", "region,status\n甲市,推进中\n", "", "error missing-column 1:1 A1");
  check ("2021Q2", "task,任务名称,责任单位,状态,完成请况\n一-1,甲,乙,推进中,丙\n", "2021Q2 0/-1 - ongoing -1\n",
         "warning extra-column 1:19 E1");
}

int main (int argc, char **argv)
{
  setlocale (LC_CTYPE, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/progress/plain", test_plain);
  g_test_add_func ("/progress/chinese-titles", test_chinese_titles);
  g_test_add_func ("/progress/texts", test_texts);
  g_test_add_func ("/progress/default-period", test_default_period);
  g_test_add_func ("/progress/names", test_names);
  g_test_add_func ("/progress/ambiguous-number", test_ambiguous);
  g_test_add_func ("/progress/id-column", test_id_column);
  g_test_add_func ("/progress/statuses", test_statuses);
  g_test_add_func ("/progress/percents", test_percents);
  g_test_add_func ("/progress/bad-percent", test_bad_percent);
  g_test_add_func ("/progress/contradictions", test_contradictions);
  g_test_add_func ("/progress/unknown", test_unknown);
  g_test_add_func ("/progress/suggestions", test_suggestion);
  g_test_add_func ("/progress/periods", test_periods);
  g_test_add_func ("/progress/period-order", test_period_order);
  g_test_add_func ("/progress/duplicates", test_duplicates);
  g_test_add_func ("/progress/repeated", test_repeated);
  g_test_add_func ("/progress/range", test_range);
  g_test_add_func ("/progress/columns", test_columns);
  return g_test_run ();
}
