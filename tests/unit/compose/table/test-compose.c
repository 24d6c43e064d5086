/* Ledgers become grids and documents as their forms say. */
#include <string.h>

#include "help/findings.h"
#include "help/office.h"

#define TWO_COLUMNS "[column a]\ntitles = 甲\n[column b]\ntitles = 乙\n"

/* ── header ──────────────────────────────────────────────────────────────── */

static void test_two_levels (void)
{
  assert_grid ("[column a]\n[column b]\nheader = X / {column}\n[column c]\nheader = X / y\n", "a,b,c\n1,2,3\n",
               "a|X|<\n^|b|y\n1|2|3\n", "");
}

static void test_five_levels (void)
{
  assert_grid ("[column a]\nheader = 1 / 2 / 3 / 4 / 5\n[column b]\nheader = 1 / 2 / 3 / 4 / 6\n"
               "[column c]\nheader = 1 / 2 / 3 / 7\n[column d]\nheader = 1\n",
               "a,b,c,d\nw,x,y,z\n", "1|<|<|1\n2|<|<|^\n3|<|<|^\n4|<|7|^\n5|6|^|^\nw|x|y|z\n", "");
}

/* Neighbours with the whole path equal share one cell. */
static void test_shared_leaf (void)
{
  assert_grid ("[column a]\n[column b]\nheader = X\n[column c]\nheader = X\n", "a,b,c\n1,2,3\n",
               "a|X|<\n1|2|3\n", "");
}

/* Equal texts under different parents are different cells. */
static void test_not_shared (void)
{
  assert_grid ("[column a]\nheader = X / n\n[column b]\nheader = Y / n\n", "a,b\n1,2\n", "X|Y\nn|n\n1|2\n", "");
}

static void test_gap_in_path (void)
{
  assert_grid ("[column a]\nheader = X /  / n\n[column b]\nheader = Y / m / n\n", "a,b\n1,2\n",
               "X|Y\n^|m\nn|n\n1|2\n", "");
}

static void test_header_breaks (void)
{
  assert_grid ("[column a]\nheader = 受理\\n(签约) 元/千瓦\n", "a\n1\n", "受理\\n(签约) 元/千瓦\n1\n", "");
}

static void test_diagonal (void)
{
  Office *office = office_new ();
  office_write (office, "form.ini", "[column a]\ndiagonal = 地区 | 指标\n[column b]\nheader = X / b\n");
  office_write (office, "data.csv", "a,b\n1,2\n");
  TzDoc *doc = office_compose (office, "data.csv", 0, "form.ini", NULL);
  const TzGrid *grid = office_table (doc)->grid;
  const TzCell *cell = tz_grid_cell (grid, tz_grid_index_at (grid, 0, 0));
  g_assert_cmpstr (cell->text, ==, "地区");
  g_assert_cmpstr (tz_grid_corner (grid, tz_grid_index_at (grid, 0, 0)), ==, "指标");
  g_assert_cmpint (cell->row_span, ==, 2);
  tz_doc_free (doc);
  office_free (office);
}

/* ── body ────────────────────────────────────────────────────────────────── */

static void test_ledger (void)
{
  assert_grid ("[column n]\ntitles = 序号\nmeans = number\nmerge = down\n"
               "[column t]\ntitles = 任务\nmerge = down\nheader = 国家任务\n"
               "[column c]\ntitles = 内容\nmerge = down\nheader = 国家任务\n[column l]\ntitles = 本省\n",
               "序号,任务,内容,本省\n一、总则,,,\n1,甲,a,x\n,,b,y\n二、任务,,,\n1,乙,,z\n,,,w\n",
               "序号|国家任务|<|本省\n一、总则|<|<|<\n1|甲|a|x\n^|^|b|y\n二、任务|<|<|<\n1|乙||z\n^|^|^|w\n",
               "");
}

static void test_across (void)
{
  assert_grid ("[column a]\n[column b]\nmerge = across\n[column c]\nmerge = both\n[column d]\n",
               "a,b,c,d\n1,,,x\n2,y,,x\n3,z,w,x\n4,u,,x\n", "a|b|c|d\n1|<|<|x\n2|y|<|x\n3|z|w|x\n4|u|^|x\n",
               "");
}

static void test_row_flags (void)
{
  Office *office = office_new ();
  office_write (office, "form.ini",
                TWO_COLUMNS "type = number\n[total t]\nlabels = 合计\n[table]\nmin-height = 10mm\n");
  office_write (office, "data.csv", "甲,乙\n一、x,\na,1\n合计,1\n");
  TzDoc *doc = office_compose (office, "data.csv", 0, "form.ini", NULL);
  const TzGrid *grid = office_table (doc)->grid;
  g_assert_cmpuint (tz_grid_row (grid, 0)->flags, ==, TZ_ROW_HEAD | TZ_ROW_KEEP_NEXT);
  g_assert_cmpuint (tz_grid_row (grid, 1)->flags, ==, TZ_ROW_SECTION | TZ_ROW_KEEP_NEXT);
  g_assert_cmpuint (tz_grid_row (grid, 2)->flags, ==, TZ_ROW_KEEP_NEXT);
  g_assert_cmpuint (tz_grid_row (grid, 3)->flags, ==, TZ_ROW_TOTAL);
  g_assert_cmpint (tz_grid_row (grid, 1)->min_height, ==, 0);
  g_assert_cmpint (tz_grid_row (grid, 2)->min_height, ==, tz_len_from_mm (10));
  tz_doc_free (doc);
  office_free (office);
}

static void test_total_label (void)
{
  assert_grid (
      "[column n]\n[column a]\n[column b]\n[column m]\ntype = number\n[column r]\n[total t]\nlabels = 合计\n",
      "n,a,b,m,r\n1,x,y,2,z\n,合计,,2,\n", "n|a|b|m|r\n1|x|y|2|z\n合计|<|<|2|\n", "");
}

static void test_subtotal_in_group (void)
{
  assert_grid ("[column a]\nmerge = down\n[column b]\n[column m]\ntype = number\n"
               "[total t]\nlabels = 小计\ncolumn = b\nscope = group\nposition = first\n",
               "a,b,m\n甲,小计,3\n,x,1\n,y,2\n", "a|b|m\n甲|小计|3\n^|x|1\n^|y|2\n", "");
}

/* What names a row is said again where the row goes on: number, name, and merged groups, but no content. */
static void test_labels (void)
{
  static const gboolean labels[] = { TRUE, TRUE, TRUE, FALSE, FALSE };
  Office *office = office_new ();
  office_write (office, "form.ini",
                "[column group]\nmerge = down\n[column number]\nmeans = number\n[column name]\nmeans = name\n"
                "[column content]\nmeans = content\nmerge = down\n[column note]\n");
  office_write (office, "data.csv", "group,number,name,content,note\n甲,1,a,b,c\n");
  TzDoc *doc = office_compose (office, "data.csv", 0, "form.ini", NULL);
  assert_findings (office->diag, "");
  const TzGrid *grid = office_table (doc)->grid;
  for (int col = 0; col < 5; col++)
    g_assert_cmpint (tz_grid_cell (grid, tz_grid_index_at (grid, 1, col))->label, ==, labels[col]);
  tz_doc_free (doc);
  office_free (office);
}

static void test_fill_in (void)
{
  Office *office = office_new ();
  office_write (
      office, "form.ini",
      "[column a]\n[column b]\nneed = blank\nfill = choice\nchoices = 是; 否 ;\nprompt = 请选{region}\n"
      "[book]\nregion = 一项\n");
  office_write (office, "data.csv", "a\nx\n");
  TzDoc *doc = office_compose (office, "data.csv", 0, "form.ini", NULL);
  assert_findings (office->diag, "");
  const TzGrid *grid = office_table (doc)->grid;
  const TzCellStyle *style = tz_grid_style (grid, tz_grid_cell (grid, tz_grid_index_at (grid, 1, 1))->style);
  g_assert_cmpint (style->fill.kind, ==, TZ_FILL_CHOICE);
  g_assert_cmpstr (style->fill.choices, ==, "是;否");
  g_assert_cmpstr (style->fill.prompt, ==, "请选一项");
  tz_doc_free (doc);
  office_free (office);
}

static void test_no_section_rows (void)
{
  assert_grid (TWO_COLUMNS "[table]\nsection-rows = no\n", "甲,乙\nx,\ny,1\n", "甲|乙\nx|\ny|1\n", "");
}

/* Figures stand on their points where the form does not say otherwise, dates in the middle. */
static void test_types_align (void)
{
  static const TzAlign wanted[] = { TZ_ALIGN_LEFT, TZ_ALIGN_DECIMAL, TZ_ALIGN_DECIMAL, TZ_ALIGN_CENTER,
                                    TZ_ALIGN_CENTER };
  Office *office = office_new ();
  office_write (office, "form.ini",
                "[text]\nalign = left\n[column t]\n[column n]\ntype = number\n[column p]\ntype = percent\n"
                "[column d]\ntype = date\n[column c]\ntype = number\nalign = center\n");
  office_write (office, "data.csv", "t,n,p,d,c\n甲,1,2%,2021-01-02,3\n");
  TzDoc *doc = office_compose (office, "data.csv", 0, "form.ini", NULL);
  const TzGrid *grid = office_table (doc)->grid;
  for (int col = 0; col < 5; col++)
    g_assert_cmpint (
        tz_grid_style (grid, tz_grid_cell (grid, tz_grid_index_at (grid, 1, col))->style)->text.align, ==,
        wanted[col]);
  tz_doc_free (doc);
  office_free (office);
}

static void test_sources (void)
{
  Office *office = office_new ();
  office_write (office, "form.ini", TWO_COLUMNS);
  office_write (office, "data.csv", "乙,甲\n1,2\n");
  TzDoc *doc = office_compose (office, "data.csv", 0, "form.ini", NULL);
  const TzGrid *grid = office_table (doc)->grid;
  int cell = tz_grid_index_at (grid, 1, 0);
  g_assert_cmpstr (tz_grid_cell (grid, cell)->text, ==, "2");
  TzPlace source = tz_grid_source (grid, cell);
  g_assert_true (source.file && g_str_has_suffix (source.file, "data.csv"));
  g_assert_cmpint (source.line, ==, 2);
  g_assert_cmpint (source.column, ==, 3);
  g_assert_cmpint (source.row, ==, 2);
  g_assert_cmpint (source.col, ==, 2);
  tz_doc_free (doc);
  office_free (office);
}

/* ── variants ────────────────────────────────────────────────────────────── */

static const char variants[] =
    "[book]\ntitle = plain\nlabel = 附件\n"
    "[column a]\n[column b]\nneed = optional\n[column c]\nneed = optional\n"
    "[variant both]\nhas = b, c\ntitle = both\nlabel =\ncolumn a.header = A / {column}\n"
    "[variant only-b]\nhas = b\nlacks = c\npage.paper = A3\n";

static void check_variant (const char *csv, const char *title, const char *label, const char *paper, int n_head)
{
  Office *office = office_new ();
  office_write (office, "form.ini", variants);
  office_write (office, "data.csv", csv);
  TzDoc *doc = office_compose (office, "data.csv", 0, "form.ini", NULL);
  assert_findings (office->diag, "");
  const TzTable *table = office_table (doc);
  g_assert_cmpstr (doc->title, ==, title);
  g_assert_cmpuint (table->above->len, ==, label ? 2 : 1);
  g_assert_cmpstr (((TzPara *)table->above->pdata[0])->text, ==, label ? label : title);
  g_assert_cmpstr (doc->page.papers[0].name, ==, paper);
  g_assert_cmpint (tz_grid_n_head (table->grid), ==, n_head);
  tz_doc_free (doc);
  office_free (office);
}

static void test_variants (void)
{
  check_variant ("a\n1\n", "plain", "附件", "A4", 1);
  check_variant ("a,b\n1,2\n", "plain", "附件", "A3", 1);
  check_variant ("a,b,c\n1,2,3\n", "both", NULL, "A4", 2);
}

/* ── document ────────────────────────────────────────────────────────────── */

static void test_document (void)
{
  Office *office = office_new ();
  const char *const sets[] = { "book.organ=示例局", NULL };
  office_write (office, "form.ini",
                TWO_COLUMNS
                "[book]\nlabel = 附件1\ntitle = 标题\\n下半\nunit-line = 单位：个\nnotes = 注：1.甲\n"
                "        2.乙\n"
                "[title]\nrepeat = yes\n[notes]\nspace-before = 4pt\nspace-after = 6pt\n"
                "[page]\npaper = A4, A3 landscape\nnumber = outer\nnumber-form = 第{page}页\n"
                "[table]\ncontinued = mark\n[rules]\nouter = 2pt\nhead = thick\n[excel]\nfreeze-columns = "
                "9\nzoom = 80\n");
  office_write (office, "data.csv", "甲,乙\n1,2\n");
  TzDoc *doc = office_compose (office, "data.csv", 0, "form.ini", sets);
  assert_findings (office->diag, "");
  const TzTable *table = office_table (doc);
  const TzPara *title = table->above->pdata[1];
  g_assert_cmpstr (doc->title, ==, "标题 下半");
  g_assert_cmpstr (doc->author, ==, "示例局");
  g_assert_cmpstr (doc->lang, ==, "zh-CN");
  g_assert_cmpstr (title->text, ==, "标题\n下半");
  g_assert_true (title->repeat);
  g_assert_cmpint (title->outline, ==, 1);
  g_assert_cmpuint (table->below->len, ==, 2);
  g_assert_cmpint (((TzPara *)table->below->pdata[0])->space_before, ==, 4 * TZ_PT);
  g_assert_cmpint (((TzPara *)table->below->pdata[1])->space_before, ==, 0);
  g_assert_cmpint (((TzPara *)table->below->pdata[1])->space_after, ==, 6 * TZ_PT);
  g_assert_cmpint (doc->page.n_papers, ==, 2);
  g_assert_cmpint (doc->page.papers[1].width, >, doc->page.papers[1].height);
  g_assert_cmpstr (doc->page.number_form, ==, "第{page}页");
  g_assert_cmpint (tz_grid_continued (table->grid), ==, TZ_CONTINUED_MARK);
  g_assert_cmpint (tz_grid_rules (table->grid)->outer, ==, 2 * TZ_PT);
  g_assert_cmpint (table->freeze_cols, ==, 2);
  g_assert_cmpint (doc->excel.zoom, ==, 80);
  tz_doc_free (doc);
  office_free (office);
}

static void test_date (void)
{
  Office *office = office_new ();
  office_write (office, "form.ini", TWO_COLUMNS);
  office_write (office, "data.csv", "甲,乙\n1,2\n");
  g_setenv ("SOURCE_DATE_EPOCH", "1000000000", TRUE);
  TzDoc *doc = office_compose (office, "data.csv", 0, "form.ini", NULL);
  g_assert_cmpint (doc->date, ==, 1000000000);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  tz_doc_free (doc);
  office_free (office);
}

static char *units_of_row (const TzGrid *grid, int row)
{
  const char *const *units = tz_grid_row (grid, row)->units;
  return units ? g_strjoinv (" | ", (char **)units) : g_strdup ("none");
}

/* A row has the units of its own cell, not those of one that reaches down to it. */
static void test_units (void)
{
  static const char *const wanted[] = { "none", "甲局 | 丙局", "none", "示例（集团）公司", "none" };
  Office *office = office_new ();
  office_write (office, "form.ini",
                "[column a]\n[column b]\nmeans = owner\nmerge = down\n[total t]\nlabels = 合计\n");
  office_write (office, "data.csv", "a,b\n1,甲局、甲局/丙局\n2,\n3,示例(集团)公司\n合计,丁局\n");
  TzDoc *doc = office_compose (office, "data.csv", 0, "form.ini", NULL);
  const TzGrid *grid = office_table (doc)->grid;
  for (int row = 0; row < tz_grid_n_rows (grid); row++) {
    g_autofree char *units = units_of_row (grid, row);
    g_assert_cmpstr (units, ==, wanted[row]);
  }
  tz_doc_free (doc);
  office_free (office);
}

/* Merges, totals and gaps at random: every place of the grid belongs to one cell
 * (the grid itself refuses a second). */
static void test_odd_merges (void)
{
  static const char *const merges[] = { "no", "down", "down-alone", "across", "both" };
  static const char *const cells[] = { "", "", "", "", "x", "合计", "小计", "1" };
  GRand *rand = g_rand_new_with_seed (4096);
  for (int round = 0; round < 500; round++) {
    Office *office = office_new ();
    GString *form =
        g_string_new ("[total s]\nlabels = 小计\nscope = group\n[total t]\nlabels = 合计\ncolumn = c2\n");
    GString *csv = g_string_new ("c0,c1,c2,c3,c4\n");
    for (int i = 0; i < 5; i++)
      g_string_append_printf (form, "[column c%d]\nmerge = %s\ntype = %s\n", i,
                              merges[g_rand_int_range (rand, 0, (int)G_N_ELEMENTS (merges))],
                              g_rand_boolean (rand) ? "text" : "number");
    for (int i = 0; i < 60; i++)
      g_string_append_printf (csv, "%s%c", cells[g_rand_int_range (rand, 0, (int)G_N_ELEMENTS (cells))],
                              i % 5 == 4 ? '\n' : ',');
    office_write (office, "form.ini", form->str);
    office_write (office, "data.csv", csv->str);
    TzDoc *doc = office_compose (office, "data.csv", 0, "form.ini", NULL);
    const TzGrid *grid = office_table (doc)->grid;
    for (int i = 0; i < tz_grid_n_rows (grid) * 5; i++)
      g_assert_cmpint (tz_grid_index_at (grid, i / 5, i % 5), >=, 0);
    tz_doc_free (doc);
    g_string_free (form, TRUE);
    g_string_free (csv, TRUE);
    office_free (office);
  }
  g_rand_free (rand);
}

/* ── texts ───────────────────────────────────────────────────────────────── */

#define FORM_THAT_CLEANS(what) "[book]\nclean = " what "\n[column a]\n"
#define DIRTY                  "a\n推进 项目\nA\u00A0B\nA  B\n<p>推进</p>\n"
#define STRAY                  "warning stray-space 2:1 A2"
#define ODD                    "warning odd-space 3:1 A3"
#define DOUBLED                "warning doubled-space 4:1 A4"
#define TAGS                   "warning leftover-tags 5:1 A5"

static void test_clean_none (void)
{
  assert_grid (FORM_THAT_CLEANS ("none"), DIRTY, "a\n推进 项目\nA\u00A0B\nA  B\n<p>推进</p>\n",
               STRAY "; " ODD "; " DOUBLED "; " TAGS);
}

static void test_clean_spaces (void)
{
  assert_grid (FORM_THAT_CLEANS ("spaces"), DIRTY, "a\n推进项目\nA\u00A0B\nA  B\n<p>推进</p>\n",
               ODD "; " DOUBLED "; " TAGS);
}

static void test_clean_nbsp (void)
{
  assert_grid (FORM_THAT_CLEANS ("nbsp"), DIRTY, "a\n推进 项目\nA B\nA  B\n<p>推进</p>\n",
               STRAY "; " DOUBLED "; " TAGS);
}

static void test_clean_doubled (void)
{
  assert_grid (FORM_THAT_CLEANS ("doubled"), DIRTY, "a\n推进 项目\nA\u00A0B\nA B\n<p>推进</p>\n",
               STRAY "; " ODD "; " TAGS);
}

static void test_clean_tags (void)
{
  assert_grid (FORM_THAT_CLEANS ("tags"), DIRTY, "a\n推进 项目\nA\u00A0B\nA  B\n推进\n",
               STRAY "; " ODD "; " DOUBLED);
}

/* Headings of sections are texts like others. */
static void test_clean_sections (void)
{
  assert_grid (FORM_THAT_CLEANS ("tags") "[column b]\n", "a,b\n<p>一、总则</p>,\n1,x\n",
               "a|b\n一、总则|<\n1|x\n", "");
}

/* ── names ───────────────────────────────────────────────────────────────── */

static gboolean knows (const TzTable *table, const char *name)
{
  glong n;
  g_autofree gunichar *text = g_utf8_to_ucs4_fast (name, -1, &n);
  return tz_name_set_longest (table->names, text, (int)n) == (int)n;
}

/* The names of the columns of units, those that the book lists, its organ and its region. */
static void test_names (void)
{
  Office *office = office_new ();
  office_write (office, "form.ini",
                "[column a]\ntitles = 内容\n[column b]\ntitles = 牵头\nmeans = owner\n"
                "[column c]\ntitles = 配合\nmeans = helper\n");
  office_write (office, "data.csv", "内容,牵头,配合\n甲乙丙,亍县能源局,亍县水务局、住建等部门\n");
  office_write (
      office, "book.ini",
      "[book]\ntitle = 台账\ntemplate = form.ini\ntasks = data.csv\norgan = 亍县发改局\nregion = 亍县\n"
      "[units]\n县电力公司 = 亍县电力公司\n[regions]\n亍乡 = 亍乡镇\n[document ledger]\nkind = ledger\n");
  TzDoc *doc = office_compose (office, "book.ini", 0, NULL, NULL);
  const TzTable *table = office_table (doc);
  static const char *const known[] = { "亍县能源局", "亍县水务局", "县电力公司", "亍县电力公司",
                                       "亍县发改局", "亍县",       "亍乡镇" };
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    g_assert_true (knows (table, known[i]));
  g_assert_false (knows (table, "甲乙丙"));
  g_assert_false (knows (table, "住建"));
  g_assert_true (tz_grid_style (table->grid, 0)->text.names == table->names);
  g_assert_true (((const TzPara *)table->above->pdata[0])->style.names == table->names);
  tz_doc_free (doc);
  office_free (office);
}

/* Where no form says what columns mean, their titles do. */
static void test_names_by_title (void)
{
  Office *office = office_new ();
  office_write (office, "form.ini",
                "[column a]\ntitles = 承办部门\n[column b]\ntitles = 建设单位\n[column c]\ntitles = 计量单位\n"
                "[column d]\ntitles = 单位\n");
  office_write (office, "data.csv", "承办部门,建设单位,计量单位,单位\n亍综合科,亍建公司,亍平方米,亍立方米\n");
  TzDoc *doc = office_compose (office, "data.csv", 0, "form.ini", NULL);
  const TzTable *table = office_table (doc);
  g_assert_true (knows (table, "亍综合科"));
  g_assert_true (knows (table, "亍建公司"));
  g_assert_false (knows (table, "亍平方米"));
  g_assert_false (knows (table, "亍立方米"));
  tz_doc_free (doc);
  office_free (office);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compose/head/two-levels", test_two_levels);
  g_test_add_func ("/compose/head/five-levels", test_five_levels);
  g_test_add_func ("/compose/head/shared-leaf", test_shared_leaf);
  g_test_add_func ("/compose/head/equal-text-other-parent", test_not_shared);
  g_test_add_func ("/compose/head/gap-in-path", test_gap_in_path);
  g_test_add_func ("/compose/head/line-breaks-and-slashes", test_header_breaks);
  g_test_add_func ("/compose/head/diagonal", test_diagonal);
  g_test_add_func ("/compose/body/ledger", test_ledger);
  g_test_add_func ("/compose/body/across", test_across);
  g_test_add_func ("/compose/body/row-flags", test_row_flags);
  g_test_add_func ("/compose/body/total-label-spans", test_total_label);
  g_test_add_func ("/compose/body/subtotal-in-group", test_subtotal_in_group);
  g_test_add_func ("/compose/body/fill-in", test_fill_in);
  g_test_add_func ("/compose/body/no-section-rows", test_no_section_rows);
  g_test_add_func ("/compose/body/sources", test_sources);
  g_test_add_func ("/compose/body/types-align", test_types_align);
  g_test_add_func ("/compose/body/units", test_units);
  g_test_add_func ("/compose/body/odd-merges", test_odd_merges);
  g_test_add_func ("/compose/variants", test_variants);
  g_test_add_func ("/compose/document", test_document);
  g_test_add_func ("/compose/date", test_date);
  g_test_add_func ("/compose/labels", test_labels);
  g_test_add_func ("/compose/clean-none", test_clean_none);
  g_test_add_func ("/compose/clean-spaces", test_clean_spaces);
  g_test_add_func ("/compose/clean-nbsp", test_clean_nbsp);
  g_test_add_func ("/compose/clean-doubled", test_clean_doubled);
  g_test_add_func ("/compose/clean-tags", test_clean_tags);
  g_test_add_func ("/compose/clean-sections", test_clean_sections);
  g_test_add_func ("/names/columns-and-book", test_names);
  g_test_add_func ("/names/by-title", test_names_by_title);
  return g_test_run ();
}
