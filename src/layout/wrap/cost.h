/* What it costs to break a title between two of its characters. */
#ifndef TZ_LAYOUT_WRAP_COST_H
#define TZ_LAYOUT_WRAP_COST_H

#include "layout/wrap/text.h"

/* Hundredths of a point of merit; shapes (layout/wrap/shape.h) are counted in the same, so that a
 * break between words may be weighed against an outline. */
enum {
  TZ_TITLE_GOOD = 0,    /* where a reader pauses: after a mark or a blank, before 关于, 印发, 转发, 《 */
  TZ_TITLE_FAIR = 300,  /* between two words */
  TZ_TITLE_POOR = 1400, /* beside one known word: the neighbour may be cut */
  TZ_TITLE_BAD = 6000,  /* among characters that no list knows */
  TZ_TITLE_NAME = 20000,     /* inside a name of a unit or region */
  TZ_TITLE_BRACKET = 250000, /* more inside quotes or brackets that a line could hold whole */
  TZ_TITLE_INSIDE = 400000,  /* inside a word: only where no other way is left */
  TZ_TITLE_NEVER = 1000000
};

/* COSTS[i] of a break before character i, for 1 ≤ i < n; what is TZ_TITLE_NEVER or more is not
 * allowed. Words come from the text's measure, names from its style. */
void tz_title_costs (TzTitleText *text, int *costs);

#endif
