/* One section [column …] of a template. */
#ifndef TZ_COMPOSE_FORM_COLUMN_H
#define TZ_COMPOSE_FORM_COLUMN_H

#include "compose/form/section.h"

/* Fills COLUMN and SCHEMA, both still zero, from SECTION; all but the header. */
void tz_resolve_column (const TzResolve *r, const TzIniSection *section, TzFormColumn *column,
                        TzSchemaColumn *schema);

/* The header of the form's column C. TITLE, the index of its title in the data or -1, is
 * what {column} stands for there. */
void tz_resolve_header (const TzResolve *r, int c, int title);

#endif
