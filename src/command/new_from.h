/* A book made from a table that an office has. */
#ifndef TZ_COMMAND_NEW_FROM_H
#define TZ_COMMAND_NEW_FROM_H

#include "command/command.h"

/* Makes the folder that WORDS name from the file that they name. It is tried before it appears. */
void tz_new_from (const TzWords *words, TzOutcome *outcome);

#endif
