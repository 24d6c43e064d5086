/* Documents that are made from the rows of a CSV. */
#include "compose/book/data.h"
#include "compose/table/document.h"
#include "read/source.h"

/* The document NAME of one table. NULL with findings, some of them told when the rows were read. */
static TzDoc *compose_table (const TzBookRows *rows, const char *name, const char *const *files, TzDiag *diag)
{
  if (!rows->model || !rows->model->good)
    return NULL;
  const TzAliases *units = rows->model->schema->plain ? NULL : rows->model->facts->units;
  TzDiag *found = tz_diag_new ();
  TzDoc *doc = tz_ledger_document (rows->form, rows->model->ledger, units, rows->around, name, files, found);
  if (!tz_diag_merge (diag, found))
    g_clear_pointer (&doc, tz_doc_free);
  return doc;
}

/* The other tables of the file, each a document called by its place. FALSE if one cannot be made. */
static gboolean compose_further (TzDoc *doc, const GPtrArray *further, const char *const *files, TzDiag *diag)
{
  gboolean done = TRUE;
  doc->following = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_doc_free);
  for (guint i = 0; i < further->len; i++) {
    const TzBookRows *rows = further->pdata[i];
    TzDoc *next = compose_table (rows, rows->place, files, diag);
    done &= next != NULL;
    if (next)
      g_ptr_array_add (doc->following, next);
  }
  return done;
}

TzDoc *tz_book_compose_rows (TzBook *book, const TzBookDocument *document, TzDiag *diag)
{
  g_autofree char *sheet = NULL, *data = tz_source_path (document->data, &sheet);
  const char *files[] = { data, book->is_ini ? book->input : NULL, NULL };
  const TzBookRows *rows = tz_book_rows (book, document->data, document->form, diag);
  TzDoc *doc = compose_table (rows, document->name, files, diag);
  if (doc && rows->further && !compose_further (doc, rows->further, files, diag))
    g_clear_pointer (&doc, tz_doc_free);
  return doc;
}

GPtrArray *tz_book_compose_attached (TzBook *book, const TzBookDocument *document, TzDiag *diag)
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
