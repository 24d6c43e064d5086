/* Lists in the values of an INI. */
#include "read/list.h"

/* The parts of TEXT at MARK, each in brackets. */
static void expect (const char *text, const char *mark, const char *parts)
{
  char **list = tz_list_split (text, mark);
  GString *all = g_string_new (NULL);
  for (char **part = list; *part; part++)
    g_string_append_printf (all, "[%s]", *part);
  g_assert_cmpstr (all->str, ==, parts);
  g_string_free (all, TRUE);
  g_strfreev (list);
}

static void test_blanks_go (void)
{
  expect (" 是 ; 否; 不适用 ", ";", "[是][否][不适用]");
}

static void test_empty_parts_stay (void)
{
  expect ("甲,,乙,", ",", "[甲][][乙][]");
  expect ("", ",", "[]");
}

static void test_escaped_mark_is_text (void)
{
  expect ("甲\\;乙;丙", ";", "[甲\\;乙][丙]");
}

/* The backslash before the mark is itself escaped. */
static void test_escaped_backslash_is_none (void)
{
  expect ("甲\\\\;乙", ";", "[甲\\\\][乙]");
}

static void test_long_mark (void)
{
  expect ("指标 / 元/千瓦时", " / ", "[指标][元/千瓦时]");
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list/blanks-go", test_blanks_go);
  g_test_add_func ("/list/empty-parts-stay", test_empty_parts_stay);
  g_test_add_func ("/list/escaped-mark-is-text", test_escaped_mark_is_text);
  g_test_add_func ("/list/escaped-backslash-is-none", test_escaped_backslash_is_none);
  g_test_add_func ("/list/long-mark", test_long_mark);
  return g_test_run ();
}
