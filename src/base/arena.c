#include "base/arena.h"

#define BLOCK 65536
#define ALIGN 16

struct TzArena {
  GPtrArray *blocks;
  char *next;
  gsize left;
};

TzArena *tz_arena_new (void)
{
  TzArena *arena = g_new0 (TzArena, 1);
  arena->blocks = g_ptr_array_new_with_free_func (g_free);
  return arena;
}

void tz_arena_free (TzArena *arena)
{
  if (!arena)
    return;
  g_ptr_array_unref (arena->blocks);
  g_free (arena);
}

gpointer tz_arena_alloc (TzArena *arena, gsize size)
{
  size = (size + ALIGN - 1) / ALIGN * ALIGN;
  if (size > BLOCK / 4) { /* a large piece gets a block of its own */
    char *own = g_malloc (size);
    g_ptr_array_add (arena->blocks, own);
    return own;
  }
  if (size > arena->left) {
    arena->next = g_malloc (BLOCK);
    arena->left = BLOCK;
    g_ptr_array_add (arena->blocks, arena->next);
  }
  char *piece = arena->next;
  arena->next += size;
  arena->left -= size;
  return piece;
}

void tz_arena_reset (TzArena *arena)
{
  g_ptr_array_set_size (arena->blocks, 0);
  arena->next = NULL;
  arena->left = 0;
}
