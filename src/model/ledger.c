#include "model/ledger_data.h"

#include "base/utf8.h"

void tz_ledger_free (TzLedger *ledger)
{
  if (!ledger)
    return;
  g_free (ledger->schema_cols);
  g_free (ledger->fields);
  g_free (ledger->records);
  g_free (ledger->cells);
  g_array_free (ledger->sections, TRUE);
  g_array_free (ledger->tasks, TRUE);
  tz_texts_unref (ledger->texts);
  g_strfreev (ledger->extra_titles);
  g_free (ledger->extra_fields);
  g_free (ledger->extra_texts);
  for (int col = 0; ledger->values && col < ledger->n_cols; col++)
    g_free (ledger->values[col]);
  g_free (ledger->values);
  g_free (ledger->types);
  g_free (ledger);
}

int tz_ledger_n_columns (const TzLedger *ledger)
{
  return ledger->n_cols;
}

const TzSchemaColumn *tz_ledger_column (const TzLedger *ledger, int col)
{
  g_return_val_if_fail (col >= 0 && col < ledger->n_cols, NULL);
  return &ledger->schema->columns[ledger->schema_cols[col]];
}

int tz_ledger_find_column (const TzLedger *ledger, const char *key)
{
  for (int col = 0; col < ledger->n_cols; col++)
    if (g_str_equal (tz_ledger_column (ledger, col)->key, key))
      return col;
  return -1;
}

int tz_ledger_find_meaning (const TzLedger *ledger, TzMeans means)
{
  for (int col = 0; col < ledger->n_cols; col++)
    if (tz_ledger_column (ledger, col)->means == means)
      return col;
  return -1;
}

int tz_ledger_start_column (const TzLedger *ledger)
{
  int col = tz_ledger_find_meaning (ledger, TZ_MEANS_ID);
  if (col < 0)
    col = tz_ledger_find_meaning (ledger, TZ_MEANS_NUMBER);
  if (col < 0)
    col = tz_ledger_find_meaning (ledger, TZ_MEANS_NAME);
  for (int c = 0; col < 0 && c < ledger->n_cols; c++)
    if ((tz_ledger_column (ledger, c)->merge & (TZ_MERGE_DOWN | TZ_MERGE_TASK)) == TZ_MERGE_DOWN)
      col = c;
  return col;
}

int tz_ledger_schema_index (const TzLedger *ledger, int col)
{
  g_return_val_if_fail (col >= 0 && col < ledger->n_cols, -1);
  return ledger->schema_cols[col];
}

int tz_ledger_field (const TzLedger *ledger, int col)
{
  g_return_val_if_fail (col >= 0 && col < ledger->n_cols, -1);
  return ledger->fields[col];
}

int tz_ledger_n_records (const TzLedger *ledger)
{
  return ledger->n_records;
}

const TzRecord *tz_ledger_record (const TzLedger *ledger, int i)
{
  g_return_val_if_fail (i >= 0 && i < ledger->n_records, NULL);
  return &ledger->records[i];
}

int tz_ledger_n_sections (const TzLedger *ledger)
{
  return (int)ledger->sections->len;
}

const TzSection *tz_ledger_section (const TzLedger *ledger, int i)
{
  g_return_val_if_fail (i >= 0 && i < (int)ledger->sections->len, NULL);
  return &g_array_index (ledger->sections, TzSection, i);
}

int tz_ledger_n_tasks (const TzLedger *ledger)
{
  return (int)ledger->tasks->len;
}

const TzTask *tz_ledger_task (const TzLedger *ledger, int i)
{
  g_return_val_if_fail (i >= 0 && i < (int)ledger->tasks->len, NULL);
  return &g_array_index (ledger->tasks, TzTask, i);
}

TzTexts *tz_ledger_texts (const TzLedger *ledger)
{
  return ledger->texts;
}

const char *const *tz_ledger_extra_titles (const TzLedger *ledger)
{
  return (const char *const *)ledger->extra_titles;
}

const char *tz_ledger_extra_text (const TzLedger *ledger, int record, int extra)
{
  int n_extra = (int)g_strv_length (ledger->extra_titles);
  g_return_val_if_fail (record >= 0 && record < ledger->n_records && extra >= 0 && extra < n_extra, "");
  return ledger->extra_texts[record * n_extra + extra];
}

/* The field of the CSV that the cell (RECORD, COL) was read from, -1: none. */
static int field_of (const TzLedger *ledger, const TzRecord *record, int col)
{
  if (record->kind == TZ_RECORD_SECTION)
    return col == 0 ? 0 : -1;
  return ledger->fields[col];
}

TzPlace tz_ledger_place (const TzLedger *ledger, const TzLedgerCell *cell)
{
  gsize i = (gsize)(cell - ledger->cells);
  const TzRecord *record = &ledger->records[i / (gsize)ledger->n_cols];
  TzPlace place = record->place;
  place.line = cell->line;
  place.column = (int)cell->column;
  place.col = field_of (ledger, record, (int)(i % (gsize)ledger->n_cols)) + 1;
  return place;
}

const TzLedgerValue *tz_ledger_value (const TzLedger *ledger, const TzLedgerCell *cell)
{
  gsize i = (gsize)(cell - ledger->cells);
  const TzLedgerValue *values = ledger->values ? ledger->values[i % (gsize)ledger->n_cols] : NULL;
  const TzLedgerValue *value = values ? &values[i / (gsize)ledger->n_cols] : NULL;
  return value && value->type != TZ_VALUE_TEXT ? value : NULL;
}

TzValueType tz_ledger_type (const TzLedger *ledger, int col)
{
  g_return_val_if_fail (col >= 0 && col < ledger->n_cols, TZ_VALUE_TEXT);
  return ledger->types[col];
}

const char *tz_ledger_text (const TzLedger *ledger, int record, int col)
{
  g_return_val_if_fail (record >= 0 && record < ledger->n_records && col >= 0 && col < ledger->n_cols, "");
  while (record > 0 && ledger->records[record].cells[col].join & TZ_JOIN_UP)
    record--;
  while (col > 0 && ledger->records[record].cells[col].join & TZ_JOIN_LEFT)
    col--;
  return ledger->records[record].cells[col].text;
}

char *tz_ledger_task_text (const TzLedger *ledger, int task, int col)
{
  const TzTask *of = tz_ledger_task (ledger, task);
  GString *all = g_string_new (col >= 0 ? tz_ledger_text (ledger, of->first_record, col) : "");
  for (int i = 1; col >= 0 && i < of->n_records; i++) {
    const TzRecord *record = tz_ledger_record (ledger, of->first_record + i);
    if (!(record->cells[col].join & TZ_JOIN_UP) && *record->cells[col].text != '\0')
      g_string_append_printf (all, "；%s", record->cells[col].text);
  }
  return g_string_free (all, FALSE);
}

gboolean tz_text_is_dash (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_utf8_strchr ("-—–－/／", -1, g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

char *tz_text_squeeze (const char *text)
{
  GString *out = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!tz_char_is_blank (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}
