#include "model/progress_data.h"

#include "model/schema.h"

#include <string.h>

/* ── statuses ────────────────────────────────────────────────────────────── */

static const struct {
  const char *key;
  const char *words[20]; /* the first is the one that is printed */
} statuses[TZ_N_STATUSES] = {
  [TZ_STATUS_NOT_STARTED] = { "not-started",
                              { "未启动", "未开始", "未开展", "尚未启动", "尚未开展", "待启动", "未实施" } },
  [TZ_STATUS_ONGOING] = { "ongoing",
                          { "推进中", "进行中", "正在推进", "正在进行", "持续推进", "正常推进", "有序推进",
                            "序时推进", "按序时", "按序时推进", "提前", "慢序时", "滞后", "实施中", "办理中",
                            "整改中", "在建", "已启动", "未完成" } },
  [TZ_STATUS_DONE] = { "done",
                       { "已完成", "完成", "已办结", "办结", "已实现", "已达标", "整改完成", "全部完成",
                         "已落实", "按期完成", "提前完成" } },
  [TZ_STATUS_CLOSED] = { "closed", { "已销号", "销号", "验收销号", "已验收销号", "完成销号" } },
  [TZ_STATUS_LATE] = { "late", { "逾期", "已逾期", "超期", "已超期", "逾期未完成", "超期未完成" } },
};

const char *tz_status_key (TzStatus status)
{
  return statuses[status].key;
}

const char *tz_status_word (TzStatus status)
{
  return statuses[status].words[0];
}

gboolean tz_status_parse (const char *text, TzStatus *status)
{
  g_autofree char *folded = tz_title_fold (text);
  for (int s = 0; s < TZ_N_STATUSES; s++) {
    gboolean found = g_str_equal (folded, statuses[s].key);
    for (int i = 0; !found && statuses[s].words[i]; i++)
      found = g_str_equal (folded, statuses[s].words[i]);
    if (found) {
      *status = (TzStatus)s;
      return TRUE;
    }
  }
  return FALSE;
}

gboolean tz_status_is_final (TzStatus status)
{
  return status == TZ_STATUS_DONE || status == TZ_STATUS_CLOSED;
}

/* ── names of tasks ──────────────────────────────────────────────────────── */

/* Dashes of all kinds and 、 become "-", brackets and a closing "." go. g_free. */
static char *fold_id (const char *text)
{
  static const char dashes[] = "－—–‐‑−－、";
  g_autofree char *folded = tz_title_fold (text);
  GString *id = g_string_new (NULL);
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (c == '(' || c == ')')
      continue;
    c = g_utf8_strchr (dashes, -1, c) ? '-' : c;
    if (c != '-' || id->len == 0 || id->str[id->len - 1] != '-')
      g_string_append_unichar (id, c);
  }
  while (id->len > 0 && strchr ("-.", id->str[id->len - 1]))
    g_string_truncate (id, id->len - 1);
  return g_string_free (id, FALSE);
}

static const TzTaskName nobody = { -1, -1 };

/* ID names ROW of TASK (-1: the task as a whole) from now on, unless it names another already. */
static void add_name (TzProgress *progress, const char *id, int task, int row)
{
  char *folded = fold_id (id);
  if (*folded == '\0' || g_hash_table_contains (progress->ids, folded)) {
    g_free (folded);
    return;
  }
  TzTaskName name = { task, row };
  g_array_append_val (progress->names, name);
  g_hash_table_insert (progress->ids, folded, GUINT_TO_POINTER (progress->names->len));
}

/* The number at the end of ID ("5" of "二-5") names TASK if no other task has it; if several have, it names
 * none. */
static void add_number (TzProgress *progress, GHashTable *numbers, const char *id, int task)
{
  const char *dash = strrchr (id, '-');
  if (!dash || dash[1] == '\0')
    return;
  gpointer earlier = g_hash_table_lookup (numbers, dash + 1);
  if (earlier) {
    g_array_index (progress->names, TzTaskName, GPOINTER_TO_UINT (earlier) - 1) = nobody;
    return;
  }
  guint before = progress->names->len;
  add_name (progress, dash + 1, task, -1);
  if (progress->names->len > before)
    g_hash_table_insert (numbers, (gpointer)(dash + 1), GUINT_TO_POINTER (progress->names->len));
}

static void add_names (TzProgress *progress)
{
  const TzLedger *ledger = progress->ledger;
  GHashTable *numbers = g_hash_table_new (g_str_hash, g_str_equal);
  for (int i = 0; i < tz_ledger_n_tasks (ledger); i++) {
    const TzTask *task = tz_ledger_task (ledger, i);
    add_name (progress, task->id, i, -1);
    g_ptr_array_add (progress->id_words, (gpointer)task->id);
  }
  for (int i = 0; i < tz_ledger_n_tasks (ledger); i++) {
    const TzTask *task = tz_ledger_task (ledger, i);
    for (int row = 0; task->n_records > 1 && row < task->n_records; row++) {
      g_autofree char *id = g_strdup_printf ("%s-%d", task->id, row + 1);
      add_name (progress, id, i, row);
      g_ptr_array_add (progress->id_words, g_string_chunk_insert (progress->strings, id));
    }
  }
  for (int i = 0; i < tz_ledger_n_tasks (ledger); i++)
    add_number (progress, numbers, tz_ledger_task (ledger, i)->id, i);
  g_ptr_array_add (progress->id_words, NULL);
  g_hash_table_destroy (numbers);
}

gboolean tz_progress_find_task (const TzProgress *progress, const char *text, int *task, int *row)
{
  g_autofree char *folded = fold_id (text);
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (progress->ids, folded));
  const TzTaskName *name = index > 0 ? &g_array_index (progress->names, TzTaskName, index - 1) : &nobody;
  *task = name->task;
  *row = name->row;
  return name->task >= 0;
}

/* ── records ─────────────────────────────────────────────────────────────── */

TzProgress *tz_progress_new (const TzLedger *ledger)
{
  TzProgress *progress = g_new0 (TzProgress, 1);
  progress->ledger = ledger;
  g_date_clear (&progress->first, 1);
  progress->records = g_array_new (FALSE, FALSE, sizeof (TzProgressRecord));
  progress->periods = g_array_new (FALSE, FALSE, sizeof (TzPeriod));
  progress->regions = g_array_new (FALSE, FALSE, sizeof (TzProgressRegion));
  progress->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  progress->names = g_array_new (FALSE, FALSE, sizeof (TzTaskName));
  progress->id_words = g_ptr_array_new ();
  progress->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  progress->strings = g_string_chunk_new (4096);
  add_names (progress);
  return progress;
}

void tz_progress_free (TzProgress *progress)
{
  if (!progress)
    return;
  g_array_free (progress->records, TRUE);
  g_array_free (progress->periods, TRUE);
  g_array_free (progress->regions, TRUE);
  g_hash_table_destroy (progress->ids);
  g_array_free (progress->names, TRUE);
  g_ptr_array_free (progress->id_words, TRUE);
  g_hash_table_destroy (progress->keys);
  g_string_chunk_free (progress->strings);
  g_free (progress);
}

static char *key_of (const TzPeriod *period, int task, int row, int region)
{
  return g_strdup_printf ("%d %d %d %d %d %d", period->kind, period->year, period->number, task, row, region);
}

static void add_period (TzProgress *progress, const TzPeriod *period)
{
  guint at = progress->periods->len;
  for (; at > 0; at--) {
    int order = tz_period_compare (&g_array_index (progress->periods, TzPeriod, at - 1), period);
    if (order == 0)
      return;
    if (order < 0)
      break;
  }
  g_array_insert_val (progress->periods, at, *period);
}

static TzProgressRegion *region_at (const TzProgress *progress, guint i)
{
  return &g_array_index (progress->regions, TzProgressRegion, i);
}

int tz_progress_add_region (TzProgress *progress, const char *written, const TzPlace *place)
{
  const char *name = tz_aliases_name (progress->aliases, written);
  g_autofree char *folded = tz_title_fold (name);
  guint i = 0;
  if (*folded == '\0')
    return -1;
  while (i < progress->regions->len && !g_str_equal (region_at (progress, i)->folded, folded))
    i++;
  if (i == TZ_PROGRESS_MAX_REGIONS)
    return TZ_REGION_TOO_MANY;
  if (i == progress->regions->len) {
    TzProgressRegion region = { .name = g_string_chunk_insert (progress->strings, name),
                                .folded = g_string_chunk_insert (progress->strings, folded) };
    g_array_append_val (progress->regions, region);
  }
  if (place && region_at (progress, i)->place.line == 0)
    region_at (progress, i)->place = *place;
  return (int)i;
}

void tz_progress_set_regions (TzProgress *progress, const TzAliases *regions)
{
  g_return_if_fail (progress->records->len == 0);
  progress->aliases = regions;
  for (const char *const *name = regions ? tz_aliases_names (regions) : NULL; name && *name; name++)
    tz_progress_add_region (progress, *name, NULL);
}

const TzProgressRecord *tz_progress_add (TzProgress *progress, const TzProgressRecord *record)
{
  const TzProgressRecord *other =
      tz_progress_lookup (progress, &record->period, record->task, record->row, record->region);
  if (other)
    return other;
  add_period (progress, &record->period);
  g_array_append_val (progress->records, *record);
  g_hash_table_insert (progress->keys, key_of (&record->period, record->task, record->row, record->region),
                       GUINT_TO_POINTER (progress->records->len));
  return NULL;
}

void tz_progress_set_range (TzProgress *progress, const GDate *first, const TzPeriod *last)
{
  if (first)
    progress->first = *first;
  progress->has_last = last != NULL;
  if (last)
    progress->last = *last;
}

const TzLedger *tz_progress_ledger (const TzProgress *progress)
{
  return progress->ledger;
}

int tz_progress_n_records (const TzProgress *progress)
{
  return (int)progress->records->len;
}

const TzProgressRecord *tz_progress_record (const TzProgress *progress, int i)
{
  g_return_val_if_fail (i >= 0 && i < (int)progress->records->len, NULL);
  return &g_array_index (progress->records, TzProgressRecord, i);
}

int tz_progress_n_periods (const TzProgress *progress)
{
  return (int)progress->periods->len;
}

const TzPeriod *tz_progress_period (const TzProgress *progress, int i)
{
  g_return_val_if_fail (i >= 0 && i < (int)progress->periods->len, NULL);
  return &g_array_index (progress->periods, TzPeriod, i);
}

int tz_progress_n_regions (const TzProgress *progress)
{
  return (int)progress->regions->len;
}

const char *tz_progress_region (const TzProgress *progress, int i)
{
  g_return_val_if_fail (i >= 0 && i < (int)progress->regions->len, NULL);
  return region_at (progress, (guint)i)->name;
}

const TzProgressRecord *tz_progress_lookup (const TzProgress *progress, const TzPeriod *period, int task,
                                            int row, int region)
{
  g_autofree char *key = key_of (period, task, row, region);
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (progress->keys, key));
  return index > 0 ? &g_array_index (progress->records, TzProgressRecord, index - 1) : NULL;
}
