/* What the files that read and fill in a report's text share. */
#ifndef TZ_COMPOSE_REPORT_PROSE_DATA_H
#define TZ_COMPOSE_REPORT_PROSE_DATA_H

#include "compose/report/prose.h"

/* ── where a word stands ─────────────────────────────────────────────────── */

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
  struct TzProseRun *run;
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

/* ── values ──────────────────────────────────────────────────────────────── */

typedef enum {
  TZ_PROSE_NONE, /* there is none */
  TZ_PROSE_NUMBER,
  TZ_PROSE_TEXT,
  TZ_PROSE_DATE
} TzProseKind;

/* What a text may be compared with. */
typedef enum { TZ_ANY_WORD, TZ_STATUS_WORD, TZ_PACE_WORD } TzProseWords;

typedef struct {
  TzProseKind kind;
  gint64 n, d; /* NUMBER: n / d, d > 0 */
  guint32 day; /* DATE: Julian */
  char *text;  /* as printed; owned */
} TzProseValue;

/* A count, a rate or a change of one: now, before, or the difference. */
typedef enum { TZ_WHEN_NOW, TZ_WHEN_BEFORE, TZ_WHEN_CHANGE, TZ_N_WHENS } TzProseWhen;

typedef struct TzProseEntry TzProseEntry;
struct TzProseEntry {
  const char *names; /* "late|逾期|逾期数": the first is the English one */
  guint of;          /* bits 1 << TzProseOf */
  TzProseKind kind;
  gboolean compares; /* there are …-before and …-change of it, too */
  void (*get) (const TzProseScope *scope, const TzProseEntry *entry, TzProseWhen when, TzProseValue *value);
  int argument;
  TzProseWords words;
};

/* A name as the text has it, resolved. */
typedef struct {
  const TzProseEntry *entry; /* NULL: KEY */
  TzProseWhen when;
  int up;              /* so many loops further out */
  const TzIniKey *key; /* a value of the book; NULL: empty */
  int column;          /* 1 …: of the ledger; -1 …: one of its extra columns; 0: none */
  TzProseKind kind;
} TzProseName;

/* ── lists ───────────────────────────────────────────────────────────────── */

typedef struct {
  const char *names;
  guint in;       /* where it may stand: bits of TzProseOf */
  TzProseOf item; /* what it is a list of */
  void (*fill) (const TzProseScope *scope, int argument, GPtrArray *items); /* of TzProseScope, owned */
  int argument;
} TzProseList;

/* ── the text taken apart ────────────────────────────────────────────────── */

typedef enum { TZ_COND_OR, TZ_COND_AND, TZ_COND_NOT, TZ_COND_THERE, TZ_COND_COMPARE } TzProseCondKind;
typedef enum {
  TZ_REL_LESS,
  TZ_REL_NOT_MORE,
  TZ_REL_EQUAL,
  TZ_REL_NOT_EQUAL,
  TZ_REL_NOT_LESS,
  TZ_REL_MORE,
  TZ_REL_HAS
} TzProseRelation;

typedef struct TzProseCond TzProseCond;
struct TzProseCond {
  TzProseCondKind kind;
  TzProseCond *a, *b;
  TzProseName left, right; /* THERE: left */
  TzProseRelation relation;
  gboolean has_right; /* a name; else WITH */
  TzProseValue with;
};

typedef enum {
  TZ_NODE_TEXT,
  TZ_NODE_VALUE,
  TZ_NODE_IF,
  TZ_NODE_FOR,
  TZ_NODE_TABLE,
  TZ_NODE_CHART
} TzProseNodeKind;

typedef struct {
  TzProseNodeKind kind;
  gsize at; /* in the text */
  int line;
  char *text;                        /* TEXT; VALUE: as written, for findings; TABLE, CHART: its name */
  TzProseName name;                  /* VALUE; FOR with an ORDER: by what */
  TzProseCond *cond;                 /* IF; FOR: NULL, or where */
  TzProseList list;                  /* FOR; without a fill: not known */
  int first;                         /* FOR: at most so many; 0: all */
  int order;                         /* FOR: 1 highest first, -1 lowest first, 0 as it stands */
  GPtrArray *body, *between, *other; /* of TzProseNode; NULL: none */
  gboolean told;                     /* its fault has been told */
} TzProseNode;

void tz_prose_node_free (TzProseNode *node);
void tz_prose_cond_free (TzProseCond *cond);
void tz_prose_value_clear (TzProseValue *value);

/* A piece of the text: words between braces, or text. */
typedef enum { TZ_CUT_WORDS, TZ_CUT_PLAIN, TZ_CUT_REMARK, TZ_CUT_LINE_END } TzProsePieceKind;

typedef struct {
  TzProsePieceKind kind;
  gsize at; /* in the text: of its first character, behind the brace */
  char *text;
} TzProsePiece;

typedef enum { TZ_TOKEN_WORD, TZ_TOKEN_NUMBER, TZ_TOKEN_QUOTED, TZ_TOKEN_MARK, TZ_TOKEN_END } TzProseTokenKind;

typedef struct {
  TzProseTokenKind kind;
  gsize at;
  char *text;
} TzProseToken;

typedef enum {
  TZ_KEY_NONE,
  TZ_KEY_FOR,
  TZ_KEY_LIST,
  TZ_KEY_BETWEEN,
  TZ_KEY_IF,
  TZ_KEY_ELSE,
  TZ_KEY_ELSE_IF,
  TZ_KEY_END,
  TZ_KEY_TABLE,
  TZ_KEY_CHART,
  TZ_KEY_WHERE,
  TZ_KEY_FIRST,
  TZ_KEY_HIGHEST,
  TZ_KEY_LOWEST,
  TZ_KEY_AND,
  TZ_KEY_OR,
  TZ_KEY_NOT,
  TZ_KEY_HAS,
  TZ_N_KEYS
} TzProseKey;

/* The text while it is taken apart. */
typedef struct {
  const char *text, *shown;
  const TzProseSource *source;
  TzDiag *diag;
  GArray *line_starts; /* gsize */
  GPtrArray *pieces;   /* of TzProsePiece */
  guint next;          /* piece */
  GPtrArray *tokens;   /* of the words at hand, TzProseToken, with an END */
  guint token;
  int depth;          /* of blocks */
  gboolean stopped;   /* too deep: the rest was not looked at */
  TzProseOf nest[40]; /* of loops; the first is the whole */
  int n_nest;
} TzProseReader;

/* FORMAT and what follows as in tz_diag_add, about the character at AT. */
TzPlace tz_prose_place (const TzProseReader *reader, gsize at);

/* Cuts the text into pieces; lines of nothing but control words lose their ends. */
void tz_prose_cut (TzProseReader *reader);
void tz_prose_piece_free (TzProsePiece *piece);

/* Takes the words of PIECE apart into the reader's tokens. FALSE with a finding. */
gboolean tz_prose_tokenize (TzProseReader *reader, const TzProsePiece *piece);
/* The key word that PIECE begins with. */
TzProseKey tz_prose_piece_key (const char *words);
TzProseKey tz_prose_token_key (const TzProseToken *token);
const char *tz_prose_key_word (TzProseKey key);
/* The token not yet taken, lent; the last one is END. */
const TzProseToken *tz_prose_peek (const TzProseReader *reader);
const TzProseToken *tz_prose_take (TzProseReader *reader);
gboolean tz_prose_take_key (TzProseReader *reader, TzProseKey key);
void tz_prose_unexpected (TzProseReader *reader, const TzProseToken *token);

/* Nodes up to the end of the text. */
GPtrArray *tz_prose_parse (TzProseReader *reader);
/* A condition from the tokens; NULL with a finding. */
TzProseCond *tz_prose_parse_cond (TzProseReader *reader);
/* What TOKEN names here. FALSE with a finding. */
gboolean tz_prose_resolve (TzProseReader *reader, const TzProseToken *token, TzProseName *name);
/* The list that TOKEN names. FALSE with a finding. */
gboolean tz_prose_resolve_list (TzProseReader *reader, const TzProseToken *token, TzProseList *list);

/* Whether WORD is one of NAMES, which bars separate. */
gboolean tz_prose_is_named (const char *names, const char *word);

/* All names of values and lists, ended by one without names. What tz_prose_counts counts is a
 * list, too, as far as tz_prose_task_list knows it. */
extern const TzProseEntry tz_prose_counts[], tz_prose_values[];
extern const TzProseList tz_prose_groups[];
/* The list of the tasks that ENTRY counts; FALSE if it is no count of tasks. */
gboolean tz_prose_task_list (const TzProseEntry *entry, TzProseList *list);
gboolean tz_prose_counts_tasks (const TzProseEntry *entry);

/* ── filling in ──────────────────────────────────────────────────────────── */

typedef struct TzProseRun TzProseRun;
struct TzProseRun {
  const TzProseSource *source;
  TzDiag *diag;
  const TzProseReader *reader;
  gboolean *listed[TZ_N_LISTS]; /* by task: whether it is in the list */
  gint64 steps;
  gboolean over, told; /* too much; a finding says so */
  GString *text;
  GArray *lines;
  int line;    /* of the text, for the line being written; 0: nothing stands on it */
  gssize stop; /* where a value's own full stop begins that a mark behind it replaces; -1: none */
};

void tz_prose_get (const TzProseScope *scope, const TzProseName *name, TzProseValue *value);
gboolean tz_prose_holds (const TzProseScope *scope, const TzProseCond *cond);
/* The items of NODE's list, chosen and ordered. Of TzProseScope. */
GPtrArray *tz_prose_items (const TzProseScope *scope, const TzProseNode *node);

TzProseScope *tz_prose_scope_new (const TzProseScope *outer, TzProseOf of);
void tz_prose_scope_free (TzProseScope *scope);
/* The state of TASK as SCOPE sees it: as a whole, or in its region. NULL: nothing was reported from there. */
const TzTaskState *tz_prose_state (const TzProseScope *scope, int task, gboolean before);
/* Whether TASK counts for ARGUMENT of tz_prose_counts; its list has the same argument. */
gboolean tz_prose_counts_task (const TzProseScope *scope, int argument, int task, gboolean before);
/* Records of the period, and of shorter ones within it, with words of FIELD, in SCOPE; of TzProgressRecord.
 * Of what was reported several times the last has the word; ANY: all of them. */
GPtrArray *tz_prose_records (const TzProseScope *scope, int field);
const char *tz_prose_record_text (const TzProgressRecord *record, int field);
enum { TZ_FIELD_DONE, TZ_FIELD_PROBLEMS, TZ_FIELD_NEXT, TZ_FIELD_ANY };
/* How many units, sections or regions SCOPE's tasks have. */
int tz_prose_n_groups (const TzProseScope *scope, TzStatsBy by);
/* Regions (their indexes) from which nothing was reported in the period, although something there is
 * unfinished. g_array_unref. */
GArray *tz_prose_silent_regions (const TzProseScope *scope);
/* Tells that so many steps were done; FALSE if they are too many. */
gboolean tz_prose_step (TzProseRun *run, gint64 n);

#endif
