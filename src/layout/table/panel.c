#include "layout/table/panel.h"

/* Columns marked as keys, or the first one if none is. */
static gboolean *key_columns (const TzGrid *grid)
{
  int n = tz_grid_n_cols (grid);
  gboolean any = FALSE, *keys = g_new0 (gboolean, n);
  for (int c = 0; c < n; c++) {
    keys[c] = tz_grid_get_column (grid, c)->key;
    any |= keys[c];
  }
  if (!any)
    keys[0] = TRUE;
  return keys;
}

/* Key columns stand on every panel: they get the width they read well in. */
static TzLen width_of_keys (const TzDemand *demand, const gboolean *keys, int n)
{
  TzLen width = 0;
  for (int c = 0; c < n; c++)
    width += keys[c] ? tz_demand_comfort (demand, c) : 0;
  return width;
}

gboolean tz_panels_fit (const TzTable *table, const TzDemand *demand, TzLen room)
{
  int n = tz_grid_n_cols (table->grid);
  g_autofree gboolean *keys = key_columns (table->grid);
  TzLen left = room - width_of_keys (demand, keys, n);
  for (int c = 0; c < n; c++)
    if (!keys[c] && tz_demand_floor (demand, c) > left)
      return FALSE;
  return TRUE;
}

/* The panel's table: the same paragraphs above on every panel, below on the last. */
static TzTable *panel_table (const TzTable *table, const gboolean *kept)
{
  TzTable *panel = g_new (TzTable, 1);
  *panel = *table;
  panel->grid = tz_grid_panel (table->grid, kept);
  panel->below = g_ptr_array_new ();
  return panel;
}

static void add_panel (GPtrArray *panels, const TzTable *table, const gboolean *kept, TzLen room,
                       const TzMeasure *measure)
{
  TzTable *panel = panel_table (table, kept);
  TzDemand *demand = tz_demand_new (panel->grid, measure);
  g_ptr_array_add (panels, tz_sized_new (panel, tz_demand_solve (demand, room), measure));
  tz_demand_free (demand);
}

static void level_heights (GPtrArray *panels, int n_rows)
{
  for (int r = 0; r < n_rows; r++) {
    TzLen height = 0;
    for (guint i = 0; i < panels->len; i++)
      height = MAX (height, ((TzSized *)panels->pdata[i])->height[r]);
    for (guint i = 0; i < panels->len; i++)
      ((TzSized *)panels->pdata[i])->height[r] = height;
  }
}

/* Whether columns COL - 1 and COL stand under one heading. */
static gboolean is_grouped (const TzGrid *grid, int col)
{
  return col > 0 && tz_grid_n_head (grid) > 1 && tz_grid_index_at (grid, 0, col - 1) >= 0 &&
         tz_grid_index_at (grid, 0, col - 1) == tz_grid_index_at (grid, 0, col);
}

/* A run of columns that stays together: FROM up to, not including, the result; the
 * columns under one heading, unless they are wider than MOST. */
static int group_end (const TzGrid *grid, const TzDemand *demand, const gboolean *keys, int from, TzLen most,
                      TzLen *width)
{
  int to = from;
  TzLen sum = 0;
  do
    sum += keys[to] ? 0 : tz_demand_floor (demand, to);
  while (++to < tz_grid_n_cols (grid) && is_grouped (grid, to));
  if (sum > most) {
    to = from + 1;
    sum = keys[from] ? 0 : tz_demand_floor (demand, from);
  }
  *width = sum;
  return to;
}

/* Fills panels up to TARGET (but never over MOST) and counts them; adds them to
 * PANELS unless that is NULL. */
static int fill_panels (const TzTable *table, const TzDemand *demand, const gboolean *keys, TzLen target,
                        TzLen most, GPtrArray *kept_columns)
{
  int n = tz_grid_n_cols (table->grid), count = 0;
  for (int from = 0; from < n; count++) {
    gboolean *kept = g_memdup2 (keys, sizeof (gboolean) * (gsize)n);
    TzLen used = 0, width;
    for (int first = from; from < n;) {
      int to = group_end (table->grid, demand, keys, from, most, &width);
      if (from > first && used > 0 && width > 0 && (used + width > most || used + width / 2 > target))
        break;
      used += width;
      for (; from < to; from++)
        kept[from] = TRUE;
    }
    if (kept_columns)
      g_ptr_array_add (kept_columns, kept);
    else
      g_free (kept);
  }
  return count;
}

GPtrArray *tz_panels_new (const TzTable *table, const TzDemand *demand, TzLen room, const TzMeasure *measure)
{
  int n = tz_grid_n_cols (table->grid);
  GPtrArray *panels = g_ptr_array_new ();
  gboolean *keys = key_columns (table->grid);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  TzLen most = room - width_of_keys (demand, keys, n), all = 0;
  for (int c = 0; c < n; c++)
    all += keys[c] ? 0 : tz_demand_floor (demand, c);
  /* As many panels as are needed, about equally full. */
  int count = fill_panels (table, demand, keys, most, most, NULL);
  g_assert (count > 0);
  fill_panels (table, demand, keys, (all + count - 1) / count, most, kept);
  for (guint i = 0; i < kept->len; i++)
    add_panel (panels, table, kept->pdata[i], room, measure);
  g_free (keys);
  level_heights (panels, tz_grid_n_rows (table->grid));
  TzTable *last = (TzTable *)((TzSized *)panels->pdata[panels->len - 1])->table;
  g_ptr_array_unref (last->below);
  last->below = g_ptr_array_ref (table->below);
  return panels;
}

void tz_panels_free (GPtrArray *panels)
{
  for (guint i = 0; i < panels->len; i++) {
    TzSized *sized = panels->pdata[i];
    TzTable *table = (TzTable *)sized->table; /* made above; its paragraphs are borrowed */
    tz_sized_free (sized);
    tz_grid_free (table->grid);
    g_ptr_array_unref (table->below);
    g_free (table);
  }
  g_ptr_array_unref (panels);
}
