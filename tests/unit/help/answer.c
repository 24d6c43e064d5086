#include "help/answer.h"

#include "base/date.h"
#include "help/findings.h"

#include <string.h>

Answer ask (const char *rows, const char *reports, const char *period, const char *as_of)
{
  Answer answer = { desk_new (rows), tz_aliases_new ("units"), NULL };
  TzStatsQuestion question = { .ledger = answer.desk->ledger, .progress = answer.desk->progress };
  if (strchr (reports, '\n')[1] != '\0') /* a CSV of titles alone is none */
    desk_add (answer.desk, "p.csv", NULL, reports);
  assert_findings (answer.desk->diag, "");
  tz_aliases_add (answer.units, "a", "国网示例公司;省电力公司", NULL, answer.desk->diag);
  question.units = answer.units;
  g_assert_true (tz_period_parse (period, &question.period));
  g_date_clear (&question.as_of, 1);
  g_date_clear (&question.start, 1);
  if (as_of)
    g_assert_true (tz_date_parse (as_of, &question.as_of));
  answer.stats = tz_stats_new (&question);
  return answer;
}

void answer_clear (Answer *answer)
{
  tz_stats_free (answer->stats);
  tz_aliases_free (answer->units);
  desk_free (answer->desk);
}
