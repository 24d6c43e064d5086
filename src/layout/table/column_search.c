/* The search for column widths. Text widths of justified columns go in whole ems (a line of hanzi then fills
 * its width without stretching), in narrow ones also by halves, which is what a mark at a line's end takes;
 * those of others in half ems. For each column, step and row the number of lines is counted. From a first
 * guess, steps are moved between pairs of columns as long as the table gets lower. Only integers are compared,
 * in a fixed order: the result is the same on every machine. */
#include "layout/table/column_data.h"
#include "layout/wrap/wrap.h"

#include <string.h>

#define MOST_STEPS 160

/* ---- lines at a width ---- */

/* Adds what the texts of column C ask for at N widths beginning with step K. */
static void count_lines (TzDemand *d, TzDemandColumn *column, int c, int k, int n, TzLen step)
{
  guint32 *lines = g_new (guint32, n);
  for (int r = 0; r < d->n_rows && n > 0; r++) {
    const TzCell *cell = d->cells[r * d->n_cols + c];
    if (!cell)
      continue;
    const TzCellStyle *style = tz_grid_style (d->grid, cell->style);
    TzLen first = column->widths[k] - column->pad, least = column->floor - column->pad;
    memset (lines, 0, sizeof (guint32) * (gsize)n);
    tz_wrap_count (d->measure, cell->text, &style->text, first - MIN (style->indent, least / 2), step, n, lines,
                   column->flaws + k);
    for (int i = 0; i < n; i++) {
      gint32 need = (gint32)MIN (lines[i] * column->pitch, G_MAXINT32);
      column->needs[(gsize)(k + i) * (gsize)d->n_rows + (gsize)r] = need;
      column->all_needs[k + i] += need;
    }
  }
  g_free (lines);
}

/* From so many ems of text on a justified column's width goes in whole ems only. */
#define HALVES 9

static void tabulate (TzDemand *d, TzDemandColumn *column, int c, TzLen room)
{
  TzLen most = MIN (column->cap > 0 ? column->cap : room, room);
  TzLen enough = MAX (MAX (column->wide, column->head_wide) + column->pad + column->step, column->floor);
  TzLen last = MIN (most, enough), half = column->em / 2;
  TzLen halves = column->justified ? MIN (last, HALVES * column->em + column->pad) : column->floor;
  int n_small = (int)CLAMP ((halves - column->floor) / half, 0, MOST_STEPS - 1);
  TzLen from = column->floor + n_small * half;
  column->n_steps = n_small + (int)CLAMP ((last - from) / column->step + 1, 1, MOST_STEPS - n_small);
  column->widths = g_new (TzLen, column->n_steps);
  for (int k = 0; k < column->n_steps; k++)
    column->widths[k] = k < n_small ? column->floor + k * half : from + (k - n_small) * column->step;
  column->needs = g_new0 (gint32, (gsize)column->n_steps * (gsize)d->n_rows + 1);
  column->all_needs = g_new0 (gint64, column->n_steps);
  column->flaws = g_new0 (guint32, column->n_steps);
  count_lines (d, column, c, 0, n_small, half);
  count_lines (d, column, c, n_small, column->n_steps - n_small, column->step);
}

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
  guint most;         /* of them */
  int weight;         /* of flaws */
  gint64 all;         /* height of all rows at the last cost asked for */
} Search;

static gint32 need_of (const Search *s, int c, int row)
{
  return s->d->columns[c].needs[(gsize)s->step[c] * (gsize)s->d->n_rows + (gsize)row];
}

/* Sums up what the rows of a table need: of each the most that a column asks for. */
static gint64 row_heights (const Search *s)
{
  const TzDemand *d = s->d;
  gint64 all = 0;
  memset (s->height, 0, sizeof (gint32) * (gsize)d->n_rows);
  for (int c = 0; c < d->n_cols; c++) {
    const gint32 *need = d->columns[c].needs + (gsize)s->step[c] * (gsize)d->n_rows;
    for (int r = 0; r < d->n_rows; r++)
      s->height[r] = MAX (s->height[r], need[r]);
  }
  for (guint i = 0; i < d->talls->len; i++) {
    /* All its lines were counted in its first row: that row is lowered again by what the other rows hold. */
    const TzDemandTall *tall = &g_array_index (d->talls, TzDemandTall, i);
    gint64 need = need_of (s, tall->col, tall->from), own = 0, rest = 0;
    for (int c = 0; c < d->n_cols; c++)
      if (c != tall->col)
        own = MAX (own, need_of (s, c, tall->from));
    for (int r = tall->from + 1; r < tall->to; r++)
      rest += s->height[r];
    s->height[tall->from] = (gint32)MIN (s->height[tall->from], MAX (own, need - rest));
  }
  for (int r = 0; r < d->n_rows; r++)
    all += s->height[r];
  return all;
}

/* Height of the table, plus a little for every line and flaw anywhere, so that a step which does not yet lower
 * a row still counts. */
static gint64 cost (Search *s)
{
  s->all = row_heights (s);
  gint64 sum = s->all * 50;
  for (int c = 0; c < s->d->n_cols; c++) {
    const TzDemandColumn *column = &s->d->columns[c];
    sum += column->all_needs[s->step[c]] + column->flaws[s->step[c]] * column->pitch * s->weight;
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
  if (at >= s->most)
    return;
  for (guint i = at; i > 0 && g_array_index (best, Candidate, i - 1).cost == now; i--)
    if (memcmp (g_array_index (best, Candidate, i - 1).step, s->step, size) == 0)
      return;
  Candidate fresh = { .cost = now, .height = s->all, .step = g_memdup2 (s->step, size) };
  g_array_insert_val (best, at, fresh);
  if (best->len > s->most)
    g_array_set_size (best, s->most);
}

static void clear_candidate (gpointer data)
{
  g_free (((Candidate *)data)->step);
}

static TzLen width_of (const TzDemandColumn *column, int step)
{
  return column->widths[step];
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
        if (!can_grow (s, c, by))
          continue;
        TzLen price = width_of (&s->d->columns[c], s->step[c] + by) - width_of (&s->d->columns[c], s->step[c]);
        if (price > left)
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

/* How many steps, at most 16, COLUMN can go on from STEP with MORE room. */
static int steps_in (const TzDemandColumn *column, int step, TzLen more)
{
  int n = 0;
  while (n < 16 && step + n + 1 < column->n_steps &&
         width_of (column, step + n + 1) - width_of (column, step) <= more)
    n++;
  return n;
}

/* Moves steps from one column to another while that lowers the table. */
static void exchange (Search *s, TzLen room)
{
  const TzDemand *d = s->d;
  gint64 now = cost (s);
  for (int turn = 0; turn < 200; turn++) {
    int from = -1, to = -1, from_by = 0, to_by = 0;
    gint64 best = now;
    TzLen total = total_width (s);
    for (int by = 1; by <= 8; by++)
      for (int a = 0; a < d->n_cols; a++)
        for (int b = 0; b < d->n_cols; b++) {
          if (a == b || d->columns[a].wish->policy == TZ_WIDTH_FIXED || s->step[a] < by)
            continue;
          TzLen given = width_of (&d->columns[a], s->step[a]) - width_of (&d->columns[a], s->step[a] - by);
          int take = steps_in (&d->columns[b], s->step[b], room - total + given);
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

/* Cells looked at in all these trials; bounds the time on tables of many columns. A search that goes on from
 * the widths of one with another weight takes less. */
#define MOST_WORK 12000000
#define LESS_WORK 16

static gboolean settle (Search *s, int donor, TzLen room)
{
  const TzDemandColumn *column = &s->d->columns[donor];
  s->step[donor] = 0;
  TzLen left = room - total_width (s);
  if (left < 0)
    return FALSE;
  /* Steps are even above the narrow widths. */
  int step = (int)MIN (left / column->step, column->n_steps - 1);
  while (step + 1 < column->n_steps && width_of (column, step + 1) - column->floor <= left)
    step++;
  s->step[donor] = step;
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
          if (a != t.donor && b != t.donor && d->columns[a].wish->policy == TZ_WIDTH_AUTO &&
              d->columns[b].wish->policy == TZ_WIDTH_AUTO)
            try_pair (&t, a, b);
    }
  }
  g_free (t.kept);
}

/* ---- all of it ---- */

void tz_column_drop_tables (TzDemand *d)
{
  for (int c = 0; c < d->n_cols; c++) {
    g_clear_pointer (&d->columns[c].needs, g_free);
    g_clear_pointer (&d->columns[c].all_needs, g_free);
    g_clear_pointer (&d->columns[c].flaws, g_free);
    g_clear_pointer (&d->columns[c].widths, g_free);
  }
  d->tables_for = 0;
}

/* The tables serve all searches for one room; TRUE at the first of them. */
static gboolean make_tables (TzDemand *d, TzLen room)
{
  if (d->tables_for == room)
    return FALSE;
  tz_column_drop_tables (d);
  for (int c = 0; c < d->n_cols; c++)
    tabulate (d, &d->columns[c], c, room);
  d->tables_for = room;
  return TRUE;
}

GArray *tz_column_search (TzDemand *d, TzLen room, int weight, int most)
{
  Search s = { .d = d,
               .step = g_new0 (int, d->n_cols),
               .height = g_new0 (gint32, d->n_rows + 1),
               .most = (guint)most,
               .weight = weight };
  s.candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_array_set_clear_func (s.candidates, clear_candidate);
  gboolean first = make_tables (d, room);
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
    for (int c = 0; c < d->n_cols; c++)
      solution.edges[c] = width_of (&d->columns[c], candidate->step[c]);
    g_array_append_val (found, solution);
  }
  g_array_unref (s.candidates);
  g_free (s.step);
  g_free (s.height);
  return found;
}
