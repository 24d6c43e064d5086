#include "layout/exhibit.h"

#include "content/chart_table.h"
#include "layout/table/paper.h"

/* As wide as the text is; a table that goes on sideways on pages is as wide as it needs to be here, because
 * a worksheet has no edge. */
static TzSized *size_exhibit (const TzLayout *layout, const TzTable *table, const TzMeasure *measure)
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

static TzLayoutTable *add_table (TzLayout *layout, const TzTable *table, const TzMeasure *measure)
{
  return tz_layout_add_table (layout, size_exhibit (layout, table, measure));
}

static void add_chart (TzLayout *layout, const TzChart *chart, const TzMeasure *measure)
{
  TzTable *values = tz_chart_table (chart);
  TzLayoutTable *table = add_table (layout, values, measure);
  table->chart = chart;
  table->own = values;
}

void tz_layout_add_exhibits (TzLayout *layout, const TzMeasure *measure)
{
  const TzDoc *doc = layout->doc;
  for (guint i = 0; doc->exhibits && i < doc->exhibits->len; i++) {
    const TzBlock *block = doc->exhibits->pdata[i];
    if (block->kind == TZ_BLOCK_TABLE)
      add_table (layout, block->table, measure);
    else if (block->kind == TZ_BLOCK_CHART)
      add_chart (layout, block->chart, measure);
  }
  for (guint i = 0; !doc->exhibits && i < doc->official->pieces->len; i++) {
    const TzPiece *piece = doc->official->pieces->pdata[i];
    if (piece->chart)
      add_chart (layout, piece->chart, measure);
    else if (piece->table)
      add_table (layout, piece->table, measure);
  }
}
