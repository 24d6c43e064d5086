/* The sheet that counts: formulas over the ledger's sheet, each stored with the value
 * it has now, so that programs that do not reckon show it too. */
#include "output/xlsx/summary.h"

#include "output/xlsx/cells.h"
#include "output/xlsx/chart.h"
#include "output/xlsx/fill.h"
#include "output/xlsx/format.h"
#include "output/xlsx/page.h"
#include "output/xlsx/plan.h"
#include "output/xlsx/tally.h"
#include "output/xlsx/text.h"
#include "output/xlsx/workbook.h"

#include <math.h>
#include <string.h>

#define MAX_UNITS     40
#define MAX_DEADLINES 30
#define MAX_GROUPS    200
#define MAX_BARS      40
#define MAX_SPANS     20     /* of one group: the formula must stay readable */
#define MAX_LOOKS     400000 /* rows that all unit formulas may look at together */
#define MAX_STATES    8
#define ROW_HEIGHT    16.5 /* points */
#define GAP_HEIGHT    9.0
#define CHART_DROP    3.0 /* points between a chart and the edge of its row */
#define PIXEL         0.75
#define LEAST_SCALE   0.75 /* a little more than a page is printed smaller, on one: 10 pt as 7.5, 六号 */

static const lxw_color_t palette[] = { 0xA6A6A6, 0x5B9BD5, 0x70AD47, 0x4472C4,
                                       0xC55A11, 0xFFC000, 0x7030A0, 0x264478 };

typedef struct {
  TzXlsx *xlsx;
  const TzXlsxPlaced *placed;
  const TzXlsxTally *tally;
  lxw_worksheet *sheet;
  char *quoted;  /* name of the ledger's sheet */
  char **states; /* NULL-ended */
  int n_states;
  guint32 done; /* bits: states that mean done */
  int row;      /* next */
  int head;     /* row of the latest head: its cells name the states */
  GArray *kept; /* of Kept: what the formulas of each row give */
  int label_pixels, count_pixels;
  double used, room;   /* points of rows so far, with what pages leave blank; of a page */
  double height;       /* points of rows and chart alone */
  lxw_row_t breaks[4]; /* rows that begin a page so that a table or the chart is whole; ends with 0 */
  int n_breaks;
  lxw_format *title, *note, *header, *label, *count, *rate, *total_label, *total, *total_rate;
} Summary;

/* ---- looks ---- */

static lxw_format *make_look (const Summary *s, TzRole role, int size, TzAlign align, gboolean ruled,
                              const char *num_format)
{
  TzTextStyle text = { .role = role, .size = size * TZ_PT, .align = align };
  TzXlsxLook look = tz_xlsx_look_of (&text, TZ_VALIGN_MIDDLE);
  if (ruled)
    look.left = look.top = look.right = look.bottom = LXW_BORDER_THIN;
  look.num_format = num_format ? g_intern_static_string (num_format) : NULL;
  return tz_xlsx_format (s->xlsx, &look);
}

static void make_looks (Summary *s)
{
  s->title = make_look (s, TZ_ROLE_XIAOBIAOSONG, 18, TZ_ALIGN_CENTER, FALSE, NULL);
  s->note = make_look (s, TZ_ROLE_SONG, 10, TZ_ALIGN_LEFT, FALSE, NULL);
  s->header = make_look (s, TZ_ROLE_HEI, 10, TZ_ALIGN_CENTER, TRUE, NULL);
  s->label = make_look (s, TZ_ROLE_SONG, 10, TZ_ALIGN_LEFT, TRUE, NULL);
  s->count = make_look (s, TZ_ROLE_SONG, 10, TZ_ALIGN_CENTER, TRUE, "0");
  s->rate = make_look (s, TZ_ROLE_SONG, 10, TZ_ALIGN_CENTER, TRUE, "0.0%");
  s->total_label = make_look (s, TZ_ROLE_HEI, 10, TZ_ALIGN_LEFT, TRUE, NULL);
  s->total = make_look (s, TZ_ROLE_HEI, 10, TZ_ALIGN_CENTER, TRUE, "0");
  s->total_rate = make_look (s, TZ_ROLE_HEI, 10, TZ_ALIGN_CENTER, TRUE, "0.0%");
}

/* ---- columns: label, count, share, one for each state, rate of completion ---- */

static int rate_col (const Summary *s)
{
  return 3 + s->n_states;
}

static int last_col (const Summary *s)
{
  return s->done ? rate_col (s) : rate_col (s) - 1;
}

static void note_error (const Summary *s, lxw_error code, int col)
{
  tz_xlsx_note (s->xlsx, code, s->sheet, s->row, col);
}

static void set_height (Summary *s, double height)
{
  s->used += tz_xlsx_row_height (height);
  s->height += tz_xlsx_row_height (height);
  note_error (s, worksheet_set_row (s->sheet, (lxw_row_t)s->row, tz_xlsx_row_height (height), NULL), 0);
}

static void put_text (const Summary *s, int col, const char *text, lxw_format *format)
{
  TzXlsxArea area = {
    .row0 = s->row, .col0 = col, .row1 = s->row, .col1 = col, .format = format, .text = text
  };
  area.n = strlen (text);
  tz_xlsx_write_area (s->xlsx, s->sheet, &area, s->row);
}

static void put_wide (Summary *s, const char *text, lxw_format *format, TzLen size)
{
  TzXlsxArea area = { .row0 = s->row, .row1 = s->row, .col1 = last_col (s), .format = format, .text = text };
  area.n = strlen (text);
  int pixels = s->label_pixels + s->count_pixels * last_col (s);
  set_height (s, tz_xlsx_text_height (text, area.n, (TzXlsxType){ size, FALSE }, pixels));
  tz_xlsx_write_area (s->xlsx, s->sheet, &area, s->row);
  s->row++;
}

static void put_formula (const Summary *s, int col, const char *formula, double value, lxw_format *format)
{
  note_error (s,
              worksheet_write_formula_num (s->sheet, (lxw_row_t)s->row, (lxw_col_t)col, formula, format, value),
              col);
}

static double row_height (const Summary *s, const char *label)
{
  TzXlsxType type = { 10 * TZ_PT, FALSE };
  double height = tz_xlsx_text_height (label, strlen (label), type, s->label_pixels);
  return height > 1.5 * ROW_HEIGHT ? height : ROW_HEIGHT; /* one line has room enough */
}

static void start_row (Summary *s, const char *label)
{
  set_height (s, row_height (s, label));
}

/* What comes next is HEIGHT points high and begins a page if this one cannot hold it. */
static void keep_together (Summary *s, double height)
{
  double used = fmod (s->used, s->room);
  if (used + height <= s->room || height > s->room || s->n_breaks + 1 >= (int)G_N_ELEMENTS (s->breaks))
    return;
  s->breaks[s->n_breaks++] = (lxw_row_t)s->row;
  s->used += s->room - used;
}

/* A table of N units or deadlines. */
static void keep_table (Summary *s, const GArray *units, int n)
{
  double height = ROW_HEIGHT;
  for (int i = 0; i < n; i++)
    height += row_height (s, g_array_index (units, TzXlsxUnit, i).name);
  keep_together (s, height);
}

static void skip_row (Summary *s)
{
  set_height (s, GAP_HEIGHT);
  s->row++;
}

static void put_head (Summary *s, const char *label, const char *count)
{
  start_row (s, label);
  s->head = s->row;
  put_text (s, 0, label, s->header);
  put_text (s, 1, count, s->header);
  put_text (s, 2, "占比", s->header);
  for (int i = 0; i < s->n_states; i++)
    put_text (s, 3 + i, s->states[i], s->header);
  if (s->done)
    put_text (s, rate_col (s), "完成率", s->header);
  s->row++;
}

/* ---- formulas ---- */

/* Column COL of the table rows FIRST to LAST on the ledger's sheet. */
static char *ledger_range (const Summary *s, int col, int first, int last)
{
  const int *rows = s->placed->plan->first;
  char range[LXW_MAX_CELL_RANGE_LENGTH];
  lxw_row_t row0 = (lxw_row_t)(s->placed->top + rows[first]),
            row1 = (lxw_row_t)(s->placed->top + rows[last + 1] - 1);
  lxw_rowcol_to_range_abs (range, row0, (lxw_col_t)col, row1, (lxw_col_t)col);
  return g_strdup_printf ("%s!%s", s->quoted, range);
}

static char *body_range (const Summary *s, int col)
{
  return ledger_range (s, col, s->tally->first, tz_grid_n_rows (s->tally->grid) - 1);
}

/* The cell of the latest head that names state I. */
static const char *state_cell (const Summary *s, int i, char *cell)
{
  lxw_rowcol_to_cell_abs (cell, (lxw_row_t)s->head, (lxw_col_t)(3 + i), TRUE, TRUE);
  return cell;
}

/* COUNTA(…) of RANGE, column COL of the table rows FIRST to LAST; texts that go on in further cells
 * count once: COUNTA(…)-2. */
static void append_count (const Summary *s, GString *formula, const char *range, int col, TzXlsxSpan rows)
{
  int rests = tz_xlsx_count_rests (s->tally, col, rows.first, rows.last);
  g_string_append_printf (formula, "COUNTA(%s)", range);
  if (rests > 0)
    g_string_append_printf (formula, "-%d", rests);
}

/* COUNTA(…)+COUNTA(…), or COUNTIF(…,state)+…, over the rows of GROUP. */
static char *group_formula (const Summary *s, const TzXlsxGroup *group, int state)
{
  GString *formula = g_string_new ("=");
  char cell[LXW_MAX_CELL_NAME_LENGTH];
  for (guint i = 0; i < group->spans->len; i++) {
    TzXlsxSpan span = g_array_index (group->spans, TzXlsxSpan, i);
    char *range = ledger_range (s, state < 0 ? s->tally->task_col : s->tally->state_col, span.first, span.last);
    g_string_append (formula, i > 0 ? "+" : "");
    if (state < 0)
      append_count (s, formula, range, s->tally->task_col, span);
    else
      g_string_append_printf (formula, "COUNTIF(%s,%s)", range, state_cell (s, state, cell));
    g_free (range);
  }
  return g_string_free (formula, FALSE);
}

/* Cells of the ledger that name the unit of this row: whole names between marks, so
 * that 市能源局 is not found in 某市能源局. */
static char *unit_formula (const Summary *s, int state)
{
  char *range = body_range (s, s->tally->owner_col), cell[LXW_MAX_CELL_NAME_LENGTH];
  GString *text = g_string_new (range);
  static const char *const marks[] = { "\"，\"", "\",\"", "\"；\"", "\";\"", "\" \"", "CHAR(10)" };
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    char *wrapped = g_strdup_printf ("SUBSTITUTE(%s,%s,\"、\")", text->str, marks[i]);
    g_string_assign (text, wrapped);
    g_free (wrapped);
  }
  GString *formula = g_string_new (NULL);
  g_string_printf (formula, "=SUMPRODUCT(--ISNUMBER(FIND(\"、\"&$A%d&\"、\",\"、\"&%s&\"、\"))", s->row + 1,
                   text->str);
  if (state >= 0) {
    char *states = body_range (s, s->tally->state_col);
    g_string_append_printf (formula, ",--(%s=%s)", states, state_cell (s, state, cell));
    g_free (states);
  }
  g_string_append_c (formula, ')');
  g_string_free (text, TRUE);
  g_free (range);
  return g_string_free (formula, FALSE);
}

/* ---- rows ---- */

typedef struct {
  int tasks, states[MAX_STATES];
} Counts;

typedef struct {
  int row;
  Counts counts;
} Kept;

static void keep (const Summary *s, const Counts *counts)
{
  Kept kept = { s->row, *counts };
  g_array_append_val (s->kept, kept);
}

static int done_of (const Summary *s, const Counts *counts)
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
static Base base_of (const Summary *s, int col, int tasks, int total_row)
{
  const TzGrid *grid = s->tally->grid;
  int cells = tz_xlsx_count_cells (s->tally, col);
  if (cells <= tasks)
    return (Base){ tasks, g_strdup_printf ("$B$%d", total_row + 1), "任务数" };
  TzXlsxSpan rows = { s->tally->first, tz_grid_n_rows (grid) - 1 };
  char *range = ledger_range (s, col, rows.first, rows.last);
  GString *formula = g_string_new ("(");
  append_count (s, formula, range, col, rows);
  g_string_append_c (formula, ')');
  g_free (range);
  return (Base){ cells, g_string_free (formula, FALSE), "事项数" };
}

static void put_rates (const Summary *s, const Counts *counts, const Base *base, lxw_format *format)
{
  int row = s->row + 1;
  char *share = g_strdup_printf ("=IF(%s=0,0,B%d/%s)", base->formula, row, base->formula);
  put_formula (s, 2, share, base->n > 0 ? (double)counts->tasks / base->n : 0, format);
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
  put_formula (s, rate_col (s), rate, counts->tasks > 0 ? (double)done_of (s, counts) / counts->tasks : 0,
               format);
  g_free (rate);
  g_string_free (sum, TRUE);
}

static Counts count_group (const Summary *s, const TzXlsxGroup *group)
{
  Counts counts = { .tasks = tz_xlsx_count_tasks (s->tally, group) };
  for (int i = 0; i < s->n_states; i++)
    counts.states[i] = tz_xlsx_count_state (s->tally, group, s->states[i]);
  return counts;
}

static void put_group (Summary *s, const TzXlsxGroup *group, const Counts *counts, const Base *base)
{
  start_row (s, group->label);
  put_text (s, 0, group->label, s->label);
  for (int i = -1; i < s->n_states; i++) {
    char *formula = group_formula (s, group, i);
    put_formula (s, i < 0 ? 1 : 3 + i, formula, i < 0 ? counts->tasks : counts->states[i], s->count);
    g_free (formula);
  }
  put_rates (s, counts, base, s->rate);
  keep (s, counts);
  s->row++;
}

static void put_total (Summary *s, int first, const Counts *counts, const Base *base)
{
  char range[LXW_MAX_CELL_RANGE_LENGTH];
  start_row (s, "");
  put_text (s, 0, "合计", s->total_label);
  for (int i = -1; i < s->n_states; i++) {
    int col = i < 0 ? 1 : 3 + i;
    lxw_rowcol_to_range (range, (lxw_row_t)first, (lxw_col_t)col, (lxw_row_t)(s->row - 1), (lxw_col_t)col);
    char *formula = g_strdup_printf ("=SUM(%s)", range);
    put_formula (s, col, formula, i < 0 ? counts->tasks : counts->states[i], s->total);
    g_free (formula);
  }
  put_rates (s, counts, base, s->total_rate);
  s->row++;
}

/* Returns the row of the total. */
static int put_groups (Summary *s)
{
  const GArray *groups = s->tally->groups;
  Counts all = { 0 };
  for (guint i = 0; i < groups->len; i++) {
    Counts counts = count_group (s, &g_array_index (groups, TzXlsxGroup, i));
    all.tasks += counts.tasks;
    for (int k = 0; k < s->n_states; k++)
      all.states[k] += counts.states[k];
  }
  put_head (s, s->tally->group_col >= 0 ? "按类别统计" : "按部分统计", "任务数");
  int first = s->row, total = s->row + (int)groups->len;
  Base base = { all.tasks, g_strdup_printf ("$B$%d", total + 1), NULL };
  for (guint i = 0; i < groups->len; i++) {
    const TzXlsxGroup *group = &g_array_index (groups, TzXlsxGroup, i);
    Counts counts = count_group (s, group);
    put_group (s, group, &counts, &base);
  }
  put_total (s, first, &all, &base);
  g_free (base.formula);
  return total;
}

static void put_units (Summary *s, int all, int all_row, int n)
{
  Base base = base_of (s, s->tally->owner_col, all, all_row);
  skip_row (s);
  keep_table (s, s->tally->units, n);
  put_head (s, "按责任单位统计", base.title);
  for (int i = 0; i < n; i++) {
    const TzXlsxUnit *unit = &g_array_index (s->tally->units, TzXlsxUnit, i);
    Counts counts = { .tasks = tz_xlsx_count_unit (s->tally, unit->name, NULL) };
    start_row (s, unit->name);
    put_text (s, 0, unit->name, s->label);
    for (int k = -1; k < s->n_states; k++) {
      char *formula = unit_formula (s, k);
      if (k >= 0)
        counts.states[k] = tz_xlsx_count_unit (s->tally, unit->name, s->states[k]);
      put_formula (s, k < 0 ? 1 : 3 + k, formula, k < 0 ? counts.tasks : counts.states[k], s->count);
      g_free (formula);
    }
    put_rates (s, &counts, &base, s->rate);
    keep (s, &counts);
    s->row++;
  }
  g_free (base.formula);
}

static void put_deadlines (Summary *s, int all, int all_row)
{
  const int n_states = s->n_states;
  Base base = base_of (s, s->tally->deadline_col, all, all_row);
  s->n_states = 0; /* by number alone */
  guint32 done = s->done;
  s->done = 0;
  skip_row (s);
  keep_table (s, s->tally->deadlines, (int)s->tally->deadlines->len);
  put_head (s, "按完成时限统计", base.title);
  char *range = body_range (s, s->tally->deadline_col);
  for (guint i = 0; i < s->tally->deadlines->len; i++) {
    const TzXlsxUnit *deadline = &g_array_index (s->tally->deadlines, TzXlsxUnit, i);
    Counts counts = { .tasks = deadline->n };
    char *formula = g_strdup_printf ("=SUMPRODUCT(--(%s=$A%d))", range, s->row + 1);
    start_row (s, deadline->name);
    put_text (s, 0, deadline->name, s->label);
    put_formula (s, 1, formula, deadline->n, s->count);
    put_rates (s, &counts, &base, s->rate);
    g_free (formula);
    s->row++;
  }
  g_free (range);
  g_free (base.formula);
  s->n_states = n_states;
  s->done = done;
}

/* ---- chart ---- */

static void keep_values (const Summary *s, lxw_chart_series *series, int first, int last, int col)
{
  int *values = g_new0 (int, last - first + 1);
  for (guint i = 0; i < s->kept->len; i++) {
    const Kept *kept = &g_array_index (s->kept, Kept, i);
    if (kept->row >= first && kept->row <= last)
      values[kept->row - first] = col == 1 ? kept->counts.tasks : kept->counts.states[col - 3];
  }
  tz_xlsx_keep_values (series, values, last - first + 1);
  g_free (values);
}

static void add_series (const Summary *s, lxw_chart *chart, int first, int last, int col, lxw_color_t colour)
{
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
  lxw_chart_fill fill = { .color = colour };
  const char *name = s->sheet->name;
  chart_series_set_categories (series, name, (lxw_row_t)first, 0, (lxw_row_t)last, 0);
  chart_series_set_values (series, name, (lxw_row_t)first, (lxw_col_t)col, (lxw_row_t)last, (lxw_col_t)col);
  chart_series_set_name_range (series, name, (lxw_row_t)(first - 1), (lxw_col_t)col);
  chart_series_set_fill (series, &fill);
  chart_series_set_labels (series);
  chart_series_set_labels_num_format (series, "0;;;"); /* not for nothing */
  chart_series_set_labels_position (series, s->n_states > 0 ? LXW_CHART_LABEL_POSITION_CENTER
                                                            : LXW_CHART_LABEL_POSITION_INSIDE_END);
  keep_values (s, series, first, last, col);
}

/* Bars of the table rows FIRST to LAST, stacked by state; Excel draws bars from below,
 * so the axis is turned. */
static void add_chart (Summary *s, int first, int last)
{
  lxw_chart *chart = workbook_add_chart (s->xlsx->book, LXW_CHART_BAR_STACKED);
  if (!chart || last - first >= MAX_BARS)
    return;
  if (s->n_states == 0)
    add_series (s, chart, first, last, 1, palette[1]);
  for (int i = 0; i < s->n_states; i++)
    add_series (s, chart, first, last, 3 + i, palette[i]);
  lxw_chart_font font = { .name = (char *)tz_xlsx_font_name (s->xlsx, TZ_ROLE_SONG), .size = 9 };
  lxw_chart_line grid = { .color = 0xD9D9D9, .width = 0.5F };
  chart_title_set_name (chart, s->n_states > 0 ? "任务完成情况" : "任务数");
  chart_title_set_name_font (chart, &font);
  chart_axis_set_reverse (chart->y_axis);      /* of a bar chart the categories' */
  chart_axis_set_crossing_max (chart->y_axis); /* the numbers stand below all the same */
  chart_axis_major_gridlines_set_line (chart->x_axis, &grid);
  chart_set_series_gap (chart, 60);
  chart_axis_set_num_font (chart->x_axis, &font);
  chart_axis_set_num_font (chart->y_axis, &font);
  chart_axis_set_num_format (chart->x_axis, "0");
  chart_legend_set_font (chart, &font);
  chart_legend_set_position (chart, s->n_states > 0 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
  int width = s->label_pixels + s->count_pixels * last_col (s), height = 130 + 20 * (last - first + 1);
  lxw_chart_options options = {
    .x_scale = MAX (width, 480) / 480.0,
    .y_scale = height / 288.0,
    .y_offset = (int)(CHART_DROP / PIXEL), /* a frame on the edge of a page would print on both */
    .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
    .description = (char *)"任务统计图"
  };
  skip_row (s);
  keep_together (s, height * PIXEL + CHART_DROP);
  note_error (s, worksheet_insert_chart_opt (s->sheet, (lxw_row_t)s->row, 0, chart, &options), 0);
  int rows = (int)ceil ((height * PIXEL + CHART_DROP) / 15.0); /* rows below are Excel's own, 15 pt high */
  s->height += rows * 15.0;
  s->row += rows;
}

/* ---- the sheet ---- */

static void read_states (Summary *s)
{
  const TzGrid *grid = s->tally->grid;
  int col = s->tally->state_col;
  int i = col >= 0 ? tz_grid_index_at (grid, tz_grid_n_rows (grid) - 1, col) : -1;
  const char *choices = i >= 0 ? tz_grid_style (grid, tz_grid_cell (grid, i)->style)->fill.choices : NULL;
  const char *done = col >= 0 ? tz_grid_get_column (grid, col)->done : NULL;
  s->states = g_strsplit (choices ? choices : "", ";", MAX_STATES + 1);
  char **words = g_strsplit (done ? done : "", ";", -1);
  for (char **word = words; *word; word++)
    g_strstrip (*word);
  for (; s->n_states < MAX_STATES && s->states[s->n_states]; s->n_states++)
    if (g_strv_contains ((const char *const *)words, g_strstrip (s->states[s->n_states])))
      s->done |= 1u << s->n_states;
  g_strfreev (words);
}

static void put_heading (Summary *s)
{
  const TzDoc *doc = s->xlsx->layout->doc;
  char *title = g_strconcat (doc->title ? doc->title : "", "汇总表", NULL);
  GString *note = g_string_new (NULL);
  g_string_printf (note, "来源：工作表“%s”", s->placed->sheet->name);
  if (doc->origin.book)
    g_string_append_printf (note, "（%s）", doc->origin.book);
  if (doc->origin.period_words)
    g_string_append_printf (note, "；统计期：%s", doc->origin.period_words);
  g_string_append (note, "。各数由公式计算，随台账填报自动更新；一项任务有几个责任单位的，在各单位分别计入。");
  put_wide (s, title, s->title, 18 * TZ_PT);
  put_wide (s, note->str, s->note, 10 * (TzLen)TZ_PT);
  g_string_free (note, TRUE);
  g_free (title);
}

static int all_tasks (const TzXlsxTally *tally)
{
  int n = 0;
  for (guint i = 0; i < tally->groups->len; i++)
    n += tz_xlsx_count_tasks (tally, &g_array_index (tally->groups, TzXlsxGroup, i));
  return n;
}

static void put_tables (Summary *s)
{
  const TzXlsxTally *tally = s->tally;
  int rows = tz_grid_n_rows (tally->grid), all = all_tasks (tally), first = s->row + 1;
  int n_units = MIN (MIN ((int)tally->units->len, MAX_UNITS), MAX_LOOKS / MAX (rows, 1) / (s->n_states + 1));
  int total = put_groups (s), last = total - 1;
  if (n_units > 0) {
    int head = s->row + 1;
    put_units (s, all, total, n_units);
    if (tally->groups->len == 1 && n_units > 1) { /* one bar says nothing */
      first = head + 1;
      last = s->row - 1;
    }
  }
  if (tally->deadlines->len > 0 && tally->deadlines->len <= MAX_DEADLINES)
    put_deadlines (s, all, total);
  add_chart (s, first, last);
}

#define A4_WIDTH  (210 * 72 / 25.4) /* points */
#define A4_HEIGHT (297 * 72 / 25.4)
#define MIN_COUNT 56 /* pixels of a column of numbers */
#define MIN_LABEL 200

/* A4 upright, or lying if there are many states, whatever the ledger's paper is. */
static gboolean measure (Summary *s)
{
  const TzPageSetup *page = &s->xlsx->layout->doc->page;
  double across = tz_len_to_pt (page->left + page->right), down = tz_len_to_pt (page->top + page->bottom);
  int upright = (int)((A4_WIDTH - across) / PIXEL);
  gboolean lying = MIN_LABEL + MIN_COUNT * last_col (s) > upright;
  int pixels = lying ? (int)((A4_HEIGHT - across) / PIXEL) : upright;
  s->room = MAX ((lying ? A4_WIDTH : A4_HEIGHT) - down, 200);
  s->count_pixels = CLAMP ((pixels - 300) / last_col (s), MIN_COUNT, 110);
  s->label_pixels = MAX (pixels - s->count_pixels * last_col (s), MIN_LABEL);
  return lying;
}

static void set_up (Summary *s, gboolean lying)
{
  TzXlsxExtent extent = { .n_rows = s->row, .n_cols = last_col (s) + 1, .repeat_first = -1, .repeat_last = -1 };
  tz_xlsx_page_setup (s->xlsx, s->sheet, &extent);
  worksheet_set_paper (s->sheet, 9);
  if (lying)
    worksheet_set_landscape (s->sheet);
  else
    worksheet_set_portrait (s->sheet);
  if (s->height <= s->room / LEAST_SCALE)
    worksheet_fit_to_pages (s->sheet, 1, 1);
  else if (s->n_breaks > 0)
    note_error (s, worksheet_set_h_pagebreaks (s->sheet, s->breaks), 0);
}

static void set_columns (const Summary *s)
{
  note_error (s, worksheet_set_column_pixels (s->sheet, 0, 0, (uint32_t)s->label_pixels, NULL), 0);
  note_error (
      s, worksheet_set_column_pixels (s->sheet, 1, (lxw_col_t)last_col (s), (uint32_t)s->count_pixels, NULL),
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

void tz_xlsx_add_summary (TzXlsx *xlsx, const TzXlsxPlaced *placed)
{
  TzXlsxTally *tally = tz_xlsx_tally_new (placed->plan);
  Summary s = { .xlsx = xlsx, .placed = placed, .tally = tally };
  if (tally && is_readable (tally) && (s.sheet = tz_xlsx_new_sheet (xlsx, "汇总表")) != NULL) {
    s.kept = g_array_new (FALSE, FALSE, sizeof (Kept));
    s.quoted = tz_xlsx_quote_sheet (placed->sheet->name);
    read_states (&s);
    make_looks (&s);
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
