/* What Excel and wrong encodings leave in a table. */
#include "model/damage.h"

#include <string.h>

#include "help/findings.h"
#include "model/garbled.h"
#include "read/csv.h"

static TzDiag *examine (const char *text, gboolean sound)
{
  TzDiag *diag = tz_diag_new ();
  TzRecords *records = tz_csv_parse (text, strlen (text), "data.csv", 0, diag);
  g_assert_nonnull (records);
  g_assert_cmpint (tz_damage_check (records, diag), ==, sound);
  tz_records_free (records);
  return diag;
}

static void check (const char *text, const char *findings)
{
  TzDiag *diag = examine (text, TRUE);
  assert_findings (diag, findings);
  tz_diag_free (diag);
}

static void check_whole (const char *text, const char *findings)
{
  TzDiag *diag = examine (text, FALSE);
  assert_findings (diag, findings);
  tz_diag_free (diag);
}

static void assert_says (const char *text, const char *part)
{
  TzDiag *diag = examine (text, TRUE);
  g_assert_cmpuint (tz_diag_count (diag), ==, 1);
  g_assert_nonnull (strstr (tz_diag_get (diag, 0)->message, part));
  tz_diag_free (diag);
}

/* ── Excel ───────────────────────────────────────────────────────────────── */

static void test_long_number (void)
{
  check ("户号,户名\n5.10112E+17,甲\n", "warning number-shortened 2:1 A2");
  check ("电话,户名\n1.39E+10,甲\n", "warning number-shortened 2:1 A2");
}

/* Quantities of science and of small exponents, and codes that only look alike. */
static void test_other_numbers (void)
{
  check ("测值,户名\n1.3E+05,甲\n2E-12,乙\n5E12,丙\n1.2E+10A,丁\n", "");
}

static void test_told_once_for_a_column (void)
{
  const char *text = "户号,备用户号\n1,5E+17\n2.5E+17,6E+17\n3.5E+17,7E+17\n";
  check (text, "warning number-shortened 3:1 A3; warning number-shortened 2:3 B2");
}

static void test_cells_are_counted (void)
{
  assert_says ("户号\n1.5E+17\n2.5E+17\n3.5E+17\n", "(column “户号”, cells: 3)");
}

static void test_column_without_title_is_named_by_letters (void)
{
  assert_says ("户名,,\n甲,1.5E+17,x\n", "(column “B”, ");
}

static void test_short_date (void)
{
  check ("事项,时限\n检修,Sep-21\n", "warning excel-date 2:4 B2");
  check ("事项,时限\n检修,5-Oct\n", "warning excel-date 2:4 B2");
}

static void test_words_like_short_dates (void)
{
  check ("事项,型号\n检修,Abc-21\n巡视,21-Tab\n清扫,Sep-2\n测温,1-Jun-5\n", "");
}

static void test_errors_of_formulas (void)
{
  check ("事项,比率\n检修,#DIV/0!\n巡视,#N/A\n", "warning error-value 2:4 B2");
  check ("事项,比率\n检修,#3 塔\n", "");
}

static void test_too_narrow (void)
{
  check ("事项,金额\n检修,######\n", "warning cell-not-shown 2:4 B2");
  check ("事项,等级\n检修,##\n", "");
}

static void test_line_feeds (void)
{
  check ("事项\n\"检修线路\n\n清扫绝缘子\"\n", "warning stray-line-feed 2:1 A2");
  check ("事项\n\"检修线路\n，清扫绝缘子\"\n", "warning stray-line-feed 2:1 A2");
  check ("事项\n检修_x000D_线路\n", "warning stray-line-feed 2:1 A2");
  check ("事项\n\"检修线路。\n清扫绝缘子。\"\n", "");
}

/* ── encodings ───────────────────────────────────────────────────────────── */

static void test_question_marks (void)
{
  check ("事项,单位\n检修,???\n", "warning lost-character 2:4 B2");
  check ("事项,单位\n检修,找谁??\n", "");
  check ("事项,单位\n检修,a?b\n", "");
}

static void test_titles_of_question_marks (void)
{
  check_whole ("??,??\n1,???\n", "error lost-character 1:1 A1");
}

static const char sound[] =
    "序号,事项,责任单位\n1,检修输电线路，清扫绝缘子,示例县供电所\n2,巡视配电台区,示例镇政府\n";

/* SOUND written in one encoding and read in another. g_free. */
static char *misread (const char *written, const char *read)
{
  g_autofree char *bytes = g_convert (sound, -1, written, "UTF-8", NULL, NULL, NULL);
  return g_convert_with_fallback (bytes ? bytes : sound, -1, "UTF-8", read, "?", NULL, NULL, NULL);
}

static void test_sound_text (void)
{
  check (sound, "");
  g_assert_false (tz_text_is_garbled (sound));
}

static void assert_garbled (char *take_text)
{
  g_assert_nonnull (take_text);
  check_whole (take_text, "error garbled-text 1:1 A1");
  g_free (take_text);
}

static void test_gbk_as_latin (void)
{
  assert_garbled (misread ("GB18030", "ISO-8859-1"));
}

static void test_utf8_as_latin (void)
{
  assert_garbled (misread ("UTF-8", "ISO-8859-1"));
}

/* 序号,事项,责任单位 and two rows, as a program shows them that takes UTF-8 for GBK; bytes that made no pair
 * are lost. */
static void test_utf8_as_gbk (void)
{
  assert_garbled (g_strdup ("搴忓彿,浜嬮」,璐ｄ换鍗曚綅\n1,妫€淇緭鐢电嚎璺�,绀轰緥鍘夸緵鐢垫墍\n"));
}

static void test_languages_with_accents (void)
{
  g_assert_false (tz_text_is_garbled ("“…”  – “…”  – “—”  • “…”  ‘…’  “A”…"));
  g_assert_false (
      tz_text_is_garbled ("Señor Núñez añadió más información técnica según petición de José Pérez"));
  g_assert_false (
      tz_text_is_garbled ("Größe, Übergabe, Straße, Prüfgerät, Schlüssel, Öl, Fähre, Gerät, für, über"));
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/damage/long-number", test_long_number);
  g_test_add_func ("/damage/other-numbers", test_other_numbers);
  g_test_add_func ("/damage/once-for-a-column", test_told_once_for_a_column);
  g_test_add_func ("/damage/cells-are-counted", test_cells_are_counted);
  g_test_add_func ("/damage/column-without-title", test_column_without_title_is_named_by_letters);
  g_test_add_func ("/damage/short-date", test_short_date);
  g_test_add_func ("/damage/words-like-short-dates", test_words_like_short_dates);
  g_test_add_func ("/damage/errors-of-formulas", test_errors_of_formulas);
  g_test_add_func ("/damage/too-narrow", test_too_narrow);
  g_test_add_func ("/damage/line-feeds", test_line_feeds);
  g_test_add_func ("/damage/question-marks", test_question_marks);
  g_test_add_func ("/damage/titles-of-question-marks", test_titles_of_question_marks);
  g_test_add_func ("/damage/sound-text", test_sound_text);
  g_test_add_func ("/damage/gbk-as-latin", test_gbk_as_latin);
  g_test_add_func ("/damage/utf8-as-latin", test_utf8_as_latin);
  g_test_add_func ("/damage/utf8-as-gbk", test_utf8_as_gbk);
  g_test_add_func ("/damage/languages-with-accents", test_languages_with_accents);
  return g_test_run ();
}
