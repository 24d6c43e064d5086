/* The rows that a report is about. */
#include "compose/book/reader.h"

/* The document that shows the rows in PATH; without a path, the first ledger. */
static const TzBookDocument *find_ledger (const TzBook *book, const char *path)
{
  for (guint i = 0; i < book->documents->len; i++) {
    const TzBookDocument *document = book->documents->pdata[i];
    if (document->form->kind == TZ_FORM_LEDGER && (!path || tz_book_is_same_path (path, document->data)))
      return document;
  }
  return NULL;
}

/* The path of the tasks, NULL with a finding; LEDGER shows them, NULL: no document does. g_free. */
static char *find_tasks (const TzBookReader *r, const TzBookDocument **ledger)
{
  const TzIniKey *tasks = tz_reader_book_key (r, "tasks");
  if (!tasks || *tasks->value == '\0')
    tasks = tz_reader_book_key (r, "data");
  char *path = tasks && *tasks->value != '\0' ? tz_reader_path (r, tasks) : NULL;
  *ledger = find_ledger (r->book, path);
  if (path || (tasks && *tasks->value != '\0'))
    return path;
  return *ledger ? g_strdup ((*ledger)->data) : tz_reader_data (r);
}

const TzBookRows *tz_book_tasks (TzBook *book, TzDiag *diag)
{
  TzBookReader r = { .book = book, .diag = diag };
  const TzBookDocument *ledger = NULL;
  g_autofree char *path = find_tasks (&r, &ledger);
  if (path && !ledger && !book->tasks_form)
    book->tasks_form = tz_reader_load_template (&r);
  const TzTemplate *form = ledger ? ledger->form : book->tasks_form;
  return path && form ? tz_book_rows (book, path, form, diag) : NULL;
}
