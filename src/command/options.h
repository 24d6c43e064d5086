/* The words behind a command's name. Read by getopt_long; help and complaints are our
 * own, for libraries bring theirs in English or not at all. */
#ifndef TZ_COMMAND_OPTIONS_H
#define TZ_COMMAND_OPTIONS_H

#include "command/command.h"

typedef enum {
  TZ_OPTION_FLAG, /* gboolean */
  TZ_OPTION_TEXT, /* char *, owned, UTF-8; the last one given counts */
  TZ_OPTION_PATH, /* char *, owned, bytes as given */
  TZ_OPTION_TEXTS /* GPtrArray * of char *: every one given */
} TzOptionKind;

typedef struct {
  const char *name; /* without "--" */
  char letter;      /* 0: it has none */
  TzOptionKind kind;
  const char *value; /* what help calls its value, marked for translation; NULL for flags */
  const char *help;  /* marked for translation */
  gpointer field;
} TzOption;

typedef struct {
  const char *command;     /* its name */
  const char *operands;    /* what else it takes, marked for translation */
  const char *summary;     /* what it does, marked for translation */
  const TzOption *options; /* ended by one without a name */
} TzUsage;

/* Fills the options' fields, and OPERANDS (of char *) with the other words. FALSE if
 * there is nothing more to do: help was asked for, or a fault has been told. */
gboolean tz_options_parse (const TzUsage *usage, int argc, char **argv, GPtrArray *operands,
                           TzOutcome *outcome);

#endif
