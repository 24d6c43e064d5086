/* CSV records become a ledger, with findings. */
#ifndef TZ_MODEL_LOAD_H
#define TZ_MODEL_LOAD_H

#include "model/ledger.h"
#include "read/csv.h"

/* SCHEMA must outlive the ledger; CSV need not. NULL when a finding is an error that
 * leaves no ledger (missing-column). Other errors (total-mismatch is a warning)
 * are in DIAG; the caller asks tz_diag_n_errors. */
TzLedger *tz_ledger_load (const TzRecords *csv, const TzSchema *schema, TzDiag *diag);

/* Whether RECORD is a section row: only its first cell is filled. */
gboolean tz_record_is_section (const TzRow *record);

#endif
