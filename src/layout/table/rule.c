/* Rules are found on the rows as they stand on the page, after cutting, so that a cell that the
 * page's end splits is closed on both pages.
 *
 *      col 0     1     2     3
 *   row 0  o=====o=====o=====o      outer: the table's edges on every page
 *          I  head     |     I      head: below the last row of the head, as thick, if asked
 *   row 1  o-----------+-----o
 *          I     |     :     I      inner: wherever two different cells meet.
 *   row 2  o-----+.....:     I      Inside a merged cell (:) nothing is drawn
 *          I     |     |     I
 *          o=====o=====o=====o
 *
 * Segments in one line are joined and drawn as one. Where two kinds meet the thicker one goes through,
 * and every line is longer by half of the one it ends at, so that corners (o) close. */
#include "layout/table/rule.h"

typedef struct {
  const TzSized *sized;
  const TzRuleRow *rows;
  int n;
  TzLen left;
  TzPage *page;
  TzRules rules;
} Ruler;

static int cell_index (const Ruler *r, int i, int col)
{
  return tz_grid_index_at (r->sized->grid, r->rows[i].row, col);
}

static gboolean same_cell (int a, int b)
{
  return a >= 0 && a == b;
}

static TzLen vertical_thickness (const Ruler *r, int col)
{
  return col == 0 || col == r->sized->n_cols ? r->rules.outer : r->rules.inner;
}

static gboolean has_vertical (const Ruler *r, int i, int col)
{
  if (col == 0 || col == r->sized->n_cols)
    return TRUE;
  return !same_cell (cell_index (r, i, col - 1), cell_index (r, i, col));
}

static gboolean is_head (const Ruler *r, int i)
{
  return (tz_grid_row (r->sized->grid, r->rows[i].row)->flags & TZ_ROW_HEAD) != 0;
}

/* The line above row I (n: below the last row). */
static TzLen horizontal_thickness (const Ruler *r, int i)
{
  if (i == 0 || i == r->n)
    return r->rules.outer;
  if (r->rules.double_head && is_head (r, i - 1) && !is_head (r, i))
    return r->rules.outer;
  return r->rules.inner;
}

static gboolean has_horizontal (const Ruler *r, int i, int col)
{
  return i == 0 || i == r->n || !same_cell (cell_index (r, i - 1, col), cell_index (r, i, col));
}

/* A line goes on to the far edge of the rules that it ends at. */
static void draw_vertical (const Ruler *r, int col, int from, int to)
{
  TzLen x = r->left + r->sized->x[col], thickness = vertical_thickness (r, col);
  TzLen over_top = horizontal_thickness (r, from) / 2, over_bottom = horizontal_thickness (r, to) / 2;
  tz_page_add_rule (r->page, x, r->rows[from].y - over_top, x, r->rows[to].y + over_bottom, thickness, 0);
}

static void draw_horizontal (const Ruler *r, int i, int from, int to)
{
  TzLen y = r->rows[i].y, thickness = horizontal_thickness (r, i);
  TzLen over_left = vertical_thickness (r, from) / 2, over_right = vertical_thickness (r, to) / 2;
  tz_page_add_rule (r->page, r->left + r->sized->x[from] - over_left, y, r->left + r->sized->x[to] + over_right,
                    y, thickness, 0);
}

void tz_rules_draw (const TzSized *sized, const TzRuleRow *rows, int n, TzLen x, TzPage *page)
{
  Ruler r = {
    .sized = sized, .rows = rows, .n = n, .left = x, .page = page, .rules = *tz_grid_rules (sized->grid)
  };
  if (n == 0)
    return;
  for (int col = 0; col <= sized->n_cols; col++)
    for (int from = 0, to; from < n; from = to) {
      to = from + 1;
      if (!has_vertical (&r, from, col))
        continue;
      while (to < n && has_vertical (&r, to, col))
        to++;
      draw_vertical (&r, col, from, to);
    }
  for (int i = 0; i <= n; i++)
    for (int from = 0, to; from < sized->n_cols; from = to) {
      to = from + 1;
      if (!has_horizontal (&r, i, from))
        continue;
      while (to < sized->n_cols && has_horizontal (&r, i, to))
        to++;
      draw_horizontal (&r, i, from, to);
    }
}
