/* Totals of which nobody said what they sum: which readings are believed, and what is told of them. */
#include <locale.h>
#include <string.h>

#include "help/findings.h"
#include "help/office.h"
#include "model/total_label.h"

/* The findings about CSV without a form. */
static void told (const char *csv, const char *findings)
{
  Office *office = office_new ();
  office_write (office, "data.csv", csv);
  tz_doc_free (office_compose (office, "data.csv", 0, NULL, NULL));
  tz_diag_sort (office->diag);
  assert_findings (office->diag, findings);
  office_free (office);
}

/* Whether the first finding about CSV holds WORDS. */
static void says (const char *csv, const char *words)
{
  Office *office = office_new ();
  office_write (office, "data.csv", csv);
  tz_doc_free (office_compose (office, "data.csv", 0, NULL, NULL));
  g_assert_cmpuint (tz_diag_count (office->diag), >, 0);
  const char *message = tz_diag_get (office->diag, 0)->message;
  if (!strstr (message, words))
    g_error ("“%s” does not hold “%s”", message, words);
  office_free (office);
}

/* ---- labels ---- */

static void test_labels (void)
{
  g_assert_cmpint (tz_label_kind ("合 计（3个）"), ==, TZ_LABEL_SUM);
  g_assert_cmpint (tz_label_kind ("全镇小计："), ==, TZ_LABEL_SUM);
  g_assert_cmpint (tz_label_kind ("全镇平均"), ==, TZ_LABEL_MEAN);
  g_assert_cmpint (tz_label_kind ("人均"), ==, TZ_LABEL_OTHER);
  g_assert_cmpint (tz_label_kind ("　其中：渔业"), ==, TZ_LABEL_SHARE);
  g_assert_cmpint (tz_label_kind ("渔业"), ==, TZ_LABEL_PLAIN);
  g_assert_cmpint (tz_label_word ("镇级小计："), ==, tz_label_word ("小 计"));
  g_assert_cmpint (tz_label_word ("小计"), !=, tz_label_word ("合计"));
}

/* ---- one total ---- */

/* Another figure of the row shows which rows are meant, */
static void test_confirmed (void)
{
  told ("序号,工程,投资,户数\n1,塘坝,4.5,120\n2,水渠,7,340\n合计,,12.5,460\n", "warning total-mismatch 4:5 C4");
}

/* without one nobody knows. */
static void test_unconfirmed (void)
{
  told ("序号,工程,投资\n1,塘坝,4.5\n2,水渠,7\n合计,,12.5\n", "");
}

static void test_first (void)
{
  told ("村,户数,人数\n总计,50,160\n上村,20,60\n下村,30,90\n", "warning total-mismatch 2:7 C2");
}

/* The row, both values and the rows that were summed. */
static void test_words (void)
{
  says ("序号,工程,投资,户数\n1,塘坝,4.5,120\n2,水渠,7,340\n合计,,12.5,460\n",
        "“合计” says 12.5 in column “投资”, but the sum of rows 2–3 is 11.5;");
}

static void test_numbers (void)
{
  told ("镇,户数,面积,占比,投入\n东镇,\"1,200\",3 000,40%,—\n西镇,\"1,800\",4 500,60%,12.5\n"
        "合计,\"3,000\",7 501,99%,12.5\n",
        "warning total-mismatch 4:12 C4");
}

/* What is no sum by its title, by its sign or by its size: prices, shares, ranks. */
static void test_rates (void)
{
  told ("品名,数量,单价,金额\n籽种,10,2.5,25\n肥料,20,3,60\n合计,30,5.6,85\n", "");
  told ("品名,数量,排次,金额\n籽种,10,7,25\n肥料,20,9,60\n合计,30,9,85\n", "");
}

/* A figure that rounding explains is told where all else is exact, */
static void test_rounded (void)
{
  told ("村,甲项,乙项,丙项\n上村,1.25,2.31,4.42\n下村,1.25,2.32,4.43\n合计,2.50,4.63,8.86\n",
        "warning total-mismatch 4:14 D4");
  told ("村,甲项,乙项,丙项\n上村,1.25,2.31,4.42\n下村,1.25,2.32,4.43\n合计,2.50,4.62,8.86\n", "");
}

/* and so are counts of small units. */
static void test_counts (void)
{
  told ("内容,分值,得分\n组织,40,38\n成效,60,55\n总分,100,94\n", "warning total-mismatch 4:8 C4");
}

/* ---- groups ---- */

/* Of a single column: other subtotals show how they are read. */
static void test_subtotals (void)
{
  told ("镇,工程,投资\n东镇,塘坝,12\n东镇,水渠,30\n东镇小计,,42\n西镇,塘坝,15\n西镇,泵站,8\n西镇小计,,25\n"
        "南镇,堤防,60\n南镇,水闸,11\n南镇小计,,71\n",
        "warning total-mismatch 7:7 C7");
}

/* The subtotals and their rows make the same, but not the grand total. */
static void test_grand_total (void)
{
  told ("镇,工程,投资\n东镇,塘坝,12\n东镇,水渠,30\n小计,,42\n西镇,塘坝,15\n西镇,泵站,8\n小计,,23\n合计,,66\n",
        "warning total-mismatch 8:5 C8");
  says ("镇,工程,投资\n东镇,塘坝,12\n东镇,水渠,30\n小计,,42\n西镇,塘坝,15\n西镇,泵站,8\n小计,,23\n合计,,66\n",
        "the sum of rows 4 and 7 is 65");
}

static void test_sections (void)
{
  told ("序号,工程,投资,户数\n一、供水,,,\n1,水厂,120.5,3000\n2,管网,80,1200\n小计,,200.5,4300\n二、排水,,,\n"
        "1,泵站,60,500\n2,管渠,30.25,700\n小计,,90.25,1200\n合计,,290.75,5400\n",
        "warning total-mismatch 5:11 D5");
}

/* The total of a group may stand before its rows, beside the group's name. */
static void test_groups (void)
{
  told ("县,工程,投资,面积\n甲县,小计,30,6\n,水厂,10,2\n,管网,20,4\n乙县,小计,48,11\n,泵站,40,8\n,水闸,9,3\n"
        "总计,,79,17\n",
        "warning total-mismatch 5:7 C5");
}

/* A row was added to the group and not to its total. */
static void test_row_left_out (void)
{
  told ("类别,工程,投资,面积\n甲类,a,10,100\n甲类,b,20,150\n甲类小计,,30,250\n乙类,c,15,120\n乙类,d,25,130\n"
        "乙类,e,5,40\n乙类小计,,40,250\n",
        "warning total-mismatch 8:7 C8; warning total-mismatch 8:10 D8");
}

/* ---- levels ---- */

static void test_codes (void)
{
  told ("编码,科目,合计,基本,项目\n204,治安,1500.00,1000.00,500.00\n20402,警务,1300.00,900.00,400.00\n"
        "2040201,运行,900.00,900.00,—\n2040220,办案,400.00,0.00,410.00\n20406,司法,200.00,100.00,100.00\n"
        "2040601,运行,100.00,100.00,\n2040604,基层,100.00,,100.00\n合计,,1500.00,1000.00,500.00\n",
        "warning total-mismatch 3:25 E3");
}

/* Their parts may stand in cells of their own. */
static void test_spread_codes (void)
{
  told ("类,款,项,科目,合计,基本,项目\n213,,,农林,3000,2000,1000\n,01,,农业,3000,2000,1000\n,,01,运行,2000,"
        "2000,0\n"
        ",,06,科技,1000,0,1000\n221,,,住房,520,520,0\n,02,,改革,520,520,0\n,,01,公积金,520,520,0\n"
        "合计,,,,3530,2520,1000\n",
        "warning total-mismatch 9:7 E9");
}

/* Serial numbers are no codes: 1 is not the head of 10 to 12. */
static void test_serial_numbers (void)
{
  told ("序号,村,户数,人数\n1,a,10,30\n10,b,4,9\n11,c,5,20\n12,d,1,3\n", "warning number-gap 3:1 A3");
}

static void test_indents (void)
{
  told ("项目,计划,完成\n农业,100,80\n　种植,60,50\n　畜牧,40,31\n工业,300,260\n　采矿,100,90\n　制造,200,170\n"
        "总计,400,340\n",
        "warning total-mismatch 2:8 C2");
}

/* 一、 and （一） with figures of their own, whose tasks begin with 1 again. */
static void test_numbering (void)
{
  told ("序号,名称,预算,执行\n一,收入,500,485\n（一）,税收,300,290\n1,工商税,200,195\n2,所得税,100,95\n"
        "（二）,非税,200,195\n1,收费,150,140\n2,罚没,50,50\n二,支出,480,450\n（一）,基本,280,270\n"
        "（二）,项目,200,180\n",
        "warning total-mismatch 6:12 D6");
}

/* 一、 beside the first of its items is the group's name; the figure is the item's. */
static void test_group_names (void)
{
  told ("项目,内容,分值,得分\n一、管理,1.证照,10,9\n,2.健康,10,9\n二、场所,3.地面,15,14\n,4.设施,15,14\n合计,,"
        "50,46\n",
        "");
}

/* Two kinds of accounts side by side: the shorter one ends above. */
static void test_side_by_side (void)
{
  told ("收入,预算,支出,决算\n一、拨款,210.50,一、文化,180.20\n二、事业,5.00,二、社保,20.10\n,,三、住房,12.00\n"
        "本年收入合计,216.50,本年支出合计,212.30\n上年结转,5.00,结转下年,\n",
        "warning total-mismatch 5:8 B5");
}

/* One total above several ways to divide what it counts. */
static void test_two_breakdowns (void)
{
  told ("项目,户数,产值\n总计,85,1213\n按类型分,,\n国有,15,301\n私营,70,902\n按规模分,,\n大型,40,403\n小型,45,"
        "801\n",
        "warning total-mismatch 2:7 C2");
}

/* Numbers of lines are in no sum. */
static void test_line_numbers (void)
{
  told ("资产,行次,期末,期初\n存款,1,1200,980\n应收,2,350,410\n流动资产合计,3,1550,1390\n固定,4,5600,5900\n"
        "资产总计,5,7150,7290\n",
        "");
}

/* ---- means and shares ---- */

static void test_means (void)
{
  told ("姓名,一月,二月,三月\n甲某,90,85,70\n乙某,80,95,81\n丙某,85,90,92\n平均,85,91.5,81\n人均,1,2,3\n",
        "warning total-mismatch 5:7 C5");
  says ("姓名,一月,二月,三月\n甲某,90,85,70\n乙某,80,95,81\n丙某,85,90,92\n平均,85,91.5,81\n",
        "the mean of rows 2–4 is 90;");
}

/* 其中 counts in no sum, and need not make up the whole, but is not more than it. */
static void test_shares (void)
{
  told ("序号,工程,投资,户数\n1,水厂,120,30\n,其中：省补,50,12\n2,管网,80,12\n,其中：省补,90,3\n合计,,200,42\n",
        "warning total-mismatch 5:8 C5");
}

/* It is no task and does not go on with the cells above. */
static void test_share_is_no_task (void)
{
  Office *office = office_new ();
  office_write (office, "data.csv", "序号,工程,投资\n1,水厂,120\n其中：省补,,50\n2,管网,80\n");
  TzDoc *doc = office_compose (office, "data.csv", 0, NULL, NULL);
  char *text = office_grid_text (office_table (doc)->grid);
  g_assert_cmpstr (text, ==, "序号|工程|投资\n1|水厂|120\n其中：省补||50\n2|管网|80\n");
  g_free (text);
  tz_doc_free (doc);
  office_free (office);
}

/* ---- what is no sum of the rows above ---- */

static void test_running_totals (void)
{
  told ("科室,1月,2月\n甲科,10,20\n乙科,15,5\n本月合计,25,25\n上年同期合计,22,21\n累计,25,50\n", "");
}

static void test_carried_over (void)
{
  told ("收入,金额,支出,数额\n税款,300,学校,200\n收费,100,医院,150\n本年合计,400,本年合计,350\n上年结转,50,"
        "结转下年,100\n"
        "总计,450,总计,450\n",
        "");
}

/* ---- with a form ---- */

/* The form says that 合计 sums the table; the codes say that its rows hold each other. */
static void test_form_and_codes (void)
{
  static const char form[] =
      "[template]\nbased-on = ledger\nkind = table\n[table]\ncolumns = a, b, c, d\n"
      "[column a]\ntitles = 编码\n[column b]\ntitles = 科目\n[column c]\ntitles = 基本\n"
      "type = number\n[column d]\ntitles = 项目\ntype = number\n[total t]\nlabels = 合计\n"
      "position = first\n";
  assert_grid (
      form,
      "编码,科目,基本,项目\n,合计,30.5,12\n301,甲,30.5,10\n30101,乙,20,6\n30102,丙,10.5,4\n302,丁,,2\n"
      "30201,戊,,2\n",
      "编码|科目|基本|项目\n合计|<|30.5|12\n301|甲|30.5|10\n30101|乙|20|6\n30102|丙|10.5|4\n302|丁||2\n"
      "30201|戊||2\n",
      "");
}

/* A remark behind the label does not make it another one. */
static void test_form_and_remark (void)
{
  static const char form[] = "[template]\nbased-on = ledger\nkind = table\n[table]\ncolumns = a, b\n"
                             "[column a]\ntitles = 村\n[column b]\ntitles = 户数\ntype = number\n"
                             "[total t]\nlabels = 合计\n";
  assert_grid (form, "村,户数\n上村,20\n下村,30\n合计（2个）：,51\n",
               "村|户数\n上村|20\n下村|30\n合计（2个）：|51\n", "warning total-mismatch 4:9 B4");
}

int main (int argc, char **argv)
{
  setlocale (LC_CTYPE, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/totals/labels", test_labels);
  g_test_add_func ("/totals/confirmed-by-another-column", test_confirmed);
  g_test_add_func ("/totals/not-confirmed", test_unconfirmed);
  g_test_add_func ("/totals/before-its-rows", test_first);
  g_test_add_func ("/totals/what-is-said", test_words);
  g_test_add_func ("/totals/thousands-blanks-dashes-percent", test_numbers);
  g_test_add_func ("/totals/rates-are-not-added", test_rates);
  g_test_add_func ("/totals/rounding", test_rounded);
  g_test_add_func ("/totals/counts-are-exact", test_counts);
  g_test_add_func ("/totals/subtotals-of-one-column", test_subtotals);
  g_test_add_func ("/totals/grand-total-of-one-column", test_grand_total);
  g_test_add_func ("/totals/by-section", test_sections);
  g_test_add_func ("/totals/by-group", test_groups);
  g_test_add_func ("/totals/row-left-out", test_row_left_out);
  g_test_add_func ("/totals/codes", test_codes);
  g_test_add_func ("/totals/spread-codes", test_spread_codes);
  g_test_add_func ("/totals/group-names", test_group_names);
  g_test_add_func ("/totals/side-by-side", test_side_by_side);
  g_test_add_func ("/totals/two-breakdowns", test_two_breakdowns);
  g_test_add_func ("/totals/line-numbers", test_line_numbers);
  g_test_add_func ("/totals/serial-numbers-are-no-codes", test_serial_numbers);
  g_test_add_func ("/totals/indents", test_indents);
  g_test_add_func ("/totals/numbering", test_numbering);
  g_test_add_func ("/totals/means", test_means);
  g_test_add_func ("/totals/shares", test_shares);
  g_test_add_func ("/totals/share-is-no-task", test_share_is_no_task);
  g_test_add_func ("/totals/running-totals", test_running_totals);
  g_test_add_func ("/totals/carried-over", test_carried_over);
  g_test_add_func ("/totals/form-and-codes", test_form_and_codes);
  g_test_add_func ("/totals/form-and-remark", test_form_and_remark);
  return g_test_run ();
}
