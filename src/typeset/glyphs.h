/* Glyph and measures of single characters, looked up once a face: hanzi and
 * marks need no shaping, and a ledger repeats a thousand of them. */
#ifndef TZ_TYPESET_GLYPHS_H
#define TZ_TYPESET_GLYPHS_H

#include "typeset/classes.h"
#include "typeset/font.h"

typedef struct {
  guint32 glyph;
  TzFace face;                    /* TZ_FACE_NONE: no font has it; GLYPH is the character then */
  guint8 class;                   /* TzCharClass */
  gint32 advance;                 /* TZ_FONT_EM units, as all below */
  gint32 shift;                   /* to the right, so that the ink of a mark lies in its own half */
  gint32 blank_left, blank_right; /* what may be taken away beside the ink of a mark */
} TzCharInfo;

typedef struct TzGlyphs TzGlyphs;

TzGlyphs *tz_glyphs_new (TzFonts *fonts); /* FONTS must outlive it */
void tz_glyphs_free (TzGlyphs *glyphs);

/* Lent until the next call. */
const TzCharInfo *tz_glyphs_get (TzGlyphs *glyphs, TzRole role, gboolean bold, gunichar c);

/* How wide C is where no font has it, in TZ_FONT_EM: a wide character is an em, any other half of one. */
gint32 tz_missing_advance (gunichar c);

#endif
