/* The forms that came with the program, asked whether a table is one of theirs. */
#ifndef TZ_COMPOSE_FORM_KNOWN_H
#define TZ_COMPOSE_FORM_KNOWN_H

#include "compose/form/template.h"

typedef struct TzKnownForms TzKnownForms;

/* All forms of tables with columns of their own; what is wrong with a form is a finding. tz_known_forms_free.
 */
TzKnownForms *tz_known_forms_load (TzDiag *diag);
void tz_known_forms_free (TzKnownForms *forms);

/* The column that TITLE names in any of them, first of all in the one that all ledgers share; NULL: none does.
 * Lent. */
const TzSchemaColumn *tz_known_forms_column (const TzKnownForms *forms, const char *title);

typedef struct {
  const char *name;  /* of the form, lent; NULL: no form has any of the columns */
  int n_found;       /* columns of the table that it has */
  gboolean complete; /* it has all of them, and finds all that it must have */
} TzFormFit;

/* The form that has most of the columns with these TITLES; of several the one that has fewest others. */
TzFormFit tz_known_forms_nearest (const TzKnownForms *forms, const char *const *titles, int n_titles);

#endif
