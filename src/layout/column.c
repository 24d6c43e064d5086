#include "layout/column.h"

#include <string.h>

/* How it is solved. Text widths go in whole ems for justified columns (a line of
 * hanzi then fills its width without stretching) and half ems for others. For
 * each column, step and row the number of lines is counted. From a first guess, steps are moved between pairs
 * of columns as long as the table gets lower. Only integers are compared, in a fixed order: the result is the
 * same on every machine. */

#define MOST_ROWS  500 /* rows looked at; of larger tables every n-th */
#define MOST_STEPS 160

typedef struct {
  gboolean fixed;
  TzLen em, pad;      /* of the body text; PAD is both sides together */
  TzLen step;         /* of text width */
  TzLen floor, cap;   /* of the whole column, with padding */
  TzLen narrow, wide; /* of all its body texts, without padding */
  TzLen head_wide;    /* of its own heading */
  TzLen pitch;
  gboolean justified;
  double weight;
  int n_steps;    /* text widths floor + k × step, k < n_steps */
  guint16 *lines; /* [k × n_rows + row] */
  guint32 *flaws; /* [k]: what a wider column would mend */
} Column;

/* A cell of one column over several rows: the rows together must hold it. */
typedef struct {
  int col, from, to; /* sampled rows, TO excluded */
} Tall;

struct TzDemand {
  const TzGrid *grid;
  int n_cols, n_rows; /* sampled rows */
  int *rows;          /* their grid rows */
  Column *columns;
  const TzMeasure *measure;
  const TzCell **cells; /* [row × n_cols + col]: the cell beginning there, or NULL */
  GArray *talls;        /* Tall */
};

/* ---- measuring ---- */

/* All head rows, and as many body rows as are worth looking at. */
static void sample_rows (TzDemand *d)
{
  int n_head = tz_grid_n_head (d->grid), all = tz_grid_n_rows (d->grid) - n_head;
  int every = MAX (1, (all + MOST_ROWS - 1) / MOST_ROWS);
  d->rows = g_new (int, n_head + all / every + 1);
  for (int r = 0; r < n_head; r++)
    d->rows[d->n_rows++] = r;
  for (int r = 0; r < all; r += every)
    d->rows[d->n_rows++] = n_head + r;
}

static void measure_body_cell (TzDemand *d, const TzCell *cell)
{
  const TzCellStyle *style = tz_grid_style (d->grid, cell->style);
  Column *column = &d->columns[cell->col];
  if (column->em == 0) {
    column->em = style->text.size;
    column->pad = 2 * style->pad_x;
    column->pitch = style->text.pitch;
    column->justified = style->text.align == TZ_ALIGN_JUSTIFY;
  }
  TzLen narrow, wide;
  d->measure->widths (d->measure->self, cell->text, &style->text, &narrow, &wide);
  column->narrow = MAX (column->narrow, narrow);
  column->wide = MAX (column->wide, wide);
}

/* A heading of up to four characters stays on one line, a longer one may take as
 * many lines of two characters as it needs. */
static void measure_head_cell (TzDemand *d, const TzCell *cell)
{
  const TzCellStyle *style = tz_grid_style (d->grid, cell->style);
  Column *column = &d->columns[cell->col];
  TzLen narrow, wide, em = style->text.size;
  d->measure->widths (d->measure->self, cell->text, &style->text, &narrow, &wide);
  TzLen least = wide <= 4 * em ? wide : MAX (2 * em, MIN (narrow, 4 * em));
  column->floor = MAX (column->floor, least + 2 * style->pad_x);
  column->head_wide = MAX (column->head_wide, wide);
}

static int sampled_end (const TzDemand *d, int row, int grid_end)
{
  while (row < d->n_rows && d->rows[row] < grid_end)
    row++;
  return row;
}

static void measure_cell (TzDemand *d, int row, int col)
{
  int index = tz_grid_index_at (d->grid, d->rows[row], col);
  const TzCell *cell = index >= 0 ? tz_grid_cell (d->grid, index) : NULL;
  if (!cell || cell->col_span > 1 || cell->col != col)
    return;
  if (cell->row != d->rows[row] && (row == 0 || cell->row <= d->rows[row - 1]))
    return; /* began in a row above that was looked at */
  if (tz_grid_row (d->grid, cell->row)->flags & TZ_ROW_HEAD)
    measure_head_cell (d, cell);
  else
    measure_body_cell (d, cell);
  d->cells[row * d->n_cols + col] = cell;
  int end = sampled_end (d, row, cell->row + cell->row_span);
  if (end > row + 1) {
    Tall tall = { .col = col, .from = row, .to = end };
    g_array_append_val (d->talls, tall);
  }
}

static void measure_cells (TzDemand *d)
{
  d->cells = g_new0 (const TzCell *, (gsize)d->n_rows *(gsize)d->n_cols + 1);
  for (int row = 0; row < d->n_rows; row++)
    for (int col = 0; col < d->n_cols; col++)
      measure_cell (d, row, col);
}

/* A justified column under 4 em reads badly, any under 2 em not at all. */
static void set_bounds (TzDemand *d)
{
  for (int c = 0; c < d->n_cols; c++) {
    Column *column = &d->columns[c];
    const TzGridColumn *wish = tz_grid_get_column (d->grid, c);
    if (column->em == 0) {
      column->em = 10 * TZ_PT;
      column->pitch = 14 * TZ_PT;
      column->pad = column->em / 2;
    }
    column->weight = wish->weight > 0 ? wish->weight : 1;
    column->step = column->justified ? column->em : column->em / 2;
    column->fixed = wish->policy == TZ_WIDTH_FIXED;
    if (column->fixed) {
      column->floor = column->cap = wish->width;
      continue;
    }
    TzLen usual = wish->floor > 0 ? 2 * column->em : 4 * column->em;
    TzLen small = MIN (column->wide, MAX (MIN (column->narrow, 8 * column->em), usual));
    column->floor = MAX (MAX (wish->floor, column->floor), MAX (small, 2 * column->em) + column->pad);
    column->cap = wish->cap > 0 ? MAX (wish->cap, column->floor) : 0;
  }
}

/* ---- lines at a width ---- */

static void tabulate (TzDemand *d, Column *column, int c, TzLen room)
{
  TzLen most = MIN (column->cap > 0 ? column->cap : room, room);
  TzLen enough = MAX (MAX (column->wide, column->head_wide) + column->pad + column->step, column->floor);
  column->n_steps = (int)CLAMP ((MIN (most, enough) - column->floor) / column->step + 1, 1, MOST_STEPS);
  column->lines = g_new0 (guint16, (gsize)column->n_steps * (gsize)d->n_rows + 1);
  column->flaws = g_new0 (guint32, column->n_steps);
  guint32 *lines = g_new (guint32, column->n_steps);
  for (int r = 0; r < d->n_rows; r++) {
    const TzCell *cell = d->cells[r * d->n_cols + c];
    if (!cell)
      continue;
    memset (lines, 0, sizeof (guint32) * (gsize)column->n_steps);
    d->measure->count (d->measure->self, cell->text, &tz_grid_style (d->grid, cell->style)->text,
                       column->floor - column->pad, column->step, column->n_steps, lines, column->flaws);
    for (int k = 0; k < column->n_steps; k++)
      column->lines[k * d->n_rows + r] = (guint16)MIN (lines[k], G_MAXUINT16);
  }
  g_free (lines);
}

/* ---- searching ---- */

typedef struct {
  gint64 cost;
  int *step;
} Candidate;

typedef struct {
  TzDemand *d;
  int *step;          /* chosen of each column */
  TzLen *height;      /* scratch, one per row */
  GArray *candidates; /* Candidate, the cheapest first */
  guint most;         /* of them */
} Search;

/* Height of the table, plus a little for every line and flaw anywhere, so that
 * a step which does not yet lower a row still counts. */
static gint64 cost (const Search *s)
{
  const TzDemand *d = s->d;
  gint64 all = 0, small = 0;
  memset (s->height, 0, sizeof (TzLen) * (gsize)d->n_rows);
  for (int c = 0; c < d->n_cols; c++) {
    const Column *column = &d->columns[c];
    const guint16 *lines = column->lines + (gsize)s->step[c] * (gsize)d->n_rows;
    for (int r = 0; r < d->n_rows; r++) {
      TzLen height = lines[r] * column->pitch;
      small += height;
      s->height[r] = MAX (s->height[r], height);
    }
    small += column->flaws[s->step[c]] * column->pitch * 4;
  }
  for (guint i = 0; i < d->talls->len; i++) {
    /* Its lines were counted to its first row; give back what the others hold. */
    const Tall *tall = &g_array_index (d->talls, Tall, i);
    const Column *column = &d->columns[tall->col];
    TzLen need =
        column->lines[(gsize)s->step[tall->col] * (gsize)d->n_rows + (gsize)tall->from] * column->pitch;
    TzLen own = 0, rest = 0;
    for (int c = 0; c < d->n_cols; c++)
      if (c != tall->col)
        own = MAX (own, d->columns[c].lines[(gsize)s->step[c] * (gsize)d->n_rows + (gsize)tall->from] *
                            d->columns[c].pitch);
    for (int r = tall->from + 1; r < tall->to; r++)
      rest += s->height[r];
    s->height[tall->from] = MIN (s->height[tall->from], MAX (own, need - rest));
  }
  for (int r = 0; r < d->n_rows; r++)
    all += s->height[r];
  return all * 50 + small;
}

/* Remembers the present steps if they are among the best so far. */
static void remember (Search *s, gint64 now)
{
  guint at = s->candidates->len;
  while (at > 0 && g_array_index (s->candidates, Candidate, at - 1).cost > now)
    at--;
  gsize size = sizeof (int) * (gsize)s->d->n_cols;
  if (at >= s->most)
    return;
  for (guint i = at; i > 0 && g_array_index (s->candidates, Candidate, i - 1).cost == now; i--)
    if (memcmp (g_array_index (s->candidates, Candidate, i - 1).step, s->step, size) == 0)
      return;
  Candidate fresh = { .cost = now, .step = g_memdup2 (s->step, size) };
  g_array_insert_val (s->candidates, at, fresh);
  if (s->candidates->len > s->most)
    g_array_set_size (s->candidates, s->most);
}

static void clear_candidate (gpointer data)
{
  g_free (((Candidate *)data)->step);
}

static TzLen width_of (const Column *column, int step)
{
  return column->floor + step * column->step;
}

static TzLen total_width (const Search *s)
{
  TzLen total = 0;
  for (int c = 0; c < s->d->n_cols; c++)
    total += width_of (&s->d->columns[c], s->step[c]);
  return total;
}

static gboolean can_grow (const Search *s, int c, int by)
{
  const Column *column = &s->d->columns[c];
  return !column->fixed && s->step[c] + by < column->n_steps;
}

/* Gives the room left to the columns, a step at a time, where it helps most. */
static void fill (Search *s, TzLen room)
{
  for (;;) {
    TzLen left = room - total_width (s);
    gint64 now = cost (s), best_gain = -1;
    int best = -1, best_by = 1;
    for (int c = 0; c < s->d->n_cols; c++)
      for (int by = 1; by <= 4; by *= 2) {
        TzLen price = by * s->d->columns[c].step;
        if (!can_grow (s, c, by) || price > left)
          continue;
        s->step[c] += by;
        gint64 gain = (now - cost (s)) * TZ_PT / price;
        s->step[c] -= by;
        if (gain > best_gain) {
          best_gain = gain;
          best = c;
          best_by = by;
        }
      }
    if (best < 0)
      return;
    s->step[best] += best_by;
  }
}

/* Moves steps from one column to another while that lowers the table. */
static void exchange (Search *s, TzLen room)
{
  const TzDemand *d = s->d;
  gint64 now = cost (s);
  for (int turn = 0; turn < 200; turn++) {
    int from = -1, to = -1, from_by = 0, to_by = 0;
    gint64 best = now;
    for (int by = 1; by <= 8; by++)
      for (int a = 0; a < d->n_cols; a++)
        for (int b = 0; b < d->n_cols; b++) {
          if (a == b || d->columns[a].fixed || s->step[a] < by)
            continue;
          TzLen spare = room - total_width (s) + by * d->columns[a].step;
          int take = (int)MIN (spare / d->columns[b].step, 16);
          take = MIN (take, d->columns[b].n_steps - 1 - s->step[b]);
          if (d->columns[b].fixed || take < 1)
            continue;
          s->step[a] -= by;
          s->step[b] += take;
          gint64 then = cost (s);
          s->step[a] += by;
          s->step[b] -= take;
          if (then < best) {
            best = then;
            from = a, from_by = by;
            to = b, to_by = take;
          }
        }
    if (from < 0)
      return;
    s->step[from] -= from_by;
    s->step[to] += to_by;
    now = best;
  }
}

/* Moving steps one at a time stops where two columns must change together: a
 * deadline column five ems wider saves nothing before it holds its longest text on
 * one line. So single columns and pairs of columns are also tried at all their
 * widths, one wide column (the donor) giving or taking the difference. */

/* Cells looked at in all these trials; bounds the time on tables of many columns. */
#define MOST_WORK 12000000

static gboolean settle (const Search *s, int donor, TzLen room)
{
  const Column *column = &s->d->columns[donor];
  s->step[donor] = 0;
  TzLen left = room - total_width (s);
  if (left < 0)
    return FALSE;
  s->step[donor] = (int)MIN (left / column->step, column->n_steps - 1);
  return TRUE;
}

typedef struct {
  Search *s;
  TzLen room;
  int donor;
  gint64 best;
  int *kept; /* the best steps so far */
  gint64 work;
} Trial;

static void try_steps (Trial *t)
{
  if (!settle (t->s, t->donor, t->room))
    return;
  gint64 now = cost (t->s);
  t->work += (gint64)t->s->d->n_rows * t->s->d->n_cols;
  remember (t->s, now);
  if (now >= t->best)
    return;
  t->best = now;
  memcpy (t->kept, t->s->step, sizeof (int) * (gsize)t->s->d->n_cols);
}

static void try_pair (Trial *t, int a, int b)
{
  const Column *columns = t->s->d->columns;
  for (int i = 0; i < columns[a].n_steps && t->work < MOST_WORK; i++)
    for (int j = 0; j < (b == a ? 1 : columns[b].n_steps); j++) {
      t->s->step[a] = i;
      if (b != a)
        t->s->step[b] = j;
      try_steps (t);
    }
  memcpy (t->s->step, t->kept, sizeof (int) * (gsize)t->s->d->n_cols);
}

/* Whether column C comes after BEFORE (-1: nothing) when the wider come first. */
static gboolean comes_after (const TzDemand *d, int c, int before)
{
  if (before < 0)
    return TRUE;
  TzLen wide = d->columns[c].wide, least = d->columns[before].wide;
  return wide < least || (wide == least && c > before);
}

static int widest_column (const Search *s, int rank)
{
  const TzDemand *d = s->d;
  int found = -1;
  for (int turn = 0; turn <= rank; turn++) {
    int next = -1;
    for (int c = 0; c < d->n_cols; c++)
      if (!d->columns[c].fixed && comes_after (d, c, found) &&
          (next < 0 || d->columns[c].wide > d->columns[next].wide))
        next = c;
    if (next < 0)
      return -1;
    found = next;
  }
  return found;
}

static void try_wide_steps (Search *s, TzLen room)
{
  const TzDemand *d = s->d;
  Trial t = {
    .s = s, .room = room, .best = cost (s), .kept = g_memdup2 (s->step, sizeof (int) * (gsize)d->n_cols)
  };
  for (int rank = 0; rank < 3 && t.work < MOST_WORK; rank++) {
    t.donor = widest_column (s, rank);
    gint64 before = t.best + 1;
    while (t.donor >= 0 && t.best < before && t.work < MOST_WORK) {
      before = t.best;
      for (int a = 0; a < d->n_cols; a++)
        for (int b = a; b < d->n_cols; b++)
          if (a != t.donor && b != t.donor && !d->columns[a].fixed && !d->columns[b].fixed)
            try_pair (&t, a, b);
    }
  }
  g_free (t.kept);
}

/* ---- the rest of the room ---- */

static gboolean is_open (const TzDemand *d, int c, const TzLen *widths)
{
  const Column *column = &d->columns[c];
  return !column->fixed && (column->cap == 0 || widths[c] < column->cap);
}

static TzLen most_more (const TzDemand *d, int c, const TzLen *widths)
{
  return d->columns[c].cap > 0 ? d->columns[c].cap - widths[c] : G_MAXINT64;
}

/* LEFT is shared out by weight and width, in whole steps to justified columns.
 * Returns what is left then; CAPPED tells whether a cap held something back. */
static TzLen share_out (const TzDemand *d, TzLen *widths, TzLen left, gboolean *capped)
{
  double weight = 0;
  TzLen spare = left;
  *capped = FALSE;
  for (int c = 0; c < d->n_cols; c++)
    if (is_open (d, c, widths))
      weight += d->columns[c].weight * (double)widths[c];
  for (int c = 0; c < d->n_cols; c++) {
    const Column *column = &d->columns[c];
    if (!is_open (d, c, widths))
      continue;
    TzLen share = (TzLen)((double)spare * column->weight * (double)widths[c] / weight);
    if (column->justified)
      share = share / column->step * column->step;
    *capped |= share >= most_more (d, c, widths);
    share = MIN (MIN (share, most_more (d, c, widths)), left);
    widths[c] += share;
    left -= share;
  }
  return left;
}

/* The column for what cannot be shared: without a cap and not justified, if there
 * is such a one. */
static int last_taker (const TzDemand *d, const TzLen *widths)
{
  int taker = -1, best = 0;
  for (int c = 0; c < d->n_cols; c++) {
    int rank = is_open (d, c, widths) ? 1 + 2 * (d->columns[c].cap == 0) + !d->columns[c].justified : 0;
    if (rank > 0 && rank >= best) {
      best = rank;
      taker = c;
    }
  }
  return taker;
}

/* What is left goes to columns that may still grow: if it is under two ems, to one
 * that is not justified, so that the others keep whole ems. */
static void spread_rest (const TzDemand *d, TzLen *widths, TzLen room)
{
  TzLen left = room;
  for (int c = 0; c < d->n_cols; c++)
    left -= widths[c];
  for (int c = 0; c < d->n_cols && left > 0 && left < 20 * TZ_PT; c++)
    if (is_open (d, c, widths) && !d->columns[c].justified && left <= most_more (d, c, widths)) {
      widths[c] += left;
      return;
    }
  for (gboolean capped = TRUE; capped && left > 0;)
    left = share_out (d, widths, left, &capped);
  for (int c; left > 0 && (c = last_taker (d, widths)) >= 0;) {
    TzLen more = MIN (left, most_more (d, c, widths));
    widths[c] += more;
    left -= more;
  }
}

TzLen tz_demand_floors (const TzDemand *d)
{
  TzLen total = 0;
  for (int c = 0; c < d->n_cols; c++)
    total += d->columns[c].floor;
  return total;
}

/* Floors that do not fit together give way in proportion, down to two ems. */
static void squeeze (const TzDemand *d, TzLen *widths, TzLen room)
{
  TzLen over = tz_demand_floors (d) - room, give = 0;
  for (int c = 0; c < d->n_cols; c++) {
    widths[c] = d->columns[c].floor;
    give += MAX (widths[c] - d->columns[c].pad - 2 * d->columns[c].em, 0);
  }
  TzLen taken = 0, seen = 0;
  for (int c = 0; c < d->n_cols && give > 0; c++) {
    seen += MAX (widths[c] - d->columns[c].pad - 2 * d->columns[c].em, 0);
    TzLen due = over * seen / give;
    widths[c] -= due - taken;
    taken = due;
  }
}

/* The best steps, cheapest first: an array of widths of all columns. */
static GPtrArray *search_widths (TzDemand *d, TzLen room, int most)
{
  Search s = {
    .d = d, .step = g_new0 (int, d->n_cols), .height = g_new0 (TzLen, d->n_rows + 1), .most = (guint)most
  };
  s.candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_array_set_clear_func (s.candidates, clear_candidate);
  for (int c = 0; c < d->n_cols; c++)
    tabulate (d, &d->columns[c], c, room);
  fill (&s, room);
  exchange (&s, room);
  try_wide_steps (&s, room);
  exchange (&s, room);
  remember (&s, cost (&s));
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < s.candidates->len; i++) {
    TzLen *widths = g_new0 (TzLen, d->n_cols);
    for (int c = 0; c < d->n_cols; c++)
      widths[c] = width_of (&d->columns[c], g_array_index (s.candidates, Candidate, i).step[c]);
    g_ptr_array_add (found, widths);
  }
  for (int c = 0; c < d->n_cols; c++) {
    g_clear_pointer (&d->columns[c].lines, g_free);
    g_clear_pointer (&d->columns[c].flaws, g_free);
  }
  g_array_unref (s.candidates);
  g_free (s.step);
  g_free (s.height);
  return found;
}

/* ---- public ---- */

TzDemand *tz_demand_new (const TzGrid *grid, const TzMeasure *measure)
{
  TzDemand *d = g_new0 (TzDemand, 1);
  d->grid = grid;
  d->measure = measure;
  d->n_cols = tz_grid_n_cols (grid);
  d->columns = g_new0 (Column, d->n_cols);
  d->talls = g_array_new (FALSE, FALSE, sizeof (Tall));
  sample_rows (d);
  measure_cells (d);
  set_bounds (d);
  return d;
}

void tz_demand_free (TzDemand *d)
{
  g_free (d->cells);
  g_array_unref (d->talls);
  g_free (d->rows);
  g_free (d->columns);
  g_free (d);
}

TzLen tz_demand_comfort (const TzDemand *d, int col)
{
  const Column *column = &d->columns[col];
  TzLen text = MIN (column->wide, 12 * column->em) + column->pad;
  return column->fixed ? column->floor : MAX (column->floor, text);
}

gboolean tz_demand_floors_fit (const TzDemand *d, TzLen room)
{
  return tz_demand_floors (d) <= room;
}

TzLen tz_demand_floor (const TzDemand *d, int col)
{
  return d->columns[col].floor;
}

TzLen tz_demand_least (const TzDemand *d)
{
  TzLen total = 0;
  for (int c = 0; c < d->n_cols; c++)
    total += MIN (d->columns[c].floor, d->columns[c].pad + 2 * d->columns[c].em);
  return total;
}

GPtrArray *tz_demand_solutions (const TzDemand *demand, TzLen room, int most)
{
  TzDemand *d = (TzDemand *)demand; /* its tables are filled and dropped inside */
  GPtrArray *found;
  if (tz_demand_floors (d) > room) {
    found = g_ptr_array_new_with_free_func (g_free);
    TzLen *widths = g_new0 (TzLen, d->n_cols);
    squeeze (d, widths, room);
    g_ptr_array_add (found, widths);
  } else {
    found = search_widths (d, room, most);
  }
  for (guint i = 0; i < found->len; i++) {
    g_autofree TzLen *widths = found->pdata[i];
    spread_rest (d, widths, room);
    TzLen *edges = g_new0 (TzLen, d->n_cols + 1);
    for (int c = 0; c < d->n_cols; c++)
      edges[c + 1] = edges[c] + widths[c];
    found->pdata[i] = edges;
  }
  return found;
}

TzLen *tz_demand_solve (const TzDemand *demand, TzLen room)
{
  GPtrArray *found = tz_demand_solutions (demand, room, 1);
  TzLen *edges = g_steal_pointer (&found->pdata[0]);
  g_ptr_array_unref (found);
  return edges;
}

gboolean tz_demand_readable (const TzDemand *d, const TzLen *edges)
{
  for (int c = 0; c < d->n_cols; c++) {
    const Column *column = &d->columns[c];
    TzLen width = edges[c + 1] - edges[c];
    if (!column->fixed && width < MIN (column->floor, column->wide + column->pad))
      return FALSE;
    if (column->wide > 40 * column->em && width - column->pad < 12 * column->em)
      return FALSE;
  }
  return TRUE;
}
