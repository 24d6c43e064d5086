/* CSV records become progress, with findings. */
#ifndef TZ_MODEL_PROGRESS_LOAD_H
#define TZ_MODEL_PROGRESS_LOAD_H

#include "model/progress.h"
#include "read/csv.h"

/* The columns that a file of progress may have, for tz_tables_find: that of the task is required. */
const TzSchema *tz_progress_schema (void);
/* Whether a column of RECORDS names tasks. */
gboolean tz_progress_names_tasks (const TzRecords *records);

/* Adds the records of one file. Rows of totals that name no task are passed over. PERIOD (may be NULL) is that
 * of records that name none. Errors: no column for the task, for the period (and PERIOD NULL), or for status
 * and percentage (missing-column), no task in a record (missing-task), one that the ledger does not have
 * (unknown-task), no period (missing-period), none that can be read (bad-period) or one out of range
 * (period-range, tz_progress_set_range), a percentage that is no number from 0 to 100 (bad-percent), an unknown
 * status (unknown-status), status and percentage that contradict each other (status-percent), a second,
 * different record for one task, region and period (duplicate-progress), more regions than there can be
 * (too-many-regions).
 * Warnings: the same record again (duplicate-progress), a period that is later than the last (period-range),
 * neither status nor percentage (missing-status), a title that is nearly one of the known ones
 * (extra-column). Records with an error are left out. Other columns are for people and are not read. */
void tz_progress_load (TzProgress *progress, const TzRecords *csv, const TzPeriod *period, TzDiag *diag);

#endif
