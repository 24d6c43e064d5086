/* Any text as CSV: records are rectangular, and places lie within the file. */
#include "read/csv.h"
#include "read/encoding.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void check_record (const TzRecords *csv, const TzRow *record, int n_lines)
{
  g_assert_cmpint (record->n_fields, ==, tz_records_n_columns (csv));
  g_assert_cmpint (record->line, >=, 1);
  for (int i = 0; i < record->n_fields; i++) {
    TzPlace place = tz_rows_place (tz_records_rows (csv), record, i);
    g_assert_true (g_utf8_validate (record->fields[i].text, -1, NULL));
    g_assert_cmpint (place.line, >=, record->line);
    g_assert_cmpint (place.line, <=, n_lines);
  }
}

static void check (const TzRecords *csv, const char *text)
{
  int n_lines = 1;
  for (const char *p = text; *p != '\0'; p++)
    n_lines += *p == '\n';
  check_record (csv, tz_records_head (csv), n_lines);
  for (int i = 0; i < tz_records_n (csv); i++)
    check_record (csv, tz_records_get (csv, i), n_lines);
}

static void parse (const char *text, gsize length)
{
  TzDiag *diag = tz_diag_new ();
  TzRecords *csv = tz_csv_parse (text, length, "fuzz", 0, diag);
  g_assert_true ((csv == NULL) == (tz_diag_n_errors (diag) > 0));
  if (csv != NULL)
    check (csv, text);
  tz_diag_sort (diag);
  for (guint i = 0; i < tz_diag_count (diag); i++)
    g_free (tz_finding_to_string (tz_diag_get (diag, i)));
  tz_records_free (csv);
  tz_diag_free (diag);
}

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  gsize length;
  TzDiag *diag = tz_diag_new ();
  char *text = tz_text_decode ((const char *)data, size, "fuzz", NULL, diag, &length);
  if (text != NULL)
    parse (text, length);
  g_free (text);
  tz_diag_free (diag);
  return 0;
}
