/* --dump=sheet: what is what in the inputs, before anything is made of them. */
#ifndef TZ_COMMAND_SHEETS_H
#define TZ_COMMAND_SHEETS_H

#include "command/command.h"

/* What --dump takes: the sheet, which is known before any book is loaded, and the products of the layout.
 * NULL-ended. */
const char *const *tz_command_dump_names (void);

/* When DUMP is "sheet", adds the classes of all records of INPUTS to the outcome's text and returns FALSE:
 * nothing is left to do. TRUE for any other dump, and for NULL. */
gboolean tz_command_dump_sheets (const char *dump, char **inputs, TzOutcome *outcome);

#endif
