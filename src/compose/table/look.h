/* The columns of a ledger's grid and the styles of its cells, from a form. */
#ifndef TZ_COMPOSE_TABLE_LOOK_H
#define TZ_COMPOSE_TABLE_LOOK_H

#include "compose/form/form.h"
#include "model/ledger.h"

/* One of each array for every column of the ledger; styles are indices of the grid's. */
typedef struct {
  const TzFormColumn **columns; /* the form's */
  int *body, *total;
  int *banded;        /* of every second row; NULL: no bands */
  int section, label; /* of section headings, and of the labels of totals */
} TzTableLook;

/* Fills LOOK, and GRID with its columns and styles; GRID has as many columns as LEDGER. */
void tz_table_look_init (TzTableLook *look, const TzTemplate *form, const TzLedger *ledger, TzGrid *grid);
/* Frees what LOOK holds, not GRID. */
void tz_table_look_clear (TzTableLook *look);

/* How many full-width blanks stand before TEXT as its level in a hierarchy. *N_BYTES is what is not printed of
 * its beginning: those blanks, or the two with which a paragraph begins, which are no level. */
int tz_table_indent (const char *text, gsize *n_bytes);
/* STYLE of GRID for a text N ems from the left: a label in its hierarchy stands on the left. What stands at
 * the right stays there. */
int tz_table_indented_style (TzGrid *grid, int style, int n);

/* STYLE of GRID for a text in the middle, if it would fill its lines. */
int tz_table_centred_style (TzGrid *grid, int style);

/* The style of a cell of KIND that looks as FROM says; it holds text and takes nothing. */
TzCellStyle tz_table_cell_style (const TzFormStyle *from, TzCellKind kind);

#endif
