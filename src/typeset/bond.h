/* What belongs to a number and is not parted from it: its unit, its sign, the groups of its digits. */
#ifndef TZ_TYPESET_BOND_H
#define TZ_TYPESET_BOND_H

#include "typeset/box.h"

/* Sets the bond of every gap of BOXES, whose gaps have none yet. COUNTERS may be NULL: then no unit is known.
 */
void tz_bonds_find (TzBoxes *boxes);

#endif
