/* The value that a name has in a place of the text. */
#include "compose/form/placeholder.h"
#include "compose/report/prose/value.h"

static char *extra_text (const TzProseScope *scope, int extra)
{
  const TzLedger *ledger = scope->run->source->ledger;
  return g_strdup (tz_ledger_extra_text (ledger, tz_ledger_task (ledger, scope->task)->first_record, extra));
}

void tz_prose_get (const TzProseScope *scope, const TzProseName *name, TzProseValue *value)
{
  *value = (TzProseValue){ 0 };
  for (int i = 0; i < name->up; i++)
    scope = scope->outer;
  if (!tz_prose_step (scope->run, 1))
    return;
  if (name->entry)
    name->entry->get (scope, name->entry, name->when, value);
  else if (name->column != 0)
    tz_prose_take_text (value, name->column > 0 ? tz_prose_column_text (scope, name->column - 1)
                                                : extra_text (scope, -name->column - 1));
  else {
    tz_prose_take_text (value, name->key
                                   ? tz_placeholder_expand (scope->run->source->ini, name->key->value, NULL,
                                                            FALSE, &name->key->value_place, scope->run->diag)
                                   : g_strdup (""));
    value->from = TZ_FROM_BOOK;
  }
}
