/* What Excel and a wrong encoding do to a table on its way into a file: told once for a column, with the
 * remedy. */
#ifndef TZ_MODEL_DAMAGE_H
#define TZ_MODEL_DAMAGE_H

#include "read/records.h"

/* Looks through titles and texts of RECORDS. Warnings at the first cell of its column, with the number of
 * cells: long numbers cut short (number-shortened), dates that Excel has shortened (excel-date),
 * errors of formulas (error-value), columns too narrow (cell-not-shown), ???? (lost-character), line feeds
 * where no line ends (stray-line-feed). An error, and FALSE, if the text as a whole was read in a wrong
 * encoding or lost when it was saved (garbled-text, lost-character): everything else that could be told of it
 * would be wrong. */
gboolean tz_damage_check (const TzRecords *records, TzDiag *diag);

/* Whether TEXT is a date as Excel makes it: 44377 (days, from 1982 to 2064), Jun-21, 5-Jun. */
gboolean tz_damage_is_date (const char *text);

#endif
