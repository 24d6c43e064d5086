#include "layout/flow.h"

#include "layout/exhibit.h"
#include "layout/follow.h"
#include "layout/official/official.h"
#include "layout/table/blocks.h"
#include "layout/table/missing.h"
#include "layout/table/panel.h"
#include "layout/table/paper.h"
#include "layout/table/size.h"

/* Fills TABLES with the tables of DOC, and DEMANDS with what each asks of its columns. */
static void gather_tables (const TzDoc *doc, const TzMeasure *measure, GPtrArray *tables, GPtrArray *demands)
{
  for (guint i = 0; i < doc->blocks->len; i++) {
    const TzBlock *block = doc->blocks->pdata[i];
    if (block->kind != TZ_BLOCK_TABLE)
      continue;
    g_ptr_array_add (tables, block->table);
    g_ptr_array_add (demands, tz_demand_new (block->table->grid, measure));
  }
}

/* A table that goes on sideways is sized as a whole, too: a workbook has no edge. */
static void size_table (TzLayout *layout, const TzTable *table, const TzDemand *demand,
                        const TzMeasure *measure)
{
  const TzDoc *doc = layout->doc;
  TzLen room = tz_paper_room (doc, &layout->paper);
  TzLen page = layout->paper.height - doc->page.top - doc->page.bottom;
  if (!tz_paper_needs_panels (table, demand, room)) {
    tz_layout_add_table (layout, tz_sized_new_best (table, demand, room, page, measure));
    return;
  }
  GPtrArray *panels = tz_panels_new (table, demand, room, measure);
  TzSized *whole = tz_sized_new (table, tz_demand_solve (demand, tz_demand_floors (demand)), measure);
  tz_layout_add_table (layout, whole)->panels = panels;
}

static void size_undrawn (TzLayout *layout, const TzTable *table, const TzDemand *demand,
                          const TzMeasure *measure)
{
  TzLen room = tz_paper_room (layout->doc, &layout->paper);
  if (tz_demand_least (demand) > room || tz_paper_needs_panels (table, demand, room))
    room = tz_demand_floors (demand);
  tz_layout_add_table (layout, tz_sized_new_undrawn (table, tz_demand_solve (demand, room), measure));
}

static void size_tables (TzLayout *layout, const GPtrArray *tables, const GPtrArray *demands,
                         const TzMeasure *measure, gboolean drawn, TzDiag *diag)
{
  for (guint i = 0; i < tables->len; i++) {
    const TzTable *table = tables->pdata[i];
    if (drawn) {
      size_table (layout, table, demands->pdata[i], measure);
      tz_sized_report_missing (tz_layout_sized (layout, i), diag);
      tz_sized_report_cut (tz_layout_sized (layout, i), diag);
    } else {
      size_undrawn (layout, table, demands->pdata[i], measure);
      tz_grid_report_missing (table->grid, measure, diag);
    }
  }
}

/* A worksheet has no edge: where no paper holds the tables, the last one has to do. */
static gboolean choose_paper (TzLayout *layout, const GPtrArray *tables, const GPtrArray *demands,
                              gboolean drawn, TzDiag *diag)
{
  const TzPageSetup *page = &layout->doc->page;
  gboolean chosen = tz_paper_choose (layout->doc, tables, demands, &layout->paper, drawn ? diag : NULL);
  if (!chosen && !drawn)
    layout->paper = page->papers[page->n_papers - 1];
  return chosen || !drawn;
}

static TzLayout *lay_out (const TzDoc *doc, const TzMeasure *measure, gboolean drawn, TzDiag *diag)
{
  TzLayout *layout = tz_layout_begin (doc);
  GPtrArray *tables = g_ptr_array_new ();
  GPtrArray *demands = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_demand_free);
  gather_tables (doc, measure, tables, demands);
  gboolean done = choose_paper (layout, tables, demands, drawn, diag);
  if (done)
    size_tables (layout, tables, demands, measure, drawn, diag);
  if (done && drawn)
    done = tz_blocks_fill_pages (layout, measure, diag);
  g_ptr_array_unref (tables);
  g_ptr_array_unref (demands);
  if (!done)
    g_clear_pointer (&layout, tz_layout_free);
  return layout;
}

/* Whether one of its papers holds the tables of DOC. */
static gboolean fits_paper (const TzDoc *doc, const TzMeasure *measure)
{
  TzPaper unused;
  GPtrArray *tables = g_ptr_array_new ();
  GPtrArray *demands = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_demand_free);
  gather_tables (doc, measure, tables, demands);
  gboolean fits = tz_paper_choose (doc, tables, demands, &unused, NULL);
  g_ptr_array_unref (tables);
  g_ptr_array_unref (demands);
  return fits;
}

static void lay_out_sheets (TzLayout *layout, const TzMeasure *measure, gboolean drawn, TzDiag *diag)
{
  const GPtrArray *sheets = layout->doc->sheets;
  for (guint i = 0; sheets && i < sheets->len; i++) {
    gboolean has_pages = drawn || fits_paper (sheets->pdata[i], measure);
    TzLayout *sheet = lay_out (sheets->pdata[i], measure, has_pages, diag);
    if (sheet)
      g_ptr_array_add (layout->sheets, sheet);
  }
}

TzLayout *tz_layout_unnumbered (const TzDoc *doc, const TzMeasure *measure, TzDiag *diag)
{
  return lay_out (doc, measure, TRUE, diag);
}

static gboolean has_long_table (const TzDoc *doc)
{
  for (guint i = 0; i < doc->blocks->len; i++) {
    const TzBlock *block = doc->blocks->pdata[i];
    if (block->kind == TZ_BLOCK_TABLE && tz_grid_n_rows (block->table->grid) > TZ_LONG_TABLE)
      return TRUE;
  }
  return FALSE;
}

/* Whether pages of DOC can be counted in a short time, although nobody draws them. */
static gboolean has_countable_pages (const TzDoc *doc, const TzMeasure *measure)
{
  return !has_long_table (doc) && fits_paper (doc, measure);
}

static gboolean all_have_countable_pages (const TzDoc *doc, const TzMeasure *measure)
{
  gboolean all = has_countable_pages (doc, measure);
  for (guint i = 0; doc->following && i < doc->following->len && all; i++)
    all = has_countable_pages (doc->following->pdata[i], measure);
  return all;
}

/* DOC and the tables that follow it, each on a paper of its own; pages still apart. Without DRAWN those that
 * can be counted in a short time are made. NULL with the findings about all of them. */
static TzLayout *lay_out_all (const TzDoc *doc, const TzMeasure *measure, gboolean drawn, TzDiag *diag)
{
  guint n = doc->following ? doc->following->len : 0;
  gboolean counted = drawn || (n > 0 && has_countable_pages (doc, measure));
  TzLayout *layout = lay_out (doc, measure, counted, diag);
  gboolean done = layout != NULL;
  for (guint i = 0; i < n; i++) {
    const TzDoc *following = doc->following->pdata[i];
    TzLayout *next = lay_out (following, measure, drawn || has_countable_pages (following, measure), diag);
    done &= next != NULL;
    if (next && layout)
      g_ptr_array_add (layout->following, next);
    else
      tz_layout_free (next);
  }
  if (!done)
    g_clear_pointer (&layout, tz_layout_free);
  return layout;
}

TzLayout *tz_layout_undrawn (const TzDoc *doc, const TzMeasure *measure, TzDiag *diag)
{
  if (doc->official || all_have_countable_pages (doc, measure))
    return tz_layout_new (doc, measure, diag);
  TzLayout *layout = lay_out_all (doc, measure, FALSE, diag);
  if (layout)
    lay_out_sheets (layout, measure, FALSE, diag);
  return layout;
}

TzLayout *tz_layout_new (const TzDoc *doc, const TzMeasure *measure, TzDiag *diag)
{
  if (doc->official) {
    TzLayout *layout = tz_layout_begin (doc);
    layout->paper = doc->page.papers[0];
    if (!tz_official_lay_out (layout, measure, tz_layout_unnumbered, diag))
      g_clear_pointer (&layout, tz_layout_free);
    if (layout)
      tz_layout_add_exhibits (layout, measure);
    return layout;
  }
  TzLayout *layout = lay_out_all (doc, measure, TRUE, diag);
  if (layout) {
    tz_follow_join (layout, measure);
    lay_out_sheets (layout, measure, TRUE, diag);
  }
  return layout;
}
