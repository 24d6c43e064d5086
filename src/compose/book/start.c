#include "compose/book/start.h"

static void file_free (gpointer data)
{
  TzStartFile *file = data;
  g_free (file->name);
  g_free (file->bytes);
  g_free (file);
}

GPtrArray *tz_start_new (void)
{
  return g_ptr_array_new_with_free_func (file_free);
}

void tz_start_add (GPtrArray *files, const char *name, char *take_bytes, gsize n_bytes)
{
  TzStartFile *file = g_new0 (TzStartFile, 1);
  file->name = g_strdup (name);
  file->bytes = take_bytes;
  file->n_bytes = n_bytes;
  g_ptr_array_add (files, file);
}
