/* Exhibits of a text: the tables of the book that it belongs to. */
#include "compose/book/data.h"

#include "base/intl.h"

struct TzBookExhibits {
  TzExhibitSource source;
  TzBook *book;
  TzDiag *diag;
  GPtrArray *tables; /* of const char *, NULL-ended */
};

static const TzBookDocument *find_document (const TzBook *book, const char *name)
{
  for (guint i = 0; i < book->documents->len; i++) {
    const TzBookDocument *document = book->documents->pdata[i];
    if (document->form->kind != TZ_FORM_LETTER && g_strcmp0 (document->key, name) == 0)
      return document;
  }
  return NULL;
}

/* Composes the document NAME and keeps only its table. The caller's; NULL with findings. */
static TzTable *make_table (gpointer self, const char *name)
{
  const TzBookExhibits *exhibits = self;
  const TzBookDocument *document = find_document (exhibits->book, name);
  TzDoc *doc = document ? tz_book_compose_rows (exhibits->book, document, exhibits->diag) : NULL;
  TzTable *table = NULL;
  for (guint i = 0; doc && i < doc->blocks->len && !table; i++) {
    TzBlock *block = doc->blocks->pdata[i];
    if (block->kind == TZ_BLOCK_TABLE)
      table = g_steal_pointer (&block->table);
  }
  tz_doc_free (doc);
  return table;
}

TzBookExhibits *tz_book_exhibits_new (TzBook *book, TzDiag *diag)
{
  TzBookExhibits *exhibits = g_new0 (TzBookExhibits, 1);
  exhibits->book = book;
  exhibits->diag = diag;
  exhibits->tables = g_ptr_array_new ();
  for (guint i = 0; i < book->documents->len; i++) {
    const TzBookDocument *document = book->documents->pdata[i];
    if (document->key && document->form->kind != TZ_FORM_LETTER)
      g_ptr_array_add (exhibits->tables, (gpointer)document->key);
  }
  g_ptr_array_add (exhibits->tables, NULL);
  exhibits->source =
      (TzExhibitSource){ .self = exhibits,
                         .table = make_table,
                         .tables = (const char *const *)exhibits->tables->pdata,
                         .missing = _ ("a table is a document of the book, such as [document limits] with "
                                       "kind = table; a chart needs progress = … in [book] and a "
                                       "document with kind = report") };
  return exhibits;
}

const TzExhibitSource *tz_book_exhibits_source (const TzBookExhibits *exhibits)
{
  return &exhibits->source;
}

void tz_book_exhibits_free (TzBookExhibits *exhibits)
{
  g_ptr_array_unref (exhibits->tables);
  g_free (exhibits);
}
