/* Runs a fuzz function over files, as libFuzzer would over its corpus, with any
 * compiler: "fuzz-NAME FILE-OR-FOLDER...". Speaks TAP: a file is passed when the
 * function comes back; a crash leaves the plan unprinted. */
#include <glib.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static int n_files;

static void run_file (const char *path)
{
  char *data = NULL;
  gsize size = 0;
  GError *error = NULL;
  printf ("# %s\n", path); /* names the culprit if the function does not come back */
  fflush (stdout);
  n_files++;
  if (!g_file_get_contents (path, &data, &size, &error)) {
    printf ("not ok %d - %s\n", n_files, error->message);
    g_error_free (error);
    return;
  }
  /* A copy of exactly this size, so that the sanitizer sees the first byte behind it;
   * by malloc, as GLib gives NULL for nothing. */
  uint8_t *exact = malloc (size);
  if (size > 0)
    memcpy (exact, data, size);
  g_free (data);
  LLVMFuzzerTestOneInput (exact, size);
  free (exact);
  printf ("ok %d - %s\n", n_files, path);
}

static int by_name (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *)a, *(char *const *)b);
}

static void run_path (const char *path)
{
  GDir *dir = g_dir_open (path, 0, NULL);
  if (dir == NULL) {
    run_file (path);
    return;
  }
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_dir_close (dir);
  g_ptr_array_sort (names, by_name);
  for (guint i = 0; i < names->len; i++)
    run_path (names->pdata[i]);
  g_ptr_array_unref (names);
}

int main (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    run_path (argv[i]);
  printf ("1..%d\n", n_files);
  return n_files > 0 ? 0 : 1;
}
