/* What the model must know of a form's columns to understand a CSV: no layout. */
#ifndef TZ_MODEL_SCHEMA_H
#define TZ_MODEL_SCHEMA_H

#include "base/value.h"
#include "model/formula.h"

typedef enum {
  TZ_NEED_REQUIRED, /* missing column: error */
  TZ_NEED_OPTIONAL, /* missing column: left out of the form */
  TZ_NEED_BLANK     /* missing column: printed empty, to be filled in */
} TzNeed;

/* What an empty cell in the column means. */
enum {
  TZ_MERGE_NONE = 0,
  TZ_MERGE_DOWN = 1 << 0,   /* continues the cell above, within its group */
  TZ_MERGE_ACROSS = 1 << 1, /* continues the cell on its left */
  TZ_MERGE_ALONE = 1 << 2,  /* with DOWN: also where a merged column to its left begins a new group */
  TZ_MERGE_TASK = 1 << 3    /* with DOWN and ALONE: but never beyond the first row of a task */
};

/* What the column means in the ledger, whatever it is called. */
typedef enum {
  TZ_MEANS_NOTHING,
  TZ_MEANS_ID,      /* the task's own id */
  TZ_MEANS_NUMBER,  /* 序号 */
  TZ_MEANS_NAME,    /* task name */
  TZ_MEANS_CONTENT, /* what is to be done */
  TZ_MEANS_OWNER,   /* responsible units */
  TZ_MEANS_HELPER,  /* cooperating units */
  TZ_MEANS_DEADLINE
} TzMeans;

typedef struct {
  const char *key; /* short ASCII word, interned */
  char **titles;   /* NULL-ended; any of them matches a CSV title; first is the canonical one */
  TzNeed need;
  guint merge; /* TZ_MERGE_ bits */
  TzValueType type;
  TzMeans means;
  int position;       /* from 1: this column of the CSV whatever it is called; 0: found by title */
  TzFormula *formula; /* empty cells are computed, others checked; NULL: neither */
  int digits;         /* behind the point of what is computed; -1: what it takes, at most two */
} TzSchemaColumn;

typedef enum { TZ_TOTAL_SECTION, TZ_TOTAL_GROUP, TZ_TOTAL_TABLE } TzTotalScope;

typedef enum {
  TZ_CHECK_NO,
  TZ_CHECK_YES,
  TZ_CHECK_CONFIRMED /* where another figure of the row, or another total, shows what is summed */
} TzTotalCheck;

/* A row whose cell in COLUMN reads one of LABELS declares sums of the number
 * columns over its scope. It is checked, never changed. */
typedef struct {
  char **labels; /* NULL-ended: 合计, 小计 */
  char *column;  /* key of the column where the label stands; NULL: any before the first number column */
  TzTotalScope scope;
  gboolean first;     /* stands before the rows it sums, not after */
  TzTotalCheck check; /* whether the sums are compared with what is written */
} TzSchemaTotal;

/* How much cleaning the office asked for (clean = …); white space at the ends of
 * a cell goes in any case. */
enum {
  TZ_CLEAN_SPACES = 1 << 0,  /* blanks between two hanzi, but not those between organ names or in 《…》 */
  TZ_CLEAN_NBSP = 1 << 1,    /* NBSP and U+3000 become a space */
  TZ_CLEAN_DOUBLED = 1 << 2, /* runs of blanks become one */
  TZ_CLEAN_TAGS = 1 << 3     /* leftover <p>, <b>, <br> … */
};

typedef struct {
  int n_columns;
  TzSchemaColumn *columns;
  int n_totals;
  TzSchemaTotal *totals;
  guint clean;          /* TZ_CLEAN_ bits */
  gboolean plain;       /* a table, not a ledger: its rows have no ids, its numbers no order */
  gboolean no_sections; /* a record with only its first cell filled is a row like any other */
} TzSchema;

/* Frees what SCHEMA owns, not SCHEMA. */
void tz_schema_clear (TzSchema *schema);
/* Whether both understand any file alike. */
gboolean tz_schema_is_same (const TzSchema *a, const TzSchema *b);
/* Index of the column with KEY, or -1. */
int tz_schema_find_column (const TzSchema *schema, const char *key);

/* Index of a column whose formula needs its own result, directly or by way of others; -1: none. */
int tz_schema_find_circle (const TzSchema *schema);

/* Whether TITLE, as a CSV has it, is COLUMN's key or one of its titles. Blanks, line
 * feeds and the difference of full and half width do not count. */
gboolean tz_schema_column_matches (const TzSchemaColumn *column, const char *title);

/* For each column of SCHEMA the index in TITLES of the title that is its, or -1. A title
 * serves one column only. g_free. */
int *tz_schema_match (const TzSchema *schema, const char *const *titles, int n_titles);

/* TITLE in the form in which titles are compared: lower case, half width, without blanks. g_free. */
char *tz_title_fold (const char *title);

#endif
