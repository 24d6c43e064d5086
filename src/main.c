/* Arguments, printing, exit status. What is done is in command/. */
#include "base/data.h"
#include "base/fold.h"
#include "base/intl.h"
#include "base/utf8.h"
#include "command/command.h"
#include "command/first.h"
#include "output/temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The first that went wrong with what stands on standard output, an errno; 0: nothing. */
static int output_failure;

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

/* ---- printing ---- */

/* All that goes to standard output goes through here: a stream that has failed drops what it held and
 * may call the next flush a success. */
static void print (const char *text)
{
  errno = 0;
  if (fputs (text, stdout) < 0 && output_failure == 0)
    output_failure = errno ? errno : EIO;
}

static void print_help (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int width = 0;
  for (const TzCommand *command = tz_commands; command->name; command++)
    width = MAX (width, tz_utf8_columns (gettext (command->operands)));
  g_string_append_printf (text, "%s\n\n%s\n\n", _ ("taizhang: task ledgers as Excel workbooks and PDF"),
                          _ ("Usage: taizhang COMMAND ..."));
  for (const TzCommand *command = tz_commands; command->name; command++) {
    const char *operands = gettext (command->operands);
    g_string_append_printf (text, "  %-10s %s%*s  %s\n", command->name, operands,
                            width - tz_utf8_columns (operands), "", gettext (command->summary));
  }
  g_string_append_printf (
      text, "\n%s\n",
      _ ("To begin: save the table in Excel or WPS as “CSV UTF-8”, then taizhang build tasks.csv\n"
         "taizhang tasks.csv does the same; “-” in the place of a file reads standard input\n"
         "taizhang help COMMAND tells more; taizhang -V prints the version."));
  print (text->str);
}

static void print_outcome (const TzOutcome *outcome)
{
  if (outcome->json) {
    g_autofree char *json = tz_outcome_to_json (outcome);
    print (json);
    return;
  }
  g_autofree char *findings = tz_fold_findings (outcome->diag, outcome->all);
  fputs (findings, stderr);
  fputs (outcome->trouble->str, stderr);
  print (outcome->text->str);
  for (guint i = 0; i < outcome->paths->len; i++) {
    print (outcome->paths->pdata[i]);
    print ("\n");
  }
}

static void print_progress (const char *input, int number, int all)
{
  if (all > 1)
    fprintf (stderr, "\r\033[K[%d/%d] %s%s", number, all, input, number == all ? "\r\033[K" : "");
}

/* ---- running ---- */

static int end (TzOutcome *take_outcome)
{
  tz_diag_sort (take_outcome->diag);
  print_outcome (take_outcome);
  int status = take_outcome->status;
  tz_outcome_free (take_outcome);
  return status;
}

static int unknown_word (const char *word)
{
  TzOutcome *outcome = tz_outcome_new ();
  tz_first_report_unknown (word, outcome);
  return end (outcome);
}

static int run_command (const TzCommand *command, int argc, char **argv)
{
  TzOutcome *outcome = tz_outcome_new ();
  if (isatty (STDERR_FILENO))
    tz_command_progress = print_progress;
  tz_command_run (command, argc, argv, outcome);
  return end (outcome);
}

/* help, help COMMAND. */
static int run_help (int argc, char **argv)
{
  const TzCommand *command = argc > 1 ? tz_command_lookup (argv[1]) : NULL;
  if (argc > 1 && !command && !g_str_equal (argv[1], "help"))
    return unknown_word (argv[1]);
  if (command)
    return run_command (command, 2, (char *[]){ argv[1], "--help", NULL });
  print_help ();
  return TZ_EXIT_DONE;
}

/* A standard stream that the caller closed (>&-) would give its number to the first file that is opened,
 * and what is printed would go there. Writing to the stand-in for standard output is an error. */
static void fill_closed_streams (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) < 0 && errno == EBADF &&
        open ("/dev/null", fd == STDERR_FILENO ? O_WRONLY : O_RDONLY) != fd)
      _exit (TZ_EXIT_SYSTEM);
}

/* What was to be printed and could not be is a failure of the system, whatever else the run came to:
 * the caller has not seen the rest. */
static int finish (int status)
{
  errno = 0;
  if (fflush (stdout) != 0 && output_failure == 0)
    output_failure = errno ? errno : EIO;
  if (output_failure != 0)
    fprintf (stderr, _ ("taizhang: the output could not be written (%s); check the disk or file it goes to\n"),
             g_strerror (output_failure));
  return output_failure != 0 || ferror (stderr) ? TZ_EXIT_SYSTEM : status;
}

static int run (int argc, char **argv)
{
  if (argc < 2) {
    print_help ();
    return TZ_EXIT_USAGE;
  }
  const char *word = argv[1];
  if (g_str_equal (word, "help") || g_str_equal (word, "--help") || g_str_equal (word, "-h"))
    return run_help (argc - 1, argv + 1);
  if (g_str_equal (word, "--version") || g_str_equal (word, "-V")) {
    print ("taizhang " TZ_VERSION "\n");
    return TZ_EXIT_DONE;
  }
  const TzCommand *command = tz_command_lookup (word);
  if (command)
    return run_command (command, argc - 1, argv + 1);
  if (tz_first_is_input (word))
    return run_command (tz_command_lookup ("build"), argc, argv);
  return unknown_word (word);
}

int main (int argc, char **argv)
{
  fill_closed_streams ();
  set_locale ();
  /* glibc would take the large arrays of a long ledger from the heap once one was freed;
   * mapped by themselves they grow without a copy and leave no holes. */
  mallopt (M_MMAP_THRESHOLD, 128 * 1024);
  /* A limit on file size is then an error of writing, told like a full disk. */
  signal (SIGXFSZ, SIG_IGN);
  tz_temporary_watch ();
  return finish (run (argc, argv));
}
