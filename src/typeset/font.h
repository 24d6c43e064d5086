/* Fonts by role. A role is a list of font files, first choice first; each
 * character comes from the first that has it. The files are opened when first
 * needed; fontconfig is asked only for what no listed file has, because its
 * start-up costs more than a whole ledger. */
#ifndef TZ_TYPESET_FONT_H
#define TZ_TYPESET_FONT_H

#include "base/text.h"

#include <cairo.h>
#include <hb.h>

typedef struct TzFonts TzFonts;

/* Reads fonts.ini in the data folder, then the user's configuration
 * ($XDG_CONFIG_HOME/taizhang/fonts.ini). OVERRIDES: per role a file or family
 * that goes before all others, or NULL. NULL with ERROR when no font at all can
 * be had for a role. Not shared between threads. */
TzFonts *tz_fonts_new (const char *const *overrides, GError **error);
void tz_fonts_free (TzFonts *fonts);

/* A face of the set, numbered in order of first use; at most 65,535. */
typedef guint16 TzFace;
#define TZ_FACE_NONE G_MAXUINT16

/* The face of ROLE (BOLD preferred) that has C, or TZ_FACE_NONE when no font on
 * this machine has it. */
TzFace tz_fonts_find (TzFonts *fonts, TzRole role, gboolean bold, gunichar c);

/* Lent; live as long as FONTS. */
cairo_font_face_t *tz_fonts_cairo (TzFonts *fonts, TzFace face);
hb_font_t *tz_fonts_hb (TzFonts *fonts, TzFace face); /* scaled to 1000 units an em */
const char *tz_fonts_path (TzFonts *fonts, TzFace face);
/* Whether bold must be drawn by stroking because the face itself is not bold. */
gboolean tz_fonts_fake_bold (TzFonts *fonts, TzFace face);

/* What workbooks call the font of ROLE ("仿宋_GB2312"). Lent. */
const char *tz_fonts_office_name (TzFonts *fonts, TzRole role);

#endif
