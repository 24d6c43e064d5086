/* Regions in progress: spellings, order, names that look alike. */
#include "help/desk.h"
#include "help/findings.h"

#include <locale.h>
#include <string.h>

/* Reports from REGIONS, parted by bars, one a line from line 2; with the lines of LISTED (NULL: none) as
 * [regions]. Compares the regions that result, and the findings. */
static void check (const char *const *listed, const char *regions, const char *expected, const char *findings)
{
  Desk *desk = desk_new ("1,甲,某局,2021年底前\n2,乙,某局,2021年底前\n");
  TzAliases *aliases = tz_aliases_new ("regions");
  g_auto (GStrv) names = g_strsplit (regions, "|", -1);
  g_autoptr (GString) text = g_string_new ("task,region,status\n"), all = g_string_new (NULL);
  for (; listed && listed[0]; listed += 2)
    tz_aliases_add (aliases, listed[0], listed[1], NULL, desk->diag);
  tz_progress_set_regions (desk->progress, aliases);
  for (char **name = names; *name; name++)
    g_string_append_printf (text, "%d,%s,推进中\n", name == names ? 1 : 2, *name);
  desk_add (desk, "p.csv", "2021Q2", text->str);
  tz_progress_check_regions (desk->progress, desk->diag);
  for (int i = 0; i < tz_progress_n_regions (desk->progress); i++)
    g_string_append_printf (all, "%s%s", i > 0 ? "|" : "", tz_progress_region (desk->progress, i));
  g_assert_cmpstr (all->str, ==, expected);
  g_test_message ("%s", regions);
  assert_findings (desk->diag, findings);
  desk_free (desk);
  tz_aliases_free (aliases);
}

static const char *const cities[] = { "nh", "南湖市; 南湖; 示例省南湖市", "东江市", "东江；东江市区", NULL };

static void test_spellings (void)
{
  check (cities, "东江|南湖市", "南湖市|东江市", "");
  check (cities, "示例省南湖市|东 江 市|西岭市", "南湖市|东江市|西岭市", "");
}

/* One record twice, under two spellings of one region. */
static void test_duplicate (void)
{
  check (cities, "南湖市|东江|东江市", "南湖市|东江市", "warning duplicate-progress 4:1 A4");
}

static void test_near_listed (void)
{
  check (cities, "南胡市", "南湖市|东江市|南胡市", "warning region-similar 2:3 B2");
  check (cities, "示例省东江市", "南湖市|东江市|示例省东江市", "warning region-similar 2:3 B2");
}

static void check_pair (const char *a, const char *b, gboolean similar)
{
  g_autofree char *pair = g_strdup_printf ("%s|%s", a, b);
  check (NULL, pair, pair, similar ? "warning region-similar 3:3 B3" : "");
  pair = (g_free (pair), g_strdup_printf ("%s|%s", b, a));
  check (NULL, pair, pair, similar ? "warning region-similar 3:3 B3" : "");
}

static void test_similar (void)
{
  check_pair ("东江", "东江市", TRUE);
  check_pair ("东江是", "东江市", TRUE);
  check_pair ("示例省东江市", "东江市", TRUE);
  check_pair ("东江市城关区", "城关区", TRUE);
  check_pair ("丹青州", "丹青苗族侗族自治州", TRUE);
  check_pair ("丹青湖县", "丹青县", TRUE);
  check_pair ("丹青湖县", "丹湖青县", TRUE);
}

static void test_different (void)
{
  check_pair ("东江市", "东湖市", FALSE);
  check_pair ("东江市", "东江县", FALSE);
  check_pair ("东江区", "东江新区", FALSE);
  check_pair ("丹南州", "丹东南州", FALSE);
  check_pair ("丹东南州", "丹西南州", FALSE);
  check_pair ("市", "县", FALSE);
  check_pair ("甲", "甲市", FALSE);
}

/* A region is told of once, where it is first mentioned, with what it looks like. */
static void test_once (void)
{
  Desk *desk = desk_new ("1,甲,某局,2021年底前\n");
  desk_add (desk, "a.csv", NULL, "period,task,region,status\n2021Q1,1,东江市,推进中\n");
  desk_add (desk, "b.csv", NULL, "period,task,region,status\n2021Q2,1,东江,推进中\n2021Q3,1,东江,推进中\n");
  tz_progress_check_regions (desk->progress, desk->diag);
  assert_findings (desk->diag, "warning region-similar 2:10 C2");
  g_assert_cmpstr (tz_diag_get (desk->diag, 0)->place.file, ==, "b.csv");
  g_assert_nonnull (strstr (tz_diag_get (desk->diag, 0)->message, "“东江市” in a.csv, line 2"));
  desk_free (desk);
}

/* A column of remarks that is taken for one of regions. */
static void test_many (void)
{
  Desk *desk = desk_new ("1,甲,某局,2021年底前\n");
  g_autoptr (GString) text = g_string_new ("task,地区,status\n");
  for (int i = 1; i <= 600; i++)
    g_string_append_printf (text, "1,第%d次会议,推进中\n", i);
  desk_add (desk, "p.csv", "2021Q2", text->str);
  assert_findings (desk->diag, "error too-many-regions 502:3 B502");
  g_assert_cmpint (tz_progress_n_regions (desk->progress), ==, 500);
  desk_free (desk);
}

int main (int argc, char **argv)
{
  setlocale (LC_CTYPE, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/region/spellings", test_spellings);
  g_test_add_func ("/region/duplicate", test_duplicate);
  g_test_add_func ("/region/near-the-list", test_near_listed);
  g_test_add_func ("/region/similar", test_similar);
  g_test_add_func ("/region/different", test_different);
  g_test_add_func ("/region/once", test_once);
  g_test_add_func ("/region/many", test_many);
  return g_test_run ();
}
