#include "layout/structure.h"

static void clear_node (gpointer node)
{
  g_free (((TzNode *)node)->alt);
  g_free (((TzNode *)node)->box);
}

static guint32 append (TzPages *pages, TzNode node)
{
  if (!pages->nodes)
    return TZ_NODE_NONE;
  g_array_append_val (pages->nodes, node);
  return pages->nodes->len - 1;
}

void tz_structure_begin (TzPages *pages)
{
  g_assert (!pages->nodes);
  pages->nodes = g_array_new (FALSE, TRUE, sizeof (TzNode));
  g_array_set_clear_func (pages->nodes, clear_node);
  g_array_set_size (pages->nodes, TZ_NODE_ROOT); /* stands for no node */
  append (pages, (TzNode){ .kind = TZ_NODE_DOCUMENT, .parent = TZ_NODE_NONE });
}

guint32 tz_structure_add (TzPages *pages, TzNodeKind kind, guint32 parent)
{
  return append (pages, (TzNode){ .kind = kind, .parent = parent });
}

guint32 tz_structure_add_heading (TzPages *pages, int level, guint32 parent)
{
  return append (pages,
                 (TzNode){ .kind = TZ_NODE_HEADING, .parent = parent, .level = (guint16)MAX (level, 1) });
}

guint32 tz_structure_add_figure (TzPages *pages, const char *alt, const TzLen box[4], guint32 parent)
{
  if (!pages->nodes)
    return TZ_NODE_NONE;
  return append (pages, (TzNode){ .kind = TZ_NODE_FIGURE,
                                  .parent = parent,
                                  .alt = g_strdup (alt),
                                  .box = box ? g_memdup2 (box, 4 * sizeof *box) : NULL });
}

guint32 tz_structure_add_caption (TzPages *pages, guint32 *table, guint32 parent)
{
  if (*table == TZ_NODE_NONE)
    *table = tz_structure_add (pages, TZ_NODE_TABLE, parent);
  return tz_structure_add (pages, TZ_NODE_CAPTION, *table);
}

static guint32 add_cell (TzPages *pages, const TzCell *cell, gboolean head, guint32 row)
{
  TzNode node = {
    .kind = head ? TZ_NODE_HEAD_CELL : TZ_NODE_CELL, .parent = row, .row_span = 1, .col_span = 1
  };
  if (cell) {
    node.row_span = (guint16)MIN (cell->row_span, G_MAXUINT16);
    node.col_span = (guint16)cell->col_span;
  }
  return append (pages, node);
}

guint32 *tz_structure_add_rows (TzPages *pages, const TzGrid *grid, guint32 table)
{
  if (!pages->nodes)
    return NULL;
  guint32 *nodes = g_new0 (guint32, MAX (tz_grid_n_cells (grid), 1));
  for (int r = 0; r < tz_grid_n_rows (grid); r++) {
    gboolean head = (tz_grid_row (grid, r)->flags & TZ_ROW_HEAD) != 0;
    guint32 row = tz_structure_add (pages, TZ_NODE_ROW, table);
    for (int c = 0; c < tz_grid_n_cols (grid); c++) {
      int index = tz_grid_index_at (grid, r, c);
      const TzCell *cell = index >= 0 ? tz_grid_cell (grid, index) : NULL;
      if (!cell)
        add_cell (pages, NULL, head, row);
      else if (cell->row == r && cell->col == c)
        nodes[index] = add_cell (pages, cell, head, row);
    }
  }
  return nodes;
}

void tz_structure_take (TzPages *to, guint32 parent, TzPages *from)
{
  if (!to->nodes || !from->nodes)
    return;
  guint32 shift = to->nodes->len - TZ_NODE_ROOT;
  for (guint32 i = TZ_NODE_ROOT; i < from->nodes->len; i++) {
    TzNode *node = &g_array_index (from->nodes, TzNode, i), moved = *node;
    moved.parent = i == TZ_NODE_ROOT ? parent : node->parent + shift;
    if (i == TZ_NODE_ROOT)
      moved.kind = TZ_NODE_PART;
    node->alt = NULL;
    node->box = NULL;
    append (to, moved);
  }
  for (guint p = 0; p < from->pages->len; p++) {
    const TzPage *page = from->pages->pdata[p];
    for (guint i = 0; i < page->texts->len; i++) {
      TzPageText *text = &g_array_index (page->texts, TzPageText, i);
      if (text->node != TZ_NODE_NONE)
        text->node += shift;
    }
  }
}
