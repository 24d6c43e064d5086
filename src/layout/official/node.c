/* What the texts of an official document are, for readers that do not see the page (PDF/UA). */
#include "layout/official/pages.h"
#include "layout/structure.h"

/* Several documents in one are a part each. */
static gboolean has_parts (const TzOfficialPages *made)
{
  gboolean parts = made->doc->attached && made->doc->attached->len > 0;
  for (guint i = 0; i < made->official->pieces->len; i++)
    parts |= ((const TzPiece *)made->official->pieces->pdata[i])->kind == TZ_PIECE_NEW_PAGE;
  return parts;
}

void tz_official_begin_part (TzOfficialPages *made)
{
  made->part =
      has_parts (made) ? tz_structure_add (made->layout->pages, TZ_NODE_PART, TZ_NODE_ROOT) : TZ_NODE_ROOT;
  made->list = TZ_NODE_NONE;
  made->level = 0;
}

static void begin_item (TzOfficialPages *made)
{
  TzPages *pages = made->layout->pages;
  if (made->list == TZ_NODE_NONE)
    made->list = tz_structure_add (pages, TZ_NODE_LIST, made->part);
  guint32 item = tz_structure_add (pages, TZ_NODE_ITEM, made->list);
  made->label = tz_structure_add (pages, TZ_NODE_LABEL, item);
  made->text = tz_structure_add (pages, TZ_NODE_BODY, item);
}

/* Names of a mark and of a signature, and what stands loose around a table, are paragraphs of their own. */
static gboolean has_names (const TzPiece *piece)
{
  return piece->kind == TZ_PIECE_MARK || piece->kind == TZ_PIECE_SIGN || piece->kind == TZ_PIECE_TABLE;
}

void tz_official_begin_piece (TzOfficialPages *made, const TzPiece *piece)
{
  TzPages *pages = made->layout->pages;
  if (!piece->item)
    made->list = TZ_NODE_NONE;
  if (piece->item) {
    begin_item (made);
    return;
  }
  made->text = TZ_NODE_NONE;
  if (piece->heading > 0) {
    made->level = MIN (piece->heading, made->level + 1); /* none is left out: ISO 14289-1, 7.4.2 */
    made->text = tz_structure_add_heading (pages, made->level, made->part);
  } else if (piece->kind == TZ_PIECE_TEXT)
    made->text = tz_structure_add (pages, TZ_NODE_PARA, made->part);
  made->label = made->text;
}

/* The node of text I of ROW. */
guint32 tz_official_node_of (const TzOfficialPages *made, const TzOfficialRow *row, guint i)
{
  if (has_names (row->piece))
    return tz_structure_add (made->layout->pages, TZ_NODE_PARA, made->part);
  return row->first && i == 0 && row->piece->label ? made->label : made->text;
}
