#include "layout/figure.h"

#include "content/chart_table.h"
#include "layout/paper.h"

static void figure_free (TzFigure *figure)
{
  tz_sized_free (figure->sized);
  tz_table_free (figure->own);
  g_free (figure);
}

GPtrArray *tz_layout_figures_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)figure_free);
}

/* As wide as the text; a table that goes on sideways as wide as it needs, because a worksheet has no edge. */
static TzSized *size_figure (const TzLayout *layout, const TzTable *table, const TzMeasure *measure)
{
  TzLen room = tz_paper_room (layout->doc, &layout->paper);
  TzDemand *demand = tz_demand_new (table->grid, measure);
  if (tz_paper_needs_panels (table, demand, room))
    room = tz_demand_floors (demand);
  TzSized *sized =
      tz_sized_new (table, tz_demand_solve (demand, MAX (room, tz_demand_least (demand))), measure);
  tz_demand_free (demand);
  return sized;
}

static TzFigure *add_table (TzLayout *layout, const TzTable *table, const TzMeasure *measure)
{
  TzFigure *figure = g_new0 (TzFigure, 1);
  figure->sized = size_figure (layout, table, measure);
  g_ptr_array_add (layout->figures, figure);
  return figure;
}

static void add_chart (TzLayout *layout, const TzChart *chart, const TzMeasure *measure)
{
  TzTable *values = tz_chart_table (chart);
  TzFigure *figure = add_table (layout, values, measure);
  figure->chart = chart;
  figure->own = values;
}

void tz_layout_add_figures (TzLayout *layout, const TzMeasure *measure)
{
  const TzDoc *doc = layout->doc;
  for (guint i = 0; doc->figures && i < doc->figures->len; i++) {
    const TzBlock *block = doc->figures->pdata[i];
    if (block->kind == TZ_BLOCK_TABLE)
      add_table (layout, block->table, measure);
    else if (block->kind == TZ_BLOCK_CHART)
      add_chart (layout, block->chart, measure);
  }
  for (guint i = 0; !doc->figures && i < doc->official->pieces->len; i++) {
    const TzPiece *piece = doc->official->pieces->pdata[i];
    if (piece->chart)
      add_chart (layout, piece->chart, measure);
    else if (piece->table)
      add_table (layout, piece->table, measure);
  }
}
