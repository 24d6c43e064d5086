/* Days as spreadsheets count them. */
#ifndef TZ_READ_WORKBOOK_CALENDAR_H
#define TZ_READ_WORKBOOK_CALENDAR_H

#include <glib.h>

typedef struct {
  int year, month, day; /* 1900-1-0 and 1900-2-29 are days to Excel */
  int weekday;          /* 0 Sunday … 6 Saturday, as Excel says it */
  int hour, minute;
  int second;           /* rounded unless FRACTION says more */
  int thousandths;      /* of a second, 0 … 999 */
  double total_seconds; /* since day 0: for [h], [mm], [ss] */
} TzSerialTime;

/* The moment that VALUE days after day 0 is, rounded to DECIMALS (0 … 3) of a second. FALSE outside of
 * 1900 … 9999, where Excel has no date. */
gboolean tz_serial_time (double value, gboolean date_1904, int decimals, TzSerialTime *time);

/* The days from day 0 to TEXT, a moment as ISO 8601 writes it: 2021-06-30, 2021-06-30T18:00:00Z. FALSE for
 * anything else. */
gboolean tz_serial_from_iso (const char *text, gboolean date_1904, double *value);

#endif
