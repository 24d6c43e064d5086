#include "help/golden.h"

#include <glib.h>
#include <glib/gstdio.h>

#include <stdio.h>

enum { MOST_LINES = 200 }; /* of a difference that is shown */

/* A comment each, as TAP wants it; not through g_test_message, which turns hanzi into question
 * marks where the locale is C. */
static void say_lines (const char *text)
{
  char **lines = g_strsplit (text, "\n", -1);
  guint n = g_strv_length (lines);
  for (guint i = 0; i < n && i < MOST_LINES; i++)
    if (*lines[i] != '\0' || i + 1 < n)
      printf ("# %s\n", lines[i]);
  if (n > MOST_LINES)
    printf ("# … and %u lines more\n", n - MOST_LINES);
  fflush (stdout);
  g_strfreev (lines);
}

/* What diff says of the file PATH and TEXT; NULL where there is no diff. g_free. */
static char *difference (const char *path, const char *text)
{
  char *now = NULL, *said = NULL;
  int handle = g_file_open_tmp ("golden-XXXXXX", &now, NULL);
  g_assert_cmpint (handle, >=, 0);
  g_close (handle, NULL);
  g_assert_true (g_file_set_contents (now, text, -1, NULL));
  const char *command[] = { "diff", "-u", "--label", path, "--label", "now", path, now, NULL };
  g_spawn_sync (NULL, (char **)command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &said, NULL, NULL, NULL);
  g_remove (now);
  g_free (now);
  return said;
}

void assert_golden (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", folder, name, NULL);
  g_autofree char *wanted = NULL;
  if (g_strcmp0 (g_getenv ("UPDATE_GOLDEN"), "1") == 0)
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
  if (g_file_get_contents (path, &wanted, NULL, NULL) && g_str_equal (text, wanted))
    return;
  g_autofree char *said = wanted ? difference (path, text) : g_strconcat ("no file ", path, NULL);
  say_lines (said ? said : text);
  g_test_fail ();
}
