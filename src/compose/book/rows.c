/* Documents that are made from the rows of a CSV. */
#include "compose/book/facts.h"
#include "compose/table/document.h"
#include "model/load.h"

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
  TzFacts *facts = NULL;
  if (ledger && !tz_template_schema (form)->plain)
    facts = tz_facts_check (book, document, ledger, diag);
  if (ledger && tz_diag_n_errors (diag) == errors)
    doc = tz_ledger_document (form, ledger, facts ? facts->units : NULL, document->name, files, diag);
  tz_facts_free (facts);
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
        tz_book_compose_rows (book, tz_book_document (book, g_array_index (document->attached, int, i)), diag);
    if (doc)
      g_ptr_array_add (docs, doc);
  }
  return docs;
}
