/* What the words of a report's text can name: values, and lists to go through. */
#ifndef TZ_COMPOSE_REPORT_PROSE_VALUE_H
#define TZ_COMPOSE_REPORT_PROSE_VALUE_H

#include "compose/report/prose/scope.h"

/* ── values ──────────────────────────────────────────────────────────────── */

typedef enum {
  TZ_PROSE_NONE, /* there is none */
  TZ_PROSE_NUMBER,
  TZ_PROSE_TEXT,
  TZ_PROSE_DATE
} TzProseKind;

/* Which words a text can be: any, those of states (逾期 …), those of paces (慢序时 …). Others are slips. */
typedef enum { TZ_ANY_WORD, TZ_STATUS_WORD, TZ_PACE_WORD } TzProseWords;

typedef struct {
  TzProseKind kind;
  gint64 n, d; /* NUMBER: n / d, d > 0 */
  guint32 day; /* DATE: Julian */
  char *text;  /* as printed; owned */
  TzFrom from; /* who wrote it */
} TzProseValue;

/* A count, a rate or a change of one: now, before, or the difference. */
typedef enum { TZ_WHEN_NOW, TZ_WHEN_BEFORE, TZ_WHEN_CHANGE, TZ_N_WHENS } TzProseWhen;

typedef struct TzProseEntry TzProseEntry;
struct TzProseEntry {
  const char *names; /* "late|逾期|逾期数": the first is the English one */
  guint of;          /* bits 1 << TzProseOf */
  TzProseKind kind;
  gboolean compares; /* there are …-before and …-change of it, too */
  /* Sets VALUE, which is empty; leaves it so where there is none. */
  void (*get) (const TzProseScope *scope, const TzProseEntry *entry, TzProseWhen when, TzProseValue *value);
  int argument; /* what else GET must know */
  TzProseWords words;
};

/* A name as the text has it, resolved. */
typedef struct {
  const TzProseEntry *entry; /* NULL: COLUMN or KEY */
  TzProseWhen when;
  int up;              /* how many loops further out its scope is */
  const TzIniKey *key; /* a value of the book; NULL: the book does not have it, its value is "" */
  int column;          /* 1 …: of the ledger; -1 …: one of its extra columns; 0: none */
  TzProseKind kind;
} TzProseName;

void tz_prose_value_clear (TzProseValue *value);
/* Fills an empty value: with words, a whole number, ten-thousandths as a percentage (below 0: none), a day (not
 * valid: none). Numbers count as the author's, words and days as data: who knows better changes the latter. */
void tz_prose_take_text (TzProseValue *value, char *take_text);
void tz_prose_set_text (TzProseValue *value, const char *text);
void tz_prose_set_number (TzProseValue *value, gint64 n);
void tz_prose_set_percent (TzProseValue *value, int percent);
void tz_prose_set_day (TzProseValue *value, const GDate *day);

/* A title without number and full stop: 一、压减办电时间, （一）基本原则。 g_free. */
char *tz_prose_bare_name (const char *title);

/* ── tables of names ─────────────────────────────────────────────────────── */

/* The head of a function that gets a value; most need only some of its arguments. */
#define TZ_PROSE_GETTER(name)                                                                                  \
  static void name (const TzProseScope *scope G_GNUC_UNUSED, const TzProseEntry *entry G_GNUC_UNUSED,          \
                    TzProseWhen when G_GNUC_UNUSED, TzProseValue *value)

/* Lines of a table: a number, words, a day. */
#define TZ_PROSE_A_NUMBER(names, of, get)                                                                      \
  {                                                                                                            \
    names, of, TZ_PROSE_NUMBER, FALSE, get, 0, TZ_ANY_WORD                                                     \
  }
#define TZ_PROSE_A_TEXT(names, of, get, argument)                                                              \
  {                                                                                                            \
    names, of, TZ_PROSE_TEXT, FALSE, get, argument, TZ_ANY_WORD                                                \
  }
#define TZ_PROSE_A_DAY(names, of, get)                                                                         \
  {                                                                                                            \
    names, of, TZ_PROSE_DATE, FALSE, get, 0, TZ_ANY_WORD                                                       \
  }

/* All names of values by what they are of, each table ended by a line without names: counts of tasks; the
 * whole, groups and loops; tasks and reports. */
extern const TzProseEntry tz_prose_counts[], tz_prose_whole_values[], tz_prose_task_values[];

/* Whether ENTRY is a count of tasks, so that the tasks themselves are a list. */
gboolean tz_prose_counts_tasks (const TzProseEntry *entry);
/* Whether TASK counts for ARGUMENT of tz_prose_counts; its list has the same argument. */
gboolean tz_prose_counts_task (const TzProseScope *scope, int argument, int task, gboolean before);

/* The task's own text in the ledger's column COL (-1: none), of several rows those that are not joined. g_free.
 */
char *tz_prose_column_text (const TzProseScope *scope, int col);

/* The value that NAME has in SCOPE; its kind is NONE where there is none. VALUE is overwritten;
 * tz_prose_value_clear. */
void tz_prose_get (const TzProseScope *scope, const TzProseName *name, TzProseValue *value);

/* ── lists ───────────────────────────────────────────────────────────────── */

/* Something to go through one by one. */
typedef struct {
  const char *names; /* as of TzProseEntry */
  guint in;          /* where it may stand: bits of TzProseOf */
  TzProseOf item;    /* what it is a list of */
  void (*fill) (const TzProseScope *scope, int argument, GPtrArray *items); /* of TzProseScope, owned */
  int argument;
} TzProseList;

/* All names of lists that are no counts, ended by one without names. */
extern const TzProseList tz_prose_lists[];
/* The list of the tasks that ENTRY counts; FALSE if it is no count of tasks. */
gboolean tz_prose_task_list (const TzProseEntry *entry, TzProseList *list);

#endif
