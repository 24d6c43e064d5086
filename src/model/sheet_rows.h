/* The rows of a file as rows of a sheet. */
#ifndef TZ_MODEL_SHEET_ROWS_H
#define TZ_MODEL_SHEET_ROWS_H

#include "model/sheet.h"
#include "read/rows.h"

/* Lends ROWS, whatever file they were read from: row I of the sheet is tz_rows_get (rows, I). */
TzSheetRows tz_sheet_rows (const TzRows *rows);

#endif
