/* Days as Excel counts them, 44377, where a date was meant: a cell that lost its format. */
#ifndef TZ_MODEL_SERIAL_H
#define TZ_MODEL_SERIAL_H

#include "read/records.h"

/* Whether TEXT is such a number, from 1982 to 2064, of DAY (may be NULL). Other numbers of five digits are
 * seldom days. */
gboolean tz_serial_parse (const char *text, GDate *day);

/* Reads such numbers in RECORDS' columns of dates as the dates they are, written like those beside them, and
 * says so once for a column (excel-date). A column is one of dates if its title says so or most of its cells
 * do, and neither its title nor any other number in it speaks of amounts: 44377 万元 stays what it is. */
void tz_serial_repair (TzRecords *records, TzDiag *diag);

#endif
