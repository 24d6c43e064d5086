/* Values of tasks, and of what was reported on them. */
#include "compose/report/prose/value.h"

#include "base/utf8.h"
#include "model/numeral.h"

#include <string.h>

/* ── the ledger ──────────────────────────────────────────────────────────── */

/* The task's own text in the ledger's column COL: of several rows those that are not joined. g_free. */
char *tz_prose_column_text (const TzProseScope *scope, int col)
{
  const TzLedger *ledger = scope->run->source->ledger;
  const TzTask *task = tz_ledger_task (ledger, scope->task);
  GString *all = g_string_new (col >= 0 ? tz_ledger_text (ledger, task->first_record, col) : "");
  for (int i = 1; col >= 0 && i < task->n_records; i++) {
    const TzLedgerCell *cell = &tz_ledger_record (ledger, task->first_record + i)->cells[col];
    if (!(cell->join & TZ_JOIN_UP) && *cell->text != '\0')
      g_string_append_printf (all, "%s%s", all->len > 0 ? "；" : "", cell->text);
  }
  return g_string_free (all, FALSE);
}

static char *meaning_text (const TzProseScope *scope, TzMeans means)
{
  return tz_prose_column_text (scope, tz_ledger_find_meaning (scope->run->source->ledger, means));
}

TZ_PROSE_GETTER (get_column)
{
  tz_prose_take_text (value, meaning_text (scope, (TzMeans)entry->argument));
}

static const char *task_id (const TzProseScope *scope)
{
  return tz_ledger_task (scope->run->source->ledger, scope->task)->id;
}

TZ_PROSE_GETTER (get_id)
{
  tz_prose_set_text (value, task_id (scope));
}

/* Nothing but a number, with digits of either kind. */
static gboolean is_numeral (const char *text)
{
  const char *p = text;
  return tz_numeral_read (&p) > 0 && *p == '\0';
}

/* A number that is nothing else numbers the text as if the author had written it. */
TZ_PROSE_GETTER (get_number)
{
  g_autofree char *number = meaning_text (scope, TZ_MEANS_NUMBER);
  const char *dash = strrchr (task_id (scope), '-'), *tail = dash ? dash + 1 : task_id (scope);
  tz_prose_set_text (value, *number != '\0' ? number : tail);
  if (is_numeral (value->text))
    value->from = TZ_FROM_AUTHOR;
}

/* A ledger without names: what is to be done, up to the first mark. */
static char *first_clause (const char *text)
{
  static const char marks[] = "，。；：,;:\n";
  const char *p = text;
  while (*p != '\0' && !g_utf8_strchr (marks, -1, g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  g_autofree char *clause = g_strndup (text, (gsize)(p - text));
  return tz_utf8_excerpt (clause, 40);
}

static char *task_name (const TzProseScope *scope)
{
  g_autofree char *name = meaning_text (scope, TZ_MEANS_NAME);
  if (*name != '\0')
    return tz_prose_bare_name (name);
  g_autofree char *content = meaning_text (scope, TZ_MEANS_CONTENT);
  return *content != '\0' ? first_clause (content) : g_strdup (task_id (scope));
}

TZ_PROSE_GETTER (get_task_name)
{
  tz_prose_take_text (value, task_name (scope));
}

TZ_PROSE_GETTER (get_section)
{
  const TzLedger *ledger = scope->run->source->ledger;
  int section = tz_ledger_task (ledger, scope->task)->section;
  tz_prose_take_text (value, section >= 0 ? tz_prose_bare_name (tz_ledger_section (ledger, section)->title)
                                          : g_strdup (""));
}

TZ_PROSE_GETTER (get_units)
{
  const char *const *units = tz_stats_task_units (scope->run->source->stats, scope->task);
  if (entry->argument == 0)
    tz_prose_take_text (value, g_strjoinv ("、", (char **)units));
  else
    tz_prose_set_text (value, units[0] ? units[0] : "");
}

/* ── the state of a task ─────────────────────────────────────────────────── */

TZ_PROSE_GETTER (get_status)
{
  const TzTaskState *state = tz_prose_state (scope, scope->task, FALSE);
  tz_prose_set_text (value, state ? tz_status_word (state->status) : "");
}

TZ_PROSE_GETTER (get_pace)
{
  const TzTaskState *state = tz_prose_state (scope, scope->task, FALSE);
  tz_prose_set_text (value, state ? tz_pace_word (state->pace) : "");
}

TZ_PROSE_GETTER (get_percent)
{
  const TzTaskState *state = tz_prose_state (scope, scope->task, FALSE);
  tz_prose_set_percent (value, state ? state->percent : -1);
}

TZ_PROSE_GETTER (get_expected)
{
  const TzTaskState *state = tz_prose_state (scope, scope->task, FALSE);
  tz_prose_set_percent (value, state ? state->expected : -1);
}

TZ_PROSE_GETTER (get_days_late)
{
  const TzTaskState *state = tz_prose_state (scope, scope->task, FALSE);
  tz_prose_set_number (value, state ? state->days_late : 0);
}

TZ_PROSE_GETTER (get_due)
{
  const TzTaskState *state = tz_prose_state (scope, scope->task, FALSE);
  if (state)
    tz_prose_set_day (value, &state->due);
}

/* The next day on which something is due behind the period. */
TZ_PROSE_GETTER (get_next_due)
{
  const TzTaskState *state = tz_prose_state (scope, scope->task, FALSE);
  GDate end, day;
  if (!state)
    return;
  tz_period_last_day (tz_stats_period (scope->run->source->stats), &end);
  if (state->deadline->kind == TZ_DEADLINE_DURATION)
    tz_prose_set_day (value, &state->due);
  else if (tz_deadline_next (state->deadline, &end, &day))
    tz_prose_set_day (value, &day);
}

/* ── what was reported ───────────────────────────────────────────────────── */

TZ_PROSE_GETTER (get_latest_text)
{
  const TzTaskState *state = tz_prose_state (scope, scope->task, FALSE);
  tz_prose_set_text (value,
                     state && state->record ? tz_prose_record_text (state->record, entry->argument) : "");
}

TZ_PROSE_GETTER (get_record_text)
{
  tz_prose_set_text (value, tz_prose_record_text (scope->record, entry->argument));
}

TZ_PROSE_GETTER (get_listed_text)
{
  int field = scope->item == TZ_FIELD_ANY ? TZ_FIELD_DONE : scope->item;
  tz_prose_set_text (value,
                     scope->of == TZ_OF_KIND ? scope->name : tz_prose_record_text (scope->record, field));
}

TZ_PROSE_GETTER (get_record_status)
{
  tz_prose_set_text (value, tz_status_word (scope->record->status));
}

TZ_PROSE_GETTER (get_record_percent)
{
  tz_prose_set_percent (value, scope->record->percent);
}

TZ_PROSE_GETTER (get_record_region)
{
  int region = scope->region;
  tz_prose_set_text (value, region >= 0 ? tz_progress_region (scope->run->source->progress, region) : "");
}

TZ_PROSE_GETTER (get_times)
{
  tz_prose_set_number (value, scope->records->len);
}

/* Each once, in the order of the records. */
TZ_PROSE_GETTER (get_kind_regions)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GString *all = g_string_new (NULL);
  for (guint i = 0; i < scope->records->len; i++) {
    int region = ((const TzProgressRecord *)scope->records->pdata[i])->region;
    if (region >= 0 && g_hash_table_add (seen, GINT_TO_POINTER (region + 1)))
      g_string_append_printf (all, "%s%s", all->len > 0 ? "、" : "",
                              tz_progress_region (scope->run->source->progress, region));
  }
  tz_prose_take_text (value, g_string_free (all, FALSE));
}

/* ── their names ─────────────────────────────────────────────────────────── */

#define TASK   (1u << TZ_OF_TASK | 1u << TZ_OF_RECORD)
#define STATE  (1u << TZ_OF_TASK)
#define RECORD (1u << TZ_OF_RECORD)
#define KIND   (1u << TZ_OF_KIND)

const TzProseEntry tz_prose_task_values[] = {
  TZ_PROSE_A_TEXT ("name|名称|任务名称", TASK, get_task_name, 0),
  TZ_PROSE_A_TEXT ("task|任务", TASK, get_task_name, 0),
  TZ_PROSE_A_TEXT ("id|编号|任务编号", TASK, get_id, 0),
  TZ_PROSE_A_TEXT ("number|序号", TASK, get_number, 0),
  TZ_PROSE_A_TEXT ("content|任务内容", TASK, get_column, TZ_MEANS_CONTENT),
  TZ_PROSE_A_TEXT ("units|责任单位", TASK, get_units, 0),
  TZ_PROSE_A_TEXT ("lead|牵头单位", TASK, get_units, 1),
  TZ_PROSE_A_TEXT ("helpers|配合单位", TASK, get_column, TZ_MEANS_HELPER),
  TZ_PROSE_A_TEXT ("deadline|完成时限", TASK, get_column, TZ_MEANS_DEADLINE),
  TZ_PROSE_A_TEXT ("section|部分", TASK, get_section, 0),
  { "status|状态", STATE, TZ_PROSE_TEXT, FALSE, get_status, 0, TZ_STATUS_WORD },
  { "pace|序时情况", TASK, TZ_PROSE_TEXT, FALSE, get_pace, 0, TZ_PACE_WORD },
  TZ_PROSE_A_NUMBER ("percent|完成进度|进度", STATE, get_percent),
  TZ_PROSE_A_NUMBER ("expected|时间进度", TASK, get_expected),
  TZ_PROSE_A_NUMBER ("days-late|逾期天数", TASK, get_days_late),
  TZ_PROSE_A_DAY ("due|到期日", TASK, get_due),
  TZ_PROSE_A_DAY ("next-due|下期到期日", TASK, get_next_due),
  TZ_PROSE_A_TEXT ("done-text|完成情况", STATE, get_latest_text, TZ_FIELD_DONE),
  TZ_PROSE_A_TEXT ("problems|存在问题", STATE, get_latest_text, TZ_FIELD_PROBLEMS),
  TZ_PROSE_A_TEXT ("next|下一步", STATE, get_latest_text, TZ_FIELD_NEXT),

  { "status|状态", RECORD, TZ_PROSE_TEXT, FALSE, get_record_status, 0, TZ_STATUS_WORD },
  TZ_PROSE_A_NUMBER ("percent|完成进度|进度", RECORD, get_record_percent),
  TZ_PROSE_A_TEXT ("region|地区", RECORD, get_record_region, 0),
  TZ_PROSE_A_TEXT ("done-text|完成情况", RECORD, get_record_text, TZ_FIELD_DONE),
  TZ_PROSE_A_TEXT ("problems|存在问题", RECORD, get_record_text, TZ_FIELD_PROBLEMS),
  TZ_PROSE_A_TEXT ("next|下一步", RECORD, get_record_text, TZ_FIELD_NEXT),
  TZ_PROSE_A_TEXT ("text|内容", RECORD | KIND, get_listed_text, 0),
  TZ_PROSE_A_TEXT ("name|名称", KIND, get_listed_text, 0),
  TZ_PROSE_A_NUMBER ("times|次数", KIND, get_times),
  TZ_PROSE_A_TEXT ("regions|涉及地区", KIND, get_kind_regions, 0),
  { 0 },
};
