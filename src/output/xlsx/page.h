/* Print set-up, panes and footer. */
#ifndef TZ_OUTPUT_XLSX_PAGE_H
#define TZ_OUTPUT_XLSX_PAGE_H

#include "output/xlsx/workbook.h"

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

#endif
