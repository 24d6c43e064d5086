/* From votes to parts: the best way through all rows (Viterbi), and how probable each step of it is
 * (forward-backward over the same sums). */
#include "model/sheet_data.h"

#include <math.h>
#include <string.h>

/* Stronger than all rules together: what was said beforehand. */
#define SAID 300.0

/* A template's titles in a row: more than any other evidence, less than what was said. */
#define TITLED 12.0

typedef double Scores[TZ_N_PARTS];

/* Whom to ask for a row's votes. */
typedef struct {
  const TzSheet *sheet;
  const TzSheetHints *hints;
  gboolean head_said;
  int titled;
} Votes;

static void add_votes (const TzSheetLine *line, Scores scores)
{
  for (guint64 bits = line->rules; bits != 0; bits &= bits - 1) {
    int rule = __builtin_ctzll (bits);
    for (int part = 0; part < TZ_N_PARTS; part++)
      scores[part] += tz_sheet_rules[rule].votes[part];
  }
}

/* The parts that the classes belong to. */
static const guint8 class_parts[TZ_N_SHEET_CLASSES] = {
  TZ_PART_NONE, TZ_PART_ABOVE, TZ_PART_ABOVE,   TZ_PART_ABOVE, TZ_PART_ABOVE, TZ_PART_ABOVE, TZ_PART_ABOVE,
  TZ_PART_HEAD, TZ_PART_HEAD,  TZ_PART_SECTION, TZ_PART_BODY,  TZ_PART_BODY,  TZ_PART_BELOW, TZ_PART_BELOW,
};

static gboolean says_head (const TzSheetHints *hints, int n_rows)
{
  for (int row = 0; hints != NULL && hints->given != NULL && row < n_rows; row++)
    if (hints->given[row] >= 0 && class_parts[hints->given[row]] == TZ_PART_HEAD)
      return TRUE;
  return FALSE;
}

/* What was said goes before all rules. */
static void add_given (const Votes *votes, int row, Scores scores)
{
  int given = votes->hints->given[row];
  if (given > TZ_SHEET_BLANK) {
    for (int part = 0; part < TZ_N_PARTS; part++)
      scores[part] -= part == class_parts[given] ? 0 : SAID;
  } else if (votes->head_said) {
    scores[TZ_PART_HEAD] -= SAID;
  }
}

/* Rows that bear the template's titles are the head; nothing above the first of them is body, and hardly head
 * without a title of its own. */
static void add_titled (const Votes *votes, int row, Scores scores)
{
  const TzSheetLine *line = &votes->sheet->lines[row];
  if (line->titled > 1 || (line->titled > 0 && line->titled * 2 >= line->filled)) {
    scores[TZ_PART_HEAD] += TITLED;
  } else if (row < votes->titled) {
    scores[TZ_PART_BODY] -= TITLED;
    scores[TZ_PART_HEAD] -= TITLED / 2;
  }
}

/* The score of each part for ROW, whatever stands around it. */
static void vote (const Votes *votes, int row, Scores scores)
{
  memset (scores, 0, sizeof (Scores));
  add_votes (&votes->sheet->lines[row], scores);
  if (votes->hints != NULL && votes->hints->given != NULL)
    add_given (votes, row, scores);
  if (votes->titled >= 0)
    add_titled (votes, row, scores);
}

/* The row that bears most of the template's titles, or -1. */
static int find_titled (const TzSheet *sheet)
{
  int best = -1, most = 0;
  for (int row = 0; row < sheet->n_rows; row++)
    if (sheet->lines[row].titled > most) {
      best = row;
      most = sheet->lines[row].titled;
    }
  return best;
}

static GArray *rows_with_text (const TzSheet *sheet)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (int));
  for (int row = 0; row < sheet->n_rows; row++)
    if (sheet->lines[row].filled > 0)
      g_array_append_val (rows, row);
  return rows;
}

/* ---- the best way ---- */

/* Moves BEST on to LINE. Returns from where the best way to each part came: 3 bits each. */
static int take_best (const TzSheetLine *line, Scores best, const Scores votes, gboolean begins)
{
  Scores now;
  int from = 0;
  for (int to = 0; to < TZ_N_PARTS; to++) {
    int chosen = begins ? TZ_PART_NONE : 0;
    for (int part = 1; part < TZ_N_PARTS && !begins; part++)
      if (best[part] - tz_sheet_steps[line->gap][part][to] >
          best[chosen] - tz_sheet_steps[line->gap][chosen][to])
        chosen = part;
    now[to] = votes[to] + (begins ? 0 : best[chosen]) - tz_sheet_steps[line->gap][chosen][to];
    from |= chosen << (3 * to);
  }
  memcpy (best, now, sizeof now);
  return from;
}

static int best_end (const Scores best)
{
  int part = 0;
  for (int i = 1; i < TZ_N_PARTS; i++)
    if (best[i] - tz_sheet_ends[i] > best[part] - tz_sheet_ends[part])
      part = i;
  return part;
}

static void find_best (TzSheet *sheet, const Votes *asked, const GArray *rows)
{
  guint16 *from = g_new (guint16, rows->len);
  Scores best = { 0 }, votes;
  for (guint i = 0; i < rows->len; i++) {
    int row = g_array_index (rows, int, i);
    vote (asked, row, votes);
    from[i] = (guint16)take_best (&sheet->lines[row], best, votes, i == 0);
  }
  int part = best_end (best);
  for (guint i = rows->len; i-- > 0;) {
    sheet->lines[g_array_index (rows, int, i)].part = (guint8)part;
    part = (from[i] >> (3 * part)) & 7;
  }
  g_free (from);
}

/* ---- how sure ---- */

/* All costs as factors, so that sums over ways need no logarithm. */
typedef struct {
  double steps[2][TZ_N_PARTS + 1][TZ_N_PARTS], ends[TZ_N_PARTS];
} Factors;

static void set_factors (Factors *factors)
{
  for (int gap = 0; gap < 2; gap++)
    for (int from = 0; from <= TZ_N_PARTS; from++)
      for (int to = 0; to < TZ_N_PARTS; to++)
        factors->steps[gap][from][to] = exp (-tz_sheet_steps[gap][from][to]);
  for (int part = 0; part < TZ_N_PARTS; part++)
    factors->ends[part] = exp (-tz_sheet_ends[part]);
}

static void normalise (Scores scores)
{
  double sum = 0;
  for (int i = 0; i < TZ_N_PARTS; i++)
    sum += scores[i];
  for (int i = 0; i < TZ_N_PARTS && sum > 0; i++)
    scores[i] /= sum;
}

/* exp of the votes, the largest being 1. */
static void vote_factors (const Votes *asked, int row, Scores factors)
{
  Scores votes;
  vote (asked, row, votes);
  double top = votes[0];
  for (int i = 1; i < TZ_N_PARTS; i++)
    top = MAX (top, votes[i]);
  for (int i = 0; i < TZ_N_PARTS; i++)
    factors[i] = exp (votes[i] - top);
}

/* Sums over all ways that reach each part of LINE; NULL above: it is the first row. */
static void sum_forward (const Factors *factors, const TzSheetLine *line, const double *above,
                         const Scores votes, Scores now)
{
  for (int to = 0; to < TZ_N_PARTS; to++) {
    double sum = above ? 0 : factors->steps[line->gap][TZ_PART_NONE][to];
    for (int from = 0; above && from < TZ_N_PARTS; from++)
      sum += above[from] * factors->steps[line->gap][from][to];
    now[to] = sum * votes[to];
  }
  normalise (now);
}

/* Turns BELOW, the sums over what follows each part of LINE, into those for the row above it. */
static void sum_backward (const Factors *factors, const TzSheetLine *line, const Scores votes, Scores below)
{
  Scores now = { 0 };
  for (int from = 0; from < TZ_N_PARTS; from++)
    for (int to = 0; to < TZ_N_PARTS; to++)
      now[from] += factors->steps[line->gap][from][to] * votes[to] * below[to];
  normalise (now);
  memcpy (below, now, sizeof now);
}

static int second_best (const Scores scores, int best)
{
  int second = best == 0 ? 1 : 0;
  for (int part = 0; part < TZ_N_PARTS; part++)
    if (part != best && scores[part] > scores[second])
      second = part;
  return second;
}

static void find_sureness (TzSheet *sheet, const Votes *asked, const GArray *rows)
{
  Scores *forward = g_new (Scores, rows->len), votes, below;
  Factors factors;
  set_factors (&factors);
  for (guint i = 0; i < rows->len; i++) {
    int row = g_array_index (rows, int, i);
    vote_factors (asked, row, votes);
    sum_forward (&factors, &sheet->lines[row], i == 0 ? NULL : forward[i - 1], votes, forward[i]);
  }
  memcpy (below, factors.ends, sizeof below);
  for (guint i = rows->len; i-- > 0;) {
    int row = g_array_index (rows, int, i);
    TzSheetLine *line = &sheet->lines[row];
    for (int part = 0; part < TZ_N_PARTS; part++)
      forward[i][part] *= below[part];
    normalise (forward[i]);
    line->sure = (guint8)lround (255 * forward[i][line->part]);
    line->other = (guint8)second_best (forward[i], line->part);
    vote_factors (asked, row, votes);
    sum_backward (&factors, line, votes, below);
  }
  g_free (forward);
}

void tz_sheet_find_path (TzSheet *sheet, const TzSheetHints *hints, gboolean known)
{
  GArray *rows = rows_with_text (sheet);
  for (int row = 0; row < sheet->n_rows; row++)
    sheet->lines[row].part = TZ_PART_NONE;
  Votes asked = { sheet, hints, says_head (hints, sheet->n_rows), find_titled (sheet) };
  if (rows->len > 0) {
    find_best (sheet, &asked, rows);
    if (known)
      find_sureness (sheet, &asked, rows);
  }
  g_array_free (rows, TRUE);
}
