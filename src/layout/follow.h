/* Tables of one file, each laid out by itself, one after the other. */
#ifndef TZ_LAYOUT_FOLLOW_H
#define TZ_LAYOUT_FOLLOW_H

#include "layout/layout.h"
#include "layout/measure.h"

/* Moves the pages of all that follows LAYOUT behind its own and puts numbers on them, counted through. Where
 * there are several tables each has an entry in the outline: its title, or else the name of its worksheet. */
void tz_follow_join (TzLayout *layout, const TzMeasure *measure);

#endif
