/* The periods that offices report on: years, half-years, quarters, months. */
#ifndef TZ_MODEL_PERIOD_H
#define TZ_MODEL_PERIOD_H

#include <glib.h>

typedef enum { TZ_PERIOD_YEAR, TZ_PERIOD_HALF, TZ_PERIOD_QUARTER, TZ_PERIOD_MONTH } TzPeriodKind;

typedef struct {
  TzPeriodKind kind;
  int year;   /* 1900 … 2999 */
  int number; /* from 1 within the year; years: 1 */
} TzPeriod;

/* "2021Q2", "2021H1", "2021-06", "2021", "2021年二季度", "2021年第2季度", "2021年上半年",
 * "2021年6月", "2021年"; digits of either width, blanks allowed. FALSE if it is none. */
gboolean tz_period_parse (const char *text, TzPeriod *period);

/* "2021Q2", "2021H1", "2021-06", "2021". g_free. */
char *tz_period_to_string (const TzPeriod *period);
/* "2021年第二季度", "2021年上半年", "2021年6月", "2021年". g_free. */
char *tz_period_to_words (const TzPeriod *period);

void tz_period_first_day (const TzPeriod *period, GDate *day);
void tz_period_last_day (const TzPeriod *period, GDate *day);

/* The period of the same kind N later; N may be negative. */
TzPeriod tz_period_shift (const TzPeriod *period, int n);

/* By the last day; of two that end on the same day the shorter one comes first. */
int tz_period_compare (const TzPeriod *a, const TzPeriod *b);

/* Whether PERIOD lies within WHOLE, or is it: a month within its quarter. */
gboolean tz_period_is_within (const TzPeriod *period, const TzPeriod *whole);

#endif
