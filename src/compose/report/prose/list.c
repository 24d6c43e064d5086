/* The lists that a text can go through one by one. */
#include "compose/report/prose/value.h"

/* ── groups ──────────────────────────────────────────────────────────────── */

static void fill_silent_regions (const TzProseScope *scope, int argument, GPtrArray *items)
{
  (void)argument;
  g_autoptr (GArray) silent = tz_prose_silent_regions (scope);
  for (guint i = 0; i < silent->len; i++) {
    TzProseScope *item = tz_prose_scope_add (scope, TZ_OF_REGION, items);
    item->item = item->region = g_array_index (silent, int, i);
    item->name = tz_progress_region (scope->run->source->progress, item->item);
    item->members = g_array_new (FALSE, FALSE, sizeof (int));
  }
}

static void fill_periods (const TzProseScope *scope, int argument, GPtrArray *items)
{
  (void)argument;
  const TzStats *stats = scope->run->source->stats;
  for (int i = 0; i < tz_stats_n_groups (stats, TZ_BY_PERIOD); i++) {
    TzProseScope *item = tz_prose_scope_add (scope, TZ_OF_PERIOD, items);
    item->item = i;
    item->name = tz_stats_group (stats, TZ_BY_PERIOD, i)->name;
  }
}

/* ── tasks ───────────────────────────────────────────────────────────────── */

static void fill_tasks (const TzProseScope *scope, int argument, GPtrArray *items)
{
  if (!tz_prose_step (scope->run, scope->members->len))
    return;
  for (guint i = 0; i < scope->members->len; i++) {
    int task = g_array_index (scope->members, int, i);
    if (!tz_prose_counts_task (scope, argument, task, FALSE))
      continue;
    TzProseScope *item = tz_prose_scope_add (scope, TZ_OF_TASK, items);
    item->task = task;
    item->members = tz_prose_one_task (task);
  }
}

/* ── what was reported ───────────────────────────────────────────────────── */

static TzProseScope *add_record (const TzProseScope *scope, const TzProgressRecord *record, int field,
                                 GPtrArray *items)
{
  TzProseScope *item = tz_prose_scope_add (scope, TZ_OF_RECORD, items);
  item->item = field;
  item->record = record;
  item->task = record->task;
  item->region = record->region;
  item->members = tz_prose_one_task (record->task);
  return item;
}

static void fill_records (const TzProseScope *scope, int argument, GPtrArray *items)
{
  /* Within a kind (problems of the same words) only the records of that kind. */
  GPtrArray *records =
      scope->of == TZ_OF_KIND ? g_ptr_array_ref (scope->records) : tz_prose_records (scope, argument);
  for (guint i = 0; i < records->len; i++)
    if (tz_prose_has_text (records->pdata[i], argument))
      add_record (scope, records->pdata[i], argument, items);
  g_ptr_array_unref (records);
}

static int compare_members (gconstpointer a, gconstpointer b)
{
  return *(const int *)a - *(const int *)b;
}

static GArray *tasks_of (const GPtrArray *records)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (int));
  guint kept = 0;
  for (guint i = 0; i < records->len; i++) {
    const TzProgressRecord *record = records->pdata[i];
    g_array_append_val (members, record->task);
  }
  g_array_sort (members, compare_members);
  for (guint i = 0; i < members->len; i++)
    if (kept == 0 || g_array_index (members, int, kept - 1) != g_array_index (members, int, i))
      g_array_index (members, int, kept++) = g_array_index (members, int, i);
  g_array_set_size (members, kept);
  return members;
}

/* Most frequent first, then as first reported. */
static int compare_kinds (gconstpointer a, gconstpointer b)
{
  const TzProseScope *x = *(const TzProseScope *const *)a, *y = *(const TzProseScope *const *)b;
  return x->records->len != y->records->len ? (int)y->records->len - (int)x->records->len : x->item - y->item;
}

static void fill_kinds (const TzProseScope *scope, int argument, GPtrArray *items)
{
  GPtrArray *records = tz_prose_records (scope, argument);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < records->len; i++) {
    const char *text = tz_prose_record_text (records->pdata[i], argument);
    TzProseScope *item = g_hash_table_lookup (seen, text);
    if (!item) {
      item = tz_prose_scope_add (scope, TZ_OF_KIND, items);
      item->item = (int)items->len;
      item->name = text;
      item->records = g_ptr_array_new ();
      g_hash_table_insert (seen, (gpointer)text, item);
    }
    g_ptr_array_add (item->records, records->pdata[i]);
  }
  for (guint i = 0; i < items->len; i++)
    ((TzProseScope *)items->pdata[i])->members = tasks_of (((TzProseScope *)items->pdata[i])->records);
  g_ptr_array_sort (items, compare_kinds);
  g_ptr_array_unref (records);
}

/* ── beside the ledger ───────────────────────────────────────────────────── */

static void fill_attachments (const TzProseScope *scope, int argument, GPtrArray *items)
{
  (void)argument;
  for (const char *const *name = scope->run->source->attachments; name && *name; name++)
    tz_prose_scope_add (scope, TZ_OF_ATTACHMENT, items)->name = *name;
}

static void fill_definitions (const TzProseScope *scope, int argument, GPtrArray *items)
{
  (void)argument;
  const char *word, *meaning;
  for (int i = 0; tz_stats_definition (i, &word, &meaning); i++) {
    TzProseScope *item = tz_prose_scope_add (scope, TZ_OF_DEFINITION, items);
    item->item = i;
    item->name = word;
  }
}

/* ── their names ─────────────────────────────────────────────────────────── */

#define ANYWHERE (~0u)
#define OF_TASKS                                                                                               \
  (1u << TZ_OF_WHOLE | 1u << TZ_OF_SECTION | 1u << TZ_OF_UNIT | 1u << TZ_OF_REGION | 1u << TZ_OF_TASK |        \
   1u << TZ_OF_RECORD | 1u << TZ_OF_KIND)

const TzProseList tz_prose_lists[] = {
  { "section|sections|部分|各部分", OF_TASKS, TZ_OF_SECTION, tz_prose_fill_groups, TZ_BY_SECTION },
  { "unit|units|单位|各单位|责任单位", OF_TASKS, TZ_OF_UNIT, tz_prose_fill_groups, TZ_BY_UNIT },
  { "region|regions|地区|各地区", OF_TASKS, TZ_OF_REGION, tz_prose_fill_groups, TZ_BY_REGION },
  { "silent-regions|未报地区", 1u << TZ_OF_WHOLE, TZ_OF_REGION, fill_silent_regions, 0 },
  { "period|periods|报告期|各期", ANYWHERE, TZ_OF_PERIOD, fill_periods, 0 },
  { "problems|问题|存在问题", OF_TASKS, TZ_OF_RECORD, fill_records, TZ_FIELD_PROBLEMS },
  { "measures|措施|下一步", OF_TASKS, TZ_OF_RECORD, fill_records, TZ_FIELD_NEXT },
  { "results|成效|完成情况", OF_TASKS, TZ_OF_RECORD, fill_records, TZ_FIELD_DONE },
  { "reports|报告", OF_TASKS, TZ_OF_RECORD, fill_records, TZ_FIELD_ANY },
  { "problem-kinds|问题类别", OF_TASKS, TZ_OF_KIND, fill_kinds, TZ_FIELD_PROBLEMS },
  { "measure-kinds|措施类别", OF_TASKS, TZ_OF_KIND, fill_kinds, TZ_FIELD_NEXT },
  { "attachments|附件", ANYWHERE, TZ_OF_ATTACHMENT, fill_attachments, 0 },
  { "definitions|口径|统计口径", ANYWHERE, TZ_OF_DEFINITION, fill_definitions, 0 },
  { 0 },
};

gboolean tz_prose_task_list (const TzProseEntry *entry, TzProseList *list)
{
  *list = (TzProseList){ entry->names, OF_TASKS, TZ_OF_TASK, fill_tasks, entry->argument };
  return tz_prose_counts_tasks (entry);
}
