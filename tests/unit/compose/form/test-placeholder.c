#include "compose/form/placeholder.h"
#include "help/findings.h"

typedef struct {
  TzIni *ini;
  TzDiag *diag;
  TzPlace place;
} Case;

static void set_up (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  c->ini = tz_ini_new ("book.ini");
  c->diag = tz_diag_new ();
  c->place = tz_place_file ("book.ini");
  c->place.line = 5;
}

static void tear_down (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  tz_ini_free (c->ini);
  tz_diag_free (c->diag);
}

static char *expand (Case *c, const char *text)
{
  return tz_placeholder_expand (c->ini, text, NULL, FALSE, &c->place, c->diag);
}

static void assert_expands (Case *c, const char *text, const char *wanted)
{
  char *got = expand (c, text);
  g_assert_cmpstr (got, ==, wanted);
  g_free (got);
}

static void test_values (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  tz_ini_put (c->ini, "values", "", "place", "东河县");
  assert_expands (c, "{place}台账\\n{{x}}", "东河县台账\n{x}");
  assert_findings (c->diag, "");
}

/* The longest there may be comes out whole, one byte more is an error. */
static void test_longest (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  char *text = g_strnfill (64 * 1024, 'x');
  assert_expands (c, text, text);
  assert_findings (c->diag, "");
  g_free (text);
}

static void test_too_long (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  char *text = g_strnfill (64 * 1024 + 1, 'x');
  g_free (expand (c, text));
  assert_findings (c->diag, "error text-too-long 5");
  g_free (text);
}

/* A value in its middle: what follows would be lost. */
static void test_too_long_in_the_middle (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  char *half = g_strnfill (40 * 1024, 'x'), *text = g_strconcat (half, "{place}", half, NULL);
  tz_ini_put (c->ini, "values", "", "place", "东河县");
  g_free (expand (c, text));
  assert_findings (c->diag, "error text-too-long 5");
  g_free (half);
  g_free (text);
}

/* Ten times ten times ten … values: stopped, and told once. */
static void test_growing_without_end (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  tz_ini_put (c->ini, "values", "", "a", "{b}{b}{b}{b}{b}{b}{b}{b}{b}{b}{b}{b}{b}{b}{b}{b}{b}{b}{b}{b}");
  tz_ini_put (c->ini, "values", "", "b", "{c}{c}{c}{c}{c}{c}{c}{c}{c}{c}{c}{c}{c}{c}{c}{c}{c}{c}{c}{c}");
  tz_ini_put (c->ini, "values", "", "c", "{d}{d}{d}{d}{d}{d}{d}{d}{d}{d}{d}{d}{d}{d}{d}{d}{d}{d}{d}{d}");
  tz_ini_put (c->ini, "values", "", "d", "一二三四五六七八九十");
  g_free (expand (c, "{a}{a}{a}"));
  assert_findings (c->diag, "error text-too-long 5");
}

static void test_value_that_names_itself (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  tz_ini_put (c->ini, "values", "", "a", "x{a}");
  g_free (expand (c, "{a}"));
  g_assert_cmpuint (tz_diag_n_errors (c->diag), ==, 1);
  g_assert_cmpstr (tz_diag_get (c->diag, 0)->code, ==, "placeholder-loop");
}

static void test_escape_is_undone (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  static const char plain[] = "a{b}|c/d;e\\f\ng";
  char *escaped = tz_placeholder_escape (plain);
  assert_expands (c, escaped, plain);
  g_free (escaped);
}

int main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (Case *c, gconstpointer data);
  } tests[] = {
    { "/placeholder/values", test_values },
    { "/placeholder/longest", test_longest },
    { "/placeholder/too-long", test_too_long },
    { "/placeholder/too-long-in-the-middle", test_too_long_in_the_middle },
    { "/placeholder/growing-without-end", test_growing_without_end },
    { "/placeholder/value-that-names-itself", test_value_that_names_itself },
    { "/placeholder/escape-is-undone", test_escape_is_undone },
  };
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Case, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
