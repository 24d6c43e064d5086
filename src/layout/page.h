/* Pages: items at positions, ready to be drawn. The third product. */
#ifndef TZ_LAYOUT_PAGE_H
#define TZ_LAYOUT_PAGE_H

#include "typeset/paragraph.h"

/* The box of TEXT lines FIRST … FIRST+N-1: X, Y is the upper left corner of the
 * first line's em box; lines follow at the text's pitch. */
typedef struct {
  const TzLines *lines;
  int first, n;
  guint32 node;    /* of the structure; TZ_NODE_NONE: an artifact */
  gboolean turned; /* drawn a quarter turn to the right around X, Y */
  TzLen x, y;
} TzPageText;

/* A rule from (X0, Y0) to (X1, Y1), centred on that line. */
typedef struct {
  TzLen x0, y0, x1, y1, thickness;
  guint32 colour;
} TzPageRule;

typedef struct {
  TzLen x, y, width, height;
  guint32 colour;
} TzPageFill;

typedef struct {
  TzLen x, y;
} TzPagePoint;

#define TZ_NO_COLOUR 0xFF000000u

/* A polygon or a line through several points. */
typedef struct {
  guint32 fill, stroke; /* TZ_NO_COLOUR: not filled, no line */
  TzLen thickness;
  TzLen dash; /* strokes and gaps so long; 0: a whole line */
  gboolean closed;
  guint32 first, n; /* points of the page */
} TzPageShape;

/* As it is read. TURNED: printed a quarter turn to the left, on paper that stands
 * upright; what stands upright on that paper is a turned text here.
 *
 *      as read          the paper
 *     +-------+          +-----+
 *     | head  |          |h    |
 *     | rows  |          |e r  |
 *     +-------+          |a o  |   its head at the paper's left
 *                        |d w  |
 *                        +-----+
 *
 * Drawn in this order: fills, rules, shapes, texts; each kind as added. */
typedef struct {
  TzLen width, height;
  gboolean turned;
  GArray *texts;  /* TzPageText */
  GArray *rules;  /* TzPageRule */
  GArray *fills;  /* TzPageFill */
  GArray *shapes; /* TzPageShape */
  GArray *points; /* TzPagePoint, of the shapes */
  guint32 node;   /* what texts added from now on are; set by those who add them, and set back */
} TzPage;

typedef struct {
  int level; /* from 1 */
  char *title;
  int page; /* from 0 */
  TzLen y;
} TzOutlineEntry;

typedef struct {
  GPtrArray *pages;                            /* of TzPage */
  GArray *outline;                             /* of TzOutlineEntry */
  GArray *nodes;                               /* of TzNode (layout/structure.h); NULL: no structure */
  const char *title, *author, *subject, *lang; /* lent by the document */
  gint64 date;
} TzPages;

/* A page that is part of no document: a drawing to be put on others. */
TzPage *tz_page_new (TzLen width, TzLen height);
void tz_page_free (TzPage *page); /* NULL is allowed */

TzPages *tz_pages_new (void);
void tz_pages_free (TzPages *pages);
TzPage *tz_pages_add (TzPages *pages, TzLen width, TzLen height);
void tz_page_add_text (TzPage *page, const TzLines *lines, int first, int n, TzLen x, TzLen y);
/* The same, a quarter turn to the right around X, Y. */
void tz_page_add_turned (TzPage *page, const TzLines *lines, int first, int n, TzLen x, TzLen y);
void tz_page_add_rule (TzPage *page, TzLen x0, TzLen y0, TzLen x1, TzLen y1, TzLen thickness, guint32 colour);
void tz_page_add_fill (TzPage *page, TzLen x, TzLen y, TzLen width, TzLen height, guint32 colour);
/* Through N points; LOOK's first and n are not read. */
void tz_page_add_shape (TzPage *page, const TzPagePoint *points, int n, const TzPageShape *look);
/* All that stands on DRAWING, its upper left corner at X, Y. */
void tz_page_add_drawing (TzPage *page, const TzPage *drawing, TzLen x, TzLen y);
void tz_pages_add_outline (TzPages *pages, int level, const char *title, int page, TzLen y);

#endif
