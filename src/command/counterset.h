/* The units of measure and count: ours, then the user's, then a book's on top. */
#ifndef TZ_COMMAND_COUNTERSET_H
#define TZ_COMMAND_COUNTERSET_H

#include "base/diag.h"
#include "typeset/counters.h"

/* Reads counters.ini of the data folder and of $XDG_CONFIG_HOME/taizhang, and lays the SECTIONS of a book (of
 * const TzIniSection *, may be NULL) over both. NULL with findings where a file is missing or cannot be
 * understood. tz_counters_free. */
TzCounters *tz_counterset_load (const GPtrArray *sections, TzDiag *diag);

#endif
