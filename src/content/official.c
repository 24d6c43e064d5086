#include "content/official.h"

static void piece_free (TzPiece *piece)
{
  g_free (piece->text);
  g_free (piece->label);
  g_free (piece->outline_text);
  if (piece->runs)
    g_array_unref (piece->runs);
  tz_table_free (piece->table);
  tz_chart_free (piece->chart);
  g_free (piece);
}

static void row_free (TzImprintRow *row)
{
  g_free (row->label);
  g_free (row->text);
  g_free (row->right);
  g_free (row);
}

TzOfficial *tz_official_new (void)
{
  TzOfficial *official = g_new0 (TzOfficial, 1);
  official->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify)piece_free);
  official->imprint = g_ptr_array_new_with_free_func ((GDestroyNotify)row_free);
  return official;
}

void tz_official_free (TzOfficial *official)
{
  if (!official)
    return;
  g_ptr_array_unref (official->pieces);
  g_ptr_array_unref (official->imprint);
  g_free (official);
}

TzPiece *tz_official_add (TzOfficial *official, TzPieceKind kind, const char *text, const TzTextStyle *style)
{
  TzPiece *piece = g_new0 (TzPiece, 1);
  piece->kind = kind;
  piece->text = g_strdup (text ? text : "");
  if (style)
    piece->style = piece->label_style = *style;
  piece->top = TZ_LEN_UNSET;
  g_ptr_array_add (official->pieces, piece);
  return piece;
}

TzImprintRow *tz_official_add_imprint (TzOfficial *official, const char *label, const char *text)
{
  TzImprintRow *row = g_new0 (TzImprintRow, 1);
  row->label = g_strdup (label);
  row->text = g_strdup (text ? text : "");
  g_ptr_array_add (official->imprint, row);
  return row;
}
