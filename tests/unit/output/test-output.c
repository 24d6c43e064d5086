#include "help/fixture.h"
#include "output/output.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- back ends that do as told ---- */

static int fail_at = -1; /* page at which to fail */

static gboolean write_toy (G_GNUC_UNUSED const TzLayout *layout, G_GNUC_UNUSED TzFonts *fonts, const char *path,
                           int page, G_GNUC_UNUSED TzDiag *diag, GError **error)
{
  char *text = g_strdup_printf ("new %d", page);
  gboolean ok = g_file_set_contents (path, text, -1, error);
  g_free (text);
  if (ok && page == fail_at) {
    tz_output_set_error (error, path, ENOSPC);
    return FALSE;
  }
  return ok;
}

static const TzBackend whole = { .name = "toy", .extension = "toy", .write = write_toy };
static const TzBackend paged = { .name = "toy", .extension = "toy", .write = write_toy, .per_page = TRUE };

typedef struct {
  TzDoc *doc;
  TzLayout *layout;
  TzDiag *diag;
  GPtrArray *paths;
  GError *error;
  char *folder;
} Case;

static void set_up (Case *c, gconstpointer data)
{
  fail_at = -1;
  c->doc = tz_fixture_doc ();
  c->layout = tz_fixture_layout (c->doc, 60 * TZ_PT, GPOINTER_TO_INT (data));
  c->diag = tz_diag_new ();
  c->paths = g_ptr_array_new_with_free_func (g_free);
  c->error = NULL;
  c->folder = tz_fixture_folder ();
}

static void tear_down (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  tz_fixture_layout_free (c->layout);
  tz_doc_free (c->doc);
  tz_diag_free (c->diag);
  g_ptr_array_unref (c->paths);
  g_clear_error (&c->error);
  tz_fixture_remove (c->folder);
}

static gboolean write_with (Case *c, const TzBackend *backend)
{
  return tz_backend_write (backend, c->layout, NULL, c->folder, c->paths, c->diag, &c->error);
}

static void put (const Case *c, const char *name, const char *text)
{
  char *path = g_build_filename (c->folder, name, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_free (path);
}

static void assert_holds (const Case *c, const char *name, const char *wanted)
{
  char *path = g_build_filename (c->folder, name, NULL), *text = NULL;
  g_file_get_contents (path, &text, NULL, NULL);
  g_assert_cmpstr (text, ==, wanted);
  g_free (path);
  g_free (text);
}

static guint count_files (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  guint n = 0;
  while (g_dir_read_name (dir))
    n++;
  g_dir_close (dir);
  return n;
}

/* ---- one file ---- */

static void test_writes_and_names (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  g_assert_true (write_with (c, &whole));
  g_assert_no_error (c->error);
  assert_holds (c, "ledger.toy", "new 0");
  g_assert_cmpuint (c->paths->len, ==, 1);
  g_assert_true (g_str_has_suffix (g_ptr_array_index (c->paths, 0), "/ledger.toy"));
  g_assert_cmpuint (count_files (c->folder), ==, 1);
}

static void test_replaces_older (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  put (c, "ledger.toy", "old");
  g_assert_true (write_with (c, &whole));
  assert_holds (c, "ledger.toy", "new 0");
}

static void test_failure_leaves_older (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  put (c, "ledger.toy", "old");
  fail_at = 0;
  g_assert_false (write_with (c, &whole));
  assert_holds (c, "ledger.toy", "old");
  g_assert_cmpuint (count_files (c->folder), ==, 1);
  g_assert_cmpuint (c->paths->len, ==, 0);
}

static void test_failure_names_file_and_advice (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  fail_at = 0;
  g_assert_false (write_with (c, &whole));
  g_assert_error (c->error, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
  g_assert_nonnull (strstr (c->error->message, "/ledger.toy”"));
  g_assert_nonnull (strstr (c->error->message, "-o"));
  g_assert_null (strstr (c->error->message, ".tmp"));
}

static void test_makes_folders (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  char *deep = g_build_filename (c->folder, "a", "b", NULL);
  g_assert_true (tz_backend_write (&whole, c->layout, NULL, deep, c->paths, c->diag, &c->error));
  assert_holds (c, "a/b/ledger.toy", "new 0");
  g_free (deep);
}

static void test_folder_is_a_file (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  put (c, "file", "old");
  char *path = g_build_filename (c->folder, "file", NULL);
  g_assert_false (tz_backend_write (&whole, c->layout, NULL, path, c->paths, c->diag, &c->error));
  g_assert_nonnull (strstr (c->error->message, path));
  assert_holds (c, "file", "old");
  g_free (path);
}

static void test_name_is_a_folder (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  char *path = g_build_filename (c->folder, "ledger.toy", NULL);
  g_mkdir (path, 0777);
  g_assert_false (write_with (c, &whole));
  g_assert_nonnull (c->error);
  g_assert_cmpuint (count_files (c->folder), ==, 1);
  g_free (path);
}

static void test_unwritable_folder (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  if (geteuid () == 0) {
    g_test_skip ("root may write everywhere");
    return;
  }
  g_chmod (c->folder, 0555);
  g_assert_false (write_with (c, &whole));
  g_assert_error (c->error, G_FILE_ERROR, G_FILE_ERROR_ACCES);
  g_chmod (c->folder, 0755);
}

static void test_refuses_paths_as_names (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  static const char *const names[] = { "", ".", "..", "a/b", "../a", "/a" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_free (c->doc->name);
    c->doc->name = g_strdup (names[i]);
    g_assert_false (write_with (c, &whole));
    g_assert_error (c->error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
    g_clear_error (&c->error);
  }
  g_assert_cmpuint (count_files (c->folder), ==, 0);
}

/* 80 hanzi take 240 of the 255 bytes that a name may have. */
static void test_long_name (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  GString *name = g_string_new (NULL);
  for (int i = 0; i < 80; i++)
    g_string_append (name, "台");
  g_free (c->doc->name);
  c->doc->name = g_string_free (name, FALSE);
  g_assert_true (write_with (c, &whole));
  g_assert_no_error (c->error);
}

static void test_link_is_replaced (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  put (c, "elsewhere", "old");
  char *path = g_build_filename (c->folder, "ledger.toy", NULL);
  g_assert_cmpint (symlink ("elsewhere", path), ==, 0);
  g_assert_true (write_with (c, &whole));
  assert_holds (c, "ledger.toy", "new 0");
  assert_holds (c, "elsewhere", "old");
  g_free (path);
}

static void test_mode_follows_umask (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  mode_t before = umask (027);
  g_assert_true (write_with (c, &whole));
  umask (before);
  GStatBuf about;
  g_assert_cmpint (g_stat (g_ptr_array_index (c->paths, 0), &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0640);
}

/* ---- one file a page ---- */

static void test_single_page_has_no_number (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  g_assert_true (write_with (c, &paged));
  assert_holds (c, "ledger.toy", "new 0");
  g_assert_cmpuint (count_files (c->folder), ==, 1);
}

static void test_pages_are_numbered_alike (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  g_assert_true (write_with (c, &paged));
  assert_holds (c, "ledger-01.toy", "new 0");
  assert_holds (c, "ledger-12.toy", "new 11");
  g_assert_cmpuint (c->paths->len, ==, 12);
  g_assert_cmpuint (tz_diag_count (c->diag), ==, 0);
}

static void test_failing_page_leaves_all_older (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  put (c, "ledger-1.toy", "old");
  fail_at = 2;
  g_assert_false (write_with (c, &paged));
  assert_holds (c, "ledger-1.toy", "old");
  g_assert_cmpuint (count_files (c->folder), ==, 1);
}

static void test_old_pages_are_told (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  static const char *const stale[] = { "ledger.toy", "ledger-4.toy", "ledger-01.toy" };
  for (guint i = 0; i < G_N_ELEMENTS (stale); i++)
    put (c, stale[i], "old");
  put (c, "ledger-2021.toy", "another document");
  g_assert_true (write_with (c, &paged));
  g_assert_cmpuint (tz_diag_n_warnings (c->diag), ==, G_N_ELEMENTS (stale));
  for (guint i = 0; i < G_N_ELEMENTS (stale); i++) {
    g_assert_cmpstr (tz_diag_get (c->diag, i)->code, ==, "old-page");
    assert_holds (c, stale[i], "old");
  }
}

static void assert_names (const TzBackend *backend, int n_pages, const char *first, const char *last)
{
  char **names = tz_output_names (backend, "ledger", n_pages);
  guint n = g_strv_length (names);
  g_assert_cmpuint (n, ==, backend->per_page ? n_pages : 1);
  g_assert_cmpstr (names[0], ==, first);
  g_assert_cmpstr (names[n - 1], ==, last);
  g_strfreev (names);
}

static void test_names (void)
{
  assert_names (&whole, 12, "ledger.toy", "ledger.toy");
  assert_names (&paged, 1, "ledger.toy", "ledger.toy");
  assert_names (&paged, 9, "ledger-1.toy", "ledger-9.toy");
  assert_names (&paged, 10, "ledger-01.toy", "ledger-10.toy");
}

static void test_backends_are_listed (void)
{
  const char *const *names = tz_backend_names ();
  g_assert_true (g_strv_contains (names, "xlsx"));
  g_assert_true (g_strv_contains (names, "pdf"));
  g_assert_true (g_strv_contains (names, "png"));
  for (; *names; names++)
    g_assert_cmpstr (tz_backend_lookup (*names)->name, ==, *names);
  g_assert_null (tz_backend_lookup ("docx"));
  char *usual = tz_backend_default_names ();
  g_assert_cmpstr (usual, ==, "xlsx,pdf");
  g_free (usual);
}

int main (int argc, char **argv)
{
  static const struct {
    const char *path;
    int n_pages;
    void (*test) (Case *c, gconstpointer data);
  } tests[] = {
    { "/output/writes-and-names", 1, test_writes_and_names },
    { "/output/replaces-older", 1, test_replaces_older },
    { "/output/failure-leaves-older", 1, test_failure_leaves_older },
    { "/output/failure-names-file-and-advice", 1, test_failure_names_file_and_advice },
    { "/output/makes-folders", 1, test_makes_folders },
    { "/output/folder-is-a-file", 1, test_folder_is_a_file },
    { "/output/name-is-a-folder", 1, test_name_is_a_folder },
    { "/output/unwritable-folder", 1, test_unwritable_folder },
    { "/output/refuses-paths-as-names", 1, test_refuses_paths_as_names },
    { "/output/long-name", 1, test_long_name },
    { "/output/link-is-replaced", 1, test_link_is_replaced },
    { "/output/mode-follows-umask", 1, test_mode_follows_umask },
    { "/output/pages/single-has-no-number", 1, test_single_page_has_no_number },
    { "/output/pages/numbered-alike", 12, test_pages_are_numbered_alike },
    { "/output/pages/failing-leaves-all-older", 3, test_failing_page_leaves_all_older },
    { "/output/pages/old-ones-are-told", 3, test_old_pages_are_told },
  };
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Case, GINT_TO_POINTER (tests[i].n_pages), set_up, tests[i].test, tear_down);
  g_test_add_func ("/output/names", test_names);
  g_test_add_func ("/output/backends-are-listed", test_backends_are_listed);
  return g_test_run ();
}
