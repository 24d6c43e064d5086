/* The search for column widths, over the steps for which column_table.c says what the columns need. From a
 * first guess, steps are moved between pairs of columns as long as the table gets lower; columns that are tied
 * move together. Only integers are compared, in a fixed order: the result is the same on every machine. */
#include "layout/table/column_data.h"

#include <string.h>

/* ---- searching ---- */

typedef struct {
  gint64 cost, height;
  int *step;
} Candidate;

typedef struct {
  TzDemand *d;
  int *step;          /* chosen of each column */
  gint32 *height;     /* scratch, one per row */
  GArray *candidates; /* Candidate, the cheapest first */
  const TzAsk *ask;
  gint64 all; /* height of all rows at the last cost asked for */
} Search;

static gint32 need_of (const Search *s, int c, int row)
{
  return s->d->columns[c].needs[(gsize)s->step[c] * (gsize)s->d->n_rows + (gsize)row];
}

static TzLen width_of (const TzDemandColumn *column, int step)
{
  return column->widths[step];
}

/* Takes column C and those tied to it to STEP. */
static void go_to (Search *s, int c, int step)
{
  for (int end = c + s->d->columns[c].n_tied; c < end; c++)
    s->step[c] = step;
}

/* What it takes of the room to move a column, and those tied to it, between two steps. */
static TzLen price_of (const TzDemandColumn *lead, int from, int to)
{
  return (width_of (lead, to) - width_of (lead, from)) * lead->n_tied;
}

/* Whether column C may be moved by itself. */
static gboolean is_free (const Search *s, int c)
{
  const TzDemandColumn *column = &s->d->columns[c];
  return column->wish->policy == TZ_WIDTH_AUTO && column->lead == c;
}

/* All lines of a tall cell were counted in its first row: that row is lowered again by what the other rows
 * hold. */
static void settle_tall (Search *s, const TzDemandTall *tall)
{
  gint64 need = need_of (s, tall->col, tall->from), own = 0, rest = 0;
  for (int c = 0; c < s->d->n_cols; c++)
    if (c != tall->col)
      own = MAX (own, need_of (s, c, tall->from));
  for (int r = tall->from + 1; r < tall->to; r++)
    rest += s->height[r];
  s->height[tall->from] = (gint32)MIN (s->height[tall->from], MAX (own, need - rest));
}

static void settle_span (Search *s, const TzDemandSpan *span)
{
  TzLen width = 0;
  for (int c = span->cell->col; c < span->cell->col + span->cell->col_span; c++)
    width += width_of (&s->d->columns[c], s->step[c]);
  int k = (int)CLAMP ((width - span->least) / span->step, 0, span->n_steps - 1), row = span->cell->row;
  TzLen need = span->lines[k] * span->pitch;
  for (int r = row + 1; r < MIN (row + span->cell->row_span, s->d->n_head); r++)
    need -= s->height[r];
  s->height[row] = (gint32)MAX (s->height[row], need);
}

/* Sums up what the rows of a table need: of each the most that a column asks for; the head once a page. */
static gint64 row_heights (Search *s)
{
  const TzDemand *d = s->d;
  gint64 head = 0, body = 0;
  memset (s->height, 0, sizeof (gint32) * (gsize)d->n_rows);
  for (int c = 0; c < d->n_cols; c++) {
    const gint32 *need = d->columns[c].needs + (gsize)s->step[c] * (gsize)d->n_rows;
    for (int r = 0; r < d->n_rows; r++)
      s->height[r] = MAX (s->height[r], need[r]);
  }
  for (guint i = 0; i < d->talls->len; i++)
    settle_tall (s, &g_array_index (d->talls, TzDemandTall, i));
  for (guint i = 0; i < d->spans->len; i++)
    settle_span (s, &g_array_index (d->spans, TzDemandSpan, i));
  for (int r = 0; r < d->n_head; r++)
    head += s->height[r];
  for (int r = d->n_head; r < d->n_rows; r++)
    body += s->height[r];
  TzLen page = s->ask->page - head;
  return head + body + (s->ask->page > 0 && page > 0 ? head * body / page : 0);
}

/* Height of the table, plus a little for every line and flaw anywhere, so that a step which does not yet lower
 * a row still counts. */
static gint64 cost (Search *s)
{
  s->all = row_heights (s);
  gint64 sum = s->all * 50;
  for (int c = 0; c < s->d->n_cols; c++) {
    const TzDemandColumn *column = &s->d->columns[c];
    sum += column->all_needs[s->step[c]] + column->flaws[s->step[c]] * column->pitch * s->ask->weight;
  }
  return sum;
}

/* Remembers the present steps if they are among the best so far. */
static void remember (const Search *s, gint64 now)
{
  GArray *best = s->candidates;
  guint at = best->len;
  while (at > 0 && g_array_index (best, Candidate, at - 1).cost > now)
    at--;
  gsize size = sizeof (int) * (gsize)s->d->n_cols;
  if (at >= (guint)s->ask->most)
    return;
  for (guint i = at; i > 0 && g_array_index (best, Candidate, i - 1).cost == now; i--)
    if (memcmp (g_array_index (best, Candidate, i - 1).step, s->step, size) == 0)
      return;
  Candidate fresh = { .cost = now, .height = s->all, .step = g_memdup2 (s->step, size) };
  g_array_insert_val (best, at, fresh);
  if (best->len > (guint)s->ask->most)
    g_array_set_size (best, (guint)s->ask->most);
}

static void clear_candidate (gpointer data)
{
  g_free (((Candidate *)data)->step);
}

static TzLen total_width (const Search *s)
{
  TzLen total = 0;
  for (int c = 0; c < s->d->n_cols; c++)
    total += width_of (&s->d->columns[c], s->step[c]);
  return total;
}

/* Gives the room left to the columns, a step at a time, where it helps most. */
static void fill (Search *s, TzLen room)
{
  for (;;) {
    TzLen left = room - total_width (s);
    gint64 now = cost (s), best_gain = -1;
    int best = -1, best_by = 1;
    for (int c = 0; c < s->d->n_cols; c++)
      for (int by = 1; by <= 4 && is_free (s, c); by *= 2) {
        int step = s->step[c];
        if (step + by >= s->d->columns[c].n_steps)
          continue;
        TzLen price = price_of (&s->d->columns[c], step, step + by);
        if (price > left)
          continue;
        go_to (s, c, step + by);
        gint64 gain = (now - cost (s)) * TZ_PT / price;
        go_to (s, c, step);
        if (gain > best_gain) {
          best_gain = gain;
          best = c;
          best_by = by;
        }
      }
    if (best < 0)
      return;
    go_to (s, best, s->step[best] + best_by);
  }
}

/* How many steps, at most 16, COLUMN can go on from STEP with MORE room. */
static int steps_in (const TzDemandColumn *column, int step, TzLen more)
{
  int n = 0;
  while (n < 16 && step + n + 1 < column->n_steps && price_of (column, step, step + n + 1) <= more)
    n++;
  return n;
}

/* A move of steps from one column to another. */
typedef struct {
  int from, from_by, to, to_by;
  gint64 cost;
} Move;

/* Keeps the move of BY steps of column A to B in BEST if it is the cheapest so far. LEFT: of the room. */
static void try_move (Search *s, int a, int b, int by, TzLen left, Move *best)
{
  int from = s->step[a], to = s->step[b];
  if (a == b || from < by)
    return;
  int take = steps_in (&s->d->columns[b], to, left + price_of (&s->d->columns[a], from - by, from));
  if (take < 1)
    return;
  go_to (s, a, from - by);
  go_to (s, b, to + take);
  gint64 then = cost (s);
  go_to (s, a, from);
  go_to (s, b, to);
  if (then < best->cost)
    *best = (Move){ .from = a, .from_by = by, .to = b, .to_by = take, .cost = then };
}

/* Moves steps from one column to another while that lowers the table. */
static void exchange (Search *s, TzLen room)
{
  Move best = { .cost = cost (s) };
  for (int turn = 0; turn < 200; turn++) {
    TzLen left = room - total_width (s);
    best.from = -1;
    for (int by = 1; by <= 8; by++)
      for (int a = 0; a < s->d->n_cols; a++)
        for (int b = 0; b < s->d->n_cols && is_free (s, a); b++)
          if (is_free (s, b))
            try_move (s, a, b, by, left, &best);
    if (best.from < 0)
      return;
    go_to (s, best.from, s->step[best.from] - best.from_by);
    go_to (s, best.to, s->step[best.to] + best.to_by);
  }
}

/* Moving steps one at a time stops where two columns must change together: a
 * deadline column five ems wider saves nothing before it holds its longest text on
 * one line. So single columns and pairs of columns are also tried at all their
 * widths, one wide column (the donor) giving or taking the difference. */

/* Cells looked at in all these trials; bounds the time on tables of many columns. A search that goes on from
 * the widths of one with another weight takes less. */
#define MOST_WORK 12000000
#define LESS_WORK 16

static gboolean settle (Search *s, int donor, TzLen room)
{
  const TzDemandColumn *column = &s->d->columns[donor];
  go_to (s, donor, 0);
  TzLen left = (room - total_width (s)) / column->n_tied;
  if (left < 0)
    return FALSE;
  /* Steps are even above the narrow widths. */
  int step = (int)MIN (left / column->step, column->n_steps - 1);
  while (step + 1 < column->n_steps && width_of (column, step + 1) - column->floor <= left)
    step++;
  go_to (s, donor, step);
  return TRUE;
}

typedef struct {
  Search *s;
  TzLen room;
  int donor;
  gint64 best;
  int *kept; /* the best steps so far */
  gint64 work, most_work;
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
  for (int i = 0; i < columns[a].n_steps && t->work < t->most_work; i++)
    for (int j = 0; j < (b == a ? 1 : columns[b].n_steps); j++) {
      go_to (t->s, a, i);
      if (b != a)
        go_to (t->s, b, j);
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
      if (is_free (s, c) && comes_after (d, c, found) &&
          (next < 0 || d->columns[c].wide > d->columns[next].wide))
        next = c;
    if (next < 0)
      return -1;
    found = next;
  }
  return found;
}

static void try_wide_steps (Search *s, TzLen room, gint64 most_work)
{
  const TzDemand *d = s->d;
  Trial t = { .s = s,
              .room = room,
              .most_work = most_work,
              .best = cost (s),
              .kept = g_memdup2 (s->step, sizeof (int) * (gsize)d->n_cols) };
  for (int rank = 0; rank < 3 && t.work < t.most_work; rank++) {
    t.donor = widest_column (s, rank);
    gint64 before = t.best + 1;
    while (t.donor >= 0 && t.best < before && t.work < t.most_work) {
      before = t.best;
      for (int a = 0; a < d->n_cols; a++)
        for (int b = a; b < d->n_cols; b++)
          if (a != t.donor && b != t.donor && is_free (s, a) && is_free (s, b))
            try_pair (&t, a, b);
    }
  }
  g_free (t.kept);
}

/* ---- all of it ---- */

GArray *tz_column_search (TzDemand *d, const TzAsk *ask)
{
  TzLen room = ask->room;
  Search s = { .d = d, .step = g_new0 (int, d->n_cols), .height = g_new0 (gint32, d->n_rows + 1), .ask = ask };
  s.candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_array_set_clear_func (s.candidates, clear_candidate);
  gboolean first = tz_column_make_tables (d, room);
  if (first)
    fill (&s, room);
  else
    memcpy (s.step, d->steps, sizeof (int) * (gsize)d->n_cols);
  exchange (&s, room);
  try_wide_steps (&s, room, first ? MOST_WORK : MOST_WORK / LESS_WORK);
  exchange (&s, room);
  remember (&s, cost (&s));
  memcpy (d->steps, s.step, sizeof (int) * (gsize)d->n_cols);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (TzSolution));
  for (guint i = 0; i < s.candidates->len; i++) {
    const Candidate *candidate = &g_array_index (s.candidates, Candidate, i);
    TzSolution solution = { .edges = g_new0 (TzLen, d->n_cols + 1), .height = candidate->height };
    for (int c = 0; c < d->n_cols; c++) {
      solution.edges[c] = width_of (&d->columns[c], candidate->step[c]);
      solution.flaws += d->columns[c].flaws[candidate->step[c]];
    }
    g_array_append_val (found, solution);
  }
  g_array_unref (s.candidates);
  g_free (s.step);
  g_free (s.height);
  return found;
}
