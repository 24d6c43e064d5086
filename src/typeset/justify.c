#include "typeset/justify.h"

typedef struct {
  const TzBox *boxes;
  const TzGap *gaps;
  const TzBreak *line;
  gint32 *x; /* while sharing out: what gap k gets beyond its natural width */
} Line;

static int n_gaps (const Line *l)
{
  return l->line->end - l->line->start - 1;
}

static const TzGap *gap_at (const Line *l, int i)
{
  return &l->gaps[l->line->start + i];
}

/* What a gap can give way in STAGE of shrinking or of stretching; in the last stage
 * of stretching all gaps count alike. */
static TzLen capacity_of_gap (const TzGap *gap, int stage, gboolean shrink)
{
  if (shrink)
    return gap->shrink_class == stage ? gap->shrink : 0;
  if (stage == TZ_STRETCH_ANY)
    return gap->stretch_class != TZ_STRETCH_NEVER;
  return gap->stretch_class == stage ? gap->stretch : 0;
}

static TzLen capacity_of (const Line *l, int stage, gboolean shrink)
{
  TzLen total = 0;
  for (int i = 0; i < n_gaps (l); i++)
    total += capacity_of_gap (gap_at (l, i), stage, shrink);
  return total;
}

/* Gives every gap of a stage its share of AMOUNT, in proportion to its capacity,
 * exactly: running sums leave no remainder. */
static void share (Line *l, TzLen amount, TzLen total, int stage, gboolean shrink)
{
  TzLen seen = 0, given = 0;
  for (int i = 0; i < n_gaps (l); i++) {
    seen += capacity_of_gap (gap_at (l, i), stage, shrink);
    TzLen due = amount * seen / total;
    l->x[i] += (gint32)(shrink ? given - due : due - given);
    given = due;
  }
}

static void shrink_by (Line *l, TzLen need)
{
  for (int stage = 0; stage < TZ_N_SHRINKS && need > 0; stage++) {
    TzLen total = capacity_of (l, stage, TRUE);
    TzLen part = MIN (need, total);
    if (part > 0)
      share (l, part, total, stage, TRUE);
    need -= part;
  }
}

static void stretch_by (Line *l, TzLen spare)
{
  for (int stage = TZ_STRETCH_SPACE; stage < TZ_STRETCH_ANY && spare > 0; stage++) {
    TzLen total = capacity_of (l, stage, FALSE);
    TzLen part = MIN (spare, total);
    if (part > 0)
      share (l, part, total, stage, FALSE);
    spare -= part;
  }
  TzLen total = capacity_of (l, TZ_STRETCH_ANY, FALSE);
  if (spare > 0 && total > 0)
    share (l, spare, total, TZ_STRETCH_ANY, FALSE);
}

/* How much of SPARE the gaps take: all of it on an inner line of justified text,
 * none where that would pull a narrow column apart. */
static gboolean may_stretch (const Line *l, const TzLineSpec *spec, TzLen spare)
{
  if (spec->align == TZ_ALIGN_SPREAD)
    return n_gaps (l) > 0;
  if (spec->align != TZ_ALIGN_JUSTIFY || n_gaps (l) == 0)
    return FALSE;
  /* A last line that nearly fills the width looks like a mistake: it is stretched to fill it. */
  if (l->line->last)
    return spare < spec->em * 5 / 4 && spare * 20 <= spec->em * n_gaps (l);
  TzLen easy = capacity_of (l, TZ_STRETCH_SPACE, FALSE) + capacity_of (l, TZ_STRETCH_LATIN, FALSE);
  TzLen any = capacity_of (l, TZ_STRETCH_ANY, FALSE);
  return tz_may_loosen (spec, tz_looseness (spare, easy, (int)any, spec->em));
}

static TzLen offset_of (const TzLineSpec *spec, TzLen room, TzLen width)
{
  TzLen spare = MAX (room - width, 0);
  switch (spec->align) {
  case TZ_ALIGN_CENTER:
    return spare / 2;
  case TZ_ALIGN_RIGHT:
    return spare;
  default:
    return 0;
  }
}

/* Turns the extras in X into positions. */
static TzLen place (Line *l, TzLen from)
{
  TzLen x = from;
  int n = l->line->end - l->line->start;
  TzLen extra = n > 1 ? l->x[0] : 0;
  for (int i = 0; i < n; i++) {
    TzLen next = i + 1 < n - 1 ? l->x[i + 1] : 0;
    const TzBox *box = &l->boxes[l->line->start + i];
    if (i == 0)
      x -= box->blank_left;
    l->x[i] = (gint32)x;
    x += box->advance;
    if (i + 1 < n)
      x += gap_at (l, i)->natural + extra;
    else
      x -= box->blank_right;
    extra = next;
  }
  return x;
}

TzLen tz_justify (const TzBoxes *boxes, const TzBreak *line, gboolean first, const TzLineSpec *spec, gint32 *x)
{
  Line l = { .boxes = &g_array_index (boxes->boxes, TzBox, 0),
             .gaps = &g_array_index (boxes->gaps, TzGap, 0),
             .line = line,
             .x = x };
  int n = line->end - line->start;
  if (n == 0)
    return 0;
  for (int i = 0; i < n; i++)
    x[i] = 0;
  TzLen indent = first ? spec->first_indent : spec->hang;
  TzLen room = spec->width - indent;
  TzLen spare = room - line->natural;
  TzLen width = line->natural;
  if (spare < 0) {
    shrink_by (&l, -spare);
    width = room;
  } else if (spare > 0 && may_stretch (&l, spec, spare)) {
    stretch_by (&l, spare);
    width = room;
  }
  return place (&l, indent + offset_of (spec, room, width));
}
