#include "help/fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define EM (10 * TZ_PT)

TzCellStyle tz_fixture_style (TzCellKind kind)
{
  TzCellStyle style = { .kind = kind, .background = 0xFFFFFF, .pad_x = 2 * TZ_PT, .pad_y = TZ_PT };
  style.text =
      (TzTextStyle){ .role = TZ_ROLE_SONG, .size = EM, .pitch = 14 * TZ_PT, .align = TZ_ALIGN_JUSTIFY };
  style.valign = TZ_VALIGN_MIDDLE;
  if (kind == TZ_CELL_HEAD)
    style.text.role = TZ_ROLE_HEI, style.text.align = TZ_ALIGN_CENTER;
  return style;
}

static void put_head (TzGrid *grid, int style)
{
  tz_grid_add_row (grid, TZ_ROW_HEAD, 0);
  tz_grid_add_row (grid, TZ_ROW_HEAD, 0);
  tz_grid_put (grid, 0, 0, 2, 1, style, "序号");
  tz_grid_put (grid, 0, 1, 1, 2, style, "任务");
  tz_grid_put (grid, 1, 1, 1, 1, style, "名称");
  tz_grid_put (grid, 1, 2, 1, 1, style, "内容");
  tz_grid_put (grid, 0, 3, 2, 1, style, "时限");
  tz_grid_put (grid, 0, 4, 2, 1, style, "状态");
}

static void put_body (TzGrid *grid, int section, int body, int fill)
{
  tz_grid_add_row (grid, TZ_ROW_SECTION | TZ_ROW_KEEP_NEXT, 0);
  tz_grid_put (grid, 2, 0, 1, 5, section, "一、总体要求");
  tz_grid_add_row (grid, 0, 0);
  tz_grid_put (grid, 3, 0, 1, 1, body, "1");
  tz_grid_put (grid, 3, 1, 1, 1, body, "压减时间");
  tz_grid_put (grid, 3, 2, 1, 1, body, "=1+1 不是公式");
  tz_grid_put (grid, 3, 3, 1, 1, body, "2021年6月底前");
  tz_grid_put (grid, 3, 4, 1, 1, fill, "");
  tz_grid_add_row (grid, TZ_ROW_WHOLE, 40 * TZ_PT);
  tz_grid_extend_down (grid, 4, 0);
  tz_grid_extend_down (grid, 4, 1);
  tz_grid_put (grid, 4, 2, 1, 1, body, "第一段。\n第二段“引号”。");
  tz_grid_put (grid, 4, 3, 1, 1, body, "——");
  tz_grid_put (grid, 4, 4, 1, 1, fill, "推进中");
}

static void set_page (TzDoc *doc)
{
  tz_paper_parse ("A4", TRUE, &doc->page.papers[0]);
  doc->page.n_papers = 1;
  doc->page.top = doc->page.bottom = doc->page.left = doc->page.right = tz_len_from_mm (20);
  doc->page.number_place = TZ_NUMBER_CENTER;
  doc->page.number_form = g_strdup ("第 {page} 页 共 {pages} 页");
  doc->page.number_style = tz_fixture_style (TZ_CELL_BODY).text;
  doc->page.number_gap = 20 * TZ_PT;
}

static TzDoc *new_doc (const char *name)
{
  TzDoc *doc = tz_doc_new ();
  doc->name = g_strdup (name);
  doc->title = g_strdup ("重点任务台账");
  doc->author = g_strdup ("某某局");
  doc->date = 1624982400; /* 2021-06-29 16:00 UTC */
  set_page (doc);
  return doc;
}

TzDoc *tz_fixture_doc (void)
{
  TzDoc *doc = new_doc ("ledger");
  TzGrid *grid = tz_grid_new (5);
  TzCellStyle body = tz_fixture_style (TZ_CELL_BODY), fill = body;
  TzCellStyle head = tz_fixture_style (TZ_CELL_HEAD), section = tz_fixture_style (TZ_CELL_SECTION);
  fill.fill.kind = TZ_FILL_CHOICE;
  fill.fill.choices = "未启动;推进中;已完成";
  fill.fill.prompt = "请选择状态";
  section.text.bold = TRUE;
  put_head (grid, tz_grid_add_style (grid, &head));
  int section_style = tz_grid_add_style (grid, &section), body_style = tz_grid_add_style (grid, &body);
  put_body (grid, section_style, body_style, tz_grid_add_style (grid, &fill));
  TzTable *table = tz_doc_add_table (doc, grid);
  tz_table_add_above (table, "附表2", &body.text);
  tz_table_add_above (table, "重点任务台账", &head.text)->repeat = TRUE;
  tz_table_add_above (table, "单位：项", &body.text);
  tz_table_add_below (table, "注：空白处由各单位填写。", &body.text);
  table->sheet_name = g_strdup ("台账");
  table->freeze = TRUE;
  table->freeze_cols = 1;
  return doc;
}

TzDoc *tz_fixture_table (int n_rows, int n_cols)
{
  TzDoc *doc = new_doc ("table");
  TzGrid *grid = tz_grid_new (n_cols);
  TzCellStyle body = tz_fixture_style (TZ_CELL_BODY), head = tz_fixture_style (TZ_CELL_HEAD);
  int styles[] = { tz_grid_add_style (grid, &head), tz_grid_add_style (grid, &body) };
  for (int row = 0; row <= n_rows; row++) {
    tz_grid_add_row (grid, row == 0 ? TZ_ROW_HEAD : 0, 0);
    for (int col = 0; col < n_cols; col++) {
      char *text = g_strdup_printf ("%s%d-%d", row == 0 ? "列" : "内容", row, col + 1);
      tz_grid_put (grid, row, col, 1, 1, styles[row > 0], text);
      g_free (text);
    }
  }
  tz_doc_add_table (doc, grid);
  return doc;
}

/* ---- toy lines ---- */

static TzLines *toy_lines (const char *text, const TzTextStyle *style, TzLen width)
{
  GArray *array = g_array_new (FALSE, TRUE, sizeof (TzLine));
  TzLine line = { 0 };
  TzLen widest = 0;
  for (const char *p = text;; p = g_utf8_next_char (p)) {
    guint32 at = (guint32)(p - text);
    gunichar c = g_utf8_get_char (p);
    TzLen advance = c == '\n' || c == 0 ? 0 : g_unichar_iswide_cjk (c) ? style->size : style->size / 2;
    if (c == 0 || c == '\n' || line.width + advance > width) {
      line.end = at;
      line.last = c == 0 || c == '\n';
      widest = MAX (widest, line.width);
      g_array_append_val (array, line);
      line = (TzLine){ .start = c == '\n' ? at + 1 : at };
    }
    if (c == 0)
      break;
    line.width += advance;
  }
  TzLines *lines = g_new0 (TzLines, 1);
  *lines = (TzLines){ .text = text, .n_lines = (int)array->len, .size = style->size, .pitch = style->pitch };
  lines->width = width;
  lines->widest = widest;
  lines->lines = (TzLine *)(void *)g_array_free (array, FALSE);
  return lines;
}

static void toy_lines_free (const TzLines *lines)
{
  if (!lines)
    return;
  g_free (lines->lines);
  g_free ((gpointer)lines);
}

static TzSized *toy_sized (const TzTable *table, TzLen width)
{
  const TzGrid *grid = table->grid;
  TzSized *sized = g_new0 (TzSized, 1);
  *sized = (TzSized){ .table = table, .grid = grid };
  sized->n_cols = tz_grid_n_cols (grid);
  sized->n_rows = tz_grid_n_rows (grid);
  sized->x = g_new0 (TzLen, sized->n_cols + 1);
  sized->height = g_new0 (TzLen, sized->n_rows + 1);
  sized->lines = g_new0 (const TzLines *, tz_grid_n_cells (grid) + 1);
  for (int col = 0; col <= sized->n_cols; col++)
    sized->x[col] = col * width;
  for (int row = 0; row < sized->n_rows; row++)
    sized->height[row] = MAX (tz_grid_row (grid, row)->min_height, 16 * TZ_PT);
  for (int i = 0; i < tz_grid_n_cells (grid); i++) {
    const TzCell *cell = tz_grid_cell (grid, i);
    const TzCellStyle *style = tz_grid_style (grid, cell->style);
    TzLines *lines = toy_lines (cell->text, &style->text, cell->col_span * width - 2 * style->pad_x);
    sized->lines[i] = lines;
    if (cell->row_span == 1)
      sized->height[cell->row] =
          MAX (sized->height[cell->row], lines->n_lines * style->text.pitch + 2 * style->pad_y);
  }
  return sized;
}

static void toy_table_free (TzLayoutTable *table)
{
  TzSized *sized = table->sized;
  for (int i = 0; i < tz_grid_n_cells (sized->grid); i++)
    toy_lines_free (sized->lines[i]);
  g_free (sized->x);
  g_free (sized->height);
  g_free (sized->lines);
  g_free (sized);
  g_free (table);
}

static void add_pages (TzLayout *layout, int n_pages)
{
  const TzSized *sized = layout->tables->len > 0 ? tz_layout_sized (layout, 0) : NULL;
  layout->pages = tz_pages_new ();
  layout->pages->title = layout->doc->title;
  layout->pages->date = layout->doc->date;
  for (int i = 0; i < n_pages; i++) {
    TzPage *page = tz_pages_add (layout->pages, layout->paper.width, layout->paper.height);
    tz_page_add_fill (page, 10 * TZ_PT, 20 * TZ_PT, 30 * TZ_PT, 40 * TZ_PT, 0xEEEEEE);
    tz_page_add_rule (page, 10 * TZ_PT, 20 * TZ_PT, 40 * TZ_PT, 20 * TZ_PT, TZ_PT / 2, 0);
    if (sized)
      tz_page_add_text (page, sized->lines[0], 0, 1, 12 * TZ_PT, 22 * TZ_PT + TZ_PT / 4);
  }
  if (n_pages > 0)
    tz_pages_add_outline (layout->pages, 1, "一、总体要求", 0, 20 * TZ_PT);
}

TzLayout *tz_fixture_layout (const TzDoc *doc, TzLen width, int n_pages)
{
  TzLayout *layout = g_new0 (TzLayout, 1);
  layout->doc = doc;
  layout->paper = doc->page.papers[0];
  layout->tables = g_ptr_array_new_with_free_func ((GDestroyNotify)toy_table_free);
  layout->following = g_ptr_array_new ();
  layout->sheets = g_ptr_array_new ();
  for (guint i = 0; i < doc->blocks->len; i++) {
    const TzBlock *block = g_ptr_array_index (doc->blocks, i);
    if (block->kind == TZ_BLOCK_TABLE)
      tz_layout_add_table (layout, toy_sized (block->table, width));
  }
  add_pages (layout, n_pages);
  return layout;
}

void tz_fixture_layout_free (TzLayout *layout)
{
  tz_pages_free (layout->pages);
  g_ptr_array_unref (layout->tables);
  g_ptr_array_unref (layout->following);
  g_ptr_array_unref (layout->sheets);
  g_free (layout);
}

/* ---- folders ---- */

char *tz_fixture_folder (void)
{
  GError *error = NULL;
  char *folder = g_dir_make_tmp ("taizhang-test-XXXXXX", &error);
  g_assert_no_error (error);
  return folder;
}

static void remove_tree (const char *path)
{
  GDir *dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  for (const char *name; dir && (name = g_dir_read_name (dir)) != NULL;) {
    char *child = g_build_filename (path, name, NULL);
    remove_tree (child);
    g_free (child);
  }
  if (dir)
    g_dir_close (dir);
  g_remove (path);
}

void tz_fixture_remove (char *take_folder)
{
  remove_tree (take_folder);
  g_free (take_folder);
}
