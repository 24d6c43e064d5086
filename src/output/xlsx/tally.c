/* What a summary counts, as its formulas count it: cells, not meanings. */
#include "output/xlsx/tally.h"

#include "output/xlsx/part.h"
#include "output/xlsx/plan.h"

#include <string.h>

/* ---- cells ---- */

static const char *text_at (const TzGrid *grid, int row, int col)
{
  int i = tz_grid_index_at (grid, row, col);
  const TzCell *cell = i >= 0 ? tz_grid_cell (grid, i) : NULL;
  return cell && cell->row == row && cell->col == col ? cell->text : "";
}

/* The text at ROW and COL as it stands in cells. g_ptr_array_unref. */
static GPtrArray *parts_at (const TzXlsxTally *tally, int row, int col)
{
  return *text_at (tally->grid, row, col)
             ? tz_xlsx_parts (tally->plan, tz_grid_index_at (tally->grid, row, col))
             : g_ptr_array_new ();
}

static gboolean is_plain_row (const TzGrid *grid, int row)
{
  return (tz_grid_row (grid, row)->flags & (TZ_ROW_HEAD | TZ_ROW_SECTION | TZ_ROW_TOTAL)) == 0;
}

/* ---- groups ---- */

static void group_clear (gpointer data)
{
  TzXlsxGroup *group = data;
  g_free (group->label);
  g_array_unref (group->spans);
}

/* INDEX finds a group by its label as the grid has it. */
static TzXlsxGroup *group_for (TzXlsxTally *tally, GHashTable *index, const char *label)
{
  gpointer at = NULL;
  if (!g_hash_table_lookup_extended (index, label, NULL, &at)) {
    TzXlsxGroup group = { g_strdup (label), g_array_new (FALSE, FALSE, sizeof (TzXlsxSpan)) };
    g_strdelimit (group.label, "\n", ' ');
    at = GUINT_TO_POINTER (tally->groups->len);
    g_array_append_val (tally->groups, group);
    g_hash_table_insert (index, (gpointer)label, at);
  }
  return &g_array_index (tally->groups, TzXlsxGroup, GPOINTER_TO_UINT (at));
}

static void add_row_to (TzXlsxGroup *group, int row)
{
  guint n = group->spans->len;
  if (n > 0 && g_array_index (group->spans, TzXlsxSpan, n - 1).last == row - 1) {
    g_array_index (group->spans, TzXlsxSpan, n - 1).last = row;
    return;
  }
  TzXlsxSpan span = { row, row };
  g_array_append_val (group->spans, span);
}

/* The title of the section, or the merged cell, that ROW belongs to. */
static const char *label_of (const TzXlsxTally *tally, int row, const char *section)
{
  int i = tally->group_col >= 0 ? tz_grid_index_at (tally->grid, row, tally->group_col) : -1;
  return i >= 0 ? tz_grid_cell (tally->grid, i)->text : section;
}

static void find_groups (TzXlsxTally *tally)
{
  const char *section = "";
  g_autoptr (GHashTable) index = g_hash_table_new (g_str_hash, g_str_equal);
  for (int row = tz_grid_n_head (tally->grid); row < tz_grid_n_rows (tally->grid); row++) {
    const char *title = text_at (tally->grid, row, 0);
    if (tz_grid_row (tally->grid, row)->flags & TZ_ROW_SECTION)
      section = title;
    else if (is_plain_row (tally->grid, row)) {
      const char *label = label_of (tally, row, section);
      add_row_to (group_for (tally, index, *label ? label : "全部任务"), row);
    }
  }
}

/* ---- units ---- */

/* What the summary's formula takes for the same as 、 */
static const char *const marks[] = { "，", ",", "；", ";", " ", "\n" };

static char *unify (const char *text)
{
  GString *out = g_string_new (text);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    g_string_replace (out, marks[i], "、", 0);
  return g_string_free (out, FALSE);
}

/* A unit whose brackets were torn apart by the marks inside them is none. */
static gboolean is_unit (const char *word)
{
  int open = 0;
  for (const char *p = word; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    open += c == 0xFF08 || c == '(';
    open -= c == 0xFF09 || c == ')';
    if (open < 0)
      return FALSE;
  }
  return *word != '\0' && open == 0 && g_utf8_strlen (word, 41) <= 40;
}

/* N more cells name WORD. */
static void count_unit (GArray *units, GHashTable *index, const char *word, int n)
{
  gpointer at = NULL;
  if (!g_hash_table_lookup_extended (index, word, NULL, &at)) {
    TzXlsxUnit unit = { g_strdup (word), 0 };
    at = GUINT_TO_POINTER (units->len);
    g_array_append_val (units, unit);
    g_hash_table_insert (index, unit.name, at);
  }
  g_array_index (units, TzXlsxUnit, GPOINTER_TO_UINT (at)).n += n;
}

static void count_units_of (GArray *units, GHashTable *index, const TzXlsxUnit *cells)
{
  char *unified = unify (cells->name), **words = g_strsplit (unified, "、", -1);
  for (int i = 0; words[i]; i++) {
    gboolean again = FALSE; /* one cell counts once, as FIND does */
    for (int k = 0; k < i; k++)
      again |= g_str_equal (words[k], words[i]);
    if (!again && is_unit (words[i]))
      count_unit (units, index, words[i], cells->n);
  }
  g_strfreev (words);
  g_free (unified);
}

static void unit_clear (gpointer data)
{
  g_free (((TzXlsxUnit *)data)->name);
}

/* The busiest first; as they stand in the ledger among equals. */
static gint compare_units (gconstpointer a, gconstpointer b)
{
  return ((const TzXlsxUnit *)b)->n - ((const TzXlsxUnit *)a)->n;
}

static GArray *units_new (void)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (TzXlsxUnit));
  g_array_set_clear_func (units, unit_clear);
  return units;
}

/* The texts of column COL, each once. Rows from the first plain one: the whole range
 * that the formulas look at. Cells of total rows are in that range too, so they count,
 * but bring no unit of their own. */
static GArray *find_texts (const TzXlsxTally *tally, int col)
{
  GArray *texts = units_new ();
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);
  for (int row = tally->first; col >= 0 && row < tz_grid_n_rows (tally->grid); row++) {
    if (tz_grid_row (tally->grid, row)->flags & TZ_ROW_SECTION)
      continue;
    g_autoptr (GPtrArray) parts = parts_at (tally, row, col);
    for (guint i = 0; i < parts->len; i++)
      count_unit (texts, index, parts->pdata[i], 1);
  }
  g_hash_table_unref (index);
  return texts;
}

/* The units that those texts name. */
static GArray *find_units (const TzXlsxTally *tally, int col)
{
  GArray *texts = find_texts (tally, col), *units = units_new ();
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < texts->len; i++)
    count_units_of (units, index, &g_array_index (texts, TzXlsxUnit, i));
  g_hash_table_unref (index);
  g_array_unref (texts);
  return units;
}

/* ---- the tally ---- */

static int find_column (const TzGrid *grid, TzCountBy what)
{
  for (int col = 0; col < tz_grid_n_cols (grid); col++)
    if (tz_grid_get_column (grid, col)->count_by == what)
      return col;
  return -1;
}

TzXlsxTally *tz_xlsx_tally_new (const TzXlsxPlan *plan)
{
  const TzGrid *grid = plan->sized->grid;
  int tasks = find_column (grid, TZ_COUNT_TASKS);
  if (tasks < 0 || tz_grid_n_rows (grid) == tz_grid_n_head (grid))
    return NULL;
  TzXlsxTally *tally = g_new0 (TzXlsxTally, 1);
  tally->grid = grid;
  tally->plan = plan;
  tally->first = tz_grid_n_head (grid);
  tally->task_col = tasks;
  tally->group_col = find_column (grid, TZ_COUNT_GROUP);
  tally->owner_col = find_column (grid, TZ_COUNT_OWNER);
  tally->state_col = find_column (grid, TZ_COUNT_STATE);
  tally->deadline_col = find_column (grid, TZ_COUNT_DEADLINE);
  tally->groups = g_array_new (FALSE, FALSE, sizeof (TzXlsxGroup));
  g_array_set_clear_func (tally->groups, group_clear);
  find_groups (tally);
  tally->units = find_units (tally, tally->owner_col);
  tally->deadlines = find_texts (tally, tally->deadline_col);
  g_array_sort (tally->units, compare_units);
  return tally;
}

void tz_xlsx_tally_free (TzXlsxTally *tally)
{
  g_array_unref (tally->groups);
  g_array_unref (tally->units);
  g_array_unref (tally->deadlines);
  g_free (tally);
}

int tz_xlsx_count_tasks (const TzXlsxTally *tally, const TzXlsxGroup *group)
{
  int n = 0;
  for (guint i = 0; i < group->spans->len; i++) {
    TzXlsxSpan span = g_array_index (group->spans, TzXlsxSpan, i);
    for (int row = span.first; row <= span.last; row++)
      n += *text_at (tally->grid, row, tally->task_col) != '\0';
  }
  return n;
}

int tz_xlsx_count_state (const TzXlsxTally *tally, const TzXlsxGroup *group, const char *state)
{
  int n = 0;
  for (guint i = 0; i < group->spans->len; i++) {
    TzXlsxSpan span = g_array_index (group->spans, TzXlsxSpan, i);
    for (int row = span.first; row <= span.last; row++)
      n += g_str_equal (text_at (tally->grid, row, tally->state_col), state);
  }
  return n;
}

int tz_xlsx_count_cells (const TzXlsxTally *tally, int col)
{
  int n = 0;
  for (int row = tally->first; col >= 0 && row < tz_grid_n_rows (tally->grid); row++)
    n += *text_at (tally->grid, row, col) != '\0';
  return n;
}

int tz_xlsx_count_rests (const TzXlsxTally *tally, int col, int first, int last)
{
  int n = 0;
  for (int row = first; row <= last; row++) {
    g_autoptr (GPtrArray) parts = parts_at (tally, row, col);
    n += MAX ((int)parts->len, 1) - 1;
  }
  return n;
}

static gboolean names_unit (const char *text, const char *unit)
{
  char *unified = unify (text), **words = g_strsplit (unified, "、", -1);
  gboolean found = g_strv_contains ((const char *const *)words, unit);
  g_strfreev (words);
  g_free (unified);
  return found;
}

int tz_xlsx_count_unit (const TzXlsxTally *tally, const char *unit, const char *state)
{
  int n = 0;
  for (int row = tally->first; row < tz_grid_n_rows (tally->grid); row++) {
    if (state && !g_str_equal (text_at (tally->grid, row, tally->state_col), state))
      continue;
    g_autoptr (GPtrArray) parts = parts_at (tally, row, tally->owner_col);
    for (guint i = 0; i < parts->len && (i == 0 || !state); i++) /* the state stands beside the first */
      n += names_unit (parts->pdata[i], unit);
  }
  return n;
}
