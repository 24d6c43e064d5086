/* A document laid out: its sized tables and its pages. */
#ifndef TZ_LAYOUT_LAYOUT_H
#define TZ_LAYOUT_LAYOUT_H

#include "content/block.h"
#include "layout/page.h"
#include "layout/table/table.h"

/* A table of a document, sized. */
typedef struct {
  TzSized *sized;       /* as a whole, for workbooks: a worksheet has no edge */
  GPtrArray *panels;    /* of TzSized: the parts in which it goes on sideways on pages; NULL: it does not */
  const TzChart *chart; /* it has the values of this chart, and stands beside it; NULL: it is a table */
  TzTable *own;         /* of a chart: the table made of its values; else NULL */
} TzLayoutTable;

typedef struct {
  const TzDoc *doc;
  TzPaper paper; /* the one chosen */
  /* Of TzLayoutTable: all tables of the document, in order. Of an official document: those that its
   * workbook has, each on a worksheet of its own. */
  GPtrArray *tables;
  GPtrArray *following; /* of TzLayout: of the documents that follow */
  GPtrArray *sheets;    /* of TzLayout: of the document's further worksheets */
  TzPages *pages;       /* with those of the documents that follow */
  guint n_given;        /* pages of its own that stand among those of another layout now */
} TzLayout;

/* Nothing sized yet, no pages. DOC is lent and must outlive the layout. */
TzLayout *tz_layout_begin (const TzDoc *doc);
void tz_layout_free (TzLayout *layout); /* NULL is allowed */
/* Adds a table at the end; lent. */
TzLayoutTable *tz_layout_add_table (TzLayout *layout, TzSized *take_sized);
/* Table I of LAYOUT, sized. */
TzSized *tz_layout_sized (const TzLayout *layout, guint i);
/* Moves the pages of FROM, with their part of outline and structure, behind those of TO. */
void tz_layout_take_pages (TzLayout *to, TzLayout *from);
/* How many pages its document has, without those that follow, wherever they stand by now. */
guint tz_layout_n_own_pages (const TzLayout *layout);

#endif
