/* Documents become pages: what repeats, what follows, what is reported; and goldens
 * of whole layouts. 10 pt a hanzi and a line, margins of 20 pt. */
#include "help/findings.h"
#include "help/golden.h"
#include "output/dump.h"
#include "help/sketch.h"

#include <string.h>

typedef struct {
  Toy *toy;
  TzMeasure measure;
  TzDiag *diag;
  TzDoc *doc;
  TzLayout *layout;
} Flow;

static Flow *flow_of (TzDoc *take_doc)
{
  Flow *f = g_new0 (Flow, 1);
  f->toy = toy_new ();
  f->measure = toy_measure (f->toy);
  f->diag = tz_diag_new ();
  f->doc = take_doc;
  f->layout = tz_layout_new (f->doc, &f->measure, f->diag);
  return f;
}

static void flow_free (Flow *f)
{
  tz_layout_free (f->layout);
  tz_doc_free (f->doc);
  tz_diag_free (f->diag);
  toy_free (f->toy);
  g_free (f);
}

static TzDoc *doc_of (const char *rows, int width, int height)
{
  return sketch_doc (sketch_grid (rows, 50 * TZ_PT, NULL), width, height);
}

static TzTable *table_of (TzDoc *doc)
{
  return (TzTable *)sketch_table (doc);
}

static TzPara *add_above (TzDoc *doc, const char *text, gboolean repeat)
{
  TzTextStyle style = sketch_text_style ();
  TzPara *para = tz_table_add_above (table_of (doc), text, &style);
  para->repeat = repeat;
  return para;
}

static TzPara *add_below (TzDoc *doc, int n_hanzi)
{
  TzTextStyle style = sketch_text_style ();
  char *text = sketch_hanzi (n_hanzi);
  TzPara *para = tz_table_add_below (table_of (doc), text, &style);
  g_free (text);
  return para;
}

static void add_parts_below (TzDoc *doc, const char *parts)
{
  TzTextStyle style = sketch_text_style ();
  g_auto (GStrv) texts = g_strsplit (parts, "|", -1);
  tz_table_add_parts_below (table_of (doc), (const char *const *)texts, &style);
}

static void assert_pages (TzDoc *take_doc, const char *expected)
{
  Flow *f = flow_of (take_doc);
  assert_findings (f->diag, "");
  char *got = sketch_pages_text (f->layout);
  g_assert_cmpstr (got, ==, expected);
  g_free (got);
  flow_free (f);
}

/* Texts side by side, on two lines: one line of room is not enough, and they are not parted. */
static void test_parts_stay_together (void)
{
  TzDoc *doc = doc_of ("h 头\n. 1\n", 50, 30);
  add_parts_below (doc, "一二|三四五");
  assert_pages (doc, "头|1\n一二|三四五\n");
}

/* Who signed stands with the end of the table. */
static void test_parts_take_a_row_with_them (void)
{
  TzDoc *doc = doc_of ("h 头\n. 1\n. 2\n", 50, 30);
  add_parts_below (doc, "一|二");
  assert_pages (doc, "头|1\n头|2|一|二\n");
}

static const TzPageText *text_on (const Flow *f, guint number, const char *text)
{
  const TzPage *page = f->layout->pages->pages->pdata[number];
  for (guint i = 0; i < page->texts->len; i++)
    if (g_str_equal (g_array_index (page->texts, TzPageText, i).lines->text, text))
      return &g_array_index (page->texts, TzPageText, i);
  g_error ("no text %s on page %u", text, number);
}

/* ---- what repeats ---- */

static void test_head_repeats (void)
{
  assert_pages (doc_of ("h 头\n. 1\n. 2\n. 3\n. 4\n", 50, 30), "头|1|2\n头|3|4\n");
}

static void test_head_does_not_repeat (void)
{
  TzDoc *doc = doc_of ("h 头\n. 1\n. 2\n. 3\n. 4\n. 5\n", 50, 30);
  tz_grid_set_repeat_head (table_of (doc)->grid, FALSE);
  assert_pages (doc, "头|1|2\n3|4|5\n");
}

/* Nine of ten lines: repeated, it would leave one row a page. */
static void test_tall_head_does_not_repeat (void)
{
  assert_pages (doc_of ("h *45\n. 1\n. 2\n. 3\n", 50, 100),
                "一二三四五/六七八九十/一二三四五/六七八九十/一二三四五/六七八九十/一二三四五/六七八九十/"
                "一二三四完|1\n2|3\n");
}

static void test_title_repeats_if_asked (void)
{
  TzDoc *doc = doc_of (". 1\n. 2\n. 3\n. 4\n. 5\n", 50, 50);
  add_above (doc, "附表", FALSE);
  add_above (doc, "台账", TRUE);
  assert_pages (doc, "附表|台账|1|2|3\n台账|4|5\n");
}

static void test_continued_line (void)
{
  TzDoc *doc = doc_of (". 1\n. 2\n. 3\n. 4\n", 50, 30);
  TzTextStyle style = sketch_text_style ();
  tz_table_set_continued (table_of (doc), "续表", &style);
  assert_pages (doc, "1|2|3\n续表|4\n");
}

/* A title of eight lines on pages of ten: the table's rows begin on the next page, if
 * not one line fits, and the title is not repeated. */
static void test_long_title (void)
{
  TzDoc *doc = doc_of ("h 头\n. *15\n. 2\n", 50, 100);
  char *title = sketch_hanzi (45);
  add_above (doc, title, TRUE);
  g_free (title);
  assert_pages (doc, "一二三四五/六七八九十/一二三四五/六七八九十/一二三四五/六七八九十/一二三四五/六七八九十/"
                     "一二三四完\n头|一二三四五/六七八九十/一二三四完|2\n");
}

static void test_table_under_long_title_is_centred (void)
{
  TzDoc *doc = doc_of ("h 头\ns 一、\n. 2\n", 100, 100);
  table_of (doc)->section_outline = TRUE;
  char *title = sketch_hanzi (95);
  add_above (doc, title, FALSE);
  g_free (title);
  Flow *f = flow_of (doc);
  g_assert_cmpint (text_on (f, 1, "头")->x, ==, 45 * TZ_PT);
  g_assert_cmpuint (f->layout->pages->outline->len, ==, 1);
  flow_free (f);
}

/* ---- notes ---- */

static void test_notes_stay_with_last_row (void)
{
  TzDoc *doc = doc_of (". 1\n. 2\n. 3\n. 4\n", 50, 40);
  add_below (doc, 3);
  assert_pages (doc, "1|2|3\n4|一二完\n");
}

/* More than half a page of notes: they follow as text, over pages if need be. */
static void test_long_notes_follow (void)
{
  TzDoc *doc = doc_of (". 1\n. 2\n", 50, 40);
  add_below (doc, 25);
  assert_pages (doc, "1|2|一二三四五/六七八九十\n一二三四五/六七八九十/一二三四完\n");
}

/* ---- blocks ---- */

static void test_paragraph_is_cut_with_two_lines_on_each_side (void)
{
  TzDoc *doc = sketch_doc (NULL, 50, 40);
  TzTextStyle style = sketch_text_style ();
  tz_doc_add_para (doc, "甲", &style);
  tz_doc_add_para (doc, "一二三四五六七八九十一二三四五六七八九完", &style);
  assert_pages (doc, "甲|一二三四五/六七八九十\n一二三四五/六七八九完\n");
}

static void test_two_tables (void)
{
  TzDoc *doc = doc_of (". 1\n. 2\n", 50, 100);
  tz_doc_add_table (doc, sketch_grid (". 3\n", 50 * TZ_PT, NULL));
  Flow *f = flow_of (doc);
  g_assert_cmpuint (f->layout->tables->len, ==, 2);
  g_assert_cmpuint (f->layout->pages->pages->len, ==, 1);
  g_assert_cmpint (text_on (f, 0, "3")->y, ==, 40 * TZ_PT);
  flow_free (f);
}

/* A fifth of a page at least is left for a table, or it begins on the next. */
static void test_table_begins_on_new_page (void)
{
  TzDoc *doc = sketch_doc (NULL, 50, 100);
  TzTextStyle style = sketch_text_style ();
  tz_doc_add_para (doc, "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九完",
                   &style);
  tz_doc_add_table (doc, sketch_grid ("h 头\n. 1\n", 50 * TZ_PT, NULL));
  assert_pages (
      doc, "一二三四五/六七八九十/一二三四五/六七八九十/一二三四五/六七八九十/一二三四五/六七八九完\n头|1\n");
}

/* Tables that share a page stand apart; one that would be cut there begins a page if half a page holds it. */
static void test_tables_share_pages (void)
{
  TzDoc *doc = doc_of (". 1\n", 50, 100);
  TzTable *second = tz_doc_add_table (doc, sketch_grid (". 2\n. 3\n. 4\n", 50 * TZ_PT, NULL));
  second->space_before = 30 * TZ_PT;
  TzTable *third = tz_doc_add_table (doc, sketch_grid (". 5\n. 6\n. 7\n. 8\n", 50 * TZ_PT, NULL));
  third->space_before = 5 * TZ_PT;
  Flow *f = flow_of (doc);
  char *got = sketch_pages_text (f->layout);
  g_assert_cmpstr (got, ==, "1|2|3|4\n5|6|7|8\n");
  g_assert_cmpint (text_on (f, 0, "2")->y - text_on (f, 0, "1")->y, ==, 40 * TZ_PT);
  g_assert_cmpint (text_on (f, 1, "5")->y, ==, 20 * TZ_PT);
  g_free (got);
  flow_free (f);
}

static void test_no_body (void)
{
  assert_pages (doc_of ("h 头\n", 50, 100), "头\n");
}

static void test_narrow_table_is_centred (void)
{
  Flow *f = flow_of (doc_of (". 1\n", 100, 100));
  g_assert_cmpint (text_on (f, 0, "1")->x, ==, 45 * TZ_PT);
  flow_free (f);
}

/* ---- page numbers ---- */

static void number_pages (TzDoc *doc)
{
  doc->page.number_place = TZ_NUMBER_CENTER;
  doc->page.number_form = g_strdup ("-{page}/{pages}-");
  doc->page.number_style = sketch_text_style ();
  doc->page.number_gap = 15 * TZ_PT;
}

static Flow *numbered (TzNumberPlace place)
{
  TzDoc *doc = doc_of (". 1\n. 2\n. 3\n. 4\n", 50, 20);
  number_pages (doc);
  doc->page.number_place = place;
  return flow_of (doc);
}

static void test_number_and_total (void)
{
  Flow *f = numbered (TZ_NUMBER_CENTER);
  const TzPageText *text = text_on (f, 1, "-2/2-");
  /* 25 of 50 pt are free; the baseline is 15 pt under the type area, the em box ends
   * 1.2 pt under the baseline. */
  g_assert_cmpint (text->x + text->lines->glyphs[0].x, ==, 20 * TZ_PT + 25 * TZ_PT / 2);
  g_assert_cmpint (text->y, ==, 55 * TZ_PT - 10 * TZ_PT * 88 / 100);
  flow_free (f);
}

static void test_outer_numbers (void)
{
  Flow *f = numbered (TZ_NUMBER_OUTER);
  g_assert_cmpint (text_on (f, 0, "-1/2-")->lines->glyphs[0].x, ==, 25 * TZ_PT);
  g_assert_cmpint (text_on (f, 1, "-2/2-")->lines->glyphs[0].x, ==, 0);
  flow_free (f);
}

static void test_no_numbers (void)
{
  Flow *f = numbered (TZ_NUMBER_NONE);
  char *got = sketch_pages_text (f->layout);
  g_assert_cmpstr (got, ==, "1|2\n3|4\n");
  g_free (got);
  flow_free (f);
}

/* ---- documents that follow ---- */

/* A table of ROWS on pages of WIDTH behind DOC; what is above it is ABOVE (NULL: nothing). */
static void follow (TzDoc *doc, const char *rows, int width, const char *above)
{
  TzDoc *next = doc_of (rows, width, 20);
  if (above)
    add_above (next, above, FALSE)->outline = 1;
  table_of (next)->outline_name = g_strdup ("工作表名");
  table_of (next)->section_outline = TRUE;
  number_pages (next);
  if (!doc->following)
    doc->following = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_doc_free);
  g_ptr_array_add (doc->following, next);
}

static void test_following_pages (void)
{
  TzDoc *doc = doc_of (". 1\n. 2\n. 3\n", 50, 20);
  number_pages (doc);
  follow (doc, ". 4\n. 5\n", 80, NULL);
  Flow *f = flow_of (doc);
  char *got = sketch_pages_text (f->layout);
  g_assert_cmpstr (got, ==, "1|2|-1/3-\n3|-2/3-\n4|5|-3/3-\n");
  const TzPage *first = f->layout->pages->pages->pdata[0], *last = f->layout->pages->pages->pdata[2];
  g_assert_cmpint (first->width, ==, 90 * TZ_PT);
  g_assert_cmpint (last->width, ==, 120 * TZ_PT);
  g_assert_cmpuint (tz_layout_n_own_pages (f->layout), ==, 2);
  g_assert_cmpuint (tz_layout_n_own_pages (f->layout->following->pdata[0]), ==, 1);
  g_free (got);
  flow_free (f);
}

/* A table that cannot be laid out takes the document with it; all of them are told, by name. */
static void test_following_too_wide (void)
{
  TzDoc *doc = doc_of (". 1|2|3\n", 50, 20);
  follow (doc, ". 4|5\n", 20, NULL);
  Flow *f = flow_of (doc);
  g_assert_null (f->layout);
  assert_findings (f->diag, "error table-too-wide; error table-too-wide");
  g_assert_true (g_str_has_prefix (tz_diag_get (f->diag, 1)->message, "工作表名: 2 columns"));
  flow_free (f);
}

/* ---- outline ---- */

static void assert_outline (const Flow *f, const char *expected)
{
  GString *got = g_string_new (NULL);
  for (guint i = 0; i < f->layout->pages->outline->len; i++) {
    const TzOutlineEntry *entry = &g_array_index (f->layout->pages->outline, TzOutlineEntry, i);
    g_string_append_printf (got, "%d %s page %d at %g\n", entry->level, entry->title, entry->page,
                            tz_len_to_pt (entry->y));
  }
  g_assert_cmpstr (got->str, ==, expected);
  g_string_free (got, TRUE);
}

static void test_sections_in_outline (void)
{
  TzDoc *doc = doc_of ("h 头\ns 一、\n. 1\ns 二、\n. 2\n", 50, 40);
  table_of (doc)->section_outline = TRUE;
  Flow *f = flow_of (doc);
  assert_outline (f, "1 一、 page 0 at 30\n1 二、 page 1 at 30\n");
  flow_free (f);
}

/* At the height where it stands, below the rows before it. */
static void test_section_low_on_page (void)
{
  TzDoc *doc = doc_of ("h 头\n. 1\n. 2\ns 一、\n. 3\n", 50, 80);
  table_of (doc)->section_outline = TRUE;
  Flow *f = flow_of (doc);
  assert_outline (f, "1 一、 page 0 at 50\n");
  flow_free (f);
}

static void test_sections_under_title (void)
{
  TzDoc *doc = doc_of ("h 头\ns 一、\n. 1\n. 2\ns 二、\n. 3\n. 4\n", 50, 50);
  table_of (doc)->section_outline = TRUE;
  add_above (doc, "台账", TRUE)->outline = 1;
  Flow *f = flow_of (doc);
  assert_outline (f, "1 台账 page 0 at 20\n2 一、 page 0 at 40\n2 二、 page 1 at 40\n");
  flow_free (f);
}

/* Each of several tables is in the outline, by its title or a name. */
static void test_following_in_outline (void)
{
  TzDoc *doc = doc_of ("s 一、\n. 1\n", 50, 20);
  table_of (doc)->outline_name = g_strdup ("头表");
  table_of (doc)->section_outline = TRUE;
  follow (doc, ". 2\n", 50, "题");
  follow (doc, "s 二、\n. 3\n", 50, NULL);
  Flow *f = flow_of (doc);
  assert_outline (f, "1 头表 page 0 at 20\n2 一、 page 0 at 20\n1 题 page 1 at 20\n"
                     "1 工作表名 page 2 at 20\n2 二、 page 2 at 20\n");
  flow_free (f);
}

static void test_sections_not_in_outline (void)
{
  Flow *f = flow_of (doc_of ("s 一、\n. 1\n", 50, 40));
  assert_outline (f, "");
  flow_free (f);
}

/* ---- paper ---- */

static TzDoc *doc_with_papers (const char *rows)
{
  TzDoc *doc = doc_of (rows, 100, 400);
  for (int c = 0; c < tz_grid_n_cols (table_of (doc)->grid); c++)
    tz_grid_column (table_of (doc)->grid, c)->policy = TZ_WIDTH_AUTO;
  doc->page.papers[1] = doc->page.papers[0];
  doc->page.papers[1].name = "large";
  doc->page.papers[1].width += 100 * TZ_PT;
  doc->page.n_papers = 2;
  return doc;
}

static void assert_paper (const char *rows, const char *expected)
{
  Flow *f = flow_of (doc_with_papers (rows));
  g_assert_nonnull (f->layout);
  g_assert_cmpstr (f->layout->paper.name, ==, expected);
  flow_free (f);
}

static void test_first_readable_paper (void)
{
  assert_paper (". 1|*4\n", "small");
  assert_paper (". *4|*90\n", "large"); /* long texts want 12 em */
}

static void test_last_paper_that_holds (void)
{
  assert_paper (". *90|*90|*90\n", "large");
}

static void test_table_too_wide (void)
{
  Flow *f = flow_of (doc_with_papers (". *9|*9|*9|*9|*9|*9|*9|*9|*9|*9|*9\n"));
  g_assert_null (f->layout);
  assert_findings (f->diag, "error table-too-wide");
  g_assert_nonnull (strstr (tz_diag_get (f->diag, 0)->message, "large"));
  flow_free (f);
}

static void test_too_wide_goes_on_sideways (void)
{
  TzDoc *doc = doc_with_papers ("h 序|*2|*2|*2\n. 1|*9|*9|*9\n");
  doc->page.n_papers = 1;
  for (int c = 1; c < 4; c++)
    tz_grid_column (table_of (doc)->grid, c)->floor = 50 * TZ_PT;
  table_of (doc)->sideways = TRUE;
  tz_grid_column (table_of (doc)->grid, 0)->key = TRUE;
  add_below (doc, 2);
  Flow *f = flow_of (doc);
  assert_findings (f->diag, "");
  GPtrArray *pages = f->layout->pages->pages;
  g_assert_cmpuint (pages->len, ==, 3);
  for (guint i = 0; i < pages->len; i++) {
    char *text = sketch_page_text (pages->pdata[i]);
    g_assert_true (g_str_has_prefix (text, "序|一完|1|一二三四"));
    g_assert_cmpint (g_str_has_suffix (text, "|一完"), ==, i == 2); /* the note */
    g_free (text);
  }
  flow_free (f);
}

static void test_paper_too_small (void)
{
  Flow *f = flow_of (doc_of ("h *100\n. 1\n", 50, 200));
  g_assert_null (f->layout);
  assert_findings (f->diag, "error paper-too-small");
  flow_free (f);
}

/* Five lines of a merged cell stay together, so a page must hold them. */
static void test_paper_too_small_for_a_label (void)
{
  Flow *f = flow_of (doc_of (". *25|1\n. ^|2\n", 100, 40));
  g_assert_null (f->layout);
  assert_findings (f->diag, "error paper-too-small");
  flow_free (f);
}

static void test_margins_wider_than_paper (void)
{
  TzDoc *doc = doc_of (". 1\n", 50, 50);
  doc->page.left = doc->page.right = 500 * TZ_PT;
  Flow *f = flow_of (doc);
  g_assert_null (f->layout);
  assert_findings (f->diag, "error table-too-wide");
  flow_free (f);
}

/* ---- glyphs ---- */

static void test_missing_glyph_names_its_cell (void)
{
  TzDoc *doc = doc_of (". 1|a\xEE\x80\x80\xEE\x80\x80\n", 100, 50);
  TzPlace source = { .file = g_intern_string ("tasks.csv"), .line = 7, .column = 3, .row = 7, .col = 2 };
  tz_grid_set_source (table_of (doc)->grid, 1, &source);
  Flow *f = flow_of (doc);
  assert_findings (f->diag, "warning missing-glyph 7:3 B7");
  const char *message = tz_diag_get (f->diag, 0)->message;
  g_assert_nonnull (strstr (message, "U+E000"));
  g_assert_null (strstr (strstr (message, "U+E000") + 1, "U+E000"));
  flow_free (f);
}

/* ---- goldens ---- */

static char *dump_of (TzDoc *take_doc)
{
  Flow *f = flow_of (take_doc);
  assert_findings (f->diag, "");
  char *table = tz_dump (f->layout, "table"), *pages = tz_dump (f->layout, "pages");
  char *dump = g_strconcat (table, pages, NULL);
  g_free (table);
  g_free (pages);
  flow_free (f);
  return dump;
}

static void assert_layout (TzDoc *take_doc, const char *name)
{
  char *dump = dump_of (take_doc);
  assert_golden ("layout", name, dump);
  g_free (dump);
}

static void golden_spans (void)
{
  assert_layout (
      doc_of ("h 部门|任务|进展\n. 能源局|*12|1\n. ^|^|2\n. ^|乙|3\n. 电力公司|<|4\n. ^|^|5\n", 150, 40),
      "spans-over-pages.txt");
}

static void golden_head (void)
{
  assert_layout (
      doc_of ("h 一级|<|<|<\nh 二级|<|<|备注\nh 三级|<|丁|^\nh 四级|丙|^|^\nh 甲|^|^|^\n. 1|2|3|4\n", 200, 100),
      "head-of-five-levels.txt");
}

static void golden_diagonal (void)
{
  TzDoc *doc = doc_of ("h 单位|一季度|二季度\n. 甲县|1|2\n", 150, 100);
  tz_grid_set_corner (table_of (doc)->grid, 0, "时间");
  assert_layout (doc, "diagonal-head.txt");
}

static void golden_section (void)
{
  TzDoc *doc = doc_of ("h 序|任务\n. 1|甲\n. 2|乙\ns 二、规范服务|<\n. 3|丙\n", 100, 40);
  table_of (doc)->section_outline = TRUE;
  assert_layout (doc, "section-carried-over.txt");
}

static void golden_cut (void)
{
  assert_layout (doc_of ("h 序|任务\n. 1|甲\n. 2|*45\n. 3|丙\n", 100, 70), "cut-row.txt");
}

static void golden_notes (void)
{
  TzDoc *doc = doc_of (". 1\n. 2\n. 3\n. 4\n", 60, 50);
  add_below (doc, 11)->space_before = 5 * TZ_PT;
  assert_layout (doc, "notes.txt");
}

static void golden_title (void)
{
  TzDoc *doc = doc_of ("h 头\n. 1\n. 2\n. 3\n. 4\n", 80, 80);
  add_above (doc, "附表2", FALSE);
  TzPara *title = add_above (doc, "重点任务台账", TRUE);
  title->style.align = TZ_ALIGN_CENTER;
  title->space_after = 5 * TZ_PT;
  title->outline = 1;
  add_above (doc, "单位：天", FALSE)->style.align = TZ_ALIGN_RIGHT;
  assert_layout (doc, "repeated-title.txt");
}

static void golden_solved (void)
{
  TzDoc *doc =
      doc_of ("h 序号|任务|责任单位|时限\n. 1|*60|能源局|2021年6月\n. 2|*24|国网电力公司|长期坚持\n", 300, 100);
  for (int c = 0; c < 4; c++)
    tz_grid_column (table_of (doc)->grid, c)->policy = TZ_WIDTH_AUTO;
  assert_layout (doc, "solved-columns.txt");
}

int main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parts/stay-together", test_parts_stay_together);
  g_test_add_func ("/parts/take-a-row-with-them", test_parts_take_a_row_with_them);
  g_test_add_func ("/flow/head-repeats", test_head_repeats);
  g_test_add_func ("/flow/head-does-not-repeat", test_head_does_not_repeat);
  g_test_add_func ("/flow/tall-head-does-not-repeat", test_tall_head_does_not_repeat);
  g_test_add_func ("/flow/title-repeats-if-asked", test_title_repeats_if_asked);
  g_test_add_func ("/flow/continued-line", test_continued_line);
  g_test_add_func ("/flow/long-title", test_long_title);
  g_test_add_func ("/flow/table-under-long-title", test_table_under_long_title_is_centred);
  g_test_add_func ("/flow/notes-stay-with-last-row", test_notes_stay_with_last_row);
  g_test_add_func ("/flow/long-notes-follow", test_long_notes_follow);
  g_test_add_func ("/flow/paragraph-is-cut", test_paragraph_is_cut_with_two_lines_on_each_side);
  g_test_add_func ("/flow/two-tables", test_two_tables);
  g_test_add_func ("/flow/table-begins-on-new-page", test_table_begins_on_new_page);
  g_test_add_func ("/flow/tables-share-pages", test_tables_share_pages);
  g_test_add_func ("/flow/no-body", test_no_body);
  g_test_add_func ("/flow/narrow-table-is-centred", test_narrow_table_is_centred);
  g_test_add_func ("/number/page-and-total", test_number_and_total);
  g_test_add_func ("/number/outer", test_outer_numbers);
  g_test_add_func ("/number/none", test_no_numbers);
  g_test_add_func ("/outline/sections", test_sections_in_outline);
  g_test_add_func ("/flow/section-low-on-page", test_section_low_on_page);
  g_test_add_func ("/outline/sections-under-title", test_sections_under_title);
  g_test_add_func ("/follow/pages", test_following_pages);
  g_test_add_func ("/follow/too-wide", test_following_too_wide);
  g_test_add_func ("/follow/outline", test_following_in_outline);
  g_test_add_func ("/outline/sections-not-asked-for", test_sections_not_in_outline);
  g_test_add_func ("/paper/first-readable", test_first_readable_paper);
  g_test_add_func ("/paper/last-that-holds", test_last_paper_that_holds);
  g_test_add_func ("/paper/table-too-wide", test_table_too_wide);
  g_test_add_func ("/paper/sideways", test_too_wide_goes_on_sideways);
  g_test_add_func ("/paper/too-small", test_paper_too_small);
  g_test_add_func ("/paper/too-small-for-a-label", test_paper_too_small_for_a_label);
  g_test_add_func ("/paper/margins-wider-than-paper", test_margins_wider_than_paper);
  g_test_add_func ("/flow/missing-glyph-names-its-cell", test_missing_glyph_names_its_cell);
  g_test_add_func ("/golden/spans-over-pages", golden_spans);
  g_test_add_func ("/golden/head-of-five-levels", golden_head);
  g_test_add_func ("/golden/diagonal-head", golden_diagonal);
  g_test_add_func ("/golden/section-carried-over", golden_section);
  g_test_add_func ("/golden/cut-row", golden_cut);
  g_test_add_func ("/golden/notes", golden_notes);
  g_test_add_func ("/golden/repeated-title", golden_title);
  g_test_add_func ("/golden/solved-columns", golden_solved);
  return g_test_run ();
}
