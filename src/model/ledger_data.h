/* The inside of a ledger, for the files of this room that build one. */
#ifndef TZ_MODEL_LEDGER_DATA_H
#define TZ_MODEL_LEDGER_DATA_H

#include "model/ledger.h"

struct TzLedger {
  const TzSchema *schema;
  int n_cols;
  int *schema_cols; /* per ledger column: index in the schema */
  int *fields;      /* per ledger column: index of the CSV field, -1: a blank column of the form */
  gboolean gaps;    /* rows of the file are left out, so that neither numbers nor sums need be whole */
  int n_records;
  TzRecord *records;
  TzLedgerCell *cells; /* n_records * n_cols; the records point into it */
  GArray *sections;    /* TzSection */
  GArray *tasks;       /* TzTask */
  TzTexts *texts;      /* the CSV's, and what was made from them */
  char **extra_titles; /* columns of the CSV that the form does not have; NULL-ended */
  int *extra_fields;
  gboolean told;            /* the file is a workbook, which says what its cells are */
  TzLedgerValue **values;   /* per ledger column: n_records; NULL: its cells hold nothing but texts */
  TzValueType *types;       /* per ledger column */
  const char **extra_texts; /* n_records * number of extra columns */
};

/* The stages of tz_ledger_load, in order, once the cells have their texts. Each
 * fills what its name says and reports what it finds. */
void tz_ledger_mark_totals (TzLedger *ledger);
void tz_ledger_mark_joins (TzLedger *ledger);
void tz_ledger_compute (TzLedger *ledger, TzDiag *diag);
void tz_ledger_mark_tasks (TzLedger *ledger, TzDiag *diag);
void tz_ledger_check_totals (const TzLedger *ledger, TzDiag *diag);

/* The column in which a new task shows: its id's, its number's, its name's, else the first that continues
 * downwards (but not within the task only). -1: every record is a task. */
int tz_ledger_start_column (const TzLedger *ledger);

/* Whether TEXT is empty or dashes alone: it stands for nothing, and counts as 0. */
gboolean tz_text_is_dash (const char *text);

/* TEXT without blanks, as labels and numbers are compared (合 计). g_free. */
char *tz_text_squeeze (const char *text);

#endif
