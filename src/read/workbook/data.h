/* The inside of a workbook, for the files that read its parts. */
#ifndef TZ_READ_WORKBOOK_DATA_H
#define TZ_READ_WORKBOOK_DATA_H

#include "read/workbook/package.h"
#include "read/workbook/workbook.h"

/* Excel's limits (rows, columns), and what a text of Excel's holds. */
enum { TZ_WORKSHEET_MAX_ROWS = 1048576, TZ_WORKSHEET_MAX_COLUMNS = 16384, TZ_WORKSHEET_MAX_CELLS = 20 << 20 };

/* A text with the parts of it that are bold. */
typedef struct {
  const char *text;  /* lent by the workbook's texts */
  guint run, n_runs; /* of the strings' runs */
} TzSharedString;

typedef struct {
  guint start, end;
} TzBoldRun;

/* A text of <si> or <is> being read: plain or in runs, without what is read aloud over hanzi (rPh). */
typedef struct {
  GString *text;
  GArray *runs;     /* of TzBoldRun */
  gboolean in_text; /* within <t> */
  gboolean bold;    /* of the run */
  int phonetic;     /* depth of rPh */
} TzRichText;

typedef struct {
  TzWorksheetStyle style;
  TzNumberFormat *format; /* lent; NULL: no cell has asked for it yet */
} TzStyleEntry;

struct TzWorkbook {
  const char *shown;
  TzTexts *texts;
  GPtrArray *sheets;   /* of TzWorksheet */
  GArray *styles;      /* of TzStyleEntry; at least one */
  GHashTable *formats; /* code -> TzNumberFormat */
  GArray *strings;     /* of TzSharedString */
  GArray *runs;        /* of TzBoldRun, of the strings */
  gboolean date_1904;
};

/* Nothing in it yet; without a style. */
TzWorkbook *tz_workbook_new (const char *shown);
/* An empty sheet called NAME; the caller's. */
TzWorksheet *tz_worksheet_new (const TzWorkbook *workbook, const char *name);
void tz_worksheet_free (TzWorksheet *sheet);
/* By row, then by column. */
void tz_worksheet_sort_merges (TzWorksheet *sheet);

void tz_rich_begin (TzRichText *rich);
void tz_rich_clear (TzRichText *rich);
/* TRUE if the element belongs to the text. */
gboolean tz_rich_start (TzRichText *rich, const char *name, const char *const *attributes);
void tz_rich_end (TzRichText *rich, const char *name);
void tz_rich_text (TzRichText *rich, const char *text, int n);
/* What _xHHHH_ stands for and CR LF are undone; the runs follow. */
void tz_rich_finish (TzRichText *rich);

/* xl/styles.xml, xl/sharedStrings.xml. FALSE with findings. */
gboolean tz_styles_read (TzWorkbook *workbook, TzPackage *package, const char *part, TzDiag *diag);
gboolean tz_strings_read (TzWorkbook *workbook, TzPackage *package, const char *part, TzDiag *diag);
/* The style that a cell without one has. */
void tz_styles_default (TzWorkbook *workbook);

/* The number format of a style, lent; with it what the style says of it becomes known. Most of those that a
 * workbook lists are never used. */
TzNumberFormat *tz_style_format (TzWorkbook *workbook, int style);

/* A worksheet's cells into SHEET. FALSE with findings. */
gboolean tz_worksheet_read (TzWorkbook *workbook, TzWorksheet *sheet, TzPackage *package, const char *part,
                            TzDiag *diag);

/* Joins what SHEET, of ours, has in several cells because of its pages; IDENTITY is its workbook's hidden
 * sheet. */
void tz_worksheet_join_parts (TzWorkbook *workbook, TzWorksheet *sheet, const TzWorksheet *identity);

/* Counts SHEET's comments, and takes back pictures that its drawings do not hold. */
void tz_worksheet_look_over (TzWorksheet *sheet, TzPackage *package, const char *part);

#endif
