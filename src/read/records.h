/* Titles and the records under them: a table as its reader takes it. */
#ifndef TZ_READ_RECORDS_H
#define TZ_READ_RECORDS_H

#include "read/rows.h"

/* What a row of a table is. */
typedef enum {
  TZ_CLASS_UNKNOWN, /* nobody has looked: the reader must */
  TZ_CLASS_BODY,
  TZ_CLASS_HEADING, /* of a section */
  TZ_CLASS_TOTAL
} TzRowClass;

typedef struct TzRecords TzRecords;

/* The first of ROWS is the head, all others are records. ROWS are taken, also when it fails. Errors: no row at
 * all (empty-file), a head only (no-records), text beyond the head's columns (ragged-row). Warnings: a record
 * shorter than the head or with empty cells beyond it (ragged-row). Columns behind the last one with a title or
 * a text are left out. NULL on error. */
TzRecords *tz_records_from_first_row (TzRows *take_rows, TzDiag *diag);
/* The finding about ROWS that hold no record: empty-file, no-records. */
void tz_rows_report_empty (const TzRows *rows, TzDiag *diag);

/* Records that are chosen row by row. ROWS is referred to; HEAD is the row of the lowest titles, -1: the table
 * has no head. */
TzRecords *tz_records_new (TzRows *rows, int head, int n_columns);
/* The titles over COLUMN from the top, NULL-ended; copied. The lowest one is the column's title. */
void tz_records_set_path (TzRecords *records, int column, const char *const *path);
void tz_records_add (TzRecords *records, int row, TzRowClass cls);
/* The findings ragged-row, as above, about the records added. FALSE after an error. */
gboolean tz_records_check_widths (const TzRecords *records, TzDiag *diag);
void tz_records_free (TzRecords *records); /* NULL is allowed */

const TzRows *tz_records_rows (const TzRecords *records);
const char *tz_records_file (const TzRecords *records); /* interned */
TzTexts *tz_records_texts (const TzRecords *records);   /* as of rows */
int tz_records_n_columns (const TzRecords *records);
/* The title of COLUMN; "" where it has none. Where the head has levels these are joined by "/". */
const char *tz_records_title (const TzRecords *records, int column);
/* What a finding calls COLUMN: the beginning of its title, or its letters. g_free. */
char *tz_records_name (const TzRecords *records, int column);
/* All of them, NULL-ended. g_free the array; the texts are lent. */
const char **tz_records_titles (const TzRecords *records);
/* Its levels from the top, NULL-ended; NULL: nobody has told them apart. */
const char *const *tz_records_path (const TzRecords *records, int column);
/* The row that holds the lowest titles; NULL: there is no head. */
const TzRow *tz_records_head (const TzRecords *records);
/* Where that title stands. */
TzPlace tz_records_title_place (const TzRecords *records, int column);

int tz_records_n (const TzRecords *records); /* without the head */
const TzRow *tz_records_get (const TzRecords *records, int i);
TzRowClass tz_records_class (const TzRecords *records, int i);
/* The row's index among the rows: for tz_rows_facts. */
int tz_records_row (const TzRecords *records, int i);
/* What the cell shows: "" where a merged one covers it. Lent. */
const char *tz_records_text (const TzRecords *records, int i, int column);
TzPlace tz_records_place (const TzRecords *records, int i, int column);
/* TEXT, which is copied, stands from now on where the file has another that was damaged. */
void tz_records_set_text (TzRecords *records, int i, int column, const char *text);
/* Whether that was said of the cell, so that what the file knows of it (tz_rows_facts) no longer holds. */
gboolean tz_records_is_changed (const TzRecords *records, int i, int column);

#endif
