#include "typeset/line_cost.h"

#define NARROW 12 /* em */

#define EVEN_LEAST 40 /* of shrinking at all, on a grid of characters */
#define EVEN_COST  160
#define EVEN_LINE  100 /* where a line holds so many characters, it is no gain to save one */

/* In thousandths of an em. The eye sees 0.05 em in a wide column; over 0.15 a line falls apart. Between the few
 * characters of a narrow one 0.2 is hardly seen. */
#define LOOSE        150
#define LOOSE_NARROW 220
#define LOOSE_WIDE   450 /* looser than this a line of a wide column is set flush left, too */

gboolean tz_is_narrow (TzLen width, TzLen em)
{
  return width < NARROW * em;
}

static gboolean is_narrow (const TzLineSpec *spec)
{
  return tz_is_narrow (spec->width, spec->em);
}

gint64 tz_cost_of_one (const TzLineSpec *spec)
{
  return spec->even == TZ_EVEN_YES ? EVEN_LINE : TZ_COST_LINE;
}

/* Half of what can go costs 10; on a grid of characters rather more than what half an em does to a line that is
 * stretched. */
gint64 tz_cost_of_shrink (TzLen need, TzLen give, const TzLineSpec *spec)
{
  gint64 part = need * 1000 / MAX (give, 1);
  return part * part * (spec->even ? 40 + EVEN_COST : 40) / 1000000 + (spec->even ? EVEN_LEAST : 0);
}

gint64 tz_looseness (TzLen spare, TzLen easy, int any, TzLen em)
{
  if (spare <= easy)
    return spare * 100 / MAX (easy, 1) / 10;
  return (spare - easy) * 1000 / (em * MAX (any, 1)) + 10;
}

gboolean tz_may_loosen (const TzLineSpec *spec, gint64 looseness)
{
  return looseness <= (is_narrow (spec) ? LOOSE_NARROW : LOOSE_WIDE);
}

static gint64 cost_of_stretch (const TzLineSpec *spec, gint64 s)
{
  if (is_narrow (spec))
    return s * s / 60;
  return s * s / 25 + MAX (s - LOOSE, 0) * 40;
}

/* The part of SPARE that is a hole: what a line of whole hanzi leaves over anyway is none. */
static TzLen depth_of (TzLen room, TzLen spare, TzLen em)
{
  return MAX (spare - room % em, 0);
}

/* Centred lines are best about equal. A hole costs the more the deeper it is, so that two shallow ones are
 * better than one: a tenth of the line almost nothing, a quarter as much as a name cut in two, two fifths as
 * much as a line more. */
gint64 tz_cost_of_ragged (const TzLineSpec *spec, TzLen room, TzLen spare)
{
  gint64 tenths = spare * 10 / spec->em;
  if (spec->align == TZ_ALIGN_CENTER)
    return 600 + tenths * tenths * 12 / 100;
  if (!is_narrow (spec))
    return spec->align == TZ_ALIGN_JUSTIFY ? 20000 + tenths * 200 : 600 + tenths * 3;
  TzLen depth = depth_of (room, spare, spec->em);
  gint64 part = depth * 1000 / room, deep = MAX (part - 150, 0);
  return 100 + depth * 60 / spec->em + deep * deep * 40000 / 1000000;
}

gint64 tz_cost_of_inner (const TzLineSpec *spec, TzLen room, TzLen spare, gint64 looseness)
{
  if (spec->align == TZ_ALIGN_JUSTIFY && tz_may_loosen (spec, looseness))
    return cost_of_stretch (spec, looseness);
  return tz_cost_of_ragged (spec, room, spare);
}

gboolean tz_is_too_loose (const TzLineSpec *spec, gint64 looseness)
{
  return spec->align == TZ_ALIGN_JUSTIFY && !is_narrow (spec) && looseness > 600;
}

int tz_hole_of (TzLen room, TzLen spare)
{
  TzLen part = spare * 1000 / room;
  return (part >= 235) + (part >= 385);
}
