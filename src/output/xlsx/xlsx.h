/* What the parts of the workbook writer share; for output/xlsx*.c and their
 * tests alone.
 *
 *   xlsx.c           the back end: opens, fills and closes the book
 *   xlsx_sheet.c     one worksheet: what stands where
 *   xlsx_cells.c     its cells and merges, row by row
 *   xlsx_plan.c      widths and heights as Excel counts them, tall rows cut up
 *   xlsx_break.c     where printed pages begin; xlsx_keep.c: rows beside merged texts
 *   xlsx_part.c      texts that stand on more than one page
 *   xlsx_page.c      print set-up, panes, footer
 *   xlsx_fill.c      drop-downs, messages, colours and locks of a form
 *   xlsx_figure.c    tables and charts of official documents
 *   xlsx_chart.c     Excel's own charts
 *   xlsx_summary.c   the sheet that counts; xlsx_tally.c: what is counted
 *   xlsx_identity.c  the hidden sheet by which a workbook is known again
 *   xlsx_format.c    looks become cell formats
 *   xlsx_value.c     texts that may become numbers
 *   xlsx_text.c      texts as a workbook can hold them
 *   xlsx_rows.c      packs the rows of a long sheet while they are made
 *   xlsx_splice.c    puts them into the package; xlsx_zip.c: what a package is
 *   xlsx_verify.c    reads the file back that the library wrote */
#ifndef TZ_OUTPUT_XLSX_XLSX_H
#define TZ_OUTPUT_XLSX_XLSX_H

#include "layout/layout.h"

#include <xlsxwriter.h>

/* ECMA-376 leaves these open; they are Excel's own limits. */
#define TZ_XLSX_MAX_CHARS 32767 /* UTF-16 units in a cell */
#define TZ_XLSX_MAX_FEEDS 253   /* line feeds in a cell */

typedef struct {
  lxw_workbook *book;
  const TzLayout *layout;
  TzPaper paper;   /* of the sheet that is being made */
  int pages_wide;  /* of its print */
  gboolean figure; /* it is of a figure: numbers with equal decimals stand in the middle */
  TzFonts *fonts;
  TzDiag *diag;
  /* The library keeps only the row being written: rows must ascend. */
  gboolean told_full; /* that a sheet has all the merges it can hold */
  gboolean lean;
  const char *folder;   /* for files on the way */
  GPtrArray *rows;      /* TzXlsxRows: of long sheets */
  GHashTable *formats;  /* GBytes of a TzXlsxLook → lxw_format; looked up only */
  GPtrArray *names;     /* of the sheets so far, folded */
  guint n_own;          /* of PLACED: the document's own tables; others stand on further sheets */
  GPtrArray *placed;    /* TzXlsxPlaced: the tables so far */
  lxw_worksheet *lists; /* hidden sheet of long choice lists, or NULL */
  char *lists_name;
  int n_lists;
  lxw_error failure;   /* the first; LXW_NO_ERROR */
  char *failure_place; /* "Sheet!C7" */
} TzXlsx;

/* Remembers the first failure with its cell (from 0). */
void tz_xlsx_note (TzXlsx *xlsx, lxw_error code, const lxw_worksheet *sheet, int row, int col);

/* ---- xlsx_format.c ---- */

/* Everything by which two cell formats can differ. Compared byte by byte, so
 * fill it from tz_xlsx_look_of only, which clears it first. */
typedef struct {
  TzLen size;
  const char *num_format; /* interned, or NULL for General */
  guint32 colour, background;
  guint8 role, bold, align, valign, unlocked, diagonal;
  guint8 single;                   /* one line, shrunk where the cell is too narrow */
  guint8 left, top, right, bottom; /* enum lxw_format_borders */
  guint8 spare[5];                 /* 0: up to the next multiple of 8, so that there is no padding */
} TzXlsxLook;

TzXlsxLook tz_xlsx_look_of (const TzTextStyle *text, TzVAlign valign);
lxw_format *tz_xlsx_format (TzXlsx *xlsx, const TzXlsxLook *look);
/* As the recipients have it: the document's word, else the font set-up's. Lent. */
const char *tz_xlsx_font_name (const TzXlsx *xlsx, TzRole role);
/* Excel's line for a rule of THICKNESS, as enum lxw_format_borders. */
guint8 tz_xlsx_border (TzLen thickness);

/* ---- xlsx_text.c ---- */

/* Of a text as far as its lines depend on it. */
typedef struct {
  TzLen em;
  gboolean bold; /* some of it: letters and digits are wider then */
} TzXlsxType;

/* TEXT as a string cell must hold it: "_x0041_" would be read as "A", so its
 * first underscore is written as "_x005F_" (ECMA-376 part 1, 22.9.2.19 ST_Xstring);
 * what XML cannot hold becomes U+FFFD. NULL if TEXT is right as it is; g_free. */
char *tz_xlsx_escape (const char *text);

/* Bytes of TEXT that fit one cell: at most TZ_XLSX_MAX_CHARS and
 * TZ_XLSX_MAX_FEEDS, ending after a line feed if there is one. */
gsize tz_xlsx_head_bytes (const char *text);

/* Bytes of TEXT that stand on its first MOST lines there, within tz_xlsx_head_bytes. */
gsize tz_xlsx_first_lines (const char *text, TzXlsxType type, TzLen width, int most);

/* Lines that TEXT needs in a cell of WIDTH (the text's own room) when Excel breaks them. */
int tz_xlsx_count_lines (const char *text, gsize n_bytes, TzXlsxType type, TzLen width);

/* WANTED as a legal sheet name that no element of USED (folded names) equals;
 * its folded form is added to USED. g_free. */
char *tz_xlsx_sheet_name (const char *wanted, GPtrArray *used);

/* ---- xlsx_value.c ---- */

/* Whether TEXT, meant as TYPE, is a value that Excel shows exactly as TEXT, with
 * at most 15 significant digits; *NUM_FORMAT is interned. */
gboolean tz_xlsx_value (const char *text, TzValueType type, double *value, const char **num_format);

/* ---- xlsx_plan.c ---- */

/* What a table has to get along with. */
typedef struct {
  double widen;   /* columns this many times as wide as on paper; Excel prints them smaller again */
  double room;    /* points of a page for head and rows, at the size before printing */
  int fill_lines; /* lines that a cell to be filled in has at least */
  TzTall tall;
} TzXlsxSpace;

/* Rows and columns of one table as Excel counts them. A table row that is higher
 * than Excel allows becomes several sheet rows over which its cells are merged, so
 * that each text stays whole in one cell and Excel shows it over the whole area. A
 * row that no page can hold is torn: its long texts go on from cell to cell. */
typedef struct {
  const TzSized *sized;
  TzXlsxSpace space;
  int n_cols, n_rows, n_sheet_rows;
  int n_torn, n_tall; /* table rows torn; higher than Excel allows */
  double room, limit; /* points a page has below the head; the highest sheet row */
  double piece;       /* the highest sheet row of a torn row */
  int *pixels;        /* n_cols: column widths at 96 dpi */
  int *first;         /* n_rows + 1: sheet row, from 0, at which a table row begins */
  guint8 *torn;       /* n_rows */
  double *height;     /* n_sheet_rows, in points */
  GArray *ends;       /* of int: its sheet rows at which a page begins; NULL: not known beforehand */
  gboolean has_parts; /* texts go on behind ends */
} TzXlsxPlan;

TzXlsxPlan *tz_xlsx_plan_new (const TzSized *sized, const TzXlsxSpace *space);
void tz_xlsx_plan_free (TzXlsxPlan *plan); /* NULL: nothing */
int tz_xlsx_area_pixels (const TzXlsxPlan *plan, const TzCell *cell);
/* Size and weight of the text of cell I. */
TzXlsxType tz_xlsx_type (const TzXlsxPlan *plan, int i);
/* Whether the text of cell I goes on in cells below; bytes of the next piece of TEXT. */
gboolean tz_xlsx_is_cut (const TzXlsxPlan *plan, int i);
gsize tz_xlsx_piece (const TzXlsxPlan *plan, int i, const char *text);
/* Bytes of TEXT, or the rest of it, of cell I that stand in an area of HEIGHT points. */
gsize tz_xlsx_lines_within (const TzXlsxPlan *plan, int i, const char *text, double height);
/* Sheet rows that HEIGHT takes. */
int tz_xlsx_rows_for (double height);
/* Points that N_BYTES of TEXT need in a cell of PIXELS. */
double tz_xlsx_text_height (const char *text, gsize n_bytes, TzXlsxType type, int pixels);
/* HEIGHT as a row can have it: whole pixels, never Excel's default (15 pt means
 * "not set" and would be fitted anew), never above 409 pt. */
double tz_xlsx_row_height (double height);

/* ---- xlsx_break.c ---- */

typedef struct {
  double height;      /* points */
  gboolean keep_next; /* on one page with the row below, if a page can hold both */
} TzXlsxRow;

/* The sheet rows (of int, from 0, never 0) before which a page ends, when pages
 * have ROOM points and all but the first repeat the rows REPEAT_FIRST to
 * REPEAT_LAST (-1: none). ROWS is of TzXlsxRow. g_array_unref. */
GArray *tz_xlsx_breaks (const GArray *rows, double room, int repeat_first, int repeat_last);

/* ---- xlsx_keep.c ---- */

/* Marks in ROWS (of TzXlsxRow; the table's begin at TOP) those beside the text of a merged
 * cell: no page ends there. */
void tz_xlsx_keep_texts (const TzXlsxPlan *plan, GArray *rows, int top);
/* Looks for a page that BREAKS (as tz_xlsx_breaks has them for ROWS) leaves blank to a large
 * part, only because of such a text, and makes rows of PLAN so much higher that the text
 * ends within them and the page can end there. FREE_ROWS: the table's rows as they were
 * before tz_xlsx_keep_texts. FALSE: there is none. */
gboolean tz_xlsx_fill_page (TzXlsxPlan *plan, const GArray *rows, const GArray *free_rows, int top,
                            const GArray *breaks, double room, int repeat_first, int repeat_last);

/* ---- xlsx_part.c ---- */

/* The pages of PLAN's table, which begins at sheet row TOP, end at BREAKS (as tz_xlsx_breaks). */
void tz_xlsx_set_ends (TzXlsxPlan *plan, const GArray *breaks, int top);
/* Whether cell I ends where pages do, its text going on behind. */
gboolean tz_xlsx_is_parted (const TzXlsxPlan *plan, int i);
/* Whether the text of cell I stands in several cells, parted or cut. */
gboolean tz_xlsx_goes_on (const TzXlsxPlan *plan, int i);
/* The part of the text of cell I, which is parted, that begins at sheet row ROW of the table:
 * bytes of TEXT, and the row behind it. */
gsize tz_xlsx_part (const TzXlsxPlan *plan, int i, const char *text, int row, int *end);
/* The text of cell I as it stands in cells, each one char *. g_ptr_array_unref. */
GPtrArray *tz_xlsx_parts (const TzXlsxPlan *plan, int i);
/* Makes rows higher where the last part of a text needs it. FALSE: none did. */
gboolean tz_xlsx_fit_parts (TzXlsxPlan *plan);

/* ---- xlsx_cells.c ---- */

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
  gboolean is_value;
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

/* ---- xlsx_sheet.c ---- */

/* A table on its sheet. */
typedef struct {
  lxw_worksheet *sheet;
  TzXlsxPlan *plan;
  int top; /* sheet row of the table's first */
} TzXlsxPlaced;

typedef struct {
  const char *name;                /* wanted; NULL: the document's title */
  const TzSized *sized;            /* NULL: paragraphs alone */
  const TzChart *chart;            /* of SIZED's values, stands below it; NULL: none */
  const GPtrArray *before, *after; /* of TzPara */
} TzXlsxContent;

void tz_xlsx_add_sheet (TzXlsx *xlsx, const TzXlsxContent *content);
/* A sheet with the instructions for filling in. */
void tz_xlsx_add_instructions (TzXlsx *xlsx, const char *text);
void tz_xlsx_placed_free (TzXlsxPlaced *placed);
/* A new worksheet with a legal name like WANTED. Lent; NULL if there is no memory. */
lxw_worksheet *tz_xlsx_new_sheet (TzXlsx *xlsx, const char *wanted);
/* SHEET's name as formulas write it: 'a''b'. g_free. */
char *tz_xlsx_quote_sheet (const char *name);

/* ---- xlsx_page.c ---- */

/* Rows are sheet rows from 0; -1: none. */
typedef struct {
  int n_rows, n_cols;
  int repeat_first, repeat_last;
  int freeze_row, freeze_col;
  int pages_wide;  /* 0, 1: one page */
  int repeat_cols; /* on each of several */
} TzXlsxExtent;

void tz_xlsx_page_setup (TzXlsx *xlsx, lxw_worksheet *sheet, const TzXlsxExtent *extent);
/* Points that a printed page has for rows. */
double tz_xlsx_page_room (const TzXlsx *xlsx);
void tz_xlsx_set_breaks (TzXlsx *xlsx, lxw_worksheet *sheet, const GArray *breaks);
/* FORM ("第 {page} 页") as a footer: place, font, codes. NULL if it is too long. g_free. */
char *tz_xlsx_footer (const char *form, TzNumberPlace place, const char *font, TzLen size);

/* ---- xlsx_fill.c ---- */

/* Whether there is something to fill in. */
gboolean tz_xlsx_has_fills (const TzGrid *grid);
/* Drop-downs, messages, colours for what is done or late, and locks. */
void tz_xlsx_add_fills (TzXlsx *xlsx, const TzXlsxPlaced *placed);
/* Locks SHEET but for cells whose format says otherwise, if the document wants so;
 * FORM: there is something to fill in. */
void tz_xlsx_protect (TzXlsx *xlsx, lxw_worksheet *sheet, gboolean form);
/* The number format in which Excel takes what is typed into such a cell. Interned, or NULL. */
const char *tz_xlsx_fill_format (TzFillKind fill);

/* ---- xlsx_figure.c ---- */

void tz_xlsx_add_exhibit (TzXlsx *xlsx, const TzExhibit *exhibit);

/* ---- xlsx_chart.c ---- */

/* Sheet rows from 0 of the table of a chart's values: its head, its first and last row
 * of values; and where the chart stands, WIDTH pixels and HEIGHT points large. */
typedef struct {
  lxw_worksheet *sheet;
  int head, first, last;
  int row, width;
  double height;
} TzXlsxChartPlace;

/* Points, as near to ROOM as the bars allow; 0: too much or nothing to draw. */
double tz_xlsx_chart_height (const TzChart *chart, double room);
void tz_xlsx_insert_chart (TzXlsx *xlsx, const TzChart *from, const TzXlsxChartPlace *place);
/* What SERIES, whose values are N cells with formulas, shows in programs that do not
 * reckon; the library itself keeps only what stands in cells without formulas. */
void tz_xlsx_keep_values (lxw_chart_series *series, const int *values, int n);

/* ---- xlsx_tally.c ---- */

typedef struct {
  int first, last; /* table rows */
} TzXlsxSpan;

typedef struct {
  char *label;
  GArray *spans; /* of TzXlsxSpan */
} TzXlsxGroup;

typedef struct {
  char *name;
  int n; /* cells that name it */
} TzXlsxUnit;

/* Columns are -1 where the table has none of that kind. */
typedef struct {
  const TzGrid *grid;
  const TzXlsxPlan *plan;
  int first; /* row of the body */
  int task_col, group_col, owner_col, state_col, deadline_col;
  GArray *groups;            /* of TzXlsxGroup, as they stand */
  GArray *units, *deadlines; /* of TzXlsxUnit; units: the busiest first */
} TzXlsxTally;

/* NULL if PLAN's table has no tasks to count. */
TzXlsxTally *tz_xlsx_tally_new (const TzXlsxPlan *plan);
void tz_xlsx_tally_free (TzXlsxTally *tally);
int tz_xlsx_count_tasks (const TzXlsxTally *tally, const TzXlsxGroup *group);
int tz_xlsx_count_state (const TzXlsxTally *tally, const TzXlsxGroup *group, const char *state);
/* Rows with something in column COL; 0 if that is -1. */
int tz_xlsx_count_cells (const TzXlsxTally *tally, int col);
/* Cells in which the texts of column COL, table rows FIRST to LAST, only go on. */
int tz_xlsx_count_rests (const TzXlsxTally *tally, int col, int first, int last);
/* Rows that name UNIT, and whose state is STATE unless that is NULL. */
int tz_xlsx_count_unit (const TzXlsxTally *tally, const char *unit, const char *state);

/* ---- xlsx_summary.c ---- */

/* Counts with live formulas over PLACED; nothing if there is nothing to count. */
void tz_xlsx_add_summary (TzXlsx *xlsx, const TzXlsxPlaced *placed);

/* ---- xlsx_identity.c ---- */

/* A hidden sheet by which the workbook is known again when it comes back: */
#define TZ_XLSX_IDENTITY "_taizhang"
/* Column A says what a row is, B its name, C its value:
 *
 *   fact    format | program | template | book | document | period | region | checksum   its value
 *   sheet   name of the sheet that the following rows are about                          its first row
 *   column  key of the column in its form                                                its number from 1
 *   row     id of the task or section                                                    its row from 1
 *   text    id, key of the column, then a text that goes on over several cells of the
 *           ledger, whole, in pieces of at most 32,767 characters
 *
 * The name taizhang_rows is the range of the first table's body (taizhang_rows_2 the
 * second's), taizhang_identity columns A to C here; both follow when rows are inserted. The checksum is the
 * CRC-32 (8 hexadecimal digits) of template, period, region and all ids in order, each with a line feed behind
 * it: it changes when rows were lost or exchanged. The same facts are custom properties of the document. */
void tz_xlsx_add_identity (TzXlsx *xlsx);

/* ---- xlsx_rows.c ---- */

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

/* ---- xlsx_splice.c ---- */

/* Puts ALL (of TzXlsxRows) into the closed book at PATH, each into its sheet. 0, or
 * the errno of a failure. */
int tz_xlsx_splice (const char *path, const GPtrArray *all);

/* ---- xlsx_verify.c ---- */

/* Whether every part of the workbook at PATH is whole. libxlsxwriter collects the
 * parts in temporary files and does not notice when the disk is too full for
 * them: it would pack half a part without a word. */
gboolean tz_xlsx_verify (const char *path);
/* The CRC-32 of a text behind one whose sum is SUM (0: none). */
guint32 tz_xlsx_sum (guint32 sum, const char *text);

#endif
