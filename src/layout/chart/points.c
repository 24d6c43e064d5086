/* Where the points of a trend lie. */
#include "layout/chart/trend.h"

TzPagePoint tz_trend_point (const TzTrend *t, guint series, guint period)
{
  int value = tz_board_value (t->board, series, period);
  TzLen rise = t->most > 0 ? (TzLen)((double)value * (double)t->rise / (double)t->most) : 0;
  return (TzPagePoint){ t->first_x + (TzLen)period * t->pitch, t->base - rise };
}

gboolean tz_trend_is_known (const TzTrend *t, guint series, guint period)
{
  return tz_board_value (t->board, series, period) != TZ_CHART_UNKNOWN;
}

guint32 tz_trend_colour (const TzTrend *t, guint series)
{
  return tz_tone_line (tz_board_series (t->board, series)->tone);
}
