/* The sheet that counts: formulas over the ledger's sheet, each stored with the value
 * it has now, so that programs that do not reckon show it too. */
#include "output/xlsx/summary.h"

#include "output/xlsx/fill.h"
#include "output/xlsx/page.h"
#include "output/xlsx/summary_chart.h"
#include "output/xlsx/summary_formula.h"
#include "output/xlsx/summary_texts.h"

#define MAX_UNITS     200
#define MAX_DEADLINES 30
#define MAX_GROUPS    200
#define MAX_SPANS     20     /* of one group: the formula must stay readable */
#define MAX_LOOKS     400000 /* rows that all unit formulas may look at together */
#define PIXEL         0.75
#define LEAST_SCALE   0.75 /* a little more than a page is printed smaller, on one: 10 pt as 7.5, 六号 */

/* ---- rows ---- */

static void keep (const TzXlsxSummary *s, const TzXlsxCounts *counts)
{
  TzXlsxRowCounts kept = { s->row, *counts };
  g_array_append_val (s->kept, kept);
}

static int done_of (const TzXlsxSummary *s, const TzXlsxCounts *counts)
{
  int n = 0;
  for (int i = 0; i < s->n_states; i++)
    if (s->done & 1u << i)
      n += counts->states[i];
  return n;
}

/* What a share is of: a number, and the formula for it. */
typedef struct {
  int n;
  char *formula;
  const char *title; /* of the column that counts */
} Base;

/* A task may take several rows, each with units and a deadline of its own: these are
 * then counted by row, and shares are of the rows. */
static Base base_of (const TzXlsxSummary *s, int col, int tasks, int total_row)
{
  const TzGrid *grid = s->tally->grid;
  int cells = tz_xlsx_count_cells (s->tally, col);
  if (cells <= tasks)
    return (Base){ tasks, g_strdup_printf ("$B$%d", total_row + 1), "任务数" };
  TzXlsxSpan rows = { s->tally->first, tz_grid_n_rows (grid) - 1 };
  char *range = tz_summary_range (s, col, rows.first, rows.last);
  GString *formula = g_string_new ("(");
  tz_summary_append_count (s, formula, range, col, rows);
  g_string_append_c (formula, ')');
  g_free (range);
  return (Base){ cells, g_string_free (formula, FALSE), "事项数" };
}

static void put_rates (const TzXlsxSummary *s, const TzXlsxCounts *counts, const Base *base, lxw_format *format)
{
  int row = s->row + 1;
  char *share = g_strdup_printf ("=IF(%s=0,0,B%d/%s)", base->formula, row, base->formula);
  tz_summary_put_formula (s, 2, share, base->n > 0 ? (double)counts->tasks / base->n : 0, format);
  g_free (share);
  if (!s->done)
    return;
  GString *sum = g_string_new (NULL);
  char cell[LXW_MAX_CELL_NAME_LENGTH];
  for (int i = 0; i < s->n_states; i++)
    if (s->done & 1u << i) {
      lxw_rowcol_to_cell (cell, (lxw_row_t)s->row, (lxw_col_t)(3 + i));
      g_string_append_printf (sum, "%s%s", sum->len > 0 ? "+" : "", cell);
    }
  char *rate = g_strdup_printf ("=IF(B%d=0,0,(%s)/B%d)", row, sum->str, row);
  tz_summary_put_formula (s, tz_summary_rate_col (s), rate,
                          counts->tasks > 0 ? (double)done_of (s, counts) / counts->tasks : 0, format);
  g_free (rate);
  g_string_free (sum, TRUE);
}

static TzXlsxCounts count_group (const TzXlsxSummary *s, const TzXlsxGroup *group)
{
  TzXlsxCounts counts = { .tasks = tz_xlsx_count_tasks (s->tally, group) };
  for (int i = 0; i < s->n_states; i++)
    counts.states[i] = tz_xlsx_count_state (s->tally, group, s->states[i]);
  return counts;
}

static void put_group (TzXlsxSummary *s, const TzXlsxGroup *group, const TzXlsxCounts *counts, const Base *base)
{
  tz_summary_start_row (s, group->label);
  tz_summary_put_text (s, 0, group->label, s->label);
  for (int i = -1; i < s->n_states; i++) {
    char *formula = tz_summary_group_formula (s, group, i);
    tz_summary_put_formula (s, i < 0 ? 1 : 3 + i, formula, i < 0 ? counts->tasks : counts->states[i], s->count);
    g_free (formula);
  }
  put_rates (s, counts, base, s->rate);
  keep (s, counts);
  s->row++;
}

static void put_total (TzXlsxSummary *s, int first, const TzXlsxCounts *counts, const Base *base)
{
  char range[LXW_MAX_CELL_RANGE_LENGTH];
  tz_summary_start_row (s, "");
  tz_summary_put_text (s, 0, "合计", s->total_label);
  for (int i = -1; i < s->n_states; i++) {
    int col = i < 0 ? 1 : 3 + i;
    lxw_rowcol_to_range (range, (lxw_row_t)first, (lxw_col_t)col, (lxw_row_t)(s->row - 1), (lxw_col_t)col);
    char *formula = g_strdup_printf ("=SUM(%s)", range);
    tz_summary_put_formula (s, col, formula, i < 0 ? counts->tasks : counts->states[i], s->total);
    g_free (formula);
  }
  put_rates (s, counts, base, s->total_rate);
  s->row++;
}

/* Returns the row of the total. */
static int put_groups (TzXlsxSummary *s)
{
  const GArray *groups = s->tally->groups;
  TzXlsxCounts all = { 0 };
  for (guint i = 0; i < groups->len; i++) {
    TzXlsxCounts counts = count_group (s, &g_array_index (groups, TzXlsxGroup, i));
    all.tasks += counts.tasks;
    for (int k = 0; k < s->n_states; k++)
      all.states[k] += counts.states[k];
  }
  tz_summary_put_head (s, s->tally->group_col >= 0 ? "按类别统计" : "按部分统计", "任务数");
  int first = s->row, total = s->row + (int)groups->len;
  Base base = { all.tasks, g_strdup_printf ("$B$%d", total + 1), NULL };
  for (guint i = 0; i < groups->len; i++) {
    const TzXlsxGroup *group = &g_array_index (groups, TzXlsxGroup, i);
    TzXlsxCounts counts = count_group (s, group);
    put_group (s, group, &counts, &base);
  }
  put_total (s, first, &all, &base);
  g_free (base.formula);
  return total;
}

static void put_unit (TzXlsxSummary *s, const char *unit, const Base *base)
{
  TzXlsxCounts counts = { .tasks = tz_xlsx_count_unit (s->tally, unit, NULL) };
  TzSummaryTexts texts;
  tz_summary_put_texts (s, unit, &texts);
  tz_summary_start_row (s, unit);
  tz_summary_put_text (s, 0, unit, s->label);
  for (int k = -1; k < s->n_states; k++) {
    char *formula = tz_summary_unit_formula (s, k, &texts);
    if (k >= 0)
      counts.states[k] = tz_xlsx_count_unit (s->tally, unit, s->states[k]);
    tz_summary_put_formula (s, k < 0 ? 1 : 3 + k, formula, k < 0 ? counts.tasks : counts.states[k], s->count);
    g_free (formula);
  }
  put_rates (s, &counts, base, s->rate);
  keep (s, &counts);
  s->row++;
  tz_summary_texts_clear (&texts);
}

/* Some are left out, or all, where programs would have to reckon too long: that is said. */
static void put_rest (TzXlsxSummary *s, int n)
{
  guint all = s->tally->units->len;
  if (n == (int)all)
    return;
  char *note = n > 0 ? g_strdup_printf ("责任单位共%u个，此处列出任务最多的%d个。", all, n)
                     : g_strdup ("台账行数过多，此处不按责任单位统计。");
  tz_summary_put_wide (s, note, s->note, 10 * (TzLen)TZ_PT);
  g_free (note);
}

static void put_units (TzXlsxSummary *s, int all, int all_row, int n)
{
  Base base = base_of (s, s->tally->owner_col, all, all_row);
  tz_summary_skip_row (s);
  tz_summary_keep_table (s, s->tally->units, n);
  tz_summary_put_head (s, "按责任单位统计", base.title);
  for (int i = 0; i < n; i++)
    put_unit (s, g_array_index (s->tally->units, TzXlsxText, i).text, &base);
  g_free (base.formula);
}

/* Rows that the formulas of UNIT look at; twenty texts are compared in the time of one search. */
static gint64 count_looks (const TzXlsxSummary *s, const char *unit)
{
  g_autoptr (GPtrArray) more = tz_xlsx_unit_texts (s->tally, unit, TRUE);
  g_autoptr (GPtrArray) less = tz_xlsx_unit_texts (s->tally, unit, FALSE);
  gint64 rows = tz_grid_n_rows (s->tally->grid);
  return rows * (s->n_states + 1) * (1 + (more->len + less->len) / 20);
}

/* How many units are listed. */
static int choose_units (const TzXlsxSummary *s)
{
  gint64 left = MAX_LOOKS;
  int n = 0;
  for (; n < MIN ((int)s->tally->units->len, MAX_UNITS); n++) {
    left -= count_looks (s, g_array_index (s->tally->units, TzXlsxText, n).text);
    if (left < 0)
      break;
  }
  return n;
}

static void put_deadlines (TzXlsxSummary *s, int all, int all_row)
{
  const int n_states = s->n_states;
  Base base = base_of (s, s->tally->deadline_col, all, all_row);
  s->n_states = 0; /* only the number of tasks, without states */
  guint32 done = s->done;
  s->done = 0;
  tz_summary_skip_row (s);
  tz_summary_keep_table (s, s->tally->deadlines, (int)s->tally->deadlines->len);
  tz_summary_put_head (s, "按完成时限统计", base.title);
  char *range = tz_summary_body_range (s, s->tally->deadline_col);
  for (guint i = 0; i < s->tally->deadlines->len; i++) {
    const TzXlsxText *deadline = &g_array_index (s->tally->deadlines, TzXlsxText, i);
    TzXlsxCounts counts = { .tasks = deadline->n };
    char *formula = g_strdup_printf ("=SUMPRODUCT(--(%s=$A%d))", range, s->row + 1);
    tz_summary_start_row (s, deadline->text);
    tz_summary_put_text (s, 0, deadline->text, s->label);
    tz_summary_put_formula (s, 1, formula, deadline->n, s->count);
    put_rates (s, &counts, &base, s->rate);
    g_free (formula);
    s->row++;
  }
  g_free (range);
  g_free (base.formula);
  s->n_states = n_states;
  s->done = done;
}

/* ---- the sheet ---- */

static void read_states (TzXlsxSummary *s)
{
  const TzGrid *grid = s->tally->grid;
  int col = s->tally->state_col;
  int i = col >= 0 ? tz_grid_index_at (grid, tz_grid_n_rows (grid) - 1, col) : -1;
  const char *choices = i >= 0 ? tz_grid_style (grid, tz_grid_cell (grid, i)->style)->fill.choices : NULL;
  const char *done = col >= 0 ? tz_grid_get_column (grid, col)->done : NULL;
  s->states = g_strsplit (choices ? choices : "", ";", TZ_SUMMARY_STATES + 1);
  char **words = g_strsplit (done ? done : "", ";", -1);
  for (char **word = words; *word; word++)
    g_strstrip (*word);
  for (; s->n_states < TZ_SUMMARY_STATES && s->states[s->n_states]; s->n_states++)
    if (g_strv_contains ((const char *const *)words, g_strstrip (s->states[s->n_states])))
      s->done |= 1u << s->n_states;
  g_strfreev (words);
}

static int all_tasks (const TzXlsxTally *tally)
{
  int n = 0;
  for (guint i = 0; i < tally->groups->len; i++)
    n += tz_xlsx_count_tasks (tally, &g_array_index (tally->groups, TzXlsxGroup, i));
  return n;
}

/* Whether some task takes several rows that have units or a deadline of their own (base_of). */
static gboolean counts_rows (const TzXlsxTally *tally)
{
  int n = all_tasks (tally);
  return tz_xlsx_count_cells (tally, tally->owner_col) > n ||
         tz_xlsx_count_cells (tally, tally->deadline_col) > n;
}

static void put_heading (TzXlsxSummary *s)
{
  const TzDoc *doc = s->xlsx->layout->doc;
  char *title = g_strconcat (doc->title ? doc->title : "", "汇总表", NULL);
  GString *note = g_string_new (NULL);
  g_string_printf (note, "来源：工作表“%s”", s->table->sheet->name);
  if (doc->origin.book)
    g_string_append_printf (note, "（%s）", doc->origin.book);
  if (doc->origin.period_words)
    g_string_append_printf (note, "；统计期：%s", doc->origin.period_words);
  g_string_append (note, "。各数由公式计算，随台账填报自动更新；一项任务有几个责任单位的，在各单位分别计入。");
  if (counts_rows (s->tally))
    g_string_append (note, "任务分列几行的，责任单位和完成时限按行统计，每行为一个事项。");
  tz_summary_put_wide (s, title, s->title, 18 * TZ_PT);
  tz_summary_put_wide (s, note->str, s->note, 10 * (TzLen)TZ_PT);
  g_string_free (note, TRUE);
  g_free (title);
}

static void put_tables (TzXlsxSummary *s)
{
  const TzXlsxTally *tally = s->tally;
  int all = all_tasks (tally), first = s->row + 1, n_units = choose_units (s);
  int total = put_groups (s), last = total - 1;
  if (n_units > 0) {
    int head = s->row + 1;
    put_units (s, all, total, n_units);
    if (tally->groups->len == 1 && n_units > 1) { /* one bar says nothing */
      first = head + 1;
      last = MIN (s->row - 1, head + TZ_SUMMARY_BARS);
    }
  }
  put_rest (s, n_units);
  if (tally->deadlines->len > 0 && tally->deadlines->len <= MAX_DEADLINES)
    put_deadlines (s, all, total);
  tz_summary_add_chart (s, first, last);
}

#define A4_WIDTH  (210 * 72 / 25.4) /* points */
#define A4_HEIGHT (297 * 72 / 25.4)
#define MIN_COUNT 56 /* pixels of a column of numbers */
#define MIN_LABEL 200

/* A4 upright, or lying if there are many states, whatever the ledger's paper is. */
static gboolean measure (TzXlsxSummary *s)
{
  const TzPageSetup *page = &s->xlsx->layout->doc->page;
  double across = tz_len_to_pt (page->left + page->right), down = tz_len_to_pt (page->top + page->bottom);
  int upright = (int)((A4_WIDTH - across) / PIXEL);
  gboolean lying = MIN_LABEL + MIN_COUNT * tz_summary_last_col (s) > upright;
  int pixels = lying ? (int)((A4_HEIGHT - across) / PIXEL) : upright;
  s->room = MAX ((lying ? A4_WIDTH : A4_HEIGHT) - down, 200);
  s->count_pixels = CLAMP ((pixels - 300) / tz_summary_last_col (s), MIN_COUNT, 110);
  s->label_pixels = MAX (pixels - s->count_pixels * tz_summary_last_col (s), MIN_LABEL);
  return lying;
}

static void set_up (TzXlsxSummary *s, gboolean lying)
{
  TzXlsxExtent extent = {
    .n_rows = s->row, .n_cols = tz_summary_last_col (s) + 1, .repeat_first = -1, .repeat_last = -1
  };
  tz_xlsx_page_setup (s->xlsx, s->sheet, &extent);
  worksheet_set_paper (s->sheet, 9);
  if (lying)
    worksheet_set_landscape (s->sheet);
  else
    worksheet_set_portrait (s->sheet);
  if (s->height <= s->room / LEAST_SCALE)
    worksheet_fit_to_pages (s->sheet, 1, 1);
  else if (s->n_breaks > 0)
    tz_summary_note (s, worksheet_set_h_pagebreaks (s->sheet, s->breaks), 0);
}

static void set_columns (const TzXlsxSummary *s)
{
  tz_summary_note (s, worksheet_set_column_pixels (s->sheet, 0, 0, (uint32_t)s->label_pixels, NULL), 0);
  tz_summary_note (s,
                   worksheet_set_column_pixels (s->sheet, 1, (lxw_col_t)tz_summary_last_col (s),
                                                (uint32_t)s->count_pixels, NULL),
                   1);
}

static gboolean is_readable (const TzXlsxTally *tally)
{
  if (tally->groups->len == 0 || tally->groups->len > MAX_GROUPS)
    return FALSE;
  for (guint i = 0; i < tally->groups->len; i++)
    if (g_array_index (tally->groups, TzXlsxGroup, i).spans->len > MAX_SPANS)
      return FALSE;
  return TRUE;
}

void tz_xlsx_add_summary (TzXlsx *xlsx, const TzXlsxTable *table)
{
  TzXlsxTally *tally = tz_xlsx_tally_new (table->plan);
  TzXlsxSummary s = { .xlsx = xlsx, .table = table, .tally = tally };
  if (tally && is_readable (tally) && (s.sheet = tz_xlsx_new_sheet (xlsx, "汇总表")) != NULL) {
    s.kept = g_array_new (FALSE, FALSE, sizeof (TzXlsxRowCounts));
    s.quoted = tz_xlsx_quote_sheet (table->sheet->name);
    read_states (&s);
    tz_summary_make_looks (&s);
    gboolean lying = measure (&s);
    set_columns (&s);
    put_heading (&s);
    put_tables (&s);
    set_up (&s, lying);
    tz_xlsx_protect (xlsx, s.sheet, tz_xlsx_has_fills (tally->grid));
    g_array_unref (s.kept);
    g_free (s.quoted);
    g_strfreev (s.states);
  }
  if (tally)
    tz_xlsx_tally_free (tally);
}
