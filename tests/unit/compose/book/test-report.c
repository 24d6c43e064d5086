/* Reports of books: which documents are made, and what goes into their text. */
#include "compose/letter/letter.h"
#include "help/findings.h"
#include "help/office.h"

#include <locale.h>
#include <string.h>

#define BOOK                                                                                                                 \
  "[book]\ntitle = 某县重点任务季度台账\norgan = 某县能源局\ntemplate = ledger\ntasks = tasks.csv\nprogress " \
  "= "                                                                                                                       \
  "p.csv\nperiod = 2021Q2\n"

static Office *office_with (const char *book, const char *text)
{
  Office *office = office_new ();
  office_write (office, "tasks.csv",
                "序号,任务名称,责任单位,完成时间\n1,甲,某局,2021年6月底前\n2,乙,某委,2021年9月底前\n");
  office_write (office, "p.csv",
                "period,task,status,percent\n2021Q1,1,推进中,10\n2021Q2,1,已完成,100\n2021Q2,2,推进中,20\n");
  office_write (office, "limits.csv", "事项,时限\n办电,3天\n");
  office_write (office, "report.txt", text);
  office_write (office, "book.ini", book);
  return office;
}

static TzBook *load (Office *office, gboolean reports, const char *period)
{
  TzBookOptions options = { .reports = reports, .period = period };
  return tz_book_load (office_path (office, "book.ini"), &options, office->diag);
}

/* All paragraphs of the first report. g_free. */
static char *text_of (const TzDoc *doc)
{
  GString *all = g_string_new (NULL);
  g_assert_nonnull (doc);
  g_assert_nonnull (doc->official);
  for (guint i = 0; i < doc->official->pieces->len; i++) {
    const TzPiece *piece = doc->official->pieces->pdata[i];
    if (piece->kind == TZ_PIECE_TEXT)
      g_string_append_printf (all, "%s%s\n", piece->label ? piece->label : "", piece->text);
    else if (piece->kind == TZ_PIECE_TABLE)
      g_string_append_printf (all, "[%d]\n", tz_grid_n_rows (piece->table->grid));
    else if (piece->kind == TZ_PIECE_CHART)
      g_string_append_printf (all, "[%s]\n", piece->chart->title);
  }
  return g_string_free (all, FALSE);
}

static void check_text (const char *book, const char *text, const char *period, const char *expected,
                        const char *findings)
{
  Office *office = office_with (book, text);
  TzBook *loaded = load (office, TRUE, period);
  TzDoc *doc = loaded ? tz_book_compose (loaded, 0, office->diag) : NULL;
  tz_diag_sort (office->diag);
  assert_findings (office->diag, findings);
  g_assert_true ((doc != NULL) == (expected != NULL));
  if (expected) {
    g_autofree char *told = text_of (doc);
    g_assert_cmpstr (told, ==, expected);
  }
  tz_doc_free (doc);
  tz_book_free (loaded);
  office_free (office);
}

#define REPORT "[document r]\nkind = report\ntext = report.txt\n"

/* ── which documents ─────────────────────────────────────────────────────── */

static void test_only_reports (void)
{
  Office *office =
      office_with (BOOK "[document ledger]\nkind = ledger\n[document limits]\nkind = table\ndata = "
                        "limits.csv\ntemplate = generic\n[document r]\nkind = report\ntext = "
                        "report.txt\nattachments = limits\n",
                   "标题\n共{tasks}项。\n附件：{for attachments}{name}{end}\n");
  TzBook *all = load (office, FALSE, NULL), *reports = load (office, TRUE, NULL);
  g_assert_cmpint (tz_book_n_documents (all), ==, 3);
  g_assert_cmpstr (tz_book_document_name (all, 2), ==, "r");
  g_assert_cmpint (tz_book_n_documents (reports), ==, 1);
  g_assert_cmpstr (tz_book_document_name (reports, 0), ==, "r");
  TzDoc *doc = tz_book_compose (reports, 0, office->diag);
  assert_findings (office->diag, "");
  g_assert_cmpuint (doc->attached->len, ==, 1);
  g_assert_cmpstr (((TzDoc *)doc->attached->pdata[0])->name, ==, "limits");
  tz_doc_free (doc);
  tz_book_free (all);
  tz_book_free (reports);
  office_free (office);
}

/* A book that has none all the same reports, in the words that come along. */
static void test_common (void)
{
  Office *office = office_with (BOOK, "");
  TzBook *book = load (office, TRUE, NULL);
  g_assert_cmpint (tz_book_n_documents (book), ==, 1);
  g_assert_cmpstr (tz_book_document_name (book, 0), ==, "report");
  TzDoc *doc = tz_book_compose (book, 0, office->diag);
  assert_findings (office->diag, "");
  g_assert_cmpstr (doc->title, ==, "关于某县重点任务进展情况的报告");
  g_autofree char *text = text_of (doc);
  g_assert_nonnull (
      strstr (text, "完成1项，推进中1项，没有逾期任务；完成率为50.0%，比2021年第一季度提高50.0个百分点。"));
  tz_doc_free (doc);
  tz_book_free (book);
  office_free (office);
}

/* ── the text ────────────────────────────────────────────────────────────── */

static void test_text (void)
{
  check_text (BOOK REPORT "number = 某能〔2021〕3号\ntitle = {period}进展报告\n",
              "number: {number}\ntitle: {title}\n---\n截至{as-of}，{organ}：{list done}。\n", NULL,
              "某能〔2021〕3号\n2021年第二季度进展报告\n截至2021年6月30日，某县能源局：甲。\n", "");
}

static void test_period (void)
{
  check_text (BOOK "as-of = 2021-07-05\n" REPORT, "标题\n{period}{as-of}完成{done}。\n", NULL,
              "标题\n2021年第二季度2021年7月5日完成1。\n", "");
  check_text (BOOK "as-of = 2021-07-05\n" REPORT, "标题\n{period}{as-of}完成{done}。\n", "2021Q1",
              "标题\n2021年第一季度2021年3月31日完成0。\n", "");
  check_text ("[book]\ntemplate = ledger\ntasks = tasks.csv\nprogress = p.csv\n" REPORT, "标题\n{period}。\n",
              NULL, "标题\n2021年第二季度。\n", "");
  check_text ("[book]\ntemplate = ledger\ntasks = tasks.csv\n" REPORT, "标题\n{period}。\n", NULL, NULL,
              "error missing-period");
  check_text ("[book]\ntemplate = ledger\ntasks = tasks.csv\nperiod = 二季度\n" REPORT, "标题\n{period}。\n",
              NULL, NULL, "error bad-period 4:10");
  check_text ("[book]\ntemplate = ledger\ntasks = tasks.csv\nperiod = 2021Q2\n" REPORT, "标题\n{done}。\n",
              NULL, "标题\n0。\n", "warning no-progress");
}

/* Tables of the figures, and of the book. */
static void test_figures (void)
{
  check_text (BOOK "[document limits]\nkind = table\ndata = limits.csv\ntemplate = generic\n" REPORT,
              "标题\n{table units}\n{table limits}\n{chart trend}\n", NULL,
              "标题\n[5]\n[2]\n[各报告期完成率和逾期率]\n", "");
  check_text (BOOK REPORT, "标题\n好。\n{table late}\n", NULL, "标题\n好。\n", "warning empty-figure 3:2");
  check_text (BOOK REPORT "figures = generic\n", "标题\n{table units}\n", NULL, "标题\n[5]\n", "");
  check_text (BOOK REPORT "figures = official\n", "标题\n{table units}\n", NULL, NULL, "error bad-value 11:11");
  check_text (BOOK REPORT, "标题\n{table limts}\n", NULL, NULL, "error unknown-figure 2:8");
}

/* Cells and reports that look like parts of a document, each inserted on a line of its own. */
static void check_cell (const char *word, const char *cell)
{
  Office *office = office_with (BOOK REPORT, "");
  g_autofree char *tasks =
      g_strdup_printf ("序号,任务名称,责任单位,完成时间,会议决定\n1,%s,%s,2021年6月底前,%s\n"
                       "2,乙,某委,2021年9月底前,\n",
                       cell, cell, cell);
  g_autofree char *progress = g_strdup_printf (
      "period,task,status,percent,done,problems,next\n2021Q2,1,推进中,20,%s,%s,%s\n", cell, cell, cell);
  g_autofree char *text = g_strdup_printf (
      "某县能源局文件\n某能〔2021〕3号\n进展报告\n县政府：\n{for tasks where id = 1}\n{%s}\n{end}\n"
      "请审阅。\n{organ}\n{as-of}\n",
      word);
  g_autofree char *expected = g_strdup_printf ("某能〔2021〕3号\n进展报告\n县政府：\n%s\n请审阅。\n", cell);
  g_test_message ("%s: %s", word, cell);
  office_write (office, "tasks.csv", tasks);
  office_write (office, "p.csv", progress);
  office_write (office, "report.txt", text);
  TzBook *book = load (office, TRUE, NULL);
  TzDoc *doc = tz_book_compose (book, 0, office->diag);
  g_autofree char *told = text_of (doc);
  g_assert_cmpstr (told, ==, expected);
  const TzPiece *sign = doc->official->pieces->pdata[doc->official->pieces->len - 1];
  g_assert_cmpint (sign->kind, ==, TZ_PIECE_SIGN);
  g_assert_cmpstr (sign->text, ==, "某县能源局");
  g_assert_cmpstr (sign->label, ==, "2021年6月30日");
  g_assert_cmpuint (doc->official->imprint->len, ==, 0);
  tz_doc_free (doc);
  tz_book_free (book);
  office_free (office);
}

static void test_cells (void)
{
  static const char *const words[] = { "name", "done-text", "problems", "next", "会议决定" };
  static const char *const cells[] = { "附件：清单",     "附件2",         "2021年3月31日", "===",
                                       "抄送：各乡镇",   "{table units}", "date: 甲",      "（此件公开发布）",
                                       "甲局4月2日印发", "乡镇各局",      "出席：某人" };
  for (gsize w = 0; w < G_N_ELEMENTS (words); w++)
    for (gsize c = 0; c < G_N_ELEMENTS (cells); c++)
      check_cell (words[w], cells[c]);
}

/* Units as they are listed by the model, which takes labels off. */
static void test_unit_cells (void)
{
  static const char *const cells[] = { "附件2", "===", "{table units}", "乡镇各局", "2021年3月31日" };
  for (gsize c = 0; c < G_N_ELEMENTS (cells); c++)
    check_cell ("units", cells[c]);
}

/* What the letter says is wrong names the line of the text, not of what was made of it. */
static void test_places (void)
{
  check_text (BOOK REPORT, "标题\n{for tasks}\n{name}。\n{end}\n\n{# 一\n二 #}\n2021年2月30日\n", NULL, NULL,
              "error bad-date 8");
}

static void test_made_lines (void)
{
  static const int numbers[] = { 3, 3, 9 };
  TzDiag *diag = tz_diag_new ();
  TzTemplate *form = tz_template_load ("official", NULL, NULL, diag);
  g_autoptr (TzFilledText) text = tz_filled_text_new ();
  tz_filled_text_add (text, "标题\n正文。\n其他。", TZ_FROM_AUTHOR);
  g_array_append_vals (text->lines, numbers, G_N_ELEMENTS (numbers));
  GPtrArray *letters = tz_letters_read (text, "r.txt", form, diag);
  const TzLetter *letter = letters->pdata[0];
  const TzLetterPart *part = letter->parts->pdata[0];
  g_assert_cmpint (part->title_line, ==, 3);
  g_assert_cmpint (((const TzLetterPara *)part->paras->pdata[1])->line, ==, 9);
  g_ptr_array_unref (letters);
  tz_template_free (form);
  tz_diag_free (diag);
}

/* ── faults of the book ──────────────────────────────────────────────────── */

static void test_faults (void)
{
  check_text (BOOK REPORT "attachments = r\n", "标题\n好。\n", NULL, NULL, "error attached-to-itself 11:15");
  check_text (BOOK REPORT "numbr = 1\n", "标题\n好。\n", NULL, NULL, "error unknown-key 11:1");
  check_text (BOOK "[document r]\nkind = reprot\n", "标题\n好。\n", NULL, NULL, "error unsupported-kind 9:8");
  check_text (BOOK "[document r]\nkind = report\ntemplate = ledger\n", "", NULL, NULL, "error bad-value 10:12");
}

int main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/only-reports", test_only_reports);
  g_test_add_func ("/report/common", test_common);
  g_test_add_func ("/report/text", test_text);
  g_test_add_func ("/report/period", test_period);
  g_test_add_func ("/report/figures", test_figures);
  g_test_add_func ("/report/cells", test_cells);
  g_test_add_func ("/report/unit-cells", test_unit_cells);
  g_test_add_func ("/report/places", test_places);
  g_test_add_func ("/report/made-lines", test_made_lines);
  g_test_add_func ("/report/faults", test_faults);
  return g_test_run ();
}
