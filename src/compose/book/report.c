/* A report: the tasks of a book are counted, the text is filled in from the figures, and
 * the text becomes an official document. */
#include "base/intl.h"
#include "compose/book/facts.h"
#include "compose/report/figures.h"
#include "compose/form/placeholder.h"
#include "compose/report/prose/prose.h"

#include <string.h>

typedef struct {
  TzBook *book;
  const TzBookDocument *document;
  TzDiag *diag;
  const TzBookRows *tasks; /* lent by the book, as are the ledger and the facts */
  const TzLedger *ledger;
  const TzFacts *facts;
  TzStats *stats;
  GPtrArray *attached; /* of TzDoc */
  /* Figures: those of the report, then the tables of the book. */
  TzTemplate *looks;
  TzFigures *figures;
  TzBookExhibits *own;
  GPtrArray *tables; /* of const char *, NULL-ended: all names */
  TzExhibitSource source;
} Report;

/* ── what is known ───────────────────────────────────────────────────────── */

static const TzIniKey *book_key (const Report *r, const char *key)
{
  const TzIniKey *found = tz_ini_lookup (r->book->ini, "book", "", key);
  return found && *found->value != '\0' ? found : NULL;
}

/* FALSE with a finding if the period is not known, or cannot be understood: no period is guessed. */
static gboolean check_period (const Report *r)
{
  const TzIniKey *said = book_key (r, "period");
  TzPlace place = tz_place_file (r->book->input);
  TzPeriod period;
  if (said && !tz_period_parse (said->value, &period)) {
    tz_diag_add (
        r->diag, TZ_ERROR, &said->value_place, "bad-period",
        _ ("“%s” is not a period that a report can be made for; write 2021Q2, 2021H1, 2021-06 or 2021"),
        said->value);
    return FALSE;
  }
  if (r->facts->has_period)
    return TRUE;
  tz_diag_add (r->diag, TZ_ERROR, &place, "missing-period",
               _ ("the report does not know its period; write period = 2021Q2 into [book], or add -p 2021Q2"));
  return FALSE;
}

static gboolean is_reported_on (const TzProgress *progress, const TzPeriod *period)
{
  for (int i = 0; i < tz_progress_n_periods (progress); i++)
    if (tz_period_is_within (tz_progress_period (progress, i), period))
      return TRUE;
  return FALSE;
}

/* Warns if nothing was reported on the period asked for (it was mistyped, or a file forgotten): the report
 * would repeat the figures of the period before. */
static void check_reported (const Report *r)
{
  const TzProgress *progress = r->facts->progress;
  int n = progress ? tz_progress_n_periods (progress) : 0;
  if (n == 0 || is_reported_on (progress, &r->facts->period))
    return;
  TzPlace place = tz_place_file (r->book->input);
  g_autofree char *asked = tz_period_to_words (&r->facts->period);
  g_autofree char *last = tz_period_to_words (tz_progress_period (progress, n - 1));
  tz_diag_add (
      r->diag, TZ_WARNING, &place, "nothing-reported",
      _ ("nothing was reported on %s, the last reports are on %s; add its file to progress, or ask for "
         "another period with -p"),
      asked, last);
}

static void check_progress (const Report *r)
{
  TzPlace place = tz_place_file (r->book->input);
  check_reported (r);
  if (!r->facts->progress)
    tz_diag_add (r->diag, TZ_WARNING, &place, "no-progress",
                 _ ("the book names no progress, so that nothing counts as begun; write "
                    "progress = progress/*.csv into [book]"));
}

static gboolean count (Report *r)
{
  r->tasks = tz_book_tasks (r->book, r->diag);
  if (!r->tasks || !r->tasks->model || !r->tasks->model->ledger)
    return FALSE;
  r->ledger = r->tasks->model->ledger;
  r->facts = tz_book_tasks_facts (r->book, r->tasks, r->diag);
  if (!check_period (r) || !r->tasks->model->good)
    return FALSE;
  check_progress (r);
  TzStatsQuestion question = tz_facts_question (r->facts, r->ledger);
  r->stats = tz_stats_new (&question);
  return TRUE;
}

/* ── figures ─────────────────────────────────────────────────────────────── */

static gboolean is_of_report (const char *name)
{
  return g_strv_contains (tz_figures_table_names (), name);
}

static TzTable *make_table (gpointer self, const char *name)
{
  const Report *r = self;
  if (is_of_report (name))
    return tz_figures_table (r->figures, name);
  const TzExhibitSource *own = tz_book_exhibits_source (r->own);
  return own->table (own->self, name);
}

static TzChart *make_chart (gpointer self, const char *name)
{
  const Report *r = self;
  return tz_figures_chart (r->figures, name);
}

static gboolean has_exhibit (gpointer self, gboolean chart, const char *name)
{
  const Report *r = self;
  return chart ? tz_figures_has_chart (r->figures, name)
               : !is_of_report (name) || tz_figures_has_table (r->figures, name);
}

/* The form that tells how the report's tables look: what the key figures names, else the one that comes with
 * the program. NULL with a finding. tz_template_free. */
static TzTemplate *load_looks (const Report *r)
{
  const TzBookDocument *document = r->document;
  const TzIniKey *key =
      document->key ? tz_ini_lookup (r->book->ini, "document", document->key, "figures") : NULL;
  if (!key)
    return tz_book_load_template (r->book, TZ_FIGURES_TEMPLATE, NULL, &document->place, r->diag);
  TzTemplate *form = tz_book_load_template (r->book, key->value, NULL, &key->value_place, r->diag);
  if (!form || form->kind != TZ_FORM_LETTER)
    return form;
  tz_diag_add (r->diag, TZ_ERROR, &key->value_place, "bad-value",
               _ ("“%s” is a form of official documents; name a form of tables, such as figures"), key->value);
  tz_template_free (form);
  return NULL;
}

static gboolean prepare_figures (Report *r)
{
  r->looks = load_looks (r);
  if (!r->looks)
    return FALSE;
  r->figures = tz_figures_new (r->ledger, r->facts, r->stats, r->looks);
  r->own = tz_book_exhibits_new (r->book, r->diag);
  r->tables = g_ptr_array_new ();
  for (const char *const *name = tz_figures_table_names (); *name; name++)
    g_ptr_array_add (r->tables, (gpointer)*name);
  for (const char *const *name = tz_book_exhibits_source (r->own)->tables; name && *name; name++)
    if (!is_of_report (*name))
      g_ptr_array_add (r->tables, (gpointer)*name);
  g_ptr_array_add (r->tables, NULL);
  r->source = (TzExhibitSource){ .self = r,
                                 .table = make_table,
                                 .chart = make_chart,
                                 .tables = (const char *const *)r->tables->pdata,
                                 .charts = tz_figures_chart_names () };
  return TRUE;
}

/* ── the text ────────────────────────────────────────────────────────────── */

/* The document's own keys, with the period as it is said: a title may contain {period}. */
static TzIni *spoken_keys (const Report *r)
{
  TzIni *ini = tz_ini_new (tz_ini_file (r->book->ini));
  g_autofree char *period = tz_period_to_words (tz_stats_period (r->stats));
  GDate day;
  tz_stats_as_of (r->stats, &day);
  g_autofree char *as_of =
      g_strdup_printf ("%d年%d月%d日", g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day));
  tz_ini_overlay (ini, r->document->form->ini);
  tz_ini_put (ini, "book", "", "period", period);
  tz_ini_put (ini, "book", "", "as-of", as_of);
  return ini;
}

static char **attachment_titles (const Report *r)
{
  GPtrArray *titles = g_ptr_array_new ();
  for (guint i = 0; i < r->attached->len; i++)
    g_ptr_array_add (titles, g_strdup (((const TzDoc *)r->attached->pdata[i])->title));
  g_ptr_array_add (titles, NULL);
  return (char **)g_ptr_array_free (titles, FALSE);
}

/* The text with everything filled in, NULL with findings. tz_filled_text_free. */
static TzFilledText *fill_in (Report *r)
{
  const char *path = r->document->data;
  const char *text = tz_files_text (r->book->files, path, r->diag);
  if (!text)
    return NULL;
  g_auto (GStrv) attachments = attachment_titles (r);
  g_autofree char *title = tz_form_text (r->tasks->form, "title", r->diag);
  TzIni *ini = spoken_keys (r);
  TzProseSource source = { .stats = r->stats,
                           .ledger = r->ledger,
                           .progress = r->facts->progress,
                           .ini = ini,
                           .ledger_title = title,
                           .attachments = (const char *const *)attachments,
                           .tables = r->source.tables,
                           .charts = r->source.charts,
                           .has_exhibit = has_exhibit,
                           .self = r };
  TzFilledText *told = tz_prose_expand (text, path, &source, r->diag);
  tz_ini_free (ini);
  return told;
}

/* All that the report is made from: its date is that of the newest. The text that comes with
 * the program is none of the office's. NULL-ended; free the array. */
static const char **files_of (const Report *r)
{
  GPtrArray *files = g_ptr_array_new ();
  g_ptr_array_add (files, r->tasks->path);
  g_ptr_array_add (files, r->book->input);
  if (!r->document->is_common)
    g_ptr_array_add (files, r->document->data);
  for (guint i = 0; i < r->facts->files->len; i++)
    g_ptr_array_add (files, r->facts->files->pdata[i]);
  g_ptr_array_add (files, NULL);
  return (const char **)g_ptr_array_free (files, FALSE);
}

static TzDoc *make_document (Report *r, const TzFilledText *text)
{
  const TzBookDocument *document = r->document;
  GPtrArray *letters = tz_letters_read (text, document->data, document->form, r->diag);
  if (!letters)
    return NULL;
  g_autofree const char **files = files_of (r);
  TzDoc *doc = tz_letter_document (document->form, letters, document->name, files, &r->source,
                                   g_steal_pointer (&r->attached), r->diag);
  g_ptr_array_unref (letters);
  return doc;
}

/* ── the report ──────────────────────────────────────────────────────────── */

static void report_clear (Report *r)
{
  if (r->attached)
    g_ptr_array_unref (r->attached);
  if (r->tables)
    g_ptr_array_unref (r->tables);
  if (r->own)
    tz_book_exhibits_free (r->own);
  tz_figures_free (r->figures);
  tz_template_free (r->looks);
  tz_stats_free (r->stats);
}

TzDoc *tz_book_compose_report (TzBook *book, const TzBookDocument *document, TzDiag *diag)
{
  Report r = { .book = book, .document = document, .diag = diag };
  TzDoc *doc = NULL;
  if (count (&r) && prepare_figures (&r)) {
    r.attached = tz_book_compose_attached (book, document, diag);
    g_autoptr (TzFilledText) text = fill_in (&r);
    if (text && r.attached->len == document->attached->len)
      doc = make_document (&r, text);
  }
  report_clear (&r);
  return doc;
}
