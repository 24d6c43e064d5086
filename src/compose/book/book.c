/* A book and the words of the command line that stand above its own. */
#include "compose/book/data.h"

#include "base/intl.h"
#include "model/period.h"
#include "read/file.h"

#include <string.h>

void tz_book_free (TzBook *book)
{
  if (!book)
    return;
  g_ptr_array_unref (book->rows);
  g_ptr_array_unref (book->documents);
  tz_template_free (book->tasks_form);
  tz_aliases_free (book->units);
  tz_aliases_free (book->regions);
  tz_calendar_free (book->calendar);
  tz_files_free (book->files);
  if (book->ini)
    tz_ini_free (book->ini);
  g_free (book->input);
  g_free (book);
}

/* Lays VALUE over KEY of [book]. A finding about it names OPTION ("-p") in the place of a file. */
static void lay_option (TzIni *ini, const char *option, const char *key, const char *value)
{
  TzIni *said = tz_ini_new (option);
  tz_ini_put (said, "book", "", key, value);
  tz_ini_overlay (ini, said);
  tz_ini_free (said);
}

/* -p. The book's own as-of is a day of the book's own period. If WORDS ask for another period, that period's
 * last day is the day of the report, unless --as-of names one. */
static void lay_period (TzIni *ini, const char *words)
{
  const TzIniKey *own = tz_ini_lookup (ini, "book", "", "period");
  const TzIniKey *as_of = tz_ini_lookup (ini, "book", "", "as-of");
  TzPeriod asked, before;
  gboolean same = own && tz_period_parse (own->value, &before) && tz_period_parse (words, &asked) &&
                  tz_period_compare (&asked, &before) == 0;
  if (as_of && *as_of->value != '\0' && !same && tz_period_parse (words, &asked)) {
    GDate last;
    tz_period_last_day (&asked, &last);
    g_autofree char *day = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&last), g_date_get_month (&last),
                                            g_date_get_day (&last));
    lay_option (ini, "-p", "as-of", day);
  }
  lay_option (ini, "-p", "period", words);
}

/* Lays the options -t, -p, --as-of and -s over the book's own keys. An -s that cannot be understood is a
 * finding. */
static void lay_options (TzIni *ini, const TzBookOptions *options, TzDiag *diag)
{
  TzIni *sets = tz_ini_new ("-s");
  if (options->template_name)
    lay_option (ini, "-t", "template", options->template_name);
  if (options->period)
    lay_period (ini, options->period);
  if (options->as_of)
    lay_option (ini, "--as-of", "as-of", options->as_of);
  for (const char *const *spec = options->sets; spec && *spec; spec++)
    if (!tz_ini_set (sets, *spec))
      tz_diag_add (diag, TZ_ERROR, NULL, "bad-option",
                   _ ("-s %s is not understood; write -s SECTION.KEY=VALUE, such as -s page.paper=A4"), *spec);
  tz_ini_overlay (ini, sets);
  tz_ini_free (sets);
}

static void read_fonts (TzBook *book)
{
  for (int role = 0; role < TZ_N_ROLES; role++) {
    const TzIniKey *key = tz_ini_lookup (book->ini, "fonts", "", tz_role_key ((TzRole)role));
    if (key && *key->value != '\0')
      book->fonts[role] = key->value;
    else if (book->documents->len > 0)
      book->fonts[role] = ((TzBookDocument *)book->documents->pdata[0])->form->fonts[role];
  }
}

/* The first line of INI that says something opens a section. Bytes of marks, and of UTF-16 beside ASCII, are
 * passed over. */
static gboolean begins_as_ini (const GByteArray *bytes)
{
  gboolean remark = FALSE;
  for (guint i = 0; i < bytes->len; i++) {
    guint8 c = bytes->data[i];
    if (c == '\n')
      remark = FALSE;
    else if (c == ';' || c == '#')
      remark = TRUE;
    else if (!remark && c > ' ' && c < 0x80)
      return c == '[';
    else if (!remark && c >= 0x80 && i > 2)
      return FALSE;
  }
  return FALSE;
}

/* Standard input has no name that tells. */
static gboolean is_book (const char *input, TzDiag *diag)
{
  if (!tz_file_is_stdin (input))
    return g_str_has_suffix (input, ".ini");
  GByteArray *bytes = tz_file_load (input, input, diag);
  gboolean is_ini = bytes && begins_as_ini (bytes);
  if (bytes)
    g_byte_array_unref (bytes);
  return is_ini;
}

TzBook *tz_book_load (const char *input, const TzBookOptions *options, TzDiag *diag)
{
  static const TzBookOptions none;
  guint errors = tz_diag_n_errors (diag);
  TzBook *book = g_new0 (TzBook, 1);
  book->input = g_strdup (input);
  book->is_ini = is_book (input, diag);
  book->documents = g_ptr_array_new_with_free_func (tz_book_document_free);
  book->files = tz_files_new ();
  book->rows = g_ptr_array_new_with_free_func (tz_book_rows_free);
  book->ini = book->is_ini ? tz_ini_load (input, input, diag) : tz_ini_new (input);
  if (book->ini) {
    lay_options (book->ini, options ? options : &none, diag);
    book->reports = options && options->reports;
    if (book->is_ini)
      tz_book_read_documents (book, diag);
    else
      tz_book_read_csv (book, diag);
  }
  if (book->ini && tz_diag_n_errors (diag) == errors) {
    read_fonts (book);
    return book;
  }
  tz_book_free (book);
  return NULL;
}

int tz_book_n_documents (const TzBook *book)
{
  return book->n_made;
}

const TzBookDocument *tz_book_document (const TzBook *book, int i)
{
  g_assert (i >= 0 && i < (int)book->documents->len);
  return book->documents->pdata[i];
}

const char *tz_book_document_name (const TzBook *book, int i)
{
  return tz_book_document (book, i)->name;
}

TzPlace tz_book_document_place (const TzBook *book, int i)
{
  return tz_book_document (book, i)->place;
}

const char *const *tz_book_fonts (const TzBook *book)
{
  return book->fonts;
}

static void add_counters (GPtrArray *sections, const TzIni *ini)
{
  const TzIniSection *section = tz_ini_lookup_section (ini, "counters", "");
  if (section)
    g_ptr_array_add (sections, (gpointer)section);
}

GPtrArray *tz_book_counters (const TzBook *book)
{
  GPtrArray *sections = g_ptr_array_new ();
  for (guint i = 0; i < book->documents->len; i++)
    add_counters (sections, ((const TzBookDocument *)book->documents->pdata[i])->form->ini);
  add_counters (sections, book->ini);
  return sections;
}
