/* INI files for people to go on with: remarks, and the keys of a section one below the other. */
#ifndef TZ_READ_INI_WRITE_H
#define TZ_READ_INI_WRITE_H

#include "read/ini.h"

/* Each line of REMARK behind a "; ". */
void tz_ini_write_remark (GString *out, const char *remark);
/* SECTION with its keys. Values come back as they are when the file is read; what cannot be written,
 * tz_ini_can_hold says. */
void tz_ini_write_section (GString *out, const TzIniSection *section);
/* A key that is not set: "; KEY = VALUE", lines of VALUE one below the other. */
void tz_ini_write_hint (GString *out, const char *key, const char *value);

/* Whether VALUE, as the value of a key, comes back as it is: not one with blanks at its ends or with what
 * would begin a remark. */
gboolean tz_ini_can_hold (const char *value);

#endif
