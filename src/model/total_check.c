#include "model/total_check.h"

#include <string.h>

#include "base/intl.h"
#include "base/utf8.h"
#include "model/total_judge.h"

/* Most rows that are looked at: more than any ledger needs, and an end for a table in which every row has a
 * total's label. */
enum { BUDGET = 20 * 1000 * 1000 };

/* From here on chance is out of question: figures of together so many digits came out. */
#define ENOUGH_DIGITS 1.0
#define MANY_DIGITS   2.0

/* How a total is read. */
typedef struct {
  int row;
  gboolean unsaid;   /* nobody calls it a total: rows below belong to it */
  gboolean believed; /* the reading is */
  TzJudged judged;   /* the best reading */
} Total;

struct TzSumCheck {
  TzSumTable *table;
  GArray *totals; /* Total */
  gint64 budget;
  int unread;                        /* the first total that the budget did not suffice for; -1: none */
  int *hits, *misses, *nears, *odds; /* of believed totals, by column of the table */
  int n_hits, n_nears;
};

static Total *total_at (const TzSumCheck *check, guint i)
{
  return &g_array_index (check->totals, Total, i);
}

static const TzSumRow *row_of (const TzSumCheck *check, const Total *total)
{
  return &check->table->rows[total->row];
}

/* ── each total by itself ────────────────────────────────────────────────── */

/* Whether both say the same of every column that does not come out. */
static gboolean agree (const TzSumCheck *check, const TzJudged *a, const TzJudged *b)
{
  for (int k = 0; k < check->table->n_columns; k++)
    if (a->outcomes[k].verdict >= TZ_VERDICT_NEAR &&
        (b->outcomes[k].verdict != a->outcomes[k].verdict || b->outcomes[k].value != a->outcomes[k].value))
      return FALSE;
  return TRUE;
}

/* The best reading of the total in ROW. *TORN: another one is as good and says something else. */
static TzJudged judge_best (TzSumCheck *check, int row, gboolean *torn)
{
  TzJudged best = { .reading = TZ_N_READINGS };
  *torn = FALSE;
  for (int reading = 0; reading < TZ_N_READINGS && check->budget > 0; reading++) {
    if (check->table->rows[row].role == TZ_SUM_NODE && reading != TZ_READ_PARTS)
      continue;
    TzJudged next = tz_sum_judge (check->table, row, (TzReading)reading, &check->budget);
    gboolean better = best.reading == TZ_N_READINGS || tz_judged_is_better (&next, &best);
    gboolean even = !better && next.hits > 0 && !tz_judged_is_better (&best, &next);
    gboolean nearer =
        best.reading <= TZ_READ_BELOW && reading > TZ_READ_BELOW; /* then it is the likelier one */
    *torn = better ? FALSE : *torn || (even && !nearer && !agree (check, &best, &next));
    if (better) {
      tz_judged_clear (&best);
      best = next;
    } else {
      tz_judged_clear (&next);
    }
  }
  return best;
}

/* Of last year's, and running totals nothing is said by the rows of this table. */
static gboolean is_of_this_table (const char *label)
{
  static const char *const others[] = { "累计", "上年", "上期", "上月", "去年", "同期", "往年", "历年" };
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (strstr (label, others[i]))
      return FALSE;
  return TRUE;
}

/* Whether what comes out proves the reading of what does not. */
static gboolean is_proved (const TzSumCheck *check, const Total *total, gboolean torn)
{
  const TzJudged *judged = &total->judged;
  int wrong = judged->misses + judged->nears;
  if (judged->hits == 0 || wrong == 0)
    return judged->hits > 0;
  if (!is_of_this_table (row_of (check, total)->text))
    return FALSE;
  gboolean plain = !total->unsaid && judged->parts.n > 0 && check->table->n_totals == 1;
  double enough = total->unsaid ? MANY_DIGITS : plain ? 0 : ENOUGH_DIGITS;
  return !torn && judged->hits >= judged->misses && judged->digits >= enough;
}

static gboolean is_asked (const TzSumRow *row)
{
  if (row->role == TZ_SUM_NODE)
    return TRUE;
  return row->role == TZ_SUM_TOTAL && row->label != TZ_LABEL_OTHER && row->label != TZ_LABEL_SHARE;
}

static void read_totals (TzSumCheck *check)
{
  for (int row = 0; row < check->table->n_rows; row++) {
    gboolean torn;
    if (!is_asked (&check->table->rows[row]))
      continue;
    if (check->budget <= 0) {
      check->unread = row;
      return;
    }
    Total total = { .row = row,
                    .unsaid = tz_ledger_record (check->table->ledger, row)->kind != TZ_RECORD_TOTAL };
    total.judged = judge_best (check, row, &torn);
    total.believed = is_proved (check, &total, torn);
    g_array_append_val (check->totals, total);
  }
}

/* ── by other totals ─────────────────────────────────────────────────────── */

static gboolean is_flawless (const Total *total)
{
  return total->believed && total->judged.misses + total->judged.nears == 0;
}

static gboolean has_same_label (const TzSumCheck *check, const Total *a, const Total *b)
{
  const TzSumRow *of = row_of (check, a), *other = row_of (check, b);
  return a->unsaid == b->unsaid && of->label == other->label && of->word == other->word;
}

/* The reading by which most other totals with the same word come out without a flaw. */
static TzReading find_custom (const TzSumCheck *check, const Total *total)
{
  int counts[TZ_N_READINGS] = { 0 };
  double digits[TZ_N_READINGS] = { 0 };
  TzReading best = TZ_N_READINGS;
  int n = 0;
  for (guint i = 0; i < check->totals->len; i++) {
    const Total *other = total_at (check, i);
    if (other == total || !is_flawless (other) || !has_same_label (check, total, other))
      continue;
    counts[other->judged.reading]++;
    digits[other->judged.reading] += other->judged.digits;
  }
  for (int reading = 0; reading < TZ_N_READINGS; reading++)
    if (counts[reading] > n && digits[reading] >= ENOUGH_DIGITS) {
      best = (TzReading)reading;
      n = counts[reading];
    }
  return best;
}

static void take_reading (Total *total, TzJudged *take_judged)
{
  tz_judged_clear (&total->judged);
  total->judged = *take_judged;
  total->believed = TRUE;
}

/* Whether a row was left out of the total: in all columns that do not come out it is what is missing. */
static gboolean lacks_row (const TzSumCheck *check, const Total *total, const TzJudged *judged)
{
  for (int i = 0; i < judged->parts.n; i++) {
    gboolean is_it = TRUE;
    for (int k = 0; k < check->table->n_columns && is_it; k++) {
      const TzSumColumn *column = &check->table->columns[k];
      if (judged->outcomes[k].verdict >= TZ_VERDICT_NEAR)
        is_it = judged->outcomes[k].value - column->figures[total->row].value ==
                column->figures[judged->parts.rows[i]].value;
    }
    if (is_it)
      return TRUE;
  }
  return FALSE;
}

/* Nothing of the total comes out: 小计 is read as other 小计 are, if it is wrong in one column only, or for
 * lack of a row. */
static void follow_custom (TzSumCheck *check, Total *total)
{
  TzReading custom = find_custom (check, total);
  if (custom == TZ_N_READINGS)
    return;
  TzJudged judged = tz_sum_judge (check->table, total->row, custom, &check->budget);
  int wrong = judged.misses + judged.nears;
  if (wrong > 0 && (wrong == 1 || lacks_row (check, total, &judged)))
    take_reading (total, &judged);
  else
    tz_judged_clear (&judged);
}

/* Whether A and B, of different rows, make the same in all columns. */
static gboolean is_made_twice (const TzSumCheck *check, const TzJudged *a, const TzJudged *b)
{
  if (a->parts.n < 2 || b->parts.n < 2 || tz_sum_parts_equal (&a->parts, &b->parts))
    return FALSE;
  int wrong = 0;
  for (int k = 0; k < check->table->n_columns; k++) {
    if (a->outcomes[k].value != b->outcomes[k].value)
      return FALSE;
    wrong += a->outcomes[k].verdict >= TZ_VERDICT_NEAR;
  }
  return wrong > 0;
}

/* Nothing comes out, but the totals of parts and the parts themselves make the same: then it is the grand
 * total that is wrong. */
static void follow_totals (TzSumCheck *check, Total *total)
{
  static const TzReading wholes[] = { TZ_READ_TABLE, TZ_READ_ALL_ABOVE, TZ_READ_ALL_BELOW };
  static const TzReading sums[] = { TZ_READ_TOTALS, TZ_READ_TOP };
  if (!is_of_this_table (row_of (check, total)->text) || row_of (check, total)->word < 0)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (wholes) * G_N_ELEMENTS (sums) && !total->believed; i++) {
    TzJudged whole = tz_sum_judge (check->table, total->row, wholes[i / G_N_ELEMENTS (sums)], &check->budget);
    TzJudged sum = tz_sum_judge (check->table, total->row, sums[i % G_N_ELEMENTS (sums)], &check->budget);
    if (is_made_twice (check, &sum, &whole))
      take_reading (total, &sum);
    else
      tz_judged_clear (&sum);
    tz_judged_clear (&whole);
  }
}

/* A row whose parts make something else was called a total by nobody: it is one if others are. */
static void doubt_unsaid (TzSumCheck *check)
{
  int n = 0;
  for (guint i = 0; i < check->totals->len; i++)
    n += total_at (check, i)->judged.reading == TZ_READ_PARTS && is_flawless (total_at (check, i));
  for (guint i = 0; i < check->totals->len; i++)
    if (total_at (check, i)->unsaid && !is_flawless (total_at (check, i)) && n == 0)
      total_at (check, i)->believed = FALSE;
}

static void read_by_others (TzSumCheck *check)
{
  doubt_unsaid (check);
  for (guint i = 0; i < check->totals->len && check->budget > 0; i++) {
    Total *total = total_at (check, i);
    if (total->judged.hits > 0 || total->unsaid || row_of (check, total)->label == TZ_LABEL_PLAIN)
      continue;
    follow_custom (check, total);
    if (!total->believed && row_of (check, total)->label == TZ_LABEL_SUM)
      follow_totals (check, total);
  }
}

/* ── shares ──────────────────────────────────────────────────────────────── */

/* The row that share ROW is a part of: the next one above that is no share; -1: none. */
static int whole_of (const TzSumTable *table, int row)
{
  int whole = row - 1;
  while (whole >= 0 && table->rows[whole].role == TZ_SUM_SHARE)
    whole--;
  return whole >= 0 && table->rows[whole].role != TZ_SUM_HEADING ? whole : -1;
}

/* How share ROW and its whole compare in column K: 1 where it is more, -1 where not, 0 where nothing can be
 * said. */
static int compare_share (const TzSumTable *table, int row, int k)
{
  int whole = whole_of (table, row);
  const TzSumColumn *column = &table->columns[k];
  if (whole < 0 || column->is_rate || column->figures[row].kind != TZ_FIGURE_NUMBER ||
      column->figures[whole].kind != TZ_FIGURE_NUMBER || column->figures[whole].value <= 0 ||
      column->figures[row].value <= 0)
    return 0;
  return column->figures[row].value > column->figures[whole].value ? 1 : -1;
}

/* How many shares are not more than their wholes, in all columns. */
static int count_shares (const TzSumTable *table)
{
  int n = 0;
  for (int row = 0; row < table->n_rows; row++)
    for (int k = 0; k < table->n_columns && table->rows[row].label == TZ_LABEL_SHARE; k++)
      n += compare_share (table, row, k) < 0;
  return n;
}

/* ── columns ─────────────────────────────────────────────────────────────── */

static void count_columns (TzSumCheck *check)
{
  gsize n = (gsize)check->table->n_columns + 1;
  check->hits = g_new0 (int, n);
  check->misses = g_new0 (int, n);
  check->nears = g_new0 (int, n);
  check->odds = g_new0 (int, n);
  for (guint i = 0; i < check->totals->len; i++) {
    const Total *total = total_at (check, i);
    for (int k = 0; k < check->table->n_columns && total->believed; k++) {
      TzVerdict verdict = total->judged.outcomes[k].verdict;
      check->hits[k] += verdict == TZ_VERDICT_HIT;
      check->nears[k] += verdict == TZ_VERDICT_NEAR;
      check->misses[k] += verdict == TZ_VERDICT_MISS;
      check->odds[k] += verdict == TZ_VERDICT_ODD;
    }
  }
  for (int k = 0; k < check->table->n_columns; k++) {
    check->n_hits += check->hits[k];
    check->n_nears += check->nears[k];
  }
}

/* Whether what is off by what rounding does is no rounding: nearly all else is exact, and the figure is small
 * and in a small unit. */
static gboolean is_unrounded (const TzSumCheck *check, const Total *total, int k)
{
  enum { LARGE = 10000, RARE = 10 };
  const TzSumColumn *column = &check->table->columns[k];
  gint64 value = ABS (column->figures[total->row].value);
  for (int i = 0; i < column->scale; i++)
    value /= 10;
  if (column->is_round || value >= LARGE)
    return FALSE;
  int enough = column->scale > 0 ? 2 : 1; /* whole numbers are seldom rounded */
  return check->n_nears == 1 ? check->n_hits >= enough : check->n_nears * RARE <= check->n_hits;
}

/* A column in which more totals miss than come out holds no sums; one wrong figure makes two of them, where its
 * row is part of another one. One part alone, which is no sum, says nothing
 * of a column in which nothing comes out. */
static gboolean is_wrong (const TzSumCheck *check, const Total *total, int k)
{
  const TzOutcome *outcome = &total->judged.outcomes[k];
  if (outcome->verdict == TZ_VERDICT_NEAR)
    return is_unrounded (check, total, k);
  if (outcome->verdict == TZ_VERDICT_ODD)
    return check->hits[k] >= 2 && check->odds[k] == 1;
  if (outcome->verdict != TZ_VERDICT_MISS || (outcome->thin && check->hits[k] == 0))
    return FALSE;
  return check->hits[k] + 1 >= check->misses[k];
}

/* ── the whole ───────────────────────────────────────────────────────────── */

TzSumCheck *tz_sum_check_new (const TzLedger *ledger)
{
  TzSumCheck *check = g_new0 (TzSumCheck, 1);
  check->table = tz_sum_table_new (ledger);
  check->totals = g_array_new (FALSE, TRUE, sizeof (Total));
  check->budget = BUDGET;
  check->unread = -1;
  if (check->table) {
    read_totals (check);
    read_by_others (check);
    count_columns (check);
  }
  return check;
}

void tz_sum_check_free (TzSumCheck *check)
{
  for (guint i = 0; i < check->totals->len; i++)
    tz_judged_clear (&total_at (check, i)->judged);
  g_array_free (check->totals, TRUE);
  tz_sum_table_free (check->table);
  g_free (check->hits);
  g_free (check->misses);
  g_free (check->nears);
  g_free (check->odds);
  g_free (check);
}

/* Whether a reading can stand against what somebody said: by levels, or beyond chance. */
static gboolean is_strong (const TzJudged *judged)
{
  return judged->reading == TZ_READ_PARTS || judged->reading == TZ_READ_TOP || judged->digits >= MANY_DIGITS;
}

int tz_sum_check_hits (const TzSumCheck *check, int row)
{
  for (guint i = 0; i < check->totals->len; i++)
    if (total_at (check, i)->row == row && total_at (check, i)->believed)
      return is_strong (&total_at (check, i)->judged) ? total_at (check, i)->judged.hits : 0;
  return 0;
}

/* ── findings ────────────────────────────────────────────────────────────── */

static const char *title_of (const TzLedger *ledger, int col)
{
  const TzSchemaColumn *column = tz_ledger_column (ledger, col);
  return column->titles && column->titles[0] ? column->titles[0] : column->key;
}

static const char *without_indent (const char *label)
{
  return tz_utf8_skip_blanks (label, label + strlen (label));
}

static void report (const TzLedger *ledger, int record, int col, const char *label, const char *parts,
                    const char *value, gboolean mean, TzDiag *diag)
{
  const TzRecord *of = tz_ledger_record (ledger, record);
  TzPlace place = tz_ledger_place (ledger, &of->cells[col]);
  tz_diag_add (diag, TZ_WARNING, &place, "total-mismatch",
               mean ? _ ("“%s” says %s in column “%s”, but the mean of %s is %s; correct the mean or the rows")
                    : _ ("“%s” says %s in column “%s”, but the sum of %s is %s; correct the total or the rows"),
               without_indent (label), of->cells[col].text, title_of (ledger, col), parts, value);
}

void tz_sum_report (const TzLedger *ledger, int record, int col, const char *label, const char *parts,
                    const char *value, TzDiag *diag)
{
  report (ledger, record, col, label, parts, value, FALSE, diag);
}

static void report_total (const TzSumCheck *check, const Total *total, TzDiag *diag)
{
  const TzSumTable *table = check->table;
  const char *label = row_of (check, total)->text;
  g_autofree char *parts = tz_sum_parts_say (table->ledger, &total->judged.parts);
  for (int k = 0; k < table->n_columns; k++) {
    const TzOutcome *outcome = &total->judged.outcomes[k];
    if (!is_wrong (check, total, k))
      continue;
    char *value = tz_sum_to_string (outcome->value, outcome->scale);
    gboolean mean = row_of (check, total)->label == TZ_LABEL_MEAN;
    report (table->ledger, total->row, table->columns[k].col, label, parts, value, mean, diag);
    g_free (value);
  }
}

static void report_share (const TzSumTable *table, int row, int k, TzDiag *diag)
{
  int col = table->columns[k].col, whole = whole_of (table, row);
  const TzRecord *part = tz_ledger_record (table->ledger, row), *of = tz_ledger_record (table->ledger, whole);
  TzPlace place = tz_ledger_place (table->ledger, &part->cells[col]);
  tz_diag_add (
      diag, TZ_WARNING, &place, "total-mismatch",
      _ ("“%s” says %s in column “%s”, more than the %s of row %d that it is part of; correct one of them"),
      without_indent (table->rows[row].text), part->cells[col].text, title_of (table->ledger, col),
      of->cells[col].text, of->place.row);
}

/* Shares need not make up the whole, but none is more than it. Told where other shares are not. */
static void report_shares (const TzSumTable *table, TzDiag *diag)
{
  int n = count_shares (table);
  for (int row = 0; row < table->n_rows && n > 0; row++)
    for (int k = 0; k < table->n_columns && table->rows[row].label == TZ_LABEL_SHARE; k++)
      if (compare_share (table, row, k) > 0)
        report_share (table, row, k, diag);
}

void tz_sum_report_unread (const TzLedger *ledger, int record, TzDiag *diag)
{
  tz_diag_add (diag, TZ_WARNING, &tz_ledger_record (ledger, record)->place, "totals-not-checked",
               _ ("there are too many total rows to check; compare the totals from here on with their rows "
                  "yourself"));
}

void tz_sum_check_report (const TzSumCheck *check, const gboolean *asked, TzDiag *diag)
{
  if (check->unread >= 0 && asked[check->unread])
    tz_sum_report_unread (check->table->ledger, check->unread, diag);
  for (guint i = 0; i < check->totals->len; i++) {
    const Total *total = total_at (check, i);
    if (total->believed && asked[total->row])
      report_total (check, total, diag);
  }
  if (check->table)
    report_shares (check->table, diag);
}
