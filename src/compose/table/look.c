#include "compose/table/look.h"

#include <string.h>

TzCellStyle tz_table_cell_style (const TzFormStyle *from, TzCellKind kind)
{
  TzCellStyle style = from->cell;
  style.kind = kind;
  if (kind == TZ_CELL_HEAD || style.text.align == TZ_ALIGN_CENTER)
    style.text.wrap = TZ_WRAP_LABEL;
  return style;
}

/* A text that is longer is a paragraph, not a label; characters. */
enum { LONGEST_LABEL = 30, DEEPEST = 15 };

int tz_table_indent (const char *text, gsize *n_bytes)
{
  static const char blank[] = "　";
  const char *p = text;
  int n = 0;
  while (g_str_has_prefix (p, blank)) {
    p += strlen (blank);
    n++;
  }
  *n_bytes = (gsize)(p - text);
  return n == 2 && g_utf8_strlen (p, -1) > LONGEST_LABEL ? 0 : MIN (n, DEEPEST);
}

int tz_table_indented_style (TzGrid *grid, int style, int n)
{
  TzCellStyle own = *tz_grid_style (grid, style);
  if (own.text.align == TZ_ALIGN_RIGHT || own.text.align == TZ_ALIGN_DECIMAL)
    return style;
  own.indent = n * own.text.size;
  if (own.text.align == TZ_ALIGN_CENTER)
    own.text.align = TZ_ALIGN_LEFT;
  return tz_grid_add_style (grid, &own);
}

int tz_table_centred_style (TzGrid *grid, int style)
{
  TzCellStyle own = *tz_grid_style (grid, style);
  if (own.text.align == TZ_ALIGN_JUSTIFY)
    own.text.align = TZ_ALIGN_CENTER;
  return tz_grid_add_style (grid, &own);
}

/* What is filled in is of the type that the form asks for, whatever stands there by now. */
static TzValueType type_of (const TzLedger *ledger, int col, const TzFormColumn *column)
{
  return column->look.fill.kind == TZ_FILL_NONE ? tz_ledger_type (ledger, col) : column->data->type;
}

static TzCellStyle body_style (const TzFormColumn *column, TzValueType type)
{
  TzCellStyle style = tz_table_cell_style (&column->style, TZ_CELL_BODY);
  style.type = type;
  style.fill = column->look.fill;
  return style;
}

/* Totals are aligned like the values of their column. */
static TzCellStyle total_style (const TzTemplate *form, const TzFormColumn *column, TzValueType type)
{
  TzCellStyle style = tz_table_cell_style (&form->parts[TZ_PART_TOTAL], TZ_CELL_TOTAL);
  style.text.align = column->style.cell.text.align;
  style.type = type;
  return style;
}

/* ── what is counted ─────────────────────────────────────────────────────── */

/* The column that has one filled cell a task: its number, else its name, else what is to be done; -1: none. */
static int task_column (const TzLedger *ledger)
{
  static const TzMeans means[] = { TZ_MEANS_NUMBER, TZ_MEANS_NAME, TZ_MEANS_CONTENT };
  for (gsize i = 0; i < G_N_ELEMENTS (means); i++) {
    int col = tz_ledger_find_meaning (ledger, means[i]);
    if (col >= 0)
      return col;
  }
  return -1;
}

/* The first column of merged cells that is neither number nor name. */
static int group_column (const TzLedger *ledger)
{
  for (int col = 0; col < tz_ledger_n_columns (ledger); col++) {
    const TzSchemaColumn *column = tz_ledger_column (ledger, col);
    if (column->merge & TZ_MERGE_DOWN && column->means == TZ_MEANS_NOTHING)
      return col;
  }
  return -1;
}

static void count_by (TzGrid *grid, int col, TzCountBy what)
{
  if (col >= 0 && tz_grid_get_column (grid, col)->count_by == TZ_COUNT_NOTHING)
    tz_grid_column (grid, col)->count_by = what;
}

/* What a workbook's summary makes of the columns; of two claims to a column the first one holds. */
static void set_counts (TzGrid *grid, const TzLedger *ledger)
{
  int n_cols = tz_ledger_n_columns (ledger), state = 0;
  while (state < n_cols && tz_grid_get_column (grid, state)->fill.kind != TZ_FILL_CHOICE)
    state++;
  count_by (grid, task_column (ledger), TZ_COUNT_TASKS);
  count_by (grid, state < n_cols ? state : -1, TZ_COUNT_STATE);
  count_by (grid, tz_ledger_find_meaning (ledger, TZ_MEANS_OWNER), TZ_COUNT_OWNER);
  count_by (grid, tz_ledger_find_meaning (ledger, TZ_MEANS_DEADLINE), TZ_COUNT_DEADLINE);
  if (tz_ledger_n_sections (ledger) == 0)
    count_by (grid, group_column (ledger), TZ_COUNT_GROUP);
}

/* ── columns and styles ──────────────────────────────────────────────────── */

/* A merged column has no bands, since its cells stand beside several rows. */
static int banded_style (const TzFormColumn *column, TzGrid *grid, int body, guint32 band)
{
  TzCellStyle style = *tz_grid_style (grid, body);
  if (!(column->data->merge & TZ_MERGE_DOWN) && style.background == 0xFFFFFF)
    style.background = band;
  return tz_grid_add_style (grid, &style);
}

/* Whether texts of ledger column COL stand at different levels. */
static gboolean has_levels (const TzLedger *ledger, int col)
{
  gsize skipped;
  for (int i = 0; i < tz_ledger_n_records (ledger); i++)
    if (tz_table_indent (tz_ledger_record (ledger, i)->cells[col].text, &skipped) > 0)
      return TRUE;
  return FALSE;
}

/* Levels show where texts begin, so the highest one, too, stands on the left. */
static void align_levels (TzCellStyle *style, const TzLedger *ledger, int col)
{
  if (style->text.align == TZ_ALIGN_CENTER && has_levels (ledger, col))
    style->text.align = TZ_ALIGN_LEFT;
}

static void set_styles (TzTableLook *look, const TzTemplate *form, const TzLedger *ledger, TzGrid *grid)
{
  TzCellStyle section = tz_table_cell_style (&form->parts[TZ_PART_SECTION], TZ_CELL_SECTION);
  TzCellStyle label = tz_table_cell_style (&form->parts[TZ_PART_TOTAL], TZ_CELL_TOTAL);
  look->section = tz_grid_add_style (grid, &section);
  look->label = tz_grid_add_style (grid, &label);
  for (int col = 0; col < tz_grid_n_cols (grid); col++) {
    TzValueType type = type_of (ledger, col, look->columns[col]);
    TzCellStyle body = body_style (look->columns[col], type),
                total = total_style (form, look->columns[col], type);
    align_levels (&body, ledger, col);
    look->body[col] = tz_grid_add_style (grid, &body);
    look->total[col] = tz_grid_add_style (grid, &total);
  }
  for (int col = 0; look->banded && col < tz_grid_n_cols (grid); col++)
    look->banded[col] = banded_style (look->columns[col], grid, look->body[col], form->table.band);
}

void tz_table_look_init (TzTableLook *look, const TzTemplate *form, const TzLedger *ledger, TzGrid *grid)
{
  gsize n_cols = (gsize)tz_ledger_n_columns (ledger);
  *look = (TzTableLook){ .columns = g_new0 (const TzFormColumn *, n_cols),
                         .body = g_new0 (int, n_cols),
                         .total = g_new0 (int, n_cols) };
  if (form->table.band != 0xFFFFFF)
    look->banded = g_new0 (int, n_cols);
  for (int col = 0; col < (int)n_cols; col++) {
    look->columns[col] = &form->columns[tz_ledger_schema_index (ledger, col)];
    *tz_grid_column (grid, col) = look->columns[col]->look;
  }
  set_counts (grid, ledger);
  set_styles (look, form, ledger, grid);
}

void tz_table_look_clear (TzTableLook *look)
{
  g_free (look->columns);
  g_free (look->body);
  g_free (look->total);
  g_free (look->banded);
}
