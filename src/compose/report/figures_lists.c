/* Lists of tasks: done, late, behind, due, not reported on. */
#include "compose/report/figures_data.h"

/* What a column of a list says about a task. */
typedef enum {
  NUMBER,
  NAME,
  UNITS,
  DEADLINE,
  SHORT_DEADLINE,
  STATUS,
  PERCENT,
  EXPECTED,
  DAYS_LATE,
  PROBLEMS,
  DUE,
  REPORT
} What;

#define SIZE (10 * TZ_PT)

static const TzFigureColumn columns[] = {
  [NUMBER] = { .head = "序号",
               .type = TZ_VALUE_NUMBER,
               .align = TZ_ALIGN_CENTER,
               .floor = 2.4,
               .cap = 3,
               .label = TRUE },
  [NAME] = { .head = "任务", .align = TZ_ALIGN_LEFT, .floor = 7, .label = TRUE },
  [UNITS] = { .head = "责任单位", .align = TZ_ALIGN_LEFT, .floor = 5.5 },
  [DEADLINE] = { .head = "完成时限", .align = TZ_ALIGN_CENTER, .floor = 7.8, .cap = 9 },
  [SHORT_DEADLINE] = { .head = "完成\n时限", .align = TZ_ALIGN_CENTER, .floor = 5, .cap = 6 },
  [STATUS] = { .head = "状态", .align = TZ_ALIGN_CENTER, .floor = 3.8, .cap = 4.2 },
  [PERCENT] = { .head = "完成\n进度",
                .type = TZ_VALUE_PERCENT,
                .align = TZ_ALIGN_DECIMAL,
                .floor = 4,
                .cap = 5 },
  [EXPECTED] = { .head = "时间\n进度",
                 .type = TZ_VALUE_PERCENT,
                 .align = TZ_ALIGN_DECIMAL,
                 .floor = 4,
                 .cap = 5 },
  [DAYS_LATE] = { .head = "逾期\n天数",
                  .type = TZ_VALUE_NUMBER,
                  .align = TZ_ALIGN_DECIMAL,
                  .floor = 3,
                  .cap = 4 },
  [PROBLEMS] = { .head = "存在问题", .align = TZ_ALIGN_LEFT, .floor = 14 },
  [DUE] = { .head = "到期日", .type = TZ_VALUE_DATE, .align = TZ_ALIGN_CENTER, .floor = 6.2, .cap = 7.5 },
  [REPORT] = { .head = "完成情况", .align = TZ_ALIGN_LEFT, .floor = 9.5 },
};

enum { MOST_COLUMNS = 8 };

static const struct {
  const char *title;
  What what[MOST_COLUMNS];
  int n;
} lists[TZ_N_LISTS] = {
  [TZ_LIST_NEWLY_DONE] = { "本期新完成的任务", { NUMBER, NAME, UNITS, DEADLINE, STATUS, REPORT }, 6 },
  [TZ_LIST_DONE] = { "已完成的任务", { NUMBER, NAME, UNITS, DEADLINE, STATUS }, 5 },
  [TZ_LIST_LATE] = { "逾期的任务", { NUMBER, NAME, UNITS, SHORT_DEADLINE, DAYS_LATE, PERCENT, PROBLEMS }, 7 },
  [TZ_LIST_BEHIND] = { "进度慢于序时的任务",
                       { NUMBER, NAME, UNITS, SHORT_DEADLINE, PERCENT, EXPECTED, PROBLEMS },
                       7 },
  [TZ_LIST_DUE_NEXT] = { "下期到期的任务", { NUMBER, NAME, UNITS, DEADLINE, DUE, STATUS, PERCENT }, 7 },
  [TZ_LIST_NOT_REPORTED] = { "本期未报送进展的任务", { NUMBER, NAME, UNITS, DEADLINE, STATUS }, 5 },
};

/* ── texts of a task ─────────────────────────────────────────────────────── */

/* "一-5 外线行政审批提速": the name, or whatever says what is to be done. */
char *tz_figure_task_name (const TzFigures *figures, int task)
{
  static const TzMeans means[] = { TZ_MEANS_NAME, TZ_MEANS_CONTENT };
  int col = -1;
  for (gsize i = 0; i < G_N_ELEMENTS (means) && col < 0; i++)
    col = tz_ledger_find_meaning (figures->ledger, means[i]);
  const TzTask *of = tz_ledger_task (figures->ledger, task);
  const char *name = col >= 0 ? tz_ledger_text (figures->ledger, of->first_record, col) : "";
  return g_strdup_printf ("%s%s%s", of->id, *name ? " " : "", name);
}

static char *deadline_of (const TzFigures *figures, int task)
{
  int col = tz_ledger_find_meaning (figures->ledger, TZ_MEANS_DEADLINE);
  return tz_ledger_task_text (figures->ledger, task, col);
}

typedef enum { SAID_PROBLEMS, SAID_DONE } Said;

static const char *said (const TzTaskState *state, Said what)
{
  if (!state || !state->record)
    return "";
  return what == SAID_PROBLEMS ? state->record->problems : state->record->done;
}

/* Whether a region is the reason for which its task is in LIST. */
static gboolean is_reason (const TzTaskState *state, TzStatsList list)
{
  return list == TZ_LIST_LATE ? state->status == TZ_STATUS_LATE : state->pace == TZ_PACE_BEHIND;
}

/* The regions that hold TASK up, from FIRST on, whose reason is WHY: 松坪市、云岭州. NULL if there is none. */
static char *regions_with (const TzFigures *figures, int task, TzStatsList list, int first, const char *why)
{
  GString *names = g_string_new (NULL);
  for (int region = first; region < figures->n_regions; region++) {
    const TzTaskState *state = tz_stats_region_task (figures->stats, task, region);
    if (state && is_reason (state, list) && g_str_equal (said (state, SAID_PROBLEMS), why))
      g_string_append_printf (names, "%s%s", names->len > 0 ? "、" : "",
                              tz_progress_region (figures->facts->progress, region));
  }
  return g_string_free (names, names->len == 0);
}

static void add_reason (GString *text, char *take_names, const char *why)
{
  if (take_names)
    g_string_append_printf (text, "%s%s：%s%s", text->len > 0 ? "\n" : "", take_names, why,
                            g_str_has_suffix (why, "。") ? "" : "。");
  g_free (take_names);
}

/* Whether a region before REGION has the same reason, so that both were named together. */
static gboolean is_told (const TzFigures *figures, int task, TzStatsList list, int region, const char *why)
{
  for (int i = 0; i < region; i++) {
    const TzTaskState *state = tz_stats_region_task (figures->stats, task, i);
    if (state && is_reason (state, list) && g_str_equal (said (state, SAID_PROBLEMS), why))
      return TRUE;
  }
  return FALSE;
}

/* 松坪市、云岭州：施工通道协调难度大。 A line for each reason, last the regions that give none. */
static char *problems_of (const TzFigures *figures, int task, TzStatsList list)
{
  GString *text = g_string_new (said (tz_stats_task (figures->stats, task), SAID_PROBLEMS));
  for (int region = 0; region < figures->n_regions; region++) {
    const TzTaskState *state = tz_stats_region_task (figures->stats, task, region);
    const char *why = said (state, SAID_PROBLEMS);
    if (state && is_reason (state, list) && *why && !is_told (figures, task, list, region, why))
      add_reason (text, regions_with (figures, task, list, region, why), why);
  }
  add_reason (text, regions_with (figures, task, list, 0, ""), "未说明原因");
  return g_string_free (text, FALSE);
}

/* The first day of the coming period on which TASK is due. */
static char *due_of (const TzFigures *figures, const TzTaskState *state)
{
  GDate end, due = state->due;
  tz_period_last_day (tz_stats_period (figures->stats), &end);
  if (state->deadline->kind != TZ_DEADLINE_DURATION && !tz_deadline_next (state->deadline, &end, &due))
    return g_strdup ("—");
  return g_date_valid (&due) ? g_strdup_printf ("%d-%02d-%02d", g_date_get_year (&due),
                                                (int)g_date_get_month (&due), g_date_get_day (&due))
                             : g_strdup ("—");
}

/* What was reported as done; of a task that its regions report on, how many of them finished it. */
static char *report_of (const TzFigures *figures, int task)
{
  int n = 0, n_done = 0;
  for (int region = 0; region < figures->n_regions; region++) {
    const TzTaskState *state = tz_stats_region_task (figures->stats, task, region);
    n += state != NULL;
    n_done += state && tz_status_is_final (state->status);
  }
  const char *text = said (tz_stats_task (figures->stats, task), SAID_DONE);
  if (*text || n == 0)
    return g_strdup (text);
  return n_done == n ? g_strdup_printf ("%d个地区全部完成。", n)
                     : g_strdup_printf ("%d个地区中%d个完成。", n, n_done);
}

static char *text_of (const TzFigures *figures, TzStatsList list, int task, What what, int number)
{
  const TzTaskState *state = tz_stats_task (figures->stats, task);
  switch (what) {
  case NUMBER:
    return g_strdup_printf ("%d", number);
  case NAME:
    return tz_figure_task_name (figures, task);
  case UNITS:
    return g_strjoinv ("、", (char **)tz_stats_task_units (figures->stats, task));
  case DEADLINE:
  case SHORT_DEADLINE:
    return deadline_of (figures, task);
  case STATUS:
    return g_strdup (tz_status_word (state->status));
  case PERCENT:
    return tz_percent_text (state->percent);
  case EXPECTED:
    return tz_percent_text (state->expected);
  case DAYS_LATE:
    return state->days_late > 0 ? g_strdup_printf ("%d", state->days_late) : g_strdup ("—");
  case PROBLEMS:
    return problems_of (figures, task, list);
  case DUE:
    return due_of (figures, state);
  case REPORT:
    return report_of (figures, task);
  }
  return g_strdup ("");
}

/* A column that has nothing to say about any task is left out. */
static gboolean is_blank (const TzFigures *figures, TzStatsList list, What what)
{
  int n = 0;
  const int *tasks = tz_stats_list (figures->stats, list, &n);
  for (int i = 0; i < n; i++) {
    g_autofree char *text = text_of (figures, list, tasks[i], what, i + 1);
    if (*text != '\0' && !g_str_equal (text, "—"))
      return FALSE;
  }
  return TRUE;
}

TzTable *tz_figure_list (const TzFigures *figures, TzStatsList list)
{
  TzFigureColumn chosen[MOST_COLUMNS];
  What what[MOST_COLUMNS];
  int n_tasks = 0, n = 0;
  const int *tasks = tz_stats_list (figures->stats, list, &n_tasks);
  for (int i = 0; i < lists[list].n; i++) {
    what[n] = lists[list].what[i];
    chosen[n] = columns[what[n]];
    if (what[n] == NAME || !is_blank (figures, list, what[n]))
      n++;
  }
  TzFigureTable *t = tz_figure_table_begin (figures, lists[list].title, NULL, chosen, n, SIZE);
  for (int i = 0; i < n_tasks; i++) {
    tz_figure_row (t, 0);
    for (int c = 0; c < n; c++)
      tz_figure_take (t, text_of (figures, list, tasks[i], what[c], i + 1));
  }
  return tz_figure_table_end (t);
}
