/* Head rows of any depth from one path per column:
 *
 *     A / x   A / y   B            ┌───────┬───┐
 *                                  │   A   │   │
 *                                  ├───┬───┤ B │
 *                                  │ x │ y │   │
 *                                  └───┴───┴───┘
 *
 * Numbers of the columns (甲 乙 1 2), where there are any, are one more row below, each in its own cell. */
#include "compose/table/grid.h"

typedef struct {
  TzGrid *grid;
  const TzFormColumn *const *columns;
  int n_cols, depth, style;
} Head;

static int path_length (const TzFormColumn *column)
{
  return (int)g_strv_length (column->path);
}

/* Rows that the cell of COLUMN beginning at LEVEL covers; 0 if none begins there. */
static int rows_of (const Head *head, const TzFormColumn *column, int level)
{
  int length = path_length (column), next = level + 1;
  if (level >= length || (level > 0 && *column->path[level] == '\0'))
    return 0;
  while (next < length && *column->path[next] == '\0')
    next++;
  return (next < length ? next : head->depth) - level;
}

/* Whether the cells of two neighbours at LEVEL are one. */
static gboolean is_shared (const Head *head, const TzFormColumn *a, const TzFormColumn *b, int level)
{
  if (a->corner || b->corner || rows_of (head, a, level) != rows_of (head, b, level))
    return FALSE;
  for (int l = 0; l <= level; l++)
    if (!g_str_equal (a->path[l], b->path[l]))
      return FALSE;
  return TRUE;
}

static int put_cell (const Head *head, int level, int col)
{
  const TzFormColumn *column = head->columns[col];
  int rows = rows_of (head, column, level), cols = 1;
  if (rows == 0)
    return 1;
  while (col + cols < head->n_cols && is_shared (head, column, head->columns[col + cols], level))
    cols++;
  tz_grid_put (head->grid, level, col, rows, cols, head->style, column->path[level]);
  if (column->corner && level + rows == head->depth)
    tz_grid_set_corner (head->grid, tz_grid_n_cells (head->grid) - 1, column->corner);
  return cols;
}

static void put_numbers (const Head *head, const char *const *numbers)
{
  int row = tz_grid_add_row (head->grid, TZ_ROW_HEAD | TZ_ROW_KEEP_NEXT, 0);
  for (int col = 0; col < head->n_cols; col++)
    tz_grid_put (head->grid, row, col, 1, 1, head->style, numbers[col]);
}

void tz_head_rows (TzGrid *grid, const TzFormColumn *const *columns, const char *const *numbers,
                   const TzCellStyle *style)
{
  Head head = { grid, columns, tz_grid_n_cols (grid), 1, tz_grid_add_style (grid, style) };
  for (int col = 0; col < head.n_cols; col++)
    head.depth = MAX (head.depth, path_length (columns[col]));
  for (int level = 0; level < head.depth; level++)
    tz_grid_add_row (grid, TZ_ROW_HEAD | TZ_ROW_KEEP_NEXT, 0);
  for (int level = 0; level < head.depth; level++)
    for (int col = 0; col < head.n_cols;)
      col += put_cell (&head, level, col);
  if (numbers)
    put_numbers (&head, numbers);
}
