/* How wide and high things are in Excel.
 *
 * Widths. A column is stored as a number of digits of the workbook's Normal
 * font, here Times New Roman 10.5 (see xlsx.c), whose digits are 7 pixels wide at
 * 96 dpi, plus 5 pixels of padding: digits = (pixels - 5) / 7. Columns thus have
 * whole pixels (3/4 pt). The edges are rounded down, not the widths, so that the
 * sum never passes the width the pages have.
 *
 * Heights. A recipient's fonts are not ours, and Excel breaks lines by its own
 * rules: it does not squeeze marks, and a cell keeps 5 pixels for itself. So the
 * lines are counted anew that way. */
#include "output/xlsx/plan.h"

#include "output/xlsx/text.h"

#include <math.h>
#include <string.h>

#define PIXEL       0.75   /* points, at 96 dpi */
#define MAX_HEIGHT  408.75 /* points: Excel allows 409 */
#define DEFAULT_ROW 15.0   /* points */
#define MIN_PAGE    72.0   /* points for rows, however little a page has */

/* Slices of a split row that fill a page. With fewer, much of a page may stay blank before the next slice;
 * with more, texts stand in more cells than necessary. */
#define SLICES_OF_A_PAGE 3

/* Excel's row for one line: 13.5 pt for 宋体 11, 14.25 for 12, 11.25 for 9; so at
 * most 1.25 times the size, and 仿宋_GB2312 and 楷体_GB2312 less. Noto's hanzi, which
 * viewers without those fonts take instead, have 1.448 times; this much is planned,
 * so that nothing is clipped with them, and Excel itself has a sixth to spare. */
#define LINE_FACTOR 1.45

/* Pixels that a cell keeps between its edges and its text: two on each side and
 * the rule in Excel, and one because viewers round the widths of glyphs. */
#define CELL_PADDING 6
#define ROW_PADDING  (5 * PIXEL) /* with fewer, texts seem to touch the rules */

/* Pixels of a step of indent: three blanks of the Normal font, 9 in Excel, and viewers take a little more. */
#define INDENT_STEP 12

#define SMALLEST (6 * TZ_PT) /* text is not shrunk below this */

double tz_xlsx_row_height (double height)
{
  double rounded = ceil (height / PIXEL - 0.001) * PIXEL;
  rounded = CLAMP (rounded, PIXEL, MAX_HEIGHT);
  return rounded == DEFAULT_ROW ? DEFAULT_ROW + PIXEL : rounded;
}

int tz_xlsx_pixels (TzLen length, double widen)
{
  return (int)floor (tz_len_to_pt (length) * widen / PIXEL);
}

int tz_xlsx_rows_for (double height)
{
  return MAX (1, (int)ceil (height / MAX_HEIGHT - 0.0001));
}

static TzLen text_room (int pixels)
{
  return tz_len_from_pt (MAX (pixels - CELL_PADDING, 1) * PIXEL);
}

static double line_height (TzLen size)
{
  return tz_len_to_pt (size) * LINE_FACTOR;
}

double tz_xlsx_text_height (const char *text, gsize n_bytes, TzXlsxType type, int pixels)
{
  if (n_bytes == 0)
    return 0;
  return tz_xlsx_count_lines (text, n_bytes, type, text_room (pixels)) * line_height (type.em) + ROW_PADDING;
}

int tz_xlsx_indent (const TzCellStyle *style)
{
  return (int)MIN (style->indent / MAX (style->text.size, 1), 15);
}

int tz_xlsx_area_pixels (const TzXlsxPlan *plan, const TzCell *cell)
{
  int pixels = -INDENT_STEP * tz_xlsx_indent (tz_grid_style (plan->sized->grid, cell->style));
  for (int col = cell->col; col < cell->col + cell->col_span; col++)
    pixels += plan->pixels[col];
  return MAX (pixels, 1);
}

static void plan_columns (TzXlsxPlan *plan, const TzSized *sized, double widen)
{
  int edge = 0;
  for (int col = 0; col < plan->n_cols; col++) {
    int next = tz_xlsx_pixels (sized->x[col + 1], widen);
    plan->pixels[col] = CLAMP (next - edge, 1, 1790); /* 255 digits and the padding */
    edge = next;
  }
}

/* ---- what cells need ---- */

gboolean tz_xlsx_value (const TzGrid *grid, int i, double *value, const char **num_format)
{
  const TzCell *cell = tz_grid_cell (grid, i);
  TzValueType type = tz_grid_style (grid, cell->style)->type;
  return tz_grid_value (grid, i, value, num_format) || tz_value_of_text (cell->text, type, value, num_format);
}

/* A number stands on one line and is shrunk if need be. */
static gboolean is_value (const TzGrid *grid, int i)
{
  double value = 0;
  const char *num_format = NULL;
  return tz_xlsx_value (grid, i, &value, &num_format);
}

static double corner_height (const TzGrid *grid, int i, TzXlsxType type, int pixels)
{
  const char *corner = tz_grid_corner (grid, i);
  return corner ? tz_xlsx_text_height (corner, strlen (corner), type, pixels) : 0;
}

TzXlsxType tz_xlsx_type (const TzXlsxPlan *plan, int i)
{
  const TzCell *cell = tz_grid_cell (plan->sized->grid, i);
  const TzLines *lines = plan->sized->lines ? plan->sized->lines[i] : NULL;
  const TzTextStyle *style = &tz_sized_style (plan->sized, cell)->text;
  int n_runs;
  TzXlsxType type = { lines ? lines->size : style->size, style->bold };
  type.bold |= tz_grid_runs (plan->sized->grid, i, &n_runs) != NULL;
  if (plan->space.tall != TZ_TALL_SHRINK || cell->row_span > 1)
    return type;
  int pixels = tz_xlsx_area_pixels (plan, cell);
  while (type.em > SMALLEST &&
         tz_xlsx_text_height (cell->text, strlen (cell->text), type, pixels) > plan->limit)
    type.em -= TZ_PT / 2;
  return type;
}

double tz_xlsx_need_of_text (const TzXlsxPlan *plan, int i, const char *text)
{
  return tz_xlsx_text_height (text, strlen (text), tz_xlsx_type (plan, i),
                              tz_xlsx_area_pixels (plan, tz_grid_cell (plan->sized->grid, i)));
}

double tz_xlsx_rows_height (const TzXlsxPlan *plan, int first, int end)
{
  double height = 0;
  for (int row = first; row < end; row++)
    height += plan->height[row];
  return height;
}

static double need_of (const TzXlsxPlan *plan, int i)
{
  const TzGrid *grid = plan->sized->grid;
  const TzCell *cell = tz_grid_cell (grid, i);
  TzXlsxType type = tz_xlsx_type (plan, i);
  int pixels = tz_xlsx_area_pixels (plan, cell);
  double lines = tz_grid_style (grid, cell->style)->fill.kind != TZ_FILL_NONE ? plan->space.fill_lines : 1;
  double least = lines * line_height (type.em) + ROW_PADDING;
  if (is_value (grid, i))
    return least;
  return MAX (least, tz_xlsx_text_height (cell->text, strlen (cell->text), type, pixels) +
                         corner_height (grid, i, type, pixels));
}

/* ---- rows that become several ---- */

/* A summary counts the cells that name a unit: no name may be cut in two. */
static gboolean is_counted (const TzXlsxPlan *plan, const TzCell *cell)
{
  return tz_grid_get_column (plan->sized->grid, cell->col)->count_by == TZ_COUNT_OWNER;
}

/* The first N bytes of TEXT up to the last mark among them; all if there is none. */
static gsize whole_names (const char *text, gsize n)
{
  static const char *const marks[] = { "、", "，", "；", ",", ";", "\n" };
  gsize best = 0;
  for (guint i = 0; text[n] != '\0' && i < G_N_ELEMENTS (marks); i++) {
    const char *mark = g_strrstr_len (text, (gssize)n, marks[i]);
    if (mark)
      best = MAX (best, (gsize)(mark - text) + strlen (marks[i]));
  }
  return best > 0 ? best : n;
}

gsize tz_xlsx_lines_within (const TzXlsxPlan *plan, int i, const char *text, double height)
{
  const TzCell *cell = tz_grid_cell (plan->sized->grid, i);
  TzXlsxType type = tz_xlsx_type (plan, i);
  int most = (int)floor ((height - ROW_PADDING) / line_height (type.em) + 0.001);
  gsize n = tz_xlsx_first_lines (text, type, text_room (tz_xlsx_area_pixels (plan, cell)), most);
  return is_counted (plan, cell) ? whole_names (text, n) : n;
}

gsize tz_xlsx_slice (const TzXlsxPlan *plan, int i, const char *text)
{
  return tz_xlsx_lines_within (plan, i, text, plan->slice);
}

static gboolean fits_a_cell (const TzCell *cell)
{
  return cell->text[tz_xlsx_head_bytes (cell->text)] == '\0';
}

gboolean tz_xlsx_is_sliced (const TzXlsxPlan *plan, int i)
{
  const TzCell *cell = tz_grid_cell (plan->sized->grid, i);
  if (cell->corner)
    return FALSE;
  if (!fits_a_cell (cell))
    return TRUE;
  return cell->row_span == 1 && plan->split[cell->row] &&
         tz_xlsx_slice (plan, i, cell->text) < strlen (cell->text);
}

static void add_height (GArray *heights, guint at, double height)
{
  if (at == heights->len)
    g_array_append_val (heights, height);
  else
    g_array_index (heights, double, at) = MAX (g_array_index (heights, double, at), height);
}

/* Sheet rows for the slices of cell I, which ends in the table row that begins at FIRST. */
static void add_slices (const TzXlsxPlan *plan, GArray *heights, guint first, int i)
{
  const TzCell *cell = tz_grid_cell (plan->sized->grid, i);
  TzXlsxType type = tz_xlsx_type (plan, i);
  int pixels = tz_xlsx_area_pixels (plan, cell);
  guint at = first;
  for (const char *p = cell->text; *p; at++) {
    gsize n = tz_xlsx_slice (plan, i, p);
    add_height (heights, at, tz_xlsx_row_height (tz_xlsx_text_height (p, n, type, pixels)));
    p += n;
  }
}

/* A row that no page can hold, or with a text that no cell can hold: such texts go
 * on from sheet row to sheet row, line for line, so that a page may end after each. */
static void split_row (const TzXlsxPlan *plan, GArray *heights, int row, double need)
{
  guint first = heights->len;
  for (int col = 0; col < plan->n_cols; col++) {
    int i = tz_grid_index_at (plan->sized->grid, row, col);
    const TzCell *cell = i >= 0 ? tz_grid_cell (plan->sized->grid, i) : NULL;
    if (cell && cell->col == col && cell->row + cell->row_span == row + 1 &&
        (tz_xlsx_is_sliced (plan, i) || cell->row == row))
      add_slices (plan, heights, first, i);
  }
  for (guint i = first; i < heights->len; i++)
    need -= g_array_index (heights, double, i);
  for (; need > 0.01 || heights->len == first; need -= plan->slice)
    add_height (heights, heights->len, tz_xlsx_row_height (MIN (need, plan->slice)));
}

static void cut_rows (TzXlsxPlan *plan, const double *need)
{
  GArray *heights = g_array_new (FALSE, FALSE, sizeof (double));
  for (int row = 0; row < plan->n_rows; row++) {
    int n = tz_xlsx_rows_for (need[row]);
    plan->first[row] = (int)heights->len;
    if (plan->split[row])
      split_row (plan, heights, row, need[row]);
    else
      for (int i = 0; i < n; i++)
        add_height (heights, heights->len, tz_xlsx_row_height (need[row] / n));
  }
  plan->first[plan->n_rows] = (int)heights->len;
  plan->n_sheet_rows = (int)heights->len;
  plan->height = (double *)(void *)g_array_free (heights, FALSE);
}

/* ---- heights of table rows ---- */

/* A merged cell that needs more than its rows have raises them in proportion. */
static void raise_rows (double *need, int n, double wanted)
{
  double have = 0;
  for (int i = 0; i < n; i++)
    have += need[i];
  if (have >= wanted)
    return;
  for (int i = 0; i < n; i++)
    need[i] = have > 0 ? need[i] * wanted / have : wanted / n;
}

/* Cells of one row first; those of several when all rows are known. */
static void fit_cells (const TzXlsxPlan *plan, double *need, gboolean spans)
{
  for (int i = 0; i < tz_grid_n_cells (plan->sized->grid); i++) {
    const TzCell *cell = tz_grid_cell (plan->sized->grid, i);
    if ((cell->row_span > 1) == spans)
      raise_rows (need + cell->row, cell->row_span, need_of (plan, i));
  }
}

/* What a page has for a row, below the head if that is repeated. */
static void find_room (TzXlsxPlan *plan)
{
  const TzGrid *grid = plan->sized->grid;
  int n_head = tz_grid_n_head (grid);
  double *head = g_new0 (double, n_head + 1);
  plan->limit = MAX_HEIGHT;
  for (int i = 0; i < tz_grid_n_cells (grid) && tz_grid_cell (grid, i)->row < n_head; i++)
    if (tz_grid_cell (grid, i)->row_span == 1)
      head[tz_grid_cell (grid, i)->row] = MAX (head[tz_grid_cell (grid, i)->row], need_of (plan, i));
  for (int row = 0; tz_grid_repeat_head (grid) && row < n_head; row++)
    plan->room -= head[row];
  g_free (head);
  plan->room = MAX (plan->room, MIN_PAGE);
  plan->limit = MIN (MAX_HEIGHT, plan->room);
  plan->slice = CLAMP (plan->room / SLICES_OF_A_PAGE, MIN_PAGE, plan->limit);
}

static void find_split_rows (TzXlsxPlan *plan, const double *need)
{
  const TzGrid *grid = plan->sized->grid;
  double above = 0; /* headings that stay with the row */
  for (int row = tz_grid_n_head (grid); row < plan->n_rows; row++) {
    plan->split[row] = need[row] + above > plan->room;
    above = tz_grid_row (grid, row)->flags & TZ_ROW_SECTION ? above + need[row] : 0;
  }
  for (int i = 0; i < tz_grid_n_cells (grid); i++) {
    const TzCell *cell = tz_grid_cell (grid, i);
    if (!cell->corner && !fits_a_cell (cell))
      plan->split[cell->row + cell->row_span - 1] = TRUE;
  }
  for (int row = 0; row < plan->n_rows; row++) {
    plan->n_split += plan->split[row];
    plan->n_tall += need[row] > MAX_HEIGHT;
  }
}

TzXlsxPlan *tz_xlsx_plan_new (const TzSized *sized, const TzXlsxSpace *space)
{
  TzXlsxPlan *plan = g_new0 (TzXlsxPlan, 1);
  plan->sized = sized;
  plan->space = *space;
  plan->n_cols = sized->n_cols;
  plan->n_rows = sized->n_rows;
  plan->pixels = g_new0 (int, plan->n_cols);
  plan->first = g_new0 (int, plan->n_rows + 1);
  plan->split = g_new0 (guint8, plan->n_rows + 1);
  plan->room = space->room;
  plan_columns (plan, sized, space->widen);
  find_room (plan);
  double *need = g_new0 (double, plan->n_rows + 1);
  for (int row = 0; row < plan->n_rows; row++)
    need[row] = tz_len_to_pt (tz_grid_row (sized->grid, row)->min_height);
  fit_cells (plan, need, FALSE);
  fit_cells (plan, need, TRUE);
  find_split_rows (plan, need);
  cut_rows (plan, need);
  g_free (need);
  return plan;
}

void tz_xlsx_plan_free (TzXlsxPlan *plan)
{
  if (!plan)
    return;
  g_free (plan->pixels);
  g_free (plan->first);
  g_free (plan->split);
  g_free (plan->height);
  g_clear_pointer (&plan->breaks, g_array_unref);
  g_free (plan);
}
