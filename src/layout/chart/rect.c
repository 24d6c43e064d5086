#include "layout/chart/rect.h"

gboolean tz_rect_overlaps (const TzRect *a, const TzRect *b)
{
  return a->x0 < b->x1 && b->x0 < a->x1 && a->y0 < b->y1 && b->y0 < a->y1;
}

/* Narrows the part [*IN, *OUT] of a line, both from 0 to 1, to where START + t * RUN lies
 * between LOW and HIGH. */
static gboolean clip (double start, double run, double low, double high, double *in, double *out)
{
  if (run == 0)
    return start > low && start < high;
  double a = (low - start) / run, b = (high - start) / run;
  *in = MAX (*in, MIN (a, b));
  *out = MIN (*out, MAX (a, b));
  return *in < *out;
}

gboolean tz_rect_is_crossed (const TzRect *box, const TzStretch *line)
{
  double in = 0, out = 1;
  return clip ((double)line->from.x, (double)(line->to.x - line->from.x), (double)box->x0, (double)box->x1, &in,
               &out) &&
         clip ((double)line->from.y, (double)(line->to.y - line->from.y), (double)box->y0, (double)box->y1, &in,
               &out);
}
