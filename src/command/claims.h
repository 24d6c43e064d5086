/* Which file names a run claims: none may be written twice, nor over a file that the run reads. */
#ifndef TZ_COMMAND_CLAIMS_H
#define TZ_COMMAND_CLAIMS_H

#include "command/job.h"

/* Looks through what the N INPUTS, with their BOOKS (NULL: not loaded), are going to write, before anything
 * is. Names are compared as Windows and macOS do, since that is where files are sent to. A name that is
 * claimed already is an error of the later input, in its outcome. */
void tz_claims_check (char **inputs, TzBook **books, int n, const TzJobOptions *options, TzOutcome **outcomes);

#endif
