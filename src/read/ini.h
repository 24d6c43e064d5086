/* INI files into sections and keys with their places, through inih. */
#ifndef TZ_READ_INI_H
#define TZ_READ_INI_H

#include "base/diag.h"

typedef struct {
  const char *key;   /* as written, trimmed */
  const char *value; /* trimmed; any length; lines of a continued value are joined by LF */
  TzPlace place;     /* of the key; column of the key's first character */
  TzPlace value_place;
} TzIniKey;

/* "[column number]" has kind "column" and name "number"; "[book]" has name "". */
typedef struct {
  const char *kind;
  const char *name;
  TzPlace place;
  int n_keys;
  const TzIniKey *keys;
} TzIniSection;

typedef struct TzIni TzIni;

/* TEXT is UTF-8 with LF, SHOWN its file's name in findings. Values may have any
 * length. Key and value are separated by the first = or :. A line that begins
 * further right than its key continues the value above (joined by LF); blank and
 * comment lines between them do not count. Comments: a line whose first mark is ;
 * or #, and " ;" after a value if white space stands before it and white space or
 * the line's end behind it. Sections of the same kind and name are merged.
 * Findings: lines that are neither section, key nor comment, and full-width marks
 * typed for [ ] = ; # (ini-syntax, error), a key before any section
 * (ini-no-section, error), a key twice in one section (ini-duplicate, warning, the
 * later one counts), a continuation that looks like a key (ini-indent, warning).
 * NULL on error. */
TzIni *tz_ini_parse (const char *text, gsize length, const char *shown, TzDiag *diag);
TzIni *tz_ini_load (const char *path, const char *shown, TzDiag *diag);
void tz_ini_free (TzIni *ini);

const char *tz_ini_file (const TzIni *ini);
int tz_ini_n_sections (const TzIni *ini);
const TzIniSection *tz_ini_section (const TzIni *ini, int i);
/* NULL if absent. NAME "" for a section without a name. */
const TzIniSection *tz_ini_lookup_section (const TzIni *ini, const char *kind, const char *name);
/* NULL if absent. */
const TzIniKey *tz_ini_lookup (const TzIni *ini, const char *kind, const char *name, const char *key);

/* Sets or adds one key, as -s SECTION.KEY=VALUE does ("column task.width=30mm",
 * "book.title=…"): SECTION is everything before the last dot ahead of "=". Its
 * place then names "-s SECTION.KEY" as the file. FALSE if SPEC has no such form. */
gboolean tz_ini_set (TzIni *ini, const char *spec);
/* An INI without sections, to be filled by tz_ini_set or tz_ini_put. */
TzIni *tz_ini_new (const char *shown);
void tz_ini_put (TzIni *ini, const char *kind, const char *name, const char *key, const char *value);
/* A copy of its own. tz_ini_free. */
TzIni *tz_ini_copy (const TzIni *ini);
/* Lays the keys of OVER on top of BASE: its keys win, with their own places. */
void tz_ini_overlay (TzIni *base, const TzIni *over);

#endif
