#include "read/workbook/workbook.h"

#include "read/workbook/data.h"

/* ── holding ─────────────────────────────────────────────────────────────── */

TzWorksheet *tz_worksheet_new (const TzWorkbook *workbook, const char *name)
{
  TzWorksheet *sheet = g_new0 (TzWorksheet, 1);
  g_autofree char *file = g_strdup_printf ("%s#%s", workbook->shown, name);
  sheet->name = g_intern_string (name);
  sheet->file = g_intern_string (file);
  sheet->cells = g_array_new (FALSE, FALSE, sizeof (TzWorksheetCell));
  sheet->runs = g_array_new (FALSE, FALSE, sizeof (TzWorksheetRun));
  sheet->merges = g_array_new (FALSE, FALSE, sizeof (TzWorksheetMerge));
  sheet->hidden_rows = g_array_new (FALSE, FALSE, sizeof (TzWorksheetRange));
  sheet->hidden_columns = g_array_new (FALSE, FALSE, sizeof (TzWorksheetRange));
  sheet->widths = g_array_new (FALSE, TRUE, sizeof (double));
  return sheet;
}

static int compare_merges (gconstpointer a, gconstpointer b)
{
  const TzWorksheetMerge *x = a, *y = b;
  return x->row != y->row ? (x->row < y->row ? -1 : 1) : x->col < y->col ? -1 : x->col > y->col;
}

void tz_worksheet_sort_merges (TzWorksheet *sheet)
{
  g_array_sort (sheet->merges, compare_merges);
}

void tz_worksheet_free (TzWorksheet *sheet)
{
  GArray *arrays[] = { sheet->cells,       sheet->runs,           sheet->merges,
                       sheet->hidden_rows, sheet->hidden_columns, sheet->widths };
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_unref (arrays[i]);
  g_free (sheet);
}

TzWorkbook *tz_workbook_new (const char *shown)
{
  TzWorkbook *workbook = g_new0 (TzWorkbook, 1);
  workbook->shown = g_intern_string (shown);
  workbook->texts = tz_texts_new ();
  workbook->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_worksheet_free);
  workbook->styles = g_array_new (FALSE, TRUE, sizeof (TzStyleEntry));
  workbook->formats =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)tz_number_format_free);
  workbook->strings = g_array_new (FALSE, FALSE, sizeof (TzSharedString));
  workbook->runs = g_array_new (FALSE, FALSE, sizeof (TzBoldRun));
  return workbook;
}

void tz_workbook_free (TzWorkbook *workbook)
{
  if (!workbook)
    return;
  g_ptr_array_unref (workbook->sheets);
  g_array_unref (workbook->styles);
  g_hash_table_unref (workbook->formats);
  g_array_unref (workbook->strings);
  g_array_unref (workbook->runs);
  tz_texts_unref (workbook->texts);
  g_free (workbook);
}

/* ── asking ──────────────────────────────────────────────────────────────── */

int tz_workbook_n_sheets (const TzWorkbook *workbook)
{
  return (int)workbook->sheets->len;
}

const TzWorksheet *tz_workbook_sheet (const TzWorkbook *workbook, int i)
{
  return workbook->sheets->pdata[i];
}

gboolean tz_workbook_is_1904 (const TzWorkbook *workbook)
{
  return workbook->date_1904;
}

const TzWorksheetStyle *tz_workbook_style (const TzWorkbook *workbook, int style)
{
  return &g_array_index (workbook->styles, TzStyleEntry, style).style;
}

TzTexts *tz_workbook_texts (const TzWorkbook *workbook)
{
  return workbook->texts;
}

/* The first of the cells at or behind ROW, COL. */
static guint find_cell (const TzWorksheet *sheet, int row, int col)
{
  guint low = 0, high = sheet->cells->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    const TzWorksheetCell *cell = &g_array_index (sheet->cells, TzWorksheetCell, middle);
    if (cell->row < row || (cell->row == row && cell->col < col))
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

const TzWorksheetCell *tz_worksheet_row (const TzWorksheet *sheet, int row, int *n)
{
  guint first = find_cell (sheet, row, 1);
  *n = (int)(find_cell (sheet, row + 1, 1) - first);
  return *n > 0 ? &g_array_index (sheet->cells, TzWorksheetCell, first) : NULL;
}

const TzWorksheetCell *tz_worksheet_cell (const TzWorksheet *sheet, int row, int col)
{
  guint at = find_cell (sheet, row, col);
  if (at >= sheet->cells->len)
    return NULL;
  const TzWorksheetCell *cell = &g_array_index (sheet->cells, TzWorksheetCell, at);
  return cell->row == row && cell->col == col ? cell : NULL;
}

gboolean tz_worksheet_in_ranges (const GArray *ranges, int n)
{
  guint low = 0, high = ranges->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    const TzWorksheetRange *range = &g_array_index (ranges, TzWorksheetRange, middle);
    if (n >= range->first && n <= range->last)
      return TRUE;
    if (n > range->last)
      low = middle + 1;
    else
      high = middle;
  }
  return FALSE;
}
