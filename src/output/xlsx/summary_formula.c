#include "output/xlsx/summary_formula.h"

char *tz_summary_range (const TzXlsxSummary *s, int col, int first, int last)
{
  const int *rows = s->table->plan->first;
  char range[LXW_MAX_CELL_RANGE_LENGTH];
  lxw_row_t row0 = (lxw_row_t)(s->table->top + rows[first]),
            row1 = (lxw_row_t)(s->table->top + rows[last + 1] - 1);
  lxw_rowcol_to_range_abs (range, row0, (lxw_col_t)col, row1, (lxw_col_t)col);
  return g_strdup_printf ("%s!%s", s->quoted, range);
}

char *tz_summary_body_range (const TzXlsxSummary *s, int col)
{
  return tz_summary_range (s, col, s->tally->first, tz_grid_n_rows (s->tally->grid) - 1);
}

/* The cell of the latest head that names state I. */
static const char *state_cell (const TzXlsxSummary *s, int i, char *cell)
{
  lxw_rowcol_to_cell_abs (cell, (lxw_row_t)s->head, (lxw_col_t)(3 + i), TRUE, TRUE);
  return cell;
}

void tz_summary_append_count (const TzXlsxSummary *s, GString *formula, const char *range, int col,
                              TzXlsxSpan rows)
{
  int rests = tz_xlsx_count_rests (s->tally, col, rows.first, rows.last);
  g_string_append_printf (formula, "COUNTA(%s)", range);
  if (rests > 0)
    g_string_append_printf (formula, "-%d", rests);
}

char *tz_summary_group_formula (const TzXlsxSummary *s, const TzXlsxGroup *group, int state)
{
  GString *formula = g_string_new ("=");
  char cell[LXW_MAX_CELL_NAME_LENGTH];
  for (guint i = 0; i < group->spans->len; i++) {
    TzXlsxSpan span = g_array_index (group->spans, TzXlsxSpan, i);
    char *range =
        tz_summary_range (s, state < 0 ? s->tally->task_col : s->tally->state_col, span.first, span.last);
    g_string_append (formula, i > 0 ? "+" : "");
    if (state < 0)
      tz_summary_append_count (s, formula, range, s->tally->task_col, span);
    else
      g_string_append_printf (formula, "COUNTIF(%s,%s)", range, state_cell (s, state, cell));
    g_free (range);
  }
  return g_string_free (formula, FALSE);
}

/* ---- units ---- */

/* Cells in which the unit's name stands whole between marks, so that 市能源局 is not found in 某市能源局. */
static char *found_names (const TzXlsxSummary *s, const char *range)
{
  GString *text = g_string_new (range);
  static const char *const marks[] = { "\"，\"", "\",\"", "\"；\"", "\";\"", "\" \"", "CHAR(10)" };
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    char *wrapped = g_strdup_printf ("SUBSTITUTE(%s,%s,\"、\")", text->str, marks[i]);
    g_string_assign (text, wrapped);
    g_free (wrapped);
  }
  char *found = g_strdup_printf ("ISNUMBER(FIND(\"、\"&$A%d&\"、\",\"、\"&%s&\"、\"))", s->row + 1, text->str);
  g_string_free (text, TRUE);
  return found;
}

/* Cells that hold one of the texts in TEXTS, a row of cells. Blanks and * are nothing special to EXACT, and
 * it has no limit of 255 characters, as COUNTIF and MATCH have. */
static void append_texts (GString *formula, const char *sign, const char *range, const char *texts,
                          const char *states)
{
  if (texts && states)
    g_string_append_printf (formula, "%sSUMPRODUCT(EXACT(%s,%s)*(%s))", sign, range, texts, states);
  else if (texts)
    g_string_append_printf (formula, "%sSUMPRODUCT(--EXACT(%s,%s))", sign, range, texts);
}

char *tz_summary_unit_formula (const TzXlsxSummary *s, int state, const TzSummaryTexts *texts)
{
  g_autofree char *range = tz_summary_body_range (s, s->tally->owner_col), *found = found_names (s, range);
  g_autofree char *states = NULL;
  char cell[LXW_MAX_CELL_NAME_LENGTH];
  GString *formula = g_string_new (NULL);
  g_string_printf (formula, "=SUMPRODUCT(--%s", found);
  if (state >= 0) {
    g_autofree char *all = tz_summary_body_range (s, s->tally->state_col);
    states = g_strdup_printf ("%s=%s", all, state_cell (s, state, cell));
    g_string_append_printf (formula, ",--(%s)", states);
  }
  g_string_append_c (formula, ')');
  append_texts (formula, "+", range, texts->more, states);
  append_texts (formula, "-", range, texts->less, states);
  return g_string_free (formula, FALSE);
}
