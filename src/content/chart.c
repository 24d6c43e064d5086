#include "content/chart.h"

/* Lightness of the fills (CIE L*): 26, 61, 79, 93, 44; of the lines all under 55, so that
 * they are seen on white. */
static const struct {
  guint32 fill, ink, line;
  gboolean hatched;
} tones[TZ_N_TONES] = {
  [TZ_TONE_DONE] = { .fill = 0x1B3F66, .ink = 0xFFFFFF, .line = 0x1B3F66 },
  [TZ_TONE_CLOSED] = { .fill = 0x6F9AB8, .ink = 0x000000, .line = 0x3F7396 },
  [TZ_TONE_ONGOING] = { .fill = 0xE6C270, .ink = 0x000000, .line = 0x8F6A10 },
  [TZ_TONE_NOT_STARTED] = { .fill = 0xEBEBEB, .ink = 0x000000, .line = 0x7A7A7A },
  [TZ_TONE_LATE] = { .fill = 0xB5432A, .ink = 0xFFFFFF, .line = 0xB5432A, .hatched = TRUE },
  [TZ_TONE_PLAN] = { .fill = 0x595959, .ink = 0xFFFFFF, .line = 0x404040 },
};

guint32 tz_tone_colour (TzTone tone)
{
  return tones[tone].fill;
}

guint32 tz_tone_ink (TzTone tone)
{
  return tones[tone].ink;
}

guint32 tz_tone_line (TzTone tone)
{
  return tones[tone].line;
}

gboolean tz_tone_is_hatched (TzTone tone)
{
  return tones[tone].hatched;
}

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
  g_free (chart->axis);
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
