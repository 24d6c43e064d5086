#include "model/deadline_data.h"

gboolean tz_deadline_last (const TzDeadline *deadline, const GDate *start, const TzCalendar *calendar,
                           GDate *last)
{
  if (deadline->kind == TZ_DEADLINE_DATE && deadline->n_dates > 0) {
    *last = deadline->dates[deadline->n_dates - 1];
    return TRUE;
  }
  if (deadline->kind != TZ_DEADLINE_DURATION || !start || !g_date_valid (start))
    return FALSE;
  *last = *start;
  if (deadline->unit == TZ_UNIT_WORKDAY)
    tz_calendar_add_workdays (calendar, start, deadline->amount, last);
  else if (deadline->unit == TZ_UNIT_MONTH)
    g_date_add_months (last, (guint)deadline->amount);
  else
    g_date_add_days (last, (guint)deadline->amount);
  return TRUE;
}

static void take_earlier (GDate *best, const GDate *date)
{
  if (!g_date_valid (best) || g_date_compare (date, best) < 0)
    *best = *date;
}

static void next_point (const TzDeadline *deadline, const GDate *after, GDate *best)
{
  for (int year = g_date_get_year (after); year <= g_date_get_year (after) + 1; year++)
    for (int i = 0; i < deadline->n_points; i++) {
      GDate date = tz_deadline_day (year, deadline->points[i].month, deadline->points[i].day);
      if (g_date_compare (&date, after) > 0)
        take_earlier (best, &date);
    }
}

static void next_weekday (const TzDeadline *deadline, const GDate *after, GDate *best)
{
  GDate date = *after;
  for (int i = 0; i < 7; i++) {
    g_date_add_days (&date, 1);
    if (deadline->weekdays & 1u << g_date_get_weekday (&date)) {
      take_earlier (best, &date);
      return;
    }
  }
}

gboolean tz_deadline_next (const TzDeadline *deadline, const GDate *after, GDate *due)
{
  GDate best, from = *after;
  g_date_clear (&best, 1);
  for (int i = 0; i < deadline->n_dates; i++)
    if (g_date_compare (&deadline->dates[i], after) > 0)
      take_earlier (&best, &deadline->dates[i]);
  if (g_date_valid (&deadline->first) && g_date_compare (&deadline->first, after) > 0) {
    from = deadline->first;
    g_date_subtract_days (&from, 1);
  }
  next_point (deadline, &from, &best);
  if (deadline->weekdays)
    next_weekday (deadline, &from, &best);
  if (!g_date_valid (&best) ||
      (g_date_valid (&deadline->until) && g_date_compare (&best, &deadline->until) > 0))
    return FALSE;
  *due = best;
  return TRUE;
}

gboolean tz_deadline_is_late (const TzDeadline *deadline, const GDate *start, const TzCalendar *calendar,
                              const GDate *day)
{
  GDate last;
  return tz_deadline_last (deadline, start, calendar, &last) && g_date_compare (day, &last) > 0;
}

const char *tz_deadline_kind_name (TzDeadlineKind kind)
{
  static const char *const names[] = {
    "none", "unknown", "continuing", "done", "duration", "recurring", "date"
  };
  return names[kind];
}

const char *tz_deadline_rule_name (int i)
{
  return tz_deadline_rules[i].name;
}

static void append_day (GString *text, const GDate *date)
{
  g_string_append_printf (text, " %04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date),
                          g_date_get_day (date));
}

char *tz_deadline_to_string (const TzDeadline *deadline)
{
  static const char *const units[] = { "days", "workdays", "months" };
  GString *text = g_string_new (tz_deadline_kind_name (deadline->kind));
  if (deadline->kind == TZ_DEADLINE_DURATION)
    g_string_append_printf (text, " %d %s", deadline->amount, units[deadline->unit]);
  for (int i = 0; i < deadline->n_dates; i++)
    append_day (text, &deadline->dates[i]);
  for (int i = 0; i < deadline->n_points; i++)
    g_string_append_printf (text, deadline->points[i].day == TZ_LAST_OF_MONTH ? " %d-last" : " %d-%d",
                            deadline->points[i].month, deadline->points[i].day);
  for (int day = 1; day <= 7; day++)
    if (deadline->weekdays & 1u << day)
      g_string_append_printf (text, " weekday-%d", day);
  if (g_date_valid (&deadline->first)) {
    g_string_append (text, " from");
    append_day (text, &deadline->first);
  }
  if (g_date_valid (&deadline->until)) {
    g_string_append (text, " until");
    append_day (text, &deadline->until);
  }
  if (deadline->needs_year)
    g_string_append (text, " year?");
  if (deadline->continuing && deadline->kind != TZ_DEADLINE_CONTINUING)
    g_string_append (text, " continuing");
  if (deadline->partial)
    g_string_append (text, " partial");
  return g_string_free (text, FALSE);
}
