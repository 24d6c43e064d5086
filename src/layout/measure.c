#include "layout/measure.h"

static TzLen measure_widths (gpointer self, const char *text, const TzTextStyle *style, GArray *wide)
{
  return tz_typeset_widths (self, text, style, wide);
}

static const TzLines *measure_set (gpointer self, const char *text, const TzTextStyle *style, TzLen width)
{
  return tz_typeset (self, text, NULL, 0, style, width);
}

TzMeasure tz_measure_typeset (TzTypesetter *setter)
{
  return (TzMeasure){ .self = setter, .widths = measure_widths, .set = measure_set };
}
