#include "model/sheet_rows.h"

static int n_cells (gconstpointer data, int row)
{
  return tz_rows_get (data, row)->n_fields;
}

static const char *text (gconstpointer data, int row, int col)
{
  return tz_rows_get (data, row)->fields[col].text;
}

static int number (gconstpointer data, int row)
{
  return tz_rows_get (data, row)->row;
}

static guint flags_of (const TzFieldFacts *known)
{
  guint flags = known->bold ? TZ_FACT_BOLD : 0;
  if (known->covered)
    flags |= TZ_FACT_COVERED;
  /* TRUE, and what a failing formula shows, stand where figures do. */
  if (known->typed &&
      (known->kind == TZ_FIELD_NUMBER || known->kind == TZ_FIELD_BOOLEAN || known->kind == TZ_FIELD_ERROR))
    flags |= TZ_FACT_NUMBER;
  if (known->typed && known->kind == TZ_FIELD_DATE)
    flags |= TZ_FACT_DATE;
  return flags;
}

static void facts (gconstpointer data, int row, int col, TzSheetFacts *facts)
{
  const TzFieldFacts *known = tz_rows_facts (data, row, col);
  const TzMerge *merge = tz_rows_merge_at (data, number (data, row), col);
  facts->flags = known != NULL ? flags_of (known) : 0;
  facts->across = merge != NULL ? merge->last_col - merge->col + 1 : 1;
  facts->down = merge != NULL ? merge->last_row - merge->row + 1 : 1;
}

TzSheetRows tz_sheet_rows (const TzRows *rows)
{
  gboolean known = tz_rows_n (rows) > 0 && tz_rows_n_columns (rows) > 0 && tz_rows_facts (rows, 0, 0) != NULL;
  return (TzSheetRows){ .data = rows,
                        .n_rows = tz_rows_n (rows),
                        .last = tz_rows_last (rows),
                        .n_cells = n_cells,
                        .text = text,
                        .number = number,
                        .facts = known ? facts : NULL };
}
