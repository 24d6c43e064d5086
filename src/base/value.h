/* What the text of a cell is taken for. */
#ifndef TZ_BASE_VALUE_H
#define TZ_BASE_VALUE_H

#include <glib.h>

typedef enum {
  TZ_VALUE_TEXT,
  TZ_VALUE_NUMBER,
  TZ_VALUE_PERCENT,
  TZ_VALUE_DATE,
  TZ_VALUE_BOOLEAN /* of a workbook's cell alone: a text is never taken for one */
} TzValueType;

/* Whether TEXT, meant as TYPE, is a value that Excel shows exactly as TEXT, with at most 15 significant digits:
 * a percentage in hundredths, a date in days from 30 December 1899. *NUM_FORMAT is the format that does so,
 * interned. */
gboolean tz_value_of_text (const char *text, TzValueType type, double *value, const char **num_format);

/* DAY written like LIKE, a date with or without its day: 2021年6月30日, 2021/6/30, 2021.6.30, 2021-06-30, with
 * zeros ahead if LIKE has them. NULL: 2021-06-30. g_free. */
char *tz_value_write_day (const GDate *day, const char *like);

#endif
