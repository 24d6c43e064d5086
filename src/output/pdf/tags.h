/* Tagged PDF (ISO 32000-1, 14.8): pages are drawn with marks that say which text is
 * which node of their structure, and the structure is written with the marks. */
#ifndef TZ_OUTPUT_PDF_TAGS_H
#define TZ_OUTPUT_PDF_TAGS_H

#include "output/draw.h"
#include "output/pdf/patch.h"

/* A stretch of marked content; its number on its page is its place among the page's marks. */
typedef struct {
  guint32 node;
  int page;           /* from 0 */
  int number;         /* on that page, from 0 */
  int paragraph;      /* of a cell or an item: of its text, from 0; of others: 0 */
  const char *actual; /* what it says, N bytes, where its glyphs say something else; else NULL */
  int n;
} TzPdfMark;

typedef struct TzPdfTags TzPdfTags;

/* PAGES have a structure, and outlive the tags. */
TzPdfTags *tz_pdf_tags_new (const TzPages *pages);
void tz_pdf_tags_free (TzPdfTags *tags);
/* Draws the next page. */
void tz_pdf_tags_draw (TzPdfTags *tags, TzDraw *draw, cairo_t *cr, const TzPage *page);
/* Of TzPdfMark, all that were drawn. */
const GArray *tz_pdf_tags_marks (const TzPdfTags *tags);

/* Writes the structure of PAGES, in place of the list of marks that Cairo makes, and
 * marks artifacts. Returns what the catalogue is to say in addition; NULL if something is missing
 * (tz_pdf_patch_missing). g_free. */
char *tz_pdf_structure_write (const TzPages *pages, const GArray *marks, TzPdfPatch *patch);

#endif
