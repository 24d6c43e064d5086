/* Files that several ask for: each is opened, decoded and taken apart once, by the first who
 * asks, and lent to all. */
#ifndef TZ_READ_FILES_H
#define TZ_READ_FILES_H

#include "read/csv.h"
#include "read/ini.h"
#include "read/source.h"

typedef struct TzFiles TzFiles;

TzFiles *tz_files_new (void);
/* NULL is allowed. Takes all that was lent with it. */
void tz_files_free (TzFiles *files);

/* The file at PATH as a table whose head is its first row, as sections and keys, or as a text in UTF-8 with LF.
 * PATH, as it was first written, is the file's name in findings; a/b, ./a/b and a/c/../b are one file. What
 * tz_csv_load, tz_ini_load or tz_text_load find is added to DIAG by the first call alone. NULL if
 * the file cannot be read, then and ever after. Lent until tz_files_drop or tz_files_free. */
/* The same as rows, whatever they are: what tz_source_load gives. With KEEP_HIDDEN those that are hidden, too.
 */
GPtrArray *tz_files_rows (TzFiles *files, const char *path, gboolean keep_hidden, TzDiag *diag);
const TzRecords *tz_files_records (TzFiles *files, const char *path, TzDiag *diag);
const TzIni *tz_files_ini (TzFiles *files, const char *path, TzDiag *diag);
const char *tz_files_text (TzFiles *files, const char *path, TzDiag *diag);

/* Forgets the file at PATH, which nobody will ask for again: a long one takes much memory. */
void tz_files_drop (TzFiles *files, const char *path);

#endif
