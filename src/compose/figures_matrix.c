/* Regions by tasks: one sign for the state of each, readable without colours. All signs
 * are in GB 2312, so that every Chinese font has them. */
#include "compose/figures_data.h"

#define SIZE (9 * TZ_PT)

static const char *const signs[TZ_N_STATUSES] = { [TZ_STATUS_DONE] = "●",
                                                  [TZ_STATUS_CLOSED] = "◎",
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
                           .floor = 1.6 };
}

static void put_legend (TzFigureTable *t, gboolean all)
{
  GString *legend = g_string_new ("注：");
  for (int i = 0; i < TZ_N_STATUSES; i++)
    g_string_append_printf (legend, "%s %s　", signs[tz_figure_states[i]],
                            tz_status_word (tz_figure_states[i]));
  g_string_append (legend, "空白 未报送。编号为任务在台账中的序号");
  g_string_append (legend, all ? "。" : "，不分地区报送的任务不列。");
  tz_figure_note (t, legend->str);
  g_string_free (legend, TRUE);
}

TzTable *tz_figure_matrix (const TzFigures *figures)
{
  g_autoptr (GArray) tasks = find_tasks (figures);
  int n = (int)tasks->len;
  g_autofree TzFigureColumn *columns = g_new0 (TzFigureColumn, (gsize)n + 1);
  columns[0] =
      (TzFigureColumn){ .head = "地区", .align = TZ_ALIGN_CENTER, .floor = 4, .key = TRUE, .label = TRUE };
  for (int i = 0; i < n; i++)
    columns[i + 1] = task_column (figures, g_array_index (tasks, int, i));
  TzFigureTable *t = tz_figure_table_begin (figures, "各地区任务状态", NULL, columns, n + 1, SIZE);
  for (int region = 0; region < figures->n_regions; region++) {
    tz_figure_row (t, 0);
    tz_figure_put (t, tz_progress_region (figures->facts->progress, region));
    for (int i = 0; i < n; i++) {
      const TzTaskState *state = tz_stats_region_task (figures->stats, g_array_index (tasks, int, i), region);
      tz_figure_put (t, state ? signs[state->status] : "");
    }
  }
  put_legend (t, n == tz_ledger_n_tasks (figures->ledger));
  t->table->sideways = TRUE;
  t->table->freeze_cols = 1;
  return tz_figure_table_end (t);
}
