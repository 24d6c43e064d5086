/* Characters that no font on this machine has. */
#ifndef TZ_LAYOUT_MISSING_H
#define TZ_LAYOUT_MISSING_H

#include "base/diag.h"
#include "layout/measure.h"

/* The warning missing-glyph at PLACE (may be NULL) if LINES lacks any. */
void tz_missing_report (const TzLines *lines, const TzPlace *place, TzDiag *diag);

/* Texts of one style, looked through for such characters: only those with a
 * character that was not seen before are set. */
typedef struct TzMissing TzMissing;

TzMissing *tz_missing_new (const TzMeasure *measure, const TzTextStyle *style);
void tz_missing_free (TzMissing *missing);
/* As tz_missing_report for TEXT. */
void tz_missing_look (TzMissing *missing, const char *text, const TzPlace *place, TzDiag *diag);

#endif
