#include "help/office.h"

#include <glib/gstdio.h>

#include "help/findings.h"

Office *office_new (void)
{
  Office *office = g_new0 (Office, 1);
  GError *error = NULL;
  office->folder = g_dir_make_tmp ("office-XXXXXX", &error);
  g_assert_no_error (error);
  office->diag = tz_diag_new ();
  return office;
}

void office_free (Office *office)
{
  GDir *dir = g_dir_open (office->folder, 0, NULL);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    g_unlink (office_path (office, name));
  g_dir_close (dir);
  g_rmdir (office->folder);
  tz_diag_free (office->diag);
  g_free (office->folder);
  g_free (office);
}

const char *office_path (Office *office, const char *name)
{
  static char *path;
  g_free (path);
  path = g_build_filename (office->folder, name, NULL);
  return path;
}

void office_write (Office *office, const char *name, const char *text)
{
  GError *error = NULL;
  g_file_set_contents (office_path (office, name), text, -1, &error);
  g_assert_no_error (error);
}

TzDoc *office_compose (Office *office, const char *name, int i, const char *form, const char *const *sets)
{
  char *form_path =
      form && g_str_has_suffix (form, ".ini") ? g_strdup (office_path (office, form)) : g_strdup (form);
  TzBookOptions options = { .template_name = form_path, .sets = sets };
  TzBook *book = tz_book_load (office_path (office, name), &options, office->diag);
  TzDoc *doc = book ? tz_book_compose (book, i, office->diag) : NULL;
  tz_book_free (book);
  g_free (form_path);
  tz_diag_sort (office->diag);
  return doc;
}

const TzTable *office_table (const TzDoc *doc)
{
  g_assert_nonnull (doc);
  for (guint i = 0; i < doc->blocks->len; i++) {
    const TzBlock *block = doc->blocks->pdata[i];
    if (block->kind == TZ_BLOCK_TABLE)
      return block->table;
  }
  g_assert_not_reached ();
}

static void append_text (GString *all, const char *text)
{
  for (; *text != '\0'; text++)
    if (*text == '\n')
      g_string_append (all, "\\n");
    else
      g_string_append_c (all, *text);
}

static void append_cell (GString *all, const TzGrid *grid, int row, int col)
{
  int i = tz_grid_index_at (grid, row, col);
  const TzCell *cell = i >= 0 ? tz_grid_cell (grid, i) : NULL;
  if (!cell)
    g_string_append_c (all, '-');
  else if (cell->row < row)
    g_string_append_c (all, '^');
  else if (cell->col < col)
    g_string_append_c (all, '<');
  else
    append_text (all, cell->text);
}

char *office_grid_text (const TzGrid *grid)
{
  GString *all = g_string_new (NULL);
  for (int row = 0; row < tz_grid_n_rows (grid); row++)
    for (int col = 0; col < tz_grid_n_cols (grid); col++) {
      append_cell (all, grid, row, col);
      g_string_append_c (all, col + 1 < tz_grid_n_cols (grid) ? '|' : '\n');
    }
  return g_string_free (all, FALSE);
}

static void append_record (GString *all, const TzLedger *ledger, const TzRecord *record)
{
  static const char *const kinds[] = { [TZ_RECORD_SECTION] = "section ",
                                       [TZ_RECORD_TASK] = "",
                                       [TZ_RECORD_SUBROW] = "",
                                       [TZ_RECORD_TOTAL] = "total" };
  g_string_append_printf (all, "%s%s", kinds[record->kind], record->id ? record->id : "");
  int n = record->kind == TZ_RECORD_SECTION ? 1 : tz_ledger_n_columns (ledger);
  for (int col = 0; col < n; col++) {
    const TzLedgerCell *cell = &record->cells[col];
    g_string_append (all, col == 0 ? " |" : "|");
    g_string_append (all, cell->join & TZ_JOIN_UP ? "^" : "");
    g_string_append (all, cell->join & TZ_JOIN_LEFT ? "<" : "");
    append_text (all, cell->text);
  }
  g_string_append_c (all, '\n');
}

char *office_ledger_text (const TzLedger *ledger)
{
  GString *all = g_string_new (NULL);
  for (int i = 0; i < tz_ledger_n_records (ledger); i++)
    append_record (all, ledger, tz_ledger_record (ledger, i));
  return g_string_free (all, FALSE);
}

void assert_grid (const char *form, const char *csv, const char *grid, const char *findings)
{
  Office *office = office_new ();
  office_write (office, "form.ini", form);
  office_write (office, "data.csv", csv);
  TzDoc *doc = office_compose (office, "data.csv", 0, "form.ini", NULL);
  assert_findings (office->diag, findings);
  if (doc) {
    char *text = office_grid_text (office_table (doc)->grid);
    g_assert_cmpstr (text, ==, grid);
    g_free (text);
  } else {
    g_assert_null (grid);
  }
  tz_doc_free (doc);
  office_free (office);
}
