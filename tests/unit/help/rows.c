#include "help/rows.h"

#include <string.h>

static int count_cells (gconstpointer data, int row)
{
  const TestRows *rows = data;
  return (int)g_strv_length (rows->cells[row]);
}

static const char *get_text (gconstpointer data, int row, int col)
{
  const TestRows *rows = data;
  return rows->cells[row][col];
}

static gboolean covers (const TestFact *fact, int row, int col)
{
  int across = MAX (fact->facts.across, 1), down = MAX (fact->facts.down, 1);
  return row >= fact->row && row < fact->row + down && col >= fact->col && col < fact->col + across;
}

static void get_facts (gconstpointer data, int row, int col, TzSheetFacts *facts)
{
  const TestRows *rows = data;
  for (int i = 0; i < rows->n_facts; i++) {
    const TestFact *fact = &rows->facts[i];
    if (row == fact->row && col == fact->col)
      *facts = fact->facts;
    else if (covers (fact, row, col))
      facts->flags |= TZ_FACT_COVERED;
  }
}

TestRows *test_rows_with_facts (const char *text, const TestFact *facts, int n_facts)
{
  TestRows *rows = g_new0 (TestRows, 1);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  int n = (int)g_strv_length (lines);
  rows->cells = g_new0 (char **, (gsize)n + 1);
  for (int i = 0; i < n; i++)
    rows->cells[i] = g_strsplit (lines[i], "|", -1);
  rows->facts = facts;
  rows->n_facts = n_facts;
  rows->rows = (TzSheetRows){ .data = rows, .n_rows = n, .n_cells = count_cells, .text = get_text };
  if (n_facts > 0)
    rows->rows.facts = get_facts;
  return rows;
}

TestRows *test_rows_new (const char *text)
{
  return test_rows_with_facts (text, NULL, 0);
}

void test_rows_free (TestRows *rows)
{
  for (int i = 0; i < rows->rows.n_rows; i++)
    g_strfreev (rows->cells[i]);
  g_free (rows->cells);
  g_free (rows);
}

char *test_rows_classes (const TzSheet *sheet)
{
  GString *text = g_string_new (NULL);
  for (int row = 0; row < tz_sheet_n_rows (sheet); row++)
    g_string_append_printf (text, "%s%s", row > 0 ? " " : "",
                            tz_sheet_class_word (tz_sheet_class (sheet, row)));
  return g_string_free (text, FALSE);
}

char *test_rows_paths (const TzSheet *sheet, int i)
{
  GString *text = g_string_new (NULL);
  for (int col = 0; col < tz_sheet_table (sheet, i)->n_columns; col++) {
    g_autofree char *path = tz_sheet_path (sheet, i, col);
    g_string_append_printf (text, "%s%s", col > 0 ? "; " : "", path);
  }
  return g_string_free (text, FALSE);
}
