/* Tables and charts in the text of an official document: where they stand, and how the
 * text goes on below them. */
#include "layout/official/exhibit.h"

#include "help/findings.h"
#include "help/printed.h"

#include <math.h>
#include <string.h>

#define HEAD "示例市能源局\n示能〔2021〕9号\n关于供电服务情况的报告\n市政府：\n"

/* A book of one letter and the table "limits" of N rows. */
static Printed printed_with_table (const char *text, const char *keys, int n, const char *findings)
{
  Office *office = office_new ();
  GString *rows = g_string_new ("序号,任务名称,责任单位\n");
  for (int i = 1; i <= n; i++)
    g_string_append_printf (rows, "%d,第%d项任务,示例市供电公司\n", i, i);
  char *book =
      g_strdup_printf ("[document notice]\nkind = letter\ntext = notice.txt\n[document limits]\nkind = table\n"
                       "data = limits.csv\ntemplate = ledger\nlabel = 附表2\nunit-line = 单位：项\n"
                       "%s%s",
                       keys, strstr (keys, "notes = ") ? "" : "title = 任务表\nnotes = 注：此为注释。\n");
  char *whole = g_strconcat (HEAD, text, NULL);
  office_write (office, "notice.txt", whole);
  office_write (office, "limits.csv", rows->str);
  Printed sheet = printed_of_book (office, book, findings);
  g_string_free (rows, TRUE);
  g_free (book);
  g_free (whole);
  return sheet;
}

static char *paragraphs (int n, const char *rest)
{
  GString *text = g_string_new (NULL);
  for (int i = 0; i < n; i++)
    g_string_append (text, "一段正文。\n");
  g_string_append (text, rest);
  return g_string_free (text, FALSE);
}

/* How many lines of page I begin with TEXT. */
static int count_lines (const Printed *sheet, guint i, const char *text)
{
  GArray *lines = printed_lines (sheet, i);
  int n = 0;
  for (guint k = 0; k < lines->len; k++)
    n += g_str_has_prefix (g_array_index (lines, Line, k).text, text);
  g_array_unref (lines);
  return n;
}

/* On the grid that begins at TOP: a whole number of lines below it. */
static void assert_on_grid (TzLen at, double top)
{
  double lines = (tz_len_to_mm (at) - top) / PITCH;
  if (fabs (lines - round (lines)) * PITCH > .3)
    g_error ("%.2f mm is %.2f lines below %.2f mm", tz_len_to_mm (at), lines, top);
}

static double lowest_rule (const Printed *sheet, guint page)
{
  double lowest = 0;
  for (guint i = 0; i < printed_page (sheet, page)->rules->len; i++)
    lowest = MAX (lowest, tz_len_to_mm (printed_rule (sheet, page, i)->y1));
  return lowest;
}

/* As wide as the type area, between the texts, which keep to their grid of lines. */
static void test_in_text (void)
{
  Printed sheet = printed_with_table ("前文。\n{table limits}\n后文。\n", "", 3, "");
  Line before = printed_find (&sheet, 0, "前文"), after = printed_find (&sheet, 0, "后文"),
       title = printed_find (&sheet, 0, "任务表"), unit = printed_find (&sheet, 0, "单位：项"),
       note = printed_find (&sheet, 0, "注：");
  g_assert_cmpint (before.bottom, <, title.top);
  g_assert_cmpint (title.bottom, <, unit.top);
  g_assert_cmpint (note.bottom, <, after.top);
  assert_on_grid (after.top, tz_len_to_mm (before.top));
  double left = 300, right = 0;
  for (guint i = 1; i < printed_page (&sheet, 0)->rules->len; i++) { /* the first is the red one */
    left = MIN (left, tz_len_to_mm (printed_rule (&sheet, 0, i)->x0));
    right = MAX (right, tz_len_to_mm (printed_rule (&sheet, 0, i)->x1));
  }
  g_assert_cmpfloat (fabs (left - 28), <, .3);
  g_assert_cmpfloat (fabs (right - 184), <, .3);
  g_assert_cmpint (count_lines (&sheet, 0, "附表2"), ==, 0); /* the label is for a table on its own */
  printed_free (&sheet);
}

/* A table narrower than the text stands in its middle: three columns of 30 mm of 156. */
static void test_narrow_is_centred (void)
{
  Office *office = office_new ();
  office_write (office, "notice.txt", HEAD "前文。\n{table limits}\n后文。\n");
  office_write (office, "limits.csv", "序号,任务名称,责任单位\n1,第1项任务,示例市供电公司\n");
  office_write (office, "book.ini",
                "[document notice]\nkind = letter\ntext = notice.txt\n[document limits]\nkind = table\n"
                "data = limits.csv\ntemplate = ledger\n");
  TzDoc *doc = office_compose (office, "book.ini", 0, NULL, NULL);
  for (guint i = 0; i < doc->official->pieces->len; i++) {
    const TzTable *table = ((const TzPiece *)doc->official->pieces->pdata[i])->table;
    for (int c = 0; table && c < tz_grid_n_cols (table->grid); c++) {
      tz_grid_column (table->grid, c)->policy = TZ_WIDTH_FIXED;
      tz_grid_column (table->grid, c)->width = tz_len_from_mm (30);
    }
  }
  Printed sheet = printed_of_doc (office, doc);
  const TzPageRule *edge = printed_rule (&sheet, 0, 1); /* the first is the red one */
  assert_mm (edge->x0, 28 + (156 - 90) / 2.0);
  printed_free (&sheet);
}

/* A short table is not cut: it moves on, and stands at the page's top. */
static void test_short_is_whole (void)
{
  char *text = paragraphs (6, "{table limits}\n由上表可见后文。\n");
  Printed sheet = printed_with_table (text, "", 5, "");
  g_assert_cmpint (count_lines (&sheet, 0, "任务表"), ==, 0);
  Line title = printed_find (&sheet, 1, "任务表");
  g_assert_cmpfloat (tz_len_to_mm (title.top), <, 37 + 2);
  assert_on_grid (printed_find (&sheet, 1, "由上表").top, 37);
  printed_free (&sheet);
  g_free (text);
}

/* A long one begins where the text ends and goes on over pages, each with the head;
 * facing pages have their lines at the same height. */
static void test_goes_on (void)
{
  Printed sheet = printed_with_table ("前文。\n{table limits}\n后文。\n后文。\n", "", 60, "");
  guint n = printed_n_pages (&sheet);
  g_assert_cmpuint (n, ==, 3);
  for (guint i = 0; i < n; i++) {
    g_assert_cmpint (count_lines (&sheet, i, "责任单位"), ==, 1);
    g_assert_cmpfloat (lowest_rule (&sheet, i), <=, 262.3);
  }
  g_assert_cmpint (count_lines (&sheet, 1, "任务表"), ==, 0);
  g_assert_cmpint (count_lines (&sheet, 1, "注："), ==, 0);
  g_assert_cmpfloat (tz_len_to_mm (printed_find (&sheet, 1, "责任单位").top), <, 37 + 6);
  assert_on_grid (printed_find (&sheet, n - 1, "后文").top, 37);
  for (int row = 1, page = 0; row <= 60; row++) {
    char *name = g_strdup_printf ("第%d项任务", row);
    while (page < (int)n && count_lines (&sheet, (guint)page, name) == 0)
      page++;
    g_assert_cmpint (page, <, (int)n);
    g_free (name);
  }
  printed_find (&sheet, 1, "— 2 —");
  printed_free (&sheet);
}

/* A page never ends with the head alone. */
static void test_head_with_rows (void)
{
  for (int n = 0; n < 22; n++) {
    char *text = paragraphs (n, "{table limits}\n后文。\n");
    Printed sheet = printed_with_table (text, "", 60, "");
    for (guint i = 0; i < printed_n_pages (&sheet); i++) {
      g_assert_cmpint (count_lines (&sheet, i, "责任单位") > 0, ==,
                       count_lines (&sheet, i, "示例市供电公司") > 0);
      g_assert_cmpfloat (lowest_rule (&sheet, i), <=, 262.3);
    }
    printed_free (&sheet);
    g_free (text);
  }
}

/* A signature stands on a page with text or a part of the table. */
static void test_signature_after_table (void)
{
  for (int n = 1; n < 45; n++) {
    Printed sheet = printed_with_table ("前文。\n{table limits}\n示例市能源局\n2021年4月9日\n", "", n, "");
    guint last = printed_n_pages (&sheet) - 1;
    printed_find (&sheet, last, "2021年4月9日");
    g_assert_cmpint (count_lines (&sheet, last, "示例市供电公司"), >, 0);
    printed_free (&sheet);
  }
}

/* Several are numbered in the order of their use. */
static void test_numbers (void)
{
  Printed sheet = printed_with_table ("{table limits}\n甲。\n{table limits}\n", "", 2, "");
  Line first = printed_find (&sheet, 0, "表1　任务表"), second = printed_find (&sheet, 1, "表2　任务表");
  g_assert_cmpint (first.size, ==, second.size);
  printed_free (&sheet);
}

/* Too many columns: panels that repeat the key columns, one below the other. */
static void test_sideways (void)
{
  const char *keys =
      "table.sideways = yes\ntable.columns = number, name, owner, a, b, c\n"
      "column owner.width = 60mm\ncolumn a.titles = 甲列\ncolumn a.width = 60mm\n"
      "column b.titles = 乙列\ncolumn b.width = 60mm\ncolumn c.titles = 丙列\ncolumn c.width = 60mm\n"
      "column a.need = blank\ncolumn b.need = blank\ncolumn c.need = blank\n";
  Printed sheet = printed_with_table ("前文。\n{table limits}\n后文。\n", keys, 2, "");
  Line left = printed_find (&sheet, 0, "责任单位"), right = printed_find (&sheet, 0, "丙列");
  g_assert_cmpint (left.bottom, <, right.top);
  g_assert_cmpint (count_lines (&sheet, 0, "序号"), >, 1);
  g_assert_cmpint (count_lines (&sheet, 0, "任务表"), ==, 1);
  g_assert_cmpint (count_lines (&sheet, 0, "注："), ==, 1);
  printed_free (&sheet);
}

/* So many that not even two characters of each have room. */
static void test_too_wide (void)
{
  GString *keys = g_string_new ("table.columns = number, name, owner");
  for (int i = 0; i < 40; i++)
    g_string_append_printf (keys, ", x%d", i);
  for (int i = 0; i < 40; i++)
    g_string_append_printf (keys, "\ncolumn x%d.titles = 列%d\ncolumn x%d.need = blank", i, i, i);
  g_string_append_c (keys, '\n');
  Printed sheet = printed_with_table ("{table limits}\n", keys->str, 2, "error table-too-wide");
  g_assert_null (sheet.layout);
  printed_free (&sheet);
  g_string_free (keys, TRUE);
}

/* Fixed widths of more than the text has room for give way, with a warning. */
static void test_squeezed (void)
{
  const char *keys = "column name.width = 100mm\ncolumn owner.width = 100mm\n";
  Printed sheet = printed_with_table ("{table limits}\n", keys, 2, "warning table-squeezed");
  g_assert_cmpint (count_lines (&sheet, 0, "责任单位"), ==, 1);
  printed_free (&sheet);
}

/* A title that its form breaks for its own paper is broken anew. */
static void test_long_title (void)
{
  Printed sheet =
      printed_with_table ("{table limits}\n",
                          "title = 示例市\\n全面提升获得电力服务水平重点任务和责任分工以及完成情况一览表\n"
                          "notes = 无\n",
                          2, "");
  Line first = printed_find (&sheet, 0, "示例市全面");
  g_assert_cmpint (count_lines (&sheet, 0, "全面提升"), ==, 0);
  assert_mm ((first.left + first.right) / 2, 28 + 78);
  printed_free (&sheet);
}

/* A title and notes longer than a page do not push the table off the paper. */
static void test_long_paragraphs (void)
{
  GString *keys = g_string_new ("title = ");
  for (int i = 0; i < 400; i++)
    g_string_append (keys, "长标题一二三");
  g_string_append (keys, "\nnotes = ");
  for (int i = 0; i < 900; i++)
    g_string_append (keys, "长注释一二三");
  g_string_append_c (keys, '\n');
  char *text = g_strdup ("前文。\n{table limits}\n后文。\n");
  Printed sheet = printed_with_table (text, keys->str, 3, "");
  int found = 0;
  for (guint i = 0; i < printed_n_pages (&sheet); i++) {
    GArray *lines = printed_lines (&sheet, i);
    for (guint k = 0; k < lines->len; k++)
      if (!g_str_has_prefix (g_array_index (lines, Line, k).text, "—"))
        g_assert_cmpfloat (tz_len_to_mm (g_array_index (lines, Line, k).bottom), <=, 262.3);
    g_array_unref (lines);
    found += count_lines (&sheet, i, "第3项任务");
  }
  g_assert_cmpint (found, ==, 1);
  printed_free (&sheet);
  g_string_free (keys, TRUE);
  g_free (text);
}

/* ── charts ──────────────────────────────────────────────────────────────── */

static TzChart *make_chart (int n)
{
  TzChart *chart = tz_chart_new (TZ_CHART_BARS, "chart", "任务状态图", "项");
  TzChartSeries *done = tz_chart_add_series (chart, "已完成", TZ_TONE_DONE);
  chart->title_style = chart->label_style =
      (TzTextStyle){ .role = TZ_ROLE_SONG, .size = 9 * TZ_PT, .pitch = 13 * TZ_PT };
  for (int i = 1; i <= n; i++) {
    char *name = g_strdup_printf ("第%d市", i);
    tz_chart_add_category (chart, name);
    g_array_append_val (done->values, i);
    g_free (name);
  }
  return chart;
}

/* N paragraphs, a chart of CATEGORIES bars, a paragraph. */
static Printed printed_with_chart (int n, int categories)
{
  Office *office = office_new ();
  char *lines = paragraphs (n, ""), *text = g_strconcat (HEAD, lines, NULL);
  office_write (office, "notice.txt", text);
  office_write (office, "book.ini", "[document notice]\nkind = letter\ntext = notice.txt\n");
  TzDoc *doc = office_compose (office, "book.ini", 0, NULL, NULL);
  TzPiece *last = doc->official->pieces->pdata[doc->official->pieces->len - 1];
  TzTextStyle style = last->style;
  tz_official_add (doc->official, TZ_PIECE_CHART, NULL, &style)->chart = make_chart (categories);
  tz_official_add (doc->official, TZ_PIECE_TEXT, "后文。", &style);
  g_free (lines);
  g_free (text);
  return printed_of_doc (office, doc);
}

/* Wherever the text ends: the chart is whole on its page, its title with it, and the text
 * behind it on the grid. */
static void test_chart_is_whole (void)
{
  for (int n = 1; n < 14; n += 2) {
    Printed sheet = printed_with_chart (n, 6);
    guint page = 0, last = printed_n_pages (&sheet) - 1;
    while (count_lines (&sheet, page, "任务状态图") == 0)
      page++;
    for (int i = 1; i <= 6; i++) {
      char *name = g_strdup_printf ("第%d市", i);
      g_assert_cmpint (count_lines (&sheet, page, name), ==, 1);
      g_free (name);
    }
    g_assert_cmpfloat (tz_len_to_mm (printed_find (&sheet, page, "任务状态图").bottom), <=, 262.3);
    Line after = printed_find (&sheet, last, "后文");
    assert_on_grid (after.top, last > 0 ? 37 : tz_len_to_mm (printed_find (&sheet, 0, "一段").top));
    if (page == last)
      g_assert_cmpint (printed_find (&sheet, page, "任务状态图").bottom, <, after.top);
    printed_free (&sheet);
  }
}

/* More bars than a page has room for: parts, with every one of them on the paper. */
static void test_long_chart (void)
{
  Printed sheet = printed_with_chart (2, 150);
  int bars = 0;
  g_assert_cmpuint (printed_n_pages (&sheet), >, 2);
  for (guint i = 0; i < printed_n_pages (&sheet); i++) {
    GArray *lines = printed_lines (&sheet, i);
    for (guint k = 0; k < lines->len; k++) {
      const Line *line = &g_array_index (lines, Line, k);
      bars += g_str_has_prefix (line->text, "第");
      if (!g_str_has_prefix (line->text, "—"))
        g_assert_cmpfloat (tz_len_to_mm (line->bottom), <=, 262.3);
    }
    g_array_unref (lines);
  }
  g_assert_cmpint (bars, ==, 150);
  printed_free (&sheet);
}

/* ── what is asked for ───────────────────────────────────────────────────── */

static void test_unknown_table (void)
{
  Printed sheet = printed_with_table ("前文。\n  {table limit}\n", "", 2, "error unknown-figure 6:10");
  g_assert_null (sheet.doc);
  g_assert_nonnull (strstr (tz_diag_get (sheet.office->diag, 0)->message, "limits"));
  printed_free (&sheet);
}

static void test_chart_without_progress (void)
{
  Printed sheet = printed_with_table ("{chart states}\n", "", 2, "error unknown-figure 5:8");
  g_assert_nonnull (strstr (tz_diag_get (sheet.office->diag, 0)->message, "progress"));
  printed_free (&sheet);
}

static void test_broken_table (void)
{
  Office *office = office_new ();
  office_write (office, "notice.txt", HEAD "{table limits}\n");
  office_write (office, "limits.csv", "序号,任务名称\n1,\"甲\n");
  Printed sheet =
      printed_of_book (office,
                       "[document notice]\nkind = letter\ntext = notice.txt\n[document limits]\nkind = table\n"
                       "data = limits.csv\ntemplate = ledger\n",
                       "error unclosed-quote 2:3 B2");
  g_assert_null (sheet.doc);
  printed_free (&sheet);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  printed_begin ();
  g_test_add_func ("/official-exhibit/in-text", test_in_text);
  g_test_add_func ("/official-exhibit/narrow-is-centred", test_narrow_is_centred);
  g_test_add_func ("/official-exhibit/short-is-whole", test_short_is_whole);
  g_test_add_func ("/official-exhibit/goes-on", test_goes_on);
  g_test_add_func ("/official-exhibit/head-with-rows", test_head_with_rows);
  g_test_add_func ("/official-exhibit/signature-after-table", test_signature_after_table);
  g_test_add_func ("/official-exhibit/numbers", test_numbers);
  g_test_add_func ("/official-exhibit/sideways", test_sideways);
  g_test_add_func ("/official-exhibit/too-wide", test_too_wide);
  g_test_add_func ("/official-exhibit/squeezed", test_squeezed);
  g_test_add_func ("/official-exhibit/long-title", test_long_title);
  g_test_add_func ("/official-exhibit/long-paragraphs", test_long_paragraphs);
  g_test_add_func ("/official-exhibit/chart-is-whole", test_chart_is_whole);
  g_test_add_func ("/official-exhibit/long-chart", test_long_chart);
  g_test_add_func ("/official-exhibit/unknown-table", test_unknown_table);
  g_test_add_func ("/official-exhibit/chart-without-progress", test_chart_without_progress);
  g_test_add_func ("/official-exhibit/broken-table", test_broken_table);
  int status = g_test_run ();
  printed_end ();
  return status;
}
