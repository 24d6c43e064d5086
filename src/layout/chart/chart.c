#include "layout/chart/chart.h"

#include "layout/chart/board.h"

struct TzSizedChart {
  TzPage *drawing;
};

typedef void (*Draw) (TzBoard *board);

static const Draw kinds[] = {
  [TZ_CHART_BARS] = tz_chart_draw_bars,
  [TZ_CHART_PROGRESS] = tz_chart_draw_progress,
  [TZ_CHART_TREND] = tz_chart_draw_trend,
  [TZ_CHART_CALENDAR] = tz_chart_draw_calendar,
};
G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == TZ_N_CHART_KINDS);

static gboolean is_empty (const TzChart *chart)
{
  if (chart->kind == TZ_CHART_CALENDAR)
    return chart->days->len == 0;
  return chart->categories->len == 0 || chart->series->len == 0;
}

static void draw_nothing (TzBoard *board)
{
  TzLabel label = tz_board_label (board, "无数据", &board->label, TZ_CHART_GREY, board->width);
  board->y += board->label.size;
  tz_board_put (board, &label, MAX (board->width - label.width, 0) / 2, board->y);
  board->y += label.height + board->label.size;
}

static void draw_title (TzBoard *board)
{
  const char *title = board->chart->title;
  if (!title || !*title)
    return;
  char *text = g_strconcat (title, board->first > 0 ? "（续）" : "", NULL);
  TzLabel label = tz_board_label (board, text, &board->title, board->title.colour, board->width);
  g_free (text);
  board->y += board->title.size * 2 / 3;
  tz_board_put (board, &label, 0, board->y);
  board->y += label.height;
}

static TzSizedChart *size (TzBoard board)
{
  const TzChart *chart = board.chart;
  if (is_empty (chart))
    draw_nothing (&board);
  else
    kinds[chart->kind](&board);
  draw_title (&board);
  board.page->height = board.y;
  TzSizedChart *sized = g_new0 (TzSizedChart, 1);
  sized->drawing = board.page;
  return sized;
}

TzSizedChart *tz_sized_chart_new (const TzChart *chart, TzLen width, const TzMeasure *measure)
{
  return size (tz_board_begin (chart, width, measure));
}

TzSizedChart *tz_sized_chart_new_high (const TzChart *chart, TzLen width, TzLen height,
                                       const TzMeasure *measure)
{
  TzSizedChart *usual = tz_sized_chart_new (chart, width, measure);
  TzBoard board = tz_board_begin (chart, width, measure);
  board.less = tz_sized_chart_height (usual) - height;
  tz_sized_chart_free (usual);
  return size (board);
}

/* ---- parts ---- */

static gboolean is_cuttable (const TzChart *chart)
{
  return !is_empty (chart) && (chart->kind == TZ_CHART_BARS || chart->kind == TZ_CHART_PROGRESS);
}

/* N parts of about equally many categories. */
static GPtrArray *cut (const TzChart *chart, TzLen width, const TzMeasure *measure, guint n)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_sized_chart_free);
  guint len = chart->categories->len, first = 0;
  for (guint i = 0; i < n; i++) {
    guint end = (guint)((guint64)len * (i + 1) / n);
    TzBoard board = tz_board_begin (chart, width, measure);
    board.first = first;
    board.n = end - first;
    g_ptr_array_add (parts, size (board));
    first = end;
  }
  return parts;
}

static TzLen highest (const GPtrArray *parts)
{
  TzLen height = 0;
  for (guint i = 0; i < parts->len; i++)
    height = MAX (height, tz_sized_chart_height (parts->pdata[i]));
  return height;
}

GPtrArray *tz_sized_chart_parts (const TzChart *chart, TzLen width, TzLen room, const TzMeasure *measure)
{
  GPtrArray *parts = cut (chart, width, measure, 1);
  guint n = 1, most = is_cuttable (chart) ? chart->categories->len : 1;
  while (highest (parts) > room && n < most) {
    TzLen height = 0;
    for (guint i = 0; i < parts->len; i++)
      height += tz_sized_chart_height (parts->pdata[i]);
    TzLen wanted = room > 0 ? (height + room - 1) / room : (TzLen)most;
    n = (guint)CLAMP (wanted, (TzLen)n + 1, (TzLen)most);
    g_ptr_array_unref (parts);
    parts = cut (chart, width, measure, n);
  }
  return parts;
}

/* ---- drawing ---- */

void tz_sized_chart_free (TzSizedChart *sized)
{
  if (!sized)
    return;
  tz_page_free (sized->drawing);
  g_free (sized);
}

TzLen tz_sized_chart_height (const TzSizedChart *sized)
{
  return sized->drawing->height;
}

void tz_sized_chart_draw (const TzSizedChart *sized, TzPage *page, TzLen x, TzLen y)
{
  tz_page_add_drawing (page, sized->drawing, x, y);
}
