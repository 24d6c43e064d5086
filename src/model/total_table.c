#include "model/total_table.h"

#include <string.h>

#include "base/decimal.h"
#include "base/utf8.h"
#include "model/numeral.h"
#include "model/total_table_data.h"

enum {
  LONG_TABLE = 4000, /* rows from which a table without totals is not looked at */
  MOST_PLACES = 9    /* behind the point */
};

/* Sums of so many figures fit into 64 bits. */
#define LARGEST (G_MAXINT64 / 1000000)

/* ── figures ─────────────────────────────────────────────────────────────── */

static gboolean is_dash (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_utf8_strchr ("-—–－/／ 　", -1, g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* Whether the blank at P stands for the comma before three digits: 3 000. */
static gboolean parts_thousands (const char *start, const char *p)
{
  const char *next = g_utf8_next_char (p);
  if (p == start || !g_ascii_isdigit (p[-1]))
    return FALSE;
  for (int i = 0; i < 3; i++)
    if (!g_ascii_isdigit (next[i]))
      return FALSE;
  return !g_ascii_isdigit (next[3]);
}

/* TEXT without the blanks that part thousands. g_free. */
static char *without_thousands (const char *text)
{
  GString *out = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (!(tz_char_is_blank (c) && parts_thousands (text, p)))
      g_string_append_unichar (out, c);
  }
  return g_string_free (out, FALSE);
}

/* 12.50 is exact to two places. */
static int written_places (const char *number)
{
  const char *point = strchr (number, '.');
  int places = 0;
  while (point && g_ascii_isdigit (point[places + 1]))
    places++;
  return places;
}

/* A figure with as many places as it has; *SCALE: those that its value has. */
static TzFigure read_figure (const char *text, int *scale)
{
  TzFigure figure = { .kind = TZ_FIGURE_WORDS };
  *scale = 0;
  if (is_dash (text))
    return (TzFigure){ .kind = TZ_FIGURE_NONE };
  char *plain = without_thousands (text);
  TzDecimal *decimal = tz_decimal_parse (plain);
  if (decimal && tz_decimal_get (decimal, &figure.value, scale) && written_places (plain) <= MOST_PLACES) {
    figure.kind = strstr (plain, "%") || strstr (plain, "％") ? TZ_FIGURE_PERCENT : TZ_FIGURE_NUMBER;
    figure.places = (guint8)MAX (written_places (plain), *scale);
    figure.exact = *scale == 0 && figure.places == 1 ? 0 : figure.places;
  }
  if (decimal)
    tz_decimal_free (decimal);
  g_free (plain);
  return figure;
}

static gboolean is_number (const TzFigure *figure)
{
  return figure->kind == TZ_FIGURE_NUMBER || figure->kind == TZ_FIGURE_PERCENT;
}

/* Gives FIGURE as many more places; one that gets too long is no figure any more. */
static void add_places (TzFigure *figure, int places)
{
  for (; places > 0 && ABS (figure->value) <= LARGEST; places--)
    figure->value *= 10;
  if (ABS (figure->value) > LARGEST)
    figure->kind = TZ_FIGURE_WORDS;
}

/* ── columns ─────────────────────────────────────────────────────────────── */

static gboolean title_has (const char *title, const char *const *words)
{
  for (; title && *words; words++)
    if (strstr (title, *words))
      return TRUE;
  return FALSE;
}

/* What says in a column's title that its figures are not added, */
static const char *const rate_words[] = { "率",   "比重", "占比", "比例", "%",    "％",   "单价", "均价",
                                          "平均", "人均", "户均", "同比", "环比", "增速", "增幅", "排名",
                                          "名次", "位次", "指数", "系数", "标准", "元/",  "编号", "编码",
                                          "代码", "code", "行次", "栏次", NULL };
/* and that they are rounded. */
static const char *const round_words[] = { "千",       "万",      "亿",      "1,000",   "thousand",
                                           "Thousand", "million", "billion", "Percent", NULL };

static gboolean may_hold_figures (const TzSchemaColumn *column)
{
  return column->means != TZ_MEANS_NUMBER && column->means != TZ_MEANS_ID &&
         column->means != TZ_MEANS_DEADLINE && column->type != TZ_VALUE_DATE;
}

/* Whether the figures count rows or columns: 1, 2, 3 without a gap. */
static gboolean is_serial (const TzSumTable *table, const TzSumColumn *column)
{
  int n = 0;
  gint64 last = 0;
  for (int i = 0; i < table->n_rows; i++) {
    const TzFigure *figure = &column->figures[i];
    if (!is_number (figure))
      continue;
    if (n > 0 && figure->value != last + 1)
      return FALSE;
    last = figure->value;
    n++;
  }
  return n > 2 && column->scale == 0;
}

/* The figures of ledger column COL, with as many places as the longest of them, in *COLUMN; FALSE if there are
 * fewer than two. */
static gboolean read_column (const TzSumTable *table, int col, TzSumColumn *column)
{
  int n = 0, *scales = g_new0 (int, (gsize)table->n_rows + 1);
  const TzSchemaColumn *from = tz_ledger_column (table->ledger, col);
  const char *title = from->titles ? from->titles[0] : NULL;
  *column = (TzSumColumn){ .col = col, .figures = g_new0 (TzFigure, (gsize)table->n_rows + 1) };
  column->is_rate = title_has (title, rate_words);
  column->is_round = title_has (title, round_words);
  for (int i = 0; i < table->n_rows; i++) {
    const TzSumRow *row = &table->rows[i];
    if (row->role == TZ_SUM_HEADING)
      continue;
    column->figures[i] = read_figure (tz_ledger_record (table->ledger, i)->cells[col].text, &scales[i]);
    n += is_number (&column->figures[i]);
    column->scale = MAX (column->scale, scales[i]);
  }
  for (int i = 0; i < table->n_rows; i++)
    if (is_number (&column->figures[i]))
      add_places (&column->figures[i], column->scale - scales[i]);
  column->is_rate |= is_serial (table, column);
  g_free (scales);
  if (n < 2)
    g_free (column->figures);
  return n >= 2;
}

static void read_columns (TzSumTable *table)
{
  int n = tz_ledger_n_columns (table->ledger);
  table->columns = g_new0 (TzSumColumn, (gsize)n + 1);
  for (int col = table->label_col + 1; col < n; col++)
    if (may_hold_figures (tz_ledger_column (table->ledger, col)) &&
        read_column (table, col, &table->columns[table->n_columns]))
      table->n_columns++;
}

/* ── rows ────────────────────────────────────────────────────────────────── */

static gboolean is_words (const char *text)
{
  int scale;
  return *text != '\0' && tz_numeral_parse (text) < 0 && read_figure (text, &scale).kind == TZ_FIGURE_WORDS;
}

/* The column of a record's first words; -1: it has none. */
static int first_words (const TzLedger *ledger, const TzRecord *record)
{
  for (int col = 0; col < tz_ledger_n_columns (ledger); col++)
    if (is_words (record->cells[col].text))
      return col;
  return -1;
}

/* The column in which most records have their first words: names stand there, and figures behind it. */
static int find_label_column (const TzLedger *ledger)
{
  int n_cols = tz_ledger_n_columns (ledger), best = 0;
  int *counts = g_new0 (int, (gsize)n_cols + 1);
  for (int i = 0; i < tz_ledger_n_records (ledger); i++) {
    const TzRecord *record = tz_ledger_record (ledger, i);
    int col = record->kind == TZ_RECORD_SECTION ? -1 : first_words (ledger, record);
    if (col >= 0)
      counts[col]++;
  }
  for (int col = 1; col < n_cols; col++)
    if (counts[col] > counts[best])
      best = col;
  g_free (counts);
  return best;
}

static TzSumRow read_row (const TzSumTable *table, int i)
{
  const TzRecord *record = tz_ledger_record (table->ledger, i);
  TzSumRow row = { .role = TZ_SUM_HEADING, .word = -1, .text = "" };
  if (record->kind == TZ_RECORD_SECTION)
    return row;
  gboolean total = record->kind == TZ_RECORD_TOTAL;
  gboolean said = total && is_words (record->cells[record->label].text);
  int col = said ? record->label : first_words (table->ledger, record);
  row.text = col >= 0 && (said || col <= table->label_col) ? record->cells[col].text : "";
  row.label = (guint8)(total ? tz_label_kind (row.text) : TZ_LABEL_PLAIN);
  row.word = (gint8)(row.label == TZ_LABEL_SUM ? tz_label_word (row.text) : -1);
  row.role = (guint8)(row.label == TZ_LABEL_SHARE ? TZ_SUM_SHARE : total ? TZ_SUM_TOTAL : TZ_SUM_LEAF);
  return row;
}

/* What stands further right than a row 其中：… above belongs to it. */
static void find_shares (TzSumTable *table)
{
  int indent = -1;
  for (int i = 0; i < table->n_rows; i++) {
    TzSumRow *row = &table->rows[i];
    if (row->label == TZ_LABEL_SHARE)
      indent = tz_sum_indent (row->text);
    else if (row->role == TZ_SUM_LEAF && indent >= 0 && tz_sum_indent (row->text) > indent)
      row->role = TZ_SUM_SHARE;
    else
      indent = -1;
  }
}

static void count_rows (TzSumTable *table)
{
  table->first_leaf = table->n_rows;
  table->last_leaf = -1;
  for (int i = 0; i < table->n_rows; i++) {
    table->n_totals += table->rows[i].role == TZ_SUM_TOTAL;
    if (table->rows[i].role != TZ_SUM_LEAF)
      continue;
    table->first_leaf = MIN (table->first_leaf, i);
    table->last_leaf = i;
  }
}

static gboolean has_totals (const TzLedger *ledger)
{
  for (int i = 0; i < tz_ledger_n_records (ledger); i++)
    if (tz_ledger_record (ledger, i)->kind == TZ_RECORD_TOTAL)
      return TRUE;
  return FALSE;
}

TzSumTable *tz_sum_table_new (const TzLedger *ledger)
{
  gboolean totals = has_totals (ledger);
  if (tz_ledger_n_records (ledger) > LONG_TABLE && !totals)
    return NULL;
  TzSumTable *table = g_new0 (TzSumTable, 1);
  table->ledger = ledger;
  table->n_rows = tz_ledger_n_records (ledger);
  table->label_col = find_label_column (ledger);
  table->rows = g_new0 (TzSumRow, (gsize)table->n_rows + 1);
  for (int i = 0; i < table->n_rows; i++)
    table->rows[i] = read_row (table, i);
  find_shares (table);
  tz_sum_table_find_levels (table);
  count_rows (table);
  if (totals || table->has_levels) {
    read_columns (table);
    return table;
  }
  tz_sum_table_free (table);
  return NULL;
}

void tz_sum_table_free (TzSumTable *table)
{
  if (!table)
    return;
  for (int k = 0; k < table->n_columns; k++)
    g_free (table->columns[k].figures);
  g_free (table->columns);
  g_free (table->rows);
  g_free (table);
}

char *tz_sum_to_string (gint64 value, int scale)
{
  GString *text = g_string_new (NULL);
  g_string_printf (text, "%0*" G_GINT64_FORMAT, scale + 1, ABS (value));
  if (scale > 0) {
    g_string_insert_c (text, (gssize)text->len - scale, '.');
    while (text->str[text->len - 1] == '0')
      g_string_truncate (text, text->len - 1);
    if (text->str[text->len - 1] == '.')
      g_string_truncate (text, text->len - 1);
  }
  if (value < 0)
    g_string_prepend_c (text, '-');
  return g_string_free (text, FALSE);
}
