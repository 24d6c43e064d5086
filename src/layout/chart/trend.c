#include "layout/chart/trend.h"

#define LINE_THICK (TZ_PT * 5 / 4)

/* ---- lines ---- */

static void add_stretch (TzTrend *t, TzPagePoint from, TzPagePoint to)
{
  TzStretch stretch = { from, to };
  g_array_append_val (t->lines, stretch);
}

/* Broken where a value is unknown. What should be is dashed. */
static void draw_line (TzTrend *t, guint series)
{
  TzPagePoint *points = g_new (TzPagePoint, t->n);
  const TzPageShape look = { .fill = TZ_NO_COLOUR,
                             .stroke = tz_trend_colour (t, series),
                             .thickness = LINE_THICK,
                             .dash = tz_board_series (t->board, series)->tone == TZ_TONE_PLAN ? 3 * TZ_PT : 0 };
  int n = 0;
  for (guint i = 0; i <= t->n; i++) {
    if (i < t->n && tz_trend_is_known (t, series, i)) {
      points[n++] = tz_trend_point (t, series, i);
      if (n > 1)
        add_stretch (t, points[n - 2], points[n - 1]);
      continue;
    }
    if (n > 1)
      tz_page_add_shape (t->board->page, points, n, &look);
    n = 0;
  }
  g_free (points);
}

/* ---- the whole ---- */

static void measure_values (TzTrend *t)
{
  for (guint i = 0; i < t->n_series; i++)
    for (guint k = 0; k < t->n; k++) {
      int value = tz_board_value (t->board, i, k);
      if (value == TZ_CHART_UNKNOWN)
        continue;
      g_autofree char *text = tz_board_number (t->board, value);
      TzLabel label =
          tz_board_label (t->board, text, &t->board->value, tz_trend_colour (t, i), t->board->width);
      t->widest_value = MAX (t->widest_value, label.width);
      t->most = MAX (t->most, value);
    }
}

/* High enough for the names at the right and for the numbers of a period where all lines
 * meet: each takes its own height, and at worst leaves as much on both sides unused. Two thirds of
 * the usual height still show how steep a line is. */
static void set_height (TzTrend *t)
{
  TzLen numbers = (TzLen)t->n_series * (3 * t->board->value.size + 2 * TZ_MARKER);
  TzLen over = t->board->value.size + 2 * TZ_MARKER;
  TzLen usual = MIN (TZ_PT * (90 + 15 * (TzLen)t->n_series), TZ_PT * 180);
  TzLen wanted = MAX (usual - t->board->less, usual * 2 / 3);
  TzLen height = MAX (MAX (wanted, numbers), t->ends_height);
  t->top = t->board->y;
  t->base = t->top + height;
  t->rise = height - over;
}

static void draw_axis (TzTrend *t)
{
  TzBoard *board = t->board;
  TzLabel zero = tz_board_label (board, "0", &board->value, 0, board->width);
  tz_board_put_middle (board, &zero, t->left - zero.width - TZ_PT, t->base);
  tz_board_rule (board, t->left, t->base, t->right, t->base, TZ_CHART_AXIS, 0);
}

void tz_chart_draw_trend (TzBoard *board)
{
  TzTrend t = { .board = board, .n = board->chart->categories->len, .n_series = tz_board_n_series (board) };
  t.lines = g_array_new (FALSE, FALSE, sizeof (TzStretch));
  t.ends = g_new0 (TzLabel, t.n_series + 1);
  board->bare = TRUE;
  tz_board_legend (board, NULL, 0, 0, TRUE);
  measure_values (&t);
  tz_trend_set_ends (&t);
  t.left = board->value.size;
  t.right = MAX (board->width - t.ends_width - TZ_TREND_GAP, t.left + 1);
  tz_trend_space_periods (&t);
  set_height (&t);
  draw_axis (&t);
  for (guint i = 0; i < t.n_series; i++)
    draw_line (&t, i);
  tz_trend_put_ends (&t);
  tz_trend_put_values (&t);
  for (guint i = 0; i < t.n_series; i++)
    for (guint k = 0; k < t.n; k++)
      if (tz_trend_is_known (&t, i, k))
        tz_trend_mark (&t, i, tz_trend_point (&t, i, k));
  tz_trend_put_periods (&t);
  g_array_unref (t.lines);
  g_free (t.ends);
}
