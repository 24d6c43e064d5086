/* What cells hold besides their texts, and what a column is because of it. */
#include "help/findings.h"
#include "model/load.h"

#include <string.h>

#define TITLES(...) ((char *[]){ __VA_ARGS__, NULL })

static const char type_letters[] = { [TZ_VALUE_TEXT] = 't',
                                     [TZ_VALUE_NUMBER] = 'n',
                                     [TZ_VALUE_PERCENT] = 'p',
                                     [TZ_VALUE_DATE] = 'd',
                                     [TZ_VALUE_BOOLEAN] = 'b' };

/* A column of a CSV whose form says it is of TYPE: what it becomes. */
static void check_texts (TzValueType type, const char *cells, char expected)
{
  TzSchemaColumn columns[] = { { .key = "name", .titles = TITLES ("名") },
                               { .key = "value", .titles = TITLES ("值"), .type = type } };
  TzSchema schema = { .n_columns = G_N_ELEMENTS (columns), .columns = columns };
  g_auto (GStrv) texts = g_strsplit (cells, "|", -1);
  g_autoptr (GString) csv = g_string_new ("名,值\n");
  TzDiag *diag = tz_diag_new ();
  for (char **text = texts; *text; text++)
    g_string_append_printf (csv, "甲,\"%s\"\n", *text);
  TzRecords *records = tz_csv_parse (csv->str, csv->len, "f.csv", 0, diag);
  TzLedger *ledger = tz_ledger_load (records, &schema, diag);
  if (type_letters[tz_ledger_type (ledger, 1)] != expected)
    g_error ("%s is of type %c", cells, type_letters[tz_ledger_type (ledger, 1)]);
  tz_ledger_free (ledger);
  tz_records_free (records);
  tz_diag_free (diag);
}

static void test_texts (void)
{
  static const struct {
    TzValueType type;
    const char *cells;
    char expected;
  } rows[] = {
    { TZ_VALUE_NUMBER, "3|12.5|7.25", 'n' },
    { TZ_VALUE_NUMBER, "3.10|12.50|0", 'n' },
    { TZ_VALUE_NUMBER, "3||—|7", 'n' }, /* blanks and dashes are nothing */
    { TZ_VALUE_NUMBER, "1.9|1.10", 't' },
    { TZ_VALUE_NUMBER, "3|7*", 't' },
    { TZ_VALUE_NUMBER, "001|002", 't' },
    { TZ_VALUE_NUMBER, "1-2|1-3", 't' },
    { TZ_VALUE_NUMBER, "1,200|350", 'n' },
    { TZ_VALUE_NUMBER, "1,200|3500", 't' },
    { TZ_VALUE_NUMBER, "66.7%|5%", 'p' },
    { TZ_VALUE_NUMBER, "66.7%|5", 't' },
    { TZ_VALUE_DATE, "2031-06-30|2031-12-01", 'd' },
    { TZ_VALUE_DATE, "2031-06-30|2031年12月1日", 't' },
    { TZ_VALUE_DATE, "2031-06-30|年底", 't' },
    { TZ_VALUE_TEXT, "3|4", 't' }, /* the form says so */
    { TZ_VALUE_NUMBER, "|", 'n' }, /* nothing there yet */
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    check_texts (rows[i].type, rows[i].cells, rows[i].expected);
}

/* ── workbooks ───────────────────────────────────────────────────────────── */

typedef struct {
  const char *text;
  TzFieldFacts facts;
} Cell;

#define TYPED(shown, number, code, what)                                                                       \
  {                                                                                                            \
    shown,                                                                                                     \
    {                                                                                                          \
      .value = (number), .format = (code), .kind = (what), .typed = 1                                          \
    }                                                                                                          \
  }
#define NUMBER(shown, number, code) TYPED (shown, number, code, TZ_FIELD_NUMBER)
#define WORDS(shown)                TYPED (shown, 0, NULL, TZ_FIELD_TEXT)

static void add_row (TzRowsMaker *maker, int row, const char *name, const Cell *cell)
{
  TzFieldFacts plain = { .kind = TZ_FIELD_TEXT, .typed = 1 };
  tz_rows_maker_begin (maker, row, row);
  tz_rows_maker_add (maker, name, row, 1, &plain);
  tz_rows_maker_add (maker, cell->text, row, 2, &cell->facts);
  tz_rows_maker_end (maker, row);
}

/* A workbook with one column of values, under TITLE; the last cell is its total if TOTAL. */
static TzLedger *load (const TzSchema *schema, const char *title, const Cell *cells, gsize n, gboolean total,
                       TzDiag *diag)
{
  TzTexts *texts = tz_texts_new ();
  TzRowsMaker *maker = tz_rows_maker_new ("f.xlsx#1", texts, TRUE);
  Cell head = WORDS (title);
  add_row (maker, 1, "名", &head);
  for (gsize i = 0; i < n; i++)
    add_row (maker, (int)i + 2, total && i + 1 == n ? "合计" : "甲", &cells[i]);
  TzRecords *records = tz_records_from_first_row (tz_rows_maker_finish (maker, diag), diag);
  TzLedger *ledger = tz_ledger_load (records, schema, diag);
  tz_records_free (records);
  tz_texts_unref (texts);
  return ledger;
}

static void check_cells (const char *title, TzValueType type, const Cell *cells, gsize n, char expected)
{
  TzSchemaColumn columns[] = { { .key = "name", .titles = TITLES ("名") },
                               { .key = "value", .titles = TITLES ((char *)title), .type = type } };
  TzSchema schema = { .n_columns = G_N_ELEMENTS (columns), .columns = columns };
  TzDiag *diag = tz_diag_new ();
  TzLedger *ledger = load (&schema, title, cells, n, FALSE, diag);
  if (type_letters[tz_ledger_type (ledger, 1)] != expected)
    g_error ("%s … is of type %c", cells[0].text, type_letters[tz_ledger_type (ledger, 1)]);
  tz_ledger_free (ledger);
  tz_diag_free (diag);
}
#define CHECK(title, type, expected, ...)                                                                      \
  do {                                                                                                         \
    const Cell cells[] = { __VA_ARGS__ };                                                                      \
    check_cells (title, type, cells, G_N_ELEMENTS (cells), expected);                                          \
  } while (0)

static void test_workbook (void)
{
  CHECK ("面积", TZ_VALUE_TEXT, 'n', NUMBER ("12.3", 12.345, "0.0"), NUMBER ("￥5", 5, "\"￥\"0"));
  CHECK ("面积", TZ_VALUE_TEXT, 't', NUMBER ("12.3", 12.345, "0.0"), WORDS ("待定"));
  CHECK ("面积", TZ_VALUE_TEXT, 'n', NUMBER ("12.3", 12.345, "0.0"), WORDS (""), WORDS ("—"), WORDS ("7"));
  CHECK ("面积", TZ_VALUE_NUMBER, 't', WORDS ("12"), WORDS ("13")); /* kept as texts there */
  CHECK ("编号", TZ_VALUE_TEXT, 't', NUMBER ("12", 12, NULL), NUMBER ("13", 13, NULL));
  CHECK ("占比", TZ_VALUE_TEXT, 'p', NUMBER ("5%", 0.05, "0%"), NUMBER ("7.0%", 0.07, "0.0%"));
  CHECK ("占比", TZ_VALUE_TEXT, 't', NUMBER ("5%", 0.05, "0%"), NUMBER ("7", 7, "0"));
  CHECK ("时限", TZ_VALUE_TEXT, 'd', TYPED ("2031年6月", 48000, "yyyy\"年\"m\"月\"", TZ_FIELD_DATE));
  CHECK ("合格", TZ_VALUE_TEXT, 'b', TYPED ("TRUE", 1, NULL, TZ_FIELD_BOOLEAN));
  CHECK ("结果", TZ_VALUE_TEXT, 't', NUMBER ("5", 5, NULL), TYPED ("#N/A", 0, NULL, TZ_FIELD_ERROR));
}

/* ── sums ────────────────────────────────────────────────────────────────── */

static void check_total (const Cell *cells, gsize n, const char *findings)
{
  TzSchemaColumn columns[] = { { .key = "name", .titles = TITLES ("名") },
                               { .key = "value", .titles = TITLES ("面积"), .type = TZ_VALUE_NUMBER } };
  TzSchemaTotal totals[] = { { .labels = TITLES ("合计"), .scope = TZ_TOTAL_TABLE, .check = TRUE } };
  TzSchema schema = {
    .n_columns = G_N_ELEMENTS (columns), .columns = columns, .n_totals = 1, .totals = totals
  };
  TzDiag *diag = tz_diag_new ();
  TzLedger *ledger = load (&schema, "面积", cells, n, TRUE, diag);
  assert_findings (diag, findings);
  tz_ledger_free (ledger);
  tz_diag_free (diag);
}
#define TOTAL(findings, ...)                                                                                   \
  do {                                                                                                         \
    const Cell cells[] = { __VA_ARGS__ };                                                                      \
    check_total (cells, G_N_ELEMENTS (cells), findings);                                                       \
  } while (0)

static void test_totals (void)
{
  const Cell a = NUMBER ("12.3", 12.345, "0.0"), b = NUMBER ("1.4", 1.444, "0.0");
  /* 13.789, of which 13.8 is shown, though the shown parts add up to 13.7; who adds these up is right, too. */
  TOTAL ("", a, b, NUMBER ("13.8", 13.789, "0.0"));
  TOTAL ("", a, b, NUMBER ("13.7", 13.7, "0.0"));
  TOTAL ("warning total-mismatch 4:2 B4", a, b, NUMBER ("13.9", 13.9, "0.0"));
  TOTAL ("", NUMBER ("￥1.50", 1.5, "\"￥\"0.00"), NUMBER ("￥2.00", 2, "\"￥\"0.00"),
         NUMBER ("￥3.50", 3.5, "\"￥\"0.00"));
  TOTAL ("", NUMBER ("12.3%", 0.1234, "0.0%"), NUMBER ("12.3%", 0.1234, "0.0%"),
         NUMBER ("24.7%", 0.2468, "0.0%"));
  TOTAL ("", NUMBER ("12", 12400, "0,"), NUMBER ("12", 12400, "0,"), NUMBER ("25", 24800, "0,"));
  TOTAL ("warning total-mismatch 4:2 B4", NUMBER ("12", 12400, "0,"), NUMBER ("12", 12400, "0,"),
         NUMBER ("26", 26000, "0,"));
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/values/texts", test_texts);
  g_test_add_func ("/values/workbook", test_workbook);
  g_test_add_func ("/values/totals", test_totals);
  return g_test_run ();
}
