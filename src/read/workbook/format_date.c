/* Dates and times by a format. */
#include "read/workbook/calendar.h"
#include "read/workbook/format_data.h"

#include <math.h>

static const char *const months[] = { "January", "February", "March",     "April",   "May",      "June",
                                      "July",    "August",   "September", "October", "November", "December" };
static const char *const weekdays[] = { "Sunday",   "Monday", "Tuesday", "Wednesday",
                                        "Thursday", "Friday", "Saturday" };
static const char *const weekdays_hanzi[] = { "日", "一", "二", "三", "四", "五", "六" };

/* AS_NUMBER: 十二, else 一二, where figures are asked for in hanzi. */
static void add_figure (const TzFormatSection *section, gint64 value, int digits, gboolean as_number,
                        GString *out)
{
  char text[32];
  g_snprintf (text, sizeof text, "%0*" G_GINT64_FORMAT, digits, value);
  if (section->hanzi == 0) {
    g_string_append (out, text);
    return;
  }
  if (as_number)
    g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, value);
  tz_format_hanzi (text, section->hanzi, as_number, out);
}

/* A name of at least three letters; one letter: its first. */
static void add_name (const char *name, int n, GString *out)
{
  g_string_append_len (out, name, n == 3 ? 3 : n == 5 ? 1 : -1);
}

static void add_half_day (int n, int hour, GString *out)
{
  static const char *const halves[][2] = { { "A", "P" }, { "AM", "PM" }, { "上午", "下午" } };
  g_string_append (out, halves[n - 1][hour >= 12]);
}

static int shown_hour (const TzFormatSection *section, int hour)
{
  if (!section->half_day)
    return hour;
  return hour % 12 == 0 ? 12 : hour % 12;
}

static void add_part_of_second (const TzSerialTime *time, int nth, GString *out)
{
  int digit = nth == 0   ? time->thousandths / 100
              : nth == 1 ? time->thousandths / 10 % 10
                         : time->thousandths % 10;
  g_string_append_c (out, (char)('0' + digit));
}

static void add_token (const TzFormatSection *section, const TzFormatToken *token, const TzSerialTime *time,
                       GString *out)
{
  int n = token->n;
  switch (token->kind) {
  case TZ_TOKEN_YEAR:
    add_figure (section, n <= 2 ? time->year % 100 : time->year, n <= 2 ? 2 : 4, FALSE, out);
    break;
  case TZ_TOKEN_MONTH:
    if (n >= 3)
      add_name (months[time->month - 1], n, out);
    else
      add_figure (section, time->month, n, TRUE, out);
    break;
  case TZ_TOKEN_DAY:
    add_figure (section, time->day, n, TRUE, out);
    break;
  case TZ_TOKEN_WEEKDAY:
    add_name (weekdays[time->weekday], n, out);
    break;
  case TZ_TOKEN_WEEKDAY_HANZI:
    g_string_append_printf (out, "%s%s", n > 3 ? "星期" : "", weekdays_hanzi[time->weekday]);
    break;
  case TZ_TOKEN_HOUR:
    add_figure (section, shown_hour (section, time->hour), MIN (n, 2), TRUE, out);
    break;
  case TZ_TOKEN_MINUTE:
    add_figure (section, time->minute, MIN (n, 2), TRUE, out);
    break;
  case TZ_TOKEN_SECOND:
    add_figure (section, time->second, MIN (n, 2), TRUE, out);
    break;
  case TZ_TOKEN_ALL_HOURS:
    add_figure (section, (gint64)floor (time->total_seconds / 3600), n, TRUE, out);
    break;
  case TZ_TOKEN_ALL_MINUTES:
    add_figure (section, (gint64)floor (time->total_seconds / 60), n, TRUE, out);
    break;
  case TZ_TOKEN_ALL_SECONDS:
    add_figure (section, (gint64)floor (time->total_seconds), n, TRUE, out);
    break;
  case TZ_TOKEN_HALF_DAY:
    add_half_day (n, time->hour, out);
    break;
  case TZ_TOKEN_POINT:
  case TZ_TOKEN_SECOND_POINT:
    g_string_append_c (out, '.');
    break;
  case TZ_TOKEN_SLASH:
    g_string_append_c (out, '/');
    break;
  case TZ_TOKEN_LITERAL:
    g_string_append (out, token->text);
    break;
  case TZ_TOKEN_SPACE:
    g_string_append_c (out, ' ');
    break;
  default:
    break;
  }
}

void tz_format_date (const TzFormatSection *section, double value, gboolean date_1904, GString *out)
{
  TzSerialTime time;
  if (!tz_serial_time (value, date_1904, section->second_decimals, &time)) {
    g_string_append (out, "########");
    return;
  }
  int nth = 0;
  for (guint i = 0; i < section->tokens->len; i++) {
    const TzFormatToken *token = &g_array_index (section->tokens, TzFormatToken, i);
    if (token->kind == TZ_TOKEN_SECOND_DIGIT)
      add_part_of_second (&time, nth++, out);
    else
      add_token (section, token, &time, out);
  }
}
