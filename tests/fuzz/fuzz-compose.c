/* A form and its data: "TEMPLATE\nINI laid over it\n===\nCSV". */
#include "compose/table/document.h"
#include "model/load.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Every place of a grid is covered by one cell. */
static void check_grid (const TzGrid *grid)
{
  for (int row = 0; row < tz_grid_n_rows (grid); row++)
    for (int col = 0; col < tz_grid_n_cols (grid); col++)
      g_assert_cmpint (tz_grid_index_at (grid, row, col), >=, 0);
}

static void compose (const TzTemplate *form, const TzRecords *csv, TzDiag *diag)
{
  static const char *const files[] = { NULL };
  TzTemplate *adapted = tz_template_adapt (form, csv, &(TzFormSource){ .stem = "数据" }, diag);
  TzLedger *ledger = tz_ledger_load (csv, tz_template_schema (adapted), diag);
  if (ledger) {
    static const TzSpellings none;
    TzDoc *doc = tz_ledger_document (adapted, ledger, &none, NULL, "x", files, diag);
    check_grid (((TzBlock *)doc->blocks->pdata[0])->table->grid);
    tz_doc_free (doc);
  }
  tz_ledger_free (ledger);
  tz_template_free (adapted);
}

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  char *text = g_strndup ((const char *)data, size);
  char **lines = g_strsplit (text, "\n", 2),
       **parts = g_strsplit (lines[0] && lines[1] ? lines[1] : "", "\n===\n", 2);
  if (g_utf8_validate (text, -1, NULL) && parts[0] && parts[1]) {
    TzDiag *diag = tz_diag_new ();
    TzIni *over = tz_ini_parse (parts[0], strlen (parts[0]), "over.ini", diag);
    TzRecords *csv = tz_csv_parse (parts[1], strlen (parts[1]), "data.csv", 0, diag);
    TzTemplate *form = over && csv && !strchr (lines[0], '/') && !g_str_has_suffix (lines[0], ".ini")
                           ? tz_template_load (lines[0], over, NULL, diag)
                           : NULL;
    if (form)
      compose (form, csv, diag);
    tz_template_free (form);
    tz_records_free (csv);
    tz_ini_free (over);
    tz_diag_free (diag);
  }
  g_strfreev (parts);
  g_strfreev (lines);
  g_free (text);
  return 0;
}
