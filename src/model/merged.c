#include "model/merged.h"

#include "model/ledger_data.h"

/* The records that a merged cell covers: FIRST to END-1. */
typedef struct {
  int first, end;
} Span;

static int row_number (const TzRecords *records, int i)
{
  return tz_records_get (records, i)->row;
}

/* The first record in row NUMBER of the file or below. */
static int find_record (const TzRecords *records, int number)
{
  int low = 0, high = tz_records_n (records);
  while (low < high) {
    int middle = (low + high) / 2;
    if (row_number (records, middle) < number)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static Span span_of (const TzRecords *records, const TzMerge *merge)
{
  return (Span){ find_record (records, merge->row), find_record (records, merge->last_row + 1) };
}

static gboolean is_data (const TzRecords *records, int i)
{
  TzRowClass cls = tz_records_class (records, i);
  return cls == TZ_CLASS_BODY || cls == TZ_CLASS_UNKNOWN;
}

gboolean tz_records_are_merged (const TzRecords *records)
{
  int n;
  const TzMerge *merges = tz_rows_merges (tz_records_rows (records), &n);
  for (int k = 0; k < n; k++) {
    Span span = span_of (records, &merges[k]);
    gboolean wide = merges[k].last_col > merges[k].col || span.end - span.first > 1;
    for (int i = span.first; i < span.end && wide; i++)
      if (is_data (records, i))
        return TRUE;
  }
  return FALSE;
}

/* The merged cell over row NUMBER and COLUMN, or NULL. They stand in the order of their first rows. */
static const TzMerge *merge_over (const TzRows *rows, int number, int column)
{
  int n;
  const TzMerge *merges = tz_rows_merges (rows, &n);
  for (int k = 0; k < n && merges[k].row <= number; k++)
    if (number <= merges[k].last_row && merges[k].col <= column && column <= merges[k].last_col)
      return &merges[k];
  return NULL;
}

/* The index of the row numbered NUMBER; -1: it is blank. */
static int find_row (const TzRows *rows, int below, int number)
{
  while (below >= 0 && tz_rows_get (rows, below)->row > number)
    below--;
  return below >= 0 && tz_rows_get (rows, below)->row == number ? below : -1;
}

const char *tz_records_merged_text (const TzRecords *records, int i, int column)
{
  const TzRows *rows = tz_records_rows (records);
  int row = tz_records_row (records, i);
  const TzFieldFacts *facts = tz_rows_facts (rows, row, column);
  const TzMerge *merge =
      facts && facts->covered ? merge_over (rows, tz_rows_get (rows, row)->row, column) : NULL;
  int first = merge ? find_row (rows, row, merge->row) : -1;
  return first >= 0 ? tz_rows_get (rows, first)->fields[merge->col].text : tz_records_text (records, i, column);
}

void tz_records_mark_merged_down (const TzRecords *records, gboolean *columns)
{
  int n, n_columns = tz_records_n_columns (records);
  const TzMerge *merges = tz_rows_merges (tz_records_rows (records), &n);
  for (int k = 0; k < n; k++) {
    Span span = span_of (records, &merges[k]);
    if (span.end - span.first > 1 && merges[k].col < n_columns)
      columns[merges[k].col] = TRUE;
  }
}

/* ---- the ledger's cells ---- */

typedef struct {
  TzLedger *ledger;
  guint8 *taken; /* by record and column: it is part of a merged cell already */
} Join;

static gboolean covers (const TzMerge *merge, int field)
{
  return field >= merge->col && field <= merge->last_col;
}

/* Behind the last of the columns from COL on that stand side by side in the file, too, and in MERGE. */
static int run_of_columns (const TzLedger *ledger, const TzMerge *merge, int col)
{
  int end = col + 1;
  while (end < ledger->n_cols && ledger->fields[end] == ledger->fields[end - 1] + 1 &&
         covers (merge, ledger->fields[end]))
    end++;
  return end;
}

/* Behind the last of the records from I on that may be joined: a heading stands across all columns. */
static int run_of_records (const TzLedger *ledger, int i, int end)
{
  int next = i;
  while (next < end && ledger->records[next].kind != TZ_RECORD_SECTION)
    next++;
  return next;
}

/* Merged cells of a damaged workbook may overlap: the later one is passed over. */
static gboolean is_free (const Join *join, Span rows, Span cols)
{
  for (int i = rows.first; i < rows.end; i++)
    for (int col = cols.first; col < cols.end; col++)
      if (join->taken[(gsize)i * (gsize)join->ledger->n_cols + (gsize)col])
        return FALSE;
  return TRUE;
}

static void join_cells (const Join *join, Span rows, Span cols)
{
  if (!is_free (join, rows, cols))
    return;
  for (int i = rows.first; i < rows.end; i++)
    for (int col = cols.first; col < cols.end; col++) {
      TzLedgerCell *cell = &join->ledger->records[i].cells[col];
      guint up = i > rows.first ? TZ_JOIN_UP : 0, left = col > cols.first ? TZ_JOIN_LEFT : 0;
      join->taken[(gsize)i * (gsize)join->ledger->n_cols + (gsize)col] = 1;
      cell->join = (up | left) & 3u;
      if (cell->join != 0)
        cell->text = "";
    }
}

static void take_merge (const Join *join, const TzRecords *records, const TzMerge *merge)
{
  const TzLedger *ledger = join->ledger;
  Span span = span_of (records, merge);
  for (int i = span.first; i < span.end;) {
    Span rows = { i, run_of_records (ledger, i, span.end) };
    for (int col = 0; col < ledger->n_cols && rows.end > rows.first; col++) {
      if (!covers (merge, ledger->fields[col]))
        continue;
      Span cols = { col, run_of_columns (ledger, merge, col) };
      join_cells (join, rows, cols);
      col = cols.end - 1;
    }
    i = rows.end > i ? rows.end : i + 1;
  }
}

void tz_ledger_take_merges (TzLedger *ledger, const TzRecords *records)
{
  int n;
  const TzMerge *merges = tz_rows_merges (tz_records_rows (records), &n);
  Join join = { ledger, g_new0 (guint8, (gsize)ledger->n_records * (gsize)ledger->n_cols + 1) };
  for (int k = 0; k < n; k++)
    take_merge (&join, records, &merges[k]);
  g_free (join.taken);
}
