/* Texts that stand on more than one page. Excel cuts a merged cell through, in the middle of a
 * line, wherever a page ends. So a cell whose text is still going on at the end of its page is
 * written as two: its text breaks between lines, and the rest stands in a cell of its own that
 * begins on the next page.
 *
 *              one merged cell          two fragments
 *            +-----------+------+    +-----------+------+
 *            | text text | b    |    | text text | b    |
 *            | text text +------+    | text text +------+
 *            | text text | c    |    | text text | c    |
 *   page end =xxxxxxxxxxx=======     +-----------+------+
 *            | text text | d    |    +-----------+------+
 *            | text      +------+    | text text | d    |
 *            |           | e    |    | text      +------+
 *            +-----------+------+    |           | e    |
 *                                    +-----------+------+
 *
 * Rows that are split (no page can hold them) are treated so, and in tables in which some text
 * must break all merged cells that reach over a page's end, so that the page is closed by a
 * rule. Elsewhere merged cells stay whole.
 *
 * This needs pages whose ends are planned. Where they are not (a form, whose rows grow when it is
 * filled in), and where a text is longer than a cell can hold, texts go on in slices of a fixed
 * height instead (plan.c). */
#include "output/xlsx/fragment.h"

#include "output/xlsx/plan.h"
#include "output/xlsx/text.h"

#include <string.h>

/* The first sheet row of the table behind ROW at which a page begins, at most END. */
static int next_break (const TzXlsxPlan *plan, int row, int end)
{
  for (guint e = 0; e < plan->breaks->len; e++) {
    int at = g_array_index (plan->breaks, int, e);
    if (at > row)
      return MIN (at, end);
  }
  return end;
}

/* Whether the text of cell I is at an end before the first page break within the cell. */
static gboolean ends_before_break (const TzXlsxPlan *plan, int i)
{
  const TzCell *cell = tz_grid_cell (plan->sized->grid, i);
  int first = plan->first[cell->row], end = plan->first[cell->row + cell->row_span];
  int page_end = next_break (plan, first, end);
  return page_end == end ||
         tz_xlsx_need_of_text (plan, i, cell->text) <= tz_xlsx_rows_height (plan, first, page_end) + 0.01;
}

static gboolean has_long_text (const TzXlsxPlan *plan)
{
  for (int i = 0; plan->breaks->len > 0 && i < tz_grid_n_cells (plan->sized->grid); i++)
    if (!ends_before_break (plan, i))
      return TRUE;
  return FALSE;
}

void tz_xlsx_break_table (TzXlsxPlan *plan, const GArray *breaks, int top)
{
  g_clear_pointer (&plan->breaks, g_array_unref);
  plan->breaks = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint b = 0; b < breaks->len; b++) {
    int row = g_array_index (breaks, int, b) - top;
    if (row > 0 && row < plan->n_sheet_rows)
      g_array_append_val (plan->breaks, row);
  }
  plan->has_fragments = has_long_text (plan);
}

gboolean tz_xlsx_is_fragmented (const TzXlsxPlan *plan, int i)
{
  const TzGrid *grid = plan->sized->grid;
  const TzCell *cell = tz_grid_cell (grid, i);
  if (!plan->breaks || plan->breaks->len == 0 || cell->corner ||
      cell->text[tz_xlsx_head_bytes (cell->text)] != '\0')
    return FALSE;
  int first = plan->first[cell->row], end = plan->first[cell->row + cell->row_span];
  return (cell->row_span == 1 && plan->split[cell->row]) ||
         (plan->has_fragments && next_break (plan, first, end) < end);
}

gboolean tz_xlsx_goes_on (const TzXlsxPlan *plan, int i)
{
  return tz_xlsx_is_fragmented (plan, i) ? !ends_before_break (plan, i) : tz_xlsx_is_sliced (plan, i);
}

gsize tz_xlsx_fragment (const TzXlsxPlan *plan, int i, const char *text, int row, int *end)
{
  const TzCell *cell = tz_grid_cell (plan->sized->grid, i);
  int last = plan->first[cell->row + cell->row_span];
  *end = next_break (plan, row, last);
  return *end == last ? strlen (text)
                      : tz_xlsx_lines_within (plan, i, text, tz_xlsx_rows_height (plan, row, *end));
}

/* What of TEXT stands in the cell that begins at sheet row *ROW. */
static gsize next_fragment (const TzXlsxPlan *plan, int i, const char *text, int *row)
{
  if (tz_xlsx_is_fragmented (plan, i))
    return tz_xlsx_fragment (plan, i, text, *row, row);
  return tz_xlsx_is_sliced (plan, i) ? tz_xlsx_slice (plan, i, text) : strlen (text);
}

GPtrArray *tz_xlsx_fragments (const TzXlsxPlan *plan, int i)
{
  GPtrArray *fragments = g_ptr_array_new_with_free_func (g_free);
  const TzCell *cell = tz_grid_cell (plan->sized->grid, i);
  int row = plan->first[cell->row];
  for (const char *p = cell->text; *p;) {
    gsize n = next_fragment (plan, i, p, &row);
    if (n > 0)
      g_ptr_array_add (fragments, g_strndup (p, n));
    p += n;
  }
  return fragments;
}

/* ---- room for the last fragment ---- */

static gboolean make_higher (TzXlsxPlan *plan, int first, int end, double lack)
{
  double have = tz_xlsx_rows_height (plan, first, end);
  gboolean changed = FALSE;
  for (int row = first; row < end; row++) {
    double wanted = tz_xlsx_row_height (plan->height[row] * (have + lack) / have);
    changed |= wanted > plan->height[row];
    plan->height[row] = MAX (wanted, plan->height[row]);
  }
  return changed;
}

/* At the foot of each fragment but the last less than a line stays blank, because only whole lines stand
 * there. The rows were planned without that: the last fragment may lack the sum of it. */
static gboolean fit_last_fragment (TzXlsxPlan *plan, int i)
{
  const TzCell *cell = tz_grid_cell (plan->sized->grid, i);
  int row = plan->first[cell->row], last = plan->first[cell->row + cell->row_span], end;
  const char *text = cell->text;
  for (gsize n = tz_xlsx_fragment (plan, i, text, row, &end); end < last;
       row = end, n = tz_xlsx_fragment (plan, i, text, row, &end))
    text += n;
  double lack = tz_xlsx_need_of_text (plan, i, text) - tz_xlsx_rows_height (plan, row, last);
  return lack > 0.01 && make_higher (plan, row, last, lack);
}

gboolean tz_xlsx_fit_fragments (TzXlsxPlan *plan)
{
  gboolean changed = FALSE;
  for (int i = 0; i < tz_grid_n_cells (plan->sized->grid); i++)
    if (tz_xlsx_is_fragmented (plan, i))
      changed |= fit_last_fragment (plan, i);
  return changed;
}
