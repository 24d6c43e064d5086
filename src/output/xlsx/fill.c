#include "output/xlsx/fill.h"

#include "base/intl.h"
#include "output/xlsx/plan.h"
#include "output/xlsx/text.h"
#include "output/xlsx/workbook.h"

#include <string.h>

/* Of ECMA-376 part 1, 18.3.1.32 (dataValidation): a list written in place, a message. */
#define MAX_LIST    255
#define MAX_MESSAGE 255

const char *tz_xlsx_fill_format (TzFillKind fill)
{
  static const char *const formats[] = {
    [TZ_FILL_NONE] = NULL,
    [TZ_FILL_TEXT] = "@", /* so that "1-2" typed in does not become a day */
    [TZ_FILL_CHOICE] = "@",
    [TZ_FILL_NUMBER] = NULL,
    [TZ_FILL_PERCENT] = "0%", /* and "67" typed in becomes 67% */
    [TZ_FILL_DATE] = "yyyy\\-mm\\-dd",
  };
  return formats[fill] ? g_intern_static_string (formats[fill]) : NULL;
}

/* ---- lists of choices ---- */

/* The words between semicolons, without blanks around and without empty ones. */
static char **split_choices (const char *choices)
{
  char **words = g_strsplit (choices ? choices : "", ";", -1);
  int kept = 0;
  for (int i = 0; words[i]; i++) {
    char *word = g_strstrip (words[i]);
    if (*word)
      words[kept++] = word;
    else
      g_free (word);
  }
  words[kept] = NULL;
  return words;
}

/* Written in place, a list is one text with commas and cannot hold them otherwise. */
static gboolean fits_in_place (char *const *words)
{
  glong length = 0;
  for (int i = 0; words[i]; i++) {
    if (strpbrk (words[i], ",\""))
      return FALSE;
    length += g_utf8_strlen (words[i], -1) + (i > 0);
  }
  return length <= MAX_LIST;
}

static gboolean open_lists (TzXlsx *xlsx)
{
  if (xlsx->lists)
    return TRUE;
  xlsx->lists_name = tz_xlsx_sheet_name ("选项", xlsx->names);
  xlsx->lists = workbook_add_worksheet (xlsx->book, xlsx->lists_name);
  if (!xlsx->lists)
    return FALSE;
  worksheet_hide (xlsx->lists);
  return TRUE;
}

/* Puts WORDS into a row of the hidden sheet; returns the formula that names
 * them ("='选项'!$A$1:$I$1"), or NULL. g_free. */
static char *list_formula (TzXlsx *xlsx, char *const *words)
{
  if (g_strv_length ((char **)words) > LXW_COL_MAX || !open_lists (xlsx))
    return NULL;
  int row = xlsx->n_lists++, n = 0;
  for (; words[n]; n++) {
    char *escaped = tz_xlsx_escape (words[n]);
    tz_xlsx_note (
        xlsx,
        worksheet_write_string (xlsx->lists, (lxw_row_t)row, (lxw_col_t)n, escaped ? escaped : words[n], NULL),
        xlsx->lists, row, n);
    g_free (escaped);
  }
  char range[LXW_MAX_CELL_RANGE_LENGTH];
  lxw_rowcol_to_range_abs (range, (lxw_row_t)row, 0, (lxw_row_t)row, (lxw_col_t)(n - 1));
  char *quoted = tz_xlsx_quote_sheet (xlsx->lists_name);
  char *formula = g_strdup_printf ("=%s!%s", quoted, range);
  g_free (quoted);
  return formula;
}

/* ---- rules ---- */

/* One rule for many cells: what a person may write, and what they are told. */
typedef struct {
  lxw_data_validation rule;
  char **words;
  char *formula, *message;
} Fill;

static void set_choice (TzXlsx *xlsx, Fill *fill, const char *choices)
{
  fill->words = split_choices (choices);
  if (!fill->words[0])
    return;
  if (fits_in_place (fill->words)) {
    fill->rule.validate = LXW_VALIDATION_TYPE_LIST;
    fill->rule.value_list = fill->words;
    return;
  }
  fill->formula = list_formula (xlsx, fill->words);
  if (fill->formula) {
    fill->rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    fill->rule.value_formula = fill->formula;
  }
}

static void set_range (Fill *fill, double least, double most)
{
  fill->rule.validate = LXW_VALIDATION_TYPE_DECIMAL;
  fill->rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
  fill->rule.minimum_number = least;
  fill->rule.maximum_number = most;
}

static void set_date (Fill *fill)
{
  fill->rule.validate = LXW_VALIDATION_TYPE_DATE;
  fill->rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
  fill->rule.minimum_datetime = (lxw_datetime){ .year = 1950, .month = 1, .day = 1 };
  fill->rule.maximum_datetime = (lxw_datetime){ .year = 2199, .month = 12, .day = 31 };
}

/* What Excel says, in the language of the form, when a cell is entered for which the
 * template has no prompt, and when something else was typed in. */
static const struct {
  const char *prompt, *error;
} messages[] = {
  [TZ_FILL_NONE] = { NULL, NULL },
  [TZ_FILL_TEXT] = { "请在此填写", NULL },
  [TZ_FILL_CHOICE] = { "请从下拉列表中选择", "请从下拉列表中选择，不要填写列表以外的内容。" },
  [TZ_FILL_NUMBER] = { "请填写数字", "此处只能填写数字，不要加单位或其他文字。" },
  [TZ_FILL_PERCENT] = { "请填写0%至100%之间的百分比", "此处只能填写0%至100%之间的百分比，例如：67%。" },
  [TZ_FILL_DATE] = { "请填写日期，例如：2021-06-30", "此处只能填写日期，例如：2021-06-30。" },
};

static void set_messages (TzXlsx *xlsx, Fill *fill, const TzFillIn *what)
{
  const char *prompt = what->prompt && *what->prompt ? what->prompt : messages[what->kind].prompt;
  fill->rule.input_title = (char *)"填写说明";
  if (messages[what->kind].error) {
    fill->rule.error_title = (char *)"填写内容不符合要求";
    fill->rule.error_message = (char *)messages[what->kind].error;
  }
  gboolean fits = g_utf8_strlen (prompt, -1) <= MAX_MESSAGE;
  fill->message = fits ? g_strdup (prompt) : g_utf8_substring (prompt, 0, MAX_MESSAGE);
  fill->rule.input_message = fill->message;
  if (!fits)
    tz_diag_add (xlsx->diag, TZ_WARNING, NULL, "prompt-too-long",
                 _ ("Excel shows only the first %d characters of the prompt “%s”. Shorten it in the template"),
                 MAX_MESSAGE, prompt);
}

static Fill *fill_new (TzXlsx *xlsx, const TzFillIn *what)
{
  Fill *fill = g_new0 (Fill, 1);
  fill->rule.validate = LXW_VALIDATION_TYPE_ANY;
  switch (what->kind) {
  case TZ_FILL_CHOICE:
    set_choice (xlsx, fill, what->choices);
    break;
  case TZ_FILL_NUMBER:
    set_range (fill, -1e15, 1e15);
    break;
  case TZ_FILL_PERCENT:
    set_range (fill, 0, 1);
    break;
  case TZ_FILL_DATE:
    set_date (fill);
    break;
  case TZ_FILL_TEXT:
  case TZ_FILL_NONE:
    break;
  }
  set_messages (xlsx, fill, what);
  return fill;
}

static void fill_free (gpointer data)
{
  Fill *fill = data;
  g_strfreev (fill->words);
  g_free (fill->formula);
  g_free (fill->message);
  g_free (fill);
}

/* ---- cells ---- */

static const TzCell *cell_at (const TzGrid *grid, int row, int col)
{
  int i = row < tz_grid_n_rows (grid) ? tz_grid_index_at (grid, row, col) : -1;
  return i >= 0 ? tz_grid_cell (grid, i) : NULL;
}

/* The row after the cells below FIRST that accept the same values. */
static int end_of_run (const TzGrid *grid, const TzCell *first)
{
  const TzCellStyle *style = tz_grid_style (grid, first->style);
  int row = first->row + first->row_span;
  for (const TzCell *cell; (cell = cell_at (grid, row, first->col)) != NULL; row += cell->row_span)
    if (!tz_fill_in_equal (&tz_grid_style (grid, cell->style)->fill, &style->fill) || cell->col != first->col ||
        cell->col_span != first->col_span)
      break;
  return row;
}

static void add_rules (TzXlsx *xlsx, const TzXlsxTable *table)
{
  const TzGrid *grid = table->plan->sized->grid;
  const int *first = table->plan->first;
  GHashTable *fills = g_hash_table_new_full (NULL, NULL, NULL, fill_free); /* by style, looked up only */
  for (int col = 0; col < tz_grid_n_cols (grid); col++) {
    for (int row = 0; row < tz_grid_n_rows (grid);) {
      const TzCell *cell = cell_at (grid, row, col);
      const TzCellStyle *style = cell && cell->col == col ? tz_grid_style (grid, cell->style) : NULL;
      if (!style || style->fill.kind == TZ_FILL_NONE) {
        row = cell ? cell->row + cell->row_span : row + 1;
        continue;
      }
      Fill *fill = g_hash_table_lookup (fills, GINT_TO_POINTER (cell->style));
      if (!fill) {
        fill = fill_new (xlsx, &style->fill);
        g_hash_table_insert (fills, GINT_TO_POINTER (cell->style), fill);
      }
      int end = end_of_run (grid, cell);
      lxw_error code = worksheet_data_validation_range (
          table->sheet, (lxw_row_t)(table->top + first[row]), (lxw_col_t)col,
          (lxw_row_t)(table->top + first[end] - 1), (lxw_col_t)(col + cell->col_span - 1), &fill->rule);
      tz_xlsx_note (xlsx, code, table->sheet, table->top + first[row], col);
      row = end;
    }
  }
  g_hash_table_unref (fills);
}

/* ---- colours that follow what is filled in ---- */

#define DONE_COLOUR 0xE2F0D9
#define LATE_COLOUR 0xF8CBAD

typedef struct {
  TzXlsx *xlsx;
  const TzXlsxTable *table;
  int first, last; /* sheet rows of the body */
} Colours;

static lxw_format *colour_format (const Colours *c, lxw_color_t colour)
{
  lxw_format *format = workbook_add_format (c->xlsx->book);
  format_set_bg_color (format, colour);
  return format;
}

static void add_condition (const Colours *c, int col, lxw_conditional_format *rule)
{
  lxw_error code = worksheet_conditional_format_range (c->table->sheet, (lxw_row_t)c->first, (lxw_col_t)col,
                                                       (lxw_row_t)c->last, (lxw_col_t)col, rule);
  tz_xlsx_note (c->xlsx, code, c->table->sheet, c->first, col);
}

static char *quote_text (const char *text)
{
  char **parts = g_strsplit (text, "\"", -1);
  char *doubled = g_strjoinv ("\"\"", parts), *quoted = g_strconcat ("\"", doubled, "\"", NULL);
  g_strfreev (parts);
  g_free (doubled);
  return quoted;
}

static void colour_states (const Colours *c, int col, const char *states, lxw_color_t colour)
{
  char **words = split_choices (states);
  lxw_format *format = words[0] ? colour_format (c, colour) : NULL;
  for (char **word = words; *word; word++) {
    char *quoted = quote_text (*word);
    lxw_conditional_format rule = { .type = LXW_CONDITIONAL_TYPE_CELL,
                                    .criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
                                    .value_string = quoted,
                                    .format = format };
    add_condition (c, col, &rule);
    g_free (quoted);
  }
  g_strfreev (words);
}

/* Appends to FORMULA that the state of sheet row ROW is none of those that mean done. */
static void add_undone (GString *formula, int row, int state, const char *done)
{
  char is[LXW_MAX_CELL_NAME_LENGTH];
  char **words = split_choices (done);
  lxw_rowcol_to_cell (is, (lxw_row_t)row, (lxw_col_t)state);
  for (char **word = words; *word; word++) {
    char *quoted = quote_text (*word);
    g_string_append_printf (formula, ",$%s<>%s", is, quoted);
    g_free (quoted);
  }
  g_string_append_c (formula, ')');
  g_strfreev (words);
}

/* A deadline that has passed while the state is none of those that mean done. */
static void colour_deadlines (const Colours *c, int deadline, int state, const char *done)
{
  char due[LXW_MAX_CELL_NAME_LENGTH];
  lxw_rowcol_to_cell (due, (lxw_row_t)c->first, (lxw_col_t)deadline);
  GString *formula = g_string_new (NULL);
  g_string_printf (formula, "=AND(ISNUMBER($%s),$%s<TODAY()", due, due);
  add_undone (formula, c->first, state, done);
  lxw_conditional_format rule = { .type = LXW_CONDITIONAL_TYPE_FORMULA,
                                  .value_string = formula->str,
                                  .format = colour_format (c, LATE_COLOUR) };
  add_condition (c, deadline, &rule);
  g_string_free (formula, TRUE);
}

/* ---- deadlines in words, whose last day is known here and not in Excel ---- */

#define MOST_DUE_DAYS 200 /* rules of one sheet */

/* The deadline cells of the rows whose last day is DUE: "F4 F9"; *FIRST is the first one's row. g_free. */
static char *due_cells (const Colours *c, int deadline, guint32 due, int *first)
{
  const TzXlsxPlan *plan = c->table->plan;
  GString *cells = g_string_new (NULL);
  for (int row = 0; row < plan->n_rows; row++) {
    if (tz_grid_row (plan->sized->grid, row)->due != due)
      continue;
    char cell[LXW_MAX_CELL_NAME_LENGTH];
    int at = c->table->top + plan->first[row];
    lxw_rowcol_to_cell (cell, (lxw_row_t)at, (lxw_col_t)deadline);
    if (cells->len == 0)
      *first = at;
    g_string_append_printf (cells, "%s%s", cells->len > 0 ? " " : "", cell);
  }
  return g_string_free (cells, FALSE);
}

static void colour_due_day (const Colours *c, int deadline, int state, const char *done, guint32 due,
                            lxw_format *format)
{
  int first = 0;
  GDate day;
  g_date_clear (&day, 1);
  g_date_set_julian (&day, due);
  char *cells = due_cells (c, deadline, due, &first);
  GString *formula = g_string_new (NULL);
  g_string_printf (formula, "=AND(TODAY()>DATE(%d,%d,%d)", g_date_get_year (&day), g_date_get_month (&day),
                   g_date_get_day (&day));
  add_undone (formula, first, state, done);
  lxw_conditional_format rule = {
    .type = LXW_CONDITIONAL_TYPE_FORMULA, .value_string = formula->str, .format = format, .multi_range = cells
  };
  lxw_error code =
      worksheet_conditional_format_cell (c->table->sheet, (lxw_row_t)first, (lxw_col_t)deadline, &rule);
  tz_xlsx_note (c->xlsx, code, c->table->sheet, first, deadline);
  g_string_free (formula, TRUE);
  g_free (cells);
}

static void colour_due_days (const Colours *c, int deadline, int state, const char *done)
{
  const TzXlsxPlan *plan = c->table->plan;
  GArray *days = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (int row = 0; row < plan->n_rows && plan->n_rows <= TZ_LONG_TABLE; row++) {
    guint32 due = tz_grid_row (plan->sized->grid, row)->due;
    gboolean known = due == 0;
    for (guint i = 0; i < days->len; i++)
      known |= g_array_index (days, guint32, i) == due;
    if (!known && days->len < MOST_DUE_DAYS)
      g_array_append_val (days, due);
  }
  lxw_format *format = days->len > 0 ? colour_format (c, LATE_COLOUR) : NULL;
  for (guint i = 0; i < days->len; i++)
    colour_due_day (c, deadline, state, done, g_array_index (days, guint32, i), format);
  g_array_unref (days);
}

static int find_column (const TzGrid *grid, TzCountBy what)
{
  for (int col = 0; col < tz_grid_n_cols (grid); col++)
    if (tz_grid_get_column (grid, col)->count_by == what)
      return col;
  return -1;
}

static gboolean holds_dates (const TzGrid *grid, int col)
{
  const TzCell *cell = cell_at (grid, tz_grid_n_rows (grid) - 1, col);
  return cell && tz_grid_style (grid, cell->style)->type == TZ_VALUE_DATE;
}

static void add_colours (TzXlsx *xlsx, const TzXlsxTable *table)
{
  const TzGrid *grid = table->plan->sized->grid;
  Colours c = { xlsx, table, table->top + table->plan->first[tz_grid_n_head (grid)],
                table->top + table->plan->n_sheet_rows - 1 };
  int state = find_column (grid, TZ_COUNT_STATE), deadline = find_column (grid, TZ_COUNT_DEADLINE);
  if (state < 0 || c.last < c.first)
    return;
  const TzColumn *column = tz_grid_get_column (grid, state);
  colour_states (&c, state, column->done, DONE_COLOUR);
  colour_states (&c, state, column->late, LATE_COLOUR);
  if (deadline >= 0 && column->done && holds_dates (grid, deadline))
    colour_deadlines (&c, deadline, state, column->done);
  else if (deadline >= 0 && column->done)
    colour_due_days (&c, deadline, state, column->done);
}

/* ---- the form ---- */

/* Looks at the styles, which are few: without a style to be filled in there is no such cell. */
static gboolean may_have_fills (const TzGrid *grid)
{
  for (int i = 0; i < tz_grid_n_styles (grid); i++)
    if (tz_grid_style (grid, i)->fill.kind != TZ_FILL_NONE)
      return TRUE;
  return FALSE;
}

gboolean tz_xlsx_has_fills (const TzGrid *grid)
{
  if (!may_have_fills (grid))
    return FALSE;
  for (int i = 0; i < tz_grid_n_cells (grid); i++)
    if (tz_grid_style (grid, tz_grid_cell (grid, i)->style)->fill.kind != TZ_FILL_NONE)
      return TRUE;
  return FALSE;
}

void tz_xlsx_protect (TzXlsx *xlsx, lxw_worksheet *sheet, gboolean form)
{
  const TzExcelSetup *excel = &xlsx->layout->doc->excel;
  lxw_protection allowed = { .format_columns = TRUE, .format_rows = TRUE, .autofilter = TRUE };
  if (excel->protect == TZ_PROTECT_YES || (excel->protect == TZ_PROTECT_AUTO && form))
    worksheet_protect (sheet, excel->password, &allowed);
}

void tz_xlsx_add_fills (TzXlsx *xlsx, const TzXlsxTable *table)
{
  gboolean form = tz_xlsx_has_fills (table->plan->sized->grid);
  if (form)
    add_rules (xlsx, table);
  add_colours (xlsx, table);
  tz_xlsx_protect (xlsx, table->sheet, form);
}
