/* What becomes of a total's figures in one of its readings. */
#ifndef TZ_MODEL_TOTAL_JUDGE_H
#define TZ_MODEL_TOTAL_JUDGE_H

#include "model/total_parts.h"

typedef enum {
  TZ_VERDICT_NONE, /* nothing to compare, or of another kind than a sum */
  TZ_VERDICT_HIT,
  TZ_VERDICT_ODD,  /* too small for a sum: it is one only if the column has others */
  TZ_VERDICT_NEAR, /* rounding may have done it */
  TZ_VERDICT_MISS
} TzVerdict;

typedef struct {
  TzVerdict verdict;
  gboolean thin; /* only one part has a figure */
  gint64 value;  /* what the parts make, × 10^-scale */
  int scale;
} TzOutcome;

typedef struct {
  TzReading reading;
  TzSumParts parts;
  int hits, misses, nears;
  double digits;       /* of all hits together: chance makes 3 of 1 and 2, but not 1500 of 300 and 1200 */
  TzOutcome *outcomes; /* one a column of the table */
} TzJudged;

/* Judges READING of total ROW; clear with tz_judged_clear. */
TzJudged tz_sum_judge (const TzSumTable *table, int row, TzReading reading, gint64 *budget);
void tz_judged_clear (TzJudged *judged);

/* Whether A says more than B: in more columns it comes out, or in as many and fewer contradict. */
gboolean tz_judged_is_better (const TzJudged *a, const TzJudged *b);

#endif
