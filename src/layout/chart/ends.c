/* The marks of a trend's lines, and the lines' names at their ends instead of a legend. */
#include "layout/chart/trend.h"

#define KEY (2 * TZ_MARKER + TZ_PT * 5 / 2) /* a mark and the room to the name */

/* Told apart without colour: round, square, triangle, diamond; full, then hollow. */
void tz_trend_mark (TzTrend *t, guint series, TzPagePoint middle)
{
  static const struct {
    int n;
    TzPagePoint corners[12]; /* in hundredths of its half */
  } forms[] = {
    { 12,
      { { 100, 0 },
        { 87, 50 },
        { 50, 87 },
        { 0, 100 },
        { -50, 87 },
        { -87, 50 },
        { -100, 0 },
        { -87, -50 },
        { -50, -87 },
        { 0, -100 },
        { 50, -87 },
        { 87, -50 } } },
    { 4, { { 85, 85 }, { -85, 85 }, { -85, -85 }, { 85, -85 } } },
    { 3, { { 0, -110 }, { 110, 80 }, { -110, 80 } } },
    { 4, { { 0, -120 }, { 120, 0 }, { 0, 120 }, { -120, 0 } } },
  };
  guint form = series % G_N_ELEMENTS (forms);
  gboolean hollow = (series % 2 == 1) ^ (series / G_N_ELEMENTS (forms) % 2 == 1);
  TzPagePoint corners[12];
  for (int i = 0; i < forms[form].n; i++)
    corners[i] = (TzPagePoint){ middle.x + forms[form].corners[i].x * TZ_MARKER / 100,
                                middle.y + forms[form].corners[i].y * TZ_MARKER / 100 };
  guint32 colour = tz_trend_colour (t, series);
  const TzPageShape look = {
    .fill = hollow ? 0xFFFFFF : colour, .stroke = colour, .thickness = TZ_PT * 3 / 4, .closed = TRUE
  };
  tz_page_add_shape (t->board->page, corners, forms[form].n, &look);
}

static int last_known (const TzTrend *t, guint series)
{
  int i = (int)t->n - 1;
  while (i >= 0 && !tz_trend_is_known (t, series, (guint)i))
    i--;
  return i;
}

void tz_trend_set_ends (TzTrend *t)
{
  TzBoard *board = t->board;
  for (guint i = 0; i < t->n_series; i++) {
    const char *name = tz_board_series (board, i)->name;
    gboolean known = last_known (t, i) >= 0;
    g_autofree char *text = g_strconcat (name ? name : "", known ? "" : "（无数据）", NULL);
    t->ends[i] = tz_board_label (board, text, &board->label, known ? tz_trend_colour (t, i) : TZ_CHART_GREY,
                                 board->width / 5);
    t->ends_width = MAX (t->ends_width, t->ends[i].width + KEY);
    t->ends_height += t->ends[i].height + TZ_PT;
  }
}

typedef struct {
  guint series;
  TzLen y;
} End;

static int compare_ends (gconstpointer a, gconstpointer b)
{
  const End *one = a, *two = b;
  if (one->y != two->y)
    return one->y < two->y ? -1 : 1;
  return one->series < two->series ? -1 : one->series > two->series;
}

/* A line that stops earlier is known by its mark alone. */
static void lead (TzTrend *t, TzPagePoint point, TzPagePoint key)
{
  TzStretch leader = { { point.x + TZ_MARKER, point.y }, { key.x - 2 * TZ_MARKER, key.y } };
  g_array_append_val (t->lines, leader);
  tz_board_rule (t->board, leader.from.x, leader.from.y, leader.to.x, leader.to.y, TZ_CHART_HAIR,
                 TZ_CHART_GREY);
}

/* At the height of the last point each, pushed apart. */
void tz_trend_put_ends (TzTrend *t)
{
  End *ends = g_new0 (End, t->n_series + 1);
  TzSpan *spans = g_new0 (TzSpan, t->n_series + 1);
  for (guint i = 0; i < t->n_series; i++) {
    int last = last_known (t, i);
    ends[i] = (End){ .series = i, .y = last >= 0 ? tz_trend_point (t, i, (guint)last).y : t->base };
  }
  qsort (ends, t->n_series, sizeof *ends, compare_ends);
  for (guint i = 0; i < t->n_series; i++) {
    TzLen height = t->ends[ends[i].series].height;
    spans[i] = (TzSpan){ .want = ends[i].y - height / 2, .size = height };
  }
  tz_chart_spread (spans, t->n_series, TZ_PT, t->top, t->base);
  TzLen x = t->right + TZ_TREND_GAP;
  for (guint i = 0; i < t->n_series; i++) {
    const TzLabel *label = &t->ends[ends[i].series];
    int last = last_known (t, ends[i].series);
    TzPagePoint key = { x + TZ_MARKER, spans[i].at + label->lines->size / 2 };
    tz_board_put (t->board, label, x + KEY, spans[i].at);
    if (last < 0)
      continue;
    tz_trend_mark (t, ends[i].series, key);
    if (last == (int)t->n - 1)
      lead (t, tz_trend_point (t, ends[i].series, (guint)last), key);
  }
  g_free (ends);
  g_free (spans);
}
