/* Units of measure and of count as words: what stands right behind a number and belongs to it. The words come
 * from a file (templates/words/counters.ini), so that an office can have its own. */
#ifndef TZ_TYPESET_COUNTERS_H
#define TZ_TYPESET_COUNTERS_H

#include <glib.h>

typedef enum {
  TZ_COUNTER_NONE,     /* none, though it may begin like one: 成立 */
  TZ_COUNTER_UNIT,     /* 个, 工作日, kV */
  TZ_COUNTER_MULTIPLE, /* 万: between the digits and the unit */
  TZ_COUNTER_ABOUT     /* 余: there, too, or between two units */
} TzCounter;

typedef struct TzCounters TzCounters;

TzCounters *tz_counters_new (void);
void tz_counters_free (TzCounters *counters); /* NULL is allowed */

enum { TZ_COUNTER_LONGEST = 12 }; /* characters of a word */

/* WORD, of LENGTH bytes and at most so many characters, is KIND from now on, whatever it was before. */
void tz_counters_add (TzCounters *counters, const char *word, gsize length, TzCounter kind);

/* What the longest word is with which the N characters of TEXT begin, and its length; TZ_COUNTER_NONE and 0 if
 * none does. A word of Latin letters does not end within a longer run of them. COUNTERS may be NULL: no word is
 * known. */
TzCounter tz_counters_find (const TzCounters *counters, const gunichar *text, int n, int *length);

#endif
