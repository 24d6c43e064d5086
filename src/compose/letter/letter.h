/* An official document (公文) as plain text, and what each of its lines is.
 *
 * The files of this room, in the order of the work:
 *
 *   filled, fill                         a text with values of the book in it
 *   letter, lines, level                 what a letter holds; lines and their numbering
 *   keys, head, body; read on top        lines become letters: key block, what stands above the text, the rest
 *   bound, check                         attachments are found; what is wrong
 *   pieces, top, end, exhibit;
 *   compose on top                       letters become pieces of an official document */
#ifndef TZ_COMPOSE_LETTER_LETTER_H
#define TZ_COMPOSE_LETTER_LETTER_H

#include "compose/form/form.h"
#include "compose/letter/filled.h"

/* A line that is only {table NAME} or {chart NAME} asks for that exhibit. */
typedef enum { TZ_EXHIBIT_NONE, TZ_EXHIBIT_TABLE, TZ_EXHIBIT_CHART } TzExhibitKind;

/* Where the exhibits that a text asks for come from. A name of the lists that gives
 * NULL could not be made, and a finding says why; of any other name the caller makes
 * a finding. */
typedef struct {
  gpointer self;
  TzTable *(*table) (gpointer self, const char *name); /* the caller's; NULL: there is none */
  TzChart *(*chart) (gpointer self, const char *name);
  const char *const *tables, *const *charts; /* the names there are, NULL-ended; NULL: none */
  const char *missing; /* where there are none: what the user must add, a sentence; NULL: nothing to say */
} TzExhibitSource;

/* A paragraph of the text. */
typedef struct {
  char *text;
  char *own, *named; /* as long as TEXT: what of it the author wrote, and what the author and the book did; see
                        TzLetterWords */
  TzExhibitKind exhibit; /* TEXT is its name; OWN and NAMED are NULL */
  int line;              /* of the file */
  int column;            /* of the name; 0: a paragraph */
  int level;             /* of official numbering, 1 … 4: 一、 （一） 1. （1）; 0: none */
  int number;            /* in its level; 0: none */
  gsize heading;         /* bytes of the heading it begins with; 0: none, its length: wholly */
} TzLetterPara;

/* An attachment that the text names: 附件：1.… */
typedef struct {
  int number; /* 0: the only one */
  char *name;
  int line;
  const struct TzLetterPart *part; /* lent: the part of the text that is meant; or */
  gboolean nested;                 /* a letter further behind; or */
  TzDoc *bound;                    /* lent: a document bound behind the text */
} TzLetterItem;

/* A text with a title of its own: the document itself, what it issues, an attachment. */
typedef struct TzLetterPart {
  char *label; /* 附件1; NULL: none */
  int number;  /* of the label; 0: none */
  char *title; /* lines broken by hand are separated by LF; NULL: none */
  char *subtitle;
  int line, title_line;
  GPtrArray *paras; /* of TzLetterPara */
  GPtrArray *items; /* of TzLetterItem */
} TzLetterPart;

typedef struct {
  TzPlace place; /* of its first line */
  char *form;    /* the key form of its key block; NULL: the document's own */
  char *label;   /* 附件1: what it is of the letter that it is nested in; NULL: nothing */
  char *copy_number, *secrecy, *urgency;
  GPtrArray *organs; /* of char *: as in the mark, without 文件 */
  gboolean suffix;   /* 文件 behind them */
  char *number;      /* 示发〔2021〕8号 */
  int number_line;
  gboolean untitled;      /* its form needs no title */
  GPtrArray *signatories; /* of char *; only upward documents have any */
  char *addressees;
  GPtrArray *parts;     /* of TzLetterPart; the first is the document itself */
  GPtrArray *signature; /* of char * */
  GPtrArray *stamps;    /* of char *: 市长, or 市长 某某某; signature stamps in place of SIGNATURE */
  char *date;
  int date_line;
  int seal;           /* 1, 0; -1: as the form says */
  GPtrArray *remarks; /* of char *: 附注 */
  char *disclosure, *main_to, *copy_to, *printer, *print_date;
} TzLetter;

/* TEXT with {region}, {period} … filled in from [book] and [values] of INI; lines for exhibits stay. SHOWN is
 * the text's name in findings, those of what has no value. tz_filled_text_free. */
TzFilledText *tz_letter_fill (const char *text, const char *shown, const TzIni *ini, TzDiag *diag);

/* Takes a text apart: one letter, or several where a line === or a key block begins another. SHOWN is its name
 * in findings, which name lines of the source. NULL with findings when a key block is wrong or there is no
 * text. Of TzLetter; g_ptr_array_unref. */
GPtrArray *tz_letters_read (const TzFilledText *text, const char *shown, const TzTemplate *form, TzDiag *diag);

/* The keys of a key block, NULL-ended. */
const char *const *tz_letter_keys (void);
gboolean tz_letter_is_key (const char *name);

/* Finds what each of the lines 附件：… means. ATTACHED (of TzDoc, NULL: none) are the
 * documents bound behind the text: taken by name, the rest in order. */
void tz_letters_match (const GPtrArray *letters, const GPtrArray *attached);
/* Gives the bound documents that have no label the one that the text has for them, and
 * sets label and title where 7.3.7 wants them, on a grid of lines of PITCH. */
void tz_letters_label (const GPtrArray *letters, const GPtrArray *attached, const TzTextStyle *style, TzLen em,
                       TzLen pitch);

/* What is wrong with the letters, their attachments found: numbers, dates,
 * attachments, headings. */
void tz_letters_check (const GPtrArray *letters, TzDiag *diag);

/* The level and number of official numbering that TEXT begins with; 0 if none. *BODY
 * is what follows the number. */
int tz_letter_level (const char *text, int *number, const char **body);

/* The letters with their form become a document. FILES as in tz_ledger_document;
 * SOURCE has the tables and charts that the text asks for, NULL: there are none;
 * ATTACHED (of TzDoc) is taken, may be NULL. */
TzDoc *tz_letter_document (const TzTemplate *form, const GPtrArray *letters, const char *name,
                           const char *const *files, const TzExhibitSource *source, GPtrArray *take_attached,
                           TzDiag *diag);

#endif
