#include "layout/chart/board.h"

#define GAP        (TZ_PT * 4) /* between names, bars and percents */
#define OVERHANG   (TZ_PT * 2) /* of a mark over its bar */
#define MARK_THICK TZ_PT
#define WHOLE      1000 /* 100 %, in tenths of a percent */

/* Series 0 is what was reached, series 1 what should be by now. */
enum { REACHED, PLAN };

typedef struct {
  TzBoard *board;
  TzNames names;
  TzBarSizes sizes;
  TzLen left, right; /* of the bars at full length */
  int most;          /* what full length stands for */
  int plan;          /* the one mark of all rows, or TZ_CHART_UNKNOWN */
  gboolean plans;    /* every row has a mark of its own */
} Progress;

static int value_of (const TzBoard *board, guint series, guint category)
{
  return series < tz_board_n_series (board) ? tz_board_value (board, series, category) : TZ_CHART_UNKNOWN;
}

/* ---- marks ---- */

static const char *plan_name (const TzBoard *board)
{
  const char *name = tz_board_series (board, PLAN)->name;
  return name && *name ? name : "时间进度";
}

static TzTone plan_tone (const TzBoard *board)
{
  return tz_board_series (board, PLAN)->tone;
}

/* One line serves all rows when what is known of the marks is the same. */
static void find_plan (Progress *p)
{
  p->plan = TZ_CHART_UNKNOWN;
  for (guint i = 0; i < p->board->chart->categories->len; i++) {
    int value = value_of (p->board, PLAN, i);
    p->plans |= value != TZ_CHART_UNKNOWN && p->plan != TZ_CHART_UNKNOWN && value != p->plan;
    p->plan = value != TZ_CHART_UNKNOWN ? value : p->plan;
  }
}

static TzLen x_of (const Progress *p, int value)
{
  return p->left + (p->most > 0 ? (p->right - p->left) * value / p->most : 0);
}

/* Dark on paper, white on a bar. */
static void draw_mark (Progress *p, int value, TzLen from, TzLen to)
{
  TzLen x = x_of (p, value);
  tz_board_rule (p->board, x, from, x, to, MARK_THICK, tz_tone_line (plan_tone (p->board)));
}

static void lighten_mark (Progress *p, int value, int reached, TzLen middle)
{
  TzLen x = x_of (p, value), half = p->sizes.bar / 2;
  if (x_of (p, reached) >= x + MARK_THICK)
    tz_board_rule (p->board, x, middle - half, x, middle + half, MARK_THICK, 0xFFFFFF);
}

/* ---- rows ---- */

static TzLabel percent_of (const Progress *p, guint category)
{
  TzBoard *board = p->board;
  int reached = value_of (board, REACHED, category), plan = value_of (board, PLAN, category);
  g_autofree char *number = tz_board_number (board, MAX (reached, 0));
  g_autofree char *should = tz_board_number (board, MAX (plan, 0));
  const char *said = reached == TZ_CHART_UNKNOWN ? "无数据" : number;
  gboolean both = p->plans && plan != TZ_CHART_UNKNOWN;
  g_autofree char *text = both ? g_strconcat (said, "（", should, "）", NULL) : g_strdup (said);
  return tz_board_label (board, text, &board->label, reached == TZ_CHART_UNKNOWN ? TZ_CHART_GREY : 0,
                         MAX (board->width - p->left - GAP, 1));
}

static void find_scale (Progress *p)
{
  TzBoard *board = p->board;
  TzLen widest = 0;
  p->most = board->percent ? WHOLE : 0;
  for (guint i = 0; i < board->chart->categories->len; i++) {
    p->most = MAX (p->most, MAX (value_of (board, REACHED, i), value_of (board, PLAN, i)));
    TzLabel percent = percent_of (p, i);
    widest = MAX (widest, percent.width);
  }
  p->right = MAX (board->width - widest - GAP, p->left);
}

static void draw_track (Progress *p, TzLen middle)
{
  TzLen half = p->sizes.bar / 2, end = x_of (p, p->board->percent ? WHOLE : p->most);
  TzLen top = middle - half, bottom = middle + half;
  tz_board_rule (p->board, p->left, top, end, top, TZ_CHART_HAIR, TZ_CHART_TRACK);
  tz_board_rule (p->board, p->left, bottom, end, bottom, TZ_CHART_HAIR, TZ_CHART_TRACK);
  tz_board_rule (p->board, end, top, end, bottom, TZ_CHART_HAIR, TZ_CHART_TRACK);
}

static void draw_row (Progress *p, guint i)
{
  TzBoard *board = p->board;
  guint category = board->first + i;
  int reached = value_of (board, REACHED, category),
      plan = p->plans ? value_of (board, PLAN, category) : p->plan;
  TzLabel percent = percent_of (p, category);
  TzLen height = MAX (MAX (p->names.labels[i].height, percent.height), p->sizes.bar);
  height += p->sizes.pitch - p->sizes.bar;
  TzLen middle = board->y + height / 2;
  tz_board_put_middle (board, &p->names.labels[i], 0, middle);
  draw_track (p, middle);
  if (reached > 0)
    tz_board_bar (board, tz_board_series (board, REACHED)->tone, p->left, middle - p->sizes.bar / 2,
                  MAX (x_of (p, reached) - p->left, TZ_PT), p->sizes.bar, 0, 0);
  tz_board_put_middle (board, &percent, board->width - percent.width, middle);
  if (plan != TZ_CHART_UNKNOWN) {
    draw_mark (p, plan, p->plans ? middle - p->sizes.bar / 2 - OVERHANG : board->y,
               p->plans ? middle + p->sizes.bar / 2 + OVERHANG : board->y + height);
    lighten_mark (p, plan, reached, middle);
  }
  board->y += height;
}

/* ---- the whole ---- */

/* The one line has its name and number at its head. */
static void draw_head (Progress *p)
{
  TzBoard *board = p->board;
  if (p->plans) {
    g_autofree char *name = g_strconcat (plan_name (board), "（括号内）", NULL);
    TzKey key = { .kind = TZ_KEY_TICK, .tone = plan_tone (board), .name = name };
    tz_board_legend (board, &key, 1, p->left, TRUE);
    return;
  }
  tz_board_legend (board, NULL, 0, 0, TRUE);
  if (p->plan == TZ_CHART_UNKNOWN)
    return;
  g_autofree char *number = tz_board_number (board, p->plan);
  g_autofree char *text = g_strconcat (plan_name (board), " ", number, NULL);
  TzLabel label = tz_board_label (board, text, &board->value, 0, board->width);
  TzLen x = x_of (p, p->plan) - label.width / 2;
  tz_board_put (board, &label, CLAMP (x, 0, MAX (board->width - label.width, 0)), board->y);
  board->y += label.height + OVERHANG;
}

void tz_chart_draw_progress (TzBoard *board)
{
  Progress p = { .board = board, .names = tz_board_names (board), .sizes = tz_board_bar_sizes (board) };
  p.left = p.names.width + GAP;
  board->plain = TRUE;
  find_plan (&p);
  find_scale (&p);
  draw_head (&p);
  TzLen top = board->y;
  for (guint i = 0; i < board->n; i++)
    draw_row (&p, i);
  tz_board_rule (board, p.left, top, p.left, board->y, TZ_CHART_AXIS, 0);
  g_free (p.names.labels);
}
