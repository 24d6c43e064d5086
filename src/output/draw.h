/* Draws a page with Cairo; PDF and PNG share it. */
#ifndef TZ_OUTPUT_DRAW_H
#define TZ_OUTPUT_DRAW_H

#include "layout/page.h"

#include <cairo.h>

typedef struct TzDraw TzDraw;

/* For any number of pages; FONTS must outlive it. */
TzDraw *tz_draw_new (TzFonts *fonts);
/* Before the first page: fonts hold only the glyphs of PAGES, for embedding. */
void tz_draw_embed (TzDraw *draw, const TzPages *pages);
void tz_draw_free (TzDraw *draw);

/* Before a run of glyphs is drawn. ACTUAL: what it says (N bytes), which its glyphs do
 * not: blanks among them fill gaps, or they are boxes for characters that no font has;
 * NULL where they do. */
typedef void (*TzDrawRun) (gpointer self, cairo_t *cr, const char *actual, int n);
/* From now on. RUN is NULL for readers to be told by the drawn text itself. */
void tz_draw_ask (TzDraw *draw, TzDrawRun run, gpointer self);

/* CR's unit is the point. The page is drawn as it is read, also one that is printed
 * turned. Texts carry their source text, so that a PDF can be
 * searched and copied from. */
void tz_draw_page (TzDraw *draw, cairo_t *cr, const TzPage *page);

/* The same in parts: all but the texts, and one text. */
void tz_draw_ground (cairo_t *cr, const TzPage *page);
void tz_draw_text (TzDraw *draw, cairo_t *cr, const TzPageText *text);

#endif
