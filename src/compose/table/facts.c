#include "compose/table/facts.h"

#include "model/deadline.h"
#include "model/period.h"
#include "model/unit.h"

/* A ledger has few different texts in these columns: each is read once. */
struct TzRowFacts {
  const TzAliases *units;
  TzGrid *grid;
  int deadline_col, owner_col; /* -1: none */
  int year;                    /* of the period, which a deadline without one means; 0: not known */
  GHashTable *due;             /* text of a deadline -> its day */
  GHashTable *named;           /* text of a cell -> names of its units, the grid's */
};

static int year_of (const TzTemplate *form)
{
  const TzIniKey *key = tz_ini_lookup (form->ini, "book", "", "period");
  TzPeriod period;
  return key && tz_period_parse (key->value, &period) ? period.year : 0;
}

static guint32 read_due_day (const TzRowFacts *facts, const char *text)
{
  TzDeadline deadline;
  GDate last;
  tz_deadline_parse (text, facts->year, &deadline);
  gboolean dated = deadline.kind == TZ_DEADLINE_DATE && !deadline.continuing && !deadline.partial;
  return dated && tz_deadline_last (&deadline, NULL, NULL, &last) ? g_date_get_julian (&last) : 0;
}

static guint32 due_day (TzRowFacts *facts, const TzRecord *record)
{
  const char *text = facts->deadline_col < 0 ? "" : record->cells[facts->deadline_col].text;
  gpointer day;
  if (*text == '\0')
    return 0;
  if (!g_hash_table_lookup_extended (facts->due, text, NULL, &day)) {
    day = GUINT_TO_POINTER (read_due_day (facts, text));
    g_hash_table_insert (facts->due, (gpointer)text, day);
  }
  return GPOINTER_TO_UINT (day);
}

/* NULL where RECORD has none of its own: the cell of the row above reaches down to it. */
static const char *const *units_of (TzRowFacts *facts, const TzRecord *record)
{
  const TzLedgerCell *cell = facts->owner_col >= 0 ? &record->cells[facts->owner_col] : NULL;
  if (!cell || cell->join & TZ_JOIN_UP || *cell->text == '\0')
    return NULL;
  const char *const *names = g_hash_table_lookup (facts->named, cell->text);
  if (!names) {
    names = tz_grid_keep_names (facts->grid, tz_units_list (facts->units, cell->text));
    g_hash_table_insert (facts->named, (gpointer)cell->text, (gpointer)names);
  }
  return names;
}

TzRowFacts *tz_row_facts_new (const TzTemplate *form, const TzLedger *ledger, const TzAliases *units,
                              TzGrid *grid)
{
  TzRowFacts *facts = g_new0 (TzRowFacts, 1);
  facts->units = units;
  facts->grid = grid;
  facts->deadline_col = tz_ledger_find_meaning (ledger, TZ_MEANS_DEADLINE);
  facts->owner_col = tz_ledger_find_meaning (ledger, TZ_MEANS_OWNER);
  facts->year = year_of (form);
  facts->due = g_hash_table_new (NULL, NULL); /* by address: the ledger keeps equal texts once */
  facts->named = g_hash_table_new (NULL, NULL);
  return facts;
}

void tz_row_facts_free (TzRowFacts *facts)
{
  g_hash_table_unref (facts->due);
  g_hash_table_unref (facts->named);
  g_free (facts);
}

void tz_row_facts_set (TzRowFacts *facts, int row, const TzRecord *record)
{
  tz_grid_set_row_due (facts->grid, row, due_day (facts, record));
  tz_grid_set_row_units (facts->grid, row, units_of (facts, record));
}
