#include "model/total_judge.h"

#include <math.h>

#include "model/held.h"

/* What the parts of a total have in one column. */
typedef struct {
  gint64 sum, least, most;
  int n, n_other; /* figures; those that are not 0 */
  int places;     /* the most that one of them has */
  gboolean words, percents;
} Column;

static Column add_up (const TzSumColumn *column, const TzSumParts *parts)
{
  Column all = { .least = G_MAXINT64, .most = G_MININT64 };
  for (int i = 0; i < parts->n; i++) {
    const TzFigure *figure = &column->figures[parts->rows[i]];
    all.words |= figure->kind == TZ_FIGURE_WORDS;
    all.percents |= figure->kind == TZ_FIGURE_PERCENT;
    if (figure->kind == TZ_FIGURE_NONE || figure->kind == TZ_FIGURE_WORDS)
      continue;
    all.words |= __builtin_add_overflow (all.sum, figure->value, &all.sum);
    all.least = MIN (all.least, figure->value);
    all.most = MAX (all.most, figure->value);
    all.n++;
    all.n_other += figure->value != 0;
    all.places = MAX (all.places, figure->exact);
  }
  return all;
}

static gint64 power (int n)
{
  gint64 value = 1;
  while (n-- > 0)
    value *= 10;
  return value;
}

/* A whole that is not larger than the largest of several parts, or smaller than the only one, all positive, is
 * no sum: a price, a rate, a rank that is not called so. */
static gboolean is_no_sum (const Column *all, gint64 whole)
{
  return all->least >= 0 && whole >= 0 && whole <= all->most;
}

/* Whether half a unit of the whole and of each part may make the difference. */
static gboolean may_be_rounded (const Column *all, const TzSumColumn *column, const TzFigure *whole)
{
  gint64 unit = power (column->scale - all->places), own = power (column->scale - whole->exact);
  return ABS (all->sum - whole->value) / unit <= (all->n_other + own / unit) / 2;
}

/* Whether what a workbook's cells hold comes out, of which they show rounded figures. */
static gboolean agrees_as_held (const TzSumTable *table, int row, const TzSumParts *parts, int col)
{
  const TzLedgerCell *whole = &tz_ledger_record (table->ledger, row)->cells[col];
  gboolean known = tz_ledger_value (table->ledger, whole) != NULL;
  double sum = 0, term;
  for (int i = 0; i < parts->n; i++) {
    const TzLedgerCell *part = &tz_ledger_record (table->ledger, parts->rows[i])->cells[col];
    known |= tz_ledger_value (table->ledger, part) != NULL;
    if (tz_held_number (table->ledger, part, &term))
      sum += term;
  }
  return known && tz_held_agrees (table->ledger, whole, sum);
}

static TzVerdict judge_sum (const Column *all, const TzSumColumn *column, const TzFigure *whole, gboolean parts)
{
  if (whole->kind != TZ_FIGURE_NUMBER || column->is_rate || all->percents)
    return TZ_VERDICT_NONE;
  if (all->sum == whole->value) /* one figure is the same as itself, whatever the reading */
    return all->n_other >= (parts ? 1 : 2) ? TZ_VERDICT_HIT : TZ_VERDICT_NONE;
  if (is_no_sum (all, whole->value))
    return TZ_VERDICT_ODD;
  if (!may_be_rounded (all, column, whole))
    return TZ_VERDICT_MISS;
  /* The whole and its parts have been rounded to different places: nothing else is to be expected. */
  return whole->exact != all->places ? TZ_VERDICT_NONE : TZ_VERDICT_NEAR;
}

/* A mean is rounded, or cut off, to the places that it is written with. */
static TzVerdict judge_mean (const Column *all, const TzSumColumn *column, const TzFigure *whole)
{
  gint64 unit = power (column->scale - MIN (whole->places, column->scale)), times;
  if (all->n < 2 || all->n_other == 0 || __builtin_mul_overflow (whole->value, all->n, &times))
    return TZ_VERDICT_NONE;
  if (ABS (times - all->sum) < unit * all->n)
    return TZ_VERDICT_HIT;
  /* Rates are weighted by something that is not in the table. */
  return column->is_rate || all->percents ? TZ_VERDICT_NONE : TZ_VERDICT_MISS;
}

/* The mean, with two more places than the column has where there is room for them. */
static void set_mean (const Column *all, TzOutcome *outcome)
{
  gint64 sum;
  if (__builtin_mul_overflow (all->sum, 2 * power (2), &sum))
    sum = all->sum * 2;
  else
    outcome->scale += 2;
  outcome->value = (sum + (sum < 0 ? -all->n : all->n)) / (2 * (gint64)all->n);
}

static TzOutcome judge_column (const TzSumTable *table, int row, const TzJudged *judged, int k)
{
  const TzSumColumn *column = &table->columns[k];
  const TzFigure *whole = &column->figures[row];
  Column all = add_up (column, &judged->parts);
  TzOutcome outcome = { TZ_VERDICT_NONE, all.n_other < 2, all.sum, column->scale };
  if (whole->kind == TZ_FIGURE_NONE || whole->kind == TZ_FIGURE_WORDS || all.words || all.n == 0)
    return outcome;
  if (table->rows[row].label == TZ_LABEL_MEAN) {
    outcome.verdict = judge_mean (&all, column, whole);
    set_mean (&all, &outcome);
  } else {
    outcome.verdict =
        judge_sum (&all, column, whole, judged->reading == TZ_READ_PARTS || judged->reading == TZ_READ_TOP);
    if (outcome.verdict == TZ_VERDICT_NEAR && agrees_as_held (table, row, &judged->parts, column->col))
      outcome.verdict = TZ_VERDICT_HIT;
  }
  return outcome;
}

TzJudged tz_sum_judge (const TzSumTable *table, int row, TzReading reading, gint64 *budget)
{
  TzJudged judged = { .reading = reading, .parts = tz_sum_parts_find (table, row, reading, budget) };
  judged.outcomes = g_new0 (TzOutcome, (gsize)table->n_columns + 1);
  *budget -= (gint64)judged.parts.n * table->n_columns;
  for (int k = 0; k < table->n_columns && judged.parts.n > 0; k++) {
    TzOutcome *outcome = &judged.outcomes[k];
    *outcome = judge_column (table, row, &judged, k);
    judged.hits += outcome->verdict == TZ_VERDICT_HIT;
    judged.nears += outcome->verdict == TZ_VERDICT_NEAR;
    judged.misses += outcome->verdict == TZ_VERDICT_MISS;
    if (outcome->verdict == TZ_VERDICT_HIT)
      judged.digits += log10 (fabs ((double)table->columns[k].figures[row].value) + 1);
  }
  return judged;
}

void tz_judged_clear (TzJudged *judged)
{
  tz_sum_parts_clear (&judged->parts);
  g_free (judged->outcomes);
  judged->outcomes = NULL;
}

gboolean tz_judged_is_better (const TzJudged *a, const TzJudged *b)
{
  if (a->hits != b->hits)
    return a->hits > b->hits;
  if (a->hits == 0)
    return FALSE;
  return a->misses + a->nears < b->misses + b->nears;
}
