#include "compose/table/card.h"

/* Characters. */
enum { LONGEST_LABEL = 30 };

gboolean tz_card_is_open (const TzTemplate *form, const TzLedger *ledger)
{
  if (!form->table.headless)
    return FALSE;
  for (int i = 0; i < tz_ledger_n_records (ledger); i++)
    for (int col = 0; col < tz_ledger_n_columns (ledger); col++)
      if (tz_ledger_record (ledger, i)->cells[col].join & TZ_JOIN_LEFT)
        return FALSE;
  return TRUE;
}

/* Whether there is something in the cell, or another one reaches into it. */
static gboolean is_taken (const TzRecord *record, int col)
{
  return *record->cells[col].text != '\0' || record->cells[col].join != 0;
}

static int count_taken (const TzRecord *record, int n_cols)
{
  int n = 0;
  for (int col = 0; col < n_cols; col++)
    n += is_taken (record, col);
  return n;
}

int tz_card_width (const TzLedger *ledger, const TzRecord *record, int col)
{
  int n_cols = tz_ledger_n_columns (ledger), taken = count_taken (record, n_cols), cols = 1;
  gboolean lone_label =
      taken == 1 && is_taken (record, 0) && g_utf8_strlen (record->cells[0].text, -1) <= LONGEST_LABEL;
  if (taken == 0 || taken > 2 || record->cells[col].join & TZ_JOIN_UP || (col == 0 && lone_label))
    return 1;
  if (!is_taken (record, col) && !lone_label)
    return 1;
  while (col + cols < n_cols && !is_taken (record, col + cols))
    cols++;
  return cols;
}
