/* Other programs' tables through LibreOffice, where it is installed. */
#ifndef TZ_READ_WORKBOOK_CONVERT_H
#define TZ_READ_WORKBOOK_CONVERT_H

#include "base/diag.h"

/* BYTES, a .xls, .et, .ods or .xlsb, as a .xlsx. EXTENSION ("xls") tells LibreOffice what to expect. It works
 * on a copy in a private folder, with a profile of its own in which macros do not run, for at most two minutes,
 * and writes no file larger than TZ_MAX_FILE_SIZE. NULL with a finding: no-converter where it is not installed
 * (saying what else to do), not-converted where it could not read the file. g_byte_array_unref. */
GByteArray *tz_convert_to_xlsx (const GByteArray *bytes, const char *extension, const char *shown,
                                TzDiag *diag);

#endif
