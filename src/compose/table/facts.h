/* What rows tell beside their texts, for summaries and colours of workbooks. */
#ifndef TZ_COMPOSE_TABLE_FACTS_H
#define TZ_COMPOSE_TABLE_FACTS_H

#include "compose/form/form.h"
#include "model/alias.h"
#include "model/ledger.h"

typedef struct TzRowFacts TzRowFacts;

/* For the records of LEDGER, whose grid is GRID. UNITS (may be NULL) are the book's names of units. All must
 * outlive it. */
TzRowFacts *tz_row_facts_new (const TzTemplate *form, const TzLedger *ledger, const TzAliases *units,
                              TzGrid *grid);
void tz_row_facts_free (TzRowFacts *facts);
/* Gives ROW of the grid, which shows RECORD, its due day and its units. */
void tz_row_facts_set (TzRowFacts *facts, int row, const TzRecord *record);

#endif
