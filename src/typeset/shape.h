/* Real shaping, for what a table of glyphs cannot answer: HarfBuzz for the
 * glyphs, Pango for Unicode's break opportunities. */
#ifndef TZ_TYPESET_SHAPE_H
#define TZ_TYPESET_SHAPE_H

#include <glib.h>
#include <hb.h>

typedef struct {
  guint32 glyph;
  guint32 cluster, end; /* bytes of the text that it stands for */
  gint32 advance, x;    /* font units (TZ_FONT_EM an em) */
} TzShaped;

/* Glyphs of TEXT in logical order: an array of TzShaped. g_array_unref. */
GArray *tz_shape (hb_font_t *font, const char *text, gsize length);

/* Ends (byte offsets, ascending, the last is LENGTH) of the stretches of TEXT
 * between which Unicode line breaking (UAX 14) allows a break. g_free. */
gsize *tz_break_opportunities (const char *text, gsize length);

#endif
