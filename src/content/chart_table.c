#include "content/chart_table.h"

#define PAD_X (3 * TZ_PT)
#define PAD_Y (2 * TZ_PT)

static gboolean is_percent (const TzChart *chart)
{
  return g_strcmp0 (chart->unit, "%") == 0;
}

/* Stacked values add up to something, so that the table has a column of sums. */
static gboolean has_total (const TzChart *chart)
{
  return (chart->kind == TZ_CHART_BARS || chart->kind == TZ_CHART_CALENDAR) && chart->series->len > 1;
}

static int add_style (TzGrid *grid, const TzChart *chart, TzCellKind kind, TzAlign align, TzValueType type)
{
  TzCellStyle style = { .text = chart->label_style,
                        .valign = TZ_VALIGN_MIDDLE,
                        .pad_x = PAD_X,
                        .pad_y = PAD_Y,
                        .kind = kind,
                        .type = type,
                        .background = 0xFFFFFF };
  style.text.align = align;
  if (kind == TZ_CELL_HEAD)
    style.text.role = TZ_ROLE_HEI;
  return tz_grid_add_style (grid, &style);
}

static void set_columns (TzGrid *grid, TzLen em)
{
  for (int c = 0; c < tz_grid_n_cols (grid); c++) {
    TzColumn *column = tz_grid_column (grid, c);
    column->floor = (c == 0 ? 8 : 4) * em;
    column->cap = c == 0 ? 0 : 10 * em;
  }
}

static void put_head (TzGrid *grid, const TzChart *chart)
{
  int style = add_style (grid, chart, TZ_CELL_HEAD, TZ_ALIGN_CENTER, TZ_VALUE_TEXT);
  int row = tz_grid_add_row (grid, TZ_ROW_HEAD | TZ_ROW_KEEP_NEXT, 0);
  tz_grid_put (grid, row, 0, 1, 1, style, chart->axis ? chart->axis : "");
  for (guint s = 0; s < chart->series->len; s++)
    tz_grid_put (grid, row, (int)s + 1, 1, 1, style, ((const TzChartSeries *)chart->series->pdata[s])->name);
  if (has_total (chart))
    tz_grid_put (grid, row, (int)chart->series->len + 1, 1, 1, style, "合计");
}

static char *value_text (const TzChart *chart, int value)
{
  if (value == TZ_CHART_UNKNOWN)
    return g_strdup ("");
  return is_percent (chart) ? g_strdup_printf ("%d.%d%%", value / 10, value % 10)
                            : g_strdup_printf ("%d", value);
}

static void put_value (TzGrid *grid, const TzChart *chart, int row, int col, int style, int value)
{
  char *text = value_text (chart, value);
  tz_grid_put (grid, row, col, 1, 1, style, text);
  g_free (text);
}

static void put_rows (TzGrid *grid, const TzChart *chart)
{
  TzValueType type = is_percent (chart) ? TZ_VALUE_PERCENT : TZ_VALUE_NUMBER;
  int label = add_style (grid, chart, TZ_CELL_BODY, TZ_ALIGN_LEFT, TZ_VALUE_TEXT);
  int number = add_style (grid, chart, TZ_CELL_BODY, TZ_ALIGN_CENTER, type);
  for (guint i = 0; i < chart->categories->len; i++) {
    int row = tz_grid_add_row (grid, TZ_ROW_WHOLE, 0);
    tz_grid_put (grid, row, 0, 1, 1, label, chart->categories->pdata[i]);
    int sum = 0;
    for (guint s = 0; s < chart->series->len; s++) {
      int value = g_array_index (((const TzChartSeries *)chart->series->pdata[s])->values, int, i);
      put_value (grid, chart, row, (int)s + 1, number, value);
      sum += MAX (value, 0);
    }
    if (has_total (chart))
      put_value (grid, chart, row, (int)chart->series->len + 1, number, sum);
  }
}

TzTable *tz_chart_table (const TzChart *chart)
{
  TzGrid *grid = tz_grid_new ((int)chart->series->len + 1 + has_total (chart));
  TzTable *table = tz_table_new (grid);
  tz_table_add_above (table, chart->title ? chart->title : "", &chart->title_style)->space_after = 3 * TZ_PT;
  if (chart->unit) {
    char *unit = g_strconcat ("单位：", chart->unit, NULL);
    TzTextStyle style = chart->label_style;
    style.align = TZ_ALIGN_RIGHT;
    tz_table_add_above (table, unit, &style);
    g_free (unit);
  }
  set_columns (grid, chart->label_style.size);
  put_head (grid, chart);
  put_rows (grid, chart);
  table->sheet_name = g_strdup (chart->title);
  table->freeze = TRUE;
  return table;
}
