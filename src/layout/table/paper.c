#include "layout/table/paper.h"

#include "base/intl.h"
#include "layout/table/panel.h"

TzLen tz_paper_room (const TzDoc *doc, const TzPaper *paper)
{
  return paper->width - doc->page.left - doc->page.right;
}

gboolean tz_paper_needs_panels (const TzTable *table, const TzDemand *demand, TzLen room)
{
  return table->sideways && !tz_demand_floors_fit (demand, room) && tz_panels_fit (table, demand, room);
}

static gboolean holds (const TzTable *table, const TzDemand *demand, TzLen room)
{
  return tz_demand_least (demand) <= room || tz_paper_needs_panels (table, demand, room);
}

static gboolean is_readable (const TzTable *table, const TzDemand *demand, TzLen room)
{
  if (tz_demand_least (demand) > room || tz_paper_needs_panels (table, demand, room))
    return FALSE;
  g_autofree TzLen *edges = tz_demand_solve (demand, room);
  return tz_demand_readable (demand, edges);
}

static gboolean all (const GPtrArray *tables, const GPtrArray *demands, TzLen room,
                     gboolean (*is) (const TzTable *table, const TzDemand *demand, TzLen room))
{
  for (guint i = 0; i < tables->len; i++)
    if (room <= 0 || !is (tables->pdata[i], demands->pdata[i], room))
      return FALSE;
  return TRUE;
}

static void report (const TzDoc *doc, const GPtrArray *tables, const GPtrArray *demands, TzDiag *diag)
{
  const TzPaper *paper = &doc->page.papers[doc->page.n_papers - 1];
  const TzTable *widest = tables->pdata[0];
  TzLen least = 0;
  for (guint i = 0; i < tables->len; i++)
    if (tz_demand_least (demands->pdata[i]) > least) {
      least = tz_demand_least (demands->pdata[i]);
      widest = tables->pdata[i];
    }
  tz_diag_add (
      diag, TZ_ERROR, NULL, "table-too-wide",
      _ ("%s: %d columns do not fit %s: they need at least %.0f mm, between the margins there are %.0f mm; "
         "let the table go on over several pages (-s table.sideways=yes), choose a larger paper (-s "
         "page.paper=…), smaller text (-s text.size=…) or fewer columns, or make the workbook alone (-f xlsx)"),
      tz_doc_table_name (doc, widest), tz_grid_n_cols (widest->grid), paper->name, tz_len_to_mm (least),
      tz_len_to_mm (MAX (tz_paper_room (doc, paper), 0)));
}

gboolean tz_paper_choose (const TzDoc *doc, const GPtrArray *tables, const GPtrArray *demands, TzPaper *paper,
                          TzDiag *diag)
{
  const TzPaper *chosen = NULL;
  gboolean readable = FALSE;
  for (int i = 0; i < doc->page.n_papers && !readable; i++) {
    TzLen room = tz_paper_room (doc, &doc->page.papers[i]);
    if (!all (tables, demands, room, holds))
      continue;
    chosen = &doc->page.papers[i];
    /* The only paper need not be tried out. */
    readable = doc->page.n_papers == 1 || all (tables, demands, room, is_readable);
  }
  if (chosen)
    *paper = *chosen;
  else if (diag)
    report (doc, tables, demands, diag);
  return chosen != NULL;
}
