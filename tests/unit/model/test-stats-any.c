/* What holds of the figures of any ledger after any reports. */
#include "help/answer.h"

#include <locale.h>

static const char *pick_word (GRand *dice, const char *const *words)
{
  return words[g_rand_int_range (dice, 0, (gint32)g_strv_length ((char **)words))];
}

/* A ledger of up to three sections, its tasks with one to three rows. */
static char *any_rows (GRand *dice)
{
  static const char *const deadlines[] = { "2021年3月底前",
                                           "2021年6月底前",
                                           "2021年12月底前",
                                           "每季度末",
                                           "持续推进",
                                           "每年5月、11月底前",
                                           "",
                                           "尽快",
                                           "\"已实现，持续巩固提升。\"",
                                           "5个工作日",
                                           NULL };
  static const char *const owners[] = { "甲局", "乙局、丙局", "省、市能源局", "甲局、丁公司", "", NULL };
  static const char *const sections[] = { "一、首,,,\n", "二、次,,,\n", "三、末,,,\n" };
  GString *rows = g_string_new (NULL);
  int n_sections = g_rand_int_range (dice, 0, 4);
  for (int section = 0; section < MAX (n_sections, 1); section++) {
    g_string_append (rows, n_sections > 0 ? sections[section] : "");
    for (int task = 1, last = g_rand_int_range (dice, 1, 6); task <= last; task++)
      for (int row = g_rand_int_range (dice, 1, 4), first = row; row > 0; row--) {
        g_autofree char *number = row == first ? g_strdup_printf ("%d,任务", task) : g_strdup (",");
        g_string_append_printf (rows, "%s,%s,%s\n", number, pick_word (dice, owners),
                                pick_word (dice, deadlines));
      }
  }
  return g_string_free (rows, FALSE);
}

/* Reports that do not contradict each other on tasks and rows that there are. */
static char *any_reports (GRand *dice, const TzLedger *ledger)
{
  static const char *const states[] = { "未启动,0", "推进中,20",  "推进中,99.99", "推进中,", "已完成,100",
                                        "已完成,",  "已销号,100", "逾期,60",      ",35",     ",100",
                                        NULL };
  static const char *const regions[] = { "", "东江市", "南湖市", NULL };
  static const char *const periods[] = { "2020Q4", "2021Q1", "2021Q2", "2021-05", "2021Q3", NULL };
  GString *reports = g_string_new ("period,task,region,status,percent\n");
  for (const char *const *period = periods; *period; period++)
    for (int task = 0; task < tz_ledger_n_tasks (ledger); task++)
      for (const char *const *region = regions; *region; region++)
        for (int row = -1; row < tz_ledger_task (ledger, task)->n_records; row++) {
          g_autofree char *suffix = row < 0 ? g_strdup ("") : g_strdup_printf ("-%d", row + 1);
          gboolean has_rows = tz_ledger_task (ledger, task)->n_records > 1;
          if (g_rand_int_range (dice, 0, 4) == 0 && (row < 0 || has_rows))
            g_string_append_printf (reports, "%s,%s%s,%s,%s\n", *period, tz_ledger_task (ledger, task)->id,
                                    suffix, *region, pick_word (dice, states));
        }
  return g_string_free (reports, FALSE);
}

static void check_tally (const TzTally *tally)
{
  int statuses = 0, paces = 0;
  for (int s = 0; s < TZ_N_STATUSES; s++)
    statuses += tally->statuses[s];
  for (int p = 0; p < TZ_N_PACES; p++)
    paces += tally->paces[p];
  g_assert_cmpint (statuses, ==, tally->n);
  g_assert_cmpint (paces, ==, tally->n);
  g_assert_cmpint (tally->reported, <=, tally->n);
  g_assert_cmpint (tz_rate (tz_tally_done (tally), tally->n), >=, 0);
  g_assert_cmpint (tz_rate (tz_tally_done (tally), tally->n), <=, 1000);
  g_assert_true (tally->n == 0 || (tz_rate (tz_tally_done (tally), tally->n) == 1000) <=
                                      (tz_tally_done (tally) * 2000 >= tally->n * 1999));
}

static void check_state (const TzTaskState *state)
{
  gboolean final = tz_status_is_final (state->status);
  g_assert_cmpint (state->percent, >=, -1);
  g_assert_cmpint (state->percent, <=, TZ_PERCENT_FULL);
  g_assert_true (!final || state->percent == TZ_PERCENT_FULL);
  g_assert_cmpint (state->expected, >=, -1);
  g_assert_cmpint (state->expected, <=, TZ_PERCENT_FULL);
  g_assert_true (state->days_late == 0 || state->status == TZ_STATUS_LATE);
  g_assert_true (state->pace == TZ_PACE_NONE || (!final && state->expected >= 0 && state->percent >= 0));
}

/* Each task is in one section, in the groups of its units, in no more. */
static void check_sums (const Answer *answer)
{
  const TzStats *stats = answer->stats;
  const TzTally *total = tz_stats_total (stats);
  int n_tasks = tz_ledger_n_tasks (answer->desk->ledger), in_units = 0, of_units = 0;
  TzTally sections = { 0 };
  g_assert_cmpint (total->n, ==, n_tasks);
  check_tally (total);
  check_tally (tz_stats_total_before (stats));
  for (int by = 0; by < TZ_N_BYS; by++)
    for (int i = 0; i < tz_stats_n_groups (stats, (TzStatsBy)by); i++) {
      const TzStatsGroup *group = tz_stats_group (stats, (TzStatsBy)by, i);
      check_tally (&group->now);
      check_tally (&group->before);
      in_units += by == TZ_BY_UNIT ? group->now.n : 0;
      for (int s = 0; by == TZ_BY_SECTION && s < TZ_N_STATUSES; s++)
        sections.statuses[s] += group->now.statuses[s];
      g_assert_true (by == TZ_BY_REGION || by == TZ_BY_PERIOD || group->now.n == group->before.n);
    }
  for (int task = 0; task < n_tasks; task++) {
    check_state (tz_stats_task (stats, task));
    check_state (tz_stats_task_before (stats, task));
    of_units += (int)g_strv_length ((char **)tz_stats_task_units (stats, task));
  }
  g_assert_cmpint (in_units, ==, of_units);
  for (int s = 0; tz_stats_n_groups (stats, TZ_BY_SECTION) > 0 && s < TZ_N_STATUSES; s++)
    g_assert_cmpint (sections.statuses[s], ==, total->statuses[s]);
}

static int length_of (const TzStats *stats, TzStatsList list)
{
  int n;
  const int *tasks = tz_stats_list (stats, list, &n);
  for (int i = 1; i < n; i++)
    g_assert_cmpint (tasks[i - 1], <, tasks[i]);
  return n;
}

/* The lists and the counts tell the same, and so does the change from one period to the next. */
static void check_lists (const Answer *answer)
{
  const TzStats *stats = answer->stats;
  const TzTally *now = tz_stats_total (stats), *before = tz_stats_total_before (stats);
  int reopened = 0;
  for (int task = 0; task < now->n; task++)
    reopened += tz_status_is_final (tz_stats_task_before (stats, task)->status) &&
                !tz_status_is_final (tz_stats_task (stats, task)->status);
  g_assert_cmpint (length_of (stats, TZ_LIST_DONE), ==, tz_tally_done (now));
  g_assert_cmpint (length_of (stats, TZ_LIST_LATE), ==, now->statuses[TZ_STATUS_LATE]);
  g_assert_cmpint (length_of (stats, TZ_LIST_BEHIND), ==, now->paces[TZ_PACE_BEHIND]);
  g_assert_cmpint (tz_tally_done (now) - tz_tally_done (before), ==,
                   length_of (stats, TZ_LIST_NEWLY_DONE) - reopened);
  g_assert_cmpint (length_of (stats, TZ_LIST_NOT_REPORTED), <=, now->n - now->reported);
  int change = tz_rate_change (tz_tally_done (now), now->n, tz_tally_done (before), before->n);
  int rounded = tz_rate (tz_tally_done (now), now->n) - tz_rate (tz_tally_done (before), before->n);
  g_assert_cmpint (ABS (change - rounded), <=, 1);
}

static void check_regions (const Answer *answer)
{
  const TzStats *stats = answer->stats;
  for (int i = 0; i < tz_stats_n_groups (stats, TZ_BY_REGION); i++) {
    const TzStatsGroup *group = tz_stats_group (stats, TZ_BY_REGION, i);
    TzTally tally = { 0 };
    for (int task = 0; task < tz_ledger_n_tasks (answer->desk->ledger); task++) {
      const TzTaskState *state = tz_stats_region_task (stats, task, group->index);
      if (!state)
        continue;
      check_state (state);
      tally.n++;
      tally.statuses[state->status]++;
    }
    g_assert_cmpint (tally.n, ==, group->now.n);
    g_assert_cmpmem (tally.statuses, sizeof tally.statuses, group->now.statuses, sizeof group->now.statuses);
  }
}

static void test_properties (void)
{
  static const char *const days[] = {
    "2020-06-01", "2021-04-15", "2021-06-30", "2021-10-01", "2022-05-01", NULL
  };
  static const char *const periods[] = { "2021Q1", "2021Q2", "2021Q3", "2021-06", "2021H1", "2022Q1", NULL };
  for (guint32 seed = 1; seed <= 150; seed++) {
    GRand *dice = g_rand_new_with_seed (seed);
    g_autofree char *rows = any_rows (dice);
    Desk *desk = desk_new (rows);
    g_autofree char *reports = any_reports (dice, desk->ledger);
    desk_free (desk);
    gboolean has_day = g_rand_boolean (dice);
    Answer answer = ask (rows, reports, pick_word (dice, periods), has_day ? pick_word (dice, days) : NULL);
    g_test_message ("seed %u: %d tasks", seed, tz_stats_total (answer.stats)->n);
    check_sums (&answer);
    check_lists (&answer);
    check_regions (&answer);
    answer_clear (&answer);
    g_rand_free (dice);
  }
}

int main (int argc, char **argv)
{
  setlocale (LC_CTYPE, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stats-any/properties", test_properties);
  return g_test_run ();
}
