/* A text that was filled in. What was inserted stays known as such: whoever reads the structure of a text (its
 * lines, numbering, headings, attachments, signature, date) reads it from what the author wrote, never from
 * what a cell happens to hold. */
#ifndef TZ_COMPOSE_LETTER_FILLED_H
#define TZ_COMPOSE_LETTER_FILLED_H

#include <glib.h>

/* Who wrote a stretch of the text. */
typedef enum {
  TZ_FROM_AUTHOR, /* the text itself, and numbers that the program counted for it */
  TZ_FROM_BOOK,   /* a value of [book] or [values]: may be a name, a number or a day that the text asks for */
  TZ_FROM_DATA    /* a cell of the ledger, words that were reported: text and nothing else */
} TzFrom;

/* Bytes START … END of a text that were inserted. */
typedef struct {
  gsize start, end;
  TzFrom from; /* never AUTHOR */
} TzInserted;

typedef struct {
  GString *text;    /* UTF-8; a line ends at each LF that the author wrote */
  GArray *inserted; /* of TzInserted, ascending; all else is the author's */
  GArray *lines;    /* of int: for each of the lines, the line of the source that it comes from; empty: as they
                       stand */
} TzFilledText;

/* An empty text. tz_filled_text_free. */
TzFilledText *tz_filled_text_new (void);
void tz_filled_text_free (TzFilledText *filled);

/* Adds MORE to the end. */
void tz_filled_text_add (TzFilledText *filled, const char *more, TzFrom from);
/* Takes back what stands behind the first LENGTH bytes; LINES stay. */
void tz_filled_text_truncate (TzFilledText *filled, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TzFilledText, tz_filled_text_free)

#endif
