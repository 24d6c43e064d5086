#include "base/value.h"

#include "base/date.h"

#include <string.h>

#define MAX_DIGITS 15 /* significant digits that a double and Excel keep */

typedef struct {
  int n_integer, n_fraction; /* digits before and after the point */
  gboolean grouped;
  GString *plain; /* without commas */
} Number;

static gboolean scan_integer (const char **text, Number *number)
{
  const char *p = *text;
  int in_group = 0;
  for (; g_ascii_isdigit (*p) || *p == ','; p++) {
    if (*p == ',') {
      if (number->grouped ? in_group != 3 : number->n_integer == 0 || number->n_integer > 3)
        return FALSE;
      number->grouped = TRUE;
      in_group = 0;
      continue;
    }
    number->n_integer++;
    in_group++;
    g_string_append_c (number->plain, *p);
  }
  gboolean leading_zero = (*text)[0] == '0' && number->n_integer > 1;
  *text = p;
  return number->n_integer > 0 && !leading_zero && (!number->grouped || in_group == 3);
}

static gboolean scan_fraction (const char **text, Number *number)
{
  if (**text != '.')
    return TRUE;
  g_string_append_c (number->plain, '.');
  for ((*text)++; g_ascii_isdigit (**text); (*text)++) {
    number->n_fraction++;
    g_string_append_c (number->plain, **text);
  }
  return number->n_fraction > 0;
}

/* "-1,234.50"; no needless zero in front, no minus before zero:
 * Excel would not show those again. REST is what follows. */
static gboolean scan_number (const char *text, Number *number, const char **rest)
{
  gboolean negative = *text == '-';
  if (negative)
    g_string_append_c (number->plain, *text++);
  if (!scan_integer (&text, number) || !scan_fraction (&text, number))
    return FALSE;
  *rest = text;
  if (negative && strspn (number->plain->str, "-0.") == number->plain->len)
    return FALSE;
  return number->n_integer + number->n_fraction <= MAX_DIGITS;
}

static const char *number_format (const Number *number, const char *suffix)
{
  GString *format = g_string_new (number->grouped ? "#,##0" : "0");
  if (number->n_fraction > 0) {
    g_string_append_c (format, '.');
    for (int i = 0; i < number->n_fraction; i++)
      g_string_append_c (format, '0');
  }
  g_string_append (format, suffix);
  const char *interned = g_intern_string (format->str);
  g_string_free (format, TRUE);
  return interned;
}

/* A hundredth by the decimal text, so that 67% is the double nearest to 0.67. */
static double parse_hundredth (const char *plain)
{
  char *text = g_strconcat (plain, "e-2", NULL);
  double value = g_ascii_strtod (text, NULL);
  g_free (text);
  return value;
}

/* "+1.5": a change, whose plus sign is the format's. */
static const char *signed_format (const char *format)
{
  char *with_signs = g_strdup_printf ("+%s;-%s;%s", format, format, format);
  const char *interned = g_intern_string (with_signs);
  g_free (with_signs);
  return interned;
}

static gboolean number_value (const char *text, gboolean percent, double *value, const char **num_format)
{
  gboolean plus = *text == '+';
  if (plus && (text[1] == '-' || strspn (text + 1, "0.,%") == strlen (text + 1)))
    return FALSE;
  text += plus;
  Number number = { .plain = g_string_new (NULL) };
  const char *rest = NULL;
  gboolean ok = scan_number (text, &number, &rest) && g_str_equal (rest, percent ? "%" : "");
  if (ok) {
    *value = percent ? parse_hundredth (number.plain->str) : g_ascii_strtod (number.plain->str, NULL);
    *num_format = number_format (&number, percent ? "%" : "");
    if (plus)
      *num_format = signed_format (*num_format);
  }
  g_string_free (number.plain, TRUE);
  return ok;
}

/* Ways to write a day, and Excel's word for them. The separators are quoted: a
 * bare "/" is shown as the separator of the reader's region. */
static const struct {
  const char *print, *num_format;
} day_forms[] = {
  { "%d-%02d-%02d", "yyyy\\-mm\\-dd" },           { "%d-%d-%d", "yyyy\\-m\\-d" },
  { "%d/%02d/%02d", "yyyy\\/mm\\/dd" },           { "%d/%d/%d", "yyyy\\/m\\/d" },
  { "%d年%d月%d日", "yyyy\"年\"m\"月\"d\"日\"" }, { "%d年%02d月%02d日", "yyyy\"年\"mm\"月\"dd\"日\"" },
};

static gboolean day_value (const char *text, double *value, const char **num_format)
{
  GDate date;
  if (!tz_date_parse (text, &date) || g_date_get_year (&date) <= 1900 || g_date_get_year (&date) > 9999)
    return FALSE; /* before March 1900 Excel counts a day that never was */
  for (guint i = 0; i < G_N_ELEMENTS (day_forms); i++) {
    char *again = g_strdup_printf (day_forms[i].print, g_date_get_year (&date), (int)g_date_get_month (&date),
                                   g_date_get_day (&date));
    gboolean same = g_str_equal (again, text);
    g_free (again);
    if (!same)
      continue;
    /* Excel's day 0 is 30 December 1899, 693,594 days after 31 December of the year 0. */
    *value = (double)g_date_get_julian (&date) - 693594;
    *num_format = g_intern_static_string (day_forms[i].num_format);
    return TRUE;
  }
  return FALSE;
}

gboolean tz_value_of_text (const char *text, TzValueType type, double *value, const char **num_format)
{
  switch (type) {
  case TZ_VALUE_NUMBER:
    return number_value (text, FALSE, value, num_format);
  case TZ_VALUE_PERCENT:
    return number_value (text, TRUE, value, num_format);
  case TZ_VALUE_DATE:
    return day_value (text, value, num_format);
  case TZ_VALUE_TEXT:
  case TZ_VALUE_BOOLEAN:
    break;
  }
  return FALSE;
}

char *tz_value_write_day (const GDate *day, const char *like)
{
  int year = g_date_get_year (day), month = (int)g_date_get_month (day), of_month = g_date_get_day (day);
  const char *mark = like ? like + strspn (like, "0123456789") : "-";
  if (g_str_has_prefix (mark, "年"))
    return g_strdup_printf (mark[strlen ("年")] == '0' ? "%d年%02d月%02d日" : "%d年%d月%d日", year, month,
                            of_month);
  char separator = (char)(*mark != '\0' && strchr ("/.", *mark) ? *mark : '-');
  gboolean padded = separator == '-';
  for (const char *p = mark; *p != '\0'; p++)
    if (*p == separator && p[1] != '\0')
      padded = p[1] == '0' || (padded && (!g_ascii_isdigit (p[1]) || g_ascii_isdigit (p[2])));
  return g_strdup_printf (padded ? "%d%c%02d%c%02d" : "%d%c%d%c%d", year, separator, month, separator,
                          of_month);
}
