/* The font configuration: ours, then the user's, then a book's on top. */
#ifndef TZ_COMMAND_FONTSET_H
#define TZ_COMMAND_FONTSET_H

#include "base/diag.h"
#include "typeset/font.h"

/* Reads fonts.ini of the data folder and of $XDG_CONFIG_HOME/taizhang, and puts
 * BOOK_FONTS (per role a file or family, or NULL; may be NULL itself) before
 * both. A missing file of ours is a finding and gives NULL. */
TzFontConfig *tz_fontset_load (const char *const *book_fonts, TzDiag *diag);

/* The same, opened, with a finding for each of BOOK_FONTS that this machine lacks.
 * NULL with findings as above, or with ERROR if a role has no font at all. */
TzFonts *tz_fontset_open (const char *const *book_fonts, TzDiag *diag, GError **error);

#endif
