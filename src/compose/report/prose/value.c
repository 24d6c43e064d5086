/* What a name of the text stands for: numbers, words, days. */
#include "compose/report/prose/value.h"

#include "base/utf8.h"
#include "compose/letter/letter.h"

#include <string.h>

void tz_prose_value_clear (TzProseValue *value)
{
  g_clear_pointer (&value->text, g_free);
  value->kind = TZ_PROSE_NONE;
}

void tz_prose_take_text (TzProseValue *value, char *text)
{
  value->kind = TZ_PROSE_TEXT;
  value->from = TZ_FROM_DATA;
  value->text = text;
}

void tz_prose_set_text (TzProseValue *value, const char *text)
{
  tz_prose_take_text (value, g_strdup (text));
}

void tz_prose_set_number (TzProseValue *value, gint64 n)
{
  value->kind = TZ_PROSE_NUMBER;
  value->n = n;
  value->d = 1;
  value->text = g_strdup_printf ("%" G_GINT64_FORMAT, n);
}

void tz_prose_set_percent (TzProseValue *value, int percent)
{
  if (percent < 0)
    return;
  value->kind = TZ_PROSE_NUMBER;
  value->n = percent;
  value->d = 100;
  value->text = percent == TZ_PERCENT_FULL ? g_strdup ("100%")
                : percent == 0             ? g_strdup ("0%")
                                           : tz_percent_text (percent);
}

void tz_prose_set_day (TzProseValue *value, const GDate *day)
{
  if (!g_date_valid (day))
    return;
  value->kind = TZ_PROSE_DATE;
  value->from = TZ_FROM_DATA;
  value->day = g_date_get_julian (day);
  value->text =
      g_strdup_printf ("%d年%d月%d日", g_date_get_year (day), g_date_get_month (day), g_date_get_day (day));
}

/* Without number and full stop: 一、压减办电时间, （一）基本原则。 */
char *tz_prose_bare_name (const char *title)
{
  int number;
  const char *body = title;
  tz_letter_level (title, &number, &body);
  const char *end = body + strlen (body), *start = tz_utf8_skip_blanks (body, end);
  char *name = g_strndup (start, (gsize)(tz_utf8_drop_blanks (start, end) - start));
  if (g_str_has_suffix (name, "。"))
    name[strlen (name) - strlen ("。")] = '\0';
  return name;
}
