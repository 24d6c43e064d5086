#include "output/xlsx/sheet.h"

#include "output/xlsx/break.h"
#include "output/xlsx/cells.h"
#include "output/xlsx/chart.h"
#include "output/xlsx/fill.h"
#include "output/xlsx/format.h"
#include "output/xlsx/rows.h"
#include "output/xlsx/sheet_plan.h"

typedef struct {
  TzXlsx *xlsx;
  lxw_worksheet *sheet;
  TzXlsxSheetPlan plan;
} Sheet;

static void note (const Sheet *s, lxw_error code, int row, int col)
{
  tz_xlsx_note (s->xlsx, code, s->sheet, row, col);
}

/* ---- writing ---- */

static void write_paras (const Sheet *s, int from, int end)
{
  for (guint i = 0; i < s->plan.para_cells->len; i++) {
    const TzXlsxParaCell *cell = &g_array_index (s->plan.para_cells, TzXlsxParaCell, i);
    if (cell->first < from || cell->first >= end)
      continue;
    TzTextStyle style = cell->para->style;
    style.align = cell->align;
    style.size = cell->size;
    TzXlsxLook look = tz_xlsx_look_of (&style, TZ_VALIGN_MIDDLE);
    TzXlsxArea area = { .row0 = cell->first,
                        .row1 = cell->first + cell->n_rows - 1,
                        .col0 = cell->col0,
                        .col1 = cell->col1,
                        .format = tz_xlsx_format (s->xlsx, &look),
                        .text = cell->text,
                        .n = cell->n };
    for (int row = area.row0; row <= area.row1; row++) {
      note (s,
            worksheet_set_row (s->sheet, (lxw_row_t)row, g_array_index (s->plan.rows, TzXlsxRow, row).height,
                               NULL),
            row, 0);
      tz_xlsx_write_area (s->xlsx, s->sheet, &area, row);
    }
  }
}

static void write_table (const Sheet *s)
{
  TzXlsxCells *cells = tz_xlsx_cells_new (s->xlsx, s->sheet, s->plan.table, s->plan.top, s->plan.breaks);
  for (int i = 0; i < s->plan.table->n_sheet_rows; i++) {
    note (s, worksheet_set_row (s->sheet, (lxw_row_t)(s->plan.top + i), s->plan.table->height[i], NULL),
          s->plan.top + i, 0);
    tz_xlsx_cells_row (cells, s->plan.top + i);
  }
  tz_xlsx_cells_free (cells);
}

static void set_columns (const Sheet *s)
{
  for (int col = 0; col < s->plan.n_cols; col++) {
    int pixels = s->plan.table ? s->plan.table->pixels[col] : MIN (s->plan.pixels, 1790);
    note (s, worksheet_set_column_pixels (s->sheet, (lxw_col_t)col, (lxw_col_t)col, (uint32_t)pixels, NULL), 0,
          col);
  }
}

static void write_rows (const Sheet *s)
{
  int below = s->plan.table ? s->plan.top + s->plan.table->n_sheet_rows : tz_xlsx_sheet_rows (&s->plan);
  write_paras (s, 0, s->plan.table ? s->plan.top : below);
  if (s->plan.table)
    write_table (s);
  write_paras (s, below, tz_xlsx_sheet_rows (&s->plan));
}

static void write_chart (const Sheet *s)
{
  if (s->plan.chart_row == 0)
    return;
  int first = s->plan.top + s->plan.table->first[tz_grid_n_head (s->plan.sized->grid)];
  TzXlsxChartPlace place = { .sheet = s->sheet,
                             .head = first - 1,
                             .first = first,
                             .last = s->plan.top + s->plan.table->n_sheet_rows - 1,
                             .row = s->plan.chart_row,
                             .width = s->plan.pixels,
                             .height = tz_xlsx_sheet_chart_height (&s->plan) };
  for (int row = s->plan.chart_row - 1; row < tz_xlsx_sheet_rows (&s->plan); row++)
    note (s, worksheet_set_row (s->sheet, (lxw_row_t)row, TZ_XLSX_CHART_ROW, NULL), row, 0);
  tz_xlsx_insert_chart (s->xlsx, s->plan.chart, &place);
}

/* ---- the sheet as a whole ---- */

/* Switches off Excel's green corners: numbers are texts here on purpose. */
static void silence_hints (const Sheet *s)
{
  char range[LXW_MAX_CELL_RANGE_LENGTH];
  lxw_rowcol_to_range (range, (lxw_row_t)s->plan.top, 0,
                       (lxw_row_t)(s->plan.top + s->plan.table->n_sheet_rows - 1),
                       (lxw_col_t)(s->plan.n_cols - 1));
  note (s, worksheet_ignore_errors (s->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range), s->plan.top, 0);
}

/* What is frozen cannot be scrolled away; on a small screen it must leave room. */
#define MAX_FROZEN_HEIGHT 330 /* points */
#define MAX_FROZEN_PIXELS 640

static void plan_panes (Sheet *s)
{
  const TzTable *table = s->plan.sized->table;
  int n_head = s->plan.table->first[tz_grid_n_head (s->plan.sized->grid)];
  if (table->freeze && n_head > 0 &&
      tz_xlsx_sheet_height (&s->plan, 0, s->plan.top + n_head) <= MAX_FROZEN_HEIGHT)
    s->plan.extent.freeze_row = s->plan.top + n_head;
  int pixels = 0;
  for (int col = 0; col < MIN (table->freeze_cols, s->plan.n_cols - 1); col++) {
    pixels += s->plan.table->pixels[col];
    if (pixels <= MAX_FROZEN_PIXELS)
      s->plan.extent.freeze_col = col + 1;
  }
}

static void add_filter (const Sheet *s)
{
  int n_head = s->plan.table->first[tz_grid_n_head (s->plan.sized->grid)],
      last = s->plan.top + s->plan.table->n_sheet_rows - 1;
  if (s->xlsx->layout->doc->excel.filter && n_head > 0 && s->plan.table->n_sheet_rows > n_head)
    note (s,
          worksheet_autofilter (s->sheet, (lxw_row_t)(s->plan.top + n_head - 1), 0, (lxw_row_t)last,
                                (lxw_col_t)(s->plan.n_cols - 1)),
          s->plan.top, 0);
}

/* Keeps the plan for the sheets that are made when all tables are written (summary, identity). */
static void finish_table (Sheet *s)
{
  TzXlsxTable *table = g_new0 (TzXlsxTable, 1);
  *table = (TzXlsxTable){
    .sheet = s->sheet, .layout = s->xlsx->layout, .plan = g_steal_pointer (&s->plan.table), .top = s->plan.top
  };
  g_ptr_array_add (s->xlsx->tables, table);
  tz_xlsx_add_fills (s->xlsx, table);
}

static void finish_sheet (Sheet *s)
{
  gboolean form = s->plan.sized && tz_xlsx_has_fills (s->plan.sized->grid);
  s->plan.extent.n_rows = tz_xlsx_sheet_rows (&s->plan);
  s->plan.extent.n_cols = s->plan.n_cols;
  s->plan.extent.pages_wide = s->xlsx->pages_wide;
  s->plan.extent.repeat_cols = s->plan.sized ? MIN (s->plan.sized->table->freeze_cols, s->plan.n_cols - 1) : 0;
  if (s->plan.sized && s->plan.table && s->plan.table->n_sheet_rows > 0) {
    silence_hints (s);
    plan_panes (s);
    add_filter (s);
  }
  tz_xlsx_page_setup (s->xlsx, s->sheet, &s->plan.extent);
  if (!form)
    tz_xlsx_set_breaks (s->xlsx, s->sheet, s->plan.breaks);
  if (s->plan.sized)
    finish_table (s);
}

static void pack_rows (const Sheet *s)
{
  TzXlsxRows *rows = tz_xlsx_rows_new (s->sheet, s->xlsx->folder);
  if (rows)
    g_ptr_array_add (s->xlsx->rows, rows);
}

/* S with the worksheet of a title like NAME. FALSE if there cannot be one. */
static gboolean open_sheet (Sheet *s, const char *name)
{
  s->sheet = tz_xlsx_new_sheet (s->xlsx, name);
  s->plan.xlsx = s->xlsx;
  if (s->sheet && (!s->plan.sized || s->plan.sized->n_cols <= LXW_COL_MAX))
    return TRUE;
  note (s, LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE, 0, LXW_COL_MAX);
  return FALSE;
}

static void write_sheet (Sheet *s)
{
  if (s->xlsx->constant_memory && s->plan.table)
    pack_rows (s);
  set_columns (s);
  write_rows (s);
  write_chart (s);
  finish_sheet (s);
  tz_xlsx_sheet_plan_clear (&s->plan);
}

void tz_xlsx_add_sheet (TzXlsx *xlsx, const TzXlsxContent *content)
{
  const char *name = content->name;
  Sheet s = { .xlsx = xlsx, .plan = { .sized = content->sized, .chart = content->chart } };
  if (!open_sheet (&s, name && *name ? name : xlsx->layout->doc->title))
    return;
  tz_xlsx_plan_sheet (&s.plan, content->before, content->after);
  write_sheet (&s);
}

/* ---- instructions ---- */

void tz_xlsx_add_instructions (TzXlsx *xlsx, const char *text)
{
  TzPara heading = { .text = (char *)"填报说明",
                     .style = { .role = TZ_ROLE_HEI, .size = 16 * TZ_PT, .align = TZ_ALIGN_CENTER } };
  TzPara body = { .style = { .role = TZ_ROLE_SONG, .size = 12 * TZ_PT }, .space_before = 6 * TZ_PT };
  char **lines = g_strsplit (text, "\n", -1);
  Sheet s = { .xlsx = xlsx };
  GPtrArray *paras = g_ptr_array_new (), *none = g_ptr_array_new ();
  g_ptr_array_add (paras, &heading);
  for (char **line = lines; *line; line++)
    if (*g_strstrip (*line) != '\0') {
      TzPara *para = g_memdup2 (&body, sizeof body);
      para->text = *line;
      g_ptr_array_add (paras, para);
    }
  if (open_sheet (&s, heading.text)) {
    tz_xlsx_plan_sheet (&s.plan, paras, none);
    write_sheet (&s);
    tz_xlsx_protect (xlsx, s.sheet, TRUE);
  }
  for (guint i = 1; i < paras->len; i++)
    g_free (paras->pdata[i]);
  g_ptr_array_unref (paras);
  g_ptr_array_unref (none);
  g_strfreev (lines);
}
