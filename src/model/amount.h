/* Numbers as cells of office tables write them: 3, 3*, 17(22*), 3-5个工作日, 67%, --. */
#ifndef TZ_MODEL_AMOUNT_H
#define TZ_MODEL_AMOUNT_H

#include "base/ratio.h"

typedef enum {
  TZ_AMOUNT_NOTHING, /* an empty cell, a dash of any length, 无 */
  TZ_AMOUNT_NUMBER,
  TZ_AMOUNT_OTHER /* words */
} TzAmountKind;

/* A number, or all from LOW to HIGH. */
typedef struct {
  TzAmountKind kind;
  TzRatio low, high;
} TzAmount;

/* A star marks what holds in some cases only: then the cell says one thing without (PLAIN) and another
 * with these cases (FULL). "6": 6 and 6; "3*": nothing and 3; "17(22*)": 17 and 22. */
typedef struct {
  TzAmount plain, full;
  gboolean starred, bracketed;
  gboolean percent; /* 67%: PLAIN and FULL are 0.67 */
  int digits;       /* behind the point, as written */
  char unit[24];    /* as written, 个工作日; "": none */
} TzCellAmount;

/* Blanks, full-width forms and thousands commas are understood. A remark in brackets without digits is left
 * out. */
void tz_amount_parse (const char *text, TzCellAmount *amount);

/* 工作日 and 个工作日 are one unit. */
gboolean tz_amount_unit_equal (const char *a, const char *b);

/* AMOUNT, a number, with DIGITS (-1: what it takes, at most two), as a percentage or not. g_free. */
char *tz_amount_to_string (const TzAmount *amount, int digits, gboolean percent);

#endif
