/* A calendar being drawn: a strip of days with a mark at each day on which tasks are due.
 *
 *       6月30日 3项                 label, on one of several levels
 *      |
 *       \                          elbow: leaders go aside where labels are crowded
 *        |                          channel: where the leader stands upright
 *       #                           stick: a mark, as high as its number of tasks
 *   +---------+---------+---------+
 *   |   6月   |   7月   |   8月   |  months, with the days gone by shaded
 *   +---------+---------+---------+ */
#ifndef TZ_LAYOUT_CHART_STRIP_H
#define TZ_LAYOUT_CHART_STRIP_H

#include "layout/chart/board.h"

/* A day with its tasks. */
typedef struct {
  guint32 day;
  gint64 n[TZ_N_TONES]; /* of tasks */
  gint64 all;
  TzTone tone;   /* of the first, for a day without any */
  TzLen x;       /* its middle */
  TzLen stick;   /* height of its mark */
  TzLabel label; /* "6月30日 3项" */
  TzLen channel; /* where its leader stands upright */
  TzLen label_x;
  int level;        /* of its label, from below */
  gboolean centred; /* over its leader, not beside it */
} TzDue;

typedef struct {
  TzBoard *board;
  guint32 first, last; /* days shown */
  TzDue *dues;
  guint n;
  TzLen elbow;  /* height in which leaders go aside */
  int n_levels; /* of labels; 0: they do not fit and stand in a list */
} TzStrip;

/* Where DAY begins, from the left edge of the chart. */
TzLen tz_strip_x (const TzStrip *strip, guint32 day);

/* Two ways to place the labels of the days; FALSE if it finds none. Flags stand better, but are only found
 * for few days. */
gboolean tz_strip_place_flags (TzStrip *strip);
gboolean tz_strip_place_stacks (TzStrip *strip);

/* Months and years under the marks, the time gone by shaded. Moves board->y. */
void tz_strip_draw_months (TzStrip *strip);

#endif
