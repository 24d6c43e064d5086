#include "base/data.h"

#include <glib.h>

/* The folder of the running program, links followed; the current one where /proc
 * is not mounted. */
static char *program_folder (void)
{
  char *program = g_file_read_link ("/proc/self/exe", NULL);
  char *folder = program != NULL ? g_path_get_dirname (program) : g_get_current_dir ();
  g_free (program);
  return folder;
}

/* FOLDER/RELATIVE if it is a folder, else NULL. */
static char *existing_folder (const char *folder, const char *relative)
{
  char *path = g_build_filename (folder, relative, NULL);
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return path;
  g_free (path);
  return NULL;
}

static gboolean is_build_folder (const char *folder)
{
  char *name = g_path_get_basename (folder);
  gboolean is = g_str_has_prefix (name, "build");
  g_free (name);
  return is;
}

/* SUB in the source tree that holds the build folder: the program is
 * TREE/build/taizhang, its unit tests are TREE/build/tests/test-…. A tree is known
 * by its Makefile, so that a home folder with an own "templates" is not taken for one. */
static char *find_in_tree (const char *program_dir, const char *sub)
{
  char *build = is_build_folder (program_dir) ? g_strdup (program_dir) : g_path_get_dirname (program_dir);
  char *tree = g_path_get_dirname (build);
  char *makefile = g_build_filename (tree, "Makefile", NULL);
  char *path = NULL;
  if (is_build_folder (build) && g_file_test (makefile, G_FILE_TEST_IS_REGULAR))
    path = existing_folder (tree, sub);
  g_free (build);
  g_free (tree);
  g_free (makefile);
  return path;
}

char *tz_data_path (const char *sub)
{
  const char *chosen = g_getenv ("TAIZHANG_DATA");
  if (chosen != NULL && *chosen != '\0') {
    char *data = g_canonicalize_filename (chosen, NULL);
    char *path = g_build_filename (data, sub, NULL);
    g_free (data);
    return path;
  }

  char *folder = program_folder ();
  char *path = find_in_tree (folder, sub);
  if (path == NULL) {
    char *shared = g_build_filename ("..", "share", "taizhang", sub, NULL);
    path = existing_folder (folder, shared);
    g_free (shared);
  }
  if (path == NULL)
    path = g_build_filename (TZ_PREFIX, "share", "taizhang", sub, NULL);
  g_free (folder);
  return path;
}

char *tz_data_locale_path (void)
{
  char *folder = program_folder ();
  char *path = existing_folder (folder, "share/locale"); /* of a build folder */
  if (path == NULL)
    path = existing_folder (folder, "../share/locale"); /* of PREFIX/bin and of build/tests */
  if (path == NULL)
    path = g_build_filename (TZ_PREFIX, "share", "locale", NULL);
  g_free (folder);
  return path;
}
