/* Documents that are made from the rows of a CSV. */
#include "compose/book/data.h"
#include "compose/table/document.h"
#include "read/source.h"

/* The document NAME of one table. NULL with findings, some of them told when the rows were read. */
static TzDoc *compose_table (const TzBookRows *rows, const char *name, const char *const *files, TzDiag *diag)
{
  if (!rows->model || !rows->model->good)
    return NULL;
  const TzFacts *facts = rows->model->schema->plain ? NULL : rows->model->facts;
  TzSpellings spellings = { .units = facts ? facts->units : NULL, .regions = facts ? facts->regions : NULL };
  TzDiag *found = tz_diag_new ();
  TzDoc *doc =
      tz_ledger_document (rows->form, rows->model->ledger, &spellings, rows->around, name, files, found);
  if (!tz_diag_merge (diag, found))
    g_clear_pointer (&doc, tz_doc_free);
  return doc;
}

/* The table of a document that has just been made of one. */
static TzTable *table_of (const TzDoc *doc)
{
  return ((const TzBlock *)doc->blocks->pdata[0])->table;
}

/* So that each of several tables is found in the outline. */
static void name_table (TzTable *table)
{
  table->outline_name = g_strdup (table->sheet_name);
}

static gboolean is_same_paper (const TzPageSetup *a, const TzPageSetup *b)
{
  gboolean same = a->n_papers == b->n_papers && a->top == b->top && a->bottom == b->bottom &&
                  a->left == b->left && a->right == b->right;
  for (int i = 0; same && i < a->n_papers; i++)
    same = a->papers[i].width == b->papers[i].width && a->papers[i].height == b->papers[i].height;
  return same;
}

/* Tables of one sheet share its pages, two lines of FORM's text between them. */
static void put_below (TzDoc *doc, TzDoc *take_next, const TzTemplate *form)
{
  table_of (take_next)->space_before = 2 * form->parts[TZ_PART_TEXT].cell.text.pitch;
  g_ptr_array_add (doc->blocks, g_ptr_array_steal_index (take_next->blocks, 0));
  tz_doc_free (take_next);
}

/* The other tables of the file, each behind the one before. FALSE if one cannot be made. */
static gboolean compose_further (TzDoc *doc, const GPtrArray *further, const char *const *files, TzDiag *diag)
{
  gboolean done = TRUE;
  TzDoc *last = doc;
  doc->following = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_doc_free);
  name_table (table_of (doc));
  for (guint i = 0; i < further->len; i++) {
    const TzBookRows *rows = further->pdata[i];
    TzDoc *next = compose_table (rows, rows->place, files, diag);
    done &= next != NULL;
    if (!next)
      continue;
    name_table (table_of (next));
    if (rows->beside && is_same_paper (&last->page, &next->page)) {
      put_below (last, next, rows->form);
    } else {
      g_ptr_array_add (doc->following, next);
      last = next;
    }
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
