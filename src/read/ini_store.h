/* What an INI file holds, for the reader that fills it. */
#ifndef TZ_READ_INI_STORE_H
#define TZ_READ_INI_STORE_H

#include "read/ini.h"

typedef struct TzIniStored TzIniStored;

/* The section, made if it is not there yet; PLACE is then its own. Lent. */
TzIniStored *tz_ini_store_section (TzIni *ini, const char *kind, const char *name, TzPlace place);

/* The key of that name in SECTION, or NULL. */
const TzIniKey *tz_ini_store_lookup (const TzIniStored *section, const char *key);

/* Adds KEY or replaces it; its strings are copied. */
void tz_ini_store_key (TzIni *ini, TzIniStored *section, const TzIniKey *key);

/* "column number" → kind "column", name "number"; both to be freed. FALSE (and
 * nothing to free) if TITLE is blank. */
gboolean tz_ini_split_title (const char *title, gsize length, char **kind, char **name);

#endif
