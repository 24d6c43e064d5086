/* A ledger, or any table, becomes a grid in the shape that a form prescribes. */
#ifndef TZ_COMPOSE_TABLE_GRID_H
#define TZ_COMPOSE_TABLE_GRID_H

#include "compose/form/form.h"
#include "model/alias.h"
#include "model/ledger.h"

/* LEDGER was loaded with FORM's schema; UNITS (may be NULL) are the book's names of units, NUMBERS (may be
 * NULL) those of the columns of the file, as TzAround has them. The grid shares the ledger's texts and
 * may outlive it, and FORM. tz_grid_free. */
TzGrid *tz_ledger_grid (const TzTemplate *form, const TzLedger *ledger, const TzAliases *units,
                        const char *const *numbers);

/* The part of tz_ledger_grid that makes the head: rows of cells from the header
 * paths of COLUMNS, one for each column of the still empty GRID. A text shared by
 * neighbours is one cell, one that has nothing below it reaches down to the body, or to the row of
 * NUMBERS, one for each column; NULL: there is none. */
void tz_head_rows (TzGrid *grid, const TzFormColumn *const *columns, const char *const *numbers,
                   const TzCellStyle *style);

#endif
