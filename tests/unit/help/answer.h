/* The figures of a small ledger after some reports, for tests. */
#ifndef TEST_ANSWER_H
#define TEST_ANSWER_H

#include "help/desk.h"
#include "model/stats.h"

typedef struct {
  Desk *desk;
  TzAliases *units; /* 省电力公司 is called 国网示例公司 */
  TzStats *stats;
} Answer;

/* ROWS as for desk_new, REPORTS a CSV of progress, which may have no finding. AS_OF may be NULL. */
Answer ask (const char *rows, const char *reports, const char *period, const char *as_of);
void answer_clear (Answer *answer);

#endif
