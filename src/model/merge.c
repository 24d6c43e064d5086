/* Which empty cells continue a neighbour. A merged area is always a rectangle: a
 * cell that was widened to the right goes down as a whole or not at all. */
#include "model/ledger_data.h"

typedef struct {
  const TzLedger *ledger;
  const TzRecord *above; /* NULL: nothing that could be continued */
  int above_label;       /* a total above: from this column on its cells are not continued below; else n_cols */
  TzRecord *record;
  gboolean fresh; /* a merged column further left begins a new cell in this record */
  int start_col;  /* where a new task shows; -1: every record is one */
} Merge;

static guint merge_of (const TzLedger *ledger, int col)
{
  return tz_ledger_column (ledger, col)->merge;
}

/* How many columns the cell at COL of the record above covers. */
static int width_above (const Merge *m, int col)
{
  int width = 1;
  while (col + width < m->ledger->n_cols && m->above->cells[col + width].join & TZ_JOIN_LEFT)
    width++;
  return width;
}

/* Whether the record goes on with the task of the one above, as far as its cells left of COL and those of
 * columns yet to come tell. */
static gboolean is_same_task (const Merge *m, int col)
{
  if (m->start_col < 0 || m->above->kind == TZ_RECORD_TOTAL)
    return FALSE;
  const TzLedgerCell *start = &m->record->cells[m->start_col];
  if (m->start_col < col)
    return (start->join & TZ_JOIN_UP) != 0;
  return *start->text == '\0' && merge_of (m->ledger, m->start_col) & TZ_MERGE_DOWN;
}

/* Whether the cell above at COL may continue in this record, provided that it is empty here. */
static gboolean may_continue (const Merge *m, int col)
{
  guint merge = merge_of (m->ledger, col);
  if (!m->above || !(merge & TZ_MERGE_DOWN) || m->above->cells[col].join & TZ_JOIN_LEFT)
    return FALSE;
  if (col >= m->above_label || (merge & TZ_MERGE_TASK && !is_same_task (m, col)))
    return FALSE;
  return !m->fresh || merge & TZ_MERGE_ALONE;
}

/* Joins the cell at COL with the one above it, over as many columns as that covers. Returns their number; 0
 * if the cell is one of its own. */
static int join_up (Merge *m, int col)
{
  if (!may_continue (m, col))
    return 0;
  int width = width_above (m, col);
  for (int c = col; c < col + width; c++)
    if (*m->record->cells[c].text != '\0')
      return 0;
  for (int c = col; c < col + width; c++)
    m->record->cells[c].join = c == col ? TZ_JOIN_UP : TZ_JOIN_UP | TZ_JOIN_LEFT;
  return width;
}

static void join_left (Merge *m, int col)
{
  TzLedgerCell *cell = &m->record->cells[col], *left = cell - 1;
  if (col == 0 || !(merge_of (m->ledger, col) & TZ_MERGE_ACROSS) || left->join & TZ_JOIN_UP)
    return;
  if (*left->text != '\0' || left->join & TZ_JOIN_LEFT)
    cell->join = TZ_JOIN_LEFT;
}

static void join_record (Merge *m, int label)
{
  for (int col = 0; col < m->ledger->n_cols;) {
    gboolean empty = *m->record->cells[col].text == '\0';
    int width = empty && col < label ? join_up (m, col) : 0;
    if (width > 0) {
      col += width;
      continue;
    }
    if (empty)
      join_left (m, col);
    guint merge = merge_of (m->ledger, col);
    if (merge & TZ_MERGE_DOWN && !(merge & TZ_MERGE_ALONE))
      m->fresh = TRUE;
    col++;
  }
}

/* The label of a total with the blank cells that lead up to it, and all that stands
 * right of it, belong to that row alone. */
static int own_cells (const TzRecord *record, int label)
{
  while (record->kind == TZ_RECORD_TOTAL && label > 0 && *record->cells[label - 1].text == '\0' &&
         record->cells[label - 1].join == 0)
    label--;
  return label;
}

void tz_ledger_mark_joins (TzLedger *ledger)
{
  Merge m = { .ledger = ledger, .start_col = tz_ledger_start_column (ledger) };
  for (int i = 0; i < ledger->n_records; i++) {
    m.record = &ledger->records[i];
    m.fresh = FALSE;
    int label = m.record->kind == TZ_RECORD_TOTAL ? m.record->label : ledger->n_cols;
    if (m.record->kind != TZ_RECORD_SECTION)
      join_record (&m, label);
    m.above = m.record->kind == TZ_RECORD_SECTION ? NULL : m.record;
    m.above_label = own_cells (m.record, label);
  }
}
