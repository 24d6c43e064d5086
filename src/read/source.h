/* Any file with tables: CSV, workbook or Word document, told apart by what is in it. */
#ifndef TZ_READ_SOURCE_H
#define TZ_READ_SOURCE_H

#include "read/rows.h"

typedef struct {
  const char *encoding; /* of a CSV, as of tz_text_load; NULL: by its content */
  gboolean keep_hidden; /* hidden rows and columns of a workbook are read, too */
} TzSourceOptions;

/* PATH without the name of a sheet (FILE#SHEET), and that name in *SHEET (NULL: none). A file whose name holds
 * the mark itself is taken as it is called. g_free both. */
char *tz_source_path (const char *path, char **sheet);

/* The rows of each sheet of the file at PATH: one of a CSV, those that are shown of a workbook, each table of a
 * Word document; with #SHEET (its name, of a Word document its number) of that one alone. A sheet without any
 * text has no rows. SHOWN is the file's name in findings. OPTIONS may be NULL.
 * NULL with a finding: what tz_text_load, tz_csv_rows, tz_workbook_read, tz_docx_read and tz_convert_to_xlsx
 * find; protected (a password), not-a-table (PDF, .doc and others that hold no cells). Of TzRows;
 * g_ptr_array_unref. */
GPtrArray *tz_source_load (const char *path, const char *shown, const TzSourceOptions *options, TzDiag *diag);

#endif
