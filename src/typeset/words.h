/* Where words end in hanzi, which are written without blanks between words. */
#ifndef TZ_TYPESET_WORDS_H
#define TZ_TYPESET_WORDS_H

#include "base/name_set.h"

/* What lies between two characters. */
typedef enum {
  TZ_WORD_MEETS,  /* one known word ends and another begins */
  TZ_WORD_ENDS,   /* a known word ends or begins; what is on the other side is not known */
  TZ_WORD_UNSURE, /* nothing is known on either side */
  TZ_WORD_INSIDE  /* both belong to one word */
} TzWordEdge;

/* EDGES[i] for each of the N characters of TEXT: what lies before character i, taking the longest
 * word at each place from the left. Before the first character nothing is known. Knows the words of
 * titles and of names of organs, from a list, and NAMES (NULL: none), which begin and end as words do and
 * hold words themselves. OF_NAME[i]: with which character the name begins that character i belongs to; -1: it
 * belongs to none. */
void tz_words_find (const gunichar *text, int n, const TzNameSet *names, TzWordEdge *edges, int *of_name);

#endif
