#include "layout/chart/strip.h"

TzLen tz_strip_x (const TzStrip *strip, guint32 day)
{
  gint64 days = (gint64)strip->last - strip->first + 1;
  return (TzLen)((double)strip->board->width * (double)((gint64)day - strip->first) / (double)days);
}
