/* The commands. Each is one file that reads as its list of stages; none prints:
 * main.c does, from the outcome. */
#ifndef TZ_COMMAND_COMMAND_H
#define TZ_COMMAND_COMMAND_H

#include "base/diag.h"

enum {
  TZ_EXIT_DONE = 0,
  TZ_EXIT_DATA = 1, /* the data are wrong; nothing was written for that input */
  TZ_EXIT_USAGE = 2,
  TZ_EXIT_SYSTEM = 3 /* disk, permission, memory, fonts */
};

/* What a command leaves for main.c to print. */
typedef struct {
  TzDiag *diag;
  GPtrArray *paths; /* of char*: files written */
  GString *text;    /* for standard output */
  GString *trouble; /* for standard error, whole lines: usage and system failures */
  int status;
  gboolean json; /* findings and results as one JSON document */
  gboolean all;  /* every finding is printed, however often it repeats */
} TzOutcome;

TzOutcome *tz_outcome_new (void);
void tz_outcome_free (TzOutcome *outcome);
/* Adds a line to TROUBLE and raises the status. */
void tz_outcome_fail (TzOutcome *outcome, int status, const char *format, ...) G_GNUC_PRINTF (3, 4);
/* Moves all that TAKE_FROM (freed) holds behind what INTO holds. Findings without
 * a file, about a table or a page as a whole, are INPUT's; those in files of the program
 * are told so that INPUT's author knows what to do. Several inputs may name the same file,
 * a calendar or a form: what is wrong with it is told once. */
void tz_outcome_take (TzOutcome *into, TzOutcome *take_from, const char *input);
/* Raises the status to DATA if there are errors (or warnings, when STRICT). */
void tz_outcome_judge (TzOutcome *outcome, gboolean strict);
/* Everything as one JSON document. g_free. */
char *tz_outcome_to_json (const TzOutcome *outcome);

/* What the command line says, taken apart (options.h). Texts are owned; NULL: not said. */
typedef struct {
  char *template_name, *folder, *formats, *period, *as_of, *jobs, *dump, *from;
  char **sets, **inputs; /* NULL-ended, never NULL once parsed */
  gboolean strict, json, all;
} TzWords;

/* Bits, so that an option can name the commands that take it. */
enum {
  TZ_BUILD = 1 << 0,
  TZ_REPORT = 1 << 1,
  TZ_CHECK = 1 << 2,
  TZ_TEMPLATES = 1 << 3,
  TZ_FONTS = 1 << 4,
  TZ_NEW = 1 << 5
};

typedef struct {
  const char *name;
  guint bit;
  const char *operands; /* what stands behind the name beside options, marked for translation */
  const char *summary;  /* for the list of commands, marked for translation */
  const char *about;    /* for the command's own help, marked for translation */
  void (*run) (const TzWords *words, TzOutcome *outcome);
} TzCommand;

/* All commands, ended by one without a name. */
extern const TzCommand tz_commands[];

/* NULL if there is none of that NAME. */
const TzCommand *tz_command_lookup (const char *name);
/* Reads the words behind the command's name, ARGV[0], and does what they ask for. */
void tz_command_run (const TzCommand *command, int argc, char **argv, TzOutcome *outcome);

void tz_command_build (const TzWords *words, TzOutcome *outcome);
void tz_command_report (const TzWords *words, TzOutcome *outcome);
void tz_command_check (const TzWords *words, TzOutcome *outcome);
void tz_command_new (const TzWords *words, TzOutcome *outcome);
void tz_command_templates (const TzWords *words, TzOutcome *outcome);
void tz_command_fonts (const TzWords *words, TzOutcome *outcome);

/* FALSE, with the failure told, if the program's own forms and fonts are not where
 * they should be. */
gboolean tz_command_find_data (TzOutcome *outcome);

/* Called with every input's findings and trouble as soon as they are known, in
 * the order of the inputs; set by main.c before a command runs. */
extern void (*tz_command_progress) (const char *input, int number, int all);

#endif
