/* Whether totals are the sums of their rows, where nobody said which rows these are: a reading of a total is
 * believed only if another of its figures, or another total of the table, comes out by it. */
#ifndef TZ_MODEL_TOTAL_CHECK_H
#define TZ_MODEL_TOTAL_CHECK_H

#include "base/diag.h"
#include "model/total_parts.h"

typedef struct TzSumCheck TzSumCheck;

/* The ledger must outlive it. */
TzSumCheck *tz_sum_check_new (const TzLedger *ledger);
void tz_sum_check_free (TzSumCheck *check);

/* In how many columns the total in record ROW comes out by a reading that can be believed even if a form says
 * otherwise; 0: there is none. */
int tz_sum_check_hits (const TzSumCheck *check, int row);

/* Reports what does not come out of the totals in the records marked in ASKED, and of shares (其中) that are
 * more than their whole. */
void tz_sum_check_report (const TzSumCheck *check, const gboolean *asked, TzDiag *diag);

/* The finding that total RECORD, called LABEL, says another figure in column COL than its PARTS make, which is
 * VALUE. */
void tz_sum_report (const TzLedger *ledger, int record, int col, const char *label, const char *parts,
                    const char *value, TzDiag *diag);
/* The finding that nobody has looked at total RECORD and those below. */
void tz_sum_report_unread (const TzLedger *ledger, int record, TzDiag *diag);

#endif
