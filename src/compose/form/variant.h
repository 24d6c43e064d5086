/* [variant NAME]: what a form has besides for data that have, or lack, certain columns. */
#ifndef TZ_COMPOSE_FORM_VARIANT_H
#define TZ_COMPOSE_FORM_VARIANT_H

#include "compose/form/form.h"

/* Reports conditions and keys of FORM's variants that mean nothing. */
void tz_variants_check (const TzTemplate *form, TzDiag *diag);

/* What the first variant sets that holds for data with these TITLES, as an INI of its own
 * to be laid over FORM's; NULL if none holds. tz_ini_free. */
TzIni *tz_variant_choose (const TzTemplate *form, const char *const *titles, int n_titles);

#endif
