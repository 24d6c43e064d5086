/* Which rows a worksheet has, how high they are, and where its printed pages end. */
#ifndef TZ_OUTPUT_XLSX_SHEET_PLAN_H
#define TZ_OUTPUT_XLSX_SHEET_PLAN_H

#include "output/xlsx/page.h"
#include "output/xlsx/workbook.h"

#define TZ_XLSX_CHART_ROW 18.0 /* points of the rows that a chart stands on */

/* A paragraph, or the part of one that a cell can hold; or one of several texts side by side. */
typedef struct {
  const TzPara *para;
  const char *text;
  gsize n;
  TzLen size;
  TzAlign align;
  int first, n_rows; /* sheet rows */
  int col0, col1;    /* merged over these columns */
} TzXlsxParaCell;

typedef struct {
  TzXlsx *xlsx;
  const TzSized *sized; /* NULL: paragraphs alone */
  const TzChart *chart; /* of SIZED's values, below it; NULL: none */
  int chart_row;        /* sheet row of its upper edge */
  double widen;
  TzXlsxPlan *table; /* NULL: there is none */
  int n_cols;
  int pixels;           /* all columns */
  int top;              /* sheet row of the table's first */
  GArray *rows;         /* of TzXlsxRow: all so far */
  GArray *free_rows;    /* of TzXlsxRow: the table's, before merged texts keep them together */
  GArray *para_cells;   /* of TzXlsxParaCell, from above */
  GHashTable *indented; /* TzPara -> its text with blanks for its first-line indent */
  GArray *breaks;       /* as tz_xlsx_breaks */
  TzXlsxExtent extent;
} TzXlsxSheetPlan;

/* Plans the rows of S, of which XLSX, SIZED and CHART are set and all else is zero. BEFORE and AFTER are of
 * TzPara. tz_xlsx_sheet_plan_clear. */
void tz_xlsx_plan_sheet (TzXlsxSheetPlan *s, const GPtrArray *before, const GPtrArray *after);
void tz_xlsx_sheet_plan_clear (TzXlsxSheetPlan *s);

/* Rows so far; points of those from FIRST to END - 1. */
int tz_xlsx_sheet_rows (const TzXlsxSheetPlan *s);
double tz_xlsx_sheet_height (const TzXlsxSheetPlan *s, int first, int end);
/* Points of the chart: so high that a page which begins with the repeated rows can hold it, with
 * the blank row above and what the last of its rows is more than it needs. */
double tz_xlsx_sheet_chart_height (const TzXlsxSheetPlan *s);

#endif
