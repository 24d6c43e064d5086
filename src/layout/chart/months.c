/* The strip of a calendar: months, years, the time gone by and today. */
#include "layout/chart/strip.h"

#define GONE  0xE3E3E3 /* the days gone by */
#define GRID  0x8C8C8C
#define ARROW (TZ_PT * 5 / 2)
#define ROOM  (TZ_PT * 3) /* at both sides of a name, together */

#define MOST_NAMED 240 /* more are not tried: they are too close in any chart */

/* A month or a year as far as it is shown. */
typedef struct {
  guint32 first, end; /* Julian; END is the day after */
  int number;         /* of the month or the year */
} Stretch;

static GDate date_of (guint32 day)
{
  GDate date;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return date;
}

/* The first day of the month, or the year, behind the one of DAY. */
static guint32 next_of (guint32 day, gboolean years)
{
  GDate date = date_of (day);
  GDateYear year = g_date_get_year (&date);
  GDateMonth month = years ? G_DATE_DECEMBER : g_date_get_month (&date);
  g_date_set_dmy (&date, 1, month == G_DATE_DECEMBER ? G_DATE_JANUARY : (GDateMonth)(month + 1),
                  month == G_DATE_DECEMBER ? (GDateYear)(year + 1) : year);
  return g_date_get_julian (&date);
}

static GArray *cut (const TzStrip *strip, gboolean years)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  for (guint32 day = strip->first; day <= strip->last;) {
    GDate date = date_of (day);
    Stretch stretch = { .first = day, .end = MIN (next_of (day, years), strip->last + 1) };
    stretch.number = years ? g_date_get_year (&date) : (int)g_date_get_month (&date);
    g_array_append_val (stretches, stretch);
    day = stretch.end;
  }
  return stretches;
}

static TzLen length_of (const TzStrip *strip, const Stretch *stretch)
{
  return tz_strip_x (strip, stretch->end) - tz_strip_x (strip, stretch->first);
}

/* ---- today ---- */

static gboolean shows_today (const TzStrip *strip)
{
  guint32 today = strip->board->chart->today;
  return today >= strip->first && today <= strip->last;
}

static TzLen today_x (const TzStrip *strip)
{
  guint32 today = strip->board->chart->today;
  return (tz_strip_x (strip, today) + tz_strip_x (strip, today + 1)) / 2;
}

/* Where a name of WIDTH begins: in the middle, or a little aside from today's line. */
static TzLen beside_today (const TzStrip *strip, const Stretch *stretch, TzLen width)
{
  TzLen from = tz_strip_x (strip, stretch->first), to = tz_strip_x (strip, stretch->end);
  TzLen middle = (from + to - width) / 2, line = shows_today (strip) ? today_x (strip) : -1;
  TzLen left = line - ROOM - width, right = line + ROOM;
  if (line < from || line > to || left >= middle || right <= middle)
    return middle;
  gboolean goes_left = left >= from + ROOM / 2, goes_right = right + width <= to - ROOM / 2;
  if (goes_left && (!goes_right || middle - left < right - middle))
    return left;
  return goes_right ? right : middle;
}

/* ---- names ---- */

static TzLabel name_of (const TzStrip *strip, const Stretch *stretch, const char *form)
{
  g_autofree char *text = g_strdup_printf ("%d%s", stretch->number, form);
  return tz_board_label (strip->board, text, &strip->board->value, 0, strip->board->width);
}

/* How many of STRETCHES are long enough for their names. */
static guint count_named (const TzStrip *strip, const GArray *stretches, const char *form)
{
  guint n = 0;
  for (guint i = 0; i < stretches->len; i++) {
    const Stretch *stretch = &g_array_index (stretches, Stretch, i);
    n += name_of (strip, stretch, form).width + ROOM <= length_of (strip, stretch);
  }
  return n;
}

/* How the stretches are named: with WORD, by number alone, or (NULL) not at all. All must have room for
 * their names but the first and the last, which may be shown in part. */
static const char *choose_form (const TzStrip *strip, const GArray *stretches, const char *word)
{
  const char *forms[] = { word, "" };
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (count_named (strip, stretches, forms[i]) + 2 >= stretches->len)
      return forms[i];
  return NULL;
}

/* In boxes from Y on, HEIGHT high. FALSE when they are too many to be told apart. */
static gboolean draw_names (TzStrip *strip, const GArray *stretches, const char *word, TzLen y, TzLen height)
{
  TzBoard *board = strip->board;
  const char *form = choose_form (strip, stretches, word);
  if (!form)
    return FALSE;
  for (guint i = 0; i < stretches->len; i++) {
    const Stretch *stretch = &g_array_index (stretches, Stretch, i);
    TzLen x = tz_strip_x (strip, stretch->first), length = length_of (strip, stretch);
    if (i > 0)
      tz_board_rule (board, x, y, x, y + height, TZ_CHART_HAIR, GRID);
    TzLabel name = name_of (strip, stretch, form);
    if (name.width + ROOM <= length)
      tz_board_put_middle (board, &name, beside_today (strip, stretch, name.width), y + height / 2);
  }
  return TRUE;
}

/* Too many years for a box each: every second, fifth, tenth … has its name at its beginning. */
static void draw_few_years (TzStrip *strip, const GArray *years, TzLen y, TzLen height)
{
  static const int steps[] = { 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000 };
  TzBoard *board = strip->board;
  Stretch widest = { .number = 9999 };
  TzLen need = name_of (strip, &widest, "年").width + ROOM, year = board->width / (TzLen)years->len;
  guint step = 0;
  while (step + 1 < G_N_ELEMENTS (steps) && year * steps[step] < need)
    step++;
  for (guint i = 0; i < years->len; i++) {
    const Stretch *stretch = &g_array_index (years, Stretch, i);
    TzLen x = tz_strip_x (strip, stretch->first);
    if (stretch->number % steps[step] || x + need > board->width)
      continue;
    TzLabel name = name_of (strip, stretch, "年");
    tz_board_rule (board, x, y, x, y + height, TZ_CHART_HAIR, GRID);
    tz_board_put_middle (board, &name, x + ROOM / 2, y + height / 2);
  }
}

/* ---- the time gone by ---- */

/* Up to and with today. */
static void shade_gone (TzStrip *strip, TzLen y, TzLen height)
{
  guint32 today = strip->board->chart->today;
  TzLen end = tz_strip_x (strip, MIN (today, strip->last) + 1);
  if (today >= strip->first)
    tz_page_add_fill (strip->board->page, 0, y, end, height, GONE);
}

static void point_at_today (TzStrip *strip, TzLen top)
{
  TzBoard *board = strip->board;
  TzLen x = today_x (strip), y = board->y;
  tz_board_rule (board, x, top, x, y, TZ_PT * 3 / 4, 0);
  const TzPagePoint corners[] = { { x, y }, { x + ARROW, y + 2 * ARROW }, { x - ARROW, y + 2 * ARROW } };
  const TzPageShape look = { .fill = 0, .stroke = TZ_NO_COLOUR, .closed = TRUE };
  tz_page_add_shape (board->page, corners, G_N_ELEMENTS (corners), &look);
  GDate date = date_of (board->chart->today);
  g_autofree char *text = g_strdup_printf ("统计日 %d月%d日", g_date_get_month (&date), g_date_get_day (&date));
  TzLabel label = tz_board_label (board, text, &board->value, 0, board->width);
  board->y += 2 * ARROW + TZ_PT;
  tz_board_put (board, &label, CLAMP (x - label.width / 2, 0, MAX (board->width - label.width, 0)), board->y);
  board->y += label.height;
}

/* ---- the whole ---- */

void tz_strip_draw_months (TzStrip *strip)
{
  TzBoard *board = strip->board;
  GArray *months = NULL, *years = cut (strip, TRUE);
  TzLen y = board->y, height = board->value.size * 3 / 2, rows = 1;
  shade_gone (strip, y, height);
  if (years->len <= MOST_NAMED / 12) {
    months = cut (strip, FALSE);
    rows += draw_names (strip, months, "月", y, height);
  }
  TzLen year_y = y + (rows - 1) * height;
  if (years->len > MOST_NAMED || !draw_names (strip, years, "年", year_y, height))
    draw_few_years (strip, years, year_y, height);
  for (TzLen i = 0; i <= rows; i++)
    tz_board_rule (board, 0, y + i * height, board->width, y + i * height,
                   i == 0 ? TZ_CHART_AXIS : TZ_CHART_HAIR, i == 0 ? 0 : GRID);
  tz_board_rule (board, 0, y, 0, y + rows * height, TZ_CHART_HAIR, GRID);
  tz_board_rule (board, board->width, y, board->width, y + rows * height, TZ_CHART_HAIR, GRID);
  board->y = y + rows * height;
  if (shows_today (strip))
    point_at_today (strip, y);
  if (months)
    g_array_unref (months);
  g_array_unref (years);
}
