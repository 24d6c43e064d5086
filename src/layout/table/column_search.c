/* The search for column widths. Text widths go in whole ems for justified columns (a
 * line of hanzi then fills its width without stretching) and half ems for others. For
 * each column, step and row the number of lines is counted. From a first guess, steps
 * are moved between pairs of columns as long as the table gets lower. Only integers are
 * compared, in a fixed order: the result is the same on every machine. */
#include "layout/table/column_data.h"
#include "layout/wrap/wrap.h"

#include <string.h>

#define MOST_STEPS 160

/* ---- lines at a width ---- */

static void tabulate (TzDemand *d, TzDemandColumn *column, int c, TzLen room)
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
    const TzCellStyle *style = tz_grid_style (d->grid, cell->style);
    TzLen least = column->floor - column->pad;
    memset (lines, 0, sizeof (guint32) * (gsize)column->n_steps);
    tz_wrap_count (d->measure, cell->text, &style->text, least - MIN (style->indent, least / 2), column->step,
                   column->n_steps, lines, column->flaws);
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
    const TzDemandColumn *column = &d->columns[c];
    const guint16 *lines = column->lines + (gsize)s->step[c] * (gsize)d->n_rows;
    for (int r = 0; r < d->n_rows; r++) {
      TzLen height = lines[r] * column->pitch;
      small += height;
      s->height[r] = MAX (s->height[r], height);
    }
    small += column->flaws[s->step[c]] * column->pitch * 4;
  }
  for (guint i = 0; i < d->talls->len; i++) {
    /* All its lines were counted in its first row: that row is lowered again by what the other rows hold. */
    const TzDemandTall *tall = &g_array_index (d->talls, TzDemandTall, i);
    const TzDemandColumn *column = &d->columns[tall->col];
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

static TzLen width_of (const TzDemandColumn *column, int step)
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
  const TzDemandColumn *column = &s->d->columns[c];
  return column->wish->policy == TZ_WIDTH_AUTO && s->step[c] + by < column->n_steps;
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
          if (a == b || d->columns[a].wish->policy == TZ_WIDTH_FIXED || s->step[a] < by)
            continue;
          TzLen spare = room - total_width (s) + by * d->columns[a].step;
          int take = (int)MIN (spare / d->columns[b].step, 16);
          take = MIN (take, d->columns[b].n_steps - 1 - s->step[b]);
          if (d->columns[b].wish->policy == TZ_WIDTH_FIXED || take < 1)
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
  const TzDemandColumn *column = &s->d->columns[donor];
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
  const TzDemandColumn *columns = t->s->d->columns;
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
      if (d->columns[c].wish->policy == TZ_WIDTH_AUTO && comes_after (d, c, found) &&
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
          if (a != t.donor && b != t.donor && d->columns[a].wish->policy == TZ_WIDTH_AUTO &&
              d->columns[b].wish->policy == TZ_WIDTH_AUTO)
            try_pair (&t, a, b);
    }
  }
  g_free (t.kept);
}

/* ---- all of it ---- */

GPtrArray *tz_column_search (TzDemand *d, TzLen room, int most)
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
