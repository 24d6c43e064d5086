#include "content/grid.h"

/* The bold parts of one cell: N of the grid's runs, from FIRST. */
typedef struct {
  int cell;
  guint first;
  int n;
} CellRuns;

/* What a workbook's cell holds. */
typedef struct {
  int cell;
  double value;
  const char *format;
} CellValue;

/* The upper right text of a diagonal head cell. */
typedef struct {
  int cell;
  const char *text;
} Corner;

struct TzGrid {
  int n_cols;
  TzColumn *columns;
  GArray *rows;    /* TzGridRow */
  GArray *cells;   /* TzCell */
  GArray *styles;  /* TzCellStyle */
  GArray *covered; /* gint32 per (row, col): index of the covering cell, -1 if none */
  TzTexts *texts;
  GPtrArray *names;  /* char **: lists of names that rows share */
  GArray *runs;      /* TzTextRun */
  GArray *cell_runs; /* CellRuns, cells ascending: few cells have any */
  GArray *corners;   /* Corner */
  GArray *values;    /* CellValue, cells ascending */
  const char *file;  /* that the cells come from, interned; NULL: not known */
  GArray *origins;   /* int per cell; NULL: no panel */
  TzContinued continued;
  TzRules rules;
  gboolean repeat_head;
};

TzGrid *tz_grid_new (int n_cols)
{
  g_assert (n_cols > 0 && n_cols <= G_MAXINT16);
  TzGrid *grid = g_new0 (TzGrid, 1);
  grid->n_cols = n_cols;
  grid->columns = g_new0 (TzColumn, n_cols);
  for (int i = 0; i < n_cols; i++)
    grid->columns[i] = (TzColumn)TZ_COLUMN_INIT;
  grid->rows = g_array_new (FALSE, FALSE, sizeof (TzGridRow));
  grid->cells = g_array_new (FALSE, FALSE, sizeof (TzCell));
  grid->styles = g_array_new (FALSE, FALSE, sizeof (TzCellStyle));
  grid->covered = g_array_new (FALSE, FALSE, sizeof (gint32));
  grid->texts = tz_texts_new ();
  grid->names = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  grid->runs = g_array_new (FALSE, FALSE, sizeof (TzTextRun));
  grid->cell_runs = g_array_new (FALSE, FALSE, sizeof (CellRuns));
  grid->corners = g_array_new (FALSE, FALSE, sizeof (Corner));
  grid->values = g_array_new (FALSE, FALSE, sizeof (CellValue));
  grid->rules = (TzRules){ .outer = TZ_PT, .inner = TZ_PT / 2 };
  grid->repeat_head = TRUE;
  return grid;
}

void tz_grid_free (TzGrid *grid)
{
  if (!grid)
    return;
  g_free (grid->columns);
  g_array_unref (grid->rows);
  g_array_unref (grid->cells);
  g_array_unref (grid->styles);
  g_array_unref (grid->covered);
  tz_texts_unref (grid->texts);
  g_ptr_array_unref (grid->names);
  g_array_unref (grid->runs);
  g_array_unref (grid->cell_runs);
  g_array_unref (grid->corners);
  g_array_unref (grid->values);
  g_clear_pointer (&grid->origins, g_array_unref);
  g_free (grid);
}

TzColumn *tz_grid_column (TzGrid *grid, int col)
{
  g_assert (col >= 0 && col < grid->n_cols);
  return &grid->columns[col];
}

const TzColumn *tz_grid_get_column (const TzGrid *grid, int col)
{
  g_assert (col >= 0 && col < grid->n_cols);
  return &grid->columns[col];
}

int tz_grid_add_row (TzGrid *grid, guint flags, TzLen min_height)
{
  TzGridRow row = { .flags = flags, .min_height = min_height };
  g_assert (!(flags & TZ_ROW_HEAD) || tz_grid_n_head (grid) == (int)grid->rows->len);
  g_array_append_val (grid->rows, row);
  gint32 none = -1;
  for (int i = 0; i < grid->n_cols; i++)
    g_array_append_val (grid->covered, none);
  return (int)grid->rows->len - 1;
}

void tz_grid_set_row_id (TzGrid *grid, int row, const char *id)
{
  g_assert (row >= 0 && row < (int)grid->rows->len);
  g_array_index (grid->rows, TzGridRow, row).id = id ? tz_grid_keep (grid, id) : NULL;
}

void tz_grid_set_row_due (TzGrid *grid, int row, guint32 due)
{
  g_assert (row >= 0 && row < (int)grid->rows->len);
  g_array_index (grid->rows, TzGridRow, row).due = due;
}

void tz_grid_set_row_units (TzGrid *grid, int row, const char *const *units)
{
  g_assert (row >= 0 && row < (int)grid->rows->len);
  g_array_index (grid->rows, TzGridRow, row).units = units;
}

int tz_grid_add_style (TzGrid *grid, const TzCellStyle *style)
{
  for (guint i = 0; i < grid->styles->len; i++)
    if (tz_cell_style_equal (style, &g_array_index (grid->styles, TzCellStyle, i)))
      return (int)i;
  g_array_append_vals (grid->styles, style, 1);
  return (int)grid->styles->len - 1;
}

void tz_grid_lend_names (TzGrid *grid, const TzNameSet *names)
{
  for (guint i = 0; i < grid->styles->len; i++)
    g_array_index (grid->styles, TzCellStyle, i).text.names = names;
}

int tz_grid_n_styles (const TzGrid *grid)
{
  return (int)grid->styles->len;
}

const TzCellStyle *tz_grid_style (const TzGrid *grid, int style)
{
  g_assert (style >= 0 && style < (int)grid->styles->len);
  return &g_array_index (grid->styles, TzCellStyle, style);
}

static void cover (TzGrid *grid, int row, int col, int index)
{
  gint32 *at = &g_array_index (grid->covered, gint32, (gsize)row * (gsize)grid->n_cols + (gsize)col);
  g_assert (*at < 0);
  *at = index;
}

void tz_grid_share_texts (TzGrid *grid, TzTexts *texts)
{
  g_assert (grid->cells->len == 0);
  tz_texts_unref (grid->texts);
  grid->texts = tz_texts_ref (texts);
}

TzCell *tz_grid_put (TzGrid *grid, int row, int col, int row_span, int col_span, int style, const char *text)
{
  return tz_grid_put_shared (grid, row, col, row_span, col_span, style, tz_grid_keep (grid, text));
}

TzCell *tz_grid_put_shared (TzGrid *grid, int row, int col, int row_span, int col_span, int style,
                            const char *text)
{
  g_assert (row >= 0 && row_span > 0 && row + row_span <= (int)grid->rows->len);
  g_assert (col >= 0 && col_span > 0 && col + col_span <= grid->n_cols);
  g_assert (style >= 0 && style < (int)grid->styles->len);
  TzCell cell = { .row = row, .row_span = row_span, .style = (gint16)style };
  cell.col = (gint16)col;
  cell.col_span = (gint16)col_span;
  cell.text = text;
  int index = (int)grid->cells->len;
  for (int r = row; r < row + row_span; r++)
    for (int c = col; c < col + col_span; c++)
      cover (grid, r, c, index);
  g_array_append_val (grid->cells, cell);
  return &g_array_index (grid->cells, TzCell, index);
}

void tz_grid_extend_down (TzGrid *grid, int row, int col)
{
  g_assert (row > 0);
  int index = tz_grid_index_at (grid, row - 1, col);
  g_assert (index >= 0);
  TzCell *cell = &g_array_index (grid->cells, TzCell, index);
  g_assert (cell->row + cell->row_span == row);
  cell->row_span++;
  for (int c = cell->col; c < cell->col + cell->col_span; c++)
    cover (grid, row, c, index);
}

const char *const *tz_grid_keep_names (TzGrid *grid, char **take_names)
{
  g_ptr_array_add (grid->names, take_names);
  return (const char *const *)take_names;
}

const char *tz_grid_keep (TzGrid *grid, const char *text)
{
  return text ? tz_texts_keep (grid->texts, text) : "";
}

/* ---- what few cells have ---- */

static TzCell *cell_at (TzGrid *grid, int i)
{
  g_assert (i >= 0 && i < (int)grid->cells->len);
  return &g_array_index (grid->cells, TzCell, i);
}

#define MAX_COLUMN ((1u << 30) - 1) /* no line of a file that can be read is as long */

void tz_grid_set_source (TzGrid *grid, int i, const TzPlace *source)
{
  TzCell *cell = cell_at (grid, i);
  g_assert (!grid->file || grid->file == source->file);
  grid->file = source->file;
  cell->source_line = source->line;
  cell->source_column = (guint32)source->column & MAX_COLUMN;
  cell->source_col = (gint16)source->col;
  g_array_index (grid->rows, TzGridRow, cell->row).source_row = source->row;
}

TzPlace tz_grid_source (const TzGrid *grid, int i)
{
  const TzCell *cell = tz_grid_cell (grid, i);
  TzPlace place = { .line = cell->source_line, .column = (int)cell->source_column, .col = cell->source_col };
  if (cell->source_line == 0 && cell->source_col == 0)
    return place;
  place.file = grid->file;
  place.row = tz_grid_row (grid, cell->row)->source_row;
  return place;
}

void tz_grid_set_corner (TzGrid *grid, int i, const char *text)
{
  Corner corner = { i, tz_grid_keep (grid, text) };
  g_assert (!cell_at (grid, i)->corner);
  cell_at (grid, i)->corner = TRUE;
  g_array_append_val (grid->corners, corner);
}

const char *tz_grid_corner (const TzGrid *grid, int i)
{
  for (guint k = 0; tz_grid_cell (grid, i)->corner && k < grid->corners->len; k++)
    if (g_array_index (grid->corners, Corner, k).cell == i)
      return g_array_index (grid->corners, Corner, k).text;
  return NULL;
}

void tz_grid_set_runs (TzGrid *grid, int i, const TzTextRun *runs, int n)
{
  CellRuns of = { .cell = i, .first = grid->runs->len, .n = n };
  guint len = grid->cell_runs->len;
  g_assert (i >= 0 && i < (int)grid->cells->len);
  g_assert (len == 0 || g_array_index (grid->cell_runs, CellRuns, len - 1).cell < i);
  if (n == 0)
    return;
  g_array_append_vals (grid->runs, runs, (guint)n);
  g_array_append_val (grid->cell_runs, of);
}

/* The element of LIST whose first member, a cell's index, is I; elements ascend. NULL: there is none. */
static gpointer find_of_cell (const GArray *list, int i)
{
  gsize size = g_array_get_element_size ((GArray *)list);
  guint low = 0, high = list->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    gpointer element = list->data + middle * size;
    int cell = *(const int *)element;
    if (cell == i)
      return element;
    if (cell < i)
      low = middle + 1;
    else
      high = middle;
  }
  return NULL;
}

const TzTextRun *tz_grid_runs (const TzGrid *grid, int i, int *n)
{
  const CellRuns *of = find_of_cell (grid->cell_runs, i);
  *n = of ? of->n : 0;
  return of ? &g_array_index (grid->runs, TzTextRun, of->first) : NULL;
}

void tz_grid_set_value (TzGrid *grid, int i, double value, const char *format)
{
  CellValue of = { i, value, format };
  guint len = grid->values->len;
  g_assert (i >= 0 && i < (int)grid->cells->len);
  g_assert (len == 0 || g_array_index (grid->values, CellValue, len - 1).cell < i);
  g_array_append_val (grid->values, of);
}

gboolean tz_grid_value (const TzGrid *grid, int i, double *value, const char **format)
{
  const CellValue *of = find_of_cell (grid->values, i);
  if (!of)
    return FALSE;
  *value = of->value;
  *format = of->format;
  return TRUE;
}

/* ---- what there is ---- */

int tz_grid_n_rows (const TzGrid *grid)
{
  return (int)grid->rows->len;
}

int tz_grid_n_cols (const TzGrid *grid)
{
  return grid->n_cols;
}

int tz_grid_n_head (const TzGrid *grid)
{
  int n = 0;
  while (n < (int)grid->rows->len && (tz_grid_row (grid, n)->flags & TZ_ROW_HEAD))
    n++;
  return n;
}

int tz_grid_n_cells (const TzGrid *grid)
{
  return (int)grid->cells->len;
}

const TzGridRow *tz_grid_row (const TzGrid *grid, int row)
{
  g_assert (row >= 0 && row < (int)grid->rows->len);
  return &g_array_index (grid->rows, TzGridRow, row);
}

const TzCell *tz_grid_cell (const TzGrid *grid, int i)
{
  g_assert (i >= 0 && i < (int)grid->cells->len);
  return &g_array_index (grid->cells, TzCell, i);
}

int tz_grid_index_at (const TzGrid *grid, int row, int col)
{
  g_assert (row >= 0 && row < (int)grid->rows->len && col >= 0 && col < grid->n_cols);
  return g_array_index (grid->covered, gint32, (gsize)row * (gsize)grid->n_cols + (gsize)col);
}

void tz_grid_set_continued (TzGrid *grid, TzContinued continued)
{
  grid->continued = continued;
}

TzContinued tz_grid_continued (const TzGrid *grid)
{
  return grid->continued;
}

void tz_grid_set_rules (TzGrid *grid, const TzRules *rules)
{
  grid->rules = *rules;
}

const TzRules *tz_grid_rules (const TzGrid *grid)
{
  return &grid->rules;
}

void tz_grid_set_repeat_head (TzGrid *grid, gboolean repeat)
{
  grid->repeat_head = repeat;
}

gboolean tz_grid_repeat_head (const TzGrid *grid)
{
  return grid->repeat_head;
}

/* ---- panels ---- */

/* Kept columns before COL. */
static int panel_col (const gboolean *kept, int col)
{
  int n = 0;
  for (int c = 0; c < col; c++)
    n += kept[c] != 0;
  return n;
}

static void copy_cell (TzGrid *panel, const TzGrid *grid, int i, const gboolean *kept)
{
  const TzCell *from = tz_grid_cell (grid, i);
  int col = panel_col (kept, from->col), span = panel_col (kept, from->col + from->col_span) - col;
  if (span == 0)
    return;
  TzCell *cell = tz_grid_put (panel, from->row, col, from->row_span, span, from->style, from->text);
  cell->label = from->label != 0;
  g_array_append_val (panel->origins, i);
  int made = tz_grid_n_cells (panel) - 1, n;
  TzPlace source = tz_grid_source (grid, i);
  if (source.line > 0 || source.col > 0)
    tz_grid_set_source (panel, made, &source);
  if (from->corner)
    tz_grid_set_corner (panel, made, tz_grid_corner (grid, i));
  const TzTextRun *runs = tz_grid_runs (grid, i, &n);
  tz_grid_set_runs (panel, made, runs, n);
  double value;
  const char *format;
  if (tz_grid_value (grid, i, &value, &format))
    tz_grid_set_value (panel, made, value, format);
}

TzGrid *tz_grid_panel (const TzGrid *grid, const gboolean *kept)
{
  TzGrid *panel = tz_grid_new (panel_col (kept, grid->n_cols));
  panel->origins = g_array_new (FALSE, FALSE, sizeof (int));
  for (int c = 0, n = 0; c < grid->n_cols; c++)
    if (kept[c])
      panel->columns[n++] = grid->columns[c];
  g_array_append_vals (panel->styles, grid->styles->data, grid->styles->len);
  for (guint r = 0; r < grid->rows->len; r++)
    tz_grid_add_row (panel, g_array_index (grid->rows, TzGridRow, r).flags,
                     g_array_index (grid->rows, TzGridRow, r).min_height);
  for (int i = 0; i < tz_grid_n_cells (grid); i++)
    copy_cell (panel, grid, i, kept);
  panel->continued = grid->continued;
  panel->rules = grid->rules;
  panel->repeat_head = grid->repeat_head;
  return panel;
}

int tz_grid_origin (const TzGrid *grid, int i)
{
  g_assert (i >= 0 && i < (int)grid->cells->len);
  return grid->origins ? g_array_index (grid->origins, int, i) : i;
}
