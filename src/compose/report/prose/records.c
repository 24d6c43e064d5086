/* What was reported: the records that a loop goes through. */
#include "compose/report/prose/scope.h"

const char *tz_prose_record_text (const TzProgressRecord *record, int field)
{
  return field == TZ_FIELD_DONE ? record->done : field == TZ_FIELD_PROBLEMS ? record->problems : record->next;
}

gboolean tz_prose_has_text (const TzProgressRecord *record, int field)
{
  return field == TZ_FIELD_ANY || *tz_prose_record_text (record, field) != '\0';
}

/* What a record is about; its period aside. */
static guint hash_record (gconstpointer key)
{
  const TzProgressRecord *record = key;
  return ((guint)record->task * 31 + (guint)(record->row + 1)) * 31 + (guint)(record->region + 1);
}

static gboolean is_same_subject (gconstpointer a, gconstpointer b)
{
  const TzProgressRecord *x = a, *y = b;
  return x->task == y->task && x->row == y->row && x->region == y->region;
}

/* Of several records about the same the latest, at the place of the first. */
static void keep_latest (GPtrArray *records)
{
  g_autoptr (GHashTable) places = g_hash_table_new (hash_record, is_same_subject);
  guint kept = 0;
  for (guint i = 0; i < records->len; i++) {
    TzProgressRecord *record = records->pdata[i];
    guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, record));
    if (place == 0) {
      records->pdata[kept++] = record;
      g_hash_table_insert (places, record, GUINT_TO_POINTER (kept));
    } else if (tz_period_compare (&record->period, &((TzProgressRecord *)records->pdata[place - 1])->period) >
               0)
      records->pdata[place - 1] = record;
  }
  g_ptr_array_set_size (records, (int)kept);
}

static void keep_worded (GPtrArray *records, int field)
{
  guint kept = 0;
  for (guint i = 0; i < records->len; i++)
    if (tz_prose_has_text (records->pdata[i], field))
      records->pdata[kept++] = records->pdata[i];
  g_ptr_array_set_size (records, (int)kept);
}

GPtrArray *tz_prose_records (const TzProseScope *scope, int field)
{
  const TzProseSource *source = scope->run->source;
  const TzPeriod *period = tz_stats_period (source->stats);
  GPtrArray *records = g_ptr_array_new ();
  int n = source->progress ? tz_progress_n_records (source->progress) : 0;
  if (!tz_prose_step (scope->run, n))
    return records;
  for (int i = 0; i < n; i++) {
    const TzProgressRecord *record = tz_progress_record (source->progress, i);
    if (tz_prose_is_member (scope, record->task) && (scope->region < 0 || record->region == scope->region) &&
        tz_period_is_within (&record->period, period))
      g_ptr_array_add (records, (gpointer)record);
  }
  if (field != TZ_FIELD_ANY)
    keep_latest (records);
  keep_worded (records, field);
  return records;
}
