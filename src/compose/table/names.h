/* The names that a ledger's document knows: lines are not broken within them where they fit. */
#ifndef TZ_COMPOSE_TABLE_NAMES_H
#define TZ_COMPOSE_TABLE_NAMES_H

#include "base/name_set.h"
#include "model/alias.h"
#include "model/ledger.h"

/* All units that LEDGER names in its columns of units, as they are written there, and the spellings that the
 * book lists: UNITS and REGIONS, which may be NULL. tz_name_set_unref. */
TzNameSet *tz_ledger_names (const TzLedger *ledger, const TzAliases *units, const TzAliases *regions);

#endif
