/* Totals in the body: by their words, and by sums that come out. */
#include <math.h>
#include <string.h>

#include "model/sheet_data.h"
#include "model/sheet_words.h"

enum {
  MAX_BLOCK = 4000, /* rows of a body up to which sums are tried */
  MAX_COLUMNS = 40, /* columns of figures compared */
  MAX_PARTS = 200,  /* rows that one total may add up */
  BUDGET = 4000000  /* additions in all: an end for a body that nearly adds up everywhere */
};

/* The figures of a run of body rows. */
typedef struct {
  TzSheet *sheet;
  int first, n; /* rows of the sheet; N of them have cells */
  int *rows;
  int n_cols;
  int *cols;
  double *values; /* n × n_cols, NAN where there is none */
  guint8 *places;
  guint8 *rates; /* whether a row is called as a difference or a rate */
  long budget;
} Block;

static double value_at (const Block *block, int i, int k)
{
  return block->values[(gsize)i * (gsize)block->n_cols + (gsize)k];
}

/* ---- words ---- */

/* The first cell with words in ROW, or -1. */
static int label_column (const TzSheet *sheet, int row)
{
  const TzSheetLine *line = &sheet->lines[row];
  for (int col = line->first; col <= line->last && line->filled > 0; col++) {
    TzCellKind kind = tz_sheet_kind (sheet, row, col);
    if (kind == TZ_CELL_WORDS)
      return col;
    if (kind == TZ_CELL_NUMBER && col > line->first)
      return -1;
  }
  return -1;
}

static guint label_words (const TzSheet *sheet, int row, char folded[160])
{
  int col = label_column (sheet, row);
  folded[0] = '\0';
  if (col < 0)
    return 0;
  tz_cell_fold (tz_sheet_text (sheet, row, col), folded, 160);
  return col == sheet->lines[row].first ? sheet->lines[row].words : tz_sheet_words (folded);
}

/* A country above the first of its states or regions. */
static gboolean is_country (const TzSheet *sheet, int row, const char *folded)
{
  static const char *const parts[] = { "alabama", "northeast", "new england", "total" };
  char below[160];
  if (!g_str_has_prefix (folded, "united states") || sheet->lines[row].next < 0)
    return FALSE;
  label_words (sheet, sheet->lines[row].next, below);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_has_prefix (below, parts[i]))
      return TRUE;
  return FALSE;
}

static gboolean begins_whole (const char *folded)
{
  return g_str_has_prefix (folded, "total") ||
         (g_str_has_prefix (folded, "all ") && !g_str_has_prefix (folded, "all other"));
}

/* FIRST: the row is the first of its block, where a whole stands before its parts. */
static gboolean says_total (const TzSheet *sheet, int row, gboolean first)
{
  char folded[160], second[160];
  guint words = label_words (sheet, row, folded);
  if (words & TZ_WORD_TOTAL)
    return TRUE;
  /* 合计 may stand in the second column, beside a number or a group's name. */
  const TzSheetLine *line = &sheet->lines[row];
  int col = label_column (sheet, row);
  if (col >= 0 && col + 1 <= line->last && tz_sheet_kind (sheet, row, col + 1) == TZ_CELL_WORDS) {
    enum { LONGEST = 36 }; /* bytes: such a label is short */
    const char *text = tz_sheet_text (sheet, row, col + 1);
    tz_cell_fold (strlen (text) <= LONGEST ? text : "", second, sizeof second);
    if (strlen (second) <= 24 && (tz_sheet_words (second) & TZ_WORD_TOTAL))
      return TRUE;
  }
  return is_country (sheet, row, folded) || (first && begins_whole (folded));
}

/* ---- figures ---- */

static gboolean is_figure_column (const Block *block, int col)
{
  int figures = 0, others = 0;
  for (int i = 0; i < block->n; i++) {
    TzCellKind kind = tz_sheet_kind (block->sheet, block->rows[i], col);
    figures += kind == TZ_CELL_NUMBER || kind == TZ_CELL_YEAR;
    others += kind == TZ_CELL_WORDS || kind == TZ_CELL_CODE || kind == TZ_CELL_DATE;
  }
  return figures >= 2 && figures > others;
}

static int first_used_column (const Block *block)
{
  int first = G_MAXINT;
  for (int i = 0; i < block->n; i++)
    first = MIN (first, block->sheet->lines[block->rows[i]].first);
  return first;
}

static void load_figures (Block *block)
{
  int label = first_used_column (block);
  block->cols = g_new (int, MAX_COLUMNS);
  for (int col = label + 1; col < block->sheet->n_cols && block->n_cols < MAX_COLUMNS; col++)
    if (is_figure_column (block, col))
      block->cols[block->n_cols++] = col;
  block->values = g_new0 (double, (gsize)block->n *(gsize)block->n_cols + 1);
  block->places = g_new0 (guint8, (gsize)block->n * (gsize)block->n_cols + 1);
  block->rates = g_new0 (guint8, (gsize)block->n + 1);
  for (int i = 0; i < block->n; i++) {
    char folded[160];
    label_words (block->sheet, block->rows[i], folded);
    block->rates[i] = tz_sheet_is_rate (folded) ? 1 : 0;
  }
  for (int i = 0; i < block->n; i++)
    for (int k = 0; k < block->n_cols; k++) {
      gsize at = (gsize)i * (gsize)block->n_cols + (gsize)k;
      TzCellKind kind = tz_sheet_kind (block->sheet, block->rows[i], block->cols[k]);
      int places = 0;
      block->values[at] = NAN;
      if (kind == TZ_CELL_NUMBER || kind == TZ_CELL_YEAR)
        if (!tz_cell_value (tz_sheet_text (block->sheet, block->rows[i], block->cols[k]), &block->values[at],
                            &places))
          block->values[at] = NAN;
      block->places[at] = (guint8)places;
    }
}

/* ---- sums ---- */

typedef struct {
  double sum[MAX_COLUMNS];
  int parts[MAX_COLUMNS];
} Sums;

/* Whether the rows added so far make up row I: in two columns and half of those compared, within what rounding
 * of each part may do, and with so many digits that chance is out of question. */
static gboolean comes_out (const Block *block, int i, const Sums *sums, int n, gboolean *beyond)
{
  int hits = 0, compared = 0;
  double digits = 0;
  *beyond = TRUE;
  for (int k = 0; k < block->n_cols; k++) {
    double whole = value_at (block, i, k);
    if (isnan (whole) || whole == 0)
      continue;
    double slack = fabs (whole) * 0.002 + 1e-9;
    if (sums->sum[k] < fabs (whole) + slack)
      *beyond = FALSE;
    if (sums->parts[k] < 2)
      continue;
    compared++;
    double unit = pow (10, -(double)block->places[(gsize)i * (gsize)block->n_cols + (gsize)k]);
    if (fabs (sums->sum[k] - whole) > MIN (0.5 * unit * (1 + sqrt (sums->parts[k])), slack))
      continue;
    hits++;
    digits += log10 (fabs (whole) / unit + 1);
  }
  if (block->n_cols == 1)
    return hits == 1 && n >= 3 && digits >= 4 + log10 (n);
  return hits >= 2 && hits * 2 >= compared && digits >= 3 + log10 (n);
}

/* How many of the N_STACK rows nearest to row I, not claimed by another total yet, it adds up; 0: none. */
static int claim (Block *block, int i, const int *stack, int n_stack)
{
  Sums sums = { 0 };
  gboolean beyond = FALSE;
  for (int n = 1; n <= MIN (n_stack, MAX_PARTS) && !beyond && block->budget > 0; n++) {
    int part = stack[n_stack - n];
    block->budget -= block->n_cols;
    for (int k = 0; k < block->n_cols; k++) {
      double value = value_at (block, part, k);
      if (isnan (value))
        continue;
      sums.sum[k] += value;
      sums.parts[k]++;
    }
    if (comes_out (block, i, &sums, n, &beyond) && n >= 2)
      return n;
  }
  return 0;
}

/* Whether row I is the class of the next row by its code (201 above 20101): a row of the list like those below
 * it, whose sum it is. */
static gboolean is_class (const Block *block, int i)
{
  enum { SHORTEST = 3 }; /* digits: shorter ones number the rows */
  const TzSheetLine *line = &block->sheet->lines[block->rows[i]];
  const char *code = tz_sheet_text (block->sheet, block->rows[i], line->first);
  if (i + 1 == block->n || strlen (code) < SHORTEST || code[strspn (code, "0123456789")] != '\0')
    return FALSE;
  const char *next =
      tz_sheet_text (block->sheet, block->rows[i + 1], block->sheet->lines[block->rows[i + 1]].first);
  return g_str_has_prefix (next, code) && strlen (next) > strlen (code);
}

/* From the last row up a total stands before its parts; from the first down, after them. */
static void find_sums (Block *block, gboolean upward)
{
  int *stack = g_new (int, (gsize)block->n + 1), n_stack = 0;
  for (int step = 0; step < block->n; step++) {
    int i = upward ? block->n - 1 - step : step;
    TzSheetLine *line = &block->sheet->lines[block->rows[i]];
    /* Below its parts a sum without a word is believed where something ends. */
    gboolean ends = i == block->n - 1 || block->sheet->lines[block->rows[i + 1]].gap;
    int n = upward || ends || line->cls == TZ_SHEET_TOTAL ? claim (block, i, stack, n_stack) : 0;
    if (n > 0 && (line->cls == TZ_SHEET_TOTAL || !is_class (block, i)))
      line->cls = TZ_SHEET_TOTAL;
    n_stack -= n;
    /* A balance is no part of what it was reckoned from. */
    if (!block->rates[i])
      stack[n_stack++] = i;
  }
  g_free (stack);
}

/* ---- sums of numbered parts ---- */

/* The numbering of row I. None if the row names a part of its own beside a group's name (一、管理 | 1.证照 |
 * 10): its figures are that part's. */
static TzNumbering row_numbering (const Block *block, int i)
{
  char folded[160];
  int number, row = block->rows[i];
  gboolean whole;
  const TzSheetLine *line = &block->sheet->lines[row];
  tz_cell_fold (tz_sheet_text (block->sheet, row, line->first), folded, sizeof folded);
  TzNumbering numbering = tz_sheet_numbering (folded, &number, &whole);
  int last = line->first + (whole ? 1 : 0);
  for (int col = last + 1; col < (block->n_cols > 0 ? block->cols[0] : 0); col++)
    if (numbering < TZ_NUMBERING_ARABIC && tz_sheet_kind (block->sheet, row, col) == TZ_CELL_WORDS)
      return TZ_NUMBERING_NONE;
  return numbering;
}

/* Whether the parts of row I, the rows below it of the next lower numbering up to END, add up to it in half of
 * the columns compared; one part is enough, since the numbers say what belongs to what. */
static gboolean parts_add_up (const Block *block, int i, int end, const guint8 *numbering)
{
  guint8 level = TZ_NUMBERING_INNER + 1;
  int hits = 0, compared = 0;
  for (int k = i + 1; k < end; k++)
    if (numbering[k] != TZ_NUMBERING_NONE)
      level = MIN (level, numbering[k]);
  for (int col = 0; col < block->n_cols; col++) {
    double sum = 0, whole = value_at (block, i, col);
    int parts = 0;
    for (int k = i + 1; k < end; k++)
      if ((level > TZ_NUMBERING_INNER || numbering[k] == level) && !isnan (value_at (block, k, col))) {
        sum += value_at (block, k, col);
        parts++;
      }
    if (parts == 0 || isnan (whole) || whole == 0)
      continue;
    compared++;
    hits += fabs (sum - whole) <= fabs (whole) * 0.0005 + 1e-9;
  }
  return hits > 0 && hits * 2 >= compared;
}

/* 一、 and （一） with figures of their own are totals of what they number, where these add up. */
static void find_numbered (Block *block)
{
  guint8 *numbering = g_new (guint8, (gsize)block->n + 1);
  for (int i = 0; i < block->n; i++)
    numbering[i] = (guint8)row_numbering (block, i);
  for (int i = 0; i < block->n; i++) {
    int end = i + 1;
    if (numbering[i] != TZ_NUMBERING_HAN && numbering[i] != TZ_NUMBERING_BRACKET)
      continue;
    while (end < block->n && (numbering[end] > numbering[i] || numbering[end] == TZ_NUMBERING_NONE) &&
           block->sheet->lines[block->rows[end]].cls != TZ_SHEET_TOTAL)
      end++;
    if (end > i + 1 && parts_add_up (block, i, end, numbering))
      block->sheet->lines[block->rows[i]].cls = TZ_SHEET_TOTAL;
  }
  g_free (numbering);
}

/* ---- differences and rates ---- */

static gboolean is_near (double value, double wanted, double unit)
{
  return fabs (value - wanted) <= unit * 0.51 + fabs (wanted) * 0.0005;
}

/* V is A-B, or how many percent A is of B or above it. */
static gboolean is_reckoned (double v, double a, double b, double unit)
{
  if (is_near (v, a - b, unit))
    return TRUE;
  return b != 0 && (is_near (v, (a / b - 1) * 100, unit) || is_near (v, a / b * 100, unit));
}

/* Whether row I is reckoned from rows A and B in more than half of its columns, two at least. */
static gboolean comes_from (const Block *block, int i, int a, int b)
{
  int hits = 0, compared = 0;
  for (int k = 0; k < block->n_cols; k++) {
    double v = value_at (block, i, k), x = value_at (block, a, k), y = value_at (block, b, k);
    if (isnan (v) || isnan (x) || isnan (y))
      continue;
    compared++;
    double unit = pow (10, -(double)block->places[(gsize)i * (gsize)block->n_cols + (gsize)k]);
    hits += is_reckoned (v, x, y, unit) || is_reckoned (v, y, x, unit);
  }
  return hits >= 2 && hits * 2 > compared;
}

/* Whether row I says how much of the first figure of row A each of its others is. */
static gboolean are_shares (const Block *block, int i, int a)
{
  int hits = 0, compared = 0;
  double whole = value_at (block, a, 0);
  for (int k = 1; k < block->n_cols && !isnan (whole) && whole != 0; k++) {
    double v = value_at (block, i, k), part = value_at (block, a, k);
    if (isnan (v) || isnan (part) || v == 0)
      continue;
    compared++;
    hits += is_near (v, part / whole * 100,
                     pow (10, -(double)block->places[(gsize)i * (gsize)block->n_cols + (gsize)k]));
  }
  return hits >= 2 && hits * 2 > compared;
}

/* Rows called 结余, 增长率 … that come out of two of the three rows above; such a row is no part of a sum, so
 * a sum that needed it is none. */
static void find_reckoned (Block *block)
{
  for (int i = 1; i < block->n; i++) {
    TzSheetLine *line = &block->sheet->lines[block->rows[i]];
    if (line->cls == TZ_SHEET_TOTAL || !block->rates[i])
      continue;
    if (are_shares (block, i, i - 1))
      line->cls = TZ_SHEET_TOTAL;
    for (int a = i - 1; a >= MAX (i - 3, 0) && line->cls != TZ_SHEET_TOTAL; a--)
      for (int b = a - 1; b >= MAX (i - 3, 0); b--)
        if (comes_from (block, i, a, b))
          line->cls = TZ_SHEET_TOTAL;
  }
}

/* Below the last total come only rates and balances of it: 合计, 比上年增减, 增减幅度. */
static void find_rates_below (Block *block)
{
  int i = block->n;
  while (i > 0 && block->rates[i - 1])
    i--;
  if (i == 0 || block->sheet->lines[block->rows[i - 1]].cls != TZ_SHEET_TOTAL)
    return;
  for (; i < block->n; i++)
    block->sheet->lines[block->rows[i]].cls = TZ_SHEET_TOTAL;
}

/* Row I, called a mean, is one if it is that of the rows above, totals left out, in half of its columns; 平均
 * in the last row needs no proof. */
static gboolean is_mean (const Block *block, int i, const char *folded)
{
  int hits = 0, compared = 0;
  for (int k = 0; k < block->n_cols; k++) {
    double sum = 0, v = value_at (block, i, k);
    int n = 0;
    for (int row = 0; row < i && !isnan (v); row++)
      if (block->sheet->lines[block->rows[row]].cls != TZ_SHEET_TOTAL && !isnan (value_at (block, row, k))) {
        sum += value_at (block, row, k);
        n++;
      }
    if (n < 2)
      continue;
    compared++;
    hits += is_near (v, sum / n, pow (10, -(double)block->places[(gsize)i * (gsize)block->n_cols + (gsize)k]));
  }
  gboolean last = i == block->n - 1 && g_str_has_prefix (folded, "平均");
  return last || (hits > 0 && hits * 2 >= compared);
}

static void find_means (Block *block)
{
  for (int i = 1; i < block->n; i++) {
    char folded[160];
    if ((label_words (block->sheet, block->rows[i], folded) & TZ_WORD_MEAN) && is_mean (block, i, folded))
      block->sheet->lines[block->rows[i]].cls = TZ_SHEET_TOTAL;
  }
}

/* ---- blocks ---- */

/* Latin letters and no small one among them. */
static gboolean is_capital (const TzSheet *sheet, int row)
{
  enum { ENOUGH = 4 };
  int n = 0, col = label_column (sheet, row);
  for (const char *p = col >= 0 ? tz_sheet_text (sheet, row, col) : ""; *p != '\0'; p++) {
    if (g_ascii_islower (*p) || (guchar)*p >= 0x80 || g_ascii_isdigit (*p))
      return FALSE;
    n += g_ascii_isupper (*p);
  }
  return n >= ENOUGH;
}

/* In a body of small letters a label in capitals is that of a whole: ENGLAND above its regions. */
static void mark_capitals (Block *block)
{
  int n = 0;
  for (int i = 0; i < block->n; i++)
    n += is_capital (block->sheet, block->rows[i]);
  if (n == 0 || n * 2 > block->n)
    return;
  for (int i = 0; i < block->n; i++)
    if (is_capital (block->sheet, block->rows[i]))
      block->sheet->lines[block->rows[i]].cls = TZ_SHEET_TOTAL;
}

/* In a long body only the first cell is asked, whose words are known already. */
static void mark_words (Block *block)
{
  gboolean is_long = block->n > MAX_BLOCK;
  for (int i = 0; i < block->n; i++) {
    TzSheetLine *line = &block->sheet->lines[block->rows[i]];
    if (is_long ? (line->words & TZ_WORD_TOTAL) != 0 : says_total (block->sheet, block->rows[i], i == 0))
      line->cls = TZ_SHEET_TOTAL;
  }
}

static void work_block (Block *block)
{
  mark_words (block);
  if (block->n < 3 || block->n > MAX_BLOCK)
    return;
  mark_capitals (block);
  load_figures (block);
  find_numbered (block);
  if (block->n_cols >= 2)
    find_sums (block, TRUE);
  if (block->n_cols >= 1)
    find_sums (block, FALSE);
  find_reckoned (block);
  find_rates_below (block);
  find_means (block);
  g_free (block->cols);
  g_free (block->values);
  g_free (block->places);
  g_free (block->rates);
}

void tz_sheet_find_totals (TzSheet *sheet)
{
  Block block = { .sheet = sheet, .rows = g_new (int, (gsize)sheet->n_rows + 1), .budget = BUDGET };
  for (int row = 0; row <= sheet->n_rows; row++) {
    gboolean is_body = row < sheet->n_rows && sheet->lines[row].part == TZ_PART_BODY;
    if (is_body)
      block.rows[block.n++] = row;
    else if (block.n > 0 && (row == sheet->n_rows || sheet->lines[row].part != TZ_PART_NONE)) {
      work_block (&block);
      block.n = block.n_cols = 0;
    }
  }
  g_free (block.rows);
}
