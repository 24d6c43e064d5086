/* What a summary counts. Its formulas look at cells; which units a cell names, the model has said. */
#include "output/xlsx/tally.h"

#include "output/xlsx/fragment.h"
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
static GPtrArray *fragments_at (const TzXlsxTally *tally, int row, int col)
{
  return *text_at (tally->grid, row, col)
             ? tz_xlsx_fragments (tally->plan, tz_grid_index_at (tally->grid, row, col))
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

/* ---- texts that stand several times ---- */

static void text_clear (gpointer data)
{
  TzXlsxText *text = data;
  g_free (text->text);
  g_free (text->unified);
}

static GArray *texts_new (void)
{
  GArray *texts = g_array_new (FALSE, FALSE, sizeof (TzXlsxText));
  g_array_set_clear_func (texts, text_clear);
  return texts;
}

/* One more cell holds TEXT. Returns its index. */
static int count_text (GArray *texts, GHashTable *index, const char *text)
{
  gpointer at = NULL;
  if (!g_hash_table_lookup_extended (index, text, NULL, &at)) {
    TzXlsxText first = { .text = g_strdup (text) };
    at = GUINT_TO_POINTER (texts->len);
    g_array_append_val (texts, first);
    g_hash_table_insert (index, first.text, at);
  }
  g_array_index (texts, TzXlsxText, GPOINTER_TO_UINT (at)).n++;
  return GPOINTER_TO_INT (at);
}

/* The texts of column COL in the range that the formulas look at. */
static GArray *find_texts (const TzXlsxTally *tally, int col)
{
  GArray *texts = texts_new ();
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);
  for (int row = tally->first; col >= 0 && row < tz_grid_n_rows (tally->grid); row++) {
    if (tz_grid_row (tally->grid, row)->flags & TZ_ROW_SECTION)
      continue;
    g_autoptr (GPtrArray) fragments = fragments_at (tally, row, col);
    for (guint i = 0; i < fragments->len; i++)
      count_text (texts, index, fragments->pdata[i]);
  }
  g_hash_table_unref (index);
  return texts;
}

/* ---- units ---- */

/* What the summary's formula takes for the same as 、 */
static const char *const marks[] = { "，", ",", "；", ";", " ", "\n" };

/* TEXT as the formula searches it. g_free. */
static char *unify (const char *text)
{
  GString *out = g_string_new ("、");
  g_string_append (out, text);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    g_string_replace (out, marks[i], "、", 0);
  g_string_append (out, "、");
  return g_string_free (out, FALSE);
}

/* The cells of the owners' column. Where a text goes on in further cells, its units belong to
 * the first: the state stands beside that one. */
static void find_owners (TzXlsxTally *tally)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);
  for (int row = tally->first; tally->owner_col >= 0 && row < tz_grid_n_rows (tally->grid); row++) {
    g_autoptr (GPtrArray) fragments = fragments_at (tally, row, tally->owner_col);
    for (guint i = 0; i < fragments->len; i++) {
      TzXlsxOwner owner = { row, i == 0, count_text (tally->owner_texts, index, fragments->pdata[i]) };
      TzXlsxText *text = &g_array_index (tally->owner_texts, TzXlsxText, owner.text);
      if (i == 0 && !text->units)
        text->units = tz_grid_row (tally->grid, row)->units;
      g_array_append_val (tally->owners, owner);
    }
  }
  g_hash_table_unref (index);
}

/* The busiest first; as they stand in the ledger among equals. */
static gint compare_units (gconstpointer a, gconstpointer b)
{
  return ((const TzXlsxText *)b)->n - ((const TzXlsxText *)a)->n;
}

static void find_units (TzXlsxTally *tally)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);
  for (int row = tally->first; row < tz_grid_n_rows (tally->grid); row++) {
    const char *const *units = tz_grid_row (tally->grid, row)->units;
    for (; units && *units; units++)
      count_text (tally->units, index, *units);
  }
  g_hash_table_unref (index);
  g_array_sort (tally->units, compare_units);
}

static gboolean names_unit (const TzXlsxText *text, const char *unit)
{
  return text->units && g_strv_contains (text->units, unit);
}

GPtrArray *tz_xlsx_unit_texts (const TzXlsxTally *tally, const char *unit, gboolean named)
{
  GPtrArray *texts = g_ptr_array_new ();
  g_autofree char *wanted = g_strconcat ("、", unit, "、", NULL);
  for (guint i = 0; i < tally->owner_texts->len; i++) {
    TzXlsxText *text = &g_array_index (tally->owner_texts, TzXlsxText, i);
    if (!text->unified)
      text->unified = unify (text->text);
    gboolean found = strstr (text->unified, wanted) != NULL;
    if (names_unit (text, unit) == named && found != named)
      g_ptr_array_add (texts, text->text);
  }
  return texts;
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
  tally->owners = g_array_new (FALSE, FALSE, sizeof (TzXlsxOwner));
  tally->owner_texts = texts_new ();
  tally->units = texts_new ();
  find_owners (tally);
  find_units (tally);
  tally->deadlines = find_texts (tally, tally->deadline_col);
  return tally;
}

void tz_xlsx_tally_free (TzXlsxTally *tally)
{
  g_array_unref (tally->groups);
  g_array_unref (tally->owners);
  g_array_unref (tally->owner_texts);
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
    g_autoptr (GPtrArray) fragments = fragments_at (tally, row, col);
    n += MAX ((int)fragments->len, 1) - 1;
  }
  return n;
}

int tz_xlsx_count_unit (const TzXlsxTally *tally, const char *unit, const char *state)
{
  int n = 0;
  for (guint i = 0; i < tally->owners->len; i++) {
    const TzXlsxOwner *owner = &g_array_index (tally->owners, TzXlsxOwner, i);
    const TzXlsxText *text = &g_array_index (tally->owner_texts, TzXlsxText, owner->text);
    if (state && (!owner->first || !g_str_equal (text_at (tally->grid, owner->row, tally->state_col), state)))
      continue;
    n += names_unit (text, unit);
  }
  return n;
}
