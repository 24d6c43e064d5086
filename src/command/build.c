/* build, check and report: many inputs, one after the other or several at a time. */
#include "base/date.h"
#include "base/intl.h"
#include "base/list.h"
#include "base/suggest.h"
#include "command/claims.h"
#include "command/command.h"
#include "command/job.h"
#include "command/sheets.h"
#include "model/period.h"
#include "output/output.h"
#include "read/file.h"

#include <string.h>

enum { MAX_JOBS = 256 };

void (*tz_command_progress) (const char *input, int number, int all);

typedef struct {
  const TzJobOptions *options;
  char **inputs;
  int n;
  TzBook **books;
  TzOutcome **outcomes;
  GMutex lock;
  GCond finished;
  int next;       /* the first input no thread has taken */
  gboolean *done; /* by input */
} Batch;

/* ---- words into options ---- */

static void report_format (const char *name, TzOutcome *outcome)
{
  const char *near = tz_suggest (name, tz_backend_names ());
  g_autofree char *all = tz_list_and (tz_backend_names ());
  if (near)
    tz_outcome_fail (outcome, TZ_EXIT_USAGE, _ ("there is no format “%s”; did you mean “%s”?"), name, near);
  else
    tz_outcome_fail (outcome, TZ_EXIT_USAGE, _ ("there is no format “%s”; choose from %s"), name, all);
}

static gboolean parse_formats (const char *list, char ***formats, TzOutcome *outcome)
{
  g_autofree char *usual = tz_backend_default_names ();
  g_auto (GStrv) words = g_strsplit (list ? list : usual, ",", -1);
  GPtrArray *known = g_ptr_array_new ();
  for (char **word = words; *word; word++) {
    const char *name = g_strstrip (*word);
    if (*name == '\0')
      continue;
    const TzBackend *backend = tz_backend_lookup (name);
    if (!backend) {
      report_format (name, outcome);
      continue;
    }
    gboolean twice = FALSE;
    for (guint i = 0; i < known->len; i++)
      twice |= g_str_equal (known->pdata[i], backend->name);
    if (!twice)
      g_ptr_array_add (known, g_strdup (backend->name));
  }
  g_autofree char *all = tz_list_and (tz_backend_names ());
  if (known->len == 0 && outcome->status == TZ_EXIT_DONE)
    tz_outcome_fail (outcome, TZ_EXIT_USAGE, _ ("-f names no format; choose from %s"), all);
  g_ptr_array_add (known, NULL);
  *formats = (char **)g_ptr_array_free (known, FALSE);
  return outcome->status == TZ_EXIT_DONE;
}

/* Only a book has progress to report on. */
static void check_inputs (char **inputs, guint task, TzOutcome *outcome)
{
  if (!inputs[0] || g_strv_contains ((const char *const *)inputs, ""))
    tz_outcome_fail (outcome, TZ_EXIT_USAGE,
                     task == TZ_REPORT
                         ? _ ("name at least one book (.ini), such as: taizhang report book.ini")
                         : _ ("name at least one book (.ini) or CSV file, such as: taizhang build tasks.csv"));
  for (char **input = inputs; task == TZ_REPORT && *input; input++)
    if (**input != '\0' && !g_str_has_suffix (*input, ".ini") && !tz_file_is_stdin (*input)) {
      g_autofree char *shown = g_utf8_make_valid (*input, -1);
      tz_outcome_fail (outcome, TZ_EXIT_USAGE,
                       _ ("a report is made from a book (.ini) that names tasks and progress, not from %s"),
                       shown);
    }
}

static gboolean check_words (const TzWords *words, guint task, TzOutcome *outcome)
{
  check_inputs (words->inputs, task, outcome);
  if (words->jobs && !g_ascii_string_to_unsigned (words->jobs, 10, 1, MAX_JOBS, NULL, NULL))
    tz_outcome_fail (outcome, TZ_EXIT_USAGE, _ ("-j takes a number from 1 to %d, not “%s”"), MAX_JOBS,
                     words->jobs);
  g_autofree char *dumps = tz_list_or (tz_command_dump_names ());
  if (words->dump && !g_strv_contains (tz_command_dump_names (), words->dump))
    tz_outcome_fail (outcome, TZ_EXIT_USAGE, _ ("--dump takes %s, not “%s”"), dumps, words->dump);
  TzPeriod period;
  if (words->period && !tz_period_parse (words->period, &period))
    tz_outcome_fail (outcome, TZ_EXIT_USAGE,
                     _ ("-p takes a period, such as 2021Q2, 2021H1, 2021-06 or 2021, not “%s”; other words for "
                        "{period} are given with -s book.period=…"),
                     words->period);
  GDate day;
  if (words->as_of && !tz_date_parse (words->as_of, &day))
    tz_outcome_fail (outcome, TZ_EXIT_USAGE, _ ("--as-of takes a day, such as 2021-06-30, not “%s”"),
                     words->as_of);
  for (char **set = words->sets; *set; set++)
    if (!strchr (*set, '=') || !memchr (*set, '.', (gsize)(strchr (*set, '=') - *set)))
      tz_outcome_fail (outcome, TZ_EXIT_USAGE,
                       _ ("-s takes SECTION.KEY=VALUE, such as page.paper=A4, not “%s”"), *set);
  return outcome->status == TZ_EXIT_DONE;
}

/* A form's file is looked for from where the command is given; in a book, from the book. g_free. */
static char *settle_template (const char *name)
{
  if (name && (strchr (name, '/') || g_str_has_suffix (name, ".ini")))
    return g_canonicalize_filename (name, NULL);
  return g_strdup (name);
}

/* ---- the batch ---- */

static void load_books (Batch *batch)
{
  for (int i = 0; i < batch->n; i++) {
    batch->outcomes[i] = tz_outcome_new ();
    batch->books[i] = tz_book_load (batch->inputs[i], &batch->options->book, batch->outcomes[i]->diag);
  }
  if (batch->options->write && !batch->options->dump)
    tz_claims_check (batch->inputs, batch->books, batch->n, batch->options, batch->outcomes);
  for (int i = 0; i < batch->n; i++)
    if (tz_diag_n_errors (batch->outcomes[i]->diag) > 0)
      g_clear_pointer (&batch->books[i], tz_book_free);
}

static gpointer work_batch (gpointer data)
{
  Batch *batch = data;
  TzJobShop shop = { 0 };
  for (;;) {
    g_mutex_lock (&batch->lock);
    int i = batch->next < batch->n ? batch->next++ : -1;
    g_mutex_unlock (&batch->lock);
    if (i < 0)
      break;
    tz_job_run (batch->inputs[i], batch->books[i], batch->options, &shop, batch->outcomes[i]);
    tz_diag_sort (batch->outcomes[i]->diag);
    g_clear_pointer (&batch->books[i], tz_book_free);
    g_mutex_lock (&batch->lock);
    batch->done[i] = TRUE;
    g_cond_signal (&batch->finished);
    g_mutex_unlock (&batch->lock);
  }
  tz_job_shop_clear (&shop);
  return NULL;
}

/* Outcomes in the order of the inputs, whichever thread was first. */
static void gather (Batch *batch, TzOutcome *outcome)
{
  for (int i = 0; i < batch->n; i++) {
    g_mutex_lock (&batch->lock);
    while (!batch->done[i])
      g_cond_wait (&batch->finished, &batch->lock);
    g_mutex_unlock (&batch->lock);
    tz_outcome_take (outcome, g_steal_pointer (&batch->outcomes[i]), batch->inputs[i]);
    if (tz_command_progress)
      tz_command_progress (batch->inputs[i], i + 1, batch->n);
  }
}

static void run_batch (const TzJobOptions *options, char **inputs, int jobs, TzOutcome *outcome)
{
  Batch batch = { .options = options, .inputs = inputs, .n = (int)g_strv_length (inputs) };
  batch.books = g_new0 (TzBook *, batch.n);
  batch.outcomes = g_new0 (TzOutcome *, batch.n);
  batch.done = g_new0 (gboolean, batch.n);
  g_mutex_init (&batch.lock);
  g_cond_init (&batch.finished);
  load_books (&batch);
  int n_threads = CLAMP (jobs, 1, batch.n);
  g_autoptr (GPtrArray) threads = g_ptr_array_new ();
  for (int i = 0; i < n_threads && n_threads > 1; i++)
    g_ptr_array_add (threads, g_thread_new ("job", work_batch, &batch));
  if (n_threads == 1)
    work_batch (&batch);
  gather (&batch, outcome);
  for (guint i = 0; i < threads->len; i++)
    g_thread_join (threads->pdata[i]);
  g_mutex_clear (&batch.lock);
  g_cond_clear (&batch.finished);
  g_free (batch.books);
  g_free (batch.outcomes);
  g_free (batch.done);
}

static void run (const TzWords *words, guint task, TzOutcome *outcome)
{
  g_autofree char *template_name = settle_template (words->template_name);
  TzJobOptions options = { .folder = words->folder,
                           .dump = words->dump,
                           .write = task != TZ_CHECK,
                           .strict = words->strict,
                           .book = { .template_name = template_name,
                                     .period = words->period,
                                     .as_of = words->as_of,
                                     .sets = (const char *const *)words->sets,
                                     .reports = task == TZ_REPORT } };
  outcome->json = words->json;
  if (check_words (words, task, outcome) && parse_formats (words->formats, &options.formats, outcome) &&
      tz_command_dump_sheets (words->dump, words->inputs, outcome) && tz_command_find_data (outcome))
    run_batch (&options, words->inputs, words->jobs ? (int)g_ascii_strtoll (words->jobs, NULL, 10) : 1,
               outcome);
  g_strfreev (options.formats);
}

void tz_command_build (const TzWords *words, TzOutcome *outcome)
{
  run (words, TZ_BUILD, outcome);
}

void tz_command_check (const TzWords *words, TzOutcome *outcome)
{
  run (words, TZ_CHECK, outcome);
}

void tz_command_report (const TzWords *words, TzOutcome *outcome)
{
  run (words, TZ_REPORT, outcome);
}
