#include "layout/wrap/shape.h"

/* All steps go the same way, and each is one that can be seen. UP: 1 lines get longer, -1 shorter. */
static gboolean is_trapezoid (const TzLen *lengths, int n, TzLen em, int up)
{
  for (int i = 1; i < n; i++)
    if (up * (lengths[i] - lengths[i - 1]) < em * 9 / 10)
      return FALSE;
  return TRUE;
}

/* Three lines or more that first do not get shorter, then do not get longer. */
static gboolean is_diamond (const TzLen *lengths, int n)
{
  gboolean down = FALSE;
  for (int i = 1; i < n; i++) {
    if (down && lengths[i] > lengths[i - 1])
      return FALSE;
    down |= lengths[i] < lengths[i - 1];
  }
  return n >= 3;
}

/* A line between two longer ones. */
static gboolean is_hourglass (const TzLen *lengths, int n)
{
  for (int i = 1; i < n - 1; i++)
    if (lengths[i] < lengths[i - 1] && lengths[i] < lengths[i + 1])
      return TRUE;
  return FALSE;
}

/* How much longer the longest line is than the shortest. */
static TzLen spread_of (const TzLen *lengths, int n, TzLen *widest)
{
  TzLen narrowest = lengths[0];
  *widest = lengths[0];
  for (int i = 1; i < n; i++) {
    *widest = MAX (*widest, lengths[i]);
    narrowest = MIN (narrowest, lengths[i]);
  }
  return *widest - narrowest;
}

int tz_shape_cost (const TzLen *lengths, int n, TzLen em)
{
  TzLen widest, spread = spread_of (lengths, n, &widest), narrowest = widest - spread;
  int cost = (int)(spread * TZ_SHAPE_EM / em);
  if (is_hourglass (lengths, n))
    cost += TZ_SHAPE_HOURGLASS;
  if (!is_trapezoid (lengths, n, em, 1) && !is_trapezoid (lengths, n, em, -1) && !is_diamond (lengths, n))
    cost += TZ_SHAPE_NONE;
  if (n > 1 && spread < em * 9 / 10)
    cost += TZ_SHAPE_RECTANGLE;
  if (narrowest * 5 < widest * 2)
    cost += TZ_SHAPE_REST + (int)(TZ_SHAPE_REST_MORE * (widest * 2 - narrowest * 5) / (widest * 2));
  return cost;
}
