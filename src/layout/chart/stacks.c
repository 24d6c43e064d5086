/* Where the labels of a calendar's days stand.
 *
 *   6月21日 3项                      Days near each other share a stack: each leader stands
 *   | 6月22日 1项                    left of its label, over the labels of the days behind
 *   | | 6月30日 12项   7月5日 1项    it, so no leader meets a label or another leader.
 *    \ \  |                 |
 *     | | |                 |
 *
 * Stacks are pushed apart along the strip; at its right end they are mirrored. */
#include "layout/chart/strip.h"

#define MOST_LEVELS 12
#define CHANNEL     (TZ_PT * 3)  /* from leader to leader in a stack, at least */
#define WIDE        (TZ_PT * 12) /* and at most, if there is room */
#define BESIDE      (TZ_PT * 3 / 2)
#define APART       (TZ_PT * 5)   /* stack from stack */
#define FAR         (TZ_PT * 48)  /* a leader that goes so far aside is long enough */
#define FARTHEST    (TZ_PT * 120) /* farther ones nobody can follow */

typedef struct {
  guint first, n; /* of the days */
  TzLen size;
  TzLen channel; /* from leader to leader, at most */
  gboolean mirrored;
} Stack;

/* From the first leader (mirrored: the last) to the one of day I, days closer than CHANNEL
 * drawn apart. */
static TzLen offset_of (const TzStrip *strip, const Stack *stack, guint i)
{
  TzLen offset = 0;
  guint from = stack->mirrored ? i : stack->first, to = stack->mirrored ? stack->first + stack->n - 1 : i;
  for (guint k = from; k < to; k++)
    offset += CLAMP (strip->dues[k + 1].x - strip->dues[k].x, CHANNEL, stack->channel);
  return offset;
}

static void measure_stack (const TzStrip *strip, Stack *stack)
{
  stack->size = 0;
  for (guint i = stack->first; i < stack->first + stack->n; i++) {
    TzLen beside = stack->n > 1 ? BESIDE : 0;
    TzLen end = offset_of (strip, stack, i) + beside + strip->dues[i].label.width;
    stack->size = MAX (stack->size, end);
  }
}

/* Where the stack would like to begin: its leaders as straight as they can be together. */
static TzLen wish_of (const TzStrip *strip, const Stack *stack)
{
  TzLen sum = 0;
  if (stack->n == 1)
    return strip->dues[stack->first].x - stack->size / 2;
  for (guint i = stack->first; i < stack->first + stack->n; i++) {
    TzLen offset = offset_of (strip, stack, i);
    sum += stack->mirrored ? strip->dues[i].x + offset - stack->size : strip->dues[i].x - offset;
  }
  return sum / (TzLen)stack->n;
}

/* Days whose labels would meet come into one stack, at most LEVELS high; then into several
 * of about one height. */
static GArray *make_stacks (const TzStrip *strip, guint levels, TzLen channel)
{
  GArray *stacks = g_array_new (FALSE, FALSE, sizeof (Stack));
  for (guint first = 0, end; first < strip->n; first = end) {
    TzLen right = strip->dues[first].x;
    for (end = first; end < strip->n && (end == first || strip->dues[end].x < right + APART); end++)
      right = MAX (right, strip->dues[end].x + BESIDE + strip->dues[end].label.width);
    guint n = (end - first + levels - 1) / levels;
    for (guint i = 0; i < n; i++) {
      guint from = first + (end - first) * i / n, to = first + (end - first) * (i + 1) / n;
      Stack stack = { .first = from, .n = to - from, .channel = channel };
      stack.mirrored =
          stack.n > 1 && strip->dues[to - 1].x + strip->dues[to - 1].label.width > strip->board->width;
      measure_stack (strip, &stack);
      g_array_append_val (stacks, stack);
    }
  }
  return stacks;
}

/* ---- placing ---- */

static void place_stack (TzStrip *strip, const Stack *stack, TzLen at)
{
  for (guint i = stack->first; i < stack->first + stack->n; i++) {
    TzDue *due = &strip->dues[i];
    TzLen offset = offset_of (strip, stack, i);
    due->centred = stack->n == 1;
    if (due->centred) {
      TzLen in = MIN (due->label.width / 2, BESIDE);
      due->label_x = at;
      due->channel = CLAMP (due->x, at + in, at + due->label.width - in);
      due->level = 0;
    } else if (stack->mirrored) {
      due->channel = at + stack->size - offset;
      due->label_x = due->channel - BESIDE - due->label.width;
      due->level = (int)(i - stack->first);
    } else {
      due->channel = at + offset;
      due->label_x = due->channel + BESIDE;
      due->level = (int)(stack->first + stack->n - 1 - i);
    }
  }
}

/* Returns how far the farthest leader goes aside, or -1 when the stacks have no room. */
static TzLen place_stacks (TzStrip *strip, guint levels, TzLen channel)
{
  GArray *stacks = make_stacks (strip, levels, channel);
  TzSpan *spans = g_new0 (TzSpan, stacks->len + 1);
  for (guint i = 0; i < stacks->len; i++) {
    const Stack *stack = &g_array_index (stacks, Stack, i);
    spans[i] = (TzSpan){ .want = wish_of (strip, stack), .size = stack->size };
  }
  TzLen far = tz_chart_spread (spans, stacks->len, APART, 0, strip->board->width) ? 0 : -1;
  for (guint i = 0; i < stacks->len; i++)
    place_stack (strip, &g_array_index (stacks, Stack, i), spans[i].at);
  for (guint i = 0; i < strip->n && far >= 0; i++)
    far = MAX (far, ABS (strip->dues[i].channel - strip->dues[i].x));
  g_free (spans);
  g_array_unref (stacks);
  return far;
}

/* As few levels as let no leader go far aside; else those with the straightest leaders. */
gboolean tz_strip_place_stacks (TzStrip *strip)
{
  static const TzLen channels[] = { WIDE, CHANNEL };
  guint best = 0;
  TzLen least = -1;
  for (guint try = 0; try < MOST_LEVELS * G_N_ELEMENTS (channels) && (least < 0 || least > FAR); try++) {
    TzLen far =
        place_stacks (strip, try / G_N_ELEMENTS (channels) + 1, channels[try % G_N_ELEMENTS (channels)]);
    if (far < 0 || (least >= 0 && far >= least))
      continue;
    best = try;
    least = far;
  }
  if (least < 0 || least > FARTHEST)
    return FALSE;
  strip->elbow = CLAMP (least / 6, TZ_PT * 6, TZ_PT * 12); /* the farther, the higher */
  place_stacks (strip, best / G_N_ELEMENTS (channels) + 1, channels[best % G_N_ELEMENTS (channels)]);
  for (guint i = 0; i < strip->n; i++)
    strip->n_levels = MAX (strip->n_levels, strip->dues[i].level + 1);
  return TRUE;
}
