/* {region}, {period}, {title}: what a form leaves to the book. */
#ifndef TZ_COMPOSE_FORM_PLACEHOLDER_H
#define TZ_COMPOSE_FORM_PLACEHOLDER_H

#include "read/ini.h"

/* TEXT with its placeholders filled in from [book] and [values] of INI, and its
 * escapes undone: \n is a new line, \ before any other mark is that mark, {{ is {.
 * COLUMN stands for {column}; NULL: not allowed here. With PAGES the words {page}
 * and {pages} are left as they are. An unknown name is an error at PLACE, so is a text
 * of more than 64 KiB; a known name without a value is a warning. g_free. */
char *tz_placeholder_expand (const TzIni *ini, const char *text, const char *column, gboolean pages,
                             const TzPlace *place, TzDiag *diag);

/* TEXT written so that expanding gives it back. g_free. */
char *tz_placeholder_escape (const char *text);

#endif
