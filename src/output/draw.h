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

/* Called before a run of glyphs is drawn. ACTUAL is the text of the run (N bytes) if its glyphs stand
 * for something else, because some are spaces that fill gaps or boxes for characters that no font
 * has; else NULL. */
typedef void (*TzDrawRun) (gpointer self, cairo_t *cr, const char *actual, int n);
/* RUN (NULL: none) is called from now on. Without it Cairo says itself what glyphs stand for. */
void tz_draw_watch_runs (TzDraw *draw, TzDrawRun run, gpointer self);

/* CR's unit is the point. The page is drawn as it is read, also one that is printed
 * turned. Texts carry their source text, so that a PDF can be
 * searched and copied from. */
void tz_draw_page (TzDraw *draw, cairo_t *cr, const TzPage *page);

/* The same in parts: all but the texts, and one text. */
void tz_draw_ground (cairo_t *cr, const TzPage *page);
void tz_draw_text (TzDraw *draw, cairo_t *cr, const TzPageText *text);

#endif
