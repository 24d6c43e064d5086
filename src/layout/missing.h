/* Characters that no font on this machine has. */
#ifndef TZ_LAYOUT_MISSING_H
#define TZ_LAYOUT_MISSING_H

#include "base/diag.h"
#include "typeset/paragraph.h"

/* The warning missing-glyph at PLACE (may be NULL) if LINES lacks any. */
void tz_missing_report (const TzLines *lines, const TzPlace *place, TzDiag *diag);

#endif
