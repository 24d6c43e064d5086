/* Cells that stand beside the table, apart from it: a remark typed far to the right, a scale of colours. */
#ifndef TZ_MODEL_STRAY_H
#define TZ_MODEL_STRAY_H

#include "read/rows.h"

/* Empties the cells of ROWS that stand beside the table, and returns how many; *PLACE and *TEXT (lent by the
 * rows' texts) are those of the first. Rows without such cells stay as they are. */
int tz_rows_set_aside (TzRows *rows, TzPlace *place, const char **text);

#endif
