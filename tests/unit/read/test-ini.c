#include "read/ini.h"

#include <string.h>

#include "help/findings.h"

static TzIni *parse (const char *text, const char *findings)
{
  TzDiag *diag = tz_diag_new ();
  TzIni *ini = tz_ini_parse (text, strlen (text), "f.ini", diag);
  assert_findings (diag, findings);
  tz_diag_free (diag);
  return ini;
}

/* "[kind name] key=value; key=value; " for all there is; NULL for NULL. */
static char *to_string (const TzIni *ini)
{
  if (ini == NULL)
    return NULL;
  GString *all = g_string_new (NULL);
  for (int i = 0; i < tz_ini_n_sections (ini); i++) {
    const TzIniSection *section = tz_ini_section (ini, i);
    g_string_append_printf (all, "[%s|%s]", section->kind, section->name);
    for (int k = 0; k < section->n_keys; k++)
      g_string_append_printf (all, " %s=(%s)", section->keys[k].key, section->keys[k].value);
  }
  return g_string_free (all, FALSE);
}

static void assert_parsed (const char *text, const char *expected, const char *findings)
{
  TzIni *ini = parse (text, findings);
  char *string = to_string (ini);
  g_assert_cmpstr (string, ==, expected);
  g_free (string);
  tz_ini_free (ini);
}

static void test_plain (void)
{
  assert_parsed ("[book]\ntitle = 重点任务台账\nlabel=附表2\n", "[book|] title=(重点任务台账) label=(附表2)",
                 "");
}

static void test_last_line_without_end (void)
{
  assert_parsed ("[a]\nk = v", "[a|] k=(v)", "");
}

static void test_kind_and_name (void)
{
  assert_parsed ("[document  limits]\n[ column 责任单位 ]\n", "[document|limits][column|责任单位]", "");
}

static void test_long_section_name (void)
{
  static const char name[] = "关于全面提升获得电力服务水平持续优化用电营商环境重点任务台账";
  char *text = g_strdup_printf ("[document %s甲]\nk = 1\n[document %s乙]\nk = 2\n", name, name);
  char *expected = g_strdup_printf ("[document|%s甲] k=(1)[document|%s乙] k=(2)", name, name);
  assert_parsed (text, expected, "");
  g_free (text);
  g_free (expected);
}

static void test_sections_are_merged (void)
{
  assert_parsed ("[a]\nk = 1\n[b]\n[a]\nj = 2\n", "[a|] k=(1) j=(2)[b|]", "");
}

static void test_empty_values (void)
{
  assert_parsed ("[a]\nk =\nj = \n", "[a|] k=() j=()", "");
}

/* ---- values ---- */

static void test_value_is_exact (void)
{
  assert_parsed ("[a]\nk = \"x\" = 'y': a;b ;c #d  \\n\n", "[a|] k=(\"x\" = 'y': a;b ;c #d  \\n)", "");
}

static void test_colon_separates_too (void)
{
  assert_parsed ("[a]\nk: v = w\n", "[a|] k=(v = w)", "");
}

static void test_comments (void)
{
  assert_parsed ("; c\n# c\n[a] ; c\n  ; c\nk = v ; c\nj = v ;\ni = v;c\nh = ; c\n",
                 "[a|] k=(v) j=(v) i=(v;c) h=()", "");
}

/* Some 197 bytes are what inih can take at a time; blanks and semicolons must survive wherever the cuts fall.
 */
static void test_long_values_at_every_length (void)
{
  GString *value = g_string_new (NULL);
  for (int i = 0; value->len < 1200; i++) {
    g_string_append (value, i % 3 == 0 ? "办  ;" : i % 3 == 1 ? "=x: " : "“电”;;");
    char *text = g_strdup_printf ("[a]\nk = %s.\nj = 1\n", value->str);
    char *expected = g_strdup_printf ("[a|] k=(%s.) j=(1)", value->str);
    assert_parsed (text, expected, "");
    g_free (text);
    g_free (expected);
  }
  g_string_free (value, TRUE);
}

static void test_very_long_value (void)
{
  GString *text = g_string_new ("[a]\nk = ");
  for (int i = 0; i < 20000; i++)
    g_string_append (text, "长");
  TzIni *ini = parse (text->str, "");
  g_assert_cmpstr (tz_ini_lookup (ini, "a", "", "k")->value, ==, text->str + strlen ("[a]\nk = "));
  tz_ini_free (ini);
  g_string_free (text, TRUE);
}

/* A long comment's rest must not be read as a line of its own. */
static void test_very_long_comment (void)
{
  GString *text = g_string_new ("[a]\n; ");
  for (int i = 0; i < 100; i++)
    g_string_append (text, "no=yes ");
  assert_parsed (text->str, "[a|]", "");
  g_string_free (text, TRUE);
}

static void test_continuation (void)
{
  assert_parsed ("[a]\nk = 一\n  二 ; c\n\n; c\n\t三;\n　四\nj = 1\n", "[a|] k=(一\n二\n三;\n四) j=(1)", "");
  assert_parsed ("[a]\nk =\n  一\n  二\n", "[a|] k=(一\n二)", "");
}

/* As git and many editors indent: only what stands further right than the key continues it. */
static void test_indented_keys (void)
{
  assert_parsed ("[a]\n  k = 1\n  j = 2\n    more\n[b]\n\ti = 3\n", "[a|] k=(1) j=(2\nmore)[b|] i=(3)", "");
}

static void test_continuation_that_looks_like_a_key (void)
{
  assert_parsed ("[a]\nk = 1\n  width = 2\n", "[a|] k=(1\nwidth = 2)", "warning ini-indent 3:3");
}

/* ---- faults ---- */

static void test_line_without_sense (void)
{
  assert_parsed ("[a]\nwidth\nk = 1\n标题\n", NULL, "error ini-syntax 2:1; error ini-syntax 4:1");
}

static void test_key_before_any_section (void)
{
  assert_parsed ("k = 1\n[a]\n", NULL, "error ini-no-section 1:1");
}

static void test_no_key (void)
{
  assert_parsed ("[a]\n = 1\n", NULL, "error ini-syntax 2:2");
}

static void test_section_faults (void)
{
  assert_parsed ("[a\n", NULL, "error ini-syntax 1:1");
  assert_parsed ("[ ]\n", NULL, "error ini-syntax 1:1");
  assert_parsed ("[a] k = 1\n", NULL, "error ini-syntax 1:5");
}

static void test_duplicate_key (void)
{
  assert_parsed ("[a]\nk = 1\n[a]\nk = 2\n", "[a|] k=(2)", "warning ini-duplicate 4:1");
}

static void assert_message (const char *text, const char *part)
{
  TzDiag *diag = tz_diag_new ();
  g_assert_null (tz_ini_parse (text, strlen (text), "f.ini", diag));
  g_assert_nonnull (strstr (tz_diag_get (diag, 0)->message, part));
  tz_diag_free (diag);
}

static void test_full_width_marks (void)
{
  assert_message ("【book】\n", "half-width brackets");
  assert_message ("［book］\n", "half-width brackets");
  assert_message ("[book】\n", "half-width “]”");
  assert_message ("[a]\n标题＝一\n", "half-width “=”");
  assert_message ("[a]\n标题：一\n", "half-width “=”");
  assert_message ("；x = 1\n", "half-width “;”");
}

static void test_long_key (void)
{
  char *key = g_strnfill (5000, 'k');
  char *text = g_strdup_printf ("[a]\n%s = 1\n", key);
  assert_parsed (text, NULL, "error ini-syntax 2:1");
  g_free (key);
  g_free (text);
}

/* ---- places ---- */

static void test_places (void)
{
  TzIni *ini = parse ("; c\n[a]\n 键 =  值\nj =\n\n  值\n", "");
  const TzIniKey *key = tz_ini_lookup (ini, "a", "", "键");
  g_assert_cmpstr (key->place.file, ==, "f.ini");
  g_assert_cmpint (key->place.line, ==, 3);
  g_assert_cmpint (key->place.column, ==, 2);
  g_assert_cmpint (key->value_place.column, ==, 7);
  key = tz_ini_lookup (ini, "a", "", "j");
  g_assert_cmpint (key->value_place.line, ==, 6);
  g_assert_cmpint (key->value_place.column, ==, 3);
  g_assert_cmpint (tz_ini_section (ini, 0)->place.line, ==, 2);
  tz_ini_free (ini);
}

/* ---- asking and changing ---- */

static void test_lookup (void)
{
  TzIni *ini = parse ("[a]\nk = 1\n[a x]\nk = 2\n", "");
  g_assert_cmpstr (tz_ini_lookup (ini, "a", "", "k")->value, ==, "1");
  g_assert_cmpstr (tz_ini_lookup (ini, "a", "x", "k")->value, ==, "2");
  g_assert_null (tz_ini_lookup (ini, "a", "x", "j"));
  g_assert_null (tz_ini_lookup_section (ini, "b", ""));
  tz_ini_free (ini);
}

static void test_set (void)
{
  TzIni *ini = parse ("[book]\ntitle = 一\n", "");
  g_assert_true (tz_ini_set (ini, "book.title=a = b.c"));
  g_assert_true (tz_ini_set (ini, " column  v1.2 . width = 30mm "));
  char *string = to_string (ini);
  g_assert_cmpstr (string, ==, "[book|] title=(a = b.c)[column|v1.2] width=(30mm)");
  g_assert_cmpstr (tz_ini_lookup (ini, "book", "", "title")->place.file, ==, "-s book.title");
  g_free (string);
  tz_ini_free (ini);
}

static void test_set_refuses_other_forms (void)
{
  static const char *const specs[] = { "", "book.title", "title=x", ".title=x", "book.=x", "title=a.b" };
  TzIni *ini = tz_ini_new ("f.ini");
  for (gsize i = 0; i < G_N_ELEMENTS (specs); i++)
    g_assert_false (tz_ini_set (ini, specs[i]));
  g_assert_cmpint (tz_ini_n_sections (ini), ==, 0);
  tz_ini_free (ini);
}

static void test_put (void)
{
  TzIni *ini = tz_ini_new ("f.ini");
  tz_ini_put (ini, "column", "task", "width", "1");
  tz_ini_put (ini, "column", "task", "width", "2");
  char *string = to_string (ini);
  g_assert_cmpstr (string, ==, "[column|task] width=(2)");
  g_free (string);
  tz_ini_free (ini);
}

static void test_overlay (void)
{
  TzIni *base = parse ("[a]\nk = 1\nj = 2\n", "");
  TzIni *over = parse ("[b]\ni = 3\n[a]\n\nj = 4\nh = 5\n", "");
  tz_ini_overlay (base, over);
  tz_ini_free (over);
  char *string = to_string (base);
  g_assert_cmpstr (string, ==, "[a|] k=(1) j=(4) h=(5)[b|] i=(3)");
  g_assert_cmpint (tz_ini_lookup (base, "a", "", "j")->place.line, ==, 5);
  g_free (string);
  tz_ini_free (base);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ini/plain", test_plain);
  g_test_add_func ("/ini/last-line", test_last_line_without_end);
  g_test_add_func ("/ini/kind-and-name", test_kind_and_name);
  g_test_add_func ("/ini/long-section-name", test_long_section_name);
  g_test_add_func ("/ini/merged-sections", test_sections_are_merged);
  g_test_add_func ("/ini/empty-values", test_empty_values);
  g_test_add_func ("/ini/exact-value", test_value_is_exact);
  g_test_add_func ("/ini/colon", test_colon_separates_too);
  g_test_add_func ("/ini/comments", test_comments);
  g_test_add_func ("/ini/long-values", test_long_values_at_every_length);
  g_test_add_func ("/ini/very-long-value", test_very_long_value);
  g_test_add_func ("/ini/very-long-comment", test_very_long_comment);
  g_test_add_func ("/ini/continuation", test_continuation);
  g_test_add_func ("/ini/indented-keys", test_indented_keys);
  g_test_add_func ("/ini/continuation-like-key", test_continuation_that_looks_like_a_key);
  g_test_add_func ("/ini/line-without-sense", test_line_without_sense);
  g_test_add_func ("/ini/key-before-section", test_key_before_any_section);
  g_test_add_func ("/ini/no-key", test_no_key);
  g_test_add_func ("/ini/section-faults", test_section_faults);
  g_test_add_func ("/ini/duplicate-key", test_duplicate_key);
  g_test_add_func ("/ini/full-width-marks", test_full_width_marks);
  g_test_add_func ("/ini/long-key", test_long_key);
  g_test_add_func ("/ini/places", test_places);
  g_test_add_func ("/ini/lookup", test_lookup);
  g_test_add_func ("/ini/set", test_set);
  g_test_add_func ("/ini/set-refuses", test_set_refuses_other_forms);
  g_test_add_func ("/ini/put", test_put);
  g_test_add_func ("/ini/overlay", test_overlay);
  return g_test_run ();
}
