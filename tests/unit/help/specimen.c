#include "help/specimen.h"

#include <string.h>

/* ---- from words ---- */

/* "名称 3 0 - 12": a category and its values, "-" for none. */
static void add_row (TzChart *chart, const char *row)
{
  char **words = g_strsplit (row, " ", -1);
  tz_chart_add_category (chart, words[0]);
  for (guint i = 0; i < chart->series->len; i++) {
    const TzChartSeries *series = chart->series->pdata[i];
    int value = words[i + 1][0] == '-' ? TZ_CHART_UNKNOWN : (int)g_ascii_strtoll (words[i + 1], NULL, 10);
    g_array_append_val (series->values, value);
  }
  g_strfreev (words);
}

static void add_rows (TzChart *chart, const char *const *rows)
{
  for (; *rows; rows++)
    add_row (chart, *rows);
}

#define ROWS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static TzChart *states (const char *title)
{
  TzChart *chart = tz_chart_new (TZ_CHART_BARS, "states", title, "项");
  tz_chart_add_series (chart, "已完成", TZ_TONE_DONE);
  tz_chart_add_series (chart, "长期坚持", TZ_TONE_CLOSED);
  tz_chart_add_series (chart, "推进中", TZ_TONE_ONGOING);
  tz_chart_add_series (chart, "未启动", TZ_TONE_NOT_STARTED);
  tz_chart_add_series (chart, "逾期", TZ_TONE_LATE);
  return chart;
}

static TzChart *bars (void)
{
  TzChart *chart = states ("图1 各部分任务完成情况");
  add_rows (chart,
            ROWS ("一、优化审批服务 12 3 9 2 1", "二、规范市场秩序 20 0 11 0 0", "三、降低经营成本 5 1 14 6 3",
                  "四、加强要素保障 9 2 2 0 0", "五、强化法治保障 0 0 0 0 0", "六、组织实施 1 0 0 0 0"));
  return chart;
}

static TzChart *bars_long (void)
{
  TzChart *chart = states ("图2 各责任单位任务完成情况");
  add_rows (chart, ROWS ("省市场监督管理局（省知识产权局） 31 4 22 3 2", "省发展改革委 118 1 2 1 1",
                         "省人力资源社会保障厅、省医疗保障局、省税务局按职责分工负责 7 0 3 0 12",
                         "省地方金融监督管理局 4 - 3 - 1",
                         "人民银行省分行、国家金融监督管理总局省监管局、省证监局 - - - - -"));
  return chart;
}

static TzChart *bars_single (void)
{
  TzChart *chart = tz_chart_new (TZ_CHART_BARS, "late", "图3 逾期任务最多的责任单位", "项");
  tz_chart_add_series (chart, "逾期", TZ_TONE_LATE);
  add_rows (chart, ROWS ("省教育厅 14", "省公安厅 9", "省民政厅 6", "省司法厅 1", "省财政厅 0"));
  return chart;
}

static TzChart *bars_one (void)
{
  TzChart *chart = states ("图4 全部任务");
  add_row (chart, "全部任务 47 6 36 8 4");
  return chart;
}

static TzChart *bars_many (void)
{
  TzChart *chart = states ("图5 各县（市、区）任务完成情况");
  for (int i = 0; i < 40; i++) {
    char *row = g_strdup_printf ("第%02d县（市、区） %d %d %d %d %d", i + 1, 10 + i * 7 % 13, i % 3, 20 - i % 9,
                                 i % 4 == 0 ? 3 : 0, i % 7 == 0 ? 2 : 0);
    add_row (chart, row);
    g_free (row);
  }
  return chart;
}

static TzChart *progress_chart (const char *title)
{
  TzChart *chart = tz_chart_new (TZ_CHART_PROGRESS, "progress", title, "%");
  tz_chart_add_series (chart, "完成率", TZ_TONE_DONE);
  tz_chart_add_series (chart, "时间进度", TZ_TONE_PLAN);
  return chart;
}

static TzChart *progress (void)
{
  TzChart *chart = progress_chart ("图6 各部分任务完成率");
  add_rows (chart, ROWS ("一、优化审批服务 455 500", "二、规范市场秩序 645 500", "三、降低经营成本 172 500",
                         "四、加强要素保障 1000 500", "五、强化法治保障 - 500", "六、组织实施 0 500"));
  return chart;
}

static TzChart *progress_own (void)
{
  TzChart *chart = progress_chart ("图7 重大项目年度投资完成率");
  add_rows (chart, ROWS ("滨河大道北延工程 620 500", "市第三污水处理厂扩建及配套管网工程 180 750",
                         "城东产业园标准厂房 1130 1000", "农村公路改造 250 -"));
  return chart;
}

static TzChart *trend (void)
{
  TzChart *chart = tz_chart_new (TZ_CHART_TREND, "trend", "图8 任务完成数变化", "项");
  tz_chart_add_series (chart, "已完成", TZ_TONE_DONE);
  tz_chart_add_series (chart, "应完成", TZ_TONE_PLAN);
  tz_chart_add_series (chart, "逾期", TZ_TONE_LATE);
  add_rows (chart, ROWS ("1月 0 2 0", "2月 3 3 0", "3月 9 12 3", "4月 14 15 4", "5月 22 21 4", "6月 31 31 1"));
  return chart;
}

static TzChart *trend_year (void)
{
  TzChart *chart = tz_chart_new (TZ_CHART_TREND, "trend", "图9 全省重点任务月度完成率", "%");
  tz_chart_add_series (chart, "营商环境", TZ_TONE_DONE);
  tz_chart_add_series (chart, "污染防治攻坚", TZ_TONE_CLOSED);
  tz_chart_add_series (chart, "乡村振兴", TZ_TONE_ONGOING);
  tz_chart_add_series (chart, "时间进度", TZ_TONE_PLAN);
  for (int i = 0; i < 12; i++) {
    char *row = g_strdup_printf ("2021年%d月 %d %d %d %d", i + 1, i * i * 7, i == 4 ? -1 : 60 + i * 70,
                                 i < 9 ? i * 95 : -1, (i + 1) * 1000 / 12);
    add_row (chart, row);
    g_free (row);
  }
  return chart;
}

static TzChart *trend_two (void)
{
  TzChart *chart = tz_chart_new (TZ_CHART_TREND, "trend", "图10 逾期任务", "项");
  tz_chart_add_series (chart, "逾期", TZ_TONE_LATE);
  add_rows (chart, ROWS ("2021年第一季度 12", "2021年第二季度 7"));
  return chart;
}

static TzChart *trend_one (void)
{
  TzChart *chart = tz_chart_new (TZ_CHART_TREND, "trend", "图11 首次通报", "项");
  tz_chart_add_series (chart, "已完成", TZ_TONE_DONE);
  tz_chart_add_series (chart, "应完成", TZ_TONE_PLAN);
  add_rows (chart, ROWS ("2021年6月 12 12"));
  return chart;
}

static guint32 day_of (int year, int month, int day)
{
  GDate date;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  return g_date_get_julian (&date);
}

static TzChart *calendar_chart (const char *title, int first, int last)
{
  TzChart *chart = tz_chart_new (TZ_CHART_CALENDAR, "calendar", title, "项");
  tz_chart_add_series (chart, "已完成", TZ_TONE_DONE);
  tz_chart_add_series (chart, "推进中", TZ_TONE_ONGOING);
  tz_chart_add_series (chart, "逾期", TZ_TONE_LATE);
  chart->first_day = day_of (first / 100, first % 100, 1);
  chart->last_day = day_of (last / 100, last % 100, 28);
  return chart;
}

static TzChart *calendar (void)
{
  TzChart *chart = calendar_chart ("图12 完成时限分布", 202101, 202112);
  chart->last_day = day_of (2021, 12, 31);
  chart->today = day_of (2021, 6, 29);
  tz_chart_add_day (chart, day_of (2021, 3, 31), 4, TZ_TONE_DONE);
  tz_chart_add_day (chart, day_of (2021, 5, 15), 1, TZ_TONE_DONE);
  tz_chart_add_day (chart, day_of (2021, 6, 21), 3, TZ_TONE_DONE);
  tz_chart_add_day (chart, day_of (2021, 6, 21), 2, TZ_TONE_LATE);
  tz_chart_add_day (chart, day_of (2021, 6, 25), 1, TZ_TONE_LATE);
  tz_chart_add_day (chart, day_of (2021, 6, 30), 12, TZ_TONE_ONGOING);
  tz_chart_add_day (chart, day_of (2021, 7, 5), 1, TZ_TONE_ONGOING);
  tz_chart_add_day (chart, day_of (2021, 9, 30), 7, TZ_TONE_ONGOING);
  tz_chart_add_day (chart, day_of (2021, 10, 31), 5, TZ_TONE_ONGOING);
  tz_chart_add_day (chart, day_of (2021, 11, 30), 2, TZ_TONE_ONGOING);
  tz_chart_add_day (chart, day_of (2021, 12, 20), 2, TZ_TONE_ONGOING);
  tz_chart_add_day (chart, day_of (2021, 12, 31), 21, TZ_TONE_ONGOING);
  return chart;
}

static TzChart *calendar_years (void)
{
  TzChart *chart = calendar_chart ("图13 三年行动完成时限分布", 202107, 202406);
  chart->today = day_of (2022, 3, 1);
  for (int i = 0; i < 24; i++)
    tz_chart_add_day (chart, chart->first_day + (guint32)(i * 43 + i % 5 * 3), 1 + i % 6,
                      i < 6 ? TZ_TONE_DONE : TZ_TONE_ONGOING);
  return chart;
}

static TzChart *calendar_crowded (void)
{
  TzChart *chart = calendar_chart ("图14 三季度完成时限分布", 202107, 202109);
  chart->today = day_of (2021, 9, 27);
  for (int i = 0; i < 75; i++)
    tz_chart_add_day (chart, chart->first_day + (guint32)i + 3, 1 + i * i % 7, TZ_TONE_ONGOING);
  return chart;
}

static TzChart *nothing (void)
{
  return states ("图6 各部分任务完成情况");
}

const Specimen specimens[] = {
  { "bars", bars },
  { "bars-long", bars_long },
  { "bars-single", bars_single },
  { "bars-one", bars_one },
  { "bars-many", bars_many },
  { "progress", progress },
  { "progress-own", progress_own },
  { "trend", trend },
  { "trend-year", trend_year },
  { "trend-two", trend_two },
  { "trend-one", trend_one },
  { "calendar", calendar },
  { "calendar-years", calendar_years },
  { "calendar-crowded", calendar_crowded },
  { "nothing", nothing },
  { NULL, NULL },
};

/* ---- by chance ---- */

static char *name_by_chance (GRand *rand)
{
  static const char *const words[] = {
    "省",     "发展改革委", "、", "（", "按职责分工负责", "）", "A", "PPP", "12", "第一季度", " ",
    "2021年", "6月",        "市", "“",  "Infrastructure"
  };
  GString *name = g_string_new (NULL);
  int n = g_rand_int_range (rand, 0, g_rand_int_range (rand, 1, 12));
  for (int i = 0; i < n; i++)
    g_string_append (name, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  return g_string_free (name, FALSE);
}

static int value_by_chance (GRand *rand, int most)
{
  if (g_rand_int_range (rand, 0, 12) == 0)
    return TZ_CHART_UNKNOWN;
  return g_rand_int_range (rand, 0, 4) == 0 ? 0 : g_rand_int_range (rand, 0, most);
}

static void add_data (TzChart *chart, GRand *rand)
{
  static const int scales[] = { 1, 2, 5, 30, 400, 1001, 100000, G_MAXINT };
  int n = g_rand_int_range (rand, 0, g_rand_int_range (rand, 1, 45)), n_series = g_rand_int_range (rand, 0, 7);
  int most = scales[g_rand_int_range (rand, 0, G_N_ELEMENTS (scales))];
  for (int i = 0; i < n; i++) {
    char *name = name_by_chance (rand);
    tz_chart_add_category (chart, name);
    g_free (name);
  }
  for (int k = 0; k < n_series; k++) {
    char *name = name_by_chance (rand);
    TzChartSeries *series = tz_chart_add_series (chart, name, (TzTone)g_rand_int_range (rand, 0, TZ_N_TONES));
    for (int i = 0; i < n; i++) {
      int value = value_by_chance (rand, most);
      g_array_append_val (series->values, value);
    }
    g_free (name);
  }
}

static void add_days (TzChart *chart, GRand *rand)
{
  chart->first_day = (guint32)g_rand_int_range (rand, 737000, 739000);
  chart->last_day = chart->first_day + (guint32)g_rand_int_range (rand, 0, g_rand_int_range (rand, 1, 1500));
  chart->today = g_rand_boolean (rand) ? (guint32)g_rand_int_range (rand, 736500, 740500) : 0;
  guint32 day = chart->first_day;
  int n = g_rand_int_range (rand, 0, g_rand_int_range (rand, 1, 90)), step = g_rand_int_range (rand, 1, 60);
  for (int i = 0; i < n; i++) {
    day += (guint32)g_rand_int_range (rand, 0, step);
    tz_chart_add_day (chart, day, g_rand_int_range (rand, 0, g_rand_int_range (rand, 1, 200)),
                      (TzTone)g_rand_int_range (rand, 0, TZ_N_TONES));
  }
}

TzChart *specimen_by_chance (GRand *rand)
{
  static const char *const units[] = { "项", "%", "个", NULL };
  TzChartKind kind = (TzChartKind)g_rand_int_range (rand, 0, TZ_CHART_CALENDAR + 1);
  char *title = name_by_chance (rand);
  TzChart *chart =
      tz_chart_new (kind, "chance", title, units[g_rand_int_range (rand, 0, G_N_ELEMENTS (units))]);
  g_free (title);
  add_data (chart, rand);
  if (kind == TZ_CHART_CALENDAR)
    add_days (chart, rand);
  if (g_rand_boolean (rand))
    chart->label_style.size = g_rand_int_range (rand, 5, 15) * TZ_PT;
  return chart;
}
