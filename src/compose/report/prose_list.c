/* What a text can go through one by one. */
#include "compose/report/prose_data.h"

#include <string.h>

/* ── scopes ──────────────────────────────────────────────────────────────── */

TzProseScope *tz_prose_scope_new (const TzProseScope *outer, TzProseOf of)
{
  TzProseScope *scope = g_new0 (TzProseScope, 1);
  scope->outer = outer;
  scope->of = of;
  scope->task = scope->region = -1;
  if (outer) {
    scope->run = outer->run;
    scope->region = outer->region;
  }
  return scope;
}

void tz_prose_scope_free (TzProseScope *scope)
{
  if (scope->members)
    g_array_unref (scope->members);
  if (scope->records)
    g_ptr_array_unref (scope->records);
  g_free (scope);
}

static TzProseScope *add_item (const TzProseScope *scope, TzProseOf of, GPtrArray *items)
{
  TzProseScope *item = tz_prose_scope_new (scope, of);
  g_ptr_array_add (items, item);
  return item;
}

static GArray *one_task (int task)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (int));
  g_array_append_val (members, task);
  return members;
}

/* ── groups ──────────────────────────────────────────────────────────────── */

/* Whether one of RECORDS is about TASK in REGION. */
static gboolean has_record (const GPtrArray *records, int task, int region)
{
  for (guint i = 0; i < records->len; i++) {
    const TzProgressRecord *record = records->pdata[i];
    if (record->task == task && record->region == region)
      return TRUE;
  }
  return FALSE;
}

/* Whether TASK belongs to group INDEX, called NAME. */
static gboolean belongs (const TzProseScope *scope, TzStatsBy by, int index, const char *name, int task)
{
  const TzProseSource *source = scope->run->source;
  if (by == TZ_BY_SECTION)
    return tz_ledger_task (source->ledger, task)->section == index;
  if (by == TZ_BY_UNIT)
    return g_strv_contains (tz_stats_task_units (source->stats, task), name);
  if (scope->of == TZ_OF_KIND)
    return has_record (scope->records, task, index);
  return (scope->region < 0 || scope->region == index) && tz_stats_region_task (source->stats, task, index);
}

static GArray *members_of (const TzProseScope *scope, TzStatsBy by, const TzStatsGroup *group)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (int));
  if (!tz_prose_step (scope->run, scope->members->len))
    return members;
  for (guint i = 0; i < scope->members->len; i++) {
    int task = g_array_index (scope->members, int, i);
    if (belongs (scope, by, group->index, group->name, task))
      g_array_append_val (members, task);
  }
  return members;
}

static void fill_groups (const TzProseScope *scope, int argument, GPtrArray *items)
{
  static const TzProseOf ofs[] = {
    [TZ_BY_SECTION] = TZ_OF_SECTION, [TZ_BY_UNIT] = TZ_OF_UNIT, [TZ_BY_REGION] = TZ_OF_REGION
  };
  const TzStats *stats = scope->run->source->stats;
  TzStatsBy by = (TzStatsBy)argument;
  for (int i = 0; i < tz_stats_n_groups (stats, by); i++) {
    const TzStatsGroup *group = tz_stats_group (stats, by, i);
    GArray *members = members_of (scope, by, group);
    if (members->len == 0) {
      g_array_unref (members);
      continue;
    }
    TzProseScope *item = add_item (scope, ofs[by], items);
    item->item = group->index;
    item->name = group->name;
    item->members = members;
    if (by == TZ_BY_REGION)
      item->region = group->index;
  }
}

int tz_prose_n_groups (const TzProseScope *scope, TzStatsBy by)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_prose_scope_free);
  fill_groups (scope, by, items);
  int n = (int)items->len;
  g_ptr_array_unref (items);
  return n;
}

/* Whether all that REGION ever reported on is finished. */
static gboolean is_region_done (const TzStats *stats, int region)
{
  for (int i = 0; i < tz_stats_n_groups (stats, TZ_BY_REGION); i++) {
    const TzStatsGroup *group = tz_stats_group (stats, TZ_BY_REGION, i);
    if (group->index == region)
      return tz_tally_done (&group->now) == group->now.n;
  }
  return FALSE;
}

GArray *tz_prose_silent_regions (const TzProseScope *scope)
{
  const TzProseSource *source = scope->run->source;
  GArray *silent = g_array_new (FALSE, FALSE, sizeof (int));
  int n = source->progress ? tz_progress_n_regions (source->progress) : 0;
  gboolean *heard = g_new0 (gboolean, (gsize)n + 1);
  g_autoptr (GPtrArray) records = tz_prose_records (scope, TZ_FIELD_ANY);
  for (guint i = 0; i < records->len; i++) {
    const TzProgressRecord *record = records->pdata[i];
    if (record->region >= 0)
      heard[record->region] = TRUE;
  }
  for (int i = 0; i < n; i++)
    if (!heard[i] && !is_region_done (source->stats, i))
      g_array_append_val (silent, i);
  g_free (heard);
  return silent;
}

static void fill_silent_regions (const TzProseScope *scope, int argument, GPtrArray *items)
{
  (void)argument;
  g_autoptr (GArray) silent = tz_prose_silent_regions (scope);
  for (guint i = 0; i < silent->len; i++) {
    TzProseScope *item = add_item (scope, TZ_OF_REGION, items);
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
    TzProseScope *item = add_item (scope, TZ_OF_PERIOD, items);
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
    TzProseScope *item = add_item (scope, TZ_OF_TASK, items);
    item->task = task;
    item->members = one_task (task);
  }
}

/* ── what was reported ───────────────────────────────────────────────────── */

const char *tz_prose_record_text (const TzProgressRecord *record, int field)
{
  return field == TZ_FIELD_DONE ? record->done : field == TZ_FIELD_PROBLEMS ? record->problems : record->next;
}

static gboolean has_text (const TzProgressRecord *record, int field)
{
  return field == TZ_FIELD_ANY || *tz_prose_record_text (record, field) != '\0';
}

/* The tasks are in ascending order. */
static gboolean is_member (const TzProseScope *scope, int task)
{
  guint low = 0, high = scope->members->len;
  while (low < high) {
    guint middle = (low + high) / 2;
    int other = g_array_index (scope->members, int, middle);
    if (other == task)
      return TRUE;
    if (other < task)
      low = middle + 1;
    else
      high = middle;
  }
  return FALSE;
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
    if (has_text (records->pdata[i], field))
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
    if (is_member (scope, record->task) && (scope->region < 0 || record->region == scope->region) &&
        tz_period_is_within (&record->period, period))
      g_ptr_array_add (records, (gpointer)record);
  }
  if (field != TZ_FIELD_ANY)
    keep_latest (records);
  keep_worded (records, field);
  return records;
}

static TzProseScope *add_record (const TzProseScope *scope, const TzProgressRecord *record, int field,
                                 GPtrArray *items)
{
  TzProseScope *item = add_item (scope, TZ_OF_RECORD, items);
  item->item = field;
  item->record = record;
  item->task = record->task;
  item->region = record->region;
  item->members = one_task (record->task);
  return item;
}

static void fill_records (const TzProseScope *scope, int argument, GPtrArray *items)
{
  /* Within one kind only its own records. */
  GPtrArray *records =
      scope->of == TZ_OF_KIND ? g_ptr_array_ref (scope->records) : tz_prose_records (scope, argument);
  for (guint i = 0; i < records->len; i++)
    if (has_text (records->pdata[i], argument))
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
      item = add_item (scope, TZ_OF_KIND, items);
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
    add_item (scope, TZ_OF_ATTACHMENT, items)->name = *name;
}

static void fill_definitions (const TzProseScope *scope, int argument, GPtrArray *items)
{
  (void)argument;
  const char *word, *meaning;
  for (int i = 0; tz_stats_definition (i, &word, &meaning); i++) {
    TzProseScope *item = add_item (scope, TZ_OF_DEFINITION, items);
    item->item = i;
    item->name = word;
  }
}

/* ── choosing ────────────────────────────────────────────────────────────── */

typedef struct {
  TzProseScope *item;
  TzProseValue value;
  int place;
} Ranked;

static int compare_values (const TzProseValue *a, const TzProseValue *b)
{
  gint64 difference = a->kind == TZ_PROSE_DATE ? (gint64)a->day - (gint64)b->day : a->n * b->d - b->n * a->d;
  return (difference > 0) - (difference < 0);
}

/* What has no value comes last. */
static int compare_ranked (gconstpointer a, gconstpointer b, gpointer data)
{
  const Ranked *x = a, *y = b;
  int order = *(const int *)data;
  gboolean x_none = x->value.kind == TZ_PROSE_NONE, y_none = y->value.kind == TZ_PROSE_NONE;
  int result = x_none || y_none ? x_none - y_none : -order * compare_values (&x->value, &y->value);
  return result != 0 ? result : x->place - y->place;
}

static void sort_items (GPtrArray *items, const TzProseNode *node)
{
  g_autofree Ranked *ranked = g_new0 (Ranked, (gsize)items->len + 1);
  int order = node->order;
  for (guint i = 0; i < items->len; i++) {
    ranked[i].item = items->pdata[i];
    ranked[i].place = (int)i;
    tz_prose_get (items->pdata[i], &node->name, &ranked[i].value);
  }
  g_qsort_with_data (ranked, (int)items->len, sizeof (Ranked), compare_ranked, &order);
  for (guint i = 0; i < items->len; i++) {
    items->pdata[i] = ranked[i].item;
    tz_prose_value_clear (&ranked[i].value);
  }
}

static void keep_where (GPtrArray *items, const TzProseCond *cond)
{
  guint kept = 0;
  for (guint i = 0; i < items->len; i++) {
    TzProseScope *item = items->pdata[i];
    if (tz_prose_holds (item, cond))
      items->pdata[kept++] = item;
    else
      tz_prose_scope_free (item);
  }
  g_ptr_array_set_free_func (items, NULL);
  g_ptr_array_set_size (items, (int)kept);
  g_ptr_array_set_free_func (items, (GDestroyNotify)tz_prose_scope_free);
}

GPtrArray *tz_prose_items (const TzProseScope *scope, const TzProseNode *node)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_prose_scope_free);
  node->list.fill (scope, node->list.argument, items);
  if (node->cond)
    keep_where (items, node->cond);
  if (node->order != 0)
    sort_items (items, node);
  guint found = items->len;
  if (node->first > 0 && found > (guint)node->first)
    g_ptr_array_set_size (items, node->first);
  for (guint i = 0; i < items->len; i++) {
    TzProseScope *item = items->pdata[i];
    item->index = (int)i + 1;
    item->count = (int)items->len;
    item->more = (int)(found - items->len);
  }
  return items;
}

/* ── their names ─────────────────────────────────────────────────────────── */

#define ANYWHERE (~0u)
#define OF_TASKS                                                                                               \
  (1u << TZ_OF_WHOLE | 1u << TZ_OF_SECTION | 1u << TZ_OF_UNIT | 1u << TZ_OF_REGION | 1u << TZ_OF_TASK |        \
   1u << TZ_OF_RECORD | 1u << TZ_OF_KIND)

const TzProseList tz_prose_groups[] = {
  { "section|sections|部分|各部分", OF_TASKS, TZ_OF_SECTION, fill_groups, TZ_BY_SECTION },
  { "unit|units|单位|各单位|责任单位", OF_TASKS, TZ_OF_UNIT, fill_groups, TZ_BY_UNIT },
  { "region|regions|地区|各地区", OF_TASKS, TZ_OF_REGION, fill_groups, TZ_BY_REGION },
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

/* Whatever is counted can be gone through. */
gboolean tz_prose_task_list (const TzProseEntry *entry, TzProseList *list)
{
  *list = (TzProseList){ entry->names, OF_TASKS, TZ_OF_TASK, fill_tasks, entry->argument };
  return tz_prose_counts_tasks (entry);
}
