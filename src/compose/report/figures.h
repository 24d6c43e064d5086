/* The figures of a progress report: tables and charts that a text asks for by name,
 * made from what was counted at the end of a period. */
#ifndef TZ_COMPOSE_REPORT_FIGURES_H
#define TZ_COMPOSE_REPORT_FIGURES_H

#include "compose/report/facts.h"
#include "compose/form/form.h"

typedef struct TzFigures TzFigures;

/* The template whose parts the tables take their looks from, unless a report names another. */
#define TZ_FIGURES_TEMPLATE "figures"

/* STATS are of LEDGER and FACTS; FORM is a form of tables. All are lent and must outlive it. */
TzFigures *tz_figures_new (const TzLedger *ledger, const TzFacts *facts, const TzStats *stats,
                           const TzTemplate *form);
void tz_figures_free (TzFigures *figures); /* NULL is allowed */

/* All names, NULL-ended, for "did you mean". */
const char *const *tz_figures_table_names (void);
const char *const *tz_figures_chart_names (void);

/* Whether there is anything to show: no table by region where no region reports, no list without a task.
 * FALSE for a name that there is not. */
gboolean tz_figures_has_table (const TzFigures *figures, const char *name);
gboolean tz_figures_has_chart (const TzFigures *figures, const char *name);

/* NULL where there is nothing to show. The title, without a number, is the first paragraph above the
 * table, the only one with an outline level, or the chart's title. tz_table_free, tz_chart_free. */
TzTable *tz_figures_table (const TzFigures *figures, const char *name);
TzChart *tz_figures_chart (const TzFigures *figures, const char *name);

#endif
