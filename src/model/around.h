/* What stands around a table in the file that it came from: above its head and below its last row. */
#ifndef TZ_MODEL_AROUND_H
#define TZ_MODEL_AROUND_H

#include "base/diag.h"

/* A line of texts side by side: 填报单位：… at the left, 填报日期：… at the right. */
typedef struct {
  char **texts; /* those that are not empty, from left to right, NULL-ended */
  TzPlace place;
} TzAroundLine;

/* Texts are the file's own words; NULL where it has none. */
typedef struct {
  char *label;    /* 附件2 */
  char *title;    /* its lines separated by LF */
  char *subtitle; /* （2021年度） */
  char *unit;     /* 单位：万元 */
  TzPlace label_place, title_place, unit_place;
  GPtrArray *lines; /* of TzAroundLine: entries and dates under the title, in order */
  GPtrArray *lead;  /* of TzAroundLine: sentences between title and head */
  GPtrArray *notes; /* of TzAroundLine: 注：… and what is numbered under it */
  GPtrArray *sign;  /* of TzAroundLine: 填表人：… 审核人：… */
  char *
      *column_numbers; /* 甲 乙 1 2 under the head, one for each column, "" where a cell is empty; NULL: none */
} TzAround;

/* Nothing stands around. */
TzAround *tz_around_new (void);
void tz_around_free (TzAround *around); /* NULL is allowed */

/* Adds a line to one of the lists. TEXTS (NULL-ended) are copied; empty ones are left out, a line without any
 * is not added. */
void tz_around_add (GPtrArray *lines, const char *const *texts, const TzPlace *place);

#endif
