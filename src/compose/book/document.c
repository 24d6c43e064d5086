/* One document of a book: its kind, form, files and name. */
#include "compose/book/reader.h"

#include "base/data.h"
#include "base/intl.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "compose/form/placeholder.h"
#include "read/list.h"

#include <string.h>
#include <sys/stat.h>

static const char *const document_kinds[] = { "ledger", "table", "letter", "report", NULL };
static const char report_name[] = "report"; /* of a book that does not say */

static gboolean is_same_file (const char *a, const char *b)
{
  struct stat first, second;
  return stat (a, &first) == 0 && stat (b, &second) == 0 && first.st_dev == second.st_dev &&
         first.st_ino == second.st_ino;
}

static TzPlace place_of (const TzBookReader *r)
{
  return r->section ? r->section->place : tz_place_file (r->book->input);
}

/* Fills in the kind; FALSE with a finding for one that is not known. */
static gboolean read_kind (TzBookReader *r)
{
  const TzIniKey *key = tz_reader_own_key (r, "kind");
  if (!key)
    return TRUE;
  r->kind = key->value;
  if (g_strv_contains (document_kinds, key->value))
    return TRUE;
  char *kinds = g_strjoinv (", ", (char **)document_kinds);
  const char *near = tz_suggest (key->value, document_kinds);
  if (near)
    tz_diag_add (r->diag, TZ_ERROR, &key->value_place, "unsupported-kind",
                 _ ("there is no document of kind “%s”; did you mean “%s”?"), key->value, near);
  else
    tz_diag_add (r->diag, TZ_ERROR, &key->value_place, "unsupported-kind",
                 _ ("there is no document of kind “%s”; choose from: %s"), key->value, kinds);
  g_free (kinds);
  return FALSE;
}

static void choose_template (TzBookReader *r)
{
  const TzIniKey *key = tz_reader_own_key (r, "template");
  if (!key && !tz_reader_is_letter (r))
    key = tz_reader_book_key (r, "template");
  r->template_name = key ? key->value : tz_reader_is_letter (r) ? "official" : "generic";
  r->template_place = key ? key->value_place : place_of (r);
}

/* The path that KEY names, NULL with a finding if it is the book's own. g_free. */
char *tz_reader_path (const TzBookReader *r, const TzIniKey *key)
{
  char *path = tz_book_path (r->book, key->value);
  if (!is_same_file (path, r->book->input)) {
    if (tz_book_check_file (path, key, r->diag))
      return path;
    g_free (path);
    return NULL;
  }
  tz_diag_add (r->diag, TZ_ERROR, &key->value_place, "book-names-itself",
               tz_reader_is_letter (r) ? _ ("%s is this book itself; name the file with the text")
                                       : _ ("%s is this book itself; name the CSV file with the rows"),
               key->value);
  g_free (path);
  return NULL;
}

/* The text that a letter is made from, NULL with a finding. g_free. */
static char *read_text (const TzBookReader *r)
{
  const TzIniKey *key = tz_reader_own_key (r, "text");
  if (key && *key->value != '\0')
    return tz_reader_path (r, key);
  if (tz_reader_is_report (r)) {
    g_autofree char *folder = tz_data_path ("templates");
    return g_build_filename (folder, "report.txt", NULL);
  }
  TzPlace place = place_of (r);
  tz_diag_add (r->diag, TZ_ERROR, &place, "missing-data",
               _ ("the document does not say where its text is; add a line such as text = notice.txt"));
  return NULL;
}

/* The CSV that the document is made from, NULL with a finding. g_free. */
char *tz_reader_data (const TzBookReader *r)
{
  static const char *const names[] = { "data", "tasks" };
  const TzIniKey *key = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (names) && !key; i++)
    key = tz_reader_own_key (r, names[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (names) && !key; i++)
    key = tz_reader_book_key (r, names[G_N_ELEMENTS (names) - 1 - i]);
  if (!key || *key->value == '\0') {
    TzPlace place = place_of (r);
    tz_diag_add (
        r->diag, TZ_ERROR, &place, "missing-data",
        _ ("the book does not say where its rows are; add a line such as tasks = tasks.csv to [book], or "
           "data = limits.csv to the document"));
    return NULL;
  }
  return tz_reader_path (r, key);
}

/* The name of the document's files; NULL with a finding if no file can be called so. g_free. */
static char *read_name (const TzBookReader *r)
{
  const TzIniKey *key = r->section ? tz_reader_own_key (r, "name") : tz_reader_book_key (r, "name");
  TzPlace place = key ? key->value_place : place_of (r);
  char *name;
  if (key && strchr (key->value, '\\'))
    name = g_strdup (key->value); /* a separator elsewhere, not an escape */
  else if (key)
    name = tz_placeholder_expand (r->book->ini, key->value, NULL, FALSE, &place, r->diag);
  else
    name = r->section ? g_strdup (r->section->name) : tz_book_stem (r->book->input);
  if (tz_reader_is_report (r) && !r->section) {
    g_free (name);
    name = g_strdup (report_name);
  }
  if (tz_book_check_name (name, &place, r->diag))
    return name;
  g_free (name);
  return NULL;
}

static void check_distinct (const TzBookReader *r, const TzBookDocument *document)
{
  g_autofree char *folded = tz_utf8_fold_name (document->name);
  for (guint i = 0; i < r->book->documents->len; i++) {
    const TzBookDocument *other = r->book->documents->pdata[i];
    g_autofree char *other_folded = tz_utf8_fold_name (other->name);
    if (g_str_equal (folded, other_folded))
      tz_diag_add (
          r->diag, TZ_ERROR, &document->place, "duplicate-document",
          _ ("two documents would be written as “%s”; give one of them another name, such as name = ledger-2"),
          document->name);
  }
}

/* A form of letters cannot print rows, nor any other form a text: a finding if the two do not go together. */
static void check_kind (const TzBookReader *r, const TzTemplate *form)
{
  const TzIniKey *own = form ? tz_ini_lookup (form->own, "template", "", "kind") : NULL;
  gboolean of_letters = own && g_str_equal (own->value, "letter");
  if (form && of_letters && !tz_reader_is_letter (r))
    tz_diag_add (r->diag, TZ_ERROR, &r->template_place, "bad-value",
                 _ ("the template “%s” is for official documents; write kind = letter and text = … into the "
                    "document, or choose another template"),
                 r->template_name);
  else if (form && !of_letters && tz_reader_is_letter (r))
    tz_diag_add (
        r->diag, TZ_ERROR, &r->template_place, "bad-value",
        _ ("the template “%s” is not for official documents; choose official, letter-format, order or minutes"),
        r->template_name);
}

static void read_attachments (const TzBookReader *r, TzBookDocument *document)
{
  const TzIniKey *attachments = tz_reader_own_key (r, "attachments"), *sheets = tz_reader_own_key (r, "sheets");
  const TzIniKey *key = tz_reader_is_letter (r) ? attachments : sheets;
  if (attachments && !tz_reader_is_letter (r))
    tz_diag_add (r->diag, TZ_ERROR, &attachments->place, "bad-value",
                 _ ("only documents with kind = letter or report have attachments; delete this line, or write "
                    "sheets = … for further sheets of the workbook"));
  if (sheets && tz_reader_is_letter (r))
    tz_diag_add (r->diag, TZ_ERROR, &sheets->place, "bad-value",
                 _ ("a document with kind = letter or report has no further sheets; write attachments = …"));
  if (!key)
    return;
  document->attachments = tz_list_split (key->value, ",");
  document->attachments_place = key->value_place;
}

TzTemplate *tz_book_load_template (TzBook *book, const char *name, const TzIni *over, const TzPlace *place,
                                   TzDiag *diag)
{
  gboolean is_path = strchr (name, '/') || g_str_has_suffix (name, ".ini");
  g_autofree char *path = is_path ? tz_book_path (book, name) : g_strdup (name);
  TzDiag *found = tz_diag_new ();
  TzTemplate *form = tz_template_load_from (book->files, path, over, place, found);
  tz_diag_merge (diag, found);
  return form;
}

TzTemplate *tz_reader_load_template (TzBookReader *r)
{
  choose_template (r);
  TzIni *over = tz_reader_inherit (r);
  TzTemplate *form = tz_book_load_template (r->book, r->template_name, over, &r->template_place, r->diag);
  tz_ini_free (over);
  return form;
}

void tz_book_document_free (gpointer data)
{
  TzBookDocument *document = data;
  g_free (document->name);
  g_free (document->data);
  g_strfreev (document->attachments);
  if (document->attached)
    g_array_unref (document->attached);
  tz_template_free (document->form);
  g_free (document);
}

void tz_book_read_document (TzBook *book, const TzIniSection *section, const char *kind, char *take_data,
                            TzDiag *diag)
{
  TzBookReader r = { .book = book, .section = section, .kind = kind, .diag = diag };
  if (!read_kind (&r)) {
    g_free (take_data);
    return;
  }
  TzBookDocument *document = g_new0 (TzBookDocument, 1);
  document->form = tz_reader_load_template (&r);
  document->place = place_of (&r);
  document->key = section ? section->name : NULL;
  document->data = take_data ? take_data : tz_reader_is_letter (&r) ? read_text (&r) : tz_reader_data (&r);
  document->name = read_name (&r);
  document->is_report = tz_reader_is_report (&r);
  document->is_common = tz_reader_is_report (&r) && !tz_reader_own_key (&r, "text");
  check_kind (&r, document->form);
  read_attachments (&r, document);
  if (document->data && document->name && document->form) {
    check_distinct (&r, document);
    g_ptr_array_add (book->documents, document);
  } else {
    tz_book_document_free (document);
  }
}
