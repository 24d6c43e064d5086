#include "output/dump.h"

#include "base/utf8.h"

#include <string.h>

static const char *const cell_kinds[] = { "body", "head", "section", "total" };
static const char *const value_types[] = { "text", "number", "percent", "date", "boolean" };
static const char *const fill_kinds[] = { "none", "text", "choice", "number", "percent", "date" };
static const char *const aligns[] = { "justify", "left", "center", "right", "decimal", "spread" };
static const char *const valigns[] = { "top", "middle", "bottom" };
static const char *const continued_words[] = { "repeat", "mark", "empty" };
static const char *const prohibits[] = { "auto", "none", "basic", "gb", "strict" };

static const struct {
  guint flag;
  const char *word;
} row_flags[] = {
  { TZ_ROW_HEAD, "head" },           { TZ_ROW_SECTION, "section" }, { TZ_ROW_TOTAL, "total" },
  { TZ_ROW_KEEP_NEXT, "keep-next" }, { TZ_ROW_WHOLE, "whole" },
};

/* Points with two decimals, by whole numbers: printf would follow the locale. */
static void add_len (GString *out, TzLen len)
{
  if (len == TZ_LEN_UNSET) {
    g_string_append (out, "unset");
    return;
  }
  gint64 hundredths = (ABS (len) * 100 + TZ_PT / 2) / TZ_PT;
  g_string_append_printf (out, "%s%" G_GINT64_FORMAT ".%02" G_GINT64_FORMAT,
                          len < 0 && hundredths > 0 ? "-" : "", hundredths / 100, hundredths % 100);
}

static void add_named_len (GString *out, const char *name, TzLen len)
{
  g_string_append_printf (out, " %s ", name);
  add_len (out, len);
}

/* Quoted, on one line, with everything that cannot be seen spelt out. */
static void add_text (GString *out, const char *text, gsize n_bytes)
{
  g_string_append_c (out, '"');
  for (const char *p = text; p < text + n_bytes; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (c == '\n')
      g_string_append (out, "\\n");
    else if (c == '"' || c == '\\')
      g_string_append_printf (out, "\\%c", (char)c);
    else if (!tz_char_is_printable (c) || (tz_char_is_blank (c) && c != ' '))
      g_string_append_printf (out, "\\u{%X}", c);
    else
      g_string_append_unichar (out, c);
  }
  g_string_append_c (out, '"');
}

static void add_string (GString *out, const char *text)
{
  add_text (out, text, strlen (text));
}

static void add_text_style (GString *out, const TzTextStyle *style)
{
  g_string_append_printf (out, " %s ", tz_role_key (style->role));
  add_len (out, style->size);
  g_string_append_c (out, '/');
  add_len (out, style->pitch);
  if (style->bold)
    g_string_append (out, " bold");
  if (style->colour)
    g_string_append_printf (out, " #%06X", style->colour);
  g_string_append_printf (out, " %s", aligns[style->align]);
  if (style->prohibit != TZ_PROHIBIT_AUTO)
    g_string_append_printf (out, " prohibit %s", prohibits[style->prohibit]);
  if (style->first_indent)
    add_named_len (out, "indent", style->first_indent);
  if (style->hang)
    g_string_append (out, " hang");
  if (style->shrink_floor)
    add_named_len (out, "shrink", style->shrink_floor);
}

static void add_style (GString *out, const TzCellStyle *style)
{
  g_string_append_printf (out, "%s", cell_kinds[style->kind]);
  add_text_style (out, &style->text);
  g_string_append_printf (out, " %s", valigns[style->valign]);
  add_named_len (out, "pad", style->pad_x);
  g_string_append_c (out, 'x');
  add_len (out, style->pad_y);
  if (style->indent)
    add_named_len (out, "inset", style->indent);
  if (style->type != TZ_VALUE_TEXT)
    g_string_append_printf (out, " type %s", value_types[style->type]);
  if (style->fill.kind != TZ_FILL_NONE)
    g_string_append_printf (out, " fill %s", fill_kinds[style->fill.kind]);
  if (style->fill.choices) {
    g_string_append (out, " choices ");
    add_string (out, style->fill.choices);
  }
  if (style->fill.prompt) {
    g_string_append (out, " prompt ");
    add_string (out, style->fill.prompt);
  }
  if (style->background != 0xFFFFFF)
    g_string_append_printf (out, " on #%06X", style->background);
}

static void add_column (GString *out, const TzColumn *column)
{
  if (column->policy == TZ_WIDTH_FIXED) {
    g_string_append (out, "fixed ");
    add_len (out, column->width);
  } else {
    g_string_append (out, "auto floor ");
    add_len (out, column->floor);
    if (column->cap)
      add_named_len (out, "cap", column->cap);
    char weight[G_ASCII_DTOSTR_BUF_SIZE];
    g_string_append_printf (out, " weight %s", g_ascii_formatd (weight, sizeof weight, "%.2f", column->weight));
  }
  g_string_append (out, column->key ? " key\n" : "\n");
}

static void add_address (GString *out, int row, int col)
{
  TzPlace place = { .row = row + 1, .col = col + 1 };
  char buffer[16];
  g_string_append (out, tz_place_address (&place, buffer));
}

/* One character a column, so that a wrong merge is seen at a glance:
 *   o  a cell begins    <  its cell lies left    ^  above    `  above and left    .  no cell */
static void add_row_picture (GString *out, const TzGrid *grid, int row)
{
  for (int col = 0; col < tz_grid_n_cols (grid); col++) {
    int i = tz_grid_index_at (grid, row, col);
    if (i < 0) {
      g_string_append_c (out, '.');
      continue;
    }
    const TzCell *cell = tz_grid_cell (grid, i);
    gboolean above = cell->row < row, left = cell->col < col;
    g_string_append_c (out, above && left ? '`' : above ? '^' : left ? '<' : 'o');
  }
}

static void add_row_title (GString *out, const TzGrid *grid, int row)
{
  const TzGridRow *about = tz_grid_row (grid, row);
  g_string_append_printf (out, "row %d ", row + 1);
  add_row_picture (out, grid, row);
  for (guint i = 0; i < G_N_ELEMENTS (row_flags); i++)
    if (about->flags & row_flags[i].flag)
      g_string_append_printf (out, " %s", row_flags[i].word);
  if (about->min_height)
    add_named_len (out, "at least", about->min_height);
}

static void add_cell_area (GString *out, const TzCell *cell)
{
  add_address (out, cell->row, cell->col);
  if (cell->row_span == 1 && cell->col_span == 1)
    return;
  g_string_append_c (out, ':');
  add_address (out, cell->row + cell->row_span - 1, cell->col + cell->col_span - 1);
}

static void add_grid_cell (GString *out, const TzGrid *grid, int index)
{
  const TzCell *cell = tz_grid_cell (grid, index);
  g_string_append (out, "  ");
  add_cell_area (out, cell);
  g_string_append_printf (out, " s%d ", cell->style);
  add_string (out, cell->text);
  if (cell->corner) {
    g_string_append (out, " corner ");
    add_string (out, tz_grid_corner (grid, index));
  }
  int n;
  const TzTextRun *runs = tz_grid_runs (grid, index, &n);
  for (int i = 0; i < n; i++)
    g_string_append_printf (out, " bold %u-%u", runs[i].start, runs[i].end);
  g_string_append_c (out, '\n');
}

/* Calls VISIT for the cells that begin in ROW, from left to right. */
typedef void (*CellVisit) (GString *out, int index, gconstpointer data);

static void visit_row (GString *out, const TzGrid *grid, int row, CellVisit visit, gconstpointer data)
{
  for (int col = 0; col < tz_grid_n_cols (grid); col++) {
    int i = tz_grid_index_at (grid, row, col);
    if (i >= 0 && tz_grid_cell (grid, i)->row == row && tz_grid_cell (grid, i)->col == col)
      visit (out, i, data);
  }
}

static void visit_grid_cell (GString *out, int index, gconstpointer grid)
{
  add_grid_cell (out, grid, index);
}

/* Styles are numbered as interned; the highest one in use ends the list. */
static int count_styles (const TzGrid *grid)
{
  int n = 0;
  for (int i = 0; i < tz_grid_n_cells (grid); i++)
    n = MAX (n, tz_grid_cell (grid, i)->style + 1);
  return n;
}

static void add_grid (GString *out, const TzGrid *grid)
{
  const TzRules *rules = tz_grid_rules (grid);
  g_string_append_printf (out, "grid %d columns, %d rows, %d head%s, continued %s, rules",
                          tz_grid_n_cols (grid), tz_grid_n_rows (grid), tz_grid_n_head (grid),
                          tz_grid_repeat_head (grid) ? " repeated" : "",
                          continued_words[tz_grid_continued (grid)]);
  add_named_len (out, "outer", rules->outer);
  add_named_len (out, "inner", rules->inner);
  g_string_append (out, rules->double_head ? " double-head\n" : "\n");
  for (int col = 0; col < tz_grid_n_cols (grid); col++) {
    g_string_append_printf (out, "column %d ", col + 1);
    add_column (out, tz_grid_get_column (grid, col));
  }
  for (int i = 0; i < count_styles (grid); i++) {
    g_string_append_printf (out, "style s%d ", i);
    add_style (out, tz_grid_style (grid, i));
    g_string_append_c (out, '\n');
  }
  for (int row = 0; row < tz_grid_n_rows (grid); row++) {
    add_row_title (out, grid, row);
    g_string_append_c (out, '\n');
    visit_row (out, grid, row, visit_grid_cell, grid);
  }
}

static void add_para (GString *out, const char *where, const TzPara *para)
{
  g_string_append_printf (out, "%s", where);
  add_text_style (out, &para->style);
  if (para->space_before)
    add_named_len (out, "before", para->space_before);
  if (para->space_after)
    add_named_len (out, "after", para->space_after);
  if (para->repeat)
    g_string_append (out, " repeat");
  if (para->outline)
    g_string_append_printf (out, " outline %d", para->outline);
  for (char **part = para->parts; part && *part; part++) {
    g_string_append (out, part == para->parts ? " " : " | ");
    add_string (out, *part);
  }
  if (!para->parts) {
    g_string_append_c (out, ' ');
    add_string (out, para->text);
  }
  g_string_append_c (out, '\n');
}

static void add_paras (GString *out, const char *where, const GPtrArray *paras)
{
  for (guint i = 0; i < paras->len; i++)
    add_para (out, where, g_ptr_array_index (paras, i));
}

static void add_lines (GString *out, const char *name, const TzLines *lines)
{
  if (!lines)
    return;
  for (int i = 0; i < lines->n_lines; i++) {
    const TzLine *line = &lines->lines[i];
    g_string_append_printf (out, "    %s ", name);
    add_len (out, line->width);
    g_string_append_c (out, ' ');
    add_text (out, lines->text + line->start, line->end - line->start);
    g_string_append_c (out, '\n');
  }
}

static void visit_sized_cell (GString *out, int index, gconstpointer data)
{
  const TzSized *sized = data;
  const TzCell *cell = tz_grid_cell (sized->grid, index);
  const TzLines *lines = sized->lines[index];
  g_string_append (out, "  ");
  add_cell_area (out, cell);
  g_string_append_printf (out, " lines %d", lines ? lines->n_lines : 0);
  if (lines && lines->size != tz_sized_style (sized, cell)->text.size)
    add_named_len (out, "shrunk to", lines->size);
  if (lines && lines->n_missing)
    g_string_append_printf (out, " missing %d", lines->n_missing);
  g_string_append_c (out, '\n');
  add_lines (out, "line", lines);
  if (sized->corner)
    add_lines (out, "corner", sized->corner[index]);
}

static void add_sized (GString *out, const TzSized *sized)
{
  g_string_append_printf (out, "table %d columns, %d rows, width ", sized->n_cols, sized->n_rows);
  add_len (out, sized->x[sized->n_cols]);
  g_string_append (out, "\nwidths");
  for (int col = 0; col < sized->n_cols; col++) {
    g_string_append_c (out, ' ');
    add_len (out, sized->x[col + 1] - sized->x[col]);
  }
  g_string_append_c (out, '\n');
  for (int row = 0; row < sized->n_rows; row++) {
    add_row_title (out, sized->grid, row);
    add_named_len (out, "height", sized->height[row]);
    g_string_append_c (out, '\n');
    visit_row (out, sized->grid, row, visit_sized_cell, sized);
  }
}

static void add_fill (GString *out, const TzPageFill *fill)
{
  g_string_append (out, "  fill ");
  add_len (out, fill->x);
  g_string_append_c (out, ' ');
  add_len (out, fill->y);
  add_named_len (out, "size", fill->width);
  g_string_append_c (out, 'x');
  add_len (out, fill->height);
  g_string_append_printf (out, " #%06X\n", fill->colour);
}

static void add_rule (GString *out, const TzPageRule *rule)
{
  g_string_append (out, "  rule ");
  add_len (out, rule->x0);
  g_string_append_c (out, ' ');
  add_len (out, rule->y0);
  add_named_len (out, "to", rule->x1);
  g_string_append_c (out, ' ');
  add_len (out, rule->y1);
  add_named_len (out, "thick", rule->thickness);
  if (rule->colour)
    g_string_append_printf (out, " #%06X", rule->colour);
  g_string_append_c (out, '\n');
}

static void add_shape (GString *out, const TzPage *page, const TzPageShape *shape)
{
  g_string_append (out, shape->closed ? "  polygon" : "  line");
  if (shape->fill != TZ_NO_COLOUR)
    g_string_append_printf (out, " #%06X", shape->fill);
  if (shape->stroke != TZ_NO_COLOUR) {
    add_named_len (out, "thick", shape->thickness);
    g_string_append_printf (out, " #%06X", shape->stroke);
  }
  if (shape->dash)
    add_named_len (out, "dash", shape->dash);
  for (guint32 i = 0; i < shape->n; i++) {
    const TzPagePoint *point = &g_array_index (page->points, TzPagePoint, shape->first + i);
    add_named_len (out, i == 0 ? "from" : "to", point->x);
    g_string_append_c (out, ' ');
    add_len (out, point->y);
  }
  g_string_append_c (out, '\n');
}

static void add_page_text (GString *out, const TzPageText *text)
{
  const TzLines *lines = text->lines;
  for (int i = 0; i < text->n; i++) {
    const TzLine *line = &lines->lines[text->first + i];
    g_string_append (out, i == 0 ? "  text " : "       ");
    add_len (out, text->x);
    g_string_append_c (out, ' ');
    add_len (out, text->y + i * lines->pitch);
    add_named_len (out, "size", lines->size);
    add_named_len (out, "width", line->width);
    if (text->turned)
      g_string_append (out, " turned");
    if (lines->colour)
      g_string_append_printf (out, " #%06X", lines->colour);
    g_string_append_c (out, ' ');
    add_text (out, lines->text + line->start, line->end - line->start);
    g_string_append_c (out, '\n');
  }
}

static void add_page (GString *out, const TzPage *page, guint number)
{
  g_string_append_printf (out, "page %u size ", number);
  add_len (out, page->width);
  g_string_append_c (out, 'x');
  add_len (out, page->height);
  g_string_append (out, page->turned ? " turned\n" : "\n");
  for (guint i = 0; i < page->fills->len; i++)
    add_fill (out, &g_array_index (page->fills, TzPageFill, i));
  for (guint i = 0; i < page->rules->len; i++)
    add_rule (out, &g_array_index (page->rules, TzPageRule, i));
  for (guint i = 0; i < page->shapes->len; i++)
    add_shape (out, page, &g_array_index (page->shapes, TzPageShape, i));
  for (guint i = 0; i < page->texts->len; i++)
    add_page_text (out, &g_array_index (page->texts, TzPageText, i));
}

static void add_table (GString *out, const TzTable *table)
{
  add_paras (out, "above", table->above);
  add_grid (out, table->grid);
  add_paras (out, "below", table->below);
}

/* Of several tables in one file, each under the name of its worksheet. */
static void add_sheet (GString *out, const TzTable *table)
{
  if (!table->outline_name)
    return;
  g_string_append (out, "sheet ");
  add_string (out, table->sheet_name);
  g_string_append_c (out, '\n');
}

static void dump_grids (GString *out, const TzLayout *layout)
{
  const GPtrArray *blocks = layout->doc->blocks;
  for (guint i = 0; i < blocks->len; i++) {
    const TzBlock *block = g_ptr_array_index (blocks, i);
    if (block->kind == TZ_BLOCK_PARA) {
      add_para (out, "para", block->para);
      continue;
    }
    add_sheet (out, block->table);
    add_table (out, block->table);
  }
  for (guint i = 0; layout->doc->official && i < layout->tables->len; i++)
    add_table (out, tz_layout_sized (layout, i)->table);
}

static void dump_tables (GString *out, const TzLayout *layout)
{
  g_string_append_printf (out, "paper %s ", layout->paper.name ? layout->paper.name : "custom");
  add_len (out, layout->paper.width);
  g_string_append_c (out, 'x');
  add_len (out, layout->paper.height);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < layout->tables->len; i++) {
    add_sheet (out, tz_layout_sized (layout, i)->table);
    add_sized (out, tz_layout_sized (layout, i));
  }
}

static void dump_pages (GString *out, const TzLayout *layout)
{
  const TzPages *pages = layout->pages;
  for (guint i = 0; i < pages->outline->len; i++) {
    const TzOutlineEntry *entry = &g_array_index (pages->outline, TzOutlineEntry, i);
    g_string_append_printf (out, "outline %d page %d y ", entry->level, entry->page + 1);
    add_len (out, entry->y);
    g_string_append_c (out, ' ');
    add_string (out, entry->title);
    g_string_append_c (out, '\n');
  }
  for (guint i = 0; i < pages->pages->len; i++)
    add_page (out, g_ptr_array_index (pages->pages, i), i + 1);
}

static const struct {
  const char *word;
  void (*dump) (GString *out, const TzLayout *layout);
  gboolean joined; /* that of a document holds what follows it */
} products[] = { { "grid", dump_grids, FALSE },
                 { "table", dump_tables, FALSE },
                 { "pages", dump_pages, TRUE } };

static void dump_product (GString *out, const TzLayout *layout, guint product)
{
  products[product].dump (out, layout);
  for (guint i = 0; !products[product].joined && i < layout->following->len; i++)
    products[product].dump (out, layout->following->pdata[i]);
}

const char *const *tz_dump_names (void)
{
  static const char *names[G_N_ELEMENTS (products) + 1];
  for (guint i = 0; i < G_N_ELEMENTS (products); i++)
    names[i] = products[i].word;
  return names;
}

char *tz_dump (const TzLayout *layout, const char *what)
{
  for (guint i = 0; i < G_N_ELEMENTS (products); i++)
    if (g_str_equal (what, products[i].word)) {
      GString *out = g_string_new (NULL);
      dump_product (out, layout, i);
      return g_string_free (out, FALSE);
    }
  return NULL;
}

char *tz_dump_grid (const TzGrid *grid)
{
  GString *out = g_string_new (NULL);
  add_grid (out, grid);
  return g_string_free (out, FALSE);
}
