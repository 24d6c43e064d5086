/* Reads what a book knows beside the rows of its ledger. */
#ifndef TZ_COMPOSE_BOOK_FACTS_H
#define TZ_COMPOSE_BOOK_FACTS_H

#include "compose/book/data.h"
#include "compose/report/facts.h"

/* Reads [units], [regions], calendar, progress, period, as-of and start of BOOK for LEDGER, its tasks. What
 * cannot be read is a finding; LEDGER must outlive the facts. WITH_PROGRESS FALSE: LEDGER is another table of
 * the book, progress does not belong to it. */
TzFacts *tz_facts_load (const TzBook *book, const TzLedger *ledger, gboolean with_progress, TzDiag *diag);

/* All findings about LEDGER that need no layout: the same, for the facts of BOOK, which are returned. Reads
 * progress if DOCUMENT shows the book's tasks. tz_facts_free. */
TzFacts *tz_facts_check (const TzBook *book, const TzBookDocument *document, const TzLedger *ledger,
                         TzDiag *diag);

#endif
