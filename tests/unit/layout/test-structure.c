/* What the texts of pages are, for readers that do not see them. 10 pt a hanzi and a
 * line, margins of 20 pt. */
#include "help/findings.h"
#include "layout/structure.h"
#include "help/sketch.h"
#include "help/wild.h"

#include "content/chart.h"

typedef struct {
  Toy *toy;
  TzMeasure measure;
  TzDiag *diag;
  TzDoc *doc;
  TzLayout *layout;
} Tagged;

static Tagged *tagged_of (TzDoc *take_doc)
{
  Tagged *t = g_new0 (Tagged, 1);
  t->toy = toy_new ();
  t->measure = toy_measure (t->toy);
  t->diag = tz_diag_new ();
  t->doc = take_doc;
  t->layout = tz_layout_new (t->doc, &t->measure, t->diag);
  assert_findings (t->diag, "");
  return t;
}

static void tagged_free (Tagged *t)
{
  tz_layout_free (t->layout);
  tz_doc_free (t->doc);
  tz_diag_free (t->diag);
  toy_free (t->toy);
  g_free (t);
}

static TzDoc *doc_of (const char *rows, int width, int height)
{
  TzDoc *doc = sketch_doc (rows ? sketch_grid (rows, 50 * TZ_PT, NULL) : NULL, width, height);
  doc->page.tagged = TRUE;
  return doc;
}

static TzPara *add_above (TzDoc *doc, const char *text, int outline)
{
  TzTextStyle style = sketch_text_style ();
  TzPara *para = tz_table_add_above ((TzTable *)sketch_table (doc), text, &style);
  para->outline = outline;
  return para;
}

/* ---- the structure as text: "table(row(TH 头))" ---- */

static const char *const names[] = { "document", "part", "H",  "P",  "list",    "item", "label", "body",
                                     "table",    "row",  "TH", "TD", "caption", "note", "figure" };

/* The lines that name NODE, "/" between lines and "+" where a text begins anew. */
static void add_texts (GString *to, const TzPages *pages, guint32 node)
{
  const char *between = " ";
  for (guint p = 0; p < pages->pages->len; p++) {
    const TzPage *page = pages->pages->pdata[p];
    for (guint i = 0; i < page->texts->len; i++) {
      const TzPageText *text = &g_array_index (page->texts, TzPageText, i);
      for (int n = text->first; text->node == node && n < text->first + text->n; n++) {
        const TzLine *line = &text->lines->lines[n];
        g_string_append (to, n == text->first ? between : "/");
        g_string_append_len (to, text->lines->text + line->start, line->end - line->start);
        between = "+";
      }
    }
  }
}

/* NOLINTNEXTLINE(misc-no-recursion): no deeper than a structure is */
static void add_node (GString *to, const TzPages *pages, guint32 number)
{
  const TzNode *node = &g_array_index (pages->nodes, TzNode, number);
  g_string_append (to, names[node->kind]);
  if (node->kind == TZ_NODE_HEADING)
    g_string_append_printf (to, "%d", node->level);
  if (node->row_span > 1 || node->col_span > 1)
    g_string_append_printf (to, "%dx%d", node->row_span, node->col_span);
  if (node->alt)
    g_string_append_printf (to, " <%s>", node->alt);
  add_texts (to, pages, number);
  gboolean kids = FALSE;
  for (guint32 kid = number + 1; kid < pages->nodes->len; kid++) {
    if (g_array_index (pages->nodes, TzNode, kid).parent != number)
      continue;
    g_string_append (to, kids ? ", " : "(");
    add_node (to, pages, kid);
    kids = TRUE;
  }
  g_string_append (to, kids ? ")" : "");
}

static void assert_pages (const TzPages *pages, const char *expected)
{
  GString *got = g_string_new (NULL);
  add_node (got, pages, TZ_NODE_ROOT);
  g_assert_cmpstr (got->str, ==, expected);
  g_string_free (got, TRUE);
}

static void assert_structure (TzDoc *take_doc, const char *expected)
{
  Tagged *t = tagged_of (take_doc);
  assert_pages (t->layout->pages, expected);
  tagged_free (t);
}

/* ---- tables ---- */

static void test_table (void)
{
  assert_structure (doc_of ("h 头|尾\n. 1|2\n. 3|4\n", 100, 100),
                    "document(table(row(TH 头, TH 尾), row(TD 1, TD 2), row(TD 3, TD 4)))");
}

static void test_merged_cells (void)
{
  assert_structure (doc_of ("h 头|<\ns 一、|<\n. 1|2\n. ^|4\n", 100, 100),
                    "document(table(row(TH1x2 头), row(TD1x2 一、), row(TD2x1 1, TD 2), row(TD 4)))");
}

/* All rows are equally long. */
static void test_place_without_cell (void)
{
  assert_structure (doc_of (". 1|-\n", 100, 100), "document(table(row(TD 1, TD)))");
}

static void test_head_is_said_once (void)
{
  assert_structure (doc_of ("h 头\n. 1\n. 2\n. 3\n", 50, 30),
                    "document(table(row(TH 头), row(TD 1), row(TD 2), row(TD 3)))");
}

/* A cell that goes on over pages stays one, in one row. */
static void test_cut_row (void)
{
  assert_structure (doc_of (". 甲|*25\n", 100, 30),
                    "document(table(row(TD 甲, TD 一二三四五/六七八九十/一二三四五+六七八九十/一二三四完)))");
}

/* A merged cell says its text again on the next page; a name of a row that goes on
 * does, too. */
static void test_repeated_texts_are_artifacts (void)
{
  assert_structure (doc_of (". 甲|1\n. ^|2\n. ^|3\n. ^|4\n", 100, 20),
                    "document(table(row(TD4x1 甲, TD 1), row(TD 2), row(TD 3), row(TD 4)))");
  TzDoc *doc = doc_of (". 甲|*25\n", 100, 30);
  const TzGrid *grid = sketch_table (doc)->grid;
  ((TzCell *)tz_grid_cell (grid, 0))->label = TRUE;
  assert_structure (doc,
                    "document(table(row(TD 甲, TD 一二三四五/六七八九十/一二三四五+六七八九十/一二三四完)))");
}

static void test_marked_texts_are_artifacts (void)
{
  TzDoc *doc = doc_of (". 甲|1\n. ^|2\n. ^|3\n. ^|4\n", 100, 20);
  tz_grid_set_continued (sketch_table (doc)->grid, TZ_CONTINUED_MARK);
  assert_structure (doc, "document(table(row(TD4x1 甲, TD 1), row(TD 2), row(TD 3), row(TD 4)))");
}

/* Panels of columns are the same table, with what stands on several of them once. */
static void test_panels (void)
{
  TzDoc *doc = doc_of ("h 名|丙|丁\ns 一、|<|<\n. 甲|1|2\n. 乙|3|4\n", 100, 100);
  TzTable *table = (TzTable *)sketch_table (doc);
  table->sideways = TRUE;
  for (int c = 0; c < 3; c++)
    tz_grid_column (table->grid, c)->key = c == 0;
  add_above (doc, "题", 1);
  Tagged *t = tagged_of (doc);
  g_assert_cmpuint (t->layout->pages->pages->len, ==, 2);
  assert_pages (t->layout->pages, "document(H1 题, table(row(TH 名, TH 丙, TH 丁), row(TD1x3 一、), "
                                  "row(TD 甲, TD 1, TD 2), row(TD 乙, TD 3, TD 4)))");
  tagged_free (t);
}

/* ---- around tables ---- */

static void test_title_and_notes (void)
{
  TzDoc *doc = doc_of ("h 头\n. 1\n. 2\n. 3\n. 4\n. 5\n", 50, 50);
  TzTextStyle style = sketch_text_style ();
  add_above (doc, "附表", 0);
  add_above (doc, "题", 1)->repeat = TRUE;
  tz_table_set_continued ((TzTable *)sketch_table (doc), "续表", &style);
  tz_table_add_below ((TzTable *)sketch_table (doc), "注：无。", &style);
  assert_structure (doc,
                    "document(P 附表, H1 题, table(row(TH 头), row(TD 1), row(TD 2), row(TD 3), row(TD 4), "
                    "row(TD 5)), note 注：无。)");
}

/* A table without a title of its own has a caption, its first kid. */
static void test_caption (void)
{
  TzDoc *doc = doc_of ("h 头\n. 1\n", 50, 100);
  add_above (doc, "表1", 0);
  assert_structure (doc, "document(table(caption 表1, row(TH 头), row(TD 1)))");
}

static void test_paragraph_over_pages (void)
{
  TzDoc *doc = doc_of (NULL, 50, 30);
  TzTextStyle style = sketch_text_style ();
  tz_doc_add_para (doc, "甲", &style);
  tz_doc_add_para (doc, "一二三四五六七八九十一二三四五六七八九完", &style);
  assert_structure (doc, "document(P 甲, P 一二三四五/六七八九十+一二三四五/六七八九完)");
}

static void test_page_numbers_are_artifacts (void)
{
  TzDoc *doc = doc_of (". 1\n", 50, 100);
  doc->page.number_place = TZ_NUMBER_CENTER;
  doc->page.number_form = g_strdup ("7");
  doc->page.number_style = sketch_text_style ();
  Tagged *t = tagged_of (doc);
  const TzPage *page = t->layout->pages->pages->pdata[0];
  g_assert_cmpuint (page->texts->len, ==, 2);
  g_assert_cmpuint (g_array_index (page->texts, TzPageText, 1).node, ==, TZ_NODE_NONE);
  assert_pages (t->layout->pages, "document(table(row(TD 1)))");
  tagged_free (t);
}

static void test_two_tables (void)
{
  TzDoc *doc = doc_of (". 1\n", 50, 100);
  tz_doc_add_table (doc, sketch_grid (". 2\n", 50 * TZ_PT, NULL));
  assert_structure (doc, "document(table(row(TD 1)), table(row(TD 2)))");
}

static void test_not_asked_for (void)
{
  TzDoc *doc = doc_of ("h 头\n. 1\n", 50, 100);
  doc->page.tagged = FALSE;
  Tagged *t = tagged_of (doc);
  const TzPage *page = t->layout->pages->pages->pdata[0];
  g_assert_null (t->layout->pages->nodes);
  for (guint i = 0; i < page->texts->len; i++)
    g_assert_cmpuint (g_array_index (page->texts, TzPageText, i).node, ==, TZ_NODE_NONE);
  tagged_free (t);
}

/* ---- charts ---- */

static void assert_words (TzChart *take_chart, const char *expected)
{
  char *words = tz_chart_words (take_chart);
  g_assert_cmpstr (words, ==, expected);
  g_free (words);
  tz_chart_free (take_chart);
}

static void add_series (TzChart *chart, const char *name, TzTone tone, int first, int second)
{
  TzChartSeries *series = tz_chart_add_series (chart, name, tone);
  g_array_append_val (series->values, first);
  g_array_append_val (series->values, second);
}

static void test_chart_in_words (void)
{
  TzChart *chart = tz_chart_new (TZ_CHART_BARS, "a", "图1 完成情况", "项");
  tz_chart_add_category (chart, "一部分");
  tz_chart_add_category (chart, "二部分");
  add_series (chart, "已完成", TZ_TONE_DONE, 5, 0);
  add_series (chart, "推进中", TZ_TONE_ONGOING, 3, TZ_CHART_UNKNOWN);
  assert_words (chart, "图1 完成情况。一部分：已完成5项、推进中3项；二部分：已完成0项、推进中未报。");
}

static void test_percentages_in_words (void)
{
  TzChart *chart = tz_chart_new (TZ_CHART_TREND, "a", "图2 完成率", "%");
  tz_chart_add_category (chart, "一季度");
  tz_chart_add_category (chart, "二季度");
  add_series (chart, "完成率", TZ_TONE_DONE, 125, 1000);
  assert_words (chart, "图2 完成率。一季度：完成率12.5%；二季度：完成率100%。");
}

static void test_calendar_in_words (void)
{
  TzChart *chart = tz_chart_new (TZ_CHART_CALENDAR, "a", NULL, "项");
  GDate *day = g_date_new_dmy (30, G_DATE_JUNE, 2021);
  tz_chart_add_day (chart, g_date_get_julian (day), 3, TZ_TONE_LATE);
  g_date_free (day);
  assert_words (chart, "2021年6月30日：逾期3项。");
}

/* ---- any table ---- */

/* What of a text is named: its lines as set, the node, and how often each line is. */
typedef struct {
  const TzLines *lines;
  guint32 node;
  int *times;
} Named;

static void named_free (Named *named)
{
  g_free (named->times);
  g_free (named);
}

static void note_text (GHashTable *all, const TzPageText *text)
{
  Named *named = g_hash_table_lookup (all, text->lines->text);
  if (!named) {
    named = g_new0 (Named, 1);
    named->lines = text->lines;
    named->node = text->node;
    named->times = g_new0 (int, text->lines->n_lines);
    g_hash_table_insert (all, (gpointer)text->lines->text, named);
  }
  g_assert_true (named->lines == text->lines);
  g_assert_cmpuint (named->node, ==, text->node);
  for (int i = text->first; i < text->first + text->n; i++)
    named->times[i]++;
}

/* No two texts of such a table are equal unless they are empty. */
static GHashTable *named_texts (const TzPages *pages)
{
  GHashTable *all = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)named_free);
  for (guint p = 0; p < pages->pages->len; p++) {
    const TzPage *page = pages->pages->pdata[p];
    for (guint i = 0; i < page->texts->len; i++) {
      const TzPageText *text = &g_array_index (page->texts, TzPageText, i);
      if (text->node != TZ_NODE_NONE && *text->lines->text != '\0')
        note_text (all, text);
    }
  }
  return all;
}

/* Which row of its table NODE stands in. */
static int row_of (const TzPages *pages, guint32 node)
{
  guint32 row = g_array_index (pages->nodes, TzNode, node).parent;
  guint32 table = g_array_index (pages->nodes, TzNode, row).parent;
  int n = 0;
  g_assert_cmpint (g_array_index (pages->nodes, TzNode, table).kind, ==, TZ_NODE_TABLE);
  for (guint32 i = table; i < row; i++)
    n += g_array_index (pages->nodes, TzNode, i).kind == TZ_NODE_ROW &&
         g_array_index (pages->nodes, TzNode, i).parent == table;
  return n;
}

static void check_wild (guint32 seed)
{
  TzDoc *doc = wild_doc (seed, WILD_SOLVED);
  Toy *toy = toy_new ();
  TzMeasure measure = toy_measure (toy);
  TzDiag *diag = tz_diag_new ();
  doc->page.tagged = TRUE;
  TzLayout *layout = tz_layout_new (doc, &measure, diag);
  const TzGrid *grid = sketch_table (doc)->grid;
  GHashTable *all = layout ? named_texts (layout->pages) : NULL;
  for (int i = 0; all && i < tz_grid_n_cells (grid); i++) {
    const TzCell *cell = tz_grid_cell (grid, i);
    const Named *named = *cell->text == '\0' ? NULL : g_hash_table_lookup (all, cell->text);
    if (*cell->text == '\0')
      continue;
    if (!named)
      g_error ("seed %u: cell %d is not named", seed, i);
    for (int line = 0; line < named->lines->n_lines; line++)
      if (named->times[line] != 1)
        g_error ("seed %u: line %d of cell %d is named %d times", seed, line, i, named->times[line]);
    if (row_of (layout->pages, named->node) != cell->row)
      g_error ("seed %u: cell %d stands in another row", seed, i);
  }
  if (all)
    g_hash_table_unref (all);
  tz_layout_free (layout);
  tz_doc_free (doc);
  tz_diag_free (diag);
  toy_free (toy);
}

/* Every line of every cell is said once, by a node in the cell's row. */
static void test_any_table (void)
{
  for (guint32 seed = 1; seed <= 300; seed++)
    check_wild (seed);
}

/* ---- trees ---- */

/* Bound pages come with their part of the tree, whose words stay its own. */
static void test_take (void)
{
  Tagged *to = tagged_of (doc_of (". 1\n", 50, 100)), *from = tagged_of (doc_of ("h 头\n. 2\n", 50, 100));
  TzPages *pages = to->layout->pages, *bound = from->layout->pages;
  tz_structure_add_figure (bound, "图", NULL, TZ_NODE_ROOT);
  tz_structure_take (pages, TZ_NODE_ROOT, bound);
  g_ptr_array_add (pages->pages, g_ptr_array_steal_index (bound->pages, 0));
  assert_pages (pages, "document(table(row(TD 1)), part(table(row(TH 头), row(TD 2)), figure <图>))");
  tagged_free (from);
  tagged_free (to);
}

static void test_no_tree (void)
{
  TzPages *pages = tz_pages_new (), *tagged = tz_pages_new ();
  TzGrid *grid = sketch_grid (". 1\n", 50 * TZ_PT, NULL);
  g_assert_cmpuint (tz_structure_add (pages, TZ_NODE_PARA, TZ_NODE_ROOT), ==, TZ_NODE_NONE);
  g_assert_cmpuint (tz_structure_add_heading (pages, 1, TZ_NODE_ROOT), ==, TZ_NODE_NONE);
  g_assert_cmpuint (tz_structure_add_figure (pages, "图", NULL, TZ_NODE_ROOT), ==, TZ_NODE_NONE);
  g_assert_null (tz_structure_add_rows (pages, grid, TZ_NODE_ROOT));
  tz_structure_begin (tagged);
  tz_structure_take (tagged, TZ_NODE_ROOT, pages);
  tz_structure_take (pages, TZ_NODE_ROOT, tagged);
  assert_pages (tagged, "document");
  tz_grid_free (grid);
  tz_pages_free (pages);
  tz_pages_free (tagged);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/structure/table", test_table);
  g_test_add_func ("/structure/merged-cells", test_merged_cells);
  g_test_add_func ("/structure/place-without-cell", test_place_without_cell);
  g_test_add_func ("/structure/head-is-said-once", test_head_is_said_once);
  g_test_add_func ("/structure/cut-row", test_cut_row);
  g_test_add_func ("/structure/repeated-texts-are-artifacts", test_repeated_texts_are_artifacts);
  g_test_add_func ("/structure/marked-texts-are-artifacts", test_marked_texts_are_artifacts);
  g_test_add_func ("/structure/panels", test_panels);
  g_test_add_func ("/structure/title-and-notes", test_title_and_notes);
  g_test_add_func ("/structure/caption", test_caption);
  g_test_add_func ("/structure/paragraph-over-pages", test_paragraph_over_pages);
  g_test_add_func ("/structure/page-numbers-are-artifacts", test_page_numbers_are_artifacts);
  g_test_add_func ("/structure/two-tables", test_two_tables);
  g_test_add_func ("/structure/not-asked-for", test_not_asked_for);
  g_test_add_func ("/structure/chart-in-words", test_chart_in_words);
  g_test_add_func ("/structure/percentages-in-words", test_percentages_in_words);
  g_test_add_func ("/structure/calendar-in-words", test_calendar_in_words);
  g_test_add_func ("/structure/any-table", test_any_table);
  g_test_add_func ("/structure/take", test_take);
  g_test_add_func ("/structure/no-tree", test_no_tree);
  return g_test_run ();
}
