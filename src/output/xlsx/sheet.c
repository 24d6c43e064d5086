#include "output/xlsx/sheet.h"

#include "base/intl.h"
#include "layout/table/paper.h"
#include "output/xlsx/break.h"
#include "output/xlsx/cells.h"
#include "output/xlsx/chart.h"
#include "output/xlsx/fill.h"
#include "output/xlsx/format.h"
#include "output/xlsx/keep.h"
#include "output/xlsx/page.h"
#include "output/xlsx/fragment.h"
#include "output/xlsx/plan.h"
#include "output/xlsx/rows.h"
#include "output/xlsx/text.h"
#include "output/xlsx/workbook.h"

#include <string.h>

/* A paragraph, or the part of one that a cell can hold. */
typedef struct {
  const TzPara *para;
  const char *text;
  gsize n;
  TzLen size;
  int first, n_rows; /* sheet rows */
} ParaCell;

typedef struct {
  TzXlsx *xlsx;
  lxw_worksheet *sheet;
  const TzSized *sized; /* NULL: paragraphs alone */
  const TzChart *chart; /* of SIZED's values, below it; NULL: none */
  int chart_row;        /* sheet row of its upper edge */
  double widen;
  TzXlsxPlan *plan;
  int n_cols;
  int pixels;         /* all columns */
  int top;            /* sheet row of the table's first */
  GArray *rows;       /* of TzXlsxRow: all so far */
  GArray *free_rows;  /* of TzXlsxRow: the table's, before merged texts keep them together */
  GArray *para_cells; /* of ParaCell, from above */
  GArray *breaks;     /* as tz_xlsx_breaks */
  TzXlsxExtent extent;
} Sheet;

static void note (const Sheet *s, lxw_error code, int row, int col)
{
  tz_xlsx_note (s->xlsx, code, s->sheet, row, col);
}

/* ---- paragraphs above and below ---- */

static int next_row (const Sheet *s)
{
  return (int)s->rows->len;
}

static void add_row (Sheet *s, double height, gboolean keep_next)
{
  TzXlsxRow row = { height, keep_next };
  g_array_append_val (s->rows, row);
}

/* A title that is a little too long for its lines would leave a word or two on the last one:
 * it is set smaller, as the form allows or else a sixth at most, if that saves the line. */
static TzLen para_size (const Sheet *s, const TzPara *para)
{
  const TzTextStyle *style = &para->style;
  TzLen least = style->shrink_floor > 0 ? style->shrink_floor : style->size - style->size / 6;
  TzXlsxType type = { style->size, style->bold };
  double wanted = tz_xlsx_text_height (para->text, strlen (para->text), type, s->pixels) / (double)type.em;
  if (style->align != TZ_ALIGN_CENTER)
    return style->size;
  for (; type.em >= least; type.em -= TZ_PT / 2) {
    double height = tz_xlsx_text_height (para->text, strlen (para->text), type, s->pixels);
    if (height / (double)type.em < wanted * 0.9)
      return type.em;
  }
  return style->size;
}

static void add_para (Sheet *s, const TzPara *para, gboolean keep_next)
{
  TzXlsxType type = { para_size (s, para), para->style.bold };
  double gaps = tz_len_to_pt (para->space_before + para->space_after);
  for (const char *p = para->text; *p;) {
    gsize n = tz_xlsx_head_bytes (p);
    double height = tz_xlsx_text_height (p, n, type, s->pixels) + gaps;
    int rows = tz_xlsx_rows_for (height);
    ParaCell cell = { para, p, n, type.em, next_row (s), rows };
    g_array_append_val (s->para_cells, cell);
    for (int i = 0; i < rows; i++)
      add_row (s, tz_xlsx_row_height (height / rows), keep_next);
    p += n;
    gaps = 0;
  }
}

static void add_paras (Sheet *s, const GPtrArray *paras)
{
  for (guint i = 0; i < paras->len; i++)
    add_para (s, g_ptr_array_index (paras, i), FALSE);
}

/* Notes stay with the end of the table. */
static void add_paras_below (Sheet *s, const GPtrArray *paras)
{
  if (paras->len > 0 && s->rows->len > 0)
    g_array_index (s->rows, TzXlsxRow, s->rows->len - 1).keep_next = TRUE;
  for (guint i = 0; i < paras->len; i++)
    add_para (s, g_ptr_array_index (paras, i), i + 1 < paras->len);
}

/* Rows that Excel repeats must be one block, so all between the first repeated
 * paragraph and the head is repeated with it. */
static void add_paras_above (Sheet *s, const GPtrArray *paras)
{
  for (guint i = 0; i < paras->len; i++) {
    const TzPara *para = g_ptr_array_index (paras, i);
    int first = next_row (s);
    add_para (s, para, TRUE);
    if (!para->repeat || first == next_row (s))
      continue;
    if (s->extent.repeat_first < 0)
      s->extent.repeat_first = first;
    s->extent.repeat_last = next_row (s) - 1;
  }
}

static double height_of (const Sheet *s, int first, int end)
{
  double height = 0;
  for (int i = first; i < end; i++)
    height += g_array_index (s->rows, TzXlsxRow, i).height;
  return height;
}

/* ---- the table ---- */

#define MOST_PAGES_FILLED 40

/* A heading is kept with the row after it and a head with the first row. A row that became several sheet
 * rows because it is higher than Excel allows is kept together; one that no page holds (split) is not. */
static void add_table_rows (Sheet *s)
{
  const TzGrid *grid = s->sized->grid;
  for (int row = 0; row < tz_grid_n_rows (grid); row++) {
    int first = s->plan->first[row], end = s->plan->first[row + 1];
    gboolean keep = (tz_grid_row (grid, row)->flags & (TZ_ROW_HEAD | TZ_ROW_SECTION | TZ_ROW_KEEP_NEXT)) != 0;
    for (int i = first; i < end; i++)
      add_row (s, s->plan->height[i], i + 1 < end ? !s->plan->split[row] : keep);
  }
  g_array_append_vals (s->free_rows, &g_array_index (s->rows, TzXlsxRow, s->top), (guint)s->plan->n_sheet_rows);
}

static TzLen page_width (const Sheet *s)
{
  return tz_paper_room (s->xlsx->layout->doc, &s->xlsx->paper);
}

/* Points of a page before it is printed smaller by as much as the columns are wider. */
static double page_room (const Sheet *s)
{
  double wide = s->sized ? (double)s->sized->x[s->n_cols] / (double)MAX (page_width (s), 1) : 1;
  return tz_xlsx_page_room (s->xlsx) * s->widen * MAX (wide / s->xlsx->pages_wide, 1);
}

static void plan_table (Sheet *s)
{
  const TzGrid *grid = s->sized->grid;
  const TzExcelSetup *excel = &s->xlsx->layout->doc->excel;
  int first = s->extent.repeat_first;
  double repeated = first >= 0 ? height_of (s, first, next_row (s)) : 0;
  TzXlsxSpace space = { s->widen, page_room (s) - repeated, MAX (excel->fill_lines, 1), excel->tall };
  s->plan = tz_xlsx_plan_new (s->sized, &space);
  s->top = next_row (s);
  int n_head = s->plan->first[tz_grid_n_head (grid)];
  if (n_head > 0 && tz_grid_repeat_head (grid)) {
    if (s->extent.repeat_first < 0)
      s->extent.repeat_first = s->top;
    s->extent.repeat_last = s->top + n_head - 1;
  }
}

/* Rows for the chart to stand on, a blank one above, on one page if a page holds them. */
#define CHART_ROW 18.0 /* points */

/* Points of the chart: so high that a page which begins with the repeated rows can hold it, with
 * the blank row above and what the last of its rows is more than it needs. */
static double chart_height (const Sheet *s)
{
  int first = s->extent.repeat_first;
  double repeated = first >= 0 ? height_of (s, first, s->extent.repeat_last + 1) : 0;
  return tz_xlsx_chart_height (s->chart, page_room (s) - repeated - 2 * CHART_ROW);
}

static void add_chart_rows (Sheet *s)
{
  double height = s->chart ? chart_height (s) : 0;
  if (height <= 0)
    return;
  add_row (s, CHART_ROW, TRUE);
  s->chart_row = next_row (s);
  for (int n = (int)(height / CHART_ROW) + 1; n > 0; n--)
    add_row (s, CHART_ROW, n > 1);
}

/* Whether pages end where they are planned to. Rows of a form grow when it is filled in; breaks
 * set beforehand would then leave pages half empty, so Excel breaks such a sheet itself. */
static gboolean has_planned_ends (const Sheet *s)
{
  return s->sized && s->sized->n_rows <= TZ_LONG_TABLE && !tz_xlsx_has_fills (s->sized->grid);
}

/* Plans the rows from the table on and where pages end; again and again as long as that makes some row
 * higher, so that a page is filled or the last fragment of a text has room. */
static void plan_rows (Sheet *s, const GPtrArray *after)
{
  guint n_rows = s->rows->len, n_para_cells = s->para_cells->len;
  double room = page_room (s);
  gboolean planned = has_planned_ends (s);
  int tries = s->sized && s->sized->n_rows <= TZ_LONG_TABLE ? MOST_PAGES_FILLED : 0;
  do {
    g_array_set_size (s->rows, n_rows);
    g_array_set_size (s->para_cells, n_para_cells);
    g_array_set_size (s->free_rows, 0);
    g_clear_pointer (&s->breaks, g_array_unref);
    if (s->sized) {
      add_table_rows (s);
      tz_xlsx_keep_texts (s->plan, s->rows, s->top);
      add_paras_below (s, s->sized->table->below);
    }
    add_paras (s, after);
    add_chart_rows (s);
    s->breaks = tz_xlsx_breaks (s->rows, room, s->extent.repeat_first, s->extent.repeat_last);
    if (planned && s->breaks->len < LXW_BREAKS_MAX)
      tz_xlsx_break_table (s->plan, s->breaks, s->top);
  } while (tries-- > 0 && (tz_xlsx_fill_page (s->plan, s->rows, s->free_rows, s->top, s->breaks, room,
                                              s->extent.repeat_first, s->extent.repeat_last) ||
                           (planned && tz_xlsx_fit_fragments (s->plan))));
}

/* ---- how much wider than printed ---- */

static void clear_plan (Sheet *s)
{
  g_clear_pointer (&s->plan, tz_xlsx_plan_free);
  g_clear_pointer (&s->breaks, g_array_unref);
  g_array_set_size (s->rows, 0);
  g_array_set_size (s->para_cells, 0);
  s->extent = (TzXlsxExtent){ .repeat_first = -1, .repeat_last = -1 };
}

static void plan_sheet (Sheet *s, double widen, const GPtrArray *before, const GPtrArray *after)
{
  clear_plan (s);
  s->widen = widen;
  s->n_cols = s->sized ? s->sized->n_cols : 1;
  s->pixels = MAX (1, (int)(tz_len_to_pt (s->sized ? s->sized->x[s->n_cols] : page_width (s)) * widen / 0.75));
  add_paras (s, before);
  if (s->sized) {
    add_paras_above (s, s->sized->table->above);
    plan_table (s);
  }
  plan_rows (s, after);
}

/* Excel does not cut rows at a page's end, so its pages have larger gaps than those
 * of the PDF. Printed a little smaller, the sheet often has no more pages, and with
 * a little more at most one more; a row slightly too high for a page finds room. */
static const struct {
  double shrunk;
  guint more; /* pages than the PDF has */
} attempts[] = {
  { 1, 0 }, { 0.97, 0 }, { 0.94, 0 }, { 1, 1 }, { 0.97, 1 }, { 0.94, 1 }, { 0.91, 1 }, { 0.88, 1 },
};

/* For tall = widen: no smaller than 六号 (clreq), what can just be read. */
#define LEAST_PRINTED 7.5 /* points */

static gboolean is_good (const Sheet *s, guint more)
{
  const GPtrArray *pages = s->xlsx->layout->pages->pages;
  if (!s->sized || s->sized->n_rows > TZ_LONG_TABLE)
    return TRUE; /* planned once */
  if (s->plan->n_split > 0 || (s->plan->space.tall == TZ_TALL_WIDEN && s->plan->n_tall > 0))
    return FALSE;
  return s->xlsx->figure || s->xlsx->layout->tables->len != 1 || s->breaks->len + 1 <= pages->len + more;
}

/* Columns may not pass Excel's 255 digits. */
static gboolean columns_fit (const Sheet *s, double widen)
{
  for (int col = 0; s->sized && col < s->sized->n_cols; col++)
    if (tz_len_to_pt (s->sized->x[col + 1] - s->sized->x[col]) * widen / 0.75 > 1790)
      return FALSE;
  return TRUE;
}

/* How small the text of the table may become in print: 1, or less. */
static double least_shrinking (const Sheet *s)
{
  TzLen size = 0;
  for (int i = 0; s->sized && i < tz_grid_n_cells (s->sized->grid); i++) {
    const TzTextStyle *style = &tz_grid_style (s->sized->grid, tz_grid_cell (s->sized->grid, i)->style)->text;
    size = size == 0 ? style->size : MIN (size, style->size);
  }
  return size > 0 ? MIN (LEAST_PRINTED / tz_len_to_pt (size), 1) : 1;
}

/* Wider columns until no row is too high. FALSE: they never are wide enough. */
static gboolean widen_columns (Sheet *s, const GPtrArray *before, const GPtrArray *after)
{
  double least = least_shrinking (s);
  for (double shrunk = 0.85; shrunk >= least && columns_fit (s, 1 / shrunk); shrunk -= 0.05) {
    plan_sheet (s, 1 / shrunk, before, after);
    if (s->plan->n_tall == 0 && s->plan->n_split == 0)
      return TRUE;
  }
  return FALSE;
}

static void find_plan (Sheet *s, const GPtrArray *before, const GPtrArray *after)
{
  guint fewest = G_MAXUINT;
  double best = 1;
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++) {
    plan_sheet (s, 1 / attempts[i].shrunk, before, after);
    if (is_good (s, attempts[i].more))
      return;
    if (s->breaks->len < fewest) {
      fewest = s->breaks->len;
      best = attempts[i].shrunk;
    }
  }
  gboolean widened = s->plan->space.tall == TZ_TALL_WIDEN && widen_columns (s, before, after);
  if (!widened && s->breaks->len >= fewest)
    plan_sheet (s, 1 / best, before, after);
}

/* ---- writing ---- */

static void write_paras (const Sheet *s, int from, int end)
{
  for (guint i = 0; i < s->para_cells->len; i++) {
    const ParaCell *cell = &g_array_index (s->para_cells, ParaCell, i);
    if (cell->first < from || cell->first >= end)
      continue;
    TzXlsxLook look = tz_xlsx_look_of (&cell->para->style, TZ_VALIGN_MIDDLE);
    look.size = cell->size;
    TzXlsxArea area = { .row0 = cell->first,
                        .row1 = cell->first + cell->n_rows - 1,
                        .col1 = s->n_cols - 1,
                        .format = tz_xlsx_format (s->xlsx, &look),
                        .text = cell->text,
                        .n = cell->n };
    for (int row = area.row0; row <= area.row1; row++) {
      note (s,
            worksheet_set_row (s->sheet, (lxw_row_t)row, g_array_index (s->rows, TzXlsxRow, row).height, NULL),
            row, 0);
      tz_xlsx_write_area (s->xlsx, s->sheet, &area, row);
    }
  }
}

static void write_table (const Sheet *s)
{
  TzXlsxCells *cells = tz_xlsx_cells_new (s->xlsx, s->sheet, s->plan, s->top, s->breaks);
  for (int i = 0; i < s->plan->n_sheet_rows; i++) {
    note (s, worksheet_set_row (s->sheet, (lxw_row_t)(s->top + i), s->plan->height[i], NULL), s->top + i, 0);
    tz_xlsx_cells_row (cells, s->top + i);
  }
  tz_xlsx_cells_free (cells);
}

static void set_columns (const Sheet *s)
{
  for (int col = 0; col < s->n_cols; col++) {
    int pixels = s->plan ? s->plan->pixels[col] : MIN (s->pixels, 1790);
    note (s, worksheet_set_column_pixels (s->sheet, (lxw_col_t)col, (lxw_col_t)col, (uint32_t)pixels, NULL), 0,
          col);
  }
}

static void write_rows (const Sheet *s)
{
  int below = s->plan ? s->top + s->plan->n_sheet_rows : next_row (s);
  write_paras (s, 0, s->plan ? s->top : below);
  if (s->plan)
    write_table (s);
  write_paras (s, below, next_row (s));
}

static void write_chart (const Sheet *s)
{
  if (s->chart_row == 0)
    return;
  int first = s->top + s->plan->first[tz_grid_n_head (s->sized->grid)];
  TzXlsxChartPlace place = { .sheet = s->sheet,
                             .head = first - 1,
                             .first = first,
                             .last = s->top + s->plan->n_sheet_rows - 1,
                             .row = s->chart_row,
                             .width = s->pixels,
                             .height = chart_height (s) };
  for (int row = s->chart_row - 1; row < next_row (s); row++)
    note (s, worksheet_set_row (s->sheet, (lxw_row_t)row, CHART_ROW, NULL), row, 0);
  tz_xlsx_insert_chart (s->xlsx, s->chart, &place);
}

/* ---- the sheet as a whole ---- */

/* Switches off Excel's green corners: numbers are texts here on purpose. */
static void silence_hints (const Sheet *s)
{
  char range[LXW_MAX_CELL_RANGE_LENGTH];
  lxw_rowcol_to_range (range, (lxw_row_t)s->top, 0, (lxw_row_t)(s->top + s->plan->n_sheet_rows - 1),
                       (lxw_col_t)(s->n_cols - 1));
  note (s, worksheet_ignore_errors (s->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range), s->top, 0);
}

/* What is frozen cannot be scrolled away; on a small screen it must leave room. */
#define MAX_FROZEN_HEIGHT 330 /* points */
#define MAX_FROZEN_PIXELS 640

static void plan_panes (Sheet *s)
{
  const TzTable *table = s->sized->table;
  int n_head = s->plan->first[tz_grid_n_head (s->sized->grid)];
  if (table->freeze && n_head > 0 && height_of (s, 0, s->top + n_head) <= MAX_FROZEN_HEIGHT)
    s->extent.freeze_row = s->top + n_head;
  int pixels = 0;
  for (int col = 0; col < MIN (table->freeze_cols, s->n_cols - 1); col++) {
    pixels += s->plan->pixels[col];
    if (pixels <= MAX_FROZEN_PIXELS)
      s->extent.freeze_col = col + 1;
  }
}

static void add_filter (const Sheet *s)
{
  int n_head = s->plan->first[tz_grid_n_head (s->sized->grid)], last = s->top + s->plan->n_sheet_rows - 1;
  if (s->xlsx->layout->doc->excel.filter && n_head > 0 && s->plan->n_sheet_rows > n_head)
    note (s,
          worksheet_autofilter (s->sheet, (lxw_row_t)(s->top + n_head - 1), 0, (lxw_row_t)last,
                                (lxw_col_t)(s->n_cols - 1)),
          s->top, 0);
}

/* Keeps the plan for the sheets that are made when all tables are written (summary, identity). */
static void finish_table (Sheet *s)
{
  TzXlsxTable *table = g_new0 (TzXlsxTable, 1);
  *table = (TzXlsxTable){ .sheet = s->sheet, .plan = g_steal_pointer (&s->plan), .top = s->top };
  g_ptr_array_add (s->xlsx->tables, table);
  tz_xlsx_add_fills (s->xlsx, table);
}

static void finish_sheet (Sheet *s)
{
  gboolean form = s->sized && tz_xlsx_has_fills (s->sized->grid);
  s->extent.n_rows = next_row (s);
  s->extent.n_cols = s->n_cols;
  s->extent.pages_wide = s->xlsx->pages_wide;
  s->extent.repeat_cols = s->sized ? MIN (s->sized->table->freeze_cols, s->n_cols - 1) : 0;
  if (s->sized && s->plan->n_sheet_rows > 0) {
    silence_hints (s);
    plan_panes (s);
    add_filter (s);
  }
  tz_xlsx_page_setup (s->xlsx, s->sheet, &s->extent);
  if (!form)
    tz_xlsx_set_breaks (s->xlsx, s->sheet, s->breaks);
  if (s->sized)
    finish_table (s);
}

static void pack_rows (const Sheet *s)
{
  TzXlsxRows *rows = tz_xlsx_rows_new (s->sheet, s->xlsx->folder);
  if (rows)
    g_ptr_array_add (s->xlsx->rows, rows);
}

void tz_xlsx_add_sheet (TzXlsx *xlsx, const TzXlsxContent *content)
{
  const char *name = content->name;
  Sheet s = { .xlsx = xlsx, .sized = content->sized, .chart = content->chart };
  s.sheet = tz_xlsx_new_sheet (xlsx, name && *name ? name : xlsx->layout->doc->title);
  if (!s.sheet || (s.sized && s.sized->n_cols > LXW_COL_MAX)) {
    tz_xlsx_note (xlsx, LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE, s.sheet, 0, LXW_COL_MAX);
    return;
  }
  s.rows = g_array_new (FALSE, FALSE, sizeof (TzXlsxRow));
  s.para_cells = g_array_new (FALSE, FALSE, sizeof (ParaCell));
  s.free_rows = g_array_new (FALSE, FALSE, sizeof (TzXlsxRow));
  find_plan (&s, content->before, content->after);
  if (xlsx->constant_memory && s.plan)
    pack_rows (&s);
  set_columns (&s);
  write_rows (&s);
  write_chart (&s);
  finish_sheet (&s);
  clear_plan (&s);
  g_array_unref (s.rows);
  g_array_unref (s.para_cells);
  g_array_unref (s.free_rows);
}

/* ---- instructions ---- */

void tz_xlsx_add_instructions (TzXlsx *xlsx, const char *text)
{
  TzPara heading = { .text = (char *)"填报说明",
                     .style = { .role = TZ_ROLE_HEI, .size = 16 * TZ_PT, .align = TZ_ALIGN_CENTER } };
  TzPara body = { .style = { .role = TZ_ROLE_SONG, .size = 12 * TZ_PT }, .space_before = 6 * TZ_PT };
  char **lines = g_strsplit (text, "\n", -1);
  Sheet s = { .xlsx = xlsx, .sheet = tz_xlsx_new_sheet (xlsx, heading.text) };
  GPtrArray *paras = g_ptr_array_new (), *none = g_ptr_array_new ();
  g_ptr_array_add (paras, &heading);
  for (char **line = lines; *line; line++)
    if (*g_strstrip (*line) != '\0') {
      TzPara *para = g_memdup2 (&body, sizeof body);
      para->text = *line;
      g_ptr_array_add (paras, para);
    }
  if (s.sheet) {
    s.rows = g_array_new (FALSE, FALSE, sizeof (TzXlsxRow));
    s.para_cells = g_array_new (FALSE, FALSE, sizeof (ParaCell));
    s.free_rows = g_array_new (FALSE, FALSE, sizeof (TzXlsxRow));
    plan_sheet (&s, 1, paras, none);
    set_columns (&s);
    write_rows (&s);
    finish_sheet (&s);
    tz_xlsx_protect (xlsx, s.sheet, TRUE);
    clear_plan (&s);
    g_array_unref (s.rows);
    g_array_unref (s.para_cells);
    g_array_unref (s.free_rows);
  }
  for (guint i = 1; i < paras->len; i++)
    g_free (paras->pdata[i]);
  g_ptr_array_unref (paras);
  g_ptr_array_unref (none);
  g_strfreev (lines);
}
