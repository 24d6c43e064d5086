/* Excel's own charts over the table of their values. Colours, hatches and what is left
 * out are those of the printed chart; what Excel cannot draw is drawn another way: the
 * mark of the time gone by is a hollow bar, the strip of days a column for each month. */
#include "output/xlsx/chart.h"

#include "output/xlsx/format.h"
#include "output/xlsx/workbook.h"

#define PIXEL     0.75 /* points */
#define MIN_WIDTH 480  /* pixels: the library's own size, which scales are of */
#define OWN_WIDTH 480.0
#define OWN_SIZE  288.0
#define MOST_BARS 60 /* with more, bars cannot be told apart: there is only the table */

typedef struct {
  TzXlsx *xlsx;
  const TzChart *from;
  const TzXlsxChartPlace *place;
  lxw_chart *chart;
  lxw_chart_axis *categories, *values;
  gboolean lying; /* bars lie */
} Build;

static gboolean is_percent (const TzChart *chart)
{
  return g_strcmp0 (chart->unit, "%") == 0;
}

static gboolean is_lying (const TzChart *chart)
{
  return chart->kind == TZ_CHART_BARS || chart->kind == TZ_CHART_PROGRESS;
}

static lxw_chart_type type_of (const TzChart *chart)
{
  static const lxw_chart_type types[] = { [TZ_CHART_BARS] = LXW_CHART_BAR_STACKED,
                                          [TZ_CHART_PROGRESS] = LXW_CHART_BAR,
                                          [TZ_CHART_TREND] = LXW_CHART_LINE,
                                          [TZ_CHART_CALENDAR] = LXW_CHART_COLUMN_STACKED };
  G_STATIC_ASSERT (G_N_ELEMENTS (types) == TZ_N_CHART_KINDS);
  return types[chart->kind];
}

/* Points. A bar with its name is no lower than a line of 9 points. */
enum { AXES = 100, BAR = 20, LEAST_BAR = 10, STANDING = 240 };

double tz_xlsx_chart_height (const TzChart *chart, double room)
{
  int bars = (int)chart->categories->len * (chart->kind == TZ_CHART_PROGRESS ? 2 : 1);
  if (chart->categories->len == 0 || chart->series->len == 0 || bars > MOST_BARS)
    return 0;
  if (!is_lying (chart))
    return STANDING;
  return CLAMP (room, AXES + LEAST_BAR * bars, AXES + BAR * bars);
}

/* ---- looks ---- */

static lxw_chart_font make_font (const Build *b, TzRole role, double size, guint32 colour)
{
  return (lxw_chart_font){ .name = (char *)tz_xlsx_font_name (b->xlsx, role),
                           .size = size,
                           .bold = LXW_EXPLICIT_FALSE,
                           .color = colour ? colour : LXW_COLOR_BLACK };
}

/* Nothing is shown for zero, which has no bar. */
static const char *label_format (const TzChart *chart)
{
  return is_percent (chart) ? "0.0%" : "0;;;";
}

/* Hides the labels of zeros, whose background would show without a number. */
static void hide_zeros (lxw_chart_series *series, const TzChartSeries *from)
{
  guint n = from->values->len;
  lxw_chart_data_label hidden = { .hide = LXW_TRUE }, shown = { .hide = LXW_FALSE };
  lxw_chart_data_label **labels = g_new0 (lxw_chart_data_label *, n + 1);
  for (guint i = 0; i < n; i++)
    labels[i] = g_array_index (from->values, int, i) > 0 ? &shown : &hidden;
  chart_series_set_labels_custom (series, labels);
  g_free (labels);
}

/* The number on a hatched bar has the bar's plain colour as its background. */
static void label_bar (const Build *b, lxw_chart_series *series, const TzChartSeries *from)
{
  TzTone tone = from->tone;
  lxw_chart_font font = make_font (b, TZ_ROLE_SONG, 9, tz_tone_ink (tone));
  lxw_chart_fill patch = { .color = tz_tone_colour (tone) };
  chart_series_set_labels (series);
  chart_series_set_labels_num_format (series, label_format (b->from));
  chart_series_set_labels_position (series, LXW_CHART_LABEL_POSITION_CENTER);
  chart_series_set_labels_font (series, &font);
  if (!tz_tone_is_hatched (tone))
    return;
  chart_series_set_labels_fill (series, &patch);
  hide_zeros (series, from);
}

static void paint_bar (lxw_chart_series *series, TzTone tone)
{
  lxw_chart_fill fill = { .color = tz_tone_colour (tone) };
  lxw_chart_line edge = { .color = tz_tone_line (tone), .width = 0.5F };
  lxw_chart_pattern hatch = { .fg_color = LXW_COLOR_WHITE,
                              .bg_color = tz_tone_colour (tone),
                              .type = LXW_CHART_PATTERN_LIGHT_UPWARD_DIAGONAL };
  if (tz_tone_is_hatched (tone))
    chart_series_set_pattern (series, &hatch);
  else
    chart_series_set_fill (series, &fill);
  chart_series_set_line (series, &edge);
}

/* The plan is a hollow bar. Both bars have their number behind the end. */
static void paint_progress (const Build *b, lxw_chart_series *series, TzTone tone)
{
  lxw_chart_fill hollow = { .color = LXW_COLOR_WHITE };
  lxw_chart_line edge = { .color = tz_tone_line (tone), .width = 1 };
  lxw_chart_font font = make_font (b, TZ_ROLE_SONG, 9, tz_tone_line (tone));
  paint_bar (series, tone);
  if (tone == TZ_TONE_PLAN) {
    chart_series_set_fill (series, &hollow);
    chart_series_set_line (series, &edge);
  }
  chart_series_set_labels (series);
  chart_series_set_labels_num_format (series, label_format (b->from));
  chart_series_set_labels_position (series, LXW_CHART_LABEL_POSITION_OUTSIDE_END);
  chart_series_set_labels_font (series, &font);
}

static void paint_line (const Build *b, lxw_chart_series *series, TzTone tone)
{
  gboolean late = tone == TZ_TONE_LATE;
  lxw_chart_line line = { .color = tz_tone_line (tone),
                          .width = 2.25F,
                          .dash_type = late ? LXW_CHART_LINE_DASH_DASH : LXW_CHART_LINE_DASH_SOLID };
  lxw_chart_line edge = { .color = tz_tone_line (tone) };
  lxw_chart_fill fill = { .color = late ? LXW_COLOR_WHITE : tz_tone_line (tone) };
  lxw_chart_font font = make_font (b, TZ_ROLE_SONG, 9, tz_tone_line (tone));
  chart_series_set_line (series, &line);
  chart_series_set_marker_type (series, late ? LXW_CHART_MARKER_TRIANGLE : LXW_CHART_MARKER_CIRCLE);
  chart_series_set_marker_size (series, 7);
  chart_series_set_marker_fill (series, &fill);
  chart_series_set_marker_line (series, &edge);
  chart_series_set_labels (series);
  chart_series_set_labels_num_format (series, label_format (b->from));
  chart_series_set_labels_position (series, LXW_CHART_LABEL_POSITION_ABOVE);
  chart_series_set_labels_font (series, &font);
}

/* ---- parts ---- */

static void add_series (const Build *b, int col, const TzChartSeries *from)
{
  lxw_chart_series *series = chart_add_series (b->chart, NULL, NULL);
  const char *sheet = b->place->sheet->name;
  lxw_row_t first = (lxw_row_t)b->place->first, last = (lxw_row_t)b->place->last;
  chart_series_set_categories (series, sheet, first, 0, last, 0);
  chart_series_set_values (series, sheet, first, (lxw_col_t)col, last, (lxw_col_t)col);
  chart_series_set_name_range (series, sheet, (lxw_row_t)b->place->head, (lxw_col_t)col);
  if (b->from->kind == TZ_CHART_TREND) {
    paint_line (b, series, from->tone);
  } else if (b->from->kind == TZ_CHART_PROGRESS) {
    paint_progress (b, series, from->tone);
  } else {
    paint_bar (series, from->tone);
    label_bar (b, series, from);
  }
}

/* The highest bar, or the highest point of a line. */
static int highest (const TzChart *chart)
{
  gboolean stacked = chart->kind == TZ_CHART_BARS || chart->kind == TZ_CHART_CALENDAR;
  int most = 0;
  for (guint i = 0; i < chart->categories->len; i++) {
    int sum = 0;
    for (guint s = 0; s < chart->series->len; s++) {
      int value = g_array_index (((const TzChartSeries *)chart->series->pdata[s])->values, int, i);
      sum = stacked ? sum + MAX (value, 0) : MAX (sum, value);
    }
    most = MAX (most, sum);
  }
  return most;
}

/* Where the axis of percentages ends: the highest point and room for its label, rounded up to 20 %; of
 * progress bars 110 %, room for the label of a full bar. */
static double top_of (const TzChart *chart)
{
  if (chart->kind == TZ_CHART_PROGRESS)
    return 1.1;
  return MIN ((highest (chart) + 50 + 199) / 200, 5) / 5.0;
}

/* Excel draws lying bars from below, so their axis is turned; the other axis then
 * stands at its far end, where the page's foot is. */
static void set_axes (const Build *b)
{
  lxw_chart_font font = make_font (b, TZ_ROLE_SONG, 9, 0);
  lxw_chart_line grid = { .color = 0xD9D9D9, .width = 0.5F };
  gboolean percent = is_percent (b->from);
  char *unit = percent || !b->from->unit ? NULL : g_strdup_printf ("任务数（%s）", b->from->unit);
  chart_axis_set_num_font (b->categories, &font);
  chart_axis_set_num_font (b->values, &font);
  chart_axis_set_name_font (b->categories, &font);
  chart_axis_set_name_font (b->values, &font);
  if (b->from->axis && !b->lying)
    chart_axis_set_name (b->categories, b->from->axis);
  chart_axis_set_name (b->values, unit ? unit : "百分比");
  chart_axis_set_num_format (b->values, percent ? "0%" : "0");
  chart_axis_set_min (b->values, 0);
  if (percent && highest (b->from) <= 1000)
    chart_axis_set_max (b->values, top_of (b->from));
  if (percent)
    chart_axis_set_major_unit (b->values, 0.2);
  else if (highest (b->from) <= 10)
    chart_axis_set_major_unit (b->values, 1);
  chart_axis_major_gridlines_set_visible (b->values, LXW_TRUE);
  chart_axis_major_gridlines_set_line (b->values, &grid);
  if (b->lying) {
    chart_axis_set_interval_unit (b->categories, 1); /* every bar has its name */
    chart_axis_set_reverse (b->categories);
    chart_axis_set_crossing_max (b->categories);
    chart_axis_major_gridlines_set_visible (b->categories, LXW_FALSE);
  }
  g_free (unit);
}

static void set_title (const Build *b)
{
  lxw_chart_font title = make_font (b, TZ_ROLE_HEI, 11, 0), legend = make_font (b, TZ_ROLE_SONG, 9, 0);
  if (b->from->title) {
    chart_title_set_name (b->chart, b->from->title);
    chart_title_set_name_font (b->chart, &title);
  } else {
    chart_title_off (b->chart);
  }
  chart_legend_set_position (b->chart, LXW_CHART_LEGEND_BOTTOM);
  chart_legend_set_font (b->chart, &legend);
  chart_show_blanks_as (b->chart, LXW_CHART_BLANKS_AS_GAP);
  if (b->from->kind != TZ_CHART_TREND)
    chart_set_series_gap (b->chart, 50);
}

void tz_xlsx_insert_chart (TzXlsx *xlsx, const TzChart *from, const TzXlsxChartPlace *place)
{
  Build b = { .xlsx = xlsx, .from = from, .place = place, .lying = is_lying (from) };
  b.chart = workbook_add_chart (xlsx->book, (uint8_t)type_of (from));
  if (!b.chart)
    return;
  b.categories = b.lying ? b.chart->y_axis : b.chart->x_axis;
  b.values = b.lying ? b.chart->x_axis : b.chart->y_axis;
  for (guint s = 0; s < from->series->len; s++)
    add_series (&b, (int)s + 1, from->series->pdata[s]);
  set_axes (&b);
  set_title (&b);
  lxw_chart_options options = { .x_scale = MAX (place->width, MIN_WIDTH) / OWN_WIDTH,
                                .y_scale = place->height / PIXEL / OWN_SIZE,
                                .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
                                .description = from->title ? from->title : "" };
  tz_xlsx_note (xlsx, worksheet_insert_chart_opt (place->sheet, (lxw_row_t)place->row, 0, b.chart, &options),
                place->sheet, place->row, 0);
}

void tz_xlsx_keep_values (lxw_chart_series *series, const int *values, int n)
{
  lxw_series_data_point *point;
  guint8 *blank =
      g_malloc0 ((gsize)n + 1); /* the library's function for this takes bytes only; the values follow */
  int i = 0;
  if (lxw_chart_add_data_cache (series->values, blank, (uint16_t)n, 1, 0) == LXW_NO_ERROR) {
    STAILQ_FOREACH (point, series->values->data_cache, list_pointers)
    {
      point->number = i < n ? values[i++] : 0;
    }
  }
  g_free (blank);
}
