#include "model/check.h"

#include "base/intl.h"
#include "base/utf8.h"
#include "model/damage.h"
#include "model/deadline.h"

/* The cell (RECORD, COL) if the record is a task's row and the cell has a text that is not taken over from a
 * neighbour; else NULL. */
static const TzLedgerCell *own_cell (const TzLedger *ledger, int record, int col)
{
  const TzRecord *of = tz_ledger_record (ledger, record);
  const TzLedgerCell *cell = &of->cells[col];
  if (of->kind == TZ_RECORD_SECTION || of->kind == TZ_RECORD_TOTAL)
    return NULL;
  return cell->join == 0 && *cell->text != '\0' ? cell : NULL;
}

/* ── deadlines ───────────────────────────────────────────────────────────── */

typedef struct {
  const TzLedger *ledger;
  GHashTable *read; /* text -> 1 + TzDeadlineKind: few texts, many cells */
  int year;
  TzDiag *diag;
} Deadlines;

static TzDeadlineKind kind_of (const Deadlines *d, const char *text)
{
  int known = GPOINTER_TO_INT (g_hash_table_lookup (d->read, text));
  if (known == 0) {
    TzDeadline deadline;
    tz_deadline_parse (text, d->year, &deadline);
    known = 1 + (int)deadline.kind;
    g_hash_table_insert (d->read, (gpointer)text, GINT_TO_POINTER (known));
  }
  return (TzDeadlineKind)(known - 1);
}

static void check_deadline (const Deadlines *d, const TzLedgerCell *cell)
{
  if (kind_of (d, cell->text) != TZ_DEADLINE_UNKNOWN || tz_damage_is_date (cell->text))
    return; /* what Excel made of a date is told of the column */
  g_autofree char *excerpt = tz_utf8_excerpt (cell->text, 20);
  TzPlace place = tz_ledger_place (d->ledger, cell);
  tz_diag_add (
      d->diag, TZ_WARNING, &place, "deadline-unknown",
      _ ("“%s” is not understood as a deadline; write one such as 2021年6月底前, 每季度末 or 持续推进"),
      excerpt);
}

void tz_check_deadlines (const TzLedger *ledger, int year, TzDiag *diag)
{
  Deadlines d = { ledger, g_hash_table_new (g_str_hash, g_str_equal), year, diag };
  for (int col = 0; col < tz_ledger_n_columns (ledger); col++)
    for (int i = 0;
         tz_ledger_column (ledger, col)->means == TZ_MEANS_DEADLINE && i < tz_ledger_n_records (ledger); i++) {
      const TzLedgerCell *cell = own_cell (ledger, i, col);
      if (cell)
        check_deadline (&d, cell);
    }
  g_hash_table_destroy (d.read);
}

/* ── units ───────────────────────────────────────────────────────────────── */

static void take_names (GArray *uses, GStringChunk *strings, const TzLedger *ledger, const TzLedgerCell *cell)
{
  g_auto (GStrv) names = tz_unit_split (cell->text);
  for (char **name = names; *name; name++) {
    TzUnitUse use = { g_string_chunk_insert_const (strings, *name), tz_ledger_place (ledger, cell) };
    g_array_append_val (uses, use);
  }
}

void tz_check_units (const TzLedger *ledger, const TzAliases *units, TzDiag *diag)
{
  GArray *uses = g_array_new (FALSE, FALSE, sizeof (TzUnitUse));
  GStringChunk *strings = g_string_chunk_new (1024);
  GHashTable *seen = g_hash_table_new (g_str_hash, g_str_equal); /* texts of cells: few of many differ */
  for (int i = 0; i < tz_ledger_n_records (ledger); i++)
    for (int col = 0; col < tz_ledger_n_columns (ledger); col++) {
      TzMeans means = tz_ledger_column (ledger, col)->means;
      const TzLedgerCell *cell =
          means == TZ_MEANS_OWNER || means == TZ_MEANS_HELPER ? own_cell (ledger, i, col) : NULL;
      if (cell && g_hash_table_add (seen, (gpointer)cell->text))
        take_names (uses, strings, ledger, cell);
    }
  tz_units_check_similar (units, (const TzUnitUse *)(gpointer)uses->data, (int)uses->len, diag);
  g_array_free (uses, TRUE);
  g_string_chunk_free (strings);
  g_hash_table_destroy (seen);
}
