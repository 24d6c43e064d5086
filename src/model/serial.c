#include "model/serial.h"

#include "base/intl.h"
#include "base/value.h"
#include "model/title.h"

#include <string.h>

/* Days since 30 December 1899. */
enum { FIRST = 30000, LAST = 60000 };

gboolean tz_serial_parse (const char *text, GDate *day)
{
  if (strspn (text, "0123456789") != 5 || text[5] != '\0')
    return FALSE;
  int serial = (int)g_ascii_strtoll (text, NULL, 10);
  if (serial < FIRST || serial > LAST)
    return FALSE;
  if (day != NULL) {
    g_date_set_dmy (day, 30, G_DATE_DECEMBER, 1899);
    g_date_add_days (day, (guint)serial);
  }
  return TRUE;
}

/* 2021-6-30, 2021/6, 2021.6.30, 2021年: a year and what parts it from a month. */
static gboolean is_dated (const char *text)
{
  if ((text[0] != '1' && text[0] != '2') || strspn (text, "0123456789") != 4)
    return FALSE;
  const char *mark = text + 4;
  if (g_str_has_prefix (mark, "年"))
    return TRUE;
  gsize month = *mark != '\0' && strchr ("-/.", *mark) ? strspn (mark + 1, "0123456789") : 0;
  return month == 1 || month == 2;
}

static gboolean is_number (const char *text)
{
  return g_ascii_isdigit (*text) && strspn (text, "0123456789.,%") == strlen (text);
}

typedef struct {
  int n_serials, n_dates, n_numbers, n_others;
  int first;        /* record of the first serial */
  const char *like; /* the first date written with a day, else the first date; NULL: none */
} Column;

static void note_date (Column *column, const char *text)
{
  double value;
  const char *format;
  gboolean whole = tz_value_of_text (text, TZ_VALUE_DATE, &value, &format);
  gboolean before = column->like && tz_value_of_text (column->like, TZ_VALUE_DATE, &value, &format);
  if (!column->like || (whole && !before))
    column->like = text;
  column->n_dates++;
}

static Column look_at (const TzRecords *records, int col)
{
  Column column = { 0 };
  for (int i = 0; i < tz_records_n (records); i++) {
    const char *text = tz_records_text (records, i, col);
    if (*text == '\0' || tz_records_class (records, i) == TZ_CLASS_TOTAL)
      continue;
    if (is_dated (text))
      note_date (&column, text);
    else if (!tz_serial_parse (text, NULL))
      *(is_number (text) ? &column.n_numbers : &column.n_others) += 1;
    else if (column.n_serials++ == 0)
      column.first = i;
  }
  return column;
}

static gboolean holds_dates (const Column *column, const char *title)
{
  if (column->n_serials == 0 || column->n_numbers > 0 || tz_title_names_amounts (title) ||
      tz_title_names_codes (title))
    return FALSE;
  return tz_title_names_days (title) || (column->n_dates > 0 && column->n_dates >= column->n_others);
}

static char *write_like (const char *text, const char *like)
{
  GDate day;
  g_date_clear (&day, 1);
  tz_serial_parse (text, &day);
  return tz_value_write_day (&day, like);
}

static void read_column (TzRecords *records, int col, const Column *column, TzDiag *diag)
{
  const char *first = tz_records_text (records, column->first, col);
  g_autofree char *name = tz_records_name (records, col), *day = write_like (first, column->like);
  TzPlace place = tz_records_place (records, column->first, col);
  tz_diag_add (
      diag, TZ_WARNING, &place, "excel-date",
      _ ("“%s” (column “%s”, cells: %d) is a date as Excel counts days and is read as %s; in the original "
         "format the column as a date"),
      first, name, column->n_serials, day);
  for (int i = column->first; i < tz_records_n (records); i++) {
    const char *text = tz_records_text (records, i, col);
    if (tz_records_class (records, i) == TZ_CLASS_TOTAL || !tz_serial_parse (text, NULL))
      continue;
    g_autofree char *date = write_like (text, column->like);
    tz_records_set_text (records, i, col, date);
  }
}

void tz_serial_repair (TzRecords *records, TzDiag *diag)
{
  for (int col = 0; col < tz_records_n_columns (records); col++) {
    Column column = look_at (records, col);
    if (holds_dates (&column, tz_records_title (records, col)))
      read_column (records, col, &column, diag);
  }
}
