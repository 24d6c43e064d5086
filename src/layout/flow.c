#include "layout/flow.h"

#include "base/intl.h"
#include "layout/exhibit.h"
#include "layout/missing.h"
#include "layout/number.h"
#include "layout/official/official.h"
#include "layout/table/panel.h"
#include "layout/table/paper.h"
#include "layout/structure.h"
#include "layout/table/frame.h"
#include "layout/wrap/wrap.h"

typedef struct {
  TzLayout *layout;
  const TzDoc *doc;
  const TzMeasure *measure;
  TzDiag *diag;
  gboolean drawn;
  TzLen width, height; /* of the type area */
  TzPage *page;        /* the page being filled */
  TzLen y;             /* from the type area's top; only ever as high as what stands there */
  const TzGrid *whole; /* of the table, also where it goes on sideways */
  guint32 table;       /* its node, once there is one */
  guint32 *cells;      /* the nodes of WHOLE's cells, those that are set already cleared; NULL: none yet */
} Flow;

/* ---- structure ---- */

static guint32 add_node (const Flow *flow, const TzPara *para, TzNodeKind kind, guint32 parent)
{
  TzPages *pages = flow->layout->pages;
  return para->outline > 0 ? tz_structure_add_heading (pages, para->outline, parent)
                           : tz_structure_add (pages, kind, parent);
}

/* What stands above a table with a title comes before it; without one it is the
 * table's caption. On further panels it was said before. */
static guint32 add_above_node (Flow *flow, const TzTable *table, const TzPara *para)
{
  if (flow->cells)
    return TZ_NODE_NONE;
  return tz_table_is_titled (table)
             ? add_node (flow, para, TZ_NODE_PARA, TZ_NODE_ROOT)
             : tz_structure_add_caption (flow->layout->pages, &flow->table, TZ_NODE_ROOT);
}

/* The cells of a table, or of one of its panels: texts that an earlier panel has set
 * are left out. */
static void name_cells (Flow *flow, TzSized *sized)
{
  if (flow->table == TZ_NODE_NONE)
    flow->table = tz_structure_add (flow->layout->pages, TZ_NODE_TABLE, TZ_NODE_ROOT);
  if (!flow->cells)
    flow->cells = tz_structure_add_rows (flow->layout->pages, flow->whole, flow->table);
  tz_sized_take_nodes (sized, flow->whole, flow->cells);
}

/* ---- paragraphs ---- */

static const TzLines *set_para (const Flow *flow, const TzPara *para)
{
  return tz_wrap (flow->measure, para->text, &para->style, flow->width);
}

static void new_page (Flow *flow)
{
  const TzPaper *paper = &flow->layout->paper;
  flow->page = tz_pages_add (flow->layout->pages, paper->width, paper->height);
  flow->page->turned = tz_page_is_turned (&flow->doc->page, paper->width, paper->height);
  flow->y = 0;
}

static int page_number (const Flow *flow)
{
  return (int)flow->layout->pages->pages->len - 1;
}

static void draw_para (Flow *flow, const TzPara *para, gboolean first_time, guint32 node)
{
  const TzLines *lines = set_para (flow, para);
  if (para->outline > 0 && first_time)
    tz_pages_add_outline (flow->layout->pages, para->outline, para->text, page_number (flow),
                          flow->doc->page.top + flow->y);
  TzLen pitch = tz_para_pitch (para, lines);
  flow->y += para->space_before;
  flow->page->node = node;
  tz_page_add_text (flow->page, lines, 0, lines->n_lines, flow->doc->page.left,
                    flow->doc->page.top + flow->y + (pitch - lines->size) / 2);
  flow->page->node = TZ_NODE_NONE;
  flow->y += lines->n_lines * pitch + para->space_after;
}

/* A paragraph in the flow: broken between lines where the page ends, with two
 * lines at least on either side if it has four. */
static void flow_para (Flow *flow, const TzPara *para, guint32 node)
{
  const TzLines *lines = set_para (flow, para);
  TzLen shift = (lines->pitch - lines->size) / 2;
  int done = 0;
  if (para->outline > 0)
    tz_pages_add_outline (flow->layout->pages, para->outline, para->text, page_number (flow),
                          flow->doc->page.top + flow->y);
  if (flow->y > 0)
    flow->y += para->space_before;
  while (done < lines->n_lines) {
    int left = lines->n_lines - done, fit = (int)CLAMP ((flow->height - flow->y) / lines->pitch, 0, left);
    if (fit < left && lines->n_lines >= 4)
      fit = MIN (fit, left - 2) < 2 ? 0 : MIN (fit, left - 2);
    if (fit == 0 && flow->y > 0) {
      new_page (flow);
      continue;
    }
    fit = MAX (fit, 1);
    flow->page->node = node;
    tz_page_add_text (flow->page, lines, done, fit, flow->doc->page.left,
                      flow->doc->page.top + flow->y + shift);
    flow->page->node = TZ_NODE_NONE;
    flow->y += fit * lines->pitch;
    done += fit;
  }
  flow->y += para->space_after;
}

/* ---- tables ---- */

static gboolean make_frame (const Flow *flow, const TzSized *sized, TzTableFrame *frame)
{
  return tz_table_frame (sized, flow->measure, flow->width, flow->height, frame);
}

static void draw_above (Flow *flow, const TzTable *table, gboolean first)
{
  for (guint i = 0; i < table->above->len; i++) {
    const TzPara *para = table->above->pdata[i];
    if (first || para->repeat)
      draw_para (flow, para, first, first ? add_above_node (flow, table, para) : TZ_NODE_NONE);
  }
  if (!first && table->continued)
    draw_para (flow, table->continued, FALSE, TZ_NODE_NONE);
}

/* Section rows into the outline, at the place where they stand. */
static void outline_sections (Flow *flow, const TzSized *sized, const TzCuts *cuts, int number, TzLen y)
{
  const TzSlice *slice = &g_array_index (cuts->slices, TzSlice, number);
  gboolean titled = tz_table_is_titled (sized->table);
  for (int i = 0; i < slice->n; i++) {
    const TzPart *part = &g_array_index (cuts->parts, TzPart, slice->first + i);
    int index = tz_grid_index_at (sized->grid, part->row, 0);
    if ((tz_grid_row (sized->grid, part->row)->flags & TZ_ROW_SECTION) && !part->cut_above && index >= 0)
      tz_pages_add_outline (flow->layout->pages, titled ? 2 : 1, tz_grid_cell (sized->grid, index)->text,
                            page_number (flow), y);
    y += part->height;
  }
}

static void draw_slice (Flow *flow, TzSized *sized, const TzCuts *cuts, int number, const TzTableFrame *frame,
                        gboolean above)
{
  gboolean first = number == 0, head = first || frame->repeat_head;
  TzLen x = flow->doc->page.left + MAX (flow->width - sized->x[sized->n_cols], 0) / 2;
  if (above)
    draw_above (flow, sized->table, first);
  if (first)
    name_cells (flow, sized);
  TzLen y = flow->doc->page.top + flow->y;
  if (sized->table->section_outline)
    outline_sections (flow, sized, cuts, number, y + (head ? frame->head : 0));
  flow->y += tz_table_draw (sized, cuts, number, head, flow->page, x, y, flow->measure);
}

static void report_too_small (const Flow *flow)
{
  tz_diag_add (flow->diag, TZ_ERROR, NULL, "paper-too-small",
               _ ("%s: the table's head and one row do not fit on a page of %s; choose a larger paper (-s "
                  "page.paper=…) or "
                  "smaller margins (-s page.margin=…)"),
               flow->doc->name ? flow->doc->name : "", flow->layout->paper.name);
}

static gboolean flow_table (Flow *flow, TzSized *sized)
{
  TzTableFrame frame;
  if (!make_frame (flow, sized, &frame)) {
    report_too_small (flow);
    return FALSE;
  }
  TzLen least = tz_sized_least_room (sized);
  TzLen top = frame.above_first + frame.head;
  if (flow->y > 0 && flow->height - flow->y - top < MAX (least, flow->height / 5))
    new_page (flow);
  TzRoom room = { .first = flow->height - flow->y - top };
  room.later = flow->height - frame.above_later - (frame.repeat_head ? frame.head : 0);
  /* A long title above the first page's table may leave it no room: it then
   * stands above the table as ordinary paragraphs. */
  gboolean loose = room.first < least;
  if (loose) {
    for (guint i = 0; i < sized->table->above->len; i++)
      flow_para (flow, sized->table->above->pdata[i],
                 add_above_node (flow, sized->table, sized->table->above->pdata[i]));
    if (flow->height - flow->y - frame.head < least)
      new_page (flow);
    room.first = flow->height - flow->y - frame.head;
  }
  gboolean notes_follow = frame.below > MIN (room.first, room.later) / 2;
  room.notes = notes_follow ? 0 : frame.below;
  TzCuts *cuts = tz_cuts_new (sized, &room);
  for (guint i = 0; i < cuts->slices->len; i++) {
    if (i > 0)
      new_page (flow);
    draw_slice (flow, sized, cuts, (int)i, &frame, i == 0 ? !loose : frame.repeat_above);
  }
  tz_cuts_free (cuts);
  for (guint i = 0; i < sized->table->below->len; i++) {
    const TzPara *para = sized->table->below->pdata[i];
    guint32 node = add_node (flow, para, TZ_NODE_NOTE, TZ_NODE_ROOT);
    if (notes_follow || flow->y + tz_para_height (para, flow->measure, flow->width) > flow->height)
      flow_para (flow, para, node);
    else
      draw_para (flow, para, TRUE, node);
  }
  return TRUE;
}

/* ---- characters without a font ---- */

static void report_missing (const TzSized *sized, TzDiag *diag)
{
  for (int i = 0; i < tz_grid_n_cells (sized->grid); i++) {
    TzPlace source = tz_grid_source (sized->grid, i);
    tz_missing_report (sized->lines[i], &source, diag);
  }
}

/* The same for a table of which no text was broken. */
static void look_for_missing (const Flow *flow, const TzGrid *grid)
{
  GPtrArray *by_style = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_missing_free);
  for (int i = 0; i < tz_grid_n_cells (grid); i++) {
    const TzCell *cell = tz_grid_cell (grid, i);
    if (cell->style >= (int)by_style->len)
      g_ptr_array_set_size (by_style, cell->style + 1);
    gpointer *missing = &by_style->pdata[cell->style];
    if (!*missing)
      *missing = tz_missing_new (flow->measure, &tz_grid_style (grid, cell->style)->text);
    TzPlace source = tz_grid_source (grid, i);
    tz_missing_look (*missing, cell->text, &source, flow->diag);
  }
  g_ptr_array_unref (by_style);
}

/* ---- the document ---- */

/* Tables of more rows are long: a page more or less does not show. */
#define MOST_ROWS_TRIED   300
#define MOST_WIDTHS_TRIED 40

/* Pages that SIZED takes from the top of a page, and the fewest it could take by
 * its height alone; both 0 if it does not fit the paper. */
static guint count_pages (Flow *flow, const TzSized *sized, guint *least)
{
  TzTableFrame frame;
  *least = 0;
  if (!make_frame (flow, sized, &frame))
    return 0;
  TzRoom room = { .first = flow->height - frame.above_first - frame.head,
                  .later = flow->height - frame.above_later - (frame.repeat_head ? frame.head : 0) };
  if (room.first < tz_sized_least_room (sized) || frame.below > MIN (room.first, room.later) / 2)
    return 0;
  room.notes = frame.below;
  TzLen height = frame.below - room.first;
  for (int r = tz_grid_n_head (sized->grid); r < sized->n_rows; r++)
    height += sized->height[r];
  *least = 1 + (guint)(MAX (height, 0) + room.later - 1) / (guint)room.later;
  TzCuts *cuts = tz_cuts_new (sized, &room);
  guint n = cuts->slices->len;
  tz_cuts_free (cuts);
  return n;
}

/* The widths that give the fewest pages, of those the lowest table. */
static TzSized *size_table (Flow *flow, const TzTable *table, const TzDemand *demand)
{
  gboolean small = tz_grid_n_rows (table->grid) <= MOST_ROWS_TRIED;
  g_autoptr (GPtrArray) edges = tz_demand_solutions (demand, flow->width, small ? MOST_WIDTHS_TRIED : 1);
  TzSized *best = tz_sized_new (table, g_steal_pointer (&edges->pdata[0]), flow->measure);
  guint least = 0, pages = small ? count_pages (flow, best, &least) : 0;
  for (guint i = 1; i < edges->len && pages > least; i++) {
    TzSized *other = tz_sized_new (table, g_steal_pointer (&edges->pdata[i]), flow->measure);
    guint other_least, other_pages = count_pages (flow, other, &other_least);
    if (other_pages > 0 && other_pages < pages) {
      TzSized *swap = best;
      best = other;
      other = swap;
      pages = other_pages;
    }
    tz_sized_free (other);
  }
  return best;
}

/* The tables of the document, and what each asks of its columns. */
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
static void size_tables (Flow *flow, const GPtrArray *tables, const GPtrArray *demands)
{
  for (guint i = 0; i < tables->len; i++) {
    const TzTable *table = tables->pdata[i];
    const TzDemand *demand = demands->pdata[i];
    TzSized *sized;
    GPtrArray *panels = NULL;
    gboolean sideways = tz_paper_needs_panels (table, demand, flow->width);
    if (!flow->drawn) {
      TzLen room = sideways ? tz_demand_floors (demand) : flow->width;
      sized = tz_sized_new_undrawn (table, tz_demand_solve (demand, room), flow->measure);
    } else if (sideways) {
      panels = tz_panels_new (table, demand, flow->width, flow->measure);
      sized = tz_sized_new (table, tz_demand_solve (demand, tz_demand_floors (demand)), flow->measure);
    } else {
      sized = size_table (flow, table, demand);
    }
    if (flow->drawn)
      report_missing (sized, flow->diag);
    else
      look_for_missing (flow, table->grid);
    g_ptr_array_add (flow->layout->tables, sized);
    g_ptr_array_add (flow->layout->panels, panels);
  }
}

static gboolean flow_panels (Flow *flow, const GPtrArray *panels)
{
  for (guint i = 0; i < panels->len; i++) {
    if (i > 0)
      new_page (flow);
    if (!flow_table (flow, panels->pdata[i]))
      return FALSE;
  }
  return TRUE;
}

static void start_table (Flow *flow, const TzGrid *whole)
{
  flow->whole = whole;
  flow->table = TZ_NODE_NONE;
  g_clear_pointer (&flow->cells, g_free);
}

static gboolean flow_blocks (Flow *flow)
{
  guint n = 0;
  new_page (flow);
  for (guint i = 0; i < flow->doc->blocks->len; i++) {
    const TzBlock *block = flow->doc->blocks->pdata[i];
    if (block->kind == TZ_BLOCK_PARA) {
      flow_para (flow, block->para, add_node (flow, block->para, TZ_NODE_PARA, TZ_NODE_ROOT));
      continue;
    }
    const GPtrArray *panels = flow->layout->panels->pdata[n];
    TzSized *sized = flow->layout->tables->pdata[n++];
    start_table (flow, sized->grid);
    if (!(panels ? flow_panels (flow, panels) : flow_table (flow, sized)))
      return FALSE;
  }
  return TRUE;
}

static TzLayout *lay_out (const TzDoc *doc, const TzMeasure *measure, gboolean drawn, TzDiag *diag)
{
  TzLayout *layout = tz_layout_begin (doc);
  GPtrArray *tables = g_ptr_array_new ();
  GPtrArray *demands = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_demand_free);
  gather_tables (doc, measure, tables, demands);
  gboolean done = tz_paper_choose (doc, tables, demands, &layout->paper, diag);
  if (done) {
    Flow flow = { .layout = layout, .doc = doc, .measure = measure, .diag = diag, .drawn = drawn };
    flow.width = tz_paper_room (doc, &layout->paper);
    flow.height = layout->paper.height - doc->page.top - doc->page.bottom;
    size_tables (&flow, tables, demands);
    done = !drawn || flow_blocks (&flow);
    g_free (flow.cells);
  }
  g_ptr_array_unref (tables);
  g_ptr_array_unref (demands);
  if (!done)
    g_clear_pointer (&layout, tz_layout_free);
  return layout;
}

/* Each of them is a document of its own, too, and what is wrong with it is said there. */
static void lay_out_sheets (TzLayout *layout, const TzMeasure *measure)
{
  const GPtrArray *sheets = layout->doc->sheets;
  TzDiag *unheard = tz_diag_new ();
  for (guint i = 0; sheets && i < sheets->len; i++) {
    TzLayout *sheet = lay_out (sheets->pdata[i], measure, TRUE, unheard);
    if (sheet)
      g_ptr_array_add (layout->sheets, sheet);
  }
  tz_diag_free (unheard);
}

TzLayout *tz_layout_unnumbered (const TzDoc *doc, const TzMeasure *measure, TzDiag *diag)
{
  return lay_out (doc, measure, TRUE, diag);
}

TzLayout *tz_layout_undrawn (const TzDoc *doc, const TzMeasure *measure, TzDiag *diag)
{
  for (guint i = 0; i < doc->blocks->len; i++) {
    const TzBlock *block = doc->blocks->pdata[i];
    if (block->kind == TZ_BLOCK_TABLE && tz_grid_n_rows (block->table->grid) > TZ_LONG_TABLE) {
      TzLayout *layout = lay_out (doc, measure, FALSE, diag);
      if (layout)
        lay_out_sheets (layout, measure);
      return layout;
    }
  }
  return tz_layout_new (doc, measure, diag);
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
  TzLayout *layout = tz_layout_unnumbered (doc, measure, diag);
  if (layout) {
    tz_numbers_add (&doc->page, measure, layout->pages);
    lay_out_sheets (layout, measure);
  }
  return layout;
}
