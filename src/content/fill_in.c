#include "content/fill_in.h"

gboolean tz_fill_in_equal (const TzFillIn *a, const TzFillIn *b)
{
  return a->kind == b->kind && a->choices == b->choices && a->prompt == b->prompt;
}
