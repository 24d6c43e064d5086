/* Places on the pages of an official document, in millimetres: the frame of GB/T
 * 9704-2012 (clauses in brackets). */
#include "help/printed.h"

#include <math.h>

#define LINE "为进一步优化营商环境提高供电服务水平我们制定了行动计划现印发给你们请结合实际认真落实"

static char *long_text (const char *head, int n)
{
  GString *text = g_string_new (head);
  for (int i = 0; i < n; i++)
    g_string_append (text, LINE LINE LINE "。\n");
  return g_string_free (text, FALSE);
}

#define HEAD "示例市能源局文件\n示能〔2021〕9号\n关于做好供电服务工作的通知\n各县：\n"

/* ── the grid ────────────────────────────────────────────────────────────── */

static void test_full_page (void)
{
  char *text = long_text (HEAD, 30);
  Printed sheet = printed_new ("", text);
  GArray *lines = printed_lines (&sheet, 1);
  g_assert_cmpuint (lines->len, ==, 22 + 1); /* and the page number (5.2.3) */
  const Line *first = &g_array_index (lines, Line, 0), *last = &g_array_index (lines, Line, 21);
  assert_mm (first->top, 37);
  assert_mm (last->bottom, 37 + 225);
  assert_mm (first->size, EM);
  assert_mm (g_array_index (lines, Line, 1).top - first->top, PITCH);
  gboolean whole = FALSE;
  for (guint i = 0; i < 22; i++) {
    const Line *line = &g_array_index (lines, Line, i);
    if (g_utf8_strlen (line->text, -1) != 28)
      continue;
    assert_mm (line->left, 28);
    assert_mm (line->right, 28 + 156);
    whole = TRUE;
  }
  g_assert_true (whole);
  g_array_unref (lines);
  printed_free (&sheet);
  g_free (text);
}

static void test_indent (void)
{
  Printed sheet = printed_new ("", HEAD "正文第一段。\n");
  assert_mm (printed_find (&sheet, 0, "正文").left, 28 + 2 * EM);
  printed_free (&sheet);
}

/* ── the head ────────────────────────────────────────────────────────────── */

static void test_head (void)
{
  Printed sheet = printed_new ("", HEAD "正文。\n");
  Line mark = printed_find (&sheet, 0, "示例市能源局文件"), number = printed_find (&sheet, 0, "示能");
  Line title = printed_find (&sheet, 0, "关于"), to = printed_find (&sheet, 0, "各县");
  const TzPageRule *rule = printed_rule (&sheet, 0, 0);
  assert_mm (mark.top, 37 + 35); /* 7.2.4 */
  g_assert_cmpuint (mark.colour >> 16, >, 0xC0);
  assert_mm ((mark.left + mark.right) / 2, 28 + 78);
  assert_mm (number.top - mark.bottom, 2 * PITCH + PITCH - EM); /* 7.2.5 */
  assert_mm ((number.left + number.right) / 2, 28 + 78);
  assert_mm (rule->y0 - number.bottom, 4); /* 7.2.7 */
  assert_mm (rule->x1 - rule->x0, 156);
  assert_mm (title.size, 22 * 25.4 / 72); /* 7.3.1 */
  assert_mm (title.top - rule->y0, 2 * PITCH);
  assert_mm (to.left, 28); /* 7.3.2 */
  assert_mm (to.top + to.size / 2 - title.top - title.size / 2, 2 * PITCH);
  printed_free (&sheet);
}

/* Names of equal width, the word beside them in the middle (7.2.4). */
static void test_joint (void)
{
  Printed sheet = printed_new ("", "示例市发展和改革局\n示例市公安局\n示例市交通局\n文件\n示能〔2021〕9号\n"
                                   "关于做好某事的通知\n各县：\n正文。\n");
  Line first = printed_find (&sheet, 0, "示例市发展"), last = printed_find (&sheet, 0, "示例市交通");
  Line word = printed_find (&sheet, 0, "文件");
  assert_mm (first.left - last.left, 0);
  assert_mm (first.right - last.right, 0);
  assert_mm ((word.top + word.bottom) / 2 - (first.top + last.bottom) / 2, 0);
  g_assert_cmpint (word.left, >, first.right);
  printed_free (&sheet);
}

/* 7.3.3: however many organs there are, page 1 shows text. */
static void test_many_organs (void)
{
  GString *text = g_string_new (NULL);
  for (int i = 0; i < 9; i++)
    g_string_append_printf (text, "示例市第%d号供电服务管理委员会\n", i);
  g_string_append (text, "示能〔2021〕9号\n关于做好供电服务工作的通知\n各县：\n正文在此。\n");
  Printed sheet = printed_new ("", text->str);
  g_assert_cmpint (printed_find (&sheet, 0, "正文").bottom, <=, tz_len_from_mm (262.1));
  printed_free (&sheet);
  g_string_free (text, TRUE);
}

static void test_signatories (void)
{
  Printed sheet = printed_new (
      "", "示例市能源局文件\n示能〔2021〕9号 签发人：甲某 乙某 丙某\n关于某事的请示\n省局：\n正文。\n");
  Line number = printed_find (&sheet, 0, "示能"), label = printed_find (&sheet, 0, "签发人："),
       last = printed_find (&sheet, 0, "丙某");
  Line first = printed_find (&sheet, 0, "甲某");
  assert_mm (number.left, 28 + EM); /* 7.2.6 */
  assert_mm (number.top - last.top, 0);
  assert_mm (first.top - label.top, 0);
  assert_mm (last.left - first.left, 0);
  assert_mm (first.right, 184 - EM);
  assert_mm (printed_rule (&sheet, 0, 0)->y0 - last.bottom, 4);
  printed_free (&sheet);
}

/* ── page numbers (7.5) ──────────────────────────────────────────────────── */

static void test_numbers (void)
{
  char *text = long_text (HEAD, 30);
  Printed sheet = printed_new ("", text);
  Line odd = printed_find (&sheet, 0, "— 1 —"), even = printed_find (&sheet, 1, "— 2 —");
  assert_mm (odd.right, 184 - 14 * 25.4 / 72);
  assert_mm (even.left, 28 + 14 * 25.4 / 72);
  assert_mm (odd.size, 14 * 25.4 / 72);
  g_assert_cmpint (odd.top, >, tz_len_from_mm (262));
  assert_mm (odd.top - even.top, 0);
  printed_free (&sheet);
  g_free (text);
}

/* ── so many characters a line (5.2.3) ───────────────────────────────────── */

static Printed printed_of_paras (int n)
{
  GString *text = g_string_new (HEAD);
  for (int i = 0; i < n; i++) {
    for (int k = 0; k < 9; k++)
      g_string_append (text, "正文正，文正");
    g_string_append (text, "正文正。\n");
  }
  Printed sheet = printed_new ("", text->str);
  g_string_free (text, TRUE);
  return sheet;
}

static guint lines_of_text (const Printed *sheet)
{
  GArray *lines = printed_lines (sheet, 0);
  guint n = 0;
  for (guint i = 0; i < lines->len; i++)
    n += strstr (g_array_index (lines, Line, i).text, "文正") != NULL;
  g_array_unref (lines);
  return n;
}

/* A line takes no 29th character because its marks could give way: but all of them do
 * (7.3.5.5) where that saves a page. */
static void test_even_lines (void)
{
  Printed two = printed_of_paras (2), four = printed_of_paras (4);
  g_assert_cmpuint (printed_n_pages (&two), ==, 1);
  g_assert_cmpuint (lines_of_text (&two), ==, 2 * 3);
  g_assert_cmpuint (printed_n_pages (&four), ==, 1);
  g_assert_cmpuint (lines_of_text (&four), ==, 4 * 2);
  printed_free (&two);
  printed_free (&four);
}

/* ── notes of attachments (7.3.4) ────────────────────────────────────────── */

static void test_items (void)
{
  Printed sheet = printed_new (
      "", HEAD "正文。\n附件：1.供电服务提升行动计划重点任务和责任分工一览表以及填报说明\n2.时限表\n"
               "附件1\n供电服务提升行动计划重点任务和责任分工一览表以及填报说明\n甲。\n附件2\n时限表\n乙。\n");
  Line text = printed_find (&sheet, 0, "正文"), label = printed_find (&sheet, 0, "附件：1."),
       second = printed_find (&sheet, 0, "2.");
  Line name = printed_find (&sheet, 0, "供电服务"), other = printed_find (&sheet, 0, "时限表");
  assert_mm (label.left, 28 + 2 * EM);
  assert_mm (label.top - text.top, 2 * PITCH);
  assert_mm (second.left, 28 + 5 * EM);
  assert_mm (name.left - other.left, 0);
  assert_mm (second.top - label.top, 2 * PITCH); /* the first name takes two lines */
  printed_free (&sheet);
}

/* 7.3.7: label on the first line, title on the third, the page its own. */
static void test_attachment (void)
{
  Printed sheet = printed_new ("", HEAD "正文。\n附件：时限表\n附件\n时限表\n乙。\n");
  Line label = printed_find (&sheet, 1, "附件"), title = printed_find (&sheet, 1, "时限表");
  assert_mm (label.top, 37);
  assert_mm (label.left, 28);
  assert_mm (title.top + title.size / 2, 37 + 2 * PITCH + EM / 2);
  assert_mm ((title.left + title.right) / 2, 28 + 78);
  printed_free (&sheet);
}

/* ── signatures (7.3.5) ──────────────────────────────────────────────────── */

static void test_unsealed (void)
{
  Printed sheet = printed_new ("", HEAD "正文。\n示例市发展和改革委员会\n2021年4月9日\n");
  Line text = printed_find (&sheet, 0, "正文"), name = printed_find (&sheet, 0, "示例市发展"),
       date = printed_find (&sheet, 0, "2021年");
  assert_mm (name.top - text.top, 2 * PITCH);
  assert_mm (name.right, 184 - 2 * EM);
  assert_mm (date.left, tz_len_to_mm (name.left) + 2 * EM);
  assert_mm (date.top - name.top, PITCH);
  printed_free (&sheet);
}

/* A date longer than the name: it is the date that ends two characters from the right. */
static void test_short_name (void)
{
  Printed sheet = printed_new ("", HEAD "正文。\n示例局\n2021年12月19日\n");
  Line name = printed_find (&sheet, 0, "示例局"), date = printed_find (&sheet, 0, "2021年");
  assert_mm (date.right, 184 - 2 * EM);
  assert_mm (date.left, tz_len_to_mm (name.left) + 2 * EM);
  printed_free (&sheet);
}

static void test_sealed (void)
{
  Printed sheet = printed_new ("", "seal: yes\n---\n" HEAD "正文。\n示例市发展局\n2021年4月9日\n");
  Line text = printed_find (&sheet, 0, "正文"), name = printed_find (&sheet, 0, "示例市发展"),
       date = printed_find (&sheet, 0, "2021年");
  assert_mm (date.right, 184 - 4 * EM);
  assert_mm ((name.left + name.right) / 2, tz_len_to_mm ((date.left + date.right) / 2));
  /* A seal of 42 mm over both begins within a line of the text. */
  double seal_top = tz_len_to_mm ((name.top + date.bottom) / 2) - 21, text_end = tz_len_to_mm (text.bottom);
  g_assert_cmpfloat (seal_top, >=, text_end);
  g_assert_cmpfloat (seal_top, <=, text_end + PITCH);
  printed_free (&sheet);
}

/* Seals of 42 mm in rows of three: apart, and inside the type area. */
static void test_sealed_together (void)
{
  Printed sheet = printed_new ("", "seal: yes\n---\n" HEAD
                                   "正文。\n甲市公安局\n乙市财政局\n丙市交通局\n丁市水利局\n2021年4月9日\n");
  Line a = printed_find (&sheet, printed_n_pages (&sheet) - 1, "甲市"),
       b = printed_find (&sheet, printed_n_pages (&sheet) - 1, "乙市"),
       c = printed_find (&sheet, printed_n_pages (&sheet) - 1, "丙市");
  Line d = printed_find (&sheet, printed_n_pages (&sheet) - 1, "丁市"),
       date = printed_find (&sheet, printed_n_pages (&sheet) - 1, "2021年");
  g_assert_cmpfloat (tz_len_to_mm (b.left + b.right - a.left - a.right) / 2, >, 42);
  g_assert_cmpfloat (tz_len_to_mm (c.left + c.right - b.left - b.right) / 2, >, 42);
  g_assert_cmpfloat (tz_len_to_mm (d.top - a.top), >, 42);
  g_assert_cmpfloat (tz_len_to_mm (a.left + a.right) / 2 - 21, >=, 27.9);
  assert_mm (d.left + d.right, tz_len_to_mm (date.left + date.right));
  printed_free (&sheet);
}

static double room_above_seals (const char *names)
{
  g_autofree char *text = g_strconcat ("seal: yes\n---\n" HEAD "正文。\n", names, "2021年4月9日\n", NULL);
  Printed sheet = printed_new ("", text);
  guint last = printed_n_pages (&sheet) - 1;
  double room =
      tz_len_to_mm (printed_find (&sheet, last, "甲市").top - printed_find (&sheet, last, "正文").top);
  printed_free (&sheet);
  return room;
}

/* Of several seals, which stand side by side, the upper row has a line more above it. */
static void test_room_above_seals (void)
{
  assert_mm (tz_len_from_pt (room_above_seals ("甲市公安局\n乙市财政局\n") * 72 / 25.4),
             room_above_seals ("甲市公安局\n") + PITCH);
}

/* A signature that does not fit takes text with it. */
static void test_signature_with_text (void)
{
  for (int n = 1; n < 14; n++) {
    GString *text = g_string_new ("seal: yes\n---\n" HEAD);
    for (int i = 0; i < n; i++)
      g_string_append (text, "一段正文。\n");
    g_string_append (text, "示例市能源局\n2021年4月9日\n");
    Printed sheet = printed_new ("", text->str);
    printed_find (&sheet, printed_n_pages (&sheet) - 1, "一段");
    printed_find (&sheet, printed_n_pages (&sheet) - 1, "2021年4月9日");
    printed_free (&sheet);
    g_string_free (text, TRUE);
  }
}

/* A name too wide for its place under a seal stands in two lines, parted between words. */
static void test_sealed_long (void)
{
  Printed sheet = printed_new ("", "seal: yes\n---\n" HEAD "正文。\n示例市城市管理行政执法局\n"
                                   "示例市公安局\n示例市交通局\n2021年4月9日\n");
  guint last = printed_n_pages (&sheet) - 1;
  Line upper = printed_find (&sheet, last, "示例市城市管理"), lower = printed_find (&sheet, last, "行政执法局");
  assert_mm (lower.top - upper.top, PITCH);
  assert_mm (lower.left + lower.right, tz_len_to_mm (upper.left + upper.right));
  printed_free (&sheet);
}

/* ── the title (7.3.1) ───────────────────────────────────────────────────── */

static void test_title_lines (void)
{
  Printed sheet =
      printed_new ("", "示例市能源局文件\n示能〔2021〕9号\n关于印发《示例县全面提升“获得电力”服务水平三年"
                       "行动计划》的通知\n各县：\n正文。\n");
  Line first = printed_find (&sheet, 0, "关于印发"), second = printed_find (&sheet, 0, "“获得电力”服务");
  assert_mm (first.left + first.right, 2 * (28 + 78));
  g_assert_cmpint (second.top, >=, first.bottom);
  printed_free (&sheet);
}

static void test_title_by_hand (void)
{
  Printed sheet = printed_new ("", "示例市能源局文件\n示能〔2021〕9号\n关于做\n好某事的通知\n各县：\n正文。\n");
  g_assert_cmpint (printed_find (&sheet, 0, "好某事的通知").top, >, printed_find (&sheet, 0, "关于做").top);
  printed_free (&sheet);
}

static void test_long_title (void)
{
  Office *office = office_new ();
  GString *text = g_string_new ("示例市能源局文件\n示能〔2021〕9号\n关于");
  for (int i = 0; i < 12; i++)
    g_string_append (text, "开展供电服务检查工作");
  g_string_append (text, "的通知\n各县：\n正文。\n");
  office_write (office, "notice.txt", text->str);
  Printed sheet =
      printed_of_book (office, "[document notice]\nkind = letter\ntext = notice.txt\n", "error long-title 3");
  g_assert_null (sheet.layout);
  printed_free (&sheet);
  g_string_free (text, TRUE);
}

/* ── the imprint (7.4) ───────────────────────────────────────────────────── */

#define IMPRINT "抄送：市委办公室，市政府办公室。\n示例市能源局办公室\n2021年4月12日印发\n"

static void test_imprint (void)
{
  Printed sheet = printed_new ("", HEAD "正文。\n" IMPRINT);
  g_assert_cmpuint (printed_n_pages (&sheet), ==, 2); /* at the end of an even page */
  g_assert_cmpuint (printed_page (&sheet, 1)->rules->len, ==, 3);
  const TzPageRule *first = printed_rule (&sheet, 1, 0), *inner = printed_rule (&sheet, 1, 1),
                   *last = printed_rule (&sheet, 1, 2);
  assert_mm (last->y0, 262);
  assert_mm (first->x1 - first->x0, 156);
  g_assert_cmpint (first->thickness, ==, tz_len_from_mm (.35));
  g_assert_cmpint (last->thickness, ==, tz_len_from_mm (.35));
  g_assert_cmpint (inner->thickness, ==, tz_len_from_mm (.25));
  Line copy = printed_find (&sheet, 1, "抄送："), printer = printed_find (&sheet, 1, "示例市"),
       date = printed_find (&sheet, 1, "2021年");
  assert_mm (copy.size, 14 * 25.4 / 72);
  assert_mm (copy.left, 28 + 14 * 25.4 / 72);
  assert_mm (date.right, 184 - 14 * 25.4 / 72);
  assert_mm (date.top - printer.top, 0);
  g_assert_cmpuint (printed_page (&sheet, 1)->texts->len, ==, 4); /* no page number */
  printed_free (&sheet);
}

/* On the page of the text, with its number, if that is even and has room; else after
 * a blank page. */
static void test_imprint_pages (void)
{
  Printed sheet = printed_new ("", HEAD "正文。\n附件：表\n附件\n表\n甲。\n" IMPRINT);
  g_assert_cmpuint (printed_n_pages (&sheet), ==, 2);
  printed_find (&sheet, 1, "— 2 —");
  printed_free (&sheet);
  GString *text = g_string_new (HEAD "正文。\n附件：表\n附件\n表\n");
  for (int i = 0; i < 17; i++)
    g_string_append (text, "甲。\n");
  g_string_append (text, IMPRINT);
  sheet = printed_new ("", text->str);
  g_assert_cmpuint (printed_n_pages (&sheet), ==, 4);
  g_assert_cmpuint (printed_page (&sheet, 2)->texts->len, ==, 0);
  printed_find (&sheet, 3, "抄送");
  printed_free (&sheet);
  g_string_free (text, TRUE);
}

/* ── bound tables ────────────────────────────────────────────────────────── */

static void test_bound (void)
{
  Office *office = office_new ();
  office_write (office, "tasks.csv", "序号,任务名称\n1,甲\n");
  office_write (office, "notice.txt", HEAD "正文。\n附件：台账\n" IMPRINT);
  Printed sheet = printed_of_book (
      office,
      "[book]\ntemplate = ledger\ntitle = 台账\ntasks = tasks.csv\n[document notice]\nkind = letter\n"
      "text = notice.txt\nattachments = ledger\n[document ledger]\nkind = ledger\n",
      "");
  g_assert_cmpuint (printed_n_pages (&sheet), ==, 4);
  g_assert_cmpint (printed_page (&sheet, 1)->width, >, printed_page (&sheet, 1)->height);
  printed_find (&sheet, 1, "— 2 —");
  g_assert_cmpuint (printed_page (&sheet, 2)->texts->len, ==, 0);
  printed_find (&sheet, 3, "抄送");
  g_assert_cmpuint (sheet.layout->tables->len, ==, 0); /* no workbook */
  printed_free (&sheet);
}

static Printed bound_sheet (const char *paper)
{
  Office *office = office_new ();
  office_write (office, "tasks.csv", "序号,任务名称\n1,甲\n");
  office_write (office, "notice.txt", HEAD "正文。\n附件：1.台账\n2.台账二\n");
  char *book = g_strdup_printf ("[page]\nbinding = print\n[document notice]\nkind = letter\ntext = notice.txt\n"
                                "attachments = first, second\n[document first]\nkind = ledger\n"
                                "template = ledger\ntitle = 台账\ndata = tasks.csv\npage.paper = %s\n[document "
                                "second]\nkind = ledger\ntemplate = ledger\ntitle = 台账二\ndata = tasks.csv\n",
                                paper);
  Printed sheet = printed_of_book (office, book, "");
  g_free (book);
  return sheet;
}

/* Clause 8: on the sheet the table's head is at the left, within the type area, and the
 * number where it always is. A page is described as it is read: its left side is the
 * sheet's foot, its top the sheet's left. */
static void test_turned (void)
{
  Printed sheet = bound_sheet ("A4");
  for (guint i = 1; i <= 2; i++) {
    const TzPage *page = printed_page (&sheet, i);
    const TzPageText *number = &g_array_index (page->texts, TzPageText, page->texts->len - 1);
    Line title = printed_find (&sheet, i, "台账");
    double foot = 300, head = 300;
    g_assert_true (page->turned);
    g_assert_true (number->turned);
    for (guint r = 0; r < page->rules->len; r++) {
      foot = MIN (foot, tz_len_to_mm (printed_rule (&sheet, i, r)->x0));
      head = MIN (head, tz_len_to_mm (printed_rule (&sheet, i, r)->y0));
    }
    g_assert_cmpfloat (fabs (foot - 35), <, .3);
    g_assert_cmpfloat (tz_len_to_mm (title.top), <, head);
    g_assert_cmpfloat (tz_len_to_mm (title.top), >, 28);
    /* From the sheet's upper edge: the dash is 7 mm below the type area. */
    assert_mm (page->width - number->x, 262 + 8.6 - .88 * 14 * 25.4 / 72);
    double left = tz_len_to_mm (number->y + number->lines->glyphs[0].x), inset = 14 * 25.4 / 72;
    if (i == 2) /* page 3 */
      g_assert_cmpfloat (fabs (left +
                               tz_len_to_mm (number->lines->lines[0].width - number->lines->glyphs[0].x) -
                               (184 - inset)),
                         <, .3);
    else
      g_assert_cmpfloat (fabs (left - 28 - inset), <, .3);
  }
  g_assert_false (printed_page (&sheet, 0)->turned);
  printed_free (&sheet);
}

/* 7.3.7: size 3, black, flush left, at the top of the type area, whatever the table's form says. */
static void test_bound_label (void)
{
  Office *office = office_new ();
  office_write (office, "tasks.csv", "序号,任务名称\n1,甲\n");
  office_write (office, "notice.txt", HEAD "正文。\n附件：台账\n");
  Printed sheet =
      printed_of_book (office,
                       "[page]\nbinding = print\n[document notice]\nkind = letter\ntext = notice.txt\n"
                       "attachments = first\n[document first]\nkind = ledger\ntemplate = ledger\n"
                       "title = 台账\nlabel = 附件\ndata = tasks.csv\n",
                       "");
  Line label = printed_find (&sheet, 1, "附件");
  assert_mm (label.size, EM);
  assert_mm (label.left, 35); /* of the page as it is read */
  g_assert_cmpfloat (tz_len_to_mm (label.top), <, 28 + 1);
  printed_free (&sheet);
}

/* 7.3.7: what the text names is labelled as it is named there, in the first line, its title
 * in the middle of the third; a title of the table's form keeps its size. */
static void test_bound_without_label (void)
{
  Office *office = office_new ();
  office_write (office, "tasks.csv", "序号,任务名称\n1,甲\n");
  office_write (office, "notice.txt", HEAD "正文。\n附件：1.台账\n2.分工表\n");
  Printed sheet = printed_of_book (
      office,
      "[page]\nmargin = 30mm\n[document notice]\nkind = letter\ntext = notice.txt\nattachments = second, "
      "first\n"
      "[document first]\nkind = ledger\ntemplate = ledger\ntitle = 台账\ndata = tasks.csv\n"
      "page.margin-top = 30mm\n"
      "[document second]\nkind = ledger\ntemplate = ledger\ntitle = 某市供电服务提升行动计划任务分工表\ndata = "
      "tasks.csv\n"
      "page.margin-top = 30mm\ntitle.size = 60pt\ntitle.shrink-to = 10pt\n",
      "");
  const char *labels[] = { "附件2", "附件1" }, *titles[] = { "某市供电服务提升行动计划任务分工表", "台账" };
  for (guint i = 0; i < 2; i++) {
    Line label = printed_find (&sheet, i + 1, labels[i]), title = printed_find (&sheet, i + 1, titles[i]);
    assert_mm (label.size, EM);
    assert_mm (label.top, 30);
    assert_mm ((title.top + title.bottom) / 2, 30 + 2 * PITCH + EM / 2);
  }
  printed_free (&sheet);
}

/* Nor may its own label be another. */
static void test_other_label (void)
{
  Office *office = office_new ();
  office_write (office, "tasks.csv", "序号,任务名称\n1,甲\n");
  office_write (office, "notice.txt", HEAD "正文。\n附件：台账\n");
  Printed sheet = printed_of_book (office,
                                   "[document notice]\nkind = letter\ntext = notice.txt\nattachments = first\n"
                                   "[document first]\nkind = ledger\ntemplate = ledger\ntitle = 台账\n"
                                   "label = 附件1\ndata = tasks.csv\n",
                                   "warning attachment-label 6");
  GArray *lines = printed_lines (&sheet, 1);
  g_assert_cmpstr (g_array_index (lines, Line, 0).text, ==, "附件"); /* the text has the last word */
  g_array_unref (lines);
  printed_free (&sheet);
}

/* The label in the table's own file, whatever it is: 附表3 there is 附件1 in the text that binds it. */
static void test_label_in_file (void)
{
  Office *office = office_new ();
  office_write (office, "tasks.csv", "附表3,\n防汛物资台账,\n序号,任务名称\n1,甲\n2,乙\n");
  office_write (office, "notice.txt", HEAD "正文。\n附件：1.防汛物资台账\n2.台账\n");
  Printed sheet =
      printed_of_book (office,
                       "[document notice]\nkind = letter\ntext = notice.txt\nattachments = first, second\n"
                       "[document first]\nkind = ledger\ntemplate = ledger\ndata = tasks.csv\n"
                       "[document second]\nkind = ledger\ntemplate = ledger\ntitle = 台账\nlabel = 附表3\n"
                       "data = tasks.csv\n",
                       "note table-recognised 1; warning attachment-label 6");
  printed_find (&sheet, 1, "附件1");
  printed_find (&sheet, 2, "附表3"); /* what the book says is meant */
  printed_free (&sheet);
}

/* A document that is passed on whole is an attachment, too. */
static void test_nested_label (void)
{
  Printed sheet = printed_new ("", HEAD "正文。\n附件：1.关于另一件事的通知\n===\n某省能源局文件\n"
                                        "某能〔2021〕2号\n关于另一件事的通知\n各市：\n正文。\n");
  Line label = printed_find (&sheet, 1, "附件1"), mark = printed_find (&sheet, 1, "某省能源局文件");
  assert_mm (label.top, 37);
  assert_mm (label.left, 28);
  assert_mm (mark.top, 37 + 35);
  printed_free (&sheet);
}

/* A sheet of A3 is folded in as it lies. */
static void test_large_is_not_turned (void)
{
  Printed sheet = bound_sheet ("A3");
  g_assert_false (printed_page (&sheet, 1)->turned);
  g_assert_cmpint (printed_page (&sheet, 1)->width, >, printed_page (&sheet, 1)->height);
  g_assert_true (printed_page (&sheet, 2)->turned);
  printed_free (&sheet);
}

/* 7.3.7: names of attachments are those of the documents bound behind the text. */
static void test_bound_name (void)
{
  Office *office = office_new ();
  office_write (office, "tasks.csv", "序号,任务名称\n1,甲\n");
  office_write (office, "notice.txt", HEAD "正文。\n附件：1.任务分工表\n2.某市台账\n");
  Printed sheet =
      printed_of_book (office,
                       "[document notice]\nkind = letter\ntext = notice.txt\nattachments = first, second\n"
                       "[document first]\nkind = ledger\ntemplate = ledger\ntitle = 任务一览\n"
                       "data = tasks.csv\n[document second]\nkind = ledger\ntemplate = ledger\n"
                       "title = 台账\ndata = tasks.csv\n",
                       "warning attachment-title 6");
  printed_free (&sheet);
}

/* ── the letter format (10.1) ────────────────────────────────────────────── */

static void test_letter_format (void)
{
  Printed sheet = printed_new ("template = letter-format\n",
                               "示例市能源局\n示能函〔2021〕9号\n关于某事的函\n市公安局：\n正文。\n");
  Line mark = printed_find (&sheet, 0, "示例市能源局"), number = printed_find (&sheet, 0, "示能函"),
       title = printed_find (&sheet, 0, "关于");
  const TzPageRule *rule = printed_rule (&sheet, 0, 0), *foot = printed_rule (&sheet, 0, 2);
  g_assert_cmpuint (printed_page (&sheet, 0)->rules->len, ==, 4);
  assert_mm (mark.top, 30);
  assert_mm (rule->y0 - mark.bottom, 4);
  assert_mm (rule->x1 - rule->x0, 170);
  assert_mm (rule->x0, 20);
  assert_mm (number.right, 184);
  assert_mm (number.top - rule->y0, EM * 7 / 8);
  assert_mm (foot->y0, 297 - 20);
  assert_mm (title.top - number.bottom, 2 * PITCH + PITCH - EM);
  printed_free (&sheet);
}

/* ── orders (10.2) and signature stamps (7.3.5.3) ────────────────────────── */

static void test_order (void)
{
  Printed sheet =
      printed_new ("template = order\n", "示例市人民政府令\n第12号\n现予公布。\n市长　某某某\n2021年8月6日\n");
  Line mark = printed_find (&sheet, 0, "示例市"), number = printed_find (&sheet, 0, "第12号"),
       text = printed_find (&sheet, 0, "现予"), office = printed_find (&sheet, 0, "市长"),
       name = printed_find (&sheet, 0, "某某某"), date = printed_find (&sheet, 0, "2021年");
  double stamp = tz_len_to_mm (text.top) + 3 * PITCH; /* two blank lines */
  g_assert_cmpuint (printed_page (&sheet, 0)->rules->len, ==, 0);
  assert_mm (mark.top, 37 + 20);
  assert_mm (number.top - mark.bottom, 2 * PITCH + PITCH - EM);
  assert_mm (text.top - number.top, 3 * PITCH);
  assert_mm ((office.top + office.bottom) / 2, stamp + 10);
  assert_mm (office.right, 184 - 4 * EM - 40 - 2 * EM);
  assert_mm ((name.left + name.right) / 2, 184 - 4 * EM - 20);
  assert_mm (date.top, stamp + 20 + PITCH + PITCH - EM);
  assert_mm (date.right, 184 - 4 * EM);
  printed_free (&sheet);
}

/* Of several organs each has its own line; a name may be missing. */
static void test_stamps (void)
{
  Printed sheet = printed_new ("", "stamp: 市长；县长 某某\n---\n" HEAD "正文。\n2021年8月6日\n");
  guint last = printed_n_pages (&sheet) - 1;
  Line first = printed_find (&sheet, last, "市长"), second = printed_find (&sheet, last, "县长");
  assert_mm (first.right - second.right, 0);
  assert_mm (second.top - first.top, 20 + PITCH - EM);
  assert_mm ((printed_find (&sheet, last, "某某").top + printed_find (&sheet, last, "某某").bottom) / 2,
             tz_len_to_mm ((second.top + second.bottom) / 2));
  printed_free (&sheet);
}

/* ── minutes (10.3) ──────────────────────────────────────────────────────── */

static void test_people (void)
{
  Printed sheet =
      printed_new ("template = minutes\n", "示例市会议纪要\n第3期\n会议议定一事。\n"
                                           "出席：甲局某某，乙局某某，丙局某某，丁局某某，戊局某某，己局"
                                           "某某，庚局某某。\n请假：辛局某某。\n");
  Line text = printed_find (&sheet, 0, "会议"), here = printed_find (&sheet, 0, "出席："),
       name = printed_find (&sheet, 0, "甲局"), away = printed_find (&sheet, 0, "请假："),
       other = printed_find (&sheet, 0, "辛局");
  assert_mm (here.top - text.top, 2 * PITCH);
  assert_mm (here.left, 28 + 2 * EM);
  assert_mm (name.left, 28 + 5 * EM); /* the colon is a whole character */
  assert_mm (other.left, 28 + 5 * EM);
  assert_mm (away.top - here.top, 2 * PITCH);
  printed_free (&sheet);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  printed_begin ();
  g_test_add_func ("/official/full-page", test_full_page);
  g_test_add_func ("/official/indent", test_indent);
  g_test_add_func ("/official/head", test_head);
  g_test_add_func ("/official/joint", test_joint);
  g_test_add_func ("/official/many-organs", test_many_organs);
  g_test_add_func ("/official/signatories", test_signatories);
  g_test_add_func ("/official/numbers", test_numbers);
  g_test_add_func ("/official/even-lines", test_even_lines);
  g_test_add_func ("/official/items", test_items);
  g_test_add_func ("/official/attachment", test_attachment);
  g_test_add_func ("/official/unsealed", test_unsealed);
  g_test_add_func ("/official/short-name", test_short_name);
  g_test_add_func ("/official/sealed", test_sealed);
  g_test_add_func ("/official/sealed-together", test_sealed_together);
  g_test_add_func ("/official/sealed-long", test_sealed_long);
  g_test_add_func ("/official/room-above-seals", test_room_above_seals);
  g_test_add_func ("/official/title-lines", test_title_lines);
  g_test_add_func ("/official/title-by-hand", test_title_by_hand);
  g_test_add_func ("/official/long-title", test_long_title);
  g_test_add_func ("/official/signature-with-text", test_signature_with_text);
  g_test_add_func ("/official/imprint", test_imprint);
  g_test_add_func ("/official/imprint-pages", test_imprint_pages);
  g_test_add_func ("/official/bound", test_bound);
  g_test_add_func ("/official/turned", test_turned);
  g_test_add_func ("/official/bound-name", test_bound_name);
  g_test_add_func ("/official/bound-label", test_bound_label);
  g_test_add_func ("/official/bound-without-label", test_bound_without_label);
  g_test_add_func ("/official/other-label", test_other_label);
  g_test_add_func ("/official/label-in-file", test_label_in_file);
  g_test_add_func ("/official/nested-label", test_nested_label);
  g_test_add_func ("/official/large-is-not-turned", test_large_is_not_turned);
  g_test_add_func ("/official/letter-format", test_letter_format);
  g_test_add_func ("/official/order", test_order);
  g_test_add_func ("/official/stamps", test_stamps);
  g_test_add_func ("/official/people", test_people);
  int status = g_test_run ();
  printed_end ();
  return status;
}
