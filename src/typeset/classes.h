/* What kind of character it is, for widths and breaks: clreq's classes. */
#ifndef TZ_TYPESET_CLASSES_H
#define TZ_TYPESET_CLASSES_H

#include "base/text.h"

typedef enum {
  TZ_CLASS_HAN,        /* hanzi, kana, hangul, circled numbers: one em, break on both sides */
  TZ_CLASS_OPEN,       /* （ “ 《: blank left half */
  TZ_CLASS_CLOSE,      /* ） ” 》: blank right half */
  TZ_CLASS_COMMA,      /* ， 、 ； ：: blank right half */
  TZ_CLASS_STOP,       /* 。 ？ ！: blank right half, shrinks last */
  TZ_CLASS_INTERPUNCT, /* · */
  TZ_CLASS_DASH,       /* —— ……: never apart */
  TZ_CLASS_CONNECT,    /* ～ – and a lone — */
  TZ_CLASS_SOLIDUS,    /* ／ */
  TZ_CLASS_SUFFIX,     /* ％ ℃ ‰: cling to the number before */
  TZ_CLASS_DIGIT,
  TZ_CLASS_LETTER,     /* Latin, Greek, Cyrillic */
  TZ_CLASS_WESTERN,    /* other ASCII: part of the run it stands in */
  TZ_CLASS_SPACE,      /* U+0020, NBSP and thin spaces */
  TZ_CLASS_WIDE_SPACE, /* U+3000 */
  TZ_CLASS_COMPLEX,    /* scripts that need real shaping; combining marks */
  TZ_N_CLASSES
} TzCharClass;

TzCharClass tz_char_class (gunichar c);

/* Full-width marks, whose blank half may go. */
gboolean tz_class_is_mark (TzCharClass class);
/* Blanks, which vanish at a line's end: SPACE, WIDE_SPACE. */
gboolean tz_class_is_blank (TzCharClass class);
/* Runs of these are set without breaks: DIGIT, LETTER, WESTERN. */
gboolean tz_class_is_western (TzCharClass class);

/* A character that a line must not begin, or end, with at LEVEL (clreq 6.1.1);
 * LEVEL is not AUTO. ASCII marks count as their full-width sisters. */
gboolean tz_forbidden_at_start (gunichar c, TzCharClass class, TzProhibit level);
gboolean tz_forbidden_at_end (gunichar c, TzCharClass class, TzProhibit level);

/* The level for lines of EMS characters: narrow columns need a looser one. */
TzProhibit tz_prohibit_for (int ems);

#endif
