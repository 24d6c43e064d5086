/* The periods under a trend: how far apart they stand and how they are named. */
#include "layout/chart/trend.h"

#include <string.h>

#define TICK       (TZ_PT * 2)
#define GAP        (TZ_PT * 3)   /* between neighbouring names */
#define MOST_PITCH (TZ_PT * 110) /* few periods do not need the whole width */
#define LEAST_PLOT (TZ_PT * 140)

/* ---- names ---- */

/* The bytes of "2021年" in "2021年6月"; 0 if a name does not begin so. */
static gsize year_bytes (const char *name)
{
  gsize digits = strspn (name, "0123456789");
  gboolean year = digits > 0 && g_str_has_prefix (name + digits, "年") && name[digits + strlen ("年")];
  return year ? digits + strlen ("年") : 0;
}

static const char *whole_name (const TzTrend *t, guint period)
{
  const char *name = t->board->chart->categories->pdata[period];
  return name ? name : "";
}

static const char *name_of (const TzTrend *t, guint period)
{
  const char *name = whole_name (t, period);
  return t->split_years ? name + year_bytes (name) : name;
}

static gboolean begins_year (const TzTrend *t, guint period)
{
  if (period == 0)
    return TRUE;
  const char *name = whole_name (t, period), *before = whole_name (t, period - 1);
  gsize n = year_bytes (name);
  return n != year_bytes (before) || strncmp (name, before, n) != 0;
}

static TzLabel year_label (const TzTrend *t, guint period)
{
  const char *name = whole_name (t, period);
  g_autofree char *year = g_strndup (name, year_bytes (name));
  return tz_board_label (t->board, year, &t->board->label, 0, t->board->width);
}

/* ---- room ---- */

/* The widest name on one line, and the widest thing in one that cannot break. */
static void measure_names (const TzTrend *t, TzLen *narrowest, TzLen *widest)
{
  *narrowest = *widest = 0;
  for (guint i = 0; i < t->n; i++) {
    TzLen narrow = 0, wide = 0;
    t->board->measure->widths (t->board->measure->self, name_of (t, i), &t->board->label, &narrow, &wide);
    *narrowest = MAX (*narrowest, narrow);
    *widest = MAX (*widest, wide);
  }
}

static gboolean fit_two_lines (const TzTrend *t, TzLen room)
{
  for (guint i = 0; i < t->n; i++) {
    guint32 lines = 0, flaws = 0;
    t->board->measure->count (t->board->measure->self, name_of (t, i), &t->board->label, room, TZ_PT, 1, &lines,
                              &flaws);
    if (lines > 2)
      return FALSE;
  }
  return TRUE;
}

/* Sets the first point's distance from the axis' end, where half of its name or its year
 * or its number stands over, and from the next. */
static void set_pitch (TzTrend *t, TzLen widest, TzLen widest_year)
{
  TzLen plot = t->right - t->left;
  t->name_room = MIN (widest, plot);
  t->inset = MAX (MAX (t->name_room, MIN (widest_year, plot)), t->widest_value) / 2;
  t->pitch = t->n > 1 ? MAX (plot - 2 * t->inset, 0) / (TzLen)(t->n - 1) : plot;
}

static gboolean stand_apart (const TzTrend *t)
{
  return t->n == 1 || t->name_room + GAP <= t->pitch;
}

/* What is left for a name when all are named: half of the first and of the last, or of
 * the numbers over them, stands over at the ends. */
static TzLen room_of_each (const TzTrend *t)
{
  TzLen plot = t->right - t->left, n = (TzLen)t->n, shared = (plot + GAP) / n - GAP;
  return n == 1 || shared > t->widest_value ? shared : (plot - t->widest_value) / (n - 1) - GAP;
}

/* Years stand in a line of their own, each under its first period. FALSE if not all periods
 * name their year, or the years stand too close. */
static gboolean split_years (TzTrend *t)
{
  TzLen narrowest, widest, widest_year = 0, since = 0;
  for (guint i = 0; i < t->n; i++)
    if (year_bytes (whole_name (t, i)) == 0)
      return FALSE;
  t->split_years = TRUE;
  measure_names (t, &narrowest, &widest);
  for (guint i = 0; i < t->n; i++)
    if (begins_year (t, i))
      widest_year = MAX (widest_year, year_label (t, i).width);
  set_pitch (t, widest, widest_year);
  gboolean fit = TRUE;
  for (guint i = 0; i < t->n; i++) {
    fit &= i == 0 || !begins_year (t, i) || since * t->pitch >= widest_year + GAP;
    since = begins_year (t, i) ? 1 : since + 1;
  }
  t->split_years = fit;
  return fit;
}

static gboolean try_two_lines (TzTrend *t)
{
  TzLen narrowest, widest, room = room_of_each (t);
  measure_names (t, &narrowest, &widest);
  if (narrowest > room || !fit_two_lines (t, room))
    return FALSE;
  set_pitch (t, room, 0);
  return TRUE;
}

/* Few points come together in the middle. */
static void draw_together (TzTrend *t)
{
  TzLen last = (TzLen)t->n - 1;
  TzLen most = MAX (MOST_PITCH, MAX (t->name_room, t->widest_value) + GAP);
  t->pitch = t->n > 1 ? MIN (t->pitch, most) : 0;
  TzLen plot = MIN (MAX (2 * t->inset + last * t->pitch, LEAST_PLOT), t->right - t->left);
  TzLen spare = t->right - t->left - plot;
  t->left += spare / 2;
  t->right = t->left + plot;
  t->first_x = t->left + (plot - last * t->pitch) / 2;
}

/* All names on one line; or without their years; or in two lines; or only every second,
 * third … counted from the last, without their years if those fit. */
static void name_periods (TzTrend *t)
{
  TzLen narrowest, widest;
  t->name_step = 1;
  measure_names (t, &narrowest, &widest);
  set_pitch (t, widest, 0);
  if (stand_apart (t) || (split_years (t) && stand_apart (t)))
    return;
  t->split_years = FALSE;
  if (try_two_lines (t))
    return;
  if (!split_years (t))
    set_pitch (t, widest, 0);
  while (t->name_step < t->n && t->name_room + GAP > t->pitch * (TzLen)t->name_step)
    t->name_step++;
}

/* Numbers wider than the pitch are thinned as the names are. */
void tz_trend_space_periods (TzTrend *t)
{
  name_periods (t);
  t->value_step = 1;
  while (t->value_step < t->n && t->widest_value + GAP / 2 > t->pitch * (TzLen)t->value_step)
    t->value_step++;
  draw_together (t);
}

/* ---- drawing ---- */

static void put_years (TzTrend *t)
{
  TzLen y = t->board->y + t->board->label.size / 4, height = 0;
  for (guint i = 0; i < t->n; i++) {
    if (!begins_year (t, i))
      continue;
    TzLabel label = year_label (t, i);
    tz_board_put (t->board, &label, t->first_x + (TzLen)i * t->pitch - label.width / 2, y);
    height = label.height;
  }
  t->board->y = y + height;
}

void tz_trend_put_periods (TzTrend *t)
{
  TzBoard *board = t->board;
  TzTextStyle style = board->label;
  TzLen height = 0, top = t->base + TICK + TZ_PT * 3 / 2;
  style.align = TZ_ALIGN_CENTER;
  for (guint i = 0; i < t->n; i++) {
    TzLen x = t->first_x + (TzLen)i * t->pitch;
    tz_board_rule (board, x, t->base, x, t->base + TICK, TZ_CHART_AXIS, 0);
    if ((t->n - 1 - i) % t->name_step)
      continue;
    TzLabel label = tz_board_label (board, name_of (t, i), &style, 0, t->name_room);
    tz_board_put (board, &label, x - t->name_room / 2, top);
    height = MAX (height, label.height);
  }
  board->y = top + height;
  if (t->split_years)
    put_years (t);
}
