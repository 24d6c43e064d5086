/* Cards: forms of labels and values, of which some values take the whole width. */
#ifndef TZ_COMPOSE_TABLE_CARD_H
#define TZ_COMPOSE_TABLE_CARD_H

#include "compose/form/form.h"
#include "model/ledger.h"

typedef struct TzCard TzCard;

/* LEDGER as a card whose empty cells have to tell which of its cells are merged: it has no head, its first
 * column has labels, and neither its file nor its form says anything of merged cells. Else NULL. tz_card_free.
 */
TzCard *tz_card_new (const TzTemplate *form, const TzLedger *ledger);
void tz_card_free (TzCard *card); /* NULL is allowed */

/* How many columns the cell in COL of record I covers. */
int tz_card_width (const TzCard *card, int i, int col);
/* Whether it goes on with the one above. */
gboolean tz_card_goes_on (const TzCard *card, int i, int col);

#endif
