/* What the files that read a letter share. */
#ifndef TZ_COMPOSE_LETTER_DATA_H
#define TZ_COMPOSE_LETTER_DATA_H

#include "compose/letter/letter.h"

/* Words of which it is known who wrote them: three strings of one length, so that what is found in one of them
 * can be cut out of the others. */
typedef struct {
  char *text; /* as it will be printed */
  char *own; /* as far as the author wrote it: a stand-in for each character that was inserted, which matches no
                mark. All that makes structure by its marks is read here: numbers of headings, 附件：, 抄送：,
                keys,
                === */
  char *named; /* the same, but with the values of the book: the author may put a name, a number or a day of the
                  book where the document has its organ, its number, its date */
} TzLetterWords;

/* Bytes FROM … TO. tz_letter_words_clear. */
TzLetterWords tz_letter_words_slice (const TzLetterWords *words, gsize from, gsize to);
void tz_letter_words_clear (TzLetterWords *words);

/* Whether TEXT matches PATTERN, a regular expression; its groups 1 … 3 go to GROUPS (g_free; NULL: not wanted).
 */
gboolean tz_letter_match (const char *pattern, const char *text, char *groups[3]);
/* The same for WORDS, AS_READ one of their strings: groups 1 and 2 (tz_letter_words_clear, also of no match if
 * they were empty before). */
gboolean tz_letter_find (const char *pattern, const TzLetterWords *words, const char *as_read,
                         TzLetterWords groups[2]);
/* Adds to PARTS (of char *) what stands between the places of WORDS that match PATTERN; empty parts are left
 * out. */
void tz_letter_split (const char *pattern, const TzLetterWords *words, GPtrArray *parts);
/* Whether OWN, as in TzLetterWords, ends with something inserted. */
gboolean tz_letter_ends_inserted (const char *own);

/* A line of the text, trimmed; blank ones are left out. */
typedef struct {
  TzLetterWords words;
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

/* The lines of a text. Of TzLetterLine; g_ptr_array_unref. */
GPtrArray *tz_letter_split_lines (const TzFilledText *filled);

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

/* Whether two names are the same but for blanks and 《》; whether BOUND is called NAME. */
gboolean tz_letter_same_name (const char *a, const char *b);
gboolean tz_letter_is_named (const TzDoc *bound, const char *name);
/* 附件1, or 附件 of the only one. g_free. */
char *tz_letter_item_label (const TzLetterItem *item);
/* The label of a bound document that the text may put another for, NULL if none. */
const char *tz_letter_bound_label (const TzDoc *bound);

#endif
