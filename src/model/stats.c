#include "model/stats_data.h"

#include <string.h>

/* ── words ───────────────────────────────────────────────────────────────── */

static const struct {
  const char *key, *word;
} paces[TZ_N_PACES] = {
  [TZ_PACE_NONE] = { "none", "" },
  [TZ_PACE_AHEAD] = { "ahead", "提前" },
  [TZ_PACE_ON_TIME] = { "on-time", "按序时" },
  [TZ_PACE_BEHIND] = { "behind", "慢序时" },
};

const char *tz_pace_key (TzPace pace)
{
  return paces[pace].key;
}

const char *tz_pace_word (TzPace pace)
{
  return paces[pace].word;
}

/* The 5 in these texts is TZ_PACE_TOLERANCE, in percentage points. */
static const struct {
  const char *word, *meaning;
} definitions[] = {
  { "未启动", "截至统计日未报告开展工作，且未超过完成时限。" },
  { "推进中", "已经启动、尚未完成，且未超过完成时限。" },
  { "已完成", "报告为完成，或者各地区、各子项均已完成；台账注明“已实现”且未另行报告的，按已完成统计。" },
  { "已销号", "完成后经验收销号，或者各地区、各子项均已销号。" },
  { "逾期", "超过完成时限仍未完成，或者报告为逾期；任一地区、任一子项逾期的，该任务按逾期统计。" },
  { "提前", "完成进度高于时间进度5个百分点以上。" },
  { "按序时", "完成进度与时间进度相差不超过5个百分点。" },
  { "慢序时", "完成进度低于时间进度5个百分点以上。" },
  { "完成进度", "报告的百分比；分地区、分子项报告的，取平均数。" },
  { "时间进度",
    "起算日至统计日的天数占起算日至完成时限天数的比例，首尾两日均计入；任务未写明起算日的，自台账起算日计。" },
  { "完成率", "已完成和已销号的任务数占任务总数的比例，四舍五入保留一位小数。" },
  { "新完成", "上期末未完成、本期末已完成（含已销号）的任务。" },
  { "下期到期", "完成时限或者周期性报送时点在下一期内、尚未完成的任务。" },
  { "本期未报", "本期没有报告、此前也未完成的任务，其状态沿用最近一期的报告。" },
};

gboolean tz_stats_definition (int i, const char **word, const char **meaning)
{
  if (i < 0 || i >= (int)G_N_ELEMENTS (definitions))
    return FALSE;
  *word = definitions[i].word;
  *meaning = definitions[i].meaning;
  return TRUE;
}

/* ── rates ───────────────────────────────────────────────────────────────── */

int tz_tally_done (const TzTally *tally)
{
  return tally->statuses[TZ_STATUS_DONE] + tally->statuses[TZ_STATUS_CLOSED];
}

int tz_rate (int part, int whole)
{
  return whole > 0 ? (int)(((gint64)part * 2000 + whole) / ((gint64)whole * 2)) : 0;
}

int tz_rate_change (int part, int whole, int part_before, int whole_before)
{
  gint64 w = MAX (whole, 1), v = MAX (whole_before, 1);
  gint64 rise = (whole > 0 ? part * v : 0) - (whole_before > 0 ? part_before * w : 0);
  gint64 size = (ABS (rise) * 2000 + w * v) / (2 * w * v);
  return (int)(rise < 0 ? -size : size);
}

static char *tenths_text (int tenths)
{
  return g_strdup_printf ("%d.%d%%", tenths / 10, tenths % 10);
}

char *tz_rate_text (int part, int whole)
{
  return whole > 0 ? tenths_text (tz_rate (part, whole)) : g_strdup ("—");
}

char *tz_percent_text (int percent)
{
  if (percent < 0)
    return g_strdup ("—");
  return tenths_text (percent < TZ_PERCENT_FULL ? MIN ((percent + 5) / 10, 999) : 1000);
}

/* ── what a task brings along ────────────────────────────────────────────── */

/* The deadline of a task of several rows: the last of their days, without the rows that are done already,
 * unless all are. */
static void read_task_deadline (const TzStats *stats, int task, int col, int year, TzDeadline *deadline)
{
  const TzLedger *ledger = stats->question.ledger;
  const TzTask *of = tz_ledger_task (ledger, task);
  g_autoptr (GString) open = g_string_new (NULL);
  g_autofree char *all = tz_ledger_task_text (ledger, task, col);
  for (int i = of->first_record; i < of->first_record + of->n_records && col >= 0; i++) {
    const TzLedgerCell *cell = &tz_ledger_record (ledger, i)->cells[col];
    if (!(cell->join & TZ_JOIN_UP) && stats->row_deadlines[i].kind != TZ_DEADLINE_DONE)
      g_string_append_printf (open, "%s；", cell->text);
  }
  tz_deadline_parse (of->n_records > 1 && open->len > 0 ? open->str : all, year, deadline);
}

static void read_deadlines (TzStats *stats)
{
  const TzLedger *ledger = stats->question.ledger;
  int col = tz_ledger_find_meaning (ledger, TZ_MEANS_DEADLINE), year = g_date_get_year (&stats->question.start);
  stats->deadlines = g_new0 (TzDeadline, (gsize)stats->n_tasks + 1);
  stats->row_deadlines = g_new0 (TzDeadline, (gsize)tz_ledger_n_records (ledger) + 1);
  for (int i = 0; i < tz_ledger_n_records (ledger); i++)
    tz_deadline_parse (col >= 0 ? tz_ledger_text (ledger, i, col) : "", year, &stats->row_deadlines[i]);
  for (int task = 0; task < stats->n_tasks; task++)
    read_task_deadline (stats, task, col, year, &stats->deadlines[task]);
}

static void read_units (TzStats *stats)
{
  int col = tz_ledger_find_meaning (stats->question.ledger, TZ_MEANS_OWNER);
  stats->units = g_new0 (char **, (gsize)stats->n_tasks + 1);
  for (int task = 0; task < stats->n_tasks; task++) {
    g_autofree char *text = tz_ledger_task_text (stats->question.ledger, task, col);
    stats->units[task] = tz_units_list (stats->question.units, text);
  }
}

/* ── the answer ──────────────────────────────────────────────────────────── */

static void settle_days (TzStatsQuestion *question)
{
  const TzProgress *progress = question->progress;
  if (!g_date_valid (&question->as_of))
    tz_period_last_day (&question->period, &question->as_of);
  if (g_date_valid (&question->start))
    return;
  int year = question->period.year;
  for (int i = 0; progress && i < tz_progress_n_periods (progress); i++)
    year = MIN (year, tz_progress_period (progress, i)->year);
  g_date_clear (&question->start, 1);
  g_date_set_dmy (&question->start, 1, G_DATE_JANUARY, (GDateYear)year);
}

static void take_snapshots (TzStats *stats)
{
  const TzProgress *progress = stats->question.progress;
  TzPeriod earlier = tz_period_shift (&stats->question.period, -1);
  GDate last;
  tz_period_last_day (&earlier, &last);
  if (g_date_compare (&stats->question.as_of, &last) < 0)
    last = stats->question.as_of; /* the period before is not judged by days after AS_OF */
  tz_snapshot_take (stats, &stats->question.period, &stats->question.as_of, &stats->now);
  tz_snapshot_take (stats, &earlier, &last, &stats->before);
  stats->has_before = progress && tz_progress_n_periods (progress) > 0 &&
                      tz_period_compare (tz_progress_period (progress, 0), &earlier) <= 0;
}

TzStats *tz_stats_new (const TzStatsQuestion *question)
{
  TzStats *stats = g_new0 (TzStats, 1);
  stats->question = *question;
  stats->n_tasks = tz_ledger_n_tasks (question->ledger);
  stats->n_regions = question->progress ? tz_progress_n_regions (question->progress) : 0;
  stats->strings = g_string_chunk_new (256);
  settle_days (&stats->question);
  read_deadlines (stats);
  read_units (stats);
  tz_stats_sort_records (stats);
  take_snapshots (stats);
  tz_stats_make_groups (stats);
  tz_stats_make_lists (stats);
  return stats;
}

void tz_stats_free (TzStats *stats)
{
  if (!stats)
    return;
  for (int by = 0; by < TZ_N_BYS; by++)
    g_array_free (stats->groups[by], TRUE);
  for (int list = 0; list < TZ_N_LISTS; list++)
    g_array_free (stats->lists[list], TRUE);
  for (int task = 0; task < stats->n_tasks; task++)
    g_strfreev (stats->units[task]);
  tz_snapshot_clear (&stats->now);
  tz_snapshot_clear (&stats->before);
  g_free (stats->units);
  g_free (stats->deadlines);
  g_free (stats->row_deadlines);
  g_free (stats->order);
  g_string_chunk_free (stats->strings);
  g_free (stats);
}

const TzPeriod *tz_stats_period (const TzStats *stats)
{
  return &stats->now.period;
}

const TzPeriod *tz_stats_period_before (const TzStats *stats)
{
  return &stats->before.period;
}

gboolean tz_stats_has_before (const TzStats *stats)
{
  return stats->has_before;
}

void tz_stats_as_of (const TzStats *stats, GDate *day)
{
  *day = stats->question.as_of;
}

void tz_stats_start (const TzStats *stats, GDate *day)
{
  *day = stats->question.start;
}

const TzTaskState *tz_stats_task (const TzStats *stats, int task)
{
  g_return_val_if_fail (task >= 0 && task < stats->n_tasks, NULL);
  return &stats->now.tasks[task];
}

const TzTaskState *tz_stats_task_before (const TzStats *stats, int task)
{
  g_return_val_if_fail (task >= 0 && task < stats->n_tasks, NULL);
  return &stats->before.tasks[task];
}

static const TzTaskState *region_task (const TzStats *stats, const TzSnapshot *snapshot, int task, int region)
{
  g_return_val_if_fail (task >= 0 && task < stats->n_tasks && region >= 0 && region < stats->n_regions, NULL);
  const TzTaskState *state = &snapshot->regions[(gsize)task * (gsize)stats->n_regions + (gsize)region];
  return state->task >= 0 ? state : NULL;
}

const TzTaskState *tz_stats_region_task (const TzStats *stats, int task, int region)
{
  return region_task (stats, &stats->now, task, region);
}

const TzTaskState *tz_stats_region_task_before (const TzStats *stats, int task, int region)
{
  return region_task (stats, &stats->before, task, region);
}

const TzTally *tz_stats_total (const TzStats *stats)
{
  return &stats->now.total;
}

const TzTally *tz_stats_total_before (const TzStats *stats)
{
  return &stats->before.total;
}

int tz_stats_n_groups (const TzStats *stats, TzStatsBy by)
{
  return (int)stats->groups[by]->len;
}

const TzStatsGroup *tz_stats_group (const TzStats *stats, TzStatsBy by, int i)
{
  g_return_val_if_fail (i >= 0 && i < (int)stats->groups[by]->len, NULL);
  return &g_array_index (stats->groups[by], TzStatsGroup, i);
}

const char *const *tz_stats_task_units (const TzStats *stats, int task)
{
  g_return_val_if_fail (task >= 0 && task < stats->n_tasks, NULL);
  return (const char *const *)stats->units[task];
}

const int *tz_stats_list (const TzStats *stats, TzStatsList list, int *n)
{
  *n = (int)stats->lists[list]->len;
  return (const int *)(gpointer)stats->lists[list]->data;
}
