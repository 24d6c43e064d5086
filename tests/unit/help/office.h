/* An office's folder for tests: files are written into it, books and CSVs in it are
 * composed, and grids and ledgers become short texts that a test can compare. */
#ifndef TEST_OFFICE_H
#define TEST_OFFICE_H

#include "compose/book/book.h"
#include "compose/form/template.h"
#include "model/load.h"

typedef struct {
  char *folder;
  TzDiag *diag;
} Office;

Office *office_new (void);
/* Removes the folder with the files in it. */
void office_free (Office *office);

/* Writes TEXT into the file NAME. */
void office_write (Office *office, const char *name, const char *text);
/* The path of NAME; lent until the next call. */
const char *office_path (Office *office, const char *name);

/* Composes document I of the book or CSV NAME. TEMPLATE (NULL: none) is a file in
 * the folder if it ends in .ini. SETS is NULL or NULL-ended. */
TzDoc *office_compose (Office *office, const char *name, int i, const char *form, const char *const *sets);

/* The table of DOC's first table block. */
const TzTable *office_table (const TzDoc *doc);
/* "a|b|<" and a line feed for each row: a cell's text, < or ^ where it goes on,
 * - where no cell was put. Line feeds inside a text show as \n. g_free. */
char *office_grid_text (const TzGrid *grid);
/* The same for the records of a ledger: "二-5 |a|^|<", "section 二|title". g_free. */
char *office_ledger_text (const TzLedger *ledger);

/* Composes a CSV with FORM (text of a template) and compares the grid and the findings. */
void assert_grid (const char *form, const char *csv, const char *grid, const char *findings);

#endif
