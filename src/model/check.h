/* What can be told about a ledger's cells beyond their columns: findings only. */
#ifndef TZ_MODEL_CHECK_H
#define TZ_MODEL_CHECK_H

#include "model/ledger.h"
#include "model/unit.h"

/* The warning deadline-unknown for each cell of a deadline column that is free text; the first
 * twenty are named, the rest counted. YEAR as for tz_deadline_parse. */
void tz_check_deadlines (const TzLedger *ledger, int year, TzDiag *diag);

/* unit-similar (tz_units_check_similar) over the columns of responsible and cooperating units. */
void tz_check_units (const TzLedger *ledger, const TzAliases *units, TzDiag *diag);

#endif
