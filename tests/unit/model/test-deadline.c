/* Phrases of deadlines and what they mean. */
#include "base/date.h"
#include "model/deadline.h"
#include "read/csv.h"

#include <locale.h>
#include <string.h>

enum { YEAR = 2021 }; /* what 今年 is in these tests */

typedef struct {
  const char *phrase, *rule, *result;
} Phrase;

/* At least one phrase for every rule, by name. */
static const Phrase phrases[] = {
  { "2021年5月15日前", "day", "date 2021-05-15" },
  { "5月15日前", "day", "date 2021-05-15" },
  { "2023年9月30日前", "day", "date 2023-09-30" },
  { "2021年6月30日", "day", "date 2021-06-30" },
  { "2021年10月31日前", "day", "date 2021-10-31" },
  { "2021 年 6 月 30 日 前", "day", "date 2021-06-30" },
  { "２０２１年６月３０日前", "day", "date 2021-06-30" },
  { "今年8月1日以前", "day", "date 2021-08-01" },
  { "1. 5月15日前", "day", "date 2021-05-15" },
  { "2021-06-30", "iso-day", "date 2021-06-30" },
  { "2021.6.30前", "iso-day", "date 2021-06-30" },
  { "6月10日、20日前", "day", "date 2021-06-10 2021-06-20" },
  { "3月5日前、2021年6月8号", "day", "date 2021-03-05 2021-06-08" },
  { "2021年6月上旬", "ten-days-1", "date 2021-06-10" },
  { "6月中旬前", "ten-days-2", "date 2021-06-20" },
  { "2021年2月下旬", "ten-days-3", "date 2021-02-28" },
  { "2021年6月中", "mid-month", "date 2021-06-15" },
  { "2021年6月", "month", "date 2021-06-30" },
  { "2021年6月前", "month", "date 2021-06-30" },
  { "二〇二一年六月", "month", "date 2021-06-30" },
  { "2021年6月底", "month-end", "date 2021-06-30" },
  { "2021年6月底前", "month-end", "date 2021-06-30" },
  { "2021 年 6 月底前", "month-end", "date 2021-06-30" },
  { "2020年2月底前", "month-end", "date 2020-02-29" },
  { "2021年6月底前完成整改", "month-end", "date 2021-06-30" },
  { "力争于2021年6月底前建成", "month-end", "date 2021-06-30" },
  { "2021年5月、11月底前", "month", "date 2021-05-31 2021-11-30" },
  { "2021年3月和9月底前", "month", "date 2021-03-31 2021-09-30" },
  { "2021.06", "iso-month", "date 2021-06-30" },
  { "2021年二季度", "quarter", "date 2021-06-30" },
  { "2021年第3季度末前", "quarter", "date 2021-09-30" },
  { "2021Q2", "quarter-code", "date 2021-06-30" },
  { "2021年上半年", "half-1", "date 2021-06-30" },
  { "下半年", "half-2", "date 2021-12-31" },
  { "2022年年中", "mid-year", "date 2022-06-30" },
  { "2021年", "year", "date 2021-12-31" },
  { "明年", "year", "date 2022-12-31" },
  { "2022年底", "year-end", "date 2022-12-31" },
  { "2022年底前", "year-end", "date 2022-12-31" },
  { "今年年底前", "year-end", "date 2021-12-31" },
  { "2021年、2022年底前", "year", "date 2021-12-31 2022-12-31" },
  { "年底前", "year-end-plain", "date 2021-12-31" },
  { "“十四五”期间", "plan", "date 2025-12-31 from 2021-01-01" },
  { "2021年1月5日至3月10日", "days-range", "date 2021-03-10 from 2021-01-05" },
  { "2021年11月1日—2022年3月31日", "days-range", "date 2022-03-31 from 2021-11-01" },
  { "2021年6月5-20日", "days-of-month", "date 2021-06-20 from 2021-06-05" },
  { "2021年6月5日至20日", "days-of-month-2", "date 2021-06-20 from 2021-06-05" },
  { "2021年3月至6月", "months-range", "date 2021-06-30 from 2021-03-01" },
  { "2021年3月至2022年6月底前", "months-range", "date 2022-06-30 from 2021-03-01" },
  { "即日起至2021年6月底", "month-end", "date 2021-06-30" },
  { "2021年1-6月", "months-of-year", "date 2021-06-30 from 2021-01-01" },
  { "2021年至2022年", "years-range", "date 2022-12-31 from 2021-01-01" },
  { "2021-2022年", "years-range-short", "date 2022-12-31 from 2021-01-01" },
  { "2021年一至三季度", "quarters-range", "date 2021-09-30 from 2021-01-01" },
  { "每年", "each-year", "recurring 12-last" },
  { "每年底前", "each-year-end", "recurring 12-last" },
  { "每年5月、11月底前", "month", "recurring 5-last 11-last" },
  { "每年6月底前、次年1月5日前", "month-end", "recurring 1-5 6-last" },
  { "每年10月15日前", "day", "recurring 10-15" },
  { "2021年起，每年3月底前", "month-end", "recurring 3-last from 2021-01-01 continuing" },
  { "每半年", "each-half", "recurring 6-last 12-last" },
  { "按季度报送", "each-quarter", "recurring 3-last 6-last 9-last 12-last" },
  { "每季度末", "each-quarter-end", "recurring 3-last 6-last 9-last 12-last" },
  { "2021年每季度末", "each-quarter-end",
    "recurring 3-last 6-last 9-last 12-last from 2021-01-01 until 2021-12-31" },
  { "每季度首月10日前", "each-quarter-1-day", "recurring 1-10 4-10 7-10 10-10" },
  { "每季度第二个月5日前", "each-quarter-2-day", "recurring 2-5 5-5 8-5 11-5" },
  { "每季度末月25日前", "each-quarter-3-day", "recurring 3-25 6-25 9-25 12-25" },
  { "每季度首月底前", "each-quarter-1", "recurring 1-last 4-last 7-last 10-last" },
  { "每季度第二个月底前", "each-quarter-2", "recurring 2-last 5-last 8-last 11-last" },
  { "次季度首月5日前", "next-quarter-day", "recurring 1-5 4-5 7-5 10-5" },
  { "每季度结束后10日内", "after-quarter", "recurring 1-10 4-10 7-10 10-10" },
  { "每月", "each-month",
    "recurring 1-last 2-last 3-last 4-last 5-last 6-last 7-last 8-last 9-last 10-last 11-last 12-last" },
  { "每月底前", "each-month-end",
    "recurring 1-last 2-last 3-last 4-last 5-last 6-last 7-last 8-last 9-last 10-last 11-last 12-last" },
  { "每月25日前", "each-month-day",
    "recurring 1-25 2-25 3-25 4-25 5-25 6-25 7-25 8-25 9-25 10-25 11-25 12-25" },
  { "每月上旬", "each-month-part-1",
    "recurring 1-10 2-10 3-10 4-10 5-10 6-10 7-10 8-10 9-10 10-10 11-10 12-10" },
  { "每月中旬", "each-month-part-2",
    "recurring 1-20 2-20 3-20 4-20 5-20 6-20 7-20 8-20 9-20 10-20 11-20 12-20" },
  { "每月下旬", "each-month-part-3",
    "recurring 1-last 2-last 3-last 4-last 5-last 6-last 7-last 8-last 9-last 10-last 11-last 12-last" },
  { "每周", "each-week", "recurring weekday-5" },
  { "每周三前", "each-week-day", "recurring weekday-3" },
  { "每日", "each-day", "recurring weekday-1 weekday-2 weekday-3 weekday-4 weekday-5 weekday-6 weekday-7" },
  { "3天", "days", "duration 3 days" },
  { "30日内", "days", "duration 30 days" },
  { "5个工作日", "workdays", "duration 5 workdays" },
  { "５ 个工作日内", "workdays", "duration 5 workdays" },
  { "2周内", "weeks", "duration 14 days" },
  { "36小时内", "hours", "duration 2 days" },
  { "三个月", "months", "duration 3 months" },
  { "半年内", "half-year", "duration 6 months" },
  { "1年内", "years", "duration 12 months" },
  { "立行立改", "at-once", "duration 0 days" },
  { "已实现，持续巩固提升。", "done", "done continuing" },
  { "已实现,持续巩固提升。", "done", "done continuing" },
  { "已完成", "done", "done" },
  { "2021年6月底前（已完成）", "done", "done" },
  { "已完成（2021年3月）", "done", "done" },
  { "已完成一期，2022年底前完成二期", "year-end", "date 2022-12-31" },
  { "已完成试点工作", "done-with-words", "done" },
  { "已于2021年6月10日印发", "done-by-day", "done" },
  { "已于2021年6月底前完成", "done-by-month", "done" },
  { "已于2020年底前实现", "done-by-year", "done" },
  { "完成", "done-plain", "done" },
  { "持续推进", "continuing", "continuing" },
  { "长期坚持", "continuing", "continuing" },
  { "长期", "continuing", "continuing" },
  { "2021年6月底前，持续推进", "month-end", "date 2021-06-30 continuing" },
  { "2021年底前（持续推进）", "year-end", "date 2021-12-31 continuing" },
  { "即日起", "from-now", "continuing" },
  { "2021年起", "from-year", "continuing from 2021-01-01" },
  { "自2021年7月起实施", "from-month", "continuing from 2021-07-01" },
  { "2021年7月15日起执行", "from-day", "continuing from 2021-07-15" },
  { "", "nothing", "none" },
  { "——", "nothing", "none" },
  { "2021年6月底前，报市政府", "month-end", "date 2021-06-30 partial" },
  { "视情况而定", "free-text", "unknown" },
  { "2021年2月30日前", "free-text", "unknown" },
  { "2021年2月31日前", "free-text", "unknown" },
  { "9月31日前", "free-text", "unknown" },
  { "2021-11-31", "free-text", "unknown" },
  { "2021年9月1日至9月31日", "free-text", "unknown" },
  { "2021年13月", "free-text", "unknown" },
  { "二季度五季度", "free-text", "unknown" },
  { "15日前", "free-text", "unknown" },
};

static gboolean check_phrase (const Phrase *phrase)
{
  TzDeadline deadline;
  tz_deadline_parse (phrase->phrase, YEAR, &deadline);
  g_autofree char *result = tz_deadline_to_string (&deadline);
  g_test_message ("%s -> %s [%s]", phrase->phrase, result, deadline.rule);
  if (g_str_equal (result, phrase->result) && g_str_equal (deadline.rule, phrase->rule))
    return TRUE;
  g_test_message ("  wanted: %s [%s]", phrase->result, phrase->rule);
  return FALSE;
}

static void test_phrases (void)
{
  int n_wrong = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    n_wrong += !check_phrase (&phrases[i]);
  g_assert_cmpint (n_wrong, ==, 0);
}

/* A rule that no phrase of the table needs is not tested. */
static void test_every_rule (void)
{
  for (int r = 0; tz_deadline_rule_name (r); r++) {
    gboolean found = FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS (phrases) && !found; i++)
      found = g_strcmp0 (phrases[i].rule, tz_deadline_rule_name (r)) == 0;
    if (!found)
      g_test_message ("no phrase for the rule %s", tz_deadline_rule_name (r));
    /* This one is never the first of a phrase: its month must have been said before. */
    g_assert_true (found || g_str_equal (tz_deadline_rule_name (r), "day-alone"));
  }
}

static void test_without_year (void)
{
  TzDeadline deadline;
  GDate last;
  tz_deadline_parse ("5月15日前", 0, &deadline);
  g_assert_true (deadline.needs_year);
  g_assert_false (tz_deadline_last (&deadline, NULL, NULL, &last));
  tz_deadline_parse ("2021年底前、今年", 0, &deadline);
  g_assert_false (deadline.needs_year);
}

static GDate day (const char *text)
{
  GDate date;
  g_assert_true (tz_date_parse (text, &date));
  return date;
}

static char *show (const GDate *date)
{
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date),
                          g_date_get_day (date));
}

static void check_next (const char *phrase, const char *after, const char *expected)
{
  TzDeadline deadline;
  GDate from = day (after), due;
  tz_deadline_parse (phrase, YEAR, &deadline);
  gboolean found = tz_deadline_next (&deadline, &from, &due);
  g_autofree char *text = found ? show (&due) : g_strdup ("none");
  g_assert_cmpstr (text, ==, expected);
}

static void test_next (void)
{
  check_next ("每季度末", "2021-05-01", "2021-06-30");
  check_next ("每季度末", "2021-06-30", "2021-09-30");
  check_next ("每季度末", "2021-12-31", "2022-03-31");
  check_next ("每年6月底前、次年1月5日前", "2021-07-01", "2022-01-05");
  check_next ("每月底前", "2020-02-01", "2020-02-29");
  check_next ("每周三前", "2021-06-30", "2021-07-07");
  check_next ("2021年每季度末", "2021-12-31", "none");
  check_next ("2022年每季度末", "2021-05-01", "2022-03-31");
  check_next ("2021年6月底前、12月底前", "2021-06-30", "2021-12-31");
  check_next ("2021年6月底前", "2021-06-30", "none");
  check_next ("持续推进", "2021-06-30", "none");
}

static gboolean is_late (const char *phrase, const char *start, const char *on)
{
  TzDeadline deadline;
  GDate from = day (start), today = day (on);
  tz_deadline_parse (phrase, YEAR, &deadline);
  return tz_deadline_is_late (&deadline, &from, NULL, &today);
}

static void test_late (void)
{
  g_assert_false (is_late ("2021年6月底前", "2021-01-01", "2021-06-30"));
  g_assert_true (is_late ("2021年6月底前", "2021-01-01", "2021-07-01"));
  g_assert_false (is_late ("2021年6月底前、12月底前", "2021-01-01", "2021-07-01"));
  g_assert_false (is_late ("每季度末", "2021-01-01", "2025-07-01"));
  g_assert_false (is_late ("持续推进", "2021-01-01", "2025-07-01"));
  g_assert_false (is_late ("已实现，持续巩固提升。", "2021-01-01", "2025-07-01"));
  /* Friday 2 July and five working days: Friday 9 July. */
  g_assert_false (is_late ("5个工作日", "2021-07-02", "2021-07-09"));
  g_assert_true (is_late ("5个工作日", "2021-07-02", "2021-07-10"));
  g_assert_true (is_late ("立行立改", "2021-07-02", "2021-07-03"));
  g_assert_false (is_late ("1个月内", "2021-01-31", "2021-02-28"));
  g_assert_true (is_late ("1个月内", "2021-01-31", "2021-03-01"));
}

/* More days than a deadline keeps: the last ones stay. */
static void test_many (void)
{
  TzDeadline deadline;
  g_autoptr (GString) text = g_string_new (NULL);
  for (int year = 2000; year < 2040; year++)
    g_string_append_printf (text, "%d年、", year);
  tz_deadline_parse (text->str, YEAR, &deadline);
  g_assert_cmpint (deadline.n_dates, ==, TZ_DEADLINE_MAX_DATES);
  g_assert_cmpint (g_date_get_year (&deadline.dates[TZ_DEADLINE_MAX_DATES - 1]), ==, 2039);
}

/* ── real ledgers ────────────────────────────────────────────────────────── */

/* Columns whose cells are deadlines as a whole. */
static gboolean is_deadline_title (const char *title)
{
  return strstr (title, "完成时间") || strstr (title, "完成时限") || strstr (title, "时间节点");
}

/* What can be a deadline within a text: days, months, quarters and years with 前, 底 …, terms, and the usual
 * words. */
static const char phrase_form[] =
    "(?:每|次|今|明|当)?(?:20[0-9]{2})?年?(?:[0-9]{1,2}月)?(?:、[0-9]{1,2}月)*(?:[0-9]{1,2}日)?(?:[上下]半年)?"
    "(?:底|末|初)?(?:之前|以前|前)"
    "|20[0-9]{2}年、20[0-9]{2}年底前|20[0-9]{2}年(?:[0-9]{1,2}月)?(?:底|末)"
    "|每(?:年度?|季度|月|半年)末?|[0-9]{4}-[0-9]{4}年"
    "|(?<![0-9月])[0-9]+(?:个工作日|日|天)(?:以内|之内|内)?|持续推进|长期坚持|立行立改|即日起";

/* Each phrase is told once, with its result, and counted: text -> 1 + the number of times. */
typedef struct {
  GHashTable *seen;
  int n_unknown;
} Told;

static void tell (Told *told, const char *text)
{
  int n = GPOINTER_TO_INT (g_hash_table_lookup (told->seen, text));
  TzDeadline deadline;
  g_hash_table_insert (told->seen, g_strdup (text), GINT_TO_POINTER (n + 1));
  if (n > 0)
    return;
  tz_deadline_parse (text, YEAR, &deadline);
  g_autofree char *result = tz_deadline_to_string (&deadline);
  g_test_message ("| %s → %s [%s]", text, result, deadline.rule);
  told->n_unknown += deadline.kind == TZ_DEADLINE_UNKNOWN;
}

static void tell_cells (Told *told, const char *path)
{
  TzDiag *diag = tz_diag_new ();
  TzRecords *csv = tz_csv_load (path, path, NULL, diag);
  g_assert_nonnull (csv);
  for (int col = 0; col < tz_records_n_columns (csv); col++)
    for (int i = 0; is_deadline_title (tz_records_title (csv, col)) && i < tz_records_n (csv); i++)
      tell (told, tz_records_get (csv, i)->fields[col].text);
  tz_records_free (csv);
  tz_diag_free (diag);
}

static void tell_phrases (Told *told, const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GRegex) form = g_regex_new (phrase_form, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_assert_nonnull (form);
  if (!g_file_get_contents (path, &text, NULL, NULL))
    return;
  for (g_regex_match (form, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL)) {
    g_autofree char *phrase = g_match_info_fetch (match, 0);
    if (g_utf8_strlen (phrase, -1) > 2)
      tell (told, phrase);
  }
}

/* All files called NAME of the five ledgers. */
static void tell_ledgers (Told *told, const char *name, void (*tell_file) (Told *, const char *))
{
  const char *folder = g_getenv ("TAIZHANG_LEDGERS");
  GDir *dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  for (const char *ledger; (ledger = g_dir_read_name (dir));) {
    g_autofree char *path = g_build_filename (folder, ledger, name, NULL);
    if (g_file_test (path, G_FILE_TEST_EXISTS))
      tell_file (told, path);
  }
  g_dir_close (dir);
}

static gboolean has_ledgers (void)
{
  const char *folder = g_getenv ("TAIZHANG_LEDGERS");
  if (folder && g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  g_test_skip ("TAIZHANG_LEDGERS does not name the folder of the real ledgers");
  return FALSE;
}

/* Every cell of a deadline column is understood. */
static void test_columns (void)
{
  Told told = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), 0 };
  if (has_ledgers ()) {
    tell_ledgers (&told, "tasks.csv", tell_cells);
    g_assert_cmpuint (g_hash_table_size (told.seen), >=, 13);
    g_assert_cmpint (told.n_unknown, ==, 0);
  }
  g_hash_table_destroy (told.seen);
}

/* And every deadline that stands within the texts, of tasks, notices and plans. */
static void test_texts (void)
{
  Told told = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), 0 };
  if (has_ledgers ()) {
    tell_ledgers (&told, "tasks.csv", tell_phrases);
    tell_ledgers (&told, "body.txt", tell_phrases);
    g_assert_cmpuint (g_hash_table_size (told.seen), >=, 30);
    g_assert_cmpint (told.n_unknown, ==, 0);
  }
  g_hash_table_destroy (told.seen);
}

int main (int argc, char **argv)
{
  setlocale (LC_CTYPE, "C.UTF-8"); /* so that the phrases can be read in the diagnostics */
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/deadline/phrases", test_phrases);
  g_test_add_func ("/deadline/every-rule-is-tested", test_every_rule);
  g_test_add_func ("/deadline/without-a-year", test_without_year);
  g_test_add_func ("/deadline/next", test_next);
  g_test_add_func ("/deadline/late", test_late);
  g_test_add_func ("/deadline/many-dates", test_many);
  g_test_add_func ("/deadline/real-columns", test_columns);
  g_test_add_func ("/deadline/real-texts", test_texts);
  return g_test_run ();
}
