/* A CSV without a form: what is recognised in it. */
#include <string.h>

#include "compose/form/generic.h"
#include "help/findings.h"
#include "help/office.h"

static TzDoc *compose (Office *office, const char *name, const char *csv)
{
  office_write (office, name, csv);
  TzDoc *doc = office_compose (office, name, 0, NULL, NULL);
  assert_findings (office->diag, "");
  return doc;
}

static void check (const char *csv, const char *grid)
{
  Office *office = office_new ();
  TzDoc *doc = compose (office, "data.csv", csv);
  char *text = office_grid_text (office_table (doc)->grid);
  g_assert_cmpstr (text, ==, grid);
  g_free (text);
  tz_doc_free (doc);
  office_free (office);
}

static void test_header_levels (void)
{
  check ("市,投资/计划,投资/完成\n甲,1,2\n", "市|投资|<\n^|计划|完成\n甲|1|2\n");
}

static void test_slash_in_brackets (void)
{
  check ("价/电价(元/千瓦时),价/电量（千瓦/户）\n1,2\n", "价|<\n电价(元/千瓦时)|电量（千瓦/户）\n1|2\n");
}

static void test_double_slash (void)
{
  check ("价/是//否,价/b\n1,2\n", "价|<\n是/否|b\n1|2\n");
}

static void test_lone_slash (void)
{
  check ("任务,是/否\n甲,是\n", "任务|是/否\n甲|是\n");
}

static void test_joined_header (void)
{
  check ("市,措施,,人\n甲,a,b,c\n", "市|措施|<|人\n甲|a|b|c\n");
}

static void test_special_titles (void)
{
  check ("a|b,{x},c;d\\n\n1,2,3\n", "a|b|{x}|c;d\\n\n1|2|3\n");
}

/* ---- merges: leading columns with gaps show groups ---- */

static void test_merges (void)
{
  check ("类别,序号,任务\n甲,1,a\n,2,b\n乙,3,c\n", "类别|序号|任务\n甲|1|a\n^|2|b\n乙|3|c\n");
}

/* 序号 counts the tasks, each of several rows. */
static void test_merged_number (void)
{
  check ("序号,事项,措施\n1,甲,a\n,,b\n2,乙,c\n", "序号|事项|措施\n1|甲|a\n^|^|b\n2|乙|c\n");
}

static void test_merges_after_number (void)
{
  check ("序号,类别,任务,备注\n1,甲,a,x\n2,,b,\n", "序号|类别|任务|备注\n1|甲|a|x\n2|^|b|\n");
}

/* It need not be called so, */
static void test_merges_after_figures (void)
{
  check ("年份,类别,任务\n2031,甲,a\n2032,,b\n", "年份|类别|任务\n2031|甲|a\n2032|^|b\n");
}

/* and if it is, it need not be of digits. */
static void test_merges_after_hanzi_number (void)
{
  check ("序号,类别,任务\n一,甲,a\n二,,b\n", "序号|类别|任务\n一|甲|a\n二|^|b\n");
}

/* A first column of texts without gaps names the rows: what is empty behind it is blank. */
static void test_no_merges_after_name (void)
{
  check ("事项,牵头,备注\n甲,一处,x\n乙,,y\n", "事项|牵头|备注\n甲|一处|x\n乙||y\n");
}

static void test_no_merges_behind_full_column (void)
{
  check ("类别,任务,牵头\n甲,a,一处\n,b,\n", "类别|任务|牵头\n甲|a|一处\n^|b|\n");
}

/* Its first cell is empty: there is nothing that the gaps could go on with. */
static void test_no_merges_without_first (void)
{
  check ("章,节,任务\n甲,,a\n,一,b\n,,c\n", "章|节|任务\n甲||a\n^|一|b\n^||c\n");
}

static void test_no_merges (void)
{
  check ("类别,牵头,备注\n甲,一处,x\n,二处,\n乙,,y\n", "类别|牵头|备注\n甲|一处|x\n|二处|\n乙||y\n");
}

/* No column is full, but each leading one is filled wherever its neighbour on the left is: groups in groups. */
static void test_merges_nested (void)
{
  check ("序号,领域,事项,对象\n1,水务,水厂,城区\n,,,乡镇\n,,管网,\n2,燃气,气站,\n,,,\n,,瓶装,商户\n",
         "序号|领域|事项|对象\n1|水务|水厂|城区\n^|^|^|乡镇\n^|^|管网|\n2|燃气|气站|\n^|^|瓶装|商户\n");
}

/* One column with gaps alone shows groups if it numbers them. */
static void test_merges_number_alone (void)
{
  check ("序号,领域,对象\n1,水务,\n,,乡镇\n2,,商户\n", "序号|领域|对象\n1|水务|\n^||乡镇\n2||商户\n");
}

/* The full column that ends the groups is none of them. */
static void test_end_is_not_merged (void)
{
  static const char text[] = "类别,任务\n甲,a\n,b\n";
  TzDiag *diag = tz_diag_new ();
  TzRecords *csv = tz_csv_parse (text, strlen (text), "data.csv", ',', diag);
  TzIni *ini = tz_generic_infer (csv, "data", "data.csv");
  g_assert_nonnull (tz_ini_lookup (ini, "column", "c1", "merge"));
  g_assert_null (tz_ini_lookup (ini, "column", "c2", "merge"));
  tz_ini_free (ini);
  tz_records_free (csv);
  tz_diag_free (diag);
}

/* A new group in the column before ends the one beside it. */
static void test_merges_within_group (void)
{
  check ("类别,牵头,任务\n甲,一处,a\n,,b\n乙,,c\n", "类别|牵头|任务\n甲|一处|a\n^|^|b\n乙||c\n");
}

/* Headings of sections have gaps by nature: they do not count, */
static void test_merges_beside_sections (void)
{
  check ("类别,任务,备注\n一、总则,,\n甲,a,x\n,b,\n二、附则,,\n乙,c,\n",
         "类别|任务|备注\n一、总则|<|<\n甲|a|x\n^|b|\n二、附则|<|<\n乙|c|\n");
}

/* nor do rows of totals, */
static void test_merges_beside_totals (void)
{
  check ("类别,任务,备注\n甲,a,x\n,b,\n合计,,2\n", "类别|任务|备注\n甲|a|x\n^|b|\n合计|<|2\n");
}

/* unless all rows look like that. */
static void test_rows_like_sections (void)
{
  Office *office = office_new ();
  TzDoc *doc = compose (office, "data.csv", "事项,结果\n一、甲,\n二、乙,\n");
  const TzGrid *grid = office_table (doc)->grid;
  g_assert_cmpint (tz_grid_get_column (grid, 0)->floor, ==, 40 * TZ_PT); /* 一、甲 and its padding */
  tz_doc_free (doc);
  office_free (office);
}

/* ---- rows of other kinds ---- */

static void test_sections (void)
{
  check ("序号,任务\n一、总则,\n1,a\n", "序号|任务\n一、总则|<\n1|a\n");
}

static void test_totals (void)
{
  check ("市,县,数\n甲市,a,1\n,b,2\n合计,,3\n", "市|县|数\n甲市|a|1\n^|b|2\n合计|<|3\n");
}

/* The columns before the table's first one are none of it. */
static void test_begins_further_right (void)
{
  check (",,序号,事项\n,,1,修桥\n,,2,铺路\n", "序号|事项\n1|修桥\n2|铺路\n");
}

static const TzCellStyle *style_at (const TzDoc *doc, int row, int col)
{
  const TzGrid *grid = office_table (doc)->grid;
  return tz_grid_style (grid, tz_grid_cell (grid, tz_grid_index_at (grid, row, col))->style);
}

static void test_types (void)
{
  Office *office = office_new ();
  TzDoc *doc =
      compose (office, "data.csv", "名,数,小数,空,文,序号,\"序\n号\"\n甲,1,1.5,,a,1,1\n乙,--,20.25,,2,2,2\n");
  g_assert_cmpint (style_at (doc, 1, 1)->type, ==, TZ_VALUE_NUMBER);
  g_assert_cmpint (style_at (doc, 1, 1)->text.align, ==, TZ_ALIGN_DECIMAL);
  g_assert_cmpint (style_at (doc, 1, 2)->text.align, ==, TZ_ALIGN_DECIMAL);
  g_assert_cmpint (style_at (doc, 1, 5)->text.align, ==, TZ_ALIGN_CENTER);
  g_assert_cmpint (style_at (doc, 1, 6)->text.align, ==, TZ_ALIGN_CENTER);
  g_assert_cmpint (style_at (doc, 1, 3)->fill.kind, ==, TZ_FILL_NONE);
  g_assert_cmpint (style_at (doc, 1, 4)->type, ==, TZ_VALUE_TEXT);
  tz_doc_free (doc);
  office_free (office);
}

static void test_floors (void)
{
  Office *office = office_new ();
  TzDoc *doc = compose (office, "data.csv", "序号,内容\n1,这是一段比六个字长得多的文字所以要折行\n");
  const TzGrid *grid = office_table (doc)->grid;
  g_assert_cmpint (tz_grid_get_column (grid, 0)->floor, ==, 30 * TZ_PT); /* 序号 and its padding */
  g_assert_cmpint (tz_grid_get_column (grid, 1)->floor, >, tz_grid_get_column (grid, 0)->floor);
  tz_doc_free (doc);
  office_free (office);
}

/* However many columns, their floors together fit the largest paper. */
static void test_many_columns (void)
{
  Office *office = office_new ();
  GString *csv = g_string_new ("a0");
  for (int i = 1; i < 60; i++)
    g_string_append_printf (csv, ",a%d", i);
  g_string_append (csv, "\n这是一段很长的文字");
  for (int i = 1; i < 60; i++)
    g_string_append (csv, ",这是一段很长的文字");
  g_string_append_c (csv, '\n');
  TzDoc *doc = compose (office, "data.csv", csv->str);
  TzLen sum = 0;
  for (int i = 0; i < 60; i++)
    sum += tz_grid_get_column (office_table (doc)->grid, i)->floor;
  g_assert_cmpint (sum, <=, tz_len_from_mm (380));
  tz_doc_free (doc);
  g_string_free (csv, TRUE);
  office_free (office);
}

static void test_title (void)
{
  Office *office = office_new ();
  TzDoc *doc = compose (office, "重点任务.csv", "a\n1\n");
  g_assert_cmpuint (office_table (doc)->above->len, ==, 1);
  g_assert_cmpstr (doc->title, ==, "重点任务");
  tz_doc_free (doc);
  doc = compose (office, "tasks.csv", "a\n1\n");
  g_assert_cmpuint (office_table (doc)->above->len, ==, 0);
  g_assert_cmpint (doc->page.n_papers, ==, 3);
  tz_doc_free (doc);
  office_free (office);
}

/* What was recognised can be overruled by column. */
static void test_overrule (void)
{
  static const char *const sets[] = { "column c1.merge=no", "column c2.header=内容", "book.title=题", NULL };
  Office *office = office_new ();
  office_write (office, "data.csv", "类别,任务\n甲,a\n,b\n");
  TzDoc *doc = office_compose (office, "data.csv", 0, NULL, sets);
  assert_findings (office->diag, "");
  char *text = office_grid_text (office_table (doc)->grid);
  g_assert_cmpstr (text, ==, "类别|内容\n甲|a\n|b\n");
  g_assert_cmpstr (doc->title, ==, "题");
  g_free (text);
  tz_doc_free (doc);
  office_free (office);
}

/* Cells and titles at random: some grid or findings, never a crash. */
static void test_odd_data (void)
{
  static const char *const cells[] = { "",      "",      "",    "1",  "合计", "小计", "一、x",    "a/b",
                                       "a//b",  "(a/b)", "{x}", "\\", "--",   "3",    "\"a\nb\"", "1.5",
                                       "第1章", "|",     "%",   "/",  "//",   "<p>" };
  GRand *rand = g_rand_new_with_seed (1510);
  for (int round = 0; round < 300; round++) {
    Office *office = office_new ();
    GString *csv = g_string_new (NULL);
    int n_cols = g_rand_int_range (rand, 1, 7), n_rows = g_rand_int_range (rand, 1, 12);
    for (int i = 0; i < n_rows * n_cols; i++)
      g_string_append_printf (csv, "%s%c", cells[g_rand_int_range (rand, 0, (int)G_N_ELEMENTS (cells))],
                              i % n_cols == n_cols - 1 ? '\n' : ',');
    office_write (office, "data.csv", csv->str);
    tz_doc_free (office_compose (office, "data.csv", 0, round % 2 ? "ledger" : NULL, NULL));
    g_string_free (csv, TRUE);
    office_free (office);
  }
  g_rand_free (rand);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/generic/begins-further-right", test_begins_further_right);
  g_test_add_func ("/generic/header-levels", test_header_levels);
  g_test_add_func ("/generic/slash-in-brackets", test_slash_in_brackets);
  g_test_add_func ("/generic/double-slash", test_double_slash);
  g_test_add_func ("/generic/lone-slash-is-text", test_lone_slash);
  g_test_add_func ("/generic/joined-header", test_joined_header);
  g_test_add_func ("/generic/special-marks-in-titles", test_special_titles);
  g_test_add_func ("/generic/merges", test_merges);
  g_test_add_func ("/generic/merged-number", test_merged_number);
  g_test_add_func ("/generic/merges-after-a-number", test_merges_after_number);
  g_test_add_func ("/generic/merges-after-figures", test_merges_after_figures);
  g_test_add_func ("/generic/merges-after-a-hanzi-number", test_merges_after_hanzi_number);
  g_test_add_func ("/generic/gaps-behind-a-name-are-blank", test_no_merges_after_name);
  g_test_add_func ("/generic/gaps-behind-a-full-column-are-blank", test_no_merges_behind_full_column);
  g_test_add_func ("/generic/gaps-without-a-first-cell-are-blank", test_no_merges_without_first);
  g_test_add_func ("/generic/gaps-without-an-end-are-blank", test_no_merges);
  g_test_add_func ("/generic/groups-without-a-full-column", test_merges_nested);
  g_test_add_func ("/generic/groups-by-number-alone", test_merges_number_alone);
  g_test_add_func ("/generic/end-of-groups-is-not-merged", test_end_is_not_merged);
  g_test_add_func ("/generic/merges-end-with-their-group", test_merges_within_group);
  g_test_add_func ("/generic/merges-beside-sections", test_merges_beside_sections);
  g_test_add_func ("/generic/merges-beside-totals", test_merges_beside_totals);
  g_test_add_func ("/generic/rows-that-all-look-like-sections", test_rows_like_sections);
  g_test_add_func ("/generic/sections", test_sections);
  g_test_add_func ("/generic/totals", test_totals);
  g_test_add_func ("/generic/types", test_types);
  g_test_add_func ("/generic/floors", test_floors);
  g_test_add_func ("/generic/many-columns", test_many_columns);
  g_test_add_func ("/generic/title", test_title);
  g_test_add_func ("/generic/overrule", test_overrule);
  g_test_add_func ("/generic/odd-data", test_odd_data);
  return g_test_run ();
}
