/* Which rows belong to which, by their codes, numbers or indents. */
#include <string.h>

#include "model/sheet_cell.h"
#include "model/sheet_words.h"
#include "model/total_table_data.h"

enum {
  SHORTEST_CODE = 3, /* digits: 201; shorter ones are numbers of rows */
  LONGEST_CODE = 12,
  NO_NUMBER = TZ_NUMBERING_INNER + 1 /* below all numbers */
};

static gboolean is_counted (const TzSumRow *row)
{
  return row->role != TZ_SUM_HEADING && row->level >= 0;
}

/* ── codes: 201, 20101, 2010101 ──────────────────────────────────────────── */

static const char *first_text (const TzSumTable *table, int i)
{
  const TzRecord *record = tz_ledger_record (table->ledger, i);
  for (int col = 0; col < tz_ledger_n_columns (table->ledger); col++)
    if (*record->cells[col].text != '\0')
      return record->cells[col].text;
  return "";
}

static gboolean is_code (const char *text)
{
  gsize n = strspn (text, "0123456789");
  return text[n] == '\0' && n >= SHORTEST_CODE && n <= LONGEST_CODE;
}

/* Levels by codes of which one begins as another; FALSE if fewer than two do. */
static gboolean find_codes (TzSumTable *table, int *levels)
{
  const char *open[LONGEST_CODE + 1];
  int depth = 0, n_below = 0;
  for (int i = 0; i < table->n_rows; i++) {
    const char *code = is_counted (&table->rows[i]) ? first_text (table, i) : "";
    levels[i] = depth;
    if (!is_code (code))
      continue;
    while (depth > 0 && (!g_str_has_prefix (code, open[depth - 1]) || g_str_equal (code, open[depth - 1])))
      depth--;
    n_below += depth > 0;
    levels[i] = depth;
    open[depth++] = code;
  }
  return n_below >= 2;
}

/* ── numbers: 一、 （一） 1. ① ───────────────────────────────────────────── */

/* The numbering in front of row I's label or, whole, in the cell before it. */
static int numbering_of (const TzSumTable *table, int i)
{
  char folded[64];
  int number;
  gboolean whole;
  tz_cell_fold (first_text (table, i), folded, sizeof folded);
  TzNumbering numbering = tz_sheet_numbering (folded, &number, &whole);
  if (numbering != TZ_NUMBERING_NONE)
    return (int)numbering;
  tz_cell_fold (table->rows[i].text, folded, sizeof folded);
  numbering = tz_sheet_numbering (folded, &number, &whole);
  return numbering != TZ_NUMBERING_NONE && !whole ? (int)numbering : NO_NUMBER;
}

/* Levels by numbering; FALSE if there are none: plain numbers count rows, so two kinds of numbers are needed,
 * or a kind that numbers parts of a text. */
static gboolean find_numbers (TzSumTable *table, int *levels)
{
  guint kinds = 0;
  for (int i = 0; i < table->n_rows; i++) {
    if (!is_counted (&table->rows[i]))
      continue;
    levels[i] = numbering_of (table, i);
    kinds |= 1u << levels[i];
  }
  guint parts = 1u << TZ_NUMBERING_PART | 1u << TZ_NUMBERING_HAN | 1u << TZ_NUMBERING_BRACKET;
  guint numbers = kinds & ~(1u << NO_NUMBER);
  return (kinds & parts && kinds & (kinds - 1)) || (numbers & (numbers - 1)) != 0;
}

/* ── indents ─────────────────────────────────────────────────────────────── */

int tz_sum_indent (const char *text)
{
  int n = 0;
  for (; g_str_has_prefix (text, "　"); text += strlen ("　"))
    n++;
  return n;
}

static gboolean find_indents (TzSumTable *table, int *levels)
{
  int least = G_MAXINT, most = 0;
  for (int i = 0; i < table->n_rows; i++) {
    if (!is_counted (&table->rows[i]))
      continue;
    levels[i] = tz_sum_indent (table->rows[i].text);
    least = MIN (least, levels[i]);
    most = MAX (most, levels[i]);
  }
  return most > least && least < G_MAXINT;
}

/* ── the whole ───────────────────────────────────────────────────────────── */

/* A total of a word stands outside of the levels unless a number makes it part of them. */
static void leave_out_totals (TzSumTable *table)
{
  for (int i = 0; i < table->n_rows; i++) {
    TzSumRow *row = &table->rows[i];
    if (row->label != TZ_LABEL_PLAIN && row->label != TZ_LABEL_SHARE && numbering_of (table, i) == NO_NUMBER)
      row->level = -1;
  }
}

static gboolean has_parts (const TzSumTable *table, int i)
{
  for (int j = i + 1; j < table->n_rows; j++) {
    const TzSumRow *row = &table->rows[j];
    if (row->role == TZ_SUM_SHARE)
      continue;
    return row->role != TZ_SUM_HEADING && row->level > table->rows[i].level;
  }
  return FALSE;
}

void tz_sum_table_find_levels (TzSumTable *table)
{
  int *levels = g_new0 (int, (gsize)table->n_rows + 1);
  leave_out_totals (table);
  table->has_levels =
      find_codes (table, levels) || find_numbers (table, levels) || find_indents (table, levels);
  for (int i = 0; i < table->n_rows && table->has_levels; i++)
    if (is_counted (&table->rows[i]))
      table->rows[i].level = levels[i];
  for (int i = 0; i < table->n_rows && table->has_levels; i++) {
    TzSumRow *row = &table->rows[i];
    if (is_counted (row) && row->label == TZ_LABEL_PLAIN && row->role != TZ_SUM_SHARE && has_parts (table, i))
      row->role = TZ_SUM_NODE;
  }
  g_free (levels);
}
