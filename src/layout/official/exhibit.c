/* Tables and charts become rows: sized for the text's width, with their paragraphs around them. */
#include "layout/official/exhibit_data.h"

#include "base/intl.h"
#include "base/utf8.h"
#include "layout/table/panel.h"
#include "layout/table/paper.h"
#include "layout/wrap/wrap.h"

static TzOfficialRow *add_row (const TzOfficialFrame *frame, const TzPiece *piece, TzOfficialExhibit *exhibit,
                               GPtrArray *rows)
{
  TzOfficialRow *row = tz_official_row_new (piece);
  row->exhibit = exhibit;
  row->slice = -1;
  tz_exhibit_set_heights (frame, row);
  row->keep = piece->keep > 0 && (exhibit->chart || tz_official_is_short (frame, row->ink));
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
    ((TzOfficialRow *)rows->pdata[rows->len - 1])->advance += tz_official_whole_lines (frame, height) - height;
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
    tall |= !tz_official_is_short (frame, tz_exhibit_body_height (take_panels->pdata[i]));
  for (guint i = 0; i < take_panels->len; i++) {
    TzOfficialExhibit *exhibit = tz_exhibit_new (frame);
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
    TzOfficialExhibit *exhibit = tz_exhibit_new (frame);
    exhibit->sized = tz_sized_new (table, tz_demand_solve (demand, frame->width), frame->measure);
    /* Floors are comfortable: a tenth less still reads well. */
    if (tz_demand_floors (demand) > frame->width * 11 / 10)
      report_squeezed (table, diag);
    add_table (frame, piece, exhibit, rows, diag);
  }
  tz_demand_free (demand);
}

/* A little higher or lower, so that the text below it is on the grid of lines with the same room around all
 * charts: between the texts above and below a third of a line more than between two lines. */
static void fit_grid (const TzOfficialFrame *frame, const TzPiece *piece, GPtrArray *parts)
{
  TzLen pitch = frame->official->pitch, around = tz_official_gap (frame) + pitch / 3;
  TzLen usual = tz_sized_chart_height (parts->pdata[0]);
  TzLen height = tz_official_whole_lines (frame, usual + around - pitch / 2) - around;
  if (parts->len > 1 || height > frame->height)
    return;
  TzSizedChart *chart = tz_sized_chart_new_high (piece->chart, frame->width, height, frame->measure);
  g_ptr_array_set_size (parts, 0);
  g_ptr_array_add (parts, chart);
}

/* A chart too high for a page comes in parts. */
static void add_chart (const TzOfficialFrame *frame, const TzPiece *piece, GPtrArray *rows)
{
  GPtrArray *parts = tz_sized_chart_parts (piece->chart, frame->width, frame->height, frame->measure);
  fit_grid (frame, piece, parts);
  while (parts->len > 0) {
    TzOfficialExhibit *exhibit = tz_exhibit_new (frame);
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
