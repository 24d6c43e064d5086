/* Places in the nest of a text's loops, and how much is done in them. */
#include "compose/report/prose/scope.h"

enum { MAX_STEPS = 100 * 1000 * 1000 };

gboolean tz_prose_step (TzProseRun *run, gint64 n)
{
  run->steps += n;
  run->over |= run->steps > MAX_STEPS;
  return !run->over;
}

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

TzProseScope *tz_prose_scope_add (const TzProseScope *scope, TzProseOf of, GPtrArray *items)
{
  TzProseScope *item = tz_prose_scope_new (scope, of);
  g_ptr_array_add (items, item);
  return item;
}

GArray *tz_prose_one_task (int task)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (int));
  g_array_append_val (members, task);
  return members;
}

/* The tasks are in ascending order. */
gboolean tz_prose_is_member (const TzProseScope *scope, int task)
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

const TzTaskState *tz_prose_state (const TzProseScope *scope, int task, gboolean before)
{
  const TzStats *stats = scope->run->source->stats;
  if (scope->region >= 0)
    return before ? tz_stats_region_task_before (stats, task, scope->region)
                  : tz_stats_region_task (stats, task, scope->region);
  return before ? tz_stats_task_before (stats, task) : tz_stats_task (stats, task);
}
