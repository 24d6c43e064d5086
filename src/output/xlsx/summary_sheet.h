/* The sheet of a summary on its way: its columns, and rows put one below the other. */
#ifndef TZ_OUTPUT_XLSX_SUMMARY_SHEET_H
#define TZ_OUTPUT_XLSX_SUMMARY_SHEET_H

#include "output/xlsx/tally.h"
#include "output/xlsx/workbook.h"

#define TZ_SUMMARY_STATES     8    /* most states that have a column */
#define TZ_SUMMARY_ROW_HEIGHT 16.5 /* points */

typedef struct {
  TzXlsx *xlsx;
  const TzXlsxTable *table;
  const TzXlsxTally *tally;
  lxw_worksheet *sheet;
  char *quoted;  /* name of the ledger's sheet */
  char **states; /* NULL-ended */
  int n_states;
  guint32 done;         /* bits: states that mean done */
  int row;              /* next */
  int head;             /* row of the latest head: its cells name the states */
  lxw_worksheet *texts; /* hidden sheet of texts in which units are not found by their names; NULL: none */
  int n_texts;          /* its rows */
  GArray *kept;         /* of TzXlsxRowCounts: what the formulas of each row give */
  int label_pixels, count_pixels;
  double used, room;   /* points of rows so far, with what pages leave blank; of a page */
  double height;       /* points of rows and chart alone */
  lxw_row_t breaks[4]; /* rows that begin a page so that a table or the chart is whole; ends with 0 */
  int n_breaks;
  lxw_format *title, *note, *header, *label, *count, *rate, *total_label, *total, *total_rate;
} TzXlsxSummary;

void tz_summary_make_looks (TzXlsxSummary *s);

/* Columns from 0: label, count, share, one for each state, rate of completion. */
int tz_summary_rate_col (const TzXlsxSummary *s);
int tz_summary_last_col (const TzXlsxSummary *s);

/* Remembers the first failure, in column COL of the next row. */
void tz_summary_note (const TzXlsxSummary *s, lxw_error code, int col);

/* In the next row. */
void tz_summary_put_text (const TzXlsxSummary *s, int col, const char *text, lxw_format *format);
/* FORMULA with the VALUE that it has now. */
void tz_summary_put_formula (const TzXlsxSummary *s, int col, const char *formula, double value,
                             lxw_format *format);
/* The next row gets the height that LABEL needs. */
void tz_summary_start_row (TzXlsxSummary *s, const char *label);

/* Whole rows. */
void tz_summary_put_wide (TzXlsxSummary *s, const char *text, lxw_format *format, TzLen size);
void tz_summary_put_head (TzXlsxSummary *s, const char *label, const char *count);
void tz_summary_skip_row (TzXlsxSummary *s);

/* Begins a new page if what comes next would not fit on this one: HEIGHT points, or a table of the first N of
 * LABELS (TzXlsxText). */
void tz_summary_keep_together (TzXlsxSummary *s, double height);
void tz_summary_keep_table (TzXlsxSummary *s, const GArray *labels, int n);

#endif
