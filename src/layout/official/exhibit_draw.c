#include "layout/official/exhibit_data.h"

#include "layout/missing.h"
#include "layout/structure.h"
#include "layout/table/missing.h"
#include "layout/table/para.h"

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
  TzLen height;
  GArray *texts = tz_para_texts (para, d->frame->measure, d->frame->width, &height);
  d->page->node = node;
  for (guint i = 0; i < texts->len; i++) {
    const TzParaText *text = &g_array_index (texts, TzParaText, i);
    tz_page_add_text (d->page, text->lines, 0, text->lines->n_lines, d->x + text->x,
                      d->y + para->space_before + text->y);
    tz_missing_report (text->lines, NULL, d->diag);
  }
  d->page->node = TZ_NODE_NONE;
  d->y += para->space_before + height + para->space_after;
  g_array_unref (texts);
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
  TzRoom all = { .first = tz_exhibit_body_height (exhibit->sized) + 1,
                 .later = tz_exhibit_body_height (exhibit->sized) + 1 };
  TzCuts *whole = slice < 0 ? tz_cuts_new (exhibit->sized, &all) : NULL;
  draw_above (d, exhibit, first);
  if (start) {
    name_cells (d, exhibit);
    tz_sized_report_missing (exhibit->sized, d->diag);
  }
  TzLen x = d->x + MAX (d->frame->width - exhibit->sized->x[exhibit->sized->n_cols], 0) / 2;
  d->y += tz_table_draw (exhibit->sized, whole ? whole : exhibit->cuts, MAX (slice, 0),
                         tz_exhibit_has_head (exhibit, slice), d->page, x, d->y, d->frame->measure);
  for (guint i = 0;
       exhibit->below && tz_exhibit_is_last (exhibit, slice) && i < exhibit->sized->table->below->len; i++)
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
