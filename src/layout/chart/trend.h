/* A trend being drawn: its geometry, for its lines and for the numbers at them. */
#ifndef TZ_LAYOUT_CHART_TREND_H
#define TZ_LAYOUT_CHART_TREND_H

#include "layout/chart/board.h"
#include "layout/chart/rect.h"

#define TZ_TREND_GAP (TZ_PT * 12)    /* from the axis' end to the marks of the lines' names */
#define TZ_MARKER    (TZ_PT * 9 / 4) /* half of a point's mark */

typedef struct {
  TzBoard *board;
  guint n, n_series;
  TzLen left, right;     /* of the axis */
  TzLen top, base, rise; /* where numbers may stand from; the axis; height of the highest value */
  int most;              /* that value */
  TzLen inset;           /* of the first and the last point from the ends of the axis */
  TzLen first_x, pitch;  /* of the periods */
  gboolean split_years;  /* their years stand apart */
  TzLen name_room;       /* for a period's name */
  guint name_step;       /* every so manieth period is named, the last always */
  guint value_step;      /* has its numbers */
  TzLen widest_value;
  TzLabel *ends; /* names of the lines, at their ends */
  TzLen ends_width, ends_height;
  GArray *lines; /* TzStretch: what numbers should not stand on */
} TzTrend;

TzPagePoint tz_trend_point (const TzTrend *t, guint series, guint period);
gboolean tz_trend_is_known (const TzTrend *t, guint series, guint period);
guint32 tz_trend_colour (const TzTrend *t, guint series);

/* Needs the axis' ends and the widest value; sets what concerns the periods, and moves
 * the ends of the axis together when there are few. */
void tz_trend_space_periods (TzTrend *t);
void tz_trend_put_periods (TzTrend *t);

/* A line's mark. */
void tz_trend_mark (TzTrend *t, guint series, TzPagePoint middle);
void tz_trend_set_ends (TzTrend *t);
void tz_trend_put_ends (TzTrend *t);

/* A number at every point, apart from all others. */
void tz_trend_put_values (TzTrend *t);

#endif
