/* The sized table: a grid with column widths, row heights and broken texts. The
 * second product. Workbooks are written from it, pages are cut from it. */
#ifndef TZ_LAYOUT_TABLE_TABLE_H
#define TZ_LAYOUT_TABLE_TABLE_H

#include "content/block.h"
#include "layout/table/column.h"
#include "layout/measure.h"
#include "layout/page.h"

#define TZ_LONG_TABLE 2000 /* rows: a page more or less does not show any more */

typedef struct {
  const TzTable *table;
  const TzGrid *grid;
  int n_cols, n_rows;
  TzLen *x;               /* n_cols + 1 column edges from 0; x[n_cols] is the table's width */
  TzLen *height;          /* n_rows; NULL if the table will not be drawn */
  const TzLines **lines;  /* one per cell of the grid; if it will not be drawn, of those that shrink */
  const TzLines **corner; /* one per cell, NULL but for diagonal heads; the array is NULL if there are none */
  TzLen *anchor;          /* n_cols: where decimal points stand, from the column's left edge; -1: nowhere */
  guint32 *nodes;         /* one per cell, of the pages' structure; NULL: none */
  TzCellStyle *tight;     /* the grid's styles, set tighter; NULL: as they are */
} TzSized;

/* How much closer a table may be set so that it takes a page less. In hundredths of what the form says. */
typedef struct {
  int pad, pitch; /* above and below the text of a cell; from line to line */
} TzTightness;

/* Breaks every text for the column EDGES (taken) and finds the rows' heights. TABLE and what MEASURE
 * lends must outlive it. tz_sized_free. */
TzSized *tz_sized_new (const TzTable *table, TzLen *take_edges, const TzMeasure *measure);
/* The same, set tighter. */
TzSized *tz_sized_new_tight (const TzTable *table, TzLen *take_edges, const TzTightness *tightness,
                             const TzMeasure *measure);
/* The same for a table that will not be drawn: edges, and the size of texts that
 * shrink to fit them. */
TzSized *tz_sized_new_undrawn (const TzTable *table, TzLen *take_edges, const TzMeasure *measure);
void tz_sized_free (TzSized *sized);

/* How CELL is set. */
const TzCellStyle *tz_sized_style (const TzSized *sized, const TzCell *cell);

/* Height of N lines of CELL with its padding. */
TzLen tz_sized_height_of (const TzSized *sized, const TzCell *cell, int n);

/* The width that CELL has for its text. */
TzLen tz_sized_text_width (const TzSized *sized, const TzCell *cell);

/* The left edge of LINES as CELL's text, from the table's left edge. */
TzLen tz_sized_text_x (const TzSized *sized, const TzCell *cell, const TzLines *lines);

/* ---- cutting ---- */

/* The height that rows have on the pages; what stands above them and their head is taken off. */
typedef struct {
  TzLen first, later; /* on the first page and on all others */
  TzLen notes;        /* kept free after the last row */
} TzRoom;

/* A row, or a part of one, as it stands on one page. */
typedef struct {
  int row;
  TzLen height;
  gboolean cut_above, cut_below; /* goes on from, or to, another page */
} TzPart;

/* Instead of a number of lines: the cell is the number or name of a row that the page's end cuts, and stands
 * whole on both pages. */
enum { TZ_SAID_AGAIN = -1 };

/* The rows on one page, and for every column how many lines of the cell that
 * covers it were set before: at the first row, and after the last one. */
typedef struct {
  int first, n;        /* of TzCuts.parts */
  int *before, *after; /* n_cols each */
} TzSlice;

typedef struct {
  GArray *parts;  /* TzPart */
  GArray *slices; /* TzSlice, one a page */
} TzCuts;

/* Where the pages end, chosen over the whole table: as few pages as there can be, each filled to nine tenths;
 * then as few short parts of cut rows, cuts, split merged cells and blank ends. Every page has at least a part
 * of a row. At least one slice, even without rows. */
TzCuts *tz_cuts_new (const TzSized *sized, const TzRoom *room);
void tz_cuts_free (TzCuts *cuts);

/* Whether the text of CELL, a merged one, is repeated on every page that the cell stands on; if not it
 * goes on from page to page. */
gboolean tz_cell_repeats (const TzSized *sized, const TzCell *cell);
/* How many lines of CELL must stand together: all of a short text of a merged cell,
 * else one. */
int tz_cell_least_lines (const TzSized *sized, const TzCell *cell);

/* ---- drawing ---- */

/* Draws slice NUMBER of CUTS with its upper left corner at X, Y; with the head
 * rows if HEAD. Returns the height drawn. */
TzLen tz_table_draw (const TzSized *sized, const TzCuts *cuts, int number, gboolean head, TzPage *page, TzLen x,
                     TzLen y, const TzMeasure *measure);

/* Height of the head rows. */
TzLen tz_sized_head_height (const TzSized *sized);

/* The texts of SIZED, when drawn, are those of CELLS: the structure's nodes of the cells of WHOLE (NULL:
 * there is no structure). Each node is taken once and cleared in CELLS, so that of several panels
 * of WHOLE the first that shows a cell has its node, and what later panels repeat has none. */
void tz_sized_take_nodes (TzSized *sized, const TzGrid *whole, guint32 *cells);

#endif
