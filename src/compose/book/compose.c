/* The documents of a book, each composed after its kind. */
#include "compose/book/data.h"
#include "read/encoding.h"

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
  g_autoptr (TzFilledText) filled = tz_letter_fill (text, document->data, document->form->ini, diag);
  GPtrArray *letters = tz_letters_read (filled, document->data, document->form, diag);
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
  const TzBookDocument *document = tz_book_document (book, i);
  if (document->is_report)
    return tz_book_compose_report (book, document, diag);
  if (document->form->kind == TZ_FORM_LETTER)
    return compose_letter (book, document, diag);
  TzDoc *doc = tz_book_compose_rows (book, document, diag);
  if (doc && document->attached && document->attached->len > 0)
    doc->sheets = compose_sheets (book, document);
  return doc;
}
