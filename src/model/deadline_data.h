/* How a deadline is read, for the files that do it:
 *   deadline_read.c   a phrase into clauses, each to the rule that reads it best
 *   deadline_rule.c   the rules, and the matcher of their patterns
 *   deadline_say.c    what a rule means, laid down in the deadline
 *   deadline.c        questions to the deadline */
#ifndef TZ_MODEL_DEADLINE_DATA_H
#define TZ_MODEL_DEADLINE_DATA_H

#include "model/deadline.h"
#include "model/deadline_rule.h"

/* What the clauses so far have said. */
typedef struct {
  TzDeadline *deadline;
  int context;                             /* what 今年 is; 0: not known */
  int year, month;                         /* said before; 0: not */
  gboolean recurring;                      /* 每年 was said before */
  gboolean bracketed;                      /* within （…） */
  gboolean done, done_plain;               /* 已实现 was said; it was said without further words */
  gboolean term;                           /* a duration was said: a second one makes the text unreadable */
  gboolean free_text;                      /* a clause that no rule reads */
  const char *rules[TZ_DEADLINE_DATE + 1]; /* the first rule that said each kind */
} TzDeadlineReader;

/* Stores in the deadline what RULE means with the numbers C. FALSE if they are impossible (2月30日): the
 * reader may then be changed in part. */
gboolean tz_deadline_say (TzDeadlineReader *r, const TzDeadlineRule *rule, const TzCapture *c);
/* The kind of deadline that RULE makes. */
TzDeadlineKind tz_deadline_kind_said (const TzDeadlineReader *r, const TzDeadlineRule *rule);

/* The I-th year (from 0) that the clause names, else the year of an earlier clause, else that of the
 * context. 0: none is known. */
int tz_deadline_year (const TzDeadlineReader *r, const TzCapture *c, int i);

/* DAY of MONTH, or that month's last day where it has not so many. */
GDate tz_deadline_day (int year, int month, int day);

#endif
