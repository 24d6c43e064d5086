/* One file of what was reported on the tasks: a table as an office has it, or one on each sheet of a workbook.
 */
#include "compose/book/facts.h"
#include "model/progress_load.h"
#include "model/tables.h"

#include <string.h>

/* The tables of all SHEETS (of TzRows). Of TzFoundTable; g_ptr_array_unref. */
static GPtrArray *find_tables (const GPtrArray *sheets)
{
  const TzTableHints hints = { .schema = tz_progress_schema () };
  GPtrArray *tables = tz_tables_find (sheets->pdata[0], &hints);
  for (guint i = 1; i < sheets->len; i++)
    g_ptr_array_extend_and_steal (tables, tz_tables_find (sheets->pdata[i], &hints));
  return tables;
}

/* The period that a file (2021Q2.csv) or sheet is called after. */
static gboolean is_named_after (const char *file, TzPeriod *period)
{
  const char *sheet = strrchr (file, '#');
  g_autofree char *stem = tz_book_stem (file);
  return (sheet && tz_period_parse (sheet + 1, period)) || tz_period_parse (stem, period);
}

static void load_table (TzProgress *progress, const TzFoundTable *table, TzDiag *diag)
{
  TzPeriod period;
  gboolean named = is_named_after (tz_records_file (table->records), &period);
  if (tz_table_check (table, diag))
    tz_progress_load (progress, table->records, named ? &period : NULL, diag);
}

/* Tables without a column of tasks are about something else, unless no table has one: then the first is at
 * fault. */
static void load_tables (TzProgress *progress, const GPtrArray *tables, TzDiag *diag)
{
  g_autoptr (GPtrArray) spare = g_ptr_array_new ();
  const TzFoundTable *first = NULL;
  for (guint i = 0; i < tables->len; i++) {
    const TzFoundTable *table = tables->pdata[i];
    if (!tz_progress_names_tasks (table->records)) {
      g_ptr_array_add (spare, (gpointer)table);
      continue;
    }
    first = first ? first : table;
    load_table (progress, table, diag);
  }
  if (!first)
    load_table (progress, tables->pdata[0], diag);
  else
    tz_tables_report_others (spare, first, diag);
}

void tz_facts_load_progress (TzBook *book, TzProgress *progress, const char *path, TzDiag *diag)
{
  const GPtrArray *sheets = tz_files_rows (book->files, path, FALSE, diag);
  if (!sheets)
    return;
  g_autoptr (GPtrArray) tables = find_tables (sheets);
  if (tables->len == 0 || (sheets->len == 1 && tz_rows_n (sheets->pdata[0]) < 2))
    tz_rows_report_empty (sheets->pdata[0], diag);
  else
    load_tables (progress, tables, diag);
}
