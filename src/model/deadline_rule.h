/* The words of deadlines as a table, and the matcher that reads them. Only for the files of deadline_data.h. */
#ifndef TZ_MODEL_DEADLINE_RULE_H
#define TZ_MODEL_DEADLINE_RULE_H

#include <glib.h>

typedef enum {
  TZ_SAYS_DATE,          /* month and day, from the text or from the rule */
  TZ_SAYS_QUARTER,       /* the end of quarter NUMBER */
  TZ_SAYS_RANGE,         /* from one day to another */
  TZ_SAYS_QUARTER_RANGE, /* quarters, both counted */
  TZ_SAYS_PLAN,          /* a five-year plan */
  TZ_SAYS_EVERY,         /* every EVERY months, in month MONTH of these */
  TZ_SAYS_WEEKLY,        /* on a weekday, NUMBER or DAY */
  TZ_SAYS_DAILY,
  TZ_SAYS_DAYS,     /* NUMBER (or DAY) times EVERY days … */
  TZ_SAYS_WORKDAYS, /* working days … */
  TZ_SAYS_HOURS,    /* hours, as days begun … */
  TZ_SAYS_MONTHS,   /* months from the start */
  TZ_SAYS_DONE,
  TZ_SAYS_CONTINUING,
  TZ_SAYS_FROM /* goes on from a day */
} TzSays;

/* PATTERN: hanzi and marks stand for themselves, (a|b|) for one of several words, and
 *   Y  a year with its word: 2021年, 2021年度, 今年, 次年      y  the same or nothing
 *   Z  four digits    M  6月, 六月份    m  a number of a month   D  15日, 15号   d  a number of a day
 *   N  any number     W  a weekday: 一 … 六, 日, 天             P  a plan: 十四五
 *   B  前, 之前, 以前, 止, 内 … or nothing     ~  至, 到, -, — …     *  whatever is left
 * Blanks, quotation marks and full-width forms are gone from the text before. */
typedef struct {
  const char *name;
  const char *pattern;
  TzSays says;
  int every, month, day; /* what the text leaves open; day 31 is the last */
} TzDeadlineRule;

/* Ended by a NULL name. Of two rules the one that reads more of the text wins, then
 * the one without *, then the earlier one. */
extern const TzDeadlineRule tz_deadline_rules[];

enum { TZ_YEAR_RELATIVE = 10000 }; /* years are written as this + n: 今年 n = 0, 明年 n = 1 */

typedef struct {
  int years[2], months[2], days[2], numbers[2];
  int n_years, n_months, n_days, n_numbers;
} TzCapture;

/* Matches PATTERN at the beginning of TEXT in the longest way. The end in TEXT, or NULL. */
const char *tz_deadline_match (const char *pattern, const char *text, TzCapture *capture);

/* The words that may stand before or behind a deadline without a meaning of their own:
 * TEXT behind all such words (力争, 于, 截至 …); whether TEXT begins with one (完成, 实现 …). */
const char *tz_deadline_skip_lead (const char *text);
gboolean tz_deadline_is_tail (const char *text);

#endif
