#include "model/period.h"

#include "base/utf8.h"
#include "model/numeral.h"

#include <string.h>

enum { FIRST_YEAR = 1900, LAST_YEAR = 2999 };

/* By kind: how many make a year. */
static const int per_year[] = { 1, 2, 4, 12 };

/* # is a number; what stands behind the year. Longer forms of the same words stand first. */
static const struct {
  TzPeriodKind kind;
  int number; /* 0: the one in the text */
  const char *form;
} forms[] = {
  { TZ_PERIOD_YEAR, 1, "" },           { TZ_PERIOD_YEAR, 1, "年" },           { TZ_PERIOD_YEAR, 1, "年度" },
  { TZ_PERIOD_YEAR, 1, "年全年" },     { TZ_PERIOD_HALF, 0, "H#" },           { TZ_PERIOD_HALF, 1, "年上半年" },
  { TZ_PERIOD_HALF, 2, "年下半年" },   { TZ_PERIOD_QUARTER, 0, "Q#" },        { TZ_PERIOD_QUARTER, 0, "-Q#" },
  { TZ_PERIOD_QUARTER, 0, "年#季度" }, { TZ_PERIOD_QUARTER, 0, "年第#季度" }, { TZ_PERIOD_MONTH, 0, "-#" },
  { TZ_PERIOD_MONTH, 0, "/#" },        { TZ_PERIOD_MONTH, 0, ".#" },          { TZ_PERIOD_MONTH, 0, "年#月" },
  { TZ_PERIOD_MONTH, 0, "年#月份" },
};

static gboolean match_form (const char *text, const char *form, int *number)
{
  for (; *form != '\0'; form++) {
    if (*form == '#') {
      *number = tz_numeral_read (&text);
      if (*number < 0)
        return FALSE;
    } else if (*form != *text++) {
      return FALSE;
    }
  }
  return *text == '\0';
}

gboolean tz_period_parse (const char *text, TzPeriod *period)
{
  g_autofree char *narrow = tz_utf8_squeeze (text, ""), *words = g_ascii_strup (narrow, -1);
  const char *p = words;
  int year = tz_numeral_read (&p);
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++) {
    TzPeriod found = { forms[i].kind, year, forms[i].number };
    if (match_form (p, forms[i].form, &found.number) && found.number >= 1 &&
        found.number <= per_year[found.kind]) {
      *period = found;
      return TRUE;
    }
  }
  return FALSE;
}

char *tz_period_to_string (const TzPeriod *period)
{
  static const char *const letters[] = { "", "H", "Q", "-" };
  if (period->kind == TZ_PERIOD_YEAR)
    return g_strdup_printf ("%d", period->year);
  return g_strdup_printf (period->kind == TZ_PERIOD_MONTH ? "%d%s%02d" : "%d%s%d", period->year,
                          letters[period->kind], period->number);
}

char *tz_period_to_words (const TzPeriod *period)
{
  static const char *const halves[] = { "上", "下" };
  static const char *const quarters[] = { "一", "二", "三", "四" };
  switch (period->kind) {
  case TZ_PERIOD_HALF:
    return g_strdup_printf ("%d年%s半年", period->year, halves[period->number - 1]);
  case TZ_PERIOD_QUARTER:
    return g_strdup_printf ("%d年第%s季度", period->year, quarters[period->number - 1]);
  case TZ_PERIOD_MONTH:
    return g_strdup_printf ("%d年%d月", period->year, period->number);
  default:
    return g_strdup_printf ("%d年", period->year);
  }
}

static int months_in (const TzPeriod *period)
{
  return 12 / per_year[period->kind];
}

void tz_period_first_day (const TzPeriod *period, GDate *day)
{
  int month = (period->number - 1) * months_in (period) + 1;
  g_date_clear (day, 1);
  g_date_set_dmy (day, 1, (GDateMonth)month, (GDateYear)period->year);
}

void tz_period_last_day (const TzPeriod *period, GDate *day)
{
  int month = period->number * months_in (period);
  g_date_clear (day, 1);
  g_date_set_dmy (day, g_date_get_days_in_month ((GDateMonth)month, (GDateYear)period->year), (GDateMonth)month,
                  (GDateYear)period->year);
}

TzPeriod tz_period_shift (const TzPeriod *period, int n)
{
  int count = per_year[period->kind];
  int at = period->year * count + period->number - 1 + CLAMP (n, -9999, 9999);
  TzPeriod shifted = { period->kind, CLAMP (at / count, FIRST_YEAR, LAST_YEAR), at % count + 1 };
  return shifted;
}

int tz_period_compare (const TzPeriod *a, const TzPeriod *b)
{
  GDate last_a, last_b;
  tz_period_last_day (a, &last_a);
  tz_period_last_day (b, &last_b);
  int order = g_date_compare (&last_a, &last_b);
  return order != 0 ? order : months_in (a) - months_in (b);
}

gboolean tz_period_is_within (const TzPeriod *period, const TzPeriod *whole)
{
  GDate first, last, begin, end;
  tz_period_first_day (period, &first);
  tz_period_last_day (period, &last);
  tz_period_first_day (whole, &begin);
  tz_period_last_day (whole, &end);
  return g_date_compare (&first, &begin) >= 0 && g_date_compare (&last, &end) <= 0;
}
