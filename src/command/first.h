/* The first word of the command line, where it is no command. */
#ifndef TZ_COMMAND_FIRST_H
#define TZ_COMMAND_FIRST_H

#include "command/command.h"

/* Whether WORD is an input, so that "build" was left out: "-", a file that is there (#SHEET may stand behind
 * it), or a name that ends as inputs do, there or not. */
gboolean tz_first_is_input (const char *word);

/* Tells that WORD is neither a command nor a file, and what it may have been meant for. */
void tz_first_report_unknown (const char *word, TzOutcome *outcome);

#endif
