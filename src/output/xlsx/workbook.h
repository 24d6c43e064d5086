/* A workbook on its way: what all its parts share, and the tools that all of them use. */
#ifndef TZ_OUTPUT_XLSX_WORKBOOK_H
#define TZ_OUTPUT_XLSX_WORKBOOK_H

#include "output/xlsx/plan.h"

#include <xlsxwriter.h>

/* A table on its sheet. */
typedef struct {
  lxw_worksheet *sheet;
  const TzLayout *layout; /* of its document */
  TzXlsxPlan *plan;
  int top; /* sheet row of the table's first */
} TzXlsxTable;

typedef struct {
  lxw_workbook *book;
  const TzLayout *layout;
  TzPaper paper;   /* of the sheet that is being made */
  int pages_wide;  /* of its print */
  gboolean figure; /* it is of a figure: numbers with equal decimals stand in the middle */
  TzFonts *fonts;
  TzDiag *diag;
  /* The library keeps only the row being written: rows must ascend. */
  gboolean warned_of_merges; /* that a sheet has all the merges it can hold */
  gboolean constant_memory;
  const char *folder;  /* for files on the way */
  GPtrArray *rows;     /* TzXlsxRows: of long sheets */
  GHashTable *formats; /* GBytes of a TzXlsxLook → lxw_format; looked up only */
  GPtrArray *names;    /* of the sheets so far, folded */
  guint n_own; /* of TABLES: the document's own tables, and those that follow; others stand on further sheets */
  GPtrArray *tables;    /* TzXlsxTable: those so far */
  lxw_worksheet *lists; /* hidden sheet of long choice lists, or NULL */
  char *lists_name;
  int n_lists;
  lxw_error failure;   /* the first; LXW_NO_ERROR */
  char *failure_place; /* "Sheet!C7" */
} TzXlsx;

/* Remembers the first failure with its cell (from 0). */
void tz_xlsx_note (TzXlsx *xlsx, lxw_error code, const lxw_worksheet *sheet, int row, int col);

void tz_xlsx_table_free (TzXlsxTable *table);

/* A new worksheet with a legal name like WANTED. Lent; NULL if there is no memory. */
lxw_worksheet *tz_xlsx_new_sheet (TzXlsx *xlsx, const char *wanted);
/* SHEET's name as formulas write it: 'a''b'. g_free. */
char *tz_xlsx_quote_sheet (const char *name);
/* WANTED as a legal sheet name that no element of USED (folded names) equals;
 * its folded form is added to USED. g_free. */
char *tz_xlsx_sheet_name (const char *wanted, GPtrArray *used);

#endif
