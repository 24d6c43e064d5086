/* Row heights: what the texts need, merged cells last. */
#include "layout/table/table.h"

#include "layout/wrap/wrap.h"

const TzCellStyle *tz_sized_style (const TzSized *sized, const TzCell *cell)
{
  return sized->tight ? &sized->tight[cell->style] : tz_grid_style (sized->grid, cell->style);
}

TzLen tz_sized_height_of (const TzSized *sized, const TzCell *cell, int n)
{
  const TzLines *lines = sized->lines[tz_grid_index_at (sized->grid, cell->row, cell->col)];
  const TzCellStyle *style = tz_sized_style (sized, cell);
  return n * lines->pitch + 2 * style->pad_y;
}

/* An indent takes half of the cell at most. */
static TzLen indent_of (const TzSized *sized, const TzCell *cell)
{
  const TzCellStyle *style = tz_sized_style (sized, cell);
  TzLen width = sized->x[cell->col + cell->col_span] - sized->x[cell->col] - 2 * style->pad_x;
  return CLAMP (style->indent, 0, MAX (width / 2, 0));
}

TzLen tz_sized_text_width (const TzSized *sized, const TzCell *cell)
{
  const TzCellStyle *style = tz_sized_style (sized, cell);
  return sized->x[cell->col + cell->col_span] - sized->x[cell->col] - 2 * style->pad_x -
         indent_of (sized, cell);
}

TzLen tz_sized_text_x (const TzSized *sized, const TzCell *cell, const TzLines *lines)
{
  const TzCellStyle *style = tz_sized_style (sized, cell);
  TzLen x = sized->x[cell->col] + style->pad_x + indent_of (sized, cell);
  if (style->text.align != TZ_ALIGN_DECIMAL || lines->n_lines > 1)
    return x;
  TzLen box = sized->x[cell->col + cell->col_span] - sized->x[cell->col];
  if (lines->anchor < 0 || sized->anchor[cell->col] < 0) /* "--" among numbers stands in the middle */
    return sized->x[cell->col] + (box - lines->widest) / 2;
  /* Long parts before and after the point, of different numbers, may not fit the
   * column together: then the number stays inside rather than on the point. */
  TzLen most = sized->x[cell->col] + box - style->pad_x - lines->widest;
  return MAX (MIN (sized->x[cell->col] + sized->anchor[cell->col] - lines->anchor, most), x);
}

/* The block of a column's numbers, aligned on their points, stands in the middle
 * of the column. */
static void find_anchors (TzSized *sized)
{
  TzLen *before = g_new (TzLen, sized->n_cols), *after = g_new (TzLen, sized->n_cols);
  for (int c = 0; c < sized->n_cols; c++)
    before[c] = after[c] = -1;
  for (int i = 0; i < tz_grid_n_cells (sized->grid); i++) {
    const TzCell *cell = tz_grid_cell (sized->grid, i);
    const TzLines *lines = sized->lines[i];
    g_assert (lines);
    if (lines->anchor < 0 || cell->col_span > 1 || lines->n_lines > 1)
      continue;
    before[cell->col] = MAX (before[cell->col], lines->anchor);
    after[cell->col] = MAX (after[cell->col], lines->widest - lines->anchor);
  }
  for (int c = 0; c < sized->n_cols; c++) {
    TzLen width = sized->x[c + 1] - sized->x[c];
    sized->anchor[c] = before[c] < 0 ? -1 : MAX ((width - before[c] - after[c]) / 2, 0) + before[c];
  }
  g_free (before);
  g_free (after);
}

/* A diagonal head needs room for both texts, one above the other. */
static int lines_of (const TzSized *sized, int index)
{
  g_assert (sized->lines[index]);
  int n = sized->lines[index]->n_lines;
  return sized->corner && sized->corner[index] ? n + sized->corner[index]->n_lines : n;
}

static void raise_single_rows (TzSized *sized)
{
  for (int r = 0; r < sized->n_rows; r++)
    sized->height[r] = tz_grid_row (sized->grid, r)->min_height;
  for (int i = 0; i < tz_grid_n_cells (sized->grid); i++) {
    const TzCell *cell = tz_grid_cell (sized->grid, i);
    if (cell->row_span == 1)
      sized->height[cell->row] =
          MAX (sized->height[cell->row], tz_sized_height_of (sized, cell, lines_of (sized, i)));
  }
  /* A row without a cell of its own still shows. */
  for (int r = 0; r < sized->n_rows; r++)
    sized->height[r] = MAX (sized->height[r], 6 * TZ_PT);
}

/* A merged cell that needs more than its rows have: they grow in proportion. */
static void raise_merged_rows (TzSized *sized)
{
  for (int i = 0; i < tz_grid_n_cells (sized->grid); i++) {
    const TzCell *cell = tz_grid_cell (sized->grid, i);
    if (cell->row_span == 1)
      continue;
    TzLen have = 0, given = 0, seen = 0;
    for (int r = cell->row; r < cell->row + cell->row_span; r++)
      have += sized->height[r];
    TzLen lack = tz_sized_height_of (sized, cell, lines_of (sized, i)) - have;
    for (int r = cell->row; lack > 0 && r < cell->row + cell->row_span; r++) {
      seen += sized->height[r];
      TzLen due = lack * seen / have;
      sized->height[r] += due - given;
      given = due;
    }
  }
}

static const TzLines *break_text (const TzSized *sized, const TzCell *cell, const char *text,
                                  const TzMeasure *measure)
{
  const TzCellStyle *style = tz_sized_style (sized, cell);
  return tz_wrap (measure, text, &style->text, tz_sized_text_width (sized, cell));
}

static const TzLines *break_cell (const TzSized *sized, int i, const TzMeasure *measure)
{
  const TzCell *cell = tz_grid_cell (sized->grid, i);
  const TzCellStyle *style = tz_sized_style (sized, cell);
  int n;
  const TzTextRun *runs = tz_grid_runs (sized->grid, i, &n);
  return tz_wrap_runs (measure, cell->text, runs, n, &style->text, tz_sized_text_width (sized, cell));
}

static void break_texts (TzSized *sized, const TzMeasure *measure)
{
  sized->lines = g_new0 (const TzLines *, tz_grid_n_cells (sized->grid) + 1);
  for (int i = 0; i < tz_grid_n_cells (sized->grid); i++) {
    const TzCell *cell = tz_grid_cell (sized->grid, i);
    sized->lines[i] = break_cell (sized, i, measure);
    if (!cell->corner)
      continue;
    if (!sized->corner)
      sized->corner = g_new0 (const TzLines *, tz_grid_n_cells (sized->grid));
    sized->corner[i] = break_text (sized, cell, tz_grid_corner (sized->grid, i), measure);
  }
}

static void break_shrinking_texts (TzSized *sized, const TzMeasure *measure)
{
  for (int i = 0; i < tz_grid_n_cells (sized->grid); i++) {
    const TzCell *cell = tz_grid_cell (sized->grid, i);
    if (tz_sized_style (sized, cell)->text.shrink_floor <= 0)
      continue;
    if (!sized->lines)
      sized->lines = g_new0 (const TzLines *, tz_grid_n_cells (sized->grid) + 1);
    sized->lines[i] = break_cell (sized, i, measure);
  }
}

static TzSized *sized_start (const TzTable *table, TzLen *take_edges)
{
  TzSized *sized = g_new0 (TzSized, 1);
  sized->table = table;
  sized->grid = table->grid;
  sized->n_cols = tz_grid_n_cols (sized->grid);
  sized->n_rows = tz_grid_n_rows (sized->grid);
  sized->x = take_edges;
  return sized;
}

TzSized *tz_sized_new_undrawn (const TzTable *table, TzLen *take_edges, const TzMeasure *measure)
{
  TzSized *sized = sized_start (table, take_edges);
  break_shrinking_texts (sized, measure);
  return sized;
}

/* Lines stay 1.15 em apart, or as they are if that is less. */
static TzCellStyle *tighten (const TzGrid *grid, const TzTightness *by)
{
  TzCellStyle *styles = g_new (TzCellStyle, tz_grid_n_styles (grid));
  for (int i = 0; i < tz_grid_n_styles (grid); i++) {
    styles[i] = *tz_grid_style (grid, i);
    styles[i].pad_y = styles[i].pad_y * by->pad / 100;
    TzLen least = MIN (styles[i].text.pitch, styles[i].text.size * 115 / 100);
    styles[i].text.pitch = MAX (styles[i].text.pitch * by->pitch / 100, least);
  }
  return styles;
}

TzSized *tz_sized_new (const TzTable *table, TzLen *take_edges, const TzMeasure *measure)
{
  return tz_sized_new_tight (table, take_edges, NULL, measure);
}

TzSized *tz_sized_new_tight (const TzTable *table, TzLen *take_edges, const TzTightness *tightness,
                             const TzMeasure *measure)
{
  TzSized *sized = sized_start (table, take_edges);
  sized->tight = tightness ? tighten (table->grid, tightness) : NULL;
  sized->height = g_new0 (TzLen, sized->n_rows + 1);
  sized->anchor = g_new0 (TzLen, sized->n_cols);
  break_texts (sized, measure);
  find_anchors (sized);
  raise_single_rows (sized);
  raise_merged_rows (sized);
  return sized;
}

void tz_sized_free (TzSized *sized)
{
  if (!sized)
    return;
  g_free (sized->x);
  g_free (sized->height);
  g_free (sized->lines);
  g_free (sized->corner);
  g_free (sized->anchor);
  g_free (sized->nodes);
  g_free (sized->tight);
  g_free (sized);
}

TzLen tz_sized_head_height (const TzSized *sized)
{
  TzLen height = 0;
  for (int r = 0; r < tz_grid_n_head (sized->grid); r++)
    height += sized->height[r];
  return height;
}
