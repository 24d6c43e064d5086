/* Tables and charts that do not fit where the author put them: what stands on which page.
 *
 * A text is written short: a line 甲6 stands for six paragraphs 甲。, T for the table. Pages are told likewise,
 * a letter for each line that begins with it: "甲6T|乙3" has six lines and the table on page 1, three lines on
 * page 2. t is a further part of a table. */
#include "layout/official/float.h"

#include "help/findings.h"
#include "help/printed.h"

#include <math.h>
#include <string.h>

#define HEAD "示例市能源局\n示能〔2021〕9号\n关于供电服务情况的报告\n市政府：\n"

/* ── texts ───────────────────────────────────────────────────────────────── */

static void write_line (GString *text, const char *line)
{
  const char *number = g_utf8_next_char (line);
  int n = (int)g_ascii_strtoll (number, NULL, 10);
  if (g_str_equal (line, "T"))
    g_string_append (text, "{table limits}\n");
  else if (n == 0)
    g_string_append_printf (text, "%s\n", line);
  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%.*s。\n", (int)(number - line), line);
}

static char *written (const char *pattern)
{
  GString *text = g_string_new (HEAD);
  g_auto (GStrv) lines = g_strsplit (pattern, "\n", -1);
  for (char **line = lines; *line; line++)
    write_line (text, *line);
  return g_string_free (text, FALSE);
}

static TzChart *make_chart (int n)
{
  TzChart *chart = tz_chart_new (TZ_CHART_BARS, "chart", "图题", "项");
  TzChartSeries *done = tz_chart_add_series (chart, "已完成", TZ_TONE_DONE);
  chart->title_style = chart->label_style =
      (TzTextStyle){ .role = TZ_ROLE_SONG, .size = 9 * TZ_PT, .pitch = 13 * TZ_PT };
  for (int i = 1; i <= n; i++) {
    tz_chart_add_category (chart, "某市");
    g_array_append_val (done->values, i);
  }
  return chart;
}

/* The tables become charts of N bars. */
static void draw_instead (TzDoc *doc, int n)
{
  for (guint i = 0; i < doc->official->pieces->len; i++) {
    TzPiece *piece = doc->official->pieces->pdata[i];
    if (!piece->table)
      continue;
    g_clear_pointer (&piece->table, tz_table_free);
    piece->kind = TZ_PIECE_CHART;
    piece->chart = make_chart (n);
  }
}

/* TEXT with tables of ROWS rows; or, if there are BARS, with charts of so many. */
static Printed printed_text (const char *text, int n_rows, int n_bars)
{
  Office *office = office_new ();
  GString *rows = g_string_new ("序号,任务名称,责任单位\n");
  for (int i = 1; i <= n_rows; i++)
    g_string_append_printf (rows, "%d,第%d项任务,示例市供电公司\n", i, i);
  office_write (office, "notice.txt", text);
  office_write (office, "limits.csv", rows->str);
  office_write (office, "book.ini",
                "[document notice]\nkind = letter\ntext = notice.txt\n[document limits]\nkind = table\n"
                "data = limits.csv\ntemplate = ledger\ntitle = 表题\n");
  g_string_free (rows, TRUE);
  TzDoc *doc = office_compose (office, "book.ini", 0, NULL, NULL);
  g_assert_nonnull (doc);
  if (n_bars > 0)
    draw_instead (doc, n_bars);
  return printed_of_doc (office, doc);
}

static Printed printed_pattern (const char *pattern, int n_rows, int n_bars)
{
  g_autofree char *text = written (pattern);
  return printed_text (text, n_rows, n_bars);
}

/* ── pages ───────────────────────────────────────────────────────────────── */

static gboolean is_body (const Line *line)
{
  return fabs (tz_len_to_mm (line->size) - EM) < .1 && !g_str_has_prefix (line->text, "—");
}

/* The letter of LINE, 0 if it has none: it is in a table or a chart. */
static gunichar letter_of (const Line *line, gboolean begun)
{
  const char *text = line->text;
  if (strstr (text, "表题"))
    return 'T';
  if (strstr (text, "图题"))
    return 'C';
  if (g_str_equal (text, "责任单位") && !begun)
    return 't';
  return is_body (line) ? g_utf8_get_char (text) : 0;
}

static void tell (GString *told, gunichar letter, int n)
{
  if (n > 0)
    g_string_append_unichar (told, letter);
  if (n > 1)
    g_string_append_printf (told, "%d", n);
}

static void tell_page (GString *told, const Printed *sheet, guint page)
{
  GArray *lines = printed_lines (sheet, page);
  gunichar last = 0;
  int n = 0;
  gboolean text = page > 0, table = FALSE;
  for (guint i = 0; i < lines->len; i++) {
    const Line *line = &g_array_index (lines, Line, i);
    gunichar letter = text ? letter_of (line, table) : 0;
    text |= g_str_has_prefix (line->text, "市政府");
    table |= letter == 'T' || letter == 't';
    if (letter == 0)
      continue;
    if (letter != last) {
      tell (told, last, n);
      n = 0;
    }
    last = letter;
    n++;
  }
  tell (told, last, n);
  g_array_unref (lines);
}

static char *told (const Printed *sheet)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < printed_n_pages (sheet); i++) {
    g_string_append (text, i > 0 ? "|" : "");
    tell_page (text, sheet, i);
  }
  return g_string_free (text, FALSE);
}

static void assert_pages (const char *pattern, int n_rows, int n_bars, const char *pages)
{
  Printed sheet = printed_pattern (pattern, n_rows, n_bars);
  g_autofree char *are = told (&sheet);
  g_assert_cmpstr (are, ==, pages);
  printed_free (&sheet);
}

/* ── where they go ───────────────────────────────────────────────────────── */

/* Page 1 has room for 8 lines of the text, the others for 22. */

static void test_stays_where_it_fits (void)
{
  assert_pages ("甲4\nT\n乙9", 5, 0, "甲4T|乙9");
}

/* Text that follows fills the page. */
static void test_text_fills_the_page (void)
{
  assert_pages ("甲26\nT\n乙30", 12, 0, "甲8|甲18乙4|T乙12|乙14");
  assert_pages ("甲5\nT\n乙30", 1, 12, "甲5乙3|C乙13|乙14");
}

/* A paragraph that begins on the page is not torn: the table stands behind its end. */
static void test_paragraph_is_whole (void)
{
  assert_pages (
      "甲26\nT\n乙2\n丙丁丙丁丙丁丙丁丙丁丙丁丙丁丙丁丙丁丙丁丙丁丙丁丙丁丙丁丙丁丙丁丙丁丙丁丙丁丙丁"
      "丙丁丙丁丙丁丙丁丙丁丙丁丙丁丙丁丙丁丙丁丙丁丙丁丙丁丙丁丙丁丙丁丙丁丙丁丙丁丙丁丙丁丙丁。\n戊3",
      12, 0, "甲8|甲18乙2丙2|丙2T戊3");
}

/* Not past a heading of its level or of a higher one, but past lower ones. */
static void test_headings (void)
{
  assert_pages ("一、子。\n甲25\nT\n乙1\n二、丑。\n乙30", 12, 0, "一甲7|甲18乙|T二乙11|乙19");
  assert_pages ("一、子。\n（一）寅。\n甲24\nT\n（二）丑。\n乙30", 12, 0, "一（甲6|甲18|T（乙11|乙19");
  assert_pages ("一、子。\n（一）寅。\n甲24\nT\n二、丑。\n乙30", 12, 0, "一（甲6|甲18|T二乙11|乙19");
  assert_pages ("一、子。\n甲25\nT\n（一）丑。\n乙30", 12, 0, "一甲7|甲18（乙3|T乙12|乙15");
}

/* A heading does not stand before the table without a line of its text. */
static void test_heading_with_text (void)
{
  assert_pages ("一、子。\n甲28\nT\n（一）丑。\n乙30", 12, 0, "一甲7|甲21|T（乙11|乙19");
}

/* A sentence that the table is a part of stands directly above it, on the same page. */
static void test_sentence_leads (void)
{
  assert_pages ("甲25\n情况如下：\nT\n乙30", 12, 0, "甲8|甲17|情T乙11|乙19");
}

/* One that names the table may be far above it. */
static void test_sentence_names (void)
{
  assert_pages ("甲25\n情况见下表。\nT\n乙30", 12, 0, "甲8|甲17情乙4|T乙12|乙14");
}

/* Text that speaks of a table above stays below it. */
static void test_text_looks_up (void)
{
  assert_pages ("甲25\nT\n由上表可见，进展较快。\n丁9", 12, 0, "甲8|甲17|T由丁9");
  assert_pages ("甲25\nT\n以上任务进展较快。\n丁9", 12, 0, "甲8|甲17|T以丁9");
  assert_pages ("甲25\nT\n戊1\n上述各表列出进展。\n丁9", 12, 0, "甲8|甲17戊|T上丁9");
}

/* Not between the items of one sentence. */
static void test_list_is_whole (void)
{
  assert_pages ("甲25\nT\n丙1\n子子；\n丑丑；\n寅寅；\n卯卯；\n辰辰。\n丁9", 12, 0,
                "甲8|甲17丙子丑寅卯|辰T丁9");
}

/* Several keep their order, and text behind all of them fills the page. */
static void test_order (void)
{
  Printed sheet = printed_pattern ("甲25\nT\n丙2\nT\n丁9", 12, 0);
  g_autofree char *are = told (&sheet);
  g_assert_cmpstr (are, ==, "甲8|甲17丙2丁3|T2丁2|丁4");
  Line first = printed_find (&sheet, 2, "表1　表题"), second = printed_find (&sheet, 2, "表2　表题");
  g_assert_cmpint (first.top, <, second.top);
  printed_free (&sheet);
}

/* The last word stays below the table, with the signature. */
static void test_last_word (void)
{
  assert_pages ("甲26\nT\n乙1\n特此报告。\n示例市能源局\n二〇二一年四月九日", 12, 0, "甲8|甲18乙|T特示二");
  assert_pages ("甲26\nT\n特此报告。\n示例市能源局\n二〇二一年四月九日", 12, 0, "甲8|甲18|T特示二");
}

/* N lines of a paragraph behind the table, then the signature. */
static void assert_end (int n, const char *pages)
{
  GString *pattern = g_string_new ("甲26\nT\n");
  for (int i = 0; i < 28 * n - 3; i++)
    g_string_append (pattern, "乙");
  g_string_append (pattern, "。\n示例市能源局\n二〇二一年四月九日");
  assert_pages (pattern->str, 12, 0, pages);
  g_string_free (pattern, TRUE);
}

/* A long last paragraph may stand before it if the signature then has the table on its page. */
static void test_signature_with_table (void)
{
  assert_end (4, "甲8|甲18乙4|T示二");
  assert_end (6, "甲8|甲18乙4|乙2T示二");
  assert_end (12, "甲8|甲18乙4|乙8T示二");
  assert_end (15, "甲8|甲18|T乙12|乙3示二");
}

/* The blank line below the title is the place's, not the chart's. */
static void test_room_below_title (void)
{
  const char *text = "示例市能源局\n示能〔2021〕9号\n关于供电服务情况的报告\n";
  g_autofree char *plain = g_strconcat (text, "乙。\n乙。\n", NULL);
  g_autofree char *floated = g_strconcat (text, "{table limits}\n乙。\n乙。\n", NULL);
  Printed one = printed_text (plain, 1, 0), other = printed_text (floated, 1, 30);
  g_assert_cmpint (printed_find (&other, 0, "乙").top, ==, printed_find (&one, 0, "乙").top);
  printed_find (&other, 1, "图题");
  printed_free (&one);
  printed_free (&other);
}

/* ── what else makes room ────────────────────────────────────────────────── */

static double height_of_chart (const char *pattern, guint page)
{
  Printed sheet = printed_pattern (pattern, 1, 12);
  double height =
      tz_len_to_mm (printed_find (&sheet, page, "图题").top - printed_find (&sheet, page, "某市").top);
  printed_free (&sheet);
  return height;
}

/* Rather than leave its place a chart has its bars closer, and a table its rows. */
static void test_closer (void)
{
  assert_pages ("一、子。\n甲21\nT\n二、丑。\n乙30", 1, 12, "一甲7|甲14C|二乙21|乙9");
  double usual = height_of_chart ("甲12\nT\n乙30", 1), closer = height_of_chart ("甲22\nT\n乙30", 1);
  g_assert_cmpfloat (closer, <, usual - 2);
  g_assert_cmpfloat (closer, >, usual / 2);
  assert_pages ("一、子。\n甲22\nT\n二、丑。\n乙30", 9, 0, "一甲7|甲15T|二乙21|乙9");
}

/* No text may fill the page, and more than a quarter would stay blank: a short table is cut; a chart is not. */
static void test_cut_rather_than_blank (void)
{
  assert_pages ("一、子。\n甲20\nT\n二、丑。\n乙30", 13, 0, "一甲7|甲13T|t二乙17|乙13");
  assert_pages ("一、子。\n甲24\nT\n二、丑。\n乙30", 13, 0, "一甲7|甲17|T二乙10|乙20");
}

/* All charts in the text have as much room above as below. */
static void test_room_around_chart (void)
{
  for (int n = 5; n < 10; n++) {
    Printed sheet = printed_pattern ("甲10\nT\n乙9", 1, n);
    GArray *lines = printed_lines (&sheet, 1);
    TzLen text = printed_find (&sheet, 1, "甲").bottom + tz_len_from_mm (PITCH), top = tz_len_from_mm (300);
    for (guint i = 0; i < lines->len; i++)
      if (!is_body (&g_array_index (lines, Line, i)))
        top = MIN (top, g_array_index (lines, Line, i).top);
    TzLen below = printed_find (&sheet, 1, "乙").top - printed_find (&sheet, 1, "图题").bottom;
    assert_mm (below - (top - text), 0);
    assert_mm (below, PITCH - EM + PITCH / 6);
    g_array_unref (lines);
    printed_free (&sheet);
  }
}

/* So has a table; the room above the letters of its title counts. */
static void test_room_around_table (void)
{
  Printed sheet = printed_pattern ("甲10\nT\n乙9", 4, 0);
  double text = tz_len_to_mm (printed_find (&sheet, 1, "甲").bottom) + PITCH, lowest = 0;
  for (guint i = 0; i < printed_page (&sheet, 1)->rules->len; i++)
    lowest = MAX (lowest, tz_len_to_mm (printed_rule (&sheet, 1, i)->y1));
  double above = tz_len_to_mm (printed_find (&sheet, 1, "表题").top) - text;
  double below = tz_len_to_mm (printed_find (&sheet, 1, "乙").top) - lowest;
  g_assert_cmpfloat (fabs (above - below), <, .3);
  printed_free (&sheet);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  printed_begin ();
  g_test_add_func ("/official-float/stays-where-it-fits", test_stays_where_it_fits);
  g_test_add_func ("/official-float/text-fills-the-page", test_text_fills_the_page);
  g_test_add_func ("/official-float/paragraph-is-whole", test_paragraph_is_whole);
  g_test_add_func ("/official-float/headings", test_headings);
  g_test_add_func ("/official-float/heading-with-text", test_heading_with_text);
  g_test_add_func ("/official-float/sentence-leads", test_sentence_leads);
  g_test_add_func ("/official-float/sentence-names", test_sentence_names);
  g_test_add_func ("/official-float/text-looks-up", test_text_looks_up);
  g_test_add_func ("/official-float/list-is-whole", test_list_is_whole);
  g_test_add_func ("/official-float/order", test_order);
  g_test_add_func ("/official-float/last-word", test_last_word);
  g_test_add_func ("/official-float/signature-with-table", test_signature_with_table);
  g_test_add_func ("/official-float/room-below-title", test_room_below_title);
  g_test_add_func ("/official-float/closer", test_closer);
  g_test_add_func ("/official-float/cut-rather-than-blank", test_cut_rather_than_blank);
  g_test_add_func ("/official-float/room-around-chart", test_room_around_chart);
  g_test_add_func ("/official-float/room-around-table", test_room_around_table);
  int failed = g_test_run ();
  printed_end ();
  return failed;
}
