/* Deadlines as officials write them: 2021年6月底前, 每年5月、11月底前, 5个工作日, 持续推进 … */
#ifndef TZ_MODEL_DEADLINE_H
#define TZ_MODEL_DEADLINE_H

#include "model/calendar.h"

typedef enum {
  TZ_DEADLINE_NONE,       /* an empty cell, —— or 无 */
  TZ_DEADLINE_UNKNOWN,    /* free text */
  TZ_DEADLINE_CONTINUING, /* 持续推进, 长期坚持, 即日起: no last day */
  TZ_DEADLINE_DONE,       /* 已实现，持续巩固提升。 */
  TZ_DEADLINE_DURATION,   /* 3天, 5个工作日, 立行立改 (at once: 0 days) */
  TZ_DEADLINE_RECURRING,  /* 每季度末, 每月5日前 */
  TZ_DEADLINE_DATE        /* one day or several; the last one counts */
} TzDeadlineKind;

typedef enum { TZ_UNIT_DAY, TZ_UNIT_WORKDAY, TZ_UNIT_MONTH } TzDurationUnit;

/* A day of every year; DAY 31 is the last of any month. */
typedef struct {
  guint8 month, day;
} TzYearDay;

enum { TZ_DEADLINE_MAX_DATES = 12, TZ_DEADLINE_MAX_POINTS = 48, TZ_LAST_OF_MONTH = 31 };

typedef struct {
  TzDeadlineKind kind;
  const char *rule;    /* the rule that decided; static */
  gboolean continuing; /* with a day or 已实现: goes on afterwards */
  gboolean partial;    /* some words beside the deadline were not understood */
  gboolean needs_year; /* "5月15日前" without a year to take it from: DATE without dates */
  GDate first, until; /* where the words name a beginning (3月至6月) or a recurrence its end; else not valid */
  int n_dates;
  GDate dates[TZ_DEADLINE_MAX_DATES]; /* last days, inclusive, ascending */
  int n_points;
  TzYearDay points[TZ_DEADLINE_MAX_POINTS]; /* due days of a recurrence, ascending in the year */
  guint weekdays;                           /* bit GDateWeekday: due every week on that day; 0: not weekly */
  int amount;                               /* of a duration */
  TzDurationUnit unit;
} TzDeadline;

/* YEAR is what 今年 and a date without a year mean; 0: not known. Digits of either
 * width and blanks anywhere are understood. */
void tz_deadline_parse (const char *text, int year, TzDeadline *deadline);

/* The last day: the last of the dates, or the end of the duration counted from
 * START (may be NULL or not valid). FALSE if there is none. CALENDAR may be NULL:
 * Monday to Friday. */
gboolean tz_deadline_last (const TzDeadline *deadline, const GDate *start, const TzCalendar *calendar,
                           GDate *last);

/* The first due day after AFTER, of dates and recurrences. FALSE if there is none. */
gboolean tz_deadline_next (const TzDeadline *deadline, const GDate *after, GDate *due);

/* Whether the last day has passed on DAY. Recurrences and what continues are never late as a whole. */
gboolean tz_deadline_is_late (const TzDeadline *deadline, const GDate *start, const TzCalendar *calendar,
                              const GDate *day);

/* One line for people and tests: "until 2021-06-30", "every 3-31 6-30", "5 workdays". g_free. */
char *tz_deadline_to_string (const TzDeadline *deadline);

const char *tz_deadline_kind_name (TzDeadlineKind kind);

/* The rules by number, for tests: NULL behind the last. */
const char *tz_deadline_rule_name (int i);

#endif
