/* Findings as they are printed: what repeats is folded. */
#ifndef TZ_BASE_FOLD_H
#define TZ_BASE_FOLD_H

#include "base/diag.h"

enum { TZ_FOLD_SHOWN = 5 }; /* of one kind: enough to see what is meant, few enough to read on */

/* The findings of DIAG, which is sorted, one a line as tz_finding_to_string has it. Of one kind (file, code,
 * severity) the first are shown, and one line behind the file's findings counts the others; ALL: nothing is
 * folded. g_free. */
char *tz_fold_findings (const TzDiag *diag, gboolean all);

#endif
