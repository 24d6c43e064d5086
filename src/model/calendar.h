/* Working days: Monday to Friday, less public holidays, plus shifted working days. */
#ifndef TZ_MODEL_CALENDAR_H
#define TZ_MODEL_CALENDAR_H

#include "base/diag.h"

typedef struct TzCalendar TzCalendar;

/* Knows weekends only. */
TzCalendar *tz_calendar_new (void);
void tz_calendar_free (TzCalendar *calendar);

/* DAYS of YEAR ("2021") are WORKING days or not: "1.1-1.3, 2.11-2.17" (month.day, separated by
 * commas, 、, semicolons or line ends; a span may begin in the year before: "12.31-1.2"). What
 * was said of a day before is replaced. FALSE with the finding bad-calendar at PLACE. */
gboolean tz_calendar_add (TzCalendar *calendar, const char *year, const char *days, gboolean working,
                          const TzPlace *place, TzDiag *diag);

/* Whether anything was said about YEAR; else only weekends are known of it. */
gboolean tz_calendar_knows (const TzCalendar *calendar, int year);

/* CALENDAR may be NULL below: weekends only. */
gboolean tz_calendar_is_workday (const TzCalendar *calendar, const GDate *day);

/* The N-th working day after DAY, the day itself not counted (GB and civil law alike: a term
 * begins on the day after); N 0: DAY. At most 36,600 days ahead. */
void tz_calendar_add_workdays (const TzCalendar *calendar, const GDate *day, int n, GDate *result);

/* Working days from FIRST to LAST, both counted; 0 if LAST is before FIRST. */
int tz_calendar_count (const TzCalendar *calendar, const GDate *first, const GDate *last);

#endif
