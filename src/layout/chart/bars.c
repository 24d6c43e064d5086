#include "layout/chart/board.h"

/* A piece however small is seen; the bar is the longer by it. */
#define LEAST_PIECE TZ_PT
#define PAD         (TZ_PT * 3 / 2) /* at both sides of a number in its piece */
#define GAP         (TZ_PT * 4)     /* between names, bars and totals */
#define LEADER      (TZ_PT * 5 / 2)
#define SEPARATION  (TZ_PT / 2) /* between the pieces of a bar */

typedef struct {
  guint series;
  TzLen x, width;
  TzLabel number;
  gboolean inside;
} Piece;

typedef struct {
  TzLabel name, total;
  GArray *pieces;  /* Piece, of values over 0 */
  TzSpan *outside; /* places of the numbers that stand below the bar; NULL: none */
  guint n_outside;
  TzLabel list; /* instead of OUTSIDE when those do not fit beside each other */
} Row;

typedef struct {
  TzBoard *board;
  TzNames names;
  TzBarSizes sizes;
  TzLen left;    /* where the bars begin */
  TzLen longest; /* room of the longest bar */
  gint64 most;   /* its sum */
} Bars;

/* ---- what a row says ---- */

static gint64 sum_of (const TzBoard *board, guint category, gboolean *known, gboolean *partly)
{
  gint64 sum = 0;
  *known = *partly = FALSE;
  for (guint i = 0; i < tz_board_n_series (board); i++) {
    int value = tz_board_value (board, i, category);
    *known |= value != TZ_CHART_UNKNOWN;
    *partly |= value == TZ_CHART_UNKNOWN;
    sum += value == TZ_CHART_UNKNOWN ? 0 : value;
  }
  *partly &= *known;
  return sum;
}

/* With all that stands behind it; the least pieces are taken off. */
static TzLen room_of_bar (const Bars *bars)
{
  return bars->board->width - bars->left - (TzLen)tz_board_n_series (bars->board) * LEAST_PIECE;
}

/* Of a sum of which a part was not reported no more is known than that it is not less. */
static TzLabel total_of (const Bars *bars, guint category)
{
  const TzBoard *board = bars->board;
  gboolean known, partly;
  char *number = tz_board_number (board, sum_of (board, category, &known, &partly));
  char *text = g_strconcat (partly ? "≥" : "", number, NULL);
  TzLabel label = tz_board_label (board, known ? text : "无数据", &board->label, known ? 0 : TZ_CHART_GREY,
                                  room_of_bar (bars) - GAP);
  g_free (number);
  g_free (text);
  return label;
}

/* Over all categories, so that the parts of a chart have one scale. */
static void find_scale (Bars *bars)
{
  TzBoard *board = bars->board;
  TzLen totals = 0;
  for (guint i = 0; i < board->chart->categories->len; i++) {
    gboolean known, partly;
    bars->most = MAX (bars->most, sum_of (board, i, &known, &partly));
    TzLabel total = total_of (bars, i);
    totals = MAX (totals, total.width);
  }
  bars->longest = MAX (room_of_bar (bars) - GAP - totals, 0);
}

static TzLen length_of (const Bars *bars, gint64 value)
{
  return bars->most > 0 ? (TzLen)((double)value * (double)bars->longest / (double)bars->most) : 0;
}

/* ---- typesetting a row ---- */

static void add_piece (Bars *bars, Row *row, guint series, int value, TzLen *x)
{
  const TzBoard *board = bars->board;
  TzTone tone = tz_board_series (board, series)->tone;
  Piece piece = { .series = series, .x = *x, .width = MAX (length_of (bars, value), LEAST_PIECE) };
  char *number = tz_board_number (board, value);
  piece.number = tz_board_label (board, number, &board->value, tz_tone_ink (tone), board->width);
  piece.inside = piece.number.width + 2 * PAD <= piece.width;
  if (!piece.inside)
    piece.number = tz_board_label (board, number, &board->value, tz_tone_line (tone), board->width);
  g_free (number);
  *x += piece.width;
  g_array_append_val (row->pieces, piece);
}

/* A bar of one piece has its number behind its end already. */
static void choose_places (const Bars *bars, Row *row)
{
  guint n = 0;
  for (guint i = 0; i < row->pieces->len; i++)
    n += !g_array_index (row->pieces, Piece, i).inside;
  if (row->pieces->len < 2 || n == 0)
    return;
  row->outside = g_new0 (TzSpan, n);
  for (guint i = 0; i < row->pieces->len; i++) {
    const Piece *piece = &g_array_index (row->pieces, Piece, i);
    if (!piece->inside)
      row->outside[row->n_outside++] =
          (TzSpan){ .want = piece->x + (piece->width - piece->number.width) / 2, .size = piece->number.width };
  }
  if (tz_chart_spread (row->outside, n, 2 * PAD, bars->left + PAD, bars->board->width))
    return;
  row->n_outside = 0;
}

/* Every number with its name, in as many lines as it takes. */
static void write_list (const Bars *bars, Row *row)
{
  const TzBoard *board = bars->board;
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < row->pieces->len; i++) {
    const Piece *piece = &g_array_index (row->pieces, Piece, i);
    if (piece->inside)
      continue;
    const char *name = tz_board_series (board, piece->series)->name;
    g_string_append_printf (text, "%s%s%s", text->len ? "、" : "", name ? name : "", piece->number.lines->text);
  }
  row->list = tz_board_label (board, text->str, &board->value, 0, board->width - bars->left - PAD);
  g_string_free (text, TRUE);
}

static Row set_row (Bars *bars, guint i)
{
  TzBoard *board = bars->board;
  Row row = { .name = bars->names.labels[i], .pieces = g_array_new (FALSE, FALSE, sizeof (Piece)) };
  guint category = board->first + i;
  row.total = total_of (bars, category);
  TzLen x = bars->left;
  for (guint k = 0; k < tz_board_n_series (board); k++)
    if (tz_board_value (board, k, category) > 0)
      add_piece (bars, &row, k, tz_board_value (board, k, category), &x);
  choose_places (bars, &row);
  if (row.outside && row.n_outside == 0)
    write_list (bars, &row);
  return row;
}

static void row_clear (Row *row)
{
  g_array_unref (row->pieces);
  g_free (row->outside);
}

/* ---- drawing a row ---- */

static void draw_piece (Bars *bars, const Piece *piece, TzLen middle, gboolean last, gboolean alone)
{
  TzBoard *board = bars->board;
  TzLen height = bars->sizes.bar, width = piece->width;
  if (!last && width > 2 * LEAST_PIECE)
    width -= SEPARATION;
  gboolean numbered = piece->inside && !alone;
  TzLen x = piece->x + (width - piece->number.width) / 2;
  tz_board_bar (board, tz_board_series (board, piece->series)->tone, piece->x, middle - height / 2, width,
                height, numbered ? x - PAD : 0, numbered ? x + piece->number.width + PAD : 0);
  if (numbered)
    tz_board_put_middle (board, &piece->number, x, middle);
}

static void draw_outside (Bars *bars, const Row *row, TzLen top)
{
  TzBoard *board = bars->board;
  guint n = 0;
  for (guint i = 0; i < row->pieces->len && n < row->n_outside; i++) {
    const Piece *piece = &g_array_index (row->pieces, Piece, i);
    if (piece->inside)
      continue;
    TzLen x = row->outside[n++].at;
    tz_board_rule (board, piece->x + piece->width / 2, top, x + piece->number.width / 2,
                   top + LEADER + TZ_PT / 2, TZ_CHART_HAIR, TZ_CHART_GREY);
    tz_board_put (board, &piece->number, x, top + LEADER);
  }
  if (row->list.lines)
    tz_board_put (board, &row->list, bars->left + PAD, top + LEADER);
}

/* From the middle of the bar and of the total to where numbers may stand below them. */
static TzLen half_bar (const Bars *bars, const Row *row)
{
  return MAX (bars->sizes.bar, row->total.height) / 2;
}

static TzLen below_bar (const Bars *bars, const Row *row)
{
  TzLen text = row->n_outside > 0 ? bars->board->value.size : row->list.height;
  return half_bar (bars, row) + (text > 0 ? LEADER + text : 0);
}

static void draw_row (Bars *bars, const Row *row)
{
  TzBoard *board = bars->board;
  TzLen half = MAX (row->name.height, MAX (bars->sizes.bar, row->total.height)) / 2;
  TzLen margin = bars->sizes.pitch - bars->sizes.bar;
  TzLen above = half + margin / 2, below = MAX (half, below_bar (bars, row)) + (margin + 1) / 2;
  TzLen middle = board->y + above, end = bars->left;
  gboolean alone = tz_board_n_series (board) == 1;
  tz_board_put_middle (board, &row->name, 0, middle);
  for (guint i = 0; i < row->pieces->len; i++) {
    const Piece *piece = &g_array_index (row->pieces, Piece, i);
    draw_piece (bars, piece, middle, i + 1 == row->pieces->len, alone);
    end = piece->x + piece->width;
  }
  draw_outside (bars, row, middle + half_bar (bars, row));
  tz_board_put_middle (board, &row->total, end + GAP, middle);
  board->y += above + below;
}

/* ---- the whole ---- */

/* Keys for what is there; a single series is named by the title. */
static void draw_legend (Bars *bars)
{
  TzBoard *board = bars->board;
  guint n_series = tz_board_n_series (board), n = 0;
  TzKey *keys = g_new0 (TzKey, n_series + 1);
  for (guint i = 0; i < n_series && n_series > 1; i++) {
    const TzChartSeries *series = tz_board_series (board, i);
    gboolean there = FALSE;
    for (guint k = 0; k < board->chart->categories->len; k++)
      there |= tz_board_value (board, i, k) > 0;
    if (there)
      keys[n++] = (TzKey){ .kind = TZ_KEY_BAR, .tone = series->tone, .name = series->name };
  }
  tz_board_legend (board, keys, n, bars->left, TRUE);
  g_free (keys);
}

void tz_chart_draw_bars (TzBoard *board)
{
  Bars bars = { .board = board, .names = tz_board_names (board), .sizes = tz_board_bar_sizes (board) };
  bars.left = bars.names.width + GAP;
  board->plain = tz_board_n_series (board) == 1;
  find_scale (&bars);
  draw_legend (&bars);
  TzLen top = board->y;
  for (guint i = 0; i < board->n; i++) {
    Row row = set_row (&bars, i);
    draw_row (&bars, &row);
    row_clear (&row);
  }
  tz_board_rule (board, bars.left, top, bars.left, board->y, TZ_CHART_AXIS, 0);
  g_free (bars.names.labels);
}
