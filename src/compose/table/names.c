#include "compose/table/names.h"

#include "model/unit.h"

#include <string.h>

/* Shorter names of units are words of another kind: 住建, 供电 of "住建、供电等部门". Characters. */
enum { LEAST_UNIT = 3 };

/* Whether column COL names units: as its form says, or where none does, by its title. 单位 alone is mostly
 * what is measured in, 计量单位 always. */
static gboolean names_units (const TzSchemaColumn *column)
{
  const char *title = column->titles ? column->titles[0] : NULL;
  if (column->means != TZ_MEANS_NOTHING)
    return column->means == TZ_MEANS_OWNER || column->means == TZ_MEANS_HELPER;
  return title && column->type == TZ_VALUE_TEXT && !g_str_equal (title, "单位") && !strstr (title, "计量") &&
         (g_str_has_suffix (title, "单位") || g_str_has_suffix (title, "部门"));
}

static void add_units (TzNameSet *names, const char *text)
{
  g_auto (GStrv) units = tz_unit_split (text);
  for (char **unit = units; *unit; unit++)
    if (g_utf8_strlen (*unit, -1) >= LEAST_UNIT)
      tz_name_set_add (names, *unit);
}

static void add_column (TzNameSet *names, const TzLedger *ledger, int col)
{
  GHashTable *seen = g_hash_table_new (NULL, NULL); /* by address: the ledger keeps equal texts once */
  for (int i = 0; i < tz_ledger_n_records (ledger); i++) {
    const TzRecord *record = tz_ledger_record (ledger, i);
    if (record->kind != TZ_RECORD_SECTION && g_hash_table_add (seen, (gpointer)record->cells[col].text))
      add_units (names, record->cells[col].text);
  }
  g_hash_table_unref (seen);
}

static void add_spellings (TzNameSet *names, const TzAliases *aliases)
{
  const char *const *spellings = aliases ? tz_aliases_spellings (aliases) : NULL;
  for (int i = 0; spellings && spellings[i]; i++)
    tz_name_set_add (names, spellings[i]);
}

TzNameSet *tz_ledger_names (const TzLedger *ledger, const TzAliases *units, const TzAliases *regions)
{
  TzNameSet *names = tz_name_set_new ();
  for (int col = 0; col < tz_ledger_n_columns (ledger); col++)
    if (names_units (tz_ledger_column (ledger, col)))
      add_column (names, ledger, col);
  add_spellings (names, units);
  add_spellings (names, regions);
  return names;
}
