#include "output/xlsx.h"

#include "base/intl.h"

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

/* Puts WORDS into a column of the hidden sheet; returns the formula that names
 * them ("='选项'!$A$1:$A$9"), or NULL. g_free. */
static char *list_formula (TzXlsx *xlsx, char *const *words)
{
  if (!open_lists (xlsx) || xlsx->n_lists >= LXW_COL_MAX)
    return NULL;
  int col = xlsx->n_lists++, n = 0;
  for (; words[n]; n++) {
    char *escaped = tz_xlsx_escape (words[n]);
    tz_xlsx_note (
        xlsx,
        worksheet_write_string (xlsx->lists, (lxw_row_t)n, (lxw_col_t)col, escaped ? escaped : words[n], NULL),
        xlsx->lists, n, col);
    g_free (escaped);
  }
  char range[LXW_MAX_CELL_RANGE_LENGTH];
  lxw_rowcol_to_range_abs (range, 0, (lxw_col_t)col, (lxw_row_t)(n - 1), (lxw_col_t)col);
  char **parts = g_strsplit (xlsx->lists_name, "'", -1);
  char *quoted = g_strjoinv ("''", parts);
  char *formula = g_strdup_printf ("='%s'!%s", quoted, range);
  g_strfreev (parts);
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
  fill->rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
  fill->rule.value_datetime = (lxw_datetime){ .year = 1950, .month = 1, .day = 1 };
}

static void set_message (TzXlsx *xlsx, Fill *fill, const char *prompt)
{
  if (!prompt || !*prompt)
    return;
  gboolean fits = g_utf8_strlen (prompt, -1) <= MAX_MESSAGE;
  fill->message = fits ? g_strdup (prompt) : g_utf8_substring (prompt, 0, MAX_MESSAGE);
  fill->rule.input_message = fill->message;
  if (!fits)
    tz_diag_add (xlsx->diag, TZ_WARNING, NULL, "prompt-too-long",
                 _ ("Excel shows only the first %d characters of the prompt “%s”. Shorten it in the template"),
                 MAX_MESSAGE, prompt);
}

static Fill *fill_new (TzXlsx *xlsx, const TzCellStyle *style)
{
  Fill *fill = g_new0 (Fill, 1);
  fill->rule.validate = LXW_VALIDATION_TYPE_ANY;
  switch (style->fill) {
  case TZ_FILL_CHOICE:
    set_choice (xlsx, fill, style->choices);
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
  set_message (xlsx, fill, style->prompt);
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

/* The row after the cells below FIRST that take the same. */
static int end_of_run (const TzGrid *grid, const TzCell *first)
{
  int row = first->row + first->row_span;
  for (const TzCell *cell; (cell = cell_at (grid, row, first->col)) != NULL; row += cell->row_span)
    if (cell->style != first->style || cell->col != first->col || cell->col_span != first->col_span)
      break;
  return row;
}

void tz_xlsx_add_fills (TzXlsx *xlsx, lxw_worksheet *sheet, const TzSized *sized, const TzXlsxPlan *plan,
                        int top)
{
  const TzGrid *grid = sized->grid;
  GHashTable *fills = g_hash_table_new_full (NULL, NULL, NULL, fill_free); /* by style, looked up only */
  for (int col = 0; col < tz_grid_n_cols (grid); col++) {
    for (int row = 0; row < tz_grid_n_rows (grid);) {
      const TzCell *cell = cell_at (grid, row, col);
      const TzCellStyle *style = cell && cell->col == col ? tz_grid_style (grid, cell->style) : NULL;
      if (!style || style->fill == TZ_FILL_NONE) {
        row = cell ? cell->row + cell->row_span : row + 1;
        continue;
      }
      Fill *fill = g_hash_table_lookup (fills, GINT_TO_POINTER (cell->style));
      if (!fill) {
        fill = fill_new (xlsx, style);
        g_hash_table_insert (fills, GINT_TO_POINTER (cell->style), fill);
      }
      int end = end_of_run (grid, cell);
      lxw_error code = worksheet_data_validation_range (sheet, (lxw_row_t)(top + plan->first[row]),
                                                        (lxw_col_t)col, (lxw_row_t)(top + plan->first[end] - 1),
                                                        (lxw_col_t)(col + cell->col_span - 1), &fill->rule);
      tz_xlsx_note (xlsx, code, sheet, top + plan->first[row], col);
      row = end;
    }
  }
  g_hash_table_unref (fills);
}
