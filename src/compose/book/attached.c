/* Which documents of a book are bound behind another one, or are further sheets of its workbook. */
#include "base/intl.h"
#include "base/suggest.h"
#include "compose/book/data.h"

static gboolean is_letter_name (const TzBook *book, const char *name)
{
  for (guint i = 0; i < book->documents->len; i++) {
    const TzBookDocument *document = book->documents->pdata[i];
    if (document->form->kind == TZ_FORM_LETTER && g_strcmp0 (document->key, name) == 0)
      return TRUE;
  }
  return FALSE;
}

static void report_attachment (const TzBook *book, const TzBookDocument *owner, const char *name,
                               const char *const *names, TzDiag *diag)
{
  const TzPlace *place = &owner->attachments_place;
  const char *near = tz_suggest (name, names);
  if (g_strcmp0 (owner->key, name) == 0)
    tz_diag_add (diag, TZ_ERROR, place, "attached-to-itself",
                 _ ("[document %s] is attached to itself; take its name out of this line"), name);
  else if (is_letter_name (book, name) && owner->form->kind != TZ_FORM_LETTER)
    tz_diag_add (diag, TZ_ERROR, place, "attached-letter",
                 _ ("[document %s] is an official document and no table; take its name out of this line"),
                 name);
  else if (is_letter_name (book, name))
    tz_diag_add (diag, TZ_ERROR, place, "attached-letter",
                 _ ("[document %s] is an official document, only tables are attached in this way; put its text "
                    "behind a line === into this document's text"),
                 name);
  else if (near)
    tz_diag_add (diag, TZ_ERROR, place, "unknown-document",
                 _ ("the book has no table [document %s] to attach; did you mean “%s”?"), name, near);
  else
    tz_diag_add (diag, TZ_ERROR, place, "unknown-document",
                 _ ("the book has no table [document %s] to attach; add it or correct its name"), name);
}

/* The document that NAME of [document NAME] is, -1 with a finding. */
static int find_attachment (const TzBook *book, const TzBookDocument *owner, const char *name, TzDiag *diag)
{
  GPtrArray *names = g_ptr_array_new ();
  int found = -1;
  for (guint i = 0; i < book->documents->len; i++) {
    const TzBookDocument *document = book->documents->pdata[i];
    if (document->form->kind == TZ_FORM_LETTER || !document->key || document == owner)
      continue;
    g_ptr_array_add (names, (gpointer)document->key);
    if (g_str_equal (document->key, name))
      found = (int)i;
  }
  g_ptr_array_add (names, NULL);
  if (found < 0)
    report_attachment (book, owner, name, (const char *const *)names->pdata, diag);
  g_ptr_array_unref (names);
  return found;
}

void tz_book_find_attachments (TzBook *book, TzDiag *diag)
{
  for (guint i = 0; i < book->documents->len; i++) {
    TzBookDocument *document = book->documents->pdata[i];
    document->attached = g_array_new (FALSE, FALSE, sizeof (int));
    for (char **name = document->attachments; name && *name; name++) {
      int found = **name != '\0' ? find_attachment (book, document, *name, diag) : -1;
      if (found >= 0)
        g_array_append_val (document->attached, found);
    }
  }
}
