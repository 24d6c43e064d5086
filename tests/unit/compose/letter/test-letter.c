/* What each line of an official document is, recognised from a plain text. */
#include "compose/letter/letter.h"

#include "help/findings.h"

#include <string.h>

#define HEAD "示例市发展和改革委员会文件\n示发改〔2021〕8号\n关于做好供电服务工作的通知\n各县人民政府：\n"

typedef struct {
  TzDiag *diag;
  TzTemplate *form;
  GPtrArray *letters;
} Read;

static void check_letters (const Read *read)
{
  if (!read->letters)
    return;
  tz_letters_match (read->letters, NULL);
  tz_letters_check (read->letters, read->diag);
}

/* All of TEXT is the author's. */
static GPtrArray *read_plain (const char *text, const TzTemplate *form, TzDiag *diag)
{
  g_autoptr (TzFilledText) filled = tz_filled_text_new ();
  tz_filled_text_add (filled, text, TZ_FROM_AUTHOR);
  return tz_letters_read (filled, "notice.txt", form, diag);
}

/* What the text says of itself is checked with BOUND documents behind it. */
static Read read_text (const char *text)
{
  Read read = { tz_diag_new (), NULL, NULL };
  read.form = tz_template_load ("official", NULL, NULL, read.diag);
  assert_findings (read.diag, "");
  read.letters = read_plain (text, read.form, read.diag);
  check_letters (&read);
  return read;
}

static void read_free (Read *read)
{
  if (read->letters)
    g_ptr_array_unref (read->letters);
  tz_template_free (read->form);
  tz_diag_free (read->diag);
}

static const TzLetter *letter (const Read *read, guint i)
{
  g_assert_nonnull (read->letters);
  g_assert_cmpuint (i, <, read->letters->len);
  return read->letters->pdata[i];
}

static const TzLetterPart *part (const Read *read, guint i)
{
  g_assert_cmpuint (i, <, letter (read, 0)->parts->len);
  return letter (read, 0)->parts->pdata[i];
}

static const TzLetterPara *para (const TzLetterPart *part, guint i)
{
  g_assert_cmpuint (i, <, part->paras->len);
  return part->paras->pdata[i];
}

static void check (const char *text, const char *findings)
{
  Read read = read_text (text);
  assert_findings (read.diag, findings);
  read_free (&read);
}

/* ── the head ────────────────────────────────────────────────────────────── */

static void test_head (void)
{
  Read read = read_text (HEAD "请认真落实。\n");
  const TzLetter *l = letter (&read, 0);
  g_assert_cmpuint (l->organs->len, ==, 1);
  g_assert_cmpstr (l->organs->pdata[0], ==, "示例市发展和改革委员会");
  g_assert_true (l->suffix);
  g_assert_cmpstr (l->number, ==, "示发改〔2021〕8号");
  g_assert_cmpstr (part (&read, 0)->title, ==, "关于做好供电服务工作的通知");
  g_assert_cmpstr (l->addressees, ==, "各县人民政府：");
  g_assert_cmpstr (para (part (&read, 0), 0)->text, ==, "请认真落实。");
  assert_findings (read.diag, "");
  read_free (&read);
}

static void test_joint (void)
{
  Read read = read_text ("示例市能源局\n示例市公安局\n文件\n示能〔2021〕9号\n关于某事的通知\n各县：\n正文。\n");
  const TzLetter *l = letter (&read, 0);
  g_assert_cmpuint (l->organs->len, ==, 2);
  g_assert_cmpstr (l->organs->pdata[1], ==, "示例市公安局");
  g_assert_true (l->suffix);
  read_free (&read);
}

static void test_margin_lines (void)
{
  Read read = read_text ("000012\n机密★1年\n特急\n" HEAD "正文。\n");
  const TzLetter *l = letter (&read, 0);
  g_assert_cmpstr (l->copy_number, ==, "000012");
  g_assert_cmpstr (l->secrecy, ==, "机密★1年");
  g_assert_cmpstr (l->urgency, ==, "特急");
  g_assert_cmpuint (l->organs->len, ==, 1);
  read_free (&read);
}

static void test_signatories (void)
{
  Read read = read_text (
      "示例市能源局文件\n示能〔2021〕9号　签发人：甲某某　乙某\n关于某事的请示\n省能源局：\n正文。\n");
  const TzLetter *l = letter (&read, 0);
  g_assert_cmpstr (l->number, ==, "示能〔2021〕9号");
  g_assert_cmpuint (l->signatories->len, ==, 2);
  g_assert_cmpstr (l->signatories->pdata[1], ==, "乙某");
  read_free (&read);
}

static void test_broken_title (void)
{
  Read read = read_text ("示例市能源局文件\n示能〔2021〕9号\n关于做好某事\n和另一事的通知\n各县：\n正文。\n");
  g_assert_cmpstr (part (&read, 0)->title, ==, "关于做好某事\n和另一事的通知");
  read_free (&read);
}

static void test_colon (void)
{
  Read read = read_text ("示例市能源局文件\n示能〔2021〕9号\n关于某事的通知\n各县:\n正文。\n");
  g_assert_cmpstr (letter (&read, 0)->addressees, ==, "各县：");
  read_free (&read);
}

/* ── the text ────────────────────────────────────────────────────────────── */

static void test_levels (void)
{
  static const struct {
    const char *text;
    int level, number;
  } cases[] = { { "一、总则", 1, 1 },        { "十二、附则", 1, 12 },  { "（三）目标。甲", 2, 3 },
                { "(四)目标", 2, 4 },        { "5.措施。乙", 3, 5 },   { "（6）细节", 4, 6 },
                { "1.5亿元用于建设", 0, 0 }, { "2.2020年时限", 3, 2 }, { "一是明确职责", 0, 0 },
                { "2021年底前", 0, 0 } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const char *body;
    int number = 0;
    g_test_message ("%s", cases[i].text);
    g_assert_cmpint (tz_letter_level (cases[i].text, &number, &body), ==, cases[i].level);
    if (cases[i].level > 0)
      g_assert_cmpint (number, ==, cases[i].number);
  }
}

static gsize heading_of (const char *line)
{
  char *text = g_strconcat (HEAD, line, "\n", NULL);
  Read read = read_text (text);
  gsize heading = para (part (&read, 0), 0)->heading;
  read_free (&read);
  g_free (text);
  return heading;
}

static void test_heading_sentence (void)
{
  g_assert_cmpuint (heading_of ("（一）压减时间。各单位要加强管理。"), ==, strlen ("（一）压减时间。"));
  g_assert_cmpuint (heading_of ("一、总体要求"), ==, strlen ("一、总体要求"));
  /* A long first sentence is text. */
  g_assert_cmpuint (
      heading_of (
          "一、各单位要按照通知要求抓好各项服务工作，已达标的要持续保持并争取更优，未达标的要抓紧整改落实，"
          "进一步压减办电时间。其他从略。"),
      ==, 0);
  g_assert_cmpuint (heading_of ("一、各单位要做到以下几点："), ==, 0);
}

static void test_items (void)
{
  Read read =
      read_text (HEAD "正文。\n附件：1.清单；\n2. 2021年表\n附件1\n清单\n甲。\n附件2\n2021年表\n乙。\n");
  const GPtrArray *items = part (&read, 0)->items;
  g_assert_cmpuint (items->len, ==, 2);
  g_assert_cmpstr (((TzLetterItem *)items->pdata[0])->name, ==, "清单");
  g_assert_cmpstr (((TzLetterItem *)items->pdata[1])->name, ==, "2021年表");
  g_assert_cmpuint (letter (&read, 0)->parts->len, ==, 3);
  g_assert_cmpstr (part (&read, 2)->label, ==, "附件2");
  g_assert_cmpstr (part (&read, 2)->title, ==, "2021年表");
  assert_findings (read.diag, "");
  read_free (&read);
}

/* ── the end ─────────────────────────────────────────────────────────────── */

static void test_signature (void)
{
  Read read = read_text (HEAD "正文。\n示例市能源局\n示例市公安局\n2021年4月9日\n（此件公开发布）\n");
  const TzLetter *l = letter (&read, 0);
  g_assert_cmpuint (l->signature->len, ==, 2);
  g_assert_cmpstr (l->signature->pdata[0], ==, "示例市能源局");
  g_assert_cmpstr (l->date, ==, "2021年4月9日");
  g_assert_cmpuint (part (&read, 0)->paras->len, ==, 1);
  g_assert_cmpstr (l->remarks->pdata[0], ==, "（此件公开发布）");
  read_free (&read);
}

static void test_remark_brackets (void)
{
  Read read = read_text (HEAD "正文。\n示例市能源局\n2021年4月9日\n(联系人：某某\n电话：1234)\n");
  g_assert_cmpstr (letter (&read, 0)->remarks->pdata[0], ==, "（联系人：某某\n电话：1234）");
  read_free (&read);
}

static void test_issued (void)
{
  Read read = read_text (
      HEAD "正文。\n示例市能源局\n2021年4月9日\n供电服务行动计划\n（2021—2022年）\n一、目标\n甲。\n");
  g_assert_null (part (&read, 1)->label);
  g_assert_cmpstr (part (&read, 1)->title, ==, "供电服务行动计划");
  g_assert_cmpstr (part (&read, 1)->subtitle, ==, "（2021—2022年）");
  g_assert_cmpuint (part (&read, 1)->paras->len, ==, 2);
  read_free (&read);
}

static void test_imprint (void)
{
  Read read =
      read_text (HEAD "正文。\n示例市能源局\n2021年4月9日\n抄送：市委办公室。\n政府信息公开选项：主动公开\n"
                      "示例市能源局办公室\n2021年4月12日印发\n");
  const TzLetter *l = letter (&read, 0);
  g_assert_cmpstr (l->copy_to, ==, "市委办公室。");
  g_assert_cmpstr (l->disclosure, ==, "政府信息公开选项：主动公开");
  g_assert_cmpstr (l->printer, ==, "示例市能源局办公室");
  g_assert_cmpstr (l->print_date, ==, "2021年4月12日");
  g_assert_cmpuint (l->parts->len, ==, 1);
  read_free (&read);
}

/* ── key blocks ──────────────────────────────────────────────────────────── */

static void test_keys (void)
{
  Read read =
      read_text ("signature: 示例市能源局；示例市公安局\ndate: 2021年4月9日\nseal: yes\n---\n" HEAD "正文。\n");
  const TzLetter *l = letter (&read, 0);
  g_assert_cmpuint (l->signature->len, ==, 2);
  g_assert_cmpstr (l->date, ==, "2021年4月9日");
  g_assert_cmpint (l->seal, ==, 1);
  g_assert_cmpstr (l->number, ==, "示发改〔2021〕8号");
  read_free (&read);
}

static void test_nested (void)
{
  Read read = read_text (
      HEAD
      "现转发你们。\n===\n示例省能源局\n示例省公安厅\n文件\n示能〔2021〕1号\n关于某事的意见\n各市：\n甲。\n");
  g_assert_cmpuint (read.letters->len, ==, 2);
  g_assert_cmpuint (letter (&read, 1)->organs->len, ==, 2);
  g_assert_cmpuint (letter (&read, 0)->parts->len, ==, 1);
  read_free (&read);
}

static void test_nested_by_keys (void)
{
  Read read = read_text (
      HEAD "现转发你们。\nseal: no\n---\n示例省能源局文件\n示能〔2021〕1号\n关于某事的意见\n各市：\n甲。\n");
  g_assert_cmpuint (read.letters->len, ==, 2);
  g_assert_cmpint (letter (&read, 1)->seal, ==, 0);
  read_free (&read);
}

static void test_unknown_key (void)
{
  check ("signatur: 甲\n---\n" HEAD "正文。\n", "error unknown-key 1");
  check ("seal: maybe\n---\n" HEAD "正文。\n", "error bad-value 1");
}

/* ── findings ────────────────────────────────────────────────────────────── */

static void test_no_title (void)
{
  check ("示例市能源局文件\n示能〔2021〕9号\n各县：\n正文。\n", "error no-title 1");
  check ("", "error no-text");
}

static void test_number_form (void)
{
  static const char *const wrong[] = { "示能[2021]9号", "示能〔2021〕第9号", "示能〔2021〕09号",
                                       "示能（2021）9号", "示能〔21〕9号" };
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++) {
    char *text = g_strdup_printf ("示例市能源局文件\n%s\n关于某事的通知\n各县：\n正文。\n", wrong[i]);
    g_test_message ("%s", wrong[i]);
    check (text, "warning bad-number 2");
    g_free (text);
  }
}

static void test_date (void)
{
  check (HEAD "正文。\n示例市能源局\n2021年2月30日\n", "error bad-date 7");
  check (HEAD "正文。\n示例市能源局\n2021年02月03日\n", "warning bad-date 7");
  check (HEAD "正文。\n示例市能源局\n二〇二一年二月三日\n", "warning bad-date 7");
}

static void test_attachments (void)
{
  check (HEAD "正文。\n附件：1.甲\n2.乙\n附件1\n甲\n内容。\n", "warning attachment-missing 7");
  check (HEAD "正文。\n附件1\n甲\n内容。\n", "warning attachment-unnamed 6");
  check (HEAD "正文。\n附件：甲表\n附件\n乙表\n内容。\n", "warning attachment-title 8");
}

static void test_heading_numbers (void)
{
  check (HEAD "一、甲\n三、乙\n", "warning heading-number 6");
  /* Second levels may go on over the first, or begin anew. */
  check (HEAD "一、甲\n（一）子\n二、乙\n（二）丑\n三、丙\n（一）寅\n", "");
}

/* Lines in any order: findings, never a crash, and no line is lost. */
static void test_wild (void)
{
  static const char *const lines[] = { "示例市能源局文件",
                                       "示能〔2021〕9号",
                                       "关于某事的通知",
                                       "各县：",
                                       "正文。",
                                       "附件：1.甲",
                                       "2.乙",
                                       "附件1",
                                       "附件",
                                       "附件：",
                                       "2021年4月9日",
                                       "（此件公开",
                                       "(",
                                       "）",
                                       "抄送：",
                                       "印发",
                                       "2021年4月 日印发",
                                       "一、",
                                       "（一）",
                                       "1.",
                                       "===",
                                       "---",
                                       "seal: yes",
                                       "签发人：",
                                       "示例市能源局",
                                       "000001",
                                       "机密",
                                       "（此页无正文）",
                                       "号",
                                       "〔〕",
                                       "：" };
  GRand *rand = g_rand_new_with_seed (11);
  for (int round = 0; round < 2000; round++) {
    GString *text = g_string_new (NULL);
    for (int i = g_rand_int_range (rand, 0, 12); i > 0; i--)
      g_string_append_printf (text, "%s\n", lines[g_rand_int_range (rand, 0, G_N_ELEMENTS (lines))]);
    Read read = read_text (text->str);
    read_free (&read);
    g_string_free (text, TRUE);
  }
  g_rand_free (rand);
}

/* ── orders and minutes ──────────────────────────────────────────────────── */

static Read read_form (const char *form, const char *text)
{
  Read read = { tz_diag_new (), NULL, NULL };
  read.form = tz_template_load (form, NULL, NULL, read.diag);
  read.letters = read_plain (text, read.form, read.diag);
  check_letters (&read);
  return read;
}

#define ORDER "示例市人民政府令\n第12号\n《办法》已经审议通过，现予公布。\n"

/* 10.2 and 7.3.5.3: no title; who signs above the date. */
static void test_order (void)
{
  Read read = read_form ("order", ORDER "市长　某　某\n2021年8月6日\n示例市办法\n第一条　正文。\n");
  const TzLetter *l = letter (&read, 0);
  assert_findings (read.diag, "");
  g_assert_cmpstr (l->organs->pdata[0], ==, "示例市人民政府令");
  g_assert_cmpstr (l->number, ==, "第12号");
  g_assert_null (part (&read, 0)->title);
  g_assert_cmpuint (part (&read, 0)->paras->len, ==, 1);
  g_assert_cmpuint (l->stamps->len, ==, 1);
  g_assert_cmpstr (l->stamps->pdata[0], ==, "市长　某　某");
  g_assert_cmpstr (l->date, ==, "2021年8月6日");
  g_assert_cmpstr (part (&read, 1)->title, ==, "示例市办法");
  read_free (&read);
}

static void test_stamp_key (void)
{
  Read read = read_text ("stamp: 市长；县长 某某\n---\n" HEAD "正文。\n市长　某某\n2021年8月6日\n");
  const TzLetter *l = letter (&read, 0);
  g_assert_cmpuint (l->stamps->len, ==, 2);
  g_assert_cmpstr (l->stamps->pdata[1], ==, "县长 某某");
  /* Only orders have such a line. */
  g_assert_cmpuint (part (&read, 0)->paras->len, ==, 2);
  read_free (&read);
}

static void test_order_number (void)
{
  Read read = read_form ("order", "示例市人民政府令\n第012号\n现予公布。\n2021年8月6日\n");
  assert_findings (read.diag, "warning bad-number 2");
  read_free (&read);
  read = read_form ("minutes", "示例市会议纪要\n第3期\n会议议定：\n出席：某某。\n");
  assert_findings (read.diag, "");
  g_assert_cmpstr (letter (&read, 0)->number, ==, "第3期");
  read_free (&read);
}

/* The full stop at the end of a list makes no heading of its last item. */
static void test_list_end (void)
{
  Read read = read_text (HEAD "有下列情形：\n（一）甲事；\n（二）乙事。\n（三）丙事。丁事。\n");
  g_assert_cmpuint (para (part (&read, 0), 2)->heading, ==, 0);
  g_assert_cmpuint (para (part (&read, 0), 3)->heading, >, 0);
  read_free (&read);
}

/* ── words of the book ───────────────────────────────────────────────────── */

static TzFilledText *fill (const char *book, const char *text, const char *findings)
{
  TzDiag *diag = tz_diag_new ();
  TzIni *ini = tz_ini_parse (book, strlen (book), "book.ini", diag);
  TzFilledText *filled = tz_letter_fill (text, "notice.txt", ini, diag);
  assert_findings (diag, findings);
  tz_ini_free (ini);
  tz_diag_free (diag);
  return filled;
}

#define BOOK "[book]\nregion = 东江市\nperiod = 2021Q2\nas-of = 2021-06-30\n[values]\nlist = 甲\\n乙\n"

static void test_fill (void)
{
  g_autoptr (TzFilledText) filled =
      fill (BOOK, "{region}{ period }截至{as_of}\n{list}\n {table x}\n{{甲}} \\n", "");
  g_assert_cmpstr (filled->text->str, ==, "东江市2021年第二季度截至2021-06-30\n甲\n乙\n {table x}\n{甲} \\n");
}

static void assert_inserted (const TzFilledText *filled, guint i, const char *text, TzFrom from)
{
  const TzInserted *inserted = &g_array_index (filled->inserted, TzInserted, i);
  g_assert_cmpuint (inserted->end - inserted->start, ==, strlen (text));
  g_assert_true (g_str_has_prefix (filled->text->str + inserted->start, text));
  g_assert_cmpint (inserted->from, ==, from);
}

/* A value is the book's; a brace that is meant as text must not ask for a table. */
static void test_fill_from (void)
{
  g_autoptr (TzFilledText) filled = fill (BOOK, "{region}好\n{{table x}}\n", "");
  g_assert_cmpuint (filled->inserted->len, ==, 3);
  assert_inserted (filled, 0, "东江市", TZ_FROM_BOOK);
  assert_inserted (filled, 1, "{", TZ_FROM_DATA);
  assert_inserted (filled, 2, "}", TZ_FROM_DATA);
}

static void test_fill_unknown (void)
{
  g_autoptr (TzFilledText) filled =
      fill (BOOK, "甲{regoin}乙\n{late}{organ}\n",
            "error unknown-placeholder 1:2; error unknown-placeholder 2:1; error unknown-placeholder 2:7");
  g_assert_nonnull (filled);
}

/* ── tables and charts ───────────────────────────────────────────────────── */

static void test_figures (void)
{
  Read read = read_text (HEAD "正文。\n {table limits}\n{ chart by-region }\n见{table limits}。\n");
  const TzLetterPara *table = para (part (&read, 0), 1), *chart = para (part (&read, 0), 2);
  g_assert_cmpint (table->exhibit, ==, TZ_EXHIBIT_TABLE);
  g_assert_cmpstr (table->text, ==, "limits");
  g_assert_cmpint (table->line, ==, 6);
  g_assert_cmpint (table->column, ==, 9);
  g_assert_cmpint (chart->exhibit, ==, TZ_EXHIBIT_CHART);
  g_assert_cmpstr (chart->text, ==, "by-region");
  g_assert_cmpint (para (part (&read, 0), 3)->exhibit, ==, TZ_EXHIBIT_NONE);
  read_free (&read);
}

/* Such a line is no title, neither the document's nor an attachment's, and no organ
 * above a date. */
static void test_figure_is_no_title (void)
{
  Read read =
      read_text ("示例市能源局文件\n示能〔2021〕9号\n关于某事的通知\n{table a}\n各县：\n正文。\n附件：表\n"
                 "{chart 某某局}\n2021年4月9日\n附件\n{table b}\n");
  g_assert_cmpstr (part (&read, 0)->title, ==, "关于某事的通知");
  g_assert_cmpint (para (part (&read, 0), 0)->exhibit, ==, TZ_EXHIBIT_TABLE);
  g_assert_cmpuint (letter (&read, 0)->signature->len, ==, 0);
  g_assert_null (part (&read, 1)->title);
  g_assert_cmpint (para (part (&read, 1), 0)->exhibit, ==, TZ_EXHIBIT_TABLE);
  read_free (&read);
}

/* ── what a letter's figures become ──────────────────────────────────────── */

static TzTable *make_table (gpointer self, const char *name)
{
  static const TzTextStyle style = { .size = TZ_PT, .pitch = TZ_PT };
  TzTable *table = tz_table_new (tz_grid_new (1));
  tz_table_add_above (table, "附表1", &style);
  tz_table_add_above (table, name, &style)->outline = 1;
  ++*(int *)self;
  return table;
}

static TzChart *make_chart (gpointer self, const char *name)
{
  ++*(int *)self;
  return tz_chart_new (TZ_CHART_BARS, name, name, "项");
}

static void test_figure_pieces (void)
{
  static const char *const tables[] = { "a", "b", NULL }, *const charts[] = { "c", NULL },
                           *const files[] = { NULL };
  int made = 0;
  TzExhibitSource source = {
    .self = &made, .table = make_table, .chart = make_chart, .tables = tables, .charts = charts
  };
  Read read = read_text (HEAD "正文。\n{table b}\n{chart c}\n{table a}\n");
  TzDoc *doc = tz_letter_document (read.form, read.letters, "notice", files, &source, NULL, read.diag);
  const TzPiece *piece[2] = { NULL };
  int n = 0;
  assert_findings (read.diag, "");
  for (guint i = 0; i < doc->official->pieces->len; i++) {
    const TzPiece *each = doc->official->pieces->pdata[i];
    if (each->table && n < 2)
      piece[n++] = each;
    if (each->chart)
      g_assert_cmpstr (each->chart->title, ==, "c"); /* the only one needs no number */
  }
  g_assert_cmpint (made, ==, 3);
  g_assert_cmpint (n, ==, 2);
  g_assert_cmpuint (piece[0]->table->above->len, ==, 1); /* without its label */
  g_assert_cmpstr (((const TzPara *)piece[0]->table->above->pdata[0])->text, ==, "表1　b");
  g_assert_cmpstr (((const TzPara *)piece[1]->table->above->pdata[0])->text, ==, "表2　a");
  tz_doc_free (doc);
  read_free (&read);
}

static void test_unknown_figures (void)
{
  static const char *const charts[] = { "states", NULL }, *const files[] = { NULL };
  TzExhibitSource source = { .charts = charts };
  Read read = read_text (HEAD "{chart state}\n{table x}\n");
  TzDoc *doc = tz_letter_document (read.form, read.letters, "notice", files, &source, NULL, read.diag);
  assert_findings (read.diag, "error unknown-figure 5:8; error unknown-figure 6:8");
  g_assert_nonnull (strstr (tz_diag_get (read.diag, 0)->message, "states"));
  tz_doc_free (doc);
  read_free (&read);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter/head", test_head);
  g_test_add_func ("/letter/joint", test_joint);
  g_test_add_func ("/letter/margin-lines", test_margin_lines);
  g_test_add_func ("/letter/signatories", test_signatories);
  g_test_add_func ("/letter/broken-title", test_broken_title);
  g_test_add_func ("/letter/colon", test_colon);
  g_test_add_func ("/letter/levels", test_levels);
  g_test_add_func ("/letter/heading-sentence", test_heading_sentence);
  g_test_add_func ("/letter/items", test_items);
  g_test_add_func ("/letter/signature", test_signature);
  g_test_add_func ("/letter/remark-brackets", test_remark_brackets);
  g_test_add_func ("/letter/issued", test_issued);
  g_test_add_func ("/letter/imprint", test_imprint);
  g_test_add_func ("/letter/keys", test_keys);
  g_test_add_func ("/letter/nested", test_nested);
  g_test_add_func ("/letter/nested-by-keys", test_nested_by_keys);
  g_test_add_func ("/letter/unknown-key", test_unknown_key);
  g_test_add_func ("/letter/no-title", test_no_title);
  g_test_add_func ("/letter/number-form", test_number_form);
  g_test_add_func ("/letter/date", test_date);
  g_test_add_func ("/letter/attachments", test_attachments);
  g_test_add_func ("/letter/heading-numbers", test_heading_numbers);
  g_test_add_func ("/letter/wild", test_wild);
  g_test_add_func ("/letter/order", test_order);
  g_test_add_func ("/letter/stamp-key", test_stamp_key);
  g_test_add_func ("/letter/order-number", test_order_number);
  g_test_add_func ("/letter/list-end", test_list_end);
  g_test_add_func ("/letter/fill", test_fill);
  g_test_add_func ("/letter/fill-from", test_fill_from);
  g_test_add_func ("/letter/fill-unknown", test_fill_unknown);
  g_test_add_func ("/letter/figures", test_figures);
  g_test_add_func ("/letter/figure-is-no-title", test_figure_is_no_title);
  g_test_add_func ("/letter/figure-pieces", test_figure_pieces);
  g_test_add_func ("/letter/unknown-figures", test_unknown_figures);
  return g_test_run ();
}
