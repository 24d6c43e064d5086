/* Packs the rows of a long sheet while they are made. */
#ifndef TZ_OUTPUT_XLSX_ROWS_H
#define TZ_OUTPUT_XLSX_ROWS_H

#include <glib.h>
#include <stdio.h>
#include <xlsxwriter.h>

typedef struct {
  const char *part; /* of the package: "xl/worksheets/sheet1.xml" */
  FILE *file;       /* at its beginning */
  gsize n_packed;   /* bytes there */
  guint32 sum;      /* CRC-32 of the rows as they were */
  guint64 size;
} TzXlsxPacked;

/* Rows of SHEET, which is in constant-memory mode and has none yet, are packed into a
 * file without a name in FOLDER. NULL if there cannot be one: then the library keeps
 * them in its own way. */
typedef struct TzXlsxRows TzXlsxRows;
TzXlsxRows *tz_xlsx_rows_new (lxw_worksheet *sheet, const char *folder);
/* Once the book was closed. NULL and errno in *NUMBER if they could not be written. */
const TzXlsxPacked *tz_xlsx_rows_packed (TzXlsxRows *rows, int *number);
void tz_xlsx_rows_free (TzXlsxRows *rows);

#endif
