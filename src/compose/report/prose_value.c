/* Values other than counts: days, names, what stands in the ledger and in the reports. */
#include "base/utf8.h"
#include "compose/letter/letter.h"
#include "compose/form/placeholder.h"
#include "compose/report/prose_data.h"
#include "model/numeral.h"

#include <string.h>

/* ── setting one ─────────────────────────────────────────────────────────── */

static void take_text (TzProseValue *value, char *text)
{
  value->kind = TZ_PROSE_TEXT;
  value->text = text;
}

static void set_text (TzProseValue *value, const char *text)
{
  take_text (value, g_strdup (text));
}

static void set_number (TzProseValue *value, gint64 n)
{
  value->kind = TZ_PROSE_NUMBER;
  value->n = n;
  value->d = 1;
  value->text = g_strdup_printf ("%" G_GINT64_FORMAT, n);
}

static void set_percent (TzProseValue *value, int percent)
{
  if (percent < 0)
    return;
  value->kind = TZ_PROSE_NUMBER;
  value->n = percent;
  value->d = 100;
  value->text = percent == TZ_PERCENT_FULL ? g_strdup ("100%")
                : percent == 0             ? g_strdup ("0%")
                                           : tz_percent_text (percent);
}

static void set_day (TzProseValue *value, const GDate *day)
{
  if (!g_date_valid (day))
    return;
  value->kind = TZ_PROSE_DATE;
  value->day = g_date_get_julian (day);
  value->text =
      g_strdup_printf ("%d年%d月%d日", g_date_get_year (day), g_date_get_month (day), g_date_get_day (day));
}

/* The other arguments of a getter, where it does not need them. */
#define GETTER(name)                                                                                           \
  static void name (const TzProseScope *scope, const TzProseEntry *entry G_GNUC_UNUSED,                        \
                    TzProseWhen when G_GNUC_UNUSED, TzProseValue *value)

static const TzProseSource *source_of (const TzProseScope *scope)
{
  return scope->run->source;
}

/* ── the period ──────────────────────────────────────────────────────────── */

GETTER (get_period)
{
  TzPeriod period = tz_period_shift (tz_stats_period (source_of (scope)->stats), entry->argument);
  take_text (value, tz_period_to_words (&period));
}

GETTER (get_as_of)
{
  GDate day;
  tz_stats_as_of (source_of (scope)->stats, &day);
  set_day (value, &day);
}

GETTER (get_start)
{
  GDate day;
  tz_stats_start (source_of (scope)->stats, &day);
  set_day (value, &day);
}

GETTER (get_year)
{
  set_number (value, tz_stats_period (source_of (scope)->stats)->year);
}

/* The number of the quarter, month or half-year; none of another kind of period. */
GETTER (get_part_of_year)
{
  const TzPeriod *period = tz_stats_period (source_of (scope)->stats);
  if (period->kind == (TzPeriodKind)entry->argument)
    set_number (value, period->number);
}

/* ── the ledger ──────────────────────────────────────────────────────────── */

static const char *ledger_title (const TzProseScope *scope)
{
  const char *title = source_of (scope)->ledger_title;
  return title ? title : "";
}

GETTER (get_ledger)
{
  set_text (value, ledger_title (scope));
}

/* What the ledger is about: its title without 季度台账 or （重点任务台账） at its end. */
GETTER (get_work)
{
  static const char *const ends[] = { "台账", "清单", "一览表", "季度", "年度", "月度", NULL };
  char *work = g_strdup (ledger_title (scope)), *bracket;
  if (g_str_has_suffix (work, "台账）") && (bracket = g_strrstr (work, "（")) != NULL && bracket > work)
    *bracket = '\0';
  for (const char *const *end = ends; *end; end++)
    if (g_str_has_suffix (work, *end) && strlen (work) > strlen (*end))
      work[strlen (work) - strlen (*end)] = '\0';
  take_text (value, work);
}

/* The task's own text in the ledger's column COL: of several rows those that are not joined. g_free. */
static char *column_text (const TzProseScope *scope, int col)
{
  const TzLedger *ledger = source_of (scope)->ledger;
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
  return column_text (scope, tz_ledger_find_meaning (source_of (scope)->ledger, means));
}

GETTER (get_column)
{
  take_text (value, meaning_text (scope, (TzMeans)entry->argument));
}

static const char *task_id (const TzProseScope *scope)
{
  return tz_ledger_task (source_of (scope)->ledger, scope->task)->id;
}

GETTER (get_id)
{
  set_text (value, task_id (scope));
}

GETTER (get_number)
{
  char *number = meaning_text (scope, TZ_MEANS_NUMBER);
  if (*number != '\0') {
    take_text (value, number);
    return;
  }
  g_free (number);
  const char *dash = strrchr (task_id (scope), '-');
  set_text (value, dash ? dash + 1 : task_id (scope));
}

/* Without number and full stop: 一、压减办电时间, （一）基本原则。 */
static char *bare_name (const char *title)
{
  int number;
  const char *body = title;
  tz_letter_level (title, &number, &body);
  const char *end = body + strlen (body), *start = tz_utf8_skip_blanks (body, end);
  char *name = g_strndup (start, (gsize)(tz_utf8_drop_blanks (start, end) - start));
  if (g_str_has_suffix (name, "。"))
    name[strlen (name) - strlen ("。")] = '\0';
  return name;
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
    return bare_name (name);
  g_autofree char *content = meaning_text (scope, TZ_MEANS_CONTENT);
  return *content != '\0' ? first_clause (content) : g_strdup (task_id (scope));
}

GETTER (get_task_name)
{
  take_text (value, task_name (scope));
}

GETTER (get_group_name)
{
  if (scope->of == TZ_OF_SECTION)
    take_text (value, bare_name (scope->name));
  else
    set_text (value, scope->name);
}

GETTER (get_group_title)
{
  set_text (value, scope->name);
}

GETTER (get_section)
{
  const TzLedger *ledger = source_of (scope)->ledger;
  int section = tz_ledger_task (ledger, scope->task)->section;
  take_text (value, section >= 0 ? bare_name (tz_ledger_section (ledger, section)->title) : g_strdup (""));
}

GETTER (get_units)
{
  const char *const *units = tz_stats_task_units (source_of (scope)->stats, scope->task);
  if (entry->argument == 0)
    take_text (value, g_strjoinv ("、", (char **)units));
  else
    set_text (value, units[0] ? units[0] : "");
}

/* ── the state of a task ─────────────────────────────────────────────────── */

GETTER (get_status)
{
  const TzTaskState *state = tz_prose_state (scope, scope->task, FALSE);
  set_text (value, state ? tz_status_word (state->status) : "");
}

GETTER (get_pace)
{
  const TzTaskState *state = tz_prose_state (scope, scope->task, FALSE);
  set_text (value, state ? tz_pace_word (state->pace) : "");
}

GETTER (get_percent)
{
  const TzTaskState *state = tz_prose_state (scope, scope->task, FALSE);
  set_percent (value, state ? state->percent : -1);
}

GETTER (get_expected)
{
  const TzTaskState *state = tz_prose_state (scope, scope->task, FALSE);
  set_percent (value, state ? state->expected : -1);
}

GETTER (get_days_late)
{
  const TzTaskState *state = tz_prose_state (scope, scope->task, FALSE);
  set_number (value, state ? state->days_late : 0);
}

GETTER (get_due)
{
  const TzTaskState *state = tz_prose_state (scope, scope->task, FALSE);
  if (state)
    set_day (value, &state->due);
}

/* The next day on which something is due behind the period. */
GETTER (get_next_due)
{
  const TzTaskState *state = tz_prose_state (scope, scope->task, FALSE);
  GDate end, day;
  if (!state)
    return;
  tz_period_last_day (tz_stats_period (source_of (scope)->stats), &end);
  if (state->deadline->kind == TZ_DEADLINE_DURATION)
    set_day (value, &state->due);
  else if (tz_deadline_next (state->deadline, &end, &day))
    set_day (value, &day);
}

/* ── what was reported ───────────────────────────────────────────────────── */

GETTER (get_latest_text)
{
  const TzTaskState *state = tz_prose_state (scope, scope->task, FALSE);
  set_text (value, state && state->record ? tz_prose_record_text (state->record, entry->argument) : "");
}

GETTER (get_record_text)
{
  set_text (value, tz_prose_record_text (scope->record, entry->argument));
}

GETTER (get_listed_text)
{
  int field = scope->item == TZ_FIELD_ANY ? TZ_FIELD_DONE : scope->item;
  set_text (value, scope->of == TZ_OF_KIND ? scope->name : tz_prose_record_text (scope->record, field));
}

GETTER (get_record_status)
{
  set_text (value, tz_status_word (scope->record->status));
}

GETTER (get_record_percent)
{
  set_percent (value, scope->record->percent);
}

GETTER (get_record_region)
{
  int region = scope->region;
  set_text (value, region >= 0 ? tz_progress_region (source_of (scope)->progress, region) : "");
}

GETTER (get_times)
{
  set_number (value, scope->records->len);
}

/* Each once, in the order of the records. */
GETTER (get_kind_regions)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GString *all = g_string_new (NULL);
  for (guint i = 0; i < scope->records->len; i++) {
    int region = ((const TzProgressRecord *)scope->records->pdata[i])->region;
    if (region >= 0 && g_hash_table_add (seen, GINT_TO_POINTER (region + 1)))
      g_string_append_printf (all, "%s%s", all->len > 0 ? "、" : "",
                              tz_progress_region (source_of (scope)->progress, region));
  }
  take_text (value, g_string_free (all, FALSE));
}

/* ── loops ───────────────────────────────────────────────────────────────── */

GETTER (get_index)
{
  set_number (value, scope->index);
}

GETTER (get_index_han)
{
  take_text (value, tz_numeral_to_han (MAX (scope->index, 1)));
}

GETTER (get_loop_count)
{
  set_number (value, scope->count);
}

GETTER (get_more)
{
  set_number (value, scope->more);
}

GETTER (get_found)
{
  set_number (value, scope->count + scope->more);
}

GETTER (get_meaning)
{
  const char *word, *meaning = "";
  tz_stats_definition (scope->item, &word, &meaning);
  set_text (value, meaning);
}

/* ── their names ─────────────────────────────────────────────────────────── */

#define WHOLE (1u << TZ_OF_WHOLE)
#define NAMED                                                                                                  \
  (1u << TZ_OF_SECTION | 1u << TZ_OF_UNIT | 1u << TZ_OF_REGION | 1u << TZ_OF_PERIOD | 1u << TZ_OF_ATTACHMENT | \
   1u << TZ_OF_DEFINITION)
#define TASK   (1u << TZ_OF_TASK | 1u << TZ_OF_RECORD)
#define STATE  (1u << TZ_OF_TASK)
#define RECORD (1u << TZ_OF_RECORD)
#define KIND   (1u << TZ_OF_KIND)
#define ITEM   (~WHOLE)
#define NUMBER(names, of, get)                                                                                 \
  {                                                                                                            \
    names, of, TZ_PROSE_NUMBER, FALSE, get, 0, TZ_ANY_WORD                                                     \
  }
#define TEXT(names, of, get, argument)                                                                         \
  {                                                                                                            \
    names, of, TZ_PROSE_TEXT, FALSE, get, argument, TZ_ANY_WORD                                                \
  }
#define DAY(names, of, get)                                                                                    \
  {                                                                                                            \
    names, of, TZ_PROSE_DATE, FALSE, get, 0, TZ_ANY_WORD                                                       \
  }

const TzProseEntry tz_prose_values[] = {
  TEXT ("period|报告期|本期", WHOLE, get_period, 0),
  TEXT ("period-before|上期|上一期", WHOLE, get_period, -1),
  TEXT ("period-next|下期|下一期", WHOLE, get_period, 1),
  DAY ("as-of|统计日|截至日期", WHOLE, get_as_of),
  DAY ("start|起算日", WHOLE, get_start),
  NUMBER ("year|年份", WHOLE, get_year),
  { "half|半年", WHOLE, TZ_PROSE_NUMBER, FALSE, get_part_of_year, TZ_PERIOD_HALF, TZ_ANY_WORD },
  { "quarter|季度", WHOLE, TZ_PROSE_NUMBER, FALSE, get_part_of_year, TZ_PERIOD_QUARTER, TZ_ANY_WORD },
  { "month|月份", WHOLE, TZ_PROSE_NUMBER, FALSE, get_part_of_year, TZ_PERIOD_MONTH, TZ_ANY_WORD },
  TEXT ("ledger|台账名称", WHOLE, get_ledger, 0),
  TEXT ("work|工作名称", WHOLE, get_work, 0),

  TEXT ("name|名称", NAMED, get_group_name, 0),
  TEXT ("title|标题", 1u << TZ_OF_SECTION, get_group_title, 0),
  TEXT ("section|部分", 1u << TZ_OF_SECTION, get_group_name, 0),
  TEXT ("unit|单位", 1u << TZ_OF_UNIT, get_group_name, 0),
  TEXT ("region|地区", 1u << TZ_OF_REGION, get_group_name, 0),
  TEXT ("word|词语", 1u << TZ_OF_DEFINITION, get_group_name, 0),
  TEXT ("meaning|含义", 1u << TZ_OF_DEFINITION, get_meaning, 0),

  TEXT ("name|名称|任务名称", TASK, get_task_name, 0),
  TEXT ("task|任务", TASK, get_task_name, 0),
  TEXT ("id|编号|任务编号", TASK, get_id, 0),
  TEXT ("number|序号", TASK, get_number, 0),
  TEXT ("content|任务内容", TASK, get_column, TZ_MEANS_CONTENT),
  TEXT ("units|责任单位", TASK, get_units, 0),
  TEXT ("lead|牵头单位", TASK, get_units, 1),
  TEXT ("helpers|配合单位", TASK, get_column, TZ_MEANS_HELPER),
  TEXT ("deadline|完成时限", TASK, get_column, TZ_MEANS_DEADLINE),
  TEXT ("section|部分", TASK, get_section, 0),
  { "status|状态", STATE, TZ_PROSE_TEXT, FALSE, get_status, 0, TZ_STATUS_WORD },
  { "pace|序时情况", TASK, TZ_PROSE_TEXT, FALSE, get_pace, 0, TZ_PACE_WORD },
  NUMBER ("percent|完成进度|进度", STATE, get_percent),
  NUMBER ("expected|时间进度", TASK, get_expected),
  NUMBER ("days-late|逾期天数", TASK, get_days_late),
  DAY ("due|到期日", TASK, get_due),
  DAY ("next-due|下期到期日", TASK, get_next_due),
  TEXT ("done-text|完成情况", STATE, get_latest_text, TZ_FIELD_DONE),
  TEXT ("problems|存在问题", STATE, get_latest_text, TZ_FIELD_PROBLEMS),
  TEXT ("next|下一步", STATE, get_latest_text, TZ_FIELD_NEXT),

  { "status|状态", RECORD, TZ_PROSE_TEXT, FALSE, get_record_status, 0, TZ_STATUS_WORD },
  NUMBER ("percent|完成进度|进度", RECORD, get_record_percent),
  TEXT ("region|地区", RECORD, get_record_region, 0),
  TEXT ("done-text|完成情况", RECORD, get_record_text, TZ_FIELD_DONE),
  TEXT ("problems|存在问题", RECORD, get_record_text, TZ_FIELD_PROBLEMS),
  TEXT ("next|下一步", RECORD, get_record_text, TZ_FIELD_NEXT),
  TEXT ("text|内容", RECORD | KIND, get_listed_text, 0),
  TEXT ("name|名称", KIND, get_listed_text, 0),
  NUMBER ("times|次数", KIND, get_times),
  TEXT ("regions|涉及地区", KIND, get_kind_regions, 0),

  NUMBER ("index|次序", ITEM, get_index),
  TEXT ("index-han|序数", ITEM, get_index_han, 0),
  NUMBER ("count|个数", ITEM, get_loop_count),
  NUMBER ("more|其余数", ITEM, get_more),
  NUMBER ("found|总个数", ITEM, get_found),
  { 0 },
};

/* ── any name ────────────────────────────────────────────────────────────── */

static char *extra_text (const TzProseScope *scope, int extra)
{
  const TzLedger *ledger = source_of (scope)->ledger;
  return g_strdup (tz_ledger_extra_text (ledger, tz_ledger_task (ledger, scope->task)->first_record, extra));
}

void tz_prose_get (const TzProseScope *scope, const TzProseName *name, TzProseValue *value)
{
  *value = (TzProseValue){ 0 };
  for (int i = 0; i < name->up; i++)
    scope = scope->outer;
  if (!tz_prose_step (scope->run, 1))
    return;
  if (name->entry)
    name->entry->get (scope, name->entry, name->when, value);
  else if (name->column != 0)
    take_text (value, name->column > 0 ? column_text (scope, name->column - 1)
                                       : extra_text (scope, -name->column - 1));
  else
    take_text (value, name->key ? tz_placeholder_expand (scope->run->source->ini, name->key->value, NULL, FALSE,
                                                         &name->key->value_place, scope->run->diag)
                                : g_strdup (""));
}
