/* The tables in the rows of a file: the records of each, and what stands around it. */
#ifndef TZ_MODEL_TABLES_H
#define TZ_MODEL_TABLES_H

#include "model/around.h"
#include "model/schema.h"
#include "read/records.h"

/* What is known beforehand; NULL and 0 where nothing is. Rows as tz_row_list_has takes them. */
typedef struct {
  const TzSchema *schema; /* its titles tell the head; one without columns says nothing */
  const char *header_rows, *title_rows, *skip_rows;
  int notes_from; /* from this row on there are only notes and sign-off */
} TzTableHints;

typedef struct {
  TzRecords *records; /* the class of each is known */
  TzAround *around;
  TzPlace place;  /* of its first row */
  int fit;        /* columns of the schema that it has */
  gboolean whole; /* it has all that the schema needs */
  gboolean prose; /* one column of what the rules take for texts around a table: most likely there is none */
  char *said;     /* what was recognised, in words; NULL: a head in the first row and nothing around */
  char *doubt;    /* how else it can be read; NULL: it is plain */
  int n_stray;    /* cells beside it, which are left out; the first of them: */
  TzPlace stray_place;
  const char *stray; /* lent by the rows' texts */
} TzFoundTable;

void tz_found_table_free (TzFoundTable *table);
/* Where TABLE begins: 台账.xlsx#时限表:1. g_free. */
char *tz_found_table_place (const TzFoundTable *table);

/* All tables with a row of data in ROWS, in order; none where there is no such row. Of TzFoundTable, which owns
 * what it holds; g_ptr_array_unref. */
GPtrArray *tz_tables_find (TzRows *rows, const TzTableHints *hints);
/* The note and the warnings about how TABLE was read, and the findings of tz_records_check_widths where a row's
 * width says something. FALSE after an error. */
gboolean tz_table_check (const TzFoundTable *table, TzDiag *diag);
/* Nothing is left out silently: the warning tables-left-out about all of TABLES but CHOSEN. */
void tz_tables_report_others (const GPtrArray *tables, const TzFoundTable *chosen, TzDiag *diag);

#endif
