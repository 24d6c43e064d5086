/* Rows that are not data go to what stands around their table. */
#ifndef TZ_MODEL_TABLES_AROUND_H
#define TZ_MODEL_TABLES_AROUND_H

#include "model/around.h"
#include "model/sheet.h"
#include "read/rows.h"

/* Puts row I of ROWS, which is of CLASS, where it belongs. A class that has no place above a table is a note.
 */
void tz_around_take_row (TzAround *around, const TzRows *rows, int i, TzSheetClass cls);
/* The same for the row of column numbers, of which N_COLUMNS belong to the table. */
void tz_around_take_numbers (TzAround *around, const TzRows *rows, int i, int n_columns);

/* What a cell shows, without indent; "" where a merged cell covers it. Lent by ROWS. */
const char *tz_rows_shown (const TzRows *rows, int i, int column);

#endif
