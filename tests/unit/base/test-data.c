#include "base/data.h"

#include <glib.h>

/* TAIZHANG_DATA goes before everything, whether the folder exists or not. */
static void test_environment (void)
{
  g_setenv ("TAIZHANG_DATA", "/nowhere/else", TRUE);
  char *path = tz_data_path ("templates");
  g_assert_cmpstr (path, ==, "/nowhere/else/templates");
  g_free (path);
}

/* A path from the current folder becomes absolute, for what is built on it goes through
 * functions that take absolute paths only. */
static void test_environment_relative (void)
{
  g_autofree char *folder = g_get_current_dir ();
  g_autofree char *wanted = g_build_filename (folder, "else", "fonts", NULL);
  g_setenv ("TAIZHANG_DATA", "./else", TRUE);
  g_autofree char *path = tz_data_path ("fonts");
  g_assert_cmpstr (path, ==, wanted);
}

/* An empty variable is how a shell user switches it off. */
static void test_environment_empty (void)
{
  g_setenv ("TAIZHANG_DATA", "", TRUE);
  char *path = tz_data_path ("no-such-folder");
  g_assert_true (g_str_has_suffix (path, "/share/taizhang/no-such-folder"));
  g_free (path);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data/environment", test_environment);
  g_test_add_func ("/data/environment-relative", test_environment_relative);
  g_test_add_func ("/data/environment-empty", test_environment_empty);
  return g_test_run ();
}
