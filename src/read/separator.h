/* Which character separates the cells of a CSV file. */
#ifndef TZ_READ_SEPARATOR_H
#define TZ_READ_SEPARATOR_H

#include "base/diag.h"

/* The ',', '\t' or ';' that stands most often in the first record of TEXT that has any, the first N_RECORDS
 * being looked at, outside quotes; ',' if none has, with a warning in DIAG if full-width ones stand there. LINE
 * is the number of TEXT's first line in the file SHOWN. */
char tz_separator_guess (const char *text, gsize length, int line, int n_records, const char *shown,
                         TzDiag *diag);

/* Excel's own first line "sep=;" (in quotes or not): the length of that line with
 * its end, and *SEPARATOR; 0 if TEXT does not begin so. */
gsize tz_separator_skip_line (const char *text, gsize length, char *separator);

#endif
