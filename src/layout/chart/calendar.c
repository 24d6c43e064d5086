#include "layout/chart/strip.h"

#define MOST_STICK  (TZ_PT * 28)
#define LEAST_STICK (TZ_PT * 2)
#define LABEL_GAP   (TZ_PT * 3 / 2)
#define LAST_DAY    3652059 /* 9999-12-31 */

/* ---- the days ---- */

static const TzChartDay *day_at (const TzStrip *strip, guint i)
{
  return &g_array_index (strip->board->chart->days, TzChartDay, i);
}

/* A day that calendars have: after 9999 the years have no more four digits. */
static guint32 real_day (guint32 day)
{
  return CLAMP (day, 1, LAST_DAY);
}

/* The range asked for, made longer if there are days outside of it: none is left out. */
static void find_range (TzStrip *strip)
{
  const TzChart *chart = strip->board->chart;
  guint32 first = day_at (strip, 0)->day, last = day_at (strip, chart->days->len - 1)->day;
  strip->first = real_day (chart->first_day > 0 ? MIN (chart->first_day, first) : first);
  strip->last = MAX (real_day (MAX (chart->last_day, last)), strip->first);
}

static void collect_dues (TzStrip *strip)
{
  const GArray *days = strip->board->chart->days;
  for (guint i = 0; i < days->len; i++) {
    const TzChartDay *day = day_at (strip, i);
    TzDue *due = strip->n > 0 ? &strip->dues[strip->n - 1] : NULL;
    if (!due || due->day != real_day (day->day)) {
      due = &strip->dues[strip->n++];
      *due = (TzDue){ .day = real_day (day->day), .tone = day->tone };
      due->x = (tz_strip_x (strip, due->day) + tz_strip_x (strip, due->day + 1)) / 2;
    }
    due->n[day->tone] += MAX (day->n, 0);
    due->all += MAX (day->n, 0);
  }
}

/* "3项", or "3+2项" of several tones. */
static char *counts_of (const TzStrip *strip, const TzDue *due)
{
  GString *text = g_string_new (NULL);
  for (TzTone tone = 0; tone < TZ_N_TONES; tone++)
    if (due->n[tone] > 0 || (due->all == 0 && tone == due->tone))
      g_string_append_printf (text, "%s%" G_GINT64_FORMAT, text->len > 0 ? "+" : "", due->n[tone]);
  if (strip->board->chart->unit)
    g_string_append (text, strip->board->chart->unit);
  return g_string_free (text, FALSE);
}

static void set_labels (TzStrip *strip)
{
  for (guint i = 0; i < strip->n; i++) {
    TzDue *due = &strip->dues[i];
    GDate date;
    g_date_clear (&date, 1);
    g_date_set_julian (&date, due->day);
    g_autofree char *counts = counts_of (strip, due);
    g_autofree char *text =
        g_strdup_printf ("%d月%d日 %s", g_date_get_month (&date), g_date_get_day (&date), counts);
    due->label = tz_board_label (strip->board, text, &strip->board->value, 0, strip->board->width);
  }
}

/* ---- marks ---- */

/* As wide as the nearest days leave room for. */
static TzLen stick_width (const TzStrip *strip)
{
  TzLen room = TZ_PT * 4;
  for (guint i = 1; i < strip->n; i++)
    room = MIN (room, (strip->dues[i].x - strip->dues[i - 1].x) * 4 / 5);
  return MAX (room, TZ_PT);
}

static TzLen part_of (TzLen whole, gint64 n, gint64 all)
{
  return (TzLen)((double)whole * (double)n / (double)all);
}

static void size_sticks (TzStrip *strip)
{
  gint64 most = 1;
  for (guint i = 0; i < strip->n; i++)
    most = MAX (most, strip->dues[i].all);
  for (guint i = 0; i < strip->n; i++)
    strip->dues[i].stick = MAX (part_of (MOST_STICK, strip->dues[i].all, most), LEAST_STICK);
}

/* Upwards from BASE, a piece for each tone. */
static void draw_stick (TzStrip *strip, const TzDue *due, TzLen base)
{
  TzLen width = stick_width (strip), x = CLAMP (due->x - width / 2, 0, MAX (strip->board->width - width, 0));
  gint64 before = 0, all = MAX (due->all, 1);
  for (TzTone tone = 0; tone < TZ_N_TONES; tone++) {
    gint64 n = due->all == 0 && tone == due->tone ? 1 : due->n[tone];
    TzLen from = part_of (due->stick, before, all), to = part_of (due->stick, before + n, all);
    if (to > from)
      tz_board_bar (strip->board, tone, x, base - to, width, to - from, 0, 0);
    before += n;
  }
}

/* ---- labels ---- */

/* Labels in several lines, in a very narrow strip, have no levels. */
static void place_labels (TzStrip *strip)
{
  for (guint i = 0; i < strip->n; i++)
    if (strip->dues[i].label.height > strip->board->value.size)
      return;
  if (!tz_strip_place_flags (strip))
    tz_strip_place_stacks (strip);
}

static TzLen level_height (const TzStrip *strip)
{
  return strip->board->value.size * 6 / 5;
}

/* Straight up from the mark, aside in the elbow's zone, and up along the label. */
static void draw_leader (TzStrip *strip, const TzDue *due, TzLen base, TzLen label_y)
{
  TzBoard *board = strip->board;
  TzLen from = base - due->stick, elbow = base - MOST_STICK - LABEL_GAP, upper = elbow - strip->elbow;
  TzLen end = due->centred ? label_y + due->label.height : label_y + board->value.size / 5;
  if (due->channel == due->x) {
    tz_board_rule (board, due->x, from, due->x, end, TZ_CHART_HAIR, TZ_CHART_GREY);
    return;
  }
  tz_board_rule (board, due->x, from, due->x, elbow, TZ_CHART_HAIR, TZ_CHART_GREY);
  tz_board_rule (board, due->x, elbow, due->channel, upper, TZ_CHART_HAIR, TZ_CHART_GREY);
  tz_board_rule (board, due->channel, upper, due->channel, end, TZ_CHART_HAIR, TZ_CHART_GREY);
}

static void draw_labels (TzStrip *strip, TzLen base)
{
  TzLen lowest = base - MOST_STICK - LABEL_GAP - strip->elbow - strip->board->value.size;
  for (guint i = 0; i < strip->n; i++) {
    const TzDue *due = &strip->dues[i];
    TzLen y = lowest - due->level * level_height (strip);
    draw_leader (strip, due, base, y);
    tz_board_put (strip->board, &due->label, due->label_x, y);
  }
}

/* A paragraph a month, in place of labels that have no room: "6月：10日3项、30日1项". */
static void draw_list (TzStrip *strip)
{
  TzBoard *board = strip->board;
  GString *text = g_string_new (NULL);
  int month = 0, year = 0;
  for (guint i = 0; i < strip->n; i++) {
    GDate date;
    g_date_clear (&date, 1);
    g_date_set_julian (&date, strip->dues[i].day);
    gboolean same = g_date_get_month (&date) == (GDateMonth)month && g_date_get_year (&date) == year;
    if (!same)
      g_string_append_printf (text, "%s%d年%d月：", text->len ? "\n" : "", g_date_get_year (&date),
                              g_date_get_month (&date));
    g_autofree char *counts = counts_of (strip, &strip->dues[i]);
    g_string_append_printf (text, "%s%d日 %s", same ? "、" : "", g_date_get_day (&date), counts);
    month = (int)g_date_get_month (&date);
    year = g_date_get_year (&date);
  }
  TzLabel list = tz_board_label (board, text->str, &board->value, 0, board->width);
  g_string_free (text, TRUE);
  board->y += board->value.size / 2;
  tz_board_put (board, &list, 0, board->y);
  board->y += list.height;
}

/* ---- the whole ---- */

/* The tones that series name. */
static void draw_legend (TzStrip *strip)
{
  TzBoard *board = strip->board;
  TzKey *keys = g_new0 (TzKey, tz_board_n_series (board) + 1);
  guint n = 0;
  for (guint i = 0; i < tz_board_n_series (board); i++) {
    const TzChartSeries *series = tz_board_series (board, i);
    gboolean there = FALSE;
    for (guint k = 0; k < board->chart->days->len; k++)
      there |= day_at (strip, k)->tone == series->tone;
    if (there)
      keys[n++] = (TzKey){ .kind = TZ_KEY_BAR, .tone = series->tone, .name = series->name };
  }
  tz_board_legend (board, keys, n, 0, FALSE);
  g_free (keys);
}

void tz_chart_draw_calendar (TzBoard *board)
{
  TzDue *dues = g_new0 (TzDue, board->chart->days->len + 1);
  TzStrip strip = { .board = board, .dues = dues };
  find_range (&strip);
  collect_dues (&strip);
  set_labels (&strip);
  size_sticks (&strip);
  place_labels (&strip);
  draw_legend (&strip);
  if (strip.n_levels > 0)
    board->y += strip.n_levels * level_height (&strip) + strip.elbow;
  TzLen base = board->y + MOST_STICK + LABEL_GAP;
  for (guint i = 0; i < strip.n; i++)
    draw_stick (&strip, &strip.dues[i], base);
  if (strip.n_levels > 0)
    draw_labels (&strip, base);
  board->y = base;
  tz_strip_draw_months (&strip);
  if (strip.n_levels == 0)
    draw_list (&strip);
  g_free (dues);
}
