/* Days as Excel counts them, read as the dates they are, and numbers that only look alike. */
#include "model/serial.h"

#include "help/findings.h"
#include "read/csv.h"

#include <string.h>

/* The texts of the last column after the repair: "2021-7-1|2021-10-31". */
static void check (const char *text, const char *expected, const char *findings)
{
  TzDiag *diag = tz_diag_new ();
  TzRecords *records = tz_csv_parse (text, strlen (text), "data.csv", 0, diag);
  g_autoptr (GString) all = g_string_new (NULL);
  tz_serial_repair (records, diag);
  for (int i = 0; i < tz_records_n (records); i++)
    g_string_append_printf (all, "%s%s", i > 0 ? "|" : "",
                            tz_records_text (records, i, tz_records_n_columns (records) - 1));
  g_assert_cmpstr (all->str, ==, expected);
  assert_findings (diag, findings);
  tz_records_free (records);
  tz_diag_free (diag);
}

static void test_under_a_date_title (void)
{
  check ("事项,办结时限\n检修,44500\n巡视,年底\n", "2021-10-31|年底", "warning excel-date 2:4 B2");
}

static void test_written_like_its_neighbours (void)
{
  check ("事项,备案\n检修,2021-7-1\n巡视,44500\n", "2021-7-1|2021-10-31", "warning excel-date 3:4 B3");
  check ("事项,备案\n检修,2021年7月\n巡视,44500\n", "2021年7月|2021年10月31日", "warning excel-date 3:4 B3");
  check ("事项,备案\n检修,2021/07/01\n巡视,44350\n", "2021/07/01|2021/06/03", "warning excel-date 3:4 B3");
  check ("事项,备案\n检修,2021/7/1\n巡视,44350\n", "2021/7/1|2021/6/3", "warning excel-date 3:4 B3");
  check ("事项,备案\n检修,2021年\n甲,2021.7.1\n巡视,44350\n", "2021年|2021.7.1|2021年6月3日",
         "warning excel-date 4:4 B4");
}

static void test_told_once (void)
{
  TzDiag *diag = tz_diag_new ();
  const char *text = "办结时限\n44500\n44501\n";
  TzRecords *records = tz_csv_parse (text, strlen (text), "data.csv", 0, diag);
  tz_serial_repair (records, diag);
  g_assert_cmpuint (tz_diag_count (diag), ==, 1);
  g_assert_nonnull (strstr (tz_diag_get (diag, 0)->message, "(column “办结时限”, cells: 2)"));
  g_assert_nonnull (strstr (tz_diag_get (diag, 0)->message, "read as 2021-10-31"));
  tz_records_free (records);
  tz_diag_free (diag);
}

static void test_amounts_stay (void)
{
  check ("事项,金额\n检修,44500\n", "44500", "");
  check ("事项,投资（万元）\n检修,2021-7-1\n巡视,44500\n", "2021-7-1|44500", "");
  check ("事项,用时时间\n检修,12345\n", "12345", "");
  check ("事项,用时时间\n检修,44500\n巡视,320\n", "44500|320", "");
  check ("事项,编号\n检修,2021-001\n巡视,44500\n", "2021-001|44500", "");
  check ("事项,说明\n检修,甲\n巡视,乙\n清扫,2021-7-1\n测温,44500\n", "甲|乙|2021-7-1|44500", "");
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/serial/under-a-date-title", test_under_a_date_title);
  g_test_add_func ("/serial/written-like-its-neighbours", test_written_like_its_neighbours);
  g_test_add_func ("/serial/told-once", test_told_once);
  g_test_add_func ("/serial/amounts-stay", test_amounts_stay);
  return g_test_run ();
}
