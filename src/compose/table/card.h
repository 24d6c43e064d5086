/* Cards: forms of labels and values, of which some values take the whole width. */
#ifndef TZ_COMPOSE_TABLE_CARD_H
#define TZ_COMPOSE_TABLE_CARD_H

#include "compose/form/form.h"
#include "model/ledger.h"

/* Whether LEDGER is a card whose empty cells have to tell which of its cells are merged: it has no head, and
 * its file says nothing of cells merged across. */
gboolean tz_card_is_open (const TzTemplate *form, const TzLedger *ledger);

/* How many columns the cell in COL of RECORD, in such a card, covers. In a row with a label and one value
 * each covers the empty cells on its right, and the value that a lone label waits for is one cell, too; a lone
 * text longer than a label covers the row. In a row with more texts an empty cell is a value to be filled in.
 */
int tz_card_width (const TzLedger *ledger, const TzRecord *record, int col);

#endif
