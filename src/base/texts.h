/* Texts that several hold together: what was read from a file is lent from there to
 * the ledger and on to the grid instead of being copied from room to room. */
#ifndef TZ_BASE_TEXTS_H
#define TZ_BASE_TEXTS_H

#include <glib.h>

typedef struct TzTexts TzTexts;

TzTexts *tz_texts_new (void);
TzTexts *tz_texts_ref (TzTexts *texts);
/* The last reference takes all texts with it. NULL is allowed. */
void tz_texts_unref (TzTexts *texts);

/* A copy of TEXT. */
const char *tz_texts_keep (TzTexts *texts, const char *text);

/* The same for many texts of which some are alike: each is kept once. N bytes of room
 * are lent by _begin; _end takes the first N of them as a text. */
char *tz_texts_begin (TzTexts *texts, gsize n);
const char *tz_texts_end (TzTexts *texts, gsize n);
/* No more texts like that will come: forgets which there are. */
void tz_texts_settle (TzTexts *texts);

#endif
