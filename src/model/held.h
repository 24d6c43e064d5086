/* Sums of what a workbook's cells hold, of which the table shows rounded figures. */
#ifndef TZ_MODEL_HELD_H
#define TZ_MODEL_HELD_H

#include "model/ledger_data.h"

typedef struct {
  const TzLedgerCell *bad;                /* is no number, so that there is no sum; NULL: there is one */
  gboolean agrees;                        /* with the total as it is shown */
  char computed[G_ASCII_DTOSTR_BUF_SIZE]; /* the sum with as many digits as the total shows */
} TzHeldSum;

/* Adds up column COL over records FIRST to LAST-1, but headings and totals, for its total CELL. FALSE: the
 * total is no number, or neither it nor any of the cells is known from a workbook, so that their texts are all
 * there is. */
gboolean tz_held_sum (const TzLedger *ledger, int col, const TzLedgerCell *cell, int first, int last,
                      TzHeldSum *sum);

/* What CELL holds: of a workbook's number that itself, else what its text says, percentages in hundredths.
 * FALSE: no number. */
gboolean tz_held_number (const TzLedger *ledger, const TzLedgerCell *cell, double *number);

/* Whether COMPUTED is what CELL holds or says, but for the rounding of what it shows; FALSE, too, where it is
 * no number. */
gboolean tz_held_agrees (const TzLedger *ledger, const TzLedgerCell *cell, double computed);

#endif
