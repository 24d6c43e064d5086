/* Declared totals: found by their labels, compared with the sums of their rows. */
#include "model/held.h"
#include "model/ledger_data.h"

#include "base/decimal.h"
#include "base/intl.h"
#include "model/total_check.h"

#include <string.h>

/* Most rows that are added up in one check: more than any ledger needs, and a limit for a table in which
 * every row has a total's label. */
enum { SUM_BUDGET = 20 * 1000 * 1000 };

/* Without a column of its own a label is looked for left of the first number. */
static int last_label_col (const TzLedger *ledger)
{
  for (int col = 0; col < ledger->n_cols; col++) {
    const TzSchemaColumn *column = tz_ledger_column (ledger, col);
    if (column->type == TZ_VALUE_NUMBER && column->means != TZ_MEANS_NUMBER)
      return MAX (col - 1, 0);
  }
  return ledger->n_cols - 1;
}

/* Cuts a colon and a remark in brackets off the end: 合计（7个）, 小计：. */
static void cut_remark (char *label)
{
  static const char *const ends[] = { "：", ":", "）", ")" };
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++) {
    if (!g_str_has_suffix (label, ends[i]))
      continue;
    const char *open = i < 2 ? NULL : strpbrk (label, "(");
    const char *wide = i < 2 ? NULL : strstr (label, "（");
    open = !open || (wide && wide < open) ? wide : open;
    label[i < 2 ? strlen (label) - strlen (ends[i]) : open ? (gsize)(open - label) : strlen (label)] = '\0';
  }
}

static gboolean cell_is_label (const TzLedgerCell *cell, const TzSchemaTotal *rule)
{
  if (*cell->text == '\0')
    return FALSE;
  char *text = tz_text_squeeze (cell->text);
  gboolean found = g_strv_contains ((const char *const *)rule->labels, text);
  cut_remark (text);
  found |= g_strv_contains ((const char *const *)rule->labels, text);
  g_free (text);
  return found;
}

static int find_label (const TzLedger *ledger, const TzRecord *record, const TzSchemaTotal *rule)
{
  int first = 0, last = last_label_col (ledger);
  if (rule->column) {
    first = last = tz_ledger_find_column (ledger, rule->column);
    if (first < 0)
      return -1;
  }
  for (int col = first; col <= last; col++)
    if (cell_is_label (&record->cells[col], rule))
      return col;
  return -1;
}

/* Where the label of a total that no rule speaks of stands: its first text; -1: it has none. */
static int first_text (const TzLedger *ledger, const TzRecord *record)
{
  for (int col = 0; col < ledger->n_cols; col++)
    if (*record->cells[col].text != '\0')
      return col;
  return -1;
}

/* The first rule that fits makes RECORD a total; without one the file may have said so. */
static void mark_total (const TzLedger *ledger, TzRecord *record)
{
  gboolean said = record->kind == TZ_RECORD_TOTAL;
  record->total = record->label = -1;
  for (int i = 0; i < ledger->schema->n_totals && record->total < 0; i++) {
    record->label = find_label (ledger, record, &ledger->schema->totals[i]);
    if (record->label >= 0)
      record->total = i;
  }
  if (record->total < 0 && said)
    record->label = first_text (ledger, record);
  if (record->total >= 0)
    record->kind = TZ_RECORD_TOTAL;
  else if (said && record->label < 0)
    record->kind = TZ_RECORD_TASK;
}

void tz_ledger_mark_totals (TzLedger *ledger)
{
  for (int i = 0; i < ledger->n_records; i++)
    mark_total (ledger, &ledger->records[i]);
}

/* NULL: the total follows none. */
static const TzSchemaTotal *rule_of (const TzLedger *ledger, const TzRecord *record)
{
  return record->kind == TZ_RECORD_TOTAL && record->total >= 0 ? &ledger->schema->totals[record->total] : NULL;
}

/* The merged column nearest to the label on its left: its cell is the group. */
static int group_col (const TzLedger *ledger, int label)
{
  for (int col = label - 1; col >= 0; col--)
    if (tz_ledger_column (ledger, col)->merge & TZ_MERGE_DOWN)
      return col;
  return -1;
}

/* Merged, or the group's name written out again in every row. */
static gboolean same_group (const TzLedgerCell *upper, const TzLedgerCell *lower)
{
  return lower->join & TZ_JOIN_UP || (*lower->text != '\0' && g_str_equal (upper->text, lower->text));
}

/* Whether going on from record I to its neighbour J leaves the group. */
static gboolean leaves_group (const TzLedger *ledger, int i, int j, int col, const TzSchemaTotal *rule)
{
  const TzRecord *record = &ledger->records[j];
  if (record->kind == TZ_RECORD_SECTION)
    return TRUE;
  if (col >= 0)
    return !same_group (&ledger->records[MIN (i, j)].cells[col], &ledger->records[MAX (i, j)].cells[col]);
  if (record->kind != TZ_RECORD_TOTAL)
    return FALSE;
  const TzSchemaTotal *other = rule_of (ledger, record);
  return !other || other == rule || other->scope != TZ_TOTAL_GROUP;
}

/* The records FIRST … LAST-1 that total row I sums. */
static void find_scope (const TzLedger *ledger, int i, const TzSchemaTotal *rule, int *first, int *last)
{
  const TzRecord *records = ledger->records;
  int step = rule->first ? 1 : -1, j = i;
  int col = rule->scope == TZ_TOTAL_GROUP ? group_col (ledger, records[i].label) : -1;
  *first = 0;
  *last = ledger->n_records;
  if (rule->scope == TZ_TOTAL_TABLE)
    return;
  for (; j + step >= 0 && j + step < ledger->n_records; j += step) {
    if (rule->scope == TZ_TOTAL_SECTION && records[j + step].kind == TZ_RECORD_SECTION)
      break;
    if (rule->scope == TZ_TOTAL_GROUP && leaves_group (ledger, j, j + step, col, rule))
      break;
  }
  *first = rule->first ? i + 1 : j;
  *last = rule->first ? j + 1 : i;
}

/* The sum of column COL over the scope, or NULL when a cell is no number; *BAD is
 * that cell. */
static TzDecimal *sum_column (const TzLedger *ledger, int col, int first, int last, const TzLedgerCell **bad)
{
  TzDecimal *sum = tz_decimal_new_zero ();
  for (int i = first; i < last; i++) {
    const TzRecord *record = &ledger->records[i];
    const TzLedgerCell *cell = &record->cells[col];
    if (record->kind == TZ_RECORD_SECTION || record->kind == TZ_RECORD_TOTAL || tz_text_is_dash (cell->text))
      continue;
    TzDecimal *term = tz_decimal_parse (cell->text);
    if (!term) {
      *bad = cell;
      tz_decimal_free (sum);
      return NULL;
    }
    tz_decimal_add (sum, term);
    tz_decimal_free (term);
  }
  return sum;
}

/* The records of a scope that are added up. g_free. */
static char *say_scope (const TzLedger *ledger, int first, int last)
{
  TzSumParts parts = { 0, g_new (int, (gsize)MAX (last - first, 0) + 1) };
  for (int i = first; i < last; i++)
    if (ledger->records[i].kind != TZ_RECORD_SECTION && ledger->records[i].kind != TZ_RECORD_TOTAL)
      parts.rows[parts.n++] = i;
  char *text = tz_sum_parts_say (ledger, &parts);
  tz_sum_parts_clear (&parts);
  return text;
}

static void report_unchecked (const TzLedger *ledger, int col, const TzLedgerCell *bad, TzDiag *diag)
{
  TzPlace place = tz_ledger_place (ledger, bad);
  tz_diag_add (
      diag, TZ_WARNING, &place, "total-unchecked",
      _ ("“%s” is not a number, so the total of column “%s” cannot be checked; write a number or a dash"),
      bad->text, tz_ledger_column (ledger, col)->titles[0]);
}

/* A total with a rule, and the records FIRST … LAST-1 that it sums by it. */
typedef struct {
  const TzLedger *ledger;
  int record, first, last;
  int hits; /* columns in which it comes out, 0 left aside */
} Ruled;

static void report_mismatch (const Ruled *ruled, int col, const char *computed, TzDiag *diag)
{
  const TzRecord *record = &ruled->ledger->records[ruled->record];
  char *rows = say_scope (ruled->ledger, ruled->first, ruled->last);
  tz_sum_report (ruled->ledger, ruled->record, col, record->cells[record->label].text, rows, computed, diag);
  g_free (rows);
}

/* Compares what a total's cell shows with what its rows show, as somebody does it who has the paper alone. DIAG
 * NULL: only tells whether it comes out. */
static gboolean check_texts (Ruled *ruled, int col, TzDiag *diag)
{
  const TzRecord *record = &ruled->ledger->records[ruled->record];
  const TzLedgerCell *cell = &record->cells[col], *bad = NULL;
  TzDecimal *declared = tz_decimal_parse (cell->text);
  if (!declared)
    return TRUE;
  TzDecimal *sum = sum_column (ruled->ledger, col, ruled->first, ruled->last, &bad);
  g_assert (sum || bad);
  gboolean equal = sum && tz_decimal_equal (declared, sum);
  if (!sum && diag)
    report_unchecked (ruled->ledger, col, bad, diag);
  if (sum && !equal && diag) {
    char *computed = tz_decimal_to_string (sum);
    report_mismatch (ruled, col, computed, diag);
    g_free (computed);
  }
  ruled->hits += equal;
  tz_decimal_free (declared);
  if (sum)
    tz_decimal_free (sum);
  return equal || !sum;
}

/* Compares what a total's cell holds in a workbook with what its rows hold; the same of DIAG. */
static gboolean check_held (Ruled *ruled, int col, const TzHeldSum *held, TzDiag *diag)
{
  if (held->bad) {
    if (diag)
      report_unchecked (ruled->ledger, col, held->bad, diag);
    return TRUE;
  }
  int hits = ruled->hits;
  if (held->agrees)
    ruled->hits++;
  else
    check_texts (ruled, col, NULL);
  gboolean right = ruled->hits > hits;
  if (!right && diag)
    report_mismatch (ruled, col, held->computed, diag);
  return right;
}

/* Compares a total's cell with its rows. DIAG NULL: only tells whether it comes out. */
static gboolean check_cell (Ruled *ruled, int col, TzDiag *diag)
{
  const TzLedgerCell *cell = &ruled->ledger->records[ruled->record].cells[col];
  TzHeldSum held;
  if (!tz_held_sum (ruled->ledger, col, cell, ruled->first, ruled->last, &held))
    return check_texts (ruled, col, diag);
  return check_held (ruled, col, &held, diag);
}

/* Compares all cells of a total. FALSE: one of them does not come out. */
static gboolean check_cells (Ruled *ruled, TzDiag *diag)
{
  gboolean right = TRUE;
  ruled->hits = 0;
  for (int col = 0; col < ruled->ledger->n_cols; col++) {
    const TzSchemaColumn *column = tz_ledger_column (ruled->ledger, col);
    if (column->type == TZ_VALUE_NUMBER && column->means != TZ_MEANS_NUMBER)
      right &= check_cell (ruled, col, diag);
  }
  return right;
}

/* Checks the total in record I by its rule. A total that does not come out so, but does in more columns by the
 * codes, numbers or indents of its rows, or by other totals, is left to these: *ASKED. */
static void check_ruled (const TzLedger *ledger, int i, const TzSumCheck *check, gboolean *asked,
                         gint64 *budget, TzDiag *diag)
{
  Ruled ruled = { .ledger = ledger, .record = i };
  find_scope (ledger, i, rule_of (ledger, &ledger->records[i]), &ruled.first, &ruled.last);
  *budget -= MAX (ruled.last - ruled.first, 1);
  *asked = FALSE;
  if (*budget < 0)
    return;
  gboolean right = check_cells (&ruled, NULL);
  *asked = !right && tz_sum_check_hits (check, i) > ruled.hits;
  if (!*asked)
    check_cells (&ruled, diag);
}

void tz_ledger_check_totals (const TzLedger *ledger, TzDiag *diag)
{
  gint64 budget = SUM_BUDGET;
  if (ledger->gaps) /* totals are those of all rows */
    return;
  gboolean *asked = g_new (gboolean, (gsize)ledger->n_records + 1);
  TzSumCheck *check = tz_sum_check_new (ledger);
  for (int i = 0; i < ledger->n_records && budget >= 0; i++) {
    const TzSchemaTotal *rule = rule_of (ledger, &ledger->records[i]);
    asked[i] = !rule || rule->check == TZ_CHECK_CONFIRMED;
    if (rule && rule->check == TZ_CHECK_YES)
      check_ruled (ledger, i, check, &asked[i], &budget, diag);
    if (budget < 0)
      tz_sum_report_unread (ledger, i, diag);
  }
  if (budget >= 0)
    tz_sum_check_report (check, asked, diag);
  tz_sum_check_free (check);
  g_free (asked);
}
