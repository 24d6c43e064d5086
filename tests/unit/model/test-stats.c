/* Figures from a small ledger and its progress. */
#include "help/answer.h"
#include "base/date.h"
#include "help/findings.h"

#include <locale.h>
#include <string.h>

static const char ledger[] =
    "一、办电,,,\n1,压时间,省能源局、省电力公司,2021年6月底前\n2,压成本,省电力公司,2021年12月底前\n"
    "3,数字化,省电力公司,\"已实现，持续巩固提升。\"\n"
    "二、保障,,,\n1,强监管,省能源局,持续推进\n2,报数据,省能源局,每季度末\n"
    "3,分两步,省财政厅,2021年6月底前\n,,省能源局,2021年9月底前\n";
/* Tasks:                     0 压时间  1 压成本  2 数字化  3 强监管  4 报数据  5 分两步 (rows 0 and 1) */

static const char progress[] = "period,task,region,status,percent\n"
                               "2021Q1,一-1,,推进中,40\n2021Q1,一-2,,推进中,10\n2021Q1,二-2,,已完成,100\n"
                               "2021Q2,一-1,,已完成,100\n2021Q2,一-2,,推进中,50\n2021Q2,二-1,,推进中,50\n"
                               "2021Q2,二-3-1,,推进中,90\n2021Q2,二-3-2,,未启动,0\n"
                               "2021Q3,一-1,,已销号,100\n2021Q3,一-2,,推进中,60\n2021Q3,二-3-1,,已完成,100\n"
                               "2021Q3,二-3-2,,已完成,100\n";

/* "status pace percent expected" of each task, and + where it was reported. */
static void check_states (const char *period, const char *as_of, const char *expected)
{
  Answer answer = ask (ledger, progress, period, as_of);
  g_autoptr (GString) all = g_string_new (NULL);
  for (int i = 0; i < tz_ledger_n_tasks (answer.desk->ledger); i++) {
    const TzTaskState *state = tz_stats_task (answer.stats, i);
    g_string_append_printf (all, "%s %s %d %d%s\n", tz_status_key (state->status), tz_pace_key (state->pace),
                            state->percent, state->expected, state->reported ? " +" : "");
  }
  g_assert_cmpstr (all->str, ==, expected);
  answer_clear (&answer);
}

/* Days of 2021 gone by: 31 March is the 90th, 30 June the 181st, 30 September the 273rd. */
static void test_states (void)
{
  check_states ("2021Q1", NULL,
                "ongoing behind 4000 4972 +\nongoing behind 1000 2466 +\ndone none 10000 -1\n"
                "not-started none 0 -1\ndone none 10000 -1 +\nnot-started behind 0 3297\n");
  check_states ("2021Q2", NULL,
                "done none 10000 10000 +\nongoing on-time 5000 4959 +\ndone none 10000 -1\n"
                "ongoing none 5000 -1 +\nongoing none -1 -1\nongoing behind 4500 6630 +\n");
  check_states ("2021Q3", NULL,
                "closed none 10000 10000 +\nongoing behind 6000 7479 +\ndone none 10000 -1\n"
                "ongoing none 5000 -1\nongoing none -1 -1\ndone none 10000 10000 +\n");
}

/* A day later the first row of the last task is over its day. */
static void test_as_of (void)
{
  check_states ("2021Q2", "2021-07-01",
                "done none 10000 10000 +\nongoing on-time 5000 4986 +\ndone none 10000 -1\n"
                "ongoing none 5000 -1 +\nongoing none -1 -1\nlate none 4500 6667 +\n");
}

static void test_late (void)
{
  Answer answer = ask ("1,甲,某局,2021年6月底前\n2,乙,某局,2021年6月底前\n3,丙,某局,\n4,丁,某局,2021年底前\n",
                       "period,task,status\n2021Q2,1,推进中\n2021Q2,4,逾期\n", "2021Q3", "2021-07-10");
  g_assert_cmpint (tz_stats_task (answer.stats, 0)->status, ==, TZ_STATUS_LATE);
  g_assert_cmpint (tz_stats_task (answer.stats, 0)->days_late, ==, 10);
  g_assert_cmpint (tz_stats_task (answer.stats, 1)->status, ==, TZ_STATUS_LATE); /* nothing reported */
  g_assert_cmpint (tz_stats_task (answer.stats, 2)->status, ==, TZ_STATUS_NOT_STARTED);
  g_assert_cmpint (tz_stats_task (answer.stats, 3)->status, ==, TZ_STATUS_LATE); /* as reported */
  g_assert_cmpint (tz_stats_task (answer.stats, 3)->days_late, ==, 0);
  g_assert_cmpint (tz_stats_total (answer.stats)->statuses[TZ_STATUS_LATE], ==, 3);
  answer_clear (&answer);
}

static void test_pace (void)
{
  static const struct {
    int percent;
    TzPace pace;
  } cases[] = {
    { 56, TZ_PACE_AHEAD }, { 55, TZ_PACE_ON_TIME }, { 45, TZ_PACE_ON_TIME }, { 44, TZ_PACE_BEHIND }
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    /* 100 days, 50 of them gone. */
    g_autofree char *reports = g_strdup_printf ("period,task,percent\n2021Q1,1,%d\n", cases[i].percent);
    Answer answer = ask ("1,甲,某局,2021年1月1日至2021年4月10日\n", reports, "2021Q1", "2021-02-19");
    g_assert_cmpint (tz_stats_task (answer.stats, 0)->expected, ==, 5000);
    g_assert_cmpint (tz_stats_task (answer.stats, 0)->pace, ==, cases[i].pace);
    answer_clear (&answer);
  }
}

/* The state of the only task of ROWS after REPORTS: "status percent expected days-late pace". */
static void check_one (const char *rows, const char *reports, const char *period, const char *as_of,
                       const char *expected)
{
  g_autofree char *all = g_strconcat ("period,task,region,status,percent\n", reports, NULL);
  Answer answer = ask (rows, all, period, as_of);
  const TzTaskState *state = tz_stats_task (answer.stats, 0);
  g_autofree char *text = g_strdup_printf ("%s %d %d %d %s", tz_status_key (state->status), state->percent,
                                           state->expected, state->days_late, tz_pace_key (state->pace));
  g_test_message ("%s%s", rows, reports);
  g_assert_cmpstr (text, ==, expected);
  answer_clear (&answer);
}

static void test_edges (void)
{
  /* no deadline: never late, never behind */
  check_one ("1,甲,某局,\n", "", "2021Q4", NULL, "not-started 0 -1 0 none");
  check_one ("1,甲,某局,\n", "2021Q1,1,,推进中,30\n", "2021Q4", NULL, "ongoing 3000 -1 0 none");
  check_one ("1,甲,某局,尽快\n", "2021Q1,1,,推进中,30\n", "2021Q4", NULL, "ongoing 3000 -1 0 none");
  /* done after its day is done; while it is not, it is late */
  check_one ("1,甲,某局,2021年6月底前\n", "2021Q3,1,,已完成,100\n", "2021Q3", NULL, "done 10000 10000 0 none");
  check_one ("1,甲,某局,2021年6月底前\n", "2021Q2,1,,推进中,90\n", "2021Q3", NULL, "late 9000 10000 92 none");
  check_one ("1,甲,某局,2021年6月底前\n", "2021Q2,1,,推进中,90\n", "2021Q2", NULL,
             "ongoing 9000 10000 0 behind");
  check_one ("1,甲,某局,2021年6月底前\n", "2021Q3,1,,已销号,\n", "2022Q1", NULL, "closed 10000 10000 0 none");
  /* a percentage tells the status */
  check_one ("1,甲,某局,2021年6月底前\n", "2021Q2,1,,,100\n", "2021Q3", NULL, "done 10000 10000 0 none");
  check_one ("1,甲,某局,2021年6月底前\n", "2021Q1,1,,,0\n", "2021Q1", NULL, "not-started 0 4972 0 behind");
  /* the day of the figures before the ledger begins */
  check_one ("1,甲,某局,2021年6月底前\n", "2021Q1,1,,推进中,30\n", "2021Q1", "2020-12-01",
             "ongoing 3000 0 0 ahead");
  check_one ("1,甲,某局,2020年6月底前\n", "2021Q1,1,,推进中,30\n", "2021Q1", NULL, "late 3000 -1 274 none");
  /* working days from the beginning of the ledger, Friday 1 January 2021 */
  check_one ("1,甲,某局,5个工作日\n", "", "2021Q1", "2021-01-08", "not-started 0 10000 0 behind");
  check_one ("1,甲,某局,5个工作日\n", "", "2021Q1", "2021-01-09", "late 0 10000 1 none");
}

/* What recurs is done for its own period only and is never late as a whole. */
static void test_recurring (void)
{
  const char *rows = "1,甲,某局,每年5月、11月底前\n", *done = "2021Q2,1,,已完成,100\n";
  check_one (rows, done, "2021Q2", NULL, "done 10000 -1 0 none");
  check_one (rows, done, "2021Q3", NULL, "ongoing -1 -1 0 none");
  check_one (rows, "2021Q2,1,,已销号,100\n", "2021Q3", NULL, "closed 10000 -1 0 none");
  check_one (rows, "", "2025Q3", NULL, "not-started 0 -1 0 none");
  Answer answer = ask (rows, "period,task,status\n2021Q2,1,已完成\n", "2021Q3", NULL);
  int n;
  tz_stats_list (answer.stats, TZ_LIST_DUE_NEXT, &n);
  g_assert_cmpint (n, ==, 1); /* 30 November */
  answer_clear (&answer);
  answer = ask (rows, "period,task,status\n2021Q2,1,已完成\n", "2021Q2", NULL);
  tz_stats_list (answer.stats, TZ_LIST_DUE_NEXT, &n);
  g_assert_cmpint (n, ==, 0);
  answer_clear (&answer);
}

/* A row that nobody reported on keeps its task from being done; one that was done from the beginning does not.
 */
static void test_rows (void)
{
  const char *two = "1,甲,某局,2021年6月底前\n,,某局,2021年9月底前\n";
  const char *one_open = "1,甲,某局,\"已实现，持续巩固提升。\"\n,,某局,2021年9月底前\n";
  check_one (two, "2021Q1,1-1,,已完成,100\n", "2021Q1", NULL, "ongoing 5000 3297 0 ahead");
  check_one (two, "2021Q1,1-1,,已完成,100\n", "2021Q4", NULL, "late 5000 10000 92 none");
  check_one (two, "2021Q1,1-1,,已完成,100\n2021Q2,1-2,,已完成,100\n", "2021Q2", NULL, "done 10000 6630 0 none");
  check_one (two, "2021Q2,1,,推进中,40\n", "2021Q2", NULL, "ongoing 4000 6630 0 behind");
  check_one (two, "", "2021Q3", NULL, "late 0 10000 92 none"); /* the first row */
  check_one (one_open, "", "2021Q2", NULL, "ongoing 5000 6630 0 behind");
  check_one (one_open, "2021Q2,1-2,,已完成,100\n", "2021Q2", NULL, "done 10000 6630 0 none");
}

/* A month's report tells of its quarter. */
static void test_months (void)
{
  Answer answer = ask ("1,甲,某局,\n2,乙,某局,\n", "period,task,status\n2021-04,1,推进中\n2021-03,2,推进中\n",
                       "2021Q2", NULL);
  g_assert_true (tz_stats_task (answer.stats, 0)->reported);
  g_assert_false (tz_stats_task (answer.stats, 1)->reported);
  answer_clear (&answer);
}

/* ── regions ─────────────────────────────────────────────────────────────── */

static const char regions[] =
    "period,task,region,status,percent\n"
    "2021Q1,1,东江市,推进中,20\n2021Q1,1,南湖市,推进中,30\n"
    "2021Q2,1,东江市,已完成,100\n2021Q2,1,南湖市,推进中,51\n2021Q2,1,西岭市,推进中,50\n"
    "2021Q2,2,东江市,已完成,100\n2021Q2,2,南湖市,已销号,100\n";

static void test_regions (void)
{
  Answer answer = ask ("1,甲,某局,2021年底前\n2,乙,某局,2021年底前\n", regions, "2021Q2", NULL);
  const TzTaskState *state = tz_stats_task (answer.stats, 0);
  g_assert_cmpint (state->status, ==, TZ_STATUS_ONGOING);
  g_assert_cmpint (state->percent, ==, 6700);
  g_assert_null (state->record);
  g_assert_cmpint (tz_stats_task (answer.stats, 1)->status, ==, TZ_STATUS_DONE);
  g_assert_cmpint (tz_stats_task_before (answer.stats, 0)->percent, ==, 2500);
  g_assert_cmpint (tz_stats_n_groups (answer.stats, TZ_BY_REGION), ==, 3);
  const TzStatsGroup *first = tz_stats_group (answer.stats, TZ_BY_REGION, 0);
  g_assert_cmpstr (first->name, ==, "东江市");
  g_assert_cmpint (first->now.n, ==, 2);
  g_assert_cmpint (tz_tally_done (&first->now), ==, 2);
  g_assert_cmpint (first->before.n, ==, 1);
  g_assert_cmpint (tz_tally_done (&first->before), ==, 0);
  g_assert_cmpint (tz_stats_region_task (answer.stats, 0, 1)->percent, ==, 5100);
  g_assert_null (tz_stats_region_task (answer.stats, 1, 2));
  answer_clear (&answer);
}

/* The province's own word on a task outweighs the regions', until these report anew. */
static void test_whole (void)
{
  const char *rows = "1,甲,某局,2021年底前\n";
  const char *both = "period,task,region,status,percent\n2021Q1,1,东江市,推进中,20\n2021Q1,1,,推进中,35\n"
                     "2021Q2,1,东江市,推进中,70\n";
  Answer answer = ask (rows, both, "2021Q1", NULL);
  g_assert_cmpint (tz_stats_task (answer.stats, 0)->percent, ==, 3500);
  answer_clear (&answer);
  answer = ask (rows, both, "2021Q2", NULL);
  g_assert_cmpint (tz_stats_task (answer.stats, 0)->percent, ==, 7000);
  answer_clear (&answer);
}

/* Parts that are nearly all there are not all there. */
static void test_nearly (void)
{
  Answer answer = ask ("1,甲,某局,2021年底前\n",
                       "period,task,region,status,percent\n2021Q1,1,a,已完成,100\n2021Q1,1,b,推进中,99.99\n",
                       "2021Q1", NULL);
  g_assert_cmpint (tz_stats_task (answer.stats, 0)->percent, ==, 9999);
  g_assert_cmpint (tz_stats_task (answer.stats, 0)->status, ==, TZ_STATUS_ONGOING);
  answer_clear (&answer);
}

/* ── groups and lists ────────────────────────────────────────────────────── */

static char *groups_text (const TzStats *stats, TzStatsBy by)
{
  GString *all = g_string_new (NULL);
  for (int i = 0; i < tz_stats_n_groups (stats, by); i++) {
    const TzStatsGroup *group = tz_stats_group (stats, by, i);
    g_string_append_printf (all, "%s %d/%d was %d/%d\n", group->name, tz_tally_done (&group->now), group->now.n,
                            tz_tally_done (&group->before), group->before.n);
  }
  return g_string_free (all, FALSE);
}

static void check_groups (TzStatsBy by, const char *expected)
{
  Answer answer = ask (ledger, progress, "2021Q2", NULL);
  g_autofree char *text = groups_text (answer.stats, by);
  g_assert_cmpstr (text, ==, expected);
  answer_clear (&answer);
}

static void test_groups (void)
{
  check_groups (TZ_BY_SECTION, "一、办电 2/3 was 1/3\n二、保障 0/3 was 1/3\n");
  check_groups (TZ_BY_UNIT, "省能源局 1/4 was 1/4\n国网示例公司 2/3 was 1/3\n省财政厅 0/1 was 0/1\n");
  check_groups (TZ_BY_REGION, "");
  check_groups (TZ_BY_PERIOD, "2021年第一季度 2/6 was 1/6\n2021年第二季度 2/6 was 2/6\n");
}

static void check_list (const char *period, TzStatsList list, const char *expected)
{
  Answer answer = ask (ledger, progress, period, NULL);
  g_autoptr (GString) all = g_string_new (NULL);
  int n;
  const int *tasks = tz_stats_list (answer.stats, list, &n);
  for (int i = 0; i < n; i++)
    g_string_append_printf (all, "%s ", tz_ledger_task (answer.desk->ledger, tasks[i])->id);
  g_assert_cmpstr (all->str, ==, expected);
  answer_clear (&answer);
}

static void test_lists (void)
{
  check_list ("2021Q1", TZ_LIST_NEWLY_DONE, "二-2 ");
  check_list ("2021Q2", TZ_LIST_NEWLY_DONE, "一-1 ");
  check_list ("2021Q3", TZ_LIST_NEWLY_DONE, "二-3 "); /* 一-1 was done before it was closed */
  check_list ("2021Q2", TZ_LIST_DONE, "一-1 一-3 ");
  check_list ("2021Q1", TZ_LIST_DUE_NEXT, "一-1 二-2 二-3 ");
  check_list ("2021Q2", TZ_LIST_DUE_NEXT, "二-2 二-3 ");
  check_list ("2021Q3", TZ_LIST_DUE_NEXT, "一-2 二-2 ");
  check_list ("2021Q2", TZ_LIST_BEHIND, "二-3 ");
  check_list ("2021Q2", TZ_LIST_NOT_REPORTED, "二-2 ");
  check_list ("2021Q4", TZ_LIST_LATE, "");
  check_list ("2022Q1", TZ_LIST_LATE, "一-2 ");
}

static void test_before (void)
{
  Answer answer = ask (ledger, progress, "2021Q1", NULL);
  g_assert_false (tz_stats_has_before (answer.stats));
  answer_clear (&answer);
  answer = ask (ledger, progress, "2021Q2", NULL);
  g_assert_true (tz_stats_has_before (answer.stats));
  g_assert_cmpint (tz_tally_done (tz_stats_total (answer.stats)), ==, 2);
  g_assert_cmpint (tz_tally_done (tz_stats_total_before (answer.stats)), ==, 2);
  g_assert_cmpint (tz_stats_total (answer.stats)->reported, ==, 4);
  answer_clear (&answer);
}

/* A ledger without any progress has figures, too. */
static void test_alone (void)
{
  Desk *desk = desk_new (ledger);
  TzStatsQuestion question = { .ledger = desk->ledger, .period = { TZ_PERIOD_QUARTER, 2021, 2 } };
  g_date_clear (&question.as_of, 1);
  g_date_clear (&question.start, 1);
  TzStats *stats = tz_stats_new (&question);
  g_assert_cmpint (tz_stats_total (stats)->n, ==, 6);
  g_assert_cmpint (tz_stats_total (stats)->statuses[TZ_STATUS_DONE], ==, 1);
  g_assert_cmpint (tz_stats_total (stats)->statuses[TZ_STATUS_NOT_STARTED], ==, 5);
  g_assert_cmpstr (tz_stats_task_units (stats, 0)[1], ==, "省电力公司");
  tz_stats_free (stats);
  desk_free (desk);
}

/* ── numbers as text ─────────────────────────────────────────────────────── */

static void check_rate (int part, int whole, const char *expected)
{
  g_autofree char *text = tz_rate_text (part, whole);
  g_assert_cmpstr (text, ==, expected);
}

static void test_rates (void)
{
  check_rate (2, 3, "66.7%");
  check_rate (1, 3, "33.3%");
  check_rate (1, 16, "6.3%");   /* 6.25 */
  check_rate (1, 2000, "0.1%"); /* 0.05 */
  check_rate (1, 2001, "0.0%");
  check_rate (0, 5, "0.0%");
  check_rate (5, 5, "100.0%");
  check_rate (0, 0, "—");
  g_assert_cmpint (tz_rate_change (2, 3, 1, 3), ==, 333);
  g_assert_cmpint (tz_rate_change (1, 3, 2, 3), ==, -333);
  g_assert_cmpint (tz_rate_change (1, 16, 0, 16), ==, 63);
  g_assert_cmpint (tz_rate_change (0, 16, 1, 16), ==, -63);
  g_assert_cmpint (tz_rate_change (1, 2, 0, 0), ==, 500);
}

static void test_percent_texts (void)
{
  static const struct {
    int percent;
    const char *text;
  } cases[] = { { 0, "0.0%" },     { 8550, "85.5%" },   { 3334, "33.3%" }, { 3335, "33.4%" },
                { 9999, "99.9%" }, { 10000, "100.0%" }, { -1, "—" } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = tz_percent_text (cases[i].percent);
    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

/* Every word that a report prints is explained, and with the tolerance that is applied. */
static void test_definitions (void)
{
  g_autoptr (GString) all = g_string_new (NULL);
  const char *word, *meaning;
  for (int i = 0; tz_stats_definition (i, &word, &meaning); i++)
    g_string_append_printf (all, "|%s|%s", word, meaning);
  for (int s = 0; s < TZ_N_STATUSES; s++)
    g_assert_nonnull (strstr (all->str, tz_status_word ((TzStatus)s)));
  for (int p = TZ_PACE_AHEAD; p < TZ_N_PACES; p++)
    g_assert_nonnull (strstr (all->str, tz_pace_word ((TzPace)p)));
  g_autofree char *points = g_strdup_printf ("%d个百分点", TZ_PACE_TOLERANCE / 100);
  g_assert_nonnull (strstr (all->str, points));
}

int main (int argc, char **argv)
{
  setlocale (LC_CTYPE, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stats/states", test_states);
  g_test_add_func ("/stats/as-of", test_as_of);
  g_test_add_func ("/stats/late", test_late);
  g_test_add_func ("/stats/pace", test_pace);
  g_test_add_func ("/stats/edges", test_edges);
  g_test_add_func ("/stats/recurring", test_recurring);
  g_test_add_func ("/stats/rows", test_rows);
  g_test_add_func ("/stats/months", test_months);
  g_test_add_func ("/stats/regions", test_regions);
  g_test_add_func ("/stats/whole-task", test_whole);
  g_test_add_func ("/stats/nearly-done", test_nearly);
  g_test_add_func ("/stats/groups", test_groups);
  g_test_add_func ("/stats/lists", test_lists);
  g_test_add_func ("/stats/before", test_before);
  g_test_add_func ("/stats/without-progress", test_alone);
  g_test_add_func ("/stats/rates", test_rates);
  g_test_add_func ("/stats/percent-texts", test_percent_texts);
  g_test_add_func ("/stats/definitions", test_definitions);
  return g_test_run ();
}
