/* Which files a book reads. */
#include "compose/book/data.h"
#include "read/source.h"

#include <string.h>

static int compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Files that spreadsheet programs and editors keep beside their own are not meant. */
static gboolean is_meant (const char *name)
{
  return g_utf8_validate (name, -1, NULL) && *name != '.' && *name != '~';
}

GPtrArray *tz_book_find_files (const char *pattern)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *base = g_path_get_basename (pattern), *folder = g_path_get_dirname (pattern);
  if (!strpbrk (base, "*?")) {
    g_ptr_array_add (paths, g_strdup (pattern));
    return paths;
  }
  GPatternSpec *spec = g_pattern_spec_new (base);
  GDir *dir = g_dir_open (folder, 0, NULL);
  gboolean here = g_str_equal (folder, ".") && !g_str_has_prefix (pattern, "./");
  for (const char *name; dir && (name = g_dir_read_name (dir));)
    if (is_meant (name) && g_pattern_spec_match_string (spec, name))
      g_ptr_array_add (paths, here ? g_strdup (name) : g_build_filename (folder, name, NULL));
  if (dir)
    g_dir_close (dir);
  g_pattern_spec_free (spec);
  g_ptr_array_sort (paths, compare_paths);
  return paths;
}

/* PATH without the name of a sheet: what is not to be written over. g_free. */
static char *file_of (const char *path)
{
  g_autofree char *sheet = NULL;
  return tz_source_path (path, &sheet);
}

static void add_files (const TzBook *book, const char *key, GPtrArray *paths)
{
  const TzIniKey *said = tz_ini_lookup (book->ini, "book", "", key);
  if (!said || *said->value == '\0')
    return;
  g_autofree char *path = tz_book_path (book, said->value), *pattern = file_of (path);
  GPtrArray *found = tz_book_find_files (pattern);
  g_ptr_array_extend_and_steal (paths, found);
}

GPtrArray *tz_book_files (const TzBook *book)
{
  static const char *const keys[] = { "tasks", "data", "progress", "calendar" };
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (paths, file_of (book->input));
  for (guint i = 0; i < book->documents->len; i++)
    g_ptr_array_add (paths, file_of (((const TzBookDocument *)book->documents->pdata[i])->data));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    add_files (book, keys[i], paths);
  return paths;
}
