/* Reads back the file that the library wrote. */
#ifndef TZ_OUTPUT_XLSX_VERIFY_H
#define TZ_OUTPUT_XLSX_VERIFY_H

#include <glib.h>

/* Whether every part of the workbook at PATH is whole. libxlsxwriter collects the
 * parts in temporary files and does not notice when the disk is too full for
 * them: it would pack half a part without a word. */
gboolean tz_xlsx_verify (const char *path);
/* The CRC-32 of a text behind one whose sum is SUM (0: none). */
guint32 tz_xlsx_sum (guint32 sum, const char *text);

#endif
