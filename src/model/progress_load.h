/* CSV records become progress, with findings. */
#ifndef TZ_MODEL_PROGRESS_LOAD_H
#define TZ_MODEL_PROGRESS_LOAD_H

#include "model/progress.h"
#include "read/csv.h"

/* Adds the records of one file. PERIOD (may be NULL) is that of records that name none.
 * Errors: no column for the task (missing-column), no task in a record (missing-task), one that the
 * ledger does not have (unknown-task), no period (missing-period) or none that can be read
 * (bad-period), a percentage that is no number from 0 to 100 (bad-percent), an unknown status
 * (unknown-status), a second record for one task, region and period (duplicate-progress).
 * Warnings: status and percentage contradict each other (status-percent), neither is there
 * (missing-status), a title that is nearly one of the known ones (extra-column). Records with an
 * error are left out. Other columns are for people and are not read. */
void tz_progress_load (TzProgress *progress, const TzCsv *csv, const TzPeriod *period, TzDiag *diag);

#endif
