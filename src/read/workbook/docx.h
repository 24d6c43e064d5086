/* The tables of a Word document (ECMA-376 part 1, 17.4). */
#ifndef TZ_READ_WORKBOOK_DOCX_H
#define TZ_READ_WORKBOOK_DOCX_H

#include "read/workbook/workbook.h"

/* Reads table number NUMBER (from 1; 0: all of them) of a .docx, each as a worksheet called by its number: the
 * short lines above the table are its first rows, those below it that say 注： or who signs are its last ones.
 * BYTES are lent for the call alone; SHOWN is the file's name in findings. NULL with a finding: as for a
 * workbook, or no-table when there is none. tz_workbook_free. */
TzWorkbook *tz_docx_read (const GByteArray *bytes, const char *shown, int number, TzDiag *diag);

#endif
