/* An invented official document for a form, to try it with. */
#ifndef TZ_COMPOSE_LETTER_EXAMPLE_H
#define TZ_COMPOSE_LETTER_EXAMPLE_H

#include "compose/form/form.h"

/* A plain text with the parts that FORM, of official documents, has: a notice or letter; an order, which a
 * person signs; minutes, which name who was there. g_free. */
char *tz_letter_example (const TzTemplate *form);

#endif
