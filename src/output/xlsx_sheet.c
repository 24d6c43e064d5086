#include "output/xlsx.h"

#include "base/intl.h"
#include "base/utf8.h"

#include <string.h>

typedef struct {
  TzXlsx *xlsx;
  lxw_worksheet *sheet;
  const TzSized *sized; /* NULL: paragraphs alone */
  TzXlsxPlan *plan;
  int n_cols;
  int pixels;     /* all columns */
  int top;        /* sheet row of the table's first */
  GArray *rows;   /* of TzXlsxRow: all so far */
  GArray *breaks; /* as tz_xlsx_breaks, once the table's rows are known */
  TzXlsxExtent extent;
} Sheet;

typedef struct {
  int row0, col0, row1, col1; /* sheet rows and columns, both ends included */
} Area;

static void note (const Sheet *s, lxw_error code, int row, int col)
{
  tz_xlsx_note (s->xlsx, code, s->sheet, row, col);
}

static void write_string (const Sheet *s, int row, int col, const char *text, lxw_format *format)
{
  char *escaped = tz_xlsx_escape (text);
  const char *string = escaped ? escaped : text;
  lxw_row_t at = (lxw_row_t)row;
  if (*string)
    note (s, worksheet_write_string (s->sheet, at, (lxw_col_t)col, string, format), row, col);
  else
    note (s, worksheet_write_blank (s->sheet, at, (lxw_col_t)col, format), row, col);
  g_free (escaped);
}

/* Excel draws a merged cell's edge from the formats of all cells in it. */
static void merge (const Sheet *s, const Area *area, lxw_format *format)
{
  if (area->row0 == area->row1 && area->col0 == area->col1)
    return;
  note (s,
        worksheet_merge_range (s->sheet, (lxw_row_t)area->row0, (lxw_col_t)area->col0, (lxw_row_t)area->row1,
                               (lxw_col_t)area->col1, "", format),
        area->row0, area->col0);
}

/* ---- paragraphs above and below ---- */

static int next_row (const Sheet *s)
{
  return (int)s->rows->len;
}

static void add_row (Sheet *s, double height, gboolean keep_next)
{
  TzXlsxRow row = { height, keep_next };
  note (s, worksheet_set_row (s->sheet, (lxw_row_t)next_row (s), height, NULL), next_row (s), 0);
  g_array_append_val (s->rows, row);
}

static void add_para (Sheet *s, const TzPara *para, gboolean keep_next)
{
  TzXlsxLook look = tz_xlsx_look_of (&para->style, TZ_VALIGN_MIDDLE);
  lxw_format *format = tz_xlsx_format (s->xlsx, &look);
  double gaps = tz_len_to_pt (para->space_before + para->space_after);
  for (const char *p = para->text; *p;) {
    gsize n = tz_xlsx_head_bytes (p);
    double height = tz_xlsx_text_height (p, n, &para->style, para->style.size, s->pixels) + gaps;
    int rows = tz_xlsx_rows_for (height);
    Area area = { next_row (s), 0, next_row (s) + rows - 1, s->n_cols - 1 };
    char *piece = g_strndup (p, n);
    merge (s, &area, format);
    write_string (s, area.row0, 0, piece, format);
    g_free (piece);
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

/* ---- the table ---- */

/* A fill-in cell without a colour of its own gets one that says "write here". */
#define FILL_BACKGROUND 0xFFF8E1

static void add_borders (const Sheet *s, const TzCell *cell, TzXlsxLook *look)
{
  const TzGrid *grid = s->sized->grid;
  const TzRules *rules = tz_grid_rules (grid);
  guint8 inner = tz_xlsx_border (rules->inner), outer = tz_xlsx_border (rules->outer);
  if (rules->outer > rules->inner)
    outer = MAX (outer, LXW_BORDER_MEDIUM);
  int n_head = tz_grid_n_head (grid), bottom = cell->row + cell->row_span;
  gboolean under_head = rules->double_head && n_head > 0;
  gboolean at_top = cell->row == 0 || (under_head && cell->row == n_head);
  gboolean at_bottom = bottom == tz_grid_n_rows (grid) || (under_head && bottom == n_head);
  look->top = at_top ? outer : inner;
  look->bottom = at_bottom ? outer : inner;
  look->left = cell->col == 0 ? outer : inner;
  look->right = cell->col + cell->col_span == tz_grid_n_cols (grid) ? outer : inner;
  look->diagonal = cell->corner ? MAX (inner, LXW_BORDER_THIN) : 0;
}

/* Whether a page ends within CELL when the sheet is printed. */
static gboolean is_cut (const Sheet *s, const TzCell *cell)
{
  int first = s->top + s->plan->first[cell->row], end = s->top + s->plan->first[cell->row + cell->row_span];
  for (guint i = 0; end - first > 1 && i < s->breaks->len; i++) {
    int at = g_array_index (s->breaks, int, i);
    if (at >= end)
      return FALSE;
    if (at > first)
      return TRUE;
  }
  return FALSE;
}

static TzXlsxLook cell_look (const Sheet *s, const TzCell *cell, const TzLines *lines)
{
  const TzCellStyle *style = tz_grid_style (s->sized->grid, cell->style);
  TzXlsxLook look = tz_xlsx_look_of (&style->text, style->valign);
  look.background = style->background;
  if (lines)
    look.size = lines->size;
  if (style->fill != TZ_FILL_NONE) {
    look.unlocked = TRUE;
    look.num_format = tz_xlsx_fill_format (style->fill);
    if (look.background == 0xFFFFFF)
      look.background = FILL_BACKGROUND;
  }
  if (is_cut (s, cell))
    look.valign = LXW_ALIGN_VERTICAL_TOP; /* its middle may lie on the edge */
  if (cell->corner) {
    look.align = LXW_ALIGN_LEFT;
    look.valign = LXW_ALIGN_VERTICAL_DISTRIBUTED; /* one text up, one down */
  }
  add_borders (s, cell, &look);
  return look;
}

static int area_pixels (const Sheet *s, const Area *area)
{
  int pixels = 0;
  for (int col = area->col0; col <= area->col1; col++)
    pixels += s->plan->pixels[col];
  return pixels;
}

/* Both texts of a diagonal head: the upper one moved right by full-width spaces,
 * which are one em in every font. */
static char *corner_text (const Sheet *s, const TzCell *cell, const Area *area, TzLen em)
{
  TzLen room = tz_len_from_pt ((area_pixels (s, area) - 5) * 0.75);
  TzLen used = (TzLen)tz_utf8_columns (cell->corner) * em / 2;
  GString *text = g_string_new (NULL);
  for (TzLen left = room - used; left >= em + em / 4; left -= em)
    g_string_append (text, "\xE3\x80\x80");
  g_string_append_printf (text, "%s\n%s", cell->corner, cell->text);
  return g_string_free (text, FALSE);
}

static void warn_cut (const Sheet *s, const TzCell *cell)
{
  tz_diag_add (
      s->xlsx->diag, TZ_WARNING, &cell->source, "cell-too-long",
      _ ("this text is longer than an Excel cell can hold (%d characters, %d line breaks); in the workbook "
         "it goes on in the cell below. Shorten it, or split the row, if it must stand in one cell"),
      TZ_XLSX_MAX_CHARS, TZ_XLSX_MAX_FEEDS);
}

static void write_piece (const Sheet *s, const Area *area, const char *text, gsize n, const TzXlsxLook *look)
{
  lxw_format *format = tz_xlsx_format (s->xlsx, look);
  char *piece = g_strndup (text, n);
  merge (s, area, format);
  write_string (s, area->row0, area->col0, piece, format);
  g_free (piece);
}

/* A text that no cell can hold stands in several, one under the other. Rows were
 * planned for each piece; what is over goes to the first. */
static void write_cut (const Sheet *s, const TzCell *cell, const Area *area, const TzXlsxLook *look)
{
  const TzTextStyle *style = &tz_grid_style (s->sized->grid, cell->style)->text;
  int below = 0;
  for (const char *p = cell->text + tz_xlsx_head_bytes (cell->text); *p; p += tz_xlsx_head_bytes (p))
    below += tz_xlsx_rows_for (
        tz_xlsx_text_height (p, tz_xlsx_head_bytes (p), style, look->size, area_pixels (s, area)));
  Area at = { area->row0, area->col0, area->row1 - below, area->col1 };
  for (const char *p = cell->text; *p;) {
    gsize n = tz_xlsx_head_bytes (p);
    write_piece (s, &at, p, n, look);
    p += n;
    at.row0 = at.row1 + 1;
    at.row1 += tz_xlsx_rows_for (
        tz_xlsx_text_height (p, tz_xlsx_head_bytes (p), style, look->size, area_pixels (s, area)));
  }
  warn_cut (s, cell);
}

static void write_text (const Sheet *s, const TzCell *cell, const Area *area, const TzXlsxLook *look)
{
  gsize n = strlen (cell->text);
  if (tz_xlsx_head_bytes (cell->text) < n)
    write_cut (s, cell, area, look);
  else
    write_piece (s, area, cell->text, n, look);
}

static gboolean write_value (const Sheet *s, const TzCell *cell, const Area *area, TzXlsxLook *look)
{
  double value = 0;
  const char *num_format = NULL;
  if (!tz_xlsx_value (cell->text, tz_grid_style (s->sized->grid, cell->style)->type, &value, &num_format))
    return FALSE;
  look->num_format = num_format;
  look->single = TRUE; /* Excel shows a number that is too wide as ##### */
  lxw_format *format = tz_xlsx_format (s->xlsx, look);
  merge (s, area, format);
  note (s, worksheet_write_number (s->sheet, (lxw_row_t)area->row0, (lxw_col_t)area->col0, value, format),
        area->row0, area->col0);
  return TRUE;
}

static void add_cell (Sheet *s, int i)
{
  const TzCell *cell = tz_grid_cell (s->sized->grid, i);
  const int *first = s->plan->first;
  Area area = { s->top + first[cell->row], cell->col, s->top + first[cell->row + cell->row_span] - 1,
                cell->col + cell->col_span - 1 };
  TzXlsxLook look = cell_look (s, cell, s->sized->lines[i]);
  if (cell->corner) {
    char *text = corner_text (s, cell, &area, look.size);
    write_piece (s, &area, text, strlen (text), &look);
    g_free (text);
  } else if (!write_value (s, cell, &area, &look)) {
    write_text (s, cell, &area, &look);
  }
}

/* A place without a cell still has its borders. */
static void add_gap (Sheet *s, int row, int col)
{
  TzTextStyle plain = { .role = TZ_ROLE_SONG, .size = 10 * TZ_PT };
  TzXlsxLook look = tz_xlsx_look_of (&plain, TZ_VALIGN_MIDDLE);
  TzCell cell = { .row = row, .col = col, .row_span = 1, .col_span = 1 };
  add_borders (s, &cell, &look);
  Area area = { s->top + s->plan->first[row], col, s->top + s->plan->first[row + 1] - 1, col };
  write_piece (s, &area, "", 0, &look);
}

static void add_table_cells (Sheet *s, int row)
{
  const TzGrid *grid = s->sized->grid;
  for (int col = 0; col < tz_grid_n_cols (grid); col++) {
    int i = tz_grid_index_at (grid, row, col);
    if (i < 0)
      add_gap (s, row, col);
    else if (tz_grid_cell (grid, i)->row == row && tz_grid_cell (grid, i)->col == col)
      add_cell (s, i);
  }
}

/* A heading keeps the row after it, a head its first row, and a row cut up for
 * Excel's sake stays together where a page can hold it. */
static void add_table_rows (Sheet *s)
{
  const TzGrid *grid = s->sized->grid;
  double room = tz_xlsx_page_room (s->xlsx);
  for (int row = 0; row < tz_grid_n_rows (grid); row++) {
    int first = s->plan->first[row], end = s->plan->first[row + 1];
    gboolean together = (end - first) * s->plan->height[first] <= room;
    gboolean keep = (tz_grid_row (grid, row)->flags & (TZ_ROW_HEAD | TZ_ROW_SECTION | TZ_ROW_KEEP_NEXT)) != 0;
    for (int i = first; i < end; i++)
      add_row (s, s->plan->height[i], i + 1 < end ? together : keep);
  }
}

/* Numbers are texts here on purpose: no green corners. */
static void silence_hints (const Sheet *s)
{
  char range[LXW_MAX_CELL_RANGE_LENGTH];
  lxw_rowcol_to_range (range, (lxw_row_t)s->top, 0, (lxw_row_t)(next_row (s) - 1), (lxw_col_t)(s->n_cols - 1));
  note (s, worksheet_ignore_errors (s->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range), s->top, 0);
}

/* What is frozen cannot be scrolled away; on a small screen it must leave room. */
#define MAX_FROZEN_HEIGHT 330 /* points */
#define MAX_FROZEN_PIXELS 640

static void plan_panes (Sheet *s)
{
  const TzTable *table = s->sized->table;
  int n_head = s->plan->first[tz_grid_n_head (s->sized->grid)];
  double height = 0;
  for (int i = 0; i < s->top + n_head; i++)
    height += g_array_index (s->rows, TzXlsxRow, i).height;
  if (table->freeze && n_head > 0 && height <= MAX_FROZEN_HEIGHT)
    s->extent.freeze_row = s->top + n_head;
  int pixels = 0;
  for (int col = 0; col < MIN (table->freeze_cols, s->n_cols - 1); col++) {
    pixels += s->plan->pixels[col];
    if (pixels <= MAX_FROZEN_PIXELS)
      s->extent.freeze_col = col + 1;
  }
}

static void find_breaks (Sheet *s)
{
  g_clear_pointer (&s->breaks, g_array_unref);
  s->breaks =
      tz_xlsx_breaks (s->rows, tz_xlsx_page_room (s->xlsx), s->extent.repeat_first, s->extent.repeat_last);
}

static void add_table (Sheet *s)
{
  const TzGrid *grid = s->sized->grid;
  int n_head = s->plan->first[tz_grid_n_head (grid)];
  s->top = next_row (s);
  if (n_head > 0 && tz_grid_repeat_head (grid)) {
    if (s->extent.repeat_first < 0)
      s->extent.repeat_first = s->top;
    s->extent.repeat_last = s->top + n_head - 1;
  }
  add_table_rows (s);
  find_breaks (s);
  for (int row = 0; row < tz_grid_n_rows (grid); row++)
    add_table_cells (s, row);
  if (next_row (s) > s->top)
    silence_hints (s);
  plan_panes (s);
  tz_xlsx_add_fills (s->xlsx, s->sheet, s->sized, s->plan, s->top);
}

static void set_columns (Sheet *s)
{
  if (s->sized) {
    s->plan = tz_xlsx_plan_new (s->sized);
    s->n_cols = s->plan->n_cols;
    for (int col = 0; col < s->n_cols; col++) {
      s->pixels += s->plan->pixels[col];
      note (s,
            worksheet_set_column_pixels (s->sheet, (lxw_col_t)col, (lxw_col_t)col,
                                         (uint32_t)s->plan->pixels[col], NULL),
            0, col);
    }
    return;
  }
  const TzPageSetup *page = &s->xlsx->layout->doc->page;
  double points = tz_len_to_pt (s->xlsx->layout->paper.width - page->left - page->right);
  s->n_cols = 1;
  s->pixels = CLAMP ((int)(points / 0.75), 1, 1790);
  note (s, worksheet_set_column_pixels (s->sheet, 0, 0, (uint32_t)s->pixels, NULL), 0, 0);
}

static lxw_worksheet *new_worksheet (TzXlsx *xlsx, const TzSized *sized)
{
  const char *wanted = sized ? sized->table->sheet_name : NULL;
  char *name = tz_xlsx_sheet_name (wanted && *wanted ? wanted : xlsx->layout->doc->title, xlsx->names);
  lxw_worksheet *sheet = workbook_add_worksheet (xlsx->book, name);
  g_free (name);
  return sheet;
}

/* Rows of a form grow when it is filled in; breaks set beforehand would then
 * leave pages half empty, so Excel breaks such a sheet itself. */
static gboolean has_fills (const TzGrid *grid)
{
  for (int i = 0; i < tz_grid_n_cells (grid); i++)
    if (tz_grid_style (grid, tz_grid_cell (grid, i)->style)->fill != TZ_FILL_NONE)
      return TRUE;
  return FALSE;
}

void tz_xlsx_add_sheet (TzXlsx *xlsx, const TzSized *sized, const GPtrArray *before, const GPtrArray *after)
{
  Sheet s = { .xlsx = xlsx, .sized = sized, .sheet = new_worksheet (xlsx, sized) };
  s.extent = (TzXlsxExtent){ .repeat_first = -1, .repeat_last = -1 };
  if (!s.sheet || (sized && sized->n_cols > LXW_COL_MAX)) {
    tz_xlsx_note (xlsx, LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE, s.sheet, 0, LXW_COL_MAX);
    return;
  }
  s.rows = g_array_new (FALSE, FALSE, sizeof (TzXlsxRow));
  set_columns (&s);
  add_paras (&s, before);
  if (sized) {
    add_paras_above (&s, sized->table->above);
    add_table (&s);
    add_paras_below (&s, sized->table->below);
  }
  add_paras (&s, after);
  s.extent.n_rows = next_row (&s);
  s.extent.n_cols = s.n_cols;
  tz_xlsx_page_setup (xlsx, s.sheet, &s.extent);
  find_breaks (&s);
  if (!sized || !has_fills (sized->grid))
    tz_xlsx_set_breaks (xlsx, s.sheet, s.breaks);
  g_array_unref (s.rows);
  g_array_unref (s.breaks);
  if (s.plan)
    tz_xlsx_plan_free (s.plan);
}
