/* The stages by which an INI becomes a form; tz_form_resolve calls them in order. Each reads
 * its own sections and reports what is wrong there. */
#ifndef TZ_COMPOSE_FORM_RESOLVE_H
#define TZ_COMPOSE_FORM_RESOLVE_H

#include "compose/form/section.h"

/* Papers, margins, page number; needs the em of [text]. */
void tz_resolve_page (const TzResolve *r);
/* The frame and the parts of an official document; needs the page. */
void tz_resolve_letter (const TzResolve *r);
/* The columns with their headers; needs the parts and [table]. */
void tz_resolve_columns (const TzResolve *r);
/* The rows of totals; needs the columns. */
void tz_resolve_totals (const TzResolve *r);

#endif
