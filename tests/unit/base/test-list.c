#include "base/list.h"

typedef char *(*Join) (const char *const *words);

static void assert_list (Join join, const char *const *words, const char *wanted)
{
  char *list = join (words);
  g_assert_cmpstr (list, ==, wanted);
  g_free (list);
}

static void test_none (void)
{
  assert_list (tz_list_and, (const char *const[]){ NULL }, "");
}

static void test_one (void)
{
  assert_list (tz_list_or, (const char *const[]){ "pdf", NULL }, "pdf");
}

static void test_two (void)
{
  assert_list (tz_list_or, (const char *const[]){ "pdf", "png", NULL }, "pdf or png");
}

static void test_many (void)
{
  assert_list (tz_list_and, (const char *const[]){ "xlsx", "pdf", "ofd", "png", NULL },
               "xlsx, pdf, ofd and png");
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list/none", test_none);
  g_test_add_func ("/list/one", test_one);
  g_test_add_func ("/list/two", test_two);
  g_test_add_func ("/list/many", test_many);
  return g_test_run ();
}
