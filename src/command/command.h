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
} TzOutcome;

TzOutcome *tz_outcome_new (void);
void tz_outcome_free (TzOutcome *outcome);
/* Adds a line to TROUBLE and raises the status. */
void tz_outcome_fail (TzOutcome *outcome, int status, const char *format, ...) G_GNUC_PRINTF (3, 4);
/* Moves all that TAKE_FROM (freed) holds behind what INTO holds. Findings without
 * a file, about a table or a page as a whole, are INPUT's. */
void tz_outcome_take (TzOutcome *into, TzOutcome *take_from, const char *input);
/* Raises the status to DATA if there are errors (or warnings, when STRICT). */
void tz_outcome_judge (TzOutcome *outcome, gboolean strict);
/* Everything as one JSON document. g_free. */
char *tz_outcome_to_json (const TzOutcome *outcome);

typedef struct {
  const char *name;
  const char *usage;   /* after the name, marked for translation */
  const char *summary; /* one line, marked for translation */
  void (*run) (int argc, char **argv, TzOutcome *outcome);
} TzCommand;

/* All commands, ended by one without a name. */
extern const TzCommand tz_commands[];

void tz_command_build (int argc, char **argv, TzOutcome *outcome);
void tz_command_report (int argc, char **argv, TzOutcome *outcome);
void tz_command_check (int argc, char **argv, TzOutcome *outcome);
void tz_command_templates (int argc, char **argv, TzOutcome *outcome);
void tz_command_fonts (int argc, char **argv, TzOutcome *outcome);

/* FALSE, with the failure told, if the program's own forms and fonts are not where
 * they should be. */
gboolean tz_command_find_data (TzOutcome *outcome);

/* Called with every input's findings and trouble as soon as they are known, in
 * the order of the inputs; set by main.c before a command runs. */
extern void (*tz_command_progress) (const char *input, int number, int all);

#endif
