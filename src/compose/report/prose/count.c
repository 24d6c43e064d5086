/* Counts of tasks. A test that each task passes or not gives the number of tasks, their share of all, how both
 * changed since the period before, and the list of the tasks. */
#include "base/intl.h"
#include "compose/report/prose/value.h"

/* The tests. */
enum {
  IS_ANY,
  IS_STATUS,                           /* and so on: one for each */
  IS_PACE = IS_STATUS + TZ_N_STATUSES, /* the same */
  IS_DONE = IS_PACE + TZ_N_PACES,      /* done or closed */
  IS_UNFINISHED,
  IS_REPORTED,
  IS_NOT_REPORTED,
  IS_NEWLY_DONE,
  IS_NEWLY_LATE,
  IS_DUE_NEXT
};

/* ── states ──────────────────────────────────────────────────────────────── */

static gboolean is_final (const TzTaskState *state)
{
  return state && tz_status_is_final (state->status);
}

/* The list says what is due as a whole; in a region the task may be finished already. Of a recurring task there
 * is always a next time, unless it is closed. */
static gboolean is_due_next (const TzProseScope *scope, const TzTaskState *state)
{
  return scope->run->listed[TZ_LIST_DUE_NEXT][state->task] &&
         (!is_final (state) ||
          (state->status == TZ_STATUS_DONE && state->deadline->kind == TZ_DEADLINE_RECURRING));
}

static gboolean is_late (const TzTaskState *state)
{
  return state && state->status == TZ_STATUS_LATE;
}

static gboolean is_so (const TzProseScope *scope, int argument, const TzTaskState *state)
{
  if (argument >= IS_STATUS && argument < IS_PACE)
    return state->status == (TzStatus)(argument - IS_STATUS);
  if (argument >= IS_PACE && argument < IS_DONE)
    return state->pace == (TzPace)(argument - IS_PACE);
  switch (argument) {
  case IS_DONE:
    return is_final (state);
  case IS_UNFINISHED:
    return !is_final (state);
  case IS_REPORTED:
    return state->reported;
  case IS_NOT_REPORTED:
    return !state->reported && !is_final (state);
  case IS_NEWLY_DONE:
    return is_final (state) && !is_final (tz_prose_state (scope, state->task, TRUE));
  case IS_NEWLY_LATE:
    return is_late (state) && !is_late (tz_prose_state (scope, state->task, TRUE));
  case IS_DUE_NEXT:
    return is_due_next (scope, state);
  default:
    return TRUE;
  }
}

gboolean tz_prose_counts_task (const TzProseScope *scope, int argument, int task, gboolean before)
{
  const TzTaskState *state = tz_prose_state (scope, task, before);
  return state && is_so (scope, argument, state);
}

/* ── numbers ─────────────────────────────────────────────────────────────── */

/* How many tasks of a period pass the test ARGUMENT; of periods only what the tally counts is known. */
static int tallied (const TzTally *tally, int argument)
{
  if (argument >= IS_STATUS && argument < IS_PACE)
    return tally->statuses[argument - IS_STATUS];
  if (argument >= IS_PACE && argument < IS_DONE)
    return tally->paces[argument - IS_PACE];
  return argument == IS_DONE         ? tz_tally_done (tally)
         : argument == IS_UNFINISHED ? tally->n - tz_tally_done (tally)
         : argument == IS_REPORTED   ? tally->reported
                                     : tally->n;
}

static int count (const TzProseScope *scope, int argument, gboolean before)
{
  int n = 0;
  if (scope->of == TZ_OF_PERIOD) {
    const TzStatsGroup *group = tz_stats_group (scope->run->source->stats, TZ_BY_PERIOD, scope->item);
    return tallied (before ? &group->before : &group->now, argument);
  }
  if (!tz_prose_step (scope->run, scope->members->len))
    return 0;
  for (guint i = 0; i < scope->members->len; i++)
    n += tz_prose_counts_task (scope, argument, g_array_index (scope->members, int, i), before);
  return n;
}

static gboolean has_before (const TzProseScope *scope)
{
  const TzProseSource *source = scope->run->source;
  TzPeriod period;
  if (scope->of != TZ_OF_PERIOD)
    return tz_stats_has_before (source->stats);
  const TzStatsGroup *group = tz_stats_group (source->stats, TZ_BY_PERIOD, scope->item);
  if (!tz_period_parse (group->name, &period))
    return FALSE;
  TzPeriod earlier = tz_period_shift (&period, -1);
  return tz_period_compare (tz_progress_period (source->progress, 0), &earlier) <= 0;
}

static void set_number (TzProseValue *value, gint64 n, gint64 d, char *take_text)
{
  value->kind = TZ_PROSE_NUMBER;
  value->n = n;
  value->d = d;
  value->text = take_text;
}

static void get_has_before (const TzProseScope *scope, const TzProseEntry *entry, TzProseWhen when,
                            TzProseValue *value)
{
  (void)entry, (void)when;
  gboolean has = has_before (scope);
  set_number (value, has, 1, g_strdup (has ? "1" : "0"));
}

static void get_count (const TzProseScope *scope, const TzProseEntry *entry, TzProseWhen when,
                       TzProseValue *value)
{
  if (when != TZ_WHEN_NOW && !has_before (scope))
    return;
  int now = when == TZ_WHEN_BEFORE ? 0 : count (scope, entry->argument, FALSE);
  int before = when == TZ_WHEN_NOW ? 0 : count (scope, entry->argument, TRUE);
  int change = now - before;
  if (when != TZ_WHEN_CHANGE)
    set_number (value, now + before, 1, g_strdup_printf ("%d", now + before));
  else
    set_number (value, change, 1,
                change == 0 ? g_strdup ("持平")
                            : g_strdup_printf ("%s%d项", change > 0 ? "增加" : "减少", ABS (change)));
}

/* All tasks are 100%, none 0%; a share that only rounds to either is written with its decimal: 100.0%. */
static char *share_text (int part, int whole)
{
  return part == whole ? g_strdup ("100%") : part == 0 ? g_strdup ("0%") : tz_rate_text (part, whole);
}

static char *change_text (int tenths)
{
  if (tenths == 0)
    return g_strdup ("持平");
  return g_strdup_printf ("%s%d.%d个百分点", tenths > 0 ? "提高" : "下降", ABS (tenths) / 10,
                          ABS (tenths) % 10);
}

static void get_rate (const TzProseScope *scope, const TzProseEntry *entry, TzProseWhen when,
                      TzProseValue *value)
{
  gboolean back = when == TZ_WHEN_BEFORE;
  int part = count (scope, entry->argument, back), whole = count (scope, IS_ANY, back);
  if (whole == 0 || (when != TZ_WHEN_NOW && !has_before (scope)))
    return;
  if (when != TZ_WHEN_CHANGE) {
    set_number (value, (gint64)part * 100, whole, share_text (part, whole));
    return;
  }
  int part_before = count (scope, entry->argument, TRUE), whole_before = count (scope, IS_ANY, TRUE);
  if (whole_before == 0)
    return;
  int tenths = tz_rate_change (part, whole, part_before, whole_before);
  set_number (value, tenths, 10, change_text (tenths));
}

static void get_groups (const TzProseScope *scope, const TzProseEntry *entry, TzProseWhen when,
                        TzProseValue *value)
{
  (void)when;
  int n = tz_prose_n_groups (scope, (TzStatsBy)entry->argument);
  set_number (value, n, 1, g_strdup_printf ("%d", n));
}

static void get_periods (const TzProseScope *scope, const TzProseEntry *entry, TzProseWhen when,
                         TzProseValue *value)
{
  (void)entry, (void)when;
  int n = tz_stats_n_groups (scope->run->source->stats, TZ_BY_PERIOD);
  set_number (value, n, 1, g_strdup_printf ("%d", n));
}

static void get_records (const TzProseScope *scope, const TzProseEntry *entry, TzProseWhen when,
                         TzProseValue *value)
{
  (void)when;
  GPtrArray *records = tz_prose_records (scope, entry->argument);
  set_number (value, records->len, 1, g_strdup_printf ("%u", records->len));
  g_ptr_array_unref (records);
}

static void get_silent_regions (const TzProseScope *scope, const TzProseEntry *entry, TzProseWhen when,
                                TzProseValue *value)
{
  (void)entry, (void)when;
  g_autoptr (GArray) silent = tz_prose_silent_regions (scope);
  set_number (value, silent->len, 1, g_strdup_printf ("%u", silent->len));
}

/* ── their names ─────────────────────────────────────────────────────────── */

#define GROUPS                                                                                                 \
  (1u << TZ_OF_WHOLE | 1u << TZ_OF_SECTION | 1u << TZ_OF_UNIT | 1u << TZ_OF_REGION | 1u << TZ_OF_KIND)
#define PERIODS (GROUPS | 1u << TZ_OF_PERIOD)
#define TASKS   (1u << TZ_OF_TASK | 1u << TZ_OF_RECORD)
#define COUNT(names, of, compares, argument)                                                                   \
  {                                                                                                            \
    names, of, TZ_PROSE_NUMBER, compares, get_count, argument, TZ_ANY_WORD                                     \
  }

const TzProseEntry tz_prose_counts[] = {
  COUNT ("tasks|任务|任务数|任务总数", PERIODS, TRUE, IS_ANY),
  COUNT ("not-started|未启动|未启动数", PERIODS | TASKS, TRUE, IS_STATUS + TZ_STATUS_NOT_STARTED),
  COUNT ("ongoing|推进中|推进中数", PERIODS | TASKS, TRUE, IS_STATUS + TZ_STATUS_ONGOING),
  COUNT ("done-only|已完成|已完成数", PERIODS | TASKS, TRUE, IS_STATUS + TZ_STATUS_DONE),
  COUNT ("closed|已销号|已销号数", PERIODS | TASKS, TRUE, IS_STATUS + TZ_STATUS_CLOSED),
  COUNT ("late|逾期|逾期数", PERIODS | TASKS, TRUE, IS_STATUS + TZ_STATUS_LATE),
  COUNT ("done|完成|完成数", PERIODS | TASKS, TRUE, IS_DONE),
  COUNT ("unfinished|未完成|未完成数", PERIODS | TASKS, TRUE, IS_UNFINISHED),
  COUNT ("ahead|提前|提前数", PERIODS | TASKS, TRUE, IS_PACE + TZ_PACE_AHEAD),
  COUNT ("on-time|按序时|按序时数", PERIODS | TASKS, TRUE, IS_PACE + TZ_PACE_ON_TIME),
  COUNT ("behind|慢序时|慢序时数", PERIODS | TASKS, TRUE, IS_PACE + TZ_PACE_BEHIND),
  COUNT ("reported|已报|已报数", PERIODS | TASKS, TRUE, IS_REPORTED),
  COUNT ("not-reported|未报|未报数", GROUPS | TASKS, FALSE, IS_NOT_REPORTED),
  COUNT ("new-done|新完成|新完成数", GROUPS | TASKS, FALSE, IS_NEWLY_DONE),
  COUNT ("new-late|新逾期|新逾期数", GROUPS | TASKS, FALSE, IS_NEWLY_LATE),
  COUNT ("due-next|下期到期|下期到期数", GROUPS | TASKS, FALSE, IS_DUE_NEXT),
  { "rate|完成率", PERIODS, TZ_PROSE_NUMBER, TRUE, get_rate, IS_DONE, TZ_ANY_WORD },
  { "late-rate|逾期率", PERIODS, TZ_PROSE_NUMBER, TRUE, get_rate, IS_STATUS + TZ_STATUS_LATE, TZ_ANY_WORD },
  { "has-before|有上期", PERIODS, TZ_PROSE_NUMBER, FALSE, get_has_before, 0, TZ_ANY_WORD },
  { "n-sections|部分数", GROUPS, TZ_PROSE_NUMBER, FALSE, get_groups, TZ_BY_SECTION, TZ_ANY_WORD },
  { "n-units|单位数", GROUPS | TASKS, TZ_PROSE_NUMBER, FALSE, get_groups, TZ_BY_UNIT, TZ_ANY_WORD },
  { "n-regions|地区数", GROUPS | 1u << TZ_OF_TASK, TZ_PROSE_NUMBER, FALSE, get_groups, TZ_BY_REGION,
    TZ_ANY_WORD },
  { "n-silent-regions|未报地区数", 1u << TZ_OF_WHOLE, TZ_PROSE_NUMBER, FALSE, get_silent_regions, 0,
    TZ_ANY_WORD },
  { "n-periods|期数", 1u << TZ_OF_WHOLE, TZ_PROSE_NUMBER, FALSE, get_periods, 0, TZ_ANY_WORD },
  { "n-problems|问题数", GROUPS | 1u << TZ_OF_TASK, TZ_PROSE_NUMBER, FALSE, get_records, TZ_FIELD_PROBLEMS,
    TZ_ANY_WORD },
  { "n-reports|报告数", GROUPS | 1u << TZ_OF_TASK, TZ_PROSE_NUMBER, FALSE, get_records, TZ_FIELD_ANY,
    TZ_ANY_WORD },
  { 0 },
};

gboolean tz_prose_counts_tasks (const TzProseEntry *entry)
{
  return entry->get == get_count;
}
