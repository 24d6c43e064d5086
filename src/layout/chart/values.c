/* The numbers at the points of a trend. In a period they stand one above the other in the
 * order of their points, each above or below its own, off all points; which of them above
 * and which below is found by trying. */
#include "layout/chart/trend.h"

/* Digits in their em (see tz_board_put_middle): from 0.20 to 0.90, with a little air. */
#define INK_TOP(size)    ((size) / 5)
#define INK_BOTTOM(size) ((size)*9 / 10)
#define POINT            (TZ_MARKER * 5 / 4) /* half of a mark with its line */
#define AIR              TZ_PT               /* between a point and its number */
#define MOST_TRIED       7                   /* numbers of a period for which all ways are tried */

/* Costs, in lengths: as bad as standing so far from the usual place. */
#define CROSSED (TZ_PT * 8) /* a line runs through it */
#define UNUSUAL (TZ_PT * 2) /* below, or in a valley above */
#define ASTRAY  (TZ_PT * 4) /* not at its point */

/* A number of a period: of one line, or of several that meet. */
typedef struct {
  guint series, n;
  TzPagePoint point;
  TzLabel label;
  TzLen above, below; /* its usual places */
  gboolean valley;
  TzLen y, best;
} Number;

typedef struct {
  TzTrend *t;
  Number *numbers; /* from the highest to the lowest */
  guint n;
  GArray *points; /* TzRect, of the marks that they might stand on */
  GArray *lines;  /* TzStretch, that might run through them */
} Period;

static TzRect box_of (const Number *number, TzLen y)
{
  TzLen x = number->point.x - number->label.width / 2;
  return (TzRect){ x, y, x + number->label.width, y + number->label.height };
}

static TzRect ink_of (const Number *number, TzLen y)
{
  TzRect box = box_of (number, y);
  TzLen size = number->label.lines->size;
  box.y1 = box.y1 - size + INK_BOTTOM (size);
  box.y0 += INK_TOP (size);
  return box;
}

static TzLen n_crossed (const GArray *lines, const TzRect *box)
{
  TzLen n = 0;
  for (guint i = 0; i < lines->len; i++)
    n += tz_rect_is_crossed (box, &g_array_index (lines, TzStretch, i));
  return n;
}

/* ---- one way to place them ---- */

/* Further in DIRECTION (-1: up) until it stands on no point. */
static TzLen off_points (const Period *p, const Number *number, TzLen y, int direction)
{
  TzLen size = number->label.lines->size;
  for (guint i = 0; i < p->points->len; i++) {
    const TzRect *point = &g_array_index (p->points, TzRect, i);
    TzRect ink = ink_of (number, y);
    if (!tz_rect_overlaps (&ink, point))
      continue;
    y = direction < 0 ? point->y0 - (ink.y1 - ink.y0) - INK_TOP (size) : point->y1 - INK_TOP (size);
    i = (guint)-1; /* begins again: the new place may be on another */
  }
  return y;
}

/* Bit I of BELOW: number I stands below its point. FALSE when that leads out of the plot or
 * out of order. */
static gboolean place (Period *p, guint below)
{
  TzLen limit = p->t->base;
  for (guint i = p->n; i-- > 0;) {
    Number *number = &p->numbers[i];
    if (below >> i & 1)
      continue;
    number->y = off_points (p, number, MIN (number->above, limit - number->label.height), -1);
    limit = number->y;
  }
  limit = p->t->top;
  for (guint i = 0; i < p->n; i++) {
    Number *number = &p->numbers[i];
    if (!(below >> i & 1))
      continue;
    number->y = off_points (p, number, MAX (number->below, limit), 1);
    limit = number->y + number->label.height;
  }
  TzLen end = p->t->top;
  for (guint i = 0; i < p->n; i++) {
    if (p->numbers[i].y < end)
      return FALSE;
    end = p->numbers[i].y + p->numbers[i].label.height;
  }
  return end <= p->t->base;
}

static TzLen cost_of (const Period *p)
{
  TzLen cost = 0;
  for (guint i = 0; i < p->n; i++) {
    const Number *number = &p->numbers[i];
    TzRect ink = ink_of (number, number->y);
    gboolean low = number->y > number->point.y;
    TzLen off = low ? number->y - number->below : number->above - number->y;
    cost += ABS (off) + (off != 0 ? ASTRAY : 0) + (low != number->valley ? UNUSUAL : 0);
    cost += n_crossed (p->lines, &ink) * CROSSED;
  }
  return cost;
}

/* No way fits: the numbers stand as near to their points as their order allows, whatever is under them. */
static void spread (Period *p)
{
  TzSpan *spans = g_new0 (TzSpan, p->n + 1);
  for (guint i = 0; i < p->n; i++)
    spans[i] = (TzSpan){ .want = p->numbers[i].above, .size = p->numbers[i].label.height };
  tz_chart_spread (spans, p->n, 0, p->t->top, p->t->base);
  for (guint i = 0; i < p->n; i++)
    p->numbers[i].best = spans[i].at;
  g_free (spans);
}

static void find_places (Period *p)
{
  TzLen least = -1;
  gboolean all = p->n <= MOST_TRIED;
  guint ways = all ? 1u << p->n : MIN (p->n + 1, 31);
  for (guint way = 0; way < ways; way++) {
    if (!place (p, all ? way : ~0u << way)) /* of many the highest above, the rest below */
      continue;
    TzLen cost = cost_of (p);
    if (least >= 0 && cost >= least)
      continue;
    least = cost;
    for (guint i = 0; i < p->n; i++)
      p->numbers[i].best = p->numbers[i].y;
  }
  if (least < 0)
    spread (p);
}

/* ---- what a period holds ---- */

/* In a valley the place below is the quiet one. */
static gboolean is_valley (const TzTrend *t, guint series, guint period)
{
  TzLen y = tz_trend_point (t, series, period).y, sides = 0;
  int n = 0;
  for (int side = -1; side <= 1; side += 2) {
    guint i = period + (guint)side;
    if (i >= t->n || !tz_trend_is_known (t, series, i))
      continue;
    sides += tz_trend_point (t, series, i).y;
    n++;
  }
  return n > 0 && sides / n < y - TZ_PT;
}

static void set_number (const TzTrend *t, Number *number, guint period)
{
  TzBoard *board = t->board;
  TzLen size = board->value.size;
  g_autofree char *text = tz_board_number (board, tz_board_value (board, number->series, period));
  number->label = tz_board_label (board, text, &board->value,
                                  number->n > 1 ? 0 : tz_trend_colour (t, number->series), board->width);
  number->point = tz_trend_point (t, number->series, period);
  number->above = number->point.y - POINT - AIR - INK_BOTTOM (size) - (number->label.height - size);
  number->below = number->point.y + POINT + AIR - INK_TOP (size);
  number->valley = is_valley (t, number->series, period);
}

static void collect_numbers (Period *p, guint period)
{
  TzBoard *board = p->t->board;
  p->n = 0;
  for (guint i = 0; i < p->t->n_series; i++) {
    int value = tz_board_value (board, i, period);
    guint at = 0;
    if (value == TZ_CHART_UNKNOWN)
      continue;
    while (at < p->n && tz_board_value (board, p->numbers[at].series, period) > value)
      at++;
    if (at < p->n && tz_board_value (board, p->numbers[at].series, period) == value) {
      p->numbers[at].n++;
      continue;
    }
    for (guint k = p->n++; k > at; k--)
      p->numbers[k] = p->numbers[k - 1];
    p->numbers[at] = (Number){ .series = i, .n = 1 };
  }
  for (guint i = 0; i < p->n; i++)
    set_number (p->t, &p->numbers[i], period);
}

static void collect_surroundings (Period *p, guint period)
{
  const TzTrend *t = p->t;
  TzLen x = t->first_x + (TzLen)period * t->pitch, half = t->widest_value / 2;
  guint reach = t->pitch > 0 ? (guint)((half + POINT) / t->pitch) + 1 : 0;
  g_array_set_size (p->points, 0);
  g_array_set_size (p->lines, 0);
  for (guint k = period > reach ? period - reach : 0; k < t->n && k <= period + reach; k++)
    for (guint i = 0; i < t->n_series; i++) {
      TzPagePoint point = tz_trend_point (t, i, k);
      TzRect box = { point.x - POINT, point.y - POINT, point.x + POINT, point.y + POINT };
      if (tz_trend_is_known (t, i, k) && box.x0 < x + half && box.x1 > x - half)
        g_array_append_val (p->points, box);
    }
  for (guint i = 0; i < t->lines->len; i++) {
    const TzStretch *line = &g_array_index (t->lines, TzStretch, i);
    if (MIN (line->from.x, line->to.x) < x + half && MAX (line->from.x, line->to.x) > x - half)
      g_array_append_val (p->lines, *line);
  }
}

/* ---- drawing ---- */

/* Where a line runs through a number all the same, it is interrupted for it. */
static void clear_ground (const Period *p, const TzRect *ink)
{
  const TzPagePoint corners[] = {
    { ink->x0, ink->y0 }, { ink->x1, ink->y0 }, { ink->x1, ink->y1 }, { ink->x0, ink->y1 }
  };
  const TzPageShape look = { .fill = 0xFFFFFF, .stroke = TZ_NO_COLOUR, .closed = TRUE };
  if (n_crossed (p->lines, ink) > 0)
    tz_page_add_shape (p->t->board->page, corners, G_N_ELEMENTS (corners), &look);
}

/* From a number that stands away from its point, where no other stands between. */
static void draw_leader (const Period *p, const Number *number)
{
  TzRect ink = ink_of (number, number->best);
  TzLen x = number->point.x, y = number->point.y, far = number->label.height;
  TzRect way = { x - 1, ink.y1, x + 1, y - POINT };
  if (ink.y0 > y)
    way = (TzRect){ x - 1, y + POINT, x + 1, ink.y0 };
  if (way.y1 - way.y0 < far)
    return;
  for (guint i = 0; i < p->n; i++) {
    TzRect box = ink_of (&p->numbers[i], p->numbers[i].best);
    if (tz_rect_overlaps (&box, &way))
      return;
  }
  tz_board_rule (p->t->board, x, way.y0, x, way.y1, TZ_CHART_HAIR, TZ_CHART_GREY);
}

static void draw_numbers (const Period *p)
{
  for (guint i = 0; i < p->n; i++) {
    const Number *number = &p->numbers[i];
    TzRect box = box_of (number, number->best), ink = ink_of (number, number->best);
    clear_ground (p, &ink);
    draw_leader (p, number);
    tz_board_put (p->t->board, &number->label, box.x0, box.y0);
  }
}

void tz_trend_put_values (TzTrend *t)
{
  Period p = { .t = t, .numbers = g_new0 (Number, t->n_series + 1) };
  p.points = g_array_new (FALSE, FALSE, sizeof (TzRect));
  p.lines = g_array_new (FALSE, FALSE, sizeof (TzStretch));
  for (guint k = 0; k < t->n; k++) {
    if ((t->n - 1 - k) % t->value_step)
      continue;
    collect_numbers (&p, k);
    collect_surroundings (&p, k);
    if (p.n > 0)
      find_places (&p);
    draw_numbers (&p);
  }
  g_array_unref (p.points);
  g_array_unref (p.lines);
  g_free (p.numbers);
}
