/* What check says about deadlines, units, working days and progress of a book. */
#include "compose/book/facts.h"
#include "help/findings.h"
#include "model/check.h"
#include "help/office.h"

#include <string.h>

#define TASKS "序号,任务名称,责任单位,完成时限\n1,压时间,省能源局,2021年6月底前\n2,压成本,省电力公司,每季度末\n"

static Office *office_with (const char *book)
{
  Office *office = office_new ();
  office_write (office, "tasks.csv", TASKS);
  office_write (office, "p-2.csv", "period,task,status\n2021Q2,1,推进中\n");
  office_write (office, "p-1.csv", "period,task,status\n2021Q1,1,未启动\n");
  office_write (office, "2021Q3.csv", "task,status\n2,已完成\n");
  office_write (office, "book.ini", book);
  return office;
}

/* Composes the book and compares findings; with an error there is no document. */
static void check (const char *book, const char *findings)
{
  Office *office = office_with (book);
  TzDoc *doc = office_compose (office, "book.ini", 0, NULL, NULL);
  assert_findings (office->diag, findings);
  g_assert_true ((doc == NULL) == (tz_diag_n_errors (office->diag) > 0));
  tz_doc_free (doc);
  office_free (office);
}

#define BOOK "[book]\ntemplate = ledger\ntasks = tasks.csv\n"

static void test_quiet (void)
{
  check (BOOK "progress = p-*.csv; 2021Q3.csv\nperiod = 2021年三季度\nas-of = 2021-09-30\nstart = 2021-01-01\n"
              "[units]\n省能源局 = 能源局\n",
         "");
  check (BOOK "period = 随便什么\n", "");
}

static void test_progress_faults (void)
{
  check (BOOK "progress = p-*.csv\nperiod = 第二期\nas-of = 月底\n",
         "warning bad-period 5:10; warning bad-date 6:9");
  check (BOOK "progress = q-*.csv\n", "warning no-progress 4:12");
  check (BOOK "progress = p-1.csv; nowhere.csv\n", "error file-missing 4:12");
  check (BOOK "calendar = nowhere.ini\n", "error file-missing 4:12");
  check (BOOK "progress = p-*.csv\nstart = 2021-04-01\n", "error period-range 2:1 A2");
  check (BOOK "progress = p-*.csv\nperiod = 2021Q1\n", "warning period-range 2:1 A2");
}

static void test_unknown_task (void)
{
  Office *office = office_with (BOOK "progress = bad.csv\n");
  office_write (office, "bad.csv", "period,task,status\n2021Q2,7,推进中\n");
  g_assert_null (office_compose (office, "book.ini", 0, NULL, NULL));
  assert_findings (office->diag, "error unknown-task 2:8 B2");
  g_assert_true (g_str_has_suffix (tz_diag_get (office->diag, 0)->place.file, "bad.csv"));
  office_free (office);
}

/* Files are read in the order of their names; one that is called after a period reports on it. */
static void test_load (void)
{
  Office *office = office_with (BOOK "progress = p-*.csv; 2021Q3.csv\n[units]\ngrid = 国网公司; 省电力公司\n");
  TzBook *book = tz_book_load (office_path (office, "book.ini"), NULL, office->diag);
  const TzBookDocument *document = book->documents->pdata[0];
  TzRecords *csv = tz_csv_load (document->data, document->data, NULL, office->diag);
  TzLedger *ledger = tz_ledger_load (csv, tz_template_schema (document->form), office->diag);
  TzFacts *facts = tz_facts_load (book, ledger, TRUE, office->diag);
  g_assert_cmpint (tz_progress_n_records (facts->progress), ==, 3);
  g_assert_true (g_str_has_suffix (tz_progress_record (facts->progress, 0)->place.file, "p-1.csv"));
  g_assert_true (facts->has_period);
  g_autofree char *period = tz_period_to_string (&facts->period);
  g_assert_cmpstr (period, ==, "2021Q3");
  g_assert_true (tz_calendar_knows (facts->calendar, 2021));
  TzStatsQuestion question = tz_facts_question (facts, ledger);
  TzStats *stats = tz_stats_new (&question);
  g_assert_cmpint (tz_tally_done (tz_stats_total (stats)), ==, 1);
  g_assert_cmpstr (tz_stats_group (stats, TZ_BY_UNIT, 1)->name, ==, "国网公司");
  tz_stats_free (stats);
  tz_facts_free (facts);
  tz_ledger_free (ledger);
  tz_records_free (csv);
  tz_book_free (book);
  assert_findings (office->diag, "");
  office_free (office);
}

/* How many records the progress in NAME has, with TEXT in it; findings as assert_findings wants them. */
static int count_records (const char *name, const char *text, const char *findings)
{
  Office *office = office_with (BOOK);
  office_write (office, name, text);
  TzBook *book = tz_book_load (office_path (office, "book.ini"), NULL, office->diag);
  const TzBookRows *tasks = tz_book_tasks (book, office->diag);
  TzProgress *progress = tz_progress_new (tasks->model->ledger);
  tz_facts_load_progress (book, progress, office_path (office, name), office->diag);
  int n = tz_progress_n_records (progress);
  assert_findings (office->diag, findings);
  tz_progress_free (progress);
  tz_book_free (book);
  office_free (office);
  return n;
}

/* Title and entries above the head and what stands below the records are no reports; findings keep their
 * places. */
static void test_progress_as_offices_have_it (void)
{
  static const char above[] = "附件1,,,,\n任务进展情况表,,,,\n填报单位：县能源局,,,填报日期：,2021-07-02\n";
  static const char head[] = "报送期,任务编号,状态,完成率,完成情况\n";
  static const char below[] = "合计,,,,\n注：完成率按件数。,,,,\n填表人：钱某,,,审核人：郑某,\n";
  g_autofree char *good =
      g_strconcat (above, head, "2021Q2,1,推进中,60,甲\n2021Q2,2,已完成,100,乙\n", below, NULL);
  g_autofree char *bad =
      g_strconcat (above, head, "2021Q2,1,推进中,60,甲\n2021Q2,7,已完成,100,乙\n", below, NULL);
  g_assert_cmpint (count_records ("reports.csv", good, "note table-recognised 1"), ==, 2);
  g_assert_cmpint (count_records ("reports.csv", bad, "note table-recognised 1; error unknown-task 6:8 B6"), ==,
                   1);
  g_autofree char *plain = g_strconcat (head, "2021Q2,1,推进中,60,甲\n注：甲。,,,,\n", NULL);
  g_assert_cmpint (count_records ("reports.csv", plain, "note table-recognised 1"), ==, 1);
}

/* A head of two levels; the file's name is the period. */
static void test_progress_with_levels (void)
{
  g_assert_cmpint (
      count_records (
          "2021Q2.csv",
          "任务进展情况表,,,\n任务编号,进展,,备注\n,完成状态,进展情况,\n1,推进中,甲,\n2,已完成,乙,\n",
          "note table-recognised 1"),
      ==, 2);
}

/* Progress is about the book's tasks, not about its other tables. */
static void test_other_table (void)
{
  Office *office = office_with (BOOK "progress = p-*.csv\n[document other]\nkind = ledger\ndata = other.csv\n");
  office_write (office, "other.csv", "序号,任务名称\n7,别的\n");
  TzDoc *doc = office_compose (office, "book.ini", 0, NULL, NULL);
  g_assert_nonnull (doc);
  tz_doc_free (doc);
  office_free (office);
}

static void test_calendar (void)
{
  Office *office = office_with (BOOK "calendar = days.ini\n");
  office_write (office, "days.ini", "[days-off]\n2021 = 7.1, 7.32\n[days-of]\n2021 = 7.2\n");
  g_assert_null (office_compose (office, "book.ini", 0, NULL, NULL));
  assert_findings (office->diag, "error bad-calendar 2:8; error unknown-section 3:1");
  office_free (office);
}

/* Names that look alike are told of, unless [units] has both. */
static void test_units (void)
{
  static const char tasks[] = "序号,任务名称,责任单位\n1,甲,县发改局、县供电公司\n2,乙,县发展改革局\n";
  for (int with_units = 0; with_units < 2; with_units++) {
    Office *office = office_with (with_units ? BOOK "[units]\n县发改局 = 县发展改革局\n" : BOOK);
    office_write (office, "tasks.csv", tasks);
    tz_doc_free (office_compose (office, "book.ini", 0, NULL, NULL));
    assert_findings (office->diag, with_units ? "" : "warning unit-similar 3:5 C3");
    office_free (office);
  }
  check (BOOK "[units]\na = 甲局; 乙局\nb = 丙局; 乙局\n", "error alias-twice 6:1");
}

/* Spellings of regions, told apart from those of units. */
static void test_regions (void)
{
  Office *office = office_with (BOOK "progress = r.csv\n[regions]\ndj = 东江市; 东江\n");
  office_write (office, "r.csv",
                "period,task,region,status\n2021Q2,1,东江,推进中\n2021Q2,2,东江市,推进中\n"
                "2021Q2,2,动江市,推进中\n");
  tz_doc_free (office_compose (office, "book.ini", 0, NULL, NULL));
  assert_findings (office->diag, "warning region-similar 4:10 C4");
  office_free (office);
  check (BOOK "progress = p-*.csv\n[regions]\na = 甲市; 乙市\nb = 丙市; 乙市\n", "error alias-twice 7:1");
}

/* ── deadlines ───────────────────────────────────────────────────────────── */

static void check_tasks (const char *tasks, const char *findings)
{
  Office *office = office_with (BOOK);
  office_write (office, "tasks.csv", tasks);
  tz_doc_free (office_compose (office, "book.ini", 0, NULL, NULL));
  assert_findings (office->diag, findings);
  office_free (office);
}

static void test_deadlines (void)
{
  check_tasks (
      "序号,任务名称,完成时限,备注\n一、总则,,,\n1,甲,2021年6月底前,尽快\n2,乙,尽快,\n3,丙,,\n4,丁,——,\n",
      "warning deadline-unknown 4:5 C4");
  check_tasks ("序号,任务名称,完成时限\n1,甲,5月15日前\n", "");
}

/* A plain CSV has deadlines, too. */
static void test_plain (void)
{
  Office *office = office_with (BOOK);
  office_write (office, "plain.csv", "序号,任务名称,完成时限\n1,甲,尽快\n");
  tz_doc_free (office_compose (office, "plain.csv", 0, "ledger", NULL));
  assert_findings (office->diag, "warning deadline-unknown 2:5 C2");
  office_free (office);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/facts/quiet", test_quiet);
  g_test_add_func ("/facts/progress-faults", test_progress_faults);
  g_test_add_func ("/facts/unknown-task", test_unknown_task);
  g_test_add_func ("/facts/load", test_load);
  g_test_add_func ("/facts/other-table", test_other_table);
  g_test_add_func ("/facts/progress-as-offices-have-it", test_progress_as_offices_have_it);
  g_test_add_func ("/facts/progress-with-levels", test_progress_with_levels);
  g_test_add_func ("/facts/calendar", test_calendar);
  g_test_add_func ("/facts/units", test_units);
  g_test_add_func ("/facts/regions", test_regions);
  g_test_add_func ("/facts/deadlines", test_deadlines);
  g_test_add_func ("/facts/plain-csv", test_plain);
  return g_test_run ();
}
