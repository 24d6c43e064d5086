/* build and check: many inputs, one after the other or several at a time. */
#include "base/intl.h"
#include "base/suggest.h"
#include "command/job.h"
#include "output/output.h"

#include <string.h>

void (*tz_command_progress) (const char *input, int number, int all);

/* The options as GLib's parser fills them. */
typedef struct {
  char *template_name, *folder, *formats, *period, *as_of, *dump;
  char **sets, **inputs;
  int jobs;
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

static gboolean parse_words (int argc, char **argv, gboolean writes, Words *words, TzOutcome *outcome)
{
  const GOptionEntry common[] = {
    { "template", 't', 0, G_OPTION_ARG_STRING, &words->template_name, N_ ("the form, for CSV files"),
      "TEMPLATE" },
    { "period", 'p', 0, G_OPTION_ARG_STRING, &words->period, N_ ("the period, as 2021Q2"), "PERIOD" },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &words->as_of, N_ ("what counts as today, as 2021-06-30"), "DATE" },
    { "set", 's', 0, G_OPTION_ARG_STRING_ARRAY, &words->sets,
      N_ ("set a key of the book or the form (may be repeated)"), "SECTION.KEY=VALUE" },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &words->strict, N_ ("warnings count as errors"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &words->json, N_ ("findings and results as one JSON document"), NULL },
    { "jobs", 'j', 0, G_OPTION_ARG_INT, &words->jobs, N_ ("work on N inputs at a time"), "N" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words->inputs, NULL, NULL },
    { 0 },
  };
  const GOptionEntry writing[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &words->folder,
      N_ ("the folder for the files (default: out beside the input)"), "DIR" },
    { "formats", 'f', 0, G_OPTION_ARG_STRING, &words->formats, N_ ("xlsx, pdf, png (default: xlsx,pdf)"),
      "FORMATS" },
    { "dump", 0, 0, G_OPTION_ARG_STRING, &words->dump, N_ ("print an inner product, write nothing"),
      "grid|table|pages" },
    { 0 },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("INPUT..."));
  g_option_context_set_translation_domain (context, "taizhang");
  g_option_context_add_main_entries (context, common, "taizhang");
  if (writes)
    g_option_context_add_main_entries (context, writing, "taizhang");
  g_option_context_set_help_enabled (context, FALSE);
  g_set_prgname (writes ? "taizhang build" : "taizhang check");
  for (int i = 1; i < argc && !g_str_equal (argv[i], "--"); i++)
    if (g_str_equal (argv[i], "--help") || g_str_equal (argv[i], "-h")) {
      g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);
      g_string_append (outcome->text, help);
      return FALSE;
    }
  g_autoptr (GError) error = NULL;
  if (!g_option_context_parse (context, &argc, &argv, &error)) {
    tz_outcome_fail (outcome, TZ_EXIT_USAGE, "%s", error->message);
    return FALSE;
  }
  return TRUE;
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
      const char *near = tz_suggest (name, tz_backend_names ());
      tz_outcome_fail (outcome, TZ_EXIT_USAGE,
                       _ ("the format “%s” is not known; there are xlsx, pdf and png%s%s%s"), name,
                       near ? _ (": did you mean “") : "", near ? near : "", near ? "”?" : "");
      continue;
    }
    gboolean twice = FALSE;
    for (guint i = 0; i < known->len; i++)
      twice |= g_str_equal (known->pdata[i], backend->name);
    if (!twice)
      g_ptr_array_add (known, g_strdup (backend->name));
  }
  if (known->len == 0 && outcome->status == TZ_EXIT_DONE)
    tz_outcome_fail (outcome, TZ_EXIT_USAGE, _ ("-f names no format; there are xlsx, pdf and png"));
  g_ptr_array_add (known, NULL);
  *formats = (char **)g_ptr_array_free (known, FALSE);
  return outcome->status == TZ_EXIT_DONE;
}

static gboolean check_words (const Words *words, TzOutcome *outcome)
{
  static const char *const dumps[] = { "grid", "table", "pages", NULL };
  if (!words->inputs || !words->inputs[0] || g_strv_contains ((const char *const *)words->inputs, ""))
    tz_outcome_fail (outcome, TZ_EXIT_USAGE,
                     _ ("name at least one book (.ini) or CSV file; taizhang --help tells how"));
  if (words->jobs < 0 || words->jobs > 256)
    tz_outcome_fail (outcome, TZ_EXIT_USAGE, _ ("-j takes a number from 1 to 256"));
  if (words->dump && !g_strv_contains (dumps, words->dump))
    tz_outcome_fail (outcome, TZ_EXIT_USAGE, _ ("--dump takes grid, table or pages, not “%s”"), words->dump);
  for (char **set = words->sets; set && *set; set++)
    if (!strchr (*set, '=') || !memchr (*set, '.', (gsize)(strchr (*set, '=') - *set)))
      tz_outcome_fail (outcome, TZ_EXIT_USAGE, _ ("-s takes SECTION.KEY=VALUE, not “%s”"), *set);
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
  g_free (words->dump);
  g_strfreev (words->sets);
  g_strfreev (words->inputs);
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
          _ ("its files would overwrite those of %s: give each a folder with -o, or its documents other names"),
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

static void run_words (Words *words, gboolean writes, TzOutcome *outcome)
{
  TzJobOptions options = {
    .folder = words->folder, .dump = words->dump, .write = writes, .strict = words->strict
  };
  outcome->json = words->json;
  if (check_words (words, outcome) && parse_formats (words->formats, &options.formats, outcome) &&
      tz_command_find_data (outcome)) {
    settle_template (words);
    options.book = (TzBookOptions){ .template_name = words->template_name,
                                    .period = words->period,
                                    .as_of = words->as_of,
                                    .sets = (const char *const *)words->sets };
    run_batch (&options, words->inputs, words->jobs, outcome);
  }
  g_strfreev (options.formats);
}

static void run (int argc, char **argv, gboolean writes, TzOutcome *outcome)
{
  Words words = { 0 };
  if (parse_words (argc, argv, writes, &words, outcome))
    run_words (&words, writes, outcome);
  words_clear (&words);
}

void tz_command_build (int argc, char **argv, TzOutcome *outcome)
{
  run (argc, argv, TRUE, outcome);
}

void tz_command_check (int argc, char **argv, TzOutcome *outcome)
{
  run (argc, argv, FALSE, outcome);
}
