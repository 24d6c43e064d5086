/* The words behind a command's name, and the table of all options. Read by getopt_long; help and
 * complaints are our own, for libraries bring theirs in English or not at all. */
#ifndef TZ_COMMAND_OPTIONS_H
#define TZ_COMMAND_OPTIONS_H

#include "command/command.h"

typedef enum {
  TZ_OPTION_FLAG, /* gboolean */
  TZ_OPTION_TEXT, /* char *, owned, UTF-8; the last one given counts */
  TZ_OPTION_PATH, /* char *, owned, bytes as given */
  TZ_OPTION_TEXTS /* char **, owned: every one given */
} TzOptionKind;

typedef struct {
  const char *name; /* without "--" */
  char letter;      /* 0: it has none */
  guint commands;   /* bits of those that take it */
  TzOptionKind kind;
  gsize field; /* offset in TzWords */
  const char
      *value; /* what help calls its value, marked for translation; NULL: the choices, or a flag's nothing */
  const char *help;        /* marked for translation; the choices stand for %s */
  char *(*choices) (void); /* what the value is made of, as the help has it; or NULL. g_free */
} TzOption;

/* All options, ended by one without a name. --help is beside them: every command has it. */
extern const TzOption tz_options[];

/* Fills WORDS, zero before, with what stands behind the name of COMMAND. FALSE if there is nothing more
 * to do: help was asked for, or a fault has been told. Free with tz_words_clear in any case. */
gboolean tz_options_parse (const TzCommand *command, int argc, char **argv, TzWords *words, TzOutcome *outcome);

void tz_words_clear (TzWords *words);

#endif
