/* What stood around a table in its file is printed around it; a head need not be. */
#include "compose/table/document.h"
#include "help/findings.h"
#include "help/office.h"

#include <string.h>

#define COLUMNS "[column a]\n[column b]\n"
#define CSV     "a,b\n1,2\n"

static void add (GPtrArray *to, int line, const char *texts)
{
  g_auto (GStrv) list = g_strsplit (texts, "|", -1);
  TzPlace place = { .file = "data.csv", .line = line };
  tz_around_add (to, (const char *const *)list, &place);
}

/* A document of CSV with FORM and AROUND (taken). OVER is what a book says; "": nothing. */
static TzDoc *compose (const char *form, const char *over, const char *csv, TzAround *take_around)
{
  static const char *const files[] = { NULL };
  Office *office = office_new ();
  TzIni *ini = tz_ini_parse (over, strlen (over), "book.ini", office->diag);
  office_write (office, "form.ini", form);
  TzTemplate *loaded = tz_template_load (office_path (office, "form.ini"), ini, NULL, office->diag);
  TzRecords *records = tz_csv_parse (csv, strlen (csv), "data.csv", 0, office->diag);
  TzTemplate *adapted = tz_template_adapt (loaded, records, &(TzFormSource){ .stem = "data" }, office->diag);
  TzLedger *ledger = tz_ledger_load (records, tz_template_schema (adapted), office->diag);
  static const TzSpellings none;
  TzDoc *doc = tz_ledger_document (adapted, ledger, &none, take_around, "data", files, office->diag);
  assert_findings (office->diag, "");
  tz_around_free (take_around);
  tz_ledger_free (ledger);
  tz_template_free (adapted);
  tz_records_free (records);
  tz_template_free (loaded);
  tz_ini_free (ini);
  office_free (office);
  return doc;
}

/* "above + above / below", texts side by side with | between. */
static void assert_paras (TzDoc *take_doc, const char *expected)
{
  const TzTable *table = office_table (take_doc);
  const GPtrArray *lists[] = { table->above, table->below };
  GString *got = g_string_new (NULL);
  for (int list = 0; list < 2; list++) {
    g_string_append (got, list == 1 ? " / " : "");
    for (guint i = 0; i < lists[list]->len; i++) {
      const TzPara *para = lists[list]->pdata[i];
      g_autofree char *parts = para->parts ? g_strjoinv ("|", para->parts) : g_strdup (para->text);
      g_string_append_printf (got, "%s%s", i > 0 ? " + " : "", parts);
    }
  }
  g_assert_cmpstr (got->str, ==, expected);
  g_string_free (got, TRUE);
  tz_doc_free (take_doc);
}

static void test_order (void)
{
  TzAround *around = tz_around_new ();
  around->label = g_strdup ("附件");
  around->title = g_strdup ("题");
  around->subtitle = g_strdup ("（年）");
  around->unit = g_strdup ("单位：个");
  around->unit_place.line = 5;
  add (around->lines, 4, "填报单位：某局|日期：今天");
  add (around->lead, 6, "说明一句。");
  add (around->notes, 9, "注：后");
  add (around->sign, 10, "填表人：甲|审核人：乙|负责人：丙");
  assert_paras (compose (COLUMNS "[book]\nnotes = 注：前\n", "", CSV, around),
                "附件 + 题 + （年） + 填报单位：某局|日期：今天 + 单位：个 + 说明一句。 / "
                "注：前 + 注：后 + 填表人：甲|审核人：乙|负责人：丙");
}

static void test_unit_on_the_last_line (void)
{
  TzAround *around = tz_around_new ();
  around->unit = g_strdup ("单位：个");
  around->unit_place.line = 4;
  add (around->lines, 3, "某某市");
  add (around->lines, 4, "填报单位：某局");
  assert_paras (compose (COLUMNS, "", CSV, around), "某某市 + 填报单位：某局|单位：个 / ");
}

/* The file knows better than the form, and the book better than the file. */
static void test_file_before_form (void)
{
  TzAround *around = tz_around_new ();
  around->title = g_strdup ("文件的题");
  assert_paras (compose (COLUMNS "[book]\ntitle = 表式的题\n", "", CSV, around), "文件的题 / ");
}

static void test_book_before_file (void)
{
  TzAround *around = tz_around_new ();
  around->title = g_strdup ("文件的题");
  assert_paras (compose (COLUMNS, "[book]\ntitle = 书的题\n", CSV, around), "书的题 / ");
}

static void test_title_names_the_document (void)
{
  TzAround *around = tz_around_new ();
  around->title = g_strdup ("第一行\n第二行");
  TzDoc *doc = compose (COLUMNS, "", CSV, around);
  g_assert_cmpstr (doc->title, ==, "第一行 第二行");
  tz_doc_free (doc);
}

/* The room above and below stands around the lines as a block. */
static void test_room_around_a_block (void)
{
  TzAround *around = tz_around_new ();
  add (around->sign, 4, "填表人：甲");
  add (around->sign, 5, "审核人：乙");
  TzDoc *doc = compose (COLUMNS "[sign]\nspace-before = 5pt\nspace-after = 7pt\n", "", CSV, around);
  const TzPara *first = office_table (doc)->below->pdata[0], *last = office_table (doc)->below->pdata[1];
  g_assert_cmpint (first->space_before, ==, 5 * TZ_PT);
  g_assert_cmpint (first->space_after, ==, 0);
  g_assert_cmpint (last->space_before, ==, 0);
  g_assert_cmpint (last->space_after, ==, 7 * TZ_PT);
  tz_doc_free (doc);
}

static TzLen indent_of_lead (const char *form)
{
  TzAround *around = tz_around_new ();
  add (around->lead, 2, "说明一句。");
  TzDoc *doc = compose (form, "", CSV, around);
  TzLen indent = ((const TzPara *)office_table (doc)->above->pdata[0])->style.first_indent;
  tz_doc_free (doc);
  return indent;
}

static void test_lead_is_indented (void)
{
  g_assert_cmpint (indent_of_lead (COLUMNS "[lead]\nsize = 12pt\n"), ==, 24 * TZ_PT);
}

static void test_lead_indent_can_be_said (void)
{
  g_assert_cmpint (indent_of_lead (COLUMNS "[lead]\nindent = 0pt\n"), ==, 0);
}

/* ── column numbers ──────────────────────────────────────────────────────── */

static void assert_head (const char *form, const char *csv, const char *numbers, const char *expected)
{
  TzAround *around = tz_around_new ();
  around->column_numbers = g_strsplit (numbers, "|", -1);
  TzDoc *doc = compose (form, "", csv, around);
  const TzGrid *grid = office_table (doc)->grid;
  g_autofree char *got = office_grid_text (grid);
  g_assert_cmpstr (got, ==, expected);
  g_assert_cmpint (tz_grid_n_head (grid), ==, tz_grid_n_rows (grid) - 1);
  tz_doc_free (doc);
}

/* Titles span down to the numbers, and equal numbers are cells of their own. */
static void test_numbers_under_levels (void)
{
  assert_head ("[column a]\n[column b]\nheader = X / b\n[column c]\nheader = X / c\n", "a,b,c\n1,2,3\n", "甲||",
               "a|X|<\n^|b|c\n甲||\n1|2|3\n");
}

/* They go with their columns, which the form may have in another order, and may have more of. */
static void test_numbers_go_with_columns (void)
{
  assert_head ("[column b]\n[column x]\nneed = blank\n[column a]\n", "a,b\n1,2\n", "甲|乙",
               "b|x|a\n乙||甲\n2||1\n");
}

/* ── no head ─────────────────────────────────────────────────────────────── */

static void test_no_head (void)
{
  TzDoc *doc = compose (COLUMNS "[header]\nshow = no\n", "", "a,b\n姓名,甲\n", NULL);
  g_autofree char *got = office_grid_text (office_table (doc)->grid);
  g_assert_cmpstr (got, ==, "姓名|甲\n");
  g_assert_cmpint (tz_grid_n_head (office_table (doc)->grid), ==, 0);
  tz_doc_free (doc);
}

static void assert_card (const char *csv, const char *expected)
{
  TzDoc *doc = compose ("[header]\nshow = no\n[table]\nsection-rows = no\n[column a]\n[column b]\n[column c]\n"
                        "[column d]\n",
                        "", csv, NULL);
  g_autofree char *got = office_grid_text (office_table (doc)->grid);
  g_assert_cmpstr (got, ==, expected);
  tz_doc_free (doc);
}

static void test_card_with_wide_values (void)
{
  assert_card ("a,b,c,d\n姓名,甲,性别,\n事迹,一二三,,\n住址,,乙,\n",
               "姓名|甲|性别|\n事迹|一二三|<|<\n住址|<|乙|<\n");
}

static void test_card_with_a_value_to_come (void)
{
  assert_card ("a,b,c,d\n姓名,甲,性别,男\n单位意见,,,\n", "姓名|甲|性别|男\n单位意见||<|<\n");
}

/* Rows without a label of their own go on with it; a cell that is empty in all of them belongs to its left. */
static void test_card_with_a_group (void)
{
  assert_card ("a,b,c,d\n姓名,甲,性别,男\n经费,,预算,用去\n,年内,30,\n",
               "姓名|甲|性别|男\n经费||预算|用去\n^|年内|30|\n");
  assert_card ("a,b,c,d\n姓名,甲,性别,男\n目标,计划,,\n,修桥两座。,,\n",
               "姓名|甲|性别|男\n目标|计划|<|<\n^|修桥两座。|<|<\n");
}

/* Labels within labels go down as far as the next; an empty cell beside figures is a value to come. */
static void test_card_with_levels (void)
{
  assert_card ("a,b,c,d\n姓名,甲,性别,男\n指标,产出,桥,2\n,,路,\n,效益,人,9\n",
               "姓名|甲|性别|男\n指标|产出|桥|2\n^|^|路|\n^|效益|人|9\n");
}

/* Rows of figures without a head are no card. */
static void test_no_card (void)
{
  assert_card ("a,b,c,d\n1,甲,,男\n2,乙,,\n", "1|甲||男\n2|乙||\n");
}

/* Labels stand in the middle, sentences do not. */
static void test_card_alignment (void)
{
  TzDoc *doc =
      compose (COLUMNS "[header]\nshow = no\n", "", "a,b\n姓名,甲\n事迹,主持修桥两座，全村受益。\n", NULL);
  const TzGrid *grid = office_table (doc)->grid;
  g_assert_cmpint (tz_grid_style (grid, tz_grid_cell (grid, 0)->style)->text.align, ==, TZ_ALIGN_CENTER);
  g_assert_cmpint (tz_grid_style (grid, tz_grid_cell (grid, 3)->style)->text.align, ==, TZ_ALIGN_JUSTIFY);
  tz_doc_free (doc);
}

/* Longer than any label. */
static void test_card_with_a_text_alone (void)
{
  assert_card ("a,b,c,d\n姓名,甲,性别,男\n一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一,,,\n",
               "姓名|甲|性别|男\n一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一|<|<|<\n");
}

/* Where the file has merged cells they tell, and empty ones do not. */
static void test_card_whose_merges_are_known (void)
{
  TzDoc *doc =
      compose ("[header]\nshow = no\n[table]\nsection-rows = no\n[column a]\n[column b]\nmerge = across\n"
               "[column c]\n",
               "", "a,b,c\n姓名,,\n事迹,甲,\n", NULL);
  g_autofree char *got = office_grid_text (office_table (doc)->grid);
  g_assert_cmpstr (got, ==, "姓名|<|\n事迹|甲|\n");
  tz_doc_free (doc);
}

/* A long title breaks between words, like that of a letter. */
static void test_title_breaks (void)
{
  TzAround *around = tz_around_new ();
  around->title = g_strdup ("题");
  TzDoc *doc = compose (COLUMNS, "", CSV, around);
  const TzPara *title = g_ptr_array_index (office_table (doc)->above, 0);
  g_assert_cmpint (title->style.wrap, ==, TZ_WRAP_TITLE);
  tz_doc_free (doc);
}

/* What later pages begin with, in its own style. */
static void test_continued (void)
{
  TzDoc *doc = compose ("[book]\ncontinued-line = 续表\n[continued-line]\nalign = center\n" COLUMNS, "", CSV,
                        tz_around_new ());
  const TzTable *table = office_table (doc);
  g_assert_nonnull (table->continued);
  g_assert_cmpstr (table->continued->text, ==, "续表");
  g_assert_cmpint (table->continued->style.align, ==, TZ_ALIGN_CENTER);
  tz_doc_free (doc);
}

int main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/around/order", test_order);
  g_test_add_func ("/around/unit-on-the-last-line", test_unit_on_the_last_line);
  g_test_add_func ("/around/file-before-form", test_file_before_form);
  g_test_add_func ("/around/book-before-file", test_book_before_file);
  g_test_add_func ("/around/title-names-the-document", test_title_names_the_document);
  g_test_add_func ("/around/room-around-a-block", test_room_around_a_block);
  g_test_add_func ("/around/lead-is-indented", test_lead_is_indented);
  g_test_add_func ("/around/lead-indent-can-be-said", test_lead_indent_can_be_said);
  g_test_add_func ("/numbers/under-levels", test_numbers_under_levels);
  g_test_add_func ("/numbers/go-with-columns", test_numbers_go_with_columns);
  g_test_add_func ("/head/none", test_no_head);
  g_test_add_func ("/card/wide-values", test_card_with_wide_values);
  g_test_add_func ("/card/a-value-to-come", test_card_with_a_value_to_come);
  g_test_add_func ("/card/group", test_card_with_a_group);
  g_test_add_func ("/card/levels", test_card_with_levels);
  g_test_add_func ("/card/none", test_no_card);
  g_test_add_func ("/card/alignment", test_card_alignment);
  g_test_add_func ("/card/a-text-alone", test_card_with_a_text_alone);
  g_test_add_func ("/card/whose-merges-are-known", test_card_whose_merges_are_known);
  g_test_add_func ("/around/title-breaks", test_title_breaks);
  g_test_add_func ("/around/continued", test_continued);
  return g_test_run ();
}
