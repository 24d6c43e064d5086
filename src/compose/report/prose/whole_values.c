/* Values of the whole text, of groups and of loops. */
#include "compose/report/prose/value.h"
#include "model/numeral.h"

#include <string.h>

/* ── the period ──────────────────────────────────────────────────────────── */

TZ_PROSE_GETTER (get_period)
{
  TzPeriod period = tz_period_shift (tz_stats_period (scope->run->source->stats), entry->argument);
  tz_prose_take_text (value, tz_period_to_words (&period));
  value->from = TZ_FROM_BOOK;
}

TZ_PROSE_GETTER (get_as_of)
{
  GDate day;
  tz_stats_as_of (scope->run->source->stats, &day);
  tz_prose_set_day (value, &day);
  value->from = TZ_FROM_BOOK;
}

TZ_PROSE_GETTER (get_start)
{
  GDate day;
  tz_stats_start (scope->run->source->stats, &day);
  tz_prose_set_day (value, &day);
  value->from = TZ_FROM_BOOK;
}

TZ_PROSE_GETTER (get_year)
{
  tz_prose_set_number (value, tz_stats_period (scope->run->source->stats)->year);
}

/* The number of the quarter, month or half-year; none of another kind of period. */
TZ_PROSE_GETTER (get_part_of_year)
{
  const TzPeriod *period = tz_stats_period (scope->run->source->stats);
  if (period->kind == (TzPeriodKind)entry->argument)
    tz_prose_set_number (value, period->number);
}

/* ── the ledger ──────────────────────────────────────────────────────────── */

static const char *ledger_title (const TzProseScope *scope)
{
  const char *title = scope->run->source->ledger_title;
  return title ? title : "";
}

TZ_PROSE_GETTER (get_ledger)
{
  tz_prose_set_text (value, ledger_title (scope));
  value->from = TZ_FROM_BOOK;
}

/* What the ledger is about: its title without 季度台账 or （重点任务台账） at its end. */
TZ_PROSE_GETTER (get_work)
{
  static const char *const ends[] = { "台账", "清单", "一览表", "季度", "年度", "月度", NULL };
  char *work = g_strdup (ledger_title (scope)), *bracket;
  if (g_str_has_suffix (work, "台账）") && (bracket = g_strrstr (work, "（")) != NULL && bracket > work)
    *bracket = '\0';
  for (const char *const *end = ends; *end; end++)
    if (g_str_has_suffix (work, *end) && strlen (work) > strlen (*end))
      work[strlen (work) - strlen (*end)] = '\0';
  tz_prose_take_text (value, work);
  value->from = TZ_FROM_BOOK;
}

/* ── groups ──────────────────────────────────────────────────────────────── */

TZ_PROSE_GETTER (get_group_name)
{
  if (scope->of == TZ_OF_SECTION)
    tz_prose_take_text (value, tz_prose_bare_name (scope->name));
  else
    tz_prose_set_text (value, scope->name);
}

TZ_PROSE_GETTER (get_group_title)
{
  tz_prose_set_text (value, scope->name);
}

/* ── loops ───────────────────────────────────────────────────────────────── */

TZ_PROSE_GETTER (get_index)
{
  tz_prose_set_number (value, scope->index);
}

TZ_PROSE_GETTER (get_index_han)
{
  tz_prose_take_text (value, tz_numeral_to_han (MAX (scope->index, 1)));
  value->from = TZ_FROM_AUTHOR;
}

TZ_PROSE_GETTER (get_loop_count)
{
  tz_prose_set_number (value, scope->count);
}

TZ_PROSE_GETTER (get_more)
{
  tz_prose_set_number (value, scope->more);
}

TZ_PROSE_GETTER (get_found)
{
  tz_prose_set_number (value, scope->count + scope->more);
}

TZ_PROSE_GETTER (get_meaning)
{
  const char *word, *meaning = "";
  tz_stats_definition (scope->item, &word, &meaning);
  tz_prose_set_text (value, meaning);
}

/* ── their names ─────────────────────────────────────────────────────────── */

#define WHOLE (1u << TZ_OF_WHOLE)
#define NAMED                                                                                                  \
  (1u << TZ_OF_SECTION | 1u << TZ_OF_UNIT | 1u << TZ_OF_REGION | 1u << TZ_OF_PERIOD | 1u << TZ_OF_ATTACHMENT | \
   1u << TZ_OF_DEFINITION)
#define ITEM (~WHOLE)

const TzProseEntry tz_prose_whole_values[] = {
  TZ_PROSE_A_TEXT ("period|报告期|本期", WHOLE, get_period, 0),
  TZ_PROSE_A_TEXT ("period-before|上期|上一期", WHOLE, get_period, -1),
  TZ_PROSE_A_TEXT ("period-next|下期|下一期", WHOLE, get_period, 1),
  TZ_PROSE_A_DAY ("as-of|统计日|截至日期", WHOLE, get_as_of),
  TZ_PROSE_A_DAY ("start|起算日", WHOLE, get_start),
  TZ_PROSE_A_NUMBER ("year|年份", WHOLE, get_year),
  { "half|半年", WHOLE, TZ_PROSE_NUMBER, FALSE, get_part_of_year, TZ_PERIOD_HALF, TZ_ANY_WORD },
  { "quarter|季度", WHOLE, TZ_PROSE_NUMBER, FALSE, get_part_of_year, TZ_PERIOD_QUARTER, TZ_ANY_WORD },
  { "month|月份", WHOLE, TZ_PROSE_NUMBER, FALSE, get_part_of_year, TZ_PERIOD_MONTH, TZ_ANY_WORD },
  TZ_PROSE_A_TEXT ("ledger|台账名称", WHOLE, get_ledger, 0),
  TZ_PROSE_A_TEXT ("work|工作名称", WHOLE, get_work, 0),

  TZ_PROSE_A_TEXT ("name|名称", NAMED, get_group_name, 0),
  TZ_PROSE_A_TEXT ("title|标题", 1u << TZ_OF_SECTION, get_group_title, 0),
  TZ_PROSE_A_TEXT ("section|部分", 1u << TZ_OF_SECTION, get_group_name, 0),
  TZ_PROSE_A_TEXT ("unit|单位", 1u << TZ_OF_UNIT, get_group_name, 0),
  TZ_PROSE_A_TEXT ("region|地区", 1u << TZ_OF_REGION, get_group_name, 0),
  TZ_PROSE_A_TEXT ("word|词语", 1u << TZ_OF_DEFINITION, get_group_name, 0),
  TZ_PROSE_A_TEXT ("meaning|含义", 1u << TZ_OF_DEFINITION, get_meaning, 0),

  TZ_PROSE_A_NUMBER ("index|次序", ITEM, get_index),
  TZ_PROSE_A_TEXT ("index-han|序数", ITEM, get_index_han, 0),
  TZ_PROSE_A_NUMBER ("count|个数", ITEM, get_loop_count),
  TZ_PROSE_A_NUMBER ("more|其余数", ITEM, get_more),
  TZ_PROSE_A_NUMBER ("found|总个数", ITEM, get_found),
  { 0 },
};
