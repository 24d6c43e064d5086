/* A ledger's figures, and which of its rows belong to which: what checks of totals look at. */
#ifndef TZ_MODEL_TOTAL_TABLE_H
#define TZ_MODEL_TOTAL_TABLE_H

#include "model/ledger.h"
#include "model/total_label.h"

typedef enum {
  TZ_SUM_HEADING,
  TZ_SUM_LEAF,  /* nothing belongs to it */
  TZ_SUM_NODE,  /* rows below belong to it by their codes, numbers or indents: 201 above 20101 */
  TZ_SUM_TOTAL, /* by its word, or by its class in the file */
  TZ_SUM_SHARE  /* 其中：… and what goes on with it: counted in the row above already */
} TzSumRole;

typedef struct {
  guint8 role;      /* TzSumRole */
  guint8 label;     /* TzLabelKind */
  gint8 word;       /* tz_label_word */
  int level;        /* 0 is the topmost; -1: a total outside of all levels */
  const char *text; /* its label, lent */
} TzSumRow;

typedef enum {
  TZ_FIGURE_NONE, /* an empty cell or a dash: counts as 0 */
  TZ_FIGURE_NUMBER,
  TZ_FIGURE_PERCENT,
  TZ_FIGURE_WORDS /* or a number of too many digits */
} TzFigureKind;

typedef struct {
  gint64 value;  /* × 10^-scale of its column */
  guint8 kind;   /* TzFigureKind */
  guint8 places; /* behind the point, as written */
  guint8 exact;  /* the same, but 12.0 has none: programs write whole numbers so */
} TzFigure;

typedef struct {
  int col; /* of the ledger */
  int scale;
  gboolean is_rate;  /* its title says so: 占比, 单价, 排名 */
  gboolean is_round; /* its title names a large unit, so that its figures are rounded: 万元 */
  TzFigure *figures; /* one a record */
} TzSumColumn;

typedef struct {
  const TzLedger *ledger;
  int n_rows, n_columns;
  int label_col;       /* of the ledger: names stand there */
  gboolean has_levels; /* some rows belong to others */
  int n_totals, first_leaf, last_leaf;
  TzSumRow *rows; /* one a record */
  TzSumColumn *columns;
} TzSumTable;

/* NULL: there is nothing to check. The ledger must outlive it. */
TzSumTable *tz_sum_table_new (const TzLedger *ledger);
void tz_sum_table_free (TzSumTable *table); /* NULL is allowed */

/* VALUE × 10^-SCALE, without superfluous zeros. g_free. */
char *tz_sum_to_string (gint64 value, int scale);

#endif
