/* What the files that read a letter share. */
#ifndef TZ_COMPOSE_LETTER_DATA_H
#define TZ_COMPOSE_LETTER_DATA_H

#include "compose/letter/letter.h"

/* A line of the text, trimmed; blank ones are left out. */
typedef struct {
  char *text;
  int line, column; /* of its first character */
} TzLetterLine;

typedef struct {
  const char *file; /* interned */
  const TzTemplate *form;
  TzDiag *diag;
  GPtrArray *lines; /* of TzLetterLine: those of one letter */
  guint next;       /* the first that nobody took */
  TzLetter *letter;
  gboolean has_signature; /* the key block names it */
  gboolean dated;         /* the date's line was taken */
} TzLetterReader;

TzLetter *tz_letter_new (void);
void tz_letter_free (TzLetter *letter);
TzLetterPart *tz_letter_add_part (TzLetter *letter, int line);

/* The lines of a text. NUMBERS (of int, NULL: as they stand) says for each which line of the source it comes
 * from. Of TzLetterLine; g_ptr_array_unref. */
GPtrArray *tz_letter_split_lines (const char *text, const GArray *numbers);

/* The line AHEAD lines behind the first that nobody took; NULL at the end. Lent. */
const TzLetterLine *tz_letter_peek (const TzLetterReader *reader, guint ahead);
TzPlace tz_letter_place (const TzLetterReader *reader, int line);

/* Takes the key block, if the lines begin with one. FALSE if it is wrong. */
gboolean tz_letter_read_keys (TzLetterReader *reader);
/* Takes what stands above the text: organs, number, title, addressees. */
void tz_letter_read_head (TzLetterReader *reader);
/* Takes the rest. */
void tz_letter_read_body (TzLetterReader *reader);

/* A title of office and a name. */
#define TZ_LETTER_STAMP "^(\\p{Han}{1,20})[ 　]+(\\p{Han}(?:[ 　·]?\\p{Han}){0,6})()$"

/* Whether TEXT matches PATTERN, a regular expression; its groups 1 … 3 go to
 * GROUPS (g_free; NULL: not wanted). */
gboolean tz_letter_match (const char *pattern, const char *text, char *groups[3]);

/* Whether two names are the same but for blanks and 《》; whether BOUND is called NAME. */
gboolean tz_letter_same_name (const char *a, const char *b);
gboolean tz_letter_is_named (const TzDoc *bound, const char *name);
/* 附件1, or 附件 of the only one. g_free. */
char *tz_letter_item_label (const TzLetterItem *item);
/* The label that a bound document has of its own, NULL if none. */
const char *tz_letter_bound_label (const TzDoc *bound);

#endif
