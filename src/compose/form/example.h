/* Invented rows for a form, to try it with. */
#ifndef TZ_COMPOSE_FORM_EXAMPLE_H
#define TZ_COMPOSE_FORM_EXAMPLE_H

#include "compose/form/form.h"

/* The place that invented ledgers are about: for {region}. */
#define TZ_EXAMPLE_REGION "示例县"

/* A CSV in UTF-8 with a title for each column that FORM asks of its data: what is filled in later, computed, or
 * in use in a variant of the form alone is left out. The rows follow from what its columns mean and how they
 * merge. FORM must have columns of its own. g_free. */
char *tz_form_example (const TzTemplate *form);

#endif
