/* Statistics of a ledger at the end of a period: what state each task is in, how many are
 * in which, by section, unit, region and period, what changed, what is late or due.
 * What the words mean is written down once, in tz_stats_definition. */
#ifndef TZ_MODEL_STATS_H
#define TZ_MODEL_STATS_H

#include "model/calendar.h"
#include "model/deadline.h"
#include "model/progress.h"
#include "model/unit.h"

/* How the percentage compares with the time gone by. */
typedef enum {
  TZ_PACE_NONE,    /* finished, late, without a last day, or without a percentage */
  TZ_PACE_AHEAD,   /* 提前 */
  TZ_PACE_ON_TIME, /* 按序时 */
  TZ_PACE_BEHIND,  /* 慢序时 */
  TZ_N_PACES
} TzPace;

enum { TZ_PACE_TOLERANCE = 500 }; /* hundredths of a percent, to both sides of the time gone by */

const char *tz_pace_key (TzPace pace);
const char *tz_pace_word (TzPace pace); /* "" for none */

/* The word (未启动 … 完成率, 新完成 …) and what it means in a report, in Chinese; by number from 0. FALSE
 * behind the last. */
gboolean tz_stats_definition (int i, const char **word, const char **meaning);

/* ── what is asked ───────────────────────────────────────────────────────── */

typedef struct {
  const TzLedger *ledger;
  const TzProgress *progress; /* of the ledger, or NULL: nothing was reported */
  const TzAliases *units;     /* or NULL */
  const TzCalendar *calendar; /* or NULL */
  TzPeriod period;
  GDate as_of; /* not valid: the last day of the period */
  GDate
      start; /* of the ledger; not valid: 1 January of the first year reported on, else of the period's year */
} TzStatsQuestion;

typedef struct TzStats TzStats;

/* What QUESTION points to must outlive the answer. tz_stats_free. */
TzStats *tz_stats_new (const TzStatsQuestion *question);
void tz_stats_free (TzStats *stats);

const TzPeriod *tz_stats_period (const TzStats *stats);
const TzPeriod *tz_stats_period_before (const TzStats *stats);
/* Whether anything was reported up to the period before, so that a comparison says something. */
gboolean tz_stats_has_before (const TzStats *stats);
void tz_stats_as_of (const TzStats *stats, GDate *day);
void tz_stats_start (const TzStats *stats, GDate *day);

/* ── states ──────────────────────────────────────────────────────────────── */

typedef struct {
  int task, region;  /* region -1: the task as a whole */
  gboolean reported; /* for just this period, not carried on from an earlier one */
  TzStatus status;
  int percent;  /* hundredths of a percent; -1: not known */
  int expected; /* the time gone by, in the same unit; -1: no last day */
  TzPace pace;
  int days_late;              /* 0 unless late by the calendar */
  const TzDeadline *deadline; /* of the task; kind none where the ledger has no such column */
  GDate due;                  /* its last day; may be not valid */
  const TzProgressRecord
      *record; /* the latest record; NULL if none, or if several regions or rows were put together */
} TzTaskState;

const TzTaskState *tz_stats_task (const TzStats *stats, int task);
const TzTaskState *tz_stats_task_before (const TzStats *stats, int task);
/* NULL if nothing was reported about TASK from REGION. */
const TzTaskState *tz_stats_region_task (const TzStats *stats, int task, int region);
const TzTaskState *tz_stats_region_task_before (const TzStats *stats, int task, int region);

/* ── counts ──────────────────────────────────────────────────────────────── */

typedef struct {
  int n;
  int statuses[TZ_N_STATUSES];
  int paces[TZ_N_PACES];
  int reported;
} TzTally;

/* Tasks that are done or closed. */
int tz_tally_done (const TzTally *tally);

/* PART of WHOLE in tenths of a percent, rounded half up; 0 of 0 is 0. */
int tz_rate (int part, int whole);
/* How much the exact rate rose, in tenths of a percentage point, halves away from zero. */
int tz_rate_change (int part, int whole, int part_before, int whole_before);
/* "66.7%" and "—" for a WHOLE of 0; "85.5%" for hundredths of a percent, where less than all
 * is never "100.0%", and "—" for -1. g_free. */
char *tz_rate_text (int part, int whole);
char *tz_percent_text (int percent);

const TzTally *tz_stats_total (const TzStats *stats);
const TzTally *tz_stats_total_before (const TzStats *stats);

typedef enum {
  TZ_BY_SECTION, /* in the order of the ledger; tasks without one under "" */
  TZ_BY_UNIT,    /* responsible units; a task counts for each of its units */
  TZ_BY_REGION,  /* of what was reported from the region; regions that reported nothing are left out */
  TZ_BY_PERIOD,  /* periods of the same kind up to the one asked for, each at its end */
  TZ_N_BYS
} TzStatsBy;

typedef struct {
  const char *name;    /* a section's title, a unit, a region, or a period in words */
  int index;           /* of the section or region; by unit or period: its place */
  TzTally now, before; /* before: one period earlier */
} TzStatsGroup;

int tz_stats_n_groups (const TzStats *stats, TzStatsBy by);
const TzStatsGroup *tz_stats_group (const TzStats *stats, TzStatsBy by, int i);
/* Names of TASK's responsible units, NULL-ended. Lent. */
const char *const *tz_stats_task_units (const TzStats *stats, int task);

/* ── lists ───────────────────────────────────────────────────────────────── */

typedef enum {
  TZ_LIST_NEWLY_DONE, /* done or closed now, not so one period before */
  TZ_LIST_DONE,
  TZ_LIST_LATE,
  TZ_LIST_BEHIND,       /* 慢序时 */
  TZ_LIST_DUE_NEXT,     /* a due day lies in the next period and the task is not finished */
  TZ_LIST_NOT_REPORTED, /* no record for this period, and not finished before */
  TZ_N_LISTS
} TzStatsList;

/* Tasks in the order of the ledger; *N of them. Lent. */
const int *tz_stats_list (const TzStats *stats, TzStatsList list, int *n);

#endif
