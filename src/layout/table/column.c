/* What a table asks of its columns. Widths that answer it are searched for in
 * column_search.c; what they leave of the room is shared out in column_spread.c. */
#include "layout/table/column_data.h"

#define MOST_ROWS 1000 /* rows looked at */

/* ---- measuring ---- */

/* Rows of a larger table are looked at in runs, so that merged cells are seen as they are; the runs begin at
 * uneven distances, so that a table that repeats itself is seen as a whole. */
#define RUN    25
#define UNEVEN 37

/* Where run I of N begins among ALL rows. */
static int run_start (int i, int n, int all)
{
  int distance = all / n;
  return (int)((gint64)all * i / n) + (distance > RUN ? i * UNEVEN % (distance - RUN) : 0);
}

/* All head rows, and as many body rows as are worth looking at. */
static void sample_rows (TzDemand *d)
{
  int n_head = tz_grid_n_head (d->grid), all = tz_grid_n_rows (d->grid) - n_head;
  int n_runs = all > MOST_ROWS ? MOST_ROWS / RUN : 1, run = all > MOST_ROWS ? RUN : all;
  d->rows = g_new (int, n_head + n_runs * run + 1);
  for (int r = 0; r < n_head; r++)
    d->rows[d->n_rows++] = r;
  d->n_head = n_head;
  for (int i = 0; i < n_runs; i++) {
    int start = n_runs > 1 ? run_start (i, n_runs, all) : 0;
    for (int r = start; r < MIN (start + run, all); r++)
      d->rows[d->n_rows++] = n_head + r;
  }
}

static void measure_body_cell (TzDemand *d, const TzCell *cell)
{
  const TzCellStyle *style = tz_grid_style (d->grid, cell->style);
  TzDemandColumn *column = &d->columns[cell->col];
  if (column->em == 0) {
    column->em = style->text.size;
    column->pad = 2 * style->pad_x;
    column->pitch = style->text.pitch;
    column->align = style->text.align;
    column->justified = column->align == TZ_ALIGN_JUSTIFY;
    column->type = style->type;
  }
  TzLen narrow, wide;
  d->measure->widths (d->measure->self, cell->text, &style->text, &narrow, &wide);
  column->narrow = MAX (column->narrow, narrow + style->indent);
  column->wide = MAX (column->wide, wide + style->indent);
}

/* A heading of up to four characters stays on one line, a longer one may take as
 * many lines of two characters as it needs. */
static void measure_head_cell (TzDemand *d, const TzCell *cell)
{
  const TzCellStyle *style = tz_grid_style (d->grid, cell->style);
  TzDemandColumn *column = &d->columns[cell->col];
  TzLen narrow, wide, em = style->text.size;
  d->measure->widths (d->measure->self, cell->text, &style->text, &narrow, &wide);
  TzLen least = wide <= 4 * em ? wide : MAX (2 * em, MIN (narrow, 4 * em));
  column->floor = MAX (column->floor, least + 2 * style->pad_x);
  column->head_wide = MAX (column->head_wide, wide);
}

static void measure_span (TzDemand *d, const TzCell *cell)
{
  const TzCellStyle *style = tz_grid_style (d->grid, cell->style);
  TzDemandSpan span = { .cell = cell, .pitch = style->text.pitch };
  TzLen narrow;
  d->measure->widths (d->measure->self, cell->text, &style->text, &narrow, &span.wide);
  g_array_append_val (d->spans, span);
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
  if (!cell || cell->col != col)
    return;
  if (cell->col_span > 1) {
    if (row < d->n_head && cell->row == row)
      measure_span (d, cell);
    return;
  }
  if (cell->row != d->rows[row] && (row == 0 || cell->row <= d->rows[row - 1]))
    return; /* began in a row above that was looked at */
  if (tz_grid_row (d->grid, cell->row)->flags & TZ_ROW_HEAD)
    measure_head_cell (d, cell);
  else
    measure_body_cell (d, cell);
  d->cells[row * d->n_cols + col] = cell;
  int end = sampled_end (d, row, cell->row + cell->row_span);
  if (end > row + 1) {
    TzDemandTall tall = { .col = col, .from = row, .to = end };
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
    TzDemandColumn *column = &d->columns[c];
    const TzColumn *wish = column->wish = tz_grid_get_column (d->grid, c);
    if (column->em == 0) {
      column->em = 10 * TZ_PT;
      column->pitch = 14 * TZ_PT;
      column->pad = column->em / 2;
    }
    column->step = column->justified ? column->em : column->em / 2;
    if (wish->policy == TZ_WIDTH_FIXED) {
      column->own_floor = column->floor = column->cap = wish->width;
      continue;
    }
    TzLen usual = wish->floor > 0 ? 2 * column->em : 4 * column->em;
    TzLen small = MIN (column->wide, MAX (MIN (column->narrow, LONGEST_WORD * column->em), usual));
    column->floor = MAX (MAX (wish->floor, column->floor), MAX (small, 2 * column->em) + column->pad);
    column->own_floor = column->floor;
  }
}

/* ---- public ---- */

TzDemand *tz_demand_new (const TzGrid *grid, const TzMeasure *measure)
{
  TzDemand *d = g_new0 (TzDemand, 1);
  d->grid = grid;
  d->measure = measure;
  d->n_cols = tz_grid_n_cols (grid);
  d->columns = g_new0 (TzDemandColumn, d->n_cols);
  d->steps = g_new0 (int, d->n_cols);
  d->talls = g_array_new (FALSE, FALSE, sizeof (TzDemandTall));
  d->spans = g_array_new (FALSE, FALSE, sizeof (TzDemandSpan));
  sample_rows (d);
  measure_cells (d);
  set_bounds (d);
  tz_column_find_alike (d);
  return d;
}

void tz_demand_free (TzDemand *d)
{
  tz_column_drop_tables (d);
  g_free (d->cells);
  g_array_unref (d->talls);
  g_array_unref (d->spans);
  g_free (d->rows);
  g_free (d->steps);
  g_free (d->columns);
  g_free (d);
}

TzLen tz_demand_floors (const TzDemand *d)
{
  TzLen total = 0;
  for (int c = 0; c < d->n_cols; c++)
    total += d->columns[c].own_floor;
  return total;
}

TzLen tz_demand_comfort (const TzDemand *d, int col)
{
  const TzDemandColumn *column = &d->columns[col];
  TzLen text = MIN (column->wide, 12 * column->em) + column->pad;
  return column->wish->policy == TZ_WIDTH_FIXED ? column->own_floor : MAX (column->own_floor, text);
}

gboolean tz_demand_floors_fit (const TzDemand *d, TzLen room)
{
  return tz_demand_floors (d) <= room;
}

TzLen tz_demand_floor (const TzDemand *d, int col)
{
  return d->columns[col].own_floor;
}

TzLen tz_demand_least (const TzDemand *d)
{
  TzLen total = 0;
  for (int c = 0; c < d->n_cols; c++)
    total += MIN (d->columns[c].own_floor, d->columns[c].pad + 2 * d->columns[c].em);
  return total;
}

static void clear_solution (gpointer data)
{
  g_free (((TzSolution *)data)->edges);
}

/* Widths become edges, once all of ROOM is shared out. */
static void finish_solution (const TzDemand *d, TzLen room, TzSolution *solution)
{
  TzLen *edges = solution->edges, at = 0;
  tz_column_spread (d, edges, room);
  for (int c = 0; c < d->n_cols; c++) {
    TzLen width = edges[c];
    edges[c] = at;
    at += width;
  }
  edges[d->n_cols] = at;
}

GArray *tz_demand_solutions (const TzDemand *demand, const TzAsk *ask)
{
  TzDemand *d = (TzDemand *)demand; /* its tables are kept from one search to the next */
  GArray *found;
  tz_column_tie (d, ask->room);
  if (tz_demand_floors (d) > ask->room) {
    found = g_array_new (FALSE, FALSE, sizeof (TzSolution));
    TzSolution squeezed = { .edges = g_new0 (TzLen, d->n_cols + 1) };
    tz_column_squeeze (d, squeezed.edges, ask->room);
    g_array_append_val (found, squeezed);
  } else {
    found = tz_column_search (d, ask);
  }
  g_array_set_clear_func (found, clear_solution);
  for (guint i = 0; i < found->len; i++)
    finish_solution (d, ask->room, &g_array_index (found, TzSolution, i));
  return found;
}

TzLen *tz_demand_solve (const TzDemand *demand, TzLen room)
{
  TzAsk ask = { .room = room, .weight = TZ_FLAWS_USUAL, .most = 1 };
  GArray *found = tz_demand_solutions (demand, &ask);
  TzLen *edges = g_steal_pointer (&g_array_index (found, TzSolution, 0).edges);
  g_array_unref (found);
  return edges;
}

gboolean tz_demand_readable (const TzDemand *d, const TzLen *edges)
{
  for (int c = 0; c < d->n_cols; c++) {
    const TzDemandColumn *column = &d->columns[c];
    TzLen width = edges[c + 1] - edges[c];
    if (column->wish->policy == TZ_WIDTH_AUTO && width < MIN (column->own_floor, column->wide + column->pad))
      return FALSE;
    if (column->wide > 40 * column->em && width - column->pad < 12 * column->em)
      return FALSE;
  }
  return TRUE;
}
