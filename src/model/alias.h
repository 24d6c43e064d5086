/* Names with many spellings, as a book lists them: units, regions. */
#ifndef TZ_MODEL_ALIAS_H
#define TZ_MODEL_ALIAS_H

#include "base/diag.h"

typedef struct TzAliases TzAliases;

/* SECTION is the book's section that lists them ("units"), for messages. */
TzAliases *tz_aliases_new (const char *section);
void tz_aliases_free (TzAliases *aliases);

/* One line of the section: KEY = ALIAS; ALIAS … . The name is shown as KEY, or, where that is a
 * short ASCII word, as the first alias. An alias of two names is the finding alias-twice (error). */
void tz_aliases_add (TzAliases *aliases, const char *key, const char *list, const TzPlace *place, TzDiag *diag);

/* The name that stands for WRITTEN, one of its spellings; WRITTEN itself if no line lists it. Lent. ALIASES
 * may be NULL. */
const char *tz_aliases_name (const TzAliases *aliases, const char *written);
/* Whether some line lists WRITTEN. */
gboolean tz_aliases_knows (const TzAliases *aliases, const char *written);

/* The names as they are shown, in the order of their lines, NULL-ended; and all that can be written,
 * NULL-ended. Lent until the next line is added. */
const char *const *tz_aliases_names (const TzAliases *aliases);
const char *const *tz_aliases_spellings (const TzAliases *aliases);

#endif
