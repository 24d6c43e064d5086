/* The list of words that sheet_words.c looks for. */
#ifndef TZ_MODEL_SHEET_WORD_LIST_H
#define TZ_MODEL_SHEET_WORD_LIST_H

#include <glib.h>

typedef enum { TZ_WORD_BEGINS, TZ_WORD_ENDS, TZ_WORD_WHOLE, TZ_WORD_HOLDS } TzWordPlace;

typedef struct {
  const char *word;  /* folded */
  TzWordPlace place; /* where in a text; every word that may stand anywhere has a colon */
  guint bits;        /* what the text is then */
} TzWordEntry;

extern const TzWordEntry tz_word_list[];
extern const guint tz_word_list_length;

#endif
