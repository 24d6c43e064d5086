/* The inside of progress, for the files of this room that build it. */
#ifndef TZ_MODEL_PROGRESS_DATA_H
#define TZ_MODEL_PROGRESS_DATA_H

#include "model/progress.h"

struct TzProgress {
  const TzLedger *ledger;
  GDate first; /* not valid: any */
  gboolean has_last;
  TzPeriod last;
  GArray *records;           /* TzProgressRecord */
  GArray *periods;           /* TzPeriod, ascending */
  const TzAliases *aliases;  /* of regions; may be NULL */
  GArray *regions;           /* TzProgressRegion */
  gboolean too_many_regions; /* and told so */
  GHashTable *ids;           /* folded id -> 1 + index in names */
  GArray *names;             /* TzTaskName */
  GPtrArray *id_words;       /* const char *: ids as ledgers write them, for suggestions; ended by NULL */
  GHashTable *keys;          /* period, task, row, region as text -> 1 + index in records */
  GStringChunk *strings;
};

typedef struct {
  int task, row;
} TzTaskName;

typedef struct {
  const char *name, *folded; /* in strings */
  TzPlace place;             /* of its first mention; line 0: none yet */
} TzProgressRegion;

/* A column that holds more of them holds something else. Each task keeps a state for each. */
enum { TZ_PROGRESS_MAX_REGIONS = 500, TZ_REGION_TOO_MANY = -2 };

/* The index of the region that is WRITTEN so, made if it is new; -1 for "", TZ_REGION_TOO_MANY for a new one
 * too many. PLACE is where. */
int tz_progress_add_region (TzProgress *progress, const char *written, const TzPlace *place);

/* Adds a copy of RECORD (its texts in progress->strings). NULL, or the record that says the same
 * task, row, region and period already: then RECORD is not added. */
const TzProgressRecord *tz_progress_add (TzProgress *progress, const TzProgressRecord *record);

#endif
