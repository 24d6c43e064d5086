/* Rows of a file as people name them: "4-5, 9". */
#ifndef TZ_MODEL_ROW_LIST_H
#define TZ_MODEL_ROW_LIST_H

#include <glib.h>

/* Whether TEXT lists rows: numbers from 1 and ranges between commas; "0" alone is none of them. */
gboolean tz_row_list_is_valid (const char *text);
/* Whether TEXT, which may be NULL, lists ROW. */
gboolean tz_row_list_has (const char *text, int row);

#endif
