/* Where printed pages begin. */
#ifndef TZ_OUTPUT_XLSX_BREAK_H
#define TZ_OUTPUT_XLSX_BREAK_H

#include <glib.h>

typedef struct {
  double height;      /* points */
  gboolean keep_next; /* on one page with the row below, if a page can hold both */
} TzXlsxRow;

/* The sheet rows (of int, from 0, never 0) before which a page ends, when pages
 * have ROOM points and all but the first repeat the rows REPEAT_FIRST to
 * REPEAT_LAST (-1: none). ROWS is of TzXlsxRow. g_array_unref. */
GArray *tz_xlsx_breaks (const GArray *rows, double room, int repeat_first, int repeat_last);

#endif
