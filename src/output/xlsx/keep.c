/* Rows that stay on one page because the text of a merged cell stands beside them. Excel would
 * cut that text through a line wherever a page ends.
 *
 *            +-----------+------+
 *            | text text | b    | -.
 *            | text text +------+  | no page ends between these rows: they have "keep with next"
 *            | text      | c    | -'
 *            |           +------+   <- here a page may end
 *            |           | d    |
 *            +-----------+------+
 *
 * Rows kept so may leave much of the page before blank. Where the text lacks only a little to be at
 * an end higher up, the rows above are made a little higher instead, and the page can end there:
 *
 *            +-----------+------+         +-----------+------+
 *            | text text | b    |         | text text | b    |
 *            | text text +------+         | text text |      |
 *   page end =xxxxxxxxxxx=======          | text      +------+
 *            | text      | c    |         +===========+======+ page end
 *            +-----------+------+         |           | c    |
 *                                         +-----------+------+
 */
#include "output/xlsx/keep.h"

#include "output/xlsx/break.h"
#include "output/xlsx/plan.h"

#include <string.h>

static gboolean is_merged_text (const TzXlsxPlan *plan, int i)
{
  return tz_grid_cell (plan->sized->grid, i)->row_span > 1 && !tz_xlsx_is_sliced (plan, i);
}

static void keep_text (const TzXlsxPlan *plan, GArray *rows, int top, int i)
{
  const TzCell *cell = tz_grid_cell (plan->sized->grid, i);
  double height = tz_xlsx_need_of_text (plan, i, cell->text);
  int end = plan->first[cell->row + cell->row_span] - 1;
  for (int row = plan->first[cell->row]; row < end && height > 0; row++) {
    height -= plan->height[row];
    if (height > 0)
      g_array_index (rows, TzXlsxRow, top + row).keep_next = TRUE;
  }
}

void tz_xlsx_keep_texts (const TzXlsxPlan *plan, GArray *rows, int top)
{
  for (int i = 0; i < tz_grid_n_cells (plan->sized->grid); i++)
    if (is_merged_text (plan, i))
      keep_text (plan, rows, top, i);
}

/* ---- pages that would stay half empty ---- */

#define LEAST_BLANK 0.25 /* of a page */

/* How much higher the rows of merged cells down to sheet row ROW of the table would have to be for the texts
 * of all that reach further to end above. Half a line stays blank, as there is no rule. */
static double lack_above (const TzXlsxPlan *plan, int row)
{
  const TzGrid *grid = plan->sized->grid;
  double lack = 0;
  for (int i = 0; i < tz_grid_n_cells (grid); i++) {
    const TzCell *cell = tz_grid_cell (grid, i);
    int first = plan->first[cell->row], end = plan->first[cell->row + cell->row_span];
    if (first <= row && row + 1 < end && is_merged_text (plan, i))
      lack =
          MAX (lack, tz_xlsx_need_of_text (plan, i, cell->text) + tz_len_to_pt (tz_xlsx_type (plan, i).em) / 2 -
                         tz_xlsx_rows_height (plan, first, row + 1));
  }
  return lack;
}

/* Makes the rows FIRST to LAST higher by LACK in proportion, if that keeps them within LEFT. */
static gboolean make_higher (TzXlsxPlan *plan, int first, int last, double lack, double left)
{
  double have = tz_xlsx_rows_height (plan, first, last + 1), sum = 0;
  double *raised = g_new0 (double, last - first + 1);
  gboolean fits = TRUE;
  for (int i = 0; i <= last - first; i++) {
    double wanted = plan->height[first + i] * (have + lack) / have;
    raised[i] = tz_xlsx_row_height (wanted);
    fits &= raised[i] >= wanted - 0.01;
    sum += raised[i];
  }
  fits &= sum <= left;
  if (fits)
    memcpy (plan->height + first, raised, sizeof *raised * (gsize)(last - first + 1));
  g_free (raised);
  return fits;
}

/* The rows from FIRST to LAST stay together, and LEFT points of the page before are blank. */
static gboolean break_block (TzXlsxPlan *plan, const GArray *free_rows, int first, int last, double left)
{
  for (int row = last - 1; row >= first; row--) {
    if (g_array_index (free_rows, TzXlsxRow, row).keep_next ||
        tz_xlsx_rows_height (plan, first, row + 1) > left)
      continue;
    double lack = lack_above (plan, row);
    if (lack > 0 && lack < left / 2 && make_higher (plan, first, row, lack, left))
      return TRUE;
  }
  return FALSE;
}

gboolean tz_xlsx_fill_page (TzXlsxPlan *plan, const GArray *rows, const GArray *free_rows, int top,
                            const GArray *breaks, double room, int repeat_first, int repeat_last)
{
  int start = 0;
  for (guint b = 0; b < breaks->len; b++) {
    int at = g_array_index (breaks, int, b), last = at;
    double left = room;
    for (int row = start; row < at; row++)
      left -= g_array_index (rows, TzXlsxRow, row).height;
    for (int row = repeat_first; row >= 0 && start > repeat_last && row <= repeat_last; row++)
      left -= g_array_index (rows, TzXlsxRow, row).height;
    while (last + 1 < (int)rows->len && g_array_index (rows, TzXlsxRow, last).keep_next)
      last++;
    last = MIN (last, top + plan->n_sheet_rows - 1);
    if (left > room * LEAST_BLANK && at >= top && last > at &&
        break_block (plan, free_rows, at - top, last - top, left))
      return TRUE;
    start = at;
  }
  return FALSE;
}
