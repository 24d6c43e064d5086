/* A chart in words, for readers that do not see it. */
#include "content/chart.h"

static gboolean is_percent (const TzChart *chart)
{
  return chart->unit && (g_str_equal (chart->unit, "%") || g_str_equal (chart->unit, "％"));
}

static void add_value (GString *to, const TzChart *chart, int value)
{
  if (value == TZ_CHART_UNKNOWN)
    g_string_append (to, "未报");
  else if (!is_percent (chart))
    g_string_append_printf (to, "%d%s", value, chart->unit ? chart->unit : "");
  else if (value % 10 == 0)
    g_string_append_printf (to, "%d%%", value / 10);
  else
    g_string_append_printf (to, "%d.%d%%", value / 10, value % 10);
}

/* 第一部分：已完成5项、进行中3项 */
static void add_category (GString *to, const TzChart *chart, guint i)
{
  g_string_append_printf (to, "%s：", (const char *)chart->categories->pdata[i]);
  for (guint k = 0; k < chart->series->len; k++) {
    const TzChartSeries *series = chart->series->pdata[k];
    g_string_append_printf (to, "%s%s", k > 0 ? "、" : "", series->name ? series->name : "");
    add_value (to, chart, i < series->values->len ? g_array_index (series->values, int, i) : TZ_CHART_UNKNOWN);
  }
}

/* What the tasks of a tone are called in a calendar, which has no legend of its own. */
static const char *const tone_words[TZ_N_TONES] = { "已完成", "已销号", "推进中", "未启动", "逾期", "到期" };

/* 2021年6月30日：逾期3项 */
static void add_day (GString *to, const TzChart *chart, const TzChartDay *day)
{
  GDate date;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, day->day);
  g_string_append_printf (to, "%d年%d月%d日：%s", g_date_get_year (&date), (int)g_date_get_month (&date),
                          g_date_get_day (&date), tone_words[day->tone]);
  add_value (to, chart, day->n);
}

char *tz_chart_words (const TzChart *chart)
{
  GString *words = g_string_new (chart->title);
  const char *between = "。";
  for (guint i = 0; i < chart->categories->len; i++, between = "；") {
    g_string_append (words, words->len > 0 ? between : "");
    add_category (words, chart, i);
  }
  for (guint i = 0; i < chart->days->len; i++, between = "；") {
    g_string_append (words, words->len > 0 ? between : "");
    add_day (words, chart, &g_array_index (chart->days, TzChartDay, i));
  }
  if (words->len > 0)
    g_string_append (words, "。");
  return g_string_free (words, FALSE);
}
