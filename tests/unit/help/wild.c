#include "help/wild.h"

typedef struct {
  GRand *rand;
  TzGrid *grid;
  int serial; /* in every text, so that it can be told from others */
  int styles[8], n_styles;
  TzLen em;
} Wild;

static int between (Wild *w, int low, int high)
{
  return g_rand_int_range (w->rand, low, high + 1);
}

static gboolean chance (Wild *w, int percent)
{
  return between (w, 0, 99) < percent;
}

/* ---- texts ---- */

static const char *const pieces[] = { "台", "账", "县", "级", "供", "电", "所", "，", "。", "、", "（",
                                      "）", "“",  "”",  "12", "3%", "kV", "A",  " ",  "—",  "年", "月" };

static char *wild_text (Wild *w, int n)
{
  GString *text = g_string_new (NULL);
  if (n > 0)
    g_string_append_printf (text, "%d号", ++w->serial);
  for (int i = 0; i < n; i++) {
    g_string_append (text, pieces[between (w, 0, (int)G_N_ELEMENTS (pieces) - 1)]);
    if (chance (w, 2) && i + 1 < n)
      g_string_append_c (text, '\n');
  }
  return g_string_free (text, FALSE);
}

static int wild_length (Wild *w)
{
  int kind = between (w, 0, 199);
  if (kind < 20)
    return 0;
  if (kind < 130)
    return between (w, 1, 8);
  if (kind < 180)
    return between (w, 10, 60);
  if (kind < 198)
    return between (w, 60, 300);
  return between (w, 1000, 3000);
}

static TzTextStyle wild_text_style (Wild *w)
{
  TzTextStyle style = { .role = TZ_ROLE_SONG,
                        .size = w->em,
                        .align = (TzAlign)between (w, 0, TZ_ALIGN_SPREAD) };
  style.pitch = w->em + w->em * between (w, 0, 8) / 10;
  return style;
}

static void add_styles (Wild *w)
{
  w->n_styles = between (w, 1, 8);
  for (int i = 0; i < w->n_styles; i++) {
    TzCellStyle style = { .text = wild_text_style (w), .background = 0xFFFFFF };
    style.valign = (TzVAlign)between (w, 0, 2);
    style.pad_x = between (w, 0, 4) * TZ_PT;
    style.pad_y = between (w, 0, 3) * TZ_PT;
    if (chance (w, 10))
      style.background = 0xEEEEEE;
    w->styles[i] = tz_grid_add_style (w->grid, &style);
  }
}

/* ---- cells ---- */

static int wild_span (Wild *w, int percent, int most)
{
  return most > 1 && chance (w, percent) ? between (w, 2, MIN (most, 9)) : 1;
}

/* Fills rows FROM … TO-1 with cells that stay within them. What is free in a row is
 * free in the rows below, since cells are put from the top left. */
static void tile (Wild *w, int from, int to, int downwards, int gaps, int longest)
{
  int n_cols = tz_grid_n_cols (w->grid);
  for (int r = from; r < to; r++)
    for (int c = 0; c < n_cols; c++) {
      if (tz_grid_index_at (w->grid, r, c) >= 0 || chance (w, gaps))
        continue;
      int wide = 1, most = wild_span (w, 15, n_cols - c);
      while (wide < most && tz_grid_index_at (w->grid, r, c + wide) < 0)
        wide++;
      char *text = wild_text (w, MIN (wild_length (w), longest));
      int tall = wild_span (w, c < n_cols / 2 ? downwards : downwards / 3, to - r);
      TzCell *cell = tz_grid_put (w->grid, r, c, tall, wide, w->styles[between (w, 0, w->n_styles - 1)], text);
      g_free (text);
      cell->label = chance (w, 20) != 0;
      if (longest <= 20 && r == 0 && c == 0 && chance (w, 10))
        tz_grid_set_corner (w->grid, tz_grid_n_cells (w->grid) - 1, "分类");
    }
}

static void add_head (Wild *w)
{
  int n = between (w, 0, 5);
  for (int r = 0; r < n; r++)
    tz_grid_add_row (w->grid, TZ_ROW_HEAD, 0);
  tile (w, 0, n, 40, 0, 20);
}

static TzLen wild_min_height (Wild *w)
{
  if (chance (w, 95))
    return 0;
  return (chance (w, 80) ? between (w, 10, 80) : between (w, 100, 1500)) * TZ_PT;
}

static void add_group (Wild *w)
{
  if (chance (w, 50)) {
    int row = tz_grid_add_row (w->grid, TZ_ROW_SECTION | TZ_ROW_KEEP_NEXT, 0);
    char *text = wild_text (w, between (w, 1, chance (w, 90) ? 20 : 120));
    tz_grid_put (w->grid, row, 0, 1, tz_grid_n_cols (w->grid), w->styles[0], text);
    g_free (text);
  }
  int from = tz_grid_n_rows (w->grid), n = between (w, 0, 12);
  for (int r = 0; r < n; r++)
    tz_grid_add_row (w->grid,
                     chance (w, 10)  ? TZ_ROW_WHOLE
                     : chance (w, 5) ? TZ_ROW_TOTAL
                                     : 0,
                     wild_min_height (w));
  tile (w, from, from + n, 30, 3, 3000);
}

static void set_columns (Wild *w, TzLen room, WildColumns columns)
{
  int n_cols = tz_grid_n_cols (w->grid);
  TzLen left = room, least = 2 * w->em + 8 * TZ_PT;
  for (int c = 0; c < n_cols; c++) {
    TzColumn *column = tz_grid_column (w->grid, c);
    TzLen most = MAX (least, left - (n_cols - 1 - c) * least);
    if (columns == WILD_FIXED || chance (w, 20)) {
      column->policy = TZ_WIDTH_FIXED;
      column->width = least + (most - least) * between (w, 0, 100) / 100 / (n_cols - c);
      left -= column->width;
    } else {
      column->floor = chance (w, 30) ? between (w, 2, 6) * w->em : 0;
      column->cap = chance (w, 20) ? between (w, 4, 30) * w->em : 0;
      column->weight = between (w, 0, 3);
      left -= least;
    }
  }
}

/* ---- the document ---- */

static void add_paras (Wild *w, TzTable *table, gboolean above)
{
  int n = chance (w, 30) ? 0 : between (w, 1, 3);
  for (int i = 0; i < n; i++) {
    TzTextStyle style = wild_text_style (w);
    char *text = wild_text (w, chance (w, 90) ? between (w, 1, 40) : between (w, 40, 600));
    TzPara *para = above ? tz_table_add_above (table, text, &style) : tz_table_add_below (table, text, &style);
    g_free (text);
    para->space_before = between (w, 0, 6) * TZ_PT;
    para->space_after = between (w, 0, 6) * TZ_PT;
    para->repeat = above && chance (w, 40);
    para->outline = chance (w, 20);
  }
}

static void set_page (Wild *w, TzDoc *doc)
{
  TzPaper paper = { .name = "wild" };
  paper.width = tz_len_from_mm (between (w, 80, 420));
  paper.height = tz_len_from_mm (between (w, 80, 297));
  doc->page.n_papers = 1;
  doc->page.papers[0] = paper;
  doc->page.top = doc->page.bottom = tz_len_from_mm (between (w, 5, 15));
  doc->page.left = doc->page.right = tz_len_from_mm (between (w, 5, 15));
  doc->page.number_place = (TzNumberPlace)between (w, 0, TZ_NUMBER_OUTER);
  doc->page.number_form = g_strdup ("第 {page} 页 共 {pages} 页");
  doc->page.number_style = wild_text_style (w);
  doc->page.number_gap = 10 * TZ_PT;
}

TzDoc *wild_doc (guint32 seed, WildColumns columns)
{
  Wild w = { .rand = g_rand_new_with_seed (seed) };
  TzDoc *doc = tz_doc_new ();
  set_page (&w, doc);
  w.em = between (&w, 8, 14) * TZ_PT;
  w.grid = tz_grid_new (between (&w, 1, 7));
  add_styles (&w);
  add_head (&w);
  for (int n = between (&w, 0, 4); n > 0; n--)
    add_group (&w);
  set_columns (&w, doc->page.papers[0].width - doc->page.left - doc->page.right, columns);
  tz_grid_set_continued (w.grid, (TzContinued)between (&w, 0, 2));
  tz_grid_set_repeat_head (w.grid, chance (&w, 80));
  TzRules rules = { .outer = TZ_PT, .inner = TZ_PT / 2, .double_head = chance (&w, 50) };
  tz_grid_set_rules (w.grid, &rules);
  TzTable *table = tz_doc_add_table (doc, w.grid);
  table->section_outline = chance (&w, 50);
  add_paras (&w, table, TRUE);
  add_paras (&w, table, FALSE);
  g_rand_free (w.rand);
  return doc;
}
