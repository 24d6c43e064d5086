/* What is what in a sheet as offices have it: which rows are label, title, head, body, total, note …
 * Knows rows of cells only, so that CSV files, workbooks and tests can feed it. */
#ifndef TZ_MODEL_SHEET_H
#define TZ_MODEL_SHEET_H

#include "base/diag.h"

typedef enum {
  TZ_SHEET_BLANK,
  TZ_SHEET_LABEL,    /* 附件2, 附表1, 表3, 公开01表 */
  TZ_SHEET_TITLE,    /* one or more rows */
  TZ_SHEET_SUBTITLE, /* （2021年度） under the title */
  TZ_SHEET_UNIT,     /* 单位：万元 */
  TZ_SHEET_META,     /* labelled entries and dates: 填报单位：…　填报日期：… */
  TZ_SHEET_LEAD,     /* sentences between title and head */
  TZ_SHEET_HEAD,
  TZ_SHEET_COLNUM, /* 甲 乙 1 2, part of the head */
  TZ_SHEET_SECTION,
  TZ_SHEET_BODY,
  TZ_SHEET_TOTAL,
  TZ_SHEET_NOTE,
  TZ_SHEET_SIGN, /* 填表人：…　审核人：… */
  TZ_N_SHEET_CLASSES
} TzSheetClass;

/* The word for CLASS in a dump: "label". */
const char *tz_sheet_class_word (TzSheetClass cls);

/* What a reader may know of a cell besides its text. */
enum {
  TZ_FACT_NUMBER = 1 << 0, /* typed as a number */
  TZ_FACT_DATE = 1 << 1,   /* typed as a number and shown as a date */
  TZ_FACT_TEXT = 1 << 2,   /* typed as text, whatever it looks like */
  TZ_FACT_BOLD = 1 << 3,
  TZ_FACT_COVERED = 1 << 4 /* lies under a merged cell that begins elsewhere */
};

typedef struct {
  guint flags;      /* TZ_FACT_ bits */
  int across, down; /* columns and rows that the cell is merged over, itself included; 0 counts as 1 */
} TzSheetFacts;

/* Rows as a reader lends them, rows and columns from 0. Blank rows may be among them or left out, as their
 * numbers tell. */
typedef struct {
  gconstpointer data;
  int n_rows;
  int last; /* the number of the file's last row, which may be left out, too; 0: that of the last row here */
  int (*n_cells) (gconstpointer data, int row);
  const char *(*text) (gconstpointer data, int row, int col); /* UTF-8, never NULL */
  int (*number) (gconstpointer data,
                 int row); /* from 1, as Excel numbers it, rising; NULL: no row is left out */
  void (*facts) (gconstpointer data, int row, int col, TzSheetFacts *facts); /* NULL: nothing is known */
} TzSheetRows;

/* What is known beforehand; NULL where nothing is. */
typedef struct {
  const char *const *titles; /* NULL-ended: titles that a template's columns may have, paths as "总投资/地方" */
  const int *given; /* by row: the TzSheetClass that was said, -1 where nothing was. Where any row is said
                     * to be head no other is; TZ_SHEET_BLANK: skip the row */
} TzSheetHints;

/* One table of the sheet: rows FIRST to END-1. Rows are counted as those that the sheet was fed with. */
typedef struct {
  int first, end;
  int head, n_head;    /* head rows, column numbers included; n_head 0: it has none, as cards do */
  int n_levels;        /* head rows without column numbers */
  int colnum;          /* the row of column numbers, or -1 */
  int body, body_end;  /* sections, body and totals, and blank rows among them */
  int n_body, n_total; /* rows of these classes */
  int n_columns;
  double sure;                  /* how probable these rows are the head, from 0 to 1 */
  int other_head, other_n_head; /* the next best reading of the head; n_head 0: that it has none */
} TzSheetTable;

/* A cell of the head as it stands on paper. */
typedef struct {
  int level, col;   /* its upper left corner; level 0 is the topmost */
  int across, down; /* at least 1 */
  const char *text; /* lent by the rows; "" for a column without a title */
} TzSheetTitle;

typedef struct TzSheet TzSheet;

/* Classifies all ROWS. HINTS may be NULL. Time and memory grow with the number of cells: 32 bytes a row and one
 * a cell. The rows must outlive the sheet; the hints need not. */
TzSheet *tz_sheet_recognise (const TzSheetRows *rows, const TzSheetHints *hints);
void tz_sheet_free (TzSheet *sheet);

int tz_sheet_n_rows (const TzSheet *sheet);
TzSheetClass tz_sheet_class (const TzSheet *sheet, int row);
/* How probable the row's class is among head, body, section and what stands above and below, from 0 to 1. */
double tz_sheet_sure (const TzSheet *sheet, int row);

int tz_sheet_n_tables (const TzSheet *sheet);
const TzSheetTable *tz_sheet_table (const TzSheet *sheet, int i);

/* The cells of table I's head from left to right, level by level, in *N. Lent. */
const TzSheetTitle *tz_sheet_titles (const TzSheet *sheet, int i, int *n);
/* The titles over column COL of table I, from the top, joined by "/": "总投资/其中/地方". g_free. */
char *tz_sheet_path (const TzSheet *sheet, int i, int col);

/* What was recognised of table I, with rows as Excel counts them: "rows 1–3 are taken as label, title and unit
 * line, rows 4–5 as the head". Translated; g_free. */
char *tz_sheet_describe (const TzSheet *sheet, int i);
/* Table I's head can be read in two ways that are nearly as good: says both, and how to decide. NULL when it is
 * plain. Translated; g_free. */
char *tz_sheet_doubt (const TzSheet *sheet, int i);

/* One line a row of the file, blank ones too: "N CLASS", N its number, then the beginnings of its first texts.
 * g_free. */
char *tz_sheet_dump (const TzSheet *sheet);

#endif
