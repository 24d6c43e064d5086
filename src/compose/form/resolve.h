/* What the files that resolve an INI into a form share. */
#ifndef TZ_COMPOSE_FORM_RESOLVE_H
#define TZ_COMPOSE_FORM_RESOLVE_H

#include "compose/form/form.h"
#include "compose/form/setting.h"

typedef struct {
  TzTemplate *form;
  const char *const *titles; /* of the data, or NULL */
  int n_titles;
  TzDiag *diag;
} TzResolve;

/* NULL if SECTION is NULL or has no KEY. */
const TzIniKey *tz_section_lookup (const TzIniSection *section, const char *key);

/* Applies those keys of SECTION (may be NULL) that SETTINGS knows: the ones marked
 * FIRST, or all others. */
void tz_resolve_keys (const TzResolve *r, const TzIniSection *section, const TzSetting *settings,
                      gboolean first, TzLen em, gpointer target);
/* Reports the keys of SECTION (may be NULL) that none of LISTS (NULL-ended) knows. */
void tz_resolve_check (const TzResolve *r, const TzIniSection *section, const TzSetting *const *lists);
/* Lays what SECTION (may be NULL) says on STYLE. */
void tz_resolve_style (const TzResolve *r, const TzIniSection *section, TzFormStyle *style);

/* The frame and the parts of an official document. */
void tz_resolve_letter (const TzResolve *r);
/* The columns with their headers, and the totals, of the form. */
void tz_resolve_columns (const TzResolve *r);
void tz_resolve_totals (const TzResolve *r);

#endif
