/* Places on the pages of an official document, in millimetres: the frame of GB/T
 * 9704-2012 (clauses in brackets). */
#include "command/fontset.h"
#include "layout/flow.h"

#include "findings.h"
#include "office.h"

#include <math.h>
#include <string.h>

#define EM    (156.0 / 28)
#define PITCH ((225 - EM) / 21)
#define LINE  "为进一步优化营商环境提高供电服务水平我们制定了行动计划现印发给你们请结合实际认真落实"

static TzTypesetter *setter;

typedef struct {
  Office *office;
  TzDoc *doc;
  TzLayout *layout;
} Sheet;

/* SETS: keys of the document; may be "". */
static Sheet lay_out (const char *keys, const char *text)
{
  Sheet sheet = { office_new (), NULL, NULL };
  char *book = g_strdup_printf ("[document notice]\nkind = letter\ntext = notice.txt\n%s", keys);
  office_write (sheet.office, "book.ini", book);
  office_write (sheet.office, "notice.txt", text);
  sheet.doc = office_compose (sheet.office, "book.ini", 0, NULL, NULL);
  assert_findings (sheet.office->diag, "");
  TzMeasure measure = tz_measure_typeset (setter);
  sheet.layout = tz_layout_new (sheet.doc, &measure, sheet.office->diag);
  assert_findings (sheet.office->diag, "");
  g_free (book);
  return sheet;
}

static void sheet_free (Sheet *sheet)
{
  tz_layout_free (sheet->layout);
  tz_doc_free (sheet->doc);
  office_free (sheet->office);
}

static const TzPage *page_of (const Sheet *sheet, guint i)
{
  g_assert_cmpuint (i, <, sheet->layout->pages->pages->len);
  return sheet->layout->pages->pages->pdata[i];
}

static guint n_pages (const Sheet *sheet)
{
  return sheet->layout->pages->pages->len;
}

static void assert_mm (TzLen len, double mm)
{
  if (fabs (tz_len_to_mm (len) - mm) > .3)
    g_error ("%.2f mm, not %.2f mm", tz_len_to_mm (len), mm);
}

/* A line of a page's texts. */
typedef struct {
  char *text;
  TzLen left, right, top, bottom, size;
  guint32 colour;
} Line;

static void line_clear (gpointer line)
{
  g_free (((Line *)line)->text);
}

static int line_order (gconstpointer a, gconstpointer b)
{
  const Line *p = a, *q = b;
  return p->top != q->top ? (p->top > q->top) - (p->top < q->top) : (p->left > q->left) - (p->left < q->left);
}

/* All lines of page I, from above. */
static GArray *lines_of (const Sheet *sheet, guint i)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  const TzPage *page = page_of (sheet, i);
  g_array_set_clear_func (lines, line_clear);
  for (guint t = 0; t < page->texts->len; t++) {
    const TzPageText *text = &g_array_index (page->texts, TzPageText, t);
    for (int k = 0; k < text->n; k++) {
      const TzLine *from = &text->lines->lines[text->first + k];
      Line line = { .text = g_strndup (text->lines->text + from->start, from->end - from->start) };
      line.left = text->x + (from->n_glyphs > 0 ? text->lines->glyphs[from->glyph].x : 0);
      line.right = text->x + from->width;
      line.top = text->y + k * text->lines->pitch;
      line.size = text->lines->size;
      line.bottom = line.top + line.size;
      line.colour = text->lines->colour;
      g_array_append_val (lines, line);
    }
  }
  g_array_sort (lines, line_order);
  return lines;
}

/* The line of page I that begins with TEXT. */
static Line find_line (const Sheet *sheet, guint i, const char *text)
{
  GArray *lines = lines_of (sheet, i);
  Line found = { NULL };
  for (guint k = 0; k < lines->len && !found.size; k++)
    if (g_str_has_prefix (g_array_index (lines, Line, k).text, text))
      found = g_array_index (lines, Line, k);
  g_array_unref (lines);
  if (!found.size)
    g_error ("page %u has no line %s", i + 1, text);
  found.text = NULL;
  return found;
}

static const TzPageRule *rule_of (const Sheet *sheet, guint page, guint i)
{
  g_assert_cmpuint (i, <, page_of (sheet, page)->rules->len);
  return &g_array_index (page_of (sheet, page)->rules, TzPageRule, i);
}

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
  Sheet sheet = lay_out ("", text);
  GArray *lines = lines_of (&sheet, 1);
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
  sheet_free (&sheet);
  g_free (text);
}

static void test_indent (void)
{
  Sheet sheet = lay_out ("", HEAD "正文第一段。\n");
  assert_mm (find_line (&sheet, 0, "正文").left, 28 + 2 * EM);
  sheet_free (&sheet);
}

/* ── the head ────────────────────────────────────────────────────────────── */

static void test_head (void)
{
  Sheet sheet = lay_out ("", HEAD "正文。\n");
  Line mark = find_line (&sheet, 0, "示例市能源局文件"), number = find_line (&sheet, 0, "示能");
  Line title = find_line (&sheet, 0, "关于"), to = find_line (&sheet, 0, "各县");
  const TzPageRule *rule = rule_of (&sheet, 0, 0);
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
  sheet_free (&sheet);
}

/* Names of equal width, the word beside them in the middle (7.2.4). */
static void test_joint (void)
{
  Sheet sheet = lay_out ("", "示例市发展和改革局\n示例市公安局\n示例市交通局\n文件\n示能〔2021〕9号\n"
                             "关于做好某事的通知\n各县：\n正文。\n");
  Line first = find_line (&sheet, 0, "示例市发展"), last = find_line (&sheet, 0, "示例市交通");
  Line word = find_line (&sheet, 0, "文件");
  assert_mm (first.left - last.left, 0);
  assert_mm (first.right - last.right, 0);
  assert_mm ((word.top + word.bottom) / 2 - (first.top + last.bottom) / 2, 0);
  g_assert_cmpint (word.left, >, first.right);
  sheet_free (&sheet);
}

/* 7.3.3: however many organs there are, page 1 shows text. */
static void test_many_organs (void)
{
  GString *text = g_string_new (NULL);
  for (int i = 0; i < 9; i++)
    g_string_append_printf (text, "示例市第%d号供电服务管理委员会\n", i);
  g_string_append (text, "示能〔2021〕9号\n关于做好供电服务工作的通知\n各县：\n正文在此。\n");
  Sheet sheet = lay_out ("", text->str);
  g_assert_cmpint (find_line (&sheet, 0, "正文").bottom, <=, tz_len_from_mm (262.1));
  sheet_free (&sheet);
  g_string_free (text, TRUE);
}

static void test_signatories (void)
{
  Sheet sheet = lay_out (
      "", "示例市能源局文件\n示能〔2021〕9号 签发人：甲某 乙某 丙某\n关于某事的请示\n省局：\n正文。\n");
  Line number = find_line (&sheet, 0, "示能"), label = find_line (&sheet, 0, "签发人："),
       last = find_line (&sheet, 0, "丙某");
  Line first = find_line (&sheet, 0, "甲某");
  assert_mm (number.left, 28 + EM); /* 7.2.6 */
  assert_mm (number.top - last.top, 0);
  assert_mm (first.top - label.top, 0);
  assert_mm (last.left - first.left, 0);
  assert_mm (first.right, 184 - EM);
  assert_mm (rule_of (&sheet, 0, 0)->y0 - last.bottom, 4);
  sheet_free (&sheet);
}

/* ── page numbers (7.5) ──────────────────────────────────────────────────── */

static void test_numbers (void)
{
  char *text = long_text (HEAD, 30);
  Sheet sheet = lay_out ("", text);
  Line odd = find_line (&sheet, 0, "— 1 —"), even = find_line (&sheet, 1, "— 2 —");
  assert_mm (odd.right, 184 - 14 * 25.4 / 72);
  assert_mm (even.left, 28 + 14 * 25.4 / 72);
  assert_mm (odd.size, 14 * 25.4 / 72);
  g_assert_cmpint (odd.top, >, tz_len_from_mm (262));
  assert_mm (odd.top - even.top, 0);
  sheet_free (&sheet);
  g_free (text);
}

/* ── notes of attachments (7.3.4) ────────────────────────────────────────── */

static void test_items (void)
{
  Sheet sheet = lay_out (
      "", HEAD "正文。\n附件：1.供电服务提升行动计划重点任务和责任分工一览表以及填报说明\n2.时限表\n"
               "附件1\n供电服务提升行动计划重点任务和责任分工一览表以及填报说明\n甲。\n附件2\n时限表\n乙。\n");
  Line text = find_line (&sheet, 0, "正文"), label = find_line (&sheet, 0, "附件：1."),
       second = find_line (&sheet, 0, "2.");
  Line name = find_line (&sheet, 0, "供电服务"), other = find_line (&sheet, 0, "时限表");
  assert_mm (label.left, 28 + 2 * EM);
  assert_mm (label.top - text.top, 2 * PITCH);
  assert_mm (second.left, 28 + 5 * EM);
  assert_mm (name.left - other.left, 0);
  assert_mm (second.top - label.top, 2 * PITCH); /* the first name takes two lines */
  sheet_free (&sheet);
}

/* 7.3.7: label on the first line, title on the third, the page its own. */
static void test_attachment (void)
{
  Sheet sheet = lay_out ("", HEAD "正文。\n附件：时限表\n附件\n时限表\n乙。\n");
  Line label = find_line (&sheet, 1, "附件"), title = find_line (&sheet, 1, "时限表");
  assert_mm (label.top, 37);
  assert_mm (label.left, 28);
  assert_mm (title.top + title.size / 2, 37 + 2 * PITCH + EM / 2);
  assert_mm ((title.left + title.right) / 2, 28 + 78);
  sheet_free (&sheet);
}

/* ── signatures (7.3.5) ──────────────────────────────────────────────────── */

static void test_unsealed (void)
{
  Sheet sheet = lay_out ("", HEAD "正文。\n示例市发展和改革委员会\n2021年4月9日\n");
  Line text = find_line (&sheet, 0, "正文"), name = find_line (&sheet, 0, "示例市发展"),
       date = find_line (&sheet, 0, "2021年");
  assert_mm (name.top - text.top, 2 * PITCH);
  assert_mm (name.right, 184 - 2 * EM);
  assert_mm (date.left, tz_len_to_mm (name.left) + 2 * EM);
  assert_mm (date.top - name.top, PITCH);
  sheet_free (&sheet);
}

/* A date longer than the name: it is the date that ends two characters from the right. */
static void test_short_name (void)
{
  Sheet sheet = lay_out ("", HEAD "正文。\n示例局\n2021年12月19日\n");
  Line name = find_line (&sheet, 0, "示例局"), date = find_line (&sheet, 0, "2021年");
  assert_mm (date.right, 184 - 2 * EM);
  assert_mm (date.left, tz_len_to_mm (name.left) + 2 * EM);
  sheet_free (&sheet);
}

static void test_sealed (void)
{
  Sheet sheet = lay_out ("", "seal: yes\n---\n" HEAD "正文。\n示例市发展局\n2021年4月9日\n");
  Line text = find_line (&sheet, 0, "正文"), name = find_line (&sheet, 0, "示例市发展"),
       date = find_line (&sheet, 0, "2021年");
  assert_mm (date.right, 184 - 4 * EM);
  assert_mm ((name.left + name.right) / 2, tz_len_to_mm ((date.left + date.right) / 2));
  /* A seal of 42 mm over both begins within a line of the text. */
  double seal_top = tz_len_to_mm ((name.top + date.bottom) / 2) - 21, text_end = tz_len_to_mm (text.bottom);
  g_assert_cmpfloat (seal_top, >=, text_end);
  g_assert_cmpfloat (seal_top, <=, text_end + PITCH);
  sheet_free (&sheet);
}

/* Seals of 42 mm in rows of three: apart, and inside the type area. */
static void test_sealed_together (void)
{
  Sheet sheet = lay_out ("", "seal: yes\n---\n" HEAD
                             "正文。\n甲市公安局\n乙市财政局\n丙市交通局\n丁市水利局\n2021年4月9日\n");
  Line a = find_line (&sheet, n_pages (&sheet) - 1, "甲市"),
       b = find_line (&sheet, n_pages (&sheet) - 1, "乙市"),
       c = find_line (&sheet, n_pages (&sheet) - 1, "丙市");
  Line d = find_line (&sheet, n_pages (&sheet) - 1, "丁市"),
       date = find_line (&sheet, n_pages (&sheet) - 1, "2021年");
  g_assert_cmpfloat (tz_len_to_mm (b.left + b.right - a.left - a.right) / 2, >, 42);
  g_assert_cmpfloat (tz_len_to_mm (c.left + c.right - b.left - b.right) / 2, >, 42);
  g_assert_cmpfloat (tz_len_to_mm (d.top - a.top), >, 42);
  g_assert_cmpfloat (tz_len_to_mm (a.left + a.right) / 2 - 21, >=, 27.9);
  assert_mm (d.left + d.right, tz_len_to_mm (date.left + date.right));
  sheet_free (&sheet);
}

/* A signature that does not fit takes text with it. */
static void test_signature_with_text (void)
{
  for (int n = 1; n < 14; n++) {
    GString *text = g_string_new ("seal: yes\n---\n" HEAD);
    for (int i = 0; i < n; i++)
      g_string_append (text, "一段正文。\n");
    g_string_append (text, "示例市能源局\n2021年4月9日\n");
    Sheet sheet = lay_out ("", text->str);
    find_line (&sheet, n_pages (&sheet) - 1, "一段");
    find_line (&sheet, n_pages (&sheet) - 1, "2021年4月9日");
    sheet_free (&sheet);
    g_string_free (text, TRUE);
  }
}

/* ── the imprint (7.4) ───────────────────────────────────────────────────── */

#define IMPRINT "抄送：市委办公室，市政府办公室。\n示例市能源局办公室\n2021年4月12日印发\n"

static void test_imprint (void)
{
  Sheet sheet = lay_out ("", HEAD "正文。\n" IMPRINT);
  g_assert_cmpuint (n_pages (&sheet), ==, 2); /* at the end of an even page */
  g_assert_cmpuint (page_of (&sheet, 1)->rules->len, ==, 3);
  const TzPageRule *first = rule_of (&sheet, 1, 0), *inner = rule_of (&sheet, 1, 1),
                   *last = rule_of (&sheet, 1, 2);
  assert_mm (last->y0, 262);
  assert_mm (first->x1 - first->x0, 156);
  g_assert_cmpint (first->thickness, ==, tz_len_from_mm (.35));
  g_assert_cmpint (last->thickness, ==, tz_len_from_mm (.35));
  g_assert_cmpint (inner->thickness, ==, tz_len_from_mm (.25));
  Line copy = find_line (&sheet, 1, "抄送："), printer = find_line (&sheet, 1, "示例市"),
       date = find_line (&sheet, 1, "2021年");
  assert_mm (copy.size, 14 * 25.4 / 72);
  assert_mm (copy.left, 28 + 14 * 25.4 / 72);
  assert_mm (date.right, 184 - 14 * 25.4 / 72);
  assert_mm (date.top - printer.top, 0);
  g_assert_cmpuint (page_of (&sheet, 1)->texts->len, ==, 4); /* no page number */
  sheet_free (&sheet);
}

/* On the page of the text, with its number, if that is even and has room; else after
 * a blank page. */
static void test_imprint_pages (void)
{
  Sheet sheet = lay_out ("", HEAD "正文。\n附件：表\n附件\n表\n甲。\n" IMPRINT);
  g_assert_cmpuint (n_pages (&sheet), ==, 2);
  find_line (&sheet, 1, "— 2 —");
  sheet_free (&sheet);
  GString *text = g_string_new (HEAD "正文。\n附件：表\n附件\n表\n");
  for (int i = 0; i < 17; i++)
    g_string_append (text, "甲。\n");
  g_string_append (text, IMPRINT);
  sheet = lay_out ("", text->str);
  g_assert_cmpuint (n_pages (&sheet), ==, 4);
  g_assert_cmpuint (page_of (&sheet, 2)->texts->len, ==, 0);
  find_line (&sheet, 3, "抄送");
  sheet_free (&sheet);
  g_string_free (text, TRUE);
}

/* ── bound tables ────────────────────────────────────────────────────────── */

static void test_bound (void)
{
  Office *office = office_new ();
  TzMeasure measure = tz_measure_typeset (setter);
  office_write (office, "tasks.csv", "序号,任务名称\n1,甲\n");
  office_write (office, "notice.txt", HEAD "正文。\n附件：台账\n" IMPRINT);
  office_write (office, "book.ini",
                "[book]\ntemplate = ledger\ntitle = 台账\ntasks = tasks.csv\n[document notice]\nkind = letter\n"
                "text = notice.txt\nattachments = ledger\n[document ledger]\nkind = ledger\n");
  TzDoc *doc = office_compose (office, "book.ini", 0, NULL, NULL);
  assert_findings (office->diag, "");
  TzLayout *layout = tz_layout_new (doc, &measure, office->diag);
  Sheet sheet = { office, doc, layout };
  g_assert_cmpuint (n_pages (&sheet), ==, 4);
  g_assert_cmpint (page_of (&sheet, 1)->width, >, page_of (&sheet, 1)->height);
  find_line (&sheet, 1, "— 2 —");
  g_assert_cmpuint (page_of (&sheet, 2)->texts->len, ==, 0);
  find_line (&sheet, 3, "抄送");
  g_assert_cmpuint (layout->tables->len, ==, 0); /* no workbook */
  sheet_free (&sheet);
}

/* ── the letter format (10.1) ────────────────────────────────────────────── */

static void test_letter_format (void)
{
  Sheet sheet = lay_out ("template = letter-format\n",
                         "示例市能源局\n示能函〔2021〕9号\n关于某事的函\n市公安局：\n正文。\n");
  Line mark = find_line (&sheet, 0, "示例市能源局"), number = find_line (&sheet, 0, "示能函"),
       title = find_line (&sheet, 0, "关于");
  const TzPageRule *rule = rule_of (&sheet, 0, 0), *foot = rule_of (&sheet, 0, 2);
  g_assert_cmpuint (page_of (&sheet, 0)->rules->len, ==, 4);
  assert_mm (mark.top, 30);
  assert_mm (rule->y0 - mark.bottom, 4);
  assert_mm (rule->x1 - rule->x0, 170);
  assert_mm (rule->x0, 20);
  assert_mm (number.right, 184);
  assert_mm (number.top - rule->y0, EM * 7 / 8);
  assert_mm (foot->y0, 297 - 20);
  assert_mm (title.top - number.bottom, 2 * PITCH + PITCH - EM);
  sheet_free (&sheet);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TzDiag *diag = tz_diag_new ();
  GError *error = NULL;
  TzFonts *fonts = tz_fontset_open (NULL, diag, &error);
  g_assert_no_error (error);
  setter = tz_typesetter_new (fonts);
  g_test_add_func ("/official/full-page", test_full_page);
  g_test_add_func ("/official/indent", test_indent);
  g_test_add_func ("/official/head", test_head);
  g_test_add_func ("/official/joint", test_joint);
  g_test_add_func ("/official/many-organs", test_many_organs);
  g_test_add_func ("/official/signatories", test_signatories);
  g_test_add_func ("/official/numbers", test_numbers);
  g_test_add_func ("/official/items", test_items);
  g_test_add_func ("/official/attachment", test_attachment);
  g_test_add_func ("/official/unsealed", test_unsealed);
  g_test_add_func ("/official/short-name", test_short_name);
  g_test_add_func ("/official/sealed", test_sealed);
  g_test_add_func ("/official/sealed-together", test_sealed_together);
  g_test_add_func ("/official/signature-with-text", test_signature_with_text);
  g_test_add_func ("/official/imprint", test_imprint);
  g_test_add_func ("/official/imprint-pages", test_imprint_pages);
  g_test_add_func ("/official/bound", test_bound);
  g_test_add_func ("/official/letter-format", test_letter_format);
  int status = g_test_run ();
  tz_typesetter_free (setter);
  tz_diag_free (diag);
  return status;
}
