/* Memory that is given piece by piece and taken back all at once. */
#ifndef TZ_BASE_ARENA_H
#define TZ_BASE_ARENA_H

#include <glib.h>

typedef struct TzArena TzArena;

TzArena *tz_arena_new (void);
void tz_arena_free (TzArena *arena);

/* SIZE bytes, not cleared, aligned for any type; never NULL. */
gpointer tz_arena_alloc (TzArena *arena, gsize size);

/* Takes back everything handed out. */
void tz_arena_reset (TzArena *arena);

#endif
