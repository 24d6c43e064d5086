/* How the parts of a page look: sections such as [text], [title], [header]. */
#ifndef TZ_COMPOSE_FORM_STYLE_H
#define TZ_COMPOSE_FORM_STYLE_H

#include "compose/form/section.h"

/* What [text] has before the form says anything. */
extern const TzFormStyle tz_style_first;

/* Lays what SECTION (may be NULL) says on STYLE, which holds what it is to keep otherwise. */
void tz_resolve_style (const TzResolve *r, const TzIniSection *section, TzFormStyle *style);

/* All parts of a form of tables (TzTemplate.parts). */
void tz_resolve_parts (const TzResolve *r);

#endif
