/* Merged cells of a workbook's body are the truth: what they cover goes on, and nothing else does. */
#ifndef TZ_MODEL_MERGED_H
#define TZ_MODEL_MERGED_H

#include "model/ledger.h"
#include "read/records.h"

/* Whether cells of RECORDS that are data are merged. If none is, blanks must tell, as in a CSV. */
gboolean tz_records_are_merged (const TzRecords *records);
/* Marks in COLUMNS, one for each of RECORDS, those in which a cell is merged over several records. */
void tz_records_mark_merged_down (const TzRecords *records, gboolean *columns);

/* What the cell of record I in COLUMN shows, or the merged cell that covers it, which may begin in another row.
 * Lent. */
const char *tz_records_merged_text (const TzRecords *records, int i, int column);

/* Joins the cells of LEDGER, which was made from RECORDS, as these are merged. */
void tz_ledger_take_merges (TzLedger *ledger, const TzRecords *records);

#endif
