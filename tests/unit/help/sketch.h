/* Tables drawn as text, for tests of widths, heights and page breaks. */
#ifndef TEST_SKETCH_H
#define TEST_SKETCH_H

#include "layout/flow.h"
#include "help/toy.h"

/* 10 pt hanzi in lines of 10 pt, no padding, justified. */
TzCellStyle sketch_style (void);
/* As the text of such a cell. */
TzTextStyle sketch_text_style (void);

/* A grid from its rows, one a line: a letter with the row's flags (h head, s section,
 * k keep-next, w whole, t total, . none), a blank, and the cells separated by "|".
 * "<" and "^" continue the cell to the left and above, "-" is no cell at all, "*30"
 * is a text of 30 hanzi, "\" a line feed. STYLE NULL: sketch_style. All columns are
 * fixed, WIDTH wide; change them afterwards. */
TzGrid *sketch_grid (const char *rows, TzLen width, const TzCellStyle *style);
/* N hanzi: N-1 times 一二三…, then 完. g_free. */
char *sketch_hanzi (int n);

/* A document of that one table on pages with a type area of WIDTH x HEIGHT points
 * and margins of 20 pt. */
TzDoc *sketch_doc (TzGrid *take_grid, int width, int height);
const TzTable *sketch_table (const TzDoc *doc);

/* ---- what came out ---- */

/* The texts of a page as they stand, "|" between the texts and "/" between lines. g_free. */
char *sketch_page_text (const TzPage *page);
/* All pages of LAYOUT, one a line. g_free. */
char *sketch_pages_text (const TzLayout *layout);
/* Which rows stand on which page, from 1 without the head: "1-4 5-7+ +7-9", + where
 * a row is cut. g_free. */
char *sketch_cuts_text (const TzSized *sized, const TzCuts *cuts);

#endif
