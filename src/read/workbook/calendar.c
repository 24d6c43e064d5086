#include "read/workbook/calendar.h"

#include <math.h>
#include <stdio.h>

/* Days from 1 January of year 1 in the calendar that GLib reckons with. */
enum { DAY_1899_12_31 = 693595, DAY_1904_1_1 = 695056 };

/* Excel took over from Lotus that 1900 was a leap year: day 60 is 29 February 1900, and each day before
 * it is one later than the calendar would say. */
enum { FALSE_LEAP_DAY = 60, LAST_DAY = 2958465 /* 31 December 9999 */ };

static void set_day (int day, gboolean date_1904, TzSerialTime *time)
{
  GDate date;
  if (!date_1904 && (day == 0 || day == FALSE_LEAP_DAY)) {
    time->year = 1900;
    time->month = day == 0 ? 1 : 2;
    time->day = day == 0 ? 0 : 29;
    time->weekday = day == 0 ? 6 : 3;
    return;
  }
  int julian = date_1904 ? DAY_1904_1_1 + day : DAY_1899_12_31 + day - (day > FALSE_LEAP_DAY);
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32)julian);
  time->year = g_date_get_year (&date);
  time->month = (int)g_date_get_month (&date);
  time->day = g_date_get_day (&date);
  /* Excel's weekdays before the day that never was are wrong by one, too. */
  time->weekday = date_1904 ? (day + 5) % 7 : (day + 6) % 7;
}

gboolean tz_serial_time (double value, gboolean date_1904, int decimals, TzSerialTime *time)
{
  if (!(value >= 0) || value >= LAST_DAY + 1)
    return FALSE;
  double unit = decimals > 0 ? 1000 : 1; /* whole seconds, or thousandths of one */
  double step = decimals == 1 ? 100 : decimals == 2 ? 10 : 1;
  double ticks = floor (value * 86400 * unit / step + 0.5) * step;
  int day = (int)floor (ticks / (86400 * unit));
  gint64 rest = (gint64)(ticks - day * 86400.0 * unit);
  if (day > LAST_DAY - (date_1904 ? 1462 : 0))
    return FALSE;
  gint64 seconds = decimals > 0 ? rest / 1000 : rest;
  set_day (day, date_1904, time);
  time->hour = (int)(seconds / 3600);
  time->minute = (int)(seconds / 60 % 60);
  time->second = (int)(seconds % 60);
  time->thousandths = decimals > 0 ? (int)(rest % 1000) : 0;
  time->total_seconds = ticks / unit;
  return TRUE;
}

/* 08:00, 08:00:00.5: the part of a day. */
static gboolean read_clock (const char *text, double *part)
{
  int hour, minute, n = 0;
  if (sscanf (text, "%2d:%2d%n", &hour, &minute, &n) != 2 || hour < 0 || hour > 23 || minute < 0 || minute > 59)
    return FALSE;
  double second = text[n] == ':' ? g_ascii_strtod (text + n + 1, NULL) : 0;
  *part = (hour * 3600 + minute * 60 + CLAMP (second, 0, 60)) / 86400;
  return TRUE;
}

/* 2021-06-30, *N bytes of it: the days. */
static gboolean read_day (const char *text, gboolean date_1904, int *serial, int *n)
{
  int year, month, day;
  if (sscanf (text, "%4d-%2d-%2d%n", &year, &month, &day, n) != 3 || year < 1900 || year > 9999 || month < 1 ||
      day < 1 || !g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return FALSE;
  GDate date;
  g_date_set_dmy (&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  int julian = (int)g_date_get_julian (&date);
  *serial = date_1904 ? julian - DAY_1904_1_1 : julian - DAY_1899_12_31;
  *serial += !date_1904 && *serial >= FALSE_LEAP_DAY;
  return TRUE;
}

gboolean tz_serial_from_iso (const char *text, gboolean date_1904, double *value)
{
  int serial = 0, n = 0;
  double part = 0;
  if (!read_day (text, date_1904, &serial, &n)) {
    *value = 0;
    return read_clock (text, value);
  }
  if ((text[n] == 'T' || text[n] == ' ') && !read_clock (text + n + 1, &part))
    return FALSE;
  *value = serial + part;
  return *value >= 0;
}
