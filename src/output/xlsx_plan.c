/* How wide and high things are in Excel.
 *
 * Widths. A column is stored as a number of digits of the workbook's Normal
 * font, here Arial 10 (see xlsx.c), whose digits are 7 pixels wide at 96 dpi, plus
 * 5 pixels of padding: digits = (pixels - 5) / 7. Columns thus have whole
 * pixels (3/4 pt). The edges are rounded down, not the widths, so that the sum
 * never passes the width the pages have.
 *
 * Heights. A recipient's fonts are not ours, and Excel breaks lines by its own
 * rules: it does not squeeze marks, and a cell keeps 5 pixels for itself. So the
 * lines are counted anew that way, and a row is as high as the higher of both
 * countings says. */
#include "output/xlsx.h"

#include <math.h>
#include <string.h>

#define PIXEL       0.75   /* points, at 96 dpi */
#define MAX_HEIGHT  408.75 /* points: Excel allows 409 */
#define DEFAULT_ROW 15.0   /* points */

/* Excel's row for one line: 13.5 pt for 宋体 11, 14.25 for 12, 11.25 for 9; so at
 * most 1.25 times the size. Other makers' hanzi fonts take up to 1.45 times. */
#define LINE_FACTOR 1.45

double tz_xlsx_row_height (double height)
{
  double rounded = ceil (height / PIXEL - 0.001) * PIXEL;
  rounded = CLAMP (rounded, PIXEL, MAX_HEIGHT);
  return rounded == DEFAULT_ROW ? DEFAULT_ROW + PIXEL : rounded;
}

int tz_xlsx_rows_for (double height)
{
  return MAX (1, (int)ceil (height / MAX_HEIGHT - 0.0001));
}

double tz_xlsx_text_height (const char *text, gsize n_bytes, const TzTextStyle *style, TzLen size, int pixels)
{
  if (n_bytes == 0)
    return 0;
  TzLen room = tz_len_from_pt ((pixels - 5) * PIXEL);
  int lines = tz_xlsx_count_lines (text, n_bytes, size, room);
  double line = MAX (tz_len_to_pt (size) * LINE_FACTOR, tz_len_to_pt (style->pitch));
  return lines * line + 2 * PIXEL;
}

static int span_pixels (const TzXlsxPlan *plan, const TzCell *cell)
{
  int pixels = 0;
  for (int col = cell->col; col < cell->col + cell->col_span; col++)
    pixels += plan->pixels[col];
  return pixels;
}

static void plan_columns (TzXlsxPlan *plan, const TzSized *sized)
{
  int edge = 0;
  for (int col = 0; col < plan->n_cols; col++) {
    int next = (int)floor (tz_len_to_pt (sized->x[col + 1]) / PIXEL);
    plan->pixels[col] = CLAMP (next - edge, 1, 1790); /* 255 digits and the padding */
    edge = next;
  }
}

/* ---- heights of table rows ---- */

typedef struct {
  double need; /* points of all its text */
  int pieces;  /* cells it takes because Excel cannot hold it in one */
  int rows;    /* sheet rows that these take */
} CellNeed;

/* A number stands on one line and is shrunk if need be. */
static gboolean is_value (const TzGrid *grid, const TzCell *cell)
{
  double value = 0;
  const char *num_format = NULL;
  return tz_xlsx_value (cell->text, tz_grid_style (grid, cell->style)->type, &value, &num_format);
}

static CellNeed need_of (const TzXlsxPlan *plan, const TzSized *sized, int i)
{
  const TzCell *cell = tz_grid_cell (sized->grid, i);
  const TzTextStyle *style = &tz_grid_style (sized->grid, cell->style)->text;
  if (is_value (sized->grid, cell))
    return (CellNeed){ tz_len_to_pt (style->size) * LINE_FACTOR, 1, 1 };
  TzLen size = sized->lines[i] ? sized->lines[i]->size : style->size;
  CellNeed total = { 0, 0, 0 };
  for (const char *p = cell->text; *p;) {
    gsize n = tz_xlsx_head_bytes (p);
    double need = tz_xlsx_text_height (p, n, style, size, span_pixels (plan, cell));
    total.need += need;
    total.pieces++;
    total.rows += tz_xlsx_rows_for (need);
    p += n;
  }
  if (cell->corner)
    total.need +=
        tz_xlsx_text_height (cell->corner, strlen (cell->corner), style, size, span_pixels (plan, cell));
  return total;
}

/* What single-row cells need; spans come after, when all rows are known. */
static void fit_cells (const TzXlsxPlan *plan, const TzSized *sized, double *need, int *parts)
{
  for (int i = 0; i < tz_grid_n_cells (sized->grid); i++) {
    const TzCell *cell = tz_grid_cell (sized->grid, i);
    if (cell->row_span > 1)
      continue;
    CellNeed own = need_of (plan, sized, i);
    need[cell->row] = MAX (need[cell->row], own.need);
    if (own.pieces > 1)
      parts[cell->row] = MAX (parts[cell->row], own.rows);
  }
}

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

static void fit_spans (const TzXlsxPlan *plan, const TzSized *sized, double *need, int *parts)
{
  for (int i = 0; i < tz_grid_n_cells (sized->grid); i++) {
    const TzCell *cell = tz_grid_cell (sized->grid, i);
    if (cell->row_span == 1)
      continue;
    CellNeed own = need_of (plan, sized, i);
    int last = cell->row + cell->row_span - 1;
    raise_rows (need + cell->row, cell->row_span, own.need);
    if (own.pieces > 1)
      parts[last] = MAX (parts[last], own.rows);
  }
}

/* Cuts each table row into sheet rows of equal height. A row made for a cut text
 * has full sheet rows, so that every piece has the room it was counted for. */
static void cut_rows (TzXlsxPlan *plan, const double *need, const int *parts)
{
  GArray *heights = g_array_new (FALSE, FALSE, sizeof (double));
  for (int row = 0; row < plan->n_rows; row++) {
    int n = MAX (parts[row], tz_xlsx_rows_for (need[row]));
    double height = parts[row] > 1 ? MAX_HEIGHT : tz_xlsx_row_height (need[row] / n);
    plan->first[row] = (int)heights->len;
    for (int i = 0; i < n; i++)
      g_array_append_val (heights, height);
  }
  plan->first[plan->n_rows] = (int)heights->len;
  plan->n_sheet_rows = (int)heights->len;
  plan->height = (double *)(void *)g_array_free (heights, FALSE);
}

TzXlsxPlan *tz_xlsx_plan_new (const TzSized *sized)
{
  TzXlsxPlan *plan = g_new0 (TzXlsxPlan, 1);
  plan->n_cols = sized->n_cols;
  plan->n_rows = sized->n_rows;
  plan->pixels = g_new0 (int, plan->n_cols);
  plan->first = g_new0 (int, plan->n_rows + 1);
  plan_columns (plan, sized);
  double *need = g_new (double, plan->n_rows + 1);
  int *parts = g_new (int, plan->n_rows + 1);
  for (int row = 0; row < plan->n_rows; row++) {
    need[row] = tz_len_to_pt (sized->height[row]);
    parts[row] = 1;
  }
  fit_cells (plan, sized, need, parts);
  fit_spans (plan, sized, need, parts);
  cut_rows (plan, need, parts);
  g_free (need);
  g_free (parts);
  return plan;
}

void tz_xlsx_plan_free (TzXlsxPlan *plan)
{
  g_free (plan->pixels);
  g_free (plan->first);
  g_free (plan->height);
  g_free (plan);
}
