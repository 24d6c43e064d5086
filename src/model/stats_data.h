/* The inside of statistics, for the files of this room that make them. */
#ifndef TZ_MODEL_STATS_DATA_H
#define TZ_MODEL_STATS_DATA_H

#include "model/stats.h"

/* All states at the end of one period. */
typedef struct {
  TzPeriod period;
  GDate as_of;
  TzTaskState *tasks;   /* one for each task */
  TzTaskState *regions; /* task * n_regions + region; .task -1 where nothing was reported */
  TzTally total;
} TzSnapshot;

struct TzStats {
  TzStatsQuestion question; /* with its days filled in */
  int n_tasks, n_regions;
  TzDeadline *deadlines;     /* by task */
  TzDeadline *row_deadlines; /* by ledger record */
  char ***units;             /* by task, NULL-ended */
  int *order;                /* records by task, row, region, period */
  TzSnapshot now, before;
  gboolean has_before;
  GArray *groups[TZ_N_BYS];  /* TzStatsGroup */
  GArray *lists[TZ_N_LISTS]; /* int */
  GStringChunk *strings;
};

/* Puts the records into STATS->order. */
void tz_stats_sort_records (TzStats *stats);
/* Fills SNAPSHOT for PERIOD as it stood on AS_OF. */
void tz_snapshot_take (const TzStats *stats, const TzPeriod *period, const GDate *as_of, TzSnapshot *snapshot);
/* Frees what SNAPSHOT holds. */
void tz_snapshot_clear (TzSnapshot *snapshot);

/* Counts one more task, in this STATE. */
void tz_tally_add (TzTally *tally, const TzTaskState *state);

/* The stages behind the snapshots. */
void tz_stats_make_groups (TzStats *stats);
void tz_stats_make_lists (TzStats *stats);

#endif
