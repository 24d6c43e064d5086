/* What the rules mean, stored in the deadline. A year, a month or 每年 said in one clause holds for those
 * behind it. */
#include "model/deadline_data.h"

#include <string.h>

/* ── collecting ──────────────────────────────────────────────────────────── */

GDate tz_deadline_day (int year, int month, int day)
{
  GDate date;
  int last = g_date_get_days_in_month ((GDateMonth)month, (GDateYear)year);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay)MIN (day, last), (GDateMonth)month, (GDateYear)year);
  return date;
}

/* Whether a month can have such a day, which somebody wrote. */
static gboolean is_written_day (int month, int day)
{
  static const int longest[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  return month >= 1 && month <= 12 && day >= 1 && day <= longest[month - 1];
}

/* The same; 31 stands for the last one. */
static gboolean is_day (int month, int day)
{
  return is_written_day (month, MIN (day, 28)) && (is_written_day (month, day) || day == TZ_LAST_OF_MONTH);
}

/* Keeps the dates in order, each once; of too many the latest. */
static void add_date (TzDeadline *deadline, GDate date)
{
  int at = deadline->n_dates;
  while (at > 0 && g_date_compare (&deadline->dates[at - 1], &date) > 0)
    at--;
  if (at > 0 && g_date_compare (&deadline->dates[at - 1], &date) == 0)
    return;
  if (deadline->n_dates == TZ_DEADLINE_MAX_DATES) {
    if (at == 0)
      return;
    memmove (deadline->dates, deadline->dates + 1, sizeof (GDate) * (TZ_DEADLINE_MAX_DATES - 1));
    deadline->n_dates--;
    at--;
  }
  memmove (deadline->dates + at + 1, deadline->dates + at, sizeof (GDate) * (gsize)(deadline->n_dates - at));
  deadline->dates[at] = date;
  deadline->n_dates++;
}

static void add_point (TzDeadline *deadline, int month, int day)
{
  TzYearDay point = { (guint8)month, (guint8)day };
  int at = deadline->n_points;
  while (at > 0 && (deadline->points[at - 1].month > month ||
                    (deadline->points[at - 1].month == month && deadline->points[at - 1].day > day)))
    at--;
  if (at > 0 && deadline->points[at - 1].month == month && deadline->points[at - 1].day == day)
    return;
  if (deadline->n_points == TZ_DEADLINE_MAX_POINTS)
    return;
  memmove (deadline->points + at + 1, deadline->points + at,
           sizeof (TzYearDay) * (gsize)(deadline->n_points - at));
  deadline->points[at] = point;
  deadline->n_points++;
}

/* ── what a rule says ────────────────────────────────────────────────────── */

int tz_deadline_year (const TzDeadlineReader *r, const TzCapture *c, int i)
{
  int year = c->n_years > 0 ? c->years[MIN (i, c->n_years - 1)] : 0;
  if (year < TZ_YEAR_RELATIVE - 1)
    return year > 0 ? year : (r->year > 0 ? r->year : r->context);
  int base = year > TZ_YEAR_RELATIVE && r->year > 0 ? r->year : r->context;
  return base > 0 ? base + year - TZ_YEAR_RELATIVE : 0;
}

static int pick (const int *numbers, int n, int i, int otherwise)
{
  return n > 0 ? numbers[MIN (i, n - 1)] : otherwise;
}

static gboolean is_relative (const TzCapture *c)
{
  return c->n_years > 0 && c->years[0] >= TZ_YEAR_RELATIVE - 1;
}

/* A day with a year is a date, one without after 每年 a day of every year. */
static gboolean say_day (TzDeadlineReader *r, const TzCapture *c, int month, int day)
{
  int year = tz_deadline_year (r, c, 1);
  if (!is_day (month, day))
    return FALSE;
  if (r->recurring && (c->n_years == 0 || is_relative (c))) {
    add_point (r->deadline, month, day);
    return TRUE;
  }
  if (year == 0) {
    r->deadline->needs_year = TRUE;
    return TRUE;
  }
  if (day != TZ_LAST_OF_MONTH && !g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return FALSE;
  add_date (r->deadline, tz_deadline_day (year, month, day));
  r->year = c->n_years > 0 ? year : r->year;
  return TRUE;
}

static gboolean say_date (TzDeadlineReader *r, const TzDeadlineRule *rule, const TzCapture *c)
{
  int month = pick (c->months, c->n_months, 0, rule->month > 0 ? rule->month : r->month);
  if (c->n_days > 0 && !is_written_day (month, c->days[0]))
    return FALSE;
  if (!say_day (r, c, month, pick (c->days, c->n_days, 0, rule->day)))
    return FALSE;
  r->month = c->n_months > 0 ? month : r->month;
  return TRUE;
}

static gboolean say_range (TzDeadlineReader *r, const TzCapture *c, int first_month, int first_day, int month,
                           int day)
{
  int first_year = tz_deadline_year (r, c, 0);
  if (!is_day (first_month, first_day) || !say_day (r, c, month, day))
    return FALSE;
  if (first_year > 0)
    r->deadline->first = tz_deadline_day (first_year, first_month, first_day);
  return TRUE;
}

static gboolean say_months (TzDeadlineReader *r, const TzDeadlineRule *rule, const TzCapture *c)
{
  int month = pick (c->months, c->n_months, 1, rule->month);
  /* 2021年1月5日至10日: the second month is the first. 2021-2022年 begins in January. */
  int first_month = pick (c->months, c->n_months, 0, 1);
  int first_day = c->n_days > 1 ? c->days[0] : 1;
  if (c->n_days > 0 &&
      !(is_written_day (first_month, first_day) && is_written_day (month, c->days[c->n_days - 1])))
    return FALSE;
  return say_range (r, c, first_month, first_day, month, pick (c->days, c->n_days, 1, rule->day));
}

static gboolean say_quarters (TzDeadlineReader *r, const TzDeadlineRule *rule, const TzCapture *c)
{
  int first = pick (c->numbers, c->n_numbers, 0, 0), last = pick (c->numbers, c->n_numbers, 1, 0);
  if (first < 1 || first > 4 || last < 1 || last > 4)
    return FALSE;
  if (rule->says == TZ_SAYS_QUARTER)
    return say_day (r, c, 3 * last, TZ_LAST_OF_MONTH);
  return say_range (r, c, 3 * first - 2, 1, 3 * last, TZ_LAST_OF_MONTH);
}

static gboolean say_plan (TzDeadlineReader *r, const TzCapture *c)
{
  r->deadline->first = tz_deadline_day (c->years[0] - 4, 1, 1);
  add_date (r->deadline, tz_deadline_day (c->years[0], 12, 31));
  return TRUE;
}

/* After a number of days that a rule counts from the end of a quarter the day is that number. */
static gboolean say_every (TzDeadlineReader *r, const TzDeadlineRule *rule, const TzCapture *c)
{
  int day = pick (c->days, c->n_days, 0, pick (c->numbers, c->n_numbers, 0, rule->day));
  if (day < 1 || day > TZ_LAST_OF_MONTH)
    return FALSE;
  for (int month = rule->month; month <= 12; month += rule->every)
    add_point (r->deadline, month, day);
  r->recurring = rule->every == 12 || r->recurring;
  return TRUE;
}

static gboolean say_weekly (TzDeadlineReader *r, const TzDeadlineRule *rule, const TzCapture *c)
{
  r->deadline->weekdays |= 1u << pick (c->numbers, c->n_numbers, 0, rule->day);
  return TRUE;
}

static gboolean say_term (TzDeadlineReader *r, const TzDeadlineRule *rule, const TzCapture *c)
{
  int amount = pick (c->numbers, c->n_numbers, 0, rule->day) * rule->every;
  if (r->term)
    return FALSE; /* one term only: 3天、5天 is no deadline */
  r->term = TRUE;
  r->deadline->amount = rule->says == TZ_SAYS_HOURS ? (amount + 23) / 24 : amount;
  r->deadline->unit = rule->says == TZ_SAYS_WORKDAYS ? TZ_UNIT_WORKDAY
                      : rule->says == TZ_SAYS_MONTHS ? TZ_UNIT_MONTH
                                                     : TZ_UNIT_DAY;
  return TRUE;
}

static gboolean say_from (TzDeadlineReader *r, const TzDeadlineRule *rule, const TzCapture *c)
{
  int year = tz_deadline_year (r, c, 0), month = pick (c->months, c->n_months, 0, rule->month);
  int day = pick (c->days, c->n_days, 0, rule->day);
  if (!is_day (month, day))
    return FALSE;
  if (year > 0)
    r->deadline->first = tz_deadline_day (year, month, day);
  r->deadline->continuing = TRUE;
  return TRUE;
}

static gboolean say_done (TzDeadlineReader *r, const TzDeadlineRule *rule)
{
  r->done = TRUE;
  r->done_plain = r->done_plain || !strchr (rule->pattern, '*') || strstr (rule->pattern, "于");
  return TRUE;
}

gboolean tz_deadline_say (TzDeadlineReader *r, const TzDeadlineRule *rule, const TzCapture *c)
{
  switch (rule->says) {
  case TZ_SAYS_DATE:
    return say_date (r, rule, c);
  case TZ_SAYS_QUARTER:
  case TZ_SAYS_QUARTER_RANGE:
    return say_quarters (r, rule, c);
  case TZ_SAYS_RANGE:
    return say_months (r, rule, c);
  case TZ_SAYS_PLAN:
    return say_plan (r, c);
  case TZ_SAYS_EVERY:
    return say_every (r, rule, c);
  case TZ_SAYS_WEEKLY:
    return say_weekly (r, rule, c);
  case TZ_SAYS_DAILY:
    r->deadline->weekdays = 0xFE;
    return TRUE;
  case TZ_SAYS_DAYS:
  case TZ_SAYS_WORKDAYS:
  case TZ_SAYS_HOURS:
  case TZ_SAYS_MONTHS:
    return say_term (r, rule, c);
  case TZ_SAYS_DONE:
    return say_done (r, rule);
  case TZ_SAYS_FROM:
    return say_from (r, rule, c);
  default:
    r->deadline->continuing = TRUE;
    return TRUE;
  }
}

TzDeadlineKind tz_deadline_kind_said (const TzDeadlineReader *r, const TzDeadlineRule *rule)
{
  switch (rule->says) {
  case TZ_SAYS_EVERY:
  case TZ_SAYS_WEEKLY:
  case TZ_SAYS_DAILY:
    return TZ_DEADLINE_RECURRING;
  case TZ_SAYS_DAYS:
  case TZ_SAYS_WORKDAYS:
  case TZ_SAYS_HOURS:
  case TZ_SAYS_MONTHS:
    return TZ_DEADLINE_DURATION;
  case TZ_SAYS_DONE:
    return TZ_DEADLINE_DONE;
  case TZ_SAYS_FROM:
  case TZ_SAYS_CONTINUING:
    return TZ_DEADLINE_CONTINUING;
  default:
    return r->recurring && r->deadline->n_points > 0 ? TZ_DEADLINE_RECURRING : TZ_DEADLINE_DATE;
  }
}
