/* "Did you mean": the nearest of a list of known words. */
#ifndef TZ_BASE_SUGGEST_H
#define TZ_BASE_SUGGEST_H

#include <glib.h>

/* The candidate nearest to WORD in single-character edits (insert, delete,
 * replace, swap), or NULL when none is near enough (a third of the longer
 * length, at least one). Ties go to the earlier candidate. The answer is lent:
 * it is one of CANDIDATES, which ends with NULL. */
const char *tz_suggest (const char *word, const char *const *candidates);

#endif
