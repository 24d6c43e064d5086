/* A small ledger and its progress on one desk, for tests of progress and figures. */
#ifndef TEST_DESK_H
#define TEST_DESK_H

#include "model/progress_load.h"

typedef struct {
  TzDiag *diag;
  TzRecords *csv;
  TzLedger *ledger;
  TzProgress *progress;
} Desk;

/* A ledger with the columns 序号,任务,责任单位,完成时间 (number, name, owner, deadline; 序号 and
 * 任务 merged); no finding may come up. */
Desk *desk_new (const char *ledger);
/* The same with a column id ahead. */
Desk *desk_new_with_ids (const char *ledger);
void desk_free (Desk *desk);

/* Adds progress from TEXT, called NAME in findings. PERIOD may be NULL. */
void desk_add (Desk *desk, const char *name, const char *period, const char *text);

#endif
