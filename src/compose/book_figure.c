/* What the text of a letter may ask for: the tables of its book. */
#include "compose/book_data.h"

#include "base/intl.h"

struct TzBookFigures {
  TzFigureSource source;
  const TzBook *book;
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

/* The document is composed for its table alone. */
static TzTable *make_table (gpointer self, const char *name)
{
  const TzBookFigures *figures = self;
  const TzBookDocument *document = find_document (figures->book, name);
  TzDoc *doc = document ? tz_book_compose_rows (figures->book, document, figures->diag) : NULL;
  TzTable *table = NULL;
  for (guint i = 0; doc && i < doc->blocks->len && !table; i++) {
    TzBlock *block = doc->blocks->pdata[i];
    if (block->kind == TZ_BLOCK_TABLE)
      table = g_steal_pointer (&block->table);
  }
  tz_doc_free (doc);
  return table;
}

TzBookFigures *tz_book_figures_new (const TzBook *book, TzDiag *diag)
{
  TzBookFigures *figures = g_new0 (TzBookFigures, 1);
  figures->book = book;
  figures->diag = diag;
  figures->tables = g_ptr_array_new ();
  for (guint i = 0; i < book->documents->len; i++) {
    const TzBookDocument *document = book->documents->pdata[i];
    if (document->key && document->form->kind != TZ_FORM_LETTER)
      g_ptr_array_add (figures->tables, (gpointer)document->key);
  }
  g_ptr_array_add (figures->tables, NULL);
  figures->source =
      (TzFigureSource){ .self = figures,
                        .table = make_table,
                        .tables = (const char *const *)figures->tables->pdata,
                        .missing = _ ("a table is a document of the book, such as [document limits] with "
                                      "kind = table; a chart needs progress = … in [book] and a "
                                      "document with kind = report") };
  return figures;
}

const TzFigureSource *tz_book_figures_source (const TzBookFigures *figures)
{
  return &figures->source;
}

void tz_book_figures_free (TzBookFigures *figures)
{
  g_ptr_array_unref (figures->tables);
  g_free (figures);
}
