#include "content/chart.h"

static void series_free (TzChartSeries *series)
{
  g_free (series->name);
  g_array_unref (series->values);
  g_free (series);
}

TzChart *tz_chart_new (TzChartKind kind, const char *name, const char *title, const char *unit)
{
  TzChart *chart = g_new0 (TzChart, 1);
  chart->kind = kind;
  chart->name = g_strdup (name);
  chart->title = g_strdup (title);
  chart->unit = g_strdup (unit);
  chart->categories = g_ptr_array_new_with_free_func (g_free);
  chart->series = g_ptr_array_new_with_free_func ((GDestroyNotify)series_free);
  chart->days = g_array_new (FALSE, FALSE, sizeof (TzChartDay));
  return chart;
}

void tz_chart_free (TzChart *chart)
{
  if (!chart)
    return;
  g_free (chart->name);
  g_free (chart->title);
  g_free (chart->unit);
  g_ptr_array_unref (chart->categories);
  g_ptr_array_unref (chart->series);
  g_array_unref (chart->days);
  g_free (chart);
}

void tz_chart_add_category (TzChart *chart, const char *name)
{
  g_ptr_array_add (chart->categories, g_strdup (name));
}

TzChartSeries *tz_chart_add_series (TzChart *chart, const char *name, TzTone tone)
{
  TzChartSeries *series = g_new0 (TzChartSeries, 1);
  series->name = g_strdup (name);
  series->tone = tone;
  series->values = g_array_new (FALSE, FALSE, sizeof (int));
  g_ptr_array_add (chart->series, series);
  return series;
}

void tz_chart_add_day (TzChart *chart, guint32 day, int n, TzTone tone)
{
  TzChartDay added = { .day = day, .n = n, .tone = tone };
  g_array_append_val (chart->days, added);
}
