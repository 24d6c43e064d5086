/* Findings about files that came with the program. */
#ifndef TZ_COMMAND_OWN_H
#define TZ_COMMAND_OWN_H

#include "base/diag.h"

/* What FINDING, about INPUT, is to say when it stands in a file that came with the program:
 * not that its reader should mend that file, but what of hers leads there. PLACE and the
 * message (g_free) are for a finding in FINDING's stead; NULL: FINDING is right as it is. */
char *tz_own_message (const TzFinding *finding, const char *input, TzPlace *place);

#endif
