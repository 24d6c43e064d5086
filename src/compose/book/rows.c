/* The rows in the files of a book: read, modelled and checked once, however many documents show, bind, quote or
 * count them. */
#include "compose/book/facts.h"
#include "compose/book/tables.h"
#include "model/load.h"
#include "model/serial.h"
#include "read/source.h"

#include <string.h>

/* ── who will ask ────────────────────────────────────────────────────────── */

static const TzBookDocument *document_at (const TzBook *book, guint i)
{
  return book->documents->pdata[i];
}

static gboolean is_attached (const TzBookDocument *owner, guint i)
{
  for (guint k = 0; owner->attached && k < owner->attached->len; k++)
    if (g_array_index (owner->attached, int, k) == (int)i)
      return TRUE;
  return FALSE;
}

/* Whether document I may be composed yet: by itself, bound behind another, or as an exhibit of a text, which
 * can quote any of them. */
static gboolean is_expected (const TzBook *book, guint i)
{
  for (guint k = 0; k < (guint)book->n_made; k++) {
    const TzBookDocument *other = document_at (book, k);
    if (!other->made && (k == i || other->form->kind == TZ_FORM_LETTER || is_attached (other, i)))
      return TRUE;
  }
  return FALSE;
}

static TzBookRows *find_rows (const TzBook *book, const char *path, const TzTemplate *form)
{
  for (guint i = 0; i < book->rows->len; i++) {
    TzBookRows *rows = book->rows->pdata[i];
    if (rows->asked == form && tz_book_is_same_path (rows->path, path))
      return rows;
  }
  return NULL;
}

static gboolean awaits_report (const TzBook *book)
{
  for (int i = 0; i < book->n_made; i++)
    if (document_at (book, (guint)i)->is_report && !document_at (book, (guint)i)->made)
      return TRUE;
  return FALSE;
}

/* Whether a document will yet ask for the rows in PATH; UNREAD: one whose form has not met them. */
static gboolean is_wanted (const TzBook *book, const char *path, gboolean unread)
{
  for (guint i = 0; i < book->documents->len; i++) {
    const TzBookDocument *document = document_at (book, i);
    if (document->form->kind != TZ_FORM_LETTER && tz_book_is_same_path (document->data, path) &&
        !(unread && find_rows (book, path, document->form)) && is_expected (book, i))
      return TRUE;
  }
  return awaits_report (book) && !(unread && book->tasks_read);
}

/* ── the model ───────────────────────────────────────────────────────────── */

static void model_free (TzBookModel *model)
{
  if (!model)
    return;
  tz_facts_free (model->facts);
  tz_ledger_free (model->ledger);
  g_free (model);
}

static void load_facts (TzBook *book, TzBookModel *model, gboolean with_progress, TzDiag *diag)
{
  TzDiag *found = tz_diag_new ();
  tz_facts_free (model->facts);
  model->with_progress = with_progress;
  model->facts = tz_facts_load (book, model->ledger, with_progress, found);
  if (!model->schema->plain)
    tz_facts_check_ledger (model->facts, model->ledger, found);
  model->good &= tz_diag_merge (diag, found);
}

static TzBookModel *model_new (TzBook *book, const TzBookRows *rows, const TzRecords *csv, TzDiag *diag)
{
  TzBookModel *model = g_new0 (TzBookModel, 1);
  TzDiag *found = tz_diag_new ();
  model->schema = tz_template_schema (rows->form);
  model->ledger = tz_ledger_load (csv, model->schema, found);
  model->good = tz_diag_merge (diag, found) && model->ledger;
  if (model->ledger && !model->schema->plain)
    load_facts (book, model, tz_facts_is_tasks (book, rows->path), diag);
  return model;
}

/* Whether both forms find the same table in a file. */
static gboolean is_read_alike (const TzTemplate *a, const TzTemplate *b)
{
  return memcmp (&a->input, &b->input, sizeof a->input) == 0;
}

/* The model of other rows in the same file that SCHEMA would make once more, or NULL. */
static TzBookModel *find_model (const TzBook *book, const TzBookRows *asked, const TzSchema *schema)
{
  for (guint i = 0; i < book->rows->len; i++) {
    const TzBookRows *rows = book->rows->pdata[i];
    if (rows->model && tz_book_is_same_path (rows->source, asked->source) &&
        is_read_alike (rows->asked, asked->asked) && tz_schema_is_same (rows->model->schema, schema))
      return rows->model;
  }
  return NULL;
}

/* ── rows ────────────────────────────────────────────────────────────────── */

void tz_book_rows_free (gpointer data)
{
  TzBookRows *rows = data;
  if (rows->owns_model)
    model_free (rows->model);
  tz_template_free (rows->form);
  tz_around_free (rows->around);
  if (rows->further)
    g_ptr_array_unref (rows->further);
  g_free (rows->place);
  g_free (rows->source);
  g_free (rows->path);
  g_free (rows);
}

/* Nobody has any more use for the file, and for the progress that was reported on it. */
static void drop_files (TzBook *book, const TzBookRows *rows)
{
  const TzFacts *facts = rows->model ? rows->model->facts : NULL;
  tz_files_drop (book->files, rows->source);
  for (guint i = 0; facts && i < facts->files->len; i++)
    tz_files_drop (book->files, facts->files->pdata[i]);
}

/* FILE#SHEET where the form names a sheet and PATH does not. g_free. */
static char *source_of (const char *path, const TzTemplate *form)
{
  g_autofree char *sheet = NULL;
  g_free (tz_source_path (path, &sheet));
  return sheet || !form->input.sheet || *form->input.sheet == '\0'
             ? g_strdup (path)
             : g_strconcat (path, "#", form->input.sheet, NULL);
}

/* Table I of TABLES, of which the first is that of a document, and the others follow it. */
static void read_table (TzBook *book, TzBookRows *rows, const GPtrArray *tables, guint i, TzDiag *diag)
{
  TzFoundTable *table = tables->pdata[i];
  g_autofree char *stem = tz_book_stem (rows->path), *title = tz_book_table_stem (tables, i, stem),
                  *sheet = tz_book_table_sheet (tables, i, stem);
  if (!tz_table_check (table, diag))
    return;
  TzFormSource source = { .around = table->around, .stem = title, .sheet = sheet };
  TzDiag *found = tz_diag_new ();
  tz_serial_repair (table->records, found);
  rows->form = tz_template_adapt (rows->asked, table->records, &source, found);
  rows->around = g_steal_pointer (&table->around);
  rows->beside = i > 0 && tz_book_tables_are_beside (tables->pdata[i - 1], table);
  rows->place = tz_found_table_place (table);
  gboolean good = tz_diag_merge (diag, found);
  rows->model = good && i == 0 ? find_model (book, rows, tz_template_schema (rows->form)) : NULL;
  rows->owns_model = !rows->model;
  if (!rows->model)
    rows->model = model_new (book, rows, table->records, diag);
  rows->model->good &= good;
}

static TzBookRows *rows_new (const char *path, const TzTemplate *form)
{
  TzBookRows *rows = g_new0 (TzBookRows, 1);
  rows->path = g_strdup (path);
  rows->source = source_of (path, form);
  rows->asked = form;
  return rows;
}

/* A book names one table for each document; a file by itself has all of its tables in one. */
static void read_rows (TzBook *book, TzBookRows *rows, TzDiag *diag)
{
  g_autoptr (GPtrArray) tables =
      tz_book_find_tables (book->files, rows->source, rows->asked, !book->is_ini, diag);
  if (!tables)
    return;
  read_table (book, rows, tables, 0, diag);
  if (tables->len > 1)
    rows->further = g_ptr_array_new_with_free_func (tz_book_rows_free);
  for (guint i = 1; i < tables->len; i++) {
    TzBookRows *next = rows_new (rows->path, rows->asked);
    g_ptr_array_add (rows->further, next);
    read_table (book, next, tables, i, diag);
  }
}

const TzBookRows *tz_book_rows (TzBook *book, const char *path, const TzTemplate *form, TzDiag *diag)
{
  TzBookRows *rows = find_rows (book, path, form);
  if (rows)
    return rows;
  rows = rows_new (path, form);
  read_rows (book, rows, diag);
  g_ptr_array_add (book->rows, rows);
  if (!is_wanted (book, path, TRUE))
    drop_files (book, rows);
  return rows;
}

const TzFacts *tz_book_tasks_facts (TzBook *book, const TzBookRows *tasks, TzDiag *diag)
{
  TzBookModel *model = tasks->model;
  if (!model->with_progress)
    load_facts (book, model, TRUE, diag);
  book->tasks_read = TRUE;
  if (!is_wanted (book, tasks->path, TRUE))
    drop_files (book, tasks);
  return model->facts;
}

void tz_book_forget_rows (TzBook *book)
{
  for (guint i = book->rows->len; i > 0; i--) {
    const TzBookRows *rows = book->rows->pdata[i - 1];
    if (is_wanted (book, rows->path, FALSE))
      continue;
    drop_files (book, rows);
    g_ptr_array_remove_index (book->rows, i - 1);
  }
}
