/* The files are written into a temporary folder beside the new one, which then gets the new one's name. A
 * folder that is there already, empty, stays the same one, as somebody may stand in it: then the temporary
 * folder is made in it and the files get their names one after the other. */
#include "output/folder.h"

#include "output/backend.h"
#include "output/temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct TzFolder {
  char *path;        /* as it will be called */
  char *temporary;   /* NULL once committed */
  gboolean is_there; /* it was, empty */
  GPtrArray *names;  /* of char * */
};

static gboolean is_empty (const char *path)
{
  GDir *dir = g_dir_open (path, 0, NULL);
  gboolean empty = dir && !g_dir_read_name (dir);
  if (dir)
    g_dir_close (dir);
  return empty;
}

/* A link that leads nowhere is there, too. */
static gboolean is_there (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_SYMLINK);
}

gboolean tz_folder_is_free (const char *path)
{
  return is_empty (path) || !is_there (path);
}

/* PATH without "/" at its end. g_free. */
static char *bare (const char *path)
{
  g_autofree char *joined = g_build_filename (path, NULL);
  gsize n = strlen (joined);
  while (n > 1 && joined[n - 1] == G_DIR_SEPARATOR)
    n--;
  return g_strndup (joined, n);
}

/* The nearest folder above PATH that is there. g_free. */
static char *first_there (const char *path)
{
  char *folder = g_path_get_dirname (path);
  while (!is_there (folder) && strlen (folder) > 1) {
    char *above = g_path_get_dirname (folder);
    g_free (folder);
    folder = above;
  }
  return folder;
}

TzFolder *tz_folder_new (const char *path, GError **error)
{
  TzFolder *folder = g_new0 (TzFolder, 1);
  int number = 0;
  folder->path = bare (path);
  folder->is_there = is_there (folder->path);
  folder->names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *near = folder->is_there ? g_strdup (folder->path) : first_there (folder->path);
  folder->temporary = tz_temporary_new (near, &number);
  if (folder->temporary)
    return folder;
  tz_output_set_error (error, folder->path, number);
  tz_folder_free (folder);
  return NULL;
}

void tz_folder_free (TzFolder *folder)
{
  if (!folder)
    return;
  tz_temporary_remove (folder->temporary);
  g_ptr_array_unref (folder->names);
  g_free (folder->path);
  g_free (folder);
}

const char *tz_folder_hidden (const TzFolder *folder)
{
  return folder->temporary;
}

/* The errno of what failed, or 0. */
static int write_all (int fd, const char *bytes, gsize n_bytes)
{
  while (n_bytes > 0) {
    gssize n = write (fd, bytes, n_bytes);
    if (n < 0 && errno != EINTR)
      return errno;
    if (n > 0) {
      bytes += n;
      n_bytes -= (gsize)n;
    }
  }
  return fsync (fd) == 0 ? 0 : errno;
}

static int write_file (const char *path, const void *bytes, gsize n_bytes)
{
  int fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (fd < 0)
    return errno;
  int number = write_all (fd, bytes, n_bytes);
  return close (fd) != 0 && number == 0 ? errno : number;
}

gboolean tz_folder_add (TzFolder *folder, const char *name, const void *bytes, gsize n_bytes, GError **error)
{
  g_autofree char *path = g_build_filename (folder->temporary, name, NULL);
  g_autofree char *final = g_build_filename (folder->path, name, NULL);
  int number = write_file (path, bytes, n_bytes);
  g_ptr_array_add (folder->names, g_strdup (name));
  if (number != 0)
    tz_output_set_error (error, final, number);
  return number == 0;
}

/* The rights that a folder has which is made in the usual way. */
static void set_rights (const char *path)
{
  mode_t mask = umask (0);
  umask (mask);
  if (g_chmod (path, 0777 & ~mask) != 0)
    g_debug ("%s: %s", path, g_strerror (errno)); /* it stays the user's alone */
}

/* Removes the folders from PARENT up to, but not with, NEAR: those that were made for it. */
static void remove_parents (const char *parent, const char *near)
{
  g_autofree char *folder = g_strdup (parent);
  while (!g_str_equal (folder, near) && g_rmdir (folder) == 0) {
    char *above = g_path_get_dirname (folder);
    g_free (folder);
    folder = above;
  }
}

/* The errno of what failed, or 0. */
static int rename_folder (TzFolder *folder)
{
  g_autofree char *parent = g_path_get_dirname (folder->path), *near = first_there (folder->path);
  int number = g_mkdir_with_parents (parent, 0777) == 0 ? 0 : errno;
  set_rights (folder->temporary);
  if (number == 0 && g_rename (folder->temporary, folder->path) != 0)
    number = errno;
  if (number != 0)
    remove_parents (parent, near);
  return number;
}

static void take_back (const TzFolder *folder, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_autofree char *path = g_build_filename (folder->path, folder->names->pdata[i], NULL);
    g_unlink (path);
  }
}

static int rename_files (TzFolder *folder)
{
  for (guint i = 0; i < folder->names->len; i++) {
    g_autofree char *from = g_build_filename (folder->temporary, folder->names->pdata[i], NULL);
    g_autofree char *to = g_build_filename (folder->path, folder->names->pdata[i], NULL);
    int number = is_there (to) ? EEXIST : g_rename (from, to) == 0 ? 0 : errno;
    if (number != 0) {
      take_back (folder, i);
      return number;
    }
  }
  return 0;
}

gboolean tz_folder_commit (TzFolder *folder, GPtrArray *paths, GError **error)
{
  tz_temporary_hold ();
  int number = folder->is_there ? rename_files (folder) : rename_folder (folder);
  tz_temporary_remove (g_steal_pointer (&folder->temporary));
  tz_temporary_release ();
  if (number != 0)
    tz_output_set_error (error, folder->path, number);
  for (guint i = 0; i < folder->names->len && number == 0; i++)
    g_ptr_array_add (paths, g_build_filename (folder->path, folder->names->pdata[i], NULL));
  return number == 0;
}
