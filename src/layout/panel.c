#include "layout/panel.h"

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

static TzLen width_of_keys (const TzDemand *demand, const gboolean *keys, int n)
{
  TzLen width = 0;
  for (int c = 0; c < n; c++)
    width += keys[c] ? tz_demand_floor (demand, c) : 0;
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

GPtrArray *tz_panels_new (const TzTable *table, const TzDemand *demand, TzLen room, const TzMeasure *measure)
{
  int n = tz_grid_n_cols (table->grid);
  GPtrArray *panels = g_ptr_array_new ();
  g_autofree gboolean *keys = key_columns (table->grid);
  TzLen start = width_of_keys (demand, keys, n);
  for (int from = 0; from < n;) {
    g_autofree gboolean *kept = g_memdup2 (keys, sizeof (gboolean) * (gsize)n);
    TzLen used = start;
    gboolean any = FALSE;
    for (; from < n; from++) {
      if (keys[from])
        continue;
      if (any && used + tz_demand_floor (demand, from) > room)
        break;
      used += tz_demand_floor (demand, from);
      kept[from] = any = TRUE;
    }
    if (any || panels->len == 0)
      add_panel (panels, table, kept, room, measure);
  }
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
