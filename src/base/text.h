/* How a text is to be set: the words in which content asks and typeset answers.
 * Both rooms know only base, so these words live here. */
#ifndef TZ_BASE_TEXT_H
#define TZ_BASE_TEXT_H

#include "base/len.h"
#include "base/name_set.h"

/* Type roles of official documents (GB/T 9704-2012 names styles, never vendors). */
typedef enum {
  TZ_ROLE_FANGSONG,     /* 仿宋: body text */
  TZ_ROLE_KAITI,        /* 楷体: second-level headings */
  TZ_ROLE_SONG,         /* 宋体: tables, page numbers */
  TZ_ROLE_HEI,          /* 黑体: first-level headings, table heads */
  TZ_ROLE_XIAOBIAOSONG, /* 小标宋: titles */
  TZ_ROLE_WESTERN,      /* Latin letters and digits inside the others */
  TZ_N_ROLES
} TzRole;

/* ASCII key ("fangsong") and Chinese name ("仿宋"). */
const char *tz_role_key (TzRole role);
const char *tz_role_name (TzRole role);
/* From either; FALSE when TEXT is neither. */
gboolean tz_role_parse (const char *text, TzRole *role);

typedef enum {
  TZ_ALIGN_JUSTIFY, /* flush both sides, last line left */
  TZ_ALIGN_LEFT,
  TZ_ALIGN_CENTER,
  TZ_ALIGN_RIGHT,
  TZ_ALIGN_DECIMAL, /* on the decimal point of the column */
  TZ_ALIGN_SPREAD   /* 均排: short names pulled to equal width */
} TzAlign;

typedef enum { TZ_VALIGN_TOP, TZ_VALIGN_MIDDLE, TZ_VALIGN_BOTTOM } TzVAlign;

/* Line-start and line-end prohibition (clreq 6.1.1). AUTO goes by line width. */
typedef enum {
  TZ_PROHIBIT_AUTO,
  TZ_PROHIBIT_NONE,
  TZ_PROHIBIT_BASIC,
  TZ_PROHIBIT_GB,
  TZ_PROHIBIT_STRICT
} TzProhibit;

/* Whether a text keeps to so many characters a line: marks are then squeezed where they
 * must be, and not to take one more. SAVING: or where a paragraph has a line less by it. */
typedef enum { TZ_EVEN_NO, TZ_EVEN_YES, TZ_EVEN_SAVING } TzEven;

/* How lines are chosen. TITLE and LABEL, for short texts: few lines, broken between words, unless the text
 * has an LF: then its author broke it. */
typedef enum {
  TZ_WRAP_TEXT,  /* full lines, as in a paragraph */
  TZ_WRAP_TITLE, /* in a pleasing outline: GB/T 9704-2012, 7.3.1 */
  TZ_WRAP_LABEL  /* about equally long: heads of columns, labels of rows */
} TzWrap;

typedef struct {
  TzRole role;
  TzLen size;  /* the em */
  TzLen pitch; /* from baseline to baseline */
  gboolean bold;
  guint32 colour; /* 0xRRGGBB */
  TzAlign align;
  TzProhibit prohibit;
  TzLen first_indent; /* of each paragraph's first line */
  gboolean hang;      /* lines after "1." or （1） stand under the text, not the number */
  TzLen shrink_floor; /* smallest size to shrink to so that the text fits one line; 0: never */
  TzEven even;
  TzWrap wrap;
  const TzNameSet *names; /* which are words; lent by what holds the text; NULL: none */
} TzTextStyle;

/* Field by field: padding bytes of the struct are not defined. Names are the same list, not an equal one. */
gboolean tz_text_style_equal (const TzTextStyle *a, const TzTextStyle *b);

/* A part of a text with its own weight, colour or role; START and END in bytes. */
typedef struct {
  guint32 start, end;
  gboolean bold;
  guint32 colour;
  gboolean has_role; /* FALSE: the role of the text's style */
  TzRole role;
} TzTextRun;

#endif
