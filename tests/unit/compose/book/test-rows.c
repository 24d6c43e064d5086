/* A book reads each of its files once, models the rows in it once, and tells what is wrong once. */
#include "compose/book/data.h"

#include "help/findings.h"
#include "help/office.h"
#include "read/file.h"

#include <string.h>

#define TASKS                                                                                                  \
  "序号,任务名称,责任单位,完成时限\n1,压时间,省能源局,2021年6月底前\n2,压成本,省电力公司,2021年底前\n"
#define PROGRESS "period,task,status\n2021Q2,1,已完成\n2021Q2,2,推进中\n"
#define BOOK                                                                                                   \
  "[book]\ntemplate = ledger\ntasks = tasks.csv\nprogress = p-*.csv\nperiod = 2021Q2\ncalendar = days.ini\n"
#define LETTER  "[document letter]\nkind = letter\ntext = letter.txt\nattachments = wide\n"
#define REPORT  "[document r]\nkind = report\nattachments = limits\n"
#define LEDGERS "[document ledger]\nsheets = wide, limits\n[document wide]\npage.paper = A3\n"
#define LIMITS  "[document limits]\nkind = table\ndata = limits.csv\ntemplate = generic\n"

static GPtrArray *opened; /* of char *: base names */

static void note_opened (const char *path)
{
  g_ptr_array_add (opened, g_path_get_basename (path));
}

static int n_opened (const char *name)
{
  int n = 0;
  for (guint i = 0; i < opened->len; i++)
    n += g_str_equal (opened->pdata[i], name);
  return n;
}

typedef struct {
  Office *office;
  TzBook *book;
} Case;

static Case case_new (const char *book, const char *tasks, const char *progress)
{
  Case c = { .office = office_new () };
  office_write (c.office, "tasks.csv", tasks);
  office_write (c.office, "p-1.csv", progress);
  office_write (c.office, "days.ini", "[days-off]\n2021 = 7.1\n");
  office_write (c.office, "limits.csv", "项目,时限\n受理,2\n");
  office_write (c.office, "letter.txt",
                "关于某事的函\n某市：\n现将有关情况函告如下。\n{table ledger}\n附件：台账\n");
  office_write (c.office, "quoting.txt", "关于某事的函\n某市：\n时限如下。\n{table limits}\n");
  office_write (c.office, "book.ini", book);
  opened = g_ptr_array_new_with_free_func (g_free);
  tz_file_opened = note_opened;
  c.book = tz_book_load (office_path (c.office, "book.ini"), NULL, c.office->diag);
  return c;
}

static void case_clear (Case *c)
{
  tz_file_opened = NULL;
  g_ptr_array_unref (opened);
  tz_book_free (c->book);
  office_free (c->office);
}

/* Composes all documents; all of them must be MADE, or none. */
static void compose_all (Case *c, gboolean made)
{
  for (int i = 0; i < tz_book_n_documents (c->book); i++) {
    TzDoc *doc = tz_book_compose (c->book, i, c->office->diag);
    g_assert_true ((doc != NULL) == made);
    tz_book_finish (c->book, i);
    tz_doc_free (doc);
  }
}

/* ── files ───────────────────────────────────────────────────────────────── */

static void test_files_are_read_once (void)
{
  static const char *const names[] = { "tasks.csv", "limits.csv", "p-1.csv",    "days.ini",
                                       "china.ini", "letter.txt", "ledger.ini", "official.ini",
                                       "book.ini",  "report.txt", "figures.ini" };
  Case c = case_new (BOOK LEDGERS LIMITS LETTER REPORT "[document s]\nkind = report\n", TASKS, PROGRESS);
  compose_all (&c, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_test_message ("%s", names[i]);
    g_assert_cmpint (n_opened (names[i]), ==, 1);
  }
  case_clear (&c);
}

/* The rows of a report that no document shows, and a template of the office's own. */
static void test_tasks_that_nobody_shows (void)
{
  Case c = case_new (BOOK LIMITS REPORT "[document s]\nkind = report\n", TASKS, PROGRESS);
  compose_all (&c, TRUE);
  g_assert_cmpint (n_opened ("tasks.csv"), ==, 1);
  g_assert_cmpint (n_opened ("p-1.csv"), ==, 1);
  g_assert_cmpint (n_opened ("ledger.ini"), ==, 1);
  case_clear (&c);
}

/* A table and a ledger over one file: the ledger is asked for long after the table is made. */
static void test_two_forms_over_one_file (void)
{
  Case c =
      case_new (BOOK "[document table]\nkind = table\ntemplate = generic\ndata = tasks.csv\n" REPORT LIMITS,
                TASKS, PROGRESS);
  compose_all (&c, TRUE);
  g_assert_cmpint (n_opened ("tasks.csv"), ==, 1);
  case_clear (&c);
}

/* ── models ──────────────────────────────────────────────────────────────── */

static const TzBookRows *rows_of (Case *c, int i)
{
  const TzBookDocument *document = tz_book_document (c->book, i);
  return tz_book_rows (c->book, document->data, document->form, c->office->diag);
}

static void test_forms_that_differ_in_looks_share_a_model (void)
{
  Case c = case_new (BOOK LEDGERS LIMITS, TASKS, PROGRESS);
  const TzBookRows *plain = rows_of (&c, 0), *wide = rows_of (&c, 1);
  g_assert_true (plain->model == wide->model);
  g_assert_true (plain->form != wide->form);
  case_clear (&c);
}

static void test_forms_that_differ_in_columns_do_not (void)
{
  Case c = case_new (BOOK "[document a]\n[document b]\ncolumn deadline.titles = 期限\n", TASKS, PROGRESS);
  g_assert_true (rows_of (&c, 0)->model != rows_of (&c, 1)->model);
  case_clear (&c);
}

static void test_path_written_in_another_way (void)
{
  Case c = case_new (BOOK "[document a]\n[document b]\ndata = ./tasks.csv\n", TASKS, PROGRESS);
  g_assert_true (rows_of (&c, 0)->model == rows_of (&c, 1)->model);
  case_clear (&c);
}

/* What the book says itself is the same for all its rows. */
static void test_models_share_units_and_calendar (void)
{
  Case c = case_new (BOOK "[document a]\n[document b]\ncolumn deadline.titles = 期限\n", TASKS, PROGRESS);
  const TzFacts *a = rows_of (&c, 0)->model->facts, *b = rows_of (&c, 1)->model->facts;
  g_assert_true (a != b && a->units == b->units && a->regions == b->regions && a->calendar == b->calendar);
  case_clear (&c);
}

static void test_report_counts_the_model_of_the_ledger (void)
{
  Case c = case_new (BOOK LEDGERS LIMITS REPORT, TASKS, PROGRESS);
  const TzBookRows *tasks = tz_book_tasks (c.book, c.office->diag);
  g_assert_true (tasks == rows_of (&c, 0));
  const TzFacts *facts = tasks->model->facts;
  g_assert_true (tz_book_tasks_facts (c.book, tasks, c.office->diag) == facts);
  g_assert_cmpint (tz_progress_n_records (facts->progress), ==, 2);
  case_clear (&c);
}

/* Progress is read for a report even if the book calls no rows its tasks. */
static void test_progress_of_rows_that_are_not_called_tasks (void)
{
  Case c =
      case_new ("[book]\ntemplate = ledger\nprogress = p-*.csv\n[document a]\ndata = tasks.csv\n" REPORT LIMITS,
                TASKS, PROGRESS);
  g_assert_null (rows_of (&c, 0)->model->facts->progress);
  const TzBookRows *tasks = tz_book_tasks (c.book, c.office->diag);
  g_assert_nonnull (tz_book_tasks_facts (c.book, tasks, c.office->diag)->progress);
  case_clear (&c);
}

/* ── memory ──────────────────────────────────────────────────────────────── */

static void compose_and_finish (Case *c, int i)
{
  tz_doc_free (tz_book_compose (c->book, i, c->office->diag));
  tz_book_finish (c->book, i);
}

static void test_rows_go_when_nobody_asks_any_more (void)
{
  Case c = case_new (BOOK LEDGERS LIMITS, TASKS, PROGRESS);
  compose_and_finish (&c, 0);
  g_assert_cmpuint (c.book->rows->len, ==, 3); /* ledger, wide and limits; the last two are still to come */
  compose_and_finish (&c, 1);
  g_assert_cmpuint (c.book->rows->len, ==, 1);
  compose_and_finish (&c, 2);
  g_assert_cmpuint (c.book->rows->len, ==, 0);
  case_clear (&c);
}

/* A document may be composed for its number of pages before it is made. */
static void test_rows_stay_until_a_document_is_finished (void)
{
  Case c = case_new (BOOK LEDGERS LIMITS, TASKS, PROGRESS);
  for (int times = 0; times < 2; times++)
    for (int i = 0; i < tz_book_n_documents (c.book); i++)
      tz_doc_free (tz_book_compose (c.book, i, c.office->diag));
  g_assert_cmpint (n_opened ("tasks.csv"), ==, 1);
  case_clear (&c);
}

/* LIMITS is made first; whoever comes behind it asks for its rows again. */
static void check_limits_stay (const char *behind)
{
  g_autofree char *book = g_strconcat (BOOK LIMITS, behind, NULL);
  Case c = case_new (book, TASKS, PROGRESS);
  compose_all (&c, TRUE);
  g_assert_cmpint (n_opened ("limits.csv"), ==, 1);
  case_clear (&c);
}

static void test_rows_stay_for_a_workbook_with_further_sheets (void)
{
  check_limits_stay ("[document ledger]\nsheets = limits\n");
}

static void test_rows_stay_for_a_text_that_may_quote_them (void)
{
  check_limits_stay ("[document ledger]\n[document letter]\nkind = letter\ntext = quoting.txt\n");
}

/* When a report has its tasks, their file and that of their progress are of no more use. */
static void test_files_go_when_a_report_has_its_tasks (void)
{
  Case c = case_new (BOOK LIMITS REPORT, TASKS, PROGRESS);
  const TzBookRows *tasks = tz_book_tasks (c.book, c.office->diag);
  const TzFacts *facts = tz_book_tasks_facts (c.book, tasks, c.office->diag);
  tz_files_rows (c.book->files, tasks->path, FALSE, c.office->diag);
  tz_files_records (c.book->files, facts->files->pdata[0], c.office->diag);
  g_assert_cmpint (n_opened ("tasks.csv"), ==, 2);
  g_assert_cmpint (n_opened ("p-1.csv"), ==, 2);
  case_clear (&c);
}

/* Whoever asks for a file that was let go has it opened once more. */
static void test_file_goes_when_all_forms_have_met_it (void)
{
  Case c = case_new (BOOK LEDGERS LIMITS, TASKS, PROGRESS);
  const char *path = tz_book_document (c.book, 0)->data;
  rows_of (&c, 0);
  tz_files_rows (c.book->files, path, FALSE, c.office->diag);
  g_assert_cmpint (n_opened ("tasks.csv"), ==, 1);
  rows_of (&c, 1);
  tz_files_rows (c.book->files, path, FALSE, c.office->diag);
  g_assert_cmpint (n_opened ("tasks.csv"), ==, 2);
  case_clear (&c);
}

/* ── findings ────────────────────────────────────────────────────────────── */

#define STRAY "序号,任务名称,责任单位,完成时限\n1,压 时间,省能源局,尽早\n2,压成本,省电力公司,2021年底前\n"

static void test_rows_are_faulted_once (void)
{
  Case c = case_new (BOOK LEDGERS LIMITS LETTER REPORT, STRAY, PROGRESS);
  compose_all (&c, TRUE);
  tz_diag_sort (c.office->diag);
  assert_findings (c.office->diag, "warning stray-space 2:3 B2; warning deadline-unknown 2:13 D2");
  case_clear (&c);
}

static void test_broken_progress_is_told_once (void)
{
  Case c = case_new (BOOK LEDGERS LIMITS LETTER REPORT, TASKS, "period,task,status\n2021Q2,7,已完成\n");
  for (int i = 0; i < tz_book_n_documents (c.book); i++) {
    TzDoc *doc = tz_book_compose (c.book, i, c.office->diag);
    g_assert_true ((doc != NULL) == g_str_equal (tz_book_document_name (c.book, i), "limits"));
    tz_doc_free (doc);
  }
  assert_findings (c.office->diag, "error unknown-task 2:8 B2");
  case_clear (&c);
}

/* Rows that cannot be read: every document that needs them fails, the file is told of once. */
static void test_broken_rows_fail_all_who_ask (void)
{
  Case c = case_new (BOOK "[document a]\n[document b]\npage.paper = A3\n" REPORT LIMITS,
                     "序号,任务名称\n\"1,甲\n", PROGRESS);
  for (int i = 0; i < 3; i++)
    g_assert_null (tz_book_compose (c.book, i, c.office->diag));
  assert_findings (c.office->diag, "error unclosed-quote 2:1 A2");
  case_clear (&c);
}

/* A form that goes wrong only when it meets the titles of the file: whoever asks later fails, too. */
static void test_broken_variant_fails_all_who_ask (void)
{
  Office *office = office_new ();
  office_write (office, "form.ini", "[column a]\n[variant v]\nhas = a\npage.paper = A9\n");
  office_write (office, "tasks.csv", "a\n1\n");
  office_write (office, "book.ini", "[book]\ntemplate = form.ini\ntasks = tasks.csv\n");
  TzBook *book = tz_book_load (office_path (office, "book.ini"), NULL, office->diag);
  assert_findings (office->diag, "");
  for (int times = 0; times < 2; times++)
    g_assert_null (tz_book_compose (book, 0, office->diag));
  assert_findings (office->diag, "error bad-value 4:14");
  tz_book_free (book);
  office_free (office);
}

/* Documents of one template: what the book says wrong of it. */
static void test_key_of_the_book_is_faulted_once (void)
{
  Case c = case_new (BOOK "[page]\npaper = A9\n[document a]\n[document b]\n", TASKS, PROGRESS);
  g_assert_null (c.book);
  assert_findings (c.office->diag, "error bad-value 8:9");
  case_clear (&c);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rows/read-once", test_files_are_read_once);
  g_test_add_func ("/rows/tasks-alone", test_tasks_that_nobody_shows);
  g_test_add_func ("/rows/two-forms", test_two_forms_over_one_file);
  g_test_add_func ("/rows/other-path", test_path_written_in_another_way);
  g_test_add_func ("/rows/shared-model", test_forms_that_differ_in_looks_share_a_model);
  g_test_add_func ("/rows/own-model", test_forms_that_differ_in_columns_do_not);
  g_test_add_func ("/rows/shared-facts", test_models_share_units_and_calendar);
  g_test_add_func ("/rows/report", test_report_counts_the_model_of_the_ledger);
  g_test_add_func ("/rows/not-called-tasks", test_progress_of_rows_that_are_not_called_tasks);
  g_test_add_func ("/rows/forgotten", test_rows_go_when_nobody_asks_any_more);
  g_test_add_func ("/rows/kept-for-sheets", test_rows_stay_for_a_workbook_with_further_sheets);
  g_test_add_func ("/rows/kept-for-quotes", test_rows_stay_for_a_text_that_may_quote_them);
  g_test_add_func ("/rows/file-dropped-by-report", test_files_go_when_a_report_has_its_tasks);
  g_test_add_func ("/rows/unfinished", test_rows_stay_until_a_document_is_finished);
  g_test_add_func ("/rows/file-dropped", test_file_goes_when_all_forms_have_met_it);
  g_test_add_func ("/rows/faulted-once", test_rows_are_faulted_once);
  g_test_add_func ("/rows/broken-progress", test_broken_progress_is_told_once);
  g_test_add_func ("/rows/broken-rows", test_broken_rows_fail_all_who_ask);
  g_test_add_func ("/rows/broken-variant", test_broken_variant_fails_all_who_ask);
  g_test_add_func ("/rows/broken-key", test_key_of_the_book_is_faulted_once);
  return g_test_run ();
}
