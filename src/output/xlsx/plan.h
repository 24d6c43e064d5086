/* Widths and heights as Excel counts them; tall rows are cut up. */
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

#endif
