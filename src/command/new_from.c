#include "command/new_from.h"

#include "base/intl.h"
#include "base/list.h"
#include "command/job.h"
#include "command/new_folder.h"
#include "compose/book/start.h"
#include "compose/book/tables.h"
#include "compose/form/placeholder.h"
#include "layout/flow.h"
#include "output/dump.h"
#include "read/source.h"

#include <string.h>

/* A table of the file, made into pages as "taizhang build" does it. */
typedef struct {
  char *source;
  TzBook *book;
  TzDoc *doc;
  TzLayout *layout;
  TzLen *widths;
  char *form; /* the shipped form, or the user's; NULL: one is written */
} Table;

typedef struct {
  const TzWords *words;
  TzOutcome *outcome;
  TzTypesetter *setter;
  TzMeasure measure;
  TzKnownForms *known;
  GPtrArray *tables; /* of Table */
} New;

static void table_free (gpointer data)
{
  Table *table = data;
  tz_layout_free (table->layout);
  tz_doc_free (table->doc);
  tz_book_free (table->book);
  g_free (table->source);
  g_free (table->widths);
  g_free (table->form);
  g_free (table);
}

/* The one document of the table in SOURCE, by FORM (NULL: none) and called TITLE ("": as it is). */
static TzDoc *compose (const char *source, const char *form, const char *title, TzBook **book, TzDiag *diag)
{
  g_autofree char *escaped = tz_placeholder_escape (title), *set = g_strconcat ("book.title=", escaped, NULL);
  const char *sets[] = { *title != '\0' ? set : NULL, NULL };
  TzBookOptions options = { .template_name = form, .sets = sets };
  *book = tz_book_load (source, &options, diag);
  return *book ? tz_book_compose (*book, 0, diag) : NULL;
}

static TzLen *widths_of (const TzSized *sized)
{
  TzLen *widths = g_new0 (TzLen, (gsize)sized->n_cols + 1);
  for (int col = 0; col < sized->n_cols; col++)
    widths[col] = sized->x[col + 1] - sized->x[col];
  return widths;
}

/* The first table of what DOC holds, which is all that a document of a book may have. */
static void drop_following (TzDoc *doc)
{
  TzTable *first = ((TzBlock *)doc->blocks->pdata[0])->table;
  g_clear_pointer (&doc->following, g_ptr_array_unref);
  g_ptr_array_set_size (doc->blocks, 1);
  g_clear_pointer (&first->outline_name, g_free); /* it is one of several no more */
}

/* Makes pages of the table in SOURCE, called TITLE ("": as it is); without them there is nothing to begin with.
 */
static void add_table (New *n, const char *source, const char *title)
{
  Table *table = g_new0 (Table, 1);
  TzDiag *found = tz_diag_new ();
  table->source = g_strdup (source);
  table->doc = compose (source, NULL, title, &table->book, found);
  if (table->doc)
    drop_following (table->doc);
  table->layout = table->doc ? tz_layout_new (table->doc, &n->measure, found) : NULL;
  if (table->layout) {
    table->widths = widths_of (tz_layout_sized (table->layout, 0));
    g_ptr_array_add (n->tables, table);
  } else {
    table_free (table);
  }
  tz_diag_merge (n->outcome->diag, found);
}

/* The first table of ROWS that is more than sentences, such as on how to fill one in; NULL: there is none. */
static TzFoundTable *first_table (TzRows *rows)
{
  g_autoptr (GPtrArray) found = tz_tables_find (rows, NULL);
  for (guint i = 0; i < found->len; i++)
    if (!((const TzFoundTable *)found->pdata[i])->prose)
      return g_ptr_array_steal_index (found, i);
  return NULL;
}

static void report_bare (const New *n, GPtrArray *bare)
{
  TzPlace place = tz_place_file (n->words->from);
  if (bare->len == 0)
    return;
  g_ptr_array_add (bare, NULL);
  g_autofree char *names = tz_list_and ((const char *const *)bare->pdata);
  tz_diag_add (n->outcome->diag, TZ_NOTE, &place, "sheets-left-out",
               _ ("no table with rows is in %s; what stands there is not read"), names);
}

/* One of several TABLES, which without a title of its own is called as its sheet. */
static void add_one_of (New *n, const GPtrArray *tables, guint i)
{
  const TzFoundTable *table = tables->pdata[i];
  g_autofree char *name = table->around->title ? g_strdup ("") : tz_book_table_stem (tables, i, "");
  add_table (n, tz_records_file (table->records), name);
}

/* The sheets of the file that hold tables, each a table. */
static void find_tables (New *n)
{
  g_autofree char *shown = g_utf8_make_valid (n->words->from, -1);
  TzDiag *found = tz_diag_new ();
  g_autoptr (GPtrArray) sheets = tz_source_load (n->words->from, shown, NULL, found), bare = g_ptr_array_new ();
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_found_table_free);
  for (guint i = 0; sheets && i < sheets->len; i++) {
    TzFoundTable *table = first_table (sheets->pdata[i]);
    g_ptr_array_add (table ? tables : bare,
                     table ? (gpointer)table : (gpointer)tz_rows_file (sheets->pdata[i]));
  }
  if (tables->len < 2) {
    tz_diag_free (found); /* told anew */
    add_table (n, n->words->from, "");
    return;
  }
  tz_diag_merge (n->outcome->diag, found);
  for (guint i = 0; i < tables->len; i++)
    add_one_of (n, tables, i);
  report_bare (n, bare);
}

/* Whether FORM prints the table in SOURCE without an error. */
static gboolean prints (const char *source, const char *form)
{
  TzDiag *diag = tz_diag_new ();
  TzBook *book = NULL;
  TzDoc *doc = compose (source, form, "", &book, diag);
  gboolean good = doc && tz_diag_n_errors (diag) == 0;
  tz_doc_free (doc);
  tz_book_free (book);
  tz_diag_free (diag);
  return good;
}

static void choose_forms (New *n)
{
  for (guint i = 0; i < n->tables->len; i++) {
    Table *table = n->tables->pdata[i];
    TzFormFit fit = tz_start_nearest (table->book, n->known);
    if (n->words->template_name)
      table->form = tz_new_settle_form (n->words->template_name);
    else if (fit.complete && prints (table->source, fit.name))
      table->form = g_strdup (fit.name);
  }
}

static TzStartTable *start_tables (const New *n, int care)
{
  TzStartTable *tables = g_new0 (TzStartTable, n->tables->len);
  for (guint i = 0; i < n->tables->len; i++) {
    const Table *table = n->tables->pdata[i];
    tables[i] = (TzStartTable){ .source = table->source,
                                .book = table->book,
                                .paper = &table->layout->paper,
                                .widths = table->widths,
                                .form = table->form,
                                .asked = n->words->template_name != NULL,
                                .as_taken = care > 0,
                                .by_place = care > 1 };
  }
  return tables;
}

/* Whether document I of the new BOOK stands on the same pages as its table does without a book. */
static gboolean has_same_pages (const New *n, TzBook *book, int i, TzDiag *diag)
{
  const Table *table = n->tables->pdata[i];
  TzDoc *doc = tz_book_compose (book, i, diag);
  TzLayout *layout = doc ? tz_layout_new (doc, &n->measure, diag) : NULL;
  g_autofree char *wanted = tz_dump (table->layout, "pages"), *got = layout ? tz_dump (layout, "pages") : NULL;
  gboolean same = got && (table->form || g_str_equal (wanted, got));
  tz_layout_free (layout);
  tz_doc_free (doc);
  return same;
}

/* Whether the book in FOLDER prints what was found in the file. What is wrong with it goes to DIAG. */
static gboolean is_right (const New *n, const TzFolder *folder, TzDiag *diag)
{
  g_autofree char *path = g_build_filename (tz_folder_hidden (folder), TZ_START_BOOK, NULL);
  TzBook *book = tz_book_load (path, NULL, diag);
  gboolean right = book != NULL;
  for (guint i = 0; book && i < n->tables->len; i++)
    right &= has_same_pages (n, book, (int)i, diag);
  tz_book_free (book);
  return right && tz_diag_n_errors (diag) == 0;
}

static TzFolder *fill (const New *n, int care)
{
  char *sheet, *file = tz_source_path (n->words->from, &sheet);
  TzStartTable *tables = start_tables (n, care);
  GPtrArray *files = tz_start_from (tables, (int)n->tables->len, file, n->known, n->outcome->diag);
  TzFolder *folder = files ? tz_new_fill_folder (n->words->inputs[0], files, n->outcome) : NULL;
  if (files)
    g_ptr_array_unref (files);
  g_free (tables);
  g_free (file);
  g_free (sheet);
  return folder;
}

static void report_wrong (const New *n, const TzDiag *found)
{
  TzPlace place = tz_place_file (n->words->from);
  for (guint i = 0; i < tz_diag_count (found); i++) {
    const TzFinding *finding = tz_diag_get (found, i);
    if (finding->severity != TZ_ERROR)
      continue;
    tz_diag_add (n->outcome->diag, TZ_ERROR, &place, "form-wrong",
                 _ ("the book that was made from this file does not print it (%s), so it was not kept"),
                 finding->message);
    return;
  }
  tz_diag_add (n->outcome->diag, TZ_WARNING, &place, "form-differs",
               _ ("the new form does not give the same pages as taizhang build does without it; compare them"));
}

/* Says what was guessed, and shows the folder. */
static void finish (const New *n, TzFolder *folder)
{
  TzStartTable *tables = start_tables (n, 0);
  tz_start_say (tables, (int)n->tables->len, n->known, n->outcome->diag);
  g_free (tables);
  tz_new_give_name (folder, n->outcome);
}

/* A book as one would write it; if that does not print what is in the file, one that says all as it was taken
 * without a form: numbered rows, and at last columns by their places. */
static void write_book (const New *n)
{
  enum { N_CARES = 3 };
  TzFolder *folder = NULL;
  TzDiag *found = tz_diag_new ();
  gboolean right = FALSE;
  for (int care = 0; care < N_CARES && !right && (care == 0 || folder); care++) {
    tz_folder_free (folder);
    tz_diag_free (found);
    found = tz_diag_new ();
    folder = fill (n, care);
    right = folder && is_right (n, folder, found);
  }
  if (folder && !right)
    report_wrong (n, found);
  tz_diag_free (found);
  tz_outcome_judge (n->outcome, FALSE);
  if (folder && n->outcome->status == TZ_EXIT_DONE)
    finish (n, folder);
  tz_folder_free (folder);
}

void tz_new_from (const TzWords *words, TzOutcome *outcome)
{
  New n = { .words = words, .outcome = outcome, .setter = tz_job_open_setter (NULL, outcome) };
  if (!n.setter)
    return;
  n.measure = tz_measure_typeset (n.setter);
  n.known = tz_known_forms_load (outcome->diag);
  n.tables = g_ptr_array_new_with_free_func (table_free);
  find_tables (&n);
  tz_outcome_judge (outcome, FALSE);
  if (outcome->status == TZ_EXIT_DONE && n.tables->len > 0) {
    choose_forms (&n);
    write_book (&n);
  }
  g_ptr_array_unref (n.tables);
  tz_known_forms_free (n.known);
  tz_typesetter_free (n.setter);
}
