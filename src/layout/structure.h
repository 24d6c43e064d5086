/* What the texts of pages are: headings, paragraphs, cells of a table. A tree of
 * nodes in reading order, for readers that do not see the page (ISO 32000-1, 14.7
 * and 14.8). A text names its node; one that names none is an artifact: a page
 * number, or what is repeated on later pages. */
#ifndef TZ_LAYOUT_STRUCTURE_H
#define TZ_LAYOUT_STRUCTURE_H

#include "content/grid.h"
#include "layout/page.h"

typedef enum {
  TZ_NODE_DOCUMENT,
  TZ_NODE_PART, /* a document bound with others */
  TZ_NODE_HEADING,
  TZ_NODE_PARA,
  TZ_NODE_LIST,
  TZ_NODE_ITEM,
  TZ_NODE_LABEL, /* of an item */
  TZ_NODE_BODY,  /* of an item */
  TZ_NODE_TABLE,
  TZ_NODE_ROW,
  TZ_NODE_HEAD_CELL,
  TZ_NODE_CELL,
  TZ_NODE_CAPTION, /* of a table or a figure */
  TZ_NODE_NOTE,
  TZ_NODE_FIGURE
} TzNodeKind;

typedef struct {
  TzNodeKind kind;
  guint32 parent;             /* stands before its kids */
  guint16 level;              /* HEADING: from 1 */
  guint16 row_span, col_span; /* HEAD_CELL, CELL */
  char *alt;                  /* FIGURE: what it shows, in words; may be NULL */
  TzLen *box;                 /* FIGURE: x, y, width and height on its page; may be NULL */
} TzNode;

enum { TZ_NODE_NONE = 0, TZ_NODE_ROOT = 1 };

/* PAGES get a tree, with a document at its root. Without this call they have none:
 * the functions below then do nothing and return TZ_NODE_NONE or NULL. */
void tz_structure_begin (TzPages *pages);

/* A further kid of PARENT. */
guint32 tz_structure_add (TzPages *pages, TzNodeKind kind, guint32 parent);
guint32 tz_structure_add_heading (TzPages *pages, int level, guint32 parent);
/* ALT is copied, may be NULL. BOX: x, y, width and height on its page, may be NULL. */
guint32 tz_structure_add_figure (TzPages *pages, const char *alt, const TzLen box[4], guint32 parent);
/* A caption of *TABLE, a node under PARENT that is made if it is still TZ_NODE_NONE. */
guint32 tz_structure_add_caption (TzPages *pages, guint32 *table, guint32 parent);
/* Rows and cells of GRID under TABLE, a node; places without a cell become empty
 * ones, so that all rows are equally long. The nodes of GRID's cells, by their
 * index: g_free. */
guint32 *tz_structure_add_rows (TzPages *pages, const TzGrid *grid, guint32 table);

/* FROM's tree, now a part under PARENT of TO's; the texts of FROM's pages name
 * their nodes in TO. For pages that are about to be moved there. */
void tz_structure_take (TzPages *to, guint32 parent, TzPages *from);

#endif
