/* A ledger, or any table, becomes a grid in the shape that a form prescribes. */
#ifndef TZ_COMPOSE_TABLE_GRID_H
#define TZ_COMPOSE_TABLE_GRID_H

#include "compose/form/form.h"
#include "model/alias.h"
#include "model/ledger.h"

/* LEDGER was loaded with FORM's schema; UNITS (may be NULL) are the book's names of units. The
 * grid shares the ledger's texts and may outlive it, and FORM. tz_grid_free. */
TzGrid *tz_ledger_grid (const TzTemplate *form, const TzLedger *ledger, const TzAliases *units);

/* The part of tz_ledger_grid that makes the head: rows of cells from the header
 * paths of COLUMNS, one for each column of the still empty GRID. A text shared by
 * neighbours is one cell, one that has nothing below it reaches down to the body. */
void tz_head_rows (TzGrid *grid, const TzFormColumn *const *columns, const TzCellStyle *style);

#endif
