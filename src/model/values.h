/* What the cells of a column hold, and whether they are values of one kind: a workbook that is made from them
 * never has numbers and texts in one column. */
#ifndef TZ_MODEL_VALUES_H
#define TZ_MODEL_VALUES_H

#include "model/ledger.h"
#include "read/records.h"

/* Takes what the cells of RECORDS hold besides their texts into LEDGER, which was made from them. */
void tz_ledger_take_values (TzLedger *ledger, const TzRecords *records);
/* Says for each column of LEDGER what its cells are: the last step, when all texts are known. */
void tz_ledger_settle_types (TzLedger *ledger);

#endif
