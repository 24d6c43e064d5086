/* What a document takes from its book, laid over its form:
 *
 *   [book] and the form sections    every document with the book's own template
 *   tagged, binding of [page]       every document: they say nothing about a form
 *   title, label, unit-line, notes  of [book]: not for tables beside a ledger
 *   [document NAME]                 that document; page.paper = A4 sets a form's key
 */
#include "compose/book/reader.h"

#include "compose/form/keys.h"
#include "compose/form/section.h"
#include "read/ini_store.h"

#include <string.h>

const TzIniKey *tz_reader_own_key (const TzBookReader *r, const char *key)
{
  return r->section ? tz_ini_lookup (r->book->ini, "document", r->section->name, key) : NULL;
}

const TzIniKey *tz_reader_book_key (const TzBookReader *r, const char *key)
{
  return tz_ini_lookup (r->book->ini, "book", "", key);
}

/* Sections that a book has for itself; all others are its form's. */
static gboolean is_book_section (const char *kind)
{
  const TzSectionEntry *entry = tz_section_entry (kind);
  return entry && (entry->readers & TZ_KEPT);
}

gboolean tz_reader_is_report (const TzBookReader *r)
{
  return g_strcmp0 (r->kind, "report") == 0;
}

gboolean tz_reader_is_letter (const TzBookReader *r)
{
  return g_strcmp0 (r->kind, "letter") == 0 || tz_reader_is_report (r);
}

/* Whether the document has another template than the book. The book's is one of tables, so that a letter always
 * has another. */
static gboolean has_own_template (const TzBookReader *r)
{
  if (tz_reader_is_letter (r))
    return TRUE;
  const TzIniKey *own = tz_reader_own_key (r, "template"), *common = tz_reader_book_key (r, "template");
  return own && !(common && g_str_equal (own->value, common->value));
}

/* What a book says of all its documents, whatever their forms. */
static gboolean is_common (const TzIniSection *section, const char *key)
{
  return g_str_equal (section->kind, "page") && (g_str_equal (key, "tagged") || g_str_equal (key, "binding"));
}

static gboolean takes_key (const TzBookReader *r, const TzIniSection *section, const char *key)
{
  if (g_str_equal (section->kind, "book"))
    return !(tz_reader_is_letter (r) || (r->section && g_strcmp0 (r->kind, "table") == 0)) ||
           !tz_form_is_table_text (key);
  return g_str_equal (section->kind, "values") || !has_own_template (r) || is_common (section, key);
}

static void take_section (const TzBookReader *r, TzIni *over, const TzIniSection *section)
{
  for (int i = 0; i < section->n_keys; i++)
    if (takes_key (r, section, section->keys[i].key))
      tz_ini_store_key (over, tz_ini_store_section (over, section->kind, section->name, section->place),
                        &section->keys[i]);
}

static void report_document_key (const TzBookReader *r, const TzIniKey *key)
{
  GPtrArray *known = g_ptr_array_new ();
  g_autofree const char **own = tz_key_names ("document");
  for (const char **name = own; *name; name++)
    g_ptr_array_add (known, (gpointer)*name);
  for (const char *const *name = tz_form_book_keys (); *name; name++)
    g_ptr_array_add (known, (gpointer)*name);
  for (const char *const *name = tz_letter_keys (); tz_reader_is_report (r) && *name; name++)
    g_ptr_array_add (known, (gpointer)*name);
  g_ptr_array_add (known, NULL);
  tz_section_report_unknown (r->section, key, (const char *const *)known->pdata, r->diag);
  g_ptr_array_unref (known);
}

static void take_document_key (const TzBookReader *r, TzIni *over, const TzIniKey *key)
{
  if (tz_key_is_known ("document", key->key))
    return;
  /* What the text's key block may want: {number}, {to} … */
  if (tz_reader_is_report (r) && tz_letter_is_key (key->key) &&
      !g_strv_contains (tz_form_book_keys (), key->key)) {
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

TzIni *tz_reader_inherit (const TzBookReader *r)
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
    tz_ini_put (over, "template", "", "kind", tz_reader_is_letter (r) ? "letter" : r->kind);
  return over;
}
