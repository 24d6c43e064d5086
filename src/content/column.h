/* A column of a table as layout and workbook see it. A form has one for each of its columns and
 * hands it to the grid whole: what a new property needs is a field here, the key by which a form
 * sets it (compose/form/language_table.c), and those that heed it. */
#ifndef TZ_CONTENT_COLUMN_H
#define TZ_CONTENT_COLUMN_H

#include "base/len.h"
#include "content/fill_in.h"

typedef enum {
  TZ_WIDTH_AUTO, /* solved between FLOOR and CAP */
  TZ_WIDTH_FIXED /* WIDTH as given */
} TzWidthPolicy;

/* What the summary of a workbook makes of a column. */
typedef enum {
  TZ_COUNT_NOTHING,
  TZ_COUNT_TASKS, /* one filled cell a task */
  TZ_COUNT_GROUP, /* merged cells that group tasks */
  TZ_COUNT_OWNER, /* units: those of TzGridRow.units */
  TZ_COUNT_STATE, /* one of the column's choices */
  TZ_COUNT_DEADLINE
} TzCountBy;

/* Texts are interned. */
typedef struct {
  const char *name; /* the word by which the form calls it, or NULL */
  TzWidthPolicy policy;
  TzLen width;             /* with its padding, as all widths of columns */
  TzLen floor, cap;        /* least and greatest width; 0: as the texts need; no cap */
  double weight;           /* share of spare room; 0 stands for 1 */
  gboolean key;            /* repeated where a wide table goes on sideways */
  TzFillIn fill;           /* of its body cells */
  const char *done, *late; /* ";"-separated: which choices mean so, or NULL */
  TzCountBy count_by;      /* depends on its neighbours: set by whoever makes the grid */
} TzColumn;

/* As wide as its texts need, with an equal share of what is left over. */
#define TZ_COLUMN_INIT                                                                                         \
  {                                                                                                            \
    .policy = TZ_WIDTH_AUTO, .weight = 1                                                                       \
  }

#endif
