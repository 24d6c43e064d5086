/* From records to the state of each task at the end of a period. */
#include "model/stats_data.h"

#include <string.h>

/* ── the latest records ──────────────────────────────────────────────────── */

static int compare_records (gconstpointer a, gconstpointer b, gpointer data)
{
  const TzProgress *progress = data;
  const TzProgressRecord *x = tz_progress_record (progress, *(const int *)a);
  const TzProgressRecord *y = tz_progress_record (progress, *(const int *)b);
  if (x->task != y->task)
    return x->task - y->task;
  if (x->row != y->row)
    return x->row - y->row;
  if (x->region != y->region)
    return x->region - y->region;
  return tz_period_compare (&x->period, &y->period);
}

void tz_stats_sort_records (TzStats *stats)
{
  const TzProgress *progress = stats->question.progress;
  int n = progress ? tz_progress_n_records (progress) : 0;
  stats->order = g_new (int, (gsize)n + 1);
  for (int i = 0; i < n; i++)
    stats->order[i] = i;
  if (n > 0)
    g_qsort_with_data (stats->order, n, sizeof (int), compare_records, (gpointer)progress);
}

static gboolean is_same_series (const TzProgressRecord *a, const TzProgressRecord *b)
{
  return a->task == b->task && a->row == b->row && a->region == b->region;
}

/* The latest record of each row and region, by task. */
static GPtrArray *latest_records (const TzStats *stats, const TzPeriod *period)
{
  const TzProgress *progress = stats->question.progress;
  int n = progress ? tz_progress_n_records (progress) : 0;
  GPtrArray *latest =
      g_ptr_array_sized_new ((guint)n + 1); /* + 1: so that pdata is not NULL when there are none */
  for (int i = 0; i < n; i++) {
    const TzProgressRecord *record = tz_progress_record (progress, stats->order[i]);
    if (tz_period_compare (&record->period, period) > 0)
      continue;
    if (latest->len > 0 && is_same_series (latest->pdata[latest->len - 1], record))
      latest->pdata[latest->len - 1] = (gpointer)record;
    else
      g_ptr_array_add (latest, (gpointer)record);
  }
  return latest;
}

/* ── one record ──────────────────────────────────────────────────────────── */

static const TzDeadline *deadline_of (const TzStats *stats, int task, int row)
{
  if (row < 0)
    return &stats->deadlines[task];
  return &stats->row_deadlines[tz_ledger_task (stats->question.ledger, task)->first_record + row];
}

static int days_late (const TzStats *stats, const TzDeadline *deadline, const GDate *as_of)
{
  GDate last;
  if (!tz_deadline_last (deadline, &stats->question.start, stats->question.calendar, &last))
    return 0;
  return MAX (0, g_date_days_between (&last, as_of));
}

typedef struct {
  TzStatus status;
  int percent, days_late;
  gboolean reported;
} Part;

/* A recurring task that was reported done is so for that period alone; closed (已销号) is for good. */
static gboolean has_lapsed (const TzDeadline *deadline, const Part *part)
{
  return deadline->kind == TZ_DEADLINE_RECURRING && part->status == TZ_STATUS_DONE && !part->reported;
}

static Part part_of (const TzStats *stats, const TzSnapshot *snapshot, const TzProgressRecord *record)
{
  const TzDeadline *deadline = deadline_of (stats, record->task, record->row);
  Part part = { record->status, record->percent, 0, FALSE };
  part.reported = tz_period_is_within (&record->period, &snapshot->period);
  if (has_lapsed (deadline, &part)) {
    part.status = TZ_STATUS_ONGOING;
    part.percent = -1;
  }
  if (part.percent < 0 && tz_status_is_final (part.status))
    part.percent = TZ_PERCENT_FULL;
  if (part.percent < 0 && part.status == TZ_STATUS_NOT_STARTED)
    part.percent = 0;
  if (tz_status_is_final (part.status))
    return part;
  part.days_late = days_late (stats, deadline, &snapshot->as_of);
  if (part.days_late > 0)
    part.status = TZ_STATUS_LATE;
  return part;
}

/* ── several regions or rows together ────────────────────────────────────── */

typedef struct {
  int n, statuses[TZ_N_STATUSES];
  int n_percents, days_late;
  gint64 percents;
  gboolean reported;
} Sum;

static void add_part (Sum *sum, const Part *part)
{
  sum->n++;
  sum->statuses[part->status]++;
  sum->days_late = MAX (sum->days_late, part->days_late);
  sum->reported |= part->reported;
  if (part->percent >= 0) {
    sum->n_percents++;
    sum->percents += part->percent;
  }
}

/* If all parts are closed, finished or not started, so is the task; if one is late, the task is late. */
static TzStatus status_of (const Sum *sum)
{
  if (sum->statuses[TZ_STATUS_CLOSED] == sum->n)
    return TZ_STATUS_CLOSED;
  if (sum->statuses[TZ_STATUS_CLOSED] + sum->statuses[TZ_STATUS_DONE] == sum->n)
    return TZ_STATUS_DONE;
  if (sum->statuses[TZ_STATUS_LATE] > 0)
    return TZ_STATUS_LATE;
  return sum->statuses[TZ_STATUS_NOT_STARTED] == sum->n ? TZ_STATUS_NOT_STARTED : TZ_STATUS_ONGOING;
}

/* The mean, rounded half up; never 100 % while something is unfinished. */
static int percent_of (const Sum *sum, TzStatus status)
{
  if (sum->n_percents == 0)
    return -1;
  gint64 n = sum->n_percents;
  int mean = (int)((2 * sum->percents + n) / (2 * n));
  return sum->n > 1 && !tz_status_is_final (status) ? MIN (mean, TZ_PERCENT_FULL - 1) : mean;
}

/* ── time gone by ────────────────────────────────────────────────────────── */

/* Days from START to LAST, both counted. */
static int span (const GDate *start, const GDate *last)
{
  return g_date_days_between (start, last) + 1;
}

/* The share of the days up to DUE that has gone by on AS_OF; -1 if none was given. */
static int time_gone (const TzStats *stats, const TzDeadline *deadline, const GDate *due, const GDate *as_of)
{
  const GDate *start = g_date_valid (&deadline->first) ? &deadline->first : &stats->question.start;
  if (!g_date_valid (due) || span (start, due) < 1)
    return -1;
  gint64 all = span (start, due), gone = CLAMP (span (start, as_of), 0, all);
  return (int)((2 * gone * TZ_PERCENT_FULL + all) / (2 * all));
}

static TzPace pace_of (const TzTaskState *state)
{
  if (tz_status_is_final (state->status) || state->status == TZ_STATUS_LATE || state->percent < 0 ||
      state->expected < 0)
    return TZ_PACE_NONE;
  if (state->percent > state->expected + TZ_PACE_TOLERANCE)
    return TZ_PACE_AHEAD;
  return state->percent < state->expected - TZ_PACE_TOLERANCE ? TZ_PACE_BEHIND : TZ_PACE_ON_TIME;
}

/* ── one task ────────────────────────────────────────────────────────────── */

/* A task or row that no record is about: judged by its deadline alone. */
static Part unreported_part (const TzStats *stats, const TzSnapshot *snapshot, const TzDeadline *deadline)
{
  gboolean done = deadline->kind == TZ_DEADLINE_DONE; /* 已实现，持续巩固提升 */
  Part part = { done ? TZ_STATUS_DONE : TZ_STATUS_NOT_STARTED, done ? TZ_PERCENT_FULL : 0, 0, FALSE };
  part.days_late = done ? 0 : days_late (stats, deadline, &snapshot->as_of);
  if (part.days_late > 0)
    part.status = TZ_STATUS_LATE;
  return part;
}

static gboolean is_about_rows (const TzProgressRecord *const *records, int n)
{
  for (int i = 0; i < n; i++)
    if (records[i]->row < 0)
      return FALSE;
  return TRUE;
}

/* If all records are about single rows, or there are none, the rows without a record count as well. */
static void add_unreported (const TzStats *stats, const TzSnapshot *snapshot, int task,
                            const TzProgressRecord *const *records, int n, Sum *sum)
{
  if (!is_about_rows (records, n))
    return;
  int n_rows = tz_ledger_task (stats->question.ledger, task)->n_records;
  gboolean *reported = g_new0 (gboolean, (gsize)n_rows + 1);
  for (int i = 0; i < n; i++)
    reported[records[i]->row] = TRUE;
  for (int row = 0; row < n_rows; row++)
    if (!reported[row]) {
      Part part = unreported_part (stats, snapshot, deadline_of (stats, task, row));
      add_part (sum, &part);
    }
  g_free (reported);
}

/* The state of a task, or of a task in a region, from its N latest records. */
static void set_state (const TzStats *stats, const TzSnapshot *snapshot, int task, int region,
                       const TzProgressRecord *const *records, int n, TzTaskState *state)
{
  Sum sum = { 0 };
  *state = (TzTaskState){ .task = task, .region = region, .deadline = &stats->deadlines[task] };
  g_date_clear (&state->due, 1);
  tz_deadline_last (state->deadline, &stats->question.start, stats->question.calendar, &state->due);
  for (int i = 0; i < n; i++) {
    Part part = part_of (stats, snapshot, records[i]);
    add_part (&sum, &part);
  }
  add_unreported (stats, snapshot, task, records, n, &sum);
  state->status = status_of (&sum);
  state->percent = percent_of (&sum, state->status);
  state->days_late = state->status == TZ_STATUS_LATE ? sum.days_late : 0;
  state->reported = sum.reported;
  state->record = n == 1 ? records[0] : NULL;
  state->expected = time_gone (stats, state->deadline, &state->due, &snapshot->as_of);
  state->pace = pace_of (state);
}

/* Moves the records that count to the front and returns their number: one about the task as a whole counts
 * alone, unless single rows or regions were reported on later. */
static int choose_parts (const TzProgressRecord **records, int n)
{
  int whole = -1, n_parts = 0;
  gboolean later = FALSE;
  for (int i = 0; i < n; i++)
    if (records[i]->row < 0 && records[i]->region < 0)
      whole = i;
  if (whole < 0)
    return n;
  for (int i = 0; i < n; i++)
    later |= tz_period_compare (&records[i]->period, &records[whole]->period) > 0;
  if (!later) {
    records[0] = records[whole];
    return 1;
  }
  for (int i = 0; i < n; i++)
    if (i != whole)
      records[n_parts++] = records[i];
  return n_parts;
}

static void set_regions (const TzStats *stats, TzSnapshot *snapshot, int task,
                         const TzProgressRecord *const *records, int n)
{
  const TzProgressRecord **of_region = g_new (const TzProgressRecord *, (gsize)n + 1);
  for (int region = 0; region < stats->n_regions; region++) {
    TzTaskState *state = &snapshot->regions[(gsize)task * (gsize)stats->n_regions + (gsize)region];
    int k = 0;
    for (int i = 0; i < n; i++)
      if (records[i]->region == region)
        of_region[k++] = records[i];
    if (k > 0)
      set_state (stats, snapshot, task, region, of_region, k, state);
    else
      state->task = -1;
  }
  g_free (of_region);
}

void tz_tally_add (TzTally *tally, const TzTaskState *state)
{
  tally->n++;
  tally->statuses[state->status]++;
  tally->paces[state->pace]++;
  tally->reported += state->reported;
}

void tz_snapshot_take (const TzStats *stats, const TzPeriod *period, const GDate *as_of, TzSnapshot *snapshot)
{
  g_autoptr (GPtrArray) latest = latest_records (stats, period);
  const TzProgressRecord **records = (const TzProgressRecord **)latest->pdata;
  guint from = 0, to = 0;
  memset (snapshot, 0, sizeof *snapshot);
  snapshot->period = *period;
  snapshot->as_of = *as_of;
  snapshot->tasks = g_new0 (TzTaskState, (gsize)stats->n_tasks + 1);
  snapshot->regions = g_new0 (TzTaskState, (gsize)stats->n_tasks * (gsize)stats->n_regions + 1);
  for (int task = 0; task < stats->n_tasks; task++, from = to) {
    while (to < latest->len && records[to]->task == task)
      to++;
    int n = (int)(to - from);
    set_regions (stats, snapshot, task, records + from, n);
    n = n > 0 ? choose_parts (records + from, n) : 0;
    set_state (stats, snapshot, task, -1, records + from, n, &snapshot->tasks[task]);
    tz_tally_add (&snapshot->total, &snapshot->tasks[task]);
  }
}

void tz_snapshot_clear (TzSnapshot *snapshot)
{
  g_clear_pointer (&snapshot->tasks, g_free);
  g_clear_pointer (&snapshot->regions, g_free);
}
