/* The documents of a book, each composed after its kind. */
#include "compose/book/data.h"

static GPtrArray *read_letters (TzBook *book, const TzBookDocument *document, TzDiag *diag)
{
  const char *text = tz_files_text (book->files, document->data, diag);
  if (!text)
    return NULL;
  g_autoptr (TzFilledText) filled = tz_letter_fill (text, document->data, document->form->ini, diag);
  return tz_letters_read (filled, document->data, document->form, diag);
}

static TzDoc *compose_letter (TzBook *book, const TzBookDocument *document, TzDiag *diag)
{
  const char *files[] = { document->data, book->input, NULL };
  GPtrArray *letters = read_letters (book, document, diag);
  TzDoc *doc = NULL;
  if (!letters)
    return NULL;
  GPtrArray *attached = tz_book_compose_attached (book, document, diag);
  TzBookExhibits *exhibits = tz_book_exhibits_new (book, diag);
  if (attached->len == document->attached->len)
    doc = tz_letter_document (document->form, letters, document->name, files,
                              tz_book_exhibits_source (exhibits), attached, diag);
  else
    g_ptr_array_unref (attached);
  tz_book_exhibits_free (exhibits);
  g_ptr_array_unref (letters);
  return doc;
}

static TzDoc *compose_table (TzBook *book, const TzBookDocument *document, TzDiag *diag)
{
  TzDoc *doc = tz_book_compose_rows (book, document, diag);
  if (doc && document->attached->len > 0)
    doc->sheets = tz_book_compose_attached (book, document, diag);
  return doc;
}

static TzDoc *compose (TzBook *book, const TzBookDocument *document, TzDiag *diag)
{
  if (document->is_report)
    return tz_book_compose_report (book, document, diag);
  return document->form->kind == TZ_FORM_LETTER ? compose_letter (book, document, diag)
                                                : compose_table (book, document, diag);
}

/* Documents share forms, texts and rows: what is wrong with one of these is told with the first document. */
TzDoc *tz_book_compose (TzBook *book, int i, TzDiag *diag)
{
  const TzBookDocument *document = tz_book_document (book, i);
  TzDiag *found = tz_diag_new ();
  TzDoc *doc = compose (book, document, found);
  if (!tz_diag_merge (diag, found))
    g_clear_pointer (&doc, tz_doc_free);
  return doc;
}

void tz_book_finish (TzBook *book, int i)
{
  ((TzBookDocument *)book->documents->pdata[i])->made = TRUE;
  tz_book_forget_rows (book);
}
