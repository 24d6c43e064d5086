/* Tables that count: by state, section, unit, region and period. */
#include "compose/report/figures_data.h"

#define LABEL(HEAD)                                                                                            \
  {                                                                                                            \
    .head = (HEAD), .align = TZ_ALIGN_LEFT, .floor = 6, .label = TRUE                                          \
  }
#define COUNT(GROUP, HEAD)                                                                                     \
  {                                                                                                            \
    .group = (GROUP), .head = (HEAD), .type = TZ_VALUE_NUMBER, .align = TZ_ALIGN_DECIMAL, .floor = 2.6,        \
    .cap = 6                                                                                                   \
  }
#define RATE(GROUP, HEAD)                                                                                      \
  {                                                                                                            \
    .group = (GROUP), .head = (HEAD), .type = TZ_VALUE_PERCENT, .align = TZ_ALIGN_DECIMAL, .floor = 4.3,       \
    .cap = 7                                                                                                   \
  }
#define POINTS(GROUP, HEAD)                                                                                    \
  {                                                                                                            \
    .group = (GROUP), .head = (HEAD), .type = TZ_VALUE_NUMBER, .align = TZ_ALIGN_DECIMAL, .floor = 5.4,        \
    .cap = 7                                                                                                   \
  }

#define STATES  "任务状态"
#define RATES   "完成率"
#define CHANGED "较上期\n（百分点）"

const TzStatus tz_figure_states[TZ_N_STATUSES] = { TZ_STATUS_DONE, TZ_STATUS_CLOSED, TZ_STATUS_ONGOING,
                                                   TZ_STATUS_NOT_STARTED, TZ_STATUS_LATE };

static char *rate_text (const TzTally *tally)
{
  return tz_rate_text (tz_tally_done (tally), tally->n);
}

/* — where there was nothing before. */
static char *change_text (const TzTally *now, const TzTally *before)
{
  if (now->n == 0 || before->n == 0)
    return g_strdup ("—");
  return tz_figure_change_tenths (
      tz_rate_change (tz_tally_done (now), now->n, tz_tally_done (before), before->n));
}

/* ── by state ────────────────────────────────────────────────────────────── */

static void put_state (TzFigureTable *t, const char *word, int now, int before)
{
  const TzStats *stats = t->figures->stats;
  tz_figure_put (t, word);
  tz_figure_put_number (t, now);
  tz_figure_take (t, tz_rate_text (now, tz_stats_total (stats)->n));
  if (!tz_stats_has_before (stats))
    return;
  tz_figure_put_number (t, before);
  tz_figure_take (t, tz_figure_change (now - before));
}

TzTable *tz_figure_total (const TzFigures *figures)
{
  static const TzFigureColumn columns[] = {
    { .head = "状态", .align = TZ_ALIGN_CENTER, .floor = 6, .label = TRUE },
    { .head = "任务数", .type = TZ_VALUE_NUMBER, .align = TZ_ALIGN_DECIMAL, .floor = 4 },
    { .head = "占比", .type = TZ_VALUE_PERCENT, .align = TZ_ALIGN_DECIMAL, .floor = 4 },
    { .head = "上期任务数", .type = TZ_VALUE_NUMBER, .align = TZ_ALIGN_DECIMAL, .floor = 4 },
    { .head = "较上期增减", .type = TZ_VALUE_NUMBER, .align = TZ_ALIGN_DECIMAL, .floor = 4 },
  };
  const TzTally *now = tz_stats_total (figures->stats), *before = tz_stats_total_before (figures->stats);
  int n = tz_stats_has_before (figures->stats) ? (int)G_N_ELEMENTS (columns) : 3;
  TzFigureTable *t = tz_figure_table_begin (figures, "任务完成情况", "单位：项", columns, n, 0);
  for (int i = 0; i < TZ_N_STATUSES; i++) {
    TzStatus status = tz_figure_states[i];
    tz_figure_row (t, i + 1 == TZ_N_STATUSES ? TZ_ROW_KEEP_NEXT : 0);
    put_state (t, tz_status_word (status), now->statuses[status], before->statuses[status]);
  }
  tz_figure_row (t, TZ_ROW_TOTAL);
  put_state (t, "合计", now->n, before->n);
  return tz_figure_table_end (t);
}

/* ── by section, unit, region ────────────────────────────────────────────── */

typedef struct {
  const char *title, *head;
  const char *total; /* label of the last row */
  gboolean sums;     /* it is the sum of the rows; else all tasks */
} Kind;

static const Kind kinds[] = {
  [TZ_BY_SECTION] = { "各部分任务完成情况", "部分", "合计", TRUE },
  [TZ_BY_UNIT] = { "各责任单位任务完成情况", "责任单位", "全部任务", FALSE },
  [TZ_BY_REGION] = { "各地区任务完成情况", "地区", "合计", TRUE },
};

static void put_tally (TzFigureTable *t, const char *name, const TzTally *now, const TzTally *before)
{
  tz_figure_put (t, name);
  tz_figure_put_number (t, now->n);
  for (int i = 0; i < TZ_N_STATUSES; i++)
    tz_figure_put_number (t, now->statuses[tz_figure_states[i]]);
  tz_figure_take (t, rate_text (now));
  if (tz_stats_has_before (t->figures->stats))
    tz_figure_take (t, change_text (now, before));
}

static void add_tally (TzTally *sum, const TzTally *tally)
{
  sum->n += tally->n;
  for (int i = 0; i < TZ_N_STATUSES; i++)
    sum->statuses[i] += tally->statuses[i];
}

static TzFigureTable *count_by (const TzFigures *figures, TzStatsBy by)
{
  const Kind *kind = &kinds[by];
  const TzStats *stats = figures->stats;
  gboolean compared = tz_stats_has_before (stats);
  const TzFigureColumn columns[] = { LABEL (kind->head),
                                     COUNT (NULL, "任务数"),
                                     COUNT (STATES, tz_status_word (tz_figure_states[0])),
                                     COUNT (STATES, tz_status_word (tz_figure_states[1])),
                                     COUNT (STATES, tz_status_word (tz_figure_states[2])),
                                     COUNT (STATES, tz_status_word (tz_figure_states[3])),
                                     COUNT (STATES, tz_status_word (tz_figure_states[4])),
                                     RATE (compared ? RATES : NULL, compared ? "本期" : RATES),
                                     POINTS (RATES, CHANGED) };
  int n = (int)G_N_ELEMENTS (columns) - !compared, n_groups = tz_stats_n_groups (stats, by);
  TzTally now = { 0 }, before = { 0 };
  TzFigureTable *t = tz_figure_table_begin (figures, kind->title, "单位：项", columns, n, 0);
  for (int i = 0; i < n_groups; i++) {
    const TzStatsGroup *group = tz_stats_group (stats, by, i);
    tz_figure_row (t, i + 1 == n_groups ? TZ_ROW_KEEP_NEXT : 0);
    put_tally (t, *group->name ? group->name : "其他", &group->now, &group->before);
    add_tally (&now, &group->now);
    add_tally (&before, &group->before);
  }
  tz_figure_row (t, TZ_ROW_TOTAL);
  put_tally (t, kind->total, kind->sums ? &now : tz_stats_total (stats),
             kind->sums ? &before : tz_stats_total_before (stats));
  return t;
}

TzTable *tz_figure_sections (const TzFigures *figures)
{
  return tz_figure_table_end (count_by (figures, TZ_BY_SECTION));
}

/* Whether some task has several units, so that the rows add up to more than all tasks. */
static gboolean shares_tasks (const TzFigures *figures)
{
  for (int task = 0; task < tz_ledger_n_tasks (figures->ledger); task++) {
    const char *const *units = tz_stats_task_units (figures->stats, task);
    if (units[0] && units[1])
      return TRUE;
  }
  return FALSE;
}

TzTable *tz_figure_units (const TzFigures *figures)
{
  TzFigureTable *t = count_by (figures, TZ_BY_UNIT);
  if (shares_tasks (figures))
    tz_figure_note (t, "注：由多个单位负责的任务分别计入各责任单位，各单位任务数之和多于全部任务数。");
  return tz_figure_table_end (t);
}

TzTable *tz_figure_regions (const TzFigures *figures)
{
  TzFigureTable *t = count_by (figures, TZ_BY_REGION);
  tz_figure_note (t, "注：任务数为各地区报送的任务数，同一任务在各地区分别计算。");
  return tz_figure_table_end (t);
}

/* ── by period ───────────────────────────────────────────────────────────── */

TzTable *tz_figure_periods (const TzFigures *figures)
{
  static const TzFigureColumn columns[] = {
    LABEL ("报告期"),     COUNT (NULL, "任务数"), COUNT (NULL, "已完成和\n已销号"),
    COUNT (NULL, "逾期"), RATE (RATES, "期末"),   POINTS (RATES, CHANGED),
  };
  static const TzTally none = { 0 };
  int n_periods = tz_stats_n_groups (figures->stats, TZ_BY_PERIOD);
  TzFigureTable *t =
      tz_figure_table_begin (figures, "各报告期任务完成情况", "单位：项", columns, G_N_ELEMENTS (columns), 0);
  for (int i = 0; i < n_periods; i++) {
    const TzStatsGroup *group = tz_stats_group (figures->stats, TZ_BY_PERIOD, i);
    tz_figure_row (t, 0);
    tz_figure_put (t, group->name);
    tz_figure_put_number (t, group->now.n);
    tz_figure_put_number (t, tz_tally_done (&group->now));
    tz_figure_put_number (t, group->now.statuses[TZ_STATUS_LATE]);
    tz_figure_take (t, rate_text (&group->now));
    tz_figure_take (t, change_text (&group->now, i > 0 ? &group->before : &none));
  }
  return tz_figure_table_end (t);
}
