/* Reads what a book knows beside the rows of its ledger. */
#ifndef TZ_COMPOSE_BOOK_FACTS_H
#define TZ_COMPOSE_BOOK_FACTS_H

#include "compose/book/data.h"
#include "compose/report/facts.h"

/* Reads [units], [regions], calendar, progress, period, as-of and start of BOOK for LEDGER, its tasks; the
 * files among them are read by the first call. What cannot be read is a finding; BOOK and LEDGER must outlive
 * the facts. WITH_PROGRESS FALSE: LEDGER is another table of the book, progress does not belong to it.
 * tz_facts_free. */
TzFacts *tz_facts_load (TzBook *book, const TzLedger *ledger, gboolean with_progress, TzDiag *diag);

/* Adds what the file at PATH (or FILE#SHEET) reports on the tasks. Where its records name no period, they are
 * about the one that their file or sheet is called after: 2021Q2.csv. */
void tz_facts_load_progress (TzBook *book, TzProgress *progress, const char *path, TzDiag *diag);

/* Whether PATH holds the rows that [book] tasks names, on which progress reports. */
gboolean tz_facts_is_tasks (const TzBook *book, const char *path);

#endif
