#include "command/options.h"

#include "base/intl.h"
#include "base/suggest.h"
#include "base/utf8.h"

#include <getopt.h>
#include <string.h>

/* What getopt_long returns: an option's place in the table behind LONG_BASE, or one of these. */
enum { OPERAND = 1, HELP = 'h', UNKNOWN = '?', NO_VALUE = ':', LONG_BASE = 256 };

static const TzOption help_option = { "help", 'h', 0, TZ_OPTION_FLAG, 0, NULL, N_ ("show this help"), NULL };

/* ---- help ---- */

/* What help calls the option's value, NULL for a flag. g_free. */
static char *value_name (const TzOption *option)
{
  if (option->value)
    return g_strdup (gettext (option->value));
  return option->choices ? option->choices () : NULL;
}

/* "  -o, --output=DIR". g_free. */
static char *help_head (const TzOption *option)
{
  GString *head = g_string_new ("  ");
  g_autofree char *value = value_name (option);
  if (option->letter)
    g_string_append_printf (head, "-%c, ", option->letter);
  else
    g_string_append (head, "    ");
  g_string_append_printf (head, "--%s", option->name);
  if (value)
    g_string_append_printf (head, "=%s", value);
  return g_string_free (head, FALSE);
}

static void add_help_line (GString *text, const TzOption *option, int width)
{
  g_autofree char *head = help_head (option), *choices = option->choices ? option->choices () : NULL;
  g_autoptr (GString) help = g_string_new (gettext (option->help));
  if (choices)
    g_string_replace (help, "%s", choices, 1);
  g_string_append_printf (text, "%s%*s  %s\n", head, MAX (0, width - tz_utf8_columns (head)), "", help->str);
}

static int head_width (const TzOption *option)
{
  g_autofree char *head = help_head (option);
  return tz_utf8_columns (head);
}

static gboolean takes (const TzCommand *command, const TzOption *option)
{
  return (option->commands & command->bit) != 0;
}

static void add_help (GString *text, const TzCommand *command)
{
  int width = head_width (&help_option);
  for (const TzOption *option = tz_options; option->name; option++)
    if (takes (command, option))
      width = MAX (width, head_width (option));
  g_string_append_printf (text, _ ("Usage: taizhang %s [OPTION]... %s"), command->name,
                          gettext (command->operands));
  g_string_append_printf (text, "\n\n%s\n\n", gettext (command->about));
  for (const TzOption *option = tz_options; option->name; option++)
    if (takes (command, option))
      add_help_line (text, option, width);
  add_help_line (text, &help_option, width);
}

/* ---- complaints ---- */

/* What a letter that is no option was meant for: the same letter, large or small, or the one long option that
 * begins with it. NULL: nothing near. g_free. */
static char *near_letter (const TzCommand *command, char letter)
{
  const TzOption *only = NULL;
  int n = 0;
  if (letter == 'H' || letter == '?')
    return g_strdup ("--help");
  for (const TzOption *option = tz_options; option->name; option++) {
    if (!takes (command, option))
      continue;
    if (option->letter && g_ascii_tolower (option->letter) == g_ascii_tolower (letter))
      return g_strdup_printf ("-%c", option->letter);
    if (*option->name == letter && n++ == 0)
      only = option;
  }
  return n == 1 ? g_strconcat ("--", only->name, NULL) : NULL;
}

/* The long option that WORD, -strict or -output=x, lacks a hyphen for. g_free; NULL: none. */
static char *lacking_hyphen (const TzCommand *command, const char *word)
{
  if (word[0] != '-' || word[1] == '-')
    return NULL;
  g_autofree char *name = g_strndup (word + 1, strcspn (word + 1, "="));
  gboolean known = g_str_equal (name, help_option.name);
  for (const TzOption *option = tz_options; option->name; option++)
    known |= takes (command, option) && g_str_equal (name, option->name);
  return known ? g_strconcat ("--", name, NULL) : NULL;
}

static void report_near (const char *word, const char *near, TzOutcome *outcome)
{
  g_autofree char *shown = g_utf8_make_valid (word, -1);
  tz_outcome_fail (outcome, TZ_EXIT_USAGE, _ ("there is no option “%s”; did you mean “%s”?"), shown, near);
}

static void report_unknown (const TzCommand *command, const char *word, TzOutcome *outcome)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  for (const TzOption *option = tz_options; option->name; option++)
    if (takes (command, option))
      g_ptr_array_add (names, g_strconcat ("--", option->name, NULL));
  g_ptr_array_add (names, g_strdup ("--help"));
  g_ptr_array_add (names, NULL);
  g_autofree char *near = g_str_has_prefix (word, "--")
                              ? g_strdup (tz_suggest (word, (const char *const *)names->pdata))
                              : near_letter (command, word[1]);
  if (near)
    report_near (word, near, outcome);
  else
    tz_outcome_fail (outcome, TZ_EXIT_USAGE, _ ("there is no option “%s”; taizhang %s --help lists them"), word,
                     command->name);
}

/* -x if only a letter of WORD is wrong, WORD up to its "=" otherwise. */
static char *faulty_option (const char *word)
{
  if (optopt > 0 && optopt < 0x80 && word[0] == '-' && word[1] != '-')
    return g_strdup_printf ("-%c", optopt);
  g_autofree char *name = g_strndup (word, strcspn (word, "="));
  return g_utf8_make_valid (name, -1);
}

/* Word processors turn the hyphens of a copied command into dashes. */
static gboolean is_dashed (const char *word)
{
  static const char *const dashes[] = { "—", "–", "－", "−", "‐" };
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (g_str_has_prefix (word, dashes[i]) && !g_file_test (word, G_FILE_TEST_EXISTS))
      return TRUE;
  return FALSE;
}

/* ---- reading ---- */

static void append (char ***list, char *take_text)
{
  guint n = g_strv_length (*list);
  *list = g_renew (char *, *list, n + 2);
  (*list)[n] = take_text;
  (*list)[n + 1] = NULL;
}

static gboolean take_operand (TzWords *words, const char *word, TzOutcome *outcome)
{
  if (is_dashed (word)) {
    tz_outcome_fail (outcome, TZ_EXIT_USAGE,
                     _ ("“%s” begins with a dash; options begin with the hyphen “-” of the English keyboard"),
                     word);
    return FALSE;
  }
  append (&words->inputs, g_strdup (word));
  return TRUE;
}

static gboolean take_value (const TzOption *option, const char *value, TzWords *words, TzOutcome *outcome)
{
  gpointer field = (char *)words + option->field;
  if (option->kind == TZ_OPTION_FLAG) {
    *(gboolean *)field = TRUE;
    return TRUE;
  }
  char *text =
      option->kind == TZ_OPTION_PATH ? g_strdup (value) : g_locale_to_utf8 (value, -1, NULL, NULL, NULL);
  if (!text) {
    tz_outcome_fail (outcome, TZ_EXIT_USAGE,
                     _ ("the value of --%s is not text in UTF-8; set the terminal to UTF-8 and type it again"),
                     option->name);
    return FALSE;
  }
  if (option->kind == TZ_OPTION_TEXTS) {
    append (field, text);
  } else {
    g_free (*(char **)field);
    *(char **)field = text;
  }
  return TRUE;
}

/* The table as getopt_long wants it. LETTERS begins with "-:": operands are handed
 * over where they stand, and a missing value is told apart from an unknown option. */
static struct option *long_options (const TzCommand *command, GString *letters)
{
  GArray *array = g_array_new (TRUE, TRUE, sizeof (struct option));
  struct option help = { "help", no_argument, NULL, HELP };
  g_string_assign (letters, "-:h");
  g_array_append_val (array, help);
  for (int i = 0; tz_options[i].name; i++) {
    const TzOption *option = &tz_options[i];
    if (!takes (command, option))
      continue;
    int has_value = option->kind == TZ_OPTION_FLAG ? no_argument : required_argument;
    struct option entry = { option->name, has_value, NULL, LONG_BASE + i };
    g_array_append_val (array, entry);
    if (option->letter)
      g_string_append_printf (letters, "%c%s", option->letter, has_value ? ":" : "");
  }
  return (struct option *)(void *)g_array_free (array, FALSE);
}

/* Only letters of the command's own come back from getopt_long, and no two options have the same. */
static const TzOption *find_option (int code)
{
  if (code >= LONG_BASE)
    return &tz_options[code - LONG_BASE];
  const TzOption *option = tz_options;
  while (option->letter != code)
    option++;
  return option;
}

static gboolean take_word (const TzCommand *command, int code, const char *word, TzWords *words,
                           TzOutcome *outcome)
{
  if (code == OPERAND)
    return take_operand (words, optarg, outcome);
  if (code == HELP) {
    add_help (outcome->text, command);
    return FALSE;
  }
  if (code != UNKNOWN && code != NO_VALUE)
    return take_value (find_option (code), optarg, words, outcome);
  g_autofree char *shown = faulty_option (word);
  if (code == NO_VALUE)
    tz_outcome_fail (outcome, TZ_EXIT_USAGE, _ ("the option %s needs a value; taizhang %s --help tells which"),
                     shown, command->name);
  else if (optopt >= LONG_BASE || (optopt == HELP && strchr (word, '=')))
    tz_outcome_fail (outcome, TZ_EXIT_USAGE, _ ("the option %s takes no value; leave “=” and what follows out"),
                     shown);
  else
    report_unknown (command, shown, outcome);
  return FALSE;
}

gboolean tz_options_parse (const TzCommand *command, int argc, char **argv, TzWords *words, TzOutcome *outcome)
{
  g_autoptr (GString) letters = g_string_new (NULL);
  g_autofree struct option *table = long_options (command, letters);
  words->sets = g_new0 (char *, 1);
  words->inputs = g_new0 (char *, 1);
  optind = 0; /* from the beginning, as glibc wants it said */
  opterr = 0;
  for (;;) {
    int at = MAX (optind, 1);
    g_autofree char *meant = at < argc ? lacking_hyphen (command, argv[at]) : NULL;
    if (meant) {
      report_near (argv[at], meant, outcome);
      return FALSE;
    }
    int code = getopt_long (argc, argv, letters->str, table, NULL);
    if (code < 0)
      break;
    if (!take_word (command, code, argv[at], words, outcome))
      return FALSE;
  }
  for (int i = optind; i < argc; i++)
    append (&words->inputs, g_strdup (argv[i]));
  return TRUE;
}

void tz_words_clear (TzWords *words)
{
  for (const TzOption *option = tz_options; option->name; option++) {
    gpointer field = (char *)words + option->field;
    if (option->kind == TZ_OPTION_TEXTS)
      g_strfreev (*(char ***)field);
    else if (option->kind != TZ_OPTION_FLAG)
      g_free (*(char **)field);
  }
  g_strfreev (words->inputs);
}
