/* Widths and heights as Excel counts them; tall rows become several sheet rows. */
#ifndef TZ_OUTPUT_XLSX_PLAN_H
#define TZ_OUTPUT_XLSX_PLAN_H

#include "layout/layout.h"
#include "output/xlsx/text.h"

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
 * row that no page can hold is split: its long texts go on from cell to cell. */
typedef struct {
  const TzSized *sized;
  TzXlsxSpace space;
  int n_cols, n_rows, n_sheet_rows;
  int n_split, n_tall;    /* table rows that are split; that are higher than Excel allows */
  double room, limit;     /* points a page has below the head; the highest sheet row */
  double slice;           /* the highest sheet row of a split row */
  int *pixels;            /* n_cols: column widths at 96 dpi */
  int *first;             /* n_rows + 1: sheet row, from 0, at which a table row begins */
  guint8 *split;          /* n_rows */
  double *height;         /* n_sheet_rows, in points */
  GArray *breaks;         /* of int: its sheet rows at which a page begins; NULL: not known beforehand */
  gboolean has_fragments; /* texts go on behind breaks */
} TzXlsxPlan;

TzXlsxPlan *tz_xlsx_plan_new (const TzSized *sized, const TzXlsxSpace *space);
void tz_xlsx_plan_free (TzXlsxPlan *plan); /* NULL: nothing */
int tz_xlsx_area_pixels (const TzXlsxPlan *plan, const TzCell *cell);
/* What cell I holds that is no text: what the grid says, else what its text is in a column of its type. FALSE:
 * it is a text. */
gboolean tz_xlsx_value (const TzGrid *grid, int i, double *value, const char **num_format);
/* Excel's steps for the indent of STYLE: one an em. */
int tz_xlsx_indent (const TzCellStyle *style);
/* Size and weight of the text of cell I. */
TzXlsxType tz_xlsx_type (const TzXlsxPlan *plan, int i);
/* Whether the text of cell I goes on in cells below wherever they end (a text too long for a cell, a split row
 * whose pages are not planned); bytes of TEXT, the text that is left, in the next slice. */
gboolean tz_xlsx_is_sliced (const TzXlsxPlan *plan, int i);
gsize tz_xlsx_slice (const TzXlsxPlan *plan, int i, const char *text);
/* Bytes of TEXT, or the rest of it, of cell I that stand in an area of HEIGHT points. */
gsize tz_xlsx_lines_within (const TzXlsxPlan *plan, int i, const char *text, double height);
/* Whole pixels of LENGTH, with columns WIDEN times as wide as in print. */
int tz_xlsx_pixels (TzLen length, double widen);
/* Sheet rows that HEIGHT takes. */
int tz_xlsx_rows_for (double height);
/* Points that N_BYTES of TEXT need in a cell of PIXELS. */
double tz_xlsx_text_height (const char *text, gsize n_bytes, TzXlsxType type, int pixels);
/* Points that TEXT, or the rest of it, of cell I needs there. */
double tz_xlsx_need_of_text (const TzXlsxPlan *plan, int i, const char *text);
/* Points of the table's sheet rows FIRST to END - 1. */
double tz_xlsx_rows_height (const TzXlsxPlan *plan, int first, int end);
/* HEIGHT as a row can have it: whole pixels, never Excel's default (15 pt means
 * "not set" and would be fitted anew), never above 409 pt. */
double tz_xlsx_row_height (double height);

#endif
