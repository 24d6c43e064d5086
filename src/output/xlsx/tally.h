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

/* A unit or a deadline, or a text in which units are named. */
typedef struct {
  char *text;
  int n;                    /* cells that hold it; of a unit: that name it */
  const char *const *units; /* of a text: the units that it names, NULL-ended; NULL: none */
  char *unified;            /* of a text: as the formula searches it; NULL: not made yet */
} TzXlsxText;

/* A cell of the owners' column that holds something. */
typedef struct {
  int row;        /* of the table */
  gboolean first; /* not the rest of a text that begins in a cell above */
  int text;       /* index of owner_texts */
} TzXlsxOwner;

/* Columns are -1 where the table has none of that kind. */
typedef struct {
  const TzGrid *grid;
  const TzXlsxPlan *plan;
  int first; /* row of the body */
  int task_col, group_col, owner_col, state_col, deadline_col;
  GArray *groups;            /* of TzXlsxGroup, as they stand */
  GArray *owners;            /* of TzXlsxOwner, from above */
  GArray *owner_texts;       /* of TzXlsxText */
  GArray *units, *deadlines; /* of TzXlsxText; units: the busiest first */
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
/* The texts of the owners' column, lent, that name UNIT but in which its name does not stand between
 * marks, where the formula finds it; NAMED FALSE: in which it stands so, but which do not name it (a
 * part of another name, the rest of a text). g_ptr_array_unref. */
GPtrArray *tz_xlsx_unit_texts (const TzXlsxTally *tally, const char *unit, gboolean named);
/* Rows that name UNIT, and whose state is STATE unless that is NULL. */
int tz_xlsx_count_unit (const TzXlsxTally *tally, const char *unit, const char *state);

#endif
