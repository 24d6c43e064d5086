/* Tables and charts of a report from a small ledger and its progress. */
#include "compose/book/facts.h"
#include "compose/report/figures.h"
#include "compose/report/figures_data.h"
#include "content/chart_table.h"
#include "help/findings.h"
#include "help/fixture.h"
#include "help/golden.h"
#include "help/office.h"
#include "output/output.h"
#include "help/toy.h"

#include <string.h>

static const char tasks[] = "序号,任务名称,责任单位,完成时限\n"
                            "一、办电,,,\n"
                            "1,压时间,省能源局、省电力公司,2021年6月底前\n"
                            "2,压成本,省电力公司,2021年12月底前\n"
                            "3,数字化,省电力公司,\"已实现，持续巩固提升。\"\n"
                            "二、保障,,,\n"
                            "1,强监管,省能源局,持续推进\n"
                            "2,报数据,省能源局,每季度末\n"
                            "3,改线路,省财政厅,2021年6月底前\n";

static const char progress[] = "period,task,region,status,percent,done,problems\n"
                               "2021Q1,一-1,,推进中,40,,\n2021Q1,一-2,,推进中,10,,\n2021Q1,二-2,,已完成,100,,\n"
                               "2021Q2,一-1,,已完成,100,时间压到五日。,\n2021Q2,一-2,,推进中,20,,资金不足\n"
                               "2021Q2,二-1,,推进中,50,,\n"
                               "2021Q2,二-3,东市,已完成,100,,\n2021Q2,二-3,西市,逾期,40,,路权未批\n";

#define BOOK "[book]\ntemplate = ledger\ntasks = tasks.csv\nprogress = p.csv\nperiod = %s\n"

typedef struct {
  Office *office;
  TzBook *book;
  TzRecords *csv;
  TzLedger *ledger;
  TzFacts *facts;
  TzStats *stats;
  TzTemplate *form;
  TzFigures *figures;
} Report;

static Report *report_on (const char *rows, const char *reports, const char *period)
{
  Report *r = g_new0 (Report, 1);
  g_autofree char *book = g_strdup_printf (BOOK, period);
  r->office = office_new ();
  office_write (r->office, "tasks.csv", rows);
  office_write (r->office, "p.csv", reports);
  office_write (r->office, "book.ini", book);
  r->book = tz_book_load (office_path (r->office, "book.ini"), NULL, r->office->diag);
  const TzBookDocument *document = r->book->documents->pdata[0];
  r->csv = tz_csv_load (document->data, document->data, NULL, r->office->diag);
  r->ledger = tz_ledger_load (r->csv, tz_template_schema (document->form), r->office->diag);
  r->facts = tz_facts_load (r->book, r->ledger, TRUE, r->office->diag);
  TzStatsQuestion question = tz_facts_question (r->facts, r->ledger);
  r->stats = tz_stats_new (&question);
  r->form = tz_template_load (TZ_FIGURES_TEMPLATE, NULL, NULL, r->office->diag);
  assert_findings (r->office->diag, "");
  r->figures = tz_figures_new (r->ledger, r->facts, r->stats, r->form);
  return r;
}

static Report *report_new (void)
{
  return report_on (tasks, progress, "2021Q2");
}

static void report_free (Report *r)
{
  tz_figures_free (r->figures);
  tz_template_free (r->form);
  tz_stats_free (r->stats);
  tz_facts_free (r->facts);
  tz_ledger_free (r->ledger);
  tz_records_free (r->csv);
  tz_book_free (r->book);
  office_free (r->office);
  g_free (r);
}

/* "title|unit", the grid, and the notes of table NAME of R. */
static char *table_text (const Report *r, const char *name)
{
  TzTable *table = tz_figures_table (r->figures, name);
  if (!table)
    return g_strdup ("");
  GString *all = g_string_new (NULL);
  for (guint i = 0; i < table->above->len; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? "|" : "", ((const TzPara *)table->above->pdata[i])->text);
  g_autofree char *grid = office_grid_text (table->grid);
  g_string_append_printf (all, "\n%s", grid);
  for (guint i = 0; i < table->below->len; i++)
    g_string_append_printf (all, "%s\n", ((const TzPara *)table->below->pdata[i])->text);
  tz_table_free (table);
  return g_string_free (all, FALSE);
}

/* The same for a chart: its title, axis and unit, values by category, days. */
static char *chart_text (const Report *r, const char *name)
{
  TzChart *chart = tz_figures_chart (r->figures, name);
  GString *all = g_string_new (NULL);
  if (!chart)
    return g_string_free (all, FALSE);
  g_string_append_printf (all, "%s|%s\n%s", chart->title, chart->unit, chart->axis);
  for (guint s = 0; s < chart->series->len; s++)
    g_string_append_printf (all, "|%s %d", ((const TzChartSeries *)chart->series->pdata[s])->name,
                            ((const TzChartSeries *)chart->series->pdata[s])->tone);
  for (guint i = 0; i < chart->categories->len; i++) {
    g_string_append_printf (all, "\n%s", (const char *)chart->categories->pdata[i]);
    for (guint s = 0; s < chart->series->len; s++)
      g_string_append_printf (all, "|%d",
                              g_array_index (((const TzChartSeries *)chart->series->pdata[s])->values, int, i));
  }
  for (guint i = 0; i < chart->days->len; i++) {
    const TzChartDay *day = &g_array_index (chart->days, TzChartDay, i);
    g_string_append_printf (all, "\n+%u: %d of tone %d", day->day - chart->first_day, day->n, day->tone);
  }
  g_string_append_c (all, '\n');
  tz_chart_free (chart);
  return g_string_free (all, FALSE);
}

/* ── goldens ─────────────────────────────────────────────────────────────── */

static void check_golden (const char *kind, const char *name, const char *text)
{
  g_autofree char *base = g_strdup_printf ("%s-%s.txt", kind, name);
  assert_golden ("figures", base, text);
}

static void test_tables (void)
{
  Report *r = report_new ();
  for (const char *const *name = tz_figures_table_names (); *name; name++) {
    g_autofree char *text = table_text (r, *name);
    check_golden ("table", *name, text);
  }
  report_free (r);
}

static void test_charts (void)
{
  Report *r = report_new ();
  for (const char *const *name = tz_figures_chart_names (); *name; name++) {
    g_autofree char *text = chart_text (r, *name);
    check_golden ("chart", *name, text);
  }
  report_free (r);
}

/* ── counts ──────────────────────────────────────────────────────────────── */

static int number_at (const TzGrid *grid, int row, int col)
{
  return (int)g_ascii_strtoll (tz_grid_cell (grid, tz_grid_index_at (grid, row, col))->text, NULL, 10);
}

/* Counts stand in columns 1 to 6: tasks, and the five states. */
static void check_sums (const Report *r, const char *name)
{
  TzTable *table = tz_figures_table (r->figures, name);
  int last = tz_grid_n_rows (table->grid) - 1, n_head = tz_grid_n_head (table->grid);
  for (int col = 1; col <= 6; col++) {
    int sum = 0;
    for (int row = n_head; row < last; row++)
      sum += number_at (table->grid, row, col);
    g_assert_cmpint (sum, ==, number_at (table->grid, last, col));
  }
  for (int row = n_head; row <= last; row++) {
    int sum = 0;
    for (int col = 2; col <= 6; col++)
      sum += number_at (table->grid, row, col);
    g_assert_cmpint (sum, ==, number_at (table->grid, row, 1));
  }
  g_assert_true (tz_grid_row (table->grid, last)->flags & TZ_ROW_TOTAL);
  g_assert_true (tz_grid_row (table->grid, last - 1)->flags & TZ_ROW_KEEP_NEXT);
  tz_table_free (table);
}

static void test_sums (void)
{
  Report *r = report_new ();
  check_sums (r, "sections");
  check_sums (r, "regions");
  report_free (r);
}

/* A task of two units is in the row of each, and once in the last row. */
static void test_two_units (void)
{
  Report *r = report_on ("序号,任务名称,责任单位,完成时限\n1,甲,某局、某厅,\n2,乙,某厅,\n",
                         "period,task,status\n2021Q1,1,已完成\n2021Q1,2,推进中\n", "2021Q1");
  g_autofree char *text = table_text (r, "units");
  g_assert_cmpstr (text, ==,
                   "各责任单位任务完成情况|单位：项\n"
                   "责任单位|任务数|任务状态|<|<|<|<|完成率\n"
                   "^|^|已完成|已销号|推进中|未启动|逾期|^\n"
                   "某局|1|1|0|0|0|0|100.0%\n"
                   "某厅|2|1|0|1|0|0|50.0%\n"
                   "全部任务|2|1|0|1|0|0|50.0%\n"
                   "注：由多个单位负责的任务分别计入各责任单位，各单位任务数之和多于全部任务数。\n");
  report_free (r);
}

/* The days of the strip and its months count the same tasks. */
static void test_calendar (void)
{
  Report *r = report_new ();
  TzChart *chart = tz_figures_chart (r->figures, "calendar");
  int days = 0, months = 0;
  for (guint i = 0; i < chart->days->len; i++)
    days += g_array_index (chart->days, TzChartDay, i).n;
  for (guint s = 0; s < chart->series->len; s++)
    for (guint i = 0; i < chart->categories->len; i++)
      months += g_array_index (((const TzChartSeries *)chart->series->pdata[s])->values, int, i);
  g_assert_cmpint (chart->categories->len, ==, 12);
  g_assert_cmpint (days, ==, 6); /* three last days, and three quarters of the one that comes again */
  g_assert_cmpint (months, ==, days);
  tz_chart_free (chart);
  report_free (r);
}

/* Tasks before the first section stand under a heading, too. */
static void test_before_sections (void)
{
  Report *r = report_on (
      "序号,任务名称,责任单位,完成时限\n1,先行事项,某局,2021年6月底前\n一、办电,,,\n1,压时间,某局,"
      "2021年6月底前\n",
      "period,task,region,status,percent\n2021Q2,1,东市,推进中,40\n2021Q2,一-1,东市,推进中,40\n", "2021Q2");
  TzTable *table = tz_figure_task_matrix (r->figures);
  g_autofree char *text = office_grid_text (table->grid);
  g_assert_nonnull (strstr (text, "其他"));
  g_assert_nonnull (strstr (text, "一、办电"));
  tz_table_free (table);
  report_free (r);
}

/* ── what there is not ───────────────────────────────────────────────────── */

static char *missing_names (const Report *r)
{
  GString *missing = g_string_new (NULL);
  for (const char *const *name = tz_figures_table_names (); *name; name++)
    if (!tz_figures_has_table (r->figures, *name))
      g_string_append_printf (missing, "%s ", *name);
  g_string_append (missing, "|");
  for (const char *const *name = tz_figures_chart_names (); *name; name++)
    if (!tz_figures_has_chart (r->figures, *name))
      g_string_append_printf (missing, " %s", *name);
  return g_string_free (missing, FALSE);
}

/* Without sections, regions and an earlier period. */
static void test_missing (void)
{
  Report *r = report_on ("序号,任务名称\n1,甲\n2,乙\n",
                         "period,task,status\n2021Q1,1,已完成\n2021Q1,2,已完成\n", "2021Q1");
  g_autofree char *missing = missing_names (r);
  g_assert_cmpstr (missing, ==,
                   "sections units regions matrix task-matrix late behind due-next not-reported |"
                   " sections units progress trend calendar regions");
  g_assert_null (tz_figures_table (r->figures, "late"));
  g_assert_null (tz_figures_table (r->figures, "nothing"));
  g_assert_null (tz_figures_chart (r->figures, "nothing"));
  report_free (r);
}

/* Regions that hold a task up, together where they say the same. */
static void test_reasons (void)
{
  Report *r = report_on (
      "序号,任务名称,完成时限\n1,甲,2021年3月底前\n",
      "period,task,region,status,percent,problems\n2021Q2,1,东市,推进中,50,缺钱。\n2021Q2,1,西市,推进中,50,\n"
      "2021Q2,1,南市,推进中,50,缺人\n2021Q2,1,北市,推进中,50,缺钱。\n2021Q2,1,中市,已完成,,缺水\n",
      "2021Q2");
  g_autofree char *text = table_text (r, "late");
  g_assert_cmpstr (text, ==,
                   "逾期的任务\n序号|任务|完成\\n时限|逾期\\n天数|完成\\n进度|存在问题\n"
                   "1|1 甲|2021年3月底前|91|60.0%|东市、北市：缺钱。\\n南市：缺人。\\n西市：未说明原因。\n");
  report_free (r);
}

/* What was done; for a task of several regions how many finished it. */
static void test_done (void)
{
  Report *r = report_on ("序号,任务名称\n1,甲\n2,乙\n3,丙\n",
                         "period,task,region,status,done\n2021Q2,1,东市,已完成,建成。\n2021Q2,1,西市,已销号,\n"
                         "2021Q2,2,,已完成,都办了\n2021Q2,3,东市,推进中,没办\n",
                         "2021Q2");
  g_autofree char *text = table_text (r, "new-done");
  g_assert_cmpstr (text, ==,
                   "本期新完成的任务\n序号|任务|状态|完成情况\n1|1 甲|已完成|2个地区全部完成。\n"
                   "2|2 乙|已完成|都办了\n");
  report_free (r);
}

/* The values of a chart as a table: nothing where nothing is known, a sum where values are stacked. */
static void test_chart_table (void)
{
  static const int values[2][2] = { { 3, TZ_CHART_UNKNOWN }, { 4, 666 } };
  static const struct {
    TzChartKind kind;
    const char *unit, *grid;
  } kinds[] = {
    { TZ_CHART_BARS, "项", "局|甲|乙|合计\n一|3|4|7\n二||666|666\n" },
    { TZ_CHART_TREND, "%", "局|甲|乙\n一|0.3%|0.4%\n二||66.6%\n" },
  };
  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++) {
    TzChart *chart = tz_chart_new (kinds[k].kind, "x", "图", kinds[k].unit);
    chart->axis = g_strdup ("局");
    tz_chart_add_category (chart, "一");
    tz_chart_add_category (chart, "二");
    for (int s = 0; s < 2; s++)
      g_array_append_vals (tz_chart_add_series (chart, s ? "乙" : "甲", TZ_TONE_DONE)->values, values[s], 2);
    TzTable *table = tz_chart_table (chart);
    g_autofree char *text = office_grid_text (table->grid);
    g_assert_cmpstr (text, ==, kinds[k].grid);
    tz_table_free (table);
    tz_chart_free (chart);
  }
}

/* ── the workbook ────────────────────────────────────────────────────────── */

static TzDoc *document_of (const Report *r)
{
  TzDoc *doc = tz_doc_new ();
  TzTextStyle style = { .size = 16 * TZ_PT, .pitch = 28 * TZ_PT };
  doc->name = g_strdup ("report");
  doc->date = 1;
  g_assert_true (tz_paper_parse ("A4", FALSE, &doc->page.papers[0]));
  doc->page.n_papers = 1;
  doc->page.top = doc->page.bottom = doc->page.left = doc->page.right = tz_len_from_mm (27);
  doc->official = tz_official_new ();
  doc->official->em = style.size;
  doc->official->pitch = style.pitch;
  tz_official_add (doc->official, TZ_PIECE_TEXT, "正文", &style);
  tz_doc_add_exhibit_table (doc, tz_figures_table (r->figures, "sections"));
  tz_doc_add_exhibit_table (doc, tz_figures_table (r->figures, "matrix"));
  for (const char *const *name = tz_figures_chart_names (); *name; name++)
    tz_doc_add_exhibit_chart (doc, tz_figures_chart (r->figures, *name));
  return doc;
}

static char *write_workbook (const TzLayout *layout, gsize *size)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  TzDiag *diag = tz_diag_new ();
  GError *error = NULL;
  char *folder = tz_fixture_folder (), *bytes = NULL;
  tz_backend_write (tz_backend_lookup ("xlsx"), layout, NULL, folder, paths, diag, &error);
  g_assert_no_error (error);
  assert_findings (diag, "");
  g_assert_cmpint (paths->len, ==, 1);
  g_assert_true (g_file_get_contents (paths->pdata[0], &bytes, size, NULL));
  tz_fixture_remove (folder);
  tz_diag_free (diag);
  g_ptr_array_unref (paths);
  return bytes;
}

/* One sized table for each figure, a chart's with its values; the same bytes twice. */
static void test_workbook (void)
{
  Report *r = report_new ();
  TzDoc *doc = document_of (r);
  Toy *toy = toy_new ();
  TzMeasure measure = toy_measure (toy);
  TzLayout *layout = tz_layout_new (doc, &measure, r->office->diag);
  assert_findings (r->office->diag, "");
  g_assert_cmpint (layout->tables->len, ==, 8);
  const TzLayoutTable *chart = layout->tables->pdata[2];
  g_assert_cmpint (chart->sized->n_rows, ==, 3);
  g_assert_cmpint (chart->sized->x[chart->sized->n_cols], <=, tz_len_from_mm (156));
  gsize n[2];
  g_autofree char *first = write_workbook (layout, &n[0]), *second = write_workbook (layout, &n[1]);
  g_assert_cmpint ((int)n[0], ==, (int)n[1]);
  g_assert_true (memcmp (first, second, n[0]) == 0);
  tz_layout_free (layout);
  toy_free (toy);
  tz_doc_free (doc);
  report_free (r);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/golden-tables", test_tables);
  g_test_add_func ("/figures/golden-charts", test_charts);
  g_test_add_func ("/figures/rows-add-up", test_sums);
  g_test_add_func ("/figures/two-units", test_two_units);
  g_test_add_func ("/figures/calendar-counts-alike", test_calendar);
  g_test_add_func ("/figures/nothing-to-show", test_missing);
  g_test_add_func ("/figures/regions-by-reason", test_reasons);
  g_test_add_func ("/figures/what-was-done", test_done);
  g_test_add_func ("/figures/values-of-a-chart", test_chart_table);
  g_test_add_func ("/figures/workbook", test_workbook);
  g_test_add_func ("/figures/before-sections", test_before_sections);
  return g_test_run ();
}
