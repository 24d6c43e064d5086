/* The cells and merges of a sheet, row by row. */
#ifndef TZ_OUTPUT_XLSX_CELLS_H
#define TZ_OUTPUT_XLSX_CELLS_H

#include "output/xlsx/format.h"

/* A cell, or a merged area of cells, that is being written. */
typedef struct {
  int row0, col0, row1, col1; /* sheet rows and columns, both ends included */
  lxw_format *format;
  const char *text; /* N bytes of it; ignored if IS_VALUE */
  gsize n;
  const TzTextRun *runs; /* bold parts of the text of which TEXT begins at byte SKIP */
  int n_runs;
  gsize skip;
  const TzXlsxLook *look; /* of FORMAT; may be NULL if there are no runs */
  gboolean is_value, is_boolean;
  double value;
} TzXlsxArea;

/* Writes what AREA has on sheet row ROW; called for each of its rows in turn. */
void tz_xlsx_write_area (TzXlsx *xlsx, lxw_worksheet *sheet, const TzXlsxArea *area, int row);

/* The cells of a table row by row; tz_xlsx_cells_row for each sheet row in turn. */
typedef struct TzXlsxCells TzXlsxCells;
/* TOP is the sheet row of the table's first. BREAKS as tz_xlsx_breaks. */
TzXlsxCells *tz_xlsx_cells_new (TzXlsx *xlsx, lxw_worksheet *sheet, const TzXlsxPlan *plan, int top,
                                const GArray *breaks);
void tz_xlsx_cells_row (TzXlsxCells *cells, int row);
void tz_xlsx_cells_free (TzXlsxCells *cells);

#endif
