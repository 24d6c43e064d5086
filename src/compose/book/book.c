#include "compose/book/data.h"

#include "base/intl.h"
#include "compose/table/document.h"
#include "compose/letter/letter.h"
#include "compose/book/facts.h"
#include "model/load.h"
#include "read/encoding.h"
#include "model/period.h"

#include <string.h>

static void document_free (TzBookDocument *document)
{
  g_free (document->name);
  g_free (document->data);
  g_strfreev (document->attachments);
  if (document->attached)
    g_array_unref (document->attached);
  tz_template_free (document->form);
  g_free (document);
}

void tz_book_free (TzBook *book)
{
  if (!book)
    return;
  g_ptr_array_unref (book->documents);
  if (book->ini)
    tz_ini_free (book->ini);
  g_free (book->input);
  g_free (book);
}

/* Findings about VALUE name OPTION where others name a file. */
static void lay_option (TzIni *ini, const char *option, const char *key, const char *value)
{
  TzIni *said = tz_ini_new (option);
  tz_ini_put (said, "book", "", key, value);
  tz_ini_overlay (ini, said);
  tz_ini_free (said);
}

/* The book's day belongs to the book's own period: for another one it is that period's last day. */
static void lay_period (TzIni *ini, const char *words)
{
  const TzIniKey *own = tz_ini_lookup (ini, "book", "", "period");
  const TzIniKey *as_of = tz_ini_lookup (ini, "book", "", "as-of");
  TzPeriod asked, before;
  gboolean same = own && tz_period_parse (own->value, &before) && tz_period_parse (words, &asked) &&
                  tz_period_compare (&asked, &before) == 0;
  if (as_of && *as_of->value != '\0' && !same && tz_period_parse (words, &asked)) {
    GDate last;
    tz_period_last_day (&asked, &last);
    g_autofree char *day = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&last), g_date_get_month (&last),
                                            g_date_get_day (&last));
    lay_option (ini, "-p", "as-of", day);
  }
  lay_option (ini, "-p", "period", words);
}

/* What the command line says stands above the book's own words. */
static void lay_options (TzIni *ini, const TzBookOptions *options, TzDiag *diag)
{
  TzIni *sets = tz_ini_new ("-s");
  if (options->template_name)
    lay_option (ini, "-t", "template", options->template_name);
  if (options->period)
    lay_period (ini, options->period);
  if (options->as_of)
    lay_option (ini, "--as-of", "as-of", options->as_of);
  for (const char *const *spec = options->sets; spec && *spec; spec++)
    if (!tz_ini_set (sets, *spec))
      tz_diag_add (diag, TZ_ERROR, NULL, "bad-option",
                   _ ("-s %s is not understood; write -s SECTION.KEY=VALUE, such as -s page.paper=A4"), *spec);
  tz_ini_overlay (ini, sets);
  tz_ini_free (sets);
}

static void read_fonts (TzBook *book)
{
  for (int role = 0; role < TZ_N_ROLES; role++) {
    const TzIniKey *key = tz_ini_lookup (book->ini, "fonts", "", tz_role_key ((TzRole)role));
    if (key && *key->value != '\0')
      book->fonts[role] = key->value;
    else if (book->documents->len > 0)
      book->fonts[role] = ((TzBookDocument *)book->documents->pdata[0])->form->fonts[role];
  }
}

TzBook *tz_book_load (const char *input, const TzBookOptions *options, TzDiag *diag)
{
  static const TzBookOptions none;
  guint errors = tz_diag_n_errors (diag);
  TzBook *book = g_new0 (TzBook, 1);
  book->input = g_strdup (input);
  book->is_ini = g_str_has_suffix (input, ".ini");
  book->documents = g_ptr_array_new_with_free_func ((GDestroyNotify)document_free);
  book->ini = book->is_ini ? tz_ini_load (input, input, diag) : tz_ini_new (input);
  if (book->ini) {
    lay_options (book->ini, options ? options : &none, diag);
    book->reports = options && options->reports;
    if (book->is_ini)
      tz_book_read_documents (book, diag);
    else
      tz_book_read_csv (book, diag);
  }
  if (book->ini && tz_diag_n_errors (diag) == errors) {
    read_fonts (book);
    return book;
  }
  tz_book_free (book);
  return NULL;
}

int tz_book_n_documents (const TzBook *book)
{
  return book->n_made;
}

static const TzBookDocument *get_document (const TzBook *book, int i)
{
  g_assert (i >= 0 && i < (int)book->documents->len);
  return book->documents->pdata[i];
}

const char *tz_book_document_name (const TzBook *book, int i)
{
  return get_document (book, i)->name;
}

const char *const *tz_book_fonts (const TzBook *book)
{
  return book->fonts;
}

/* CSV is gone before the document is made: its texts are all that is used of it. */
static TzDoc *compose_csv (const TzBook *book, const TzBookDocument *document, TzCsv *take_csv, TzDiag *diag)
{
  const char *files[] = { document->data, book->is_ini ? book->input : NULL, NULL };
  guint errors = tz_diag_n_errors (diag);
  char *stem = tz_book_stem (document->data);
  TzTemplate *form = tz_template_adapt (document->form, take_csv, stem, diag);
  TzLedger *ledger = tz_ledger_load (take_csv, tz_template_schema (form), diag);
  tz_csv_free (take_csv);
  TzDoc *doc = NULL;
  if (ledger && !tz_template_schema (form)->plain)
    tz_facts_check (book, document, ledger, diag);
  if (ledger && tz_diag_n_errors (diag) == errors)
    doc = tz_ledger_document (form, ledger, document->name, files, diag);
  if (doc && tz_diag_n_errors (diag) > errors)
    g_clear_pointer (&doc, tz_doc_free);
  tz_ledger_free (ledger);
  tz_template_free (form);
  g_free (stem);
  return doc;
}

TzDoc *tz_book_compose_rows (const TzBook *book, const TzBookDocument *document, TzDiag *diag)
{
  TzCsv *csv = tz_csv_load (document->data, document->data, NULL, diag);
  if (!csv)
    return NULL;
  return compose_csv (book, document, csv, diag);
}

GPtrArray *tz_book_compose_attached (const TzBook *book, const TzBookDocument *document, TzDiag *diag)
{
  GPtrArray *docs = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_doc_free);
  for (guint i = 0; i < document->attached->len; i++) {
    TzDoc *doc =
        tz_book_compose_rows (book, get_document (book, g_array_index (document->attached, int, i)), diag);
    if (doc)
      g_ptr_array_add (docs, doc);
  }
  return docs;
}

/* What is wrong with them is said where they are documents of their own. */
static GPtrArray *compose_sheets (const TzBook *book, const TzBookDocument *document)
{
  TzDiag *unheard = tz_diag_new ();
  GPtrArray *docs = tz_book_compose_attached (book, document, unheard);
  tz_diag_free (unheard);
  return docs;
}

static GPtrArray *load_letters (const TzBookDocument *document, TzDiag *diag)
{
  char *text = tz_text_load (document->data, document->data, NULL, diag, NULL);
  if (!text)
    return NULL;
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (int));
  char *filled = tz_letter_fill (text, document->data, document->form->ini, lines, diag);
  GPtrArray *letters = tz_letters_read_made (filled, lines, document->data, document->form, diag);
  g_free (filled);
  g_free (text);
  return letters;
}

static TzDoc *compose_letter (const TzBook *book, const TzBookDocument *document, TzDiag *diag)
{
  const char *files[] = { document->data, book->input, NULL };
  guint errors = tz_diag_n_errors (diag);
  GPtrArray *letters = load_letters (document, diag);
  TzDoc *doc = NULL;
  if (!letters)
    return NULL;
  GPtrArray *attached = tz_book_compose_attached (book, document, diag);
  TzBookExhibits *figures = tz_book_exhibits_new (book, diag);
  if (attached->len == document->attached->len)
    doc = tz_letter_document (document->form, letters, document->name, files, tz_book_exhibits_source (figures),
                              attached, diag);
  else
    g_ptr_array_unref (attached);
  tz_book_exhibits_free (figures);
  if (tz_diag_n_errors (diag) > errors)
    g_clear_pointer (&doc, tz_doc_free);
  g_ptr_array_unref (letters);
  return doc;
}

TzDoc *tz_book_compose (const TzBook *book, int i, TzDiag *diag)
{
  const TzBookDocument *document = get_document (book, i);
  if (document->is_report)
    return tz_book_compose_report (book, document, diag);
  if (document->form->kind == TZ_FORM_LETTER)
    return compose_letter (book, document, diag);
  TzDoc *doc = tz_book_compose_rows (book, document, diag);
  if (doc && document->attached && document->attached->len > 0)
    doc->sheets = compose_sheets (book, document);
  return doc;
}
