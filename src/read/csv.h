/* CSV (RFC 4180 and what offices make of it): rows of fields, each with its place. No ledger words here. */
#ifndef TZ_READ_CSV_H
#define TZ_READ_CSV_H

#include "read/records.h"

/* TEXT is UTF-8 with LF, SHOWN its file's name in findings. SEPARATOR is ',',
 * '\t', ';' or 0 to recognise it from a first line "sep=;" or else from the first
 * line. Blank records are skipped, but counted; columns behind the last one that has
 * a text anywhere are left out. Blanks are trimmed at both ends of a cell and at the
 * ends of its lines; full-width blanks right before a text stay, they may be the
 * level of a label.
 * Errors: a quote never closed (unclosed-quote, at the opening quote), text behind a
 * closing quote (stray-quote), more than Excel's columns or rows (too-many-columns,
 * too-many-rows, too-many-cells). Warnings: a quote within an unquoted cell
 * (stray-quote, kept as it is), a cell longer than Excel's (long-cell), full-width
 * commas in place of separators (full-width-separator). NULL on error. tz_rows_unref. */
TzRows *tz_csv_rows (const char *text, gsize length, const char *shown, char separator, TzDiag *diag);

/* The same for a file whose first record is the head: with the findings of
 * tz_records_from_first_row, and no blank before a text. tz_records_free. */
TzRecords *tz_csv_parse (const char *text, gsize length, const char *shown, char separator, TzDiag *diag);
/* tz_text_load and tz_csv_parse in one. */
TzRecords *tz_csv_load (const char *path, const char *shown, const char *encoding, TzDiag *diag);

#endif
