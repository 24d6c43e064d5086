#include "output/xlsx/summary_chart.h"

#include "output/xlsx/chart.h"
#include "output/xlsx/format.h"

#include <math.h>

#define CHART_DROP 3.0 /* points between a chart and the edge of its row */
#define PIXEL      0.75

static const lxw_color_t palette[TZ_SUMMARY_STATES] = { 0xA6A6A6, 0x5B9BD5, 0x70AD47, 0x4472C4,
                                                        0xC55A11, 0xFFC000, 0x7030A0, 0x264478 };

static void keep_values (const TzXlsxSummary *s, lxw_chart_series *series, int first, int last, int col)
{
  int *values = g_new0 (int, last - first + 1);
  for (guint i = 0; i < s->kept->len; i++) {
    const TzXlsxRowCounts *kept = &g_array_index (s->kept, TzXlsxRowCounts, i);
    if (kept->row >= first && kept->row <= last)
      values[kept->row - first] = col == 1 ? kept->counts.tasks : kept->counts.states[col - 3];
  }
  tz_xlsx_keep_values (series, values, last - first + 1);
  g_free (values);
}

static void add_series (const TzXlsxSummary *s, lxw_chart *chart, int first, int last, int col,
                        lxw_color_t colour)
{
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
  lxw_chart_fill fill = { .color = colour };
  const char *name = s->sheet->name;
  chart_series_set_categories (series, name, (lxw_row_t)first, 0, (lxw_row_t)last, 0);
  chart_series_set_values (series, name, (lxw_row_t)first, (lxw_col_t)col, (lxw_row_t)last, (lxw_col_t)col);
  chart_series_set_name_range (series, name, (lxw_row_t)(first - 1), (lxw_col_t)col);
  chart_series_set_fill (series, &fill);
  chart_series_set_labels (series);
  chart_series_set_labels_num_format (series, "0;;;"); /* no label for zero */
  chart_series_set_labels_position (series, s->n_states > 0 ? LXW_CHART_LABEL_POSITION_CENTER
                                                            : LXW_CHART_LABEL_POSITION_INSIDE_END);
  keep_values (s, series, first, last, col);
}

/* Excel draws bars from below, so the axis is turned. */
void tz_summary_add_chart (TzXlsxSummary *s, int first, int last)
{
  lxw_chart *chart = workbook_add_chart (s->xlsx->book, LXW_CHART_BAR_STACKED);
  if (!chart || last - first >= TZ_SUMMARY_BARS)
    return;
  if (s->n_states == 0)
    add_series (s, chart, first, last, 1, palette[1]);
  for (int i = 0; i < s->n_states; i++)
    add_series (s, chart, first, last, 3 + i, palette[i]);
  lxw_chart_font font = { .name = (char *)tz_xlsx_font_name (s->xlsx, TZ_ROLE_SONG), .size = 9 };
  lxw_chart_line grid = { .color = 0xD9D9D9, .width = 0.5F };
  chart_title_set_name (chart, s->n_states > 0 ? "任务完成情况" : "任务数");
  chart_title_set_name_font (chart, &font);
  chart_axis_set_reverse (chart->y_axis);      /* of a bar chart the categories' */
  chart_axis_set_crossing_max (chart->y_axis); /* the numbers stand below all the same */
  chart_axis_major_gridlines_set_line (chart->x_axis, &grid);
  chart_set_series_gap (chart, 60);
  chart_axis_set_num_font (chart->x_axis, &font);
  chart_axis_set_num_font (chart->y_axis, &font);
  chart_axis_set_num_format (chart->x_axis, "0");
  chart_legend_set_font (chart, &font);
  chart_legend_set_position (chart, s->n_states > 0 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
  int width = s->label_pixels + s->count_pixels * tz_summary_last_col (s),
      height = 130 + 20 * (last - first + 1);
  lxw_chart_options options = {
    .x_scale = MAX (width, 480) / 480.0,
    .y_scale = height / 288.0,
    .y_offset = (int)(CHART_DROP / PIXEL), /* a frame on the edge of a page would print on both */
    .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
    .description = (char *)"任务统计图"
  };
  tz_summary_skip_row (s);
  tz_summary_keep_together (s, height * PIXEL + CHART_DROP);
  tz_summary_note (s, worksheet_insert_chart_opt (s->sheet, (lxw_row_t)s->row, 0, chart, &options), 0);
  int rows = (int)ceil ((height * PIXEL + CHART_DROP) / 15.0); /* rows below are Excel's own, 15 pt high */
  s->height += rows * 15.0;
  s->row += rows;
}
