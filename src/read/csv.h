/* CSV (RFC 4180 and what offices make of it) into records of fields, each with
 * its place. No ledger words here. */
#ifndef TZ_READ_CSV_H
#define TZ_READ_CSV_H

#include "base/diag.h"
#include "base/texts.h"

typedef struct {
  const char *text; /* as in the file, quotes undone, only white space at both ends trimmed */
  int line, column; /* where the field begins; column 0 for a field that the record lacks */
} TzField;

typedef struct {
  int row;  /* from 1, as Excel numbers it: blank records count */
  int line; /* where the record begins */
  int n_fields;
  const TzField *fields;
} TzCsvRecord;

typedef struct TzCsv TzCsv;

/* TEXT is UTF-8 with LF, SHOWN its file's name in findings. SEPARATOR is ',',
 * '\t', ';' or 0 to recognise it from a first line "sep=;" or else from the header
 * line. The first record is the header. Blank records are skipped; columns behind
 * the last one that has a title or a text anywhere are left out. Blanks are trimmed
 * at both ends of a cell and at the ends of its lines.
 * Errors: no record at all (empty-file), header only (no-records), text beyond the
 * header's columns (ragged-row), a quote never closed (unclosed-quote, at the
 * opening quote), text behind a closing quote (stray-quote), more than Excel's
 * columns or rows (too-many-columns, too-many-rows, too-many-cells). Warnings: a
 * record shorter than the header or with empty cells beyond it (ragged-row; every
 * record has the header's number of fields in the end), a quote within an unquoted
 * cell (stray-quote, kept as it is), a cell longer than Excel's (long-cell),
 * full-width commas in place of separators (full-width-separator). NULL on error. */
TzCsv *tz_csv_parse (const char *text, gsize length, const char *shown, char separator, TzDiag *diag);
/* tz_text_load and tz_csv_parse in one. */
TzCsv *tz_csv_load (const char *path, const char *shown, const char *encoding, TzDiag *diag);
void tz_csv_free (TzCsv *csv);

/* What holds the texts of all fields, each text once: whoever has a reference may use
 * them when the CSV is gone. Lent. */
TzTexts *tz_csv_texts (const TzCsv *csv);

const char *tz_csv_file (const TzCsv *csv); /* interned */
int tz_csv_n_columns (const TzCsv *csv);
const TzCsvRecord *tz_csv_header (const TzCsv *csv);
int tz_csv_n_records (const TzCsv *csv); /* without the header */
const TzCsvRecord *tz_csv_record (const TzCsv *csv, int i);

/* The place of field COLUMN (from 0) of RECORD. */
TzPlace tz_csv_place (const TzCsv *csv, const TzCsvRecord *record, int column);

#endif
