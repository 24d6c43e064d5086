/* CSV records become a ledger, with findings. */
#ifndef TZ_MODEL_LOAD_H
#define TZ_MODEL_LOAD_H

#include "model/ledger.h"
#include "read/csv.h"

/* SCHEMA must outlive the ledger; CSV need not. NULL when a finding is an error that
 * leaves no ledger (missing-column). Other errors (total-mismatch is a warning)
 * are in DIAG; the caller asks tz_diag_n_errors. */
TzLedger *tz_ledger_load (const TzRecords *csv, const TzSchema *schema, TzDiag *diag);

/* Whether there are headings among RECORDS: if all of them have their first cell alone, they are names in a
 * form that waits to be filled in, not headings of sections without tasks. */
gboolean tz_records_have_headings (const TzRecords *records);
/* Whether record I is one; HEADINGS as tz_records_have_headings says. */
gboolean tz_record_is_heading (const TzRecords *records, int i, gboolean headings);
/* Whether record I begins with 其中 and has figures: a part of the row above, no row by itself. */
gboolean tz_record_is_share (const TzRecords *records, int i);

#endif
