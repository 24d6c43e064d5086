#include "command/options.h"

#include <string.h>

typedef struct {
  TzWords words;
  TzOutcome *outcome;
  gboolean go_on;
} Case;

static void parse (Case *c, const char *name, const char *line)
{
  g_auto (GStrv) argv = g_strsplit (line, " ", -1);
  memset (c, 0, sizeof *c);
  c->outcome = tz_outcome_new ();
  c->go_on =
      tz_options_parse (tz_command_lookup (name), (int)g_strv_length (argv), argv, &c->words, c->outcome);
}

static void clear (Case *c)
{
  tz_words_clear (&c->words);
  tz_outcome_free (c->outcome);
}

static void test_values_and_inputs (void)
{
  Case c;
  parse (&c, "build", "build a.csv -f png b.csv --jobs=2 --strict -- -c.csv");
  g_assert_true (c.go_on);
  g_assert_cmpstr (c.words.formats, ==, "png");
  g_assert_cmpstr (c.words.jobs, ==, "2");
  g_assert_true (c.words.strict);
  g_assert_null (c.words.folder);
  g_assert_cmpuint (g_strv_length (c.words.inputs), ==, 3);
  g_assert_cmpstr (c.words.inputs[2], ==, "-c.csv");
  clear (&c);
}

static void test_last_value_counts (void)
{
  Case c;
  parse (&c, "build", "build -o one -o two");
  g_assert_cmpstr (c.words.folder, ==, "two");
  clear (&c);
}

static void test_every_set_counts (void)
{
  Case c;
  parse (&c, "check", "check -s a.b=1 -s c.d=2");
  g_assert_cmpuint (g_strv_length (c.words.sets), ==, 2);
  g_assert_cmpstr (c.words.sets[1], ==, "c.d=2");
  clear (&c);
}

/* -o is build's: a check writes nothing. */
static void test_option_of_another_command (void)
{
  Case c;
  parse (&c, "check", "check -o out");
  g_assert_false (c.go_on);
  g_assert_cmpint (c.outcome->status, ==, TZ_EXIT_USAGE);
  clear (&c);
}

static void test_help_names_what_the_command_takes (void)
{
  for (const TzCommand *command = tz_commands; command->name; command++) {
    Case c;
    parse (&c, command->name, "x --help");
    g_assert_false (c.go_on);
    for (const TzOption *option = tz_options; option->name; option++) {
      g_autofree char *word = g_strdup_printf (" --%s", option->name);
      g_assert_cmpint (strstr (c.outcome->text->str, word) != NULL, ==, (option->commands & command->bit) != 0);
    }
    clear (&c);
  }
}

/* The words of a value come from the list that reads it. */
static void test_help_names_all_formats (void)
{
  Case c;
  parse (&c, "build", "build --help");
  g_assert_nonnull (strstr (c.outcome->text->str, "(xlsx, pdf and png; default xlsx,pdf)"));
  g_assert_nonnull (strstr (c.outcome->text->str, "--dump=sheet|grid|table|pages "));
  g_assert_null (strstr (c.outcome->text->str, "%s"));
  clear (&c);
}

/* An option is found by its name or its letter alone. */
static void test_names_and_letters_differ (void)
{
  for (const TzOption *a = tz_options; a->name; a++)
    for (const TzOption *b = a + 1; b->name; b++) {
      g_assert_cmpstr (a->name, !=, b->name);
      g_assert_true (a->letter == 0 || a->letter != b->letter);
    }
}

static void assert_meant (const char *line, const char *near)
{
  Case c;
  g_autofree char *wanted = g_strdup_printf ("did you mean “%s”?", near);
  parse (&c, "build", line);
  g_assert_false (c.go_on);
  g_assert_nonnull (strstr (c.outcome->trouble->str, wanted));
  clear (&c);
}

/* One hyphen before a long name would be read as letters: -output as a folder "utput". */
static void test_long_name_after_one_hyphen (void)
{
  assert_meant ("build -output here a.csv", "--output");
  assert_meant ("build -strict a.csv", "--strict");
  assert_meant ("build a.csv -formats=pdf", "--formats");
}

static void test_letter_of_the_other_size (void)
{
  assert_meant ("build -O here a.csv", "-o");
}

static void test_letter_of_a_long_name (void)
{
  assert_meant ("build -d pages a.csv", "--dump");
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/options/values-and-inputs", test_values_and_inputs);
  g_test_add_func ("/options/last-value-counts", test_last_value_counts);
  g_test_add_func ("/options/every-set-counts", test_every_set_counts);
  g_test_add_func ("/options/of-another-command", test_option_of_another_command);
  g_test_add_func ("/options/help-names-what-the-command-takes", test_help_names_what_the_command_takes);
  g_test_add_func ("/options/help-names-all-formats", test_help_names_all_formats);
  g_test_add_func ("/options/names-and-letters-differ", test_names_and_letters_differ);
  g_test_add_func ("/options/long-name-after-one-hyphen", test_long_name_after_one_hyphen);
  g_test_add_func ("/options/letter-of-the-other-size", test_letter_of_the_other_size);
  g_test_add_func ("/options/letter-of-a-long-name", test_letter_of_a_long_name);
  return g_test_run ();
}
