/* A document laid out: its sized tables and its pages. */
#ifndef TZ_LAYOUT_LAYOUT_H
#define TZ_LAYOUT_LAYOUT_H

#include "content/block.h"
#include "layout/page.h"
#include "layout/table/table.h"

/* A table or chart of an official document, sized for a workbook. */
typedef struct {
  const TzChart *chart; /* NULL: a table */
  TzTable *own;         /* of a chart: the table of its values; else NULL */
  TzSized *sized;
} TzExhibit;

typedef struct {
  const TzDoc *doc;
  TzPaper paper;       /* the one chosen */
  GPtrArray *tables;   /* of TzSized, one per table block in order */
  GPtrArray *panels;   /* beside each of them: its panels if it goes on sideways, else NULL */
  GPtrArray *exhibits; /* of TzExhibit: of an official document, in order */
  GPtrArray *sheets;   /* of TzLayout: the document's further sheets */
  TzPages *pages;
} TzLayout;

/* Nothing sized yet, no pages. DOC is lent and must outlive the layout. */
TzLayout *tz_layout_begin (const TzDoc *doc);
void tz_layout_free (TzLayout *layout); /* NULL is allowed */

#endif
