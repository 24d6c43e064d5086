/* What a summary counts. */
#ifndef TZ_OUTPUT_XLSX_TALLY_H
#define TZ_OUTPUT_XLSX_TALLY_H

#include "output/xlsx/plan.h"

typedef struct {
  int first, last; /* table rows */
} TzXlsxSpan;

typedef struct {
  char *label;
  GArray *spans; /* of TzXlsxSpan */
} TzXlsxGroup;

typedef struct {
  char *name;
  int n; /* cells that name it */
} TzXlsxUnit;

/* Columns are -1 where the table has none of that kind. */
typedef struct {
  const TzGrid *grid;
  const TzXlsxPlan *plan;
  int first; /* row of the body */
  int task_col, group_col, owner_col, state_col, deadline_col;
  GArray *groups;            /* of TzXlsxGroup, as they stand */
  GArray *units, *deadlines; /* of TzXlsxUnit; units: the busiest first */
} TzXlsxTally;

/* NULL if PLAN's table has no tasks to count. */
TzXlsxTally *tz_xlsx_tally_new (const TzXlsxPlan *plan);
void tz_xlsx_tally_free (TzXlsxTally *tally);
int tz_xlsx_count_tasks (const TzXlsxTally *tally, const TzXlsxGroup *group);
int tz_xlsx_count_state (const TzXlsxTally *tally, const TzXlsxGroup *group, const char *state);
/* Rows with something in column COL; 0 if that is -1. */
int tz_xlsx_count_cells (const TzXlsxTally *tally, int col);
/* Cells in which the texts of column COL, table rows FIRST to LAST, only go on. */
int tz_xlsx_count_rests (const TzXlsxTally *tally, int col, int first, int last);
/* Rows that name UNIT, and whose state is STATE unless that is NULL. */
int tz_xlsx_count_unit (const TzXlsxTally *tally, const char *unit, const char *state);

#endif
