#include "typeset/linebreak.h"

#include <string.h>

/* Sums over all boxes and gaps before a position, so that any line's width and
 * give are differences of two entries. Entry k of WIDTH covers boxes 0 … k-1 and
 * the gaps after each of them; the others cover gaps 0 … k-1. */
typedef struct {
  TzLen width, shrink, stretch;
  int any; /* gaps that take part in the last stage of stretching */
  int ink; /* where the blanks that end before the position begin */
} Sums;

/* The best way to end a line before a box. */
typedef struct {
  gint64 cost;
  int from; /* where that line begins; -1: not reached */
} Best;

struct TzBreaker {
  const TzBox *boxes;
  const TzGap *gaps;
  int n;
  GArray *sums;   /* Sums, n + 1 */
  GArray *bests;  /* Best, n + 1 */
  GArray *breaks; /* TzBreak */
  const TzLineSpec *spec;
};

TzBreaker *tz_breaker_new (void)
{
  TzBreaker *b = g_new0 (TzBreaker, 1);
  b->sums = g_array_new (FALSE, FALSE, sizeof (Sums));
  b->bests = g_array_new (FALSE, FALSE, sizeof (Best));
  b->breaks = g_array_new (FALSE, FALSE, sizeof (TzBreak));
  return b;
}

void tz_breaker_free (TzBreaker *b)
{
  if (!b)
    return;
  g_array_unref (b->sums);
  g_array_unref (b->bests);
  g_array_unref (b->breaks);
  g_free (b);
}

static gboolean is_blank (const TzBox *box)
{
  return tz_class_is_blank ((TzCharClass)box->class);
}

void tz_breaker_load (TzBreaker *b, const TzBoxes *boxes)
{
  b->n = (int)boxes->boxes->len;
  b->boxes = &g_array_index (boxes->boxes, TzBox, 0);
  b->gaps = &g_array_index (boxes->gaps, TzGap, 0);
  g_array_set_size (b->sums, (guint)b->n + 1);
  Sums *sums = &g_array_index (b->sums, Sums, 0);
  Sums sum = { 0 };
  for (int k = 0; k < b->n; k++) {
    sums[k] = sum;
    sum.width += b->boxes[k].advance;
    if (!is_blank (&b->boxes[k]))
      sum.ink = k + 1;
    if (k + 1 < b->n) {
      sum.width += b->gaps[k].natural;
      sum.shrink += b->gaps[k].shrink;
      sum.stretch += b->gaps[k].stretch;
      sum.any += b->gaps[k].stretch_class != TZ_STRETCH_NEVER;
    }
  }
  sums[b->n] = sum;
}

/* A line's last box that is not a blank; blanks at a line's end vanish. */
static int trimmed_end (const TzBreaker *b, int start, int end)
{
  if (start >= end)
    return end;
  return MAX (g_array_index (b->sums, Sums, end).ink, start + 1);
}

static TzLen natural_width (const TzBreaker *b, int start, int end)
{
  if (start >= end)
    return 0;
  const Sums *sums = &g_array_index (b->sums, Sums, 0);
  const TzBox *last = &b->boxes[end - 1];
  TzLen width = sums[end - 1].width - sums[start].width + last->advance;
  /* An opening mark at the start and a closing one at the end lose their blank
   * half; a lone mark keeps what is not on its outer side. */
  return width - b->boxes[start].blank_left - last->blank_right;
}

static TzLen shrink_of (const TzBreaker *b, int start, int end)
{
  if (end - start < 2)
    return 0;
  const Sums *sums = &g_array_index (b->sums, Sums, 0);
  return sums[end - 1].shrink - sums[start].shrink;
}

TzLen tz_breaker_least (const TzBreaker *b, int start, int end)
{
  end = trimmed_end (b, start, end);
  return natural_width (b, start, end) - shrink_of (b, start, end);
}

static TzLen room_of (const TzBreaker *b, int start)
{
  TzLen indent = start == 0 ? b->spec->first_indent : b->spec->hang;
  return MAX (b->spec->width - indent, 1);
}

/* ---- what a line costs ---- */

/* Thousandths of an em for each gap when SPARE is left over. */
static gint64 looseness (const TzBreaker *b, int start, int end, TzLen spare)
{
  if (end - start < 2)
    return tz_looseness (spare, 0, 0, b->spec->em);
  const Sums *sums = &g_array_index (b->sums, Sums, 0);
  return tz_looseness (spare, sums[end - 1].stretch - sums[start].stretch, sums[end - 1].any - sums[start].any,
                       b->spec->em);
}

/* Whether the last line holds one character only, with or without a mark. */
static gboolean is_orphan (const TzBreaker *b, int start, int end)
{
  int bodies = 0;
  for (int k = start; k < end && bodies < 2; k++)
    bodies += !tz_class_is_mark ((TzCharClass)b->boxes[k].class);
  return bodies < 2;
}

static gint64 cost_of_last (const TzBreaker *b, int start, int end, TzLen spare, TzLen give)
{
  gint64 cost = tz_cost_of_one (b->spec);
  if (spare < 0)
    cost += tz_cost_of_shrink (-spare, give, b->spec);
  if (b->spec->align == TZ_ALIGN_CENTER)
    cost += tz_cost_of_ragged (b->spec, room_of (b, start), MAX (spare, 0)) * 3 / 4;
  if (start > 0 && b->spec->width >= 4 * b->spec->em && is_orphan (b, start, end))
    cost += TZ_COST_ORPHAN;
  return cost;
}

/* The cost of a line, or -1 when it does not fit. *LOOSE tells that every shorter
 * line to the same end is looser than anyone wants: dearer than a broken bond. */
static gint64 cost_of_line (const TzBreaker *b, int start, int end, gboolean *loose)
{
  *loose = FALSE;
  int shown = trimmed_end (b, start, end);
  TzLen spare = room_of (b, start) - natural_width (b, start, shown);
  TzLen give = shrink_of (b, start, shown);
  if (spare < -give)
    return shown - start == 1 ? TZ_COST_OVERFULL : -1;
  if (end == b->n)
    return cost_of_last (b, start, shown, spare, give);
  if (spare < 0)
    return tz_cost_of_one (b->spec) + tz_cost_of_shrink (-spare, give, b->spec);
  gint64 s = looseness (b, start, shown, spare);
  *loose = tz_is_too_loose (b->spec, s);
  gboolean alone = is_orphan (b, start, shown);
  return tz_cost_of_one (b->spec) + tz_cost_of_inner (b->spec, room_of (b, start), spare, s) +
         (alone ? TZ_COST_ALONE : 0);
}

/* ---- choosing ---- */

/* Tries lines that end before box END: the longest that fits first, until they get
 * loose; but where marks or words must give way (LIMIT), the longest line may hang
 * on a dear break that a shorter one does without. FLOOR is the first start worth
 * trying; it only ever rises. */
static void reach (TzBreaker *b, int end, gint32 limit, int *floor)
{
  Best *bests = &g_array_index (b->bests, Best, 0);
  const Sums *sums = &g_array_index (b->sums, Sums, 0);
  gint64 penalty = end < b->n ? b->gaps[end - 1].penalty : 0;
  /* A line can lose its shrink and, at both ends, a mark's half and blanks. */
  TzLen most = b->spec->width + 2 * b->spec->em;
  int ink = sums[end].ink;
  while (*floor < ink - 1 &&
         sums[ink].width - sums[*floor].width - (sums[ink].shrink - sums[*floor].shrink) > most)
    ++*floor;
  for (int start = *floor; start < end; start++) {
    if (bests[start].from < 0 && start > 0)
      continue;
    gboolean loose = FALSE;
    gint64 cost = cost_of_line (b, start, end, &loose);
    if (cost < 0)
      continue;
    cost += bests[start].cost + penalty;
    if (bests[end].from < 0 || cost < bests[end].cost)
      bests[end] = (Best){ .cost = cost, .from = start };
    if (loose && limit <= TZ_BREAK_BOND)
      break;
  }
}

/* One pass over the paragraph; breaks dearer than LIMIT are not tried, nor are
 * those before a blank, which vanishes at the end of the line before. FALSE when
 * the end is not reached, or only by a line that sticks out. */
static gboolean choose (TzBreaker *b, gint32 limit)
{
  g_array_set_size (b->bests, (guint)b->n + 1);
  Best *bests = &g_array_index (b->bests, Best, 0);
  for (int k = 0; k <= b->n; k++)
    bests[k] = (Best){ .cost = 0, .from = -1 };
  int floor = 0;
  for (int end = 1; end <= b->n; end++)
    if (end == b->n || (b->gaps[end - 1].penalty <= limit && !is_blank (&b->boxes[end])))
      reach (b, end, limit, &floor);
  return bests[b->n].from >= 0 && bests[b->n].cost < TZ_COST_OVERFULL;
}

static void add_break (TzBreaker *b, int start, int end)
{
  TzBreak line = { .start = start, .end = trimmed_end (b, start, end), .last = end == b->n };
  line.natural = natural_width (b, start, line.end);
  g_array_append_val (b->breaks, line);
}

static void collect (TzBreaker *b)
{
  const Best *bests = &g_array_index (b->bests, Best, 0);
  for (int end = b->n; end > 0; end = bests[end].from)
    add_break (b, bests[end].from, end);
  TzBreak *lines = &g_array_index (b->breaks, TzBreak, 0);
  for (guint i = 0, j = b->breaks->len - 1; i < j; i++, j--) {
    TzBreak swap = lines[i];
    lines[i] = lines[j];
    lines[j] = swap;
  }
}

const GArray *tz_breaker_run (TzBreaker *b, const TzBoxes *boxes, const TzLineSpec *spec)
{
  tz_breaker_load (b, boxes);
  b->spec = spec;
  g_array_set_size (b->breaks, 0);
  if (b->n == 0 || natural_width (b, 0, trimmed_end (b, 0, b->n)) <= room_of (b, 0)) {
    add_break (b, 0, b->n);
    return b->breaks;
  }
  if (!choose (b, TZ_BREAK_BOND) && !choose (b, TZ_BREAK_START))
    choose (b, G_MAXINT32);
  collect (b);
  return b->breaks;
}

/* Columns may be so narrow that a number is parted from its unit. */
static gboolean may_part (const TzGap *gap)
{
  return gap->penalty <= TZ_BREAK_BOND || gap->penalty == TZ_BREAK_MEASURE;
}

void tz_breaker_widths (const TzBreaker *b, TzLen first_indent, TzLen *narrow, TzLen *wide)
{
  *narrow = 0;
  for (int start = 0, end = 1; end <= b->n; end++)
    if (end == b->n || may_part (&b->gaps[end - 1])) {
      *narrow = MAX (*narrow, natural_width (b, start, trimmed_end (b, start, end)));
      start = end;
    }
  *wide = natural_width (b, 0, trimmed_end (b, 0, b->n)) + first_indent;
}

/* Whether what stands between START and the next break that spares the bonds
 * fits WIDTH. */
static gboolean piece_fits (const TzBreaker *b, int start, TzLen width)
{
  for (int end = start + 1; end <= b->n; end++) {
    if (end < b->n && is_blank (&b->boxes[end]))
      continue;
    if (tz_breaker_least (b, start, end) > width)
      return FALSE;
    if (end == b->n || b->gaps[end - 1].penalty < TZ_BREAK_BOND)
      break;
  }
  return TRUE;
}

/* The end of the longest line from START that fits WIDTH: at a break that spares
 * the bonds if there is one, and if what follows can be kept whole by it on the NEXT line; else
 * wherever it fits. */
static int first_fit (const TzBreaker *b, int start, TzLen width, TzLen next)
{
  int kept = -1, any = start + 1;
  for (int end = start + 1; end <= b->n; end++) {
    if (natural_width (b, start, end) - shrink_of (b, start, end) > width && !is_blank (&b->boxes[end - 1]))
      break;
    any = end;
    if (end == b->n || b->gaps[end - 1].penalty < TZ_BREAK_BOND)
      kept = end;
  }
  return kept == any || (kept > start && piece_fits (b, kept, next)) ? kept : any;
}

/* Flaws that a wider column would mend, in thirds of the worst. */
#define FLAW_ORPHAN 3
#define FLAW_HOLE   2 /* times how bad it is */
#define FLAW_NAME   3 /* a name of a list that would have stood on a line */
#define FLAW_WORD   3 /* a word of a label, or a number cut from its unit */

static int flaw_of_break (const TzGap *gap)
{
  if (gap->penalty >= TZ_BREAK_HOLE)
    return FLAW_WORD;
  return gap->penalty >= TZ_BREAK_NAME ? FLAW_NAME : gap->penalty >= TZ_BREAK_SOFT ? FLAW_NAME / 2 : 0;
}

/* What is wrong with the line from START to END, in a narrow column. */
static int flaw_of (const TzBreaker *b, int start, int end, const TzLineSpec *spec)
{
  int shown = trimmed_end (b, start, end);
  if (end == b->n)
    return start > 0 && is_orphan (b, start, shown) ? FLAW_ORPHAN : 0;
  TzLen room = spec->width - (start == 0 ? spec->first_indent : spec->hang);
  if (!tz_is_narrow (spec->width, spec->em) || room <= 0)
    return 0;
  const Sums *sums = &g_array_index (b->sums, Sums, 0);
  TzLen spare = room - natural_width (b, start, shown);
  TzLen give =
      sums[shown - 1].stretch - sums[start].stretch + (sums[shown - 1].any - sums[start].any) * spec->em / 5;
  gboolean hole = spare > give || spec->align != TZ_ALIGN_JUSTIFY;
  return (hole ? FLAW_HOLE * tz_hole_of (room, spare) : 0) + flaw_of_break (&b->gaps[end - 1]);
}

int tz_breaker_count (const TzBreaker *b, const TzLineSpec *spec, int *flaws)
{
  int lines = 0;
  *flaws = 0;
  for (int start = 0; start < b->n;) {
    TzLen next = spec->width - spec->hang;
    int end = first_fit (b, start, lines == 0 ? spec->width - spec->first_indent : next, next);
    *flaws += flaw_of (b, start, end, spec);
    lines++;
    start = end;
  }
  return MAX (lines, 1);
}

int tz_breaker_count_exactly (TzBreaker *b, const TzBoxes *boxes, const TzLineSpec *spec, int *flaws)
{
  const GArray *lines = tz_breaker_run (b, boxes, spec);
  *flaws = 0;
  for (guint i = 0; i < lines->len && b->n > 0; i++) {
    int end = i + 1 < lines->len ? g_array_index (lines, TzBreak, i + 1).start : b->n;
    *flaws += flaw_of (b, g_array_index (lines, TzBreak, i).start, end, spec);
  }
  return (int)lines->len;
}
