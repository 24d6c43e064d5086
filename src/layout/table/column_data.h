/* The inside of a demand, for the files that measure, search and share out. */
#ifndef TZ_LAYOUT_TABLE_COLUMN_DATA_H
#define TZ_LAYOUT_TABLE_COLUMN_DATA_H

#include "layout/table/column.h"

/* A column is never narrower than its longest word, up to so many ems: a code of 22 characters. */
enum { LONGEST_WORD = 11 };

typedef struct {
  const TzColumn *wish; /* what the table asks for, the grid's */
  TzLen em, pad;        /* of the body text; PAD is both sides together */
  TzLen step;           /* of text width, in wide columns */
  TzLen own_floor;      /* of the whole column, with padding */
  TzLen floor, cap;     /* the same, of the columns that it is tied to */
  int group;            /* the first of the columns that look like it, or itself */
  int lead;             /* the first of those that are as wide as it in any case, or itself */
  int n_tied;           /* of a lead: how many they are */
  TzLen narrow, wide;   /* of all its body texts, without padding */
  TzLen head_wide;      /* of its own heading */
  TzLen pitch;
  gboolean justified;
  TzValueType type; /* of its first body cell */
  TzAlign align;
  int n_steps;
  TzLen *widths;     /* [k]: of the whole column, from the floor on */
  gint32 *needs;     /* [k × n_rows + row]: the height of a cell's lines, without padding */
  gint64 *all_needs; /* [k]: their sum */
  guint32 *flaws;    /* [k]: what a wider column would mend */
} TzDemandColumn;

/* A heading over several columns. */
typedef struct {
  const TzCell *cell;
  TzLen wide, pitch;
  TzLen least, step; /* the width of its columns together: LEAST, LEAST + STEP … */
  int n_steps;
  guint32 *lines; /* [k]: that it takes; as of the last for any greater width */
} TzDemandSpan;

/* A cell of one column over several rows: the rows together must hold it. */
typedef struct {
  int col, from, to; /* sampled rows, TO excluded */
} TzDemandTall;

struct TzDemand {
  const TzGrid *grid;
  int n_cols, n_rows; /* sampled rows, */
  int n_head;         /* of which the first are the head */
  int *rows;          /* their grid rows */
  TzDemandColumn *columns;
  const TzMeasure *measure;
  const TzCell **cells; /* [row × n_cols + col]: the cell beginning there, or NULL */
  GArray *talls;        /* TzDemandTall */
  GArray *spans;        /* TzDemandSpan */
  int *steps;           /* that the last search ended with */
  TzLen tables_for;     /* the room for which the columns' widths, lines and flaws were found; 0: none */
};

/* Finds the columns that look alike: the group of each. */
void tz_column_find_alike (TzDemand *d);
/* Ties the columns of each group for a table of ROOM, as far as their floors then still fit. */
void tz_column_tie (TzDemand *d, TzLen room);

/* What the columns and spans need at all widths that they may have in ROOM, after tz_column_tie. FALSE if that
 * was known from the search before. */
gboolean tz_column_make_tables (TzDemand *d, TzLen room);
void tz_column_drop_tables (TzDemand *d);

/* The best widths of all columns, the cheapest first: an array of TzSolution whose EDGES still hold one width a
 * column. */
GArray *tz_column_search (TzDemand *d, const TzAsk *ask);

/* What WIDTHS leave of ROOM goes to columns that may still grow: if it is under two
 * ems, to one that is not justified, so that the others keep whole ems. */
void tz_column_spread (const TzDemand *d, TzLen *widths, TzLen room);
/* Floors that do not fit together give way in proportion: first what numbers and codes do not need, then what
 * they do not need in smaller type, at last down to two ems. */
void tz_column_squeeze (const TzDemand *d, TzLen *widths, TzLen room);

#endif
