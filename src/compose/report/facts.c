#include "compose/report/facts.h"

#include "model/check.h"

void tz_facts_free (TzFacts *facts)
{
  if (!facts)
    return;
  tz_progress_free (facts->progress);
  g_ptr_array_unref (facts->files);
  g_free (facts);
}

TzStatsQuestion tz_facts_question (const TzFacts *facts, const TzLedger *ledger)
{
  TzStatsQuestion question = { .ledger = ledger,
                               .progress = facts->progress,
                               .units = facts->units,
                               .calendar = facts->calendar,
                               .period = facts->period,
                               .as_of = facts->as_of,
                               .start = facts->start };
  return question;
}

int tz_facts_year (const TzFacts *facts)
{
  if (g_date_valid (&facts->start))
    return g_date_get_year (&facts->start);
  return facts->has_period ? facts->period.year : 0;
}

void tz_facts_check_ledger (const TzFacts *facts, const TzLedger *ledger, TzDiag *diag)
{
  tz_check_deadlines (ledger, tz_facts_year (facts), diag);
  tz_check_units (ledger, facts->units, diag);
}
