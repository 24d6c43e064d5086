/* Arguments, printing, exit status. What is done is in command/. */
#include "base/data.h"
#include "base/intl.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "command/command.h"
#include "output/temporary.h"

#include <errno.h>
#include <locale.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const TzCommand tz_commands[] = {
  { "build", N_ ("INPUT..."), N_ ("make the ledgers of books and CSV files"), tz_command_build },
  { "report", N_ ("BOOK..."), N_ ("make the progress reports of books"), tz_command_report },
  { "check", N_ ("INPUT..."), N_ ("tell what is wrong with the data, write nothing"), tz_command_check },
  { "templates", N_ ("[NAME]"), N_ ("list the forms, or describe one"), tz_command_templates },
  { "fonts", N_ ("[BOOK]"), N_ ("tell which font serves which role, and what is missing"), tz_command_fonts },
  { 0 },
};

/* Chinese messages for every zh_* locale, also where it is not installed: gettext
 * translates in any locale but "C", going by LANGUAGE. */
static void set_locale (void)
{
  const char *wanted = NULL;
  static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
  for (guint i = 0; i < G_N_ELEMENTS (names) && (!wanted || !*wanted); i++)
    wanted = g_getenv (names[i]);
  if (!setlocale (LC_ALL, ""))
    setlocale (LC_ALL, "C.UTF-8");
  if (wanted && g_str_has_prefix (wanted, "zh"))
    g_setenv ("LANGUAGE", "zh_CN", FALSE);
  /* Arguments are UTF-8 under LC_ALL=C, too, as scripts and cron set it; messages stay
   * as that locale wants them. */
  if (g_strcmp0 (setlocale (LC_CTYPE, NULL), "C") == 0 || g_strcmp0 (setlocale (LC_CTYPE, NULL), "POSIX") == 0)
    setlocale (LC_CTYPE, "C.UTF-8");
  /* Numbers in files and dumps never follow the locale. */
  setlocale (LC_NUMERIC, "C");
  g_autofree char *folder = tz_data_locale_path ();
  bindtextdomain ("taizhang", folder);
  bind_textdomain_codeset ("taizhang", "UTF-8");
  textdomain ("taizhang");
}

static void print_help (void)
{
  int width = 0;
  for (const TzCommand *command = tz_commands; command->name; command++)
    width = MAX (width, tz_utf8_columns (gettext (command->usage)));
  printf ("%s\n\n%s\n\n", _ ("taizhang: task ledgers as Excel workbooks and PDF"),
          _ ("Usage: taizhang COMMAND ..."));
  for (const TzCommand *command = tz_commands; command->name; command++) {
    const char *usage = gettext (command->usage);
    printf ("  %-10s %s%*s  %s\n", command->name, usage, width - tz_utf8_columns (usage), "",
            gettext (command->summary));
  }
  printf ("\n%s\n",
          _ ("To begin: save the table in Excel or WPS as “CSV UTF-8”, then taizhang build tasks.csv\n"
             "taizhang COMMAND --help tells more; taizhang --version prints the version."));
}

static void print_findings (const TzOutcome *outcome)
{
  for (guint i = 0; i < tz_diag_count (outcome->diag); i++) {
    g_autofree char *line = tz_finding_to_string (tz_diag_get (outcome->diag, i));
    fprintf (stderr, "%s\n", line);
  }
}

static void print_outcome (const TzOutcome *outcome)
{
  if (outcome->json) {
    g_autofree char *json = tz_outcome_to_json (outcome);
    fputs (json, stdout);
    return;
  }
  print_findings (outcome);
  fputs (outcome->trouble->str, stderr);
  fputs (outcome->text->str, stdout);
  for (guint i = 0; i < outcome->paths->len; i++)
    printf ("%s\n", (const char *)outcome->paths->pdata[i]);
}

static void print_progress (const char *input, int number, int all)
{
  if (all > 1)
    fprintf (stderr, "\r\033[K[%d/%d] %s%s", number, all, input, number == all ? "\r\033[K" : "");
}

static const TzCommand *find_command (const char *name)
{
  for (const TzCommand *command = tz_commands; command->name; command++)
    if (g_str_equal (command->name, name))
      return command;
  return NULL;
}

static int unknown_command (const char *name)
{
  const char *names[G_N_ELEMENTS (tz_commands)] = { NULL };
  for (guint i = 0; tz_commands[i].name; i++)
    names[i] = tz_commands[i].name;
  const char *near = tz_suggest (name, names);
  if (near)
    fprintf (stderr, _ ("taizhang: there is no command “%s”; did you mean “%s”?\n"), name, near);
  else
    fprintf (stderr, _ ("taizhang: there is no command “%s”; taizhang --help lists them\n"), name);
  return TZ_EXIT_USAGE;
}

static int run_command (const TzCommand *command, int argc, char **argv)
{
  TzOutcome *outcome = tz_outcome_new ();
  if (isatty (STDERR_FILENO))
    tz_command_progress = print_progress;
  command->run (argc, argv, outcome);
  tz_diag_sort (outcome->diag);
  print_outcome (outcome);
  int status = outcome->status;
  tz_outcome_free (outcome);
  return status;
}

/* A full disk behind a redirected standard output is a failure, too. */
static int finish (int status)
{
  if (fflush (stdout) == 0 || status == TZ_EXIT_SYSTEM)
    return status;
  fprintf (stderr, _ ("taizhang: the output could not be written (%s); check the disk or file it goes to\n"),
           g_strerror (errno));
  return TZ_EXIT_SYSTEM;
}

int main (int argc, char **argv)
{
  set_locale ();
  /* glibc would take the large arrays of a long ledger from the heap once one was freed;
   * mapped by themselves they grow without a copy and leave no holes. */
  mallopt (M_MMAP_THRESHOLD, 128 * 1024);
  /* A limit on file size is then an error of writing, told like a full disk. */
  signal (SIGXFSZ, SIG_IGN);
  tz_temporary_watch ();
  if (argc < 2) {
    print_help ();
    return finish (TZ_EXIT_USAGE);
  }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")) {
    print_help ();
    return finish (TZ_EXIT_DONE);
  }
  if (g_str_equal (argv[1], "--version")) {
    printf ("taizhang %s\n", TZ_VERSION);
    return finish (TZ_EXIT_DONE);
  }
  const TzCommand *command = find_command (argv[1]);
  return command ? finish (run_command (command, argc - 1, argv + 1)) : unknown_command (argv[1]);
}
