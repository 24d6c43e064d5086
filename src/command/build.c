/* build, check and report: many inputs, one after the other or several at a time. */
#include "base/date.h"
#include "base/intl.h"
#include "base/suggest.h"
#include "command/job.h"
#include "command/options.h"
#include "model/period.h"
#include "output/output.h"

#include <string.h>

enum { MAX_JOBS = 256 };

void (*tz_command_progress) (const char *input, int number, int all);

typedef enum { CHECK, BUILD, REPORT } Task;

/* The words of the command line, taken apart. */
typedef struct {
  char *template_name, *folder, *formats, *period, *as_of, *jobs, *dump;
  GPtrArray *sets, *inputs; /* of char *, ended by NULL once parsed */
  gboolean strict, json;
} Words;

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

static gboolean parse_words (int argc, char **argv, Task task, Words *words, TzOutcome *outcome)
{
  enum { N_WRITING = 3 }; /* options that make sense only where files are written */
  const TzOption options[] = {
    { "output", 'o', TZ_OPTION_PATH, N_ ("DIR"), N_ ("folder for the files (default: out beside the input)"),
      &words->folder },
    { "formats", 'f', TZ_OPTION_TEXT, N_ ("FORMATS"),
      N_ ("xlsx, pdf, png (default: xlsx,pdf); no xlsx of official documents"), &words->formats },
    { "dump", 0, TZ_OPTION_TEXT, "grid|table|pages", N_ ("print an inner product, write nothing"),
      &words->dump },
    { "template", 't', TZ_OPTION_TEXT, N_ ("TEMPLATE"), N_ ("the form, by name or path (default: the book's)"),
      &words->template_name },
    { "period", 'p', TZ_OPTION_TEXT, N_ ("PERIOD"), N_ ("the period, such as 2021Q2"), &words->period },
    { "as-of", 0, TZ_OPTION_TEXT, N_ ("DATE"), N_ ("the day that counts as today, such as 2021-06-30"),
      &words->as_of },
    { "set", 's', TZ_OPTION_TEXTS, N_ ("SECTION.KEY=VALUE"),
      N_ ("set a key of the book or the form (may be repeated)"), &words->sets },
    { "jobs", 'j', TZ_OPTION_TEXT, "N", N_ ("work on N inputs at a time"), &words->jobs },
    { "strict", 0, TZ_OPTION_FLAG, NULL, N_ ("warnings count as errors"), &words->strict },
    { "json", 0, TZ_OPTION_FLAG, NULL, N_ ("findings and results as one JSON document"), &words->json },
    { 0 },
  };
  const TzUsage usages[] = {
    [CHECK] = { "check", N_ ("INPUT..."),
                N_ ("Checks books (.ini) and CSV files and tells what is wrong. Writes nothing."),
                options + N_WRITING },
    [BUILD] = { "build", N_ ("INPUT..."),
                N_ ("Makes the ledgers and official documents of books (.ini), and the ledgers of CSV files."),
                options },
    [REPORT] = { "report", N_ ("BOOK..."),
                 N_ ("Makes the progress reports of books (.ini): those with kind = report, or else one with "
                     "the text that comes with the program."),
                 options },
  };
  if (!tz_options_parse (&usages[task], argc, argv, words->inputs, outcome))
    return FALSE;
  g_ptr_array_add (words->inputs, NULL);
  g_ptr_array_add (words->sets, NULL);
  return TRUE;
}

static void report_format (const char *name, TzOutcome *outcome)
{
  const char *near = tz_suggest (name, tz_backend_names ());
  if (near)
    tz_outcome_fail (outcome, TZ_EXIT_USAGE, _ ("there is no format “%s”; did you mean “%s”?"), name, near);
  else
    tz_outcome_fail (outcome, TZ_EXIT_USAGE, _ ("there is no format “%s”; choose from xlsx, pdf and png"),
                     name);
}

static gboolean parse_formats (const char *list, char ***formats, TzOutcome *outcome)
{
  g_auto (GStrv) words = g_strsplit (list ? list : "xlsx,pdf", ",", -1);
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
  if (known->len == 0 && outcome->status == TZ_EXIT_DONE)
    tz_outcome_fail (outcome, TZ_EXIT_USAGE, _ ("-f names no format; choose from xlsx, pdf and png"));
  g_ptr_array_add (known, NULL);
  *formats = (char **)g_ptr_array_free (known, FALSE);
  return outcome->status == TZ_EXIT_DONE;
}

/* Only a book has progress to report on. */
static void check_inputs (char **inputs, Task task, TzOutcome *outcome)
{
  if (!inputs[0] || g_strv_contains ((const char *const *)inputs, ""))
    tz_outcome_fail (outcome, TZ_EXIT_USAGE,
                     task == REPORT
                         ? _ ("name at least one book (.ini), such as: taizhang report book.ini")
                         : _ ("name at least one book (.ini) or CSV file, such as: taizhang build tasks.csv"));
  for (char **input = inputs; task == REPORT && *input; input++)
    if (**input != '\0' && !g_str_has_suffix (*input, ".ini")) {
      g_autofree char *shown = g_utf8_make_valid (*input, -1);
      tz_outcome_fail (outcome, TZ_EXIT_USAGE,
                       _ ("a report is made from a book (.ini) that names tasks and progress, not from %s"),
                       shown);
    }
}

static gboolean check_words (const Words *words, Task task, TzOutcome *outcome)
{
  static const char *const dumps[] = { "grid", "table", "pages", NULL };
  char **inputs = (char **)words->inputs->pdata, **sets = (char **)words->sets->pdata;
  check_inputs (inputs, task, outcome);
  if (words->jobs && !g_ascii_string_to_unsigned (words->jobs, 10, 1, MAX_JOBS, NULL, NULL))
    tz_outcome_fail (outcome, TZ_EXIT_USAGE, _ ("-j takes a number from 1 to %d, not “%s”"), MAX_JOBS,
                     words->jobs);
  if (words->dump && !g_strv_contains (dumps, words->dump))
    tz_outcome_fail (outcome, TZ_EXIT_USAGE, _ ("--dump takes grid, table or pages, not “%s”"), words->dump);
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
  for (char **set = sets; *set; set++)
    if (!strchr (*set, '=') || !memchr (*set, '.', (gsize)(strchr (*set, '=') - *set)))
      tz_outcome_fail (outcome, TZ_EXIT_USAGE,
                       _ ("-s takes SECTION.KEY=VALUE, such as page.paper=A4, not “%s”"), *set);
  return outcome->status == TZ_EXIT_DONE;
}

/* A form's file is looked for from where the command is given; in a book, from the book. */
static void settle_template (Words *words)
{
  const char *name = words->template_name;
  if (!name || !(strchr (name, '/') || g_str_has_suffix (name, ".ini")))
    return;
  char *path = g_canonicalize_filename (name, NULL);
  g_free (words->template_name);
  words->template_name = path;
}

static void words_clear (Words *words)
{
  g_free (words->template_name);
  g_free (words->folder);
  g_free (words->formats);
  g_free (words->period);
  g_free (words->as_of);
  g_free (words->jobs);
  g_free (words->dump);
  g_ptr_array_unref (words->sets);
  g_ptr_array_unref (words->inputs);
}

/* ---- the batch ---- */

/* Two documents that would be written to the same file: the later input is told. */
static void claim_names (Batch *batch, int i, GHashTable *claimed)
{
  g_autofree char *folder = tz_job_folder (batch->inputs[i], batch->options);
  for (int k = 0; k < tz_book_n_documents (batch->books[i]); k++) {
    g_autofree char *plain = g_build_filename (folder, tz_book_document_name (batch->books[i], k), NULL);
    g_autofree char *path = g_canonicalize_filename (plain, NULL);
    const char *owner = g_hash_table_lookup (claimed, path);
    TzPlace place = tz_place_file (batch->inputs[i]);
    if (owner)
      tz_diag_add (
          batch->outcomes[i]->diag, TZ_ERROR, &place, "output-taken",
          _ ("its files would overwrite those of %s; give each a folder with -o, or its documents other names"),
          owner);
    else
      g_hash_table_insert (claimed, g_steal_pointer (&path), batch->inputs[i]);
  }
}

static void load_books (Batch *batch)
{
  g_autoptr (GHashTable) claimed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (int i = 0; i < batch->n; i++) {
    batch->outcomes[i] = tz_outcome_new ();
    batch->books[i] = tz_book_load (batch->inputs[i], &batch->options->book, batch->outcomes[i]->diag);
    if (batch->books[i] && batch->options->write && !batch->options->dump)
      claim_names (batch, i, claimed);
    if (tz_diag_n_errors (batch->outcomes[i]->diag) > 0)
      g_clear_pointer (&batch->books[i], tz_book_free);
  }
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

static void run_words (Words *words, Task task, TzOutcome *outcome)
{
  TzJobOptions options = {
    .folder = words->folder, .dump = words->dump, .write = task != CHECK, .strict = words->strict
  };
  outcome->json = words->json;
  if (check_words (words, task, outcome) && parse_formats (words->formats, &options.formats, outcome) &&
      tz_command_find_data (outcome)) {
    settle_template (words);
    options.book = (TzBookOptions){ .template_name = words->template_name,
                                    .period = words->period,
                                    .as_of = words->as_of,
                                    .sets = (const char *const *)words->sets->pdata,
                                    .reports = task == REPORT };
    int jobs = words->jobs ? (int)g_ascii_strtoll (words->jobs, NULL, 10) : 1;
    run_batch (&options, (char **)words->inputs->pdata, jobs, outcome);
  }
  g_strfreev (options.formats);
}

static void run (int argc, char **argv, Task task, TzOutcome *outcome)
{
  Words words = { .sets = g_ptr_array_new_with_free_func (g_free),
                  .inputs = g_ptr_array_new_with_free_func (g_free) };
  if (parse_words (argc, argv, task, &words, outcome))
    run_words (&words, task, outcome);
  words_clear (&words);
}

void tz_command_build (int argc, char **argv, TzOutcome *outcome)
{
  run (argc, argv, BUILD, outcome);
}

void tz_command_check (int argc, char **argv, TzOutcome *outcome)
{
  run (argc, argv, CHECK, outcome);
}

void tz_command_report (int argc, char **argv, TzOutcome *outcome)
{
  run (argc, argv, REPORT, outcome);
}
