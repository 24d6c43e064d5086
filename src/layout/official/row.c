#include "layout/official/row.h"

void tz_official_row_free (TzOfficialRow *row)
{
  g_array_unref (row->placed);
  g_free (row);
}

gboolean tz_official_is_whole (const GPtrArray *rows, guint i)
{
  const TzOfficialRow *row = rows->pdata[i], *next = i + 1 < rows->len ? rows->pdata[i + 1] : NULL;
  return row->first && (!next || next->piece != row->piece);
}

TzOfficialRow *tz_official_row_new (const TzPiece *piece)
{
  TzOfficialRow *row = g_new0 (TzOfficialRow, 1);
  row->piece = piece;
  row->before = piece->before;
  row->top = piece->top;
  row->first = TRUE;
  row->placed = g_array_new (FALSE, FALSE, sizeof (TzPlaced));
  return row;
}

void tz_official_row_place (TzOfficialRow *row, const TzLines *lines, int first, int n, TzLen x, TzLen y)
{
  TzPlaced placed = { .lines = lines, .first = first, .n = n, .x = x, .y = y };
  g_array_append_val (row->placed, placed);
}

TzLen tz_official_text_width (const TzOfficialFrame *frame, const char *text, const TzTextStyle *style)
{
  TzLen narrow, wide;
  TzTextStyle plain = *style;
  plain.first_indent = 0;
  frame->measure->widths (frame->measure->self, text, &plain, &narrow, &wide);
  return wide;
}

TzLen tz_official_label_width (const TzOfficialFrame *frame, const char *text, const TzTextStyle *style)
{
  g_autofree char *followed = g_strconcat (text, "国", NULL);
  return tz_official_text_width (frame, followed, style) - style->size;
}
