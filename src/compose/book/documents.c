/* Which documents a book has, and what each takes from it:
 *
 *   [book] and the form sections    every document with the book's own template
 *   tagged, binding of [page]       every document: they say nothing about a form
 *   title, label, unit-line, notes  of [book]: not for tables beside a ledger
 *   [document NAME]                 that document; page.paper = A4 sets a form's key
 */
#include "compose/book/data.h"

#include "base/data.h"
#include "base/intl.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "compose/form/placeholder.h"
#include "compose/form/section.h"
#include "read/ini_store.h"
#include "read/list.h"

#include <string.h>
#include <sys/stat.h>

static const char *const document_kinds[] = { "ledger", "table", "letter", "report", NULL };
static const char *const document_keys[] = { "kind", "name",        "template", "data",   "tasks",
                                             "text", "attachments", "figures",  "sheets", NULL };
static const char report_name[] = "report"; /* of a book that does not say */

/* ── names and paths ─────────────────────────────────────────────────────── */

static gboolean is_same_file (const char *a, const char *b)
{
  struct stat first, second;
  return stat (a, &first) == 0 && stat (b, &second) == 0 && first.st_dev == second.st_dev &&
         first.st_ino == second.st_ino;
}

/* ── what a document takes from the book ─────────────────────────────────── */

typedef struct {
  TzBook *book;
  const TzIniSection *section; /* [document …], NULL: the book itself is the document */
  const char *template_name, *kind;
  TzPlace template_place;
  TzDiag *diag;
} Reader;

static const TzIniKey *document_key (const Reader *r, const char *key)
{
  return r->section ? tz_ini_lookup (r->book->ini, "document", r->section->name, key) : NULL;
}

static const TzIniKey *book_key (const Reader *r, const char *key)
{
  return tz_ini_lookup (r->book->ini, "book", "", key);
}

/* Sections that a book has for itself; all others are its form's. */
static gboolean is_book_section (const char *kind)
{
  return g_str_equal (kind, "units") || g_str_equal (kind, "regions") || g_str_equal (kind, "document") ||
         g_str_equal (kind, "template") || g_str_equal (kind, "fonts");
}

static gboolean is_report (const Reader *r)
{
  return g_strcmp0 (r->kind, "report") == 0;
}

static gboolean is_letter (const Reader *r)
{
  return g_strcmp0 (r->kind, "letter") == 0 || is_report (r);
}

/* The book's template is a table's: a letter never takes it. */
static gboolean has_own_template (const Reader *r)
{
  if (is_letter (r))
    return TRUE;
  const TzIniKey *own = document_key (r, "template"), *common = book_key (r, "template");
  return own && !(common && g_str_equal (own->value, common->value));
}

/* What a book says of all its documents, whatever their forms. */
static gboolean is_common (const TzIniSection *section, const char *key)
{
  return g_str_equal (section->kind, "page") && (g_str_equal (key, "tagged") || g_str_equal (key, "binding"));
}

static gboolean takes_key (const Reader *r, const TzIniSection *section, const char *key)
{
  if (g_str_equal (section->kind, "book"))
    return !(is_letter (r) || (r->section && g_strcmp0 (r->kind, "table") == 0)) ||
           !tz_form_is_table_text (key);
  return g_str_equal (section->kind, "values") || !has_own_template (r) || is_common (section, key);
}

static void take_section (const Reader *r, TzIni *over, const TzIniSection *section)
{
  for (int i = 0; i < section->n_keys; i++)
    if (takes_key (r, section, section->keys[i].key))
      tz_ini_store_key (over, tz_ini_store_section (over, section->kind, section->name, section->place),
                        &section->keys[i]);
}

static gboolean is_document_key (const char *key)
{
  return g_strv_contains (document_keys, key);
}

static void report_document_key (const Reader *r, const TzIniKey *key)
{
  GPtrArray *known = g_ptr_array_new ();
  for (const char *const *name = document_keys; *name; name++)
    g_ptr_array_add (known, (gpointer)*name);
  for (const char *const *name = tz_form_book_keys (); *name; name++)
    g_ptr_array_add (known, (gpointer)*name);
  for (const char *const *name = tz_letter_keys (); is_report (r) && *name; name++)
    g_ptr_array_add (known, (gpointer)*name);
  g_ptr_array_add (known, NULL);
  tz_section_report_unknown (r->section, key, (const char *const *)known->pdata, r->diag);
  g_ptr_array_unref (known);
}

static void take_document_key (const Reader *r, TzIni *over, const TzIniKey *key)
{
  if (is_document_key (key->key))
    return;
  /* What the text's key block may want: {number}, {to} … */
  if (is_report (r) && tz_letter_is_key (key->key) && !g_strv_contains (tz_form_book_keys (), key->key)) {
    tz_ini_store_key (over, tz_ini_store_section (over, "values", "", key->place), key);
    return;
  }
  gboolean dotted = strchr (key->key, '.') != NULL;
  if (!dotted && !g_strv_contains (tz_form_book_keys (), key->key)) {
    report_document_key (r, key);
    return;
  }
  if (!tz_form_put (over, key))
    report_document_key (r, key);
}

static TzIni *document_over (const Reader *r)
{
  TzIni *over = tz_ini_new (tz_ini_file (r->book->ini));
  for (int i = 0; i < tz_ini_n_sections (r->book->ini); i++) {
    const TzIniSection *section = tz_ini_section (r->book->ini, i);
    if (!is_book_section (section->kind))
      take_section (r, over, section);
  }
  for (int i = 0; r->section && i < r->section->n_keys; i++)
    take_document_key (r, over, &r->section->keys[i]);
  if (r->kind)
    tz_ini_put (over, "template", "", "kind", is_letter (r) ? "letter" : r->kind);
  return over;
}

/* ── one document ────────────────────────────────────────────────────────── */

static TzPlace place_of (const Reader *r)
{
  return r->section ? r->section->place : tz_place_file (r->book->input);
}

/* FALSE for a kind that there is not. */
static gboolean read_kind (Reader *r)
{
  const TzIniKey *key = document_key (r, "kind");
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

static void read_template (Reader *r)
{
  const TzIniKey *key = document_key (r, "template");
  if (!key && !is_letter (r))
    key = book_key (r, "template");
  r->template_name = key ? key->value : is_letter (r) ? "official" : "generic";
  r->template_place = key ? key->value_place : place_of (r);
}

/* The path that KEY names, NULL with a finding if it is the book's own. g_free. */
static char *read_path (const Reader *r, const TzIniKey *key)
{
  char *path = tz_book_path (r->book, key->value);
  if (!is_same_file (path, r->book->input)) {
    if (tz_book_check_file (path, key, r->diag))
      return path;
    g_free (path);
    return NULL;
  }
  tz_diag_add (r->diag, TZ_ERROR, &key->value_place, "book-names-itself",
               is_letter (r) ? _ ("%s is this book itself; name the file with the text")
                             : _ ("%s is this book itself; name the CSV file with the rows"),
               key->value);
  g_free (path);
  return NULL;
}

/* The text that a letter is made from, NULL with a finding. g_free. */
static char *read_text (const Reader *r)
{
  const TzIniKey *key = document_key (r, "text");
  if (key && *key->value != '\0')
    return read_path (r, key);
  if (is_report (r)) {
    g_autofree char *folder = tz_data_path ("templates");
    return g_build_filename (folder, "report.txt", NULL);
  }
  TzPlace place = place_of (r);
  tz_diag_add (r->diag, TZ_ERROR, &place, "missing-data",
               _ ("the document does not say where its text is; add a line such as text = notice.txt"));
  return NULL;
}

/* The CSV that the document is made from, NULL with a finding. g_free. */
static char *read_data (const Reader *r)
{
  static const char *const names[] = { "data", "tasks" };
  const TzIniKey *key = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (names) && !key; i++)
    key = document_key (r, names[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (names) && !key; i++)
    key = book_key (r, names[G_N_ELEMENTS (names) - 1 - i]);
  if (!key || *key->value == '\0') {
    TzPlace place = place_of (r);
    tz_diag_add (
        r->diag, TZ_ERROR, &place, "missing-data",
        _ ("the book does not say where its rows are; add a line such as tasks = tasks.csv to [book], or "
           "data = limits.csv to the document"));
    return NULL;
  }
  return read_path (r, key);
}

/* NULL with a finding if it cannot be a file's name. g_free. */
static char *read_name (const Reader *r)
{
  const TzIniKey *key = r->section ? document_key (r, "name") : book_key (r, "name");
  TzPlace place = key ? key->value_place : place_of (r);
  char *name;
  if (key && strchr (key->value, '\\'))
    name = g_strdup (key->value); /* a separator elsewhere, not an escape */
  else if (key)
    name = tz_placeholder_expand (r->book->ini, key->value, NULL, FALSE, &place, r->diag);
  else
    name = r->section ? g_strdup (r->section->name) : tz_book_stem (r->book->input);
  if (is_report (r) && !r->section) {
    g_free (name);
    name = g_strdup (report_name);
  }
  if (tz_book_check_name (name, &place, r->diag))
    return name;
  g_free (name);
  return NULL;
}

static void check_distinct (const Reader *r, const TzBookDocument *document)
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

/* A form of letters makes nothing of a CSV, nor another form of a text. */
static void check_kind (const Reader *r, const TzTemplate *form)
{
  const TzIniKey *own = form ? tz_ini_lookup (form->own, "template", "", "kind") : NULL;
  gboolean of_letters = own && g_str_equal (own->value, "letter");
  if (form && of_letters && !is_letter (r))
    tz_diag_add (r->diag, TZ_ERROR, &r->template_place, "bad-value",
                 _ ("the template “%s” is for official documents; write kind = letter and text = … into the "
                    "document, or choose another template"),
                 r->template_name);
  else if (form && !of_letters && is_letter (r))
    tz_diag_add (
        r->diag, TZ_ERROR, &r->template_place, "bad-value",
        _ ("the template “%s” is not for official documents; choose official, letter-format, order or minutes"),
        r->template_name);
}

static void read_attachments (const Reader *r, TzBookDocument *document)
{
  const TzIniKey *attachments = document_key (r, "attachments"), *sheets = document_key (r, "sheets");
  const TzIniKey *key = is_letter (r) ? attachments : sheets;
  if (attachments && !is_letter (r))
    tz_diag_add (r->diag, TZ_ERROR, &attachments->place, "bad-value",
                 _ ("only documents with kind = letter or report have attachments; delete this line, or write "
                    "sheets = … for further sheets of the workbook"));
  if (sheets && is_letter (r))
    tz_diag_add (r->diag, TZ_ERROR, &sheets->place, "bad-value",
                 _ ("a document with kind = letter or report has no further sheets; write attachments = …"));
  if (!key)
    return;
  document->attachments = tz_list_split (key->value, ",");
  document->attachments_place = key->value_place;
}

/* A template of the book's own is looked for from the book. */
static TzTemplate *load_template (const Reader *r, const TzIni *over)
{
  gboolean is_path = strchr (r->template_name, '/') || g_str_has_suffix (r->template_name, ".ini");
  g_autofree char *path = is_path ? tz_book_path (r->book, r->template_name) : g_strdup (r->template_name);
  return tz_template_load (path, over, &r->template_place, r->diag);
}

/* KIND: of a document without a section, NULL: a ledger. */
static void read_document (TzBook *book, const TzIniSection *section, const char *kind, char *data,
                           TzDiag *diag)
{
  Reader r = { .book = book, .section = section, .kind = kind, .diag = diag };
  if (!read_kind (&r)) {
    g_free (data);
    return;
  }
  read_template (&r);
  TzIni *over = document_over (&r);
  TzBookDocument *document = g_new0 (TzBookDocument, 1);
  document->place = place_of (&r);
  document->key = section ? section->name : NULL;
  document->data = data ? data : is_letter (&r) ? read_text (&r) : read_data (&r);
  document->name = read_name (&r);
  document->is_report = is_report (&r);
  document->is_common = is_report (&r) && !document_key (&r, "text");
  document->form = load_template (&r, over);
  tz_ini_free (over);
  check_kind (&r, document->form);
  read_attachments (&r, document);
  if (document->data && document->name && document->form) {
    check_distinct (&r, document);
    g_ptr_array_add (book->documents, document);
    return;
  }
  g_free (document->data);
  g_free (document->name);
  g_strfreev (document->attachments);
  tz_template_free (document->form);
  g_free (document);
}

/* ── the book ────────────────────────────────────────────────────────────── */

static void check_sections (const TzBook *book, TzDiag *diag)
{
  static const char *const own[] = { "units", "regions", "document" };
  GPtrArray *known = g_ptr_array_new ();
  for (const char *const *kind = tz_form_section_kinds (); *kind; kind++)
    g_ptr_array_add (known, (gpointer)*kind);
  for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
    g_ptr_array_add (known, (gpointer)own[i]);
  g_ptr_array_add (known, NULL);
  for (int i = 0; i < tz_ini_n_sections (book->ini); i++) {
    const TzIniSection *section = tz_ini_section (book->ini, i);
    const char *near = tz_suggest (section->kind, (const char *const *)known->pdata);
    if (g_strv_contains ((const char *const *)known->pdata, section->kind))
      continue;
    if (near)
      tz_diag_add (diag, TZ_ERROR, &section->place, "unknown-section",
                   _ ("there is no section [%s]; did you mean [%s]?"), section->kind, near);
    else
      tz_diag_add (diag, TZ_ERROR, &section->place, "unknown-section",
                   _ ("there is no section [%s]; delete it or correct its name"), section->kind);
  }
  g_ptr_array_unref (known);
}

static int n_reports (const TzBook *book)
{
  int n = 0;
  for (guint i = 0; i < book->documents->len; i++)
    n += ((const TzBookDocument *)book->documents->pdata[i])->is_report;
  return n;
}

/* Where only reports are made they come first. */
static void choose_documents (TzBook *book, TzDiag *diag)
{
  if (book->reports && n_reports (book) == 0)
    read_document (book, NULL, "report", NULL, diag);
  book->n_made = book->reports ? n_reports (book) : (int)book->documents->len;
  for (int i = 0, next = 0; book->reports && i < (int)book->documents->len; i++) {
    TzBookDocument *document = book->documents->pdata[i];
    if (!document->is_report)
      continue;
    memmove (book->documents->pdata + next + 1, book->documents->pdata + next,
             sizeof (gpointer) * (gsize)(i - next));
    book->documents->pdata[next++] = document;
  }
}

/* ── what a report is about ──────────────────────────────────────────────── */

/* The document that shows the rows in PATH; without a path, the first ledger. */
static const TzBookDocument *find_ledger (const TzBook *book, const char *path)
{
  for (guint i = 0; i < book->documents->len; i++) {
    const TzBookDocument *document = book->documents->pdata[i];
    if (document->form->kind == TZ_FORM_LEDGER && (!path || g_str_equal (path, document->data)))
      return document;
  }
  return NULL;
}

/* The path of the tasks, NULL with a finding; LEDGER shows them, NULL: no document does. g_free. */
static char *find_tasks (const Reader *r, const TzBookDocument **ledger)
{
  const TzIniKey *tasks = book_key (r, "tasks");
  if (!tasks || *tasks->value == '\0')
    tasks = book_key (r, "data");
  char *path = tasks && *tasks->value != '\0' ? read_path (r, tasks) : NULL;
  *ledger = find_ledger (r->book, path);
  if (path || (tasks && *tasks->value != '\0'))
    return path;
  return *ledger ? g_strdup ((*ledger)->data) : read_data (r);
}

static TzTemplate *load_tasks_form (Reader *r)
{
  read_template (r);
  TzIni *over = document_over (r);
  TzTemplate *form = load_template (r, over);
  tz_ini_free (over);
  return form;
}

TzCsv *tz_book_load_tasks (const TzBook *book, char **path, TzTemplate **form, TzDiag *diag)
{
  Reader r = { .book = (TzBook *)book, .diag = diag };
  const TzBookDocument *ledger = NULL;
  *form = NULL;
  *path = find_tasks (&r, &ledger);
  TzCsv *csv = *path ? tz_csv_load (*path, *path, NULL, diag) : NULL;
  TzTemplate *own = csv && !ledger ? load_tasks_form (&r) : NULL;
  if (csv && (ledger || own)) {
    g_autofree char *stem = tz_book_stem (*path);
    *form = tz_template_adapt (ledger ? ledger->form : own, csv, stem, diag);
  }
  tz_template_free (own);
  if (*form)
    return csv;
  if (csv)
    tz_csv_free (csv);
  g_clear_pointer (path, g_free);
  return NULL;
}

void tz_book_read_documents (TzBook *book, TzDiag *diag)
{
  int n = 0;
  check_sections (book, diag);
  for (int i = 0; i < tz_ini_n_sections (book->ini); i++) {
    const TzIniSection *section = tz_ini_section (book->ini, i);
    if (!g_str_equal (section->kind, "document"))
      continue;
    read_document (book, section, NULL, NULL, diag);
    n++;
  }
  if (n == 0)
    read_document (book, NULL, NULL, NULL, diag);
  choose_documents (book, diag);
  tz_book_find_attachments (book, diag);
}

void tz_book_read_csv (TzBook *book, TzDiag *diag)
{
  read_document (book, NULL, NULL, g_strdup (book->input), diag);
  choose_documents (book, diag);
  tz_book_find_attachments (book, diag);
}
