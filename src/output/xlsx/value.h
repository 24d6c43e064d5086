/* Texts that may become numbers. */
#ifndef TZ_OUTPUT_XLSX_VALUE_H
#define TZ_OUTPUT_XLSX_VALUE_H

#include "content/style.h"

/* Whether TEXT, meant as TYPE, is a value that Excel shows exactly as TEXT, with
 * at most 15 significant digits; *NUM_FORMAT is interned. */
gboolean tz_xlsx_value (const char *text, TzValueType type, double *value, const char **num_format);

#endif
