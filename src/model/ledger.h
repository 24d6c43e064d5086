/* The ledger: sections, tasks, sub-rows, merges. What the office talks about,
 * free of layout. */
#ifndef TZ_MODEL_LEDGER_H
#define TZ_MODEL_LEDGER_H

#include "base/diag.h"
#include "base/texts.h"
#include "model/schema.h"

typedef enum { TZ_RECORD_SECTION, TZ_RECORD_TASK, TZ_RECORD_SUBROW, TZ_RECORD_TOTAL } TzRecordKind;

enum { TZ_JOIN_UP = 1 << 0, TZ_JOIN_LEFT = 1 << 1 };

typedef struct {
  const char *text; /* "" where empty or joined */
  int line;         /* where it stands; tz_ledger_place has the rest. A long ledger has many cells. */
  guint32 column : 30;
  guint32 join : 2; /* TZ_JOIN_ bits: the cell continues its neighbour */
} TzLedgerCell;

/* What a cell of a workbook holds besides its text. */
typedef struct {
  double value;       /* a percentage in hundredths, a day as days from 30 December 1899 */
  const char *format; /* the number format by which it shows the text, interned; NULL: a boolean */
  TzValueType type;   /* never text */
} TzLedgerValue;

typedef struct {
  TzRecordKind kind;
  const char *id; /* "二-5", "二-5-2"; section: "二"; total: NULL */
  int section;    /* index of sections, or -1 */
  int task;       /* index of tasks, or -1 */
  int total;      /* total: the rule of the schema that it follows; -1: none */
  int label;      /* total: the column of its label, else -1 */
  gboolean share; /* total: 其中：…, a part of the row above, set as that is */
  TzPlace place;
  TzLedgerCell *cells; /* one per ledger column; a section's title is cells[0].text */
} TzRecord;

typedef struct {
  const char *id; /* "二", from the title's own number where it has one */
  const char *title;
  int record;
} TzSection;

typedef struct {
  const char *id;
  int section;
  int first_record, n_records; /* its innermost rows */
} TzTask;

typedef struct TzLedger TzLedger;

void tz_ledger_free (TzLedger *ledger);

/* The schema's columns that this ledger has, in the schema's order. */
int tz_ledger_n_columns (const TzLedger *ledger);
const TzSchemaColumn *tz_ledger_column (const TzLedger *ledger, int col);
/* Index of the ledger column with KEY, or -1. */
int tz_ledger_find_column (const TzLedger *ledger, const char *key);

/* Index of the first ledger column with that meaning, or -1. */
int tz_ledger_find_meaning (const TzLedger *ledger, TzMeans means);
/* Where ledger column COL stands in the schema's columns. */
int tz_ledger_schema_index (const TzLedger *ledger, int col);
/* The data's column, from 0, that ledger column COL comes from; -1: the data have none. */
int tz_ledger_field (const TzLedger *ledger, int col);

int tz_ledger_n_records (const TzLedger *ledger);
const TzRecord *tz_ledger_record (const TzLedger *ledger, int i);
int tz_ledger_n_sections (const TzLedger *ledger);
const TzSection *tz_ledger_section (const TzLedger *ledger, int i);
int tz_ledger_n_tasks (const TzLedger *ledger);
const TzTask *tz_ledger_task (const TzLedger *ledger, int i);

/* Where CELL, one of the LEDGER's, stands in the CSV. */
TzPlace tz_ledger_place (const TzLedger *ledger, const TzLedgerCell *cell);

/* What CELL, one of the LEDGER's, holds besides its text; NULL: nothing. */
const TzLedgerValue *tz_ledger_value (const TzLedger *ledger, const TzLedgerCell *cell);
/* What a workbook may hold in column COL: all its cells but blanks, dashes and those of totals are of that
 * type. Text where they are of several, or where figures are codes. */
TzValueType tz_ledger_type (const TzLedger *ledger, int col);

/* What cell (RECORD, COL) shows: its own text, or that of the cell it continues. */
const char *tz_ledger_text (const TzLedger *ledger, int record, int col);
/* The texts of TASK's rows in column COL, joined cells once, with ； between;
 * "" for COL -1. g_free. */
char *tz_ledger_task_text (const TzLedger *ledger, int task, int col);

/* What holds all texts of the ledger, so that they may be used when it is gone. Lent. */
TzTexts *tz_ledger_texts (const TzLedger *ledger);

/* Columns of the CSV that the form does not have, kept for {field} use:
 * NULL-ended titles, and the text of one in a record. */
const char *const *tz_ledger_extra_titles (const TzLedger *ledger);
const char *tz_ledger_extra_text (const TzLedger *ledger, int record, int extra);

#endif
