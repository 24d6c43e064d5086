/* Documents that follow each other: the tables of one file. */
#ifndef TZ_LAYOUT_FOLLOW_H
#define TZ_LAYOUT_FOLLOW_H

#include "layout/layout.h"
#include "layout/measure.h"

/* Moves the pages of all that follows LAYOUT behind its own and puts numbers on them, counted through. */
void tz_follow_join (TzLayout *layout, const TzMeasure *measure);

#endif
