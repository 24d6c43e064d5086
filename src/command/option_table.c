/* Every option, with the commands that take it. Help is made from this table; a new option is a line
 * here, a field of TzWords and the command that asks for it. */
#include "base/intl.h"
#include "base/list.h"
#include "command/options.h"
#include "command/sheets.h"
#include "output/output.h"

#include <stddef.h>

#define FIELD(name)  offsetof (TzWords, name)
#define WRITING      (TZ_BUILD | TZ_REPORT)
#define ALL_OF_BOOKS (TZ_BUILD | TZ_REPORT | TZ_CHECK)

static char *formats (void)
{
  g_autofree char *names = tz_list_and (tz_backend_names ()), *usual = tz_backend_default_names ();
  /* Translators: the formats there are, and those that files are written in by default. */
  return g_strdup_printf (_ ("%s; default %s"), names, usual);
}

static char *dumps (void)
{
  return g_strjoinv ("|", (char **)tz_command_dump_names ());
}

const TzOption tz_options[] = {
  { "output", 'o', WRITING, TZ_OPTION_PATH, FIELD (folder), N_ ("DIR"),
    N_ ("folder for the files (default: out beside the input)"), NULL },
  { "formats", 'f', WRITING, TZ_OPTION_TEXT, FIELD (formats), N_ ("FORMATS"),
    N_ ("formats of the files, separated by commas (%s); a workbook of an official document holds its tables "
        "and charts"),
    formats },
  { "dump", 0, WRITING, TZ_OPTION_TEXT, FIELD (dump), NULL, N_ ("print an inner product, write nothing"),
    dumps },
  { "template", 't', ALL_OF_BOOKS | TZ_NEW, TZ_OPTION_TEXT, FIELD (template_name), N_ ("TEMPLATE"),
    N_ ("the form, by name or path (default: the book's; of a new book: ledger)"), NULL },
  { "from", 0, TZ_NEW, TZ_OPTION_PATH, FIELD (from), N_ ("FILE"),
    N_ ("the table to begin with: a CSV, a workbook or Word document, FILE#SHEET"), NULL },
  { "period", 'p', ALL_OF_BOOKS, TZ_OPTION_TEXT, FIELD (period), N_ ("PERIOD"),
    N_ ("the period, such as 2021Q2"), NULL },
  { "as-of", 0, ALL_OF_BOOKS, TZ_OPTION_TEXT, FIELD (as_of), N_ ("DATE"),
    N_ ("the day that counts as today, such as 2021-06-30"), NULL },
  { "set", 's', ALL_OF_BOOKS, TZ_OPTION_TEXTS, FIELD (sets), N_ ("SECTION.KEY=VALUE"),
    N_ ("set a key of the book or the form (may be repeated)"), NULL },
  { "jobs", 'j', ALL_OF_BOOKS, TZ_OPTION_TEXT, FIELD (jobs), N_ ("N"), N_ ("work on N inputs at a time"),
    NULL },
  { "strict", 0, ALL_OF_BOOKS, TZ_OPTION_FLAG, FIELD (strict), NULL, N_ ("warnings count as errors"), NULL },
  { "all", 0, ALL_OF_BOOKS | TZ_NEW | TZ_TEMPLATES | TZ_FONTS, TZ_OPTION_FLAG, FIELD (all), NULL,
    N_ ("print every finding, also those that repeat"), NULL },
  { "json", 0, ALL_OF_BOOKS | TZ_NEW, TZ_OPTION_FLAG, FIELD (json), NULL,
    N_ ("findings and results as one JSON document"), NULL },
  { 0 },
};
