/* Counts by section, unit, region and period, and the lists of tasks. */
#include "model/stats_data.h"

#include <string.h>

static TzStatsGroup *add_group (GArray *groups, const char *name, int index)
{
  TzStatsGroup group = { .name = name, .index = index };
  g_array_append_val (groups, group);
  return &g_array_index (groups, TzStatsGroup, groups->len - 1);
}

static void count_task (const TzStats *stats, TzStatsGroup *group, int task)
{
  tz_tally_add (&group->now, &stats->now.tasks[task]);
  tz_tally_add (&group->before, &stats->before.tasks[task]);
}

/* ── sections ────────────────────────────────────────────────────────────── */

static void make_sections (TzStats *stats, GArray *groups)
{
  const TzLedger *ledger = stats->question.ledger;
  for (int section = -1; section < tz_ledger_n_sections (ledger); section++) {
    TzStatsGroup *group = NULL;
    if (tz_ledger_n_sections (ledger) == 0)
      return;
    if (section >= 0)
      group = add_group (groups, tz_ledger_section (ledger, section)->title, section);
    for (int task = 0; task < stats->n_tasks; task++) {
      if (tz_ledger_task (ledger, task)->section != section)
        continue;
      if (!group)
        group = add_group (groups, "", -1);
      count_task (stats, group, task);
    }
  }
}

/* ── units ───────────────────────────────────────────────────────────────── */

static void make_units (TzStats *stats, GArray *groups)
{
  GHashTable *seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (int task = 0; task < stats->n_tasks; task++)
    for (char **unit = stats->units[task]; *unit; unit++) {
      guint at = GPOINTER_TO_UINT (g_hash_table_lookup (seen, *unit));
      if (at == 0) {
        add_group (groups, *unit, (int)groups->len);
        at = groups->len;
        g_hash_table_insert (seen, *unit, GUINT_TO_POINTER (at));
      }
      count_task (stats, &g_array_index (groups, TzStatsGroup, at - 1), task);
    }
  g_hash_table_destroy (seen);
}

/* ── regions ─────────────────────────────────────────────────────────────── */

static void count_region (const TzStats *stats, const TzSnapshot *snapshot, int region, TzTally *tally)
{
  for (int task = 0; task < stats->n_tasks; task++) {
    const TzTaskState *state = &snapshot->regions[(gsize)task * (gsize)stats->n_regions + (gsize)region];
    if (state->task >= 0)
      tz_tally_add (tally, state);
  }
}

static void make_regions (TzStats *stats, GArray *groups)
{
  for (int region = 0; region < stats->n_regions; region++) {
    TzStatsGroup group = { .name = tz_progress_region (stats->question.progress, region), .index = region };
    count_region (stats, &stats->now, region, &group.now);
    count_region (stats, &stats->before, region, &group.before);
    if (group.now.n > 0)
      g_array_append_val (groups, group);
  }
}

/* ── periods ─────────────────────────────────────────────────────────────── */

static TzTally tally_at (const TzStats *stats, const TzPeriod *period)
{
  if (tz_period_compare (period, &stats->now.period) == 0)
    return stats->now.total;
  if (tz_period_compare (period, &stats->before.period) == 0)
    return stats->before.total;
  TzSnapshot snapshot;
  GDate last;
  tz_period_last_day (period, &last);
  tz_snapshot_take (stats, period, &last, &snapshot);
  tz_snapshot_clear (&snapshot);
  return snapshot.total;
}

static void make_periods (TzStats *stats, GArray *groups)
{
  const TzProgress *progress = stats->question.progress;
  for (int i = 0; progress && i < tz_progress_n_periods (progress); i++) {
    const TzPeriod *period = tz_progress_period (progress, i);
    if (period->kind != stats->now.period.kind || tz_period_compare (period, &stats->now.period) > 0)
      continue;
    g_autofree char *words = tz_period_to_words (period);
    TzPeriod earlier = tz_period_shift (period, -1);
    TzStatsGroup *group = add_group (groups, g_string_chunk_insert (stats->strings, words), (int)groups->len);
    group->now = tally_at (stats, period);
    group->before = tally_at (stats, &earlier);
  }
}

void tz_stats_make_groups (TzStats *stats)
{
  static void (*const makers[TZ_N_BYS]) (TzStats *, GArray *) = { make_sections, make_units, make_regions,
                                                                  make_periods };
  for (int by = 0; by < TZ_N_BYS; by++) {
    stats->groups[by] = g_array_new (FALSE, TRUE, sizeof (TzStatsGroup));
    makers[by](stats, stats->groups[by]);
  }
}

/* ── lists ───────────────────────────────────────────────────────────────── */

static gboolean is_due_next (const TzStats *stats, const TzTaskState *state)
{
  TzPeriod next = tz_period_shift (&stats->now.period, 1);
  GDate end, last, due;
  tz_period_last_day (&stats->now.period, &end);
  tz_period_last_day (&next, &last);
  /* A recurring task is due again in the next period even if it was done in this one. */
  if (state->status == TZ_STATUS_CLOSED ||
      (state->status == TZ_STATUS_DONE && state->deadline->kind != TZ_DEADLINE_RECURRING))
    return FALSE;
  if (state->deadline->kind == TZ_DEADLINE_DURATION)
    return g_date_valid (&state->due) && g_date_compare (&state->due, &end) > 0 &&
           g_date_compare (&state->due, &last) <= 0;
  return tz_deadline_next (state->deadline, &end, &due) && g_date_compare (&due, &last) <= 0;
}

static gboolean is_listed (const TzStats *stats, TzStatsList list, int task)
{
  const TzTaskState *now = &stats->now.tasks[task], *before = &stats->before.tasks[task];
  switch (list) {
  case TZ_LIST_NEWLY_DONE:
    return tz_status_is_final (now->status) && !tz_status_is_final (before->status);
  case TZ_LIST_DONE:
    return tz_status_is_final (now->status);
  case TZ_LIST_LATE:
    return now->status == TZ_STATUS_LATE;
  case TZ_LIST_BEHIND:
    return now->pace == TZ_PACE_BEHIND;
  case TZ_LIST_DUE_NEXT:
    return is_due_next (stats, now);
  default:
    return !now->reported && !tz_status_is_final (now->status);
  }
}

void tz_stats_make_lists (TzStats *stats)
{
  for (int list = 0; list < TZ_N_LISTS; list++) {
    stats->lists[list] = g_array_new (FALSE, FALSE, sizeof (int));
    for (int task = 0; task < stats->n_tasks; task++)
      if (is_listed (stats, (TzStatsList)list, task))
        g_array_append_val (stats->lists[list], task);
  }
}
