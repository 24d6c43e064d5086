/* A text that differs from its golden fails, and a person can read where. */
#include "help/golden.h"

#include <glib.h>

/* The first page of tests/golden/layout/notes.txt is not this. */
static void differs (void)
{
  assert_golden ("layout", "notes.txt", "纸张 small\n");
}

static void test_difference (void)
{
  g_test_trap_subprocess ("/golden/subprocess/differs", 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stdout ("*golden/layout/notes.txt*\n# -paper small*\n# +纸张 small\n*");
}

static void unknown (void)
{
  assert_golden ("layout", "no-such-file.txt", "text\n");
}

static void test_unknown (void)
{
  g_test_trap_subprocess ("/golden/subprocess/unknown", 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stdout ("*no file */no-such-file.txt*");
}

int main (int argc, char **argv)
{
  g_unsetenv ("UPDATE_GOLDEN");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/golden/subprocess/differs", differs);
  g_test_add_func ("/golden/subprocess/unknown", unknown);
  g_test_add_func ("/golden/difference", test_difference);
  g_test_add_func ("/golden/unknown", test_unknown);
  return g_test_run ();
}
