/* The text of a report, whatever somebody writes into it. */
#include "compose/report/prose/prose.h"
#include "model/load.h"
#include "model/progress_load.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

#define TITLES(...) ((char *[]){ __VA_ARGS__, NULL })

static TzSchemaColumn columns[] = {
  { .key = "number", .titles = TITLES ("序号"), .means = TZ_MEANS_NUMBER },
  { .key = "name", .titles = TITLES ("任务"), .means = TZ_MEANS_NAME },
  { .key = "owner", .titles = TITLES ("责任单位"), .means = TZ_MEANS_OWNER },
  { .key = "deadline", .titles = TITLES ("完成时间"), .means = TZ_MEANS_DEADLINE },
};
static const TzSchema schema = { .n_columns = G_N_ELEMENTS (columns), .columns = columns };

static const char tasks[] =
    "序号,任务,责任单位,完成时间,备注\n一、办电,,,,\n1,甲,某局、某委,2021年6月底前,x\n2,乙,某局,每季度末,\n"
    "二、保障,,,,\n1,丙,某委,3天,\n";
static const char reports[] =
    "period,task,region,status,percent,done,problems,next\n2021Q1,一-1,东江市,推进中,10,,,\n"
    "2021Q2,一-1,东江市,推进中,60,做了。,缺人,招人\n2021Q2,一-1,南湖市,已完成,100,完了,缺人,\n"
    "2021Q2,二-1,,已销号,100,\"一\n二\",,\n";

typedef struct {
  TzDiag *diag;
  TzRecords *tasks, *reports;
  TzLedger *ledger;
  TzProgress *progress;
  TzStats *stats;
  TzIni *ini;
} Facts;

static Facts *facts_new (void)
{
  Facts *facts = g_new0 (Facts, 1);
  facts->diag = tz_diag_new ();
  facts->tasks = tz_csv_parse (tasks, strlen (tasks), "tasks.csv", ',', facts->diag);
  facts->reports = tz_csv_parse (reports, strlen (reports), "reports.csv", ',', facts->diag);
  facts->ledger = tz_ledger_load (facts->tasks, &schema, facts->diag);
  facts->progress = tz_progress_new (facts->ledger);
  tz_progress_load (facts->progress, facts->reports, NULL, facts->diag);
  TzStatsQuestion question = { .ledger = facts->ledger, .progress = facts->progress };
  tz_period_parse ("2021Q2", &question.period);
  g_date_clear (&question.as_of, 1);
  g_date_clear (&question.start, 1);
  facts->stats = tz_stats_new (&question);
  facts->ini = tz_ini_new ("book.ini");
  tz_ini_put (facts->ini, "book", "", "organ", "某局");
  return facts;
}

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static Facts *facts; /* the same for every text */
  g_autofree char *text = g_strndup ((const char *)data, size);
  if (!g_utf8_validate (text, -1, NULL))
    return 0; /* texts are decoded before */
  if (!facts)
    facts = facts_new ();
  TzProseSource source = { .stats = facts->stats,
                           .ledger = facts->ledger,
                           .progress = facts->progress,
                           .ini = facts->ini,
                           .ledger_title = "某台账" };
  TzDiag *diag = tz_diag_new ();
  g_autoptr (TzFilledText) told = tz_prose_expand (text, "report.txt", &source, diag);
  g_assert_true (told || tz_diag_n_errors (diag) > 0);
  if (told) {
    guint n = 0;
    for (const char *p = told->text->str; *p != '\0'; n++)
      p = *(p = strchrnul (p, '\n')) == '\0' ? p : p + 1;
    g_assert_true (g_utf8_validate (told->text->str, -1, NULL));
    g_assert_cmpuint (told->lines->len, ==, n);
  }
  tz_diag_free (diag);
  return 0;
}
