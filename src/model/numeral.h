/* Numbers as ledgers write them: 一、 （三） 12. and full-width digits. */
#ifndef TZ_MODEL_NUMERAL_H
#define TZ_MODEL_NUMERAL_H

#include <glib.h>

/* A whole text that is one number, bracketed or followed by a mark or not: "3",
 * "３.", "（三）", "十二、", "第2". -1 when it is none or over 99,999. */
int tz_numeral_parse (const char *text);

/* The number that TEXT begins with as an item of official numbering: "二、工作任务"
 * gives 2, "（一）…" 1, "第三部分 …" 3, "2.…" 2. *IS_HAN says in which digits. -1 if none. */
int tz_numeral_leading (const char *text, gboolean *is_han);

/* Reads the number, in digits of either width or in hanzi, that stands at *P and moves *P behind it;
 * -1 if none stands there (*P stays), 100,000 if it is larger than 99,999. */
int tz_numeral_read (const char **p);

/* 1 … 99,999 as 一, 十二, 一百零五. g_free. */
char *tz_numeral_to_han (int number);

#endif
