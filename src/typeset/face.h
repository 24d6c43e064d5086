/* One font file, or a part of it, as Cairo wants it. */
#ifndef TZ_TYPESET_FACE_H
#define TZ_TYPESET_FACE_H

#include <cairo.h>
#include <glib.h>
#include <hb.h>

/* Face INDEX of the file PATH. NULL if FreeType cannot read it.
 * cairo_font_face_destroy. */
cairo_font_face_t *tz_face_open (const char *path, int index);

/* FONT's face with the outlines of GLYPHS alone (65,536 bits, glyph G is bit G & 7 of
 * byte G / 8), numbered anew: (*NUMBERS)[G] is the number of G in it (g_free). Cairo
 * copies a whole font into memory, 20 MB for a common hanzi font, to embed a few
 * glyphs of it; HarfBuzz takes them out of the mapped file. The new numbers matter:
 * 65,000 empty glyphs cost both of them more than the full ones. Characters are not
 * asked for any more, so the face has no table of them but for ASCII.
 * NULL if the font cannot be cut. cairo_font_face_destroy. */
cairo_font_face_t *tz_face_cut (hb_font_t *font, const guint8 *glyphs, guint16 **numbers);

#endif
