#include "output/xlsx/sheet_plan.h"

#include "layout/table/paper.h"
#include "output/xlsx/break.h"
#include "output/xlsx/chart.h"
#include "output/xlsx/fill.h"
#include "output/xlsx/fragment.h"
#include "output/xlsx/keep.h"
#include "output/xlsx/parts.h"
#include "output/xlsx/text.h"

#include <string.h>

/* ---- paragraphs above and below ---- */

int tz_xlsx_sheet_rows (const TzXlsxSheetPlan *s)
{
  return (int)s->rows->len;
}

static void add_row (TzXlsxSheetPlan *s, double height, gboolean keep_next)
{
  TzXlsxRow row = { height, keep_next };
  g_array_append_val (s->rows, row);
}

/* A title that is a little too long for its lines would leave a word or two on the last one:
 * it is set smaller, as the form allows or else a sixth at most, if that saves the line. */
static TzLen para_size (const TzXlsxSheetPlan *s, const TzPara *para)
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

/* The text of PARA as it stands in a cell. Excel knows no first-line indent: full-width blanks, as they are
 * typed by hand, stand in its place. */
static const char *cell_text (TzXlsxSheetPlan *s, const TzPara *para)
{
  int n = (int)(para->style.first_indent / MAX (para->style.size, 1));
  char *made = g_hash_table_lookup (s->indented, para);
  if (n == 0 || made)
    return made ? made : para->text;
  GString *text = g_string_new (NULL);
  for (const char *p = para->text; *p; p++) {
    for (int i = 0; i < n && (p == para->text || p[-1] == '\n'); i++)
      g_string_append (text, "　");
    g_string_append_c (text, *p);
  }
  made = g_string_free (text, FALSE);
  g_hash_table_insert (s->indented, (gpointer)para, made);
  return made;
}

/* Texts side by side in the cells of one row. FALSE if they do not find room there. */
static gboolean add_parts (TzXlsxSheetPlan *s, const TzPara *para, gboolean keep_next)
{
  guint n = g_strv_length (para->parts);
  g_autofree TzXlsxParaCell *cells = g_new0 (TzXlsxParaCell, n);
  double height = tz_xlsx_plan_parts (s, para, cells);
  if (height <= 0)
    return FALSE;
  for (guint i = 0; i < n; i++) {
    cells[i].first = tz_xlsx_sheet_rows (s);
    cells[i].n_rows = 1;
  }
  g_array_append_vals (s->para_cells, cells, n);
  add_row (s, tz_xlsx_row_height (height + tz_len_to_pt (para->space_before + para->space_after)), keep_next);
  return TRUE;
}

static void add_para (TzXlsxSheetPlan *s, const TzPara *para, gboolean keep_next)
{
  if (para->parts && add_parts (s, para, keep_next))
    return;
  TzXlsxType type = { para_size (s, para), para->style.bold };
  double gaps = tz_len_to_pt (para->space_before + para->space_after);
  for (const char *p = cell_text (s, para); *p;) {
    gsize n = tz_xlsx_head_bytes (p);
    double height = tz_xlsx_text_height (p, n, type, s->pixels) + gaps;
    int rows = tz_xlsx_rows_for (height);
    TzXlsxParaCell cell = { para,         p, n, type.em, para->style.align, tz_xlsx_sheet_rows (s), rows, 0,
                            s->n_cols - 1 };
    g_array_append_val (s->para_cells, cell);
    for (int i = 0; i < rows; i++)
      add_row (s, tz_xlsx_row_height (height / rows), keep_next);
    p += n;
    gaps = 0;
  }
}

static void add_paras (TzXlsxSheetPlan *s, const GPtrArray *paras)
{
  for (guint i = 0; i < paras->len; i++)
    add_para (s, g_ptr_array_index (paras, i), FALSE);
}

/* Notes stay with the end of the table. */
static void add_paras_below (TzXlsxSheetPlan *s, const GPtrArray *paras)
{
  if (paras->len > 0 && s->rows->len > 0)
    g_array_index (s->rows, TzXlsxRow, s->rows->len - 1).keep_next = TRUE;
  for (guint i = 0; i < paras->len; i++)
    add_para (s, g_ptr_array_index (paras, i), i + 1 < paras->len);
}

/* Rows that Excel repeats must be one block, so all between the first repeated
 * paragraph and the head is repeated with it. */
static void add_paras_above (TzXlsxSheetPlan *s, const GPtrArray *paras)
{
  for (guint i = 0; i < paras->len; i++) {
    const TzPara *para = g_ptr_array_index (paras, i);
    int first = tz_xlsx_sheet_rows (s);
    add_para (s, para, TRUE);
    if (!para->repeat || first == tz_xlsx_sheet_rows (s))
      continue;
    if (s->extent.repeat_first < 0)
      s->extent.repeat_first = first;
    s->extent.repeat_last = tz_xlsx_sheet_rows (s) - 1;
  }
}

double tz_xlsx_sheet_height (const TzXlsxSheetPlan *s, int first, int end)
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
static void add_table_rows (TzXlsxSheetPlan *s)
{
  const TzGrid *grid = s->sized->grid;
  for (int row = 0; row < tz_grid_n_rows (grid); row++) {
    int first = s->table->first[row], end = s->table->first[row + 1];
    gboolean keep = (tz_grid_row (grid, row)->flags & (TZ_ROW_HEAD | TZ_ROW_SECTION | TZ_ROW_KEEP_NEXT)) != 0;
    for (int i = first; i < end; i++)
      add_row (s, s->table->height[i], i + 1 < end ? !s->table->split[row] : keep);
  }
  g_array_append_vals (s->free_rows, &g_array_index (s->rows, TzXlsxRow, s->top),
                       (guint)s->table->n_sheet_rows);
}

static TzLen page_width (const TzXlsxSheetPlan *s)
{
  return tz_paper_room (s->xlsx->layout->doc, &s->xlsx->paper);
}

/* Points of a page before it is printed smaller by as much as the columns are wider. */
static double page_room (const TzXlsxSheetPlan *s)
{
  double wide = s->sized ? (double)s->sized->x[s->n_cols] / (double)MAX (page_width (s), 1) : 1;
  return tz_xlsx_page_room (s->xlsx) * s->widen * MAX (wide / s->xlsx->pages_wide, 1);
}

static void plan_table (TzXlsxSheetPlan *s)
{
  const TzGrid *grid = s->sized->grid;
  const TzExcelSetup *excel = &s->xlsx->layout->doc->excel;
  int first = s->extent.repeat_first;
  double repeated = first >= 0 ? tz_xlsx_sheet_height (s, first, tz_xlsx_sheet_rows (s)) : 0;
  TzXlsxSpace space = { s->widen, page_room (s) - repeated, MAX (excel->fill_lines, 1), excel->tall };
  s->table = tz_xlsx_plan_new (s->sized, &space);
  s->top = tz_xlsx_sheet_rows (s);
  int n_head = s->table->first[tz_grid_n_head (grid)];
  if (n_head > 0 && tz_grid_repeat_head (grid)) {
    if (s->extent.repeat_first < 0)
      s->extent.repeat_first = s->top;
    s->extent.repeat_last = s->top + n_head - 1;
  }
}

double tz_xlsx_sheet_chart_height (const TzXlsxSheetPlan *s)
{
  int first = s->extent.repeat_first;
  double repeated = first >= 0 ? tz_xlsx_sheet_height (s, first, s->extent.repeat_last + 1) : 0;
  return tz_xlsx_chart_height (s->chart, page_room (s) - repeated - 2 * TZ_XLSX_CHART_ROW);
}

/* Rows for the chart to stand on, a blank one above, on one page if a page holds them. */
static void add_chart_rows (TzXlsxSheetPlan *s)
{
  double height = s->chart ? tz_xlsx_sheet_chart_height (s) : 0;
  if (height <= 0)
    return;
  add_row (s, TZ_XLSX_CHART_ROW, TRUE);
  s->chart_row = tz_xlsx_sheet_rows (s);
  for (int n = (int)(height / TZ_XLSX_CHART_ROW) + 1; n > 0; n--)
    add_row (s, TZ_XLSX_CHART_ROW, n > 1);
}

/* Whether pages end where they are planned to. Rows of a form grow when it is filled in; breaks
 * set beforehand would then leave pages half empty, so Excel breaks such a sheet itself. */
static gboolean has_planned_ends (const TzXlsxSheetPlan *s)
{
  return s->sized && s->sized->n_rows <= TZ_LONG_TABLE && !tz_xlsx_has_fills (s->sized->grid);
}

/* Plans the rows from the table on and where pages end; again and again as long as that makes some row
 * higher, so that a page is filled or the last fragment of a text has room. */
static void plan_rows (TzXlsxSheetPlan *s, const GPtrArray *after)
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
      tz_xlsx_keep_texts (s->table, s->rows, s->top);
      add_paras_below (s, s->sized->table->below);
    }
    add_paras (s, after);
    add_chart_rows (s);
    s->breaks = tz_xlsx_breaks (s->rows, room, s->extent.repeat_first, s->extent.repeat_last);
    if (planned && s->breaks->len < LXW_BREAKS_MAX)
      tz_xlsx_break_table (s->table, s->breaks, s->top);
  } while (tries-- > 0 && (tz_xlsx_fill_page (s->table, s->rows, s->free_rows, s->top, s->breaks, room,
                                              s->extent.repeat_first, s->extent.repeat_last) ||
                           (planned && tz_xlsx_fit_fragments (s->table))));
}

/* ---- how much wider than printed ---- */

static void clear_plan (TzXlsxSheetPlan *s)
{
  g_clear_pointer (&s->table, tz_xlsx_plan_free);
  g_clear_pointer (&s->breaks, g_array_unref);
  g_array_set_size (s->rows, 0);
  g_array_set_size (s->para_cells, 0);
  s->extent = (TzXlsxExtent){ .repeat_first = -1, .repeat_last = -1 };
}

static void plan_sheet (TzXlsxSheetPlan *s, double widen, const GPtrArray *before, const GPtrArray *after)
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

static gboolean is_good (const TzXlsxSheetPlan *s, guint more)
{
  if (!s->sized || s->sized->n_rows > TZ_LONG_TABLE)
    return TRUE; /* planned once */
  if (s->table->n_split > 0 || (s->table->space.tall == TZ_TALL_WIDEN && s->table->n_tall > 0))
    return FALSE;
  return s->xlsx->figure || s->xlsx->layout->tables->len != 1 ||
         s->breaks->len + 1 <= tz_layout_n_own_pages (s->xlsx->layout) + more;
}

/* Columns may not pass Excel's 255 digits. */
static gboolean columns_fit (const TzXlsxSheetPlan *s, double widen)
{
  for (int col = 0; s->sized && col < s->sized->n_cols; col++)
    if (tz_len_to_pt (s->sized->x[col + 1] - s->sized->x[col]) * widen / 0.75 > 1790)
      return FALSE;
  return TRUE;
}

/* How small the text of the table may become in print: 1, or less. */
static double least_shrinking (const TzXlsxSheetPlan *s)
{
  TzLen size = 0;
  for (int i = 0; s->sized && i < tz_grid_n_cells (s->sized->grid); i++) {
    const TzTextStyle *style = &tz_grid_style (s->sized->grid, tz_grid_cell (s->sized->grid, i)->style)->text;
    size = size == 0 ? style->size : MIN (size, style->size);
  }
  return size > 0 ? MIN (LEAST_PRINTED / tz_len_to_pt (size), 1) : 1;
}

/* Wider columns until no row is too high. FALSE: they never are wide enough. */
static gboolean widen_columns (TzXlsxSheetPlan *s, const GPtrArray *before, const GPtrArray *after)
{
  double least = least_shrinking (s);
  for (double shrunk = 0.85; shrunk >= least && columns_fit (s, 1 / shrunk); shrunk -= 0.05) {
    plan_sheet (s, 1 / shrunk, before, after);
    if (s->table->n_tall == 0 && s->table->n_split == 0)
      return TRUE;
  }
  return FALSE;
}

static void find_plan (TzXlsxSheetPlan *s, const GPtrArray *before, const GPtrArray *after)
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
  gboolean widened = s->table->space.tall == TZ_TALL_WIDEN && widen_columns (s, before, after);
  if (!widened && s->breaks->len >= fewest)
    plan_sheet (s, 1 / best, before, after);
}

void tz_xlsx_plan_sheet (TzXlsxSheetPlan *s, const GPtrArray *before, const GPtrArray *after)
{
  s->rows = g_array_new (FALSE, FALSE, sizeof (TzXlsxRow));
  s->para_cells = g_array_new (FALSE, FALSE, sizeof (TzXlsxParaCell));
  s->free_rows = g_array_new (FALSE, FALSE, sizeof (TzXlsxRow));
  s->indented = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  find_plan (s, before, after);
}

void tz_xlsx_sheet_plan_clear (TzXlsxSheetPlan *s)
{
  clear_plan (s);
  g_array_unref (s->rows);
  g_array_unref (s->para_cells);
  g_array_unref (s->free_rows);
  g_hash_table_unref (s->indented);
}
