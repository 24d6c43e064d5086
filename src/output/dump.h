/* Grid, sized table and pages as text, for bug reports that can be read and for tests. */
#ifndef TZ_OUTPUT_DUMP_H
#define TZ_OUTPUT_DUMP_H

#include "layout/layout.h"

/* The words that name a product, NULL-ended: "grid", "table", "pages". */
const char *const *tz_dump_names (void);

/* WHAT is one of these words; NULL for another word. The text is the
 * same on every machine for the same fonts. g_free. */
char *tz_dump (const TzLayout *layout, const char *what);
/* The grid alone needs no layout. */
char *tz_dump_grid (const TzGrid *grid);

#endif
