/* Fonts by role. A role is a list of font files, first choice first; each
 * character comes from the first that has it. Files are opened when first
 * needed; fontconfig is asked only for what no listed file has (and for families
 * named by a user), because its start-up costs more than a whole ledger. */
#ifndef TZ_TYPESET_FONT_H
#define TZ_TYPESET_FONT_H

#include "base/text.h"

#include <cairo.h>
#include <hb.h>

/* Which files serve which role, as fonts.ini and the user say. A file is a path,
 * or a name searched in DIRS, or else a family name; "#2" behind it is the face
 * inside a collection. Every string is the configuration's own. */
typedef struct {
  GPtrArray *dirs; /* of char*, searched in order */
  struct {
    GPtrArray *files, *bold; /* of char* */
    char *office;            /* what a workbook calls it: "仿宋_GB2312" */
    gboolean own_western;    /* Latin letters from these files, not from the western role */
  } role[TZ_N_ROLES];
} TzFontConfig;

TzFontConfig *tz_font_config_new (void);
void tz_font_config_free (TzFontConfig *config);

typedef struct TzFonts TzFonts;

/* Takes CONFIG. NULL with ERROR when a role has no usable font at all (the fonts
 * are not installed). Not shared between threads. */
TzFonts *tz_fonts_new (TzFontConfig *take_config, GError **error);
void tz_fonts_free (TzFonts *fonts);

/* A face of the set, numbered in order of first use. */
typedef guint16 TzFace;
#define TZ_FACE_NONE G_MAXUINT16

/* Font units an em: what tz_fonts_hb's advances and extents are measured in. */
#define TZ_FONT_EM 65536

/* Whether NAME, written as a role's file is, leads to a font on this machine. */
gboolean tz_fonts_know (TzFonts *fonts, const char *name);

/* The face of ROLE (BOLD preferred) that has C, and its glyph; TZ_FACE_NONE when
 * no font on this machine has it. */
TzFace tz_fonts_find (TzFonts *fonts, TzRole role, gboolean bold, gunichar c, guint32 *glyph);

/* Whether Latin letters and digits inside ROLE come from ROLE's own files. */
gboolean tz_fonts_own_western (const TzFonts *fonts, TzRole role);

/* Lent; live as long as FONTS. */
cairo_font_face_t *tz_fonts_cairo (TzFonts *fonts, TzFace face); /* NULL if FreeType cannot read it */
hb_font_t *tz_fonts_hb (TzFonts *fonts, TzFace face);
/* The face with only the GLYPHS named (65,536 bits, glyph G is bit G & 7 of byte
 * G / 8) for embedding in a file, see tz_face_cut: glyph G is number (*NUMBERS)[G] in
 * it, or G itself where *NUMBERS is NULL (a font that cannot be cut). The caller's:
 * cairo_font_face_destroy, g_free. NULL if FreeType cannot read it. */
cairo_font_face_t *tz_fonts_cairo_subset (TzFonts *fonts, TzFace face, const guint8 *glyphs, guint16 **numbers);
/* The glyph of U+0020 in the face, 0 if it has none. */
guint32 tz_fonts_space (TzFonts *fonts, TzFace face);
int tz_fonts_n_faces (const TzFonts *fonts);

const char *tz_fonts_path (const TzFonts *fonts, TzFace face); /* "/…/NotoSerifCJK-Regular.ttc#2" */

/* Whether the face serves bold text without being bold itself, so that drawing
 * must thicken it. */
gboolean tz_fonts_needs_thickening (const TzFonts *fonts, TzFace face);

/* What workbooks call the font of ROLE ("仿宋_GB2312"). Lent. */
const char *tz_fonts_office_name (const TzFonts *fonts, TzRole role);

#endif
