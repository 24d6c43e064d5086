/* Labels of a calendar's days on straight leaders: over the end of its leader, or beside
 * it like a flag, on one of a few levels, so that no label meets a label or a leader.
 * Found day by day from the left, keeping the best beginnings (a beam search). */
#include "layout/chart/strip.h"

#include <string.h>

#define MOST_DAYS   48
#define MOST_LEVELS 6
#define BEAM        24
#define BESIDE      (TZ_PT * 3 / 2) /* from a leader to its own label */
#define CLEAR       (TZ_PT * 3 / 2) /* to another's */
#define APART       (TZ_PT * 5)     /* label from label */

/* Costs: a level for one day; a level for the whole; a flag. */
enum { LEVEL = 4, HEIGHT = 10, FLAG = 1 };

typedef enum { OVER, RIGHT, LEFT, N_SIDES } Side;

typedef struct {
  int cost, top; /* the highest level in use */
  guint8 level[MOST_DAYS];
  TzLen x[MOST_DAYS];
} Beginning;

static TzLen label_at (const TzDue *due, Side side)
{
  switch (side) {
  case RIGHT:
    return due->x + BESIDE;
  case LEFT:
    return due->x - BESIDE - due->label.width;
  default:
    return due->x - due->label.width / 2;
  }
}

static gboolean passes (TzLen leader, TzLen x, TzLen width)
{
  return leader > x - CLEAR && leader < x + width + CLEAR;
}

/* Whether day N can have its label at X on LEVEL. */
static gboolean is_free (const TzStrip *strip, const Beginning *b, guint n, TzLen x, int level)
{
  TzLen width = strip->dues[n].label.width;
  if (x < 0 || x + width > strip->board->width)
    return FALSE;
  for (guint i = 0; i < n; i++) {
    TzLen other = b->x[i], other_width = strip->dues[i].label.width;
    if (b->level[i] == level && x < other + other_width + APART && other < x + width + APART)
      return FALSE;
    if (b->level[i] < level && passes (strip->dues[n].x, other, other_width))
      return FALSE;
    if (b->level[i] >= level && passes (strip->dues[i].x, x, width))
      return FALSE;
    if (b->level[i] == level && passes (strip->dues[n].x, other, other_width))
      return FALSE;
  }
  return TRUE;
}

/* Keeps the BEAM best of N, in order; equals stay as found. */
static guint keep (Beginning *all, guint n, const Beginning *next)
{
  guint at = n;
  while (at > 0 && all[at - 1].cost > next->cost)
    at--;
  if (at >= BEAM)
    return n;
  guint moved = MIN (n, BEAM - 1) - at;
  memmove (&all[at + 1], &all[at], moved * sizeof *all);
  all[at] = *next;
  return MIN (n + 1, BEAM);
}

static guint go_on (const TzStrip *strip, const Beginning *from, guint day, Beginning *to, guint n)
{
  for (int level = 0; level < MOST_LEVELS; level++)
    for (Side side = OVER; side < N_SIDES; side++) {
      TzLen x = label_at (&strip->dues[day], side);
      if (!is_free (strip, from, day, x, level))
        continue;
      Beginning next = *from;
      next.level[day] = (guint8)level;
      next.x[day] = x;
      next.cost += level * LEVEL + (side != OVER ? FLAG : 0) + MAX (level - from->top, 0) * HEIGHT;
      next.top = MAX (level, from->top);
      n = keep (to, n, &next);
    }
  return n;
}

static void take (TzStrip *strip, const Beginning *whole)
{
  for (guint i = 0; i < strip->n; i++) {
    TzDue *due = &strip->dues[i];
    due->level = whole->level[i];
    due->label_x = whole->x[i];
    due->channel = due->x;
    due->centred = whole->x[i] == label_at (due, OVER);
  }
  strip->n_levels = whole->top + 1;
}

gboolean tz_strip_place_flags (TzStrip *strip)
{
  if (strip->n > MOST_DAYS)
    return FALSE;
  Beginning *from = g_new0 (Beginning, BEAM), *to = g_new0 (Beginning, BEAM);
  guint n = 1;
  for (guint day = 0; day < strip->n && n > 0; day++) {
    guint n_next = 0;
    for (guint i = 0; i < n; i++)
      n_next = go_on (strip, &from[i], day, to, n_next);
    Beginning *swap = from;
    from = to;
    to = swap;
    n = n_next;
  }
  if (n > 0)
    take (strip, &from[0]);
  g_free (from);
  g_free (to);
  return n > 0;
}
