/* Template files: where they lie, and each with all that it is based on. */
#ifndef TZ_COMPOSE_FORM_FILES_H
#define TZ_COMPOSE_FORM_FILES_H

#include "read/files.h"

/* NULL-ended array of the names of all installed templates, sorted. g_strfreev. */
char **tz_template_names (void);

/* The template NAME (of the installed ones, or the path of an .ini file) laid over those that
 * its "based-on" names. NULL with a finding at PLACE (may be NULL): unknown-template,
 * template-loop, or what reading a file says, which FILES reads once. tz_ini_free. */
TzIni *tz_template_read (TzFiles *files, const char *name, const TzPlace *place, TzDiag *diag);

#endif
