/* The pieces of a document become rows, one by one; what a kind of piece looks like is known in
 * mark.c, sign.c and exhibit.c, and for paragraphs and rules here. */
#include "layout/official/rows.h"

#include "base/intl.h"
#include "layout/official/exhibit.h"
#include "layout/official/mark.h"
#include "layout/official/sign.h"
#include "layout/wrap/title.h"
#include "layout/wrap/wrap.h"

/* ---- paragraphs ---- */

typedef struct {
  const TzLines *lines, *label;
  TzLen x, label_x;
} Para;

static const TzLines *set_text (const TzOfficialFrame *frame, const TzPiece *piece, TzLen width)
{
  if (!piece->runs)
    return tz_wrap (frame->measure, piece->text, &piece->style, width);
  return tz_wrap_runs (frame->measure, piece->text, (const TzTextRun *)(const void *)piece->runs->data,
                       (int)piece->runs->len, &piece->style, width);
}

static Para set_para (const TzOfficialFrame *frame, const TzPiece *piece)
{
  Para para = { .label_x = piece->left };
  TzLen label_width = piece->label ? tz_official_label_width (frame, piece->label, &piece->label_style) : 0;
  TzLen text_width = piece->flush_right ? tz_official_text_width (frame, piece->text, &piece->style) : 0;
  if (piece->flush_right)
    para.label_x = MAX (frame->width - piece->right - label_width - text_width, 0);
  para.x = para.label_x + label_width;
  para.lines = set_text (frame, piece, MAX (frame->width - piece->right - para.x, frame->official->em));
  if (piece->label)
    para.label = tz_wrap (frame->measure, piece->label, &piece->label_style, label_width);
  return para;
}

static void report_long_title (const TzPiece *piece, TzDiag *diag)
{
  tz_diag_add (diag, TZ_ERROR, &piece->place, "long-title",
               _ ("the title needs more than %d lines; shorten it, or if it is text, end it with a full stop"),
               TZ_TITLE_MOST_LINES);
}

/* A row a line. Larger or smaller type stands in the middle of the grid's line. */
static void add_para (const TzOfficialFrame *frame, const TzPiece *piece, GPtrArray *rows, TzDiag *diag)
{
  const TzOfficial *official = frame->official;
  Para para = set_para (frame, piece);
  if (piece->style.wrap == TZ_WRAP_TITLE && para.lines->n_lines > TZ_TITLE_MOST_LINES)
    report_long_title (piece, diag);
  TzLen rise = (official->em - para.lines->size) / 2;
  for (int i = 0; i < para.lines->n_lines; i++) {
    gboolean last = i == para.lines->n_lines - 1;
    TzOfficialRow *row = tz_official_row_new (piece);
    row->first = i == 0;
    row->before = i == 0 ? piece->before : 0;
    row->top = i == 0 ? piece->top : TZ_LEN_UNSET;
    row->beside = i == 0 && piece->beside;
    row->ink = official->em + MAX (-rise, 0);
    row->advance = last ? official->pitch : para.lines->pitch;
    row->keep = i >= para.lines->n_lines - piece->keep;
    if (i == 0 && para.label)
      tz_official_row_place (row, para.label, 0, 1, para.label_x, rise);
    tz_official_row_place (row, para.lines, i, 1, para.x, rise);
    g_ptr_array_add (rows, row);
  }
}

static TzOfficialRow *make_rule (const TzPiece *piece)
{
  TzOfficialRow *row = tz_official_row_new (piece);
  row->pinned = piece->pinned;
  return row;
}

/* ---- all of them ---- */

/* How far down the first line of text behind row FIRST ends. */
static TzLen depth_of_text (const TzOfficialFrame *frame, const GPtrArray *rows, guint first)
{
  TzLen y = 0;
  for (guint i = first; i < rows->len; i++) {
    const TzOfficialRow *row = rows->pdata[i];
    if (i > first && row->new_part)
      break;
    if (row->pinned || row->beside)
      continue;
    y += i == first ? 0 : row->before;
    if (row->top != TZ_LEN_UNSET)
      y = MAX (y, row->top);
    if (row->piece->body)
      return row->exhibit ? y : y + row->ink; /* a table may go on */
    y += row->advance;
  }
  return frame->height;
}

/* A mark that would push the text off its page is made again, as low as it must be. */
static void fit_marks (const TzOfficialFrame *frame, GPtrArray *rows)
{
  guint start = 0;
  for (guint i = 0; i < rows->len; i++) {
    TzOfficialRow *row = rows->pdata[i];
    if (row->new_part)
      start = i;
    TzLen excess = row->piece->kind == TZ_PIECE_MARK ? depth_of_text (frame, rows, start) - frame->height : 0;
    if (excess <= 0)
      continue;
    TzOfficialRow *lower = tz_official_mark (frame, row->piece, row->ink - excess);
    lower->new_part = row->new_part;
    rows->pdata[i] = lower;
    tz_official_row_free (row);
  }
}

GPtrArray *tz_official_rows (const TzOfficialFrame *frame, TzDiag *diag)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_official_row_free);
  gboolean new_page = FALSE;
  for (guint i = 0; i < frame->official->pieces->len; i++) {
    const TzPiece *piece = frame->official->pieces->pdata[i];
    guint first = rows->len;
    switch (piece->kind) {
    case TZ_PIECE_TEXT:
      add_para (frame, piece, rows, diag);
      break;
    case TZ_PIECE_MARK:
      g_ptr_array_add (rows, tz_official_mark (frame, piece, frame->height));
      break;
    case TZ_PIECE_RULE:
      g_ptr_array_add (rows, make_rule (piece));
      break;
    case TZ_PIECE_SIGN:
      tz_official_sign (frame, piece, rows);
      break;
    case TZ_PIECE_NEW_PAGE:
      new_page = TRUE;
      continue;
    case TZ_PIECE_TABLE:
    case TZ_PIECE_CHART:
      tz_official_add_exhibit (frame, piece, rows, diag);
      break;
    }
    if (new_page && rows->len > first)
      ((TzOfficialRow *)rows->pdata[first])->new_part = TRUE;
    new_page &= rows->len == first;
  }
  fit_marks (frame, rows);
  return rows;
}
