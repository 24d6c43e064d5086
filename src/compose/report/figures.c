#include "compose/report/figures_data.h"

#include "compose/table/names.h"

/* ── names ───────────────────────────────────────────────────────────────── */

static gboolean has_groups (const TzFigures *figures, int by)
{
  return tz_stats_n_groups (figures->stats, (TzStatsBy)by) > 0;
}

static gboolean has_list (const TzFigures *figures, int list)
{
  int n = 0;
  tz_stats_list (figures->stats, (TzStatsList)list, &n);
  return n > 0;
}

static gboolean has_tasks (const TzFigures *figures, G_GNUC_UNUSED int what)
{
  return tz_stats_total (figures->stats)->n > 0;
}

/* One period is no trend. */
static gboolean has_trend (const TzFigures *figures, G_GNUC_UNUSED int what)
{
  return tz_stats_n_groups (figures->stats, TZ_BY_PERIOD) > 1;
}

static const struct {
  const char *name;
  TzTable *(*make) (const TzFigures *figures); /* NULL: a list */
  gboolean (*has) (const TzFigures *figures, int what);
  int what;
} tables[] = {
  { "total", tz_figure_total, has_tasks, 0 },
  { "sections", tz_figure_sections, has_groups, TZ_BY_SECTION },
  { "units", tz_figure_units, has_groups, TZ_BY_UNIT },
  { "regions", tz_figure_regions, has_groups, TZ_BY_REGION },
  { "matrix", tz_figure_matrix, has_groups, TZ_BY_REGION },
  { "task-matrix", tz_figure_task_matrix, has_groups, TZ_BY_REGION },
  { "periods", tz_figure_periods, has_groups, TZ_BY_PERIOD },
  { "done", NULL, has_list, TZ_LIST_DONE },
  { "new-done", NULL, has_list, TZ_LIST_NEWLY_DONE },
  { "late", NULL, has_list, TZ_LIST_LATE },
  { "behind", NULL, has_list, TZ_LIST_BEHIND },
  { "due-next", NULL, has_list, TZ_LIST_DUE_NEXT },
  { "not-reported", NULL, has_list, TZ_LIST_NOT_REPORTED },
};

const char *const *tz_figures_table_names (void)
{
  static const char *names[G_N_ELEMENTS (tables) + 1];
  static gsize done;
  if (g_once_init_enter (&done)) {
    for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
      names[i] = tables[i].name;
    g_once_init_leave (&done, 1);
  }
  return names;
}

static const char *const chart_names[] = {
  "sections", "units", "progress", "trend", "calendar", "regions", NULL
};

const char *const *tz_figures_chart_names (void)
{
  return chart_names;
}

/* ── the figures ─────────────────────────────────────────────────────────── */

TzFigures *tz_figures_new (const TzLedger *ledger, const TzFacts *facts, const TzStats *stats,
                           const TzTemplate *form)
{
  TzFigures *figures = g_new0 (TzFigures, 1);
  g_assert (form->kind != TZ_FORM_LETTER);
  figures->ledger = ledger;
  figures->facts = facts;
  figures->stats = stats;
  figures->form = form;
  figures->n_regions = facts->progress ? tz_progress_n_regions (facts->progress) : 0;
  return figures;
}

void tz_figures_free (TzFigures *figures)
{
  g_free (figures);
}

static int find_table (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_str_equal (tables[i].name, name))
      return (int)i;
  return -1;
}

gboolean tz_figures_has_table (const TzFigures *figures, const char *name)
{
  int i = find_table (name);
  return i >= 0 && tables[i].has (figures, tables[i].what);
}

TzTable *tz_figures_table (const TzFigures *figures, const char *name)
{
  int i = find_table (name);
  if (i < 0 || !tables[i].has (figures, tables[i].what))
    return NULL;
  TzTable *table =
      tables[i].make ? tables[i].make (figures) : tz_figure_list (figures, (TzStatsList)tables[i].what);
  tz_table_take_names (table,
                       tz_ledger_names (figures->ledger, figures->facts->units, figures->facts->regions));
  return table;
}

/* A chart without a single value, or a strip without a day, shows nothing. */
static gboolean is_blank (const TzChart *chart)
{
  if (chart->kind == TZ_CHART_CALENDAR)
    return chart->days->len == 0;
  for (guint i = 0; i < chart->series->len; i++) {
    const TzChartSeries *series = chart->series->pdata[i];
    for (guint k = 0; k < series->values->len; k++)
      if (g_array_index (series->values, int, k) != TZ_CHART_UNKNOWN)
        return FALSE;
  }
  return TRUE;
}

static TzChart *make_chart (const TzFigures *figures, const char *name)
{
  static const struct {
    const char *name;
    TzStatsBy by;
  } bars[] = { { "sections", TZ_BY_SECTION }, { "units", TZ_BY_UNIT }, { "regions", TZ_BY_REGION } };
  for (gsize i = 0; i < G_N_ELEMENTS (bars); i++)
    if (g_str_equal (bars[i].name, name))
      return tz_figure_bars (figures, bars[i].by);
  if (g_str_equal (name, "progress"))
    return tz_figure_progress (figures);
  if (g_str_equal (name, "trend"))
    return has_trend (figures, 0) ? tz_figure_trend (figures) : NULL;
  return g_str_equal (name, "calendar") ? tz_figure_calendar (figures) : NULL;
}

TzChart *tz_figures_chart (const TzFigures *figures, const char *name)
{
  TzChart *chart = make_chart (figures, name);
  if (chart && is_blank (chart))
    g_clear_pointer (&chart, tz_chart_free);
  return chart;
}

gboolean tz_figures_has_chart (const TzFigures *figures, const char *name)
{
  TzChart *chart = tz_figures_chart (figures, name);
  tz_chart_free (chart);
  return chart != NULL;
}
