/* Sections, units and regions of the tasks that a loop is about. */
#include "compose/report/prose/scope.h"

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

void tz_prose_fill_groups (const TzProseScope *scope, int argument, GPtrArray *items)
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
    TzProseScope *item = tz_prose_scope_add (scope, ofs[by], items);
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
  tz_prose_fill_groups (scope, by, items);
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
