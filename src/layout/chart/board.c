#include "layout/chart/board.h"

#define DEFAULT_SIZE  (9 * TZ_PT)
#define SMALLEST_SIZE (TZ_PT * 15 / 2)
#define HATCH_STEP    (TZ_PT * 3)
#define HATCH_THICK   (TZ_PT * 5 / 8)
#define KEY_GAP       (TZ_PT * 3)

/* ---- styles ---- */

static TzTextStyle style_of (const TzTextStyle *asked, TzRole role, TzLen size)
{
  TzTextStyle style = { .role = role, .size = size };
  if (asked->size > 0)
    style =
        (TzTextStyle){ .role = asked->role, .size = asked->size, .bold = asked->bold, .colour = asked->colour };
  style.size = MAX (style.size, SMALLEST_SIZE);
  style.pitch = style.size * 5 / 4;
  style.align = TZ_ALIGN_LEFT;
  return style;
}

static gboolean has_tenths (const TzBoard *board)
{
  for (guint i = 0; i < tz_board_n_series (board); i++)
    for (guint k = 0; k < board->chart->categories->len; k++)
      if (tz_board_value (board, i, k) > 0 && tz_board_value (board, i, k) % 10 != 0)
        return TRUE;
  return FALSE;
}

TzBoard tz_board_begin (const TzChart *chart, TzLen width, const TzMeasure *measure)
{
  TzBoard board = { .chart = chart, .measure = measure, .width = MAX (width, 1), .n = chart->categories->len };
  board.label = style_of (&chart->label_style, TZ_ROLE_SONG, DEFAULT_SIZE);
  board.title = style_of (&chart->title_style, TZ_ROLE_HEI, board.label.size * 7 / 6);
  board.title.align = TZ_ALIGN_CENTER;
  board.value = board.label;
  board.value.size = MAX (board.label.size - TZ_PT, SMALLEST_SIZE);
  board.value.pitch = board.value.size * 5 / 4;
  board.percent = chart->unit && (g_str_equal (chart->unit, "%") || g_str_equal (chart->unit, "％"));
  board.tenths = board.percent && has_tenths (&board);
  board.page = tz_page_new (board.width, 0);
  return board;
}

/* ---- labels ---- */

TzLabel tz_board_label (const TzBoard *board, const char *text, const TzTextStyle *style, guint32 colour,
                        TzLen room)
{
  TzTextStyle coloured = *style;
  coloured.colour = colour;
  TzLabel label = { .lines = board->measure->set (board->measure->self, text, &coloured, MAX (room, 1)) };
  label.width = label.lines->widest;
  label.height = (label.lines->n_lines - 1) * label.lines->pitch + label.lines->size;
  return label;
}

void tz_board_put (TzBoard *board, const TzLabel *label, TzLen x, TzLen y)
{
  if (label->lines)
    tz_page_add_text (board->page, label->lines, 0, label->lines->n_lines, x, y);
}

/* Digits stand on the baseline (0.88 of the em) and are about two thirds of an em high:
 * their middle lies lower than the em's. */
static gboolean is_number (const char *text)
{
  for (; *text; text++)
    if (!g_ascii_isdigit (*text) && *text != '.' && *text != '%')
      return FALSE;
  return TRUE;
}

void tz_board_put_middle (TzBoard *board, const TzLabel *label, TzLen x, TzLen middle)
{
  if (!label->lines)
    return;
  TzLen lower = is_number (label->lines->text) ? label->lines->size / 20 : 0;
  tz_board_put (board, label, x, middle - label->height / 2 - lower);
}

char *tz_board_number (const TzBoard *board, gint64 value)
{
  if (!board->percent)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value);
  const char *sign = board->bare ? "" : "%";
  if (!board->tenths)
    return g_strdup_printf ("%" G_GINT64_FORMAT "%s", value / 10, sign);
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%d%s", value / 10, (int)(value % 10), sign);
}

/* ---- data ---- */

guint tz_board_n_series (const TzBoard *board)
{
  return board->chart->series->len;
}

const TzChartSeries *tz_board_series (const TzBoard *board, guint series)
{
  return board->chart->series->pdata[series];
}

int tz_board_value (const TzBoard *board, guint series, guint category)
{
  const GArray *values = tz_board_series (board, series)->values;
  int value = category < values->len ? g_array_index (values, int, category) : TZ_CHART_UNKNOWN;
  return value < 0 ? TZ_CHART_UNKNOWN : value;
}

/* ---- shapes ---- */

void tz_board_rule (TzBoard *board, TzLen x0, TzLen y0, TzLen x1, TzLen y1, TzLen thickness, guint32 colour)
{
  tz_page_add_rule (board->page, x0, y0, x1, y1, thickness, colour);
}

/* White lines across, cut at the sides by arithmetic: a pattern would be a picture. */
static void hatch (TzBoard *board, TzLen x, TzLen y, TzLen width, TzLen height)
{
  for (TzLen at = HATCH_STEP / 2; at < width + height; at += HATCH_STEP) {
    TzLen from = MAX (at - height, 0), to = MIN (at, width);
    tz_board_rule (board, x + from, y + at - from, x + to, y + at - to, HATCH_THICK, 0xFFFFFF);
  }
}

/* Hardly seen on paper without a line around it. */
static gboolean is_pale (guint32 colour)
{
  return (colour >> 8 & 0xFF) > 0xD8;
}

static void outline (TzBoard *board, TzLen x, TzLen y, TzLen width, TzLen height, guint32 colour)
{
  TzLen in = TZ_CHART_HAIR / 2;
  const TzPagePoint corners[] = { { x + in, y + in },
                                  { x + width - in, y + in },
                                  { x + width - in, y + height - in },
                                  { x + in, y + height - in } };
  const TzPageShape look = {
    .fill = TZ_NO_COLOUR, .stroke = colour, .thickness = TZ_CHART_HAIR, .closed = TRUE
  };
  tz_page_add_shape (board->page, corners, G_N_ELEMENTS (corners), &look);
}

void tz_board_bar (TzBoard *board, TzTone tone, TzLen x, TzLen y, TzLen width, TzLen height, TzLen free,
                   TzLen free_end)
{
  guint32 colour = tz_tone_colour (tone);
  tz_page_add_fill (board->page, x, y, width, height, colour);
  if (is_pale (colour) && width > 2 * TZ_CHART_HAIR)
    outline (board, x, y, width, height, tz_tone_line (tone));
  if (board->plain || !tz_tone_is_hatched (tone) || MIN (width, height) < HATCH_STEP)
    return;
  if (free_end <= free) {
    hatch (board, x, y, width, height);
    return;
  }
  hatch (board, x, y, MAX (free - x, 0), height);
  hatch (board, free_end, y, MAX (x + width - free_end, 0), height);
}

/* ---- legend ---- */

static void draw_key (TzBoard *board, const TzKey *key, TzLen x, TzLen middle, TzLen width)
{
  TzLen height = board->value.size * 7 / 10;
  if (key->kind == TZ_KEY_BAR)
    tz_board_bar (board, key->tone, x, middle - height / 2, width, height, 0, 0);
  else
    tz_board_rule (board, x + width / 2, middle - height * 2 / 3, x + width / 2, middle + height * 2 / 3, TZ_PT,
                   tz_tone_line (key->tone));
}

/* Returns where the last line ends. */
static TzLen place_keys (TzBoard *board, const TzKey *keys, guint n, TzLen left, TzLen right)
{
  TzLen x = left, swatch = board->value.size * 3 / 2, line = swatch;
  for (guint i = 0; i < n; i++) {
    TzLabel name = tz_board_label (board, keys[i].name ? keys[i].name : "", &board->value, 0,
                                   MAX (right - left - swatch - KEY_GAP, board->value.size));
    if (x > left && x + swatch + KEY_GAP + name.width > right) {
      x = left;
      board->y += line;
    }
    draw_key (board, &keys[i], x, board->y + board->value.size / 2, swatch);
    tz_board_put (board, &name, x + swatch + KEY_GAP, board->y);
    board->y += name.height - board->value.size; /* of a name in several lines */
    x += swatch + KEY_GAP + name.width + board->value.size;
  }
  return x;
}

/* The keys' length on one line. */
static TzLen measure_keys (const TzBoard *board, const TzKey *keys, guint n)
{
  TzLen sum = 0;
  for (guint i = 0; i < n; i++) {
    TzLen narrow = 0, wide = 0;
    board->measure->widths (board->measure->self, keys[i].name ? keys[i].name : "", &board->value, &narrow,
                            &wide);
    sum += board->value.size * 5 / 2 + KEY_GAP + wide;
  }
  return sum;
}

void tz_board_legend (TzBoard *board, const TzKey *keys, guint n, TzLen left, gboolean with_unit)
{
  const TzChart *chart = board->chart;
  with_unit = with_unit && chart->unit && *chart->unit && (board->bare || !board->percent);
  if (n == 0 && !with_unit)
    return;
  TzLabel unit = { 0 };
  TzLen right = board->width, need = measure_keys (board, keys, n);
  if (with_unit) {
    char *text = g_strconcat ("单位：", chart->unit, NULL);
    unit = tz_board_label (board, text, &board->value, 0, board->width);
    g_free (text);
    tz_board_put (board, &unit, board->width - unit.width, board->y);
    right -= unit.width + board->value.size;
  }
  if (left + need > right)
    left = 0;
  if (need > right && n > 0 && unit.lines) { /* the keys below the unit */
    board->y += unit.height + board->value.size / 2;
    right = board->width;
  }
  place_keys (board, keys, n, left, right);
  board->y += MAX (board->value.size, n == 0 ? unit.height : 0) + board->value.size * 3 / 4;
}

/* ---- names ---- */

static const char *name_of (const TzBoard *board, guint category)
{
  const char *name = board->chart->categories->pdata[category];
  return name ? name : "";
}

static TzLen widest_name (const TzBoard *board)
{
  TzLen widest = 0;
  for (guint i = 0; i < board->chart->categories->len; i++) {
    TzLen narrow = 0, wide = 0;
    board->measure->widths (board->measure->self, name_of (board, i), &board->label, &narrow, &wide);
    widest = MAX (widest, wide);
  }
  return widest;
}

/* What a column costs, in quarters of a line: its lines of type are room lost for rows, its
 * ems room lost for bars. The second line of a name hardly shows, each further one does. */
enum { SECOND_LINE = 2, FURTHER_LINE = 4, EM = 2 };

static guint32 cost_of_lines (guint32 lines)
{
  return lines < 2 ? 0 : SECOND_LINE + FURTHER_LINE * (lines - 2);
}

/* The cheapest of N widths from FIRST on, an em apart. A long name among short ones so takes
 * lines, many long names take width. */
static TzLen cheapest_width (const TzBoard *board, TzLen first, int n)
{
  guint32 *cost = g_new0 (guint32, n), *lines = g_new (guint32, n);
  TzLen step = board->label.size;
  for (guint i = 0; i < board->chart->categories->len; i++) {
    for (int k = 0; k < n; k++)
      lines[k] = 0;
    board->measure->count (board->measure->self, name_of (board, i), &board->label, first, step, n, lines,
                           cost);
    for (int k = 0; k < n; k++)
      cost[k] += cost_of_lines (lines[k]);
  }
  int best = 0;
  for (int k = 1; k < n; k++)
    if (cost[k] + EM * k < cost[best] + EM * best)
      best = k;
  g_free (cost);
  g_free (lines);
  return first + best * step;
}

/* Up to a third of the width the names stand on one line each; longer ones take more, in up
 * to two fifths. */
TzNames tz_board_names (const TzBoard *board)
{
  TzNames names = { .labels = g_new0 (TzLabel, board->n + 1) };
  TzTextStyle style = board->label;
  TzLen wide = widest_name (board), third = board->width / 3, most = board->width * 2 / 5;
  style.align = wide <= third ? TZ_ALIGN_RIGHT : TZ_ALIGN_LEFT;
  names.width = wide;
  if (wide > third) {
    TzLen first = MIN (board->label.size * 6, most);
    names.width = cheapest_width (board, first, (int)((most - first) / board->label.size) + 1);
  }
  for (guint i = 0; i < board->n; i++) {
    names.labels[i] =
        tz_board_label (board, name_of (board, board->first + i), &style, style.colour, names.width);
    names.labels[i].width = names.width;
  }
  return names;
}

/* To a dozen bars stand two lines of type apart; from 32 on, or to be lower, as close as their names allow. */
TzBarSizes tz_board_bar_sizes (const TzBoard *board)
{
  TzLen size = board->label.size;
  TzLen few = 12, many = 32, n = CLAMP ((TzLen)board->chart->categories->len, few, many);
  TzLen wide = 2 * size, close = size * 4 / 3;
  TzBarSizes sizes = { .pitch = wide - (wide - close) * (n - few) / (many - few) };
  TzLen rows = MAX ((TzLen)board->n, 1);
  sizes.pitch = MAX (sizes.pitch - (board->less + rows - 1) / rows, close);
  sizes.bar = MAX (sizes.pitch * 5 / 8, size);
  return sizes;
}
