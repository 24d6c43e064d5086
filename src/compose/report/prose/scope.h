/* Where a word of a report's text stands: a place in the nest of its loops, and what is looked at there. */
#ifndef TZ_COMPOSE_REPORT_PROSE_SCOPE_H
#define TZ_COMPOSE_REPORT_PROSE_SCOPE_H

#include "compose/report/prose/prose.h"

/* What is shared by all places of a text that is being filled in. */
typedef struct TzProseRun {
  const TzProseSource *source;
  TzDiag *diag;
  gboolean *listed[TZ_N_LISTS]; /* for each list of the statistics, by task: whether it is in the list */
  gint64 steps;                 /* of work that were done, see tz_prose_step */
  gboolean over;                /* too much: nothing more is looked up or written */
} TzProseRun;

/* What a name is said of: a place in the nest of loops. */
typedef enum {
  TZ_OF_WHOLE,
  TZ_OF_SECTION,
  TZ_OF_UNIT,
  TZ_OF_REGION,
  TZ_OF_PERIOD,
  TZ_OF_TASK,
  TZ_OF_RECORD,     /* something reported */
  TZ_OF_KIND,       /* records with the same words */
  TZ_OF_ATTACHMENT, /* of the document */
  TZ_OF_DEFINITION, /* what a word of the figures means */
  TZ_N_OFS
} TzProseOf;

/* One item of a loop, or the whole. */
typedef struct TzProseScope TzProseScope;
struct TzProseScope {
  const TzProseScope *outer; /* NULL: the whole */
  TzProseRun *run;
  TzProseOf of;
  int item;                       /* section, region, period: its index; record: the field; kind: its place */
  const char *name;               /* of a group; text of a kind; attachment; word of a definition */
  int task;                       /* -1: none */
  int region;                     /* -1: no region; inherited by what stands inside */
  const TzProgressRecord *record; /* RECORD */
  GPtrArray *records;             /* KIND: of TzProgressRecord, lent; owned by the scope */
  GArray *members;                /* int: the tasks it is about, ascending; owned by the scope */
  int index, count, more;         /* in its loop: from 1, of how many, how many were left out */
};

/* Counts N steps of work; FALSE, and RUN->over, when they are too many: a text can ask for loops in loops
 * without end. */
gboolean tz_prose_step (TzProseRun *run, gint64 n);

/* A place within OUTER (NULL: the whole), without members. tz_prose_scope_free. */
TzProseScope *tz_prose_scope_new (const TzProseScope *outer, TzProseOf of);
void tz_prose_scope_free (TzProseScope *scope);
/* The same as a further one of ITEMS (of TzProseScope), which own it. */
TzProseScope *tz_prose_scope_add (const TzProseScope *outer, TzProseOf of, GPtrArray *items);
/* Members that are TASK alone. g_array_unref. */
GArray *tz_prose_one_task (int task);
/* Whether TASK is one of SCOPE's members. */
gboolean tz_prose_is_member (const TzProseScope *scope, int task);
/* The state of TASK as SCOPE sees it: as a whole, or in its region. NULL: nothing was reported from there.
 * Lent. */
const TzTaskState *tz_prose_state (const TzProseScope *scope, int task, gboolean before);

/* ── what was reported ───────────────────────────────────────────────────── */

typedef enum { TZ_FIELD_DONE, TZ_FIELD_PROBLEMS, TZ_FIELD_NEXT, TZ_FIELD_ANY } TzProseField;

/* Records of the period, and of shorter ones within it, with words of FIELD, in SCOPE; of TzProgressRecord,
 * lent. Of what was reported several times the last has the word; ANY: all of them. g_ptr_array_unref. */
GPtrArray *tz_prose_records (const TzProseScope *scope, int field);
/* The words of FIELD (not ANY), "" if there are none. Lent. */
const char *tz_prose_record_text (const TzProgressRecord *record, int field);
/* Whether RECORD has words of FIELD; of ANY it always has. */
gboolean tz_prose_has_text (const TzProgressRecord *record, int field);

/* ── sections, units, regions ────────────────────────────────────────────── */

/* Adds to ITEMS (of TzProseScope) those groups by BY (a TzStatsBy) that SCOPE has tasks of, each with these. */
void tz_prose_fill_groups (const TzProseScope *scope, int by, GPtrArray *items);
/* How many units, sections or regions SCOPE's tasks have. */
int tz_prose_n_groups (const TzProseScope *scope, TzStatsBy by);
/* Regions (their indexes) from which nothing was reported in the period, although something there is
 * unfinished. g_array_unref. */
GArray *tz_prose_silent_regions (const TzProseScope *scope);

#endif
