/* What the parts of the workbook writer share; for output/xlsx*.c and their
 * tests alone.
 *
 *   xlsx.c         the back end: opens, fills and closes the book
 *   xlsx_sheet.c   one worksheet: rows, cells, merges
 *   xlsx_plan.c    widths and heights as Excel counts them, tall rows cut up
 *   xlsx_break.c   where printed pages begin
 *   xlsx_page.c    print set-up, panes, footer
 *   xlsx_fill.c    drop-downs and input messages of cells to fill in
 *   xlsx_format.c  looks become cell formats
 *   xlsx_value.c   texts that may become numbers
 *   xlsx_text.c    texts as a workbook can hold them
 *   xlsx_verify.c  reads the written file back */
#ifndef TZ_OUTPUT_XLSX_H
#define TZ_OUTPUT_XLSX_H

#include "layout/flow.h"

#include <xlsxwriter.h>

/* ECMA-376 leaves these open; they are Excel's own limits. */
#define TZ_XLSX_MAX_CHARS 32767 /* UTF-16 units in a cell */
#define TZ_XLSX_MAX_FEEDS 253   /* line feeds in a cell */

typedef struct {
  lxw_workbook *book;
  const TzLayout *layout;
  TzFonts *fonts;
  TzDiag *diag;
  GHashTable *formats;  /* GBytes of a TzXlsxLook → lxw_format; looked up only */
  GPtrArray *names;     /* of the sheets so far, folded */
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
} TzXlsxLook;

TzXlsxLook tz_xlsx_look_of (const TzTextStyle *text, TzVAlign valign);
lxw_format *tz_xlsx_format (TzXlsx *xlsx, const TzXlsxLook *look);
/* As the recipients have it: the document's word, else the font set-up's. Lent. */
const char *tz_xlsx_font_name (const TzXlsx *xlsx, TzRole role);
/* Excel's line for a rule of THICKNESS, as enum lxw_format_borders. */
guint8 tz_xlsx_border (TzLen thickness);

/* ---- xlsx_text.c ---- */

/* TEXT as a string cell must hold it: "_x0041_" would be read as "A", so its
 * first underscore is written as "_x005F_" (ECMA-376 part 1, 22.9.2.19 ST_Xstring);
 * what XML cannot hold becomes U+FFFD. NULL if TEXT is right as it is; g_free. */
char *tz_xlsx_escape (const char *text);

/* Bytes of TEXT that fit one cell: at most TZ_XLSX_MAX_CHARS and
 * TZ_XLSX_MAX_FEEDS, ending after a line feed if there is one. */
gsize tz_xlsx_head_bytes (const char *text);

/* Lines that TEXT needs in a cell of WIDTH (the text's own room) with a font of
 * size EM when Excel breaks them. */
int tz_xlsx_count_lines (const char *text, gsize n_bytes, TzLen em, TzLen width);

/* WANTED as a legal sheet name that no element of USED (folded names) equals;
 * its folded form is added to USED. g_free. */
char *tz_xlsx_sheet_name (const char *wanted, GPtrArray *used);

/* ---- xlsx_value.c ---- */

/* Whether TEXT, meant as TYPE, is a value that Excel shows exactly as TEXT, with
 * at most 15 significant digits; *NUM_FORMAT is interned. */
gboolean tz_xlsx_value (const char *text, TzValueType type, double *value, const char **num_format);

/* ---- xlsx_plan.c ---- */

/* Rows and columns of one table as Excel counts them. A table row that is taller
 * than Excel allows becomes several sheet rows over which its cells are merged. */
typedef struct {
  int n_cols, n_rows, n_sheet_rows;
  int *pixels;    /* n_cols: column widths at 96 dpi */
  int *first;     /* n_rows + 1: sheet row, from 0, at which a table row begins */
  double *height; /* n_sheet_rows, in points */
} TzXlsxPlan;

TzXlsxPlan *tz_xlsx_plan_new (const TzSized *sized);
void tz_xlsx_plan_free (TzXlsxPlan *plan);
/* Sheet rows that the piece of a cut text needs at least. */
int tz_xlsx_rows_for (double height);
/* Points that N_BYTES of TEXT need in a cell of PIXELS. */
double tz_xlsx_text_height (const char *text, gsize n_bytes, const TzTextStyle *style, TzLen size, int pixels);
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

/* ---- xlsx_sheet.c ---- */

/* SIZED may be NULL: paragraphs alone. BEFORE and AFTER are of TzPara. */
void tz_xlsx_add_sheet (TzXlsx *xlsx, const TzSized *sized, const GPtrArray *before, const GPtrArray *after);

/* ---- xlsx_page.c ---- */

/* Rows are sheet rows from 0; -1: none. */
typedef struct {
  int n_rows, n_cols;
  int repeat_first, repeat_last;
  int freeze_row, freeze_col;
} TzXlsxExtent;

void tz_xlsx_page_setup (TzXlsx *xlsx, lxw_worksheet *sheet, const TzXlsxExtent *extent);
/* Points that a printed page has for rows. */
double tz_xlsx_page_room (const TzXlsx *xlsx);
void tz_xlsx_set_breaks (TzXlsx *xlsx, lxw_worksheet *sheet, const GArray *breaks);
/* FORM ("第 {page} 页") as a footer: place, font, codes. NULL if it is too long. g_free. */
char *tz_xlsx_footer (const char *form, TzNumberPlace place, const char *font, TzLen size);

/* ---- xlsx_fill.c ---- */

/* Drop-downs and input messages for the cells of SIZED, whose first sheet row is TOP. */
void tz_xlsx_add_fills (TzXlsx *xlsx, lxw_worksheet *sheet, const TzSized *sized, const TzXlsxPlan *plan,
                        int top);
/* The number format in which Excel takes what is typed into such a cell. Interned, or NULL. */
const char *tz_xlsx_fill_format (TzFillKind fill);

/* ---- xlsx_verify.c ---- */

/* Whether every part of the workbook at PATH is whole. libxlsxwriter collects the
 * parts in temporary files and does not notice when the disk is too full for
 * them: it would pack half a part without a word. */
gboolean tz_xlsx_verify (const char *path);

#endif
