#include "output/xlsx/identity.h"

#include "base/identity.h"
#include "output/xlsx/fill.h"
#include "output/xlsx/fragment.h"
#include "output/xlsx/plan.h"
#include "output/xlsx/text.h"
#include "output/xlsx/verify.h"
#include "output/xlsx/workbook.h"

#include <string.h>

#define FORMAT "1" /* of the hidden sheet */

typedef struct {
  TzXlsx *xlsx;
  lxw_worksheet *sheet;
  int row;
  guint32 sum;
} Identity;

/* ---- the checksum ---- */

static void sum_text (Identity *id, const char *text)
{
  id->sum = tz_xlsx_sum (id->sum, text ? text : "");
  id->sum = tz_xlsx_sum (id->sum, "\n");
}

static void sum_up (Identity *id)
{
  const TzOrigin *origin = &id->xlsx->layout->doc->origin;
  sum_text (id, origin->template_name);
  sum_text (id, origin->period);
  sum_text (id, origin->region);
  for (guint i = 0; i < id->xlsx->n_own; i++) {
    const TzGrid *grid = ((const TzXlsxTable *)g_ptr_array_index (id->xlsx->tables, i))->plan->sized->grid;
    for (int row = 0; row < tz_grid_n_rows (grid); row++)
      if (tz_grid_row (grid, row)->id)
        sum_text (id, tz_grid_row (grid, row)->id);
  }
}

/* ---- rows ---- */

static void put (Identity *id, int col, const char *text)
{
  char *escaped = tz_xlsx_escape (text);
  const char *string = escaped ? escaped : text;
  if (*string)
    tz_xlsx_note (id->xlsx,
                  worksheet_write_string (id->sheet, (lxw_row_t)id->row, (lxw_col_t)col, string, NULL),
                  id->sheet, id->row, col);
  g_free (escaped);
}

static void put_number (Identity *id, int col, int number)
{
  tz_xlsx_note (id->xlsx, worksheet_write_number (id->sheet, (lxw_row_t)id->row, (lxw_col_t)col, number, NULL),
                id->sheet, id->row, col);
}

static void add_fact (Identity *id, const char *name, const char *value)
{
  put (id, 0, "fact");
  put (id, 1, name);
  put (id, 2, value ? value : "");
  id->row++;
  if (!value || !*value)
    return;
  char *property = g_strconcat ("taizhang.", name, NULL), *escaped = tz_xlsx_escape (value);
  glong units = g_utf8_strlen (escaped ? escaped : value, -1);
  if (units <= 255) /* the library's limit */
    tz_xlsx_note (id->xlsx,
                  workbook_set_custom_property_string (id->xlsx->book, property, escaped ? escaped : value),
                  NULL, 0, 0);
  g_free (property);
  g_free (escaped);
}

static void add_facts (Identity *id)
{
  const TzOrigin *origin = &id->xlsx->layout->doc->origin;
  char checksum[16];
  sum_up (id);
  g_snprintf (checksum, sizeof checksum, "%08x", id->sum);
  add_fact (id, "format", FORMAT);
  add_fact (id, "program", "taizhang " TZ_VERSION);
  add_fact (id, "template", origin->template_name);
  add_fact (id, "book", origin->book);
  add_fact (id, "document", id->xlsx->layout->doc->name);
  add_fact (id, "period", origin->period);
  add_fact (id, "region", origin->region);
  add_fact (id, "checksum", checksum);
}

static void add_columns (Identity *id, const TzGrid *grid)
{
  for (int col = 0; col < tz_grid_n_cols (grid); col++) {
    const char *name = tz_grid_get_column (grid, col)->name;
    put (id, 0, "column");
    put (id, 1, name ? name : "");
    put_number (id, 2, col + 1);
    id->row++;
  }
}

/* A long table that is not sent out to be filled in goes without. */
static void add_rows (Identity *id, const TzXlsxTable *table)
{
  const TzGrid *grid = table->plan->sized->grid;
  if (id->xlsx->constant_memory && !tz_xlsx_has_fills (grid))
    return;
  for (int row = 0; row < tz_grid_n_rows (grid); row++) {
    if (!tz_grid_row (grid, row)->id)
      continue;
    put (id, 0, "row");
    put (id, 1, tz_grid_row (grid, row)->id);
    put_number (id, 2, table->top + table->plan->first[row] + 1);
    id->row++;
  }
}

static void add_texts (Identity *id, const TzXlsxPlan *plan)
{
  const TzGrid *grid = plan->sized->grid;
  for (int i = 0; (plan->n_split > 0 || plan->breaks) && i < tz_grid_n_cells (grid); i++) {
    const TzCell *cell = tz_grid_cell (grid, i);
    if (!tz_xlsx_goes_on (plan, i))
      continue;
    const char *name = tz_grid_get_column (grid, cell->col)->name, *row = tz_grid_row (grid, cell->row)->id;
    put (id, 0, "text");
    put (id, 1, row ? row : "");
    put (id, 2, name ? name : "");
    int col = 3;
    for (const char *p = cell->text; *p && col < LXW_COL_MAX; col++) {
      gsize n = tz_xlsx_head_bytes (p);
      char *piece = g_strndup (p, n);
      put (id, col, piece);
      g_free (piece);
      p += n;
    }
    id->row++;
  }
}

/* Merged cells that are cut where a page ends. */
static void add_spans (Identity *id, const TzXlsxTable *table)
{
  const TzXlsxPlan *plan = table->plan;
  const TzGrid *grid = plan->sized->grid;
  for (int i = 0; plan->breaks && i < tz_grid_n_cells (grid); i++) {
    const TzCell *cell = tz_grid_cell (grid, i);
    const char *name = tz_grid_get_column (grid, cell->col)->name;
    if (cell->row_span == 1 || cell->col_span > 1 || !name || !tz_xlsx_is_fragmented (plan, i))
      continue;
    put (id, 0, "span");
    put (id, 1, name);
    put_number (id, 2, table->top + plan->first[cell->row] + 1);
    put_number (id, 3, table->top + plan->first[cell->row + cell->row_span - 1] + 1);
    id->row++;
  }
}

/* ---- names ---- */

static void define (Identity *id, const char *name, const char *quoted, int row0, int row1, int last_col)
{
  char range[LXW_MAX_CELL_RANGE_LENGTH];
  lxw_rowcol_to_range_abs (range, (lxw_row_t)row0, 0, (lxw_row_t)row1, (lxw_col_t)last_col);
  char *formula = g_strdup_printf ("=%s!%s", quoted, range);
  tz_xlsx_note (id->xlsx, workbook_define_name (id->xlsx->book, name, formula), NULL, 0, 0);
  g_free (formula);
}

static void add_table (Identity *id, const TzXlsxTable *table, guint number)
{
  const TzGrid *grid = table->plan->sized->grid;
  char *quoted = tz_xlsx_quote_sheet (table->sheet->name);
  put (id, 0, "sheet");
  put (id, 1, table->sheet->name);
  put_number (id, 2, table->top + 1);
  id->row++;
  add_columns (id, grid);
  add_rows (id, table);
  add_spans (id, table);
  add_texts (id, table->plan);
  int first = table->top + table->plan->first[tz_grid_n_head (grid)];
  int last = table->top + table->plan->n_sheet_rows - 1;
  if (last >= first) {
    char *name = number == 0 ? g_strdup ("taizhang_rows") : g_strdup_printf ("taizhang_rows_%u", number + 1);
    define (id, name, quoted, first, last, tz_grid_n_cols (grid) - 1);
    g_free (name);
  }
  g_free (quoted);
}

void tz_xlsx_add_identity (TzXlsx *xlsx)
{
  Identity id = { .xlsx = xlsx, .sheet = tz_xlsx_new_sheet (xlsx, TZ_IDENTITY_SHEET) };
  if (!id.sheet)
    return;
  add_facts (&id);
  for (guint i = 0; i < xlsx->n_own; i++)
    add_table (&id, g_ptr_array_index (xlsx->tables, i), i);
  char *quoted = tz_xlsx_quote_sheet (id.sheet->name);
  define (&id, "taizhang_identity", quoted, 0, id.row - 1, 2);
  g_free (quoted);
  worksheet_hide (id.sheet);
  tz_xlsx_protect (xlsx, id.sheet, TRUE);
}
