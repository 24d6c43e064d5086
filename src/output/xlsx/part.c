/* Texts that stand on more than one page: of rows that no page can hold, and of merged
 * cells beside rows that no page can hold together. Excel cuts a merged cell through
 * wherever a page ends, so such a cell ends there, and the text goes on, line for line,
 * in a cell that begins on the next page. In such a table all cells end with the page, so
 * that it is closed by a rule; without such texts merged cells stay whole. */
#include "output/xlsx/part.h"

#include "output/xlsx/plan.h"
#include "output/xlsx/text.h"

#include <string.h>

/* The first sheet row of the table behind ROW at which a page begins, or END. */
static int end_behind (const TzXlsxPlan *plan, int row, int end)
{
  for (guint e = 0; e < plan->ends->len; e++) {
    int at = g_array_index (plan->ends, int, e);
    if (at > row)
      return MIN (at, end);
  }
  return end;
}

static double height_of (const TzXlsxPlan *plan, int first, int end)
{
  double height = 0;
  for (int row = first; row < end; row++)
    height += plan->height[row];
  return height;
}

static double text_height (const TzXlsxPlan *plan, int i, const char *text)
{
  return tz_xlsx_text_height (text, strlen (text), tz_xlsx_type (plan, i),
                              tz_xlsx_area_pixels (plan, tz_grid_cell (plan->sized->grid, i)));
}

/* Whether the text of cell I ends before the first page does that ends within the cell. */
static gboolean ends_in_time (const TzXlsxPlan *plan, int i)
{
  const TzCell *cell = tz_grid_cell (plan->sized->grid, i);
  int first = plan->first[cell->row], end = plan->first[cell->row + cell->row_span];
  int page_end = end_behind (plan, first, end);
  return page_end == end || text_height (plan, i, cell->text) <= height_of (plan, first, page_end) + 0.01;
}

static gboolean has_long_text (const TzXlsxPlan *plan)
{
  for (int i = 0; plan->ends->len > 0 && i < tz_grid_n_cells (plan->sized->grid); i++)
    if (!ends_in_time (plan, i))
      return TRUE;
  return FALSE;
}

void tz_xlsx_set_ends (TzXlsxPlan *plan, const GArray *breaks, int top)
{
  g_clear_pointer (&plan->ends, g_array_unref);
  plan->ends = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint b = 0; b < breaks->len; b++) {
    int row = g_array_index (breaks, int, b) - top;
    if (row > 0 && row < plan->n_sheet_rows)
      g_array_append_val (plan->ends, row);
  }
  plan->has_parts = has_long_text (plan);
}

gboolean tz_xlsx_is_parted (const TzXlsxPlan *plan, int i)
{
  const TzGrid *grid = plan->sized->grid;
  const TzCell *cell = tz_grid_cell (grid, i);
  if (!plan->ends || plan->ends->len == 0 || cell->corner ||
      cell->text[tz_xlsx_head_bytes (cell->text)] != '\0')
    return FALSE;
  int first = plan->first[cell->row], end = plan->first[cell->row + cell->row_span];
  return (cell->row_span == 1 && plan->torn[cell->row]) ||
         (plan->has_parts && end_behind (plan, first, end) < end);
}

gboolean tz_xlsx_goes_on (const TzXlsxPlan *plan, int i)
{
  return tz_xlsx_is_parted (plan, i) ? !ends_in_time (plan, i) : tz_xlsx_is_cut (plan, i);
}

gsize tz_xlsx_part (const TzXlsxPlan *plan, int i, const char *text, int row, int *end)
{
  const TzCell *cell = tz_grid_cell (plan->sized->grid, i);
  int last = plan->first[cell->row + cell->row_span];
  *end = end_behind (plan, row, last);
  return *end == last ? strlen (text) : tz_xlsx_lines_within (plan, i, text, height_of (plan, row, *end));
}

/* What of TEXT stands in the cell that begins at sheet row *ROW. */
static gsize next_part (const TzXlsxPlan *plan, int i, const char *text, int *row)
{
  if (tz_xlsx_is_parted (plan, i))
    return tz_xlsx_part (plan, i, text, *row, row);
  return tz_xlsx_is_cut (plan, i) ? tz_xlsx_piece (plan, i, text) : strlen (text);
}

GPtrArray *tz_xlsx_parts (const TzXlsxPlan *plan, int i)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  const TzCell *cell = tz_grid_cell (plan->sized->grid, i);
  int row = plan->first[cell->row];
  for (const char *p = cell->text; *p;) {
    gsize n = next_part (plan, i, p, &row);
    if (n > 0)
      g_ptr_array_add (parts, g_strndup (p, n));
    p += n;
  }
  return parts;
}

/* ---- room for the last part ---- */

static gboolean make_higher (TzXlsxPlan *plan, int first, int end, double lack)
{
  double have = height_of (plan, first, end);
  gboolean changed = FALSE;
  for (int row = first; row < end; row++) {
    double wanted = tz_xlsx_row_height (plan->height[row] * (have + lack) / have);
    changed |= wanted > plan->height[row];
    plan->height[row] = MAX (wanted, plan->height[row]);
  }
  return changed;
}

/* Less than a whole line stays blank at the foot of each part but the last, which then
 * may lack it. */
static gboolean fit_last_part (TzXlsxPlan *plan, int i)
{
  const TzCell *cell = tz_grid_cell (plan->sized->grid, i);
  int row = plan->first[cell->row], last = plan->first[cell->row + cell->row_span], end;
  const char *text = cell->text;
  for (gsize n = tz_xlsx_part (plan, i, text, row, &end); end < last;
       row = end, n = tz_xlsx_part (plan, i, text, row, &end))
    text += n;
  double lack = text_height (plan, i, text) - height_of (plan, row, last);
  return lack > 0.01 && make_higher (plan, row, last, lack);
}

gboolean tz_xlsx_fit_parts (TzXlsxPlan *plan)
{
  gboolean changed = FALSE;
  for (int i = 0; i < tz_grid_n_cells (plan->sized->grid); i++)
    if (tz_xlsx_is_parted (plan, i))
      changed |= fit_last_part (plan, i);
  return changed;
}
