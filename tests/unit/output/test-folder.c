#include "help/fixture.h"
#include "output/folder.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  char *home, *path;
  GPtrArray *paths;
} Case;

static void set_up (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  c->home = tz_fixture_folder ();
  c->path = g_build_filename (c->home, "new", NULL);
  c->paths = g_ptr_array_new_with_free_func (g_free);
}

static void tear_down (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  g_ptr_array_unref (c->paths);
  g_free (c->path);
  tz_fixture_remove (c->home);
}

static int count_entries (const char *path)
{
  GDir *dir = g_dir_open (path, 0, NULL);
  int n = 0;
  while (dir && g_dir_read_name (dir))
    n++;
  if (dir)
    g_dir_close (dir);
  return n;
}

static TzFolder *filled (const Case *c, const char *path)
{
  GError *error = NULL;
  TzFolder *folder = tz_folder_new (path, &error);
  g_assert_no_error (error);
  g_assert_true (tz_folder_add (folder, "a", "1", 1, &error));
  g_assert_true (tz_folder_add (folder, "b", "22", 2, &error));
  g_assert_cmpint (c->paths->len, ==, 0);
  return folder;
}

/* Nothing is seen of it before it has its name, and nothing else afterwards. */
static void test_appears (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  TzFolder *folder = filled (c, c->path);
  g_assert_false (g_file_test (c->path, G_FILE_TEST_EXISTS));
  g_assert_true (tz_folder_commit (folder, c->paths, NULL));
  tz_folder_free (folder);
  g_assert_cmpint (count_entries (c->path), ==, 2);
  g_assert_cmpint (count_entries (c->home), ==, 1);
  g_assert_cmpint (c->paths->len, ==, 2);
  g_autofree char *text = NULL;
  g_assert_true (g_file_get_contents (c->paths->pdata[1], &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "22");
}

static void test_is_forgotten (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  tz_folder_free (filled (c, c->path));
  g_assert_cmpint (count_entries (c->home), ==, 0);
}

/* An empty folder stays the one that it was. */
static void test_empty_folder (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  GStatBuf before, after;
  g_assert_cmpint (g_mkdir (c->path, 0700), ==, 0);
  g_assert_cmpint (g_stat (c->path, &before), ==, 0);
  TzFolder *folder = filled (c, c->path);
  g_assert_true (tz_folder_commit (folder, c->paths, NULL));
  tz_folder_free (folder);
  g_assert_cmpint (g_stat (c->path, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
  g_assert_cmpint (count_entries (c->path), ==, 2);
}

/* What came meanwhile is not overwritten, and what was written is taken back. */
static void test_taken_meanwhile (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *theirs = g_build_filename (c->path, "b", NULL);
  GError *error = NULL;
  g_assert_cmpint (g_mkdir (c->path, 0700), ==, 0);
  TzFolder *folder = filled (c, c->path);
  g_assert_true (g_file_set_contents (theirs, "x", 1, NULL));
  g_assert_false (tz_folder_commit (folder, c->paths, &error));
  g_assert_nonnull (error);
  g_error_free (error);
  tz_folder_free (folder);
  g_assert_cmpint (count_entries (c->path), ==, 1);
  g_assert_cmpint (c->paths->len, ==, 0);
}

static void test_parents (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *deep = g_build_filename (c->path, "deep", "er/", NULL);
  TzFolder *folder = filled (c, deep);
  g_assert_false (g_file_test (c->path, G_FILE_TEST_EXISTS));
  g_assert_true (tz_folder_commit (folder, c->paths, NULL));
  tz_folder_free (folder);
  g_assert_cmpint (count_entries (deep), ==, 2);
}

static void test_free_names (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *file = g_build_filename (c->home, "file", NULL);
  g_assert_true (tz_folder_is_free (c->path));
  g_assert_true (tz_folder_is_free (c->home));
  g_assert_true (g_file_set_contents (file, "x", 1, NULL));
  g_assert_false (tz_folder_is_free (file));
  g_assert_false (tz_folder_is_free (c->home));
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/folder/appears", Case, NULL, set_up, test_appears, tear_down);
  g_test_add ("/folder/is-forgotten", Case, NULL, set_up, test_is_forgotten, tear_down);
  g_test_add ("/folder/empty-folder", Case, NULL, set_up, test_empty_folder, tear_down);
  g_test_add ("/folder/taken-meanwhile", Case, NULL, set_up, test_taken_meanwhile, tear_down);
  g_test_add ("/folder/parents", Case, NULL, set_up, test_parents, tear_down);
  g_test_add ("/folder/free-names", Case, NULL, set_up, test_free_names, tear_down);
  return g_test_run ();
}
