/* The inner products as text: for bug reports one can read and for tests. */
#ifndef TZ_OUTPUT_DUMP_H
#define TZ_OUTPUT_DUMP_H

#include "layout/layout.h"

/* WHAT is "grid", "table" or "pages"; NULL for another word. The text is the
 * same on every machine for the same fonts. g_free. */
char *tz_dump (const TzLayout *layout, const char *what);
/* The grid alone needs no layout. */
char *tz_dump_grid (const TzGrid *grid);

#endif
