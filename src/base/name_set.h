/* Names that a document uses, of its units and regions. To whatever breaks its lines they are words. */
#ifndef TZ_BASE_NAME_SET_H
#define TZ_BASE_NAME_SET_H

#include <glib.h>

typedef struct TzNameSet TzNameSet;

TzNameSet *tz_name_set_new (void);
/* A further reference, for what is lent NAMES and keeps them. NULL is allowed in both. */
void tz_name_set_ref (const TzNameSet *names);
void tz_name_set_unref (const TzNameSet *names);

enum { TZ_NAME_SET_LEAST = 2, TZ_NAME_SET_MOST = 20 }; /* characters of a name */

/* Takes up a copy of NAME (UTF-8), unless it is shorter or longer than names are. In which order names
 * come, and how often one comes, makes no difference. */
void tz_name_set_add (TzNameSet *names, const char *name);

/* How many of the N characters of TEXT are the longest name that it begins with; 0: none. */
int tz_name_set_longest (const TzNameSet *names, const gunichar *text, int n);

#endif
