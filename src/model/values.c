#include "model/values.h"

#include "model/ledger_data.h"
#include "model/title.h"

#include <string.h>

/* ── what a workbook knows ───────────────────────────────────────────────── */

static TzValueType type_of (const TzFieldFacts *facts, const char *text)
{
  switch (facts->kind) {
  case TZ_FIELD_NUMBER:
    return g_str_has_suffix (text, "%") ? TZ_VALUE_PERCENT : TZ_VALUE_NUMBER;
  case TZ_FIELD_DATE:
    return TZ_VALUE_DATE;
  case TZ_FIELD_BOOLEAN:
    return TZ_VALUE_BOOLEAN;
  default:
    return TZ_VALUE_TEXT;
  }
}

/* 3.7E+17, as a number without a format shows it, is written 0.0E+00. Interned; NULL for other texts. */
static const char *power_format (const char *text)
{
  const char *mark = strchr (text, 'E');
  if (!mark || strspn (text, "-0123456789.") != (gsize)(mark - text) ||
      strspn (mark + 1, "+-0123456789") != strlen (mark + 1))
    return NULL;
  const char *point = memchr (text, '.', (gsize)(mark - text));
  g_autoptr (GString) format = g_string_new ("0");
  for (const char *p = point; p && p < mark; p++)
    g_string_append_c (format, p == point ? '.' : '0');
  g_string_append (format, "E+00");
  return g_intern_string (format->str);
}

/* A number without a format of its own is rounded to the width of its column by Excel; with as many places as
 * it shows here it is not. FALSE: nothing says how it is shown. */
static gboolean take_format (const TzFieldFacts *facts, const char *text, TzLedgerValue *value)
{
  double shown;
  value->format = facts->format;
  if (value->format || value->type == TZ_VALUE_BOOLEAN)
    return TRUE;
  if (!tz_value_of_text (text, value->type, &shown, &value->format))
    value->format = power_format (text);
  return value->format != NULL;
}

static void take_value (TzLedger *ledger, int i, int col, const TzFieldFacts *facts)
{
  const char *text = ledger->records[i].cells[col].text;
  TzLedgerValue value = { .value = facts->value, .type = type_of (facts, text) };
  if (value.type == TZ_VALUE_TEXT || *text == '\0' || !take_format (facts, text, &value))
    return;
  if (!ledger->values[col])
    ledger->values[col] = g_new0 (TzLedgerValue, (gsize)ledger->n_records + 1);
  ledger->values[col][i] = value;
}

void tz_ledger_take_values (TzLedger *ledger, const TzRecords *records)
{
  const TzRows *rows = tz_records_rows (records);
  ledger->values = g_new0 (TzLedgerValue *, (gsize)ledger->n_cols + 1);
  ledger->told = tz_rows_n (rows) > 0 && tz_rows_n_columns (rows) > 0 && tz_rows_facts (rows, 0, 0) != NULL;
  for (int i = 0; i < ledger->n_records && ledger->told; i++)
    for (int col = 0; col < ledger->n_cols && ledger->records[i].kind != TZ_RECORD_SECTION; col++) {
      const TzFieldFacts *facts = ledger->fields[col] < 0
                                      ? NULL
                                      : tz_rows_facts (rows, tz_records_row (records, i), ledger->fields[col]);
      if (facts && facts->typed && !tz_records_is_changed (records, i, ledger->fields[col]))
        take_value (ledger, i, col, facts);
    }
}

/* ── what a column holds ─────────────────────────────────────────────────── */

/* Ways to write a number, of which a column has one. */
typedef struct {
  int most_places, fewest_places; /* behind the point; of 0 and of typed numbers nothing is asked */
  gboolean padded;                /* one ends with a needless 0 behind the point: 1.10 */
  gboolean grouped, plain;        /* 1,234 and 1234 */
} Writing;

typedef struct {
  int n;                            /* cells that hold anything */
  int counts[TZ_VALUE_BOOLEAN + 1]; /* by type */
  gboolean typed;                   /* the workbook says so */
  Writing writing;
  const char *day_format; /* of dates that are texts: one for all */
  GHashTable *formats;    /* of all, interned */
} Tally;

static void note_writing (Writing *writing, const char *text)
{
  const char *point = strchr (text, '.');
  int places = point ? (int)strspn (point + 1, "0123456789") : 0;
  gsize whole = strcspn (text + strspn (text, "+-"), ".%");
  if (strspn (text, "0.%") == strlen (text) && places == 0)
    return;
  writing->most_places = MAX (writing->most_places, places);
  writing->fewest_places = writing->fewest_places < 0 ? places : MIN (writing->fewest_places, places);
  writing->padded |= places > 0 && point[places] == '0';
  writing->grouped |= strchr (text, ',') != NULL;
  writing->plain |= !strchr (text, ',') && whole > 3;
}

/* 1.9 and 1.10 are no numbers that could be told apart once they are values; nor would anybody write amounts
 * so. */
static gboolean is_one_writing (const Writing *writing)
{
  if (writing->padded && writing->most_places != writing->fewest_places)
    return FALSE;
  return !writing->grouped || !writing->plain;
}

static void note_text (Tally *tally, const char *text)
{
  static const TzValueType types[] = { TZ_VALUE_NUMBER, TZ_VALUE_PERCENT, TZ_VALUE_DATE };
  double value;
  const char *format = NULL;
  gsize i = 0;
  while (i < G_N_ELEMENTS (types) && !tz_value_of_text (text, types[i], &value, &format))
    i++;
  TzValueType type = i < G_N_ELEMENTS (types) ? types[i] : TZ_VALUE_TEXT;
  if (type == TZ_VALUE_DATE && tally->day_format && tally->day_format != format)
    type = TZ_VALUE_TEXT;
  tally->counts[type]++;
  if (type == TZ_VALUE_DATE)
    tally->day_format = format;
  else if (type != TZ_VALUE_TEXT)
    note_writing (&tally->writing, text);
}

static void note_cell (Tally *tally, const TzLedger *ledger, const TzLedgerCell *cell)
{
  const TzLedgerValue *value = tz_ledger_value (ledger, cell);
  tally->n++;
  if (!value) {
    note_text (tally, cell->text);
    return;
  }
  tally->counts[value->type]++;
  tally->typed = TRUE;
  if (value->format)
    g_hash_table_add (tally->formats, (gpointer)value->format);
}

static void note_column (const TzLedger *ledger, int col, Tally *tally)
{
  for (int i = 0; i < ledger->n_records; i++) {
    const TzRecord *record = &ledger->records[i];
    const TzLedgerCell *cell = &record->cells[col];
    if (record->kind != TZ_RECORD_SECTION && record->kind != TZ_RECORD_TOTAL && cell->join == 0 &&
        !tz_text_is_dash (cell->text))
      note_cell (tally, ledger, cell);
  }
}

/* ── what it is ──────────────────────────────────────────────────────────── */

enum { MOST_FORMATS = 40 }; /* of a column; Excel has room for some two hundred in a workbook */

/* The type that all cells have; text if they have several. */
static TzValueType common_type (const Tally *tally)
{
  if (!is_one_writing (&tally->writing) || g_hash_table_size (tally->formats) > MOST_FORMATS)
    return TZ_VALUE_TEXT;
  for (int i = 0; i <= TZ_VALUE_BOOLEAN; i++)
    if (tally->counts[i] == tally->n)
      return (TzValueType)i;
  return TZ_VALUE_TEXT;
}

/* The form's word goes before the title's: figures in a column of numbers are numbers whatever it is called. A
 * text is a value only where the form says that the column has such; a workbook's value is one in any column.
 */
static TzValueType settle (const TzSchemaColumn *column, gboolean told, const Tally *tally)
{
  TzValueType type = common_type (tally);
  if (told && !tally->typed && !column->formula)
    return TZ_VALUE_TEXT; /* figures that a workbook has as texts are meant as such */
  gboolean figures = type == TZ_VALUE_NUMBER || type == TZ_VALUE_PERCENT;
  if (column->type == TZ_VALUE_NUMBER || column->type == TZ_VALUE_PERCENT)
    return figures ? type : TZ_VALUE_TEXT;
  if (column->type == TZ_VALUE_DATE)
    return type == TZ_VALUE_DATE ? type : TZ_VALUE_TEXT;
  if (!tally->typed ||
      (figures && column->titles && column->titles[0] && tz_title_names_codes (column->titles[0])))
    return TZ_VALUE_TEXT;
  return type;
}

void tz_ledger_settle_types (TzLedger *ledger)
{
  ledger->types = g_new0 (TzValueType, (gsize)ledger->n_cols + 1);
  for (int col = 0; col < ledger->n_cols; col++) {
    Tally tally = { .writing.fewest_places = -1, .formats = g_hash_table_new (NULL, NULL) };
    const TzSchemaColumn *column = tz_ledger_column (ledger, col);
    note_column (ledger, col, &tally);
    ledger->types[col] = tally.n == 0 ? column->type : settle (column, ledger->told, &tally);
    g_hash_table_unref (tally.formats);
  }
}
