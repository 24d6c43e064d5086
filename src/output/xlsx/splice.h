/* Puts packed rows into the package of a closed workbook. */
#ifndef TZ_OUTPUT_XLSX_SPLICE_H
#define TZ_OUTPUT_XLSX_SPLICE_H

#include <glib.h>

/* Puts ALL (of TzXlsxRows) into the closed book at PATH, each into its sheet. 0, or
 * the errno of a failure. */
int tz_xlsx_splice (const char *path, const GPtrArray *all);

#endif
