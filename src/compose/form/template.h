/* A form: everything about a table that the data do not say. Read from
 * templates/NAME.ini, overlaid by the book and by -s. */
#ifndef TZ_COMPOSE_FORM_TEMPLATE_H
#define TZ_COMPOSE_FORM_TEMPLATE_H

#include "content/block.h"
#include "model/schema.h"
#include "read/files.h"

typedef struct TzTemplate TzTemplate;

/* The template NAME (or the path of an .ini file), with the keys of OVER (may be NULL) laid over its own.
 * NULL if it cannot be read: finding unknown-template, with a suggestion, at PLACE (may be NULL), or
 * template-loop. Unknown sections, unknown keys and bad values are findings, and are passed over.
 * tz_template_free. */
TzTemplate *tz_template_load (const char *name, const TzIni *over, const TzPlace *place, TzDiag *diag);
/* The same, its files lent by FILES, which must outlive the template: what many forms are based on is read
 * once. */
TzTemplate *tz_template_load_from (TzFiles *files, const char *name, const TzIni *over, const TzPlace *place,
                                   TzDiag *diag);
void tz_template_free (TzTemplate *form); /* NULL is allowed */

/* Its name without folder and ".ini". Lent, as all below. */
const char *tz_template_name (const TzTemplate *form);
/* What it is for, one line, in the language of the locale where it has both. */
const char *tz_template_summary (const TzTemplate *form);
const TzSchema *tz_template_schema (const TzTemplate *form);
/* A description for "taizhang templates NAME": columns, fields, paper. g_free. */
char *tz_template_describe (const TzTemplate *form);

#endif
