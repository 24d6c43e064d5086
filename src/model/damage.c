#include "model/damage.h"

#include "base/intl.h"
#include "base/utf8.h"
#include "model/garbled.h"
#include "model/serial.h"

#include <string.h>

/* ── single texts ────────────────────────────────────────────────────────── */

/* 3.7E+17: the form that Excel gives to numbers of twelve digits and more, and in narrow columns to those of
 * eleven, such as those of mobile phones. */
static gboolean is_shortened (const char *text)
{
  const char *p = text + (*text == '-');
  if (!g_ascii_isdigit (*p) || (p[1] != '.' && p[1] != 'E'))
    return FALSE;
  p++;
  if (*p == '.')
    p += 1 + strspn (p + 1, "0123456789");
  if (p[0] != 'E' || p[1] != '+' || strspn (p + 2, "0123456789") != strlen (p + 2))
    return FALSE;
  return g_ascii_strtoll (p + 2, NULL, 10) >= 10;
}

/* Jun-21 (a month and a year), 5-Jun (a day): how an English Excel shows dates that it recognised unasked. */
static gboolean is_short_date (const char *text)
{
  static const char months[] = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec";
  gsize digits = strspn (text, "0123456789"), length = strlen (text);
  const char *name = digits > 0 ? text + digits + 1 : text;
  if (length < 5 || length > 6 || digits > 2 || (digits > 0 ? text[digits] != '-' || length != digits + 4 : 0))
    return FALSE;
  if (digits == 0 && (text[3] != '-' || strspn (text + 4, "0123456789") != 2))
    return FALSE;
  char month[4] = { name[0], name[1], name[2], '\0' };
  return strchr (month, ' ') == NULL && strstr (months, month) != NULL;
}

gboolean tz_damage_is_date (const char *text)
{
  return tz_serial_parse (text, NULL) || is_short_date (text);
}

static gboolean is_error (const char *text)
{
  static const char *const errors[] = {
    "#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", NULL
  };
  return g_strv_contains (errors, text);
}

static gboolean is_hidden (const char *text)
{
  gsize n = strspn (text, "#");
  return n >= 3 && text[n] == '\0';
}

/* Hanzi become question marks, one by one, where an encoding has none: nothing but ASCII is left. */
static gboolean is_lost (const char *text)
{
  if (!strstr (text, "??"))
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    if ((guchar)*p >= 0x80)
      return FALSE;
  return TRUE;
}

/* A line that is empty, or begins with a mark that ends a sentence or a part of one; the carriage return as
 * some programs write it out. */
static gboolean has_stray_line (const char *text)
{
  static const char *const marks[] = { "，", "。", "、", "；", "：", "）" };
  for (const char *feed = strchr (text, '\n'); feed; feed = strchr (feed + 1, '\n')) {
    if (feed[1] == '\n')
      return TRUE;
    for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
      if (g_str_has_prefix (feed + 1, marks[i]))
        return TRUE;
  }
  return strstr (text, "_x000D_") != NULL;
}

/* ── columns ─────────────────────────────────────────────────────────────── */

typedef enum { SHORTENED, SHORT_DATE, FAILED, HIDDEN, LOST, STRAY_LINE, N_KINDS, NONE = N_KINDS } Kind;

static const struct {
  const char *code, *message; /* %s: the text, %s: the title, %d: cells */
} kinds[N_KINDS] = {
  [SHORTENED] = { "number-shortened",
                  N_ ("“%s” (column “%s”, cells: %d): Excel took a long number for a quantity and cut its "
                      "digits; in the original format the column as text, check the numbers (of more than 15 "
                      "digits the last ones are lost there, too), and save it again") },
  [SHORT_DATE] = { "excel-date", N_ ("“%s” (column “%s”, cells: %d) is a date that Excel has shortened; in the "
                                     "original format the column as a date with its year, and save it again") },
  [FAILED] = { "error-value", N_ ("“%s” (column “%s”, cells: %d): a formula fails in Excel; correct it in the "
                                  "original, or type the value there, and save it again") },
  [HIDDEN] = { "cell-not-shown",
               N_ ("“%s” (column “%s”, cells: %d): the column was too narrow in Excel to show the value, which "
                   "is not in this file; widen it in the original, and save it again") },
  [LOST] = { "lost-character",
             N_ ("“%s” (column “%s”, cells: %d): characters were lost when the file was saved, question marks "
                 "stand in their place; open the original and save it again as “CSV UTF-8”") },
  [STRAY_LINE] = { "stray-line-feed", N_ ("“%s” (column “%s”, cells: %d): a line is empty, or ends within a "
                                          "sentence; delete the line feed (Alt+Enter) in the original") },
};

typedef struct {
  int first, n; /* record of the first cell, number of cells */
} Count;

typedef struct {
  Count counts[N_KINDS];
} Column;

/* The first byte tells nearly always that there is nothing to look for. */
static Kind kind_of (const char *text)
{
  if ((g_ascii_isdigit (*text) || *text == '-') && is_shortened (text))
    return SHORTENED;
  if (g_ascii_isalnum (*text) && is_short_date (text))
    return SHORT_DATE;
  if (*text == '#')
    return is_error (text) ? FAILED : is_hidden (text) ? HIDDEN : NONE;
  const char *special = strpbrk (text, "?\n_");
  if (!special)
    return NONE;
  return is_lost (text) ? LOST : has_stray_line (text) ? STRAY_LINE : NONE;
}

static void count_cells (const TzRecords *records, Column *columns, int n_columns)
{
  for (int i = 0; i < tz_records_n (records); i++) {
    const TzRow *row = tz_records_get (records, i);
    for (int col = 0; col < MIN (n_columns, row->n_fields); col++) {
      const char *text = row->fields[col].text;
      Kind kind = *text == '\0' ? NONE : kind_of (text);
      if (kind == NONE)
        continue;
      Count *count = &columns[col].counts[kind];
      if (count->n++ == 0)
        count->first = i;
    }
  }
}

/* Whether that is a fault. What a workbook tells of a failing formula has been told. */
static gboolean is_fault (const TzRecords *records, const Column *columns, int col, Kind kind)
{
  const Count *count = &columns[col].counts[kind];
  if (count->n == 0)
    return FALSE;
  const TzFieldFacts *facts =
      tz_rows_facts (tz_records_rows (records), tz_records_row (records, count->first), col);
  return kind != FAILED || facts == NULL || facts->kind != TZ_FIELD_ERROR;
}

static void report (const TzRecords *records, const Column *column, int col, Kind kind, TzDiag *diag)
{
  const Count *count = &column->counts[kind];
  const char *text = tz_records_get (records, count->first)->fields[col].text;
  g_autofree char *excerpt = tz_utf8_excerpt (text, 20), *name = tz_records_name (records, col);
  TzPlace place = tz_records_place (records, count->first, col);
  tz_diag_add (diag, TZ_WARNING, &place, kinds[kind].code, gettext (kinds[kind].message), excerpt, name,
               count->n);
}

/* ── the whole ───────────────────────────────────────────────────────────── */

static gboolean has_high (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar)*text >= 0x80)
      return TRUE;
  return FALSE;
}

/* Bytes of text that tell enough of a file. */
enum { SAMPLE = 4096 };

typedef struct {
  GString *text;
  TzPlace first; /* where its first text stands */
} Sample;

static void add (Sample *sample, const char *text, TzPlace place)
{
  if (!has_high (text))
    return;
  if (sample->text->len == 0)
    sample->first = place;
  g_string_append (sample->text, text);
  g_string_append_c (sample->text, '\n');
}

/* Titles, and the first records until there is enough. */
static void take_sample (const TzRecords *records, Sample *sample)
{
  for (int col = 0; col < tz_records_n_columns (records); col++)
    add (sample, tz_records_title (records, col), tz_records_title_place (records, col));
  for (int i = 0; i < tz_records_n (records) && sample->text->len < SAMPLE; i++) {
    const TzRow *row = tz_records_get (records, i);
    for (int col = 0; col < row->n_fields; col++)
      add (sample, row->fields[col].text, tz_records_place (records, i, col));
  }
}

static gboolean report_garbled (const TzRecords *records, TzDiag *diag)
{
  Sample sample = { g_string_new (NULL), { 0 } };
  take_sample (records, &sample);
  gboolean garbled = tz_text_is_garbled (sample.text->str);
  if (garbled) {
    g_autofree char *excerpt = tz_utf8_excerpt (sample.text->str, 12);
    tz_diag_add (diag, TZ_ERROR, &sample.first, "garbled-text",
                 _ ("“%s”: the file was saved in another encoding, so that its text cannot be read; open the "
                    "original and save it again as “CSV UTF-8”"),
                 excerpt);
  }
  g_string_free (sample.text, TRUE);
  return garbled;
}

/* Titles of question marks: nobody would write such. */
static gboolean report_lost_titles (const TzRecords *records, TzDiag *diag)
{
  for (int col = 0; col < tz_records_n_columns (records); col++) {
    if (!is_lost (tz_records_title (records, col)))
      continue;
    TzPlace place = tz_records_title_place (records, col);
    tz_diag_add (
        diag, TZ_ERROR, &place, "lost-character",
        _ ("the characters of this file were lost when it was saved, question marks stand in their place; "
           "open the original and save it again as “CSV UTF-8”"));
    return TRUE;
  }
  return FALSE;
}

gboolean tz_damage_check (const TzRecords *records, TzDiag *diag)
{
  int n_columns = tz_records_n_columns (records);
  if (report_garbled (records, diag) || report_lost_titles (records, diag))
    return FALSE;
  Column *columns = g_new0 (Column, (gsize)n_columns + 1);
  count_cells (records, columns, n_columns);
  for (int col = 0; col < n_columns; col++)
    for (Kind kind = 0; kind < N_KINDS; kind++)
      if (is_fault (records, columns, col, kind))
        report (records, &columns[col], col, kind, diag);
  g_free (columns);
  return TRUE;
}
