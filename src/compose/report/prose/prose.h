/* The text of a report: prose with {…} in it, filled in from the figures of a ledger.
 *
 *   {late} {rate} {逾期数}                        a value
 *   {if late > 0} … {else if …} … {else} … {end}  only if it is so
 *   {for late} … {between} … {else} … {end}       once for each; between two; if there is none
 *   {list late}                                   the names of all
 *   {table NAME} {chart NAME}                     alone on a line: left for the letter
 *   {# … #}  {{                                   a remark; a brace
 *
 * A line that holds nothing but such words leaves no line behind. templates/README.md
 * tells the whole language to those who write it.
 *
 * The files of this room, each using only those above it:
 *
 *   scope, records, groups               a place in the loops, and what is seen from there
 *   value                                what a name stands for
 *   count, whole_values, task_values     all names of values, in tables, and how each is found
 *   list                                 all names of lists
 *   get, holds, choose                   a value, a condition, the items of a loop in a place
 *   keys, cut, words                     the text becomes pieces, their words tokens
 *   node, names, cond, parse             tokens become names, conditions and blocks
 *   prose                                the blocks are run through and the text is written */
#ifndef TZ_COMPOSE_REPORT_PROSE_PROSE_H
#define TZ_COMPOSE_REPORT_PROSE_PROSE_H

#include "compose/letter/filled.h"
#include "model/stats.h"
#include "read/ini.h"

/* What a text may ask about. */
typedef struct {
  const TzStats *stats;
  const TzLedger *ledger;
  const TzProgress *progress;                /* or NULL */
  const TzIni *ini;                          /* its [book] and [values] are values of the text; or NULL */
  const char *ledger_title;                  /* or NULL */
  const char *const *attachments;            /* titles, NULL-ended; or NULL */
  const char *const *tables, *const *charts; /* names that exhibits have, NULL-ended; NULL: not checked here */
  /* Whether there is something to show under such a name this time; may be NULL: always. */
  gboolean (*has_exhibit) (gpointer self, gboolean chart, const char *name);
  gpointer self;
} TzProseSource;

/* TEXT with everything filled in. SHOWN is the text's name in findings. NULL with findings if
 * the text is wrong; all its faults are told at once, also those in parts that are not
 * printed this time. tz_filled_text_free. */
TzFilledText *tz_prose_expand (const char *text, const char *shown, const TzProseSource *source, TzDiag *diag);

#endif
