/* What the charts of a report show. */
#include "compose/report/figures_data.h"

TzTone tz_figure_tone (TzStatus status)
{
  static const TzTone tones[TZ_N_STATUSES] = { [TZ_STATUS_NOT_STARTED] = TZ_TONE_NOT_STARTED,
                                               [TZ_STATUS_ONGOING] = TZ_TONE_ONGOING,
                                               [TZ_STATUS_DONE] = TZ_TONE_DONE,
                                               [TZ_STATUS_CLOSED] = TZ_TONE_CLOSED,
                                               [TZ_STATUS_LATE] = TZ_TONE_LATE };
  return tones[status];
}

static TzChart *begin (const TzFigures *figures, TzChartKind kind, const char *name, const char *title,
                       const char *unit, const char *axis)
{
  TzChart *chart = tz_chart_new (kind, name, title, unit);
  chart->axis = g_strdup (axis);
  chart->title_style = figures->form->parts[TZ_PART_TITLE].cell.text;
  chart->label_style = figures->form->parts[TZ_PART_NOTES].cell.text;
  chart->label_style.align = TZ_ALIGN_LEFT;
  chart->label_style.first_indent = 0;
  return chart;
}

static void add_value (TzChartSeries *series, int value)
{
  g_array_append_val (series->values, value);
}

/* ── bars by state ───────────────────────────────────────────────────────── */

/* A state that no group has is left out of the legend, too. */
static void add_state (TzChart *chart, const TzFigures *figures, TzStatsBy by, TzStatus status)
{
  int n = 0;
  for (int i = 0; i < tz_stats_n_groups (figures->stats, by); i++)
    n += tz_stats_group (figures->stats, by, i)->now.statuses[status];
  if (n == 0)
    return;
  TzChartSeries *series = tz_chart_add_series (chart, tz_status_word (status), tz_figure_tone (status));
  for (int i = 0; i < tz_stats_n_groups (figures->stats, by); i++)
    add_value (series, tz_stats_group (figures->stats, by, i)->now.statuses[status]);
}

TzChart *tz_figure_bars (const TzFigures *figures, TzStatsBy by)
{
  static const struct {
    const char *name, *title, *axis;
  } kinds[] = {
    [TZ_BY_SECTION] = { "sections", "各部分任务状态", "部分" },
    [TZ_BY_UNIT] = { "units", "各责任单位任务状态", "责任单位" },
    [TZ_BY_REGION] = { "regions", "各地区任务状态", "地区" },
  };
  TzChart *chart = begin (figures, TZ_CHART_BARS, kinds[by].name, kinds[by].title, "项", kinds[by].axis);
  for (int i = 0; i < tz_stats_n_groups (figures->stats, by); i++) {
    const TzStatsGroup *group = tz_stats_group (figures->stats, by, i);
    tz_chart_add_category (chart, *group->name ? group->name : "其他");
  }
  for (int i = 0; i < TZ_N_STATUSES; i++)
    add_state (chart, figures, by, tz_figure_states[i]);
  return chart;
}

/* ── progress against time ───────────────────────────────────────────────── */

typedef struct {
  int n;
  gint64 percent, expected;
} Mean;

/* Only tasks with a last day and a percentage can be compared with the time gone by. */
static Mean mean_of (const TzFigures *figures, int section)
{
  Mean mean = { 0 };
  for (int task = 0; task < tz_ledger_n_tasks (figures->ledger); task++) {
    const TzTaskState *state = tz_stats_task (figures->stats, task);
    if (tz_ledger_task (figures->ledger, task)->section != section || state->percent < 0 || state->expected < 0)
      continue;
    mean.n++;
    mean.percent += state->percent;
    mean.expected += state->expected;
  }
  return mean;
}

/* Tenths of a percent from a sum of N hundredths of a percent; less than all is never all. */
static int tenths (gint64 sum, int n)
{
  if (n == 0)
    return TZ_CHART_UNKNOWN;
  int rounded = (int)((sum * 2 + 10 * (gint64)n) / (20 * (gint64)n));
  return sum < (gint64)n * TZ_PERCENT_FULL ? MIN (rounded, 999) : rounded;
}

TzChart *tz_figure_progress (const TzFigures *figures)
{
  TzChart *chart = begin (figures, TZ_CHART_PROGRESS, "progress",
                          "各部分平均完成进度与时间进度（有完成时限的任务）", "%", "部分");
  TzChartSeries *done = tz_chart_add_series (chart, "完成进度", TZ_TONE_DONE);
  TzChartSeries *time = tz_chart_add_series (chart, "时间进度", TZ_TONE_PLAN);
  for (int i = 0; i < tz_stats_n_groups (figures->stats, TZ_BY_SECTION); i++) {
    const TzStatsGroup *group = tz_stats_group (figures->stats, TZ_BY_SECTION, i);
    Mean mean = mean_of (figures, group->index);
    tz_chart_add_category (chart, *group->name ? group->name : "其他");
    add_value (done, tenths (mean.percent, mean.n));
    add_value (time, tenths (mean.expected, mean.n));
  }
  return chart;
}

/* ── periods ─────────────────────────────────────────────────────────────── */

TzChart *tz_figure_trend (const TzFigures *figures)
{
  TzChart *chart = begin (figures, TZ_CHART_TREND, "trend", "各报告期完成率和逾期率", "%", "报告期");
  TzChartSeries *done = tz_chart_add_series (chart, "完成率", TZ_TONE_DONE);
  TzChartSeries *late = tz_chart_add_series (chart, "逾期率", TZ_TONE_LATE);
  for (int i = 0; i < tz_stats_n_groups (figures->stats, TZ_BY_PERIOD); i++) {
    const TzStatsGroup *group = tz_stats_group (figures->stats, TZ_BY_PERIOD, i);
    tz_chart_add_category (chart, group->name);
    add_value (done, tz_rate (tz_tally_done (&group->now), group->now.n));
    add_value (late, tz_rate (group->now.statuses[TZ_STATUS_LATE], group->now.n));
  }
  return chart;
}

/* ── due days ────────────────────────────────────────────────────────────── */

typedef struct {
  const TzFigures *figures;
  GDate first, last;       /* of the strip */
  GDate begin;             /* of the period: of what comes again only this and later days are known */
  int (*days)[TZ_N_TONES]; /* tasks due, by day from FIRST */
  int n_days;
} Strip;

static void add_due (Strip *strip, const GDate *day, TzStatus status)
{
  int at = g_date_valid (day) ? g_date_days_between (&strip->first, day) : -1;
  if (at >= 0 && at < strip->n_days)
    strip->days[at][tz_figure_tone (status)]++;
}

/* Each of several days is as the task as a whole. */
static void add_dates (Strip *strip, const TzTaskState *state)
{
  for (int i = 0; i < state->deadline->n_dates; i++)
    add_due (strip, &state->deadline->dates[i], state->status);
}

static void add_recurring (Strip *strip, const TzTaskState *state)
{
  GDate day = strip->begin, due;
  g_date_subtract_days (&day, 1);
  for (int i = 0; i < strip->n_days && tz_deadline_next (state->deadline, &day, &due); i++) {
    if (g_date_compare (&due, &strip->last) > 0)
      return;
    add_due (strip, &due, state->status);
    day = due;
  }
}

static void add_task (Strip *strip, const TzTaskState *state)
{
  switch (state->deadline->kind) {
  case TZ_DEADLINE_DATE:
    add_dates (strip, state);
    break;
  case TZ_DEADLINE_RECURRING:
    add_recurring (strip, state);
    break;
  case TZ_DEADLINE_DURATION:
    add_due (strip, &state->due, state->status);
    break;
  default:
    break;
  }
}

/* Whole years: from the ledger's first day to the end of the period's year. */
static void set_span (Strip *strip)
{
  const TzPeriod *period = tz_stats_period (strip->figures->stats);
  GDate start;
  tz_stats_start (strip->figures->stats, &start);
  int year = MIN (g_date_get_year (&start), period->year);
  g_date_clear (&strip->first, 2);
  g_date_set_dmy (&strip->first, 1, G_DATE_JANUARY, (GDateYear)year);
  g_date_set_dmy (&strip->last, 31, G_DATE_DECEMBER, (GDateYear)period->year);
  tz_period_first_day (period, &strip->begin);
  strip->n_days = g_date_days_between (&strip->first, &strip->last) + 1;
}

static gboolean is_last_of_month (const Strip *strip, int day)
{
  GDate next = strip->first;
  g_date_add_days (&next, (guint)day + 1);
  return g_date_get_day (&next) == 1;
}

/* The same by month, a series for each state that occurs. */
static void count_months (TzChart *chart, const Strip *strip)
{
  TzChartSeries *series[TZ_N_TONES] = { NULL };
  int counts[TZ_N_TONES] = { 0 };
  gboolean one_year = g_date_get_year (&strip->first) == g_date_get_year (&strip->last);
  for (guint i = 0; i < chart->days->len; i++)
    counts[g_array_index (chart->days, TzChartDay, i).tone]++;
  for (int i = 0; i < TZ_N_STATUSES; i++) {
    TzTone tone = tz_figure_tone (tz_figure_states[i]);
    if (counts[tone] > 0)
      series[tone] = tz_chart_add_series (chart, tz_status_word (tz_figure_states[i]), tone);
    counts[tone] = 0;
  }
  for (int day = 0; day < strip->n_days; day++) {
    for (int tone = 0; tone < TZ_N_TONES; tone++)
      counts[tone] += strip->days[day][tone];
    if (!is_last_of_month (strip, day))
      continue;
    GDate date = strip->first;
    g_date_add_days (&date, (guint)day);
    g_autofree char *month = g_strdup_printf ("%d月", (int)g_date_get_month (&date));
    g_autofree char *with_year = g_strdup_printf ("%d年%s", g_date_get_year (&date), month);
    tz_chart_add_category (chart, one_year ? month : with_year);
    for (int tone = 0; tone < TZ_N_TONES; tone++) {
      if (series[tone])
        add_value (series[tone], counts[tone]);
      counts[tone] = 0;
    }
  }
}

TzChart *tz_figure_calendar (const TzFigures *figures)
{
  TzChart *chart = begin (figures, TZ_CHART_CALENDAR, "calendar", "任务完成时限分布", "项", "月份");
  Strip strip = { .figures = figures };
  GDate today;
  set_span (&strip);
  tz_stats_as_of (figures->stats, &today);
  chart->first_day = g_date_get_julian (&strip.first);
  chart->last_day = g_date_get_julian (&strip.last);
  chart->today = g_date_get_julian (&today);
  strip.days = g_malloc0_n ((gsize)strip.n_days, sizeof *strip.days);
  for (int task = 0; task < tz_ledger_n_tasks (figures->ledger); task++)
    add_task (&strip, tz_stats_task (figures->stats, task));
  for (int day = 0; day < strip.n_days; day++)
    for (int tone = 0; tone < TZ_N_TONES; tone++)
      if (strip.days[day][tone] > 0)
        tz_chart_add_day (chart, chart->first_day + (guint32)day, strip.days[day][tone], (TzTone)tone);
  count_months (chart, &strip);
  g_free (strip.days);
  return chart;
}
