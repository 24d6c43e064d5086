#include "command/options.h"

#include "base/intl.h"
#include "base/suggest.h"
#include "base/utf8.h"

#include <getopt.h>
#include <string.h>

/* What getopt_long returns: an option's place in the table behind LONG_BASE, or one of these. */
enum { OPERAND = 1, HELP = 'h', UNKNOWN = '?', NO_VALUE = ':', LONG_BASE = 256 };

static const TzOption help_option = { "help", 'h', TZ_OPTION_FLAG, NULL, N_ ("show this help"), NULL };

/* ---- help ---- */

static void add_help_line (GString *text, const TzOption *option, int width)
{
  g_autoptr (GString) head = g_string_new ("  ");
  if (option->letter)
    g_string_append_printf (head, "-%c, ", option->letter);
  else
    g_string_append (head, "    ");
  g_string_append_printf (head, "--%s", option->name);
  if (option->value)
    g_string_append_printf (head, "=%s", gettext (option->value));
  g_string_append_printf (text, "%s%*s  %s\n", head->str, MAX (0, width - tz_utf8_columns (head->str)), "",
                          gettext (option->help));
}

static int head_width (const TzOption *option)
{
  int value = option->value ? 1 + tz_utf8_columns (gettext (option->value)) : 0;
  return 8 + (int)strlen (option->name) + value;
}

static void add_help (GString *text, const TzUsage *usage)
{
  int width = head_width (&help_option);
  for (const TzOption *option = usage->options; option->name; option++)
    width = MAX (width, head_width (option));
  g_string_append_printf (text, _ ("Usage: taizhang %s [OPTION]... %s"), usage->command,
                          gettext (usage->operands));
  g_string_append_printf (text, "\n\n%s\n\n", gettext (usage->summary));
  for (const TzOption *option = usage->options; option->name; option++)
    add_help_line (text, option, width);
  add_help_line (text, &help_option, width);
}

/* ---- complaints ---- */

static void report_unknown (const TzUsage *usage, const char *word, TzOutcome *outcome)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  for (const TzOption *option = usage->options; option->name; option++)
    g_ptr_array_add (names, g_strconcat ("--", option->name, NULL));
  g_ptr_array_add (names, g_strdup ("--help"));
  g_ptr_array_add (names, NULL);
  const char *near =
      g_str_has_prefix (word, "--") ? tz_suggest (word, (const char *const *)names->pdata) : NULL;
  if (near)
    tz_outcome_fail (outcome, TZ_EXIT_USAGE, _ ("there is no option “%s”; did you mean “%s”?"), word, near);
  else
    tz_outcome_fail (outcome, TZ_EXIT_USAGE, _ ("there is no option “%s”; taizhang %s --help lists them"), word,
                     usage->command);
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

static gboolean take_operand (GPtrArray *operands, const char *word, TzOutcome *outcome)
{
  if (is_dashed (word)) {
    tz_outcome_fail (outcome, TZ_EXIT_USAGE,
                     _ ("“%s” begins with a dash; options begin with the hyphen “-” of the English keyboard"),
                     word);
    return FALSE;
  }
  g_ptr_array_add (operands, g_strdup (word));
  return TRUE;
}

/* ---- reading ---- */

static gboolean take_value (const TzOption *option, const char *value, TzOutcome *outcome)
{
  if (option->kind == TZ_OPTION_FLAG) {
    *(gboolean *)option->field = TRUE;
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
    g_ptr_array_add (*(GPtrArray **)option->field, text);
  } else {
    g_free (*(char **)option->field);
    *(char **)option->field = text;
  }
  return TRUE;
}

/* The table as getopt_long wants it. LETTERS begins with "-:": operands are handed
 * over where they stand, and a missing value is told apart from an unknown option. */
static struct option *long_options (const TzUsage *usage, GString *letters)
{
  GArray *array = g_array_new (TRUE, TRUE, sizeof (struct option));
  struct option help = { "help", no_argument, NULL, HELP };
  g_string_assign (letters, "-:h");
  g_array_append_val (array, help);
  for (int i = 0; usage->options[i].name; i++) {
    const TzOption *option = &usage->options[i];
    int has_value = option->kind == TZ_OPTION_FLAG ? no_argument : required_argument;
    struct option entry = { option->name, has_value, NULL, LONG_BASE + i };
    g_array_append_val (array, entry);
    if (option->letter)
      g_string_append_printf (letters, "%c%s", option->letter, has_value ? ":" : "");
  }
  return (struct option *)(void *)g_array_free (array, FALSE);
}

static const TzOption *find_option (const TzUsage *usage, int code)
{
  if (code >= LONG_BASE)
    return &usage->options[code - LONG_BASE];
  const TzOption *option = usage->options;
  while (option->letter != code)
    option++;
  return option;
}

static gboolean take_word (const TzUsage *usage, int code, const char *word, GPtrArray *operands,
                           TzOutcome *outcome)
{
  if (code == OPERAND)
    return take_operand (operands, optarg, outcome);
  if (code == HELP) {
    add_help (outcome->text, usage);
    return FALSE;
  }
  if (code != UNKNOWN && code != NO_VALUE)
    return take_value (find_option (usage, code), optarg, outcome);
  g_autofree char *shown = faulty_option (word);
  if (code == NO_VALUE)
    tz_outcome_fail (outcome, TZ_EXIT_USAGE, _ ("the option %s needs a value; taizhang %s --help tells which"),
                     shown, usage->command);
  else if (optopt >= LONG_BASE || strchr (word, '='))
    tz_outcome_fail (outcome, TZ_EXIT_USAGE, _ ("the option %s takes no value; leave “=” and what follows out"),
                     shown);
  else
    report_unknown (usage, shown, outcome);
  return FALSE;
}

gboolean tz_options_parse (const TzUsage *usage, int argc, char **argv, GPtrArray *operands, TzOutcome *outcome)
{
  g_autoptr (GString) letters = g_string_new (NULL);
  g_autofree struct option *table = long_options (usage, letters);
  optind = 0; /* from the beginning, as glibc wants it said */
  opterr = 0;
  for (;;) {
    int at = MAX (optind, 1);
    int code = getopt_long (argc, argv, letters->str, table, NULL);
    if (code < 0)
      break;
    if (!take_word (usage, code, argv[at], operands, outcome))
      return FALSE;
  }
  for (int i = optind; i < argc; i++)
    g_ptr_array_add (operands, g_strdup (argv[i]));
  return TRUE;
}
