/* A workbook as its cells show it: texts, merges, what is hidden. No ledger words here. */
#ifndef TZ_READ_WORKBOOK_WORKBOOK_H
#define TZ_READ_WORKBOOK_WORKBOOK_H

#include "base/diag.h"
#include "base/texts.h"
#include "read/workbook/format.h"

typedef enum {
  TZ_WORKSHEET_TEXT,
  TZ_WORKSHEET_NUMBER,
  TZ_WORKSHEET_DATE, /* a number that is shown as a day or a time */
  TZ_WORKSHEET_BOOLEAN,
  TZ_WORKSHEET_ERROR,  /* #REF! */
  TZ_WORKSHEET_UNKNOWN /* a formula whose value the file does not hold: no text */
} TzWorksheetKind;

/* A cell that shows something. */
typedef struct {
  const char *text; /* as shown, line feeds as LF */
  double value;     /* of NUMBER, DATE, BOOLEAN */
  int row, col;     /* from 1 */
  guint16 style;    /* of the workbook's */
  guint8 kind;      /* TzWorksheetKind */
  guint8 formula;   /* whether it is computed */
} TzWorksheetCell;

/* What cells of a style have in common. */
typedef struct {
  const char *code;    /* of the number format: #,##0.00 */
  const char *written; /* tz_number_format_write; known of styles that a cell has */
  gboolean has_day;    /* the format shows one; likewise */
  gboolean bold, wrap;
  int fill;   /* the same number for the same background; 0: none, or white */
  int indent; /* ems, roughly */
} TzWorksheetStyle;

/* A part of a cell's text that is bold where the whole is not. Bytes from START to END. */
typedef struct {
  guint cell; /* of the sheet's */
  guint start, end;
} TzWorksheetRun;

typedef struct {
  int row, col, last_row, last_col; /* from 1, both ends included */
} TzWorksheetMerge;

typedef struct {
  int first, last; /* rows or columns, from 1 */
} TzWorksheetRange;

typedef struct {
  const char *name;
  const char *file; /* FILE#NAME, for findings; interned */
  gboolean hidden;
  gboolean numbered;      /* NAME is no name, but the number of a table among those of a Word document */
  int n_rows, n_cols;     /* the last ones that show something */
  GArray *cells;          /* of TzWorksheetCell, by row, then by column */
  GArray *runs;           /* of TzWorksheetRun, by cell */
  GArray *merges;         /* of TzWorksheetMerge */
  GArray *hidden_rows;    /* of TzWorksheetRange, ascending */
  GArray *hidden_columns; /* of TzWorksheetRange, ascending */
  GArray *widths;         /* of double, by column from 1; 0: as usual. In digits, as Excel has them */
  double usual_width;
  gboolean has_filter; /* some rows may be hidden by a choice of the reader's */
  int n_pictures;      /* drawings, charts and the like */
  int n_comments;
  char first_comment[16]; /* the cell of one: E9 */
} TzWorksheet;

typedef struct TzWorkbook TzWorkbook;

/* Reads the sheet called NAME of a .xlsx or .xlsm, or all that are not hidden (NAME NULL; a note,
 * hidden-sheets, names the others). BYTES are lent for the call alone; SHOWN is the file's name in findings.
 * NULL with a finding: workbook-damaged, workbook-limits, no-such-sheet (with a near one), no-sheet when
 * nothing is left. tz_workbook_free. */
TzWorkbook *tz_workbook_read (const GByteArray *bytes, const char *shown, const char *name, TzDiag *diag);
void tz_workbook_free (TzWorkbook *workbook); /* NULL is allowed */

int tz_workbook_n_sheets (const TzWorkbook *workbook);
const TzWorksheet *tz_workbook_sheet (const TzWorkbook *workbook, int i);
/* Whether days are counted from 1904. */
gboolean tz_workbook_is_1904 (const TzWorkbook *workbook);
const TzWorksheetStyle *tz_workbook_style (const TzWorkbook *workbook, int style);
/* What holds the texts of all cells. Lent. */
TzTexts *tz_workbook_texts (const TzWorkbook *workbook);

/* The first cell of row ROW (from 1) among the sheet's, and how many it has. */
const TzWorksheetCell *tz_worksheet_row (const TzWorksheet *sheet, int row, int *n);
/* NULL: it shows nothing. */
const TzWorksheetCell *tz_worksheet_cell (const TzWorksheet *sheet, int row, int col);
/* Whether one of RANGES, which ascend and do not overlap, holds N. */
gboolean tz_worksheet_in_ranges (const GArray *ranges, int n);

#endif
