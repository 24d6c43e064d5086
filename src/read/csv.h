/* CSV (RFC 4180 and what offices make of it) into records of fields, each with
 * its place. No ledger words here. */
#ifndef TZ_READ_CSV_H
#define TZ_READ_CSV_H

#include "base/diag.h"

typedef struct {
  const char *text; /* as in the file, quotes undone, only white space at both ends trimmed */
  int line, column; /* where the field begins */
} TzField;

typedef struct {
  int row;  /* from 1, as Excel numbers it: blank records count */
  int line; /* where the record begins */
  int n_fields;
  const TzField *fields;
} TzCsvRecord;

typedef struct TzCsv TzCsv;

/* TEXT is UTF-8 with LF, SHOWN its file's name in findings. SEPARATOR is ',',
 * '\t', ';' or 0 to recognise it from the header line. The first record is the
 * header. Blank records are skipped. Findings: no record at all (empty-file,
 * error), header only (no-records, error), a record longer or shorter than the
 * header (ragged-row; a shorter one or one with only empty extra fields is a
 * warning and is padded with empty fields, one with text beyond the header an error), a quote
 * never closed (unclosed-quote, error, at the opening quote). NULL on error. */
TzCsv *tz_csv_parse (const char *text, gsize length, const char *shown, char separator, TzDiag *diag);
/* tz_text_load and tz_csv_parse in one. */
TzCsv *tz_csv_load (const char *path, const char *shown, const char *encoding, TzDiag *diag);
void tz_csv_free (TzCsv *csv);

const char *tz_csv_file (const TzCsv *csv); /* interned */
int tz_csv_n_columns (const TzCsv *csv);
const TzCsvRecord *tz_csv_header (const TzCsv *csv);
int tz_csv_n_records (const TzCsv *csv); /* without the header */
const TzCsvRecord *tz_csv_record (const TzCsv *csv, int i);

/* The place of field COLUMN (from 0) of RECORD. */
TzPlace tz_csv_place (const TzCsv *csv, const TzCsvRecord *record, int column);

#endif
