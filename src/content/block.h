/* What stands on the pages of one document, before anything has a place:
 * paragraphs and tables in order, and the page they are meant for. */
#ifndef TZ_CONTENT_BLOCK_H
#define TZ_CONTENT_BLOCK_H

#include "content/official.h"

typedef enum { TZ_BLOCK_PARA, TZ_BLOCK_TABLE, TZ_BLOCK_CHART } TzBlockKind;

typedef struct {
  TzBlockKind kind;
  union {
    TzPara *para;
    TzTable *table;
    TzChart *chart;
  };
} TzBlock;

typedef struct {
  const char *name;    /* "A3" */
  TzLen width, height; /* as the page lies */
} TzPaper;

typedef enum {
  TZ_NUMBER_NONE,
  TZ_NUMBER_CENTER,
  TZ_NUMBER_LEFT,
  TZ_NUMBER_RIGHT,
  TZ_NUMBER_OUTER
} TzNumberPlace;

/* What landscape pages are made for: they are turned where they will be bound among upright ones. */
typedef enum {
  TZ_BINDING_SCREEN, /* to be read: not turned */
  TZ_BINDING_PRINT   /* to be bound: turned up to A4 (GB/T 9704-2012, clause 8) */
} TzBinding;

typedef struct {
  int n_papers; /* one, or several to choose from: the first that serves */
  TzPaper papers[4];
  TzLen top, bottom, left, right; /* margins */
  gboolean tagged;                /* the PDF tells what its texts are (tagged PDF, ISO 32000-1, 14.8) */
  TzNumberPlace number_place;
  char *number_form; /* "第 {page} 页 共 {pages} 页" */
  TzTextStyle number_style;
  TzLen number_gap; /* from the bottom of the type area to the number's baseline */
  TzBinding binding;
  TzLen number_inset; /* between the number and the side of the type area it stands at */
} TzPageSetup;

/* What becomes of a row that is higher than Excel or a page allows. */
typedef enum {
  TZ_TALL_SPLIT,  /* it takes several rows of the worksheet */
  TZ_TALL_SHRINK, /* its text gets smaller */
  TZ_TALL_WIDEN   /* columns get wider and the printed page smaller */
} TzTall;

typedef enum {
  TZ_PROTECT_AUTO /* if there is something to fill in */,
  TZ_PROTECT_YES,
  TZ_PROTECT_NO
} TzProtect;

/* How a workbook is made, beyond what its tables say. */
typedef struct {
  char *font_names[TZ_N_ROLES]; /* as the recipients have them; NULL: the font configuration's */
  int zoom;                     /* percent; 0: Excel's own */
  TzTall tall;
  TzProtect protect;
  char *password;     /* NULL: none */
  gboolean summary;   /* a worksheet that counts tasks */
  gboolean filter;    /* buttons under the head */
  int fill_lines;     /* lines that rows to be filled in have at least */
  char *instructions; /* a worksheet of its own, one paragraph a line; NULL: none */
} TzExcelSetup;

/* Where a document comes from, so that a workbook that was sent out and came back
 * is known again. Each may be NULL. */
typedef struct {
  char *template_name, *book, *period, *region;
  char *period_words; /* as people say it: 2021年第二季度 */
} TzOrigin;

typedef struct {
  char *name; /* file name without extension */
  char *title, *author, *subject, *lang;
  gint64 date; /* seconds since 1970, written into files */
  TzOrigin origin;
  TzPageSetup page;
  TzExcelSetup excel;
  GPtrArray *blocks;    /* of TzBlock */
  TzOfficial *official; /* an official document's text; NULL: a document of blocks */
  GPtrArray *attached;  /* of TzDoc: their pages follow those of the text, page numbers go on; NULL: none */
  GPtrArray *following; /* of TzDoc: further tables of the same file. Their pages follow, page numbers go on,
                         * and each has a worksheet; NULL: none */
  GPtrArray *sheets;    /* of TzDoc: their tables are further worksheets of this one's workbook; NULL: none */
  GPtrArray *exhibits; /* of TzBlock: tables and charts for a workbook of a document that is text; NULL: none */
} TzDoc;

TzDoc *tz_doc_new (void);
void tz_doc_free (TzDoc *doc);
/* What TABLE of DOC is called in a finding: by its own name where there are several, else as the document.
 * Lent.
 */
const char *tz_doc_table_name (const TzDoc *doc, const TzTable *table);
/* TEXT is copied. The paragraph is lent; the document or table owns it. */
TzPara *tz_doc_add_para (TzDoc *doc, const char *text, const TzTextStyle *style);
TzTable *tz_doc_add_table (TzDoc *doc, TzGrid *take_grid);
/* The block is lent; DOC->exhibits owns it with what it is given. */
TzBlock *tz_doc_add_exhibit_table (TzDoc *doc, TzTable *take_table);
TzBlock *tz_doc_add_exhibit_chart (TzDoc *doc, TzChart *take_chart);
/* "A4", "A3", "B4", "letter", "16开" or "210x297mm"; turned if LANDSCAPE. FALSE if unknown. */
gboolean tz_paper_parse (const char *text, gboolean landscape, TzPaper *paper);

#endif
