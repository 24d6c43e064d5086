#include "command/job.h"

#include "base/intl.h"
#include "base/list.h"
#include "command/counterset.h"
#include "command/fontset.h"
#include "layout/flow.h"
#include "output/dump.h"
#include "output/output.h"

#include <string.h>

typedef struct {
  TzBook *book;
  const TzJobOptions *options;
  TzTypesetter *setter;
  TzOutcome *outcome;
  GPtrArray *docs;    /* of TzDoc */
  GPtrArray *layouts; /* of TzLayout */
} Job;

void tz_job_shop_clear (TzJobShop *shop)
{
  g_clear_pointer (&shop->setter, tz_typesetter_free);
}

char *tz_job_folder (const char *input, const TzJobOptions *options)
{
  if (options->folder)
    return g_strdup (options->folder);
  g_autofree char *beside = g_path_get_dirname (input);
  if (g_str_equal (beside, "."))
    return g_strdup ("out");
  return g_build_filename (beside, "out", NULL);
}

/* ---- fonts and units ---- */

TzTypesetter *tz_job_open_setter (const TzBook *book, TzOutcome *outcome)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) words = book ? tz_book_counters (book) : NULL;
  TzCounters *counters = tz_counterset_load (words, outcome->diag);
  TzFonts *fonts =
      counters ? tz_fontset_open (book ? tz_book_fonts (book) : NULL, outcome->diag, &error) : NULL;
  if (error)
    tz_outcome_fail (outcome, TZ_EXIT_SYSTEM, "%s", error->message);
  if (fonts)
    return tz_typesetter_new (fonts, counters);
  tz_counters_free (counters);
  return NULL;
}

static gboolean names_fonts (const char *const *fonts)
{
  for (int role = 0; fonts && role < TZ_N_ROLES; role++)
    if (fonts[role])
      return TRUE;
  return FALSE;
}

static gboolean names_counters (const TzBook *book)
{
  g_autoptr (GPtrArray) sections = tz_book_counters (book);
  return sections->len > 0;
}

/* The shop's typesetter, or one of the book's own where the book names fonts or units. */
static TzTypesetter *setter_for (const TzBook *book, TzJobShop *shop, TzOutcome *outcome)
{
  if (names_fonts (tz_book_fonts (book)) || names_counters (book))
    return tz_job_open_setter (book, outcome);
  if (!shop->setter)
    shop->setter = tz_job_open_setter (NULL, outcome);
  else
    tz_typesetter_reset (shop->setter);
  return shop->setter;
}

/* ---- stages ---- */

static void compose (Job *job)
{
  for (int i = 0; i < tz_book_n_documents (job->book); i++) {
    TzDoc *doc = tz_book_compose (job->book, i, job->outcome->diag);
    tz_book_finish (job->book, i);
    if (doc)
      g_ptr_array_add (job->docs, doc);
  }
}

/* A check looks at everything. */
static gboolean is_drawn (const TzJobOptions *options)
{
  gboolean drawn = options->dump || !options->write;
  for (char **format = options->formats; *format; format++)
    drawn |= tz_backend_lookup (*format)->draws;
  return drawn;
}

/* A table may be laid out several times: by itself, bound behind a text, quoted in one, as a further sheet of a
 * workbook. What is wrong with it is told the first time. */
static void lay_out (Job *job)
{
  TzMeasure measure = tz_measure_typeset (job->setter);
  gboolean drawn = is_drawn (job->options);
  for (guint i = 0; i < job->docs->len; i++) {
    const TzDoc *doc = job->docs->pdata[i];
    TzDiag *found = tz_diag_new ();
    TzLayout *layout = drawn ? tz_layout_new (doc, &measure, found) : tz_layout_undrawn (doc, &measure, found);
    tz_diag_merge (job->outcome->diag, found);
    if (layout)
      g_ptr_array_add (job->layouts, layout);
  }
}

static void dump (Job *job)
{
  for (guint i = 0; i < job->layouts->len; i++) {
    g_autofree char *text = tz_dump (job->layouts->pdata[i], job->options->dump);
    g_string_append (job->outcome->text, text);
  }
}

/* One file, hidden yet; FALSE with the failure told. What is found is told of the first file that has it. */
static gboolean add_file (Job *job, TzOutput *output, const TzBackend *backend, const TzLayout *layout)
{
  TzDiag *found = tz_diag_new ();
  g_autoptr (GError) error = NULL;
  if (!tz_output_add (output, backend, layout, tz_typesetter_fonts (job->setter), found, &error))
    tz_outcome_fail (job->outcome, TZ_EXIT_SYSTEM, "%s", error->message);
  tz_diag_merge (job->outcome->diag, found);
  return !error;
}

/* All files of the input, hidden yet; FALSE with the failure told. */
static gboolean add_files (Job *job, TzOutput *output)
{
  for (guint i = 0; i < job->layouts->len; i++)
    for (char **format = job->options->formats; *format; format++) {
      const TzBackend *backend = tz_backend_lookup (*format);
      const TzLayout *layout = job->layouts->pdata[i];
      if (backend->tables && layout->tables->len == 0)
        continue;
      if (!add_file (job, output, backend, layout))
        return FALSE;
    }
  return TRUE;
}

/* "-f pdf or -f png": what writes documents without tables. g_free. */
static char *other_formats (void)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  for (const char *const *name = tz_backend_names (); *name; name++)
    if (!tz_backend_lookup (*name)->tables)
      g_ptr_array_add (words, g_strconcat ("-f ", *name, NULL));
  g_ptr_array_add (words, NULL);
  return tz_list_or ((const char *const *)words->pdata);
}

/* Official documents without tables have no workbook: nobody should look for one in vain. */
static void report_nothing (const Job *job)
{
  gboolean tables_only = TRUE;
  g_autofree char *others = other_formats ();
  for (char **format = job->options->formats; *format; format++)
    tables_only &= tz_backend_lookup (*format)->tables;
  for (guint i = 0; tables_only && i < job->layouts->len; i++) {
    const TzLayout *layout = job->layouts->pdata[i];
    if (layout->tables->len == 0)
      tz_diag_add (job->outcome->diag, TZ_WARNING, NULL, "nothing-written",
                   _ ("%s: an official document without tables cannot be a workbook, so nothing was written; "
                      "use %s"),
                   layout->doc->name, others);
  }
}

/* Some warnings come up only while a workbook is written, so that the files are
 * judged once more before they get their names. */
static void write_files (Job *job, const char *folder)
{
  TzOutput *output = tz_output_new (folder);
  g_autoptr (GError) error = NULL;
  report_nothing (job);
  if (add_files (job, output))
    tz_outcome_judge (job->outcome, job->options->strict);
  if (job->outcome->status == TZ_EXIT_DONE && !tz_output_commit (output, job->outcome->paths, &error))
    tz_outcome_fail (job->outcome, TZ_EXIT_SYSTEM, "%s", error->message);
  tz_output_free (output);
}

static void work (Job *job, const char *input)
{
  compose (job);
  lay_out (job);
  tz_outcome_judge (job->outcome, job->options->strict);
  if (job->outcome->status != TZ_EXIT_DONE)
    return;
  if (job->options->dump) {
    dump (job);
  } else if (job->options->write) {
    g_autofree char *folder = tz_job_folder (input, job->options);
    write_files (job, folder);
  }
}

void tz_job_run (const char *input, TzBook *book, const TzJobOptions *options, TzJobShop *shop,
                 TzOutcome *outcome)
{
  TzTypesetter *setter = book ? setter_for (book, shop, outcome) : NULL;
  if (setter) {
    Job job = { .book = book, .options = options, .setter = setter, .outcome = outcome };
    job.docs = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_doc_free);
    job.layouts = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_layout_free);
    work (&job, input);
    g_ptr_array_unref (job.layouts);
    g_ptr_array_unref (job.docs);
    if (setter != shop->setter)
      tz_typesetter_free (setter);
  }
  tz_outcome_judge (outcome, options->strict);
}

static int count_pages (TzBook *book, int i, const TzMeasure *measure, TzDiag *diag)
{
  TzDoc *doc = tz_book_compose (book, i, diag);
  TzDiag *found = tz_diag_new ();
  TzLayout *layout = doc ? tz_layout_new (doc, measure, found) : NULL;
  tz_diag_merge (diag, found);
  int n = layout ? (int)layout->pages->pages->len : 0;
  if (layout)
    tz_layout_free (layout);
  if (doc)
    tz_doc_free (doc);
  return n;
}

void tz_job_count_pages (TzBook *book, TzJobShop *shop, int *n_pages, TzDiag *diag)
{
  TzOutcome *unheard = tz_outcome_new (); /* what is wrong with fonts is told by the run itself */
  TzTypesetter *setter = setter_for (book, shop, unheard);
  memset (n_pages, 0, sizeof *n_pages * (gsize)tz_book_n_documents (book));
  if (setter) {
    TzMeasure measure = tz_measure_typeset (setter);
    for (int i = 0; i < tz_book_n_documents (book); i++)
      n_pages[i] = count_pages (book, i, &measure, diag);
  }
  if (setter != shop->setter)
    tz_typesetter_free (setter);
  tz_outcome_free (unheard);
}
