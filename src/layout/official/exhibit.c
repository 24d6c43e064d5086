#include "layout/official/exhibit.h"

#include "base/intl.h"
#include "base/utf8.h"
#include "layout/chart/chart.h"
#include "layout/missing.h"
#include "layout/table/missing.h"
#include "layout/table/panel.h"
#include "layout/table/paper.h"
#include "layout/structure.h"
#include "layout/table/frame.h"
#include "layout/wrap/wrap.h"

/* One table, one panel of a table, or a chart. */
struct TzOfficialExhibit {
  TzSizedChart *chart; /* NULL: a table */
  TzSized *sized;
  GPtrArray *panels;       /* of TzSized, SIZED is the first: this one ends them */
  TzOfficialExhibit *lead; /* the first panel's, which ends SIZED too; itself where there are none */
  guint32 table, *cells;   /* the first panel's: nodes of the table and of all its cells; NULL: no structure */
  gboolean named;          /* CELLS are made */
  TzTableFrame frame;
  gboolean above,
      below;    /* the table's paragraphs stand with it; else they are rows of text, or another panel's */
  TzCuts *cuts; /* NULL: whole */
};

void tz_official_exhibit_free (TzOfficialExhibit *exhibit)
{
  if (exhibit->cuts)
    tz_cuts_free (exhibit->cuts);
  if (exhibit->panels)
    tz_panels_free (exhibit->panels);
  else if (exhibit->sized && exhibit->lead == exhibit)
    tz_sized_free (exhibit->sized);
  if (exhibit->chart)
    tz_sized_chart_free (exhibit->chart);
  g_free (exhibit->cells);
  g_free (exhibit);
}

static TzOfficialExhibit *add_new (const TzOfficialFrame *frame)
{
  TzOfficialExhibit *exhibit = g_new0 (TzOfficialExhibit, 1);
  exhibit->lead = exhibit;
  g_ptr_array_add (frame->exhibits, exhibit);
  return exhibit;
}

/* ---- heights ---- */

/* From a line's glyphs to those of the next, GB/T 9704-2012, 3.2: also to an exhibit. */
static TzLen gap_of (const TzOfficialFrame *frame)
{
  return frame->official->pitch - frame->official->em;
}

/* So high that what follows stands on the grid of lines again (5.2.3). */
static TzLen whole_lines (const TzOfficialFrame *frame, TzLen height)
{
  TzLen pitch = frame->official->pitch;
  return (height + pitch - 1) / pitch * pitch;
}

static TzLen body_height (const TzSized *sized)
{
  TzLen height = 0;
  for (int r = tz_grid_n_head (sized->grid); r < sized->n_rows; r++)
    height += sized->height[r];
  return height;
}

static TzLen slice_height (const TzCuts *cuts, int number)
{
  const TzSlice *slice = &g_array_index (cuts->slices, TzSlice, number);
  TzLen height = 0;
  for (int i = 0; i < slice->n; i++)
    height += g_array_index (cuts->parts, TzPart, slice->first + i).height;
  return height;
}

static gboolean has_head (const TzOfficialExhibit *exhibit, int slice)
{
  return slice <= 0 || exhibit->frame.repeat_head;
}

/* What stands above the head of a slice (-1: of the whole). */
static TzLen above_height (const TzOfficialExhibit *exhibit, int slice)
{
  if (slice > 0 || exhibit->lead != exhibit)
    return exhibit->frame.above_later;
  return exhibit->above ? exhibit->frame.above_first : 0;
}

static gboolean is_last (const TzOfficialExhibit *exhibit, int slice)
{
  return !exhibit->cuts || slice == (int)exhibit->cuts->slices->len - 1;
}

static TzLen height_of (const TzOfficialExhibit *exhibit, int slice)
{
  if (exhibit->chart)
    return tz_sized_chart_height (exhibit->chart);
  return above_height (exhibit, slice) + (has_head (exhibit, slice) ? exhibit->frame.head : 0) +
         (slice < 0 ? body_height (exhibit->sized) : slice_height (exhibit->cuts, slice)) +
         (is_last (exhibit, slice) && exhibit->below ? exhibit->frame.below : 0);
}

static void set_heights (const TzOfficialFrame *frame, TzOfficialRow *row)
{
  row->ink = height_of (row->exhibit, row->slice);
  row->advance = is_last (row->exhibit, row->slice) ? whole_lines (frame, row->ink + gap_of (frame))
                                                    : row->ink + gap_of (frame);
}

TzLen tz_official_exhibit_lead (const TzOfficialFrame *frame, const TzOfficialRow *row, TzLen y)
{
  TzLen spare = row->advance - row->ink - gap_of (frame);
  return y > 0 ? CLAMP (frame->height - y - row->ink, 0, spare / 2) : 0;
}

/* ---- making ---- */

/* A table of up to half a page is not cut. */
static gboolean is_short (const TzOfficialFrame *frame, TzLen height)
{
  return height <= frame->height / 2;
}

static TzOfficialRow *add_row (const TzOfficialFrame *frame, const TzPiece *piece, TzOfficialExhibit *exhibit,
                               GPtrArray *rows)
{
  TzOfficialRow *row = tz_official_row_new (piece);
  row->exhibit = exhibit;
  row->slice = -1;
  set_heights (frame, row);
  row->keep = piece->keep > 0 && (exhibit->chart || is_short (frame, row->ink));
  g_ptr_array_add (rows, row);
  return row;
}

/* Paragraphs that are too high to stand with their table become rows of text. */
static void add_loose (const TzOfficialFrame *frame, const TzPiece *piece, const GPtrArray *paras,
                       GPtrArray *rows)
{
  const TzMeasure *measure = frame->measure;
  TzLen height = 0;
  for (guint i = 0; i < paras->len; i++) {
    const TzPara *para = paras->pdata[i];
    const TzLines *lines = tz_wrap (measure, para->text, &para->style, frame->width);
    for (int k = 0; k < lines->n_lines; k++) {
      TzOfficialRow *row = tz_official_row_new (piece);
      row->ink = MIN (lines->size, frame->height);
      row->advance = lines->pitch;
      height += lines->pitch;
      tz_official_row_place (row, lines, k, 1, 0, 0);
      g_ptr_array_add (rows, row);
    }
  }
  if (height > 0)
    ((TzOfficialRow *)rows->pdata[rows->len - 1])->advance += whole_lines (frame, height) - height;
}

/* What findings call it. g_free. */
static char *name_of (const TzTable *table)
{
  char *title = g_strdup (table->above->len > 0 ? ((const TzPara *)table->above->pdata[0])->text : "");
  char *name = tz_utf8_excerpt (g_strdelimit (title, "\n", ' '), 30);
  g_free (title);
  return name;
}

static gboolean make_frame (const TzOfficialFrame *frame, TzOfficialExhibit *exhibit, TzDiag *diag)
{
  if (tz_table_frame (exhibit->sized, frame->measure, frame->width, frame->height, &exhibit->frame))
    return TRUE;
  g_autofree char *name = name_of (exhibit->sized->table);
  tz_diag_add (
      diag, TZ_ERROR, NULL, "table-too-high",
      _ ("the head of the table “%s” and one row do not fit on a page; shorten them, or give the table "
         "wider columns"),
      name);
  return FALSE;
}

static void add_table (const TzOfficialFrame *frame, const TzPiece *piece, TzOfficialExhibit *exhibit,
                       GPtrArray *rows, TzDiag *diag)
{
  gboolean first = exhibit->lead == exhibit;
  const TzTable *table = exhibit->sized->table;
  if (!make_frame (frame, exhibit, diag))
    return;
  TzLen room = frame->height - exhibit->frame.head, least = tz_sized_least_room (exhibit->sized);
  exhibit->above = first && room - exhibit->frame.above_first >= MAX (least, frame->height / 5);
  exhibit->below = exhibit->frame.below <= (room - exhibit->frame.above_later) / 2;
  if (first && !exhibit->above)
    add_loose (frame, piece, table->above, rows);
  add_row (frame, piece, exhibit, rows);
  if (!exhibit->below)
    add_loose (frame, piece, table->below, rows);
}

/* Panels of long tables begin a page each, so that the parts of a row stand on
 * corresponding pages; short ones stand one below the other. */
static void add_panels (const TzOfficialFrame *frame, const TzPiece *piece, GPtrArray *take_panels,
                        GPtrArray *rows, TzDiag *diag)
{
  TzOfficialExhibit *lead = NULL;
  gboolean tall = FALSE;
  for (guint i = 0; i < take_panels->len; i++)
    tall |= !is_short (frame, body_height (take_panels->pdata[i]));
  for (guint i = 0; i < take_panels->len; i++) {
    TzOfficialExhibit *exhibit = add_new (frame);
    guint start = rows->len;
    exhibit->sized = take_panels->pdata[i];
    exhibit->panels = i == 0 ? take_panels : NULL;
    lead = exhibit->lead = lead ? lead : exhibit;
    add_table (frame, piece, exhibit, rows, diag);
    if (tall && rows->len > start)
      ((TzOfficialRow *)rows->pdata[start])->page = TRUE;
  }
}

static void report_too_wide (const TzOfficialFrame *frame, const TzTable *table, const TzDemand *demand,
                             TzDiag *diag)
{
  g_autofree char *name = name_of (table);
  tz_diag_add (
      diag, TZ_ERROR, NULL, "table-too-wide",
      _ ("the table “%s” is too wide for the text: %d columns need at least %.0f mm, there are %.0f mm; "
         "let it go on below (table.sideways = yes), give it smaller text (text.size = …) or fewer "
         "columns, or attach it on paper of its own (attachments = …)"),
      name, tz_grid_n_cols (table->grid), tz_len_to_mm (tz_demand_least (demand)), tz_len_to_mm (frame->width));
}

static void report_squeezed (const TzTable *table, TzDiag *diag)
{
  g_autofree char *name = name_of (table);
  tz_diag_add (diag, TZ_WARNING, NULL, "table-squeezed",
               _ ("the table “%s” is too wide to be read well in the text; attach it on paper of its own "
                  "(attachments = …), give it fewer columns, or let it go on below (table.sideways = yes)"),
               name);
}

static void size_table (const TzOfficialFrame *frame, const TzPiece *piece, GPtrArray *rows, TzDiag *diag)
{
  const TzTable *table = piece->table;
  TzDemand *demand = tz_demand_new (table->grid, frame->measure);
  if (tz_paper_needs_panels (table, demand, frame->width)) {
    add_panels (frame, piece, tz_panels_new (table, demand, frame->width, frame->measure), rows, diag);
  } else if (tz_demand_least (demand) > frame->width) {
    report_too_wide (frame, table, demand, diag);
  } else {
    TzOfficialExhibit *exhibit = add_new (frame);
    exhibit->sized = tz_sized_new (table, tz_demand_solve (demand, frame->width), frame->measure);
    /* Floors are comfortable: a tenth less still reads well. */
    if (tz_demand_floors (demand) > frame->width * 11 / 10)
      report_squeezed (table, diag);
    add_table (frame, piece, exhibit, rows, diag);
  }
  tz_demand_free (demand);
}

/* A chart too high for a page comes in parts. */
static void add_chart (const TzOfficialFrame *frame, const TzPiece *piece, GPtrArray *rows)
{
  GPtrArray *parts = tz_sized_chart_parts (piece->chart, frame->width, frame->height, frame->measure);
  while (parts->len > 0) {
    TzOfficialExhibit *exhibit = add_new (frame);
    exhibit->chart = g_ptr_array_steal_index (parts, 0);
    add_row (frame, piece, exhibit, rows);
  }
  g_ptr_array_unref (parts);
}

void tz_official_add_exhibit (const TzOfficialFrame *frame, const TzPiece *piece, GPtrArray *rows, TzDiag *diag)
{
  guint start = rows->len;
  if (piece->table)
    size_table (frame, piece, rows, diag);
  else
    add_chart (frame, piece, rows);
  for (guint i = start; i < rows->len; i++) {
    TzOfficialRow *row = rows->pdata[i];
    row->first = i == start;
    row->before = i == start ? piece->before : 0;
    row->top = i == start ? piece->top : TZ_LEN_UNSET;
  }
}

/* ---- cutting ---- */

/* What must stand on the page of the table's end, if the next row must: a line is for
 * the way to the grid. */
static TzLen tail_height (const TzOfficialFrame *frame, const GPtrArray *rows, guint i)
{
  const TzOfficialRow *row = rows->pdata[i], *next = i + 1 < rows->len ? rows->pdata[i + 1] : NULL;
  TzLen tail = row->piece->keep > 0 && next && !next->sheet && next->piece != row->piece
                   ? gap_of (frame) + frame->official->pitch + next->before + next->ink
                   : 0;
  return tail <= frame->height / 2 ? tail : 0;
}

static TzCuts *try_cuts (const TzOfficialFrame *frame, const TzOfficialExhibit *exhibit, TzLen y, TzLen tail)
{
  const TzTableFrame *around = &exhibit->frame;
  TzRoom room = { .first = frame->height - y - above_height (exhibit, 0) - around->head,
                  .later = frame->height - around->above_later - (around->repeat_head ? around->head : 0),
                  .notes = (exhibit->below ? around->below : 0) + tail };
  if (y > 0 && room.first < MAX (tz_sized_least_room (exhibit->sized), frame->height / 10))
    return NULL;
  if (room.notes > room.later / 2)
    room.notes = exhibit->below ? around->below : 0;
  return tz_cuts_new (exhibit->sized, &room);
}

static void take_cuts (const TzOfficialFrame *frame, GPtrArray *rows, guint i, TzCuts *take_cuts)
{
  TzOfficialRow *row = rows->pdata[i];
  row->exhibit->cuts = take_cuts;
  row->slice = 0;
  row->keep = FALSE;
  set_heights (frame, row);
  for (int k = 1; k < (int)take_cuts->slices->len; k++) {
    TzOfficialRow *later = tz_official_row_new (row->piece);
    later->exhibit = row->exhibit;
    later->slice = k;
    later->page = TRUE;
    later->before = 0;
    later->top = TZ_LEN_UNSET;
    later->first = FALSE;
    set_heights (frame, later);
    g_ptr_array_insert (rows, (int)i + k, later);
  }
}

void tz_official_cut_exhibit (const TzOfficialFrame *frame, GPtrArray *rows, guint i, TzLen y, gboolean top)
{
  const TzOfficialRow *row = rows->pdata[i];
  const TzOfficialExhibit *exhibit = row->exhibit;
  if (exhibit->chart || exhibit->cuts)
    return;
  TzLen tail = tail_height (frame, rows, i);
  gboolean fits = y + row->ink + (is_short (frame, row->ink) ? 0 : tail) <= frame->height;
  if (fits || (!top && is_short (frame, row->ink)))
    return;
  TzCuts *cuts = try_cuts (frame, exhibit, y, tail);
  gboolean parts = cuts && cuts->slices->len > 1 && g_array_index (cuts->slices, TzSlice, 0).n > 0;
  if (parts)
    take_cuts (frame, rows, i, cuts);
  else if (cuts)
    tz_cuts_free (cuts);
}

/* ---- drawing ---- */

typedef struct {
  const TzOfficialFrame *frame;
  const TzOfficialRow *row;
  TzPages *pages;
  TzPage *page;
  guint32 parent; /* node */
  TzLen x, y;
  TzDiag *diag;
} Drawing;

static void draw_para (Drawing *d, const TzPara *para, guint32 node)
{
  const TzMeasure *measure = d->frame->measure;
  const TzLines *lines = tz_wrap (measure, para->text, &para->style, d->frame->width);
  d->page->node = node;
  tz_page_add_text (d->page, lines, 0, lines->n_lines, d->x,
                    d->y + para->space_before + (lines->pitch - lines->size) / 2);
  d->page->node = TZ_NODE_NONE;
  d->y += tz_para_height (para, measure, d->frame->width);
  tz_missing_report (lines, NULL, d->diag);
}

static void draw_above (Drawing *d, TzOfficialExhibit *exhibit, gboolean first)
{
  const TzTable *table = exhibit->sized->table;
  for (guint i = 0; first && exhibit->above && i < table->above->len; i++) {
    const TzPara *para = table->above->pdata[i];
    if (para->outline > 0)
      tz_pages_add_outline (d->pages, para->outline, para->text, (int)d->pages->pages->len - 1, d->y);
    draw_para (d, para, tz_structure_add_caption (d->pages, &exhibit->table, d->parent));
  }
  for (guint i = 0; !first && exhibit->frame.repeat_above && i < table->above->len; i++)
    if (((const TzPara *)table->above->pdata[i])->repeat)
      draw_para (d, table->above->pdata[i], TZ_NODE_NONE);
  if (!first && exhibit->frame.repeat_above && table->continued)
    draw_para (d, table->continued, TZ_NODE_NONE);
}

/* The nodes of all cells are made with the first panel. */
static void name_cells (Drawing *d, TzOfficialExhibit *exhibit)
{
  TzOfficialExhibit *lead = exhibit->lead;
  if (lead->table == TZ_NODE_NONE)
    lead->table = tz_structure_add (d->pages, TZ_NODE_TABLE, d->parent);
  if (!lead->named)
    lead->cells = tz_structure_add_rows (d->pages, d->row->piece->table->grid, lead->table);
  lead->named = TRUE;
  tz_sized_take_nodes (exhibit->sized, d->row->piece->table->grid, lead->cells);
}

static void draw_table (Drawing *d, TzOfficialExhibit *exhibit)
{
  int slice = d->row->slice;
  gboolean start = slice <= 0, first = start && exhibit->lead == exhibit;
  TzRoom all = { .first = body_height (exhibit->sized) + 1, .later = body_height (exhibit->sized) + 1 };
  TzCuts *whole = slice < 0 ? tz_cuts_new (exhibit->sized, &all) : NULL;
  draw_above (d, exhibit, first);
  if (start) {
    name_cells (d, exhibit);
    tz_sized_report_missing (exhibit->sized, d->diag);
  }
  TzLen x = d->x + MAX (d->frame->width - exhibit->sized->x[exhibit->sized->n_cols], 0) / 2;
  d->y += tz_table_draw (exhibit->sized, whole ? whole : exhibit->cuts, MAX (slice, 0),
                         has_head (exhibit, slice), d->page, x, d->y, d->frame->measure);
  for (guint i = 0; exhibit->below && is_last (exhibit, slice) && i < exhibit->sized->table->below->len; i++)
    draw_para (d, exhibit->sized->table->below->pdata[i], tz_structure_add (d->pages, TZ_NODE_NOTE, d->parent));
  if (whole)
    tz_cuts_free (whole);
}

void tz_official_draw_exhibit (const TzOfficialFrame *frame, const TzOfficialRow *row, TzPages *pages,
                               guint32 parent, TzLen x, TzLen y, TzDiag *diag)
{
  Drawing d = { .frame = frame, .row = row, .pages = pages, .parent = parent, .x = x, .y = y, .diag = diag };
  d.page = pages->pages->pdata[pages->pages->len - 1];
  if (!row->exhibit->chart) {
    draw_table (&d, row->exhibit);
    return;
  }
  /* Of a chart in parts the first one says all. */
  g_autofree char *words = pages->nodes && row->first ? tz_chart_words (row->piece->chart) : NULL;
  const TzLen box[4] = { x, y, frame->width, tz_sized_chart_height (row->exhibit->chart) };
  d.page->node = tz_structure_add_figure (pages, words ? words : row->piece->chart->title, box, parent);
  tz_sized_chart_draw (row->exhibit->chart, d.page, x, y);
  d.page->node = TZ_NODE_NONE;
}
