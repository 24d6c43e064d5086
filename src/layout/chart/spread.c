#include "layout/chart/board.h"

/* Spans that push each other, moved as one. */
typedef struct {
  TzLen sum; /* of the members' wishes for the block's beginning */
  guint first, n;
} Block;

static TzLen begin_of (const Block *block)
{
  return block->sum / (TzLen)block->n;
}

/* With the spans' lengths taken out, "in order and apart" is "not falling", and the
 * nearest such row of numbers is found by pooling neighbours that fall (isotonic
 * regression); the limits then only clip it. */
gboolean tz_chart_spread (TzSpan *spans, guint n, TzLen gap, TzLen low, TzLen high)
{
  Block *blocks = g_new (Block, n + 1);
  guint n_blocks = 0;
  TzLen before = 0;
  for (guint i = 0; i < n; i++) {
    blocks[n_blocks++] = (Block){ .sum = spans[i].want - before, .first = i, .n = 1 };
    before += spans[i].size + gap;
    while (n_blocks > 1 && begin_of (&blocks[n_blocks - 2]) > begin_of (&blocks[n_blocks - 1])) {
      n_blocks--;
      blocks[n_blocks - 1].sum += blocks[n_blocks].sum;
      blocks[n_blocks - 1].n += blocks[n_blocks].n;
    }
  }
  TzLen last = high - (before - gap); /* the latest beginning of them all */
  before = 0;
  for (guint b = 0; b < n_blocks; b++)
    for (guint i = blocks[b].first; i < blocks[b].first + blocks[b].n; i++) {
      spans[i].at = MAX (MIN (begin_of (&blocks[b]), last), low) + before;
      before += spans[i].size + gap;
    }
  g_free (blocks);
  return n == 0 || last >= low;
}
