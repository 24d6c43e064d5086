#include "help/desk.h"

#include <string.h>

#include "help/findings.h"
#include "model/load.h"

#define TITLES(...) ((char *[]){ __VA_ARGS__, NULL })

static TzSchemaColumn columns[] = {
  { .key = "id", .titles = TITLES ("id"), .need = TZ_NEED_OPTIONAL, .means = TZ_MEANS_ID },
  { .key = "number", .titles = TITLES ("序号"), .means = TZ_MEANS_NUMBER, .merge = TZ_MERGE_DOWN },
  { .key = "name", .titles = TITLES ("任务"), .means = TZ_MEANS_NAME, .merge = TZ_MERGE_DOWN },
  { .key = "owner", .titles = TITLES ("责任单位"), .means = TZ_MEANS_OWNER },
  { .key = "deadline", .titles = TITLES ("完成时间"), .means = TZ_MEANS_DEADLINE },
};
static const TzSchema schema = { .n_columns = G_N_ELEMENTS (columns), .columns = columns };

static Desk *lay (const char *text)
{
  Desk *desk = g_new0 (Desk, 1);
  desk->diag = tz_diag_new ();
  desk->csv = tz_csv_parse (text, strlen (text), "tasks.csv", ',', desk->diag);
  g_assert_nonnull (desk->csv);
  desk->ledger = tz_ledger_load (desk->csv, &schema, desk->diag);
  g_assert_nonnull (desk->ledger);
  assert_findings (desk->diag, "");
  desk->progress = tz_progress_new (desk->ledger);
  return desk;
}

Desk *desk_new (const char *ledger)
{
  g_autofree char *text = g_strconcat ("序号,任务,责任单位,完成时间\n", ledger, NULL);
  return lay (text);
}

Desk *desk_new_with_ids (const char *ledger)
{
  g_autofree char *text = g_strconcat ("id,序号,任务,责任单位,完成时间\n", ledger, NULL);
  return lay (text);
}

void desk_free (Desk *desk)
{
  tz_progress_free (desk->progress);
  tz_ledger_free (desk->ledger);
  tz_records_free (desk->csv);
  tz_diag_free (desk->diag);
  g_free (desk);
}

void desk_add (Desk *desk, const char *name, const char *period, const char *text)
{
  TzPeriod named;
  TzRecords *csv = tz_csv_parse (text, strlen (text), name, ',', desk->diag);
  g_assert_nonnull (csv);
  g_assert_true (!period || tz_period_parse (period, &named));
  tz_progress_load (desk->progress, csv, period ? &named : NULL, desk->diag);
  tz_records_free (csv);
}
