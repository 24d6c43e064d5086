/* The paragraphs above and below a ledger's table: from the form and the book, and from the table's own file.
 */
#ifndef TZ_COMPOSE_TABLE_AROUND_H
#define TZ_COMPOSE_TABLE_AROUND_H

#include "compose/form/form.h"
#include "content/table.h"
#include "model/around.h"

/* The text that is printed for KEY of [book] (title, label, unit-line, …): what the book or -s says, else what
 * AROUND (may be NULL) has for it, else the form's. NULL: none. g_free. */
char *tz_table_text (const TzTemplate *form, const TzAround *around, const char *key, TzDiag *diag);

/* Gives TABLE, which has none yet, its paragraphs. */
void tz_table_put_around (TzTable *table, const TzTemplate *form, const TzAround *around, TzDiag *diag);

#endif
