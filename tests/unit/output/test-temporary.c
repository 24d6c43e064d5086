#include "help/fixture.h"
#include "output/temporary.h"

#include <errno.h>

typedef struct {
  char *folder;
  int number;
} Case;

static void set_up (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  c->folder = tz_fixture_folder ();
  c->number = 0;
}

static void tear_down (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  tz_fixture_remove (c->folder);
}

static gboolean is_empty (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  gboolean empty = g_dir_read_name (dir) == NULL;
  g_dir_close (dir);
  return empty;
}

static void test_names_differ (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  char *a = tz_temporary_new (c->folder, &c->number), *b = tz_temporary_new (c->folder, &c->number);
  g_assert_cmpstr (a, !=, b);
  tz_temporary_remove (a);
  tz_temporary_remove (b);
}

static void test_removes_it_with_files (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  char *own = tz_temporary_new (c->folder, &c->number);
  char *file = g_build_filename (own, "part", NULL);
  g_assert_true (g_file_set_contents (file, "text", -1, NULL));
  tz_temporary_remove (own);
  g_assert_true (is_empty (c->folder));
  g_free (file);
}

static void test_tells_why_not (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  char *none = g_build_filename (c->folder, "none", NULL);
  g_assert_null (tz_temporary_new (none, &c->number));
  g_assert_cmpint (c->number, ==, ENOENT);
  g_free (none);
}

int main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (Case *c, gconstpointer data);
  } tests[] = {
    { "/temporary/names-differ", test_names_differ },
    { "/temporary/removes-it-with-files", test_removes_it_with_files },
    { "/temporary/tells-why-not", test_tells_why_not },
  };
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Case, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
