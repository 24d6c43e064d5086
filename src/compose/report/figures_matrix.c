/* Regions by tasks: one sign for the state of each, readable without colours: filled is
 * finished, hollow is not, and late stands on grey. All signs are in GB 2312, so that
 * every Chinese font has them. */
#include "compose/report/figures_data.h"

#define SIZE (9 * TZ_PT)

static const char *const signs[TZ_N_STATUSES] = { [TZ_STATUS_DONE] = "●",
                                                  [TZ_STATUS_CLOSED] = "■",
                                                  [TZ_STATUS_ONGOING] = "△",
                                                  [TZ_STATUS_NOT_STARTED] = "○",
                                                  [TZ_STATUS_LATE] = "▲" };

static gboolean is_regional (const TzFigures *figures, int task)
{
  for (int region = 0; region < figures->n_regions; region++)
    if (tz_stats_region_task (figures->stats, task, region))
      return TRUE;
  return FALSE;
}

/* Tasks that some region reported on. */
static GArray *find_tasks (const TzFigures *figures)
{
  GArray *tasks = g_array_new (FALSE, FALSE, sizeof (int));
  for (int task = 0; task < tz_ledger_n_tasks (figures->ledger); task++)
    if (is_regional (figures, task))
      g_array_append_val (tasks, task);
  return tasks;
}

static TzFigureColumn task_column (const TzFigures *figures, int task)
{
  const TzLedger *ledger = figures->ledger;
  const TzTask *of = tz_ledger_task (ledger, task);
  int col = tz_ledger_find_meaning (ledger, TZ_MEANS_NUMBER);
  const char *number = col >= 0 ? tz_ledger_text (ledger, of->first_record, col) : "";
  return (TzFigureColumn){ .group = of->section >= 0 ? tz_ledger_section (ledger, of->section)->title
                                    : tz_ledger_n_sections (ledger) > 0 ? "其他"
                                                                        : "任务编号",
                           .head = *number ? number : of->id,
                           .align = TZ_ALIGN_CENTER,
                           .floor = 1.6,
                           .tight = TRUE };
}

static void put_legend (TzFigureTable *t, const char *more)
{
  GString *legend = g_string_new ("注：");
  for (int i = 0; i < TZ_N_STATUSES; i++)
    g_string_append_printf (legend, "%s %s　", signs[tz_figure_states[i]],
                            tz_status_word (tz_figure_states[i]));
  g_string_append_printf (legend, "空白 未报送。%s", more);
  tz_figure_note (t, legend->str);
  g_string_free (legend, TRUE);
}

static void put_sign (TzFigureTable *t, int task, int region)
{
  const TzTaskState *state = tz_stats_region_task (t->figures->stats, task, region);
  if (state && state->status == TZ_STATUS_LATE)
    tz_figure_put_shaded (t, signs[state->status]);
  else
    tz_figure_put (t, state ? signs[state->status] : "");
}

static gboolean has_others (const TzFigures *figures, const GArray *tasks)
{
  return (int)tasks->len < tz_ledger_n_tasks (figures->ledger);
}

TzTable *tz_figure_matrix (const TzFigures *figures)
{
  g_autoptr (GArray) tasks = find_tasks (figures);
  int n = (int)tasks->len;
  TzFigureColumn *columns = g_new0 (TzFigureColumn, (gsize)n + 1);
  columns[0] =
      (TzFigureColumn){ .head = "地区", .align = TZ_ALIGN_CENTER, .floor = 4, .key = TRUE, .label = TRUE };
  for (int i = 0; i < n; i++)
    columns[i + 1] = task_column (figures, g_array_index (tasks, int, i));
  TzFigureTable *t = tz_figure_table_begin (figures, "各地区任务状态", NULL, columns, n + 1, SIZE);
  g_free (columns);
  for (int region = 0; region < figures->n_regions; region++) {
    tz_figure_row (t, 0);
    tz_figure_put (t, tz_progress_region (figures->facts->progress, region));
    for (int i = 0; i < n; i++)
      put_sign (t, g_array_index (tasks, int, i), region);
  }
  put_legend (t, has_others (figures, tasks) ? "编号为任务在台账中的序号，不分地区报送的任务不列。"
                                             : "编号为任务在台账中的序号。");
  t->table->sideways = TRUE;
  t->table->freeze_cols = 1;
  return tz_figure_table_end (t);
}

/* ── the same the other way round, with the names of the tasks ───────────── */

static void put_section (TzFigureTable *t, int section)
{
  const TzLedger *ledger = t->figures->ledger;
  if (tz_ledger_n_sections (ledger) == 0)
    return;
  tz_figure_row (t, TZ_ROW_SECTION);
  tz_figure_put (t, section >= 0 ? tz_ledger_section (ledger, section)->title : "其他");
}

TzTable *tz_figure_task_matrix (const TzFigures *figures)
{
  g_autoptr (GArray) tasks = find_tasks (figures);
  int n = figures->n_regions, section = -2;
  TzFigureColumn *columns = g_new0 (TzFigureColumn, (gsize)n + 1);
  columns[0] =
      (TzFigureColumn){ .head = "任务", .align = TZ_ALIGN_LEFT, .floor = 11, .key = TRUE, .label = TRUE };
  for (int i = 0; i < n; i++)
    columns[i + 1] = (TzFigureColumn){ .head = tz_progress_region (figures->facts->progress, i),
                                       .align = TZ_ALIGN_CENTER,
                                       .floor = 2,
                                       .cap = 6,
                                       .tight = TRUE };
  TzFigureTable *t = tz_figure_table_begin (figures, "各任务地区状态", NULL, columns, n + 1, SIZE);
  g_free (columns);
  for (guint i = 0; i < tasks->len; i++) {
    int task = g_array_index (tasks, int, i), its = tz_ledger_task (figures->ledger, task)->section;
    if (its != section)
      put_section (t, its);
    section = its;
    tz_figure_row (t, 0);
    tz_figure_take (t, tz_figure_task_name (figures, task));
    for (int region = 0; region < n; region++)
      put_sign (t, task, region);
  }
  put_legend (t, has_others (figures, tasks) ? "不分地区报送的任务不列。" : "");
  t->table->sideways = TRUE;
  t->table->freeze_cols = 1;
  return tz_figure_table_end (t);
}
