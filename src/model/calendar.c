#include "model/calendar.h"

#include "base/intl.h"
#include "base/utf8.h"

#include <string.h>

struct TzCalendar {
  GHashTable *days;  /* Julian day -> DAY_OFF or DAY_ON */
  GHashTable *years; /* years of which anything was said */
};

enum { DAY_OFF = 1, DAY_ON = 2 };

/* A span longer than this is a slip of the pen, not a holiday. */
enum { MAX_SPAN = 60, MAX_AHEAD = 36600, MIN_YEAR = 1900, MAX_YEAR = 2999 };

TzCalendar *tz_calendar_new (void)
{
  TzCalendar *calendar = g_new0 (TzCalendar, 1);
  calendar->days = g_hash_table_new (NULL, NULL);
  calendar->years = g_hash_table_new (NULL, NULL);
  return calendar;
}

void tz_calendar_free (TzCalendar *calendar)
{
  if (!calendar)
    return;
  g_hash_table_destroy (calendar->days);
  g_hash_table_destroy (calendar->years);
  g_free (calendar);
}

/* ── reading ─────────────────────────────────────────────────────────────── */

static gboolean read_day (const char **p, int year, GDate *day)
{
  guint64 month, mday;
  char *end;
  if (!g_ascii_isdigit (**p))
    return FALSE;
  month = g_ascii_strtoull (*p, &end, 10);
  if (*end != '.' || !g_ascii_isdigit (end[1]))
    return FALSE;
  mday = g_ascii_strtoull (end + 1, &end, 10);
  *p = end;
  if (month > 12 || mday > 31 || !g_date_valid_dmy ((GDateDay)mday, (GDateMonth)month, (GDateYear)year))
    return FALSE;
  g_date_clear (day, 1);
  g_date_set_dmy (day, (GDateDay)mday, (GDateMonth)month, (GDateYear)year);
  return TRUE;
}

/* "2.11" or "2.11-2.17"; a span that seems to run backwards begins in the year before. */
static gboolean read_span (const char *text, int year, GDate *first, GDate *last)
{
  const char *p = text;
  if (!read_day (&p, year, first))
    return FALSE;
  *last = *first;
  if (*p == '-') {
    p++;
    if (!read_day (&p, year, last))
      return FALSE;
  }
  if (g_date_compare (first, last) > 0)
    g_date_subtract_years (first, 1);
  return *p == '\0' && g_date_days_between (first, last) < MAX_SPAN;
}

static void mark (TzCalendar *calendar, const GDate *first, const GDate *last, gboolean working)
{
  for (guint32 day = g_date_get_julian (first); day <= g_date_get_julian (last); day++)
    g_hash_table_insert (calendar->days, GUINT_TO_POINTER (day), GINT_TO_POINTER (working ? DAY_ON : DAY_OFF));
}

/* The list with its separators as spaces. */
static char **split_days (const char *days)
{
  GString *list = g_string_new (NULL);
  for (const char *p = days; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    gboolean parts = c == ',' || c == ';' || c == 0x3001 || c == 0xFF0C || c == 0xFF1B || tz_char_is_blank (c);
    g_string_append_unichar (list, parts ? ' ' : c);
  }
  char **words = g_strsplit (list->str, " ", -1);
  g_string_free (list, TRUE);
  return words;
}

static int read_year (const char *text)
{
  guint64 year;
  return g_ascii_string_to_unsigned (text, 10, MIN_YEAR, MAX_YEAR, &year, NULL) ? (int)year : 0;
}

gboolean tz_calendar_add (TzCalendar *calendar, const char *year, const char *days, gboolean working,
                          const TzPlace *place, TzDiag *diag)
{
  int number = read_year (year);
  if (number == 0) {
    tz_diag_add (diag, TZ_ERROR, place, "bad-calendar",
                 _ ("“%s” is not a year; write a line such as 2021 = 1.1-1.3, 2.11-2.17"), year);
    return FALSE;
  }
  gboolean good = TRUE;
  g_auto (GStrv) words = split_days (days);
  for (char **word = words; *word; word++) {
    GDate first, last;
    if (**word == '\0')
      continue;
    if (read_span (*word, number, &first, &last)) {
      mark (calendar, &first, &last, working);
      continue;
    }
    g_autofree char *excerpt = tz_utf8_excerpt (*word, 20);
    tz_diag_add (diag, TZ_ERROR, place, "bad-calendar",
                 _ ("“%s” is not a day or a span of days of %d; write month.day, such as 10.1 or 10.1-10.7"),
                 excerpt, number);
    good = FALSE;
  }
  g_hash_table_add (calendar->years, GINT_TO_POINTER (number));
  return good;
}

gboolean tz_calendar_knows (const TzCalendar *calendar, int year)
{
  return calendar && g_hash_table_contains (calendar->years, GINT_TO_POINTER (year));
}

/* ── counting ────────────────────────────────────────────────────────────── */

static gboolean is_workday (const TzCalendar *calendar, guint32 julian)
{
  int said = calendar ? GPOINTER_TO_INT (g_hash_table_lookup (calendar->days, GUINT_TO_POINTER (julian))) : 0;
  if (said != 0)
    return said == DAY_ON;
  return (julian - 1) % 7 < 5; /* day 1, 1 January of the year 1, was a Monday */
}

gboolean tz_calendar_is_workday (const TzCalendar *calendar, const GDate *day)
{
  return is_workday (calendar, g_date_get_julian (day));
}

void tz_calendar_add_workdays (const TzCalendar *calendar, const GDate *day, int n, GDate *result)
{
  guint32 julian = g_date_get_julian (day), limit = julian + MAX_AHEAD;
  while (n > 0 && julian < limit)
    n -= is_workday (calendar, ++julian);
  g_date_clear (result, 1);
  g_date_set_julian (result, julian);
}

int tz_calendar_count (const TzCalendar *calendar, const GDate *first, const GDate *last)
{
  int n = 0;
  guint32 end = g_date_get_julian (last);
  for (guint32 julian = g_date_get_julian (first); julian <= end; julian++)
    n += is_workday (calendar, julian);
  return n;
}
