/* The language of a report's text: what is filled in, and what is wrong with it. */
#include "compose/report/prose/prose.h"

#include "base/date.h"
#include "help/desk.h"
#include "help/findings.h"
#include "read/ini.h"

#include <locale.h>
#include <string.h>

static const char ledger[] =
    "一、办电,,,\n1,压时间,省能源局、省电力公司,2021年6月底前\n2,压成本,省电力公司,2021年6月底前\n"
    "3,数字化,省电力公司,2021年12月底前\n"
    "二、保障,,,\n1,强监管,省能源局,2021年6月底前\n2,（二）促协同。,省财政厅,2021年9月底前\n";

/* Second quarter: 一-1 done, 一-2 late (二 regions), 一-3 ongoing, 二-1 late, 二-2 ongoing. */
static const char progress[] =
    "period,task,region,status,percent,done,problems,next\n"
    "2021Q1,一-1,,推进中,40,,,\n2021Q1,二-2,,推进中,10,,,\n"
    "2021Q2,一-1,,已完成,100,改造三处，全部完成。,,定期回头看。\n"
    "2021Q2,一-2,东江市,推进中,60,,雨季影响施工。,\n2021Q2,一-2,南湖市,已完成,100,,,\n"
    "2021Q2,一-3,,推进中,20,,口径不一致,\n2021Q2,二-1,,推进中,90,\"完成初稿\n正在征求意见\",雨季影响施工。,\n";

typedef struct {
  Desk *desk;
  TzStats *stats;
  TzIni *ini;
  TzDiag *diag;
  TzFilledText *filled; /* NULL: findings say why */
  const char *text;     /* of FILLED */
} Told;

static Told tell_period (const char *text, const char *period)
{
  static const char *const attachments[] = { "台账", "时限表", NULL };
  static const char *const tables[] = { "sections", "units", NULL }, *const charts[] = { "trend", NULL };
  Told told = { .desk = desk_new (ledger), .ini = tz_ini_new ("book.ini"), .diag = tz_diag_new () };
  desk_add (told.desk, "p.csv", NULL, progress);
  assert_findings (told.desk->diag, "");
  TzStatsQuestion question = { .ledger = told.desk->ledger, .progress = told.desk->progress };
  g_assert_true (tz_period_parse (period, &question.period));
  g_date_clear (&question.as_of, 1);
  g_date_clear (&question.start, 1);
  if (g_str_equal (period, "2021Q2"))
    g_assert_true (tz_date_parse ("2021-07-02", &question.as_of));
  told.stats = tz_stats_new (&question);
  tz_ini_put (told.ini, "book", "", "organ", "示例省能源局");
  tz_ini_put (told.ini, "values", "", "leader", "张三");
  TzProseSource source = { .stats = told.stats,
                           .ledger = told.desk->ledger,
                           .progress = told.desk->progress,
                           .ini = told.ini,
                           .ledger_title = "示例省重点任务清单（季度台账）",
                           .attachments = attachments,
                           .tables = tables,
                           .charts = charts };
  told.filled = tz_prose_expand (text, "report.txt", &source, told.diag);
  told.text = told.filled ? told.filled->text->str : NULL;
  return told;
}

static void told_clear (Told *told)
{
  tz_filled_text_free (told->filled);
  tz_diag_free (told->diag);
  tz_ini_free (told->ini);
  tz_stats_free (told->stats);
  desk_free (told->desk);
}

static void check_in (const char *period, const char *text, const char *expected)
{
  Told told = tell_period (text, period);
  assert_findings (told.diag, "");
  g_assert_cmpstr (told.text, ==, expected);
  told_clear (&told);
}

static void check (const char *text, const char *expected)
{
  check_in ("2021Q2", text, expected);
}

static void check_wrong (const char *text, const char *findings)
{
  Told told = tell_period (text, "2021Q2");
  assert_findings (told.diag, findings);
  g_assert_null (told.text);
  told_clear (&told);
}

/* What the first finding says. */
static void check_says (const char *text, const char *part)
{
  Told told = tell_period (text, "2021Q2");
  g_assert_cmpuint (tz_diag_count (told.diag), >, 0);
  const char *message = tz_diag_get (told.diag, 0)->message;
  if (!strstr (message, part))
    g_error ("“%s” does not say “%s”", message, part);
  told_clear (&told);
}

/* ── values ──────────────────────────────────────────────────────────────── */

static void test_counts (void)
{
  check ("{tasks} {done} {late} {ongoing} {not-started} {unfinished}", "5 1 2 2 0 4");
  check ("{任务数} {完成数} {逾期数} {推进中} {未启动} {未完成数}", "5 1 2 2 0 4");
  check ("{done-only} {closed} {reported} {not-reported} {new-done} {due-next}", "1 0 4 1 1 1");
  check ("{n-sections} {n-units} {n-regions} {n-problems} {n-reports} {n-periods}", "2 3 2 3 5 2");
}

/* Quarters tell of their half-year, the later one in place of the earlier. */
static void test_longer_period (void)
{
  Told told =
      tell_period ("{n-reports} {n-problems}：{for problem-kinds}{text}{times}{between}，{end}", "2021H1");
  assert_findings (told.diag, "");
  g_assert_cmpstr (told.text, ==, "7 3：雨季影响施工。2，口径不一致1");
  told_clear (&told);
}

/* A region that reported before and not this time; not one where nothing is left to do. */
static void test_silent_regions (void)
{
  check ("{n-silent-regions}{list silent-regions}", "0");
  Told told = tell_period ("{未报地区数}{for 未报地区}{name}{tasks}{between}、{end}", "2021Q3");
  assert_findings (told.diag, "");
  g_assert_cmpstr (told.text, ==, "1东江市0");
  told_clear (&told);
  told = tell_period ("{if 未报地区数 > 1}多{else if 未报地区数 = 1}一{else}无{end}", "2021Q3");
  g_assert_cmpstr (told.text, ==, "一");
  told_clear (&told);
}

static void test_rates (void)
{
  check ("{rate} {完成率} {late-rate}", "20.0% 20.0% 40.0%");
  check ("{rate-before} {rate-change} {完成率变化} {上期完成率}", "0% 提高20.0个百分点 提高20.0个百分点 0%");
  check ("{late-change} {ongoing-change} {closed-change} {not-started-change}", "增加2项 持平 持平 减少3项");
  check ("{for region where name = 南湖市}{rate}{end}", "100%");
}

static void test_days (void)
{
  check ("{period} {period-before} {period-next} {as-of}",
         "2021年第二季度 2021年第一季度 2021年第三季度 2021年7月2日");
  check ("{year} {quarter} {start} {报告期} {统计日}", "2021 2 2021年1月1日 2021年第二季度 2021年7月2日");
}

static void test_book (void)
{
  check ("{organ}{发文机关}{leader}", "示例省能源局示例省能源局张三");
  check ("{ledger}：{work}", "示例省重点任务清单（季度台账）：示例省重点任务");
  check ("{if region}有{else}无{end}", "无");
}

static void test_task_values (void)
{
  check ("{for tasks where id = 二-1}{number} {id} {name} {section} {units} {lead} {deadline} {due} {status} "
         "{percent} "
         "{expected} {days-late}{end}",
         "1 二-1 强监管 保障 省能源局 省能源局 2021年6月底前 2021年6月30日 逾期 90.0% 100% 2");
  check ("{for behind first 1}{name}{percent}低于{expected}{pace}{end}", "数字化20.0%低于50.1%慢序时");
  check ("{for done}{name}：{units}（{done-text}）{end}", "压时间：省能源局、省电力公司（改造三处，全部完成）");
  check ("{for due-next}{name}{next-due}{end}", "促协同2021年9月30日");
  check ("{for tasks first 1}{任务}{责任单位}{完成时间}{end}", "压时间省能源局、省电力公司2021年6月底前");
}

/* ── loops ───────────────────────────────────────────────────────────────── */

static void test_none_one_many (void)
{
  check ("逾期：{for late}{name}{between}、{else}无{end}。", "逾期：压成本、强监管。");
  check ("销号：{for closed}{name}{between}、{else}无{end}。", "销号：无。");
  check ("完成：{for done}{name}{between}、{else}无{end}。", "完成：压时间。");
  check ("{list late}|{list closed}|{list done}|{list late ；}|{列出 逾期任务}",
         "压成本、强监管||压时间|压成本；强监管|压成本、强监管");
}

static void test_nested (void)
{
  check ("{for section}{index-han}{name}{tasks}项逾期{late}项：{for "
         "late}{index}{name}{between}、{end}{between}；{end}",
         "一办电3项逾期1项：1压成本；二保障2项逾期1项：1强监管");
  check ("{for unit}{name}{tasks}/{done}/{rate}{between} {end}",
         "省能源局2/1/50.0% 省电力公司3/1/33.3% 省财政厅1/0/0%");
  check ("{for late}{name}{for region where late > 0}（{name}）{end}{between}、{end}",
         "压成本（东江市）、强监管");
  check ("{for unit}{for section}{unit}在{section}{tasks}项{between}，{end}{between}；{end}",
         "省能源局在办电1项，省能源局在保障1项；省电力公司在办电3项；省财政厅在保障1项");
}

/* What another loop further out counts. */
static void test_outer (void)
{
  check ("{for section}{late}/{all.late}/{全部.任务数}{between} {end}", "1/2/5 1/2/5");
  check ("{for section}{for late}{section.late}{section.tasks}{end}{between} {end}", "13 12");
}

static void test_choice (void)
{
  check ("{for tasks where late and units has 电力}{name}{end}", "压成本");
  check ("{for unit highest rate first 2}{name}{between}、{end}", "省能源局、省电力公司");
  check ("{for unit lowest rate first 1}{name}{count}{more}{found}{end}", "省财政厅123");
  check ("{逐个 单位 从高到低 逾期数 前 1}{名称}{结束}", "省能源局");
  check ("{for tasks lowest due}{id}{between} {end}", "一-1 一-2 二-1 二-2 一-3");
}

static void test_reports (void)
{
  check ("{for problems}{name}{text}{between}{end}",
         "压成本雨季影响施工。数字化口径不一致强监管雨季影响施工。");
  check ("{for problems where region}{region}：{text}{end}", "东江市：雨季影响施工。");
  check ("{for problem-kinds}{text}（{times}项次）{for problems}{id}{between}、{end}{between}；{end}",
         "雨季影响施工（2项次）一-2、二-1；口径不一致（1项次）一-3");
  check ("{for problem-kinds first 1}{for region}{name}{between}、{end}{regions}{end}", "东江市东江市");
  check ("{for late}{for problems}{text}{end}{between}|{end}", "雨季影响施工。|雨季影响施工。");
  check ("{for results where id = 二-1}{text}{end}", "完成初稿；正在征求意见");
  check ("{for measures}{text}{end}", "定期回头看。");
}

static void test_periods (void)
{
  check ("{for period}{name}{tasks}项完成{done}项{rate}{if has-before}（{rate-change}）{end}{between}，{end}",
         "2021年第一季度5项完成0项0%，2021年第二季度5项完成1项20.0%（提高20.0个百分点）");
}

static void test_lists_beside (void)
{
  check ("{for attachments}{index}.{name}{between} {end}", "1.台账 2.时限表");
  check ("{for definitions where word = 新完成}“{word}”指{meaning}；{end}",
         "“新完成”指上期末未完成、本期末已完成（含已销号）的任务；");
}

/* ── conditions ──────────────────────────────────────────────────────────── */

static void test_conditions (void)
{
  static const struct {
    const char *condition;
    gboolean holds;
  } cases[] = {
    { "late > 1", TRUE },
    { "late > 2", FALSE },
    { "late >= 2", TRUE },
    { "late < 2", FALSE },
    { "late <= 2", TRUE },
    { "late = 2", TRUE },
    { "late != 2", FALSE },
    { "late ≠ 3", TRUE },
    { "逾期数 ＞ 1", TRUE },
    { "rate = 20", TRUE },
    { "rate >= 20.1%", FALSE },
    { "rate < 20.01", TRUE },
    { "rate-change > 0", TRUE },
    { "late and closed", FALSE },
    { "late or closed", TRUE },
    { "not closed", TRUE },
    { "not (late and done)", FALSE },
    { "closed or late and done", TRUE },
    { "（closed or late） and done", TRUE },
    { "as-of > 2021-06-30", TRUE },
    { "as-of = 2021年7月2日", TRUE },
    { "organ = 示例省能源局", TRUE },
    { "organ = \"示例省能源局\"", TRUE },
    { "organ has 能源", TRUE },
    { "organ 包含 电力", FALSE },
    { "late > done", TRUE },
    { "region", FALSE },
    { "quarter = 2", TRUE },
    { "month = 6", FALSE },
    { "month != 6", FALSE },
    { "逾期 ≥ ２", TRUE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = g_strdup_printf ("{if %s}是{else}否{end}", cases[i].condition);
    check (text, cases[i].holds ? "是" : "否");
  }
  check ("{if late = 1}一{else if late = 2}二{else if late = 3}三{else}多{end}", "二");
  check ("{若 逾期数 = 0}无{否则若 逾期数 > 5}多{否则}有{结束}", "有");
}

/* ── text ────────────────────────────────────────────────────────────────── */

static void test_literal (void)
{
  check ("{{late}} a}} b} {{{late}}}", "{late} a} b} {2}");
  check ("{# 不印\n{错 #}甲", "甲");
}

static void test_silent_lines (void)
{
  check ("甲\n  {if late > 0}\n乙\n{end}{# 说明 #}\n丙\n", "甲\n乙\n丙\n");
  check ("{for late}\n{name}。\n{end}\n", "压成本。\n强监管。\n");
  check ("{for late}\n{name}\n{between}\n——\n{end}", "压成本\n——\n强监管\n");
  check ("{for late}\n{name}{between}；\n{end}\n乙", "压成本；\n强监管\n乙");
  check ("{if closed}\n没有\n{else}\n别的\n{end}\n", "别的\n");
}

/* No sign beside what was not said. */
static void test_signs (void)
{
  check ("{for unit}{if late > 0}{name}{late}项{end}{between}、{end}。", "省能源局1项、省电力公司1项。");
  check ("{for done}{done-text}；{end}", "改造三处，全部完成；");
  check ("{for done}{done-text}另有措施{end}", "改造三处，全部完成。另有措施");
}

static void test_lines (void)
{
  Told told =
      tell_period ("甲\n{for late}\n乙{name}\n\n{if late}\n丙\n{end}\n{end}\n丁{# x\ny #}\n戊", "2021Q2");
  static const int expected[] = { 1, 3, 4, 6, 3, 4, 6, 9, 11 };
  assert_findings (told.diag, "");
  g_assert_cmpuint (told.filled->lines->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < told.filled->lines->len; i++)
    g_assert_cmpint (g_array_index (told.filled->lines, int, i), ==, expected[i]);
  told_clear (&told);
}

static void test_figures (void)
{
  check ("甲\n  {表 sections}\n{if late > 0}\n{chart trend}\n{end}\n",
         "甲\n  {table sections}\n{chart trend}\n");
  check_wrong ("{table section}", "error unknown-figure 1:8");
  check_wrong ("{if closed}\n{chart trends}\n{end}", "error unknown-figure 2:8");
  check_wrong ("见{table units}", "error figure-not-alone 1:3");
  check_wrong ("{table units}{if late}有{end}", "error figure-not-alone 1:2");
}

/* ── where it comes from ─────────────────────────────────────────────────── */

/* The text with what is data in 〖〗 and the values of the book in 〘〙. */
static void check_from (const char *text, const char *expected)
{
  Told told = tell_period (text, "2021Q2");
  g_autoptr (GString) marked = g_string_new (NULL);
  gsize at = 0;
  assert_findings (told.diag, "");
  for (guint i = 0; i < told.filled->inserted->len; i++) {
    const TzInserted *inserted = &g_array_index (told.filled->inserted, TzInserted, i);
    gboolean data = inserted->from == TZ_FROM_DATA;
    g_string_append_len (marked, told.text + at, (gssize)(inserted->start - at));
    g_string_append_printf (marked, "%s%.*s%s", data ? "〖" : "〘", (int)(inserted->end - inserted->start),
                            told.text + inserted->start, data ? "〗" : "〙");
    at = inserted->end;
  }
  g_string_append (marked, told.text + at);
  g_assert_cmpstr (marked->str, ==, expected);
  told_clear (&told);
}

/* What stands in cells and reports, and days reckoned from it. */
static void test_from_data (void)
{
  check_from (
      "{for late first 1}一、{name}{id}{units}{lead}{deadline}{完成时间}{due}{status}{section}{end}",
      "一、〖压成本〗〖一-2〗〖省电力公司〗〖省电力公司〗〖2021年6月底前〗〖2021年6月底前〗〖2021年6月30日〗"
      "〖逾期〗〖办电〗");
  check_from (
      "{for results}{text}{done-text}{end}",
      "〖改造三处，全部完成。〗〖改造三处，全部完成。〗〖完成初稿；正在征求意见〗〖完成初稿；正在征求意见〗");
  check_from ("{for problem-kinds first 1}{text}{regions}{for region}{name}{end}{end}",
              "〖雨季影响施工。〗〖东江市〗〖东江市〗");
  check_from ("{for measures}{next}{end}", "〖定期回头看。〗");
  check_from ("{for section first 1}{name}{title}{end}{for unit first 1}{name}{end}",
              "〖办电〗〖一、办电〗〖省能源局〗");
  check_from ("{list late}{for attachments}{name}{end}", "〖压成本〗、〖强监管〗〖台账〗〖时限表〗");
}

/* Where the author puts a name or a day of the book on purpose. */
static void test_from_book (void)
{
  check_from ("{organ}{leader}{as-of}{start}{period}{period-next}{work}{ledger}",
              "〘示例省能源局〙〘张三〙〘2021年7月2日〙〘2021年1月1日〙〘2021年第二季度〙〘2021年第三季度〙"
              "〘示例省重点任务〙〘示例省重点任务清单（季度台账）〙");
}

/* What the program counts numbers the text as if the author had written it; so does a number of the ledger. */
static void test_from_author (void)
{
  check_from ("{for section}（{index-han}）{tasks}{rate}{between} {end}{year}{late-change}",
              "（一）333.3% （二）20%2021增加2项");
  check_from ("{for late}{index}.{number}{between} {end}", "1.2 2.1");
}

/* A brace that was written twice is text, not the beginning of a table. */
static void test_from_brace (void)
{
  check_from ("{{table units}}\n{table units}\n", "〖{〗table units}\n{table units}\n");
}

/* The mark that takes the place of a value's full stop is the author's. */
static void test_from_stop (void)
{
  check_from ("{for measures}{text}，{end}", "〖定期回头看〗，");
}

/* ── faults ──────────────────────────────────────────────────────────────── */

static void test_unknown (void)
{
  check_wrong ("甲{lete}", "error unknown-insertion 1:3");
  check_says ("甲{lete}", "{late}");
  check_says ("{逾期数量}", "{逾期数}");
  check_says ("{rate-chnge}", "{rate-change}");
  check_wrong ("{if closed}{lete}{end}\n甲{完全没有这个}",
               "error unknown-insertion 1:13; error unknown-insertion 2:3");
  check_wrong ("{for lates}{name}{end}", "error unknown-list 1:6");
  check_says ("{for lates}{name}{end}", "“late”");
  check_wrong ("{definitions}", "error list-as-value 1:2");
  check_wrong ("{days-late}", "error misplaced-insertion 1:2");
  check_says ("{days-late}", "{for tasks}");
  check_wrong ("{for period}{new-done}{all.new-done}{end}", "error misplaced-insertion 1:14");
}

/* Within a loop the words of its items are known, and those that are none are told although the loop is empty.
 */
static void test_unknown_in_loop (void)
{
  check_wrong ("{for tasks}{dedline}{end}", "error unknown-insertion 1:13");
  check_says ("{for tasks}{dedline}{end}", "{deadline}");
  check_wrong ("{for closed}{没有这个词}{end}", "error unknown-insertion 1:14");
  check_wrong ("{for tasks where dedline = 甲}{end}", "error unknown-insertion 1:18");
  check_wrong ("{for unit}{for tasks}{nmae}{end}{end}", "error unknown-insertion 1:23");
  check_wrong ("{for problems}{txet}{end}", "error unknown-insertion 1:16");
}

/* A column of the ledger, too. */
static void test_unknown_column (void)
{
  check ("{for tasks first 1}{完成时间}{end}", "2021年6月底前");
  check_wrong ("{for tasks}{完成时问}{end}", "error unknown-insertion 1:13");
  check_says ("{for tasks}{完成时问}{end}", "{完成时间}");
}

static void test_blocks (void)
{
  check_wrong ("甲{if late}乙", "error missing-end 1:3");
  check_wrong ("{for late}{if late}{end}", "error missing-end 1:2");
  check_wrong ("甲{end}", "error misplaced-word 1:3");
  check_wrong ("{else}{between}", "error misplaced-word 1:2; error misplaced-word 1:8");
  check_wrong ("{if late}{else}{else}{end}", "error misplaced-word 1:17");
  check_wrong ("{if late}{between}乙{late}{end}", "error misplaced-word 1:11");
  check_wrong ("{for late}{else if late}{end}", "error misplaced-word 1:12");
  check_wrong ("{for period}{for late}{end}{end}", "error misplaced-list 1:18");
}

static void test_words (void)
{
  check_wrong ("{}", "error empty-braces 1:2");
  check_wrong ("甲{late", "error open-brace 1:2");
  check_wrong ("{late\n}", "error open-brace 1:1");
  check_wrong ("{# 没完", "error open-remark 1:1");
  check_wrong ("{if}{end}", "error bad-insertion 1:4");
  check_wrong ("{if late >}{end}", "error bad-insertion 1:11");
  check_wrong ("{if late > 多}{end}", "error unknown-insertion 1:12");
  check_wrong ("{if late > organ}{end}", "error bad-condition 1:12");
  check_wrong ("{if late has 2}{end}", "error bad-condition 1:10");
  check_wrong ("{if organ > 2}{end}", "error bad-condition 1:11");
  check_wrong ("{if (late}{end}", "error bad-insertion 1:10");
  check_wrong ("{for tasks where status = 晚}{end}", "error bad-condition 1:27");
  check_wrong ("{for tasks where pace = 快}{end}", "error bad-condition 1:25");
  check_wrong ("{for tasks first 0}{end}", "error bad-insertion 1:18");
  check_wrong ("{for tasks highest name}{end}", "error bad-insertion 1:20");
  check_wrong ("{late 5}", "error bad-insertion 1:7");
  check_wrong ("{for}{end}", "error bad-insertion 1:5");
}

/* Braces of a Chinese keyboard are text, but seldom meant so. */
static void test_wide (void)
{
  Told told = tell_period ("共｛tasks｝项\n{tasks}项｛｝｛", "2021Q2");
  assert_findings (told.diag, "warning wide-brace 1:2; warning wide-brace 2:9");
  g_assert_cmpstr (told.text, ==, "共｛tasks｝项\n5项｛｝｛");
  told_clear (&told);
}

/* A comparison with a period nobody reported on, a day a task does not have. */
static void test_no_value (void)
{
  Told told = tell_period ("{rate-change}\n{month}\n{if has-before}{rate-change}{end}{rate-change}", "2021Q1");
  assert_findings (told.diag, "error no-value 1:2; error no-value 2:2; error no-value 3:35");
  g_assert_null (told.text);
  told_clear (&told);
  told = tell_period ("{for tasks}{done-text}{end}{region}", "2021Q2");
  assert_findings (told.diag, "warning no-value 1:13; warning no-value 1:29");
  g_assert_cmpstr (told.text, ==, "改造三处，全部完成。完成初稿；正在征求意见");
  told_clear (&told);
}

static void test_limits (void)
{
  GString *text = g_string_new (NULL);
  for (int i = 0; i < 20; i++)
    g_string_append (text, "{for period}");
  g_string_append (text, "很长很长很长");
  for (int i = 0; i < 20; i++)
    g_string_append (text, "{end}");
  Told told = tell_period (text->str, "2021Q2");
  g_assert_null (told.text);
  g_assert_cmpuint (tz_diag_count (told.diag), ==, 1);
  g_assert_cmpstr (tz_diag_get (told.diag, 0)->code, ==, "text-too-long");
  told_clear (&told);
  g_string_truncate (text, 0);
  for (int i = 0; i < 60; i++)
    g_string_append (text, "{if late}");
  check_wrong (text->str, "error too-deep 1:281");
  g_string_truncate (text, 0);
  for (int i = 0; i < 60; i++)
    g_string_append (text, i == 0 ? "{if late}" : "{else if late}");
  g_string_append (text, "{end}");
  check_wrong (text->str, "error too-deep 1:431");
  g_string_free (text, TRUE);
}

int main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/prose/counts", test_counts);
  g_test_add_func ("/prose/longer-period", test_longer_period);
  g_test_add_func ("/prose/silent-regions", test_silent_regions);
  g_test_add_func ("/prose/rates", test_rates);
  g_test_add_func ("/prose/days", test_days);
  g_test_add_func ("/prose/book", test_book);
  g_test_add_func ("/prose/task-values", test_task_values);
  g_test_add_func ("/prose/none-one-many", test_none_one_many);
  g_test_add_func ("/prose/nested", test_nested);
  g_test_add_func ("/prose/outer", test_outer);
  g_test_add_func ("/prose/choice", test_choice);
  g_test_add_func ("/prose/reports", test_reports);
  g_test_add_func ("/prose/periods", test_periods);
  g_test_add_func ("/prose/lists-beside", test_lists_beside);
  g_test_add_func ("/prose/conditions", test_conditions);
  g_test_add_func ("/prose/literal", test_literal);
  g_test_add_func ("/prose/silent-lines", test_silent_lines);
  g_test_add_func ("/prose/signs", test_signs);
  g_test_add_func ("/prose/lines", test_lines);
  g_test_add_func ("/prose/figures", test_figures);
  g_test_add_func ("/prose/from-data", test_from_data);
  g_test_add_func ("/prose/from-book", test_from_book);
  g_test_add_func ("/prose/from-author", test_from_author);
  g_test_add_func ("/prose/from-brace", test_from_brace);
  g_test_add_func ("/prose/from-stop", test_from_stop);
  g_test_add_func ("/prose/unknown", test_unknown);
  g_test_add_func ("/prose/unknown-in-loop", test_unknown_in_loop);
  g_test_add_func ("/prose/unknown-column", test_unknown_column);
  g_test_add_func ("/prose/blocks", test_blocks);
  g_test_add_func ("/prose/words", test_words);
  g_test_add_func ("/prose/wide", test_wide);
  g_test_add_func ("/prose/no-value", test_no_value);
  g_test_add_func ("/prose/limits", test_limits);
  return g_test_run ();
}
