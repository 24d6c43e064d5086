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

static void add_figure (TzLayout *layout, const TzTable *table, const TzChart *chart, const TzMeasure *measure)
{
  TzFigure *figure = g_new0 (TzFigure, 1);
  figure->chart = chart;
  figure->own = chart ? tz_chart_table (chart) : NULL;
  g_assert (figure->own || table);
  figure->sized = size_figure (layout, chart ? figure->own : table, measure);
  g_ptr_array_add (layout->figures, figure);
}

void tz_layout_add_figures (TzLayout *layout, const TzMeasure *measure)
{
  const TzDoc *doc = layout->doc;
  for (guint i = 0; doc->figures && i < doc->figures->len; i++) {
    const TzBlock *block = doc->figures->pdata[i];
    if (block->kind == TZ_BLOCK_TABLE)
      add_figure (layout, block->table, NULL, measure);
    else if (block->kind == TZ_BLOCK_CHART)
      add_figure (layout, NULL, block->chart, measure);
  }
  for (guint i = 0; !doc->figures && i < doc->official->pieces->len; i++) {
    const TzPiece *piece = doc->official->pieces->pdata[i];
    if (piece->table || piece->chart)
      add_figure (layout, piece->table, piece->chart, measure);
  }
}
