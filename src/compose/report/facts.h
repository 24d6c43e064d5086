/* What a book knows beside the rows of its ledger: spellings of units, working days,
 * progress, the period and the day that counts as today. */
#ifndef TZ_COMPOSE_REPORT_FACTS_H
#define TZ_COMPOSE_REPORT_FACTS_H

#include "model/stats.h"

typedef struct {
  const TzAliases *units, *regions; /* spellings; without a line where the book lists none. Lent by the book */
  const TzCalendar *calendar;       /* lent by the book; NULL: weekends only */
  TzProgress *progress;             /* NULL where the book names none */
  gboolean has_period;
  TzPeriod period;    /* [book] period, else the last period reported on, else none */
  GDate as_of, start; /* [book] as-of, start; not valid where it does not say */
  GPtrArray *files;   /* of char *: paths of the progress that was read */
} TzFacts;

void tz_facts_free (TzFacts *facts);

/* What is asked of tz_stats_new for these facts. */
TzStatsQuestion tz_facts_question (const TzFacts *facts, const TzLedger *ledger);

/* The year that 今年 and "5月15日前" mean; 0: not known. */
int tz_facts_year (const TzFacts *facts);

/* What is wrong with LEDGER by these facts: deadlines, and names of units that look alike. */
void tz_facts_check_ledger (const TzFacts *facts, const TzLedger *ledger, TzDiag *diag);

#endif
