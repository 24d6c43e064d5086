/* The cells of a table, written row by row from above. In constant-memory mode (long tables) the
 * library holds only the row that is being written. Merging writes all cells of the area as blank
 * ones, so the order matters: normally the area is merged at its first row, before its text is
 * written; in constant-memory mode at its last row, when the rows above are on the disk already and
 * only the merge itself is remembered. */
#include "output/xlsx/cells.h"

#include "base/intl.h"
#include "base/utf8.h"
#include "output/xlsx/fill.h"
#include "output/xlsx/format.h"
#include "output/xlsx/fragment.h"
#include "output/xlsx/plan.h"
#include "output/xlsx/text.h"
#include "output/xlsx/workbook.h"

#include <string.h>

struct TzXlsxCells {
  TzXlsx *xlsx;
  lxw_worksheet *sheet;
  const TzXlsxPlan *plan;
  const TzGrid *grid;
  int top;
  const GArray *breaks;
  gboolean form; /* it is filled in: rows will grow, so nobody knows where pages end */
  struct Open {
    TzXlsxArea area;
    int cell;        /* of the grid, or -1: none was put there */
    char *made;      /* a text made for this cell alone */
    TzXlsxLook look; /* of the latest cell of this column: mostly that of the next one, too */
    lxw_format *format;
  } * open;      /* n_cols, by first column */
  int table_row; /* that the next sheet row belongs to */
};

/* ---- areas ---- */

/* Bytes FROM to END of AREA's text as they are, or in bold. */
static void add_rich (TzXlsx *xlsx, const TzXlsxArea *area, gsize from, gsize end, gboolean bold,
                      GPtrArray *rich)
{
  if (end <= from)
    return;
  lxw_rich_string_tuple *tuple = g_new0 (lxw_rich_string_tuple, 1);
  TzXlsxLook look;
  memcpy (&look, area->look, sizeof look); /* with its padding */
  look.bold = bold != FALSE;
  tuple->format = tz_xlsx_format (xlsx, &look);
  tuple->string = g_strndup (area->text + from, end - from);
  char *escaped = tz_xlsx_escape (tuple->string);
  if (escaped) {
    g_free (tuple->string);
    tuple->string = escaped;
  }
  g_ptr_array_add (rich, tuple);
}

static void rich_free (gpointer data)
{
  if (data) /* NULL ends the array */
    g_free (((lxw_rich_string_tuple *)data)->string);
  g_free (data);
}

/* AREA's text cut at its runs. g_ptr_array_unref. */
static GPtrArray *cut_at_runs (TzXlsx *xlsx, const TzXlsxArea *area)
{
  GPtrArray *rich = g_ptr_array_new_with_free_func (rich_free);
  gsize at = 0;
  for (int i = 0; i < area->n_runs; i++) {
    const TzTextRun *run = &area->runs[i];
    gsize from = MAX (run->start, area->skip) - area->skip, end = MAX (run->end, area->skip) - area->skip;
    from = CLAMP (from, at, area->n);
    end = CLAMP (end, from, area->n);
    add_rich (xlsx, area, at, from, area->look->bold, rich);
    add_rich (xlsx, area, from, end, run->bold, rich);
    at = end;
  }
  add_rich (xlsx, area, at, area->n, area->look->bold, rich);
  return rich;
}

/* A text partly in bold. Each part has its font written with it: programs differ in what they show where
 * there is none. */
static void write_rich (TzXlsx *xlsx, lxw_worksheet *sheet, const TzXlsxArea *area)
{
  lxw_row_t row = (lxw_row_t)area->row0;
  lxw_col_t col = (lxw_col_t)area->col0;
  GPtrArray *rich = cut_at_runs (xlsx, area);
  lxw_error code;
  if (rich->len == 1) { /* the library wants two */
    const lxw_rich_string_tuple *only = g_ptr_array_index (rich, 0);
    code = worksheet_write_string (sheet, row, col, only->string, only->format);
  } else {
    g_ptr_array_add (rich, NULL);
    code = worksheet_write_rich_string (sheet, row, col, (lxw_rich_string_tuple **)rich->pdata, area->format);
  }
  tz_xlsx_note (xlsx, code, sheet, area->row0, area->col0);
  g_ptr_array_unref (rich);
}

static void write_text (TzXlsx *xlsx, lxw_worksheet *sheet, const TzXlsxArea *area)
{
  if (area->n_runs > 0 && area->n > 0) {
    write_rich (xlsx, sheet, area);
    return;
  }
  lxw_row_t row = (lxw_row_t)area->row0;
  lxw_col_t col = (lxw_col_t)area->col0;
  char *piece = area->text[area->n] ? g_strndup (area->text, area->n) : NULL;
  const char *text = piece ? piece : area->text;
  char *escaped = tz_xlsx_escape (text);
  const char *string = escaped ? escaped : text;
  lxw_error code = *string ? worksheet_write_string (sheet, row, col, string, area->format)
                           : worksheet_write_blank (sheet, row, col, area->format);
  tz_xlsx_note (xlsx, code, sheet, area->row0, area->col0);
  g_free (escaped);
  g_free (piece);
}

static void write_content (TzXlsx *xlsx, lxw_worksheet *sheet, const TzXlsxArea *area)
{
  lxw_row_t row = (lxw_row_t)area->row0;
  lxw_col_t col = (lxw_col_t)area->col0;
  if (area->is_boolean)
    tz_xlsx_note (xlsx, worksheet_write_boolean (sheet, row, col, area->value != 0, area->format), sheet,
                  area->row0, area->col0);
  else if (area->is_value)
    tz_xlsx_note (xlsx, worksheet_write_number (sheet, row, col, area->value, area->format), sheet, area->row0,
                  area->col0);
  else
    write_text (xlsx, sheet, area);
}

/* libxlsxwriter counts a sheet's merges in 16 bits. */
#define MOST_MERGES 65000

static gboolean may_merge (TzXlsx *xlsx, const lxw_worksheet *sheet)
{
  if (sheet->merged_range_count < MOST_MERGES)
    return TRUE;
  if (!xlsx->warned_of_merges)
    tz_diag_add (
        xlsx->diag, TZ_WARNING, NULL, "too-many-merges",
        _ ("a worksheet holds %d merged cells at most: the others stand in their first row alone; split the "
           "ledger into several"),
        MOST_MERGES);
  xlsx->warned_of_merges = TRUE;
  return FALSE;
}

static void merge (TzXlsx *xlsx, lxw_worksheet *sheet, const TzXlsxArea *area)
{
  if (!may_merge (xlsx, sheet))
    return;
  tz_xlsx_note (xlsx,
                worksheet_merge_range (sheet, (lxw_row_t)area->row0, (lxw_col_t)area->col0,
                                       (lxw_row_t)area->row1, (lxw_col_t)area->col1, "", area->format),
                sheet, area->row0, area->col0);
}

/* Excel draws a merged cell's edge from the formats of all cells in it. */
static void write_blanks (TzXlsx *xlsx, lxw_worksheet *sheet, const TzXlsxArea *area, int row)
{
  for (int col = row == area->row0 ? area->col0 + 1 : area->col0; col <= area->col1; col++)
    tz_xlsx_note (xlsx, worksheet_write_blank (sheet, (lxw_row_t)row, (lxw_col_t)col, area->format), sheet, row,
                  col);
}

void tz_xlsx_write_area (TzXlsx *xlsx, lxw_worksheet *sheet, const TzXlsxArea *area, int row)
{
  gboolean merged = area->row1 > area->row0 || area->col1 > area->col0;
  gboolean late = xlsx->constant_memory && area->row1 > area->row0;
  if (merged && row == (late ? area->row1 : area->row0))
    merge (xlsx, sheet, area);
  if (row == area->row0)
    write_content (xlsx, sheet, area);
  if (late && row < area->row1)
    write_blanks (xlsx, sheet, area, row);
}

/* ---- looks ---- */

/* A fill-in cell without a colour of its own gets one that says "write here". */
#define FILL_BACKGROUND 0xFFF8E1

static void add_borders (const TzGrid *grid, const TzCell *cell, TzXlsxLook *look)
{
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

/* Whether a page ends within sheet rows FIRST to END - 1 when the sheet is printed. */
static gboolean page_ends_within (const GArray *breaks, int first, int end)
{
  guint low = 0, high = breaks->len; /* the first break after FIRST */
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (g_array_index (breaks, int, middle) > first)
      high = middle;
    else
      low = middle + 1;
  }
  return low < breaks->len && g_array_index (breaks, int, low) < end;
}

static TzXlsxLook cell_look (const TzXlsxCells *c, int i)
{
  const TzCell *cell = tz_grid_cell (c->grid, i);
  const TzCellStyle *style = tz_grid_style (c->grid, cell->style);
  const int *first = c->plan->first;
  TzXlsxLook look = tz_xlsx_look_of (&style->text, style->valign);
  if (c->xlsx->figure && style->text.align == TZ_ALIGN_DECIMAL)
    look.align = LXW_ALIGN_CENTER;
  look.background = style->background;
  look.size = tz_xlsx_type (c->plan, i).em;
  look.indent = (guint8)tz_xlsx_indent (style);
  if (style->fill.kind != TZ_FILL_NONE) {
    look.unlocked = TRUE;
    look.num_format = tz_xlsx_fill_format (style->fill.kind);
    if (look.background == 0xFFFFFF)
      look.background = FILL_BACKGROUND;
  }
  gboolean cut = c->form ? cell->row_span > 1 && cell->row >= tz_grid_n_head (c->grid)
                         : page_ends_within (c->breaks, c->top + first[cell->row],
                                             c->top + first[cell->row + cell->row_span]);
  if (cut)
    look.valign = LXW_ALIGN_VERTICAL_TOP; /* in the middle, a page's end might cut it */
  if (cell->corner) {
    look.align = LXW_ALIGN_LEFT;
    look.valign = LXW_ALIGN_VERTICAL_DISTRIBUTED; /* one text up, one down */
  }
  add_borders (c->grid, cell, &look);
  return look;
}

/* Both texts of a diagonal head: the upper one moved right by full-width spaces,
 * which are one em in every font. */
static char *corner_text (const TzXlsxPlan *plan, int i, TzLen em)
{
  const TzCell *cell = tz_grid_cell (plan->sized->grid, i);
  const char *corner = tz_grid_corner (plan->sized->grid, i);
  TzLen room = tz_len_from_pt ((tz_xlsx_area_pixels (plan, cell) - 5) * 0.75);
  TzLen used = (TzLen)tz_utf8_columns (corner) * em / 2;
  GString *text = g_string_new (NULL);
  for (TzLen left = room - used; left >= em + em / 4; left -= em)
    g_string_append (text, "\xE3\x80\x80");
  g_string_append_printf (text, "%s\n%s", corner, cell->text);
  return g_string_free (text, FALSE);
}

/* ---- opening cells ---- */

static lxw_format *format_for (const TzXlsxCells *c, struct Open *o, const TzXlsxLook *look)
{
  if (!o->format || memcmp (&o->look, look, sizeof *look) != 0) {
    o->format = tz_xlsx_format (c->xlsx, look);
    o->look = *look;
  }
  return o->format;
}

static void open_gap (TzXlsxCells *c, struct Open *o, int col)
{
  TzTextStyle plain = { .role = TZ_ROLE_SONG, .size = 10 * TZ_PT };
  TzXlsxLook look = tz_xlsx_look_of (&plain, TZ_VALIGN_MIDDLE);
  TzCell cell = { .row = c->table_row, .col = (gint16)col, .row_span = 1, .col_span = 1 };
  add_borders (c->grid, &cell, &look);
  o->cell = -1;
  o->area = (TzXlsxArea){ .row0 = c->top + c->plan->first[c->table_row],
                          .col0 = col,
                          .row1 = c->top + c->plan->first[c->table_row + 1] - 1,
                          .col1 = col,
                          .format = format_for (c, o, &look),
                          .text = "" };
}

static void warn_cut (const TzXlsxCells *c, int i)
{
  const TzCell *cell = tz_grid_cell (c->grid, i);
  TzPlace source = tz_grid_source (c->grid, i);
  if (cell->text[tz_xlsx_head_bytes (cell->text)] == '\0')
    return;
  tz_diag_add (
      c->xlsx->diag, TZ_WARNING, &source, "cell-too-long",
      _ ("this text is longer than an Excel cell can hold (%d characters, %d line breaks); in the workbook "
         "it goes on in the cell below. Shorten it, or split the row, if it must stand in one cell"),
      TZ_XLSX_MAX_CHARS, TZ_XLSX_MAX_FEEDS);
}

/* Whether the cell is written as several cells one below the other: its text is fragmented, or its row is
 * split and its short text stands in the first sheet row alone, because Excel would cut a cell merged over
 * all of them where a page ends. */
static gboolean stands_in_fragments (const TzXlsxCells *c, const struct Open *o)
{
  const TzCell *cell = tz_grid_cell (c->grid, o->cell);
  return !o->area.is_value &&
         (tz_xlsx_is_fragmented (c->plan, o->cell) || tz_xlsx_is_sliced (c->plan, o->cell) ||
          (cell->row_span == 1 && !cell->corner && c->plan->split[cell->row] &&
           tz_grid_style (c->grid, cell->style)->fill.kind == TZ_FILL_NONE));
}

/* The next fragment, in one sheet row or in those up to a page's end. */
static void set_fragment (const TzXlsxCells *c, struct Open *o, int end)
{
  if (tz_xlsx_is_fragmented (c->plan, o->cell)) {
    int behind;
    o->area.n = tz_xlsx_fragment (c->plan, o->cell, o->area.text, o->area.row0 - c->top, &behind);
    o->area.row1 = c->top + behind - 1;
    return;
  }
  o->area.n = tz_xlsx_slice (c->plan, o->cell, o->area.text);
  o->area.row1 = MAX (o->area.row0, c->top + c->plan->first[end - 1]);
}

/* The format of a fragment: no rule between it and the next, unless a page ends there. */
static lxw_format *fragment_format (const TzXlsxCells *c, const struct Open *o, const TzXlsxLook *whole)
{
  TzXlsxLook look;
  memcpy (&look, whole, sizeof look);
  const TzCell *cell = tz_grid_cell (c->grid, o->cell);
  const int *first = c->plan->first;
  if (o->area.row0 > c->top + first[cell->row])
    look.top = LXW_BORDER_NONE;
  if (o->area.row1 + 1 < c->top + first[cell->row + cell->row_span] &&
      !page_ends_within (c->breaks, o->area.row1, o->area.row1 + 2))
    look.bottom = LXW_BORDER_NONE;
  return tz_xlsx_format (c->xlsx, &look);
}

static void open_text (TzXlsxCells *c, struct Open *o, TzXlsxLook *look)
{
  const TzCell *cell = tz_grid_cell (c->grid, o->cell);
  if (cell->corner)
    o->area.text = o->made = corner_text (c->plan, o->cell, look->size);
  else
    o->area.text = cell->text;
  o->area.n = strlen (o->area.text);
  if (!cell->corner)
    o->area.runs = tz_grid_runs (c->grid, o->cell, &o->area.n_runs);
  if (!stands_in_fragments (c, o))
    return;
  look->valign = LXW_ALIGN_VERTICAL_TOP;
  set_fragment (c, o, cell->row + cell->row_span);
  warn_cut (c, o->cell);
}

/* Whoever edits a text that looks like a number, a date or a formula keeps a text. Not in cells to be filled
 * in, which have their own formats, nor in long texts: Excel before 2010 shows those of more than 255
 * characters as #### then. */
static void mark_as_text (const TzXlsxCells *c, int i, TzXlsxLook *look)
{
  enum { LONGEST = 255 };
  const TzCell *cell = tz_grid_cell (c->grid, i);
  const TzCellStyle *style = tz_grid_style (c->grid, cell->style);
  if ((style->kind == TZ_CELL_BODY || style->kind == TZ_CELL_TOTAL) && style->fill.kind == TZ_FILL_NONE &&
      *cell->text != '\0' && g_utf8_strlen (cell->text, -1) <= LONGEST)
    look->num_format = g_intern_static_string ("@");
}

static void open_cell (TzXlsxCells *c, struct Open *o, int i)
{
  const TzCell *cell = tz_grid_cell (c->grid, i);
  TzXlsxLook look = cell_look (c, i);
  o->cell = i;
  o->area = (TzXlsxArea){ .row0 = c->top + c->plan->first[cell->row],
                          .col0 = cell->col,
                          .row1 = c->top + c->plan->first[cell->row + cell->row_span] - 1,
                          .col1 = cell->col + cell->col_span - 1 };
  o->area.is_value = tz_xlsx_value (c->grid, i, &o->area.value, &look.num_format);
  o->area.is_boolean = o->area.is_value && tz_grid_style (c->grid, cell->style)->type == TZ_VALUE_BOOLEAN;
  if (o->area.is_value) {
    look.single = TRUE; /* Excel shows a number that is too wide as ##### */
  } else {
    mark_as_text (c, i, &look);
    open_text (c, o, &look);
  }
  o->area.format = format_for (c, o, &look);
  o->area.look = &o->look;
  if (stands_in_fragments (c, o))
    o->area.format = fragment_format (c, o, &look);
}

/* The next fragment of a cell, if the one before ended on the last row. */
static gboolean open_rest (const TzXlsxCells *c, struct Open *o)
{
  const TzCell *cell = o->cell >= 0 ? tz_grid_cell (c->grid, o->cell) : NULL;
  if (!cell || o->area.is_value || cell->row + cell->row_span <= c->table_row)
    return FALSE;
  o->area.text += o->area.n;
  o->area.skip += o->area.n;
  o->area.row0 = o->area.row1 + 1;
  o->area.row1 = o->area.row0;
  set_fragment (c, o, cell->row + cell->row_span);
  o->area.format = fragment_format (c, o, &o->look);
  return TRUE;
}

static void open_next (TzXlsxCells *c, struct Open *o, int col)
{
  if (open_rest (c, o))
    return;
  g_clear_pointer (&o->made, g_free);
  int i = tz_grid_index_at (c->grid, c->table_row, col);
  if (i < 0)
    open_gap (c, o, col);
  else
    open_cell (c, o, i);
}

/* ---- rows ---- */

TzXlsxCells *tz_xlsx_cells_new (TzXlsx *xlsx, lxw_worksheet *sheet, const TzXlsxPlan *plan, int top,
                                const GArray *breaks)
{
  TzXlsxCells *c = g_new0 (TzXlsxCells, 1);
  *c = (TzXlsxCells){
    .xlsx = xlsx, .sheet = sheet, .plan = plan, .grid = plan->sized->grid, .top = top, .breaks = breaks
  };
  c->form = tz_xlsx_has_fills (c->grid);
  c->open = g_new0 (struct Open, plan->n_cols);
  for (int col = 0; col < plan->n_cols; col++)
    c->open[col] = (struct Open){ .area.row1 = -1, .cell = -1 };
  return c;
}

void tz_xlsx_cells_row (TzXlsxCells *c, int row)
{
  while (c->top + c->plan->first[c->table_row + 1] <= row)
    c->table_row++;
  for (int col = 0; col < c->plan->n_cols;) {
    struct Open *o = &c->open[col];
    if (o->area.row1 < row)
      open_next (c, o, col);
    tz_xlsx_write_area (c->xlsx, c->sheet, &o->area, row);
    col = o->area.col1 + 1;
  }
}

void tz_xlsx_cells_free (TzXlsxCells *c)
{
  for (int col = 0; col < c->plan->n_cols; col++)
    g_free (c->open[col].made);
  g_free (c->open);
  g_free (c);
}
