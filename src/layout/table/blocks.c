/* A page is filled from above; a table takes what is left of it and goes on.
 *
 *   page 1  | paragraph          |      flow->y is where the next thing stands
 *           | above_first        |      the table's label, title, unit line
 *           | head               |
 *           | rows of slice 0    |      cut by tz_cuts_new
 *           +====================+
 *   page 2  | above_later        |      what repeats
 *           | head               |      where it repeats
 *           | rows of slice 1    |
 *           | below              |      notes, if they fit there; else as paragraphs
 *           | paragraph          | */
#include "layout/table/blocks.h"

#include "base/intl.h"
#include "layout/number.h"
#include "layout/structure.h"
#include "layout/table/frame.h"
#include "layout/table/paper.h"
#include "layout/table/para.h"
#include "layout/wrap/wrap.h"

typedef struct {
  TzLayout *layout;
  const TzDoc *doc;
  const TzMeasure *measure;
  TzDiag *diag;
  TzLen width, height; /* of the type area */
  TzPage *page;        /* the page being filled */
  TzLen y;             /* from the type area's top: the lower end of what stands there */
  const TzGrid *whole; /* of the table, also where it goes on sideways */
  gboolean outlined;   /* its name is in the outline */
  guint32 table;       /* its node, once there is one */
  guint32 *cells; /* the nodes of WHOLE's cells, cleared for those that are on a page already; NULL: none yet */
} Flow;

/* ---- structure ---- */

static guint32 add_node (const Flow *flow, const TzPara *para, TzNodeKind kind, guint32 parent)
{
  TzPages *pages = flow->layout->pages;
  return para->outline > 0 ? tz_structure_add_heading (pages, para->outline, parent)
                           : tz_structure_add (pages, kind, parent);
}

/* The node of what stands above a table. With a title among it, it is headings and paragraphs before the
 * table, else the table's caption. On further panels it is repeated and has no node. */
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
  TzLen height;
  GArray *texts = tz_para_texts (para, flow->measure, flow->width, &height);
  if (para->outline > 0 && first_time)
    tz_pages_add_outline (flow->layout->pages, para->outline, para->text, page_number (flow),
                          flow->doc->page.top + flow->y);
  flow->y += para->space_before;
  flow->page->node = node;
  for (guint i = 0; i < texts->len; i++) {
    const TzParaText *text = &g_array_index (texts, TzParaText, i);
    tz_page_add_text (flow->page, text->lines, 0, text->lines->n_lines, flow->doc->page.left + text->x,
                      flow->doc->page.top + flow->y + text->y);
  }
  flow->page->node = TZ_NODE_NONE;
  flow->y += height + para->space_after;
  g_array_unref (texts);
}

/* Texts side by side are not parted by a page's end. FALSE if no page holds them. */
static gboolean flow_parts (Flow *flow, const TzPara *para, guint32 node)
{
  TzLen height = tz_para_height (para, flow->measure, flow->width);
  if (height > flow->height)
    return FALSE;
  if (flow->y > 0 && flow->y + height > flow->height)
    new_page (flow);
  draw_para (flow, para, TRUE, node);
  return TRUE;
}

/* A paragraph in the flow: broken between lines where the page ends, with two
 * lines at least on either side if it has four. */
static void flow_para (Flow *flow, const TzPara *para, guint32 node)
{
  if (para->parts && flow_parts (flow, para, node))
    return;
  const TzLines *lines = tz_wrap (flow->measure, para->text, &para->style, flow->width);
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

/* A table without a title can be found by its name. */
static void outline_table (Flow *flow, const TzTable *table)
{
  if (table->outline_name && !tz_table_is_titled (table) && !flow->outlined)
    tz_pages_add_outline (flow->layout->pages, 1, table->outline_name, page_number (flow),
                          flow->doc->page.top + flow->y);
  flow->outlined = TRUE;
}

/* Section rows into the outline, at the place where they stand. */
static void outline_sections (Flow *flow, const TzSized *sized, const TzCuts *cuts, int number, TzLen y)
{
  const TzSlice *slice = &g_array_index (cuts->slices, TzSlice, number);
  gboolean named = tz_table_is_titled (sized->table) || sized->table->outline_name;
  for (int i = 0; i < slice->n; i++) {
    const TzPart *part = &g_array_index (cuts->parts, TzPart, slice->first + i);
    int index = tz_grid_index_at (sized->grid, part->row, 0);
    if ((tz_grid_row (sized->grid, part->row)->flags & TZ_ROW_SECTION) && !part->cut_above && index >= 0)
      tz_pages_add_outline (flow->layout->pages, named ? 2 : 1, tz_grid_cell (sized->grid, index)->text,
                            page_number (flow), y);
    y += part->height;
  }
}

static void draw_slice (Flow *flow, TzSized *sized, const TzCuts *cuts, int number, const TzTableFrame *frame,
                        gboolean above)
{
  gboolean first = number == 0, head = first || frame->repeat_head;
  TzLen x = flow->doc->page.left + MAX (flow->width - sized->x[sized->n_cols], 0) / 2;
  outline_table (flow, sized->table);
  if (above)
    draw_above (flow, sized->table, first);
  if (first)
    name_cells (flow, sized);
  TzLen y = flow->doc->page.top + flow->y;
  if (sized->table->section_outline)
    outline_sections (flow, sized, cuts, number, y + (head ? frame->head : 0));
  flow->y += tz_table_draw (sized, cuts, number, head, flow->page, x, y, flow->measure);
}

static void report_too_small (const Flow *flow, const TzTable *table)
{
  tz_diag_add (flow->diag, TZ_ERROR, NULL, "paper-too-small",
               _ ("%s: the table's head and one row do not fit on a page of %s; choose a larger paper (-s "
                  "page.paper=…) or "
                  "smaller margins (-s page.margin=…)"),
               tz_doc_table_name (flow->doc, table), flow->layout->paper.name);
}

/* Whether a table that needs TOP above its rows had better begin a page: of a large one little has room here,
 * or a small one (up to half a page) would be cut. */
static gboolean wants_new_page (const Flow *flow, const TzSized *sized, TzLen top, TzLen below)
{
  TzLen rest = flow->height - flow->y - top, rows = below;
  for (int row = tz_grid_n_head (sized->grid); row < sized->n_rows && rows <= flow->height; row++)
    rows += sized->height[row];
  return rest < MAX (tz_sized_least_room (sized), flow->height / 5) ||
         (rows > rest && top + rows <= flow->height / 2);
}

static gboolean flow_table (Flow *flow, TzSized *sized)
{
  TzTableFrame frame;
  if (!make_frame (flow, sized, &frame)) {
    report_too_small (flow, sized->table);
    return FALSE;
  }
  TzLen least = tz_sized_least_room (sized);
  TzLen top = frame.above_first + frame.head;
  flow->y += flow->y > 0 ? sized->table->space_before : 0;
  if (flow->y > 0 && wants_new_page (flow, sized, top, frame.below))
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

/* ---- the document ---- */

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
  flow->outlined = FALSE;
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
    const TzLayoutTable *table = flow->layout->tables->pdata[n++];
    start_table (flow, table->sized->grid);
    if (!(table->panels ? flow_panels (flow, table->panels) : flow_table (flow, table->sized)))
      return FALSE;
  }
  return TRUE;
}

gboolean tz_blocks_fill_pages (TzLayout *layout, const TzMeasure *measure, TzDiag *diag)
{
  const TzDoc *doc = layout->doc;
  Flow flow = { .layout = layout, .doc = doc, .measure = measure, .diag = diag };
  flow.width = tz_paper_room (doc, &layout->paper);
  flow.height = layout->paper.height - doc->page.top - doc->page.bottom;
  gboolean done = flow_blocks (&flow);
  g_free (flow.cells);
  return done;
}
