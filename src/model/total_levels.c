/* Which rows belong to which, by their codes, numbers or indents. */
#include <string.h>

#include "base/decimal.h"
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

static gboolean is_digits (const char *text)
{
  return text[strspn (text, "0123456789")] == '\0';
}

/* The code of record I in front of its name, one cell or several (213 | 01): an empty cell before a filled one
 * goes on with that of the record ABOVE. "" if it has none. g_free. */
static char *read_code (const TzSumTable *table, int i, const char **above)
{
  const TzRecord *record = tz_ledger_record (table->ledger, i);
  GString *code = g_string_new (NULL);
  int last = table->label_col - 1;
  while (last >= 0 && *record->cells[last].text == '\0')
    last--;
  for (int col = 0; col <= last; col++) {
    const char *text = record->cells[col].text;
    if (*text != '\0')
      above[col] = text;
    g_string_append (code, above[col] ? above[col] : "");
  }
  if (code->len < SHORTEST_CODE || code->len > LONGEST_CODE || !is_digits (code->str))
    g_string_truncate (code, 0);
  return g_string_free (code, FALSE);
}

/* Levels by codes of which one begins as another; FALSE if fewer than two do. */
static gboolean find_codes (TzSumTable *table, int *levels)
{
  char *open[LONGEST_CODE + 1] = { NULL };
  int depth = 0, n_below = 0;
  const char **above = g_new0 (const char *, (gsize)table->label_col + 1);
  for (int i = 0; i < table->n_rows; i++) {
    char *code = is_counted (&table->rows[i]) ? read_code (table, i, above) : NULL;
    levels[i] = depth;
    if (code && *code != '\0') {
      while (depth > 0 && (!g_str_has_prefix (code, open[depth - 1]) || g_str_equal (code, open[depth - 1])))
        g_free (open[--depth]);
      n_below += depth > 0;
      levels[i] = depth;
      open[depth++] = g_steal_pointer (&code);
    }
    g_free (code);
  }
  while (depth > 0)
    g_free (open[--depth]);
  g_free (above);
  return n_below >= 2;
}

/* ── numbers: 一、 （一） 1. ① ───────────────────────────────────────────── */

/* The numbering of TEXT. *WHOLE: nothing else stands in it. */
static int numbering_of_text (const char *text, gboolean *whole)
{
  char folded[64];
  int number;
  tz_cell_fold (text, folded, sizeof folded);
  TzNumbering numbering = tz_sheet_numbering (folded, &number, whole);
  return numbering != TZ_NUMBERING_NONE ? (int)numbering : NO_NUMBER;
}

/* The second words of RECORD in front of its first figure; NULL: there are none. */
static const char *second_words (const TzSumTable *table, const TzRecord *record)
{
  int n = 0;
  for (int col = 0; col < tz_ledger_n_columns (table->ledger); col++) {
    const char *text = record->cells[col].text;
    if (*text == '\0')
      continue;
    TzDecimal *figure = tz_decimal_parse (text);
    if (figure)
      tz_decimal_free (figure);
    if (figure && n > 0)
      return NULL;
    if (!figure && n++ == 1)
      return text;
  }
  return NULL;
}

/* The numbering of row I: its number's, or the one in front of its name. A name beside a group's (一、管理 |
 * 1.证照) is the row's. */
static int numbering_of (const TzSumTable *table, int i)
{
  gboolean whole;
  int numbering = numbering_of_text (first_text (table, i), &whole);
  if (numbering != NO_NUMBER && whole)
    return numbering;
  numbering = numbering_of_text (table->rows[i].text, &whole);
  const char *second = second_words (table, tz_ledger_record (table->ledger, i));
  if (numbering < TZ_NUMBERING_ARABIC && second)
    numbering = numbering_of_text (second, &whole);
  return whole ? NO_NUMBER : numbering;
}

/* Levels by numbering; FALSE if there are none: plain numbers count rows, so two kinds of numbers are needed,
 * or a kind that numbers parts of a text. */
static gboolean find_numbers (TzSumTable *table, int *levels)
{
  guint kinds = 0;
  int last = NO_NUMBER;
  for (int i = 0; i < table->n_rows; i++) {
    if (!is_counted (&table->rows[i]))
      continue;
    levels[i] = numbering_of (table, i);
    if (levels[i] == NO_NUMBER &&
        *table->rows[i].text == '\0') /* without a name it is no part of the row above */
      levels[i] = last;
    last = levels[i];
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
