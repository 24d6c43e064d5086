/* A small document and its layout, made by hand with toy measures (hanzi 1 em,
 * other characters half an em), so that outputs are tested without fonts. */
#ifndef TZ_TESTS_FIXTURE_H
#define TZ_TESTS_FIXTURE_H

#include "layout/flow.h"

/* Columns A to E. Two head rows (B1:C1 over two leaves), a section row over the
 * full width, two rows merged in A and B, E to fill in. Above: a label, a title
 * that repeats and a unit line; below: a note. Named "ledger". */
TzDoc *tz_fixture_doc (void);
/* A document with one table of N_ROWS body rows and N_COLS columns, head row first. */
TzDoc *tz_fixture_table (int n_rows, int n_cols);
/* The styles these use. */
TzCellStyle tz_fixture_style (TzCellKind kind);

/* Every column WIDTH wide, rows as high as their toy lines; N_PAGES pages with a
 * fill, a rule and a text each. Free with tz_fixture_layout_free; DOC is lent. */
TzLayout *tz_fixture_layout (const TzDoc *doc, TzLen width, int n_pages);
void tz_fixture_layout_free (TzLayout *layout);

/* A new empty folder; remove it with tz_fixture_remove. g_free. */
char *tz_fixture_folder (void);
/* Removes FOLDER with what is in it. */
void tz_fixture_remove (char *take_folder);

#endif
