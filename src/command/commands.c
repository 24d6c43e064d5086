/* Every command. A new one is a file of this folder, a bit in command.h and a line here. */
#include "base/intl.h"
#include "command/options.h"

const TzCommand tz_commands[] = {
  { "build", TZ_BUILD, N_ ("INPUT..."), N_ ("make the ledgers of books and CSV files"),
    N_ ("Makes the ledgers and official documents of books (.ini), and the ledgers of CSV files."),
    tz_command_build },
  { "report", TZ_REPORT, N_ ("BOOK..."), N_ ("make the progress reports of books"),
    N_ ("Makes the progress reports of books (.ini): those with kind = report, or else one "
        "with the text that comes with the program."),
    tz_command_report },
  { "check", TZ_CHECK, N_ ("INPUT..."), N_ ("tell what is wrong with the data, write nothing"),
    N_ ("Checks books (.ini) and CSV files and tells what is wrong. Writes nothing."), tz_command_check },
  { "new", TZ_NEW, N_ ("DIR"), N_ ("make a folder with a book to start from"),
    N_ ("Makes the folder DIR with a book: in a form, with invented data to try, or with "
        "--from made from a table that you have, with a form that prints it as it is."),
    tz_command_new },
  { "templates", TZ_TEMPLATES, N_ ("[NAME]"), N_ ("list the forms, or describe one"),
    N_ ("Lists the forms, or describes one: its texts and columns."), tz_command_templates },
  { "fonts", TZ_FONTS, N_ ("[BOOK]"), N_ ("tell which font serves which role, and what is missing"),
    N_ ("Tells which font serves which role (in BOOK, if one is named), and which characters no font has."),
    tz_command_fonts },
  { 0 },
};

const TzCommand *tz_command_lookup (const char *name)
{
  for (const TzCommand *command = tz_commands; command->name; command++)
    if (g_str_equal (command->name, name))
      return command;
  return NULL;
}

void tz_command_run (const TzCommand *command, int argc, char **argv, TzOutcome *outcome)
{
  TzWords words = { 0 };
  if (tz_options_parse (command, argc, argv, &words, outcome)) {
    outcome->all = words.all;
    command->run (&words, outcome);
  }
  tz_words_clear (&words);
}
