/* What a section of a template says, laid on the struct that it is about. */
#ifndef TZ_COMPOSE_FORM_SECTION_H
#define TZ_COMPOSE_FORM_SECTION_H

#include "compose/form/form.h"
#include "compose/form/setting.h"

/* What the stages that make a form from its INI work on. All is lent. */
typedef struct {
  TzTemplate *form;
  const char *const *titles; /* of the data's columns, or NULL while there are no data */
  int n_titles;
  TzDiag *diag;
} TzResolve;

/* "[column task]". g_free. */
char *tz_section_to_string (const TzIniSection *section);

/* NULL if SECTION is NULL or has no KEY. */
const TzIniKey *tz_section_lookup (const TzIniSection *section, const char *key);

/* The finding unknown-key for KEY of SECTION, with the nearest of KNOWN (NULL-ended). */
void tz_section_report_unknown (const TzIniSection *section, const TzIniKey *key, const char *const *known,
                                TzDiag *diag);

/* Lays on TARGET those keys of SECTION (may be NULL) that SETTINGS knows: the ones marked
 * FIRST, or all others. EM is what "2em" means. A bad value is a finding and changes nothing. */
void tz_resolve_keys (const TzResolve *r, const TzIniSection *section, const TzSetting *settings,
                      gboolean first, TzLen em, gpointer target);

/* Reports the keys of SECTION (may be NULL) that none of LISTS (NULL-ended) knows. */
void tz_resolve_check (const TzResolve *r, const TzIniSection *section, const TzSetting *const *lists);

/* Both for the section [KIND], whose keys are all in SETTINGS; its em is that of [text]. */
void tz_resolve_plain (const TzResolve *r, const char *kind, const TzSetting *settings, gpointer target);

/* TEXT with its placeholders filled in; COLUMN, the title that stands for {column}, may be
 * NULL. Findings are at PLACE. g_free. */
char *tz_resolve_text (const TzResolve *r, const char *text, const char *column, const TzPlace *place);

/* The value of KEY split at MARK, each part with its placeholders filled in. g_strfreev. */
char **tz_resolve_list (const TzResolve *r, const TzIniKey *key, const char *mark, const char *column);

#endif
