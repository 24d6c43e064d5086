/* Rows of cells as a file has them, whatever kind of file it is: what the readers of CSV, workbooks and Word
 * documents hand on. Which of them are titles, head or data is not known yet. */
#ifndef TZ_READ_ROWS_H
#define TZ_READ_ROWS_H

#include "base/diag.h"
#include "base/texts.h"

typedef struct {
  const char *text; /* never NULL, blanks at both ends trimmed */
  int line, column; /* where it begins; column 0 for a cell that the row lacks */
} TzField;

/* A row that is not blank. */
typedef struct {
  int row;      /* from 1, as Excel numbers it: blank rows count */
  int line;     /* where it begins */
  int end_line; /* and ends: cells that it lacks would stand there */
  int n_fields; /* the same for all rows of a file: short ones are filled up */
  int n_read;   /* fields that the file has in it */
  const TzField *fields;
} TzRow;

typedef enum {
  TZ_FIELD_TEXT, /* or nothing is known */
  TZ_FIELD_NUMBER,
  TZ_FIELD_DATE, /* a number that is shown as a day or a time */
  TZ_FIELD_BOOLEAN,
  TZ_FIELD_ERROR,  /* #REF! */
  TZ_FIELD_MISSING /* of a formula that was never reckoned */
} TzFieldKind;

/* What a workbook knows of a cell besides its text. */
typedef struct {
  double value; /* of a number, date (days from 30 December 1899) or boolean */
  const char
      *format;   /* the number format by which any workbook shows the text: #,##0.00; interned; NULL: none */
  guint8 kind;   /* TzFieldKind */
  guint8 indent; /* steps */
  guint8 bold : 1, typed : 1 /* the file says what kind it is */,
      covered : 1 /* by a merged cell to the left or above */;
} TzFieldFacts;

/* A merged cell: rows by their number in the file (TzRow.row), columns from 0, both ends included. */
typedef struct {
  int row, col, last_row, last_col;
} TzMerge;

/* A bold part of a cell's text; bytes. */
typedef struct {
  int row, col; /* as of TzMerge */
  guint start, end;
} TzBold;

typedef struct TzRows TzRows;

TzRows *tz_rows_ref (TzRows *rows);
void tz_rows_unref (TzRows *rows); /* NULL is allowed */

const char *tz_rows_file (const TzRows *rows); /* interned; FILE#SHEET of a workbook */
/* The name of their sheet; NULL: they have none, as in a CSV or a Word document. Interned. */
const char *tz_rows_sheet (const TzRows *rows);
int tz_rows_n (const TzRows *rows);
const TzRow *tz_rows_get (const TzRows *rows, int i);
/* The number of the last row, which may be blank. */
int tz_rows_last (const TzRows *rows);
/* Whether rows with a text were left out, being hidden. */
gboolean tz_rows_have_hidden (const TzRows *rows);
/* Columns up to the last one with a text. */
int tz_rows_n_columns (const TzRows *rows);
/* What holds the texts: whoever has a reference may use them when the rows are gone. Lent. */
TzTexts *tz_rows_texts (const TzRows *rows);
/* The place of field COLUMN (from 0) of ROW. */
TzPlace tz_rows_place (const TzRows *rows, const TzRow *row, int column);

/* The field has no text any more: whoever says so has told of it. */
void tz_rows_empty (TzRows *rows, int i, int column);

/* NULL where the file knows nothing but texts. */
const TzFieldFacts *tz_rows_facts (const TzRows *rows, int i, int column);
/* Merged cells in order, *N of them; *N -1: the file could not say. */
const TzMerge *tz_rows_merges (const TzRows *rows, int *n);
/* The merged cell that has its upper left corner there, or NULL. */
const TzMerge *tz_rows_merge_at (const TzRows *rows, int row, int column);
const TzBold *tz_rows_bold (const TzRows *rows, int *n);
/* How wide COLUMN is in the file, in any unit that is the same for all; 0: not known. */
double tz_rows_width (const TzRows *rows, int column);

/* ── making them ─────────────────────────────────────────────────────────── */

typedef struct TzRowsMaker TzRowsMaker;

/* FILE is a name in findings. TEXTS is referred to. WITH_FACTS: each field has some. */
TzRowsMaker *tz_rows_maker_new (const char *file, TzTexts *texts, gboolean with_facts);
void tz_rows_maker_set_sheet (TzRowsMaker *maker, const char *name);
/* The row numbered ROW, which begins at LINE. Rows ascend. */
void tz_rows_maker_begin (TzRowsMaker *maker, int row, int line);
/* TEXT is lent by TEXTS. FACTS may be NULL: nothing is known. */
void tz_rows_maker_add (TzRowsMaker *maker, const char *text, int line, int column, const TzFieldFacts *facts);
int tz_rows_maker_n_fields (const TzRowsMaker *maker); /* of the row */
/* Beyond Excel's limits: whoever reads may stop. */
gboolean tz_rows_maker_is_full (const TzRowsMaker *maker);
/* The row ends at LINE. One without any text is forgotten. */
void tz_rows_maker_end (TzRowsMaker *maker, int line);
/* The file has rows up to the one numbered LAST; unless said, up to the last with a text. */
void tz_rows_maker_set_last (TzRowsMaker *maker, int last);
/* Rows were left out, being hidden. */
void tz_rows_maker_hide (TzRowsMaker *maker);
void tz_rows_maker_merge (TzRowsMaker *maker, TzMerge merge);
void tz_rows_maker_bold (TzRowsMaker *maker, TzBold bold);
void tz_rows_maker_width (TzRowsMaker *maker, int column, double width);
/* COLUMN (from 0) is number NUMBER (from 1) in the file, where some are left out before it. */
void tz_rows_maker_number (TzRowsMaker *maker, int column, int number);
/* Takes the maker. NULL with a finding (too-many-cells, too-many-rows, too-many-columns) beyond Excel's limits.
 */
TzRows *tz_rows_maker_finish (TzRowsMaker *take_maker, TzDiag *diag);
void tz_rows_maker_free (TzRowsMaker *maker);

#endif
