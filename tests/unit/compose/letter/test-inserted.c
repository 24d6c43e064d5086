/* What is inserted into a text is text: only what the author wrote makes structure, and of the book's values
 * only those that stand where the document has a name, a number or a day. */
#include "compose/letter/letter.h"

#include "help/findings.h"

#include <string.h>

/* TEXT, in which 〖…〗 is data and 〘…〙 a value of the book. */
static TzFilledText *filled_of (const char *text)
{
  TzFilledText *filled = tz_filled_text_new ();
  g_auto (GStrv) parts = g_regex_split_simple ("([〖〘][^〗〙]*[〗〙])", text, 0, 0);
  for (char **part = parts; *part; part++) {
    gboolean data = g_str_has_prefix (*part, "〖"), book = g_str_has_prefix (*part, "〘");
    if (data || book)
      (*part)[strlen (*part) - strlen ("〗")] = '\0';
    tz_filled_text_add (filled, *part + (data || book ? strlen ("〖") : 0),
                        data   ? TZ_FROM_DATA
                        : book ? TZ_FROM_BOOK
                               : TZ_FROM_AUTHOR);
  }
  return filled;
}

typedef struct {
  TzDiag *diag;
  TzTemplate *form;
  GPtrArray *letters;
} Read;

static Read read_as (const char *name, const char *text)
{
  Read read = { .diag = tz_diag_new () };
  g_autoptr (TzFilledText) filled = filled_of (text);
  read.form = tz_template_load (name, NULL, NULL, read.diag);
  assert_findings (read.diag, "");
  read.letters = tz_letters_read (filled, "notice.txt", read.form, read.diag);
  g_assert_nonnull (read.letters);
  return read;
}

static Read read_text (const char *text)
{
  return read_as ("official", text);
}

static void read_free (Read *read)
{
  g_ptr_array_unref (read->letters);
  tz_template_free (read->form);
  tz_diag_free (read->diag);
}

static const TzLetter *letter (const Read *read)
{
  return read->letters->pdata[0];
}

static const TzLetterPart *part (const Read *read)
{
  return letter (read)->parts->pdata[0];
}

static const TzLetterPara *para (const Read *read, guint i)
{
  g_assert_cmpuint (i, <, part (read)->paras->len);
  return part (read)->paras->pdata[i];
}

/* ── data ────────────────────────────────────────────────────────────────── */

#define HEAD "示例市供水局文件\n示水〔2031〕4号\n关于设备核对情况的报告\n市人民政府：\n"
#define FOOT "特此报告。\n示例市供水局\n2031年7月1日\n"

/* Lines that make structure where an author writes them. */
static const char *const marks[] = { "附件：核对清单",
                                     "附件：1.核对清单",
                                     "附件",
                                     "附件2",
                                     "===",
                                     "---",
                                     "title: 另一个标题",
                                     "抄送：各县供水局。",
                                     "主送：各县供水局。",
                                     "信息公开选项：主动公开",
                                     "示例市供水局办公室　2031年4月2日印发",
                                     "（此页无正文）",
                                     "{table units}",
                                     "{chart trend}",
                                     "一、总体安排",
                                     "（二）分步安排",
                                     "3.第三步",
                                     "（4）第四步" };
/* What is known by its words and its place. */
static const char *const names[] = { "2031年3月31日",
                                     "二〇三一年三月三十一日",
                                     "（此件公开发布）",
                                     "示水〔2031〕9号",
                                     "签发人：张某某",
                                     "机密",
                                     "特急",
                                     "000123",
                                     "示例市供水局供水管理处",
                                     "各有关单位：",
                                     "加班，请假；" };

/* The document is the one that the author wrote, with LINE as its second paragraph. */
static void check_is_text (const char *line, const char *open, const char *close)
{
  g_autofree char *text = g_strconcat (HEAD "任务如下：\n", open, line, close, "\n" FOOT, NULL);
  Read read = read_text (text);
  g_test_message ("%s", line);
  assert_findings (read.diag, "");
  g_assert_cmpuint (read.letters->len, ==, 1);
  g_assert_cmpuint (letter (&read)->parts->len, ==, 1);
  g_assert_cmpuint (part (&read)->items->len, ==, 0);
  g_assert_cmpuint (part (&read)->paras->len, ==, 3);
  g_assert_cmpstr (para (&read, 1)->text, ==, line);
  g_assert_cmpint (para (&read, 1)->exhibit, ==, TZ_EXHIBIT_NONE);
  g_assert_cmpint (para (&read, 1)->level, ==, 0);
  g_assert_cmpuint (letter (&read)->signature->len, ==, 1);
  g_assert_cmpstr (letter (&read)->date, ==, "2031年7月1日");
  g_assert_null (letter (&read)->copy_to);
  g_assert_null (letter (&read)->main_to);
  g_assert_null (letter (&read)->disclosure);
  g_assert_null (letter (&read)->print_date);
  g_assert_cmpuint (letter (&read)->remarks->len, ==, 0);
  read_free (&read);
}

static void test_data (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    check_is_text (marks[i], "〖", "〗");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    check_is_text (names[i], "〖", "〗");
}

/* The same lines are structure when the author writes them, or the test above would say nothing. */
static void test_author (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++) {
    g_autofree char *text = g_strconcat (HEAD "任务如下：\n", marks[i], "\n" FOOT, NULL);
    g_test_message ("%s", marks[i]);
    if (g_str_equal (marks[i], "---") || g_str_has_prefix (marks[i], "title"))
      continue; /* only together */
    Read read = read_text (text);
    gboolean text_only = read.letters->len == 1 && letter (&read)->parts->len == 1 &&
                         part (&read)->items->len == 0 && part (&read)->paras->len == 3 &&
                         para (&read, 1)->level == 0 && !para (&read, 1)->exhibit;
    g_assert_false (text_only);
    read_free (&read);
  }
}

/* Keys and dashes that come together begin no letter. */
static void test_key_block (void)
{
  Read read = read_text (HEAD "任务如下：\n〖title: 另一个标题〗\n〖---〗\n" FOOT);
  g_assert_cmpuint (read.letters->len, ==, 1);
  g_assert_cmpuint (part (&read)->paras->len, ==, 4);
  read_free (&read);
  read = read_text (HEAD "任务如下：\n〖title: 另一个标题〗\n---\n" FOOT);
  g_assert_cmpuint (read.letters->len, ==, 1);
  read_free (&read);
  read = read_text (HEAD "任务如下：\ntitle: 另一个标题\n〖---〗\n" FOOT);
  g_assert_cmpuint (read.letters->len, ==, 1);
  read_free (&read);
}

/* Nor do they at the head of the text. */
static void test_key_block_first (void)
{
  Read read = read_text ("〖date: 2031年1月1日〗\n---\n内容。\n");
  g_assert_null (letter (&read)->date);
  read_free (&read);
  read = read_text ("date: 2031年1月1日\n〖---〗\n内容。\n");
  g_assert_null (letter (&read)->date);
  read_free (&read);
}

/* The name of a unit that happens to stand above the date signs nothing. */
static void test_above_date (void)
{
  Read read = read_text (HEAD "报送单位：\n〖示例县供水局〗\n2031年7月1日\n");
  g_assert_cmpuint (letter (&read)->signature->len, ==, 0);
  g_assert_cmpstr (para (&read, 1)->text, ==, "示例县供水局");
  read_free (&read);
  read = read_as ("order", "示例市人民政府令\n第12号\n决定如下。\n〖市长　王某某〗\n2031年7月1日\n");
  g_assert_cmpuint (letter (&read)->stamps->len, ==, 0);
  read_free (&read);
}

/* A remark goes on to the bracket that the author closed. */
static void test_remark (void)
{
  Read read = read_text (HEAD FOOT "〖（联系人：王某某）〗\n");
  g_assert_cmpuint (letter (&read)->remarks->len, ==, 0);
  read_free (&read);
  read = read_text (HEAD FOOT "（联系人：\n〖王某（女）〗\n李某）\n");
  g_assert_cmpuint (letter (&read)->remarks->len, ==, 1);
  g_assert_cmpstr (letter (&read)->remarks->pdata[0], ==, "（联系人：\n王某（女）\n李某）");
  read_free (&read);
}

static void test_imprint (void)
{
  Read read = read_text (HEAD "好。\n〖示例市供水局办公室〗\n2031年7月2日印发\n");
  g_assert_cmpstr (letter (&read)->print_date, ==, "2031年7月2日");
  g_assert_null (letter (&read)->printer);
  read_free (&read);
  read = read_text (HEAD "好。\n〖办公室　2031年7月2日〗印发\n");
  g_assert_null (letter (&read)->print_date);
  read_free (&read);
}

/* Above the number stand organs, whatever they are called. */
static void test_above_number (void)
{
  Read read = read_text (
      "〖示水〔2031〕9号〗\n〖机密〗\n〖特急〗\n〖000123〗\n〖签发人：王某〗\n〖核对完毕。〗\n〖某某文件〗\n"
      "示水〔2031〕4号\n关于核对的报告\n内容。\n");
  const TzLetter *l = letter (&read);
  g_assert_cmpstr (l->number, ==, "示水〔2031〕4号");
  g_assert_cmpuint (l->organs->len, ==, 7);
  g_assert_cmpstr (l->organs->pdata[6], ==, "某某文件");
  g_assert_false (l->suffix);
  g_assert_null (l->secrecy);
  g_assert_null (l->urgency);
  g_assert_null (l->copy_number);
  g_assert_cmpuint (l->signatories->len, ==, 0);
  read_free (&read);
}

/* Without a number what ends with 文件 is an organ only if the author says so. */
static void test_no_number (void)
{
  Read read = read_text ("〖某某文件〗\n内容。\n");
  g_assert_cmpuint (letter (&read)->organs->len, ==, 0);
  g_assert_cmpstr (part (&read)->title, ==, "某某文件");
  read_free (&read);
}

/* The unit is called so; it is no attachment. */
static void test_addressees (void)
{
  Read read = read_text ("示水〔2031〕4号\n核对办法\n〖附件管理处〗：\n内容。\n");
  g_assert_cmpstr (letter (&read)->addressees, ==, "附件管理处：");
  read_free (&read);
}

/* The line where the title stands is the title, the one behind it nothing special. */
static void test_title (void)
{
  static const char *const titles[] = { "{table units}", "一、核对", "核对完毕。", "各县供水局：" };
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++) {
    g_autofree char *text = g_strdup_printf ("示水〔2031〕4号\n〖%s〗\n〖各县供水局：〗\n内容。\n", titles[i]);
    Read read = read_text (text);
    g_assert_cmpstr (part (&read)->title, ==, titles[i]);
    g_assert_null (letter (&read)->addressees);
    g_assert_cmpstr (para (&read, 0)->text, ==, "各县供水局：");
    read_free (&read);
  }
  Read read = read_text ("示水〔2031〕4号\n核对办法\n〖（一）〗\n各县供水局：\n内容。\n");
  g_assert_null (part (&read)->subtitle);
  read_free (&read);
}

/* So is the line below 附件1, and the first behind the date. */
static void check_later_title (const char *before, const char *line)
{
  g_autofree char *text = g_strdup_printf (HEAD FOOT "%s〖%s〗\n内容。\n", before, line);
  Read read = read_text (text);
  g_test_message ("%s%s", before, line);
  g_assert_cmpuint (read.letters->len, ==, 1);
  g_assert_cmpuint (letter (&read)->parts->len, ==, 2);
  const TzLetterPart *second = letter (&read)->parts->pdata[1];
  g_assert_cmpstr (second->title, ==, line);
  g_assert_cmpuint (second->paras->len, ==, 1);
  read_free (&read);
}

static void test_later_titles (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++) {
    check_later_title ("附件1\n", marks[i]);
    check_later_title ("", marks[i]);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    check_later_title ("附件1\n", names[i]);
    check_later_title ("", names[i]);
  }
  Read read = read_text (HEAD FOOT "附件1\n清单\n〖（一）〗\n内容。\n");
  g_assert_null (((const TzLetterPart *)letter (&read)->parts->pdata[1])->subtitle);
  read_free (&read);
}

/* Data within the author's own structure is its text. */
static void test_within (void)
{
  Read read = read_text (HEAD "好。\n附件：1.〖2.另一份。清单〗\n2.〖附件：1.核对表〗\n〖3.不是附件〗\n" FOOT);
  g_assert_cmpuint (part (&read)->items->len, ==, 2);
  g_assert_cmpstr (((const TzLetterItem *)part (&read)->items->pdata[0])->name, ==, "2.另一份。清单");
  g_assert_cmpstr (((const TzLetterItem *)part (&read)->items->pdata[1])->name, ==, "附件：1.核对表");
  g_assert_cmpstr (para (&read, 1)->text, ==, "3.不是附件");
  read_free (&read);
}

static void test_bare_note (void)
{
  Read read = read_text (HEAD "好。\n附件：\n〖1.核对表〗\n" FOOT);
  g_assert_cmpuint (part (&read)->items->len, ==, 0);
  g_assert_cmpuint (letter (&read)->parts->len, ==, 2);
  read_free (&read);
}

/* How many lists of people the minutes TEXT have. */
static int n_people (const char *text)
{
  static const char *const files[] = { NULL };
  Read read = read_as ("minutes", text);
  TzDoc *doc = tz_letter_document (read.form, read.letters, "minutes", files, NULL, NULL, read.diag);
  int n = 0;
  for (guint i = 0; i < doc->official->pieces->len; i++)
    n += g_strcmp0 (((const TzPiece *)doc->official->pieces->pdata[i])->label, "出席：") == 0;
  tz_doc_free (doc);
  read_free (&read);
  return n;
}

static void test_people (void)
{
  g_assert_cmpint (n_people ("示例市供水局会议纪要\n第3期\n会议听取汇报。\n出席：〖王某某〗\n"), ==, 1);
  g_assert_cmpint (n_people ("示例市供水局会议纪要\n第3期\n会议听取汇报。\n〖出席：王某某〗\n"), ==, 0);
}

/* ── headings ────────────────────────────────────────────────────────────── */

static void check_heading (const char *line, int level, const char *heading)
{
  g_autofree char *text = g_strconcat (HEAD, line, "\n" FOOT, NULL);
  Read read = read_text (text);
  const TzLetterPara *first = para (&read, 0);
  g_autofree char *found = g_strndup (first->text, first->heading);
  g_test_message ("%s", line);
  g_assert_cmpint (first->level, ==, level);
  g_assert_cmpstr (found, ==, heading);
  read_free (&read);
}

/* A heading ends where the author ended it. */
static void test_headings (void)
{
  check_heading ("一、〖核对。登记〗", 1, "一、核对。登记");
  check_heading ("（一）〖核对。登记〗。共三项。", 2, "（一）核对。登记。");
  check_heading ("（一）〖核对：〗", 2, "（一）核对：");
  check_heading ("1.〖水表太旧〗", 3, "");
  check_heading ("1.〖水表太旧。〗", 3, "");
  check_heading ("1.〖水表太旧〗。共三项。", 3, "1.水表太旧。");
  check_heading ("1.换水表", 3, "1.换水表");
  check_heading ("〖一〗、核对", 0, "");
}

/* A mark at the end of data does not make a list of headings. */
static void test_list (void)
{
  Read read = read_text (HEAD "1.〖甲；〗\n2.乙事。\n" FOOT);
  g_assert_cmpuint (para (&read, 1)->heading, >, 0);
  read_free (&read);
}

/* ── the book's values ───────────────────────────────────────────────────── */

static void test_book_marks (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    check_is_text (marks[i], "〘", "〙");
}

static void test_book_names (void)
{
  Read read = read_text (
      "〘000123〙\n〘机密〙\n〘示例市供水局〙文件\n〘示水〔2031〕4号〙　签发人：〘王某 "
      "李某〙\n〘关于核对的报告〙\n"
      "〘（试行）〙\n〘市人民政府：〙\n内容。\n〘示例市供水局〙\n〘2031年7月1日〙\n〘（此件公开发布）〙\n"
      "〘示例市供水局办公室〙　〘2031年7月2日〙印发\n");
  const TzLetter *l = letter (&read);
  assert_findings (read.diag, "");
  g_assert_cmpstr (l->copy_number, ==, "000123");
  g_assert_cmpstr (l->secrecy, ==, "机密");
  g_assert_cmpstr (l->organs->pdata[0], ==, "示例市供水局");
  g_assert_true (l->suffix);
  g_assert_cmpstr (l->number, ==, "示水〔2031〕4号");
  g_assert_cmpuint (l->signatories->len, ==, 2);
  g_assert_cmpstr (part (&read)->title, ==, "关于核对的报告");
  g_assert_cmpstr (part (&read)->subtitle, ==, "（试行）");
  g_assert_cmpstr (l->addressees, ==, "市人民政府：");
  g_assert_cmpuint (part (&read)->paras->len, ==, 1);
  g_assert_cmpstr (l->signature->pdata[0], ==, "示例市供水局");
  g_assert_cmpstr (l->date, ==, "2031年7月1日");
  g_assert_cmpstr (l->remarks->pdata[0], ==, "（此件公开发布）");
  g_assert_cmpstr (l->printer, ==, "示例市供水局办公室");
  g_assert_cmpstr (l->print_date, ==, "2031年7月2日");
  read_free (&read);
}

/* Names of a list are told apart in the book, not within one name of the data. */
static void test_keys (void)
{
  Read read = read_text ("title: 〖甲；乙〗\nsignature: 〘；甲局；乙局〙；〖丙局；丁局〗\ncopy-to: "
                         "〖抄送：甲〗、乙\n---\n内容。\n");
  g_assert_cmpstr (part (&read)->title, ==, "甲；乙");
  g_assert_cmpuint (letter (&read)->signature->len, ==, 3);
  g_assert_cmpstr (letter (&read)->signature->pdata[2], ==, "丙局；丁局");
  g_assert_cmpstr (letter (&read)->copy_to, ==, "抄送：甲、乙");
  read_free (&read);
  read = read_text ("title: 甲\ncopy-to: 〘抄送：甲〙\n---\n内容。\n");
  g_assert_cmpstr (letter (&read)->copy_to, ==, "甲");
  read_free (&read);
}

/* ── lines ───────────────────────────────────────────────────────────────── */

/* A line feed within a value begins no line; the lines behind it keep their numbers. */
static void test_line_feeds (void)
{
  Read read = read_text (HEAD "〘甲。\n二、乙。\n附件：丙〙\n丁。\n" FOOT);
  g_assert_cmpuint (part (&read)->items->len, ==, 0);
  g_assert_cmpuint (part (&read)->paras->len, ==, 3);
  g_assert_cmpstr (para (&read, 0)->text, ==, "甲。\n二、乙。\n附件：丙");
  g_assert_cmpint (para (&read, 1)->line, ==, 6);
  read_free (&read);
}

/* Two organs of one value sign in two lines. */
static void test_signature_lines (void)
{
  Read read = read_text (HEAD "好。\n〘甲市供水局\n甲市水务局〙\n2031年7月1日\n");
  g_assert_cmpuint (letter (&read)->signature->len, ==, 2);
  g_assert_cmpstr (letter (&read)->signature->pdata[0], ==, "甲市供水局");
  g_assert_cmpstr (letter (&read)->signature->pdata[1], ==, "甲市水务局");
  read_free (&read);
}

/* Letters of any length stand in for themselves: what is behind data is found in its place. */
static void test_lengths (void)
{
  Read read = read_text (HEAD "（一）〖aé字𠀀〗。正文。\n" FOOT);
  g_assert_cmpuint (para (&read, 0)->heading, ==, strlen ("（一）aé字𠀀。"));
  g_assert_cmpuint (strlen (para (&read, 0)->own), ==, strlen (para (&read, 0)->text));
  g_assert_cmpint (g_utf8_strlen (para (&read, 0)->own, -1), ==, g_utf8_strlen (para (&read, 0)->text, -1));
  g_assert_true (g_utf8_validate (para (&read, 0)->own, -1, NULL));
  read_free (&read);
}

/* ── any text ────────────────────────────────────────────────────────────── */

static void tell_part (GString *told, const TzLetterPart *one)
{
  g_string_append_printf (told, " part %s %d/%d items %u:", one->label ? one->label : "-", one->title != NULL,
                          one->subtitle != NULL, one->items->len);
  for (guint i = 0; i < one->paras->len; i++) {
    const TzLetterPara *each = one->paras->pdata[i];
    g_string_append_printf (told, " %d.%d/%ld%s", each->level, each->number,
                            g_utf8_strlen (each->text, (gssize)each->heading), each->exhibit ? "!" : "");
  }
}

/* What TEXT was taken for: how many of everything, and the levels and headings of paragraphs. g_free. */
static char *structure_of (const char *text)
{
  Read read = read_text (text);
  GString *told = g_string_new (NULL);
  for (guint i = 0; i < read.letters->len; i++) {
    const TzLetter *l = read.letters->pdata[i];
    g_string_append_printf (told, "[%u organs %d %s %s %s, %s signed %u on %s remarks %u %s %s", l->organs->len,
                            l->suffix, l->number ? "number" : "-", l->secrecy ? "secret" : "-",
                            l->urgency ? "urgent" : "-", l->addressees ? "to" : "-", l->signature->len,
                            l->date ? l->date : "-", l->remarks->len, l->copy_to ? "copies" : "-",
                            l->print_date ? "printed" : "-");
    for (guint p = 0; p < l->parts->len; p++)
      tell_part (told, l->parts->pdata[p]);
    g_string_append_c (told, ']');
  }
  read_free (&read);
  return g_string_free (told, FALSE);
}

/* As many letters as WORDS have, none of which says anything. */
static void append_mute (GString *text, const char *words)
{
  for (glong n = g_utf8_strlen (words, -1); n > 0; n--)
    g_string_append (text, "某");
}

/* Whatever the data says, the document is the one that mute data would make. */
static void test_any_text (void)
{
  static const char *const heads[] = { "", "示例市供水局文件\n", "示例市供水局文件\n示水〔2031〕4号\n",
                                       "title: 核对\n---\n" };
  static const char *const befores[] = { "",       "",         "一、", "（二）", "3.",
                                         "附件：", "附件：1.", "2.",   "抄送：", "关于" };
  static const char *const behinds[] = { "", "", "。", "；", "：", "。好。", "文件", "印发" };
  static const char *const owns[] = { "各县：\n",       "好。\n",     "示例市供水局\n", "2031年7月1日\n",
                                      "（此件公开）\n", "附件1\n",    "清单\n",         "===\n",
                                      "{table x}\n",    "一、核对\n", "附件：\n",       "示水〔2031〕4号\n" };
  GRand *rand = g_rand_new_with_seed (9704);
  for (int round = 0; round < 400; round++) {
    g_autoptr (GString) said = g_string_new (heads[g_rand_int_range (rand, 0, G_N_ELEMENTS (heads))]);
    g_autoptr (GString) mute = g_string_new (said->str);
    for (int n = g_rand_int_range (rand, 1, 9); n > 0; n--) {
      guint which = g_rand_int_range (rand, 0, G_N_ELEMENTS (marks) + G_N_ELEMENTS (names));
      const char *words = which < G_N_ELEMENTS (marks) ? marks[which] : names[which - G_N_ELEMENTS (marks)];
      const char *before = befores[g_rand_int_range (rand, 0, G_N_ELEMENTS (befores))];
      const char *behind = behinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (behinds))];
      const char *own = owns[g_rand_int_range (rand, 0, G_N_ELEMENTS (owns))];
      g_string_append_printf (said, "%s〖%s〗%s\n%s", before, words, behind, own);
      g_string_append_printf (mute, "%s〖", before);
      append_mute (mute, words);
      g_string_append_printf (mute, "〗%s\n%s", behind, own);
    }
    g_autofree char *one = structure_of (said->str), *other = structure_of (mute->str);
    if (strcmp (one, other) != 0)
      g_error ("%s\n%s\n%s", said->str, one, other);
  }
  g_rand_free (rand);
}

/* ── the text as it grows ────────────────────────────────────────────────── */

static void test_truncate (void)
{
  g_autoptr (TzFilledText) filled = filled_of ("甲〖乙丙〗丁〖戊〗");
  tz_filled_text_truncate (filled, strlen ("甲乙"));
  g_assert_cmpstr (filled->text->str, ==, "甲乙");
  g_assert_cmpuint (filled->inserted->len, ==, 1);
  g_assert_cmpuint (g_array_index (filled->inserted, TzInserted, 0).end, ==, strlen ("甲乙"));
  tz_filled_text_truncate (filled, strlen ("甲"));
  g_assert_cmpuint (filled->inserted->len, ==, 0);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inserted/data", test_data);
  g_test_add_func ("/inserted/author", test_author);
  g_test_add_func ("/inserted/key-block", test_key_block);
  g_test_add_func ("/inserted/key-block-first", test_key_block_first);
  g_test_add_func ("/inserted/above-date", test_above_date);
  g_test_add_func ("/inserted/remark", test_remark);
  g_test_add_func ("/inserted/imprint", test_imprint);
  g_test_add_func ("/inserted/above-number", test_above_number);
  g_test_add_func ("/inserted/no-number", test_no_number);
  g_test_add_func ("/inserted/addressees", test_addressees);
  g_test_add_func ("/inserted/title", test_title);
  g_test_add_func ("/inserted/later-titles", test_later_titles);
  g_test_add_func ("/inserted/within", test_within);
  g_test_add_func ("/inserted/bare-note", test_bare_note);
  g_test_add_func ("/inserted/people", test_people);
  g_test_add_func ("/inserted/headings", test_headings);
  g_test_add_func ("/inserted/list", test_list);
  g_test_add_func ("/inserted/book-marks", test_book_marks);
  g_test_add_func ("/inserted/book-names", test_book_names);
  g_test_add_func ("/inserted/keys", test_keys);
  g_test_add_func ("/inserted/line-feeds", test_line_feeds);
  g_test_add_func ("/inserted/signature-lines", test_signature_lines);
  g_test_add_func ("/inserted/lengths", test_lengths);
  g_test_add_func ("/inserted/any-text", test_any_text);
  g_test_add_func ("/inserted/truncate", test_truncate);
  return g_test_run ();
}
