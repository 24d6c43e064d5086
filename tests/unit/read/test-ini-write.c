#include "help/findings.h"
#include "read/ini_write.h"

#include <string.h>

/* INI written and read again. */
static TzIni *again (const TzIni *ini, TzDiag *diag)
{
  g_autoptr (GString) out = g_string_new (NULL);
  tz_ini_write_remark (out, "one\n\ntwo = 2");
  for (int i = 0; i < tz_ini_n_sections (ini); i++)
    tz_ini_write_section (out, tz_ini_section (ini, i));
  tz_ini_write_hint (out, "hint", "first\nsecond");
  return tz_ini_parse (out->str, out->len, "x.ini", diag);
}

static void test_comes_back (void)
{
  static const char *const values[][2] = { { "a", "" },
                                           { "longer-key", "任务 | 事项" },
                                           { "b", "合计; 小计" },
                                           { "c", "第一行\n第二行\n3 = x" },
                                           { "last", "#C00000" } };
  TzIni *ini = tz_ini_new ("");
  TzDiag *diag = tz_diag_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    tz_ini_put (ini, "column", "名", values[i][0], values[i][1]);
  tz_ini_put (ini, "book", "", "title", "x");
  TzIni *read = again (ini, diag);
  assert_findings (diag, "");
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    g_assert_cmpstr (tz_ini_lookup (read, "column", "名", values[i][0])->value, ==, values[i][1]);
  g_assert_cmpint (tz_ini_lookup_section (read, "column", "名")->n_keys, ==, G_N_ELEMENTS (values));
  g_assert_cmpstr (tz_ini_lookup (read, "book", "", "title")->value, ==, "x");
  g_assert_cmpint (tz_ini_n_sections (read), ==, 2);
  tz_ini_free (read);
  tz_ini_free (ini);
  tz_diag_free (diag);
}

/* Keys stand one below the other. */
static void test_layout (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  TzIni *ini = tz_ini_new ("");
  tz_ini_put (ini, "page", "", "paper", "A4");
  tz_ini_put (ini, "page", "", "orientation", "");
  tz_ini_put (ini, "page", "", "notes", "甲\n乙");
  tz_ini_write_section (out, tz_ini_section (ini, 0));
  tz_ini_write_hint (out, "width", "12mm");
  g_assert_cmpstr (
      out->str, ==,
      "[page]\npaper       = A4\norientation =\nnotes       = 甲\n              乙\n; width = 12mm\n");
  tz_ini_free (ini);
}

static void test_can_hold (void)
{
  static const char *const good[] = { "台账.xlsx#任务 台账", "a;b", "a=b", "" };
  static const char *const bad[] = { " a", "a ", "a ; b", "a\nb", "; a" };
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (tz_ini_can_hold (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (tz_ini_can_hold (bad[i]));
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ini-write/comes-back", test_comes_back);
  g_test_add_func ("/ini-write/layout", test_layout);
  g_test_add_func ("/ini-write/can-hold", test_can_hold);
  return g_test_run ();
}
