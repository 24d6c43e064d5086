/* The grid: which cells a table has, how they are merged and styled. It is the first of the three steps of
 * a table (cells, sizes, pages); widths and heights are found by layout.
 *
 * An index of a row, column, cell or style that does not exist is a fault of the program and ends it. */
#ifndef TZ_CONTENT_GRID_H
#define TZ_CONTENT_GRID_H

#include "base/diag.h"
#include "base/texts.h"
#include "content/column.h"
#include "content/style.h"

/* A long ledger has hundreds of thousands of cells: what only few have (bold parts, corners) is kept apart. */
typedef struct {
  const char *text;     /* paragraphs separated by LF; owned by the grid or its shared texts */
  int row, row_span;    /* the first row; at least 1 row */
  gint16 col, col_span; /* the same across */
  gint16 style;         /* index of the grid's styles */
  gint16 source_col;    /* tz_grid_source says where the text comes from */
  int source_line;
  guint32 source_column : 30;
  guint32 label : 1;  /* names its row (number, task name): repeated where the row is continued on a new page */
  guint32 corner : 1; /* a diagonal head cell: tz_grid_corner has its upper right text, TEXT is lower left */
} TzCell;

enum {
  TZ_ROW_HEAD = 1 << 0,    /* repeated on every page if the grid says so */
  TZ_ROW_SECTION = 1 << 1, /* a heading of the rows after it */
  TZ_ROW_TOTAL = 1 << 2,
  TZ_ROW_KEEP_NEXT = 1 << 3, /* never last on a page */
  TZ_ROW_WHOLE = 1 << 4      /* not cut while it fits a page of its own */
};

typedef struct {
  guint flags;
  TzLen min_height; /* room for handwriting; 0: as the text needs */
  const char *id;   /* of the task or section that the row is about, the grid's; NULL: none */
  guint32 due;      /* the last day its deadline names, Julian; 0: none */
  /* The units responsible, as the model calls them, NULL-ended, the grid's; NULL: none begin here. */
  const char *const *units;
  int source_row; /* of the CSV; 0: not known */
} TzGridRow;

/* What stands in the later parts of a merged cell that a page break cuts. */
typedef enum { TZ_CONTINUED_REPEAT, TZ_CONTINUED_MARK /* text + （续） */, TZ_CONTINUED_EMPTY } TzContinued;

typedef struct {
  TzLen outer, inner;   /* thickness of rules */
  gboolean double_head; /* thicker rule under the head */
} TzRules;

typedef struct TzGrid TzGrid;

void tz_grid_free (TzGrid *grid); /* NULL is allowed */

/* All columns have an automatic width. */
TzGrid *tz_grid_new (int n_cols);
/* Lent, to be filled in. */
TzColumn *tz_grid_column (TzGrid *grid, int col);
const TzColumn *tz_grid_get_column (const TzGrid *grid, int col);

/* Appends a row, returns its index. Head rows come first. */
int tz_grid_add_row (TzGrid *grid, guint flags, TzLen min_height);
/* DUE: TzGridRow.due. */
void tz_grid_set_row_due (TzGrid *grid, int row, guint32 due);
/* UNITS as tz_grid_keep_names has given them. */
void tz_grid_set_row_units (TzGrid *grid, int row, const char *const *units);
/* ID is copied. */
void tz_grid_set_row_id (TzGrid *grid, int row, const char *id);
/* Interns STYLE, returns its index. */
int tz_grid_add_style (TzGrid *grid, const TzCellStyle *style);
int tz_grid_n_styles (const TzGrid *grid);
/* The words of all its texts, which must outlive GRID; for tz_table_take_names. */
void tz_grid_lend_names (TzGrid *grid, const TzNameSet *names);
const TzCellStyle *tz_grid_style (const TzGrid *grid, int style);

/* Puts a cell; TEXT is copied. All rows it spans must exist (add the rows
 * first, or grow the cell with tz_grid_extend_down). The area must be free: a
 * programming fault otherwise. Returns the cell, lent until the next put. */
TzCell *tz_grid_put (TzGrid *grid, int row, int col, int row_span, int col_span, int style, const char *text);
/* Before the first cell: texts may be lent from TEXTS, to which the grid's own are added. */
void tz_grid_share_texts (TzGrid *grid, TzTexts *texts);
/* The same for a TEXT that is lent from there. */
TzCell *tz_grid_put_shared (TzGrid *grid, int row, int col, int row_span, int col_span, int style,
                            const char *text);
/* The cell that covers (row - 1, col) grows down by one row into ROW. */
void tz_grid_extend_down (TzGrid *grid, int row, int col);
/* A copy of TEXT that lives as long as the grid. */
const char *tz_grid_keep (TzGrid *grid, const char *text);
/* The NULL-ended NAMES, which the grid frees; lent as long as it lives. */
const char *const *tz_grid_keep_names (TzGrid *grid, char **take_names);

/* Where the text of cell I comes from. All cells of a grid come from one file, and
 * those that begin in a row from one record. */
void tz_grid_set_source (TzGrid *grid, int i, const TzPlace *source);
TzPlace tz_grid_source (const TzGrid *grid, int i);
/* Makes cell I a diagonal head cell with TEXT, which is copied, at its upper right. */
void tz_grid_set_corner (TzGrid *grid, int i, const char *text);
/* That text; NULL if it is no such cell. */
const char *tz_grid_corner (const TzGrid *grid, int i);

/* Gives cell I bold parts: the N RUNS, in order of the text, are copied. Cells must be given them in
 * ascending order. */
void tz_grid_set_runs (TzGrid *grid, int i, const TzTextRun *runs, int n);
/* The bold parts of cell I, *N of them, lent; NULL, and *N 0, if it has none. */
const TzTextRun *tz_grid_runs (const TzGrid *grid, int i, int *n);

/* Says what cell I holds besides its text, in a workbook: VALUE (of a boolean 0 or 1), which Excel shows by
 * FORMAT, interned, as that text. Cells must be given theirs in ascending order. */
void tz_grid_set_value (TzGrid *grid, int i, double value, const char *format);
/* FALSE: nothing was said. */
gboolean tz_grid_value (const TzGrid *grid, int i, double *value, const char **format);

/* A grid of the columns for which KEPT says TRUE (one gboolean a column, at least
 * one TRUE), with the same rows: a part of a table that is too wide for a page. A
 * cell over kept and other columns spans those that are kept. */
TzGrid *tz_grid_panel (const TzGrid *grid, const gboolean *kept);
/* The index that cell I of a panel has in the whole table's grid; I itself if GRID is no panel. */
int tz_grid_origin (const TzGrid *grid, int i);

int tz_grid_n_rows (const TzGrid *grid);
int tz_grid_n_cols (const TzGrid *grid);
/* Leading rows with TZ_ROW_HEAD. */
int tz_grid_n_head (const TzGrid *grid);
int tz_grid_n_cells (const TzGrid *grid);
const TzGridRow *tz_grid_row (const TzGrid *grid, int row);
const TzCell *tz_grid_cell (const TzGrid *grid, int i);
/* Index of the cell that covers (row, col), or -1 where none was put. */
int tz_grid_index_at (const TzGrid *grid, int row, int col);

void tz_grid_set_continued (TzGrid *grid, TzContinued continued);
TzContinued tz_grid_continued (const TzGrid *grid);
void tz_grid_set_rules (TzGrid *grid, const TzRules *rules);
const TzRules *tz_grid_rules (const TzGrid *grid);
void tz_grid_set_repeat_head (TzGrid *grid, gboolean repeat);
gboolean tz_grid_repeat_head (const TzGrid *grid);

#endif
