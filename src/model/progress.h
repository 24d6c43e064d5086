/* What was reported about the tasks of a ledger, period by period. */
#ifndef TZ_MODEL_PROGRESS_H
#define TZ_MODEL_PROGRESS_H

#include "model/alias.h"
#include "model/ledger.h"
#include "model/period.h"

typedef enum {
  TZ_STATUS_NOT_STARTED, /* 未启动 */
  TZ_STATUS_ONGOING,     /* 推进中 */
  TZ_STATUS_DONE,        /* 已完成 */
  TZ_STATUS_CLOSED,      /* 已销号 */
  TZ_STATUS_LATE,        /* 逾期 */
  TZ_N_STATUSES
} TzStatus;

/* ASCII key ("not-started") and the word that is printed ("未启动"). */
const char *tz_status_key (TzStatus status);
const char *tz_status_word (TzStatus status);
/* From the word, the key or a synonym (办结, 进行中 …). FALSE if it is none. */
gboolean tz_status_parse (const char *text, TzStatus *status);
/* Done or closed. */
gboolean tz_status_is_final (TzStatus status);

enum { TZ_PERCENT_FULL = 10000 }; /* percentages are kept in hundredths of a percent */

typedef struct {
  TzPeriod period;
  int task;   /* index in the ledger */
  int row;    /* of the task's rows, from 0; -1: the task as a whole */
  int region; /* index in the progress, -1: none named */
  gboolean has_status;
  TzStatus status;                    /* as reported, else from the percentage */
  int percent;                        /* 0 … TZ_PERCENT_FULL; -1: not reported */
  const char *done, *problems, *next; /* "" where empty */
  TzPlace place;
} TzProgressRecord;

typedef struct TzProgress TzProgress;

/* LEDGER must outlive it. */
TzProgress *tz_progress_new (const TzLedger *ledger);
void tz_progress_free (TzProgress *progress);

/* Before anything is added: REGIONS says how regions are written. It must outlive PROGRESS. */
void tz_progress_set_regions (TzProgress *progress, const TzAliases *regions);

/* Before anything is added: reports on periods that end before FIRST are errors, on later ones than LAST
 * warnings. Either may be NULL. */
void tz_progress_set_range (TzProgress *progress, const GDate *first, const TzPeriod *last);

const TzLedger *tz_progress_ledger (const TzProgress *progress);

/* In the order of files and lines. */
int tz_progress_n_records (const TzProgress *progress);
const TzProgressRecord *tz_progress_record (const TzProgress *progress, int i);

/* All periods, ascending (tz_period_compare). */
int tz_progress_n_periods (const TzProgress *progress);
const TzPeriod *tz_progress_period (const TzProgress *progress, int i);

/* All regions: those that tz_progress_set_regions lists, in its order and whether or not they have
 * reported, then the others in the order of their first mention. */
int tz_progress_n_regions (const TzProgress *progress);
const char *tz_progress_region (const TzProgress *progress, int i);

/* The warning region-similar for each region that is probably another one, misspelt (东江 and 东江市,
 * 示例省东江市 and 东江市, a character left out or two swapped), at its first mention; and, with a list
 * of regions, for one that is not in it and near to one that is. */
void tz_progress_check_regions (const TzProgress *progress, TzDiag *diag);

/* The task that TEXT names: "二-5", "二－5", "二、5", "二-5-2" for a row of it, an id of the id
 * column, or a number alone where only one task has it. FALSE if none; ROW is -1 for the task as a whole. */
gboolean tz_progress_find_task (const TzProgress *progress, const char *text, int *task, int *row);

/* The last record of TASK's ROW in REGION (-1: none) for just PERIOD, or NULL. */
const TzProgressRecord *tz_progress_lookup (const TzProgress *progress, const TzPeriod *period, int task,
                                            int row, int region);

#endif
